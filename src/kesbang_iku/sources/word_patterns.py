"""What finds words, parts of a year and years in headers, made from the words of the catalog."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.model.table_words import PartWords, TableWordsFile

ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
NTH: Final = re.compile(
    r"(?<!\w)(?:tahun|thn|th)\b[\s.]*(?:ke)?[\s.\-\u2013]*(\d{1,2}|i{1,3}|iv|v|vi{0,3})(?![^\W_])",
    re.IGNORECASE,
)
SHORT_YEAR: Final = r"(?<!\d)['\u2018\u2019]\d{2}(?![\w'\u2019-])"
MONTH_AND_YEAR: Final = r"[-'\u2019/]\d{2}(?![\w-])"
ISO_MONTH: Final = re.compile(
    r"(?<![\w./-])(?:(?P<y>(?:19|20)\d{2})-(?P<m>0[1-9]|1[0-2])|"
    r"(?P<n>0[1-9]|1[0-2])/(?P<z>(?:19|20)\d{2}))(?![\w/-])",
    re.ASCII,
)
DAY: Final = r"\d{1,2}\s+(?P<month>[^\W\d_]+)\s+(?P<year>(?:19|20)\d{2})(?!\d)"
_UNTIL: Final = r"(?:s[./]?d|sampai(?: dengan)?|hingga|per|posisi|keadaan|kondisi)[\s.]*"
UNTIL_DAY: Final = re.compile(rf"(?<!\w){_UNTIL}(?:tanggal\s+)?{DAY}", re.IGNORECASE)
_A_DAY: Final = re.compile(rf"(?<!\w)(?:{_UNTIL})?(?:tanggal\s+)?{DAY}", re.IGNORECASE)
_DAY_IN_NUMBERS: Final = re.compile(
    r"(?<![\w./-])(\d{1,2})([/.-])(0?[1-9]|1[0-2])\2((?:19|20)\d{2})(?![\w/-])", re.ASCII
)
_ISO_DAY: Final = re.compile(
    r"(?<![\w./-])((?:19|20)\d{2})-(0[1-9]|1[0-2])-(\d{2})(?![\w/-])", re.ASCII
)
LAST_MONTH: Final = 12
NTH_HEAD: Final = re.compile(r"(?<!\w)tahun\s*ke\W*$", re.IGNORECASE)


def nth_year(text: str, years: Sequence[int]) -> int | None:
    """Return which year of a plan a text names by its number: ``Tahun ke-2``, ``Th. II``."""
    found = None if years else NTH.search(text)
    return None if found is None else number_of(found[1])


def long_year(found: re.Match[str]) -> str:
    """Return a month and its year in two digits, as ``jan-25``, with the year in four."""
    return f"{found[0][:-3]} 20{found[0][-2:]}"


def month_in_words(found: re.Match[str]) -> str:
    """Return a month as ``2025-01`` or ``01/2025`` in words."""
    return f" bulan {found['m'] or found['n']} {found['y'] or found['z']} "


def in_words(text: str, months: Sequence[Sequence[str]]) -> str:
    """Return a text with the months of its days in words: ``30/09/2025`` is 30 September 2025."""
    text = _ISO_DAY.sub(r"\3/\2/\1", text)
    return _DAY_IN_NUMBERS.sub(
        lambda found: f"{found[1]} {months[int(found[3]) - 1][0]} {found[4]}", text
    )


def up_to_day(text: str, months: Sequence[Sequence[str]]) -> str:
    """Return a text with the only day in it as the months up to it: ``s.d. september 2025``.

    Up to a day of December it is the year. A day beside another month is left as it is.
    """
    # A date alone is that of a cell, which stands for its month.
    text = text if _ISO_DAY.fullmatch(text) else in_words(text, months)
    day = _A_DAY.search(text)
    number = next(
        (at for at, words in enumerate(months, start=1) if day and day["month"] in words), 0
    )
    if day is None or not number:
        return text
    before, after = text[: day.start()], text[day.end() :]
    if any(any_word(words).search(f"{before} {after}") for words in months):
        return text
    until = "" if number == LAST_MONTH else f"s.d. {months[number - 1][0]} "
    return f"{before}{until}{day['year']}{after}"


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words, standing alone."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{listed})(?![^\W_])")


def undenied(words: Iterable[str], denials: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words where none of ``denials`` stands right before it."""
    denied = "".join(rf"(?<!{re.escape(word)}[\s-])" for word in denials)
    return re.compile(denied + any_word(words).pattern)


def numbered_part(part: PartWords) -> re.Pattern[str]:
    """Return what finds a part of the year with its number."""
    listed = "|".join(re.escape(word) for word in sorted(part.kata, key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W_])(?:{listed})[\s.\-:]*(?:ke)?[\s.\-:]*(\d{{1,2}}|[iv]+)(?![^\W_])"
    )


def part_by_end(part: PartWords) -> re.Pattern[str]:
    """Return what finds a part of the year by the two digits of its last month: ``B-04``."""
    listed = "|".join(map(re.escape, part.kata_bulan_akhir))
    return re.compile(rf"(?<![^\W_])(?:{listed})[\s.\-]*(0[1-9]|1[0-2])(?![^\W_])")


def part_series(part: PartWords, until: re.Pattern[str]) -> re.Pattern[str]:
    """Return what finds several parts of the year by their numbers, and whether from one to one."""
    listed = any_word(part.kata).pattern
    gap = r"[\s.\-:]*(?:ke)?[\s.\-:]*"
    to = rf"(?P<to>[-\u2013\u2014]|{until.pattern})|dan|&|,|/"
    return re.compile(
        rf"{listed}{gap}(?P<first>\d{{1,2}}|[iv]+)\s*(?:{to})\s*(?:{listed})?{gap}"
        r"(?P<last>\d{1,2}|[iv]+)(?![^\W_])"
    )


def number_of(text: str) -> int:
    """Return the number that a numeral is, Roman or not; 0 if it is none."""
    return ROMAN.get(text) or (int(text) if text.isdigit() else 0)


def in_order(words: Sequence[Iterable[str]]) -> Mapping[str, int]:
    """Return the number of each word, of which several may have the same."""
    return {word: number for number, same in enumerate(words, start=1) for word in same}


def beside_title(file: TableWordsFile) -> Iterator[tuple[str, int, re.Pattern[str]]]:
    """Yield what finds the part of the year that a title names, and the one before it."""
    for part in file.bagian_tahun:
        for distance, words in ((0, file.kata_ini), (-1, file.kata_lalu)):
            both = f"{any_word(part.kata).pattern} {any_word(words).pattern}"
            yield part.nama, distance, re.compile(both)
