"""The cells of a sheet: other looks for some, and a text in empty ones."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.findings.place import column_index
from kesbang_iku.publish.annotated_workbook import markup
from kesbang_iku.sources.grid import column_letters
from kesbang_iku.sources.xml_pieces import Attributes, attribute, local

At = tuple[int, int]
"""The row from 1, the column from 0."""

ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_BEFORE_THE_DRAWING: Final = frozenset(
    # In the order of the schema.
    {
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"),
        *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter"),
        *("sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr"),
        *("conditionalFormatting", "dataValidations", "hyperlinks", "printOptions"),
        *("pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
        *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
    }
)
"""What stands before the drawing of the comments in a sheet."""
_TRUE: Final = ("1", "true")


def position(address: str) -> At | None:
    """Return the row (from 1) and the column (from 0) of a cell, if it is an address."""
    found = ADDRESS.fullmatch(address)
    return None if found is None else (int(found[2]), column_index(found[1]))


def address(at: At) -> str:
    """Return the name of a cell."""
    return f"{column_letters(at[1])}{at[0]}"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a cell: the number of its style by what it was, and a text if it is empty."""

    style: Callable[[int], int] | None = None
    text: str | None = None


@dataclass(slots=True)
class SheetPart:
    """A sheet with its cells changed. Lives as long as its part is edited.

    Attributes:
        content: the part before the edits.
        edits: what becomes of it.
        prefix: of the names of its elements.
        drawing: the relation to the drawing of its comments, if it has one.
        drawing_at: where such a relation is to be written.
    """

    content: bytes
    edits: list[markup.Edit] = field(default_factory=list)
    prefix: str = ""
    drawing: str | None = None
    drawing_at: int = 0

    def edited(self) -> bytes:
        """Return the part with the edits in it."""
        return markup.edited(self.content, self.edits)


