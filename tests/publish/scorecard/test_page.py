"""The scorecard page: every number stands on it, and nothing of a report becomes a tag."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import get_args

import pytest

from kesbang_iku import Catalog, Results, compute, load_catalog, read_reports
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language, format_number
from kesbang_iku.publish.scorecard import scorecard_page
from kesbang_iku.publish.scorecard.words import state_of
from tests.publish.reading import assert_links_lead_somewhere, assert_stands_for_itself, read
from tests.tree import ROOT

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e</style>"
REPORTS = f"""\
wilayah: "62.71"
tahun: 2023
item:
  - kode: KBP-WAS-02
    variabel: {{konflik_diselesaikan: 17, konflik: 20}}
    target: {{nilai: 90, dokumen: {json.dumps(HOSTILE)}}}
  - {{kode: KBP-WAS-04, variabel: {{meninggal: 3, penduduk: 250000}}, target: 2}}
  - {{kode: KBP-UMM-01, realisasi: 89.75}}
  - {{kode: KBP-POL-01, variabel: {{nilai_rilis: 80}}}}
---
wilayah: "62.71"
tahun: 2024
item:
  - kode: KBP-WAS-02
    variabel: {{konflik_diselesaikan: 19, konflik: 20}}
    target: {{nilai: 90, dokumen: Renstra}}
    capaian: 90
  - kode: {json.dumps(HOSTILE)}
  - {{kode: KBP-WAS-04, variabel: {{meninggal: {json.dumps(HOSTILE)}, penduduk: 250000}}}}
---
wilayah: {json.dumps(HOSTILE)}
tahun: 2024
periode: triwulan-1
item:
  - {{kode: KBP-WAS-02, variabel: {{konflik_diselesaikan: 1, konflik: 2}}}}
