"""Recognising what a column of a table holds, from headers as they come out of real documents.

A header may be broken (``BASELIN E``), numbered (``(5) Target``), followed by a unit
(``Capaian (%)``) or joined to a year (``Target Tahun 2025``). Which spellings mean which
column is data: the catalog's ``tajuk.yaml``.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.model.headers import HeaderFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.word_patterns import any_word

MONEY: Final = "anggaran"

FILE: Final = "tajuk.yaml"
_LONGEST: Final = 200
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)", re.ASCII)
NUMBERING: Final = re.compile(r"^\s*(?:\(\d{1,2}\)|\d{1,2}[.)])\s*(?=\D)", re.ASCII)
_WORD: Final = re.compile(r"%|\w+")
BRACKETS: Final = re.compile(r"\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: the name it has everywhere, and the year its header tells, if any.

    The ``n`` of a form is 0, its ``n-1`` is -1, and the third year of a plan 3.
    """

    nama: str
    tahun: int | None = None


def squeeze(title: str) -> str:
    """Return the letters and digits of ``title`` without case, which is what headers share."""
    normal = _plain(title)
    return normal if normal.isalnum() else "".join(filter(str.isalnum, normal))


def _plain(title: str) -> str:
    return (title if title.isascii() else unicodedata.normalize("NFKC", title)).casefold()


