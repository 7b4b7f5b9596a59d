"""The command line. Thin: every command reads, asks the library, and writes what it answers.

``main`` is the whole interface. What a command needs is loaded when it runs, and for ``--version``,
which pipelines ask at every start, nothing is loaded at all.
"""

from __future__ import annotations

import gc
import sys

from kesbang_iku._version import __version__

# Type checkers take this name as true; what is imported here comes before interrupts are seen to.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 500_000
"""So many objects are made before garbage is looked for; a small run makes fewer."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the arguments, without the name of the program; those of the process by default.

    Returns:
        0 if nothing of level ``galat`` was found, 1 if something was, 2 if the command could not
        run; 130 after Ctrl-C and 141 when the reader of the output has gone.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    if (
        arguments in (["--version"], ["-V"])
        and sys.stdout
        and _told(f"kesbang-iku {__version__}\n")
    ):
        return 0
    if argv is not None:
        from kesbang_iku.cli.program import run  # noqa: PLC0415  # light: the version needs none

        return run(arguments)
    return _run_process(arguments)


def _told(text: str) -> bool:
    """Say whether a text could be told; why not is told as of any other answer."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _run_process(arguments: list[str]) -> int:
    """Run the one command of a process that ends with it, and return its exit status.

    What is loaded stays until the end. Without a word the collector of cyclic garbage walks it
    again and again while it is loaded, and twice more when the interpreter ends, to find nothing:
    that takes a third of validating one small file (175 of 590 ms). A long run is still cleaned.
    """
    from kesbang_iku.cli.interrupts import end_at_interrupts  # noqa: PLC0415  # light: the same

    end_at_interrupts()
    gc.set_threshold(_PATIENCE)
    from kesbang_iku.cli.program import run  # noqa: PLC0415  # light: the version needs none

    try:
        return run(arguments)
    finally:
        gc.freeze()
