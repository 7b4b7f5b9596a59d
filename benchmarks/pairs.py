"""Pairing what the library does with what a rival does, and telling the ratio.

A time alone says more about the machine than about the code. The two sides run in turn, again and
again, so that whatever else the machine does falls on both; the ratio is that of their best times.
Times are those of the processor, of this process and of the processes it starts: waiting for other
work on the machine does not count. Where work is divided among processors, what counts is the time
that passes; such a figure says so, and is to be read on a machine that does nothing else.
"""

from __future__ import annotations

import resource
import subprocess
import timeit
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

_REPEATS: Final = 7
_SLOW: Final = 2.0
"""From so many seconds a run on, fewer repeats do."""
_SLOW_REPEATS: Final = 3
_VERY_SLOW: Final = 30.0
"""What takes so long is run once."""


def processor() -> float:
    """Return the seconds of the processor used so far, processes that have ended included."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


@dataclass(frozen=True)
class Figure:
    """One comparison: what is done, by the library and by the rival, and the ratio aimed at.

    ``clock`` tells the seconds that count; by default those of the processor.
    """

    name: str
    ours: Callable[[], object]
    rival_name: str
    rival: Callable[[], object]
    goal: float | None = None
    clock: Callable[[], float] = processor


def command(*words: str) -> Callable[[], object]:
    """Return running a program; it must succeed."""
    return lambda: subprocess.run(words, check=True, capture_output=True)


def best(figure: Figure) -> tuple[float, float]:
    """Return the shortest time of one run of each side, in seconds, taken in turn."""
    ours, rival = (timeit.Timer(side, timer=figure.clock) for side in (figure.ours, figure.rival))
    times = [(ours.timeit(1), rival.timeit(1))]
    if times[0][0] < _VERY_SLOW:
        loops, rival_loops = ours.autorange()[0], rival.autorange()[0]
        times += (
            (ours.timeit(loops) / loops, rival.timeit(rival_loops) / rival_loops)
            for _ in range(_SLOW_REPEATS if times[0][0] > _SLOW else _REPEATS)
        )
    return min(time for time, _ in times), min(time for _, time in times)


def shown(seconds: float) -> str:
    """Return a time with its unit."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def line(figure: Figure, ours: float, rival: float) -> str:
    """Return a row of the table: both times, their ratio, and whether the goal is reached."""
    ratio = ours / rival
    verdict = ""
    if figure.goal is not None:
        reached = "reached" if ratio <= figure.goal else "missed"
        verdict = f"goal {figure.goal:g}: {reached}"
    return (
        f"{figure.name:<46} {shown(ours):>9}   {figure.rival_name:<40} {shown(rival):>9}   "
        f"ratio {ratio:<6.3g} {verdict}"
    ).rstrip()


def measure(figures: Iterable[Figure]) -> None:
    """Measure figures and print a row for each."""
    for figure in figures:
        print(line(figure, *best(figure)), flush=True)
