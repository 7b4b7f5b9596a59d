"""Catalogs beside the national one: folders that are named, and packages that are installed.

A package says where its catalog lies through an entry point of the group ``kesbang_iku.catalogs``:
the value is the name of the Python package whose folder is the catalog. Packages are looked for
only when a catalog is loaded, and nothing of them is imported but that one name.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Text, kinds, sentences

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

GROUP: Final = "kesbang_iku.catalogs"
RELATIONS: Final = "hubungan-angka.yaml"
"""The file in which a catalog relates numbers of its own and of national indicators."""
TERMS: Final = "isian-istilah.yaml"
"""The file in which a catalog fills the terms that national definitions leave open."""
DECLARED: Final = {RELATIONS: "hubungan", TERMS: "isian"}
"""What a catalog declares beside definitions: the key of the list in each of these files."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A catalog that adds to the national one.

    Attributes:
        nama: the folder as it was given, or the name of the package.
        versi: the version of the package; ``None`` for a folder.
        folder: where the definitions lie.
    """

    nama: str
    versi: str | None
    folder: Traversable | Path

    @property
    def jenis(self) -> Literal["folder", "paket"]:
        """Whether it is a folder that was named, or an installed package."""
        return "folder" if self.versi is None else "paket"

    @property
    def label(self) -> str:
        """What to call it: a folder by its path, a package by name and version."""
        return self.nama if self.versi is None else f"{self.nama} {self.versi}"

    def holds(self, file: str) -> bool:
        """Say whether a file lies in it."""
        return file.startswith(str(self.folder))

    def same_place(self, other: Addition) -> bool:
        """Say whether both lie in the same folder: a package may be worked on where it stands."""
        return _resolved(self.folder) == _resolved(other.folder)


def _resolved(folder: Traversable | Path) -> str:
    return str(folder.resolve()) if isinstance(folder, Path) else str(folder)


def added_folder(folder: str | PathLike[str]) -> Addition:
    """Return the catalog in a folder that was named."""
    return Addition(str(folder), None, Path(folder))


def has_installed() -> bool:
    """Say whether any installed package names a catalog."""
    return _may_be_installed() and len(_entry_points()) > 0


def _entry_points() -> EntryPoints:
    from importlib.metadata import entry_points  # noqa: PLC0415  # light: 15 ms, and few need it

    return entry_points(group=GROUP)


def _may_be_installed() -> bool:
    """Say whether a package may name a catalog, as a look at the files tells that say so."""
    for finder in sys.meta_path:
        if finder is not PathFinder and hasattr(finder, "find_distributions"):
            return True  # packages that lie elsewhere than in the folders of the path
    return any(_may_name_one(folder) for folder in sys.path)


def _may_name_one(folder: str) -> bool:
    """Say whether a package in a folder of Python's path may name a catalog."""
    try:
        entries = os.listdir(folder or ".")  # noqa: PTH208  # a path is dearer than the name
    except NotADirectoryError:
        return True  # an archive
    except OSError:
        return False  # which is no folder of packages to Python, either
    for name in entries:
        kind = name.rpartition(".")[2].lower()
        if kind == "egg" or name == "EGG-INFO":
            return True
        if kind in {"dist-info", "egg-info"}:
            try:
                said = Path(folder, name, "entry_points.txt").read_bytes()
            except OSError:
                continue
            if GROUP.encode() in said:
                return True
    return False


def installed_catalogs() -> tuple[list[Addition], list[Finding]]:
    """Return the catalogs of installed packages by name, and what is wrong with the others.

    Raises nothing, whatever a package does when it is imported.
    """
    found: list[Addition] = []
    findings: list[Finding] = []
    for entry in sorted(_entry_points(), key=_name_and_value):
        name, _ = _name_and_value(entry)
        try:
            folder = files(entry.value)
            usable = folder.is_dir()
        except Exception as error:  # noqa: BLE001  # code of others: any error is theirs, and is said
            findings.append(_unusable(name, f"{type(error).__name__}: {error}"))
            continue
        if usable:
            version = entry.dist.version if entry.dist is not None else "?"
            found.append(Addition(name, version, folder))
        else:
            findings.append(_unusable(name, sentences.catalog.NO_FOLDER))
    return found, findings


def _name_and_value(entry: EntryPoint) -> tuple[str, str]:
    return (entry.dist.name if entry.dist is not None else entry.name, entry.value)


def _unusable(package: str, reason: str | Text) -> Finding:
    return kinds.PACKAGE_UNUSABLE.at(paket=package, sebab=reason)