class _Sheet:
    """Follows the part of a sheet, and notes what is to be edited on the way."""

    def __init__(self, content: bytes, changes: Mapping[At, Change]) -> None:
        self.part = SheetPart(content)
        self._content = content
        self._changes = changes
        self._rows = grouped(sorted(changes))
        self._waiting = sorted(self._rows, reverse=True)
        self._columns: Sequence[tuple[int, int, int]] = ()
        self._row, self._column = 0, -1
        self._row_style: int | None = None
        self._left: list[int] = []
        self._in_row = False
        self._cell: tuple[int, int, At, Change] | None = None
        self._cell_holds = False
        self._depth = 0
        self._dimension: tuple[int, str] | None = None
        self._top = 0
        self._parser = markup.parser_of()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def run(self) -> SheetPart:
        """Return the sheet with its edits.

        Raises:
            NotAnnotatedError: the part is no XML.
        """
        markup.parse_with(self._parser, self._content)
        self._widen()
        return self.part

    # ------------------------------------------------------------------------------ start of tags

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth == 2:  # noqa: PLR2004 - right below the root
            self._top = self._parser.CurrentByteIndex
        if name == "c" or name.endswith(":c"):
            self._open_cell(attributes)
        elif name == "row" or name.endswith(":row"):
            self._open_row(attributes)
        elif self._cell is not None:
            self._cell_holds = True
        elif self._depth <= 3:  # noqa: PLR2004 - the columns stand so deep
            self._open_other(local(name), name, attributes)

    def _open_other(self, short: str, name: str, attributes: Attributes) -> None:
        if self._depth == 1:
            self.part.prefix = name[: -len(short)]
        elif short == "col":
            style = int(attributes.get("style", "0"))
            first, last = int(attributes.get("min", "0")), int(attributes.get("max", "0"))
            self._columns = [*self._columns, (first - 1, last - 1, style)]
        elif short == "dimension":
            self._dimension = (self._parser.CurrentByteIndex, attributes.get("ref", ""))
        elif short == "legacyDrawing":
            self.part.drawing = attribute(attributes, "id")

    def _open_row(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        self._row = self._row + 1 if written is None else int(written)
        self._column = -1
        while self._waiting and self._waiting[-1] < self._row:
            self._insert_row(self._waiting.pop(), self._parser.CurrentByteIndex)
        self._in_row = bool(self._waiting) and self._waiting[-1] == self._row
        if not self._in_row:
            return
        self._left = list(reversed(self._rows[self._waiting.pop()]))
        formatted = attributes.get("customFormat") in _TRUE
        self._row_style = int(attributes.get("s", "0")) if formatted else None
        start = self._parser.CurrentByteIndex
        end = markup.tag_end(self._content, start)
        tag = self._content[start:end]
        # How far the cells of a row reach is a hint that would be wrong now, and need not be there.
        short = re.sub(rb"\sspans\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)
        if markup.is_empty_tag(self._content, end):
            cells = self._new_cells()
            close = f"</{self.part.prefix}row>".encode()
            self.part.edits.append((start, end, short[:-2].rstrip() + b">" + cells + close))
        elif short != tag:
            self.part.edits.append((start, end, short))

    def _open_cell(self, attributes: Attributes) -> None:
        at = position(attributes.get("r", ""))
        self._column = self._column + 1 if at is None else at[1]
        if not self._in_row:
            return
        start = self._parser.CurrentByteIndex
        while self._left and self._left[-1] < self._column:
            new = self._new_cell((self._row, self._left.pop()))
            self.part.edits.append((start, start, new))
        if self._left and self._left[-1] == self._column:
            here = (self._row, self._left.pop())
            self._change(start, here, attributes)

    def _change(self, start: int, here: At, attributes: Attributes) -> None:
        change = self._changes[here]
        end = markup.tag_end(self._content, start)
        tag = self._content[start:end]
        if change.style is not None:
            tag = markup.with_attribute(tag, "s", str(change.style(int(attributes.get("s", "0")))))
        if change.text is not None and markup.is_empty_tag(self._content, end):
            tag = self._with_text(tag, change.text)
        elif change.text is not None:
            self._cell = (start, end, here, change)
            self._cell_holds = False
        self.part.edits.append((start, end, tag))

    # -------------------------------------------------------------------------------- end of tags

    def _end(self, name: str) -> None:
        if name == "c" or name.endswith(":c"):
            self._close_cell()
        elif name == "row" or name.endswith(":row"):
            if self._in_row and self._left:
                at = self._parser.CurrentByteIndex
                self.part.edits.append((at, at, self._new_cells()))
            self._in_row = False
        elif self._depth <= 2:  # noqa: PLR2004 - right below the root
            self._close_other(local(name))
        self._depth -= 1

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        start, end, _, change = self._cell
        self._cell = None
        if not self._cell_holds and change.text is not None:
            last = self.part.edits.pop()
            close = self._parser.CurrentByteIndex
            tag = self._with_text(last[2][:-1] + b"/>", change.text)
            self.part.edits.append((start, max(end, markup.tag_end(self._content, close)), tag))

    def _close_other(self, short: str) -> None:
        if self._depth == 1:
            return
        behind = markup.tag_end(self._content, self._top)
        empty = markup.is_empty_tag(self._content, behind)
        at = self._top if empty else self._parser.CurrentByteIndex
        behind = behind if empty else markup.tag_end(self._content, at)
        if short in _BEFORE_THE_DRAWING:
            self.part.drawing_at = behind
        if short == "sheetData":
            rows = [self._row_of(number) for number in reversed(self._waiting)]
            new = "".join(rows).encode()
            self._waiting.clear()
            if new and empty:
                tag = self._content[at:behind][:-2].rstrip() + b">"
                close = f"</{self.part.prefix}sheetData>".encode()
                self.part.edits.append((at, behind, tag + new + close))
            elif new:
                self.part.edits.append((at, at, new))

    # ------------------------------------------------------------------------------- what is new

    def _insert_row(self, number: int, at: int) -> None:
        self.part.edits.append((at, at, self._row_of(number).encode()))

    def _row_of(self, number: int) -> str:
        self._row_style = None
        cells = b"".join(self._new_cell((number, column)) for column in self._rows[number])
        p = self.part.prefix
        return f'<{p}row r="{number}">{cells.decode()}</{p}row>'

    def _new_cells(self) -> bytes:
        new = b"".join(self._new_cell((self._row, column)) for column in reversed(self._left))
        self._left = []
        return new

    def _new_cell(self, at: At) -> bytes:
        change = self._changes[at]
        style = self._row_style
        if style is None:
            held = (one for first, last, one in self._columns if first <= at[1] <= last)
            style = next(held, 0)
        if change.style is not None:
            style = change.style(style)
        tag = f'<{self.part.prefix}c r="{address(at)}" s="{style}"/>'.encode()
        return tag if change.text is None else self._with_text(tag, change.text)

    def _with_text(self, tag: bytes, text: str) -> bytes:
        """Return an empty cell with a text in it."""
        p = self.part.prefix
        opened = markup.with_attribute(tag, "t", "inlineStr")[:-2].rstrip() + b">"
        shown = f'<{p}is><{p}t xml:space="preserve">{markup.cell_text(text)}</{p}t></{p}is></{p}c>'
        return opened + shown.encode()

    def _widen(self) -> None:
        """Let the sheet say how far it reaches, as some programs read no further."""
        if self._dimension is None or not self._changes:
            return
        start, written = self._dimension
        first, _, last = written.partition(":")
        corners = [position(first), position(last or first)]
        if None in corners:
            return
        reached = [*filter(None, corners), *self._changes]
        rows, columns = [one[0] for one in reached], [one[1] for one in reached]
        new = f"{address((min(rows), min(columns)))}:{address((max(rows), max(columns)))}"
        if (min(rows), min(columns)) != corners[0] or (max(rows), max(columns)) != corners[1]:
            end = markup.tag_end(self._content, start)
            tag = markup.with_attribute(self._content[start:end], "ref", new)
            self.part.edits.append((start, end, tag))


def change_cells(content: bytes, changes: Mapping[At, Change]) -> SheetPart:
    """Return the part of a sheet with some of its cells changed.

    Raises:
        NotAnnotatedError: the part is no XML.
    """
    return _Sheet(content, changes).run()
