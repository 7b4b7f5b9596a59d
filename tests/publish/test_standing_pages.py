"""What holds of every page that stands for itself, of a scorecard or of an alignment.

On a desk, on a phone, in the dark and on paper.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import pytest

from tests.browser.readability import NO_COLOURS
from tests.publish.alignment_page import material as alignment
from tests.publish.browsing import (
    PHONE,
    assert_colours_without_grounds,
    assert_digits_stay_together,
    assert_prints,
    assert_reads_well,
    open_page,
)
from tests.publish.scorecard import material as scorecard

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

ROOMS: Final = {"scorecards": scorecard.NAMES, "alignments": alignment.NAMES}
EACH: Final = [f"{room}/{name}" for room, names in ROOMS.items() for name in names]
Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (1280, PHONE)
LINES: Final[tuple[tuple[int, Literal["screen", "print"]], ...]] = (
    (PHONE, "screen"),
    (1440, "screen"),
    (688, "print"),
)


@pytest.fixture(params=EACH)
def written(request: pytest.FixtureRequest) -> Path:
    """Return where a page of either kind is written."""
    room, _, name = str(request.param).partition("/")
    pages: dict[str, Path] = request.getfixturevalue(room)
    return pages[name]


def test_anyone_can_read_a_page_on_a_desk_on_a_phone_and_in_the_dark(
    browser: Browser, written: Path
) -> None:
    page, noted = open_page(browser, written, width=WIDTHS[0])
    for details in page.locator("details").all()[:3]:
        details.evaluate("node => { node.open = true; }")
    for width in reversed(WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert_reads_well(page, width, NO_COLOURS)
    assert noted == []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert_colours_without_grounds(page)
    page.context.close()


def test_digits_stay_on_one_line_and_a_page_prints_on_a4(browser: Browser, written: Path) -> None:
    page, noted = open_page(browser, written, width=794)
    assert_prints(page)
    for width, medium in LINES:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media=medium)
        assert_digits_stay_together(page)
    assert noted == []
    page.context.close()
