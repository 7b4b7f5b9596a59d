"""Walking folders that others have filled: in order, and never out of them by a link."""

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from kesbang_iku._records import dataclass

_HIDDEN: Final = (".", "~$")
"""What names of hidden files begin with; the second are those of Excel while a workbook is open."""


def leads_out(
    entry: Traversable | Path, root: Traversable | Path, *, folders: bool = False
) -> bool:
    """Say whether ``entry`` is a link whose target does not lie below ``root``.

    Args:
        entry: what stands in a folder.
        root: the folder that must not be left.
        folders: whether a link to any folder counts, too: it may lead round in circles.
    """
    if not isinstance(entry, Path) or not isinstance(root, Path) or not entry.is_symlink():
        return False
    if folders and entry.is_dir():
        return True
    # Path.resolve refuses some circles, which lead nowhere.
    target = os.path.realpath(entry)
    return not target.startswith(os.path.join(os.path.realpath(root), ""))  # noqa: PTH118 - as text


@dataclass(slots=True)
class FolderFiles:
    """The files below a folder. Filled while it is walked.

    Attributes:
        files: those with a suffix that was asked for, in sorted order.
        apart: the folders that are to be taken as a whole.
        passed: how many others there are: hidden ones, other suffixes, links that lead out.
    """

    files: list[Path] = field(default_factory=list)
    apart: list[Path] = field(default_factory=list)
    passed: int = 0


def files_below(
    folder: Path, suffixes: Collection[str], *, whole: Callable[[Path], bool]
) -> FolderFiles:
    """Return the files below ``folder`` that have one of ``suffixes``, told in small letters.

    A hidden folder, or a link to a folder, counts as one that is passed over; nothing in it is
    looked at. Nor is what lies in a folder that is to be taken as a ``whole``.

    Raises:
        OSError: a folder cannot be read.
    """
    found = FolderFiles()
    for entry in _walked(folder, folder, found, whole):
        if entry.suffix.lower() in suffixes and entry.is_file():
            found.files.append(entry)
        else:
            found.passed += 1
    return found


def _walked(
    folder: Path, root: Path, found: FolderFiles, whole: Callable[[Path], bool]
) -> Iterator[Path]:
    """Yield what is no folder below ``folder``; what is not to be looked at is counted."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.name.startswith(_HIDDEN) or leads_out(entry, root, folders=True):
            found.passed += 1
        elif not entry.is_dir():
            yield entry
        elif whole(entry):
            found.apart.append(entry)
        else:
            yield from _walked(entry, root, found, whole)
