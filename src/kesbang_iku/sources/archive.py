"""The archive a workbook is stored in, opened only where its directory promises a sane size."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from kesbang_iku.findings import Finding, FindingKind, Place, Text, kinds, sentences
from kesbang_iku.findings.waiting import passed
from kesbang_iku.sources.text_reader import MEGABYTE

ZIP_START: Final = b"PK\x03\x04"
OLE_START: Final = b"\xd0\xcf\x11\xe0"
MAX_ENTRIES: Final = 10_000
MAX_UNPACKED: Final = 500 * MEGABYTE
MAX_RATIO: Final = 250
"""Sheets full of equal cells shrink to about a fiftieth; more than this is made on purpose."""

_RATIO_FROM: Final = 5 * MEGABYTE
_CHUNK: Final = 64 * 1024
_UNPACKED: Final = 0.25
"""Unpacking its parts is so much of reading a workbook, for who waits for it."""
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    RuntimeError,  # a part with a password; also a compression method nobody implements
)
# Names of streams of an OLE file, which are stored two bytes a character.
_LOCKED: Final = 0x1
"""The mark of a part of an archive that is under a password."""
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOK: Final = ("Workbook".encode("utf-16-le"), "Book\0".encode("utf-16-le"))


class WorkbookError(Exception):
    """Carries what is wrong with a workbook as a whole; never leaves this room."""

    def __init__(self, kind: FindingKind, **arguments: object) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self._arguments = arguments

    def finding(self, source: str) -> Finding:
        """Return the finding about the workbook called ``source``."""
        return self.kind.at(Place(berkas=source), value=None, berkas=source, **self._arguments)


def broken(sebab: Text) -> WorkbookError:
    """Return the error that a workbook is damaged, with the cause."""
    return WorkbookError(kinds.WORKBOOK_BROKEN, sebab=sebab)


def too_large(batas: Text) -> WorkbookError:
    """Return the error that a workbook exceeds a limit, with the limit."""
    return WorkbookError(kinds.WORKBOOK_TOO_LARGE, batas=batas)


def _other_form(rupa: Text, usul: Text) -> WorkbookError:
    return WorkbookError(kinds.WORKBOOK_OTHER_FORM, rupa=rupa, usul=usul)


def is_workbook(content: bytes) -> bool:
    """Say whether ``content`` is a workbook of any form, also of one that is not read."""
    if content.startswith(OLE_START):
        return _ENCRYPTED in content or any(name in content for name in _OLD_BOOK)
    if not content.startswith(ZIP_START):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except _DAMAGE:
        # Without its directory, the names of the parts still stand in the headers of each part.
        return b"xl/workbook.xml" in content or b"xl/worksheets/" in content
    return any(name.startswith("xl/workbook.") for name in names) or _is_open_document(content)


def _is_open_document(content: bytes) -> bool:
    return b"application/vnd.oasis.opendocument.spreadsheet" in content[:4096]


class Archive:
    """The parts of a workbook, by name.

    Raises:
        WorkbookError: the content is no ``.xlsx`` workbook, is damaged, or would grow too large.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(OLE_START):
            if _ENCRYPTED in content:
                raise _other_form(
                    sentences.sources.A_WORKBOOK_WITH_A_PASSWORD, sentences.sources.UNLOCK
                )
            raise _other_form(sentences.sources.AN_OLD_EXCEL_BOOK_XLS, sentences.sources.RESAVE)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            entries = self._archive.infolist()
        except _DAMAGE as error:
            raise broken(sentences.sources.ITS_ARCHIVE_IS_DAMAGED) from error
        _check_limits(entries)
        if any(entry.flag_bits & _LOCKED for entry in entries):
            raise _other_form(
                sentences.sources.A_WORKBOOK_WITH_A_PASSWORD, sentences.sources.UNLOCK
            )
        self._names = {entry.filename.casefold(): entry.filename for entry in entries}
        if "xl/workbook.bin" in self._names:
            raise _other_form(sentences.sources.A_BINARY_WORKBOOK_XLSB, sentences.sources.RESAVE)
        if _is_open_document(content):
            raise _other_form(
                sentences.sources.AN_OPENDOCUMENT_SPREADSHEET_ODS, sentences.sources.RESAVE
            )

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the content of a part piece by piece.

        Raises:
            WorkbookError: the part is not there, or is damaged.
        """
        actual = self._names.get(name.casefold())
        if actual is None:
            raise broken(sentences.sources.ITS_PART_IS_MISSING.filled(nama=name))
        try:
            pieces = range(self._archive.getinfo(actual).file_size // _CHUNK + 1)
            with self._archive.open(actual) as stream:
                for _ in passed(pieces, 0, _UNPACKED) if len(pieces) > 1 else pieces:
                    yield stream.read(_CHUNK)
        except _DAMAGE as error:
            raise broken(sentences.sources.ITS_PART_IS_DAMAGED.filled(nama=name)) from error


def _check_limits(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive by what its directory says; reading stops at the sizes given there."""
    if len(entries) > MAX_ENTRIES:
        raise too_large(sentences.sources.MORE_THAN_PARTS.filled(batas=MAX_ENTRIES))
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        size = MAX_UNPACKED // MEGABYTE
        raise too_large(sentences.sources.MORE_THAN_MB_ONCE_UNPACKED.filled(ukuran=size))
    for entry in entries:
        if entry.file_size > _RATIO_FROM and entry.file_size > MAX_RATIO * entry.compress_size:
            raise too_large(sentences.sources.ONE_PART_GROWS_MORE_THAN.filled(batas=MAX_RATIO))
