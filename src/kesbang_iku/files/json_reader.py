"""Reading JSON with the place of every value and key, and with its numbers exactly as written."""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.files.document import Data, Document, Lines, NumberText, Pointer
from kesbang_iku.findings import Finding, FindingKind, Text, kinds, sentences

MAX_DEPTH: Final = 50
MAX_VALUES: Final = 2_000_000

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_PLAIN: Final = re.compile(r'[^"\\\x00-\x1f]*')
_UNICODE: Final = re.compile(r"[0-9a-fA-F]{4}")
_WORD: Final = re.compile(r"[-+]?[A-Za-z0-9_.+-]+")
_NOT_FINITE: Final = frozenset({"NaN", "Infinity", "-Infinity"})
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}
_ESCAPES: Final = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
_HIGH_SURROGATES: Final = range(0xD800, 0xDC00)
_LOW_SURROGATES: Final = range(0xDC00, 0xE000)
_SECOND_PLANE: Final = 0x10000


class _Mark:
    """The extent of a value and, below a collection, of what is in it."""

    __slots__ = ("end", "items", "keys", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.items: dict[str | int, _Mark] | None = None
        self.keys: dict[str, tuple[int, int]] | None = None


class _JsonMarks:
    """Positions kept as a tree beside the data."""

    def __init__(self, root: _Mark) -> None:
        self._root = root

    def find(self, pointer: Pointer, *, key: bool) -> tuple[int, int, int]:
        mark, parent = self._root, None
        depth = 0
        for step in pointer:
            name = step if mark.keys is None else str(step)
            child = mark.items.get(name) if mark.items is not None else None
            if child is None:
                break
            parent, mark = mark, child
            depth += 1
        if key and depth == len(pointer) and parent is not None and parent.keys is not None:
            return depth, *parent.keys[str(pointer[-1])]
        return depth, mark.start, mark.end


class _StopError(Exception):
    """Raised where scanning cannot go on; never leaves this module."""

    def __init__(self, kind: FindingKind, start: int, end: int | None, **arguments: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.start = start
        self.end = end
        self.arguments = arguments


class _Scanner:
    """Reads one text from left to right."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self._source = source
        self.lines = Lines(text)
        self._values = 0

    def add(self, kind: FindingKind, start: int, end: int | None, **arguments: object) -> None:
        """Note a finding of ``kind`` at the characters from ``start`` to ``end``."""
        place = self.lines.place(self._source, start, end)
        value = self.text[start:end] if end is not None else None
        self.findings.append(kind.at(place, value=value, **arguments))

    def line(self, offset: int) -> int:
        """Return the line of the character at ``offset``."""
        return self.lines.locate(offset)[0]

    def space(self, position: int) -> int:
        """Return the first position from ``position`` on that is not white space."""
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def value(self, position: int, depth: int) -> tuple[Data, _Mark]:
        """Read the value that starts at ``position``, ``depth`` collections down."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise _StopError(kinds.FILE_TOO_MANY_NODES, position, None, batas=MAX_VALUES)
        mark = _Mark(position)
        sign = self.text[position : position + 1]
        if sign in ("{", "["):
            if depth == MAX_DEPTH:
                raise _StopError(kinds.FILE_TOO_DEEP, position, None, batas=MAX_DEPTH)
            return (self._object if sign == "{" else self._array)(mark, depth + 1), mark
        if sign == '"':
            text, mark.end = self._string(position)
            return text, mark
        number = _NUMBER.match(self.text, position)
        word = _WORD.match(self.text, position)
        if word is None:
            raise _StopError(kinds.JSON_SYNTAX, position, None, harap=sentences.files.A_VALUE)
        mark.end = word.end()
        written = word.group()
        if number is not None and number.end() == word.end():
            return NumberText(written), mark
        if written in _WORDS:
            return _WORDS[written], mark
        if written in _NOT_FINITE:
            self.add(kinds.JSON_NOT_FINITE, position, mark.end, nilai=written)
            return written, mark
        raise _StopError(
            kinds.JSON_SYNTAX,
            position,
            mark.end,
            harap=sentences.files.A_JSON_NUMBER_TRUE_FALSE,
        )

    def _object(self, mark: _Mark, depth: int) -> dict[str, Data]:
        data: dict[str, Data] = {}
        mark.items, mark.keys = {}, {}
        position = self.space(mark.start + 1)
        if self.text.startswith("}", position):
            mark.end = position + 1
            return data
        while True:
            if not self.text.startswith('"', position):
                raise _StopError(
                    kinds.JSON_SYNTAX,
                    position,
                    None,
                    harap=sentences.files.A_KEY_IN_DOUBLE_QUOTES,
                )
            start = position
            key, end = self._string(position)
            position = self._expect(":", self.space(end))
            value, child = self.value(self.space(position), depth)
            if key in data:
                first = self.line(mark.keys[key][0])
                self.add(kinds.KEY_DUPLICATE, start, end, kunci=key, baris_awal=first)
            else:
                data[key] = value
                mark.items[key] = child
                mark.keys[key] = (start, end)
            position = self.space(child.end)
            if self.text.startswith("}", position):
                mark.end = position + 1
                return data
            position = self.space(self._expect(",", position, or_close="}"))

    def _array(self, mark: _Mark, depth: int) -> list[Data]:
        data: list[Data] = []
        mark.items = {}
        position = self.space(mark.start + 1)
        if self.text.startswith("]", position):
            mark.end = position + 1
            return data
        while True:
            value, child = self.value(position, depth)
            mark.items[len(data)] = child
            data.append(value)
            position = self.space(child.end)
            if self.text.startswith("]", position):
                mark.end = position + 1
                return data
            position = self.space(self._expect(",", position, or_close="]"))

    def _expect(self, sign: str, position: int, *, or_close: str | None = None) -> int:
        if self.text.startswith(sign, position):
            return position + 1
        wanted = Text.same(f'"{sign}"')
        if or_close is not None:
            wanted = sentences.files.EITHER.filled(satu=sign, dua=or_close)
        raise _StopError(kinds.JSON_SYNTAX, position, None, harap=wanted)

    def _string(self, position: int) -> tuple[str, int]:
        """Read the string whose opening quote is at ``position``; return it and its end."""
        parts: list[str] = []
        start = position
        position += 1
        while True:
            match = _PLAIN.match(self.text, position)
            end = match.end() if match else position
            parts.append(self.text[position:end])
            sign = self.text[end : end + 1]
            if sign == '"':
                text = "".join(parts)
                return text, end + 1
            if sign == "":
                raise _bad_string(start, sentences.files.IT_IS_NEVER_CLOSED)
            if sign != "\\":
                raise _bad_string(
                    end,
                    sentences.files.IT_HOLDS_A_CONTROL_CHARACTER,
                )
            part, position = self._escape(end)
            parts.append(part)

    def _escape(self, position: int) -> tuple[str, int]:
        """Read the escape whose backslash is at ``position``; return its text and its end."""
        letter = self.text[position + 1 : position + 2]
        if letter in _ESCAPES:
            return _ESCAPES[letter], position + 2
        first = _UNICODE.match(self.text, position + 2) if letter == "u" else None
        if first is None:
            raise _bad_string(
                position,
                sentences.files.A_BACKSLASH_IS_FOLLOWED_BY,
            )
        code = int(first.group(), 16)
        if code not in _HIGH_SURROGATES and code not in _LOW_SURROGATES:
            return chr(code), first.end()
        second = None
        if code in _HIGH_SURROGATES and self.text.startswith("\\u", first.end()):
            second = _UNICODE.match(self.text, first.end() + 2)
        low = int(second.group(), 16) if second is not None else 0
        if second is None or low not in _LOW_SURROGATES:
            raise _bad_string(position, sentences.files.IT_HOLDS_HALF_OF_A)
        high_bits = (code - _HIGH_SURROGATES.start) << 10
        return chr(_SECOND_PLANE + high_bits + low - _LOW_SURROGATES.start), second.end()


def _bad_string(position: int, sebab: Text) -> _StopError:
    return _StopError(kinds.JSON_STRING, position, None, sebab=sebab)


def read_json(text: str, source: str) -> tuple[list[Document], list[Finding]]:
    """Read the JSON document of ``text``; ``source`` names the file in places.

    The list of documents has one element, or none where the text cannot be parsed. Numbers are
    :class:`NumberText`, digit by digit as written. Of a duplicate key the first one counts.
    """
    text = text.removeprefix("\ufeff")
    scanner = _Scanner(text, source)
    try:
        data, mark = scanner.value(scanner.space(0), 0)
        end = scanner.space(mark.end)
        if end < len(text):
            scanner.add(kinds.JSON_TRAILING, end, None)
    except _StopError as stop:
        scanner.add(stop.kind, stop.start, stop.end, **stop.arguments)
        return [], scanner.findings
    document = Document(data, source, text, _JsonMarks(mark), scanner.lines)
    return [document], scanner.findings
