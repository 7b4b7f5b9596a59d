"""Columns that say nothing of money themselves, and are of the money that stands before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku.tables.headings import ACHIEVED, BASELINE, NAME, REALISED, TARGET, Heading

_REACHED: Final = frozenset({REALISED, ACHIEVED})


def read_spent(headings: dict[int, Heading], paths: Mapping[int, tuple[str, ...]]) -> None:
    """Read ``Realisasi`` and ``%`` behind ``Pagu`` as money where the same stands before it.

    Where nothing tells whether a share is of money or of what was achieved, it is left open.
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
    goals = any(one.role in (TARGET, BASELINE) and not one.money for one in headings.values())
    for at in behind:
        said = headings[at]
        if (said.year, said.part) in own:
            headings[at] = replace(said, money=True)
        elif not goals:
            headings[at] = _without_goals(said, headings)


def _without_goals(said: Heading, headings: Mapping[int, Heading]) -> Heading:
    """Return what is realised where nothing but money was planned: open if it is of indicators."""
    named = any(one.role == NAME and one.exact for one in headings.values())
    return replace(said, money=not named, unclear=named)


def _read_shares(headings: dict[int, Heading], group: Sequence[int]) -> None:
    shares = [at for at in group if headings[at].share or headings[at].role == ACHIEVED]
    if any(headings[at].money for at in shares):
        return
    behind = [
        at for at in shares
        if _is_spent(_before(headings, group, at, lambda one: one.role == REALISED))
    ]  # fmt: skip
    sure = len(behind) < len(shares) or not any(
        one.role in (REALISED, TARGET) and not one.money for one in headings.values()
    )
    for at in behind:
        said = replace(headings[at], share=False)
        headings[at] = (
            replace(said, money=True, percent=True)
            if sure
            else replace(said, role=None, unclear=True)
        )


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
