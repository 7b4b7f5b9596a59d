"""Run a share of the cases on one tree, and keep what each wrote.

    python -m tools.freeze.running TREE INPUTS FOLDER PATTERN SHARE NUMBER

The command starts it in processes of their own, whose ``PYTHONPATH`` names the tree. Nothing of the
package is named here but its public names and ``kesbang_iku.cli.main``, so that older trees run.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Final

import kesbang_iku as iku
from tools.freeze.cases import WRITTEN, Case, all_cases, found
from tools.freeze.differences import OUTPUTS, wanted, write_answers

PROCESSES: Final = 2
"""How many processes share the cases."""
DAY: Final = date(2026, 1, 15)
"""The day on which every case runs: some rules ask which years are over."""
_COLUMNS: Final = "100"

_load: Final = iku.load_catalog


class _Stream(io.TextIOWrapper):
    """A stream that keeps what is written, and says whether somebody sits at it."""

    def __init__(self, circumstances: Mapping[str, str], content: bytes = b"") -> None:
        self.kept = io.BytesIO(content)
        encoding = "ascii" if "ascii" in circumstances else "utf-8"
        super().__init__(self.kept, encoding=encoding, write_through=True)
        self._watched = "tty" in circumstances

    def isatty(self) -> bool:
        return self._watched


def main(tree: Path, inputs: Path, folder: Path, pattern: str, share: int, number: int) -> None:
    """Run the cases that are wanted; write what they answered into ``folder``.

    Args:
        tree: the tree whose code runs.
        inputs: a folder with the inputs; they are copied, as some cases write.
        folder: where the answers are written.
        pattern: which cases, as in ``fnmatch``.
        share: of these one in so many.
        number: the number of this process, from 0.
    """
    now = time.mktime((DAY.year, DAY.month, DAY.day, 12, 0, 0, 0, 0, 0))
    time.time = lambda: now
    # Catalogs cannot be changed, so that one serves all the cases.
    for name, module in list(sys.modules.items()):
        if name.startswith("kesbang_iku") and "load_catalog" in vars(module):
            vars(module)["load_catalog"] = _load_catalog
    os.environ["COLUMNS"] = _COLUMNS
    with tempfile.TemporaryDirectory(prefix="beku-") as scratch:
        own = Path(shutil.copytree(inputs, Path(scratch) / "inputs")).resolve()
        os.chdir(own)
        cases = [case for case in all_cases(tree) if wanted(case.name, pattern, share)]
        runner = _Runner(own, folder / OUTPUTS, {bytes(own): b"<folder>", bytes(tree): b"<tree>"})
        answers = {case.name: runner.answer(case) for case in cases[number::PROCESSES]}
    write_answers(folder, number, answers)


@cache
def _loaded(extra: tuple[str | PathLike[str], ...], **settings: bool) -> iku.Catalog:
    return _load(extra, **settings)


def _load_catalog(extra: Sequence[str | PathLike[str]] = (), **settings: bool) -> iku.Catalog:
    """Load a catalog, or remember it."""
    return _loaded(tuple(extra), **settings)


@dataclass(frozen=True, slots=True)
class _Runner:
    """What runs cases: in a folder of its own, into a folder of outputs.

    Attributes:
        own: the folder with the inputs.
        outputs: the folder where each output is written under its digest.
        hidden: the places of this machine, which no answer may name, with what is named instead.
    """

    own: Path
    outputs: Path
    hidden: Mapping[bytes, bytes]

    def answer(self, case: Case) -> dict[str, str]:
        """Run one case; return the digests of what it answered."""
        written = self.own / WRITTEN
        written.mkdir()
        try:
            return {name: self._keep(content) for name, content in self._run(case, written)}
        finally:
            os.chdir(self.own)
            shutil.rmtree(written)

    def _run(self, case: Case, written: Path) -> Iterator[tuple[str, bytes]]:
        """Yield each thing that a case answered, by name."""
        given = case.circumstances
        for source in found(given.get("copy", "")):
            shutil.copy(source, written)
        typed = Path(given["stdin"]).read_bytes() if "stdin" in given else b""
        sys.stdin = _Stream(given, typed or given.get("typed", "").encode())
        out, err = _Stream(given), _Stream(given)
        os.environ["COLUMNS"] = given.get("columns", _COLUMNS)
        os.chdir(given.get("in", "."))
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = str(case.work())
            except (Exception, SystemExit) as error:  # noqa: BLE001  # what escapes is an answer too
                status = f"{type(error).__name__}: {error}"
        yield "status", status.encode()
        yield "stdout", out.kept.getvalue()
        yield "stderr", err.kept.getvalue()
        for path in sorted(written.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.own).as_posix(), path.read_bytes()

    def _keep(self, content: bytes) -> str:
        """Write an output, without the places of this machine; return its digest."""
        for place, shown in self.hidden.items():
            content = content.replace(place, shown)
        digest = hashlib.sha256(content).hexdigest()
        path = self.outputs / digest
        if not path.exists():
            part = path.with_suffix(f".{os.getpid()}")
            part.write_bytes(content)
            part.replace(path)
        return digest


if __name__ == "__main__":
    _tree, _inputs, _folder, _pattern, _share, _number = sys.argv[1:]
    main(Path(_tree), Path(_inputs), Path(_folder), _pattern, int(_share), int(_number))
