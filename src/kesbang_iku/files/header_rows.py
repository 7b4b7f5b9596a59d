"""Finding the headers of a table in a sheet, and what its columns hold.

Titles above the headers are passed over: the row, or the few rows on top of each other, that names
most columns is the header.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from kesbang_iku.files.grid import Grid, GridRow
from kesbang_iku.files.headers import MONEY, PLANNED, Column, HeaderWords, load_headers

NAME: Final = "nama"
IDENTIFYING: Final = frozenset({NAME, "kode", "wilayah"})

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
_SEARCHED: Final = 60
_DEEPEST: Final = 4
_WIDEST: Final = 1000


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


def _read_share(
    columns: dict[int, Column], group: Sequence[int], shares: Sequence[int], share: int
) -> None:
    """Read the one of the ``shares`` in a group of columns that says "per cent"."""
    realised = [at for at in group if _means(columns, at, _REALISED)]
    if realised and len(shares) == 1:
        if not (_means(columns, share, _ACHIEVED) and columns[share].tahun is not None):
            # What a share is of stands last before it, where several years are printed.
            beside = max((at for at in realised if at < share), default=realised[0])
            columns[share] = replace(columns[beside], nama=_ACHIEVED)
    elif not realised and len(shares) == _VALUE_AND_SHARE:
        (value,) = (index for index in shares if index != share)
        columns[share] = columns[value]
        columns[value] = replace(columns[value], nama=_REALISED)


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
        paths = header_paths(self.grid, block)
        for index, path in paths.items():
            column = self.column(path)
            if column is not None:
                columns[index] = column
        if above is not None:
            self._look_above(columns, paths, header_paths(self.grid, (above, *block)))
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
            shares = [
                index
                for index in group
                if self.words.is_share(paths[index][-1]) or _means(columns, index, _ACHIEVED)
            ]
            percent = [index for index in shares if self.words.names_share(paths[index][-1])]
            if len(percent) == 1 and any(_means(columns, at, PLANNED) for at in group):
                _read_share(columns, group, shares, percent[0])

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


def header_paths(grid: Grid, block: Sequence[GridRow]) -> dict[int, tuple[str, ...]]:
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
