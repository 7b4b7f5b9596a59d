"""The page that verifies numbers answers as the command line does, and lets nothing out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from kesbang_iku import compute, load_catalog, read_reports
from tests.browser.readability import violations
from tests.browser.waiting import begins, expect, watched
from tests.site import BIN
from tests.tree import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

EXAMPLE: Final = ROOT / "examples" / "idi-kalimantan-tengah.yaml"
PATIENCE: Final = 120.0
DONE: Final = re.compile("Selesai|galat dalam program")


def _lines() -> list[str]:
    found = compute(read_reports(EXAMPLE), load_catalog())
    return [one.verifikasi for one in found if one.verifikasi is not None]


RIGHT: Final = _lines()[-1]
TEXTS: Final = {
    "right": RIGHT,
    "altered": RIGHT.replace("v=71.27", "v=71.72"),
    "altered input": RIGHT.replace("=90.09;", "=91.09;"),
    "unknown": RIGHT[:-8] + "00000000",
    "unknown code": RIGHT.replace("KBP-POL-01", "KBP-POL-77"),
    "cut off": RIGHT[:60],
}
ANSWERS: Final = {
    "right": "sesuai",
    "altered": "tidak sesuai",
    "altered input": "tidak sesuai",
    "unknown": "tidak dikenal",
    "unknown code": "tidak dikenal",
    "cut off": "tidak dikenal",
}


@pytest.fixture(scope="module")
def verifying(chromium: Browser, address: str) -> Iterator[Page]:
    """Return the page, opened; a request to elsewhere or a fault of its scripts fails the tests."""
    with watched(chromium, address, patience=PATIENCE) as opened:
        opened.goto(f"{address}periksa-angka/")
        yield opened


def _wait(page: Page) -> None:
    page.locator(".periksa-hasil section").wait_for()
    said = page.get_by_role("status").filter(has_text=DONE)
    expect(said).to_have_text(begins("Selesai"))


def _paste(page: Page, text: str) -> None:
    page.get_by_label("Untaian verifikasi").fill(text)
    page.get_by_role("button", name="Hitung ulang").click()
    _wait(page)


def _answer(page: Page) -> bytes:
    with page.expect_download() as saved:
        page.get_by_role("link", name="Simpan jawabannya").click()
    return Path(saved.value.path()).read_bytes()


def _command(folder: Path, *words: str) -> bytes:
    asked = [str(BIN / "kesbang-iku"), "verify", *words, "--format", "json"]
    return subprocess.run(asked, cwd=folder, capture_output=True, check=False).stdout


@pytest.mark.parametrize("name", TEXTS)
def test_a_string_is_answered_as_on_the_command_line(
    verifying: Page, tmp_path: Path, name: str
) -> None:
    _paste(verifying, TEXTS[name])
    verdicts = verifying.locator(".periksa-temuan > li")
    expect(verdicts).to_have_count(1)
    expect(verdicts.locator(".lencana")).to_have_text(ANSWERS[name])
    assert _answer(verifying) == _command(tmp_path, TEXTS[name])


def test_what_is_wrong_is_shown_with_what_follows_and_what_it_proves(verifying: Page) -> None:
    _paste(verifying, TEXTS["altered"])
    expect(verifying.locator(".periksa-temuan td")).to_have_text(["nilai", "71.72", "71.27"])
    expect(verifying.locator(".periksa-hasil")).to_contain_text(
        "Benar tidaknya masukan tidak diperiksa"
    )


def test_a_text_without_a_string_is_refused_with_a_sentence(verifying: Page) -> None:
    _paste(verifying, "Nilai IDI 71,27")
    expect(verifying.locator(".periksa-tolak")).to_contain_text("tidak ada untaian verifikasi")
    _paste(verifying, f"Nilai IDI 71,27\n{RIGHT}\n")
    expect(verifying.locator(".periksa-tempat")).to_have_text("teks.txt, baris 2")


@pytest.mark.parametrize("form", ["html", "json", "xlsx", "csv"])
def test_a_dropped_file_is_answered_as_on_the_command_line(
    verifying: Page, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"hasil.{form}"
    command = "report" if form == "html" else "compute"
    words = (command, str(EXAMPLE), "--quiet", "-o", str(file))
    subprocess.run([str(BIN / "kesbang-iku"), *words], check=True)
    for changed in (False, True):
        if changed and form != "xlsx":
            text = file.read_text(encoding="utf-8")
            printed = {"html": ">71,27<", "csv": ",71.27,", "json": '"71.27"'}[form]
            assert printed in text
            file.write_text(text.replace(printed, printed.replace("7", "6", 1), 1), "utf-8")
        verifying.get_by_label("Atau jatuhkan").set_input_files(str(file))
        _wait(verifying)
        expected = _command(tmp_path, file.name)
        assert _answer(verifying) == expected
        assert (b'"tidak_sesuai": 0' in expected) != (changed and form != "xlsx")


def test_a_code_on_paper_opens_the_page_with_its_string(verifying: Page, address: str) -> None:
    verifying.goto("about:blank")
    verifying.goto(f"{address}periksa-angka/#{TEXTS['altered']}")
    _wait(verifying)
    expect(verifying.get_by_label("Untaian verifikasi")).to_have_value(TEXTS["altered"])
    expect(verifying.locator(".lencana").last).to_have_text("tidak sesuai")
    verifying.evaluate("line => { location.hash = line; }", RIGHT)
    verifying.locator(".periksa-temuan .lencana", has_text=re.compile("^sesuai$")).wait_for()


def test_it_runs_without_a_network_once_it_was_opened(verifying: Page) -> None:
    verifying.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
    verifying.reload()  # from here on the service worker sees what the page asks for
    for online in (True, False):
        verifying.context.set_offline(not online)
        verifying.reload()
        _paste(verifying, RIGHT)
        expect(verifying.locator(".lencana").last).to_have_text("sesuai")
    verifying.context.set_offline(False)


def test_the_page_can_reach_nothing_but_its_site(verifying: Page) -> None:
    tried = "(url) => fetch(url).then(() => 'reached', () => 'refused')"
    assert verifying.evaluate(tried, "https://example.org/") == "refused"


def test_anyone_can_read_the_answer(chromium: Browser, address: str) -> None:
    # The policy of the page forbids the reader its script, too; it is tested above.
    context = chromium.new_context(bypass_csp=True, locale="en-GB")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(f"{address}en/check-number/#{TEXTS['altered']}")
    page.get_by_role("status").filter(has_text="Done.").wait_for()
    expect(page.locator(".lencana").last).to_have_text("does not follow")
    told = violations(page)
    context.close()
    told.pop("aria-dialog-name", None)  # the search of the theme, on every page
    assert told == {}
