"""One job at a time for one output: a lock that the system lets go of when its program ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file, which is made where there is none; a file system without locks holds nothing.

    Raises:
        BlockingIOError: another program holds it.
    """
    with path.open("ab") as stream:
        try:
            if sys.platform == "win32":
                from msvcrt import LK_NBLCK, locking  # noqa: PLC0415  # of one system

                locking(stream.fileno(), LK_NBLCK, 1)
            else:
                from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415  # of the others

                flock(stream, LOCK_EX | LOCK_NB)
        except (BlockingIOError, PermissionError) as error:
            raise BlockingIOError(error.errno, error.strerror, str(path)) from error
        except OSError:
            pass
        yield
