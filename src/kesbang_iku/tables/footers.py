"""What stands around tables: signatures, places and dates, notes, titles of the next one."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from kesbang_iku.model.table_words import TableWordsFile
from kesbang_iku.sources.grid import GridRow
from kesbang_iku.sources.headers import squeeze

_DATE: Final = re.compile(
    r"[^\W\d][\w .]*,\s*(?:\d{1,2}|\.{2,}|…+)?\s*[^\W\d]+\s*(?:19|20)\d{2}", re.UNICODE
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)
_NUMBER: Final = re.compile(r"-?[0-9][0-9.,]*\s*%?", re.ASCII)
_GAP: Final = 2
_MARKED: Final = re.compile(r"(?<!\S)((?:\d{1,2}|[a-z])\))\Z", re.ASCII)


class Footers:
    """Tells what a row outside the indicators is, by the words of ``kata-tabel.yaml``."""

    def __init__(self, file: TableWordsFile) -> None:
        self._closing = _starts(file.tanda_tangan)
        self._notes = _starts(file.catatan)
        self._titles = _starts(file.awal_judul)
        self._captions = _starts(file.awal_judul, r"\s*\d")

    def closes(self, text: str) -> bool:
        """Say whether a text is of a signature: an office, a place with a date, a NIP."""
        return (self._closing(text) or _DATE.match(text)) is not None

    def notes(self, text: str) -> bool:
        """Say whether a text starts as a note does."""
        return self._notes(text) is not None

    def captions(self, text: str) -> bool:
        """Say whether a text is the numbered title of a table: ``Tabel 3.1 Capaian Kinerja``."""
        return self._captions(text) is not None

    def titles_above(self, rows: Sequence[GridRow], first: int) -> int:
        """Return how many of the last of ``rows`` are titles of the table whose headers follow.

        Args:
            rows: the rows above those headers.
            first: the number of the first row of headers.
        """
        count, below = 0, first
        for row in reversed(rows):
            if below - row.number > _GAP or not self._is_title(row):
                break
            count, below = count + 1, row.number
        return count

    def _is_title(self, row: GridRow) -> bool:
        (text, *others) = row.cells.values()
        if others or _NUMBER.fullmatch(text.strip()) or self.closes(text) or self.notes(text):
            return False
        return text.isupper() or _YEAR.search(text) is not None or self._titles(text) is not None


def _starts(
    words: Sequence[str], then: str = r"(?![^\W_])"
) -> Callable[[str], re.Match[str] | None]:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\s*(?:{listed}){then}", re.IGNORECASE).match


def titles_in(texts: Iterable[str], titles: frozenset[str]) -> frozenset[str]:
    """Return the texts that say what one of ``titles`` says; their first letters tell most."""
    starts = {title[:1] for title in titles}
    return frozenset(
        text for text in texts if text[:1].lower() in starts and squeeze(text) in titles
    )


def marks_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the marks of notes that texts end with: ``1)``, ``a)``."""
    found = {_MARKED.search(text) for text in texts if text[-1:] == ")"}
    return tuple(mark[1] for mark in found if mark is not None)
