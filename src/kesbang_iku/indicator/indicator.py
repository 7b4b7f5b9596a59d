"""An indicator that computes, and the result it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Language, Text, kinds, sentences
from kesbang_iku.findings.misuse import MisuseError
from kesbang_iku.indicator.computed_item import ComputedItem
from kesbang_iku.indicator.distribution import Coverage, Distribution
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.item import compute_item
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat

if TYPE_CHECKING:
    from kesbang_iku.indicator.explanation import Explanation
    from kesbang_iku.indicator.need import Need


class Variables(Protocol):
    """Numbers by the names of variables: a mapping, or a row of a dataframe."""

    def keys(self) -> Iterable[Any]:
        """Return the names."""
        ...

    def __getitem__(self, name: Any, /) -> Any:  # noqa: ANN401  # of pandas nothing more is known
        """Return the number of a name."""
        ...


class Held(NamedTuple):
    """An item whose region, year, period and level were held against the standard.

    Attributes:
        item: the item, with what follows from its region.
        findings: what is wrong.
        status: what became of it, where it cannot be computed.
        why: why it does not apply.
    """

    item: ItemInput
    findings: tuple[Finding, ...] = ()
    status: Status | None = None
    why: Text | None = None


Hold = Callable[["Indicator", ItemInput], Held]
"""What holds an item against the standard. The rooms above know the regions; they hand it down."""


class Indicator(Definition):
    """One indicator of the standard in one version, ready to compute."""

    _tables: Tables = Tables()
    _hold: Hold | None = None

    def __repr__(self) -> str:
        return f"<Indicator {self.kode} {self.versi}: {self.nama}>"

    def __str__(self) -> str:
        return f"{self.kode}@{self.versi}: {self.nama}"

    def __getstate__(self) -> tuple[dict[str, Any], set[str]]:
        """Return what a copy or another process needs; compiled formulas are made anew there."""
        held, given = super().__getstate__()
        return {name: value for name, value in held.items() if name != "engine"}, given

    def with_tables(self, tables: Tables) -> Self:
        """Make the indicator refer to ``tables``, once, when its catalog is loaded."""
        self.model_tell("_tables", tables)
        return self

    def held_by(self, hold: Hold) -> Self:
        """Make :meth:`compute` hold what it is given by ``hold``, as a catalog does."""
        self.model_tell("_hold", hold)
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
        variabel: Variables | None = None,
        *,
        target: object = None,
        realisasi: object = None,
        capaian: object = None,
        predikat: str | None = None,
        sebelumnya: Variables | None = None,
        wilayah: str | None = None,
        tingkat: AdminLevel | None = None,
        tahun: int | None = None,
        periode: str = "tahunan",
        format_angka: NumberFormat | None = None,
    ) -> Result:
        """Return the indicator's value, category and achievement for these numbers.

        Args:
            variabel: the numbers the formula needs, by variable name: a mapping, or a row of a
                dataframe (``pandas.Series``). Whole numbers, fractions, decimals, floats (taken at
                their shortest decimal text) or text as regions write it; ``None``, NaN and
                ``pandas.NA`` are missing.
            target: a number, a range (``"81,69–85,23"``), a bound (``"≥ 80"``), a class of the
                indicator's scale, or ``{"nilai": …, "dokumen": …}``.
            realisasi: the value the region printed. Without variables it stands as the value.
            capaian: the achievement the region printed, to be checked.
            predikat: the class of the achievement the region printed, to be checked.
            sebelumnya: the variables of the previous period.
            wilayah: Kemendagri code of the region.
            tingkat: level of government, where no region is given; of a region it follows.
            tahun: the year, which this version must apply in.
            periode: the period, as ``triwulan-1``; a whole year is ``tahunan``.
            format_angka: how numbers in texts are written, ``id`` or ``en``.

        Returns:
            The result. Bad input raises nothing: it is findings of the result, and its status.
            Region, year, period and level are held as those of a report are: an unknown region is a
            finding, a year or level this version does not apply to makes the result
            ``tidak_berlaku``, a year or period that has no form of one ``ditolak``.
        """
        item = ItemInput(
            variabel=_by_name(variabel),
            target=target,
            realisasi=realisasi,
            capaian=capaian,
            predikat=predikat,
            sebelumnya=_by_name(sebelumnya),
            wilayah=wilayah,
            tingkat=tingkat,
            tahun=tahun,
            periode=periode,
            format_angka=format_angka,
        )
        held = Held(item) if self._hold is None else self._hold(self, item)
        if held.status is not None:
            return told_result(self, held.item, held.status, held.findings, held.why)
        return result_of(self, held.item, held.findings)


def _by_name(variables: Variables | None) -> dict[str, object]:
    """Return numbers by their names.

    Raises:
        TypeError: they have none.
    """
    if variables is None:
        return {}
    if not hasattr(variables, "keys"):
        raise MisuseError(
            sentences.indicator.NO_VARIABLES.filled(jenis=type(variables).__name__).en
        )
    return dict(variables)


@dataclass(frozen=True)
class Result(ComputedItem):
    """One indicator's result. A value: frozen, comparable, and whole in JSON.

    ``nilai`` is the published value, rounded once; ``nilai_eksak`` the exact one. Both are ``None``
    where no value exists, whatever the reason; ``status`` and ``why``
    say which. ``indicator`` is the definition it was computed by.
    """

    indicator: Indicator | None = field(default=None, compare=False, repr=False)

    _sidik: str | None = field(default=None, compare=False, repr=False)
    _need: Need | None = field(default=None, compare=False, repr=False)

    @property
    def sidik(self) -> str | None:
        """The fingerprint of the definition, or the one that was told with a result read back."""
        return self._sidik if self.indicator is None else self.indicator.engine.digest

    @property
    def verifikasi(self) -> str | None:
        """What the result states as one line, for ``verify``; ``None`` where it has no value.

        It carries what the arithmetic needs, and proves nothing about the numbers put in.
        """
        return _line_writer()(self, self.sidik)

    @cached_property
    def diperlukan(self) -> Need | None:
        """What reaches the target, or was told with a result read back; ``None``: nothing is known.

        It takes for granted that all other numbers stay as they are.
        """
        if self.indicator is None:
            return self._need
        from kesbang_iku.indicator.reaching import need_of  # noqa: PLC0415  # light: few ask

        return need_of(self.indicator.engine, self)

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
        rest = (one for one in self.temuan if one.kind is not kinds.MISSING_VARIABLE)
        return replace(self, cakupan=coverage, temuan=(why, *rest), why=Text.each(why.message))

    def spread(self, values: Distribution | None, why: Text | None) -> Self:
        """Return it without a value, for the reason ``why``, and how its parts are spread."""
        return replace(self, status=Status.UNDEFINED, why=why, sebaran=values)

    def explain(self, bahasa: Language = "id") -> str:
        """Return the explanation as text for people."""
        return self.explanation().as_text(bahasa)


@cache
def _line_writer() -> Callable[[ComputedItem, str | None], str | None]:
    """Return what writes what results state; looked up once for all of them."""
    from kesbang_iku.indicator.statement import line_of  # noqa: PLC0415  # light: answers alone

    return line_of


def result_of(
    indicator: Indicator, item: ItemInput, found: tuple[Finding, ...] = (), *, made: bool = True
) -> Result:
    """Return the result of one item of a report, with what was ``found`` before.

    ``made`` says whether its numbers are known. Raises nothing for its content.
    """
    work = compute_item(indicator.engine, item, made=made)
    return told_result(
        indicator,
        item,
        work.status,
        (*found, *work.findings),
        work.reason,
        asal=work.origin,
        nilai=work.published,
        nilai_eksak=work.exact,
        kategori=work.category,
        achievement=work.achievement,
        kurang=work.missing,
        masukan=work.inputs.values,
        sebelumnya=work.inputs.previous,
    )


def told_result(
    indicator: Indicator,
    item: ItemInput,
    status: Status,
    findings: tuple[Finding, ...],
    why: Text | None = None,
    **value: Any,  # noqa: ANN401  # fields of a result
) -> Result:
    """Return the result of an item: its ``status`` and why, and of its ``value`` what there is."""
    return Result(
        kode=indicator.kode,
        versi=indicator.versi,
        satuan=indicator.satuan,
        status=status,
        wilayah=item.wilayah,
        tingkat=item.tingkat,
        tahun=item.tahun,
        periode=item.periode,
        why=why,
        berkas=item.berkas,
        baris=item.baris,
        temuan=findings,
        nama=indicator.engine.name,
        nama_wilayah=item.nama_wilayah,
        indicator=indicator,
        **value,
    )


def indicator_of(result: Result) -> Indicator:
    """Return the indicator that a result was computed by.

    Raises:
        ValueError: the result was read from JSON and carries no definition.
    """
    if result.indicator is None:
        raise ValueError("a result without its definition cannot be explained")
    return result.indicator
