"""Fuzzes one reader, guided by coverage, until its time is over. Started by ``__main__``.

Breaches are written beside the corpus, one for each place they come from, and the search goes on.
"""

from __future__ import annotations

import hashlib
import sys
import traceback
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, Final

import atheris

with atheris.instrument_imports(include=["kesbang_iku"]):
    from tests.fuzzing.targets import TARGETS

from tests.fuzzing.laws import WorkError, calls
from tests.fuzzing.mutations import minimised

if TYPE_CHECKING:
    from tests.fuzzing.targets import Target

COUNT_EVERY: Final = 16
"""How often the calls are counted anyway: counting makes an execution twice as long."""

SLOW: Final = 0.5
"""Seconds after which the calls of an input are counted. The count alone decides."""


class Search:
    """One reader under fuzzing, and the breaches seen so far."""

    def __init__(self, name: str, folder: Path) -> None:
        self._target: Target = TARGETS[name]
        self._folder = folder
        self._seen: set[str] = set()
        self._executions = 0

    def __call__(self, data: bytes) -> None:
        """Execute one input."""
        self._executions += 1
        started = thread_time()
        told = self._breach(data, count=self._executions % COUNT_EVERY == 0)
        if told is None and thread_time() - started > SLOW:
            told = self._breach(data, count=True)
        if told is not None and told[0] not in self._seen:
            self._seen.add(told[0])
            self._write(data, *told)

    def _breach(self, data: bytes, *, count: bool) -> tuple[str, str] | None:
        """Return where and how the input breaks a law, or ``None``."""
        try:
            if count:
                self._hold_work(data)
            else:
                self._target.run(data)
        except Exception as error:  # noqa: BLE001 - whatever arises here is what is looked for
            frames = traceback.extract_tb(error.__traceback__)
            last = [frame for frame in frames if "kesbang_iku" in frame.filename] or frames
            where = f"{Path(last[-1].filename).name}:{last[-1].lineno}"
            law = str(error).split(" ", 1)[0] if isinstance(error, AssertionError) else ""
            signature = f"{type(error).__name__} {where} {law}"
            return signature, "".join(traceback.format_exception(error))
        return None

    def _hold_work(self, data: bytes) -> None:
        taken, allowed = calls(self._target.run, data), self._target.allowed(data)
        if taken > allowed:
            raise WorkError(f"{taken} calls for {len(data)} bytes, {allowed} are allowed")

    def _write(self, data: bytes, signature: str, told: str) -> None:
        def same(smaller: bytes) -> bool:
            again = self._breach(smaller, count="WorkError" in signature)
            return again is not None and again[0] == signature

        smallest = minimised(data, same) if same(data) else data
        name = hashlib.sha256(signature.encode()).hexdigest()[:12]
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{name}.input").write_bytes(smallest)
        (self._folder / f"{name}.txt").write_text(f"{signature}\n{smallest!r}\n\n{told}")


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[3:]], Search(sys.argv[1], Path(sys.argv[2])))
    atheris.Fuzz()
