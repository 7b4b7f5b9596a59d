"""Many report files, with their places and all rules: at the command line, and called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import yaml

import kesbang_iku as iku
from benchmarks.material import write_reports
from benchmarks.pairs import Figure, command, processor
from benchmarks.starting import SCHEMA, program, rival
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.processes import processors

_AT_ONCE: Final = 200
_IN_PROCESS: Final = 2000


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    with TemporaryDirectory() as folder:
        files = write_reports(Path(folder), _IN_PROCESS)
        some = tuple(map(str, files[:_AT_ONCE]))
        yield Figure(
            f"validate {_AT_ONCE} reports from the command line",
            command(*program("validate", *some)),
            "check-jsonschema, their shape only",
            command(*rival("--schemafile", str(SCHEMA), *some)),
            goal=0.5,
        )
        katalog = iku.load_catalog()

        def load() -> None:
            for file in files:
                yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)

        count = processors()
        for name, processes, clock in (
            ("in one process", 1, processor),
            (f"on {count} processors, time that passes", count, perf_counter),
        ):
            yield Figure(
                f"validate {_IN_PROCESS} reports, {name}",
                partial(validate_all, files, katalog, proses=processes),
                "PyYAML's CSafeLoader, loading them only",
                load,
                goal=2,
                clock=clock,
            )
