"""What is said of a table while it is read: rows, cells and columns that are not used, and why."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.sources.grid import Grid, column_letters
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.columns import TableColumn, rivals
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import MONEY, NAME, TARGET, UNKNOWN, VALUES
from kesbang_iku.tables.name_columns import rival_names
from kesbang_iku.tables.neighbours import BEFORE_CHANGE
from kesbang_iku.tables.rows import RowReader
from kesbang_iku.tables.values import holds_number, is_number

_SHOWN: Final = 12
WORDED: Final = frozenset({"satuan", "rumus", "polaritas", "sumber_data", "penanggung_jawab"})
"""The roles of columns of indicators whose cells are words."""
EXAMPLE: Final = "Indikator; Satuan; Target 2025; Target 2026"
_WIDTHS: Final = {"terlalu_panjang": kinds.CSV_ROW_LONG, "terlalu_pendek": kinds.CSV_ROW_CUT}


@dataclass(frozen=True, slots=True)
class TableNotes:
    """Says what was found in one table.

    ``findings`` grows on the way; ``of_use`` takes what whoever uses the table says by itself.
    """

    grid: Grid
    found: TableRegion
    words: TableWords
    findings: list[Finding]
    of_use: list[Finding]

    def refused(self, columns: Sequence[TableColumn]) -> frozenset[int]:
        """Return the columns that would be the same thing, of which none is used, and say so.

        Nor are those of values of which nothing tells by which names they are.
        """
        refused: set[int] = set()
        if names := rival_names(columns, self.found.below, self.words):
            self._rivals(names, NAME)
            refused |= {one.index for one in columns if one.holds_values}
        if not any(rivals(columns)):
            return frozenset(refused)
        filled = {at for row in self.found.below for at in row.cells}
        for group in rivals([column for column in columns if column.index in filled]):
            self._rivals(group, f"{group[0].role} {group[0].key}".removesuffix(" -"))
            refused |= {one.index for one in group}
        return frozenset(refused)

    def _rivals(self, group: Sequence[TableColumn], told: str) -> None:
        """Note columns that would all be what is ``told``."""
        first, second = group[0], group[1]
        self.findings.append(
            kinds.COLUMNS_RIVAL.at(
                self.title_place(second.index),
                value=" ".join(second.titles) or None,
                kolom=", ".join(column_letters(one.index) for one in group),
                judul=" ".join(first.titles),
                isi=told,
            )
        )

    def cells(self, columns: Sequence[TableColumn], named: Collection[int]) -> None:
        """Note the cells of the rows ``named`` that are not read, or not for all they stand for."""
        self._merged_values(columns, named)
        self._strays(columns, named)

    def _merged_values(self, columns: Sequence[TableColumn], named: Collection[int]) -> None:
        """Note the values that stand in cells merged over several columns or indicators."""
        values = {column.index for column in columns if column.holds_values}
        merged = [
            merge
            for merge in self.grid.merges
            if merge.top in named
            and merge.left in values
            and (
                values & set(range(merge.left + 1, merge.right + 1))
                or any(row in named for row in range(merge.top + 1, merge.bottom + 1))
            )
        ]
        for merge in merged:
            listed = f"{column_letters(merge.left)}{merge.top}"
            for row in range(merge.top, merge.bottom + 1):
                if row in named:
                    place = self.grid.place(row, merge.left)
                    self.findings.append(kinds.VALUES_MERGED.at(place, sel=listed))

    def rows(self, rows: RowReader) -> None:
        """Note the rows that are not read, or not wholly.

        Rows of headings, notes and the like are told by the reader of rows alone.
        """
        numbered = {row.number: row for row in self.found.below} if rows.skipped else {}
        width = max(row.width for row in self.found.block.rows)
        heads = self.found.block.headings
        for skipped in rows.skipped:
            row = numbered[skipped.number]
            place = self.grid.place(row.number, min(row.cells))
            if skipped.reason == "tanpa_nama":
                self.findings.append(kinds.NAME_MISSING.at(place))
            elif skipped.reason == "tanpa_label":
                self.findings.append(kinds.ROW_WITHOUT_LABEL.at(place))
            elif skipped.reason in _WIDTHS:
                kind = _WIDTHS[skipped.reason]
                self.findings.append(
                    kind.at(place, jumlah=row.width or len(row.cells), harap=width or len(heads))
                )
        for row in rows.short:
            place = self.grid.place(row.number, min(row.cells))
            self.findings.append(kinds.CSV_ROW_SHORT.at(place, jumlah=row.width, harap=width))

    def nameless(self, columns: Sequence[TableColumn]) -> None:
        """Note that a table has values of indicators by its headers, but no names or codes."""
        valued = {one.index for one in columns if one.role in VALUES - {MONEY}}
        if {one.role for one in columns} >= {"kode", "tahun"}:
            return
        if any(is_number(row.cells.get(at, "")) for row in self.found.below for at in valued):
            said = kinds.TABLE_UNKNOWN.at(
                self.title_place(min(valued)), perlu=said_of.INDICATOR_TABLES, contoh=EXAMPLE
            )
            self.findings.append(said)

    def _strays(self, columns: Sequence[TableColumn], items: Collection[int]) -> None:
        """Note by column the cells of indicators under no header, and the numbers among words."""
        heads = {one.index: one.role in WORDED for one in columns}
        last = max(heads)
        found: dict[int, list[int]] = defaultdict(list)
        for row in (row for row in self.found.below if row.number in items):
            for at, text in row.cells.items():
                if heads.get(at, True) and (at > last or is_number(text)):
                    found[at].append(row.number)
        for at, numbers in found.items():
            listed = ", ".join(f"{column_letters(at)}{number}" for number in numbers[:_SHOWN])
            more = ", …" if len(numbers) > _SHOWN else ""
            said = kinds.CELLS_BESIDE.at(
                self.grid.place(numbers[0], at), jumlah=len(numbers), sel=listed + more
            )
            self.findings.append(said)

    def unknown(self, columns: Sequence[TableColumn]) -> None:
        """Note the columns that were not understood: each that holds numbers or names a year."""
        unused: list[TableColumn] = []
        for column in columns:
            if (mended := self.found.block.headings[column.index].meant) is not None:
                title = " / ".join(column.titles)
                said = kinds.HEADER_MENDED.at(
                    self.title_place(column.index), value=title, judul=title, dekat=mended
                )
                self.findings.append(said)
            if column.meaning == BEFORE_CHANGE:
                unused.append(column)
            if column.role != UNKNOWN:
                continue
            numbers = self._numbers_in(column)
            if numbers or column.year is not None or column.meaning in VALUES:
                self.findings.append(self._not_understood(column, numbers))
            elif (meant := self.words.meant(" ".join(column.titles))) is not None:
                title = " ".join(" ".join(column.titles).split())
                place = self.title_place(column.index)
                said = kinds.HEADER_MISSPELT.at(place, value=title, judul=title, dekat=meant)
                self.findings.append(said)
            elif column.titles:
                unused.append(column)
        if unused:
            titles = ", ".join(f"'{' / '.join(one.titles)[:60]}'" for one in unused[:_SHOWN])
            more = ", …" if len(unused) > _SHOWN else ""
            place = self.title_place(unused[0].index)
            self.of_use.append(kinds.COLUMNS_UNUSED.at(place, judul=titles + more))
            self.findings.append(self.of_use[-1])

    def _numbers_in(self, column: TableColumn) -> int:
        texts = [row.cells.get(column.index, "") for row in self.found.below]
        dated = self.words.only_dates
        return sum(is_number(one) or (holds_number(one) and not dated(one)) for one in texts)

    def _not_understood(self, column: TableColumn, numbers: int) -> Finding:
        title = " / ".join(column.titles) or column_letters(column.index)
        place = self.title_place(column.index)
        undated = column.year is None and column.part is None
        if numbers and undated and column.meaning == TARGET:
            return kinds.HEADER_WITHOUT_YEAR.at(place, value=title, judul=title)
        return kinds.COLUMN_NOT_UNDERSTOOD.at(place, value=title, judul=title, jumlah=numbers)

    def title_place(self, index: int) -> Place:
        """Return where the lowest header of a column stands."""
        rows = [row.number for row in self.found.block.rows if index in row.cells]
        return self.grid.place(rows[-1] if rows else self.found.block.last, index)
