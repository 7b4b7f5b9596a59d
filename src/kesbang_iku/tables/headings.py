"""What the headers of a column say, from the top row down: its role, its year, its part of a year.

Each text is taken apart first: the year, the part of the year, words for money and signs for per
cent are found wherever they stand, and what is left names the role. Then the texts above one
another are put together.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final

from kesbang_iku.findings.near import one_slip
from kesbang_iku.model.headers import HeaderFile
from kesbang_iku.model.table_words import TableWordsFile
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.headers import (
    BRACKETS,
    FILE,
    NUMBERING,
    HeaderWords,
    load_headers,
    squeeze,
)
from kesbang_iku.sources.word_patterns import (
    ISO_MONTH,
    MONTH_AND_YEAR,
    NTH,
    NTH_HEAD,
    SHORT_YEAR,
    any_word,
    in_order,
    long_year,
    month_in_words,
    nth_year,
    up_to_day,
)
from kesbang_iku.sources.year_parts import WORDS_FILE, Part, YearParts
from kesbang_iku.tables.meanings import (
    ACHIEVED,
    MONEY,
    NAME,
    PLAN_WIDE,
    REALISED,
    SOFT_TARGET,
    TARGET,
    VALUES,
    YEAR,
    Heading,
    is_wide,
    put_together,
)

_UNTIL_YEAR: Final = {REALISED: "realisasi_lalu", TARGET: "target_renstra"}
"""What values are up to a year, where they are of the whole plan up to it."""
_OF_ONE_YEAR: Final = frozenset({None, YEAR, *VALUES, "target_berjalan"})
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)
_SPAN: Final = re.compile(
    r"(?<!\d)(?:19|20)\d{2}\s*(?:-|\u2013|\u2014|s[./]?d\.?|sampai)\s*(?:19|20)\d{2}(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_ORDINAL_YEAR: Final = re.compile(
    r"\s*(?:\d{1,2}|[IVX]+)\s*\(\s*((?:19|20)\d{2})\s*\)\s*", re.ASCII
)
_YEAR_WORD: Final = re.compile(
    r"(?<!\w)(?:pada|setiap|per)?\s*(?:tahun|thn|th|t\.\s?a|ta|t)\s*(?:anggaran|ke)?\s*[-.:]*\s*"
    r"(?=(?:19|20)\d{2}(?!\d)|\x00|$)",
    re.IGNORECASE,
)
_GLUED_YEAR: Final = re.compile(r"(?<=[^\W\d_])(?=(?:19|20)\d{2}(?!\d))")
_SHARE: Final = re.compile(r"(?:%|persen|persentase|prosentase)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+|%")
_JOINED: Final = frozenset({"dan", "k", "kinerja"})
"""What joins money to performance: ``Target dan Anggaran``, not ``Target Anggaran``."""
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)\s*")
_EMPTY: Final = re.compile(r"\(\s*\)")
_AT_END: Final = re.compile(r"\s*\([^()]*\)\s*$")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_SEVERAL: Final = re.compile(r"\s*[/\n|]\s*")
_TWO: Final = 2
_SLIP_LEAST: Final = 6
_SERIES: Final = re.compile(r"\w\s+\d{1,2}\s*$", re.ASCII)
_LONGEST: Final = 160
_LONGEST_CORNER: Final = 60


class TableWords:
    """The words of ``kata-tabel.yaml`` and ``tajuk.yaml``, ready to be looked up."""

    def __init__(self, file: TableWordsFile, headers: HeaderFile) -> None:
        self.file: Final = file
        self._headers = HeaderWords(headers, file.tajuk_tambahan)
        self.is_total: Final = self._headers.is_total
        self._money: Final = frozenset(file.kata_uang)
        self._performance: Final = frozenset(file.kata_kinerja)
        self._parts: Final = YearParts(file)
        self.cumulative: Final = self._parts.cumulative
        self.measures: Final = re.compile(any_word(file.kata_ukuran).pattern, re.IGNORECASE)
        spoken = any_word(file.kata_indikator).pattern
        self.names_indicators: Final = re.compile(spoken, re.IGNORECASE).search
        province = any_word(file.kata_provinsi).pattern
        self._province = re.compile(rf"\s+{province}", re.IGNORECASE)
        self._short = re.compile(rf"{any_word(file.singkatan).pattern}\.?")
        self._ordinals = in_order(file.urutan)
        self._ordinal = re.compile(rf"\btahun ({'|'.join(self._ordinals)})\b")
        self.whole: Final = any_word(file.kata_setahun)
        self.scale: Final = any_word(file.kata_skala)
        joins = rf"(?:{any_word(file.kata_sambung).pattern})\s*\Z"
        self.breaks_off: Final = re.compile(joins, re.IGNORECASE)
        self.classes: Final = any_word(file.kata_predikat)
        self.of_data: Final = any_word(file.judul_data)
        self._beside_form = re.compile(rf"\b{headers.tahun_formulir}\s*[-\u2013+]\s*\d\b")
        self._aside = re.compile(rf"\btahun {any_word(file.kata_tahun_lain).pattern}")
        last = rf"\btahun {any_word(file.kata_lalu).pattern}"
        self.last_year: Final = re.compile(last, re.IGNORECASE)
        self._compares = any_word(file.kata_banding)
        self._against = re.compile(rf"{self._compares.pattern}\s+{TARGET}")
        self._changes = ((-1, any_word(file.kata_semula)), (1, any_word(file.kata_menjadi)))
        months = any_word(chain.from_iterable(file.bulan)).pattern
        self._short_year = re.compile(f"{months}{MONTH_AND_YEAR}|{SHORT_YEAR}")
        parts = chain([YEAR], *(one.kata for one in file.bagian_tahun))
        self.times: Final = re.compile(rf"{months}|{any_word(parts).pattern}")
        self._keys = tuple(
            (one, any_word(one.kata), any_word(one.bersama)) for one in file.kata_kunci
        )
        self._rows = {word: one.sebagai for one in file.kata_baris for word in one.kata}
        starts = {sign for word in self._rows for sign in (word[0], word[0].upper())}
        self._no_row_starts = frozenset(map(chr, range(ord("!"), ord("~")))) - starts
        self._texts: dict[str, Heading] = {}

    def told(self, role: str) -> str:
        """Return the role as an answer tells it."""
        return self.file.sebagai.get(role, role)

    def holds_values(self, said: Heading) -> bool:
        """Say whether the cells below a header are values of a year, whatever they are of it."""
        told = self.told(said.role or "")
        return told in VALUES or (not told and (said.dated or said.money))

    def of_province(self, path: Sequence[str]) -> bool:
        """Say whether headers are of a province: ``Realisasi Provinsi``, with its name or not."""
        own, *rest = self._province.split(" ".join(path), maxsplit=1)
        return bool(rest) and self.text(own).exact

    def heads_names(self, text: str) -> bool:
        """Say whether a text is a known header of names, or of the times of rows."""
        return self._heads(text) in (NAME, YEAR, "periode")

    def heads_values(self, text: str) -> bool:
        """Say whether a text is a known header of names, times or values."""
        return self._heads(text) in (NAME, YEAR, "periode", TARGET, REALISED, ACHIEVED)

    def _heads(self, text: str) -> str | None:
        if len(text) > _LONGEST_CORNER or isinstance(text, NumberText):
            return None
        return self._headers.exactly(BRACKETS.sub("", NUMBERING.sub("", text)).rstrip(" :"))

    def only_dates(self, text: str) -> bool:
        """Say whether a text names a year or a part of one, and nothing else."""
        said = self.text(text)
        return said.dated and said.role in (None, YEAR, "periode") and not said.unclear

    def row_role(self, text: str) -> str | None:
        """Return what a row holds whose label is ``text``: ``Target``, ``Realisasi``."""
        if text[:1] in self._no_row_starts:
            return None
        plain = " ".join(text.casefold().split()).rstrip(" :")
        return self._rows.get(plain) or self._rows.get(BRACKETS.sub("", plain).rstrip())

    def meant(self, title: str) -> str | None:
        """Return the known header that an unknown one is but a slip of the pen away from."""
        squeezed = squeeze(_plain(title))
        known = self._headers.spelled
        return next((text for one, text in known.items() if one_slip(squeezed, one)), None)

    def text(self, title: str) -> Heading:
        """Return what one text says."""
        if title not in self._texts:
            self._texts[title] = self._apart(title) if len(title) <= _LONGEST else Heading()
        return self._texts[title]

    def without_change(self, path: Sequence[str]) -> tuple[int, tuple[str, ...]]:
        """Return headers without what says that a plan was changed, and when they are of.

        That is 1 after the change, -1 before it, and 0 where they say neither.
        """
        plain = [_plain(text) for text in path]
        for rank, pattern in self._changes:
            rest = [_EMPTY.sub(" ", pattern.sub(" ", text)).strip() for text in plain]
            if rest != plain:
                return rank, tuple(filter(None, rest))
        return 0, tuple(plain)

    def names_parts(self, title: str) -> bool:
        """Say whether a text names several parts of the year."""
        return self._parts.found(_plain(title))[2]

    def last_months(self, path: Sequence[str]) -> list[str]:
        """Return the last months by which headers name parts of the year: ``04`` of ``B-04``."""
        return [month for text in path for month in self._parts.last_months(_plain(text))]

    def part_of_year(self, title: str) -> Part | None:
        """Return the part of the year that a text names, if it names exactly one."""
        part = self._parts.found(_plain(title))[0]
        return part if part and part.nomor > 0 else None

    def _apart(self, title: str) -> Heading:
        plain = _plain(title)
        scaled = self.scale.search(plain) is not None
        found = self._said_twice(title) or self._said(title)
        may = found.year is None and found.role in _OF_ONE_YEAR
        # In the known header of a form its letters are of the year that this is about.
        beside = self._headers.exactly(plain) is None and self._beside_form.search(plain)
        aside = may and (beside or self._aside.search(plain))
        if scaled or aside:
            return replace(
                found, scaled=scaled, unclear=found.unclear or bool(aside), aside=bool(aside)
            )
        return found

    def _said_twice(self, title: str) -> Heading | None:
        """Return what a header in two languages says: ``Realisasi / Actual``."""
        texts = _SEVERAL.split(title) if _SEVERAL.search(title) else []
        said = [self._said(text) for text in texts]
        if len(said) < _TWO or not all(one.exact and one.role for one in said):
            return None
        same = {replace(one, percent=False) for one in said}
        return replace(*same, percent=any(one.percent for one in said)) if len(same) == 1 else None

    def _said(self, title: str) -> Heading:
        plain = NUMBERING.sub("", self._spelled_out(_plain(title)))
        whole = self._headers.exactly(plain)
        if whole is not None and not _YEAR.search(plain):
            found = self._named(whole, plain)
            return replace(found, exact=True, percent=_SHARE.search(plain) is not None)
        plain = up_to_day(plain, self.file.bulan)
        plain = self._short_year.sub(
            long_year, _GLUED_YEAR.sub(" ", ISO_MONTH.sub(month_in_words, plain))
        )
        spanned = _SPAN.sub(" ", plain)
        part, rest, several = self._parts.found(spanned)
        years = [int(one) for one in _YEAR.findall(rest)]
        rest = self._without_years(self.whole.sub(" ", rest))
        year = years[0] if len(set(years)) == 1 else None
        until = part is None and self._parts.until.search(rest) is not None
        cumulative = self.cumulative.search(rest) is not None
        rest = self.cumulative.sub(
            " ", self._parts.until.sub(" ", rest) if part is not None else rest
        )
        found = self._role(rest, until=until and bool(years))
        series = _is_of_series(found, rest, plain) and not years and part is None
        unclear = found.unclear or several or len(set(years)) > 1 or series
        percent = _SHARE.search(plain) is not None
        # A target of several years is of the longer plan, unless years stand below it.
        role = SOFT_TARGET if found.role == TARGET and spanned != plain else found.role
        return replace(
            found,
            role=role,
            year=year,
            part=part,
            percent=percent,
            unclear=unclear,
            cumulative=cumulative,
            nth=nth_year(plain, years),
            spans=spanned != plain,
        )

    def _spelled_out(self, plain: str) -> str:
        """Return a text with its abbreviations written out: ``Tgt`` is ``target``."""
        plain = self._ordinal.sub(lambda found: f"tahun ke {self._ordinals[found[1]]}", plain)
        return self._short.sub(lambda found: self.file.singkatan[found[0].rstrip(".")], plain)

    def _without_years(self, text: str) -> str:
        """Return a text without its years and the words that only go with a year."""
        bare = _YEAR.sub(" ", text)
        if years := bare != text:
            # A header whose letters stand apart ends in no word for a year: ``TARGE T 2025``.
            years = self._headers.exactly(bare) in (None, YEAR)
        marked = NTH.sub(" ", _YEAR.sub("\x00", text))
        return _YEAR_WORD.sub(" ", marked).replace("\x00", " ") if years or bare == text else bare

    def _named(self, name: str, plain: str) -> Heading:
        if name == MONEY:
            return Heading(money=True)
        if name == "kinerja":
            return Heading(performance=True)
        if name.startswith("triwulan_"):
            number = int(name[-1])
            part = Part("triwulan", number, self._parts.runs(plain))
            role = REALISED if REALISED in plain else None
            return Heading(role, part=part)
        return Heading(name)

    def _role(self, rest: str, *, until: bool) -> Heading:
        """Return the role that the text without its year names."""
        words = _WORD.findall(rest)
        if not words:
            return Heading()
        name = self._headers.named(rest)
        if name is None and (brackets := BRACKETS.search(rest)) is not None:
            return self._bracketed(rest[: brackets.start()], brackets[1], until=until)
        if name is not None:
            return self._beyond(replace(self._named(name, rest), exact=True), until=until)
        return self._beyond(self._worded(rest, words), until=until)

    def _bracketed(self, outside: str, inside: str, *, until: bool) -> Heading:
        """Return what a text with brackets at its end says; they may say that it is money."""
        if not _WORD.search(outside):
            return self._role(inside, until=until)
        found = self._role(outside, until=until)
        money = not self._money.isdisjoint(_WORD.findall(inside))
        return replace(found, money=True) if money else found

    def _worded(self, rest: str, words: Sequence[str]) -> Heading:
        """Return what the words of a text say that is no known header."""
        plain = [word for word in words if not _SHARE.fullmatch(word)]
        if not plain or (plain != words and (self._performance - {TARGET}).issuperset(plain)):
            return Heading(share=True, performance=bool(plain))
        if self._performance.issuperset(words):
            return Heading(TARGET if TARGET in words else None, performance=True)
        money = not self._money.isdisjoint(words)
        mixed = money and not self._performance.isdisjoint(words) and not _JOINED.isdisjoint(words)
        role = self._compared(rest, words, self._by_words(rest))
        found = Heading(role, money=money and not mixed, performance=False)
        return replace(found, unclear=True) if role is None and not money else found

    def _compared(self, rest: str, words: Sequence[str], role: str | None) -> str | None:
        """Return the role of a text, which is another for what was realised of a target."""
        compared = self._compares.search(rest) is not None
        share = compared and any(_SHARE.fullmatch(word) for word in words)
        share = share or (role == TARGET and self._against.search(rest) is not None)
        if TARGET not in words or role in PLAN_WIDE or not (share or REALISED in words):
            return role
        # Both without a word between say nothing.
        return ACHIEVED if compared else None

    def _by_words(self, text: str) -> str | None:
        """Return the role that the first known words in a text name."""
        return next(
            (
                one.sebagai
                for one, pattern, beside in self._keys
                if pattern.search(text) and (not one.bersama or beside.search(text))
            ),
            None,
        )

    @staticmethod
    def _beyond(found: Heading, *, until: bool) -> Heading:
        """Return a value up to a year as one of the whole plan."""
        return (
            replace(found, role=_UNTIL_YEAR.get(found.role or "", found.role)) if until else found
        )

    def column(self, path: Sequence[str]) -> Heading:
        """Return what a column holds whose headers from the top row down are ``path``.

        A word that is but a slip of the pen away from one known word alone is read as that one.
        """
        found = self._column(path)
        if found.unclear or not found.says_something:
            meant = [self._mended(text) for text in path]
            if meant != [*path] and self._is_of_items(mended := self._column(meant)):
                return replace(mended, meant=" / ".join(meant))
        return found

    def _is_of_items(self, found: Heading) -> bool:
        """Say whether a column holds something of indicators, and no mere remark."""
        told = None if found.role is None else self.told(found.role)
        return not found.unclear and told not in (None, "keterangan")

    def _mended(self, text: str) -> str:
        """Return a text with the words mended that can only be meant as one of the known words."""
        return _LETTERS.sub(self._meant_word, text) if len(text) <= _LONGEST else text

    def _meant_word(self, found: re.Match[str]) -> str:
        word = found[0].casefold()
        if len(word) < _SLIP_LEAST or word in self._vocabulary:
            return found[0]
        slips = [one for one in self._vocabulary if one[0] == word[0] and one_slip(word, one)]
        return slips[0] if len(slips) == 1 else found[0]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The words that headers are made of."""
        texts = (
            *self._headers.spelled.values(),
            *(word for one in self.file.kata_kunci for word in one.kata),
        )
        return frozenset(word for text in texts for word in _LETTERS.findall(text.casefold()))

    def _column(self, path: Sequence[str]) -> Heading:
        texts = self._numbers_joined([text for text in path if text.strip()])
        if not texts:
            return Heading()
        parts = [self.text(text) for text in texts]
        if len(parts) == 1:
            return parts[0]
        joined = self.text(" ".join(texts))
        plain = [part for part in parts if part.role in PLAN_WIDE]
        if (
            joined.exact
            and joined.role is not None
            and (is_wide(joined) or not (parts[-1].says_something or joined.role in PLAN_WIDE))
            and not plain
            and not any(part.money for part in parts)
        ):
            return joined
        return put_together(parts)

    def _numbers_joined(self, texts: Sequence[str]) -> list[str]:
        """Return the texts with those joined to the text above that only go with it.

        A number alone goes with a word for a part of the year, brackets with what they stand under,
        a time with ``s.d.`` above it.
        """
        joined: list[str] = []
        for text in texts:
            year = _ORDINAL_YEAR.fullmatch(text)
            if joined and year is not None and NTH_HEAD.search(joined[-1]):
                joined.append(year[1])
                continue
            until = bool(joined) and self._parts.ends_until(joined[-1]) and self.only_dates(text)
            if joined and (until or _BRACKETED.fullmatch(text)):
                joined[-1] = f"{joined[-1]} {text}"
                continue
            above = _AT_END.sub("", joined[-1]) if joined else ""
            ordinal = re.fullmatch(r"\s*(?:\d{1,2}|[IVX]+)\s*", text, re.ASCII) is not None
            adds = ordinal and self.part_of_year(f"{above} {text}") is not None
            if adds and joined and self.part_of_year(above) is None:
                joined[-1] = f"{above} {text}{joined[-1].removeprefix(above)}"
            else:
                joined.append(text)
        return joined


def _plain(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    return " ".join(normal.split())


def _is_of_series(found: Heading, rest: str, text: str) -> bool:
    """Say whether values have a number: ``target_1``, of a year only whoever made it knows.

    So they have where that goes missing: ``Target Tahun ke``.
    """
    counted = _SERIES.search(rest) or NTH_HEAD.search(text)
    return found.role in VALUES and counted is not None


@lru_cache(maxsize=1)
def load_words() -> TableWords:
    """Return the words of the catalog.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: a file cannot be read, or does not have its form.
    """
    load_headers()
    return TableWords(load_data(WORDS_FILE, TableWordsFile), load_data(FILE, HeaderFile))
