"""What the headers of a column say of it, and what those above one another say together.

The lowest that names a role counts, money anywhere makes it money.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kesbang_iku.sources.year_parts import Part

UNKNOWN: Final = "tidak_dikenal"
NAME: Final = "nama"
TARGET: Final = "target"
REALISED: Final = "realisasi"
ACHIEVED: Final = "capaian"
MONEY: Final = "anggaran"
BASELINE: Final = "dasar"
YEAR: Final = "tahun"
CLASS: Final = "predikat"
VALUES: Final = frozenset({BASELINE, TARGET, REALISED, ACHIEVED, CLASS, MONEY})
"""The roles whose cells are values of a year."""

PLAN_WIDE: Final = frozenset({"target_renstra", "realisasi_lalu", "realisasi_renstra",
                              "perkiraan_renstra", "capaian_renstra"})  # fmt: skip
"""The roles of columns that are of a whole plan."""
_OVER_YEARS: Final = frozenset({"realisasi_renstra", "perkiraan_renstra"})
SOFT_TARGET: Final = "target_jangka_menengah"
"""A target of a longer plan by its words; of the year itself where no other target is."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What one text, or all texts above a column, say.

    Attributes:
        role: what the column holds, by a name of ``tajuk.yaml`` or ``kata-tabel.yaml``.
        exact: whether the whole text is a known header, and not a word of it alone.
        year: the year it names.
        part: the part of the year it names.
        money: whether it is money.
        performance: whether it says that it is no money.
        share: whether it says "per cent" and nothing else.
        percent: whether it has a sign for per cent anywhere.
        unclear: whether something in it was not understood, or contradicts itself.
        scaled: whether it says that numbers are written in thousands or more.
        cumulative: whether it says that parts of a year run from the start of it.
        nth: which year of a plan it names by its number.
        meant: the text it was read as, where one of its words is a slip of the pen.
        spans: whether it names several years, as from one to another.
        aside: whether it is of a year before or behind another one that it does not name.
    """

    role: str | None = None
    exact: bool = False
    year: int | None = None
    part: Part | None = None
    money: bool = False
    performance: bool = False
    share: bool = False
    percent: bool = False
    unclear: bool = False
    scaled: bool = False
    cumulative: bool = False
    nth: int | None = None
    meant: str | None = None
    spans: bool = False
    aside: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything in it was understood."""
        known = self.role is not None or self.dated or self.nth is not None
        return known or self.money or self.share or self.performance

    @property
    def dated(self) -> bool:
        """Whether it names a year or a part of one."""
        return self.year is not None or self.part is not None


def is_wide(said: Heading) -> bool:
    """Say whether a text is of a whole plan, and of no year that it names."""
    return said.role in PLAN_WIDE and said.year is None


def put_together(parts: Sequence[Heading]) -> Heading:
    """Put the texts above a column together, the lowest last."""
    years = [part.year for part in parts if part.year]
    spans = _spans(parts)
    role = _common_role(parts, dated=bool(years), parted=bool(spans))
    last = parts[-1]
    contradicts = _is_aside(parts) or len(set(years)) > 1 or len(set(spans)) > 1
    money = _is_money(parts)
    return Heading(
        role,
        exact=all(part.exact or part.dated or part.money or part.performance for part in parts),
        year=next(reversed(years), None),
        part=next(reversed(spans), None),
        money=money,
        performance=last.performance,
        share=last.share,
        percent=last.percent or (money and any(part.share for part in parts)),
        unclear=contradicts or _is_open(parts, role),
        scaled=any(part.scaled for part in parts),
        nth=_common_nth(parts),
        spans=any(part.spans for part in parts),
    )


def _is_aside(parts: Sequence[Heading]) -> bool:
    """Say whether texts are of a year beside another one, and none names it."""
    return any(part.aside for part in parts) and all(part.year is None for part in parts)


def _common_nth(parts: Sequence[Heading]) -> int | None:
    """Return which year of a plan texts name by its number, where none names it itself."""
    named = [part.nth for part in parts if part.nth is not None]
    return None if not named or any(part.year is not None for part in parts) else named[-1]


def _spans(parts: Sequence[Heading]) -> list[Part]:
    """Return the parts of the year that texts name, from its start where one says so."""
    named = [part.part for part in parts if part.part is not None]
    # A quarter under its half-year is that quarter.
    spans = [one for at, one in enumerate(named) if not any(map(one.holds, named[at + 1 :]))]
    cumulative = any(part.cumulative for part in parts) or any(span.sampai for span in spans)
    return [replace(span, sampai=True) for span in spans] if cumulative else spans


def _common_role(parts: Sequence[Heading], *, dated: bool, parted: bool) -> str | None:
    """Return the role that the lowest text names; what is of a whole plan or a baseline stays so.

    ``Tahun`` over years is no column of years, but a head of them; nor ``Triwulan`` over parts.
    """
    heads = {None, *[YEAR] * dated, *["periode"] * parted}
    roles = [part.role for part in parts if part.role not in heads and part.role]
    wide = [role for role in roles if role in PLAN_WIDE or role == BASELINE]
    role = roles[-1] if roles else None
    if role == "nilai":
        return next((one for one in reversed(roles) if one in VALUES), role)
    if wide and role == ACHIEVED and wide[-1] in _OVER_YEARS:
        return "capaian_renstra"
    if wide and role in (TARGET, "target_berjalan", REALISED, ACHIEVED, *wide):
        return wide[-1]
    return role


def _is_open(parts: Sequence[Heading], role: str | None) -> bool:
    """Say whether the lowest text, or the head right above a year alone, is not understood."""
    last = parts[-1]
    if last.unclear and (role is None or role in VALUES):
        return True
    named = max((at for at, part in enumerate(parts) if part.role), default=-1)
    unclear = any(part.unclear for part in parts[named + 1 : -1])
    return unclear and last.role is None and not last.performance


def _is_money(parts: Sequence[Heading]) -> bool:
    """Say whether money is meant: the lowest text that tells decides, a head of money for all."""
    for part in reversed(parts):
        if part.money:
            return True
        if part.performance or (part.role == TARGET and part is parts[-1]):
            return any(head.money and head.role is None for head in parts)
    return False
