"""The headers above each column from the top row down, and rows that number the columns."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from kesbang_iku.sources.grid import Grid, GridRow, as_shown

_WIDEST: Final = 1000
_NUMBERED: Final = re.compile(r"\(?([0-9]{1,2})\)?(?:\s*=.*)?", re.ASCII)
_NUMBERED_LEAST: Final = 3


def header_paths(grid: Grid, block: Sequence[GridRow]) -> dict[int, tuple[str, ...]]:
    """Return by column the texts of its headers from the top row down."""
    indexes = sorted({index for row in block for index in row.cells})[:_WIDEST]
    levels = [{at: as_shown(text) for at, text in row.cells.items()} for row in block]
    numbers = {row.number: level for row, level in zip(block, levels, strict=True)}
    for merge in grid.merges:
        level = numbers.get(merge.top)
        if level is not None and merge.right > merge.left and merge.left in level:
            for index in indexes:
                if merge.left < index <= merge.right:
                    level[index] = level[merge.left]
    heads: set[int] = set()
    for depth, level in enumerate(levels[:-1]):
        _spread(level, levels[depth + 1 :], indexes, heads)
        heads |= block[depth].cells.keys()
    return {index: tuple(level[index] for level in levels if index in level) for index in indexes}


def _spread(
    level: dict[int, str],
    below: Sequence[Mapping[int, str]],
    indexes: Iterable[int],
    heads: Collection[int],
) -> None:
    """Give a header that stands over several columns to all of them, where no merge says so.

    It ends where one of the ``heads`` above it begins: what is under that is of another group.
    """
    indexes = list(indexes)
    if not heads and _is_shifted(level, below, indexes):
        return
    group: str | None = None
    for index in indexes:
        under = any(index in other for other in below)
        if index in level:
            group = level[index] if under else None
        elif index in heads:
            group = None
        elif group is not None and under:
            level[index] = group


def _is_shifted(
    level: Mapping[int, str], below: Sequence[Mapping[int, str]], indexes: Sequence[int]
) -> bool:
    """Say whether heads without merges stand in the middle of what they are over.

    Left of the first that stands over several is a header then that stands under others again.
    """
    lowest = below[-1]
    wide = [at for at in indexes if at in level and at in lowest]
    orphans = [at for at in indexes if at not in level and at in lowest and wide and at < wide[0]]
    again = {text for at, text in lowest.items() if wide and at > wide[0] and at not in level}
    return bool(orphans) and not again.isdisjoint(lowest[at] for at in orphans)


def by_heads(paths: Mapping[int, tuple[str, ...]]) -> Mapping[tuple[str, ...], list[int]]:
    """Return the columns whose headers but for the lowest are the same, by those."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, path in paths.items():
        found[path[:-1]].append(index)
    return found


def is_numbering(row: GridRow) -> bool:
    """Say whether a row numbers the columns: 1, 2, 3 or (1), (2), (3), also ``8 = 7/6``."""
    numbers: list[int] = []
    for text in row.cells.values():
        match = _NUMBERED.fullmatch(" ".join(text.split()))
        if match is None:
            return False
        numbers.append(int(match[1]))
    return (
        len(set(numbers)) >= _NUMBERED_LEAST
        and numbers[0] <= 1
        and all(b - a in (0, 1) for a, b in pairwise(numbers))
    )
