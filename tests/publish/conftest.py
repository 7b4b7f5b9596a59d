"""A browser for the tests that open pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    named = os.environ.get("KESBANG_IKU_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, _BROWSERS)), None)
    assert found, "no Chromium: run tools/install_browser.sh"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()
