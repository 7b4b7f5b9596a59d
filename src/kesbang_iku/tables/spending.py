"""Columns that say nothing of money themselves, and are of the money that stands before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku.tables.headings import ACHIEVED, BASELINE, NAME, REALISED, TARGET, Heading

_REACHED: Final = frozenset({REALISED, ACHIEVED})


def read_spent(headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]]) -> None:
    """Read ``Realisasi`` and ``%`` behind ``Pagu`` as money where the same stands before it.

    Where nothing tells whether a result or a share is of money or of indicators, it is left open.
    """
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, path in sorted(paths.items()):
        groups.setdefault(path[:-1], []).append(index)
    for group in groups.values():
        if any(map(_is_planned, map(headings.__getitem__, group))):
            _read_realised(headings, group)
            _read_shares(headings, group)
        elif any(_is_spent(headings[at]) for at in group):
            _read_shares(headings, group)


def _read_realised(headings: dict[int, Heading], group: Sequence[int]) -> None:
    if any(_is_spent(headings[at]) for at in group):
        return
    plain = [at for at in group if headings[at].role == REALISED and not headings[at].money]
    behind = [
        at for at in plain
        if _is_planned(_before(headings, group, at, lambda one: one.role == TARGET or one.money))
    ]  # fmt: skip
    own = {(headings[at].year, headings[at].part) for at in plain if at not in behind}
    named = _names_indicators(headings)
    goals = _has(headings, TARGET, BASELINE)
    for at in plain:
        said = headings[at]
        if at in behind and (said.year, said.part) in own:
            headings[at] = replace(said, money=True)
        elif not goals and (at in behind) == named:
            headings[at] = replace(said, unclear=True)
        elif not goals and not named:
            headings[at] = replace(said, money=True)


def _read_shares(headings: dict[int, Heading], group: Sequence[int]) -> None:
    shares = [at for at in group if headings[at].share or headings[at].role == ACHIEVED]
    if any(headings[at].money for at in shares):
        return
    compared, named = _has(headings, REALISED, TARGET), _names_indicators(headings)
    behind = _behind_spent(headings, group, shares, alone=not compared)
    unsure = not (compared or named) or any(map(_is_open, map(headings.__getitem__, group)))
    for at in shares:
        said = replace(headings[at], share=False)
        own = compared or (named and said.role == ACHIEVED)
        if at in behind and (len(behind) < len(shares) or not own):
            headings[at] = replace(said, money=True, percent=True)
        elif unsure or at in behind:
            headings[at] = replace(said, role=None, unclear=True)


def _behind_spent(
    headings: Mapping[int, Heading], group: Sequence[int], shares: Sequence[int], *, alone: bool
) -> list[int]:
    """Return the shares behind spent money, and where that stands alone all bare ones."""
    spent = alone and any(_is_spent(headings[at]) for at in group)
    before = {at: _before(headings, group, at, lambda one: one.role == REALISED) for at in shares}
    return [at for at, said in before.items() if _is_spent(said) or (spent and headings[at].share)]


def _is_open(said: Heading) -> bool:
    """Say whether nothing tells of what a column of results is."""
    return said.role == REALISED and said.unclear


def _has(headings: Mapping[int, Heading], *roles: str) -> bool:
    """Say whether a column that is not of money has one of ``roles``."""
    return any(one.role in roles and not one.money for one in headings.values())


def _names_indicators(headings: Mapping[int, Heading]) -> bool:
    return any(one.role == NAME and one.exact for one in headings.values())


def _before(
    headings: Mapping[int, Heading],
    group: Sequence[int],
    index: int,
    counts: Callable[[Heading], bool],
) -> Heading | None:
    """Return the nearest column of a group before another one that ``counts``."""
    before = [headings[at] for at in group if at < index and counts(headings[at])]
    return before[-1] if before else None


def _is_planned(said: Heading | None) -> bool:
    """Say whether a column holds money that was planned."""
    return said is not None and said.money and not said.percent and said.role not in _REACHED


def _is_spent(said: Heading | None) -> bool:
    """Say whether a column holds money that was spent."""
    return said is not None and said.money and said.role == REALISED
