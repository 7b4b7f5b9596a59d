"""Numbers as Indonesians write them, read without a guess.

A cell of a regional report holds ``85,23``, ``1.234.567,89``, ``Rp. 12.463.335.063,-``, ``≥ 80``,
``81,69–85,23``, ``79,51 (2023)``, ``BB``, ``-`` or ``Sangat Baik (4,21)``. :func:`read_number` says
which of these it is, exactly, and answers with a finding where a text has two readings or none.
"""

import re
import unicodedata
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from numbers import Rational, Real
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import NOWHERE, Finding, FindingKind, Place, Repair, Text, kinds
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import ScaledText
from kesbang_iku.sources.notation import DECIMAL_MARK, NumberFormat, plain, readings
from kesbang_iku.sources.number_words import (
    BEHIND,
    DASHES,
    MAGNITUDES,
    MISSING,
    NOT_UNITS,
    OPERATORS,
    Operator,
)

MAX_DIGITS: Final = 40
MAX_EXPONENT: Final = 30
# A fraction that was computed exactly may be longer than any number that is written.
_MAX_EXACT_DIGITS: Final = 1000
_MAX_EXACT: Final = 10**_MAX_EXACT_DIGITS
MAX_LENGTH: Final = 200
MAX_SHOWN: Final = 60

Limit = Fraction | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Number:
    """One number, with what stood around it: unit text, the year in brackets, a footnote mark.

    ``decimals`` is how many it was written with, where that takes no look at the text: where
    nothing stood around it.
    """

    value: Fraction
    unit: str | None = None
    year: int | None = None
    footnote: str | None = None
    decimals: int | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Range:
    """A range from ``low`` to ``high``, both ends in it."""

    low: Fraction
    high: Fraction
    unit: str | None = None
    year: int | None = None
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound, such as ``≥ 80``: the value that is meant stands in ``op`` relation to ``value``."""

    op: Operator
    value: Fraction
    unit: str | None = None
    year: int | None = None
    footnote: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words without any number, such as the predicate ``Sangat Tinggi`` or ``BB``."""

    text: str


@dataclass(frozen=True, slots=True)
class Missing:
    """An unmistakable sign that there is no value; ``text`` is what was written."""

    text: str


CellValue = Number | Range | Bound | Words | Missing


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was read as. ``value`` is ``None`` where the findings say why it has none."""

    text: str
    value: CellValue | None
    findings: tuple[Finding, ...] = ()

    @property
    def number(self) -> Fraction | None:
        """The number, where the text is one."""
        return self.value.value if isinstance(self.value, Number) else None


@dataclass(frozen=True, slots=True)
class _Field:
    """What is known about the field a text stands in."""

    format_angka: NumberFormat | None
    minimum: Limit
    maximum: Limit
    whole: bool
    place: Place

    def fits(self, values: tuple[Fraction, ...]) -> bool:
        return all(
            (self.minimum is None or value >= self.minimum)
            and (self.maximum is None or value <= self.maximum)
            and (not self.whole or value.denominator == 1)
            for value in values
        )

    def bounds(self) -> str:
        parts = []
        if self.minimum is not None:
            parts.append(f">= {plain(Fraction(self.minimum))}")
        if self.maximum is not None:
            parts.append(f"<= {plain(Fraction(self.maximum))}")
        if self.whole:
            parts.append("bulat")
        return ", ".join(parts)


class _NoNumberError(Exception):
    """Carries the finding out of the parts of the reader; never leaves this module."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.kode)
        self.finding = finding


_SPREADSHEET_ERROR: Final = regex(
    r"#(?:n/a|div/0!|ref!|value!|name\?|num!|null!|spill!|calc!)|#{2,}", re.IGNORECASE
)

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Spaces that typesetters put between groups of three digits.
_GROUP_SPACES: Final = regex("(?<=[0-9])[\u00a0\u2007\u2008\u2009\u202f'\u2019\u02bc](?=[0-9]{3})")
_SPACES: Final = regex(r"\s+")

