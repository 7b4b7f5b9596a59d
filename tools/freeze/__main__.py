"""Keep what every command answers, and tell later what answers otherwise.

    python -m tools.freeze save FOLDER
    python -m tools.freeze compare FOLDER [--show]

``save`` runs every command, in every format and both languages, on the examples, on the broken
files that stand in tests and on the conformance vectors, asks the library the same, and builds the
generated pages of the documentation. ``FOLDER`` then holds digests of all that was answered, the
outputs themselves, and the inputs. ``compare`` runs the same on the same inputs, and ends with exit
status 1 if anything differs. ``--tree`` names another tree whose code runs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tools.freeze.differences import INPUTS, OUTPUTS, answers_in, compared, shown, wanted
from tools.freeze.inputs import all_inputs
from tools.freeze.running import PROCESSES

OWN: Final = Path(__file__).resolve().parents[2]
_LISTED: Final = 30
_HEEDED: Final = frozenset({"FORCE_COLOR", "NO_COLOR"})


def main(arguments: list[str]) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    tree, kept = options.tree.resolve(), options.folder.resolve()
    which = (options.only, options.share)
    if options.command == "save":
        if kept.exists() and not (kept / INPUTS).is_dir():
            raise SystemExit(f"{options.folder} holds something else")
        shutil.rmtree(kept, ignore_errors=True)
        for name, content in all_inputs(tree).items():
            path = kept / INPUTS / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _run(tree, kept / INPUTS, kept, which)
        print(f"{len(answers_in(kept))} cases kept in {options.folder}")
        return 0
    with tempfile.TemporaryDirectory(prefix="beku-") as scratch:
        now = Path(scratch)
        _run(tree, kept / INPUTS, now, which)
        before = answers_in(kept)
        before = {name: before[name] for name in before if wanted(name, *which)}
        comparison = compared(before, answers_in(now))
        print(comparison)
        for what in ("different", "new", "gone"):
            names = getattr(comparison, what)
            print(*(f"  {what}: {name}\n" for name in names[:_LISTED]), sep="", end="")
            if len(names) > _LISTED:
                print(f"  {what}: {len(names) - _LISTED} more")
        if options.show:
            print(*shown(comparison.different, kept, now), sep="\n")
        return int(comparison.equal != tuple(before) or bool(comparison.new))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.freeze", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("command", choices=("save", "compare"))
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--tree", type=Path, default=OWN, help="the tree whose code runs")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="cases with such names")
    parser.add_argument("--share", type=int, default=1, help="only one case in so many")
    parser.add_argument("--show", action="store_true", help="show the differences")
    return parser


def _run(tree: Path, inputs: Path, folder: Path, which: tuple[str, int]) -> None:
    """Run the cases in processes that see ``tree``; leave the answers in ``folder``."""
    environment = {name: value for name, value in os.environ.items() if name not in _HEEDED}
    environment |= {
        "PYTHONPATH": os.pathsep.join((str(OWN), str(tree / "src"))),
        "PYTHONWARNINGS": "ignore",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }
    (folder / OUTPUTS).mkdir(parents=True)
    words = [sys.executable, "-m", "tools.freeze.running", tree, inputs, folder, *which]
    running = [
        subprocess.Popen([*map(str, words), str(number)], env=environment)
        for number in range(PROCESSES)
    ]
    if {process.wait() for process in running} != {0}:
        raise SystemExit("a process could not run its cases")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
