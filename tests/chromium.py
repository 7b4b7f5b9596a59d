"""Which Chromium opens pages in the tests."""

from __future__ import annotations

import os
import shutil
from typing import Final

_NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first has no window at all, and opens pages in three quarters of the time."""


def path_of_chromium() -> str:
    """Return where the Chromium is that the tests use; ``KESBANG_IKU_CHROMIUM`` may name one."""
    names = (os.environ.get("KESBANG_IKU_CHROMIUM"), *_NAMES)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    assert path is not None, "no Chromium: run tools/install_browser.sh"
    return path
