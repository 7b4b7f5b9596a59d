"""Many report files: at the command line, and in one process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import yaml

import kesbang_iku as iku
from benchmarks.material import write_reports
from benchmarks.pairs import Figure, command
from benchmarks.starting import SCHEMA, program, rival
from kesbang_iku.validation.check import validate_all

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

        yield Figure(
            f"validate {_IN_PROCESS} reports, with places and all rules",
            lambda: validate_all(files, katalog),
            "PyYAML's CSafeLoader, loading them only",
            load,
            goal=2,
        )