class HeaderWords:
    """The spellings of every column, ready to be looked up.

    ``more`` are further ones by their text, with the names of their columns.
    """

    def __init__(self, file: HeaderFile, more: Mapping[str, str] = MappingProxyType({})) -> None:
        spelled = {one.teks: column.nama for column in file.kolom for one in column.tulisan}
        spelled |= more
        self.spelled: Final = {squeeze(text): text for text in spelled}
        """How each is written, by its letters and digits."""
        self._names: Mapping[str, str] = {squeeze(text): nama for text, nama in spelled.items()}
        loose = "|".join(sorted(map(squeeze, file.kata_lepas), key=len, reverse=True))
        self._loose = re.compile(loose) if loose else None
        self._bare_names = {self._bare(spelled): nama for spelled, nama in self._names.items()}
        self._money = tuple(name for name, nama in self._names.items() if nama == MONEY)
        self._yearly = frozenset(column.nama for column in file.kolom if column.tahunan)
        self._dateless = frozenset(column.nama for column in file.kolom if column.abaikan_tahun)
        letter = re.escape(file.tahun_formulir)
        self._form_year = re.compile(
            rf"(?<!\w)\(?{letter}(?:\s*([-+\u2013\u2212])\s*([1-9]))?\)?(?!\w)", re.IGNORECASE
        )
        self._year_alone = next((column.nama for column in file.kolom if column.tahun_saja), None)
        words = "|".join(sorted(map(squeeze, file.kata_tahun), key=len, reverse=True))
        self._beside_year = re.compile(rf"(?:{words})$") if words else None
        self._nth_year = re.compile(rf"(?:{words})([1-9])$") if words else None
        self._summaries = frozenset(map(str.casefold, file.kata_ringkasan))
        self._part_totals = tuple(map(str.casefold, file.awal_jumlah))
        starts = {one[0] for one in self._part_totals}
        self._first_of_totals = starts | {*map(str.upper, starts)}
        self._totals = frozenset(map(str.casefold, file.kata_jumlah))
        capped = rf"\bcapaian\b[^.;]*?{any_word(file.kata_batas).pattern}\D*(\d+)\s*(?:%|persen)"
        self._capped = re.compile(capped, re.IGNORECASE)

    def __contains__(self, title: object) -> bool:
        """Say whether ``title`` alone is a header that is known."""
        return isinstance(title, str) and self.column(title) is not None

    def column(self, title: str) -> Column | None:
        """Return what the column holds whose header is ``title``.

        As it stands counts first, then without its number and without brackets at its end.
        """
        if not title.strip() or len(title) > _LONGEST:
            return None
        title = NUMBERING.sub("", title)
        brackets = BRACKETS.search(title)
        found = self._lookup(title)
        if found is None and brackets is not None:
            found = self._lookup(title[: brackets.start()])
        return found

    def is_summary(self, name: str) -> bool:
        """Say whether the name of a row says that it sums up the rows above it."""
        if self._is_part_total(name):
            return True
        summary = False
        for found in _WORD.finditer(_plain(name)):
            if not found[0].isdigit():
                # Nearly every name can be told by its first words.
                summary = found[0] in self._summaries
                if not summary:
                    break
        return summary

    def is_total(self, name: str) -> bool:
        """Say whether the name of a row says that it is the sum of the rows above it."""
        return self._is_part_total(name) or (
            self.is_summary(name) and not self._totals.isdisjoint(_WORD.findall(_plain(name)))
        )

    def cap_in(self, text: str) -> str | None:
        """Return at how many per cent a text says that achievements are capped."""
        found = self._capped.search(text)
        return None if found is None else found[1]

    def _is_part_total(self, name: str) -> bool:
        return name[:1] in self._first_of_totals and _plain(name).startswith(self._part_totals)

    def exactly(self, title: str) -> str | None:
        """Return the name of the column that a whole title is known to head."""
        return self._names.get(squeeze(title))

    def named(self, title: str) -> str | None:
        """Return the name of the column of a title: as written, else by what counts in it."""
        return self._of_squeezed(squeeze(title))

    def _of_squeezed(self, squeezed: str) -> str | None:
        bare = self._bare(squeezed)
        return self._names.get(squeezed) or (self._bare_names.get(bare) if bare else None)

    def _bare(self, squeezed: str) -> str:
        """Return a title without the words that change nothing."""
        return squeezed if self._loose is None else self._loose.sub("", squeezed)

    def _name(self, squeezed: str) -> Column | None:
        """Return which column a title without a year names: as written, else by what counts.

        A column that ends in a word for money is the money of it: ``Realisasi Anggaran``.
        """
        nama = self._of_squeezed(squeezed)
        if nama is not None:
            return Column(nama)
        bare = self._bare(squeezed)
        for word in self._money:
            of = self._names.get(bare.removesuffix(word)) if bare.endswith(word) else None
            if of in self._yearly and of != MONEY:
                return Column(of)
        return None

    def _lookup(self, title: str) -> Column | None:
        squeezed = squeeze(title)
        named = self._name(squeezed)
        if named is not None:
            return named
        nth = self._nth_year.search(squeezed) if self._nth_year is not None else None
        if nth is not None and nth.start():
            return self._of_year(squeezed[: nth.start()], "", int(nth.group(1)))
        years = _YEAR.findall(squeezed)
        if len(years) == 1:
            before, after = _YEAR.split(squeezed)[::2]
            return self._of_year(before, after, int(years[0]))
        of_form = list(self._form_year.finditer(title)) if not years else []
        if len(of_form) != 1:
            return None
        (found,) = of_form
        sign, distance = found.groups()
        year = 0 if sign is None else int(distance) * (1 if sign == "+" else -1)
        return self._of_year(squeeze(title[: found.start()]), squeeze(title[found.end() :]), year)

    def _of_year(self, before: str, after: str, year: int) -> Column | None:
        """Return what a title means whose year stands between ``before`` and ``after``."""
        if self._beside_year is not None:
            before = self._beside_year.sub("", before)
        whole = before + after
        alone = None if self._year_alone is None else Column(self._year_alone)
        named = self._name(whole) if whole else alone
        if named is None or named.nama in self._dateless:
            return named
        return replace(named, tahun=year) if named.nama in self._yearly else None


@lru_cache(maxsize=1)
def load_headers() -> HeaderWords:
    """Return the spellings of headers that the catalog knows.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return HeaderWords(load_data(FILE, HeaderFile))
