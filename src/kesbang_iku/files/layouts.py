"""From the cells of a sheet to rows with known columns: where the headers stand, what they say.

Titles above the headers are passed over: the row, or the few rows on top of each other, that names
most columns is the header. Cells merged over several rows, and the objectives a table writes once
for all its indicators, are filled from above.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.files.csv_reader import Row, Table, clean_header
from kesbang_iku.files.grid import DateText, Grid, GridRow, MarkedText, column_letters
from kesbang_iku.files.headers import MONEY, PLANNED, Column, HeaderWords, load_headers, squeeze
from kesbang_iku.files.year_parts import YEAR, part_of_year
from kesbang_iku.findings import Finding, Place, kinds

NAME: Final = "nama"
FILLED_DOWN: Final = ("sasaran", "program")
"""The columns that a table writes once for several rows."""

VALUES: Final = frozenset(
    {
        *("dasar", "target", "realisasi", "capaian", "nilai", "target_renstra"),
        *("realisasi_lalu", "realisasi_renstra", "perkiraan_renstra"),
        *("target_berjalan", "capaian_renstra", "perubahan", "penurunan", "selisih"),
        *("triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4"),
    }
)
"""The columns that hold numbers."""

CHANGES: Final = ("perubahan", "penurunan", "selisih")
"""The columns that hold how much a value changed."""

_PROGRAMME: Final = "program"
_REALISED: Final = "realisasi"
_ACHIEVED: Final = "capaian"
_TARGET_OF_PLAN: Final = "target_renstra"
_TARGET_OF_NOW: Final = "target_berjalan"
_WHOLE_PLAN: Final = ("perkiraan_renstra", "realisasi_renstra")
_VALUE_AND_SHARE: Final = 2
IDENTIFYING: Final = frozenset({NAME, "kode", "wilayah"})
_SEARCHED: Final = 60
_DEEPEST: Final = 4
_WIDEST: Final = 1000
_SHOWN: Final = 12
_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?", re.ASCII)
_REST_OF_NAME: Final = re.compile(r"[a-z]+(?![a-z.)-])", re.ASCII)
_NUMBERED_LEAST: Final = 3
_REPEATED_LEAST: Final = 2


@dataclass(frozen=True)
class Header:
    """The headers of a table: the rows they stand in, and by column what it holds.

    ``titles`` has every title as written, of columns nobody knows too.
    """

    first: int
    last: int
    columns: Mapping[int, Column]
    titles: Mapping[int, str]

    @property
    def names(self) -> frozenset[str]:
        """The names of the known columns."""
        return frozenset(column.nama for column in self.columns.values())

    @property
    def years(self) -> frozenset[tuple[str, int]]:
        """The name and year of each known column that has a year."""
        found = self.columns.values()
        return frozenset((one.nama, one.tahun) for one in found if one.tahun is not None)


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


def find_header(grid: Grid, words: HeaderWords | None = None) -> Header | None:
    """Return the headers of ``grid``: those rows that name most columns, or ``None``.

    ``words`` are the spellings of headers, by default those of the catalog.
    """
    words = words if words is not None else load_headers()
    search = _Search(grid, words)
    best: tuple[int, int, Header] | None = None
    rows = grid.rows[:_SEARCHED]
    for start in range(len(rows)):
        above = rows[start - 1] if start and _adjoin(rows[start - 1 : start + 1]) else None
        for depth in range(1, _DEEPEST + 1):
            block = rows[start : start + depth]
            if len(block) < depth or not _adjoin(block):
                break
            header = search.header(block, above)
            score = len(set(header.columns.values()))
            better = best is None or (score, -depth) > best[:2]
            if better and not header.names.isdisjoint(IDENTIFYING):
                best = (score, -depth, header)
    return best[2] if best else None


def _read_budget(columns: dict[int, Column]) -> None:
    """Read a table of programmes with what they may spend and spent as any other achievement."""
    named = {column.nama for column in columns.values()}
    if NAME in named or not {_PROGRAMME, _REALISED} <= named:
        return
    instead = {_PROGRAMME: NAME} | ({} if PLANNED in named else {MONEY: PLANNED})
    for index, column in columns.items():
        columns[index] = replace(column, nama=instead.get(column.nama, column.nama))


def _read_targets(columns: dict[int, Column]) -> None:
    """Tell the targets of a table over the years of a whole plan by where they stand.

    In the table of a work plan, and in the form that evaluates one, the target of the whole plan
    stands first, that of the year that is over beside its realised value, and that of the running
    year behind it.
    """
    named = {column.nama for column in columns.values()}
    if _REALISED not in named or named.isdisjoint(_WHOLE_PLAN):
        return
    for money in (False, True):
        realised = [at for at in columns if _means(columns, at, _REALISED, money=money)]
        planned = [at for at in columns if _means(columns, at, PLANNED, money=money)]
        before = [at for at in planned if realised and at < realised[0]]
        later = [at for at in planned if realised and at > realised[0]]
        if later and _TARGET_OF_NOW not in named:
            columns[later[0]] = Column(_TARGET_OF_NOW, uang=money)
        if before[1:] and _TARGET_OF_PLAN not in named:
            columns[before[0]] = Column(_TARGET_OF_PLAN, uang=money)


def _means(
    columns: Mapping[int, Column], index: int, nama: str, *, money: bool | None = None
) -> bool:
    column = columns.get(index)
    return column is not None and column.nama == nama and money in (None, column.uang)


def _adjoin(rows: Sequence[GridRow]) -> bool:
    return all(after.number - before.number == 1 for before, after in pairwise(rows))


@dataclass(slots=True)
class _Search:
    """Looks the headers of one grid up, each path of titles once."""

    grid: Grid
    words: HeaderWords
    known: dict[tuple[str, ...], Column | None] = field(default_factory=dict)

    def header(self, block: Sequence[GridRow], above: GridRow | None) -> Header:
        """Return the headers if they stand in the rows of ``block``, below the row ``above``."""
        columns: dict[int, Column] = {}
        paths = _paths(self.grid, block)
        for index, path in paths.items():
            column = self.column(path)
            if column is not None:
                columns[index] = column
        if above is not None:
            self._look_above(columns, paths, _paths(self.grid, (above, *block)))
        _read_budget(columns)
        _read_targets(columns)
        self._read_changes(columns, paths)
        self._read_shares(columns, paths)
        titles = {index: " ".join(" ".join(path).split()) for index, path in paths.items()}
        return Header(block[0].number, block[-1].number, columns, titles)

    def column(self, path: tuple[str, ...]) -> Column | None:
        """Return what a path of titles means."""
        if path not in self.known:
            self.known[path] = self.words.column(path)
        return self.known[path]

    def _read_shares(
        self, columns: dict[int, Column], paths: Mapping[int, tuple[str, ...]]
    ) -> None:
        """Read the columns that only say "per cent" by those beside them under the same heads.

        Beside target and value stands the achievement. Where no value is named, the achievement
        that is no percentage is the value.
        """
        groups: dict[tuple[str, ...], list[int]] = {}
        for index, path in paths.items():
            groups.setdefault(path[:-1], []).append(index)
        for group in groups.values():
            named = {columns[index].nama for index in group if index in columns}
            shares = [
                index
                for index in group
                if self.words.is_share(paths[index][-1])
                or (index in columns and columns[index].nama == _ACHIEVED)
            ]
            percent = [index for index in shares if self.words.names_share(paths[index][-1])]
            if PLANNED not in named or len(percent) != 1:
                continue
            (share,) = percent
            if _REALISED in named and shares == percent:
                if not (_means(columns, share, _ACHIEVED) and columns[share].tahun is not None):
                    realised = [at for at in group if _means(columns, at, _REALISED)]
                    # What a share is of stands last before it, where several years are printed.
                    beside = max((at for at in realised if at < share), default=realised[0])
                    columns[share] = replace(columns[beside], nama=_ACHIEVED)
            elif _REALISED not in named and len(shares) == _VALUE_AND_SHARE:
                (value,) = (index for index in shares if index != share)
                columns[share] = columns[value]
                columns[value] = replace(columns[value], nama=_REALISED)

    def _read_changes(
        self, columns: dict[int, Column], paths: Mapping[int, tuple[str, ...]]
    ) -> None:
        """Read the years beside a change as what was realised, where nothing else is named so."""
        named = {column.nama for column in columns.values()}
        if named.isdisjoint(CHANGES) or _REALISED in named:
            return
        for index, column in columns.items():
            alone = self.words.tells_only_year(paths[index])
            if alone or (column.nama == _ACHIEVED and column.tahun is not None):
                columns[index] = replace(column, nama=_REALISED)

    def _look_above(
        self,
        columns: dict[int, Column],
        paths: Mapping[int, tuple[str, ...]],
        longer: Mapping[int, tuple[str, ...]],
    ) -> None:
        """Read a year alone together with what stands above it, but for the table's own title.

        A title stands above the name column as well; the head of a group of years does not.
        """
        named = [index for index, column in columns.items() if column.nama in IDENTIFYING]
        titles = {longer[index][0] for index in named if len(longer[index]) > len(paths[index])}
        for index in [index for index in columns if self.words.is_year(paths[index])]:
            path = longer[index]
            if len(path) > len(paths[index]) and path[0] not in titles:
                column = self.column(path)
                if column is None:
                    del columns[index]
                else:
                    columns[index] = column


def _paths(grid: Grid, block: Sequence[GridRow]) -> dict[int, tuple[str, ...]]:
    """Return by column the texts of its headers from the top row down."""
    indexes = sorted({index for row in block for index in row.cells})[:_WIDEST]
    levels = [dict(row.cells) for row in block]
    numbers = {row.number: level for row, level in zip(block, levels, strict=True)}
    for merge in grid.merges:
        level = numbers.get(merge.top)
        if level is not None and merge.right > merge.left and merge.left in level:
            for index in indexes:
                if merge.left < index <= merge.right:
                    level[index] = level[merge.left]
    heads: set[int] = set()
    for depth, level in enumerate(levels[:-1]):
        _spread(level, levels[depth + 1 :], indexes, heads)
        heads |= block[depth].cells.keys()
    return {index: tuple(level[index] for level in levels if index in level) for index in indexes}


def _spread(
    level: dict[int, str],
    below: Sequence[Mapping[int, str]],
    indexes: Iterable[int],
    heads: Collection[int],
) -> None:
    """Give a header that stands over several columns to all of them, where no merge says so.

    It ends where one of the ``heads`` above it begins: what is under that is of another group.
    """
    group: str | None = None
    for index in indexes:
        under = any(index in other for other in below)
        if index in level:
            group = level[index] if under else None
        elif index in heads:
            group = None
        elif group is not None and under:
            level[index] = group


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
            if row.number > self.header.last and not (_is_numbering(row) or self._repeats(row)):
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
        texts = {row.number: row for row in self.grid.rows} if self.grid.merges else {}
        name = next((index for index, column in self.used.items() if column.nama == NAME), -1)
        for row in self.body():
            cells: dict[Column, TableCell] = {}
            for index, column in self.used.items():
                text = row.cells.get(index, "")
                place = self.grid.place(row.number, index)
                top = None if text else self.grid.merged_above(row.number, index)
                if top is not None and top > self.header.last and column.nama != NAME:
                    text = texts[top].cells.get(index, "") if top in texts else ""
                    place = self.grid.place(top, index)
                if text:
                    cells[column] = TableCell(text, place, top is not None)
                    if top is None:
                        self._note_doubts(column, text, place)
                elif column in above and name in row.cells:
                    cells[column] = replace(above[column], from_above=True)
                    filled.setdefault(column, []).append(place)
                if column.nama in FILLED_DOWN and column in cells:
                    above[column] = cells[column]
            yield TableRow(row.number, self.grid.place(row.number, min(row.cells)), cells)
        for column, places in filled.items():
            judul = self.header.titles[next(i for i, found in self.used.items() if found == column)]
            self.findings.append(
                kinds.FILLED_FROM_ABOVE.at(places[0], jumlah=len(places), judul=judul)
            )

    def _note_doubts(self, column: Column, text: str, place: Place) -> None:
        """Note what a spreadsheet shows in a column of numbers that is none."""
        if column.nama in VALUES and isinstance(text, DateText):
            self.findings.append(kinds.DATE_FOR_NUMBER.at(place, value=text, nilai=text))
        elif column.nama in VALUES and isinstance(text, MarkedText):
            self.findings.append(kinds.DIGITS_MARKED.at(place, value=text, nilai=text))

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
        headers: dict[int, str] = {}
        for index, title in self.header.titles.items():
            column = self.header.columns.get(index)
            if index in self._refused:
                continue
            known = column is not None and column.tahun is None and column.nama in keep
            header = column.nama if column is not None and known else clean_header(title)
            if header and header not in headers.values():
                headers[index] = header
        rows = []
        for row in self.body():
            cells = {header: row.cells.get(index, "") for index, header in headers.items()}
            indexes = {header: index for index, header in headers.items()}
            locate = partial(_locate, self.grid, row.number, indexes, min(row.cells))
            rows.append(Row(cells, locate))
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


def _locate(
    grid: Grid, number: int, indexes: Mapping[str, int], first: int, header: str | None
) -> Place:
    return grid.place(number, first if header is None else indexes.get(header, first))


def _is_numbering(row: GridRow) -> bool:
    """Say whether a row numbers the columns: 1, 2, 3 or (1), (2), (3), also ``8 = 7/6``."""
    matches = [_NUMBERED.fullmatch(" ".join(text.split())) for text in row.cells.values()]
    numbers = [int(match.group(1)) for match in matches if match is not None]
    return (
        len(numbers) == len(matches)
        and len(set(numbers)) >= _NUMBERED_LEAST
        and numbers[0] <= 1
        and all(b - a in (0, 1) for a, b in pairwise(numbers))
    )
