"""The XML parts of a workbook, read piece by piece.

Names are compared without their namespace, since writers choose their own prefixes. A document
type is refused, and with it every entity that could be blown up.
"""

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import Final, Protocol

from kesbang_iku._later import Once
from kesbang_iku._records import dataclass
from kesbang_iku.findings import sentences
from kesbang_iku.findings.place import column_index
from kesbang_iku.sources.archive import Archive, broken, too_large
from kesbang_iku.sources.characters import is_control
from kesbang_iku.sources.grid import MarkedText, Merge
from kesbang_iku.sources.marked_digits import Mark, RunFormat, joined, marked
from kesbang_iku.sources.xml_pieces import (
    PLAIN,
    Attributes,
    Handler,
    Pieces,
    attribute,
    attributes_of,
    parse,
)

MAX_CELLS: Final = 2_000_000
MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
MAX_MERGES: Final = 20_000
MAX_SHEETS: Final = 500

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)
_SCALED: Final = re.compile(
    r"[#0?],+(?![#0?,])|[#0?][\"\\][0-9]|[0-9][.,]?\"[#0?]"
    r"|\"[^\"]*(?<![^\W_])(?:ribu|rb|juta|jt|miliar|milyar|triliun)(?![^\W_])[^\"]*\"",
    re.IGNORECASE,
)
_DATE_SIGNS: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
# Number formats every application knows without their being written down.
_SEEN: Final = {"my": 7, "y": 4}
"""How many signs of a date are seen where its format has the month and the year, or the year."""
_BUILTIN_MONTH: Final = 17
_BUILTIN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_BUILTIN_PERCENT: Final = frozenset({9, 10})
_BUILTIN_DECIMALS: Final = {1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2, 37: 0, 38: 0, 39: 2, 40: 2}
_DIGIT_SIGNS: Final = re.compile(r"[#0?]+(?:,[#0?]+)*(?:\.([0?]+))?")
_TRUE: Final = ("1", "true")
_PLAIN_ROW: Final = re.compile(r'<row r="([1-9][0-9]{0,6})"([^<>]*)>')
_FORMULA: Final = rf'(?:<f(?: t="shared"(?: ref="[A-Z0-9:]+")? si="[0-9]+")?(?:/>|>{PLAIN}*</f>))?'
_PLAIN_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"([^<>/]*)(?:/>|></c>|>'
    + _FORMULA
    + rf'(?:<v>({PLAIN}+)</v>|<is><t(?: xml:space="preserve")?>({PLAIN}+)</t></is>)</c>)|(.+)',
    re.DOTALL,
)
_PLAIN_STRING: Final = re.compile(rf'<si><t(?: xml:space="preserve")?>({PLAIN}+)</t>')


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, the part it is in, and whether it is shown."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """What a style makes of a number.

    Attributes:
        kind: ``date``, ``percent`` or nothing special.
        until: how many signs of a date are seen: 4 of its year, 7 of its month, all where 0.
        decimals: how many decimals it shows; ``None`` where it shows all, or says nothing of them.
        mark: whether its font raises, lowers or strikes out what stands in the cell.
        scale: the format, where it shows a number in thousands or millions of what is stored.
    """

    kind: str = ""
    decimals: int | None = None
    mark: Mark = ""
    scale: str = ""
    until: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook says about itself."""

    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...]
    styles: tuple[NumberStyle, ...]
    from_1904: bool


@dataclass(slots=True)
class RawCell:
    """A cell as stored: its type, its text, the number of its style, and whether it computes."""

    type: str = "n"
    text: str | None = None
    style: int = 0
    formula: bool = False


@dataclass(slots=True)
class RawSheet:
    """The cells of a sheet by row (from 1) and column (from 0), and the cells joined to one.

    ``plain`` are texts as they are shown; a cell of the same place in ``rows`` came after it.
    ``hidden_columns`` are the first and the last of columns beside one another that are not shown.
    """

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    plain: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)


def unescape(text: str) -> str:
    """Return ``text`` with ``_x000A_`` and the like as the characters they stand for."""
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(_unescaped, text)
    return MarkedText(plain) if isinstance(text, MarkedText) else plain


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match.group(1), 16))
    return match.group() if is_control(character) else character


# ------------------------------------------------------------------------------------- the book


