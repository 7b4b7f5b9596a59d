"""Writing a file whole or not at all: nobody ever finds half of it, nor a temporary one beside it.

The content goes to a new file in the same folder, which then takes the place of the old one. What
would change on the way (an owner, further names of the same file) keeps the old file in its place.
"""

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from kesbang_iku.sources.interrupts import interrupts_held

_LONGEST_NAME: Final = 40
_BINARY: Final = getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


def write_whole(name: str | os.PathLike[str], content: bytes | Sequence[str]) -> None:
    """Write ``content``, a text by its parts, as ``name``; where that is a link, where it leads.

    A file that exists keeps its owner, permissions and hard links. What is no file (a device, a
    pipe) is written to as it is.

    Raises:
        OSError: the file cannot be written; what was there before still is.
    """
    path = Path(os.path.realpath(name))
    try:
        old = path.stat()
    except FileNotFoundError:
        old = None
    try:
        with interrupts_held():
            if old is None:
                _take_place(path, content, None)
            elif not stat.S_ISREG(old.st_mode):
                with path.open("wb") as stream:
                    stream.writelines(_pieces(content))
            elif not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            elif old.st_nlink > 1 or not _take_place(path, content, old):
                _overwrite(path, content)
    except OSError as error:
        error.filename = str(path)  # a full disk names none, and people know no temporary one
        raise


def _pieces(content: bytes | Sequence[str]) -> Iterable[bytes]:
    if isinstance(content, bytes):
        return (content,)
    return (one.encode("utf-8", "replace") for one in content)


def _take_place(path: Path, content: bytes | Sequence[str], old: os.stat_result | None) -> bool:
    """Write a new file and let it take the place of ``path``; say whether it could be its like."""
    new = path.with_name(f".{path.name[:_LONGEST_NAME]}.{secrets.token_hex(4)}")
    descriptor = os.open(new, _NEW, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.writelines(_pieces(content))
            stream.flush()
            os.fsync(stream.fileno())
        if old is not None and not _made_alike(new, old):
            new.unlink()
            return False
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return True


def _made_alike(new: Path, old: os.stat_result) -> bool:
    """Give ``new`` the owner, group and permissions of ``old``; say whether the system let us."""
    now = new.stat()
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.chown(new, old.st_uid, old.st_gid)
        except PermissionError:
            return False
    new.chmod(stat.S_IMODE(old.st_mode))
    return True


def _overwrite(path: Path, content: bytes | Sequence[str]) -> None:
    """Write into the file itself, which keeps whose it is and all its names."""
    with path.open("r+b") as stream:
        stream.writelines(_pieces(content))
        stream.truncate()
        os.fsync(stream.fileno())
