"""All generated pages: each where it belongs, in both languages, lists complete."""

from __future__ import annotations

import re
from typing import Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.publish.pages.collection import Page
from kesbang_iku.sources.data import load_data
from tools.site_pages.collection import all_pages
from tools.site_pages.listing import indicator_index
from tools.site_pages.outputs import output_index

pytestmark = pytest.mark.slow

BY_HAND: Final = {
    *("capaian.md", "cakupan.md", "pemeriksaan.md", "pembulatan.md", "en/rounding.md"),
    *("en/achievement.md", "en/coverage.md", "en/checking.md"),
    *("periksa.md", "mulai.md", "mengusulkan.md", "panduan-perencana.md", "panduan-pusat.md"),
    *("panduan-pengembang.md", "panduan-repositori.md", "en/check.md", "en/getting-started.md"),
    *("en/proposing.md", "en/guide-planner.md", "en/guide-national-team.md"),
    *("en/guide-developer.md", "en/guide-data-repository.md"),
}
"""Pages that nobody writes from the catalog, and that written ones lead to."""


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return iku.load_catalog()


@pytest.fixture(scope="module")
def pages(katalog: Catalog) -> list[Page]:
    return list(all_pages(katalog, regions={}, rows=load_data("cakupan.yaml", CoverageFile)))


def test_every_page_but_those_of_single_findings_has_its_counterpart(pages: list[Page]) -> None:
    paths = [page.path for page in pages if not page.path.startswith("temuan/")]
    assert len(set(paths)) == len(paths)
    english = {path.removeprefix("en/") for path in paths if path.startswith("en/")}
    assert english == {path for path in paths if not path.startswith("en/")}


def test_every_link_between_generated_pages_leads_to_one(pages: list[Page]) -> None:
    paths = {page.path for page in pages}
    for page in pages:
        folder = page.path.rpartition("/")[0].split("/") if "/" in page.path else []
        for target in re.findall(r"\]\(([^)<>#:]+\.md)", page.text):
            steps = list(folder)
            for part in target.split("/"):
                steps = steps[:-1] if part == ".." else [*steps, part]
            assert "/".join(steps) in paths | BY_HAND, page.path


_INDONESIAN: Final = frozenset(
    {
        *("yang", "dan", "dengan", "untuk", "tidak", "dari", "pada", "adalah", "dalam", "menurut"),
        *("oleh", "atau", "bukan", "sebagai", "ini", "itu", "karena", "belum", "hanya"),
    }
)
_MARKED: Final = re.compile(
    r'<(\w+) lang="id">.*?</\1>|<script.*?</script>|`[^`]*`|^.+\n\{: lang=id \}$', re.MULTILINE
)


def _is_indonesian(text: str) -> bool:
    """Say whether a text is a sentence in Indonesian; a name in capitals is none."""
    words = re.findall(r"[A-Za-z]+", text)
    telling = sum(word in _INDONESIAN for word in words)
    return len(words) >= 12 and telling >= 0.15 * len(words) and text[-1:] in ".;"


def test_no_english_page_holds_sentences_in_indonesian(pages: list[Page]) -> None:
    found = [
        (page.path, part.strip()[:100])
        for page in pages
        if page.path.startswith("en/")
        for line in _MARKED.sub("", page.text).splitlines()
        if "lencana lencana--" not in line  # a document that is cited is called as it is
        if not line.startswith("**In words:**")  # variables keep the names they have
        for part in line.split("|")
        if _is_indonesian(part.strip())
    ]
    assert not found, found


def test_the_list_names_every_indicator_once_by_field(katalog: Catalog) -> None:
    by_field, _, by_theme = indicator_index(katalog).partition("\n## Menurut tema")
    codes = re.findall(r"^\| `([A-Z0-9-]+)` \|", by_field, re.MULTILINE)
    assert sorted(codes) == sorted(katalog.codes)
    for code in katalog.codes:
        if katalog[code].tema:
            assert f"({code.lower()}.md)" in by_theme


def test_the_list_shows_owner_level_and_latest_value(katalog: Catalog) -> None:
    rows = indicator_index(katalog).splitlines()
    (row,) = [one for one in rows if one.startswith("| `KBP-POL-01` |")]
    known = (
        '| Badan Pusat Statistik | nasional, provinsi | <span class="angka">78,19</span> (2025) |'
    )
    assert known in row


def test_every_version_has_an_address_that_stays(katalog: Catalog, pages: list[Page]) -> None:
    paths = {page.path: page.text for page in pages}
    for found in katalog:
        stem = f"indikator/{found.kode.lower()}-{found.versi}"
        newest = found is katalog.versions(found.kode)[-1]
        assert (f"{stem}/index.html" if newest else f"{stem}.md") in paths
    assert 'url=../kbp-pol-01/"' in paths["indikator/kbp-pol-01-2021/index.html"]


def test_the_list_of_outputs_names_every_one(katalog: Catalog) -> None:
    text = output_index(katalog)
    listed = text.partition("## Daftar\n")[2]
    codes = re.findall(r"^\| `(8\.01[0-9.]+)` \|", listed, re.MULTILINE)
    assert sorted(codes) == sorted(found.kode for found in katalog.outputs)
    assert codes
