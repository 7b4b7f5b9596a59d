"""Ctrl-C: at any moment, imports included, a command ends with status 130 and no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kesbang_iku.cli import interrupts
from tests.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals to send")
COMMANDS = [
    ("validate", "examples/laporan-keliru.yaml"),
    ("compute", "examples/idi-kalimantan-tengah.yaml"),
    ("align", "examples/laporan-keliru.yaml", "--tingkat", "kota"),
    ("list",),
]
_MOMENTS = 12
"""So many for each command, spread over the time it takes."""
_EARLY = range(0, 100, 3)
"""The milliseconds while Python starts; nothing of ours is heard of in any of them."""
_START = """
import os, runpy, signal, sys
class Interrupts:
    def find_spec(name, path, target=None):
        if name == sys.argv[-1]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupts)
runpy.run_module("kesbang_iku", run_name="__main__", alter_sys=True)
"""


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kesbang_iku", *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # Interrupts are ignored in the background of some shells, which is handed down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  # no threads here
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one[0])
def test_an_interrupt_at_any_moment(command: tuple[str, ...]) -> None:
    begun = time.monotonic()
    _start(command).communicate()
    duration = time.monotonic() - begun
    ended = {_interrupted(command, duration * number / _MOMENTS) for number in range(_MOMENTS)}
    assert ended <= {0, 1, 2, interrupts.INTERRUPTED, -signal.SIGINT}
    assert interrupts.INTERRUPTED in ended


@pytest.mark.slow
def test_an_interrupt_while_the_interpreter_starts() -> None:
    ended = [_interrupted(("list",), number / 1000) for number in _EARLY]
    # On a busy machine the signal can come late, when the command has done all it was asked.
    assert {1, interrupts.INTERRUPTED, -signal.SIGINT} & set(ended)
    assert set(ended) <= {0, 1, interrupts.INTERRUPTED, -signal.SIGINT}


def _interrupted(command: tuple[str, ...], after: float) -> int:
    """Interrupt a command after some seconds, and return its status; it says nothing of ours."""
    process = _start(command)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    errors = process.communicate()[1].decode()
    # Until Python itself has started and found us, it or the system ends the process.
    assert not any("kesbang_iku" in line for line in errors.splitlines() if "File " in line), errors
    return process.returncode


@pytest.mark.parametrize(
    "module", ["kesbang_iku.cli", "kesbang_iku.cli.interrupts", "kesbang_iku.cli.program", "json"]
)
def test_an_interrupt_is_silent_from_the_first_import_on(module: str) -> None:
    program = [sys.executable, "-c", _START, "schema", module]
    ran = subprocess.run(program, capture_output=True, text=True, timeout=30, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (interrupts.INTERRUPTED, "", "")


def test_the_package_itself_imports_nothing() -> None:
    program = "import sys; old = {*sys.modules}; import kesbang_iku; print(*{*sys.modules} - old)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(ran.stdout.split()) <= {"kesbang_iku"}


def test_an_interrupt_ends_the_process_at_once_with_its_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = (
        "import multiprocessing, os, signal, sys, time\n"
        "from kesbang_iku.cli.interrupts import end_at_interrupts\n"
        "end_at_interrupts()\n"
        "worker = multiprocessing.get_context('fork').Process(target=time.sleep, args=(60,))\n"
        "worker.start()\n"
        "print(worker.pid, flush=True)\n"
        "try:\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    time.sleep(60)\n"
        "finally:\n"
        "    print('cleaned')\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False
    )
    assert (ran.returncode, ran.stderr) == (interrupts.INTERRUPTED, "")
    (worker,) = ran.stdout.split()
    patience = time.monotonic() + 10
    while _runs(worker):
        assert time.monotonic() < patience
        time.sleep(0.01)


def _runs(process: str) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def test_interrupts_that_somebody_sees_to_are_left_to_them() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        interrupts.end_at_interrupts()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
