"""The site as it is built: whole, without dead links, and without a request to anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

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
LARGEST: Final = 80_000_000
FIRST_ANSWER: Final = 9_000_000
CARRIED: Final = 30_000_000
"""Bytes of the whole site, up to a first answer of the checking page, and of it as a file."""


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
        page.parent: (page.parent / (read(page).other or "").partition("#")[0]).resolve()
        for page in site.rglob("index.html")
    }
    # Pages of single findings are Indonesian; the English list has a row for each.
    single = {page for page in others if page.parent == site / "temuan"}
    assert len(single) == len(all_kinds())
    assert {others.pop(page) for page in single} == {site / "en" / "temuan"}
    assert len(others) > 300
    assert [page for page, other in others.items() if others.get(other) != page] == []


def test_the_site_stays_small(site: Path) -> None:
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert size < LARGEST
    unused = [*site.rglob("*.map"), *site.glob("search/*"), *site.glob("assets/javascripts/lunr")]
    assert unused == []


def test_a_first_answer_of_the_checking_page_fetches_little(site: Path) -> None:
    library = site / "periksa" / "pustaka"
    if not library.is_dir():
        pytest.skip(
            "built without the library that runs in a browser: python -m tools.build_runtime"
        )
    first = [path for path in library.iterdir() if not path.name.startswith("sisa")]
    page = [site / "periksa" / "index.html", *(site / "js" / "periksa").iterdir()]
    assert sum(path.stat().st_size for path in (*first, *page)) < FIRST_ANSWER
    carried = site / "periksa" / "kesbang-iku-periksa.html"
    assert carried.stat().st_size < CARRIED


def pages_to_read(site: Path) -> Iterator[Path]:
    """Yield the pages, without those that lead on from an address that stays."""
    for page in site.rglob("index.html"):
        if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"):
            yield page


def test_each_page_stands_there_as_markdown(site: Path) -> None:
    for page in (site / "indikator" / "kbp-was-02", site / "temuan" / "iku410", site / "koreksi"):
        text = page.with_suffix(".md").read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert "<script" not in text
        assert "<svg" not in text
        assert ".lintas" not in text
    for page in pages_to_read(site):
        where = page.parent
        beside = where.parent / f"{where.name}.md"
        assert beside.is_file() or (where / "index.md").is_file(), where


def test_the_changes_are_a_feed(site: Path) -> None:
    root = ET.parse(site / "perubahan.atom.xml").getroot()  # noqa: S314 - own text
    atom = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{atom}entry")
    moments = [one.findtext(f"{atom}updated", "") for one in entries]
    assert len(entries) > 50
    assert moments == sorted(moments, reverse=True)
    assert root.findtext(f"{atom}updated") == moments[0]
    assert len({one.findtext(f"{atom}id") for one in entries}) == len(entries)
    for one in entries:
        link = one.find(f"{atom}link")
        assert link is not None
        assert (site / link.attrib["href"] / "index.html").is_file()


def test_every_page_has_its_own_title_and_foot(site: Path) -> None:
    titles: dict[str, Path] = {}
    for page in pages_to_read(site):
        text = page.read_text(encoding="utf-8")
        title = text.partition("<title>")[2].partition("</title>")[0]
        language = "en" if site / "en" in (page.parent, *page.parents) else "id"
        assert titles.setdefault(f"{language} {title}", page) == page, title
        assert "Laporkan kekeliruan" in text or "Report a mistake" in text
        assert re.search(r"(Katalog|Catalog) \d+\.\d+\.\d+", text), page


def test_formulas_are_typeset_without_a_script(site: Path) -> None:
    page = site / "indikator" / "kbp-pol-01" / "index.html"
    assert read(page).formulas == 1
    # The decimal comma is part of the number.
    assert "<mn>0,3097</mn>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["temuan", "en/temuan"])
def test_every_finding_has_its_anchor(site: Path, folder: str) -> None:
    anchors = read(site / folder / "index.html").anchors
    assert {kind.code.lower() for kind in all_kinds()} <= anchors
