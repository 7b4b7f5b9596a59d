"""``python -m kesbang_iku`` and ``kesbang-iku``: the command line, silent at an interrupt.

Nothing of the package is imported before interrupts are seen to; :mod:`kesbang_iku` itself, which
Python runs before this, imports nothing.
"""

import sys

_INTERRUPTED = 130


def start() -> int:
    """Run the command that the process was started with, and return its exit status."""
    try:
        from kesbang_iku.cli import main  # noqa: PLC0415  # light: an interrupt may come meanwhile

        return main()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(start())
