"""Run every case on one tree, in two processes, and keep what each wrote.

Started by the command in a process of its own, whose ``PYTHONPATH`` names the tree. Nothing of the
package is named here but its public names and ``kesbang_iku.cli.main``.
"""

from __future__ import annotations

import hashlib
import io
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any, Final

import kesbang_iku as iku
from tools.freeze.cases import WRITTEN, Case, all_cases
from tools.freeze.store import INDEX, OUTPUTS, wanted

PROCESSES: Final = 2
DAY: Final = date(2026, 1, 15)
"""The day on which every case runs: some rules ask which years are over."""

# What the processes begin with: the cases, and the places that no answer may name.
_cases: list[Case] = []
_hidden: dict[bytes, bytes] = {}
_outputs: Path = Path()


class _Stream(io.TextIOWrapper):
    """A stream that keeps what is written, and says whether somebody sits at it."""

    def __init__(self, content: bytes = b"", encoding: str = "utf-8", *, watched: bool) -> None:
        self.kept = io.BytesIO(content)
        super().__init__(self.kept, encoding=encoding, write_through=True)
        self._watched = watched

    def isatty(self) -> bool:
        return self._watched


def run_all(tree: Path, inputs: Path, folder: Path, pattern: str = "*", share: str = "1") -> int:
    """Run the cases whose names fit ``pattern``; return how many there were.

    Args:
        tree: the tree whose code runs.
        inputs: a folder with the inputs.
        folder: where the answers are written.
        pattern: which cases, as in ``fnmatch``.
        share: of these one in so many.
    """
    _stop_the_clock()
    _load_catalogs_once()
    os.chdir(inputs)
    _cases[:] = [case for case in all_cases(tree) if wanted(case.name, pattern, int(share))]
    outputs = folder / OUTPUTS
    outputs.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="beku-") as scratch,
        ProcessPoolExecutor(
            PROCESSES,
            multiprocessing.get_context("fork"),
            _begin,
            (tree, inputs, outputs, Path(scratch)),
        ) as processes,
    ):
        # Long ones first, so that both processes end at about the same time.
        order = sorted(range(len(_cases)), key=lambda number: not _cases[number].long)
        answers = dict(processes.map(_run, order))
    text = json.dumps(dict(sorted(answers.items())), ensure_ascii=False, indent=0)
    (folder / INDEX).write_text(text, encoding="utf-8")
    return len(answers)


def _stop_the_clock() -> None:
    """Let it always be the same moment; what waits for something uses the monotonic clock."""
    now = time.mktime((DAY.year, DAY.month, DAY.day, 12, 0, 0, 0, 0, 0))
    time.time = lambda: now
    if date.today() != DAY:  # noqa: DTZ011  # a day where the user is
        raise RuntimeError("this Python asks another clock for the day")


def _load_catalogs_once() -> None:
    """Replace the public ``load_catalog``, wherever it was imported, by one that remembers.

    Commands load the same few catalogs thousands of times here. They cannot be changed, so that one
    serves all.
    """
    from kesbang_iku.cli import main

    with redirect_stdout(io.StringIO()):
        main(["list"])
    load: Callable[..., Any] = iku.load_catalog
    kept = cache(load)

    def remembering(extra: Sequence[str | PathLike[str]] = (), **settings: bool) -> Any:  # noqa: ANN401
        return kept(tuple(map(str, extra)), **settings)

    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "kesbang_iku":
            for attribute, value in list(vars(module).items()):
                if value is load:
                    setattr(module, attribute, remembering)


def _begin(tree: Path, inputs: Path, outputs: Path, scratch: Path) -> None:
    """Give this process inputs of its own."""
    own = scratch / str(os.getpid())
    shutil.copytree(inputs, own)
    os.chdir(own)
    globals()["_outputs"] = outputs
    _hidden.update({os.fsencode(own): b"<folder>", os.fsencode(tree): b"<tree>"})


def _run(number: int) -> tuple[str, dict[str, str]]:
    """Run one case; return its name and what it answered."""
    case = _cases[number]
    root = Path.cwd()
    written = root / WRITTEN
    written.mkdir()
    for target, source in case.copies.items():
        shutil.copyfile(source, written / target)
    os.environ["COLUMNS"] = str(case.columns)
    os.chdir(root / case.folder)
    with _captured(case) as (out, err):
        status = _status(case.work)
    os.chdir(root)
    answer = {"status": status, "stdout": _keep(out), "stderr": _keep(err)}
    for path in sorted(written.rglob("*")):
        if path.is_file():
            answer[path.relative_to(root).as_posix()] = _keep(path.read_bytes())
    shutil.rmtree(written)
    return case.name, answer


@contextmanager
def _captured(case: Case) -> Iterator[tuple[bytearray, bytearray]]:
    """Keep what is written to the two streams; give the case its standard input."""
    found = (bytearray(), bytearray())
    out = _Stream(encoding=case.encoding, watched=case.watched)
    err = _Stream(encoding=case.encoding, watched=case.watched)
    before = sys.stdin
    sys.stdin = _Stream(case.stdin, watched=case.watched)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            yield found
    finally:
        sys.stdin = before
        found[0].extend(out.kept.getvalue())
        found[1].extend(err.kept.getvalue())


def _status(work: Callable[[], int]) -> str:
    try:
        return str(work())
    except SystemExit as left:
        return f"exit {left.code}"
    except Exception as error:  # noqa: BLE001  # what escapes is an answer as well
        return f"{type(error).__name__}: {error}"


def _keep(content: bytes | bytearray) -> str:
    """Write an output under its digest, without the places of this machine; return the digest."""
    kept = bytes(content)
    for place, shown in _hidden.items():
        kept = kept.replace(place, shown)
    digest = hashlib.sha256(kept).hexdigest()
    path = _outputs / digest
    if not path.exists():
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(kept)
        part.replace(path)
    return digest


if __name__ == "__main__":
    run_all(*map(Path, sys.argv[1:4]), *sys.argv[4:])
