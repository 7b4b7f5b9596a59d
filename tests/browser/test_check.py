"""The page that checks files shows what the command line says, and lets nothing out."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.browser.readability import violations
from tests.browser.waiting import begins, expect, watched
from tests.site import BIN
from tests.tables.sheets import FOLDER, by_xlsxwriter, read_sheet
from tests.tree import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Page

pytestmark = pytest.mark.site

EXAMPLES: Final = ROOT / "examples"
SHEETS: Final = ("t-c27-target-rp-dua-baris-0", "lkjip-0", "monev-kelompok-tw-1", "bulanan-2")
"""Workbooks of the corpus: a plan, achievements, quarters and months."""
PATIENCE: Final = 120.0
DONE: Final = re.compile("Selesai|galat dalam program")


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what is dropped on the page: examples, and workbooks of the corpus."""
    folder = tmp_path_factory.mktemp("berkas")
    for path in (
        *EXAMPLES.glob("*.yaml"),
        *EXAMPLES.glob("*.csv"),
        *EXAMPLES.glob("rencana/*.yaml"),
    ):
        (folder / path.name).write_bytes(path.read_bytes())
    for name in SHEETS:
        sheet = read_sheet(FOLDER / f"{name}.lembar")
        (folder / f"{name}.xlsx").write_bytes(by_xlsxwriter(sheet.rows, sheet.merges))
    (folder / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    (folder / "kosong.csv").write_bytes(b"")
    return folder


@pytest.fixture
def checking(chromium: Browser, address: str) -> Iterator[Page]:
    """Return the page, opened; a request to elsewhere or a fault of its scripts fails the test."""
    with watched(chromium, address, patience=PATIENCE) as opened:
        opened.goto(f"{address}periksa/")
        yield opened


@pytest.fixture(scope="module")
def started(chromium: Browser, address: str) -> Iterator[Page]:
    """Return the same page for all tests that merely drop files: to start it takes seconds."""
    with watched(chromium, address, patience=PATIENCE) as opened:
        opened.goto(f"{address}periksa/")
        yield opened


def _check(page: Page, *files: Path) -> None:
    page.get_by_label("Jatuhkan berkas").set_input_files([str(file) for file in files])
    _wait(page)


def _wait(page: Page) -> None:
    page.locator(".periksa-hasil section").first.wait_for()
    said = page.get_by_role("status").filter(has_text=DONE)
    expect(said).to_have_text(begins("Selesai"))


def _taken(page: Page, label: str) -> bytes:
    """Return what a button prepares and its link saves."""
    with page.expect_download() as saved:
        page.get_by_role("button", name=label).click()
        page.get_by_role("link", name=re.compile("^Simpan")).last.click()
    return _content(saved.value)


def _content(saved: Download) -> bytes:
    return Path(saved.path()).read_bytes()


def _command(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [BIN / "kesbang-iku", *words], cwd=folder, capture_output=True, check=False
    )


def test_the_findings_are_those_of_the_command_line_byte_for_byte(
    started: Page, material: Path, tmp_path: Path
) -> None:
    for path in sorted(material.iterdir()):
        _check(started, path)
        answer = tmp_path / f"{path.name}.json"
        _command(material, "validate", path.name, "--format", "json", "-o", str(answer))
        assert _taken(started, "Siapkan temuan sebagai JSON") == answer.read_bytes(), path.name


def test_several_files_at_once_are_judged_together(started: Page, material: Path) -> None:
    chosen = [material / "idi-nasional.yaml", material / "ikub.yaml"]
    _check(started, *chosen)
    names = [path.name for path in chosen]
    expected = _command(material, "validate", *names, "--format", "json").stdout
    assert _taken(started, "Siapkan temuan sebagai JSON") == expected


def test_a_cell_leads_to_its_finding_and_a_finding_to_its_cell(
    started: Page, material: Path
) -> None:
    _check(started, material / "lkjip-0.xlsx")
    line = started.locator(".periksa-temuan > li", has_text="IKU510").first
    line.get_by_role("button", name="lihat selnya").click()
    cell = started.locator(".sel--galat button:focus")
    expect(cell).to_have_text("55")  # G6, as the command line says
    cell.click()
    expect(started.locator(".periksa-temuan > li:focus")).to_have_text(
        line.inner_text(), use_inner_text=True
    )


def test_columns_are_named_as_they_were_read(started: Page, material: Path) -> None:
    _check(started, material / "t-c27-target-rp-dua-baris-0.xlsx")
    meant = started.locator(".periksa-arti td").filter(has_text=begins("target"))
    expect(meant).to_have_text(["target 2025", "target 2026", "target 2027"])


def test_a_plan_is_aligned_where_its_level_is_said(checking: Page, material: Path) -> None:
    path = material / "t-c27-target-rp-dua-baris-0.xlsx"
    _check(checking, path)
    refused = checking.locator(".periksa-tolak").first
    expect(refused).to_have_text(begins("tingkat pemerintahan tidak diketahui"))
    checking.get_by_text("Wilayah, tingkat, dan tahun").click()
    checking.get_by_label("Tingkat").select_option("kota")
    checking.get_by_role("button", name="Periksa lagi").click()
    _wait(checking)
    table = checking.get_by_role("region", name="Padanan dengan standar")
    expect(table.get_by_role("link").first).to_be_visible()


def test_the_workbook_comes_back_as_the_command_writes_it(
    started: Page, material: Path, tmp_path: Path
) -> None:
    _check(started, material / "lkjip-0.xlsx")
    given = tmp_path / "diberi.xlsx"
    given.write_bytes(_taken(started, "Siapkan lkjip-0.xlsx dengan temuan di selnya"))
    expected = tmp_path / "lkjip-0-catatan.xlsx"
    _command(material, "validate", "lkjip-0.xlsx", "--catat", str(expected))
    assert _parts(given) == _parts(expected)


def test_a_scorecard_is_made_of_a_report(started: Page, material: Path) -> None:
    _check(started, material / "ikub.yaml")
    made = _taken(started, "Siapkan halaman capaian").decode()
    assert "KBP-ESB-02" in made
    assert made.rstrip().endswith("</html>")


def test_files_that_cannot_be_read_get_a_sentence(started: Page, material: Path) -> None:
    for name in ("rusak.xlsx", "kosong.csv"):
        _check(started, material / name)
        expect(started.locator(".periksa-temuan > li")).to_have_count(1)
        expect(started.locator(".periksa-hasil")).not_to_contain_text("Traceback")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    started: Page, tmp_path: Path
) -> None:
    large = tmp_path / "besar.csv"
    with large.open("wb") as file:
        file.truncate(45_000_000)
    started.get_by_label("Jatuhkan berkas").set_input_files(str(large))
    started.get_by_role("status").filter(has_text="45 MB").wait_for()


