"""Reading the sheets of an ``.xlsx`` workbook with the address of every cell.

The reader stands on the standard library: it sees what a table of values hides (formulas that
failed or were never computed, percentages stored as fractions), and no workbook can make it take
more memory than its limits allow.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import groupby
from typing import Final

from kesbang_iku._later import Once
from kesbang_iku.findings import Finding, FindingKind, Place, kinds
from kesbang_iku.formula import round_half_up
from kesbang_iku.sources.archive import Archive, WorkbookError
from kesbang_iku.sources.document import CellNumber, NumberText
from kesbang_iku.sources.grid import DateText, Grid, GridRow, MarkedText, ScaledText, column_letters
from kesbang_iku.sources.marked_digits import marked
from kesbang_iku.sources.sheet_xml import (
    Book,
    NumberStyle,
    RawCell,
    RawSheet,
    SheetPart,
    SheetReader,
    read_book,
    shared_text,
    unescape,
)

FINDINGS_SHEET: Final = "Temuan"
COUNTERPARTS_SHEET: Final = "Padanan"
DEFINITIONS_SHEET: Final = "Definisi"
LEGEND_SHEET: Final = "Petunjuk"
WORKING_SHEET: Final = "Hitungan"
_OUR_SHEETS: Final = (
    FINDINGS_SHEET, COUNTERPARTS_SHEET, DEFINITIONS_SHEET, LEGEND_SHEET, WORKING_SHEET,
)  # fmt: skip
MARK_OF_OURS: Final = "kesbang-iku: "
"""What the first cell of a sheet begins with that we wrote: it is none of theirs, and not read."""
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?", re.ASCII)
_ORDINARY: Final = re.compile(
    r"(?!-0$)-?(?:0(?!\.000000)|[1-9][0-9]*)(?:\.([0-9]*[1-9]))?", re.ASCII
)
"""Reads as it is written, where a number of 64 bits keeps all of its digits."""
_EXACT_LENGTH: Final = 15
_TEXTS: Final = frozenset({"s", "str", "inlineStr", "b", "e", "d"})
_PLAIN_NAME: Final = re.compile(r"[^\W\d]\w*")
_WHOLE_BELOW: Final = 1e17
_PLAIN_FROM: Final = 1e-6
_SHOWN: Final = 10
_DAY_ZERO: Final = datetime(1899, 12, 31)  # noqa: DTZ001 - a workbook knows no time zone
_DAY_ZERO_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook knows no time zone
_DAY_THAT_NEVER_WAS: Final = 60
"""Excel counts 29 February 1900, a day that the calendar does not have."""


def read_workbook(content: bytes, source: str) -> tuple[tuple[Grid, ...], list[Finding]]:
    """Return the visible sheets of a workbook that are not empty, and what was found.

    Args:
        content: the bytes of the file.
        source: what places call the file.

    Returns:
        One grid a sheet, and the findings. Nothing is raised for content: a workbook that is
        damaged, locked, too large or of another form gives a finding and no sheets.
    """
    try:
        archive = Archive(content)
        book = read_book(archive)
        findings: list[Finding] = []
        grids = tuple(_grids(archive, book, source, findings))
    except WorkbookError as error:
        return (), [error.finding(source)]
    return grids, findings


def _grids(archive: Archive, book: Book, source: str, findings: list[Finding]) -> Iterator[Grid]:
    reader = SheetReader(archive)
    read: list[tuple[_Sheet, RawSheet]] = []
    for sheet in book.sheets:
        if sheet.hidden:
            place = Place(berkas=source)
            findings.append(kinds.SHEET_HIDDEN.at(place, value=sheet.name, lembar=sheet.name))
            continue
        cells = _Sheet(book, sheet, source)
        raw = reader.read(sheet.part, cells)
        if (raw.rows or raw.plain) and not cells.is_ours(raw):
            read.append((cells, raw))
    for cells, raw in read:
        grid = cells.grid(raw, findings, several=len(read) > 1)
        if grid.rows:
            yield grid


@dataclass(slots=True)
class _Sheet:
    """Turns the stored cells of one sheet into texts and numbers."""

    book: Book
    part: SheetPart
    source: str
    noted: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    percent: dict[tuple[int, int], tuple[Decimal, NumberText]] = field(default_factory=dict)
    """What cells formatted as percentages hold, and how they are read."""

    def grid(self, raw: RawSheet, findings: list[Finding], *, several: bool) -> Grid:
        """Return the sheet; what is to be said of its cells goes to the findings."""
        locate = partial(_place, self.source, self.part.name if several else None)
        for number, row in raw.rows.items():
            before = raw.plain.get(number, {})
            for at in ((number, column) for column in row.keys() & before.keys()):
                for places in self.noted.values():
                    places.discard(at)
            cells = before | {at: self.shown(cell, (number, at)) for at, cell in row.items()}
            raw.plain[number] = {column: cells[column] for column in sorted(cells) if cells[column]}
        numbers = sorted(raw.plain) if raw.rows else raw.plain
        rows = [GridRow(number, cells) for number in numbers if (cells := raw.plain[number])]
        told = (kinds.CELL_ERROR, kinds.FORMULA_NOT_COMPUTED, kinds.CELL_PERCENT)
        findings += [
            _note(kind, places, locate, self.percent)
            for kind in told
            for places in self._columns(kind)
        ]
        findings += _unseen(raw, rows, locate)
        return Grid(self.source, self.part.name, tuple(rows), locate, tuple(raw.merges))

    def _columns(self, kind: FindingKind) -> Iterator[list[tuple[int, int]]]:
        """Yield the cells of one kind; errors by column, as values are lost so."""
        noted = sorted(self.noted.get(kind.code, ()))
        split = kind is kinds.CELL_ERROR
        columns = sorted({column for _, column in noted}) if split else []
        whole = [noted] if noted and not split else []
        yield from whole or ([at for at in noted if at[1] == column] for column in columns)

    def is_ours(self, raw: RawSheet) -> bool:
        """Say whether we wrote the sheet into somebody's workbook."""
        if not self.part.name.startswith(_OUR_SHEETS):
            return False
        cell = raw.rows.get(1, {}).get(0)
        first = raw.plain.get(1, {}).get(0, "") if cell is None else self.shown(cell, (1, 0))
        return first.startswith(MARK_OF_OURS)

    def texts(self, kind: str, style: int) -> Mapping[str, str] | None:
        """Return what cells show by what they store; ``None`` where more is to be said of them."""
        found = self._style(style)
        if kind == "e" or (kind not in _TEXTS and found.kind == "percent"):
            return None

        def show(stored: str) -> str:
            try:
                return self.shown(RawCell(kind, stored, style), (0, 0))
            except WorkbookError as error:
                # Whatever else is wrong with the sheet is told before a text that is not there.
                raise KeyError(stored) from error

        def show_number(stored: str) -> str:
            usual = _ORDINARY.fullmatch(stored) if len(stored) <= _EXACT_LENGTH else None
            seen = usual and (found.decimals is None or len(usual[1] or "") <= found.decimals)
            return NumberText(stored) if seen else show(stored)

        def show_shared(stored: str) -> str:
            number = int(stored) if stored.isascii() and stored.isdigit() else len(strings)
            return _trimmed(strings[number]) if number < len(strings) else show(stored)

        strings = self.book.strings
        if kind == "s" and not found.mark:
            return Once(show_shared)
        number = kind == "n" and not (found.kind or found.mark or found.scale)
        return Once(show_number if number else show)

    def _style(self, number: int) -> NumberStyle:
        styles = self.book.styles
        return styles[number] if number < len(styles) else NumberStyle()

    def shown(self, cell: RawCell, at: tuple[int, int]) -> str:
        """Return the text of a cell without outer spaces, as its font shows it."""
        text = self._text(cell, at)
        return text if isinstance(text, MarkedText) else marked(text, self._style(cell.style).mark)

    def _text(self, cell: RawCell, at: tuple[int, int]) -> str:
        if cell.text is None:
            # A formula whose result is an empty text was computed: that it is a text is stored.
            if cell.type != "str":
                self._remember(kinds.FORMULA_NOT_COMPUTED, at)
            return ""
        match cell.type:
            case "s":
                return _trimmed(shared_text(self.book.strings, cell.text))
            case "str" | "inlineStr":
                return _trimmed(unescape(cell.text))
            case "b":
                return "TRUE" if cell.text.strip() == "1" else "FALSE"
            case "e":
                self._remember(kinds.CELL_ERROR, at)
                return cell.text.strip()
            case "d":
                return DateText(cell.text.strip())
        return self._number(cell, cell.text.strip(), at)

    def _number(self, cell: RawCell, text: str, at: tuple[int, int]) -> str:
        if not _NUMBER.fullmatch(text):
            return text
        value = float(text)
        if not math.isfinite(value):
            # Larger than any application computes with; whoever reads the number says so.
            return NumberText(text)
        style = self._style(cell.style)
        if style.kind == "date":
            date = _date(value, from_1904=self.book.from_1904)
            if date is not None:
                return DateText(date, date[: style.until or None])
        if style.kind == "percent":
            self._remember(kinds.CELL_PERCENT, at)
            stored = Decimal(repr(value))
            read = _as_shown(_decimal_text(stored * 100), style.decimals)
            self.percent[at] = stored, read
            return read
        if style.scale:
            return ScaledText(_number_text(value), style.scale)
        return _as_shown(_number_text(value), style.decimals)

    def _remember(self, kind: FindingKind, at: tuple[int, int]) -> None:
        self.noted.setdefault(kind.code, set()).add(at)