"""
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def _catalog() -> Catalog:
    return load_catalog()


@cache
def _results() -> Results:
    return compute(read_reports(REPORTS.encode(), name=HOSTILE), _catalog())


def _of(name: str) -> Results:
    return compute(read_reports(ROOT / "examples" / f"{name}.yaml"), _catalog())


@cache
def _page(language: Language = "id") -> str:
    return scorecard_page(_results(), load_regions(), files=[HOSTILE], language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_needs_nothing_from_elsewhere(language: Language) -> None:
    assert_stands_for_itself(_page(language), language)
    assert_links_lead_somewhere(_page(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_report_says_is_shown_and_never_run(language: Language) -> None:
    page = _page(language)
    assert "<script" not in page
    assert "onerror=alert(1)>" not in page
    assert "\u202e" not in page
    # the name of the file, the document of a target, a code and a number, and the region
    assert read(page).shown.count("<script>alert(1)</script>") >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_every_result_is_on_the_page(language: Language) -> None:
    shown = read(_page(language)).shown
    for result in _results():
        assert result.indicator is not None
        assert (result.indicator.nama if language == "id" else result.indicator.nama_en) in shown
        for number in (result.nilai, result.capaian):
            assert number is None or format_number(number, language) in shown
        if result.target is not None:
            assert result.target.shown(language) in shown
        if result.metode_capaian is not None:
            assert result.metode_capaian in shown
        for finding in result.temuan:
            assert finding.kode in shown


def test_each_state_is_told_and_counted() -> None:
    states = [state_of(result).key for result in _results()]
    assert states == [
        "tak_tercapai",
        "tercapai",
        "tanpa_target",
        "tanpa_nilai",
        "tercapai",
        "tanpa_nilai",
        "tanpa_target",
    ]
    assert (
        "7 butir dari 3 laporan: 2 mencapai targetnya, 1 belum, 2 bernilai tanpa target, "
        "2 tanpa nilai." in read(_page()).shown
    )


def test_findings_stand_with_place_level_and_cure() -> None:
    shown = read(_page()).shown
    found = [one for one in _results().semua_temuan if "\u202e" not in one.pesan + one.saran]
    assert {one.tingkat.value for one in found} >= {"galat"}
    for one in found:
        assert one.pesan in shown
        assert one.saran in shown
        assert f"baris {one.baris}" in shown
    assert "galat:" in shown


def test_several_regions_are_counted_side_by_side_and_lead_to_their_tables() -> None:
    page = _page()
    start = page.index("Menurut wilayah")
    table = page[start : page.index("</table>", start)]
    assert table.count('href="#wilayah-') == 2
    assert page.count('<h3 id="wilayah-1">') == page.count('<h3 id="wilayah-2">') == 1
    row = table[table.index("#wilayah-2") :]
    assert [int(count) for count in re.findall(r">(\d+)</td>", row)] == [0, 0, 0, 1, 0]


def test_one_region_needs_no_table_of_regions() -> None:
    results = compute(read_reports(REPORTS.partition("---")[0].encode()), _catalog())
    assert "Menurut wilayah" not in scorecard_page(results, load_regions())


def test_a_row_names_what_is_wrong_with_it_and_not_only_its_code() -> None:
    page = _page()
    for result in _results():
        for finding in result.temuan:
            said = f"{finding.kind.title.plain('id')} ({finding.kode})"
            assert f'<a href="#temuan">{said}</a>' in page


def test_the_computation_stands_with_its_numbers_and_sources() -> None:
    shown = read(_page()).shown
    assert "jumlah konflik" in shown.lower()
    assert "17 / 20" in shown
    indicator = _catalog()["KBP-WAS-02"]
    assert indicator.sidik in shown
    for source in indicator.sumber:
        assert source.dokumen in shown
    assert 'class="standing resmi"' in _page() or 'class="standing dilaporkan"' in _page()


def test_which_way_is_better_shows_for_what_should_be_low() -> None:
    page = _page()
    assert "↓ makin rendah makin baik" in page
    assert "◀ lebih baik" in page
    assert "lebih baik ▶" in page


def test_a_document_of_a_target_is_named() -> None:
    assert "Renstra" in read(_page()).shown


def test_a_period_within_a_year_is_named_and_is_no_trend() -> None:
    page = scorecard_page(
        compute(
            read_reports(
                b'wilayah: "62.71"\ntahun: 2024\nperiode: triwulan-1\nitem:\n'
                b"  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: 1, konflik: 2}}\n"
                b'---\nwilayah: "62.71"\ntahun: 2024\nperiode: triwulan-2\nitem:\n'
                b"  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: 2, konflik: 2}}\n"
            ),
            _catalog(),
        ),
        load_regions(),
    )
    shown = read(page).shown
    assert "2024, triwulan 1" in shown
    assert "2024, triwulan 2" in shown
    assert "Perkembangan" not in shown


def test_years_of_reports_make_a_trend_beside_the_published_values() -> None:
    page = scorecard_page(_of("idi-kalimantan-tengah"), load_regions())
    shown = read(page).shown
    assert "Capaian indikator kinerja: Kalimantan Tengah 2017–2018" in shown
    assert "2018 71,27 (dari laporan)" in page
    (newest,) = [
        value
        for value in _catalog().in_force(2024)["KBP-POL-01"].deret
        if (value.wilayah, value.tahun, value.dimensi) == ("62", 2024, None)
    ]
    number = format_number(newest.nilai)
    assert f"2024 {number} (terbit, {newest.kedudukan})" in page
    assert "nilai terbit menurut katalog" in shown
    assert "versi 2015 dan 2021 tidak sebanding" in shown
    assert "target 2018: 72" in page


def test_a_value_stands_beside_what_was_published_of_its_region_and_those_around() -> None:
    text = read(scorecard_page(_of("idi-kalimantan-tengah"), load_regions())).shown
    table = text[text.index("Nilai terbit") :]
    assert table.index("Kalimantan Tengah (62)") < table.index("Indonesia (0)")
    assert "71,27" in table
    assert "72,39" in table
    assert "BPS, lamandaukab.bps.go.id" in table


def test_the_error_of_a_survey_stands_below_its_values() -> None:
    report = b"""wilayah: "76"
tahun: 2025
item: [{kode: KBP-ESB-02, variabel: {toleransi: 88.59, kesetaraan: 80.85, kerja_sama: 73.64}}]
"""
    page = scorecard_page(compute(read_reports(report), _catalog()), load_regions())
    assert "Galat sampel edisi 2025 untuk wilayah 76: ±6,5." in read(page).shown


def test_an_indicator_of_no_published_value_has_no_table_of_them() -> None:
    report = b"{wilayah: '62.71', tahun: 2024, item: [{kode: KBP-WAS-09, variabel: {konflik: 3}}]}"
    page = scorecard_page(compute(read_reports(report), _catalog()), load_regions())
    assert "Nilai terbit" not in page


def test_a_single_report_without_published_values_has_no_trend() -> None:
    assert "Perkembangan" not in scorecard_page(_of("bantuan-parpol"), load_regions())


def test_the_page_says_what_it_is_and_what_it_was_made_of() -> None:
    for language, words in (("id", "bukan ketetapan"), ("en", "not a decree")):
        page = _page("en" if language == "en" else "id")
        assert words in page
        assert _catalog().digest in page
        assert f"kesbang-iku {_catalog().version}" in page


def test_an_english_page_speaks_english_and_marks_what_does_not() -> None:
    page = _page("en")
    shown = read(page).shown
    assert "Target not reached" in shown
    assert "Very high" in shown
    assert "is not estimated for the level" in shown
    assert "percent" in page


def test_the_same_reports_give_the_same_page() -> None:
    again = compute(read_reports(REPORTS.encode(), name=HOSTILE), _catalog())
    assert scorecard_page(again, load_regions(), files=[HOSTILE]) == _page()
