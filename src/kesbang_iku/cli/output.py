"""Where the answer of a command goes, and in which form: the options, and what they mean."""

import errno
import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT
from kesbang_iku.findings import Text, refusal
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.sources.writing import write_whole

STANDARD_OUTPUT: Final = "-"
_SCREEN: Final = frozenset({"table", "text"})
_BOOK: Final = "xlsx"
_ENDINGS: Final = frozenset({"json", "csv", "yaml", "html", _BOOK})
"""The forms that a file is given by the ending of its name."""
_EXCEL: Final = "excel"
_TABLE: Final = "csv"
"""The form of an answer that is a table; a workbook holds the same."""
_WORKBOOK: Final = f".{_BOOK}"
_OTHER_WORKBOOKS: Final = (".xls", ".xlsm", ".xlsb", ".ods")


def output_options(add: Options, forms: Iterable[str]) -> None:
    """Declare the form of the answer, the first one the default, and the file it goes to."""
    choices = _with_workbooks(forms)
    add.option("--format", choices=choices, default_shown=choices[0])
    add.option("-o", "--output", metavar="BERKAS", default_shown=_endings(choices))
    add.option("--timpa", action="store_true")
    add.option("--untuk", choices=(_EXCEL,))


def _with_workbooks(forms: Iterable[str]) -> tuple[str, ...]:
    known = tuple(forms)
    return (*known, _BOOK) if _TABLE in known else known


def _endings(forms: Iterable[str]) -> str:
    return ", ".join(f".{form}" for form in forms if form in _ENDINGS)


def choose_form(
    options: Namespace, forms: Sequence[str], read: Iterable[str] = (), *, default: str = ""
) -> str:
    """Return the form of the answer that ``options`` ask for.

    Args:
        options: those of the command.
        forms: the forms the command knows.
        read: the files it reads, which its answer may not replace.
        default: the form on a screen; the first one where not given.

    Raises:
        CannotRunError: the options do not fit each other, or the file may not be written.
    """
    name = options.output
    ending = "" if name is None else PurePath(name).suffix.lower()
    if ending in _OTHER_WORKBOOKS and options.format is None:
        raise CannotRunError(texts.OTHER_WORKBOOK, berkas=name)
    if _BOOK in {ending[1:], options.format}:
        form = _in_a_workbook(options, forms)
    else:
        form = options.format or (ending[1:] if ending[1:] in forms else default or forms[0])
    if name not in {None, STANDARD_OUTPUT}:
        files = ", ".join(one for one in forms if one not in _SCREEN)
        if options.format is None and form in _SCREEN:
            told = _endings(_with_workbooks(forms))
            raise CannotRunError(texts.WHICH_FORM, berkas=name, akhiran=told, ada=files)
        if form in _SCREEN:
            raise CannotRunError(texts.NOT_TO_A_FILE, bentuk=form, ada=files)
    if options.untuk == _EXCEL and form != "csv":
        raise CannotRunError(texts.ONLY_CSV_FOR_EXCEL)
    check_output(name, read, overwrite=options.timpa)
    return form


def _in_a_workbook(options: Namespace, forms: Sequence[str]) -> str:
    """Return the form that is made a workbook of: the table, written as CSV is.

    Raises:
        CannotRunError: no file for it is named, the answer is no table, another form is asked for,
            or what writes workbooks is not installed.
    """
    if PurePath(options.output or "").suffix.lower() != _WORKBOOK:
        raise CannotRunError(texts.A_WORKBOOK_IS_A_FILE)
    if _TABLE not in forms or options.format not in {None, _TABLE, _BOOK}:
        raise CannotRunError(texts.NO_TABLE_FOR_A_WORKBOOK, berkas=options.output)
    if options.untuk is not None:
        raise CannotRunError(texts.ONLY_CSV_FOR_EXCEL)
    check_workbooks()
    return _TABLE


def check_workbooks() -> None:
    """Refuse to begin what ends in a workbook where nothing can write one.

    Raises:
        CannotRunError: the library is not installed.
    """
    from kesbang_iku.extras import MissingExtraError, require_extra  # noqa: PLC0415  # light: the same

    try:
        require_extra("xlsxwriter", "excel")
    except MissingExtraError as error:
        reason = Text(error.render("id"), error.render("en"))
        raise CannotRunError(texts.EXTRA_MISSING, sebab=reason) from error


