"""From the cells of a sheet below its headers to rows with known columns.

Cells merged over several rows, and the objectives a table writes once for all its indicators, are
filled from above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.files.csv_reader import NamedRow, Table, clean_header
from kesbang_iku.files.grid import DateText, Grid, GridRow, MarkedText, ScaledText, column_letters
from kesbang_iku.files.header_rows import IDENTIFYING, NAME, VALUES, Header
from kesbang_iku.files.headers import PLANNED, Column, load_headers, squeeze
from kesbang_iku.files.year_parts import YEAR, part_of_year
from kesbang_iku.findings import Finding, Place, kinds

FILLED_DOWN: Final = ("sasaran", "program")
"""The columns that a table writes once for several rows."""

_SHOWN: Final = 12
_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?", re.ASCII)
_REST_OF_NAME: Final = re.compile(r"[a-z]+(?![a-z.)-])", re.ASCII)
_NUMBERED_LEAST: Final = 3
_REPEATED_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class TableCell:
    """The text of a cell and where it stands; one filled ``from_above`` stands further up."""

    text: str
    place: Place
    from_above: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table by what its columns hold; blank cells are left out."""

    number: int
    place: Place
    cells: Mapping[Column, TableCell] = field(repr=False)

    def text(self, nama: str, tahun: int | None = None) -> str | None:
        """Return the text under a column, or ``None`` where there is none."""
        cell = self.cells.get(Column(nama, tahun))
        return None if cell is None else cell.text


