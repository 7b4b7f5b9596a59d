"""Indicators that compute alike, but for what they and their variables are called.

Nearly all are a share of two counts, judged by the same method and scale. What computes one of them
in columns computes them all, once the numbers stand under the names that the first has for them: a
table is then read once for a family, not once for each of its indicators.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import Final, Self

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.computation import Occurring
from kesbang_iku.formula import parse
from kesbang_iku.formula.tree import Name, replaced, variables
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.vocabulary import AdminLevel

_MOST_NEEDED: Final = 5
"""Of so many variables all lists of what is missing are written down for each indicator."""


@dataclass(frozen=True, slots=True)
class Family:
    """Some indicators that compute alike.

    Attributes:
        members: the indicators, each in the same years.
        names: for each of them its variables, in an order that they have in common.
    """

    members: tuple[Occurring, ...]
    names: tuple[tuple[str, ...], ...]

    @property
    def first(self) -> Occurring:
        """The one that is computed for all."""
        return self.members[0]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its members."""
        return tuple(one.indicator.kode for one in self.members)

    @property
    def called(self) -> Mapping[str, Mapping[str, str]]:
        """By code, what the variables of the first are called there."""
        pairs = zip(self.codes, self.names, strict=True)
        return {code: dict(zip(self.names[0], names, strict=True)) for code, names in pairs}

    def among(self, codes: Container[str | None]) -> Self:
        """Return those of its members that have one of some codes."""
        known = [code in codes for code in self.codes]
        members, names = compress(self.members, known), compress(self.names, known)
        return replace(self, members=tuple(members), names=tuple(names))


def families_of(
    applying: Sequence[Occurring],
    levels: Sequence[AdminLevel | None],
    kinds: Callable[[Indicator, str], object],
    apart: Callable[[Indicator], bool],
) -> list[Family]:
    """Return the families that indicators are of, in the order of their first members.

    Args:
        applying: the indicators.
        levels: the levels of the regions that are reported of.
        kinds: of what kind the numbers of a variable are in the table.
        apart: whether an indicator has to be computed for itself.
    """
    found: dict[object, list[tuple[Occurring, tuple[str, ...]]]] = {}
    for one in applying:
        # As its formula names them, then the others.
        own = () if one.indicator.tree is None else variables(one.indicator.tree)
        names = tuple(dict.fromkeys((*own, *one.indicator.variables_by_name)))
        key: object = one.indicator.kode, one.indicator.versi, one.applies
        if len(one.indicator.engine.needed) <= _MOST_NEEDED and not apart(one.indicator):
            told = tuple(kinds(one.indicator, name) for name in names)
            key = _likeness(one, names, levels), told
        found.setdefault(key, []).append((one, names))
    return [
        Family(tuple(one for one, _ in members), tuple(names for _, names in members))
        for members in found.values()
    ]


def _likeness(
    one: Occurring, names: tuple[str, ...], levels: Sequence[AdminLevel | None]
) -> tuple[object, ...]:
    """Return all that its columns are made of, its variables by their places."""
    indicator, engine = one.indicator, one.indicator.engine
    places = {name: Name(str(place)) for place, name in enumerate(names)}
    trees = [parse(rule.ekspresi) for rule in indicator.aturan]
    trees += [indicator.tree] if indicator.tree is not None else []
    limits = engine.limits
    bounds = indicator.rentang
    # Methods and scales are those of one catalog, so that each is the same one wherever it counts.
    return (
        tuple(replaced(tree, places) for tree in trees),
        indicator.tree is None,
        tuple(
            (limits[name].minimum, limits[name].maximum, limits[name].whole)
            if name in limits
            else None
            for name in names
        ),
        tuple(names.index(name) for name in engine.needed),
        None if indicator.rilis is None else names.index(indicator.rilis),
        indicator.komponen is None,
        (bounds.min, bounds.maks, indicator.desimal),
        id(engine.scorer.single.method),
        id(engine.achievement_scale),
        tuple(id(engine.scale(level)) for level in levels),
        tuple(level is None or indicator.exists_at(level) for level in levels),
        (one.applies, frozenset(one.years.items())),
    )
