"""Shares of a work done in processes: each once, in order, whatever becomes of the processes."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from kesbang_iku.validation.processes import in_processes

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
