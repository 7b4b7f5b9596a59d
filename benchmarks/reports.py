"""Many report files, with their places and all rules: at the command line, and called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import own, rival
from benchmarks.material import ITEMS, write_reports
from benchmarks.pairs import Figure, task
from benchmarks.starting import program, shape_of
from kesbang_iku.validation.pipeline.processes import processors

_AT_ONCE: Final = 200
_IN_PROCESS: Final = 2000


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    for items in (1, ITEMS):  # most time goes to starting, and to the items themselves
        with TemporaryDirectory() as folder:
            some = map(str, write_reports(Path(folder), _AT_ONCE, items))
            yield _at_once(f"{_AT_ONCE} reports with up to {items} items", tuple(some))
    with TemporaryDirectory() as folder:
        write_reports(Path(folder), _IN_PROCESS)
        count = processors()
        for name, processes, clock in (
            ("in one process", 1, "processor"),
            (f"on {count} processors, time that passes", count, "passing"),
        ):
            yield from _called(name, folder, processes, clock)


def _at_once(what: str, files: tuple[str, ...]) -> Figure:
    ours = program(f"validate {what} at the command line", "validate", *files)
    return Figure(ours, shape_of(*files), goal=0.5)


def _called(name: str, folder: str, processes: int, clock: str) -> Iterator[Figure]:
    own_words = ("library", "validation", folder, str(processes))
    with (
        task(f"validate {_IN_PROCESS} reports, {name}", own(), *own_words, clock=clock) as ours,
        task(
            "PyYAML's CSafeLoader, loading them only",
            rival("pyyaml"),
            *("csafeloader", "loading", folder),
            clock=clock,
        ) as other,
    ):
        yield Figure(ours, other, goal=2)
