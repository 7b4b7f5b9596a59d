"""Keep the definitions of the version being released, in ``catalog/arsip/VERSION.jsonl``.

By them a number of that version is verified when its definition has long been another. What is kept
already is not kept again, so the file has a line for each definition that is new or has changed.
Until the version has its tag the file is made anew each time; what was released never changes.
Usage::

    python -m tools.archive          # write the file
    python -m tools.archive --check  # refuse a release that has not kept what it computes with
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from kesbang_iku import __version__
from kesbang_iku.catalog.archive import FOLDER, SUFFIX
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.record import Record
from kesbang_iku.model.scale import Scale

ROOT: Final = Path(__file__).resolve().parents[1]
CATALOG: Final = "catalog"
_NOT_KEPT: Final = {
    "alias", "contoh", "deret", "edisi", "hubungan", "koreksi", "nilai_terbit", "penanggung_jawab",
    "riwayat", "sasaran_nasional", "varian",
}  # fmt: skip
"""What no result is made of and nobody needs to understand one."""


class RefusedError(Exception):
    """The archive is not, or may not become, what the release needs."""


def archive_lines(indicators: Collection[Indicator], known: Collection[str] = ()) -> Iterator[str]:
    """Yield a line for each indicator whose fingerprint is not ``known``."""
    for indicator in indicators:
        if indicator.sidik in known:
            continue
        _, *others = indicator.engine.parts
        line = {
            "sidik": indicator.sidik,
            "definisi": _kept(indicator, _NOT_KEPT),
            "metode": [_kept(one, {"contoh"}) for one in others if isinstance(one, Method)],
            "skala": [_kept(one, set()) for one in others if isinstance(one, Scale)],
        }
        yield json.dumps(line, ensure_ascii=False, separators=(",", ":"))


def _kept(record: Record, left_out: set[str]) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude=left_out, exclude_defaults=True)


def text_of(definitions: Collection[Indicator], catalog: Path, version: str) -> str:
    """Return what the archive of a version holds: the definitions that no other file of it has.

    Args:
        definitions: all that the version computes with.
        catalog: the folder of the catalog, whose archives of other versions are read.
        version: the version that is released.
    """
    others = [file for file in _files(catalog) if file.name != f"{version}{SUFFIX}"]
    known = {
        json.loads(line)["sidik"]
        for file in others
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    return "".join(f"{line}\n" for line in archive_lines(definitions, known))


def changed_since_release(root: Path) -> list[str]:
    """Return the archives that are no longer what a tag released, by their paths below ``root``."""
    where = f"{CATALOG}/{FOLDER}"
    released = {
        line.split("\t")[1]: line.split()[2]
        for tag in tags(root)
        for line in _git(root, "ls-tree", "-r", tag, "--", where).splitlines()
    }
    return sorted(name for name, blob in released.items() if _blob(root, name) != blob)


def tags(root: Path) -> list[str]:
    """Return the tags of releases, the oldest first."""
    if not (root / ".git").exists():
        return []
    return _git(root, "tag", "--list", "v[0-9]*", "--sort=creatordate").splitlines()


def keep(definitions: Collection[Indicator], root: Path, version: str) -> bool:
    """Write the archive of a version, and say whether it has become another.

    Raises:
        RefusedError: lines that were released are not what they were, or would not be.
    """
    _refuse_changed(root)
    file = _file(root, version)
    text = text_of(definitions, root / CATALOG, version)
    if text == _read(file):
        return False
    if f"v{version}" in tags(root):
        raise RefusedError(
            f"{version} is released, and definitions are not those it had: raise the version first."
        )
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return True


def check(definitions: Collection[Indicator], root: Path, version: str) -> None:
    """Hold the archive to the definitions of the version.

    Raises:
        RefusedError: it lacks some or has others, or lines that were released have changed.
    """
    _refuse_changed(root)
    text, kept = text_of(definitions, root / CATALOG, version), _read(_file(root, version))
    if text != kept:
        missing = len({*text.splitlines()} - {*kept.splitlines()})
        raise RefusedError(
            f"{CATALOG}/{FOLDER}/{version}{SUFFIX} is not what {version} computes with, "
            f"{missing} of its definitions are not kept: run `make archive` and commit the file."
        )


def main() -> None:
    """Write or check the archive of this version."""
    parser = argparse.ArgumentParser(description="Keep the definitions of this version.")
    parser.add_argument("--check", action="store_true", help="write nothing, refuse what is amiss")
    options = parser.parse_args()
    catalog = load_catalog(packages=False)
    definitions = (*catalog.definitions, *catalog.outputs)
    try:
        if options.check:
            check(definitions, ROOT, __version__)
            said = "holds"
        else:
            said = "written" if keep(definitions, ROOT, __version__) else "holds already"
    except RefusedError as refused:
        sys.exit(str(refused))
    print(f"{CATALOG}/{FOLDER}/{__version__}{SUFFIX}: {said}")


def _refuse_changed(root: Path) -> None:
    changed = changed_since_release(root)
    if changed:
        raise RefusedError(f"released lines have changed, restore {', '.join(changed)}.")


def _files(catalog: Path) -> Iterator[Path]:
    yield from sorted((catalog / FOLDER).glob(f"*{SUFFIX}"))


def _file(root: Path, version: str) -> Path:
    return root / CATALOG / FOLDER / f"{version}{SUFFIX}"


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _blob(root: Path, name: str) -> str | None:
    if not (root / name).is_file():
        return None
    return _git(root, "hash-object", "--no-filters", name).strip()


def _git(root: Path, *words: str) -> str:
    line = ["git", "-C", str(root), *words]
    return subprocess.run(line, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
