"""Opening pages that stand for themselves in a browser: on a desk, on a phone, on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.browser.readability import EVERYTHING, ONLY_COLOURS, looked_at, violations

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser, Page

PHONE: Final = 360


def open_page(
    browser: Browser, path: Path, *, width: int, dark: bool = False
) -> tuple[Page, list[str]]:
    """Open a page, and note whatever it asks for or complains about."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text))
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("request", lambda request: noted.append(request.url))
    page.goto(path.as_uri())
    noted.remove(path.as_uri())
    return page, noted


def assert_reads_well(page: Page, width: int, rules: dict[str, Any] = EVERYTHING) -> None:
    """Fail where a page is wider than its window, or keeps somebody from reading it."""
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page, rules) == {}


def assert_prints(page: Page) -> None:
    """Fail where a page cannot be printed, or prints what is for the screen alone."""
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def pages_on_paper(page: Page) -> int:
    """Return how many sheets of A4 a page is printed on."""
    printed = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


_BROKEN: Final = """() => {
  const broken = [];
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    const holder = node.parentElement;
    if (holder.closest("script, style, code, pre, svg") || holder.offsetWidth <= 1) continue;
    for (const found of node.data.matchAll(/[0-9]+(?:[.,][0-9]+)+%?/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  return broken;
}"""


def assert_digits_stay_together(page: Page) -> None:
    """Fail where a number of the page begins on one line and ends on another."""
    assert page.evaluate(_BROKEN) == []


def assert_colours_without_grounds(page: Page) -> None:
    """Fail where a text cannot be read once shadows and pictures behind it are off.

    What judges contrast leaves out what stands on a gradient, as in a table that scrolls; all else
    it judges the same with and without.
    """
    page.add_style_tag(content="* { background-image: none !important; }")
    broken, kept = looked_at(page, ONLY_COLOURS)
    assert broken == {}
    assert "color-contrast" in kept
