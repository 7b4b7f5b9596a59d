"""A browser to open pages in, as their readers do: Debian's Chromium, driven by Playwright.

Nothing here is imported before a test asks for it: the other tests run without any of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.browser.waiting import watched
from tests.chromium import path_of_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_chromium())
        yield browser
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return where the built site is served, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Return an empty page. A message of its console, or a request to elsewhere, fails the test."""
    said: list[str] = []
    with watched(chromium, address) as opened:
        opened.on("console", lambda one: said.append(f"{one.type}: {one.text}"))
        yield opened
    assert [one for one in said if one.startswith(("error", "warning"))] == []
