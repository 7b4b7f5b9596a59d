"""The command line. Thin: every command reads, asks the library, and writes what it answers.

``main`` is the whole interface. What a command needs is loaded when it runs, and for ``--version``,
which pipelines ask at every start, nothing is loaded at all.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kesbang_iku._version import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the arguments, without the name of the program; those of the process by default.

    Returns:
        0 if nothing of level ``galat`` was found, 1 if something was, 2 if the command could not
        run; 130 after Ctrl-C and 141 when the reader of the output has gone.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments == ["--version"]:
        sys.stdout.write(f"kesbang-iku {__version__}\n")
        return 0
    from kesbang_iku.cli.program import run  # noqa: PLC0415  # light: the version needs none

    return run(arguments)
