"""Writing a repaired file: whole or not at all, in its own encoding, with its own permissions."""

from __future__ import annotations

import codecs
import errno
import os
from pathlib import Path
from typing import Final

from kesbang_iku.findings import Text, refusal, sentences
from kesbang_iku.sources.writing import write_whole

_ENCODINGS: Final = (
    (b"", "utf-8"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "cp1252"),
)


def write_text(name: str, old: str, new: str) -> Text | None:
    """Replace the text ``old`` of a file by ``new``; return why not, and it stays as it was.

    The text keeps its encoding and byte order mark, the file its owner, permissions and hard links;
    where the name is a link, the file it leads to is replaced.
    """
    path = Path(os.path.realpath(name))
    try:
        content = _encoded(path.read_bytes(), old, new) if path.is_file() else None
        if content is None:
            return sentences.validation.CHANGED
        if not os.access(path, os.W_OK):
            return _refused(PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
        write_whole(path, content)
    except OSError as error:
        return _refused(error)
    return None


def _refused(error: OSError) -> Text:
    return sentences.validation.REFUSED.filled(sebab=refusal(error))


def _encoded(content: bytes, old: str, new: str) -> bytes | None:
    """Return ``new`` as bytes in the encoding in which ``old`` is ``content``, or ``None``."""
    for mark, codec in _ENCODINGS:
        try:
            if mark + old.encode(codec) == content:
                return mark + new.encode(codec)
        except UnicodeEncodeError:
            continue
    return None
