"""Recognising the numbers of persons: identity cards, family cards and mobile phones.

People write them in groups, with all kinds of signs between. A run of digits and such signs is cut
into its groups, and every row of groups that follow each other is held against how the numbers are
built. What is money, a date, a code or an amount by its groups is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from string import digits as ascii_digits
from typing import Final, Literal, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.model.checking import PersonalNumbers
from kesbang_iku.privacy.spelling import HIDDEN, plain_text

MASK: Final = "•••"

_SIGNS: Final = rf" ./_()'+:~*{{}}\[\]{HIDDEN}-"
_BETWEEN: Final = f"[{_SIGNS}]"
# Both look first at what tells soonest that there is none.
_RUN: Final = re.compile(rf"\d(?=[\d{_SIGNS}]{{8}})(?:{_BETWEEN}{{0,13}}\d){{8,}}", re.ASCII)
_MAY: Final = rf"\d|{_BETWEEN}"
_LONG: Final = 10_000
"""From so long a text on, looking first at what its signs are takes a fraction of the time."""
_KINDS: Final = "".join(
    sign if sign == "," else "0" if not sign.isascii() or re.match(_MAY, sign, re.ASCII) else "x"
    for sign in map(chr, range(256))
).encode()
"""What each byte of a text is: one that may stand in a number of a person, a comma, or another."""
_SHORTEST: Final = 9
_ENOUGH: Final = b"0" * _SHORTEST
_GROUPS_OF_THOUSANDS: Final = b"0" + b",000" * 5
_THOUSANDS: Final = re.compile(r"\d,(?<![\d,.]..)\d{3}(?:,\d{3}){4}(?![\d,])", re.ASCII | re.DOTALL)
_IN_GROUPS: Final = re.compile(r",\d{3},", re.ASCII)
_GROUP: Final = re.compile(rf"\d++(?:{HIDDEN}++\d++)*", re.ASCII)
_DECIMALS_BEFORE: Final = re.compile(r"\d\.$|(?:^|[^\d.,])0,$", re.ASCII)
_CENTS: Final = re.compile(r",0{1,2}(?!\d)|,-", re.ASCII)
_ZEROS: Final = re.compile(r"0{1,2}", re.ASCII)
_DATE: Final = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])[-./ ](?:0[1-9]|1[0-2])[-./ ](?:19|20)\d\d", re.ASCII
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_BESIDE: Final = re.compile(r" {0,2}[^ ]? ?")
_PARENTHESES: Final = str.maketrans("", "", f"()[]{{}}{HIDDEN}")
_PLUS: Final = re.compile(rf"\+[({HIDDEN}]*$")
_NATURAL_CUTS: Final = frozenset({2, 4, 6, 8, 10, 12})
"""Between which digits an identity number is cut into groups: region, day, month, year, serial."""
_GROUPED: Final = 3
_IN_THOUSANDS: Final = (1, 3, 3, 3, 3, 3)
_IN_THREES: Final = (3, 3, 3, 3, 4)
_PAIR: Final = 2
_SERIAL: Final = 4
_WIDEST: Final = 3
_LEAST_FIRST: Final = 3
_CODE_LENGTH: Final = 4
_MONTHS: Final = 12
_DAYS: Final = 31

Kind = Literal["identitas", "telepon"]


def may_hold_numbers(text: str) -> bool:
    """Say whether enough digits stand in a row in a text, which needs no rules to be seen."""
    if len(text) < _SHORTEST:
        return False
    plain = plain_text(text)
    if len(plain) < _LONG:
        return bool(_RUN.search(plain) or _in_thousands(plain))
    kinds = plain.encode(errors="replace").translate(_KINDS)
    in_a_row = _ENOUGH in kinds and _RUN.search(plain)
    return bool(in_a_row or (_GROUPS_OF_THOUSANDS in kinds and _in_thousands(plain)))


def _in_thousands(plain: str) -> list[re.Match[str]]:
    """Return the numbers of six groups of thousands in a text."""
    return [*_THOUSANDS.finditer(plain)] if _IN_GROUPS.search(plain) else []


class PersonalNumber(NamedTuple):
    """A number of a person in a text: what it is, and from where to where it stands."""

    kind: Kind
    start: int
    end: int


class _Group(NamedTuple):
    start: int
    end: int
    digits: str


@dataclass(frozen=True)
class NumberFinder:
    """Finds the numbers of persons.

    Attributes:
        rules: how they are built.
        regions: the codes of kabupaten and kota, four digits each, present ones and former ones.
    """

    rules: PersonalNumbers
    regions: Collection[str]

    def find(self, text: str, *, escaped: bool = False) -> list[PersonalNumber]:
        """Return the numbers in ``text`` in their order; ``escaped`` as for :func:`plain_text`."""
        plain = plain_text(text, escaped=escaped)
        found = [
            PersonalNumber("identitas", match.start(), match.end())
            for match in _in_thousands(plain)
            if self._is_identity(match[0].replace(",", ""))
        ]
        for run in _RUN.finditer(plain):
            found += self._in_run(plain, run.start(), run.end())
        return sorted(found, key=lambda one: one.start)

    def hide(self, text: str, *, escaped: bool = False) -> str:
        """Return ``text`` without numbers of persons, and without the names beside them."""
        found = self.find(text, escaped=escaped)
        if not found:
            return text
        parts, start = [], 0
        for number in found:
            parts += [text[start : number.start], MASK]
            start = number.end
        return self._names.sub(rf"\1{MASK}", "".join([*parts, text[start:]]))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first digits of identity numbers, as far as the first group goes."""
        lengths = range(1, _CODE_LENGTH + 1)
        return frozenset(code[:length] for code in self.regions for length in lengths)

    @cached_property
    def _dialled(self) -> frozenset[str]:
        """The first digit of phone numbers."""
        starts = (*self.rules.awalan_telepon.isi, self.rules.kode_negara.isi, "0")
        return frozenset(start[0] for start in starts)

    @cached_property
    def _phone(self) -> re.Pattern[str]:
        """What a phone number is without zero and code of the country."""
        starts = "|".join(self.rules.awalan_telepon.isi)
        least = self.rules.digit_telepon_paling_sedikit.whole - 2
        most = self.rules.digit_telepon_paling_banyak.whole - 2
        return re.compile(rf"(?:{starts})\d{{{least},{most}}}", re.ASCII)

    @cached_property
    def _beside_phone(self) -> re.Pattern[str]:
        return _behind(self.rules.penanda_telepon.isi)

    @cached_property
    def _beside_money(self) -> re.Pattern[str]:
        return _behind(self.rules.penanda_uang.isi)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """A word that stands before a name, and the words of the name, which are in capitals."""
        words = "|".join(map(re.escape, sorted(self.rules.penanda_nama.isi, reverse=True)))
        name = r"(?-i:[A-Z][\w'’.]*)(?:[ ]+(?-i:[A-Z][\w'’.]*|binti?\b))*"
        return re.compile(rf"(?i:(?<!\w)((?:{words})(?:[ :]+)))(?:{name})")

    def _in_run(self, text: str, start: int, end: int) -> Iterator[PersonalNumber]:
        groups = [
            _Group(one.start(), one.end(), one[0].replace(HIDDEN, ""))
            for one in _GROUP.finditer(text, start, end)
        ]
        run = _Run(text, groups)
        at = 0
        while at < len(groups):
            last = self._identity_at(run, at)
            kind: Kind = "identitas"
            if last is None:
                last, kind = self._phone_at(run, at), "telepon"
            if last is None:
                at += 1
                continue
            behind = run.zeros_behind(last)
            yield PersonalNumber(kind, run.opening(at), groups[behind].end)
            at = behind + 1

    # ---------------------------------------------------------------------------- identity numbers

    def _identity_at(self, run: _Run, first: int) -> int | None:
        """Return the last group of the identity number that begins with a group, if one does."""
        if run.groups[first].digits[:_CODE_LENGTH] not in self._beginnings:
            return None
        wanted = self.rules.digit_identitas.whole
        digits = ""
        for last in range(first, len(run.groups)):
            digits += run.groups[last].digits
            if len(digits) > wanted:
                return None
            if len(digits) == wanted:
                fits = self._is_identity(digits) and self._grouped_so(run, first, last)
                return last if fits else None
        return None

    def _is_identity(self, digits: str) -> bool:
        day, month = int(digits[6:8]), int(digits[8:10])
        women = self.rules.hari_perempuan.whole
        if day > women:
            day -= women
        born = 1 <= day <= _DAYS and 1 <= month <= _MONTHS
        return born and digits[:_CODE_LENGTH] in self.regions and len(set(digits)) > 1

    def _grouped_so(self, run: _Run, first: int, last: int) -> bool:
        """Say whether an identity number may be cut into groups like these."""
        sizes = tuple(len(group.digits) for group in run.groups[first : last + 1])
        inner = run.between(first, last)
        if not self._may_be_one(run, first, last) or (max(sizes) <= _PAIR and len(inner) > 1):
            return False
        if sizes in {_IN_THOUSANDS, _IN_THREES} or len(set(sizes)) == 1:
            codes = {group.digits for group in run.groups[first : last + 1]}
            # A row of four-digit codes of regions is as long.
            return len(sizes) != _CODE_LENGTH or not codes <= set(self.regions)
        cuts = set(accumulate(sizes[:-1]))
        return cuts <= _NATURAL_CUTS and ("." not in inner or sizes[-1] >= _SERIAL)

    @staticmethod
    def _may_be_one(run: _Run, first: int, last: int) -> bool:
        """Say whether groups are one number: no decimals, no date, and no number of a letter."""
        if run.has_decimals_before(first) or run.is_date(first) or run.has_year(first, last):
            return False
        close = all(len(sign) <= _WIDEST for sign in run.between(first, last))
        return close and run.stands_apart(first, last)

    # ----------------------------------------------------------------------------------- phones

    def _phone_at(self, run: _Run, first: int) -> int | None:
        """Return the last group of the phone number that begins with a group, if one does."""
        if run.groups[first].digits[0] not in self._dialled:
            return None
        if run.has_decimals_before(first) or run.is_date(first):
            return None
        before = run.before(first)
        plus, cue = _PLUS.search(before), self._beside_phone.search(before)
        found, digits = None, ""
        for last in range(first, len(run.groups)):
            digits += run.groups[last].digits
            national = self._national(digits, plus=bool(plus), cue=bool(cue))
            if national is None or len(national) > self.rules.digit_telepon_paling_banyak.whole:
                break
            if self._phone.fullmatch(national) and self._written_so(run, first, last, before, cue):
                found = last
                if last == first:
                    break
        return found

    def _national(self, digits: str, *, plus: bool, cue: bool) -> str | None:
        """Return the digits without what is dialled in front of them; ``None`` if that is wrong."""
        country = self.rules.kode_negara.isi
        if digits.startswith(f"00{country}"):
            return digits[2 + len(country) :].removeprefix("0")
        if digits.startswith(country):
            return digits[len(country) :].removeprefix("0")
        if digits.startswith("0") and not plus:
            return "" if digits in {"0", "00"} else digits[1:]
        return digits if cue else None

    def _written_so(
        self, run: _Run, first: int, last: int, before: str, cue: re.Match[str] | None
    ) -> bool:
        """Say whether a phone number may be cut into groups like these."""
        head, *others = run.groups[first : last + 1]
        if not run.stands_apart(first, last, phone=True) or run.is_list(first, last):
            return False
        if run.has_year(first, last) or not all(map(_BESIDE.fullmatch, run.between(first, last))):
            return False
        others = [one for one in others if one.digits != "0"]
        if any(len(group.digits) == 1 for group in others):
            return False
        if head.digits.startswith("00") or _PLUS.search(before):
            return True
        if head.digits.startswith("0"):
            return len(head.digits) >= _LEAST_FIRST or self._zero_apart(run, head, others, cue)
        return cue is not None or self._no_amount(run, last, before, [head, *others])

    @staticmethod
    def _zero_apart(
        run: _Run, head: _Group, others: Sequence[_Group], cue: re.Match[str] | None
    ) -> bool:
        """Say whether a zero that stands apart belongs to what is behind it, as in ``0-812 …``."""
        if not others or len(others[0].digits) < _LEAST_FIRST:
            return False
        return cue is not None or run.text[head.end] in "-("

    def _no_amount(self, run: _Run, last: int, before: str, groups: Sequence[_Group]) -> bool:
        """Say whether digits that begin with the code of the country are no amount of money."""
        head, *others = groups
        if self._beside_money.search(before) or _CENTS.match(run.text, run.groups[last].end):
            return False
        if not others:
            return True
        if set(run.text[head.end : others[-1].start]) - set(ascii_digits) == {"-"}:
            return True
        thousands = all(len(one.digits) == _GROUPED for one in others)
        country = self.rules.kode_negara.isi
        return head.digits == country and len(others[0].digits) >= _LEAST_FIRST and not thousands


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of groups of digits in a text."""

    text: str
    groups: Sequence[_Group]

    def sign(self, index: int) -> str:
        """Return what stands between the group before ``index`` and it, without parentheses."""
        start, end = self.groups[index - 1].end, self.groups[index].start
        return self.text[start:end].translate(_PARENTHESES)

    def between(self, first: int, last: int) -> set[str]:
        """Return the signs between groups."""
        return {self.sign(index) for index in range(first + 1, last + 1)}

    def before(self, first: int) -> str:
        """Return the text that stands before a group, or the end of it."""
        start = self.groups[first].start
        return self.text[max(0, start - 24) : start]

    def opening(self, first: int) -> int:
        """Return where a number begins: a plus sign belongs to it."""
        start = self.groups[first].start
        plus = _PLUS.search(self.text, max(0, start - 2), start)
        return start if plus is None else plus.start()

    def has_decimals_before(self, first: int) -> bool:
        """Say whether the group is a part of a number's decimals."""
        return _DECIMALS_BEFORE.search(self.before(first)) is not None

    def is_date(self, first: int) -> bool:
        """Say whether a date begins with the group."""
        return _DATE.match(self.text, self.groups[first].start) is not None

    def has_year(self, first: int, last: int) -> bool:
        """Say whether a year stands between points or slashes, as in the number of a letter."""
        later = range(first + 1, last + 1)
        return any(
            self.sign(at) in {".", "/"} and _YEAR.fullmatch(self.groups[at].digits) for at in later
        )

    def is_list(self, first: int, last: int) -> bool:
        """Say whether groups are numbers in a row: all are as long, and begin with a zero."""
        digits = [group.digits for group in self.groups[first : last + 1]]
        alike = len({len(one) for one in digits}) == 1 and all(one[0] == "0" for one in digits)
        return alike and last > first

    def zeros_behind(self, last: int) -> int:
        """Return the last group of a number with the decimals that a program wrote behind it."""
        behind = last + 1
        if (
            behind < len(self.groups)
            and self.sign(behind) == "."
            and _ZEROS.fullmatch(self.groups[behind].digits)
        ):
            return behind
        return last

    def stands_apart(self, first: int, last: int, *, phone: bool = False) -> bool:
        """Say whether groups are a number by themselves, and no part of a longer one."""
        inner = self.between(first, last)
        if first and not _parts(self.sign(first), inner, phone=phone):
            return False
        behind = self.zeros_behind(last) + 1
        return behind >= len(self.groups) or _parts(self.sign(behind), inner, phone=phone)


def _parts(sign: str, inner: Collection[str], *, phone: bool) -> bool:
    """Say whether a sign parts two numbers, where ``inner`` stand within one of them."""
    if " " in sign:
        return True
    return sign not in {"", ".", "-", "'", "_"} and (phone or sign not in inner)


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    """Return what fits a text that ends with one of ``words`` and signs."""
    listed = "|".join(map(re.escape, sorted(words, reverse=True)))
    return re.compile(rf"(?:^|[^a-z])(?:{listed})[\s.:/=({HIDDEN}-]*$", re.IGNORECASE)
