"""Rules over the change that a row prints beside the values of two years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text, sentences
from kesbang_iku.formula import parse, round_half_up
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.model.checking import WordLists
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.numbers import Number
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.numbers import reading_of
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, rule
from kesbang_iku.validation.rules.rule import Hit, Outcomes, at
from kesbang_iku.worlds.reach import reach_of
from kesbang_iku.worlds.span import Span, exactly, turned_positive

_FULL: Final = 100
_POINTS: Final = parse("baru - lama")
_PERCENT: Final = parse("(baru - lama) / lama * 100")
_DECIMALS: Final = 2
_RISE, _STAY, _FALL = 1, 0, -1
_NAMES: Final = {_RISE: "rises", _STAY: "stays", _FALL: "falls"}
_COLUMNS: Final = ("perubahan", "penurunan", "selisih")
_SIGNED: Final = re.compile(r"\s*(?:(\+)|([-\u2013\u2212(]))\s*[0-9]")


@dataclass(frozen=True, slots=True)
class _Change:
    """A printed change, and the two values it is between.

    ``signs`` are the directions that the print can mean, by its words, its sign and its column;
    ``in_percent`` says that it may be in per cent of the first value.
    """

    column: str
    text: str
    size: PrintedNumber | None
    signs: frozenset[int]
    before: Fraction
    after: Fraction
    in_percent: bool
    spans: tuple[Span, Span]

    @property
    def points(self) -> Fraction:
        """What the values differ by."""
        return self.after - self.before

    @property
    def percent(self) -> Fraction | None:
        """The same in per cent of the first value."""
        return self.points / self.before * _FULL if self.before else None

    @property
    def direction(self) -> int:
        """Whether the value rose (1), fell (-1) or stayed (0)."""
        return (self.points > 0) - (self.points < 0)

    @property
    def has_right_size(self) -> bool:
        """Whether the print is the difference, in points or in per cent."""
        if self.size is None:
            return True
        sizes = (self.points, self.percent if self.in_percent else None)
        return any(one is not None and self.size.is_rounding_of(abs(one)) for one in sizes)

    @property
    def possible(self) -> Span | None:
        """What the two values can differ by before rounding, where that can print so."""
        if self.size is None or self.has_right_size:
            return None
        before, after = self.spans
        for formula in (_POINTS, _PERCENT) if self.in_percent else (_POINTS,):
            reach = reach_of(formula, {"lama": before, "baru": after})
            turned = None if reach is None else turned_positive(reach.hull)
            if turned is not None and turned.meets(self.size.span):
                return turned
        return None


def changes_of(context: RowContext) -> Iterator[tuple[RowEntry, _Change]]:
    """Yield every change that is printed beside the values it is between.

    A difference may be that with the year before, or that of value and target.
    """
    for entry in context.entries:
        for column in _COLUMNS:
            found = [*_readings(entry, column, context.tables)]
            for first in found[:1]:
                yield entry, next((one for one in found if one.has_right_size), first)


def _readings(entry: RowEntry, column: str, tables: Tables) -> Iterator[_Change]:
    """Yield what a printed change may be: one of target and value is so either way round."""
    cell, now = getattr(entry.loaded.item, column), entry.realised
    earlier, seen = entry.number("realisasi_sebelumnya"), entry.span("realisasi_sebelumnya")
    target = entry.target if column == "selisih" else None
    # A target is the number it is.
    for before, span, of_target in ((earlier, seen, False), (target, None, True)):
        if cell is None or before is None or now is None:
            continue
        direction, rest = _without_words(str(cell), entry.checking.kata)
        number = entry.printed_number(column, cell if direction is None else rest)
        if number is None and direction is None:
            continue
        size = None if number is None else replace(number, value=abs(number.value))
        signs = frozenset(_NAMES) if of_target else _signs(column, direction, str(cell))
        percent = (not of_target or "%" in str(cell)) and not _is_quantity(rest, tables)
        spans = span or exactly(before), entry.span("realisasi") or exactly(now)
        change = _Change(column, shown(cell), size, signs, before, now, percent, spans)
        yield _of_achievement(entry, change)


def _of_achievement(entry: RowEntry, change: _Change) -> _Change:
    """Return a change as that of the achievement, where it is one and none of the value."""
    was, now = entry.number("capaian_sebelumnya"), entry.printed
    if was is None or now is None or change.has_right_size:
        return change
    achieved = replace(change, before=was, after=now)
    return achieved if achieved.has_right_size else change


def _without_words(text: str, words: WordLists) -> tuple[int | None, str]:
    """Return the direction that a print says in words, and what else it says."""
    for direction, known in (
        (_RISE, words.arah_naik),
        (_FALL, words.arah_turun),
        (_STAY, words.arah_tetap),
    ):
        said = text.split()
        rest = [word for word in said if word not in known]
        if text in known or len(rest) < len(said):
            return direction, " ".join(rest) if text not in known else ""
    return None, text


def _is_quantity(text: str, tables: Tables) -> bool:
    """Say whether a unit stands behind a number that is no share: points are no per cents."""
    content = reading_of(text)
    if not isinstance(content, Number) or content.unit is None:
        return False
    unit = tables.unit_spelled(content.unit)
    return unit is not None and bool(unit.dimensi)


def _signs(column: str, direction: int | None, text: str) -> frozenset[int]:
    """Return what direction a print can mean: words say it, else its sign, else its column."""
    if direction is not None:
        return frozenset({direction})
    found = _SIGNED.match(text)
    if column == "penurunan":
        # A minus says once more that it is a fall, or that it is none.
        falls = found is None or found[1] is not None
        return frozenset({_FALL}) if falls else frozenset({_RISE, _FALL})
    if found is not None:
        return frozenset({_RISE if found[1] else _FALL})
    return frozenset({_RISE, _FALL}) if column == "selisih" else frozenset({_RISE})


@rule.whole("IKU554")
def change_differs(context: RowContext) -> Outcomes:
    """A change that is not the difference of the two values beside it."""
    for entry, change in changes_of(context):
        if not change.has_right_size and change.possible is None:
            turned = (_direction_text(change), _size_text(change))
            yield _found(entry, change, Text.same("").join(turned))


def _found(entry: RowEntry, change: _Change, arah: Text) -> Hit:
    """Return what is wrong with a printed change: what is printed, and the values beside it."""
    return at(
        entry,
        change.column,
        value=change.text,
        cetak=change.text,
        lama=change.before,
        baru=change.after,
        arah=arah,
    )


def _direction_text(change: _Change) -> Text:
    return sentences.validation.DIRECTIONS[_NAMES[change.direction]]


def _size_text(change: _Change) -> Text:
    """Return how much a value changed, to stand behind the direction; of no change nothing."""
    if not change.points:
        return Text.same("")
    points, percent = abs(change.points), change.percent
    size = sentences.validation.BY_POINTS.filled(selisih=points)
    if percent is None:
        return size
    rounded = round_half_up(abs(percent), _DECIMALS)
    return Text.same("").join((size, sentences.validation.IN_PER_CENT.filled(persen=rounded)))


@rule.whole("IKU555")
def change_turned(context: RowContext) -> Outcomes:
    """A change in the wrong direction."""
    for entry, change in changes_of(context):
        right = change.has_right_size or change.possible is not None
        if not right or change.direction in change.signs:
            continue
        if change.direction == _STAY and change.size is not None:
            continue
        yield _found(entry, change, _direction_text(change))
