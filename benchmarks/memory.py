"""The most memory that a program holds, seen from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

from benchmarks.environments import clean_environ


def noting(
    side: str, peaks: dict[str, float], words: tuple[str, ...], *, finds: bool = False
) -> Callable[[], None]:
    """Return running a program and noting the most memory it held, in MiB.

    ``finds``: its exit status 1 says that it found something, and is no failure, as it is for an
    interpreter.
    """
    answers = {0, 1} if finds else {0}

    def run() -> None:
        process = subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environ()
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in answers:
            raise RuntimeError(f"{words} ended with {process.returncode}")
        peaks[side] = max(peaks.get(side, 0), usage.ru_maxrss / 1024)

    return run
