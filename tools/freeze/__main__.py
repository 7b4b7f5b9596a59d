"""Keep what every command answers, and tell later what answers otherwise.

    python -m tools.freeze save FILE
    python -m tools.freeze compare FILE [--show]

``save`` runs every command, in every format and both languages, on the examples, on the broken
files that stand in tests and on the conformance vectors, asks the library the same, and builds the
generated pages of the documentation. ``FILE`` then holds the exit status, a digest of all that was
written, the outputs themselves, and the inputs. ``compare`` runs the same on the same inputs, and
ends with exit status 1 if anything differs. ``--tree`` names another tree whose code runs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tools.freeze.differences import compared, shown
from tools.freeze.inputs import all_inputs
from tools.freeze.store import OUTPUTS, Baseline, answers_in, wanted, write_baseline

OWN: Final = Path(__file__).resolve().parents[2]
_LISTED: Final = 30
_PLACES: Final = frozenset({"FORCE_COLOR", "NO_COLOR", "PYTHONWARNINGS", "PYTHONPATH"})


def main(arguments: list[str]) -> int:
    """Run the command; return its exit status."""
    options = _parser().parse_args(arguments)
    tree = options.tree.resolve()
    file = Baseline(options.file)
    inputs = all_inputs(tree) if options.command == "save" else file.inputs()
    with tempfile.TemporaryDirectory(prefix="beku-") as scratch:
        folder = Path(scratch)
        _run(tree, inputs, folder, (options.only, str(options.share)))
        if options.command == "save":
            write_baseline(file.path, folder, inputs)
            print(f"{len(answers_in(folder))} cases on {len(inputs)} inputs kept in {file.path}")
            return 0
        return _compare(file, folder, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.freeze", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("command", choices=("save", "compare"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--tree", type=Path, default=OWN, help="the tree whose code runs")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="cases with such names")
    parser.add_argument("--share", type=int, default=1, help="only one case in so many")
    parser.add_argument("--show", action="store_true", help="show the differences")
    parser.add_argument("--lines", type=int, default=20, help="lines of each difference")
    return parser


def _run(tree: Path, inputs: dict[str, bytes], folder: Path, which: tuple[str, str]) -> None:
    """Run the cases in a process that sees ``tree``; leave the answers in ``folder``."""
    given = folder / "inputs"
    for name, content in inputs.items():
        path = given / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    environment = {name: value for name, value in os.environ.items() if name not in _PLACES}
    environment |= {
        "PYTHONPATH": os.pathsep.join((str(OWN), str(tree / "src"))),
        "PYTHONWARNINGS": "ignore",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }
    words = [sys.executable, "-m", "tools.freeze.running", str(tree), str(given), str(folder)]
    subprocess.run([*words, *which], env=environment, check=True)


def _compare(file: Baseline, folder: Path, options: argparse.Namespace) -> int:
    before, after = file.answers(), answers_in(folder)
    before = {
        name: answer for name, answer in before.items() if wanted(name, options.only, options.share)
    }
    found = compared(before, after)
    print(
        f"{len(after)} cases: {found.equal} equal, {len(found.changed)} different, "
        f"{len(found.new)} new, {len(found.gone)} gone"
    )
    for what, names in (("different", found.changed), ("new", found.new), ("gone", found.gone)):
        for name in names[:_LISTED]:
            print(f"  {what}: {name}")
        if len(names) > _LISTED:
            print(f"  {what}: {len(names) - _LISTED} more")
    if options.show:

        def read_after(digest: str) -> bytes:
            return (folder / OUTPUTS / digest).read_bytes()

        for line in shown(found, file.output, read_after, options.lines):
            print(line)
    return 0 if found.same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