@dataclass
class TableReader:
    """Reads the rows of one table; ``findings`` grows on the way."""

    grid: Grid
    header: Header
    findings: list[Finding]
    used: Mapping[int, Column] = field(init=False)
    _top: tuple[GridRow, ...] = field(init=False)
    _refused: frozenset[int] = field(default=frozenset(), init=False)
    _rows: Sequence[GridRow] = field(default=(), init=False)

    def __post_init__(self) -> None:
        """Take the first of the columns that mean the same, and none of targets that differ."""
        inside = range(self.header.first, self.header.last + 1)
        self._top = tuple(row for row in self.grid.rows if row.number in inside)
        first: dict[Column, int] = {}
        rivals: dict[Column, list[int]] = {}
        for index, column in self.header.columns.items():
            if column not in first:
                first[column] = index
            elif column.nama == PLANNED and self._titled_otherwise(index, first[column]):
                rivals.setdefault(column, [first[column]]).append(index)
            elif column.nama in VALUES or column.nama == NAME:
                self.findings.append(self._twice(index, first[column]))
        self.used = {index: column for column, index in first.items()}
        for column, indexes in rivals.items():
            self.refuse(indexes, column)
        self._rows = tuple(self._below())
        self._look_right()

    def refuse(self, indexes: Sequence[int], column: Column) -> None:
        """Use none of the columns ``indexes``, which would all be ``column``, and say so."""
        first, second = indexes[0], indexes[1]
        self.findings.append(
            kinds.COLUMNS_RIVAL.at(
                self.title_place(second),
                value=self.header.titles.get(second) or None,
                kolom=", ".join(column_letters(index) for index in indexes),
                judul=self.header.titles.get(first) or self.header.titles.get(second, ""),
                isi=column.nama if column.tahun is None else f"{column.nama} {column.tahun}",
            )
        )
        self._refused |= {*indexes}
        self.used = {at: found for at, found in self.used.items() if at not in self._refused}

    def refuses(self, nama: str) -> bool:
        """Say whether columns of that name were refused, so that nobody says there are none."""
        found = self.header.columns
        return any(index in found and found[index].nama == nama for index in self._refused)

    def _titled_otherwise(self, index: int, other: int) -> bool:
        titles = self.header.titles[index], self.header.titles[other]
        # What is of a quarter, or of another year, is no target of the same year.
        years = {frozenset(YEAR.findall(title)) for title in titles}
        differ = len(set(map(squeeze, titles))) > 1
        return differ and len(years - {frozenset()}) <= 1 and not any(map(part_of_year, titles))

    def _look_right(self) -> None:
        """Note the rows with cells right of the last header, and pass over those of a CSV file.

        A row with nothing below the headers is no row of the table; in a workbook only those count
        that name something, since signatures and notes stand beside its tables.
        """
        top = range(self.header.first, self.header.last + 1)
        titled = [index for index, title in self.header.titles.items() if title]
        last = max(titled + [merge.right for merge in self.grid.merges if merge.top in top])
        of_csv = self.grid.name is None
        known = {
            index for index, column in self.used.items() if of_csv or column.nama in IDENTIFYING
        }
        wide = [row for row in self._rows if max(row.cells) > last and known & row.cells.keys()]
        if of_csv:
            shifted = {row.number for row in wide}
            self._rows = tuple(row for row in self._rows if row.number not in shifted)
            for row in wide:
                place = self.grid.place(row.number, min(row.cells))
                count = max(row.cells) + 1
                self.findings.append(kinds.CSV_ROW_LONG.at(place, jumlah=count, harap=last + 1))
        elif wide:
            self.findings.append(self._beside(wide, last))

    def _beside(self, rows: Sequence[GridRow], last: int) -> Finding:
        """Return one finding for all cells of ``rows`` right of the column ``last``."""
        cells = [(row.number, index) for row in rows for index in sorted(row.cells) if index > last]
        listed = [f"{column_letters(index)}{number}" for number, index in cells[:_SHOWN]]
        more = ["…"] if len(cells) > _SHOWN else []
        place = self.grid.place(*cells[0])
        return kinds.CELLS_BESIDE.at(place, jumlah=len(cells), sel=", ".join(listed + more))

    def _twice(self, index: int, first: int) -> Finding:
        title = self.header.titles[index]
        return kinds.COLUMN_TWICE.at(
            self.title_place(index),
            value=title,
            judul=title,
            lain=self.header.titles[first],
            sel=str(self.title_place(first).sel),
        )

    def title_place(self, index: int) -> Place:
        """Return where the lowest title of a column stands."""
        titled = [row.number for row in self._top if index in row.cells]
        return self.grid.place(titled[-1] if titled else self.header.last, index)

    def place_of(self, nama: str) -> Place:
        """Return where the title of a column stands, or the header's start if it has none."""
        for index, column in self.used.items():
            if column.nama == nama:
                return self.title_place(index)
        return self.grid.place(self.header.first, min(self.header.titles, default=0))

    def note_unused(self, wanted: Collection[str]) -> None:
        """Note the columns that hold something and are not among the ``wanted`` names."""
        filled = {index for row in self.body() for index in row.cells}
        unused = [
            index
            for index, title in sorted(self.header.titles.items())
            if title
            and index in filled
            and (index not in self.header.columns or self.header.columns[index].nama not in wanted)
        ]
        if unused:
            titles = [f"'{self.header.titles[index][:60]}'" for index in unused[:_SHOWN]]
            more = ["…"] if len(unused) > _SHOWN else []
            place = self.title_place(unused[0])
            self.findings.append(kinds.COLUMNS_UNUSED.at(place, judul=", ".join(titles + more)))

    def unread(self, number: int, wanted: Collection[str]) -> dict[str, str]:
        """Return by title what row ``number`` holds in columns not among the ``wanted`` names."""
        read = {index for index, column in self.used.items() if column.nama in wanted}
        return {
            self.header.titles[index]: text
            for index, text in self._cells.get(number, {}).items()
            if index not in read and self.header.titles.get(index)
        }

    @cached_property
    def _cells(self) -> Mapping[int, Mapping[int, str]]:
        return {row.number: row.cells for row in self.grid.rows}

    def body(self) -> Sequence[GridRow]:
        """Return the rows below the headers, but for column numbers and headers printed again.

        A row of a CSV file with more cells than headers is left out: its cells may be shifted.
        """
        return self._rows

    def _below(self) -> Iterator[GridRow]:
        for row in self.grid.rows:
            if row.number > self.header.last and not (is_numbering(row) or self._repeats(row)):
                yield row

    def _repeats(self, row: GridRow) -> bool:
        same = [
            index in self.header.columns and squeeze(text) == squeeze(self.header.titles[index])
            for index, text in row.cells.items()
        ]
        return len(same) >= _REPEATED_LEAST and all(same)

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the headers, with what is filled from above, and note dates."""
        above: dict[Column, TableCell] = {}
        filled: dict[Column, list[Place]] = {}
        name = next((index for index, column in self.used.items() if column.nama == NAME), -1)
        for row in self.body():
            cells: dict[Column, TableCell] = {}
            for index, column in self.used.items():
                cell = self._cell(row, index, column)
                if cell.text:
                    cells[column] = cell
                elif column in above and name in row.cells:
                    cells[column] = replace(above[column], from_above=True)
                    filled.setdefault(column, []).append(cell.place)
                if column.nama in FILLED_DOWN and column in cells:
                    above[column] = cells[column]
            yield TableRow(row.number, self.grid.place(row.number, min(row.cells)), cells)
        for column, places in filled.items():
            judul = self.header.titles[next(i for i, found in self.used.items() if found == column)]
            self.findings.append(
                kinds.FILLED_FROM_ABOVE.at(places[0], jumlah=len(places), judul=judul)
            )

    def _cell(self, row: GridRow, index: int, column: Column) -> TableCell:
        """Return a cell of a row, or what is merged into it from above; it may be blank."""
        text, place = row.cells.get(index, ""), self.grid.place(row.number, index)
        if text:
            self._note_doubts(column, text, place)
            return TableCell(text, place)
        top = self.grid.merged_above(row.number, index)
        if top is None or top <= self.header.last or column.nama == NAME:
            return TableCell(text, place)
        return TableCell(
            self._cells.get(top, {}).get(index, ""), self.grid.place(top, index), from_above=True
        )

    def _note_doubts(self, column: Column, text: str, place: Place) -> None:
        """Note what a spreadsheet shows in a column of numbers that is none."""
        if column.nama in VALUES and isinstance(text, DateText):
            self.findings.append(kinds.DATE_FOR_NUMBER.at(place, value=text, nilai=text))
        elif column.nama in VALUES and isinstance(text, MarkedText):
            self.findings.append(kinds.DIGITS_MARKED.at(place, value=text, nilai=text))
        elif column.nama in VALUES and isinstance(text, ScaledText):
            said = {"nilai": text, "bentuk": text.bentuk}
            self.findings.append(kinds.NUMBER_SCALED.at(place, value=text, **said))

    def named_rows(self) -> Iterator[TableRow]:
        """Yield the rows that name an indicator, or sum up those above; note the others.

        A name that goes on in the rows below it is one name.
        """
        skipped: list[TableRow] = []
        texts = {row.number: row for row in self.body()}
        for row in self._with_whole_names():
            if row.text(NAME):
                yield row
            elif (label := self._summary(texts[row.number])) is not None:
                yield replace(row, cells={**row.cells, Column(NAME): label})
            elif any(
                column.nama in VALUES and not (column.uang or cell.from_above)
                for column, cell in row.cells.items()
            ):
                self.findings.append(kinds.NAME_MISSING.at(row.place))
            else:
                skipped.append(row)
        if skipped:
            self.findings.append(
                kinds.ROWS_SKIPPED.at(skipped[0].place, jumlah=len(skipped), awal=skipped[0].number)
            )

    def _with_whole_names(self) -> Iterator[TableRow]:
        """Yield the rows, but for those that only go on with the name of the row before."""
        before: TableRow | None = None
        last = 0
        for row in self.rows():
            if before is not None and row.number == last + 1 and self._goes_on(before, row):
                before = self._joined(before, row)
            else:
                if before is not None:
                    yield before
                before = row
            last = row.number
        if before is not None:
            yield before

    def _goes_on(self, before: TableRow, row: TableRow) -> bool:
        """Say whether a row is nothing but the rest of the name of a row that has values.

        It holds a name and nothing else, in lower case unlike that above, and it is no point of a
        list such as ``a. ...``.
        """
        name, rest = before.text(NAME), row.text(NAME)
        valued = any(column.nama in VALUES for column in before.cells)
        return (
            name is not None
            and rest is not None
            and valued
            and len(self._cells[row.number]) == 1
            and not name[:1].islower()
            and _REST_OF_NAME.match(rest) is not None
        )

    def _joined(self, before: TableRow, row: TableRow) -> TableRow:
        above, below = before.cells[Column(NAME)], row.cells[Column(NAME)]
        name = f"{above.text} {below.text}"
        said = {"lanjutan": below.text, "nama": " ".join(name.split())}
        self.findings.append(kinds.NAME_CONTINUED.at(below.place, value=below.text, **said))
        return replace(before, cells={**before.cells, Column(NAME): replace(above, text=name)})

    def _summary(self, row: GridRow) -> TableCell | None:
        """Return the cell that says that a row sums up others, in whatever column it stands."""
        for index, text in row.cells.items():
            if load_headers().is_summary(text):
                return TableCell(text, self.grid.place(row.number, index))
        return None

    def table(self, keep: Collection[str]) -> Table:
        """Return the rows as a table with headers: names in ``keep``, the others as written."""
        headers = self._kept_headers(keep)
        indexes = {header: index for index, header in headers.items()}
        rows = []
        for row in self.body():
            cells = {header: row.cells.get(index, "") for index, header in headers.items()}
            locate = partial(_locate, self.grid, row.number, indexes, min(row.cells))
            rows.append(NamedRow(cells, locate))
            for index, text in row.cells.items():
                if index in self.header.columns:
                    place = self.grid.place(row.number, index)
                    self._note_doubts(self.header.columns[index], text, place)
        return Table(
            tuple(headers.values()),
            tuple(self.header.titles[index] for index in headers),
            tuple(rows),
            self.grid.source,
            {header: self.title_place(index) for index, header in headers.items()},
        )

    def _kept_headers(self, keep: Collection[str]) -> dict[int, str]:
        """Return by column its name if it is in ``keep``, else its title; none comes twice."""
        headers: dict[int, str] = {}
        for index, title in self.header.titles.items():
            if index in self._refused:
                continue
            column = self.header.columns.get(index)
            known = column is not None and column.tahun is None and column.nama in keep
            header = column.nama if column is not None and known else clean_header(title)
            if header and header not in headers.values():
                headers[index] = header
        return headers


def _locate(
    grid: Grid, number: int, indexes: Mapping[str, int], first: int, header: str | None
) -> Place:
    return grid.place(number, first if header is None else indexes.get(header, first))


def is_numbering(row: GridRow) -> bool:
    """Say whether a row numbers the columns: 1, 2, 3 or (1), (2), (3), also ``8 = 7/6``."""
    matches = [_NUMBERED.fullmatch(" ".join(text.split())) for text in row.cells.values()]
    numbers = [int(match.group(1)) for match in matches if match is not None]
    return (
        len(numbers) == len(matches)
        and len(set(numbers)) >= _NUMBERED_LEAST
        and numbers[0] <= 1
        and all(b - a in (0, 1) for a, b in pairwise(numbers))
    )
