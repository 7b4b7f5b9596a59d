"""The XML parts of a workbook, read piece by piece.

Names are compared without their namespace, since writers choose their own prefixes. A document
type is refused, and with it every entity that could be blown up.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Final
from xml.parsers import expat

from kesbang_iku._records import dataclass
from kesbang_iku.files.archive import Archive, broken, too_large
from kesbang_iku.files.characters import is_control
from kesbang_iku.files.grid import MarkedText, Merge
from kesbang_iku.files.marked_digits import Mark, RunFormat, joined, marked
from kesbang_iku.findings import sentences

MAX_CELLS: Final = 2_000_000
MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
MAX_MERGES: Final = 20_000
MAX_SHEETS: Final = 500

Attributes = dict[str, str]

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]", re.IGNORECASE)
_SCALED: Final = re.compile(
    r"[#0?],+(?![#0?,])|\"[^\"]*(?<![^\W_])(?:ribu|rb|juta|jt|miliar|milyar|triliun)(?![^\W_])[^\"]*\"",
    re.IGNORECASE,
)
_DATE_SIGNS: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
# Number formats every application knows without their being written down.
_BUILTIN_DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_BUILTIN_PERCENT: Final = frozenset({9, 10})
_BUILTIN_DECIMALS: Final = {1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2, 37: 0, 38: 0, 39: 2, 40: 2}
_DIGIT_SIGNS: Final = re.compile(r"[#0?]+(?:,[#0?]+)*(?:\.([0?]+))?")
_TRUE: Final = ("1", "true")


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
        decimals: how many decimals it shows; ``None`` where it shows all, or says nothing of them.
        mark: whether its font raises, lowers or strikes out what stands in the cell.
        scale: the format, where it shows a number in thousands or millions of what is stored.
    """

    kind: str = ""
    decimals: int | None = None
    mark: Mark = ""
    scale: str = ""


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
    """The cells of a sheet by row (from 1) and column (from 0), and the cells joined to one."""

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)


class _Handler:
    """Follows one part. A subclass says what it does at the start and the end of an element."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take a piece of text."""


def _parse(archive: Archive, part: str, handler: _Handler) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: Attributes) -> None:
        handler.start(_local(name), attributes)

    def end(name: str) -> None:
        handler.end(_local(name))

    def refuse(*_: object) -> None:
        raise broken(sentences.files.ITS_PART_DECLARES_A_DOCTYPE.filled(bagian=part))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    try:
        for chunk in archive.chunks(part):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise broken(sentences.files.ITS_PART_IS_BAD_XML.filled(bagian=part)) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attribute(attributes: Attributes, name: str) -> str | None:
    """Return an attribute whatever the prefix of its namespace."""
    for key, value in attributes.items():
        if _local(key) == name:
            return value
    return None


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


class _Relations(_Handler):
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
        _parse(archive, path, relations)
    return relations