def _trimmed(text: str) -> str:
    return MarkedText(text.strip()) if isinstance(text, MarkedText) else text.strip()


def _place(source: str, sheet: str | None, row: int, column: int) -> Place:
    address = f"{column_letters(column)}{row}"
    if sheet is None:
        return Place(berkas=source, baris=row, sel=address)
    quoted = sheet if _PLAIN_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
    return Place(berkas=source, baris=row, sel=f"{quoted}!{address}")


def _unseen(raw: RawSheet, rows: Sequence[GridRow], locate: partial[Place]) -> Iterator[Finding]:
    """Yield the rows and columns that hold something and are not shown, though they are read."""
    unseen = [row for row in rows if row.number in raw.hidden_rows] if raw.hidden_rows else []
    for _, run in groupby(enumerate(unseen), lambda one: one[1].number - one[0]):
        found = [row for _, row in run]
        first, last = found[0].number, found[-1].number
        told = str(first) if first == last else f"{first}-{last}"
        yield kinds.ROWS_HIDDEN.at(locate(first, min(found[0].cells)), nomor=told)
    for first, last in raw.hidden_columns:
        for index in sorted({at for row in rows for at in row.cells if first <= at <= last}):
            top = next(row.number for row in rows if index in row.cells)
            yield kinds.COLUMN_HIDDEN.at(locate(top, index), huruf=column_letters(index))


