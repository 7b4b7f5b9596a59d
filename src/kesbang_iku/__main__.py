"""``python -m kesbang_iku``: the command line."""

from __future__ import annotations

import sys

from kesbang_iku.cli import main

if __name__ == "__main__":
    sys.exit(main())
