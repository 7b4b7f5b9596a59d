"""The site as it is built: whole, without dead links, and without a request to anywhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.findings.register import all_kinds

pytestmark = pytest.mark.site

LOADING: Final = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
    "embed": "src",
}


class Reader(HTMLParser):
    """Gathers what a page loads, its anchors, its languages and its formulas."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.language: str | None = None
        self.formulas = 0
        self.other: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag in LOADING and (target := found.get(LOADING[tag])):
            self.loaded.append(target)
        if anchor := found.get("id"):
            self.anchors.add(anchor)
        if "md-select__link" in (found.get("class") or "") and "aria-current" not in found:
            self.other = found.get("href")
        if tag == "html":
            self.language = found.get("lang")
        self.formulas += tag == "math"


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        away = [target for target in read(page).loaded if "//" in target]
        assert away == [], page
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8"), sheet


def test_what_a_page_loads_is_there(site: Path) -> None:
    page = site / "indikator" / "kbp-was-02" / "index.html"
    loaded = [target for target in read(page).loaded if not target.startswith("#")]
    assert loaded
    for target in loaded:
        assert (page.parent / target.partition("?")[0]).resolve().exists(), target


def test_pages_say_their_language(site: Path) -> None:
    assert read(site / "pembulatan" / "index.html").language == "id"
    assert read(site / "en" / "rounding" / "index.html").language == "en"
    assert read(site / "en" / "indikator" / "kbp-was-02" / "index.html").language == "en"


def test_each_page_and_its_counterpart_in_the_other_language_lead_to_each_other(
    site: Path,
) -> None:
    others = {
        page.parent: (page.parent / (read(page).other or "")).resolve()
        for page in site.rglob("index.html")
    }
    assert len(others) > 500
    assert [page for page, other in others.items() if others.get(other) != page] == []


def test_formulas_are_typeset_without_a_script(site: Path) -> None:
    page = site / "indikator" / "kbp-pol-01" / "index.html"
    assert read(page).formulas >= 2
    # The decimal comma is part of the number.
    assert "<mn>0,327</mn>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["temuan", "en/temuan"])
def test_every_finding_has_its_anchor(site: Path, folder: str) -> None:
    anchors = read(site / folder / "index.html").anchors
    assert {kind.code.lower() for kind in all_kinds()} <= anchors
