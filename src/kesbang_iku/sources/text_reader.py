"""From a source (path, standard input, bytes, package resource) to text, with findings on the way.

What cannot be had at all (no file, no permission, a folder, too large) has findings of its own;
their codes are in :data:`NOT_READ`.
"""

import errno
import os
import select
import stat
import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from kesbang_iku.findings import Finding, Place, Text, kinds, refusal, sentences
from kesbang_iku.findings.misuse import MisuseError

Source = str | os.PathLike[str] | bytes | Traversable
"""A path as text or object, ``-`` for standard input, the content as bytes, or a resource."""

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 200 * MEGABYTE
MAX_DOCUMENT_BYTES: Final = 20 * MEGABYTE
STANDARD_INPUT: Final = "-"
NOT_READ: Final = frozenset({"IKU001", "IKU002", "IKU003", "IKU004"})
"""Codes of findings after which a command could not run at all, as the file could not be had."""
PIPE_PATIENCE: Final = 5.0
"""So many seconds a pipe with a name (FIFO) may stand without anybody who writes into it."""
_SMALL: Final = 64 * 1024

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
# First bytes of files that people hand in by mistake, with what they are called.
_SIGNATURES: Final = (
    (b"%PDF-", "pdf"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"PAR1", "parquet"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"{\\rtf", "rtf"),
)
_MARKS: Final = tuple(mark for mark, _, _ in _BYTE_ORDER_MARKS)
_STARTS: Final = tuple(signature for signature, _ in _SIGNATURES)
_ZIP: Final = b"PK\x03\x04"
_ZIP_CONTENTS: Final = (
    (b"xl/workbook.", "xlsx"),
    (b"word/document", "docx"),
    (b"ppt/presentation", "pptx"),
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.text", "odt"),
)
NO_NAME: Final = "''"
"""How a name that is empty is shown."""
_WORD: Final = "WordDocument".encode("utf-16-le")
_HTML: Final = (b"<!doctype html", b"<html", b"<table")


def source_name(source: Source, name: str | None = None) -> str:
    """Return what findings call ``source``: ``name`` if given, else its path, else ``-``.

    Raises:
        TypeError: ``source`` is none, such as a file that was opened.
    """
    if not isinstance(source, str | bytes | os.PathLike | Traversable):
        raise MisuseError(sentences.sources.NO_SOURCE.filled(jenis=type(source).__name__).en)
    if name is not None:
        return name
    if isinstance(source, str):
        return source
    if isinstance(source, bytes):
        return STANDARD_INPUT
    if isinstance(source, os.PathLike):
        return os.fspath(source)
    return source.name


def read_bytes(
    source: Source, *, name: str | None = None, limit: int = MAX_BYTES
) -> tuple[bytes | None, list[Finding]]:
    """Return the content of ``source``, at most ``limit`` bytes, or ``None`` and the finding why.

    A text is always a path, or ``-`` for standard input; content is given as bytes.
    """
    called = source_name(source, name) or NO_NAME
    place = Place(berkas=called)
    try:
        content = _content(source, limit)
    except (FileNotFoundError, NotADirectoryError):
        return None, [kinds.FILE_MISSING.at(place, berkas=called)]
    except IsADirectoryError:
        return None, [kinds.FILE_IS_FOLDER.at(place, berkas=called)]
    except PermissionError:
        sebab = sentences.sources.NO_PERMISSION_TO_READ_IT
    except BrokenPipeError:
        sebab = sentences.sources.IT_IS_A_PIPE_AND
    except (OSError, ValueError) as error:
        sebab = refusal(error)
    else:
        if len(content) > limit:
            return None, [too_large(called, limit, sentences.sources.A_FILE)]
        return content, []
    finding = kinds.FILE_UNREADABLE.at(place, berkas=called, sebab=sebab)
    return None, [finding]


def too_large(called: str, limit: int, bentuk: Text) -> Finding:
    """Return the finding that ``called`` is larger than ``limit`` bytes, the limit of its form."""
    return kinds.FILE_TOO_LARGE.at(
        Place(berkas=called), berkas=called, batas=limit // MEGABYTE, bentuk=bentuk
    )


