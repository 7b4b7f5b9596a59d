"""Whose a table is and for when: from its titles, the sheet, the name of the file, or as told."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath
from typing import Final, Literal, TypeVar

from kesbang_iku.catalog.region_codes import plain_name
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.model.periods import reported
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS, CodeSystem
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.word_patterns import DAY, UNTIL_DAY, any_word, in_words
from kesbang_iku.sources.year_parts import Part
from kesbang_iku.tables.headings import TableWords

T = TypeVar("T")
NameCodes = Callable[[str, str | None, int | None], str | None]
"""The code that somebody decided a name has in a region and year; empty where it has none."""
Origin = Literal["judul", "berkas", "pilihan", "kolom"]
"""From where a region is known."""

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)
_SPAN: Final = re.compile(
    r"(?<!\d)(?:19|20)\d{2}\s*(?:-|\u2013|\u2014|/|s[./]?d\.?|sampai(?: dengan)?)\s*"
    r"(?:(?:19|20)\d{2}|\d{2})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_ACT: Final = re.compile(
    r"(?<!\w)(?:nomor|no)[\s.:]*[\w./-]+(?:\s+tahun\s+(?:19|20)\d{2})?", re.IGNORECASE
)
"""The number of an act, whose year is not that of the table."""
_LETTER: Final = re.compile(rf"^[^\W\d][^\d,]*,\s*{DAY}\s*$", re.IGNORECASE)
"""The place and the day of a letter."""
_MONTH: Final = "bulan"
_LONGEST: Final = 6
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_GAPS: Final = re.compile(r"[\s_.,:;()\-]+")


@dataclass(frozen=True, slots=True)
class KnownContext:
    """What was told about a file from outside; it goes before what is read.

    Attributes:
        region: whose its tables are.
        level: the level of government, as ``kota``.
        year: the year that values without one are of.
        part: the part of the year that values without one are of.
        sheet: the only sheet to read.
        system: whose the codes of regions are where the file does not say it.
        names: tells the codes that were decided for names.
    """

    region: Region | None = None
    level: str | None = None
    year: int | None = None
    part: Part | None = None
    sheet: str | None = None
    system: CodeSystem | None = None
    names: NameCodes | None = None

    @property
    def cells(self) -> dict[str, str]:
        """What a report has in its columns where they are not there."""
        bps = self.system == "bps" and self.region and self.region.kode_bps
        region = bps or (self.region and self.region.kode)
        part = self.part and reported(str(self.part))
        told = {"wilayah": region, "tahun": self.year, "periode": part}
        return {name: str(cell) for name, cell in told.items() if cell is not None}


@dataclass(frozen=True, slots=True)
class Titles:
    """What is written around a table: above it, above the first of its sheet, on a cover, names."""

    own: Sequence[str]
    outer: Sequence[str]
    sheet: str | None
    file: str
    cover: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TableSetting:
    """Whose a table is and for when, and from where the region is known.

    ``part_of_file`` is the part of the year in the name of the sheet or the file, which says of
    what was realised when it was; ``span`` are the years of a plan in the titles,
    ``several_parts`` says that these name several parts of a year, ``several_years`` that nothing
    tells which of several years the table is of.
    """

    region: Region | None
    origin: Origin | None
    level: str | None
    year: int | None
    part: Part | None
    part_of_file: Part | None
    realised: bool
    planned: bool
    titles: str
    span: range
    several_parts: bool = False
    several_years: bool = False


def find_setting(titles: Titles, options: KnownContext, words: TableWords) -> TableSetting:
    """Return whose a table is and for when; what stands nearest to it goes first.

    Args:
        titles: what is written around the table.
        options: what was told from outside.
        words: the words of tables.
    """
    written = titles.own, titles.outer, titles.cover
    levels = own, outer_titles, cover = [_undated(texts, words) for texts in written]
    regions = load_regions()
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", PurePath(titles.file).name)
    sheet = titles.sheet or ""
    named, outer, covering = (_one(region_in(text, regions) for text in texts) for texts in levels)
    of_file = region_in(stem, regions) or _code_in(stem, regions)
    nearest = own or outer_titles or cover
    said = " ".join(nearest)
    region, origin = _first(
        (options.region, "pilihan"),
        (named, "judul"),
        (outer, "judul"),
        (region_in(sheet, regions), "judul"),
        (covering, "judul"),
        (of_file, "berkas"),
    )
    level = region.tingkat if region is not None else _level_in(said)
    said_years = map(_years_in, (own, outer_titles, [sheet], cover, [stem]))
    years = {options.year} if options.year else next(filter(None, said_years), set[int]())
    lowered = said.casefold()
    spoken = _speaking((lowered, sheet.casefold(), stem.casefold()), words)
    return TableSetting(
        region,
        origin,
        options.level or level,
        _one(years),
        options.part or _one(_part_in(title, words) for title in nearest),
        words.part_of_year(sheet) or _quarter_in(stem, words),
        realised=_has(spoken, words.file.judul_realisasi),
        planned=_has(spoken, words.file.judul_target),
        titles=f"{lowered} {sheet.casefold()}",
        span=next(filter(None, map(_span_in, levels)), range(0)),
        several_parts=any(_names_parts(title, words) for title in nearest),
        several_years=len(years) > 1,
    )


def cover_of(grids: Sequence[Grid], words: TableWords) -> list[str]:
    """Return the lines of a first sheet that is a cover: ``Tahun : 2025``, of one year at most.

    A month and a year alone are those of its print, where nothing else speaks of months.
    """
    rows = grids[0].rows if len(grids) > 1 else ()
    texts = [" ".join(row.cells.values()) for row in rows]
    plain = all(len(row.cells) == 1 or ":" in text for row, text in zip(rows, texts, strict=True))
    if not any(_MONTH in text.casefold() for text in texts):
        texts = [text for text in texts if not _is_month(text.rpartition(",")[2], words)]
    return texts if plain and len(_years_in(texts)) <= 1 else []


def _is_month(text: str, words: TableWords) -> bool:
    part = words.part_of_year(text) if words.only_dates(text) else None
    return part is not None and part.nama == _MONTH


def _first(*found: tuple[Region | None, Origin]) -> tuple[Region | None, Origin | None]:
    for region, origin in found:
        if region is not None:
            return region, origin
    return None, None


def _one(found: Iterable[T | None]) -> T | None:
    """Return the one thing that was found, if it is always the same."""
    several = list(dict.fromkeys(one for one in found if one is not None))
    return several[0] if len(several) == 1 else None


def region_in(text: str, regions: Regions) -> Region | None:
    """Return the region that a text names with its kind, if it names one and no other."""
    words = [word for word in _GAPS.sub(" ", text).split() if word]
    found: dict[str, Region] = {}
    for start, word in enumerate(words):
        if plain_name(word) not in REGIONAL_LEVELS:
            continue
        for length in range(min(_LONGEST, len(words) - start), 1, -1):
            matches = regions.by_name(" ".join(words[start : start + length]))
            if len(matches) == 1:
                found[matches[0].kode] = matches[0]
                break
    lower = [region for region in found.values() if region.tingkat != "provinsi"]
    chosen = lower or list(found.values())
    return chosen[0] if len(chosen) == 1 else None


def _code_in(stem: str, regions: Regions) -> Region | None:
    codes = {code for code in re.findall(r"(?<!\d)\d{2}\.\d{2}(?!\d)", stem) if code in regions}
    return regions[codes.pop()] if len(codes) == 1 else None


def _undated(titles: Iterable[str], words: TableWords) -> list[str]:
    """Return titles without the numbers of acts and the day they were printed or written."""
    said = [in_words(title, words.file.bulan) for title in titles]
    return [_ACT.sub(" ", title if UNTIL_DAY.search(title) else _printed(words).sub(" ", title))
            for title in said if not _LETTER.match(title)]  # fmt: skip


@lru_cache(maxsize=1)
def _printed(words: TableWords) -> re.Pattern[str]:
    return re.compile(rf"{any_word(words.file.kata_cetak).pattern}\D*{DAY}", re.IGNORECASE)


def _part_in(title: str, words: TableWords) -> Part | None:
    """Return the part of the year that a title names; a day names the months up to it."""
    day = UNTIL_DAY.search(title)
    if day is None:
        return words.part_of_year(re.sub(DAY, " ", title))
    part = words.part_of_year(day["month"])
    return None if part is None or part.ends_year else replace(part, sampai=True)


def _names_parts(title: str, words: TableWords) -> bool:
    """Say whether a title names several parts of a year, but for days."""
    return UNTIL_DAY.search(title) is None and words.names_parts(re.sub(DAY, " ", title))


def _quarter_in(stem: str, words: TableWords) -> Part | None:
    """Return the part of the year in the name of a file, where it cannot be a date of the file."""
    part = words.part_of_year(stem)
    return None if part is None or part.nama == _MONTH else part


def _level_in(text: str) -> str | None:
    found = {level for level, pattern in _LEVELS if pattern.search(text)}
    return found.pop() if len(found) == 1 else None


_LEVELS: Final = tuple(
    (level, re.compile(rf"(?<!\w){word}(?!\w)", re.IGNORECASE))
    for level, word in (
        ("provinsi", "provinsi"),
        ("kabupaten", r"kab(?:upaten|\.)?"),
        ("kota", "kota"),
    )
)


def _years_in(texts: Iterable[str]) -> set[int]:
    """Return the years that texts name, but for spans of years; one alone without brackets goes."""
    plain = [_SPAN.sub(" ", text) for text in texts]
    bare = {int(year) for text in plain for year in _YEAR.findall(_BRACKETS.sub(" ", text))}
    return bare if len(bare) == 1 else {int(year) for text in plain for year in _YEAR.findall(text)}


def _span_in(titles: Iterable[str]) -> range:
    """Return the years of the only plan that titles name: ``2025-2029``, ``2025 s.d. 2029``."""
    named = _one(found[0] for title in titles for found in _SPAN.finditer(title))
    years = [int(year) for year in _YEAR.findall(named or "")]
    return range(years[0], years[-1] + 1) if len(years) > 1 else range(0)


def _speaking(texts: Iterable[str], words: TableWords) -> str:
    """Return the first of ``texts`` that says what values are: planned, or reached."""
    both = (*words.file.judul_realisasi, *words.file.judul_target)
    return next((text for text in texts if _has(text, both)), "")


def _has(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text) for word in words)
