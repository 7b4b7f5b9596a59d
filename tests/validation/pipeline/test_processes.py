"""Shares of a work done in processes: each once, in order, whatever becomes of the processes."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kesbang_iku.validation.pipeline.processes import in_processes, may_divide

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="divided on Linux only")


def test_one_share_stays_here() -> None:
    assert in_processes(lambda share: (share, os.getpid()), ["a"]) == [("a", os.getpid())]


def test_every_share_is_done_once_and_in_order() -> None:
    done = in_processes(lambda share: (share * 2, os.getpid()), [1, 2, 3])
    assert [result for result, _ in done] == [2, 4, 6]
    assert len({process for _, process in done}) == len(done)
    assert done[0][1] == os.getpid()


def test_an_answer_larger_than_a_pipe_holds_arrives_whole() -> None:
    assert in_processes(lambda share: share * 1_000_000, ["a", "b"])[1] == "b" * 1_000_000


@pytest.mark.parametrize("how", ["raises", "ends", "is killed", "says what cannot be sent"])
def test_what_a_process_fails_at_is_done_here(how: str) -> None:
    here = os.getpid()

    def work(share: int) -> object:
        if os.getpid() == here:
            return share, here
        if how == "raises":
            raise ValueError(share)
        if how == "ends":
            sys.exit(0)
        if how == "is killed":
            os.kill(os.getpid(), signal.SIGKILL)
        return lambda: share

    assert in_processes(work, [1, 2]) == [(1, here), (2, here)]


def test_a_failure_here_ends_the_processes() -> None:
    readable, writable = os.pipe()
    here = os.getpid()

    def work(_share: int) -> None:
        if os.getpid() == here:
            os.read(readable, 1)  # the other one has begun
            raise KeyboardInterrupt
        os.write(writable, b"x")
        signal.pause()

    with pytest.raises(KeyboardInterrupt):
        in_processes(work, [1, 2])
    os.close(writable)
    # Once nobody else holds the other end, there is nothing more to wait for.
    assert os.read(readable, 1) == b""
    os.close(readable)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


_DIVIDED = """
import sys, time
from kesbang_iku.validation.pipeline.processes import in_processes

def work(share):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        list(range(1000))

print("begun", flush=True)
try:
    in_processes(work, [1, 2, 3])
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.parametrize("moment", [random.Random(seed).uniform(0, 0.2) for seed in range(8)])
def test_an_interrupt_at_any_moment_ends_all_in_silence(moment: float) -> None:
    # A terminal sends it to every process of the group.
    running = subprocess.Popen(
        [sys.executable, "-c", _DIVIDED],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "begun\n"
    time.sleep(moment)
    os.killpg(running.pid, signal.SIGINT)
    # Both ends only when the last process that holds the other one has gone.
    said, complained = running.communicate(timeout=30)
    assert (running.returncode, said, complained) == (130, "", "")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def test_a_process_that_an_interrupt_reaches_alone_works_on() -> None:
    def work(share: int) -> int:
        if share:
            os.kill(os.getpid(), signal.SIGINT)
        return os.getpid()

    here, beside = in_processes(work, [0, 1])
    assert here == os.getpid() != beside


def test_nothing_is_left_behind() -> None:
    opened = Path("/proc/self/fd")
    before = len(list(opened.iterdir()))
    in_processes(lambda share: share, range(4))
    assert len(list(opened.iterdir())) == before
    assert not multiprocessing.active_children()


def test_a_worker_of_a_pool_does_not_divide_itself() -> None:
    # As it is in a worker; the fork would be refused there.
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(may_divide) is False
