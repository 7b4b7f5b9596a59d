"""Ending at an interrupt (Ctrl-C) at any moment: without a traceback, with status 130."""

import os
import signal
import sys
from typing import Final

INTERRUPTED: Final = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""
_ERRORS: Final = 2
_CLEAR_LINE: Final = b"\r\033[K"


def end_at_interrupts() -> None:
    """Let an interrupt end this process at once, whatever it is doing.

    An exception in its place would come out of imports, callbacks and libraries that take it for
    an error of their own. There is nothing to clean up: what writes a file holds interrupts off.
    Interrupts that somebody wants ignored, or sees to, are left to them.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def _end(_number: int, _frame: object) -> None:
    pools = sys.modules.get("multiprocessing")
    for child in getattr(pools, "active_children", list)():
        child.kill()
    if os.isatty(_ERRORS):
        os.write(_ERRORS, _CLEAR_LINE)
    os._exit(INTERRUPTED)  # the only end that runs nothing more
