"""What two runs answered differently: counted, named, and shown once where it is the same."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tools.freeze.store import Answers

Read = Callable[[str], bytes]
"""Returns the output that has a digest."""

NAMED: Final = 3
_STATUS: Final = "status"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a case wrote otherwise: the two digests, or the two exit statuses."""

    case: str
    part: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out of holding one run against another."""

    equal: int
    different: tuple[Difference, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The cases that answer otherwise."""
        return tuple(dict.fromkeys(one.case for one in self.different))

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.different or self.new or self.gone)


def compared(before: Answers, after: Answers) -> Comparison:
    """Hold the answers of one run against those of another."""
    common = [name for name in before if name in after]
    return Comparison(
        equal=sum(before[name] == after[name] for name in common),
        different=tuple(
            Difference(name, part, before[name].get(part), after[name].get(part))
            for name in common
            for part in dict.fromkeys((*before[name], *after[name]))
            if before[name].get(part) != after[name].get(part)
        ),
        new=tuple(name for name in after if name not in before),
        gone=tuple(name for name in before if name not in after),
    )


def shown(comparison: Comparison, before: Read, after: Read, lines: int) -> Iterator[str]:
    """Yield the differences, those first that stand in most places.

    Args:
        comparison: the differences.
        before: reads an output of the first run.
        after: reads an output of the second.
        lines: how many lines of one difference are shown.
    """
    groups: dict[tuple[str, ...], list[Difference]] = {}
    for one in comparison.different:
        groups.setdefault(tuple(_changes(one, before, after)), []).append(one)
    for changes, places in sorted(groups.items(), key=lambda group: -len(group[1])):
        named = [f"{one.case} ({one.part})" for one in places[:NAMED]]
        more = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
        yield f"\n{len(places)} x  {named[0]}"
        yield from (f"      {name}" for name in named[1:])
        if more:
            yield f"     {more}"
        yield from changes[:lines]
        if len(changes) > lines:
            yield f"... {len(changes) - lines} more lines"


def _changes(one: Difference, before: Read, after: Read) -> Iterator[str]:
    """Yield the lines that differ, without where they stand."""
    if one.part == _STATUS:
        yield from (f"-exit status {one.before}", f"+exit status {one.after}")
        return
    if one.before is None or one.after is None:
        yield "not written any more" if one.after is None else "newly written"
        return
    old, new = (_lines(read(digest)) for read, digest in ((before, one.before), (after, one.after)))
    for line in list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            yield line


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "backslashreplace").splitlines()
