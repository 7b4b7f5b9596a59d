"""Columns that say nothing of money themselves, and are of it by their amounts or their order.

Amounts go first: what was spent is of the size of what was planned, and a share says how many per
cent one column is of another. Order tells where amounts do not, and nothing speaks against it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku.tables.amounts import Amounts
from kesbang_iku.tables.meanings import ACHIEVED, BASELINE, NAME, REALISED, TARGET, Heading

_REACHED: Final = frozenset({REALISED, ACHIEVED})


def read_spent(
    headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]], amounts: Amounts
) -> None:
    """Read ``Realisasi`` and ``%`` as money where they are of ``Pagu``, or stand behind it.

    Where nothing tells whether a result or a share is of money or of indicators, it is left open.
    """
    groups = grouped((path[:-1], index) for index, path in sorted(paths.items()))
    for columns in groups.values():
        group = _Group(headings, columns, amounts)
        if group.where(_is_planned):
            group.read_realised()
            group.read_shares()
        elif group.where(_is_spent):
            group.read_shares()


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns under the same heads from left to right, among those of the whole table."""

    headings: dict[int, Heading]
    columns: Sequence[int]
    amounts: Amounts

    def where(self, counts: Callable[[Heading], bool]) -> list[int]:
        """Return the columns of the group that ``counts``."""
        return [at for at in self.columns if counts(self.headings[at])]

    def read_realised(self) -> None:
        """Read the results of which some may be of money."""
        if self.where(_is_spent):
            return
        plain = self.where(lambda one: one.role == REALISED and not one.money)
        behind = [at for at in plain if _is_planned(self._before(at, _is_plan))]
        own = {_time(self.headings[at]) for at in plain if at not in behind}
        named = _names_indicators(self.headings)
        goals = self._has(TARGET, BASELINE)
        spent = {at: self._is_of_money(at, plain) for at in plain}
        for at in plain:
            said = self.headings[at]
            if (money := spent[at]) is not None:
                self.headings[at] = replace(said, money=money)
            elif self._differs(at, plain):
                self.headings[at] = replace(said, unclear=True)
            elif at in behind and _time(said) in own:
                self.headings[at] = replace(said, money=True)
            elif not goals and (at in behind) == named:
                self.headings[at] = replace(said, unclear=True)
            elif not goals and not named:
                self.headings[at] = replace(said, money=True)

    def _is_of_money(self, index: int, plain: Sequence[int]) -> bool | None:
        """Say whether a result is of money by all amounts; ``None`` where they do not tell."""
        told = {self._size(index)}
        if (other := self._rival(index, plain)) is not None:
            size = self._size(other)
            told |= {None if size is None else not size, self._printed(index, other)}
        return _only(told)

    def _rival(self, index: int, plain: Sequence[int]) -> int | None:
        """Return the only other result that says to be of the same time."""
        time = _time(self.headings[index])
        rivals = [at for at in plain if at != index and _time(self.headings[at]) == time]
        return rivals[0] if len(rivals) == 1 else None

    def _differs(self, index: int, plain: Sequence[int]) -> bool:
        """Say whether it matters which of a result and its rival is of money."""
        other = self._rival(index, plain) if self._goals() else None
        return other is not None and self.amounts.of(index) != self.amounts.of(other)

    def _size(self, index: int) -> bool | None:
        pairs = list(product(self.where(_is_planned), self._goals()))
        money = {self.amounts.is_of_size(index, planned, goal) for planned, goal in pairs} == {True}
        goals = {self.amounts.is_of_size(index, goal, planned) for planned, goal in pairs} == {True}
        return money if money != goals else None

    def _printed(self, index: int, other: int) -> bool | None:
        """Say whether the shares that are printed make a result, and no other, one of money."""
        planned, goals = self.where(_is_planned), self._goals()
        shares = self.where(_is_share)
        money, goal = (
            self._makes(shares, [one], planned) or self._makes(shares, [two], goals)
            for one, two in ((index, other), (other, index))
        )
        return money if money != goal else None

    def _makes(self, shares: Iterable[int], values: Iterable[int], wholes: Iterable[int]) -> bool:
        """Say whether some share is what some value is of some whole."""
        return any(self.amounts.is_share(*one) for one in product(shares, values, wholes))

    def read_shares(self) -> None:
        """Read the shares of which some may be of money."""
        shares = self.where(_is_share)
        if any(self.headings[at].money for at in shares):
            return
        ordered = self._by_order(shares)
        spent = {at: self._is_share_of_money(at, shares) for at in shares}
        for at in shares:
            said = replace(self.headings[at], share=False)
            money = ordered[at] if spent[at] is None else spent[at]
            if money:
                self.headings[at] = replace(said, money=True, percent=True)
            elif money is None:
                self.headings[at] = replace(said, role=None, unclear=True)

    def _by_order(self, shares: Sequence[int]) -> dict[int, bool | None]:
        """Return which shares are of money by where they stand, ``None`` where that is open."""
        before = {at: self._before(at, lambda one: one.role == REALISED) for at in shares}
        compared, named = self._has(REALISED, TARGET), _names_indicators(self.headings)
        behind = self._behind_spent(before, alone=not compared and bool(self.where(_is_spent)))
        unsure = not (compared or named) or bool(self.where(_is_open))
        found: dict[int, bool | None] = {}
        for at in shares:
            said = self.headings[at]
            own = compared or (named and said.role == ACHIEVED)
            first = before[at] is None and said.share
            spent = at in behind and (len(behind) < len(shares) or not own)
            found[at] = spent or (None if unsure or at in behind or first else False)
        return found

    def _behind_spent(self, before: Mapping[int, Heading | None], *, alone: bool) -> list[int]:
        """Return the shares behind spent money, and where that stands alone all bare ones."""
        return [
            at
            for at, said in before.items()
            if _is_spent(said) or (alone and self.headings[at].share)
        ]

    def _is_share_of_money(self, index: int, shares: Sequence[int]) -> bool | None:
        """Say whether a share, or its only rival is not, what was spent of what was planned."""
        told = {self._share(index)}
        if (other := self._rival(index, shares)) is not None:
            share = self._share(other)
            told.add(None if share is None else not share)
        return _only(told)

    def _share(self, index: int) -> bool | None:
        results = self.where(lambda one: one.role == REALISED and not (one.money or one.unclear))
        money = self._makes([index], self.where(_is_spent), self.where(_is_planned))
        own = self._makes([index], results, self._goals())
        return money if money != own else None

    def _goals(self) -> list[int]:
        """Return the targets of the whole table that are no money."""
        return [at for at, one in self.headings.items() if one.role == TARGET and not one.money]

    def _has(self, *roles: str) -> bool:
        """Say whether a column of the table that is not of money has one of ``roles``."""
        return any(one.role in roles and not one.money for one in self.headings.values())

    def _before(self, index: int, counts: Callable[[Heading], bool]) -> Heading | None:
        """Return the nearest column of the group before another one that ``counts``."""
        before = [self.headings[at] for at in self.where(counts) if at < index]
        return before[-1] if before else None


def _only(told: set[bool | None]) -> bool | None:
    """Return what all say that say anything."""
    sure = told - {None}
    return sure.pop() if len(sure) == 1 else None


def _time(said: Heading) -> tuple[object, ...]:
    return said.year, said.part


def _is_share(said: Heading) -> bool:
    return said.share or said.role == ACHIEVED


def _is_plan(said: Heading) -> bool:
    return said.role == TARGET or said.money


def _is_open(said: Heading) -> bool:
    """Say whether nothing tells of what a column of results is."""
    return said.role == REALISED and said.unclear


def _names_indicators(headings: Mapping[int, Heading]) -> bool:
    return any(one.role == NAME and one.exact for one in headings.values())


def _is_planned(said: Heading | None) -> bool:
    """Say whether a column holds money that was planned."""
    return said is not None and said.money and not said.percent and said.role not in _REACHED


def _is_spent(said: Heading | None) -> bool:
    """Say whether a column holds money that was spent."""
    return said is not None and said.money and said.role == REALISED
