"""A document as it was written: its data, and the place of every value and key in it."""

from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from itertools import accumulate
from typing import Protocol, Self

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place

Scalar = str | bool | None
Data = dict[str, "Data"] | list["Data"] | Scalar
Pointer = tuple[str | int, ...]


class Key(str):
    """The last step of a pointer that leads to a key itself, not to what stands under it."""

    __slots__ = ()


class NumberText(str):
    """A number of a JSON file, as written. JSON fixes its notation: the dot is the decimal mark."""

    __slots__ = ()


class CellNumber(NumberText):
    """A number of a workbook's cell, as stored; ``shown`` is what its format lets people see."""

    __slots__ = ("shown",)

    shown: NumberText

    def __new__(cls, stored: str, shown: str) -> Self:
        """Return ``stored``, which is shown as ``shown``; both with a dot as decimal mark."""
        number = super().__new__(cls, stored)
        number.shown = NumberText(shown)
        return number

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Return what makes the same number again, in a copy or in another process."""
        return type(self), (str(self), str(self.shown))


class Lines:
    """Where the lines of a text start; turns offsets into lines and columns.

    Offsets count characters from 0; lines and columns count from 1. The text is walked when a place
    is first asked for.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        # Each break becomes one sign in as much room; splitting at it takes half of a search.
        lines = self._text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return [0, *accumulate([len(line) + 1 for line in lines[:-1]])]

    def line(self, offset: int) -> int:
        """Return the line of the character at ``offset``."""
        return bisect_right(self._starts, offset)

    def locate(self, offset: int) -> tuple[int, int]:
        """Return the line and column of the character at ``offset``."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def place(
        self, source: str, start: int, end: int | None = None, *, penunjuk: str | None = None
    ) -> Place:
        """Return the place of the characters from ``start`` up to ``end``.

        What reaches over the end of its first line is cut there, since a place has one line.
        ``penunjuk`` is the JSON pointer of what stands there.
        """
        line, column = self.locate(start)
        if end is None:
            return Place(source, line, column, penunjuk=penunjuk)
        last = column + max(0, min(end, self._end(line)) - start)
        return Place(source, line, column, last, penunjuk=penunjuk)

    def _end(self, line: int) -> int:
        if line == len(self._starts):
            return len(self._text)
        end = self._starts[line]
        while end > self._starts[line - 1] and self._text[end - 1] in "\r\n":
            end -= 1
        return end


class Marks(Protocol):
    """The positions a reader remembers about one document."""

    def find(self, pointer: Pointer, *, key: bool) -> tuple[int, int, int]:
        """Return how many steps of ``pointer`` exist, and the start and end offset found there.

        With ``key`` the offsets are those of the last step's key, where it has one.
        """
        ...


def json_pointer(pointer: Pointer) -> str:
    """Return ``pointer`` as a JSON pointer (RFC 6901); the whole document is the empty text."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in pointer)


@dataclass(frozen=True, eq=False)
class Document:
    """One document of a file.

    ``data`` holds dicts, lists and scalars. A scalar is text exactly as written, but for ``true``
    and ``false`` (bool) and null (``None``); a number of a JSON file is a :class:`NumberText`.
    ``source`` names the file, ``text`` is all of it, and ``lines``, which the documents of a file
    share, are its lines. ``proven`` says that the build of the package held it to its rules.
    """

    data: Data
    source: str
    text: str = field(repr=False)
    marks: Marks = field(repr=False)
    lines: Lines = field(repr=False)
    proven: bool = field(default=False, repr=False)

    def place(self, pointer: Pointer = (), *, key: bool = False) -> Place:
        """Return where the value at ``pointer`` stands, or with ``key`` the key that leads to it.

        A pointer whose last step is a :class:`Key` asks for the key by itself. A pointer that leads
        nowhere is answered with its nearest ancestor that exists, which is what a finding about
        something missing points at.
        """
        key = key or isinstance(pointer[-1] if pointer else None, Key)
        depth, start, end = self.marks.find(pointer, key=key)
        return self.lines.place(self.source, start, end, penunjuk=json_pointer(pointer[:depth]))

    def line(self, pointer: Pointer) -> int:
        """Return the line of the place of ``pointer``, without the rest of it."""
        _, start, _ = self.marks.find(pointer, key=False)
        return self.lines.line(start)

    def span(self, pointer: Pointer, *, key: bool = False) -> tuple[int, int] | None:
        """Return the offsets of the value at ``pointer`` or its key; ``None`` if it is not there.

        They count characters of the file's text without a byte order mark.
        """
        depth, start, end = self.marks.find(pointer, key=key)
        return (start, end) if depth == len(pointer) else None
