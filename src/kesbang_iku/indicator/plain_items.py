"""Items that are numbers and nothing else, computed many at a time.

Nearly every item of a long table is one: only variables, each written as a number beyond doubt and
possible, no relation between them broken, and a value that the formula gives. Nothing is to be said
of it. Here such an item takes a fraction of what :func:`~kesbang_iku.indicator.item.compute_item`
takes, and comes to the same; every other item is left to that one, which alone says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.formula import Missing, Undefined, round_half_up
from kesbang_iku.indicator.engine import Engine, VariableLimits
from kesbang_iku.indicator.status import Origin
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat
from kesbang_iku.sources.numbers import Number, simple_number

_NO_PREVIOUS: Final[Mapping[str, Fraction]] = {}


class PlainValue(NamedTuple):
    """What a plain item comes to: its numbers, its value, and the class of that."""

    masukan: Mapping[str, Fraction]
    exact: Fraction
    published: Decimal
    origin: Origin
    category: str | None


class _Numbers(dict[str, Fraction | None]):
    """The numbers of one variable by their texts, read once; ``None`` is left to others."""

    def __init__(self, limit: VariableLimits, notation: NumberFormat | None) -> None:
        super().__init__()
        self._limit = limit
        self._notation = notation

    def __missing__(self, text: str) -> Fraction | None:
        number = self[text] = self._read(text)
        return number

    def _read(self, text: str) -> Fraction | None:
        reading = simple_number(text, self._notation)
        if reading is None or type(reading.value) is not Number:
            return None
        value, limit = reading.value.value, self._limit
        possible = limit.bounds.contains(value) and not (limit.whole and value.denominator != 1)
        return value if possible else None


def plain_values(
    engine: Engine,
    items: Iterable[Mapping[str, object]],
    level: AdminLevel | None,
    notation: NumberFormat | None,
) -> list[PlainValue | None]:
    """Return what items come to that are only variables; ``None`` says nothing about one.

    Args:
        engine: what they are computed by.
        items: the variables of each, as written.
        level: the level of government that all of them are of.
        notation: how numbers in texts are written.
    """
    formula, definition = engine.formula, engine.definition
    if formula is None:
        return [None for _ in items]
    numbers = {name: _Numbers(limit, notation) for name, limit in engine.limits.items()}
    breaks = [holds for holds, _ in engine.rules]
    differs = _other_release(engine)
    contains, decimals = definition.rentang.contains, definition.desimal
    scale, releases = engine.scale(level), engine.releases

    def computed(item: Mapping[str, object]) -> PlainValue | None:
        values = _numbers_of(item, numbers)
        if values is None or any(holds(values) is False for holds in breaks):
            return None
        exact = formula(values, _NO_PREVIOUS)
        if type(exact) is not Fraction or not contains(exact) or differs(values):
            return None
        published = round_half_up(exact, decimals)
        return PlainValue(
            values,
            exact,
            published,
            Origin.COMPUTED if releases.isdisjoint(values) else Origin.RELEASED,
            None if scale is None else scale.classify(published),
        )

    return [*map(computed, items)]


def _numbers_of(
    item: Mapping[str, object], numbers: Mapping[str, _Numbers]
) -> dict[str, Fraction] | None:
    values: dict[str, Fraction] = {}
    for name, text in item.items():
        known = numbers.get(name)
        value = known[text] if known is not None and type(text) is str else None
        if value is None:
            return None
        values[name] = value
    return values


def _other_release(engine: Engine) -> Callable[[Mapping[str, Fraction]], bool]:
    """Return what says whether the components give another value than was released."""
    computed, name = engine.computed, engine.definition.rilis
    if computed is None or name is None:
        return lambda _values: False
    decimals = engine.definition.desimal

    def differs(values: Mapping[str, Fraction]) -> bool:
        if name not in values:
            return False
        value = computed(values, _NO_PREVIOUS)
        if isinstance(value, Missing | Undefined | bool):
            return False
        return round_half_up(values[name], decimals) != round_half_up(value, decimals)

    return differs
