"""``--catat``: the workbook that was read, written back with what was found in it."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from types import ModuleType
from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.output import STANDARD_OUTPUT, check_output, deliver
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table_options import known_context
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.alignment.alignment import Alignment
    from kesbang_iku.cli.options import Options
    from kesbang_iku.sources.reading import Opened

_HEADING: Final = "kode"
"""What stands above codes in a column of their own."""


def annotation_option(add: Options) -> None:
    """Declare ``--catat``."""
    add.option("--catat", metavar="BERKAS")


def check_annotation(options: Namespace, names: Sequence[str], own: Iterable[str | None]) -> None:
    """Refuse, before anything is read, what cannot be written.

    Args:
        options: those of the command.
        names: the files it reads.
        own: the other files it writes.

    Raises:
        CannotRunError: there is not one file, or its copy may not be written there.
    """
    name = options.catat
    if name is None:
        return
    if len(names) != 1:
        raise CannotRunError(texts.ANNOTATED_ONE_FILE, jumlah=len(names))
    if os.path.isdir(names[0]):  # noqa: PTH112 - Path.is_dir raises for names that are too long
        raise CannotRunError(texts.ANNOTATED_NO_WORKBOOK, berkas=names[0])
    others = {os.path.realpath(one) for one in own if one is not None and one != STANDARD_OUTPUT}
    if os.path.realpath(name) in others:
        raise CannotRunError(texts.ANNOTATED_TWICE, berkas=name)
    check_output(name, names, overwrite=options.timpa)


def check_annotated(
    options: Namespace, opened: Sequence[Opened], tables: Collection[str] = ()
) -> None:
    """Refuse, before anything is checked, a file that cannot be written back.

    Args:
        options: those of the command.
        opened: the file, if it could be had.
        tables: the name of the file, if it is a long table of text.

    Raises:
        CannotRunError: it is no workbook, is signed, or its copy needs another name.
    """
    if options.catat is None:
        return
    for name in (*tables, *(one.name for one in opened if one.format != "xlsx")):
        raise CannotRunError(texts.ANNOTATED_NO_WORKBOOK, berkas=name)
    for one in opened:
        if _readable(one):
            with _annotating(one) as annotation:
                ending = annotation.ending_of(one)
            if PurePath(options.catat).suffix.lower() != ending:
                raise CannotRunError(texts.ANNOTATED_ENDING, berkas=options.catat, akhiran=ending)


def write_annotated(
    options: Namespace,
    opened: Sequence[Opened],
    findings: Iterable[Finding],
    session: Session,
    aligned: Alignment | None = None,
) -> None:
    """Write the workbook with the findings in it, if that is asked for and it could be read.

    Where it could not, a finding says why.

    Raises:
        CannotRunError: it is damaged.
        OSError: the file cannot be written.
    """
    if options.catat is None:
        return
    for one in opened:
        if not _readable(one):
            said = session.say(texts.NOT_WRITTEN_UNREAD, berkas=options.catat)
            session.screen.complain(f"kesbang-iku: {said}")
            continue
        codes = _codes(options, one, aligned)
        with _annotating(one) as annotation:
            content = annotation.annotated(one, findings, session.language, aligned, codes)
        deliver(options.catat, content, session)
        if aligned is not None and options.isi_kode:
            without = sum(not one.item.kode for one in aligned)
            filled = sum(one != _HEADING for cells in codes.values() for one in cells.values())
            said = session.say(commands.align.CODES_FILLED, kode=filled, sisa=without - filled)
            session.remark(said)


def _codes(
    options: Namespace, opened: Opened, aligned: Alignment | None
) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """Return the codes to fill in, where that is asked for."""
    if aligned is None or not options.isi_kode:
        return {}
    from kesbang_iku.publish.annotated_workbook.codes import codes_to_fill  # noqa: PLC0415  # light: seldom wanted
    from kesbang_iku.tables.reading import read_tables  # noqa: PLC0415  # light: the same

    known = known_context(options, region=False)
    return codes_to_fill(read_tables(opened, options=known).tables, aligned)


def _readable(opened: Opened) -> bool:
    unread = {kinds.WORKBOOK_BROKEN, kinds.WORKBOOK_TOO_LARGE, kinds.WORKBOOK_OTHER_FORM}
    return not any(found.kind in unread for found in opened.workbook[1])


@contextmanager
def _annotating(opened: Opened) -> Iterator[ModuleType]:
    """Give the module that annotates, for work with one workbook.

    Raises:
        CannotRunError: the workbook cannot be given back with anything in it.
    """
    from kesbang_iku.publish.annotated_workbook import annotation  # noqa: PLC0415  # light: seldom wanted

    try:
        yield annotation
    except annotation.NotAnnotatedError as error:
        raise CannotRunError(texts.NOT_ANNOTATED, berkas=opened.name, sebab=error.reason) from error
