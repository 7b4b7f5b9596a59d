"""Bring together what the page that checks files in the browser runs, below ``docs/periksa/``.

    python -m tools.build_runtime

Written are Python for browsers, its modules, this library with what it needs, and what comes after
a first answer, each compressed, and a list of them with sizes and digests. Needs the names of npm
and PyPI the first time; nothing is done where the same parts were brought together before.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tools.browser import bundles
from tools.browser.brought import NotBroughtError, bring_core, bring_pyodide
from tools.browser.examples import SHOWN, examples
from tools.browser.one_file import one_file

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = ROOT / "docs" / "periksa"
LIST: Final = "pustaka/daftar.json"
CARRIED: Final = "kesbang-iku-periksa.html"
_KEPT: Final = ROOT / ".venv" / "browser"
_SOURCES: Final = ("src", "catalog", "texts", "examples", "tools/browser", "docs/js/periksa")
_FILES: Final = (
    "constraints.txt",
    "pyproject.toml",
    "tools/build_runtime.py",
    "tools/build_hook.py",
    "docs/css/tambahan.css",
)
_ASKED: Final = ("*.yaml", "*.csv", "rencana/*")
"""Examples whose reading tells which modules a first answer needs, and those the page offers."""


def build(target: Path = TARGET, kept: Path = _KEPT) -> None:
    """Write the files below ``target``.

    Raises:
        NotBroughtError: npm or PyPI does not give what is pinned.
    """
    about = _digest(_parts())
    listed = target / LIST
    if listed.is_file() and json.loads(listed.read_text(encoding="utf-8"))["bagian"] == about:
        return
    made = _made(kept)
    # No package is ever fetched by Pyodide itself.
    lock = {**json.loads(made.pop("pyodide-lock.json")), "packages": {}}
    sizes = {
        name: {"ukuran": len(content), "sidik": hashlib.sha256(content).hexdigest()}
        for name, content in made.items()
    }
    answer = {"bagian": about, "kunci": lock, "berkas": sizes, "contoh": SHOWN}
    offered = examples()
    shutil.rmtree(target, ignore_errors=True)
    for folder, files in (("pustaka", made), ("contoh", offered)):
        (target / folder).mkdir(parents=True)
        for name, content in files.items():
            (target / folder / name).write_bytes(content)
    (target / CARRIED).write_text(one_file(answer, {**made, **offered}), encoding="utf-8")
    listed.write_text(json.dumps(answer, indent=1) + "\n", encoding="utf-8")


def _parts() -> Iterable[Path]:
    for folder in _SOURCES:
        # What Python keeps there comes and goes while others run.
        yield from (one for one in (ROOT / folder).rglob("*") if "__pycache__" not in one.parts)
    yield from (ROOT / name for name in _FILES)


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(one for one in files if one.is_file()):
        total.update(file.relative_to(ROOT).as_posix().encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _made(kept: Path) -> dict[str, bytes]:
    archive, core = bring_pyodide(kept), bring_core(kept)
    with tempfile.TemporaryDirectory() as scratch:
        room = Path(scratch)
        runtime, own, standard = room / "runtime", room / "iku", room / "python"
        bundles.unpack_runtime(archive, runtime)
        build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", scratch)
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = room.glob("*.whl")
        bundles.library(runtime, wheel, core, own)
        bundles.standard_library(runtime, standard)
        asked = [*(one for each in _ASKED for one in (ROOT / "examples").glob(each))]
        for name, content in examples().items():
            # Of workbooks there is no other: without one, every first answer of one would wait.
            asked.append(room / name)
            asked[-1].write_bytes(content)
        used = bundles.used(runtime, own, sorted(asked))
        made = {name: (runtime / name).read_bytes() for name in bundles.STARTS}
        for name in ("pyodide.asm.wasm", "pyodide.asm.mjs"):
            made[f"{name}.gz"] = bundles.compressed(made.pop(name))
        later: dict[str, bytes] = {}
        for name, folder in (("python.zip", standard), ("iku.zip", own)):
            files = bundles.contents(folder)
            first = {at: files[at] for at in files if at in used or bundles.listed(at)}
            later |= {f"{folder.name}/{at}": files[at] for at in files if at not in first}
            made[f"{name}.gz"] = bundles.packed(first)
        made["sisa.zip.gz"] = bundles.packed(later)
    return made


def main() -> int:
    """Build; return 1, with a sentence, where something could not be brought."""
    try:
        build()
    except NotBroughtError as problem:
        print(f"The page periksa/ goes without the library: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