class _BookHandler(_Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in _TRUE
        elif name == "sheet":
            if len(self.sheets) == MAX_SHEETS:
                raise too_large(sentences.files.MORE_THAN_SHEETS.filled(batas=MAX_SHEETS))
            hidden = attributes.get("state", "visible") != "visible"
            relation = _attribute(attributes, "id") or ""
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
            self._format.see(name, _attribute(attributes, "val"))

    def end(self, name: str) -> None:
        """Take the end of an element inside of the text."""
        if name == "rPr" and self._format is not None:
            self._mark, self._format = self._format.mark, None
        elif name == "r":
            self._mark = ""
        elif name == "t" and self._mark:
            run = unescape("".join(self.parts[self._from :]))
            self.parts[self._from :] = [marked(run, self._mark)]


class _StringsHandler(_Handler):
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

    def end(self, name: str) -> None:
        self._runs.end(name)
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            if len(self.strings) == MAX_CELLS:
                raise _too_many_cells()
            self.strings.append(unescape(joined(self._runs.parts)))


class _StylesHandler(_Handler):
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
            self.fonts[-1].see(name, _attribute(attributes, "val"))
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
            return NumberStyle("date")
        kind = "percent" if number in _BUILTIN_PERCENT else ""
        return NumberStyle(kind, _BUILTIN_DECIMALS.get(number))
    # The first section is for numbers above zero, which decides for the rest.
    plain = _QUOTED.sub("", code.partition(";")[0])
    digits = _DIGIT_SIGNS.fullmatch(plain.strip(" %+-()"))
    decimals = None if digits is None else len(digits[1] or "")
    if "%" in plain:
        return NumberStyle("percent", decimals)
    date = plain.casefold() != "general" and _DATE_SIGNS.search(plain)
    if date:
        return NumberStyle("date")
    first = code.partition(";")[0]
    return NumberStyle("", decimals, scale=first if _SCALED.search(first) else "")


def _whole(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text, re.ASCII) else 0


def _too_many_cells() -> Exception:
    return too_large(sentences.files.MORE_THAN_CELLS.filled(batas=MAX_CELLS))


def read_book(archive: Archive) -> Book:
    """Return what the workbook says about itself: its sheets, its texts and its styles.

    Raises:
        WorkbookError: a part is missing or damaged, or there is too much of something.
    """
    main = _relations(archive, "").of_kind("officeDocument") or "xl/workbook.xml"
    handler = _BookHandler()
    _parse(archive, main, handler)
    relations = _relations(archive, main)
    strings, styles = _StringsHandler(), _StylesHandler()
    for kind, reader in (("sharedStrings", strings), ("styles", styles)):
        part = relations.of_kind(kind)
        if part is not None:
            _parse(archive, part, reader)
    sheets = []
    for name, relation, hidden in handler.sheets:
        part, kind = relations.targets.get(relation, ("", ""))
        # Sheets that hold nothing but a chart have no cells.
        if kind == "worksheet":
            sheets.append(SheetPart(name, part, hidden))
    if not sheets:
        raise broken(sentences.files.IT_HOLDS_NO_SHEET)
    return Book(tuple(sheets), tuple(strings.strings), styles.styles(), handler.from_1904)


# ------------------------------------------------------------------------------------ the cells


class _SheetHandler(_Handler):
    """Collects the cells that hold something. What a row or cell leaves out counts on."""

    def __init__(self, count: Callable[[], None]) -> None:
        self.sheet = RawSheet()
        self._count = count
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
            raise broken(sentences.files.A_CELL_LIES_OUTSIDE_OF)
        self._cell = RawCell(attributes.get("t", "n"), None, _whole(attributes.get("s")))
        self._runs = _Runs()

    def _close_cell(self) -> None:
        cell, self._cell = self._cell, None
        texts = self._runs.parts
        if cell is None or not (texts or cell.formula):
            return
        cell.text = joined(texts) if texts else None
        self._count()
        self.sheet.rows.setdefault(self._row, {})[self._column] = cell

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, left = _position(first)
        bottom, right = _position(last or first)
        if len(self.sheet.merges) == MAX_MERGES:
            raise too_large(sentences.files.MORE_THAN_MERGED_CELLS.filled(batas=MAX_MERGES))
        self.sheet.merges.append(
            Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
        )


def _position(address: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    if match is None:
        raise broken(sentences.files.THE_CELL_ADDRESS_IS_WRONG.filled(alamat=address[:20]))
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)), column - 1


class SheetReader:
    """Reads the sheets of one workbook, and holds all of them to one limit of cells."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._cells = 0

    def read(self, part: str) -> RawSheet:
        """Return the cells of the sheet in ``part``.

        Raises:
            WorkbookError: the part is missing or damaged, or there are too many cells.
        """
        handler = _SheetHandler(self._one_more)
        _parse(self._archive, part, handler)
        return handler.sheet

    def _one_more(self) -> None:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise _too_many_cells()


def shared_text(strings: Mapping[int, str] | tuple[str, ...], index: str) -> str:
    """Return the shared text that a cell refers to.

    Raises:
        WorkbookError: there is no such text.
    """
    number = _whole(index)
    if not re.fullmatch(r"\s*[0-9]{1,9}\s*", index) or number >= len(strings):
        raise broken(sentences.files.A_CELL_REFERS_TO_A)
    return strings[number]