def _content(source: Source, limit: int) -> bytes:
    """Return at most one byte more than ``limit``, so that the caller sees what is too long."""
    if isinstance(source, bytes):
        return source
    if source == "":  # no name at all, as of a variable of a shell that is not set
        raise FileNotFoundError
    if isinstance(source, str) and source == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read(limit + 1)
    if not isinstance(source, (str, os.PathLike)):
        if source.is_dir():
            raise IsADirectoryError
        return _from_stream(source, limit)
    path = Path(source)
    mode, size = _mode_and_size(path)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    return _from_pipe(path, limit) if stat.S_ISFIFO(mode) else _from_stream(path, limit, size)


def _mode_and_size(path: Path) -> tuple[int, int]:
    """Return what kind of thing a path is and its bytes; 0 where only opening it tells."""
    try:
        said = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return said.st_mode, said.st_size


def _from_stream(opened: Path | Traversable, limit: int, size: int = 0) -> bytes:
    # Asking for all that is allowed would make room for it, at each small file.
    asked = min(limit, max(size, _SMALL)) + 1
    with opened.open("rb") as stream:
        start = stream.read(asked)
        return start if len(start) < asked else start + stream.read(limit + 1 - asked)


def _from_pipe(path: Path, limit: int) -> bytes:
    """Return what is written into a pipe, however long its writer takes once there is one.

    Opening it as a file would wait for ever where nobody writes. The pipe of a process substitution
    ends at once when its writer has gone, so nobody waits for that either.

    Raises:
        BrokenPipeError: nobody writes into it.
    """
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(pipe, "rb") as stream:
        spoken = select.poll()
        spoken.register(pipe, select.POLLIN)
        quiet = not spoken.poll(PIPE_PATIENCE * 1000)
        # Nothing to read, as yet, is None; at the end of what was written it is no byte.
        start = stream.raw.read(1)
        if quiet and start == b"":
            raise BrokenPipeError
        os.set_blocking(pipe, True)
        return (start or b"") + stream.read(limit + 1 - len(start or b""))


def decode(content: bytes, source: str) -> tuple[str | None, list[Finding]]:
    """Return ``content`` as text without its byte order mark, or ``None`` and the finding why.

    UTF-8 is expected; UTF-16 and UTF-32 are taken by their byte order mark. Other text counts as
    Windows-1252, which is what older spreadsheets write, and says so in a finding.
    """
    place = Place(berkas=source)
    if not content.strip():
        return None, [kinds.FILE_EMPTY.at(place, berkas=source)]
    other = other_form(content, source)
    if other is not None:
        return None, [other]
    for mark, codec, spoken in _BYTE_ORDER_MARKS if content.startswith(_MARKS) else ():
        if content.startswith(mark):
            return _decode_as(content[len(mark) :], codec, spoken, source)
    if b"\0" in content:
        return None, [_not_text("binary", source)]
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        text, findings = _decode_as(content, "cp1252", "Windows-1252", source)
        if text is not None:
            findings = [kinds.ENCODING_FALLBACK.at(place, berkas=source)]
        return text, findings


def _decode_as(
    content: bytes, codec: str, spoken: str, source: str
) -> tuple[str | None, list[Finding]]:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        finding = kinds.ENCODING_BROKEN.at(
            Place(berkas=source), berkas=source, penyandian=spoken, posisi=error.start + 1
        )
        return None, [finding]
    if not text.strip():
        return None, [kinds.FILE_EMPTY.at(Place(berkas=source), berkas=source)]
    return text, []


def _not_text(form: str, source: str) -> Finding:
    """Return that a file is of a form that is not read, and how to get at what is in it."""
    cures = sentences.sources.OTHER_FORM_CURES
    cara = cures.get(form, cures["others"])
    rupa = sentences.sources.OTHER_FORMS[form]
    return kinds.FILE_NOT_TEXT.at(Place(berkas=source), berkas=source, rupa=rupa, cara=cara)


def other_form(content: bytes, source: str) -> Finding | None:
    """Return that a file is of another kind than text, where its first bytes say so."""
    form = _looks_like(content)
    return None if form is None else _not_text(form, source)


def _looks_like(content: bytes) -> str | None:
    """Return the form of a file of another kind, by its first bytes and the parts in it."""
    if content.startswith(_ZIP):
        # The names of the parts are not packed, and stand in front of each.
        return next((form for part, form in _ZIP_CONTENTS if part in content), "zip")
    for signature, form in _SIGNATURES if content.startswith(_STARTS) else ():
        if content.startswith(signature):
            return "doc" if form == "office" and _WORD in content else form
    if content[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        return "html"
    return None
