"""``explain``: every step with its numbers, and the source of the formula."""

from __future__ import annotations

from tests.cli.conftest import Run

IDI = "examples/idi-kalimantan-tengah.yaml"


def test_text_shows_steps_and_sources(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--tahun", "2018")
    assert ran.status == 0
    for part in (
        "0,327 * 90,09 + 0,413 * 50,46 + 0,26 * 80,65",
        "7126841/100000",
        "71,27",
        "98,99%",
        "[resmi]",
    ):
        assert part in ran.out


def test_every_item_with_the_code_is_explained(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01")
    assert "76,12" in ran.out
    assert "71,27" in ran.out


def test_json_is_the_result_with_its_steps(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--format", "json")
    assert ran.json["skema"] == "kesbang-iku/penjelasan/1"
    first, second = ran.json["hasil"]
    assert (first["nilai"], second["nilai"]) == ("76.12", "71.27")
    (step,) = second["langkah"]
    assert step["hasil"] == "71,26841"
    assert second["rumus"].startswith("0.327 * kebebasan_sipil")
    assert second["sumber"]


def test_markdown_has_headings(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--format", "markdown")
    assert ran.out.count("\n# ") + ran.out.startswith("# ") == 2
    assert "## Nilai" in ran.out


def test_other_lists_codes_are_understood(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "sipd:000048", "--tahun", "2017")
    assert ran.status == 0
    assert "76,12" in ran.out


def test_the_region_chooses_between_items(run: Run) -> None:
    assert run("explain", IDI, "--kode", "KBP-POL-01", "--wilayah", "62").status == 0
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--wilayah", "11")
    assert ran.status == 2
    assert "KBP-POL-01 (62 2017)" in ran.err


def test_an_unknown_region_is_refused(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--wilayah", "62.99")
    assert ran.status == 2
    assert "62.99" in ran.err


def test_an_unknown_code_is_refused_with_the_nearest(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-001")
    assert (ran.status, ran.out) == (2, "")
    assert "KBP-POL-01" in ran.err


def test_a_code_without_item_is_refused_with_those_there_are(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-WAS-02")
    assert (ran.status, ran.out) == (2, "")
    assert "KBP-POL-01 (62 2018)" in ran.err


def test_a_rejected_item_is_explained_and_fails(run: Run) -> None:
    ran = run("explain", "examples/laporan-keliru.yaml", "--kode", "KBP-POL-02", "--wilayah", "62")
    assert ran.status == 1
    assert "ditolak" in ran.out
    assert "IKU405" in ran.out


def test_english(run: Run) -> None:
    ran = run("explain", IDI, "--kode", "KBP-POL-01", "--tahun", "2018", "--bahasa", "en")
    assert "Indonesian Democracy Index" in ran.out
    assert "Achievement" in ran.out


def test_a_file_that_is_not_there(run: Run) -> None:
    ran = run("explain", "tidak-ada.yaml", "--kode", "KBP-POL-01")
    assert (ran.status, ran.out) == (2, "")
    assert "IKU001" in ran.err