def deliver(name: str | None, content: str | bytes, session: Session) -> None:
    """Write what a command makes: to its file, and say so; a text without one is the answer.

    Raises:
        OSError: the file cannot be written.
    """
    if isinstance(content, str) and name in {None, STANDARD_OUTPUT}:
        session.answer_whole(content)
        return
    written = content.encode("utf-8", "replace") if isinstance(content, str) else content
    write_whole(str(name), written)
    session.remark(session.say(texts.FILE_WRITTEN, berkas=name))


def write_table(name: str, content: Sequence[str], title: str) -> None:
    """Write the parts of a table, which is CSV, as a file; as a workbook, if its name says so.

    Raises:
        CannotRunError: the table is too large for a workbook.
        OSError: the file cannot be written.
    """
    if PurePath(name).suffix.lower() != _WORKBOOK:
        write_whole(name, content)
        return
    from kesbang_iku.publish import workbook  # noqa: PLC0415  # light: seldom wanted

    try:
        book = workbook.workbook_of_csv("".join(content), title)
    except workbook.TooLargeForASheetError as error:
        most = workbook.MOST_ROWS
        raise CannotRunError(texts.TOO_LARGE_FOR_A_SHEET, berkas=name, batas=most) from error
    write_whole(name, book)


def write_files(
    folder: str, files: Mapping[str, str], options: Namespace, session: Session
) -> None:
    """Write files of text into a folder, which is made where it is absent, and say so.

    Raises:
        CannotRunError: one is there that says something else, and may not be written over.
        OSError: one of them cannot be written.
    """
    for path, content in files.items():
        target = Path(folder, path)
        if not options.timpa and target.is_file() and target.read_bytes() != content.encode():
            raise CannotRunError(texts.NOT_OVERWRITTEN, berkas=target)
    for path, content in files.items():
        target = Path(folder, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, content.encode())
    session.remark(session.say(texts.FILES_WRITTEN, jumlah=len(files), folder=Path(folder)))


def check_output(name: str | None, read: Iterable[str], *, overwrite: bool) -> None:
    """Refuse to write over a file, unless asked to; over one that is to be read, always.

    Raises:
        CannotRunError: the file may not be written, or its folder is not there.
        OSError: it is a folder, or may not be written.
    """
    if name in {None, STANDARD_OUTPUT}:
        return
    target = Path(str(name))
    if not target.parent.is_dir():
        why = refusal(FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
        raise CannotRunError(texts.FOLDER_MISSING, berkas=name, folder=target.parent, sebab=why)
    if not target.exists():
        return
    inputs = (Path(one) for one in read if one != STANDARD_INPUT)
    if any(path.exists() and path.samefile(target) for path in inputs):
        raise CannotRunError(texts.OUTPUT_IS_INPUT, berkas=name)
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(name))
    if target.is_file() and not overwrite:
        raise CannotRunError(texts.NOT_OVERWRITTEN, berkas=name)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(name))


def written_for(options: Namespace, text: str) -> str:
    """Return a CSV text as those read it whom ``options`` name."""
    if options.untuk != _EXCEL:
        return text
    from kesbang_iku.publish.workbook import for_excel  # noqa: PLC0415  # light: seldom wanted

    return for_excel(text)


@contextmanager
def answering(options: Namespace, session: Session) -> Iterator[Session]:
    """Give the session that a command answers in: its answer goes to where ``options`` say.

    Raises:
        OSError: the file cannot be written.
    """
    to_screen = options.output in {None, STANDARD_OUTPUT}
    if to_screen and options.untuk is None:
        yield session
        return
    kept: list[str] = []
    yield replace(session, screen=replace(session.screen, kept=kept))
    if options.untuk is not None:
        kept = [written_for(options, "".join(kept))]
    if to_screen:
        session.answer("".join(kept))
        return
    write_table(options.output, kept, options.command)
    session.remark(session.say(texts.FILE_WRITTEN, berkas=options.output))
