"""The part of a year that a text names: a quarter, a month, or from one month to another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from kesbang_iku.model.table_words import PartWords, TableWordsFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.word_patterns import (
    LAST_MONTH,
    any_word,
    beside_title,
    in_order,
    number_of,
    numbered_part,
    part_by_end,
    part_series,
    undenied,
)

WORDS_FILE: Final = "kata-tabel.yaml"
_MOST: Final = {"triwulan": 4, "semester": 2, "caturwulan": 3, "bulan": LAST_MONTH}
"""How many of each part a year has."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year; ``sampai`` says that values run from the start of the year to its end.

    That of a title is 0, and the one before it -1, until the title is known.
    """

    nama: str
    nomor: int
    sampai: bool = False

    @property
    def ends_year(self) -> bool:
        """Whether it reaches the end of the year."""
        return self.nomor == _MOST.get(self.nama)

    def holds(self, other: "Part") -> bool:
        """Say whether another part is one of its own parts."""
        own, its = _MOST[self.nama], _MOST[other.nama]
        inside = own < its and its % own == 0 and not self.sampai
        return inside and -(-other.nomor * own // its) == self.nomor

    def __str__(self) -> str:
        """Return it as periods are written: ``triwulan-1``, ``bulan-03``, ``sd-triwulan-2``."""
        number = f"{self.nomor:02}" if self.nama == "bulan" else str(self.nomor)
        return f"{'sd-' if self.sampai else ''}{self.nama}-{number}"


Found: TypeAlias = tuple[Part | None, str, bool]
"""The part that a text names, the text without it, and whether it names several."""


class YearParts:
    """Finds parts of a year by the words of ``kata-tabel.yaml``."""

    def __init__(self, file: TableWordsFile) -> None:
        self._file = file
        self.until: Final = any_word(file.kata_sampai)
        self._at_end = re.compile(rf"\w.*{self.until.pattern}[\s.]*$")
        self.cumulative: Final = undenied(file.kata_kumulatif, file.kata_bukan)
        self._series = tuple((part, part_series(part, self.until)) for part in file.bagian_tahun)
        self._by_end = tuple(
            (part, part_by_end(part), LAST_MONTH // part.banyak)
            for part in file.bagian_tahun
            if part.kata_bulan_akhir
        )
        numbered = ((part, numbered_part(part), 1) for part in file.bagian_tahun)
        self._numbered = (*self._by_end, *numbered)
        self._ordinals = in_order(file.urutan)
        self._ordinal = re.compile(
            rf"({any_word(chain(*(one.kata for one in file.bagian_tahun))).pattern}) "
            rf"({any_word(self._ordinals).pattern})"
        )
        self._beside = tuple(beside_title(file))
        self._months = tuple((n, any_word(words)) for n, words in enumerate(file.bulan, start=1))
        month = any_word(chain.from_iterable(file.bulan)).pattern
        to = rf"\.?(?: (?:19|20)\d\d)?\s*(?:[-\u2013\u2014]|{self.until.pattern})\s*"
        self._months_to = re.compile(rf"({month}){to}({month})\.?")

    def found(self, plain: str) -> Found:
        """Return the part of the year that a text in small letters names."""
        plain = self._ordinal.sub(lambda word: f"{word[1]} {self._ordinals[word[2]]}", plain)
        for words, pattern in self._series:
            if (series := pattern.search(plain)) is not None:
                return _of_series(
                    words, series, f"{plain[: series.start()]} {plain[series.end() :]}"
                )
        found: set[tuple[str, int]] = set()
        rest = plain
        for words, pattern, each in self._numbered:
            for match in pattern.finditer(rest):
                number, beyond = divmod(number_of(match[1]), each)
                if beyond:
                    return None, plain, True
                if 1 <= number <= words.banyak:
                    found.add((words.nama, number))
            rest = pattern.sub(" ", rest)
        for nama, distance, beside in self._beside if not found else ():
            if beside.search(rest):
                found.add((nama, distance))
                rest = beside.sub(" ", rest)
        if not found:
            return self._of_months(plain, rest)
        return self._one(found, plain, rest)

    def last_months(self, plain: str) -> Iterator[str]:
        """Yield the last months by which parts of the year are named, whatever they are then."""
        for _, pattern, _ in self._by_end:
            yield from pattern.findall(plain)

    def whole(self, text: str) -> Part | None:
        """Return the part of the year that a text names, if it says nothing else."""
        part, rest, _ = self.found(" ".join(text.casefold().split()))
        rest = self.cumulative.sub("", self.until.sub("", rest))
        return part if part and part.nomor > 0 and not rest.strip(" .-()") else None

    def ends_until(self, text: str) -> bool:
        """Say whether a text leaves to what stands below it until when values run."""
        return self._at_end.search(text.casefold()) is not None

    def runs(self, plain: str) -> bool:
        """Say whether the part of a year that a text names runs from the start of the year."""
        found = self.until.search(plain) or self.cumulative.search(plain)
        return found is not None

    def _one(self, found: set[tuple[str, int]], plain: str, rest: str) -> Found:
        if len(found) != 1:
            return None, rest if found else plain, len(found) > 1
        ((nama, number),) = found
        months = self._months_to.search(rest)
        if months is not None and self._spanned(months, rest)[0] == Part(nama, number):
            rest = rest.replace(months[0], " ").replace("( )", " ")
        return Part(nama, number, self.runs(plain)), rest, False

    def _of_months(self, plain: str, rest: str) -> Found:
        span = self._months_to.search(rest)
        if span is not None:
            return self._spanned(span, rest)
        found: set[tuple[str, int]] = set()
        for number, pattern in self._months:
            if pattern.search(rest):
                found.add(("bulan", number))
                rest = pattern.sub(" ", rest)
        return self._one(found, plain, rest)

    def _spanned(self, span: re.Match[str], plain: str) -> Found:
        """Return what part of the year ``Januari - Juni`` is."""
        first, last = (
            next(number for number, pattern in self._months if pattern.search(month))
            for month in span.groups()
        )
        rest = f"{plain[: span.start()]} {plain[span.end() :]}"
        named = _part_of_months(self._file, first, last)
        whole = (first, last) == (1, LAST_MONTH)
        return named, rest, named is None and not whole


def _of_series(words: PartWords, found: re.Match[str], rest: str) -> Found:
    """Return what ``Triwulan I s.d. III`` is: only from the first on it is one part."""
    first, last = number_of(found["first"]), number_of(found["last"])
    if found["to"] is None or not first == 1 < last <= words.banyak:
        return None, rest, True
    return None if last == words.banyak else Part(words.nama, last, sampai=True), rest, False


def _part_of_months(file: TableWordsFile, first: int, last: int) -> Part | None:
    """Return the part of the year from one month to another.

    January to March are the first quarter, January to May the months up to May.
    """
    length = last - first + 1
    for part in file.bagian_tahun:
        each = LAST_MONTH // part.banyak
        if length == each > 1 and not (first - 1) % each:
            return Part(part.nama, (first - 1) // each + 1)
    return Part("bulan", last, sampai=True) if first == 1 < last < LAST_MONTH else None


@lru_cache(maxsize=1)
def load_parts() -> YearParts:
    """Return what finds parts of a year by the words of the catalog.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return YearParts(load_data(WORDS_FILE, TableWordsFile))
