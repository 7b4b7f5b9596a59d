"""CSV that spreadsheets open without running anything in it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import NoneType
from typing import Final, cast

from kesbang_iku._regex import regex

ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet would run."""
_SPECIAL: Final = regex(r'["\r\n]|^\s|\s$')
_REMEMBERED: Final = 10_000
_MARK: Final = "'"
"""What makes a text harmless; one that begins so itself gets another, so that it comes back."""
_SAFE: Final = regex(r"-|-?\d+(?:\.\d+)?(?:/\d+)?", re.ASCII)
"""A lone dash, or a number."""


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, object]], separator: str = ","
) -> str:
    """Return a CSV table with ``columns`` as its headings and ``separator`` between its cells.

    ``None`` is an empty cell; a list becomes its entries with semicolons between them. A text that
    a spreadsheet would take for a formula is made harmless with an apostrophe in front of it.
    """
    return "".join(csv_lines(columns, rows, separator))


def csv_lines(
    columns: Sequence[str], rows: Iterable[Mapping[str, object]], separator: str = ","
) -> Iterator[str]:
    """Yield the lines of :func:`csv_text`, for a table that is too long to be held."""
    return csv_rows(columns, ([row[one] for one in columns] for row in rows), separator)


def csv_rows(
    columns: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ","
) -> Iterator[str]:
    """Yield the same lines of rows whose cells stand in the order of ``columns``."""
    yield separator.join(_quoted(column, separator) for column in columns) + "\n"
    texts = _Texts(separator)
    for cells in rows:
        written = [
            texts[one] if type(one) is str else "" if one is None else texts.of(one)
            for one in cells
        ]
        yield separator.join(written) + "\n"


def csv_blocks(
    columns: Sequence[str], blocks: Iterable[Sequence[Sequence[object]]], separator: str = ","
) -> Iterator[str]:
    """Yield the same lines, those of a block at once: of each column the cells below each other."""
    yield separator.join(_quoted(column, separator) for column in columns) + "\n"
    texts = _Texts(separator)
    for block in blocks:
        lines = zip(*(texts.column(cells) for cells in block), strict=True)
        yield "".join([f"{line}\n" for line in map(separator.join, lines)])


class _Texts(dict[str, str]):
    """How texts are written in a cell; most stand in many a row, and are made once."""

    def __init__(self, separator: str) -> None:
        super().__init__()
        self._separator = separator

    def __missing__(self, text: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        written = self[text] = _quoted(_harmless(text), self._separator)
        return written

    def column(self, cells: Sequence[object]) -> Sequence[str]:
        """Return how the cells of a column are written; most columns hold one kind of thing."""
        found = {*map(type, cells)}
        if found == {NoneType}:
            return [""] * len(cells)
        if found == {int}:
            return [*map(str, cells)]
        if found != {str}:
            written = {
                key: self[one] if type(one) is str else "" if one is None else self.of(one)
                for key, one in {id(one): one for one in cells}.items()
            }
            return [written[id(one)] for one in cells]
        texts = cast("Sequence[str]", cells)
        different = {*texts}
        if self._are_plain(different):
            return texts
        return [*map(self.__getitem__, texts)]

    def _are_plain(self, texts: Collection[str]) -> bool:
        """Say whether texts are surely written as they are, by looking at all of them at once."""
        ends = {one[:1] for one in texts} | {one[-1:] for one in texts}
        together = "".join(texts)
        return (
            ends.isdisjoint((*ACTIVE, _MARK))
            and not any(map(str.isspace, ends))
            and not any(sign in together for sign in (self._separator, '"', "\r", "\n"))
        )

    def of(self, value: object) -> str:
        """Return how what is no text is written in a cell."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list | tuple):
            return self["; ".join(map(str, value))]
        return str(value) if isinstance(value, int) else self[str(value)]


def _quoted(text: str, separator: str) -> str:
    if separator not in text and not _SPECIAL.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def as_meant(cell: str) -> str:
    """Return what a text of a table was before it was made harmless, or a text for Excel."""
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    marked = cell.startswith(_MARK) and cell.lstrip(_MARK).startswith(ACTIVE)
    return cell.removeprefix(_MARK) if marked else cell


def _harmless(text: str) -> str:
    """Return ``text`` so that no spreadsheet runs it; numbers and a lone dash stay as they are."""
    active = text.lstrip(_MARK).startswith(ACTIVE) and not _SAFE.fullmatch(text)
    return f"{_MARK}{text}" if active else text
