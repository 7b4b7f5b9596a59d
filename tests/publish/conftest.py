"""A browser for the tests that open pages, and the pages that stand for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.chromium import path_of_chromium
from tests.publish.alignment_page import material as alignment
from tests.publish.scorecard import material as scorecard

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = path_of_chromium()
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def scorecards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return where the scorecard pages are written, by their names."""
    return scorecard.write_pages(tmp_path_factory.mktemp("capaian"))


@pytest.fixture(scope="session")
def alignments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return where the pages of alignments are written, by their names."""
    return alignment.write_pages(tmp_path_factory.mktemp("halaman"))