# What nearly every cell holds, and what no rule below reads differently.
_SIMPLE: Final = regex(r"([0-9]{1,15})(?:([.,])([0-9]{1,2}|[0-9]{4,6}))?")
_SIMPLE_LENGTH: Final = 22
_DIGIT: Final = regex(r"[0-9]")
_TOKEN: Final = regex(r"[0-9](?:[0-9.,']*[0-9])?")
_TWO_WAYS: Final = regex(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_EXPONENT: Final = regex(r"[0-9][eE][-+]?[0-9]")
_YEAR: Final = regex(r"\s*\(((?:19|20)[0-9]{2})\)$")
_LETTER: Final = regex(r"[^\W\d_]")

_OPERATOR: Final = "|".join(
    re.escape(operator) for operator in sorted(OPERATORS, key=len, reverse=True)
)
_MONEY: Final = r"(?:Rp\.?|IDR\.?)"
_SIGN: Final = "[-+−]"
_HEAD: Final = regex(
    rf"(?:(?P<label>skor|nilai|indeks|angka)\s*)?(?P<operator>{_OPERATOR})?\s*"
    rf"(?P<sign>{_SIGN})?\s*(?P<money>{_MONEY})?\s*(?P<inner>{_SIGN})?\s*",
    re.IGNORECASE,
)
_FOOTNOTE: Final = r"\s?(?:[a-z]\)|\*{1,3}\)?)"
_BETWEEN: Final = regex(
    rf"(?P<cents>[.,][-–—]{{1,2}}(?=\s))?\s*(?P<unit>%|[^\W\d_]{{2,20}})?(?:{_FOOTNOTE})?\s*"
    rf"(?:[{DASHES}]|s\.?\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga)\s*"
    rf"(?P<sign>{_SIGN})?\s*(?P<money>{_MONEY})?\s*",
    re.IGNORECASE,
)
_TAIL: Final = regex(
    rf"(?P<cents>[.,][-–—]{{1,2}}|,=)?\s*(?P<percent>%)?(?P<footnote>{_FOOTNOTE})?"
    r"\s*(?P<unit>[^\W\d_][^\d()<>=≥≤+]*(?:\([^\d()]*\))?)?(?P<late>" + _FOOTNOTE + r")?"
)
_OPEN_END: Final = regex(rf"\s*%?\s*[{DASHES}]\s*")


def read_number(
    text: str | bool | None,
    *,
    format_angka: NumberFormat | None = None,
    minimum: Limit = None,
    maximum: Limit = None,
    whole: bool = False,
    place: Place | None = None,
) -> Reading:
    """Read ``text`` as a number, range, bound, words, or as missing. Never raises for content.

    One separator with three digits behind it has two readings. It is settled by ``format_angka``
    where the file declares it, else by the bounds of the field: ``minimum`` and ``maximum``
    (inclusive) and ``whole`` (the field counts things). Where these leave both, or none, the
    answer is a finding. A :class:`NumberText` is exact by the syntax of JSON. ``place`` is where
    the findings say the text stands.
    """
    if text is None:
        return Reading("", Missing(""))
    if type(text) is str and (simple := simple_number(text, format_angka)) is not None:
        return simple
    field = _Field(format_angka, minimum, maximum, whole, place or NOWHERE)
    try:
        if isinstance(text, bool):
            raise _refusal(kinds.NUMBER_IS_BOOLEAN, str(text).lower(), field)
        if isinstance(text, NumberText):
            return Reading(text, Number(_notation_free(text, field)))
        if isinstance(text, ScaledText):
            raise _refusal(kinds.NUMBER_SCALED, text, field, bentuk=text.bentuk)
        return _read(text, field)
    except _NoNumberError as problem:
        written = text if isinstance(text, str) else str(text).lower()
        return Reading(written, None, (problem.finding,))


@lru_cache(maxsize=32768)
def simple_number(text: str, format_angka: NumberFormat | None) -> Reading | None:
    """Return the number ``text`` is where the field it stands in does not matter, else ``None``.

    A number is printed in several cells, and read for each rule that looks at one. A text of a
    class of its own may be more than its signs say, and is not for here.
    """
    simple = _SIMPLE.fullmatch(text) if len(text) <= _SIMPLE_LENGTH else None
    if simple is None:
        return None
    whole_part, mark, decimals = simple.groups(default="")
    if mark and format_angka is not None and mark != DECIMAL_MARK[format_angka]:
        return None
    places = len(decimals)
    value = Fraction(int(whole_part + decimals), 10**places)
    return Reading(text, Number(value, decimals=places))


def _refusal(kind: FindingKind, text: str, field: _Field, **arguments: object) -> _NoNumberError:
    shown = text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
    return _NoNumberError(kind.at(field.place, value=shown, nilai=shown, **arguments))


def _notation_free(text: str, field: _Field) -> Fraction:
    """Return the value of a number whose notation is fixed: JSON, or Python's own ``repr``."""
    if not re.match(r"-?[0-9]", text):
        raise _refusal(kinds.NUMBER_NOT_FINITE, text, field)
    mantissa, _, exponent = text.lower().partition("e")
    if sum(map(str.isdigit, mantissa)) > MAX_DIGITS:
        raise _refusal(kinds.NUMBER_TOO_LONG, text, field, batas=MAX_DIGITS)
    digits = exponent.lstrip("+-0")
    if len(digits) > len(str(MAX_EXPONENT)) or int(digits or 0) > MAX_EXPONENT:
        raise _refusal(kinds.NUMBER_EXPONENT_LARGE, text, field, batas=MAX_EXPONENT)
    return Fraction(text)


def _read(text: str, field: _Field) -> Reading:
    # Without what nobody sees, and with one kind of space and group mark.
    visible = text.translate(_INVISIBLE)
    cleaned = _SPACES.sub(" ", _GROUP_SPACES.sub("'", visible)).strip()
    if not cleaned.strip(DASHES + " ") or cleaned.casefold() in MISSING:
        return Reading(text, Missing(text))
    if _SPREADSHEET_ERROR.fullmatch(cleaned):
        raise _refusal(kinds.SPREADSHEET_ERROR, cleaned, field)
    has_digit = _DIGIT.search(cleaned) is not None
    if len(cleaned) > MAX_LENGTH:
        if not has_digit and _LETTER.search(cleaned):
            return Reading(text, Words(cleaned))
        too_long = sum(map(str.isdigit, cleaned)) > MAX_LENGTH // 2
        kind = kinds.NUMBER_TOO_LONG if too_long else kinds.WORDS_WITH_NUMBER
        raise _refusal(kind, cleaned, field, batas=MAX_DIGITS)
    if not cleaned.isascii() and any(map(_is_foreign_digit, cleaned, " " + cleaned)):
        problem = _refusal(kinds.NUMBER_FOREIGN_DIGITS, cleaned, field)
        raise _NoNumberError(problem.finding.repairable(_repair(cleaned, field)))
    if not has_digit:
        if _LETTER.search(cleaned):
            return Reading(text, Words(cleaned))
        raise _refusal(kinds.NUMBER_UNREADABLE, cleaned, field)
    value, findings = _Parser(cleaned, field).outcome()
    return Reading(text, value, tuple(findings))


def in_our_digits(text: str) -> str:
    """Return a text with the digits of other scripts as ours."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _repair(text: str, field: _Field) -> Repair | None:
    """Return the text with the digits of other scripts as ours, if it then is a number."""
    ours = in_our_digits(text)
    if any(map(_is_foreign_digit, ours, " " + ours)):
        return None
    again = read_number(ours, format_angka=field.format_angka)
    return Repair(ours) if _values(again.value) and not again.findings else None


def _values(content: CellValue | None) -> tuple[Fraction, ...]:
    """Return the numbers in what a text was read as: one, the two ends of a range, or none."""
    if isinstance(content, Range):
        return (content.low, content.high)
    return (content.value,) if isinstance(content, Number | Bound) else ()


def _is_foreign_digit(sign: str, before: str) -> bool:
    category = unicodedata.category(sign)
    # The raised figures of km² and m³ belong to a unit.
    return (category == "Nd" and not sign.isascii()) or (
        category == "No" and not (sign in "²³" and before.isalpha())
    )


class _Parser:
    """Reads one cleaned text that holds at least one digit."""

    def __init__(self, text: str, field: _Field) -> None:
        self._text = text
        self._field = field
        self._findings: list[Finding] = []

    def outcome(self) -> tuple[CellValue, list[Finding]]:
        """Return what the text is, and what to say about it; raises where it is nothing."""
        text = self._text
        if _EXPONENT.search(text):
            raise self._refused(kinds.NUMBER_EXPONENT)
        year = _YEAR.search(text)
        body = text[: year.start()] if year and _TOKEN.search(text, 0, year.start()) else text
        of_year = int(year.group(1)) if year and body is not text else None
        tokens = list(_TOKEN.finditer(body))
        if any(sum(map(str.isdigit, token.group())) > MAX_DIGITS for token in tokens):
            raise self._refused(kinds.NUMBER_TOO_LONG, batas=MAX_DIGITS)
        if len(tokens) == 1:
            value: CellValue = self._single(body, tokens[0], of_year)
        else:
            value = self._range(body, tokens, of_year)
        return value, self._findings

    def _single(self, body: str, token: re.Match[str], year: int | None) -> Number | Bound:
        head = self._head(body[: token.start()], body)
        tail, after, footnote = self._tail(body[token.end() :])
        money = bool(head["money"] or tail["cents"])
        (value,) = self._settle((token.group(),), (_is_negative(head),), money=money)
        self._refuse_cents((value,), tail)
        operator = head["operator"]
        written = OPERATORS[_SPACES.sub(" ", operator.lower())] if operator else None
        unit, behind = self._unit(head, tail, after)
        if behind is not None and written is not None:
            raise self._refused(kinds.WORDS_WITH_NUMBER)
        relation = written or behind
        if relation is None:
            if head["label"]:
                raise self._refused(kinds.WORDS_WITH_NUMBER)
            return Number(value, unit, year, footnote)
        return Bound(relation, value, unit, year, footnote)

    def _range(self, body: str, tokens: list[re.Match[str]], year: int | None) -> Range:
        first, second = tokens[:2]
        joint = self._joint(body, tokens)
        head = self._head(body[: first.start()], body)
        if head["operator"] or head["label"]:
            raise self._refused(kinds.NUMBER_SEVERAL)
        tail, after, footnote = self._tail(body[second.end() :])
        money = bool(head["money"] or joint["money"] or tail["cents"] or joint["cents"])
        negative = (_is_negative(head), joint["sign"] in ("-", "−"))
        low, high = self._settle((first.group(), second.group()), negative, money=money)
        self._refuse_cents((low, high), tail)
        unit, behind = self._unit(head, tail, after)
        first_unit: str | None = joint["unit"]
        if first_unit:
            self._refuse_magnitude(first_unit)
        if behind is not None or (unit and first_unit and unit.casefold() != first_unit.casefold()):
            raise self._refused(kinds.WORDS_WITH_NUMBER)
        if low > high:
            raise self._refused(kinds.RANGE_FALLING)
        return Range(low, high, unit or first_unit, year, footnote)

    def _joint(self, body: str, tokens: list[re.Match[str]]) -> re.Match[str]:
        """Return what joins the two ends of a range."""
        joint = _BETWEEN.fullmatch(body, tokens[0].end(), tokens[1].start())
        if joint is not None and len(tokens) == 2:  # noqa: PLR2004  # the two ends of a range
            return joint
        worded = any(_LETTER.search(body[one.end() : two.start()]) for one, two in pairwise(tokens))
        raise self._refused(kinds.WORDS_WITH_NUMBER if worded else kinds.NUMBER_SEVERAL)

    def _head(self, before: str, body: str) -> re.Match[str]:
        head = _HEAD.fullmatch(before)
        if head is None:
            if before.strip() and not before.strip(DASHES + " "):
                raise self._refused(kinds.RANGE_OPEN)
            kind = kinds.WORDS_WITH_NUMBER if _LETTER.search(body) else kinds.NUMBER_UNREADABLE
            raise self._refused(kind)
        if head["sign"] and head["inner"]:
            raise self._refused(kinds.NUMBER_UNREADABLE)
        if before.endswith(" ") and (head["inner"] or (head["sign"] and not head["money"])):
            # "- 4,50" is a bullet, or the end of a range torn from its start, as often as a minus.
            raise self._refused(kinds.RANGE_OPEN)
        return head

    def _tail(self, rest: str) -> tuple[re.Match[str], str, str | None]:
        """Return what stands behind the number: the parts, the unit text, the footnote mark."""
        if _OPEN_END.fullmatch(rest):
            raise self._refused(kinds.RANGE_OPEN)
        tail = _TAIL.fullmatch(rest)
        if tail is None:
            kind = kinds.WORDS_WITH_NUMBER if _LETTER.search(rest) else kinds.NUMBER_UNREADABLE
            raise self._refused(kind)
        if tail["footnote"] and tail["late"]:
            raise self._refused(kinds.NUMBER_UNREADABLE)
        mark = tail["footnote"] or tail["late"]
        words = (tail["unit"] or "").strip()
        if words and words[-1] in DASHES:
            raise self._refused(kinds.RANGE_OPEN)
        return tail, words, mark.strip() if mark else None

    def _unit(
        self, head: re.Match[str], tail: re.Match[str], words: str
    ) -> tuple[str | None, Operator | None]:
        """Return the unit text, and the bound that words behind a number make of it."""
        behind = BEHIND.get(words.lower())
        if behind is None and words:
            self._refuse_magnitude(words)
            if re.split(r"[\s./,-]", words.lower(), maxsplit=1)[0] in NOT_UNITS:
                raise self._refused(kinds.WORDS_WITH_NUMBER)
        parts = [
            "Rp" if head["money"] else "",
            "%" if tail["percent"] else "",
            "" if behind else words,
        ]
        return " ".join(filter(None, parts)) or None, behind

    def _refuse_magnitude(self, words: str) -> None:
        word = re.split(r"[\s./,]", words, maxsplit=1)[0]
        if word.lower() in MAGNITUDES:
            raise self._refused(kinds.NUMBER_MAGNITUDE, kata=word)

    def _refuse_cents(self, values: tuple[Fraction, ...], tail: re.Match[str]) -> None:
        # ",-" says that there are no cents; a number with decimals before it contradicts itself.
        if tail["cents"] and any(value.denominator != 1 for value in values):
            raise self._refused(kinds.NUMBER_GROUPING)

    def _settle(
        self, tokens: tuple[str, ...], negative: tuple[bool, ...], *, money: bool
    ) -> tuple[Fraction, ...]:
        """Return the values of ``tokens`` in the one reading that holds, or raise the finding."""
        found = readings(tokens)
        if found is None:
            raise self._refused(kinds.NUMBER_GROUPING)
        if not found:
            raise self._refused(kinds.NUMBER_MIXED)
        signed = {
            form: tuple(-v if minus else v for v, minus in zip(values, negative, strict=True))
            for form, values in found.items()
        }
        declared = self._field.format_angka
        if declared is not None:
            if declared not in signed:
                mark = DECIMAL_MARK[declared]
                raise self._refused(kinds.NUMBER_OTHER_FORMAT, format=declared, tanda=mark)
            return signed[declared]
        choices = list(dict.fromkeys(signed.values()))
        if len(choices) == 1:
            return choices[0]
        decimals, thousands = sorted(choices, key=lambda values: sum(map(abs, values)))
        if money:
            # Rupiah has no thousandths, so the mark can only part thousands.
            return thousands
        return self._by_bounds(thousands, decimals)

    def _by_bounds(
        self, thousands: tuple[Fraction, ...], decimals: tuple[Fraction, ...]
    ) -> tuple[Fraction, ...]:
        fitting = [values for values in (thousands, decimals) if self._field.fits(values)]
        names = {"ribuan": _spelled_in_both(thousands), "desimal": _spelled_in_both(decimals)}
        if not fitting:
            raise self._refused(kinds.NUMBER_FITS_NEITHER, batas=self._field.bounds(), **names)
        if len(fitting) > 1:
            raise self._refused(
                kinds.NUMBER_AMBIGUOUS,
                tulis_ribuan=_spelled(thousands, ","),
                tulis_desimal=_spelled(decimals, ",", extra="0"),
                **names,
            )
        (chosen,) = fitting
        other = decimals if chosen is thousands else thousands
        self._findings.append(
            kinds.NUMBER_SETTLED.at(
                self._field.place,
                value=self._text,
                nilai=self._text,
                terbaca=_spelled_in_both(chosen),
                lain=_spelled_in_both(other),
                tulis=_spelled(chosen, ",", extra="0"),
            ).repairable(self._unmistakable(chosen, thousands=chosen is thousands))
        )
        return chosen

    def _unmistakable(self, chosen: tuple[Fraction, ...], *, thousands: bool) -> Repair | None:
        """Return the text with numbers that read one way only: no group marks, or four decimals."""

        def rewritten(token: re.Match[str]) -> str:
            digits: str = token.group()
            if not _TWO_WAYS.fullmatch(digits):
                return digits
            return re.sub("[.,]", "", digits) if thousands else f"{digits}0"

        text = _TOKEN.sub(rewritten, self._text)
        again = read_number(text, format_angka=self._field.format_angka)
        return Repair(text) if _values(again.value) == chosen and not again.findings else None

    def _refused(self, kind: FindingKind, **arguments: object) -> _NoNumberError:
        return _refusal(kind, self._text, self._field, **arguments)


def _is_negative(head: re.Match[str]) -> bool:
    return (head["sign"] or head["inner"]) in ("-", "−")


def _spelled_in_both(values: tuple[Fraction, ...]) -> Text:
    return Text(_spelled(values, ","), _spelled(values, "."))


def _spelled(values: tuple[Fraction, ...], mark: str, *, extra: str = "") -> str:
    """Return ``values`` without thousands marks; ``extra`` decimals make them read one way only."""
    parts = []
    for value in values:
        text = plain(value, mark)
        decimals = len(text.partition(mark)[2])
        parts.append(text + extra if decimals == 3 else text)  # noqa: PLR2004  # looks like a group
    return " - ".join(parts)


def from_python(
    value: object,
    *,
    format_angka: NumberFormat | None = None,
    minimum: Limit = None,
    maximum: Limit = None,
    whole: bool = False,
    place: Place | None = None,
) -> Reading:
    """Read a value of a Python program: int, float, Decimal, Fraction, text or ``None``.

    A float counts as the shortest decimal that names it (its ``repr``): 0.1 is one tenth. NaN and
    the like are what is missing in a dataframe, and so here. Text is read as :func:`read_number`
    does, with the same arguments; truth values and infinity are refused.
    """
    if isinstance(value, (str, bool)) or is_absent(value):
        return read_number(
            value if isinstance(value, (str, bool)) else None,
            format_angka=format_angka,
            minimum=minimum,
            maximum=maximum,
            whole=whole,
            place=place,
        )
    field = _Field(format_angka, minimum, maximum, whole, place or NOWHERE)
    try:
        exact = _exactly(value, field)
    except _NoNumberError as problem:
        return Reading(problem.finding.nilai or "", None, (problem.finding,))
    return Reading(str(value), Number(exact))


def is_absent(value: object) -> bool:
    """Say whether a value of a program is none: ``None``, NaN, ``pandas.NA``, ``NaT``."""
    if value is None or (isinstance(value, Decimal) and value.is_nan()):
        # A signalling NaN of a Decimal refuses to be compared.
        return True
    unequal: object = value != value  # noqa: PLR0124  # what is none is not even itself
    # NumPy answers with a truth value of its own, which may be the value, and pandas with nothing.
    truth = type(unequal).__name__ in {"bool", "bool_"}
    return bool(unequal) if truth else unequal is value


def _exactly(value: object, field: _Field) -> Fraction:
    if isinstance(value, Rational):
        exact = Fraction(int(value.numerator), int(value.denominator))
        if max(abs(exact.numerator), exact.denominator) >= _MAX_EXACT:
            raise _refusal(kinds.NUMBER_TOO_LONG, "", field, batas=_MAX_EXACT_DIGITS)
        return exact
    if isinstance(value, float):
        text = float.__repr__(value)
    elif isinstance(value, (Decimal, Real)):
        text = str(value)
    else:
        raise _refusal(kinds.NUMBER_WRONG_TYPE, "", field, jenis=type(value).__name__)
    return _notation_free(text, field)
