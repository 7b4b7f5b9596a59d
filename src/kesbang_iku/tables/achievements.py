"""The rows of performance tables: what was planned, realised and achieved, by name and period.

An indicator gives one row for each year and each part of a year that the table prints, and others
for its money. Where columns of parts of a year were not understood, or several would be the same
thing, the numbers of the table are left out: nobody knows which target an achievement is of.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final, NamedTuple, TypeAlias

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.model.achievement import AchievementRow
from kesbang_iku.model.periods import period_named, runs_to_the_end
from kesbang_iku.sources.bracketed import without_grade
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.sources.loaded import Loaded, Placed, nearest
from kesbang_iku.sources.shape import Pointer, check_shape
from kesbang_iku.tables.columns import TableColumn, value_key
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import (
    ACHIEVED,
    MONEY,
    NAME,
    PLAN_WIDE,
    REALISED,
    TARGET,
    UNKNOWN,
    YEAR,
)
from kesbang_iku.tables.neighbours import BEFORE_CHANGE
from kesbang_iku.tables.read_table import ReadTable
from kesbang_iku.tables.values import is_number

LoadedAchievement: TypeAlias = Placed[AchievementRow]
"""One row of a performance table, and where each of its parts stands."""

_KINDS: Final = frozenset({"capaian", "pemantauan"})
_REMARK: Final = "catatan"
_PROGRAMME: Final = "program"
_TEXTS: Final = frozenset(
    {*("kode", "sasaran", _PROGRAMME, "satuan", "rumus", "polaritas", "penanggung_jawab"), _REMARK}
)
_CHANGES: Final = ("perubahan", "penurunan", "selisih")
_OTHER_TARGET: Final = "target_lain"
_ONCE: Final = frozenset({*PLAN_WIDE, "target_berjalan", _OTHER_TARGET})
_BESIDE: Final = _ONCE.union(_CHANGES)
_BEFORE: Final = {REALISED: "realisasi_sebelumnya", ACHIEVED: "capaian_sebelumnya"}
_OF_YEAR: Final = frozenset({TARGET, REALISED, ACHIEVED, "predikat"})
_NUMBERS: Final = frozenset({*_BESIDE, TARGET, REALISED, ACHIEVED, "bagian"})
_OWN_NUMBERS: Final = _NUMBERS - {ACHIEVED, "capaian_renstra"}
_COMPARED: Final = (TARGET, REALISED)
_PAIR: Final = 2
_SHOWN: Final = 12


class Achievements(Loaded[LoadedAchievement]):
    """The rows of performance tables, and everything found while making them."""

    __slots__ = ()


def has_achievements(table: ReadTable) -> bool:
    """Say whether a table prints what was realised of indicators, or of the money of programmes."""
    return table.kind in _KINDS or bool(table.budget)


def achievements_of(tables: Iterable[ReadTable]) -> Achievements:
    """Return the rows of the performance tables among ``tables``.

    Returns:
        The rows in the order of the tables. What is not judged, and why, is a finding.
    """
    findings: list[Finding] = []
    rows: list[LoadedAchievement] = []
    for table in tables:
        if has_achievements(table):
            found = [*_TableRows(table, findings).rows()]
            if not found:
                place = table.grid.place(table.titles[1], table.name_column)
                findings.append(kinds.NO_ROWS.at(place))
            rows += found
    return Achievements(tuple(rows), tuple(findings))


class _When(NamedTuple):
    """What the numbers of a row are of: a year, a part of it, and whether they are money."""

    year: int | None = None
    part: str | None = None
    money: bool = False


def _when(cell: ItemCell) -> _When:
    year, _, part = cell.key.partition("/")
    return _When(None if year == "-" else int(year), part or None, cell.column.role == MONEY)


def understood(table: ReadTable, findings: list[Finding]) -> bool:
    """Say whether it is known which numbers of a table are target and value of what, and tell."""
    first, last = table.body
    rows = (row.cells for row in table.grid.rows if first <= row.number <= last)
    cells = {at for row in rows for at, text in row.items() if is_number(text)}
    unclear = [
        one
        for one in table.columns
        if one.role == UNKNOWN and one.part is not None and one.index in cells
    ]
    if unclear:
        titles = [f"'{' / '.join(one.titles)[:60]}'" for one in unclear[:_SHOWN]]
        more = ["…"] if unclear[_SHOWN:] else []
        place = table.title_place(unclear[0].index)
        findings.append(kinds.PERIODS_UNCLEAR.at(place, judul=", ".join(titles + more)))
    refused = [one for one in table.columns if one.index in table.refused]
    return not unclear and _OF_YEAR.isdisjoint(one.role for one in refused)


@dataclass(frozen=True, slots=True)
class _TableRows:
    """Makes the rows of one table; ``findings`` grows on the way."""

    table: ReadTable
    findings: list[Finding]

    def rows(self) -> Iterator[LoadedAchievement]:
        """Yield the rows in the order of the sheet, those that sum up others among them."""
        judged = understood(self.table, self.findings)
        items = [*self.table.items, *self.table.budget, *self.table.summaries]
        realised = (_when(cell) for item in items for cell in item.cells if cell.role == REALISED)
        last = tuple(sorted({of.year for of in realised if of.year is not None}))
        named = {item.row for item in self.table.items}
        grounds = _grounds(items, self.table.columns)
        rows_of = Counter(item.name for item in items)
        around = (row.cells.values() for row in self.table.grid.rows if row.number not in named)
        caps = map(load_headers().cap_in, chain.from_iterable(around))
        cap = next(filter(None, caps), None)
        for item in sorted(items, key=lambda one: one.row):
            for row in _item_rows(self.table, item, last, judged=judged):
                data = row.data
                if judged and data.get("ringkasan") is None:
                    time = value_key(data.get(YEAR), data.get("periode"))
                    grounded = (time, bool(data.get("uang"))) in grounds
                    # Target and value may stand in other rows of the same name.
                    alone = rows_of[item.name] == 1 or not data.keys().isdisjoint(_COMPARED)
                    data["berdasar"] = grounded and alone
                data["batas"] = cap
                checked, found = check_shape(AchievementRow, data, row.locate)
                self.findings.extend(found)
                if checked is not None:
                    yield Placed(checked, row.locate)


@dataclass(slots=True)
class _Row:
    """A row of a table as data, and where each part of it stands."""

    table: ReadTable
    number: int
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Pointer, ItemCell] = field(default_factory=dict)

    def put(self, pointer: Pointer, cell: ItemCell, text: str) -> None:
        """Put what a cell says at a pointer, if nothing stands there yet."""
        target: dict[Any, Any] = self.data
        for step in pointer[:-1]:
            target = target.setdefault(step, {})
        if target.setdefault(pointer[-1], text) is text:
            self.cells.setdefault(pointer, cell)

    def locate(self, pointer: Pointer) -> Place:
        """Return where a part of the row stands, or the row itself."""
        cell, table = nearest(self.cells, pointer), self.table
        return table.row_place(self.number) if cell is None else table.cell_place(cell)


def _item_rows(
    table: ReadTable, item: TableItem, realised: Sequence[int], *, judged: bool
) -> Iterator[_Row]:
    """Yield a row for each year, part of a year and money that an indicator has numbers of."""
    whens = dict.fromkeys(_when(cell) for cell in item.cells if _meaning(cell) in _OF_YEAR)
    last = _When(max((when.year for when in whens if when.year is not None), default=None))
    if not judged:
        whens = {}
    main = {when._replace(part=None) for when in whens} or {last}
    for when in sorted({*whens, *main}, key=lambda one: (one.year or 0, one.part or "", one.money)):
        row = _Row(table, item.row)
        _put_texts(row, item, when)
        if judged:
            row.data["format_angka"] = item.form
            once = realised[-1] if realised else last.year
            _put_numbers(row, item, when, realised, once)
        if when.money and row.data.keys().isdisjoint(_NUMBERS):
            continue
        if _OWN_NUMBERS.isdisjoint(row.data) and load_headers().is_summary(item.name):
            row.data["ringkasan"] = True
        yield row


def _grounds(
    items: Iterable[TableItem], columns: Iterable[TableColumn]
) -> frozenset[tuple[str, bool]]:
    """Return the times of which a table has columns, or rows, for a target and for a value."""
    found: dict[str, set[tuple[str, bool]]] = {TARGET: set(), REALISED: set()}
    told = [(one.meaning, one.key, one.role == MONEY) for one in columns]
    told += [(_meaning(c), c.key, c.column.role == MONEY) for item in items for c in item.cells]
    for meaning, key, money in told:
        if meaning in found:
            year, _, part = key.partition("/")
            found[meaning] |= {(key, money), (year if runs_to_the_end(part) else key, money)}
    return frozenset(found[TARGET] & found[REALISED])


def _put_texts(row: _Row, item: TableItem, when: _When) -> None:
    row.data["nama"] = item.name
    for cell in item.cells:
        meaning = cell.column.meaning
        name = meaning if meaning == _PROGRAMME and cell.role != NAME else cell.role
        name = _REMARK if cell.role == "keterangan" and meaning == _REMARK else name
        if name == NAME:
            row.cells.setdefault((name,), cell)
        elif name in _TEXTS and name not in row.data and not (name == "satuan" and when.money):
            row.put((name,), cell, " ".join(cell.text.split()))
    region = row.table.region_of(item)
    if region is not None:
        row.data["wilayah"] = region
    if when.year is not None:
        row.data[YEAR] = when.year
    if when.part is not None:
        row.data["periode"] = when.part
    if when.money:
        row.data["uang"] = True


def _put_numbers(
    row: _Row, item: TableItem, when: _When, realised: Sequence[int], printed: int | None
) -> None:
    """Put the numbers of a year, a part of one, or its money, and the values of its parts.

    What the table prints once is of the year ``printed``: the last one realised. Of two columns
    for a change each is of the year above it, if there is one.
    """
    once = when.part is None and when.year in (None, printed)
    columns = Counter({one.column: _meaning(one) for one in item.cells}.values())
    for cell in sorted(item.cells, key=lambda one: _when(one) != when):
        name = _meaning(cell)
        if name in _CHANGES and columns[name] > 1:
            pointer: Pointer = (name,) if when == _When(cell.column.year) else ()
        elif name in _BESIDE:
            wanted = name in _ONCE or len(realised) <= _PAIR
            same = once and wanted and _when(cell).money == when.money
            pointer = (name,) if same else ()
        else:
            pointer = () if name is None else _pointer(name, _when(cell), when, realised)
        if pointer:
            words = " ".join(cell.text.split())
            row.put(pointer, cell, words if name == "predikat" else without_grade(cell.text))


def _pointer(name: str, of: _When, when: _When, realised: Sequence[int]) -> Pointer:
    """Return where in the row of ``when`` a number of another time stands; nowhere is ``()``."""
    if of == when:
        return (name,)
    if name == TARGET and of == when._replace(part=None):
        return ("target_setahun",)
    if name not in _BEFORE or when.part is not None:
        return ()
    if name == REALISED and of.part is not None and of._replace(part=None) == when:
        period = period_named(of.part)
        adds = period is not None and not period.cumulative
        return ("bagian", of.part) if adds else (REALISED,) * runs_to_the_end(of.part)
    before = len(realised) == _PAIR and of == when._replace(year=realised[0])
    return (_BEFORE[name],) if before and when.year == realised[1] else ()


def _meaning(cell: ItemCell) -> str | None:
    """Return what a number is, by the names of a row; ``None`` for a text or a baseline."""
    meaning = _OTHER_TARGET if cell.column.meaning == BEFORE_CHANGE else cell.column.meaning
    if meaning in _BESIDE:
        return meaning
    if cell.column.role == MONEY:
        return meaning if meaning in _OF_YEAR else TARGET
    return cell.role if cell.role in _OF_YEAR else None
