"""Doing shares of a work at the same time, each in a process of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Final, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_THREADS: Final = Path("/proc/self/task")


def in_processes(work: Callable[[T], R], shares: Sequence[T]) -> list[R]:
    """Return what ``work`` gives for each share: the first is done here, the others beside it.

    A process begins with all that is in memory here, so nothing is sent to it; what it gives back
    must be picklable. A share whose process fails, for whatever reason, is done here as well: what
    is wrong is then seen where it would have been seen with one process.
    """
    first, *others = shares
    with ExitStack() as running:
        beside = [running.enter_context(_Process(partial(work, share))) for share in others]
        given = [work(first)]
        for process, share in zip(beside, others, strict=True):
            answer = process.answer()
            if answer is None:
                given.append(work(share))
            else:
                import pickle  # 3 ms that only a divided work is to wait for

                given.append(pickle.loads(answer))  # noqa: S301  # written by this very program
    return given


def may_divide() -> bool:
    """Say whether this process may divide itself: on Linux, and with one thread, that is safe."""
    return sys.platform == "linux" and len(list(_THREADS.iterdir())) == 1


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Process:
    """A process that works, and says once what it has made. Ended when its block ends."""

    def __init__(self, work: Callable[[], object]) -> None:
        readable, writable = os.pipe()
        self._number = os.fork()
        if not self._number:
            os.close(readable)
            _do(work, writable)
        os.close(writable)
        self._said = os.fdopen(readable, "rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        import signal  # likewise

        self._said.close()
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._number, signal.SIGTERM)
            os.waitpid(self._number, 0)

    def answer(self) -> bytes | None:
        """Wait for the end; return what was said, or ``None`` where the work failed."""
        answer = self._said.read()
        _, status = os.waitpid(self._number, 0)
        return answer if status == 0 else None


def _do(work: Callable[[], object], writable: int) -> None:
    """Do the work of a process that has just begun, say what it gives, and end."""
    import pickle  # likewise
    import signal

    status = 1
    try:
        # Nobody is to see what goes wrong here: the share is done again where it is seen.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(writable, "wb") as said:
            pickle.dump(work(), said, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
