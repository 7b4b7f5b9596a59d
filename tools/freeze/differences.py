"""What a run left, and what two runs answered differently: each difference once, with its places.

A run is kept in a folder: ``cases-*.json`` name, by case, the digest of each thing that it
answered, ``outputs`` holds what has a digest, and ``inputs`` what the cases ran on.
"""

from __future__ import annotations

import difflib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

INPUTS: Final = "inputs"
OUTPUTS: Final = "outputs"
_NAMED: Final = 3
_BEFORE, _AFTER = 60, 300

Answers = dict[str, dict[str, str]]
"""By the name of a case, the digest of its exit status and of each thing that it wrote."""


def wanted(name: str, pattern: str, share: int) -> bool:
    """Say whether a case is asked for: its name fits, and it is among the one in ``share``."""
    return fnmatchcase(name, pattern) and zlib.crc32(name.encode()) % share == 0


def write_answers(folder: Path, number: int, answers: Answers) -> None:
    """Write what the process of this number answered."""
    text = json.dumps(answers, ensure_ascii=False, indent=0)
    (folder / f"cases-{number}.json").write_text(text, encoding="utf-8")


def answers_in(folder: Path) -> Answers:
    """Return what every case of the run in ``folder`` answered, by name."""
    kept: Answers = {}
    for path in folder.glob("cases-*.json"):
        kept |= json.loads(path.read_text(encoding="utf-8"))
    return dict(sorted(kept.items()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out of holding one run against another: names of cases."""

    equal: tuple[str, ...]
    different: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]

    def __str__(self) -> str:
        total = len(self.equal) + len(self.different) + len(self.new)
        return (
            f"{total} cases: {len(self.equal)} equal, {len(self.different)} different, "
            f"{len(self.new)} new, {len(self.gone)} gone"
        )


def compared(before: Answers, after: Answers) -> Comparison:
    """Hold the answers of one run against those of another."""
    common = [name for name in before if name in after]
    return Comparison(
        equal=tuple(name for name in common if before[name] == after[name]),
        different=tuple(name for name in common if before[name] != after[name]),
        new=tuple(name for name in after if name not in before),
        gone=tuple(name for name in before if name not in after),
    )


def shown(names: tuple[str, ...], before: Path, after: Path) -> Iterator[str]:
    """Yield how the runs in two folders differ in some cases, what stands in most places first."""
    old, new = answers_in(before), answers_in(after)

    @cache
    def changes(first: str | None, second: str | None) -> list[str]:
        return list(_changes(*map(_lines, (before, after), (first, second))))

    places: dict[str, dict[str, None]] = {}
    for name in names:
        for part in sorted(old[name].keys() | new[name].keys()):
            for change in changes(old[name].get(part), new[name].get(part)):
                places.setdefault(change, {})[f"{name} ({part})"] = None
    for change, where in sorted(places.items(), key=lambda item: -len(item[1])):
        more = f"\n   and {len(where) - _NAMED} more" * (len(where) > _NAMED)
        yield f"\n{len(where)} x " + "\n    ".join(list(where)[:_NAMED]) + more + "\n" + change


def _lines(folder: Path, digest: str | None) -> list[str]:
    if digest is None:
        return ["(nothing written)"]
    content = (folder / OUTPUTS / digest).read_bytes()
    return content.decode("utf-8", "backslashreplace").splitlines()


def _changes(old: list[str], new: list[str]) -> Iterator[str]:
    """Yield each run of lines that differ, without where it stands."""
    if old == new:
        return
    for hunk in "\n".join(list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]).split("\n@@"):
        lines = hunk.split("\n")[1:]
        # Of long lines what differs is shown, with a little before it; line by line, if as many
        # stand there now.
        half = len(lines) // 2
        pairs = [lines[number::half] for number in range(half)]
        if [line[:1] for line in lines] != ["-"] * half + ["+"] * half:
            pairs = [lines]
        yield from map(_cut, pairs)


def _cut(lines: list[str]) -> str:
    columns = enumerate(zip(*(line[1:] for line in lines), strict=False))
    same = next((number for number, signs in columns if len(set(signs)) > 1), 0)
    start = 1 + max(0, same - _BEFORE)
    return "\n".join(line[:1] + line[start : start + _AFTER] for line in lines)
