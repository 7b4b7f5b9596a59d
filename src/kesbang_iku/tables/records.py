"""The indicators of a table: one for each name, with its values by year and part of the year."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeAlias

from kesbang_iku.catalog.regions import region_code
from kesbang_iku.findings import NOWHERE, Finding, kinds
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import Grid, as_shown
from kesbang_iku.sources.headers import squeeze
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.tables.columns import TableColumn, running_key, value_key
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import CLASS, MONEY, TARGET, UNKNOWN, YEAR
from kesbang_iku.tables.neighbours import TableContext
from kesbang_iku.tables.rows import ItemRow
from kesbang_iku.tables.sections import SECTION
from kesbang_iku.tables.two_readings import (
    COUNTED,
    counts,
    has_two_readings,
    is_doubtful,
    mend,
    parted,
    read_as_thousands,
    settle,
)
from kesbang_iku.tables.values import is_told, read_value

TEXTS: Final = (
    "sasaran", "kode", "satuan", "rumus", "polaritas", "sumber_data", "penanggung_jawab",
    "keterangan", "wilayah", "tahun", "periode",
)  # fmt: skip
"""What an indicator has once."""
_OF_ONE: Final = frozenset({"kode", "wilayah", "tahun", "periode"})
"""What all rows of one indicator have in common, where they say it."""
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}[\s-]+[^\W\d_]{3,}|-\d{2}-\d{2}", re.ASCII)
"""A day is of no part of a year."""
_WORDS: Final = frozenset({CLASS})
_NO_TIME: Final = value_key(None, None)


class _Lines(dict[str, str]):
    """Texts without their line breaks and gaps; many a row has the same ones."""

    def __missing__(self, text: str) -> str:
        line = self[text] = " ".join(as_shown(text).split())
        return line


class _Told(dict[str, str | None]):
    """Numbers of a workbook as a bacaan writes them, where they stand so."""

    def __missing__(self, text: str) -> str | None:
        told = self[text] = str(text) if is_told(text) else None
        return told


_Valued: TypeAlias = list[tuple[int, TableColumn, str]]
"""The columns of values with the keys of these."""


@dataclass(slots=True)
class ItemReader:
    """Makes the indicators of one table; ``findings`` grows on the way, and so does ``numbers``.

    The latter are those of the findings that say how a number is written.
    ``system`` says whose the codes of regions are, if that was told; those of BPS become ours.
    ``before`` is what holds for rows above the first that dates those below it.
    ``running`` are the texts that say of their row that its values run from the start of a year.
    ``refused`` are the columns whose values are not used, of which something was said already.
    """

    grid: Grid
    columns: Sequence[TableColumn]
    refused: frozenset[int]
    form: NumberFormat | None
    words: TableWords
    system: CodeSystem | None
    findings: list[Finding]
    numbers: list[Finding] = field(default_factory=list)
    before: TableContext = field(default_factory=TableContext)
    running: frozenset[str] = frozenset()
    _others: list[tuple[int, TableColumn, str]] = field(init=False)
    _once: list[tuple[int, str]] = field(init=False)
    _valued: _Valued = field(init=False)
    _planned: _Valued = field(init=False)
    _dated: bool = field(init=False)
    _timed: frozenset[str] = field(init=False, default=frozenset())
    _lines: _Lines = field(init=False, default_factory=_Lines)
    _told: _Told = field(init=False, default_factory=_Told)
    _clear: bool = field(init=False, default=True)

    def __post_init__(self) -> None:
        self._others = [
            (one.index, one, one.role)
            for one in self.columns
            if not one.holds_values and one.role not in (UNKNOWN, "nomor")
        ]
        self._once = [
            (index, role)
            for index, one, role in self._others
            if role in TEXTS and not one.whole_plan
        ]
        self._valued = [
            (one.index, one, one.key)
            for one in sorted(self.columns, key=lambda one: one.whole_plan)
            if one.holds_values and one.index not in self.refused
        ]
        self._planned = [one for one in self._valued if one[1].role in (TARGET, MONEY)]
        self._dated = any(one.role in (YEAR, "periode") for one in self.columns)

    def items(self, rows: Sequence[ItemRow]) -> Iterator[TableItem]:
        """Yield the indicators of ``rows``; rows that stand for parts of one are one."""
        item: TableItem | None = None
        if self._dated:
            times = [(at, role) for at, role in self._once if role in (YEAR, "periode")]
            self._timed = frozenset(
                role for at, role in times if any(at in row.cells for row in rows)
            )
        for row in rows:
            if item is None or not self._goes_on(item, row):
                if item is not None:
                    yield self._read(item)
                item = TableItem(row.number, row.name, {}, {}, self.form, [])
            self._fill(item, row)
        if item is not None:
            yield self._read(item)

    def _goes_on(self, item: TableItem, row: ItemRow) -> bool:
        """Say whether a row holds other values of an indicator, of the same place and time."""
        if row.role is None or row.name != item.name:
            return False
        if any(one.role == row.role and one.column.holds_values for one in item.cells):
            return False
        cells = row.cells if self.system is None else self._with_codes(row.cells, self.system)
        told = {role: self._lines[cells[at]] for at, role in self._once if at in cells}
        return all(told[role] == item.texts.get(role) for role in _OF_ONE & told.keys())

    def _with_codes(self, cells: Mapping[int, str], system: CodeSystem) -> Mapping[int, str]:
        """Return cells in which the codes of regions are Kemendagri's."""
        regions = {index for index, _, role in self._others if role == "wilayah"}
        return {
            index: region_code(text, system) if index in regions else text
            for index, text in cells.items()
        }

    def _fill(self, item: TableItem, row: ItemRow) -> None:
        own = row.cells
        cells = {**row.above, **own} if row.above else own
        if self.system is not None:
            cells = self._with_codes(cells, self.system)
        texts, lines = item.texts, self._lines
        for index, role in self._once:
            text = cells.get(index)
            if text is not None and role not in texts:
                texts[role] = lines[text]
        # What was spent is no budget, nor is its share of it.
        plain = self._planned if row.role == MONEY else self._valued
        if self._dated and self._undated(item, row):
            item.rows.append(partial(self._cells, row, cells, ()))
            return
        valued = self._of_time(item, plain) if self._dated else plain
        if not self.running.isdisjoint(cells.values()):
            valued = [(index, one, running_key(key)) for index, one, key in valued]
        item.rows.append(partial(self._cells, row, cells, valued))
        self._read_plain(item, row, valued)

    def _of_time(self, item: TableItem, valued: _Valued) -> _Valued:
        """Return the columns of values with the keys that the time of an indicator gives them."""
        year, part = self._own_year(item), self._own_part(item)
        if "periode" not in item.texts:
            year = year or self.before.year
            part = part if self.before.part is None else str(self.before.part)
        return [
            (index, column, value_key(column.year or year, column.part or part))
            for index, column, _ in valued
        ]

    def _read_plain(
        self, item: TableItem, row: ItemRow, valued: Iterable[tuple[int, TableColumn, str]]
    ) -> None:
        """Read the numbers of a workbook that stand as a bacaan writes them."""
        own, values, told, label = row.cells, item.values, self._told, row.role
        for index, column, key in valued:
            text = own.get(index)
            if text is None or column.spent:
                continue
            shown = told[text] if isinstance(text, NumberText) else None
            if shown is None:
                self._clear = False
                continue
            role = label or column.role
            if role in values:
                values[role].setdefault(key, shown)
            else:
                values[role] = {key: shown}

    def _cells(
        self, row: ItemRow, cells: Mapping[int, str], valued: Iterable[tuple[int, TableColumn, str]]
    ) -> list[ItemCell]:
        """Return the cells of a row of an indicator; most of them nobody asks for."""
        number, own = row.number, row.cells
        others = [
            ItemCell(number, column, cells[index], role, _NO_TIME)
            for index, column, role in self._others
            if index in cells and column is not SECTION
        ]
        return others + [
            ItemCell(number, column, own[index], row.role or column.role, key)
            for index, column, key in valued
            if index in own
        ]

    def _to_read(self, item: TableItem) -> list[ItemCell]:
        return [one for one in item.cells if one.column.holds_values and not one.column.spent]

    def _read(self, item: TableItem) -> TableItem:
        """Read the values of an indicator from its cells, where they do not stand as they are."""
        if self._clear:
            return item
        self._clear = True
        item.values.clear()
        texts = (one.text for one in self._to_read(item))
        doubtful = any(map(has_two_readings, texts))
        counted, against = self._settled(item) if doubtful else ((), ())
        for cell in self._to_read(item):
            if is_told(cell.text):
                item.values.setdefault(cell.role, {}).setdefault(cell.key, str(cell.text))
                continue
            word, whole = cell.role in _WORDS, cell in counted
            form = None if cell in against else item.form
            read = partial(read_value, cell.text, form, words=word, whole=whole, key=cell.key)
            value = read(NOWHERE)
            if value.findings:
                # Finding out where a cell stands takes longer than reading it.
                value = read(self.grid.place(cell.row, cell.column.index))
            self.findings.extend(value.findings)
            if value.of_number:
                self.numbers.extend(value.findings)
            if value.text is not None:
                item.values.setdefault(cell.role, {}).setdefault(cell.key, value.text)
        return item

    def _settled(self, item: TableItem) -> tuple[Sequence[ItemCell], Sequence[ItemCell]]:
        """Settle how the numbers of an indicator are written.

        Return its cells that count things, if that tells, and those its table's notation parts.
        """
        whole = False
        if item.form is None:
            item.form = settle(item)
            whole = item.form is None and counts(item)
        mend(item)
        against, sure = parted(item)
        told = f"{item.name} {item.texts.get('satuan', '')}".casefold()
        if sure and self.words.scale.search(told) is None:
            read_as_thousands(item, against)
            against = []
        counted = [one for one in item.cells if one.role in COUNTED] if whole else []
        if is_doubtful(item, [one.text for one in self._to_read(item)]):
            item.form = None
        return counted, against

    def _time(self, item: TableItem) -> str:
        """Return the text of the period: of its own cell, or of that of the year, ``2024 TW1``."""
        year = item.texts.get("tahun", "")
        dated = self.words.only_dates(year) and self.words.text(year).part and not _DAY.search(year)
        return item.texts.get("periode", year if dated else "")

    def _own_year(self, item: TableItem) -> int | None:
        text, time = item.texts.get("tahun", ""), self._time(item)
        told = self.words.text(time).year
        year = int(text) if _YEAR.fullmatch(text) else told if text == time else None
        return year if told is None else told if year in (None, told) else None

    def _own_part(self, item: TableItem) -> str | None:
        text = self._time(item)
        if not text or _DAY.search(text) is not None:
            return None
        titles = [column.titles[-1] for column in self.columns if column.role == "periode"]
        said, titled = self.words.text(text).part, " ".join((*titles[:1], text))
        part = said if said and said.nomor > 0 else self.words.part_of_year(titled)
        return None if part is None else str(part)

    def _undated(self, item: TableItem, row: ItemRow) -> bool:
        """Say whether the year or the part of the year of a row is not understood, and tell.

        Where other rows say theirs, one without it is of none that is known.
        """
        valued = any(index in row.cells for index, _, _ in self._valued)
        for column in self.columns:
            if column.role not in (YEAR, "periode"):
                continue
            text = item.texts.get(column.role, "")
            blank = not text and not (valued and column.role in self._timed)
            if not (blank or self._is_time(item, column.role, text)):
                place = self.grid.place(row.number, column.index)
                told = text or said_of.EMPTY_CELL
                self.findings.append(kinds.ROW_UNDATED.at(place, value=text, nilai=told))
                return True
        return False

    def _is_time(self, item: TableItem, role: str, text: str) -> bool:
        """Say whether a text is a year, or a period: a part of a year, or the whole of it."""
        if role == YEAR:
            return self._own_year(item) is not None
        whole = squeeze(text) in {squeeze(word) for word in self.words.file.kata_setahun}
        year = self.words.only_dates(text) and self.words.text(text).part is None
        return whole or self._own_part(item) is not None or (year and _DAY.search(text) is None)
