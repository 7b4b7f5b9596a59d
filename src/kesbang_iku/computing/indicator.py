"""An indicator: a definition that computes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, Any, Self

from pydantic import PrivateAttr

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog_as
from kesbang_iku.catalog.tables import Tables
from kesbang_iku.computing.engine import Engine
from kesbang_iku.computing.item_input import ItemInput
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat

if TYPE_CHECKING:
    from kesbang_iku.computing.result import Result


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
        from kesbang_iku.computing.item import compute_item

        return compute_item(
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


def load_catalog(
    extra: Sequence[str | PathLike[str]] = (), *, national: bool = True, packages: bool = True
) -> Catalog[Indicator]:
    """Return the standard: all its indicators, ready to compute.

    Args:
        extra: folders with local indicators, laid out like the catalog.
        national: whether the national catalog is part of it.
        packages: whether the catalogs of installed packages are, which the entry point
            ``kesbang_iku.catalogs`` names; they never join without the national one.

    Returns:
        The catalog. It never changes, so one serves a whole program.

    Raises:
        CatalogError: a definition is broken; the error's findings say where and why.
    """
    return load_catalog_as(
        Indicator, extra, national=national, packages=packages, bind=Indicator.with_tables
    )
