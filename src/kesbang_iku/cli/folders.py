"""Folders among the arguments: each stands for the files in it that a command can read."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kesbang_iku.catalog.load import is_catalog_folder
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, is_catalog
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.sources.folders import files_below
from kesbang_iku.sources.reading import SUFFIXES


def expand_folders(
    names: Iterable[str],
    session: Session,
    *,
    but: Sequence[str | None] = (),
    catalogs: bool = False,
) -> list[str]:
    """Return the names of files that arguments name, and say how many were passed over.

    Args:
        names: files, folders, or ``-``; a catalog folder stays one.
        session: where it is said.
        but: files that are no input of the command, whatever folder they lie in.
        catalogs: whether the command also takes the catalog folders that lie in a folder.

    Raises:
        CannotRunError: there is nothing to read in a folder.
    """
    not_read = {os.path.realpath(name) for name in but if name is not None}
    return [
        found for name in names for found in _expanded(name, not_read, session, catalogs=catalogs)
    ]


def _expanded(
    name: str, but: Collection[str], session: Session, *, catalogs: bool
) -> Iterator[str]:
    # Path.is_dir raises for a name that is longer than names can be.
    if name == STANDARD_INPUT or not os.path.isdir(name) or is_catalog(name):  # noqa: PTH112 - see above
        yield name
        return
    found = files_below(Path(name), SUFFIXES, whole=is_catalog_folder)
    files = [str(file) for file in found.files if os.path.realpath(file) not in but]
    passed = found.passed + len(found.files) - len(files)
    whole = [str(folder) for folder in found.apart] if catalogs else []
    passed += len(found.apart) - len(whole)
    if not files and not whole:
        raise CannotRunError(texts.NOTHING_IN_FOLDER, folder=name, jumlah=passed)
    told = session.say(texts.FOLDER_READ, folder=name, jumlah=len(files), dilewati=passed)
    session.remark(told)
    yield from (*files, *whole)
