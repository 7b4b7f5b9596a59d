"""Pairing what the library does with what a rival does, and telling the ratio.

A time alone says more about the machine than about the code. The two sides, each in an environment
of its own, run in turn, again and again, so that whatever else the machine does falls on both; the
ratio is that of their best times. Times are those of the processor, of a process and of those it
starts: waiting for other work on the machine does not count. Where work is divided among
processors, what counts is the time that passes; such a figure says so, and is to be read on a
machine that does nothing else.
"""

from __future__ import annotations

import subprocess
import timeit
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import worker
from benchmarks.environments import Environment, clean_environ

_TASKS: Final = Path(__file__).with_name("tasks")
_REPEATS: Final = 7
_SLOW: Final = 2.0
"""From so many seconds a run of the slower side on, fewer repeats do."""
_SLOW_REPEATS: Final = 3
_VERY_SLOW: Final = 30.0
"""A side that takes so long is run once."""
_LONG_ENOUGH: Final = 0.2
"""Runs that take so many seconds together are told apart from what a clock cannot tell."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what it does, where, and how to time so many runs of it."""

    name: str
    environment: Environment
    seconds: Callable[[int], float]


@dataclass(frozen=True)
class Figure:
    """One comparison: the library's side, the rival's, and the ratio aimed at.

    ``warming`` runs of each side come before those that count, where a compiler works meanwhile.
    """

    ours: Side
    rival: Side
    goal: float | None = None
    warming: int = 0


def command(name: str, environment: Environment, *words: str) -> Side:
    """Return running a program of an environment, the first word; it must succeed."""
    line = (environment.program(words[0]), *words[1:])

    def run() -> None:
        subprocess.run(line, check=True, capture_output=True, env=clean_environ())

    return timed(name, environment, run)


def timed(name: str, environment: Environment, run: Callable[[], None]) -> Side:
    """Return running programs of an environment, timed by the processor time they take."""
    return Side(name, environment, timeit.Timer(run, timer=worker.processor).timeit)


@contextmanager
def task(
    name: str, environment: Environment, file: str, *words: str, clock: str = "processor"
) -> Iterator[Side]:
    """Give a task of ``tasks/FILE.py``, prepared once in a process of an environment.

    ``words`` are the name of the function that prepares it and its arguments; ``clock`` tells the
    seconds that count, one of ``worker.CLOCKS``.
    """
    line = (environment.python, "-I", worker.__file__, f"{_TASKS / file}.py", *words)
    with answering(name, environment, (*line, "--clock", clock)) as side:
        yield side


@contextmanager
def answering(name: str, environment: Environment, line: Sequence[str]) -> Iterator[Side]:
    """Give a program of any language that answers each number of runs with the seconds they took.

    Both stand on a line, as ``worker.py`` has them.
    """
    process = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    asked, answered = process.stdin, process.stdout
    if asked is None or answered is None:
        raise RuntimeError("the worker has no pipes")

    def seconds(runs: int) -> float:
        print(runs, file=asked, flush=True)
        return float(answered.readline())

    with process:
        yield Side(name, environment, seconds)


def best(figure: Figure) -> tuple[float, float]:
    """Return the shortest time of one run of each side, in seconds, taken in turn."""
    sides = (figure.ours.seconds, figure.rival.seconds)
    for seconds in sides * figure.warming:
        seconds(1)
    shortest = [seconds(1) for seconds in sides]
    rounds = _SLOW_REPEATS if max(shortest) > _SLOW else _REPEATS
    again = {place: _runs(sides[place]) for place, took in enumerate(shortest) if took < _VERY_SLOW}
    for _ in range(rounds):
        for place, runs in again.items():
            shortest[place] = min(shortest[place], sides[place](runs) / runs)
    ours, rival = shortest
    return ours, rival


def _runs(seconds: Callable[[int], float]) -> int:
    """Return how many runs take long enough to be timed together."""
    runs = 1
    while (taken := seconds(runs)) < _LONG_ENOUGH:
        # At most ten times as many: the first runs may be far slower than those that follow.
        runs = max(runs + 1, min(runs * 10, int(runs * _LONG_ENOUGH / max(taken, 1e-9) * 1.1)))
    return runs


def shown(seconds: float) -> str:
    """Return a time with its unit."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def line(figure: Figure, ours: float, rival: float) -> str:
    """Return a row of the table: each side with its time and environment, and the ratio.

    A figure with a goal says whether it is reached.
    """
    ratio = ours / rival
    verdict = ""
    if figure.goal is not None:
        reached = "reached" if ratio <= figure.goal else "missed"
        verdict = f" goal {figure.goal:g}: {reached}"
    return (
        f"ratio {ratio:<6.3g}{verdict}".rstrip()
        + f"\n    {_side(figure.ours, ours)}\n    {_side(figure.rival, rival)}"
    )


def _side(side: Side, seconds: float) -> str:
    return f"{shown(seconds):>9}   {side.name:<52} [{side.environment.label}]"


def measure(figures: Iterable[Figure]) -> None:
    """Measure figures and print a row for each."""
    for figure in figures:
        print(line(figure, *best(figure)), flush=True)
