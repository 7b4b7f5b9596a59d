"""Tables of reports in our own layout: a row a variable, or a row an indicator."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from kesbang_iku.catalog.regions import load_regions, region_code
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.model.periods import period_named, reported
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.csv_reader import clean_header
from kesbang_iku.sources.grid import Grid, GridRow, column_letters
from kesbang_iku.sources.named_rows import NamedRow, Table
from kesbang_iku.sources.reports import COLUMNS, IDENTITY, period_written
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import TableWords, load_words
from kesbang_iku.tables.meanings import MONEY, NAME
from kesbang_iku.tables.read_table import ReadTable

_NEARLY: Final = len(IDENTITY) - 1
_SEARCHED: Final = 60
_SHOWN: Final = 12
_SHIFTED: Final = frozenset({"tajuk_berulang", "penomoran", "tanda_tangan", "catatan"})


def is_report_table(table: ReadTable) -> bool:
    """Say whether a table is meant as a report, if perhaps a column of its identity is missing."""
    roles = {column.role for column in table.columns}
    nearly = "kode" in roles or len(roles & {*IDENTITY}) >= _NEARLY
    return table.kind == "laporan" or (nearly and NAME not in roles)


def table_of(
    read: ReadTable,
    findings: list[Finding],
    variables: Callable[[Iterable[str]], Callable[[str], str | None]],
    system: CodeSystem | None = None,
) -> Table:
    """Return a table that was read with its headers as names: ours, and the others as written.

    What stands right of the last header goes to the findings; such a row of a CSV file is left out,
    since its cells may be shifted. ``variables`` tells of some codes which variable a header means;
    ``system`` says whose the codes of regions are, if told.
    """
    coded = [one.index for one in read.columns if one.role == "kode"]
    meant = variables(row.cells.get(at, "").strip() for at in coded for row in read.grid.rows)
    headers: dict[str, int] = {}
    for column in read.columns:
        headers.setdefault(_name(column, meant), column.index)
    left = {one.number for one in read.skipped if one.reason in _SHIFTED}
    first = read.titles[1] + 1
    last = max([read.body[1], *(one.number for one in read.skipped)])
    rows = [row for row in read.grid.rows if first <= row.number <= last and row.number not in left]
    wide = [row for row in rows if max(row.cells) > max(headers.values())]
    findings += _beside(read.grid, wide, max(headers.values()))
    shifted = {row.number for row in wide if row.width}
    spelled = _Spelling(headers, {one.index: one.titles for one in read.columns}, system)
    kept = (spelled.row(row) for row in rows if row.number not in shifted)
    return named_table(read.grid, headers, read.titles[1], kept)


class _Spelling:
    """Writes regions and parts of the year as reports do, where they can only mean one."""

    def __init__(
        self,
        headers: Mapping[str, int],
        titles: Mapping[int, tuple[str, ...]],
        system: CodeSystem | None,
    ) -> None:
        self._system = system
        self._region = headers.get("wilayah", -1)
        self._period = headers.get("periode", -1)
        self._year = headers.get("tahun", -1)
        self._title = " ".join(titles.get(self._period, ()))

    def row(self, row: GridRow) -> GridRow:
        """Return a row with its region and period as reports write them."""
        cells = dict(row.cells)
        # A code stays as it is written: what is to be said of it is said where it is read.
        if any(map(str.isalpha, cells.get(self._region, ""))):
            cells[self._region] = self._code(cells[self._region])
        if self._period in cells:
            cells[self._period] = self._part(cells[self._period], cells.get(self._year, ""))
        return replace(row, cells=cells)

    def _code(self, name: str) -> str:
        """Return the code of a region by its name, in the system of the table's codes."""
        code = region_code(name)
        region = load_regions().get(code) if self._system == "bps" else None
        return code if region is None else region.kode_bps or code

    def _part(self, text: str, year: str) -> str:
        meant = text if period_named(text) else period_written(text)
        words = load_words()
        told = words.text(text).year
        if meant is not None or (told is not None and str(told) != year.strip()):
            return meant or text
        part = words.part_of_year(text) or words.part_of_year(f"{self._title} {text}")
        return text if part is None else reported(str(part))


def _beside(grid: Grid, rows: list[GridRow], last: int) -> Iterator[Finding]:
    """Yield what stands right of the last header, row by row in a CSV file."""
    of_csv = [row for row in rows if row.width]
    for row in of_csv:
        place = grid.place(row.number, min(row.cells))
        yield kinds.CSV_ROW_LONG.at(place, jumlah=row.width, harap=last + 1)
    cells = [(row.number, at) for row in rows for at in sorted(row.cells) if at > last]
    if cells and not of_csv:
        listed = ", ".join(f"{column_letters(at)}{number}" for number, at in cells[:_SHOWN])
        more = ", …" if len(cells) > _SHOWN else ""
        yield kinds.CELLS_BESIDE.at(grid.place(*cells[0]), jumlah=len(cells), sel=listed + more)


def nearly_reports(grid: Grid, words: TableWords) -> Iterator[Table]:
    """Yield the table of a sheet with most columns of a report, where no table was found at all."""
    for row in grid.rows[:_SEARCHED]:
        names = {index: words.text(text).role for index, text in row.cells.items()}
        if "kode" in names.values() or len({*names.values()} & {*IDENTITY}) >= _NEARLY:
            headers = {
                role if role in COLUMNS else clean_header(row.cells[index]): index
                for index, role in names.items()
            }
            below = (one for one in grid.rows if one.number > row.number)
            yield named_table(grid, headers, row.number, below)
            return


def _name(column: TableColumn, meant: Callable[[str], str | None]) -> str:
    """Return the name of a column of a report, or its header, as that of a variable."""
    header = clean_header(" ".join(column.titles))
    if {column.year, column.part} != {None} or column.role == MONEY or meant(header):
        return header
    return next((str(one) for one in (column.role, column.meaning) if one in COLUMNS), header)


def named_table(
    grid: Grid, headers: Mapping[str, int], titles: int, rows: Iterable[GridRow]
) -> Table:
    """Return rows of a grid by the names of its columns, which stand in the row ``titles``."""
    named = []
    firsts: dict[int, int] = {}
    at = partial(_locate, grid, firsts, headers)
    names = tuple(name for name in headers if name)
    for row in rows:
        firsts[row.number] = min(row.cells)
        texts = [row.cells.get(headers[name], "") for name in names]
        named.append(NamedRow(names, texts, at, row.number))
    places = {name: grid.place(titles, index) for name, index in headers.items()}
    return Table(names, names, tuple(named), grid.source, places)


def _locate(
    grid: Grid, firsts: Mapping[int, int], headers: Mapping[str, int], row: int, header: str | None
) -> Place:
    """Return where a cell stands; ``firsts`` has the first column of each row that is filled."""
    first = firsts[row]
    return grid.place(row, first if header is None else headers.get(header, first))