def _ranges(places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield cells as ranges within their columns: ``B2:B9``."""
    rows = sorted((column, row) for row, column in places)
    for (column, _), run in groupby(enumerate(rows), lambda one: (one[1][0], one[1][1] - one[0])):
        numbers = [row for _, (_, row) in run]
        letters = column_letters(column)
        last = f":{letters}{numbers[-1]}" if len(numbers) > 1 else ""
        yield f"{letters}{numbers[0]}{last}"


def _note(
    kind: FindingKind,
    places: Sequence[tuple[int, int]],
    locate: partial[Place],
    percent: Mapping[tuple[int, int], tuple[Decimal, NumberText]],
) -> Finding:
    """Return one finding for all cells of a sheet, at the first of them."""
    cells = [f"{column_letters(column)}{row}" for row, column in places[: _SHOWN + 1]]
    shown = [*_ranges(places)] if kind == kinds.FORMULA_NOT_COMPUTED else cells
    listed = ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")
    first = locate(*places[0])
    if kind == kinds.CELL_PERCENT:
        stored, read = percent[places[0]]
        tampil = Decimal(read.shown if isinstance(read, CellNumber) else read)
        return kind.at(first, jumlah=len(places), sel=listed, isi=stored, tampil=tampil)
    return kind.at(first, jumlah=len(places), sel=listed)


def _as_shown(stored: str, decimals: int | None) -> NumberText:
    """Return a number with what is seen of it, where the cell's format hides some of it."""
    _, mark, hidden = stored.partition(".")
    if decimals is None or not mark or len(hidden) <= decimals or not hidden.isdigit():
        return NumberText(stored)
    return CellNumber(stored, str(round_half_up(Fraction(stored), decimals)))


def _number_text(value: float) -> str:
    """Return the shortest decimal that means ``value``, which is what was typed into the cell."""
    if value.is_integer() and abs(value) < _WHOLE_BELOW:
        return str(int(value))
    if _PLAIN_FROM <= abs(value) < _WHOLE_BELOW:
        return _decimal_text(Decimal(repr(value)))
    return repr(value)


def _decimal_text(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(serial: float, *, from_1904: bool) -> str | None:
    """Return the date that a workbook's day number means, or ``None`` if it means none."""
    try:
        if from_1904:
            moment = _DAY_ZERO_1904 + timedelta(days=serial)
        elif serial < _DAY_THAT_NEVER_WAS:
            moment = _DAY_ZERO + timedelta(days=serial)
        else:
            moment = _DAY_ZERO + timedelta(days=serial - 1)
    except (OverflowError, ValueError):
        return None
    if serial < 0:
        return None
    if serial < 1:
        return moment.strftime("%H:%M:%S")
    return moment.date().isoformat() if serial.is_integer() else moment.isoformat("T", "seconds")
