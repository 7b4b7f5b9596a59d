"""What a run answered, and on which inputs, in one file."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

Answers = dict[str, dict[str, str]]
"""By the name of a case, its exit status and the digest of each thing that it wrote."""

INDEX: Final = "cases.json"
OUTPUTS: Final = "outputs"
_INPUTS: Final = "inputs/"
_PLAIN_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Baseline:
    """A file written by ``save``."""

    path: Path

    def answers(self) -> Answers:
        """Return what every case answered."""
        with zipfile.ZipFile(self.path) as archive:
            found: Answers = json.loads(archive.read(INDEX))
        return found

    def inputs(self) -> dict[str, bytes]:
        """Return the inputs that the cases ran on."""
        with zipfile.ZipFile(self.path) as archive:
            return {
                name.removeprefix(_INPUTS): archive.read(name)
                for name in archive.namelist()
                if name.startswith(_INPUTS)
            }

    def output(self, digest: str) -> bytes:
        """Return what has this digest."""
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(f"{OUTPUTS}/{digest}")


def wanted(name: str, pattern: str, share: int) -> bool:
    """Say whether a case is asked for: its name fits, and it is among the one in ``share``."""
    return fnmatchcase(name, pattern) and zlib.crc32(name.encode()) % share == 0


def answers_in(folder: Path) -> Answers:
    """Return what every case of the run that wrote ``folder`` answered."""
    found: Answers = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    return found


def write_baseline(path: Path, folder: Path, inputs: dict[str, bytes]) -> None:
    """Write what a run left in ``folder``, and its inputs, into the one file ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _parts(folder, inputs):
            entry = zipfile.ZipInfo(name, _PLAIN_TIME)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _parts(folder: Path, inputs: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield INDEX, (folder / INDEX).read_bytes()
    for name, content in inputs.items():
        yield f"{_INPUTS}{name}", content
    for output in sorted((folder / OUTPUTS).iterdir()):
        yield f"{OUTPUTS}/{output.name}", output.read_bytes()
