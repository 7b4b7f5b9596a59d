"""An indicator that computes, and the result it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from pydantic import PrivateAttr

from kesbang_iku.findings import Finding, Language, Text
from kesbang_iku.indicator.computed_item import ComputedItem, Coverage
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.item import compute_item
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat

if TYPE_CHECKING:
    from kesbang_iku.indicator.explanation import Explanation


class Indicator(Definition):
    """One indicator of the standard in one version, ready to compute."""

    _tables: Tables = PrivateAttr(default_factory=Tables)

    def __repr__(self) -> str:
        return f"<Indicator {self.kode} {self.versi}: {self.nama}>"

    def __getstate__(self) -> dict[Any, Any]:
        """Return what a copy or another process needs; compiled formulas are made anew there."""
        state = super().__getstate__()
        fields = {name: value for name, value in state["__dict__"].items() if name != "engine"}
        return {**state, "__dict__": fields}

    def with_tables(self, tables: Tables) -> Self:
        """Make the indicator refer to ``tables``, once, when its catalog is loaded."""
        self._tables = tables
        return self

    @cached_property
    def engine(self) -> Engine:
        """The indicator's formulas, compiled."""
        return Engine(self, self._tables)

    @property
    def sidik(self) -> str:
        """The fingerprint of everything that decides a result of this indicator."""
        return self.engine.digest

    def compute(  # noqa: PLR0913  # one keyword for each part of an item; all but one optional
        self,
        variabel: Mapping[str, object] | None = None,
        *,
        target: object = None,
        realisasi: object = None,
        capaian: object = None,
        predikat: str | None = None,
        sebelumnya: Mapping[str, object] | None = None,
        wilayah: str | None = None,
        tingkat: AdminLevel | None = None,
        tahun: int | None = None,
        periode: str = "tahunan",
        format_angka: NumberFormat | None = None,
    ) -> Result:
        """Return the indicator's value, category and achievement for these numbers.

        Args:
            variabel: the numbers the formula needs, by variable name. Whole numbers, fractions,
                decimals, floats (taken at their shortest decimal text) or text as regions write it.
            target: a number, a range (``"81,69–85,23"``), a bound (``"≥ 80"``), a class of the
                indicator's scale, or ``{"nilai": …, "dokumen": …}``.
            realisasi: the value the region printed. Without variables it stands as the value.
            capaian: the achievement the region printed, to be checked.
            predikat: the class of the achievement the region printed, to be checked.
            sebelumnya: the variables of the previous period.
            wilayah: Kemendagri code of the region, kept in the result.
            tingkat: level of government, where the category scale differs by level.
            tahun: the year, kept in the result.
            periode: the period, kept in the result.
            format_angka: how numbers in texts are written, ``id`` or ``en``.

        Returns:
            The result. Bad numbers raise nothing: they are findings of the result, and its status.
        """
        return result_of(
            self,
            ItemInput(
                variabel=variabel or {},
                target=target,
                realisasi=realisasi,
                capaian=capaian,
                predikat=predikat,
                sebelumnya=sebelumnya or {},
                wilayah=wilayah,
                tingkat=tingkat,
                tahun=tahun,
                periode=periode,
                format_angka=format_angka,
            ),
        )


@dataclass(frozen=True)
class Result(ComputedItem):
    """One indicator's result. A value: frozen, comparable, and whole in JSON.

    ``nilai`` is the published value, rounded once; ``nilai_eksak`` the exact one. Both are ``None``
    where no value exists, whatever the reason; ``status`` and ``why``
    say which. ``indicator`` is the definition it was computed by.
    """

    indicator: Indicator | None = field(default=None, compare=False, repr=False)

    def explanation(self) -> Explanation:
        """Return every step from input to category, with its numbers and sources.

        Raises:
            ValueError: the result was read from JSON and carries no definition.
        """
        from kesbang_iku.indicator.explanation import explain  # noqa: PLC0415  # light: few ask

        return explain(self, indicator_of(self).engine)

    def covering(self, coverage: Coverage, why: Finding | None = None) -> Self:
        """Return it as made of the parts of ``coverage``; ``why`` says that they make no value."""
        if why is None:
            return replace(self, cakupan=coverage)
        reason = Text.each(why.message)
        return replace(self, cakupan=coverage, temuan=(why,), why=reason)

    def explain(self, bahasa: Language = "id") -> str:
        """Return the explanation as text for people."""
        return self.explanation().as_text(bahasa)


def result_of(indicator: Indicator, item: ItemInput) -> Result:
    """Return the result of one item of a report. Raises nothing for its content."""
    engine = indicator.engine
    work = compute_item(engine, item)
    return Result(
        kode=indicator.kode,
        versi=indicator.versi,
        satuan=indicator.satuan,
        status=work.status,
        wilayah=item.wilayah,
        tingkat=item.tingkat,
        tahun=item.tahun,
        periode=item.periode,
        asal=work.origin,
        nilai=work.published,
        nilai_eksak=work.exact,
        kategori=work.category,
        achievement=work.achievement,
        kurang=work.missing,
        why=work.reason,
        masukan=work.inputs.values,
        sebelumnya=work.inputs.previous,
        berkas=item.berkas,
        baris=item.baris,
        temuan=tuple(work.findings),
        sidik=engine.digest,
        nama=Text(indicator.nama, indicator.nama_en),
        nama_wilayah=item.nama_wilayah,
        indicator=indicator,
    )


def indicator_of(result: Result) -> Indicator:
    """Return the indicator that a result was computed by.

    Raises:
        ValueError: the result was read from JSON and carries no definition.
    """
    if result.indicator is None:
        raise ValueError("a result without its definition cannot be explained")
    return result.indicator
