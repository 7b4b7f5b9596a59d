"""What the exact engine says of one item whose rows stand together, without reports made of them.

A row of a program becomes a report, an item and a place in it before it is computed, which costs
several times what computing it does. Where a row names a region, year and period that are known
once they were read, and nothing is to be said of how it was put together, the item is handed to
the indicator itself; what is said of regions and periods is asked once for each.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

from kesbang_iku._later import Once
from kesbang_iku._regex import regex
from kesbang_iku.bulk.keys import KEYS, LONG
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.holding import not_estimated, outside_of_time
from kesbang_iku.catalog.regions import NATION, Regions
from kesbang_iku.computing.reports import not_in_force, unknown_code
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.place import NOWHERE
from kesbang_iku.indicator.indicator import Indicator, Result, result_of, told_result
from kesbang_iku.indicator.item_input import ItemInput, nowhere
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.region import Region
from kesbang_iku.model.report import Report
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.reports import COLUMNS, IDENTITY, MEANINGS
from kesbang_iku.sources.shape import check_shape
from kesbang_iku.sources.spelling import Guesses
from kesbang_iku.sources.table_reports import cell_text, put

_MOST: Final = 20_000
"""So many regions, years and cells are remembered: mostly rows name the same ones again."""
_DIGITS: Final = 20
_PLAIN: Final = regex(r"-?[0-9]+(?:[.][0-9]+)?")
_ALONE: Final = frozenset({"sistem_kode", "format_angka"})
"""What says how everything else is to be read."""
_PRINTED: Final = ("target", "realisasi", "capaian", "predikat")

Row = Mapping[str, Any]
Cells = Mapping[str, str]


class Said(NamedTuple):
    """What is said of one item: its result, if it has one, and all that was found."""

    result: Result | None
    found: Sequence[Finding]


class OneItem:
    """Computes items one by one, as ``compute`` does that gets the rows of one of them alone."""

    def __init__(self, catalog: Catalog, regions: Regions, columns: Sequence[str]) -> None:
        """Take rows with some of ``columns``."""
        self.catalog: Catalog = catalog
        self.regions: Regions = regions
        self.long: bool = set(LONG) <= {*columns}
        self.half: bool = not self.long and not {*LONG}.isdisjoint(columns)
        known = {*COLUMNS, *LONG}
        self.printed: Sequence[str] = [name for name in _PRINTED if name in columns]
        self.columns: frozenset[str] = frozenset(columns)
        self.variables: frozenset[str] = self.columns - known
        self.alone: Sequence[str] = [name for name in columns if name in _ALONE]
        self.guesses: Guesses = Guesses(catalog.codes)
        self._times = Once[tuple[str, str], tuple[Report | None, Sequence[Finding]]](
            self._time, _MOST
        )
        self._read = Once[str, tuple[Region | None, Sequence[Finding]]](regions.read, _MOST)
        self._versions = Once[str, tuple[Indicator, ...]](
            lambda code: catalog.versions(code) if code in catalog else (), _MOST
        )

    def said(self, rows: Sequence[Row]) -> Said | None:
        """Return what is said of the item that ``rows`` are; ``None`` where they may be another.

        They are one item: a row, or some of a long table that have one key.
        """
        first = rows[0]
        if self.half or (self.alone and any(filled(row, self.alone) for row in rows)):
            return None
        region, year, period, code = (cell_text(first.get(name)).strip() for name in KEYS)
        identity = {"wilayah": region, "tahun": year, "kode": code}
        empty = [name for name in IDENTITY if not identity[name]]
        if empty:
            return Said(None, [kinds.CELL_MISSING.at(NOWHERE, kolom=name) for name in empty])
        found: list[Finding] = []
        cells = self._gathered(rows, found) if self.long else None
        report, of_time = self._times[year, period]
        found += of_time
        if report is None:
            return Said(None, found)
        place, of_region = self._read[region]
        found += of_region
        if place is not None:
            found += outside_of_time(place, report.tahun, self.regions, NOWHERE)
        versions = self._versions[code]
        if not versions:
            return self._unknown(rows, code, found)
        written = _input(*(cells or self._told(first)), report, region, place)
        result = _result(versions, written)
        return None if result is None else Said(result, [*found, *result.temuan])

    def _unknown(self, rows: Sequence[Row], code: str, found: Sequence[Finding]) -> Said | None:
        """Return what is said where nobody knows the code, unless printed numbers are judged."""
        if any(filled(row, ("capaian",)) for row in rows):
            return None
        return Said(None, [*found, unknown_code(code, nowhere, self.guesses)])

    def _told(self, row: Row) -> tuple[Cells, Cells]:
        """Return the variables of a row that is an item, and what else is told of it."""
        told = filled(row, self.columns)
        variables = {name: text for name, text in told.items() if name in self.variables}
        return variables, {name: told[name] for name in self.printed if name in told}

    def _gathered(self, rows: Sequence[Row], found: list[Finding]) -> tuple[Cells, Cells]:
        """Return the same of the rows of a long table, put together."""
        variables: dict[str, str] = {}
        others: dict[str, str] = {}
        for row in rows:
            for column in self.printed:
                text = cell_text(row.get(column))
                if text.strip():
                    put(others, column, text, nowhere, found)
            name, value = (cell_text(row.get(one)) for one in LONG)
            if name.strip():
                put(variables, name.strip(), value, nowhere, found)
            elif value.strip():
                found.append(kinds.CELL_MISSING.at(NOWHERE, kolom=LONG[0]))
        return variables, others

    def _time(self, told: tuple[str, str]) -> tuple[Report | None, Sequence[Finding]]:
        year, period = told
        data = {"wilayah": NATION, "tahun": year, "item": []}
        return check_shape(
            Report, {**data, "periode": period} if period else data, nowhere, meanings=MEANINGS
        )


def _input(
    variables: Cells, others: Cells, report: Report, name: str, region: Region | None
) -> ItemInput:
    return ItemInput(
        variabel=variables,
        target=others.get("target"),
        realisasi=others.get("realisasi"),
        capaian=others.get("capaian"),
        predikat=others.get("predikat"),
        wilayah=name if region is None else region.kode,
        nama_wilayah=None if region is None else region.nama,
        tingkat=None if region is None else region.tingkat,
        tahun=report.tahun,
        periode=report.periode,
    )


def _result(versions: Sequence[Indicator], written: ItemInput) -> Result | None:
    """Return the result of an item, by the version that applies; ``None``: what is printed counts.

    Where none does, it is held against what else is printed.
    """
    assert written.tahun is not None  # noqa: S101 - a report has a year
    in_force = [one for one in versions if written.tahun in one.berlaku]
    indicator = (in_force or versions)[-1]
    if in_force and (written.tingkat is None or indicator.exists_at(written.tingkat)):
        written.siblings = tuple(one for one in versions if one is not indicator)
        printed = (written.realisasi, written.capaian, written.predikat)
        if indicator.rilis not in written.variabel and all(one is None for one in printed):
            # How a number is written says more only where another one is held against it.
            written.variabel = {name: _exactly(one) for name, one in written.variabel.items()}
            written.target = _exactly(written.target)
        return result_of(indicator, written)
    if written.capaian is not None:
        return None
    why = (
        not_estimated(indicator, written.tingkat, NOWHERE)
        if in_force and written.tingkat is not None
        else not_in_force(versions, written.tahun, NOWHERE)
    )
    return told_result(indicator, written, Status.NOT_APPLICABLE, (why,))


def filled(row: Row, columns: Collection[str]) -> Cells:
    """Return the cells of a row in some columns in which something stands."""
    # Of a wide table nearly all columns are of other indicators.
    told = ((name, cell_text(cell)) for name, cell in row.items() if cell is not None)
    return {name: text for name, text in told if name in columns and text and text.strip()}


def _exactly(cell: object) -> object:
    """Return a number of a program as the number it is, where it is not one of many digits."""
    if not isinstance(cell, NumberText) or len(cell) > _DIGITS:
        return cell
    return int(cell) if cell.isdecimal() else Fraction(cell) if _PLAIN.fullmatch(cell) else cell
