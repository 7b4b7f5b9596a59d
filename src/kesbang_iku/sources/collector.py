"""Pausing the garbage collector while many small trees are built."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_MANY: Final = 50_000
"""From so many new objects on it is worth to look for what the host has frozen, one by one."""


@contextmanager
def paused_gc() -> Iterator[None]:
    """Pause cyclic garbage collection inside the block; leave it as it was afterwards.

    Loading a catalog makes some hundred thousand objects that all stay alive; the collector would
    walk them again and again and take longer than the parser.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
                # Puts what was made among the old objects, where it would get by being walked once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
