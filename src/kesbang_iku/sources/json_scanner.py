"""Scanning JSON sign by sign, where the standard library refuses a text or mends it in silence.

It tells what is wrong and where: a mistake of syntax, a key that comes twice, no number.
"""

import re
from typing import Final

from kesbang_iku.findings import Finding, FindingKind, Text, kinds, sentences
from kesbang_iku.sources.document import Data, Lines, NumberText

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

    def __init__(self, text: str, source: str, lines: Lines, depth: int, values: int) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self._source = source
        self.lines = lines
        self._deepest = depth
        self._most = values
        self._values = 0

    def add(self, kind: FindingKind, start: int, end: int | None, **arguments: object) -> None:
        """Note a finding of ``kind`` at the characters from ``start`` to ``end``."""
        place = self.lines.place(self._source, start, end)
        value = self.text[start:end] if end is not None else None
        self.findings.append(kind.at(place, value=value, **arguments))

    def space(self, position: int) -> int:
        """Return the first position from ``position`` on that is not white space."""
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def value(self, position: int, depth: int) -> tuple[Data, int]:
        """Read the value that starts at ``position``, ``depth`` collections down, to its end."""
        self._values += 1
        if self._values > self._most:
            raise _StopError(kinds.FILE_TOO_MANY_NODES, position, None, batas=self._most)
        sign = self.text[position : position + 1]
        if sign in ("{", "["):
            if depth == self._deepest:
                raise _StopError(kinds.FILE_TOO_DEEP, position, None, batas=self._deepest)
            return (self._object if sign == "{" else self._array)(position, depth + 1)
        if sign == '"':
            return self._string(position)
        number = _NUMBER.match(self.text, position)
        word = _WORD.match(self.text, position)
        if word is None:
            raise _StopError(kinds.JSON_SYNTAX, position, None, harap=sentences.sources.A_VALUE)
        end = word.end()
        written = word.group()
        if number is not None and number.end() == end:
            return NumberText(written), end
        if written in _WORDS:
            return _WORDS[written], end
        if written in _NOT_FINITE:
            self.add(kinds.JSON_NOT_FINITE, position, end, nilai=written)
            return written, end
        wanted = sentences.sources.A_JSON_NUMBER_TRUE_FALSE
        raise _StopError(kinds.JSON_SYNTAX, position, end, harap=wanted)

    def _object(self, start: int, depth: int) -> tuple[dict[str, Data], int]:
        data: dict[str, Data] = {}
        places: dict[str, int] = {}
        position = self.space(start + 1)
        if self.text.startswith("}", position):
            return data, position + 1
        while True:
            if not self.text.startswith('"', position):
                wanted = sentences.sources.A_KEY_IN_DOUBLE_QUOTES
                raise _StopError(kinds.JSON_SYNTAX, position, None, harap=wanted)
            place = position
            key, end = self._string(position)
            position = self._expect(":", self.space(end))
            value, position = self.value(self.space(position), depth)
            if key in data:
                first = self.lines.line(places[key])
                self.add(kinds.KEY_DUPLICATE, place, end, kunci=key, baris_awal=first)
            else:
                data[key], places[key] = value, place
            position = self.space(position)
            if self.text.startswith("}", position):
                return data, position + 1
            position = self.space(self._expect(",", position, or_close="}"))

    def _array(self, start: int, depth: int) -> tuple[list[Data], int]:
        data: list[Data] = []
        position = self.space(start + 1)
        if self.text.startswith("]", position):
            return data, position + 1
        while True:
            value, position = self.value(position, depth)
            data.append(value)
            position = self.space(position)
            if self.text.startswith("]", position):
                return data, position + 1
            position = self.space(self._expect(",", position, or_close="]"))

    def _expect(self, sign: str, position: int, *, or_close: str | None = None) -> int:
        if self.text.startswith(sign, position):
            return position + 1
        wanted = Text.same(f'"{sign}"')
        if or_close is not None:
            wanted = sentences.sources.EITHER.filled(satu=sign, dua=or_close)
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
                raise _bad_string(start, sentences.sources.IT_IS_NEVER_CLOSED)
            if sign != "\\":
                raise _bad_string(end, sentences.sources.IT_HOLDS_A_CONTROL_CHARACTER)
            part, position = self._escape(end)
            parts.append(part)

    def _escape(self, position: int) -> tuple[str, int]:
        """Read the escape whose backslash is at ``position``; return its text and its end."""
        letter = self.text[position + 1 : position + 2]
        if letter in _ESCAPES:
            return _ESCAPES[letter], position + 2
        first = _UNICODE.match(self.text, position + 2) if letter == "u" else None
        if first is None:
            raise _bad_string(position, sentences.sources.A_BACKSLASH_IS_FOLLOWED_BY)
        code = int(first.group(), 16)
        if code not in _HIGH_SURROGATES and code not in _LOW_SURROGATES:
            return chr(code), first.end()
        second = None
        if code in _HIGH_SURROGATES and self.text.startswith("\\u", first.end()):
            second = _UNICODE.match(self.text, first.end() + 2)
        low = int(second.group(), 16) if second is not None else 0
        if second is None or low not in _LOW_SURROGATES:
            raise _bad_string(position, sentences.sources.IT_HOLDS_HALF_OF_A)
        high_bits = (code - _HIGH_SURROGATES.start) << 10
        return chr(_SECOND_PLANE + high_bits + low - _LOW_SURROGATES.start), second.end()


def _bad_string(position: int, sebab: Text) -> _StopError:
    return _StopError(kinds.JSON_STRING, position, None, sebab=sebab)


def scan_json(
    text: str, source: str, lines: Lines, depth: int, values: int
) -> tuple[tuple[Data] | None, list[Finding]]:
    """Return the value of ``text``, alone in a tuple, and what was found; ``None`` if it has none.

    Numbers are :class:`NumberText`. Of a duplicate key the first one counts. At most ``depth``
    collections may stand in one another, and ``values`` values in all of it.
    """
    scanner = _Scanner(text, source, lines, depth, values)
    try:
        data, end = scanner.value(scanner.space(0), 0)
        end = scanner.space(end)
        if end < len(text):
            scanner.add(kinds.JSON_TRAILING, end, None)
    except _StopError as stop:
        scanner.add(stop.kind, stop.start, stop.end, **stop.arguments)
        return None, scanner.findings
    return (data,), scanner.findings
