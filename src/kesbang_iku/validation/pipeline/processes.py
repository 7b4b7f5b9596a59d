"""Doing shares of a work at the same time, each in a process of its own."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final, TypeVar

from kesbang_iku.findings.waiting import waiting
from kesbang_iku.sources.interrupts import interrupts_held

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
    if not others:
        return [work(first)]
    with ExitStack() as running:
        # They never see an interrupt, and are ended by this process.
        with interrupts_held():
            answers = [running.enter_context(_beside(work, share)) for share in others]
        return [work(first), *(answer() for answer in answers)]


def may_divide() -> bool:
    """Say whether this process may divide itself: on Linux, and with one thread, that is safe.

    A worker of somebody's pool may not have processes of its own.
    """
    pools = sys.modules.get("multiprocessing")
    is_worker = pools is not None and pools.current_process().daemon
    return sys.platform == "linux" and not is_worker and len(list(_THREADS.iterdir())) == 1


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _beside(work: Callable[[T], R], share: T) -> Iterator[Callable[[], R]]:
    """Do a share in a process, ended when the block ends; give what waits for its answer."""
    from multiprocessing import get_context  # noqa: PLC0415  # light: only what divides itself waits

    fork = get_context("fork")
    heard, said = fork.Pipe(duplex=False)
    process = fork.Process(target=_do, args=(work, share, said.send), daemon=True)
    process.start()
    said.close()

    def answer() -> R:
        try:
            given: R = heard.recv()
        except (EOFError, OSError):
            return work(share)
        return given

    try:
        yield answer
    finally:
        process.kill()
        process.join()
        heard.close()


def _do(work: Callable[[T], object], share: T, say: Callable[[object], None]) -> None:
    """Do the share of a process that has just begun, and say what it gives."""
    # Nobody is to see what goes wrong here: the share is done again where it is seen. How far it
    # is, the process that began this one tells of its own share, which is as large.
    with suppress(BaseException), waiting(None):
        say(work(share))
