"""``python -m tests.fuzzing``: fuzz every reader in turn, and count the executions of each.

The corpus grows from run to run under the folder of ``--folder``; breaches of a law are written
there too, minimised, and make the exit status 1.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.fuzzing.seeds import MAXIMUM, dictionary
from tests.fuzzing.targets import TARGETS
from tests.tree import ROOT

HANG: Final = 60
"""Seconds after which an execution counts as hanging."""

_DONE: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_STATUS: Final = re.compile(r"^#(\d+)\s", re.MULTILINE)


def main() -> int:
    """Fuzz, print a line a reader, and return 1 if a law was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("readers", nargs="*", choices=[*TARGETS, []], metavar="READER")
    parser.add_argument("--seconds", type=int, default=600, help="for all readers together")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzzing")
    options = parser.parse_args()
    readers = options.readers or [*TARGETS]
    each = max(1, options.seconds // len(readers))
    broken = 0
    total = 0
    for name in readers:
        executions, breaches = _fuzz(name, options.folder / name, each)
        total += executions
        broken += len(breaches)
        _say(name, executions, len(breaches))
        for breach in breaches:
            sys.stdout.write(f"  {breach}\n")
        sys.stdout.flush()
    _say("together", total, broken)
    return 1 if broken else 0


def _say(name: str, executions: int, breaches: int) -> None:
    sys.stdout.write(f"{name:13} {executions:9,} executions, {breaches} breaches\n")


def _fuzz(name: str, folder: Path, seconds: int) -> tuple[int, list[Path]]:
    corpus, first, breaches = folder / "corpus", folder / "seeds", folder / "breaches"
    for place in (corpus, first, breaches):
        place.mkdir(parents=True, exist_ok=True)
    for old in [*first.iterdir(), *breaches.iterdir()]:
        old.unlink()
    for seed in TARGETS[name].seeds():
        (first / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = folder / "words.dict"
    words.write_text("".join(map(_entry, dictionary(TARGETS[name].seeds))), encoding="ascii")
    command = [
        *(sys.executable, "-m", "tests.fuzzing.engine", name, str(breaches)),
        *(f"-max_total_time={seconds}", f"-timeout={HANG}", f"-max_len={MAXIMUM}"),
        *(f"-dict={words}", f"-artifact_prefix={breaches}/hang-", "-print_final_stats=1"),
        *(str(corpus), str(first)),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    (folder / "log.txt").write_text(done.stderr, encoding="utf-8")
    counted = _DONE.findall(done.stderr) or _STATUS.findall(done.stderr) or ["0"]
    if done.returncode and not [*breaches.iterdir()]:
        (breaches / "stopped.txt").write_text(done.stderr[-4000:], encoding="utf-8")
    return int(counted[-1]), sorted(breaches.glob("*.txt")) + sorted(breaches.glob("hang-*"))


def _entry(word: bytes) -> str:
    """Return a line of a dictionary as libFuzzer reads it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


if __name__ == "__main__":
    sys.exit(main())
