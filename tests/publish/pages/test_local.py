"""The pages of local indicators: marked, in both languages, and whole without the standard's."""

from __future__ import annotations

import posixpath
import re
from functools import cache

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.pages.collection import local_pages
from kesbang_iku.publish.pages.indicator import indicator_page
from tests.tree import ROOT

_TARGET = re.compile(r"\]\(([^()<>:#]+)(?:#[^()]*)?\)")


@cache
def pages() -> dict[str, str]:
    catalog = iku.load_catalog([ROOT / "examples" / "katalog-daerah"])
    return {page.path: page.text for page in local_pages(catalog, regions=load_regions())}


def test_every_local_indicator_has_a_page_in_both_languages_and_no_other_has() -> None:
    named = {path for path in pages() if re.fullmatch(r"(en/)?indikator/bandung-.*\.md", path)}
    assert len(named) == 2 * 6
    assert not [path for path in pages() if "kbp-" in path]


def test_what_the_pages_lead_to_is_among_them() -> None:
    for path, text in pages().items():
        if not path.endswith(".md"):
            continue
        folder = posixpath.dirname(path)
        for target in _TARGET.findall(text):
            assert posixpath.normpath(posixpath.join(folder, target)) in pages(), (path, target)
        served = path.removesuffix(".md").removesuffix("index")
        for script in re.findall(r'src="([^"]+)"', text):
            assert posixpath.normpath(posixpath.join(served, script)) in pages(), (path, script)


def test_a_local_page_says_that_it_is_local_what_about_and_what_it_supports() -> None:
    text = pages()["indikator/bandung-esb-02.md"]
    assert '<span class="lencana lencana--lokal">lokal</span> · tema sosial' in text
    assert "mendukung `KBP-ESB-02`" in text
    assert "theme: society · supports `KBP-ESB-02`" in pages()["en/indikator/bandung-esb-02.md"]


def test_the_list_names_theme_and_national_indicator() -> None:
    row = next(
        line
        for line in pages()["indikator/index.md"].splitlines()
        if line.startswith("| `BANDUNG-ESB-03`")
    )
    assert "budaya" in row
    assert "`KBP-ESB-01` Indeks Harmoni Indonesia" in row


def test_beside_the_national_pages_the_supported_indicator_is_a_link() -> None:
    catalog = iku.load_catalog([ROOT / "examples" / "katalog-daerah"])
    text = indicator_page("BANDUNG-ESB-02", catalog, "id", regions=load_regions())
    assert "mendukung [`KBP-ESB-02`](kbp-esb-02.md)" in text
    assert "lencana--lokal" not in indicator_page("KBP-ESB-02", catalog, regions=load_regions())