def test_it_runs_without_a_network_once_it_was_opened(checking: Page) -> None:
    checking.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
    checking.reload()  # from here on the service worker sees what the page asks for
    for online in (True, False):
        checking.context.set_offline(not online)
        checking.reload()
        checking.get_by_role("button", name="tabel capaian").click()
        _wait(checking)
        expect(checking.locator(".periksa-temuan > li", has_text="IKU510")).to_have_count(1)


def test_the_page_can_reach_nothing_but_its_site(started: Page) -> None:
    tried = "(url) => fetch(url).then(() => 'reached', () => 'refused')"
    assert started.evaluate(tried, "https://example.org/") == "refused"


def test_anyone_can_read_what_was_found(chromium: Browser, address: str) -> None:
    # The policy of the page forbids the reader its script, too; it is tested above.
    context = chromium.new_context(bypass_csp=True, locale="id-ID")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(f"{address}periksa/")
    page.get_by_role("button", name="Renstra (Excel)").click()
    _wait(page)
    told = violations(page)
    context.close()
    told.pop("aria-dialog-name", None)  # the search of the theme, on every page
    assert told == {}


def test_the_one_file_opens_without_a_server(chromium: Browser, site: Path, material: Path) -> None:
    context = chromium.new_context(offline=True, locale="id-ID")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto((site / "periksa" / "kesbang-iku-periksa.html").as_uri())
    _check(page, material / "tabel-capaian.csv")
    expected = _command(material, "validate", "tabel-capaian.csv", "--format", "json").stdout
    answer = _taken(page, "Siapkan temuan sebagai JSON")
    context.close()
    assert answer == expected


def _parts(workbook: Path) -> dict[str, Any]:
    with zipfile.ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("label", ["Renstra (Excel)", "tabel capaian (CSV)"])
def test_a_first_answer_waits_for_nothing_that_comes_later(
    checking: Page, label: str, site: Path
) -> None:
    asked: list[str] = []
    checking.on("request", lambda one: asked.append(one.url.partition("?")[0].rpartition("/")[2]))
    checking.get_by_role("button", name=label).click()
    _wait(checking)
    assert "iku.zip.gz" in asked
    assert "sisa.zip.gz" not in asked
    folder = site / "periksa" / "pustaka"
    fetched = sum((folder / name).stat().st_size for name in asked if (folder / name).is_file())
    assert fetched < 9_000_000
