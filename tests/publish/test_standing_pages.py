"""What holds of every page that stands for itself, of a scorecard or of an alignment.

On a desk, on a phone, in the dark and on paper.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.publish.alignment_page import material as alignment
from tests.publish.browsing import (
    PHONE,
    assert_contrast_without_grounds,
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


@pytest.fixture(params=EACH)
def written(request: pytest.FixtureRequest) -> Path:
    """Return where a page of either kind is written."""
    room, _, name = str(request.param).partition("/")
    pages: dict[str, Path] = request.getfixturevalue(room)
    return pages[name]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (PHONE, False), (PHONE, True)])
def test_a_page_reads_well_at_any_width(
    browser: Browser, written: Path, width: int, dark: bool
) -> None:
    page, noted = open_page(browser, written, width=width, dark=dark)
    for details in page.locator("details").all()[:3]:
        details.evaluate("node => { node.open = true; }")
    assert_reads_well(page, width)
    assert noted == []
    page.context.close()


def test_a_page_prints_on_a4(browser: Browser, written: Path) -> None:
    page, noted = open_page(browser, written, width=794)
    assert_prints(page)
    assert noted == []
    page.context.close()


@pytest.mark.parametrize(("width", "paper"), [(PHONE, False), (1440, False), (688, True)])
def test_digits_stay_on_one_line(browser: Browser, written: Path, width: int, paper: bool) -> None:
    page, _ = open_page(browser, written, width=width)
    page.emulate_media(media="print" if paper else "screen")
    assert_digits_stay_together(page)
    page.context.close()


@pytest.mark.parametrize("dark", [False, True])
def test_texts_can_be_read_without_what_lies_behind_them(
    browser: Browser, written: Path, dark: bool
) -> None:
    page, _ = open_page(browser, written, width=1280, dark=dark)
    assert_contrast_without_grounds(page)
    page.context.close()
