"""Assertions that wait: what a page shows is made by scripts, and scripts need time.

Reading a page once and judging what was read fails on a machine that is busy. A test of a page
asks with ``expect``, or with ``until`` what ``expect`` has no words for;
``tests/test_waiting.py`` holds them to it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar, overload

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page
    from playwright.sync_api._generated import LocatorAssertions, PageAssertions

PATIENCE: Final = 30.0
"""Seconds after which a page is believed to stay as it is."""
_PAUSE: Final = 0.05
HEIGHTS: Final = "found => found.map((one) => one.offsetHeight ?? 0)"
"""How high the parts of a page are, for ``evaluate_all``."""
T = TypeVar("T")


@overload
def expect(shown: Locator) -> LocatorAssertions: ...
@overload
def expect(shown: Page) -> PageAssertions: ...
def expect(shown: Locator | Page) -> LocatorAssertions | PageAssertions:
    """Return the assertions about a page or a part of one; each waits until it holds."""
    from playwright.sync_api import expect as waiting

    waiting.set_options(timeout=PATIENCE * 1000)
    return waiting(shown)


@contextmanager
def watched(chromium: Browser, address: str, *, patience: float = PATIENCE) -> Iterator[Page]:
    """Return an empty page that waits so many seconds for what is asked of it.

    A fault of its scripts, or a request to elsewhere, fails the test that looks at it.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    context.set_default_timeout(patience * 1000)
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("request", lambda request: _note_away(problems, request.url, address))
    yield opened
    context.close()
    assert problems == []


def _note_away(problems: list[str], url: str, address: str) -> None:
    if not url.startswith((address, "data:", "blob:", "file:", "about:")):
        problems.append(f"asks elsewhere: {url}")


def until(read: Callable[[], T], holds: Callable[[T], bool]) -> T:
    """Read again and again until what is read holds; return it.

    Raises AssertionError with what was read last.
    """
    ends = time.monotonic() + PATIENCE
    while not holds(found := read()):
        assert time.monotonic() < ends, found
        time.sleep(_PAUSE)
    return found


def is_read(read: Callable[[], object], wanted: object) -> None:
    """Wait until what is read is what is wanted."""
    until(read, lambda found: found == wanted)


def begins(words: str) -> re.Pattern[str]:
    """Return what matches a text that begins with these words."""
    return re.compile(r"^\s*" + re.escape(words))


def box(shown: Locator) -> dict[str, float]:
    """Return where a part of a page stands in the window: top, bottom, width, ..., in pixels."""
    found: dict[str, float] = shown.evaluate("one => one.getBoundingClientRect().toJSON()")
    return found
