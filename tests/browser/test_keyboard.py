"""Pages without a mouse: every stop of the Tab key, from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.site

PAGES: Final = ("", "indikator/kbp-was-02/", "temuan/iku356/", "daerah/", "periksa/")
MOST: Final = 600
"""Stops at most; a page with more goes round in a circle."""
_STOP: Final = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const known = (window.stops ??= []);
    const labels = [...(one.labels ?? [])];
    // The theme draws the mark of its switch on the label behind it.
    const beside = one.matches(".md-option") ? [one.nextElementSibling] : [];
    const seen = [one, ...labels, ...beside].some((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && getComputedStyle(part).visibility === "visible";
    });
    const own = [one.getAttribute("aria-label"), one.title, one.innerText, one.value];
    const outer = labels.map((label) => label.innerText || label.title);
    const name = [...outer, ...own, one.placeholder];
    const before = known.at(-1);
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    const stop = {
        name: name.map((text) => (text ?? "").trim()).find(Boolean) ?? "",
        tag: one.tagName.toLowerCase(), seen,
        again: known.includes(one),
        order: !before || Boolean(before.compareDocumentPosition(one) & follows),
        inside: Boolean(one.closest(".md-content")),
        calculator: Boolean(one.closest(".kalkulator")),
    };
    known.push(one);
    return stop;
}"""


def _stops(page: Page) -> list[dict[str, Any]]:
    """Return where the Tab key stops on a page that was just opened, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"{MOST} stops and no end: {found[-5:]}")


@pytest.mark.parametrize("path", PAGES)
def test_the_tab_key_goes_through_a_page_once_in_the_order_of_its_text(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    stops = _stops(page)
    assert stops[0]["name"] in {"Lewati ke isi", "Skip to content"}
    assert any(one["inside"] for one in stops)
    assert [one for one in stops if not one["seen"]] == []
    assert [one for one in stops if one["name"] in {"", "¶"}] == []
    assert [one for one in stops if one["again"] or not one["order"]] == []


def test_past_the_menu_the_calculator_is_a_few_keys_away(page: Page, address: str) -> None:
    page.goto(f"{address}indikator/kbp-was-02/")
    page.locator(".kalkulator [type=submit]").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#*")
    stops = _stops(page)
    assert all(one["inside"] for one in stops[:10])
    assert next(at for at, one in enumerate(stops) if one["calculator"]) <= 15


def test_the_search_gives_the_keyboard_back(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.type("konflik")
    page.locator(".md-search-result__link, .cari-hasil a").first.wait_for()
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.matches('a, button')")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement !== document.body")
