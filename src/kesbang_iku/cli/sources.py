"""The files a command is given, read once each, so that findings can show their lines."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final, TypeVar

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.load import is_catalog_folder
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings import Finding, Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.sources.folders import files_below
from kesbang_iku.sources.reading import SUFFIXES, Opened, open_source
from kesbang_iku.sources.text_reader import NOT_READ

STANDARD_INPUT: Final = "-"
Thing = TypeVar("Thing")
_MANY: Final = 20
"""Up to so many files nobody waits long enough to want to know how far it got."""


@dataclass(slots=True)
class Sources:
    """The files a command was given. Filled while they are read; lives as long as the command.

    Attributes:
        opened: what could be read.
        findings: what was found on the way, of files that could be had.
        not_read: the findings of files that could not be had at all.
    """

    opened: list[Opened] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    not_read: list[Finding] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many files could be had, whatever is in them."""
        failed = {finding.place.berkas for finding in self.findings}
        return len({source.name for source in self.opened} | failed)


def read_sources(names: Sequence[str], session: Session) -> Sources:
    """Read the files called ``names``, each once; ``-`` is standard input.

    Raises:
        CannotRunError: standard input is asked for twice, or is closed.
    """
    check_standard_input(names)
    sources = Sources()
    for name in each_once(progress(names, session), session):
        opened, findings = open_source(name)
        for finding in findings:
            missing = finding.kode in NOT_READ
            (sources.not_read if missing else sources.findings).append(finding)
        if opened is not None:
            sources.opened.append(opened)
    return sources


def check_standard_input(names: Sequence[str]) -> None:
    """Refuse what cannot be read.

    Raises:
        CannotRunError: standard input is asked for twice, or is closed.
    """
    if names.count(STANDARD_INPUT) > 1:
        raise CannotRunError(texts.STANDARD_INPUT_TWICE)
    if STANDARD_INPUT in names and sys.stdin is None:
        raise CannotRunError(texts.NO_STANDARD_INPUT)


def progress(
    things: Sequence[Thing], session: Session, saying: Text = texts.READING
) -> Iterator[Thing]:
    """Yield ``things``, and show on a terminal how far it got where there are many."""
    shown = len(things) > _MANY and session.screen.watched and not session.quiet
    for number, thing in enumerate(things):
        if shown:
            text = session.say(saying, selesai=number, semua=len(things))
            session.screen.show_progress(text)
        yield thing
    if shown:
        session.screen.show_progress("")


def is_catalog(name: str) -> bool:
    """Say whether an argument names a catalog folder."""
    return name != STANDARD_INPUT and Path(name).is_dir() and is_catalog_folder(Path(name))


def finish(sources: Sources, session: Session, status: int) -> int:
    """Complain about files that could not be had, and return the exit status with them in it."""
    if not sources.not_read:
        return status
    Findings(session).complain(sources.not_read)
    return 2


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


def each_once(names: Iterable[str], session: Session) -> Iterator[str]:
    """Yield the names but those of a file that was named before, also by a link; these are told."""
    known: dict[str, str] = {}
    for name in names:
        if name == STANDARD_INPUT or not os.path.exists(name):  # noqa: PTH110  # Path.exists raises for a long name
            yield name
            continue
        place = os.path.realpath(name)
        if place in known:
            session.remark(session.say(texts.FILE_AGAIN, berkas=name, sama=known[place]))
        else:
            known[place] = name
            yield name


def _expanded(
    name: str, but: Collection[str], session: Session, *, catalogs: bool
) -> Iterator[str]:
    if name == STANDARD_INPUT or not os.path.isdir(name) or is_catalog(name):  # noqa: PTH112  # Path.is_dir raises for a long name
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
