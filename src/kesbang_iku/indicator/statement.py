"""What a result states, as one line that can be printed beside it and recomputed years later.

``IKU1/<kode>@<versi>/<wilayah>/<tahun>[-<periode>]/<variabel=nilai;…>[/t=<target>]/v=<nilai>
[/c=<capaian>]/<first eight hex digits of the fingerprint>`` on one line, percent-encoded where a
part holds a sign of its own. A variable of the period before stands with ``-`` before its name. A
region is its code, without one the level of government, else ``-``; a value that was only printed
has no variables.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Self, get_args
from urllib.parse import quote, unquote

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.indicator.computed_item import ComputedItem
from kesbang_iku.indicator.status import Origin
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.notation import plain

START: Final = "IKU1/"
_NOTHING: Final = "-"
_PRINTED: Final = Origin.PRINTED
_BEFORE: Final = "-"
_FEWEST_PARTS: Final = 6
"""The indicator, the region, the time, the numbers, the value, the fingerprint."""
_DIGITS_OF_PRINT: Final = 8
_FINGERPRINT: Final = "sha256:"
_LEVELS: Final = frozenset(get_args(AdminLevel))
_NUMBER: Final = regex(r"-?[0-9]{1,4000}(?:\.[0-9]{1,4000}|/0{0,4000}[1-9][0-9]{0,4000})?")
_VALUE: Final = regex(r"-?[0-9]{1,4000}(?:\.[0-9]{1,4000})?")
_TIME: Final = regex(r"(?:([0-9]{4})|-)(?:-([a-z0-9-]+))?")
_PRINT: Final = regex(r"[0-9a-f]{8}")


class StatementError(ValueError):
    """A text states no result; ``part`` is what cannot be read of it."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Statement:
    """What a line states: which indicator, where and when, of what numbers, and what they give.

    Attributes:
        kode, versi: the indicator and the version of its definition.
        wilayah, tingkat: the code of the region, or the level where no region is named.
        tahun, periode: when; ``tahunan`` is a whole year.
        masukan, sebelumnya: the numbers by variable, of the period and of the one before.
        target: as ``Goal.text`` writes it.
        nilai, capaian: the published value and achievement, as printed.
        sidik: the first eight hex digits of the definition's fingerprint.
    """

    kode: str
    versi: str
    wilayah: str | None
    tingkat: AdminLevel | None
    tahun: int | None
    periode: str
    masukan: Mapping[str, int | Fraction]
    sebelumnya: Mapping[str, int | Fraction]
    target: str | None
    nilai: Decimal
    capaian: Decimal | None
    sidik: str

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what a line states.

        Raises:
            StatementError: it is no such line.
        """
        parts = text.removeprefix(START).split("/")
        if not text.startswith(START) or len(parts) < _FEWEST_PARTS:
            raise StatementError(text)
        named, region, time, numbers, *marked, fingerprint = parts
        if not _PRINT.fullmatch(fingerprint):
            raise StatementError(unquote(fingerprint))
        stated = _pairs(numbers)
        before = {name for name in stated if name.startswith(_BEFORE)}
        told = _marked(marked)
        level = next((one for one in _LEVELS if one == region), None)
        return cls(
            *_name_and_version(named),
            None if level is not None or region == _NOTHING else unquote(region),
            level,
            *_year_and_period(time),
            {name: one for name, one in stated.items() if name not in before},
            {name.removeprefix(_BEFORE): stated[name] for name in stated if name in before},
            told.get("t"),
            _printed(told["v"]),
            _printed(told["c"]) if "c" in told else None,
            fingerprint,
        )

    def __str__(self) -> str:
        """Return it as the line that :meth:`read` reads."""
        return _line(self, self.masukan, self.sebelumnya, self.target, self.sidik)


def line_of(item: ComputedItem, sidik: str | None) -> str | None:
    """Return the line of a result whose definition has the fingerprint ``sidik``.

    ``None`` where it has no value to be proven.
    """
    if item.nilai is None or sidik is None:
        return None
    numbers, before = item.masukan, item.sebelumnya
    if item.asal is _PRINTED:
        numbers = before = {}
    target = None if item.achievement is None else item.achievement.goal.text
    return _line(item, numbers, before, target, short_print(sidik))


def _line(
    stated: Statement | ComputedItem,
    numbers: Mapping[str, int | Fraction],
    before: Mapping[str, int | Fraction],
    target: str | None,
    fingerprint: str,
) -> str:
    time = _NOTHING if stated.tahun is None else str(stated.tahun)
    if stated.periode != ANNUAL:
        time = f"{time}-{stated.periode}"
    named = [f"{name}={_number(one)}" for name, one in numbers.items()]
    if before:
        named += [f"{_BEFORE}{name}={_number(one)}" for name, one in before.items()]
    goal = "" if target is None else f"t={_quoted(target)}/"
    achieved = "" if stated.capaian is None else f"c={stated.capaian:f}/"
    return (
        f"{START}{_quoted(stated.kode)}@{_quoted(stated.versi)}/"
        f"{_quoted(stated.wilayah or stated.tingkat or _NOTHING)}/{time}/{';'.join(named)}/"
        f"{goal}v={stated.nilai:f}/{achieved}{fingerprint}"
    )


def short_print(fingerprint: str) -> str:
    """Return the part of a fingerprint that a line carries."""
    return fingerprint.removeprefix(_FINGERPRINT)[:_DIGITS_OF_PRINT]


def is_number(text: str) -> bool:
    """Say whether a text is a number as lines write it: whole, decimal or a quotient."""
    return _NUMBER.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    """Return a text for a line; codes and regions stand in many of them."""
    return quote(text, safe="")


def _number(value: int | Fraction) -> str:
    return _written(*value.as_integer_ratio())


@lru_cache(maxsize=32768)
def _written(numerator: int, denominator: int) -> str:
    """Return a number for a line; a Fraction itself would take longer to be found again."""
    if denominator == 1:
        return str(numerator)
    return _quoted(plain(Fraction(numerator, denominator), "."))


def _name_and_version(named: str) -> tuple[str, str]:
    kode, sign, versi = named.rpartition("@")
    if not sign:
        raise StatementError(unquote(named))
    return unquote(kode), unquote(versi)


def _year_and_period(time: str) -> tuple[int | None, str]:
    when = _TIME.fullmatch(time)
    if when is None:
        raise StatementError(unquote(time))
    year, period = when.groups()
    return None if year is None else int(year), period or ANNUAL


def _pairs(numbers: str) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for pair in filter(None, numbers.split(";")):
        name, sign, written = pair.partition("=")
        number = unquote(written)
        if not sign or not name or name in found or not is_number(number):
            raise StatementError(unquote(pair))
        found[name] = Fraction(number)
    return found


def _marked(parts: list[str]) -> dict[str, str]:
    """Return what stands behind ``t=``, ``v=`` and ``c=``, each once and in this order."""
    told: dict[str, str] = {}
    for part in parts:
        mark, _, text = part.partition("=")
        told[mark] = unquote(text)
    if [*told] != [mark for mark in "tvc" if mark in told] or len(told) != len(parts):
        raise StatementError("/".join(parts))
    if "v" not in told:
        raise StatementError("v")
    return told


def _printed(text: str) -> Decimal:
    if not _VALUE.fullmatch(text):
        raise StatementError(text)
    return Decimal(text)
