"""Checking the arithmetic of a row whose indicator the standard does not know.

Such a row has no definition, so nobody says which direction is better. Its printed achievement is
right if any method of the catalog gives it, and wrong if none does. Where the row states its
direction, only the methods of that direction count.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Level, kinds, sentences, worst_level
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.achievement import Achievement, Scorer, methods_for_numbers, scorer_for
from kesbang_iku.indicator.goal import Goal, numbers_of
from kesbang_iku.indicator.goals import goal_of, parts_of_target
from kesbang_iku.indicator.inputs import read_one, read_value
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.printed import (
    bounds_of_achievement,
    check_achievement,
    check_class,
    may_give,
    span_of_achievement,
)
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.printed_worlds import FROM_ZERO, span_of
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.sources.numbers import Words
from kesbang_iku.worlds.span import Span


@dataclass(frozen=True)
class RowScorers:
    """Every method of a catalog, for rows that no definition gives one."""

    scorers: Mapping[str, Scorer]
    usual: str
    scale: Scale
    scales: tuple[Scale, ...] = ()

    @classmethod
    def of(cls, tables: Tables, checking: CheckingFile) -> "RowScorers":
        """Return the methods of ``tables``; ``checking`` says which to show where none is known."""
        methods = tables.methods
        return cls(
            {
                name: scorer_for(tables, name, methods[name].polaritas, None)
                for name in methods_for_numbers(tables)
            },
            checking.metode_umum.isi,
            tables.scales[checking.skala_umum.isi],
            (*tables.scales.values(),),
        )

    def check(
        self,
        item: ItemInput,
        polarity: Polarity | None = None,
        *,
        whole: bool = False,
        counted: bool | None = None,
    ) -> Iterator[Finding]:
        """Yield what is wrong with the numbers that ``item`` prints.

        Args:
            item: what the row prints: target, realised value, achievement.
            polarity: the direction that the row states, if it does.
            whole: whether target and realised value are counts.
            counted: whether whole numbers are exact, as counts and money are, or were rounded, as
                shares and scores are; where nobody says so, they are exact beside a whole target.
        """
        if _names_classes(item):
            return
        value, unreadable = _number(item.realisasi, "realisasi", item, whole=whole)
        goal, doubts = _goal(item, whole=whole)
        achieved = {} if value is None or goal is None else self._achieved(value, goal)
        bounds = bounds_of_achievement(achieved.get(self.usual))
        printed, others = _number(item.capaian, "capaian", item, bounds=bounds)
        found = [*unreadable, *doubts, *others]
        yield from found
        if printed is None or worst_level(found) is Level.GALAT:
            return
        if value is None or goal is None:
            why = sentences.indicator.NO_VALUE if value is None else sentences.indicator.NO_TARGET
            yield kinds.ACHIEVEMENT_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.said, alasan=why
            )
            return
        if counted is None:
            counted = all(number.denominator == 1 for number in numbers_of(goal))
        bounds = FROM_ZERO if value.value >= 0 else None
        behind = span_of(value.as_typed, bounds, whole=counted and value.as_typed.decimals == 0)
        yield from self._score(item, printed, (value, behind), achieved, polarity)

    def _achieved(self, value: PrintedNumber, goal: Goal) -> dict[str, Achievement]:
        """Return what every method gives."""
        published = round_half_up(value.value, value.decimals)
        return {
            name: scorer.scorer(published, value.value, goal, None)
            for name, scorer in self.scorers.items()
        }

    def _score(
        self,
        item: ItemInput,
        printed: PrintedNumber,
        realised: tuple[PrintedNumber, Span],
        achieved: Mapping[str, Achievement],
        polarity: Polarity | None,
    ) -> Iterator[Finding]:
        value, behind = realised
        published = round_half_up(value.value, value.decimals)
        values = [behind]
        stated = [name for name, scorer in self.scorers.items() if scorer.polarity == polarity]
        first = stated[0] if stated else self.usual
        possible = stated or list(achieved)
        right = [name for name in possible if _gives(achieved[name], printed)]
        yield from self._class(
            item, printed, achieved, first if first in right else (right or [first])[0], values
        )
        if not right or first in right:
            # Without a direction any method may have been meant: the one that can give it, was.
            scorers = self.scorers
            able = (n for n in possible if may_give(printed, scorers[n], achieved[n], values))
            meant = first if right else next(able, first)
            yield from check_achievement(
                printed,
                published,
                achieved[meant],
                scorers[meant],
                [(n, scorers[n], one) for n, one in achieved.items() if n not in possible],
                lambda: values,
                partial(item.parts, "capaian"),
            )
        elif not stated:
            method, hitung = self.scorers[right[0]].single.method, achieved[first].published
            yield kinds.LOWER_IS_BETTER.at(
                printed.place,
                value=printed.text,
                cetak=printed.said,
                metode=spoken(method.nama),
                arah=method.title.lower(),
                lain=spoken(first),
                hitung=sentences.indicator.NO_RESULT if hitung is None else hitung,
            )

    def _class(
        self,
        item: ItemInput,
        printed: PrintedNumber,
        achieved: Mapping[str, Achievement],
        name: str,
        values: Sequence[Span],
    ) -> Iterator[Finding]:
        """Yield what is wrong with the class of an achievement by the method ``name``."""
        computed = achieved[name].published
        if item.predikat is None or computed is None:
            return
        percents = [computed, round_half_up(printed.value, printed.decimals)]
        within = span_of_achievement(self.scorers[name], achieved[name].goal, values)
        where = partial(item.locate, ("predikat",))
        label = str(item.predikat)
        yield from check_class(label, percents, self.scale, where, self.scales, within, printed)


def _names_classes(item: ItemInput) -> bool:
    """Say whether target and realised value are both words: classes of a scale nobody knows."""
    target, _ = parts_of_target(item.target)
    readings = (
        read_value(written, None, item, (name,)).value
        for written, name in ((target, "target"), (item.realisasi, "realisasi"))
    )
    return all(isinstance(content, Words) for content in readings)


def _gives(achievement: Achievement, printed: PrintedNumber) -> bool:
    printed = printed.as_typed
    return achievement.exact is not None and printed.is_rounding_of(achievement.exact)


def _number(
    written: object,
    name: str,
    item: ItemInput,
    *,
    whole: bool = False,
    bounds: Bounds | None = None,
) -> tuple[PrintedNumber | None, Sequence[Finding]]:
    if written is None:
        return None, ()
    return read_one(written, name, bounds, item, (name,), whole=whole)


def _goal(item: ItemInput, *, whole: bool) -> tuple[Goal | None, Sequence[Finding]]:
    written, document = parts_of_target(item.target)
    if written is None:
        return None, ()
    reading = read_value(written, None, item, ("target",), whole=whole)
    return goal_of(reading.value, document), reading.findings
