"""The archives the page unpacks: Python's own modules, this library, and what comes after them.

All code in them is compiled by the Python that will run it, so that no source is compiled in a
browser. What no first answer imports waits in an archive of its own, which is fetched later. The
archives hold no time of their own: the same parts give the same bytes.
"""

from __future__ import annotations

import gzip
import io
import shutil
import subprocess
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from importlib.metadata import files as files_of
from pathlib import Path
from typing import Final

from tools.browser.brought import NODE

_PARTS: Final = Path(__file__).parent
STARTS: Final = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json")
_STANDARD: Final = "python_stdlib.zip"
_NEEDED: Final = (
    *("pydantic", "annotated-types", "typing-extensions", "typing-inspection", "PyYAML"),
    *("jinja2", "markupsafe", "xlsxwriter"),
)
"""Packages whose Python part is taken as it is installed here."""

_UNUSED: Final = (
    *("kesbang_iku/_data/vectors/*", "kesbang_iku/_data/schemas/*", "*.pyi", "*/py.typed"),
    *("*.dist-info/*", "pydantic/v1/*", "pydantic/mypy.py"),
    *("_pyrepl/*", "unittest/*", "multiprocessing/*", "xmlrpc/*", "wsgiref/*", "turtle*"),
)
"""What nothing here imports, and no command of the page reads."""

_LISTED: Final = tuple(
    f"kesbang_iku/{room}/*"
    for room in ("cli/commands", "cli/shells", "publish/formats", "validation/rules")
)
"""What the library finds by looking which modules there are, so all of them come first."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def unpack_runtime(archive: Path, folder: Path) -> None:
    """Unpack what starts Python, from the archive of Pyodide."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as packed:
        for name in (*STARTS, _STANDARD):
            inside = packed.extractfile(f"package/{name}")
            if inside is None:
                raise RuntimeError(f"the archive of Pyodide holds no {name}")
            (folder / name).write_bytes(inside.read())


def standard_library(runtime: Path, folder: Path) -> None:
    """Make a folder of Python's own modules, compiled."""
    _unzip(runtime / _STANDARD, folder)
    _run(runtime, "compile.mjs", folder)


def library(runtime: Path, wheel: Path, core: Path, folder: Path) -> None:
    """Make a folder of this library and the packages it needs, compiled."""
    for packed in (wheel, core):
        _unzip(packed, folder)
    for package in _NEEDED:
        for file in files_of(package) or ():
            if file.suffix in {".py", ".json"} and not _left_out(str(file)):
                target = folder / str(file)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(str(file.locate()), target)
    _run(runtime, "compile.mjs", folder)


def used(runtime: Path, folder: Path, files: Iterable[Path]) -> frozenset[str]:
    """Return the modules that reading, validating and aligning some files imports.

    They are named by their places in the two folders, as ``kesbang_iku/cli/__init__.pyc``.
    """
    said = _run(runtime, "used.mjs", folder, *files)
    places = (line.removeprefix("/iku/") for line in said.splitlines())
    # Python's own stand in its archive: /lib/python314.zip/json/decoder.pyc
    return frozenset(one.rpartition(".zip/")[2].removesuffix("c") + "c" for one in places if one)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their places in it, in a fixed order."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def listed(name: str) -> bool:
    """Return whether a file comes first whether it is imported or not."""
    return not name.endswith(".pyc") or any(fnmatch(name, pattern) for pattern in _LISTED)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files, compressed; the same files give the same bytes.

    It is compressed as a whole: hundreds of small modules have much in common.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    return compressed(made.getvalue())


def compressed(content: bytes) -> bytes:
    """Return ``content`` as the browser's own decompression takes it."""
    return gzip.compress(content, 9, mtime=0)


def _unzip(file: Path, folder: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if not name.endswith("/") and not _left_out(name):
                archive.extract(name, folder)


def _left_out(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in _UNUSED)


def _run(runtime: Path, program: str, *words: Path) -> str:
    """Run one of the programs beside this module in the Python of ``runtime``; return its words."""
    shutil.copyfile(_PARTS / program, runtime / program)
    command = (str(NODE), str(runtime / program), *map(str, words))
    done = subprocess.run(command, cwd=runtime, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr.strip()[-1000:]}")
    return done.stdout
