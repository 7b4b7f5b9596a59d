"""Definitions as they were when a version was released, found by their fingerprints.

Each release adds a file to ``arsip/`` of a catalog, with a line for each definition whose
fingerprint no earlier one has: the definition, its methods and scales, as JSON. A line proves
itself, since its fingerprint is made of it. No release has been, so the standard's own archive is
empty; whoever changes a definition later keeps what results were made by.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from kesbang_iku.catalog.holding import hold
from kesbang_iku.findings import Place
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.shape import check_shape

FOLDER: Final = "arsip"
SUFFIX: Final = ".jsonl"


class Archive:
    """The archives of catalogs.

    Args:
        folders: the folders of the catalogs; those without an archive add nothing.
        tables: today's tables, for the units that definitions name.
    """

    def __init__(self, folders: Collection[Traversable | Path], tables: Tables) -> None:
        self._folders = tuple(folders)
        self._tables = tables

    def fingerprints(self) -> frozenset[str]:
        """Return the fingerprints of all definitions kept."""
        return frozenset(json.loads(line)["sidik"] for line in self._lines())

    def find(self, kode: str, sidik: str) -> Indicator | None:
        """Return the definition of a code whose fingerprint begins with the digits ``sidik``.

        ``None`` where none is kept, or where what is kept does not have the fingerprint it claims.
        """
        start = f'{{"sidik":"sha256:{sidik}'
        for line in self._lines():
            if line.startswith(start):
                found = self._indicator(json.loads(line))
                if found is not None and found.kode == kode and found.sidik[7:].startswith(sidik):
                    return found
        return None

    def _indicator(self, kept: Mapping[str, Any]) -> Indicator | None:
        definition, _ = check_shape(Indicator, kept["definisi"], _nowhere)
        methods = [check_shape(Method, one, _nowhere)[0] for one in kept["metode"]]
        scales = [check_shape(Scale, one, _nowhere)[0] for one in kept["skala"]]
        if definition is None or None in methods or None in scales:
            return None
        then = Tables(
            methods={one.nama: one for one in methods if one is not None},
            scales={one.nama: one for one in scales if one is not None},
        )
        return definition.with_tables(then.joined(self._tables)).held_by(hold)

    def _lines(self) -> Iterator[str]:
        for folder in self._folders:
            archive = folder / FOLDER
            if not archive.is_dir():
                continue
            for file in sorted(archive.iterdir(), key=lambda one: one.name):
                if file.name.endswith(SUFFIX):
                    yield from file.read_text(encoding="utf-8").splitlines()


def _nowhere(_pointer: object) -> Place:
    return Place()