class _Relations(Handler):
    """The parts a part refers to: by identifier, target and kind."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        absolute = target.startswith("/")
        path = target.lstrip("/") if absolute else posixpath.join(self._folder, target)
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.targets[attributes.get("Id", "")] = (posixpath.normpath(path), kind)

    def of_kind(self, kind: str) -> str | None:
        """Return the first target of a kind."""
        return next((path for path, found in self.targets.values() if found == kind), None)


def _relations(archive: Archive, part: str) -> _Relations:
    folder, name = posixpath.split(part)
    relations = _Relations(folder)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path in archive:
        parse(archive, path, relations)
    return relations


class _BookHandler(Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in _TRUE
        elif name == "sheet":
            if len(self.sheets) == MAX_SHEETS:
                raise too_large(sentences.sources.MORE_THAN_SHEETS.filled(batas=MAX_SHEETS))
            hidden = attributes.get("state", "visible") != "visible"
            relation = attribute(attributes, "id") or ""
            self.sheets.append((attributes.get("name", ""), relation, hidden))


class _Runs:
    """The pieces of one text, each with what the format of its run makes of the digits."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._format: RunFormat | None = None
        self._mark: Mark = ""
        self._from = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element inside of the text."""
        if name == "r":
            self._mark = ""
        elif name == "rPr":
            self._format = RunFormat()
        elif name == "t":
            self._from = len(self.parts)
        elif self._format is not None:
            self._format.see(name, attribute(attributes, "val"))

    def end(self, name: str) -> None:
        """Take the end of an element inside of the text."""
        if name == "rPr" and self._format is not None:
            self._mark, self._format = self._format.mark, None
        elif name == "r":
            self._mark = ""
        elif name == "t" and self._mark:
            run = unescape("".join(self.parts[self._from :]))
            self.parts[self._from :] = [marked(run, self._mark)]


class _StringsHandler(Handler):
    def __init__(self) -> None:
        self.strings: list[str] = []
        self._runs = _Runs()
        self._open = False
        self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        self._runs.start(name, attributes)
        if name == "si":
            self._runs = _Runs()
        elif name == "rPh":
            # How the text is spoken, in Japanese workbooks; no part of the text.
            self._phonetic = True
        elif name == "t":
            self._open = not self._phonetic

    def text(self, data: str) -> None:
        if self._open:
            self._runs.parts.append(data)

    def take(self, piece: str) -> bool:
        """Take a text written without runs; say whether it is one."""
        plain = _PLAIN_STRING.fullmatch(piece)
        if plain is not None:
            self._add(unescape(plain[1]))
        return plain is not None

    def _add(self, text: str) -> None:
        if len(self.strings) == MAX_CELLS:
            raise _too_many_cells()
        self.strings.append(text)

    def end(self, name: str) -> None:
        self._runs.end(name)
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self._add(unescape(joined(self._runs.parts)))


class _StylesHandler(Handler):
    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.fonts: list[RunFormat] = []
        self.used: list[tuple[int, int]] = []
        self._inside = False
        self._in_fonts = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "fonts":
            self._in_fonts = True
        elif self._in_fonts and name == "font":
            self.fonts.append(RunFormat())
        elif self._in_fonts and self.fonts:
            self.fonts[-1].see(name, attribute(attributes, "val"))
        elif name == "numFmt":
            self.formats[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.used.append((_whole(attributes.get("numFmtId")), _whole(attributes.get("fontId"))))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False
        elif name == "fonts":
            self._in_fonts = False

    def styles(self) -> tuple[NumberStyle, ...]:
        """Return what each style makes of a number."""
        marks = [font.mark for font in self.fonts]
        return tuple(
            replace(
                _style_of_format(number, self.formats.get(number)),
                mark=marks[font] if font < len(marks) else "",
            )
            for number, font in self.used
        )


def _style_of_format(number: int, code: str | None) -> NumberStyle:
    if code is None:
        if number in _BUILTIN_DATES:
            return NumberStyle("date", until=_SEEN["my"] if number == _BUILTIN_MONTH else 0)
        kind = "percent" if number in _BUILTIN_PERCENT else ""
        return NumberStyle(kind, _BUILTIN_DECIMALS.get(number))
    # The first section is for numbers above zero, which decides for the rest.
    plain = _QUOTED.sub("", code.partition(";")[0])
    digits = _DIGIT_SIGNS.fullmatch(plain.strip(" %+-()"))
    decimals = None if digits is None else len(digits[1] or "")
    if "%" in plain:
        return NumberStyle("percent", decimals)
    signs = {*_DATE_SIGNS.findall(plain.casefold())}
    if signs and plain.casefold() != "general":
        return NumberStyle("date", until=_SEEN.get("".join(sorted(signs)), 0))
    first = code.partition(";")[0]
    return NumberStyle("", decimals, scale=first if _SCALED.search(first) else "")


def _whole(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else 0


def _too_many_cells() -> Exception:
    return too_large(sentences.sources.MORE_THAN_CELLS.filled(batas=MAX_CELLS))


def read_book(archive: Archive) -> Book:
    """Return what the workbook says about itself: its sheets, its texts and its styles.

    Raises:
        WorkbookError: a part is missing or damaged, or there is too much of something.
    """
    main = _relations(archive, "").of_kind("officeDocument") or "xl/workbook.xml"
    handler = _BookHandler()
    parse(archive, main, handler)
    relations = _relations(archive, main)
    strings, styles = _StringsHandler(), _StylesHandler()
    part = relations.of_kind("sharedStrings")
    if part is not None:
        parse(archive, part, strings, Pieces("si", "sst", strings.take))
    part = relations.of_kind("styles")
    if part is not None:
        parse(archive, part, styles)
    sheets = []
    for name, relation, hidden in handler.sheets:
        part, kind = relations.targets.get(relation, ("", ""))
        # Sheets that hold nothing but a chart have no cells.
        if kind == "worksheet":
            sheets.append(SheetPart(name, part, hidden))
    if not sheets:
        raise broken(sentences.sources.IT_HOLDS_NO_SHEET)
    return Book(tuple(sheets), tuple(strings.strings), styles.styles(), handler.from_1904)


# ------------------------------------------------------------------------------------ the cells


class CellTexts(Protocol):
    """Tells what is shown in a cell."""

    def texts(self, kind: str, style: int) -> Mapping[str, str] | None:
        """Return what cells show by what is stored; ``None`` where more is to be said of them."""
        ...

    def shown(self, cell: RawCell, at: tuple[int, int]) -> str:
        """Return what the cell in a row (from 1) and a column (from 0) shows."""
        ...


def _column(letters: str) -> int:
    """Return the index of a column that a sheet can have."""
    index = column_index(letters)
    if index >= MAX_COLUMNS:
        raise KeyError(letters)
    return index


_COLUMNS: Final = Once(_column)


class _SheetHandler(Handler):
    """Collects the cells that hold something. What a row or cell leaves out counts on.

    Rows of plain cells are taken as text where they follow one another by their numbers.
    """

    def __init__(self, count: Callable[[int], None], shows: CellTexts) -> None:
        self.sheet = RawSheet()
        self._count = count
        self._shows = shows
        self._last = 0
        self._rows_known: set[str] = set()
        self._known: dict[str, Mapping[str, str] | None] = {}
        self._kinds: dict[str, RawCell] = {}
        self._row = 0
        self._column = -1
        self._cell: RawCell | None = None
        self._parts: list[str] | None = None
        self._runs = _Runs()
        self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            number = _whole(attributes.get("r"))
            self._row, self._column = number or self._row + 1, -1
            if attributes.get("hidden") in _TRUE:
                self.sheet.hidden_rows.add(self._row)
        elif name == "col":
            self._hide(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif self._cell is not None:
            self._runs.start(name, attributes)
            self._inside_cell(name)

    def _inside_cell(self, name: str) -> None:
        if name == "f" and self._cell is not None:
            self._cell.formula = True
        elif name == "rPh":
            self._phonetic = True
        elif name in {"v", "t"} and not self._phonetic:
            self._parts = self._runs.parts

    def text(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def end(self, name: str) -> None:
        self._runs.end(name)
        if name in {"v", "t"}:
            self._parts = None
        elif name == "rPh":
            self._phonetic = False
        elif name == "c":
            self._close_cell()

    def _open_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        if address is None:
            self._column += 1
        else:
            self._row, self._column = _position(address)
        if not 1 <= self._row <= MAX_ROWS or self._column >= MAX_COLUMNS:
            raise broken(sentences.sources.A_CELL_LIES_OUTSIDE_OF)
        self._last = max(self._last, self._row)
        self._cell = _raw_cell(attributes)
        self._runs = _Runs()

    def _close_cell(self) -> None:
        cell, self._cell = self._cell, None
        texts = self._runs.parts
        if cell is None or not (texts or cell.formula):
            return
        cell.text = joined(texts) if texts else None
        self._count(1)
        self.sheet.rows.setdefault(self._row, {})[self._column] = cell

    def take(self, piece: str) -> bool:
        """Take a row of plain cells, below all others so far; say whether it is one."""
        row = _PLAIN_ROW.match(piece)
        if row is None:
            return False
        number = int(row[1])
        if not self._last < number <= MAX_ROWS or not self._knows_row(row[2]):
            return False
        found = _PLAIN_CELL.findall(piece, row.end())
        try:
            cells = self._plain_cells(row[1], found)
            last = _COLUMNS[found[-1][0]] if found and cells is not None else -1
        except KeyError:
            return self._learns(found) and self.take(piece)
        if cells is None:
            return False
        self._row = self._last = number
        self._column = last
        if cells:
            self.sheet.plain[number] = cells
        return True

    def _plain_cells(self, written: str, found: Sequence[tuple[str, ...]]) -> dict[int, str] | None:
        """Return the cells of a row that show something; ``None`` where one is not plain.

        Raises:
            KeyError: the attributes of one are not known yet.
        """
        cells: dict[int, str] = {}
        columns, known = _COLUMNS, self._known
        told: list[tuple[int, RawCell]] = []
        many, last = 0, -1
        for letters, row, attributes, value, inline, other in found:
            if other or row != written:
                return None
            texts = known[attributes]
            text = value or inline
            if not text:
                continue
            column = columns[letters]
            if column <= last:
                return None
            last = column
            many += 1
            if texts is None:
                told.append((column, replace(self._kinds[attributes], text=text)))
                cells[column] = ""
            elif shown := texts[text]:
                cells[column] = shown
        self._count(many)
        for column, cell in told:
            cells[column] = self._shows.shown(cell, (int(written), column))
        return cells

    def _knows_row(self, attributes: str) -> bool:
        """Say whether a row with these attributes is one like others: shown, and XML."""
        if attributes not in self._rows_known:
            found = attributes_of(attributes)
            if found is not None and found.get("hidden") not in _TRUE:
                self._rows_known.add(attributes)
        return attributes in self._rows_known

    def _hide(self, attributes: Attributes) -> None:
        first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
        if attributes.get("hidden") in _TRUE and 0 < first <= last:
            self.sheet.hidden_columns.append((first - 1, last - 1))

    def _learns(self, found: Sequence[tuple[str, ...]]) -> bool:
        """Learn what attributes of cells mean; say whether there was something to learn."""
        new = {one[2] for one in found if not one[-1]} - self._known.keys()
        for written in new:
            attributes = attributes_of(written)
            if attributes is None:
                return False
            cell = self._kinds[written] = _raw_cell(attributes)
            self._known[written] = self._shows.texts(cell.type, cell.style)
        return bool(new)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, left = _position(first)
        bottom, right = _position(last or first)
        if len(self.sheet.merges) == MAX_MERGES:
            raise too_large(sentences.sources.MORE_THAN_MERGED_CELLS.filled(batas=MAX_MERGES))
        self.sheet.merges.append(
            Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        )


def _raw_cell(attributes: Attributes) -> RawCell:
    return RawCell(attributes.get("t", "n"), None, _whole(attributes.get("s")))


def _position(address: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    if match is None:
        raise broken(sentences.sources.THE_CELL_ADDRESS_IS_WRONG.filled(alamat=address[:20]))
    return int(match.group(2)), column_index(match.group(1))


class SheetReader:
    """Reads the sheets of one workbook, and holds all of them to one limit of cells."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._cells = 0

    def read(self, part: str, shows: CellTexts) -> RawSheet:
        """Return the cells of the sheet in ``part``; ``shows`` tells the texts of plain ones.

        Raises:
            WorkbookError: the part is missing or damaged, or there are too many cells.
        """
        handler = _SheetHandler(self._more, shows)
        parse(self._archive, part, handler, Pieces("row", "sheetData", handler.take))
        return handler.sheet

    def _more(self, many: int) -> None:
        self._cells += many
        if self._cells > MAX_CELLS:
            raise _too_many_cells()


def shared_text(strings: Mapping[int, str] | tuple[str, ...], index: str) -> str:
    """Return the shared text that a cell refers to.

    Raises:
        WorkbookError: there is no such text.
    """
    number = _whole(index)
    if not re.fullmatch(r"\s*[0-9]{1,9}\s*", index) or number >= len(strings):
        raise broken(sentences.sources.A_CELL_REFERS_TO_A)
    return strings[number]
