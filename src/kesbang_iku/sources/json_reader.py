"""Reading JSON by the standard library, its numbers exactly as written.

Places are found when somebody asks for one: by skipping, again with the standard library, whatever
stands before it. What that library refuses, or takes without a word, is scanned sign by sign, which
tells what is wrong and where.
"""

import re
from json import JSONDecoder
from typing import Final, NoReturn

from kesbang_iku._later import Once
from kesbang_iku.findings import Finding
from kesbang_iku.sources.document import Data, Document, Lines, NumberText, Pointer

MAX_DEPTH: Final = 50
MAX_VALUES: Final = 2_000_000

_OTHERS: Final = bytes({*range(256)} - {*b'"[]{}:'})
"""Every byte that neither opens, closes or divides something, nor is a quotation mark."""
_ALIKE: Final = bytes.maketrans(b"{}", b"[]")
_STRINGS: Final = re.compile(rb'"[^"]*"')
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_PAIR: Final = re.compile(r"(?<!\\)\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


def _refused(word: str) -> NoReturn:
    raise ValueError(word)


_SKIPPER: Final = JSONDecoder(parse_float=str, parse_int=str)
"""Reads a value only to know where it ends."""

Span = tuple[int, int]


class _JsonMarks:
    """Positions, found as they are asked for: each collection is read on up to what is wanted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[int, _Children] = {}

    def find(self, pointer: Pointer, *, key: bool) -> tuple[int, int, int]:
        position, depth = _after(self._text, 0), 0
        named: Span | None = None
        span: Span | None = None
        for step in pointer:
            children = self._read.get(position)
            if children is None:
                children = self._read[position] = _Children(self._text, position)
            child = children.find(step)
            if child is None:
                break
            named, span = child
            position, depth = span[0], depth + 1
        if key and depth == len(pointer) and named is not None:
            return depth, *named
        return depth, *(span or (position, _end(self._text, position)))


class _Children:
    """What one value holds: the place of each key, and of what it leads to."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._is_object = text[start] == "{"
        self._found: dict[str | int, tuple[Span | None, Span]] = {}
        self._next = _after(text, start + 1) if text[start] in "{[" else None

    def find(self, step: str | int) -> tuple[Span | None, Span] | None:
        """Return the place of the key ``step``, if it is one, and of what stands there."""
        step = str(step) if self._is_object else step
        while step not in self._found and self._next is not None:
            self._read_on(self._next)
        return self._found.get(step)

    def _read_on(self, position: int) -> None:
        text = self._text
        if text[position] in "}]":
            self._next = None
            return
        named: Span | None = None
        step: str | int = len(self._found)
        if self._is_object:
            step, end = _SKIPPER.raw_decode(text, position)
            named = position, end
            position = _after(text, _after(text, end) + 1)
        span = position, _end(text, position)
        # Of a duplicate key the first one counts.
        self._found.setdefault(step, (named, span))
        position = _after(text, span[1])
        self._next = _after(text, position + 1) if text[position] == "," else position


def _after(text: str, position: int) -> int:
    """Return the first position from ``position`` on that is not white space."""
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _end(text: str, start: int) -> int:
    """Return where the value that starts at ``start`` ends."""
    return _SKIPPER.raw_decode(text, start)[1]


def read_json(text: str, source: str) -> tuple[list[Document], list[Finding]]:
    """Read the JSON document of ``text``; ``source`` names the file in places.

    The list of documents has one element, or none where the text cannot be parsed. Numbers are
    :class:`NumberText`, digit by digit as written. Of a duplicate key the first one counts.
    """
    text = text.removeprefix("\ufeff")
    lines = Lines(text)
    read, findings = _decoded(text), list[Finding]()
    if read is None:
        from kesbang_iku.sources.json_scanner import scan_json  # noqa: PLC0415  # light: mistakes alone need it

        read, findings = scan_json(text, source, lines, MAX_DEPTH, MAX_VALUES)
    if read is None:
        return [], findings
    return [Document(read[0], source, text, _JsonMarks(text), lines)], findings


def _decoded(text: str) -> tuple[Data] | None:
    """Return the value of ``text``, alone in a tuple; ``None`` where a closer look is needed."""
    if _has_many_values(text) or _has_half_a_character(text):
        return None
    # The same numbers stand in a text again and again, and are made once.
    number, keys = Once[str, NumberText](NumberText).__getitem__, 0

    def counted(made: dict[str, Data]) -> dict[str, Data]:
        nonlocal keys
        keys += len(made)
        return made

    decoder = JSONDecoder(
        object_hook=counted, parse_float=number, parse_int=number, parse_constant=_refused
    )
    try:
        data: Data = decoder.decode(text)
    except (ValueError, RecursionError):
        return None
    signs = _signs(text)
    # Of a key that comes twice the decoder took the last one.
    return (data,) if signs.count(b":") == keys and not _is_deep(signs) else None


def _signs(text: str) -> bytes:
    """Return the brackets and colons of a JSON text that stand in none of its strings."""
    if "\\" in text:
        text = text.replace(r"\\", "").replace(r"\"", "")
    signs = text.encode(errors="replace").translate(_ALIKE, _OTHERS)
    return _STRINGS.sub(b"", signs.replace(b'""', b""))


def _is_deep(signs: bytes) -> bool:
    """Say whether collections stand in one another more than ``MAX_DEPTH`` times."""
    signs = signs.translate(None, b":")
    for _ in range(MAX_DEPTH):
        signs = signs.replace(b"[]", b"")  # the innermost ones
    return bool(signs)


def _has_many_values(text: str) -> bool:
    """Say whether a text may hold too many values.

    Before each stands the sign that opens a collection, or the one that parts two values.
    """
    return len(text) >= MAX_VALUES and sum(map(text.count, ",[{")) >= MAX_VALUES


def _has_half_a_character(text: str) -> bool:
    """Say whether an escape may stand for half of a character, which the decoder would take."""
    found = _HALF.search(text) if "\\" in text else None
    return found is not None and _HALF.search(_PAIR.sub("", text)) is not None
