"""Change the code in small ways, one at a time, and count how many of the changes a test notices.

``python tools/mutate.py formula`` changes every function of one room in a copy of the repository
and runs that room's tests on each change. ``--sample`` takes that many of the changes at random,
the same ones for the same ``--seed``, and the score then comes with its 95 % interval. What no test
noticed is written out, to be looked at one by one.
"""

from __future__ import annotations

import argparse
import ast
import json
import math
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
TESTS: Final = {
    "formula": ["tests/formula"],
    "indicator": [
        "tests/indicator",
        "tests/computing",
        "tests/validation/test_row_arithmetic.py",
    ],
    "computing": [
        "tests/computing",
        "tests/validation/test_row_arithmetic.py",
        "tests/validation/test_catalogs.py",
    ],
    "composite": ["tests/composite"],
    "validation": ["tests/validation", "tests/cli/test_validate.py"],
}
"""The rooms, each with the tests that are to notice changes in it."""

# What a run of the tests ended with, in the words of pytest's and the system's exit codes.
_NOTICED: Final = frozenset({1, 3})
_ENDLESS: Final = frozenset({36, -24, 24, 152, 255})
_UNNOTICED: Final = frozenset({0, 5, 33})

_CONFIGURATION: Final = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/kesbang_iku/{room}/*"]
do_not_mutate = ["*/findings.py", "*_findings.py"] # made at import, before any change is in force
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov",
  "-p", "tests.unshrunk", "-m", "not slow"]
also_copy = {beside}
# From a process that has run no test: in one that has, what is kept in caches was made before the
# change.
process_isolation = "forkserver"
track_dependencies = false
use_git_change_detection = false
"""
# Each function that may be changed is called through another, which makes nesting twice as deep.
_PROGRAM: Final = "import sys; sys.setrecursionlimit(8000); from mutmut.__main__ import cli; cli()"
_NONE: Final = "no-mutant-has-this-name"


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the changes that were tried were noticed by a test, or never came to an end."""

    noticed: int
    tried: int

    def __str__(self) -> str:
        if not self.tried:
            return "nothing was tried"
        low, high = self.interval()
        share = 100 * self.noticed / self.tried
        return f"{self.noticed}/{self.tried} = {share:.1f} % ({100 * low:.1f} to {100 * high:.1f})"

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the share (Wilson), for all changes there are."""
        z, n = 1.959964, self.tried
        share = self.noticed / n
        middle = share + z * z / (2 * n)
        spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)


def main() -> int:
    """Mutate the rooms asked for; return 1 where a score is below the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="+", choices=TESTS, metavar="ROOM")
    parser.add_argument("--sample", type=int, help="how many changes to try; all by default")
    parser.add_argument("--seed", type=int, default=1, help="which ones a sample takes")
    parser.add_argument("--goal", type=float, default=90, help="the score to reach, in per cent")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation")
    options = parser.parse_args()
    reached = True
    for room in options.rooms:
        score = _mutate(room, options.folder.resolve() / room, options.sample, options.seed)
        reached = reached and 100 * score.noticed >= options.goal * score.tried > 0
    return 0 if reached else 1


def _mutate(room: str, copy: Path, sample: int | None, seed: int) -> Score:
    _copy_repository(room, copy)
    # Which tests reach a function is measured anew: what was known knows no function written since.
    (copy / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    told = _mutmut(copy, "run", "--max-children", "1", _NONE)
    names = [*_codes(copy, room)]
    if not names or "Filtered for specific mutants" not in told:
        sys.exit(told)
    random.Random(seed).shuffle(names)
    chosen = names[:sample]
    for first in range(0, len(chosen), 500):
        _mutmut(copy, "run", "--max-children", "1", *chosen[first : first + 500])
    codes = {name: code for name, code in _codes(copy, room).items() if name in set(chosen)}
    _report(room, codes, len(names))
    _write_unnoticed(copy, codes)
    return _score(codes.values())


def _copy_repository(room: str, copy: Path) -> None:
    """Bring the copy up to date; files that did not change keep their age, and their results."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - the git of whoever works on the repository
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    names = [name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]
    for name in names:
        source, target = ROOT / name, copy / name
        if not target.is_file() or target.stat().st_mtime != source.stat().st_mtime:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
            if name.startswith(f"src/kesbang_iku/{room}/") and source.suffix == ".py":
                target.write_text(decorated_afterwards(source.read_text("utf-8")), "utf-8")
                shutil.copystat(source, target)
    beside = {name.split("/", 1)[0] for name in names} - {"src", "tests", "pyproject.toml"}
    settings = _CONFIGURATION.format(
        room=room, tests=json.dumps(TESTS[room]), beside=json.dumps(sorted(beside))
    )
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (copy / "pyproject.toml").write_text(project + settings, encoding="utf-8")


def decorated_afterwards(text: str) -> str:
    """Return a module whose functions are decorated below them, which changes nothing they do.

    Nothing in a decorated function would be changed, since one of its copies might register
    itself, as a rule does: below it, the function that is registered is the one that goes on to
    the changed ones. Methods stay as they are.
    """
    lines = text.splitlines(keepends=True)
    for found in reversed(ast.parse(text).body):
        if isinstance(found, ast.FunctionDef) and found.decorator_list:
            decorated = found.name
            for decorator in reversed(found.decorator_list):
                decorated = f"{ast.unparse(decorator)}({decorated})"
            lines.insert(found.end_lineno or len(lines), f"\n\n{found.name} = {decorated}\n")
            del lines[found.decorator_list[0].lineno - 1 : found.lineno - 1]
    return "".join(lines)


def _mutmut(copy: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *arguments],
        cwd=copy, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def _codes(copy: Path, room: str) -> dict[str, int | None]:
    """Return what became of each change, by its name; ``None`` where it was not tried."""
    found: dict[str, int | None] = {}
    for meta in sorted((copy / "mutants" / "src" / "kesbang_iku" / room).rglob("*.meta")):
        found |= json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def _score(codes: Iterable[int | None]) -> Score:
    tried = [code for code in codes if code is not None]
    return Score(sum(code in _NOTICED | _ENDLESS for code in tried), len(tried))


def _report(room: str, codes: dict[str, int | None], there: int) -> None:
    modules: dict[str, list[int | None]] = {}
    for name, code in codes.items():
        modules.setdefault(name.split(".x")[0].removeprefix("kesbang_iku."), []).append(code)
    for module, found in sorted(modules.items()):
        print(f"{module:40} {_score(found)}")
    kinds = Counter(
        "endless" if code in _ENDLESS else "noticed" if code in _NOTICED else "other"
        for code in codes.values()
        if code not in _UNNOTICED
    )
    print(f"{room:40} {_score(codes.values())}, of {there} changes; {kinds['endless']} endless")


def _write_unnoticed(copy: Path, codes: dict[str, int | None]) -> None:
    """Write what no test noticed beside the copy, as differences."""
    unnoticed = sorted(name for name, code in codes.items() if code in _UNNOTICED)
    shown = [_mutmut(copy, "show", name) for name in unnoticed]
    target = copy.parent / f"{copy.name}-unnoticed.diff"
    target.write_text("\n".join(shown), encoding="utf-8")
    print(f"{len(unnoticed)} unnoticed: {target}")


if __name__ == "__main__":
    sys.exit(main())
