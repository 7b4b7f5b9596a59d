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
from kesbang_iku.publish.frame.letterhead import Letterhead, Signature
from kesbang_iku.publish.scorecard.comparison import Comparison, cell_of
from kesbang_iku.publish.scorecard.page import scorecard_page
from kesbang_iku.publish.scorecard.words import region_text, state_of
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
    assert "<script>alert" not in page
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


def _table(page: str, start: str, kind: str = "<table") -> str:
    """Return the first table of a kind behind ``start``."""
    begin = page.index(kind, page.index(start))
    return page[begin : page.index("</table>", begin)]


def test_several_regions_stand_side_by_side_and_lead_to_their_tables() -> None:
    page = _page()
    matrix = _table(page, 'id="matriks"')
    assert matrix.count('href="#wilayah-') == 2
    assert page.count('<h3 id="wilayah-1">') == page.count('<h3 id="wilayah-2">') == 1
    row = next(one for one in matrix.split("<tr") if "KBP-WAS-02" in one)
    assert re.findall(r'<td class="(\w+)"[^>]*>(\S) <span data-fakta="nilai">([^<]*)', row) == [
        ("tercapai", "✓", "95,00"),
        ("tanpa_target", "○", "50,00"),
    ]


def test_one_region_is_compared_with_none() -> None:
    results = compute(read_reports(REPORTS.partition("---")[0].encode()), _catalog())
    assert "Perbandingan wilayah" not in scorecard_page(results, load_regions())


def _of_regions(values: dict[str, int], year: int = 2024) -> Results:
    reports = "---\n".join(
        f"wilayah: '{code}'\ntahun: {year}\nitem:\n"
        f"  - {{kode: KBP-WAS-02, variabel: {{konflik_diselesaikan: {solved}, konflik: 20}}, "
        "target: 90}\n"
        for code, solved in values.items()
    )
    return compute(read_reports(reports.encode()), _catalog())


def test_equal_values_share_a_rank_and_the_next_one_is_left_out() -> None:
    page = scorecard_page(_of_regions({"11": 17, "12": 19, "13": 17, "14": 10}))
    table = read(_table(page, 'class="ranks"') + "</table>")
    told = re.findall(r"(\d)(?: (\(sama\)))?((?:Aceh|Sumatera \w+|Riau) \(1\d\))", table.shown)
    assert told == [
        ("1", "", "Sumatera Utara (12)"),
        ("2", "(sama)", "Aceh (11)"),
        ("2", "(sama)", "Sumatera Barat (13)"),
        ("4", "", "Riau (14)"),
    ]


def test_the_median_of_two_lies_between_them_and_a_lowest_zero_is_shown() -> None:
    page = scorecard_page(_of_regions({"11": 0, "12": 17}))
    shown = read(_table(page, '<table class="stack spread"') + "</table>").shown
    assert re.findall(r"\d+,\d\d", shown) == ["0,00", "42,50", "85,00"]


def test_what_should_be_low_is_ranked_from_below() -> None:
    report = "".join(
        f"---\nwilayah: '{code}'\ntahun: 2024\nitem:\n"
        f"  - {{kode: KBP-WAS-04, variabel: {{meninggal: {deaths}, penduduk: 250000}}}}\n"
        for code, deaths in (("11", 9), ("12", 3))
    )
    row = Comparison.of(compute(read_reports(report.encode()), _catalog())).rows[0]
    assert [(place.rank, place.result.wilayah) for place in row.places] == [(1, "12"), (2, "11")]


def test_a_value_of_another_year_is_shown_with_it_and_not_ranked() -> None:
    old, new = _of_regions({"11": 19}, 2023), _of_regions({"12": 17, "13": 10})
    row = Comparison.of((*old, *new)).rows[0]
    assert [place.result.wilayah for place in row.places] == ["12", "13"]
    assert cell_of(row, "11")[2] == 2023
    assert cell_of(row, "12")[2] is None


def test_charts_of_regions_over_years_share_their_axes() -> None:
    results = [
        *_of_regions({"11": 10, "12": 18}, 2023),
        *_of_regions({"11": 11, "12": 19}, 2024),
    ]
    page = scorecard_page(Results(tuple(results), (), _catalog()))
    drawn = page[page.index('<figure class="multiples">') :]
    heights = [
        [float(one) for one in re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', chart)]
        for chart in re.findall(r"<svg.*?</svg>", drawn, re.DOTALL)[:2]
    ]
    slopes = [first - last for first, last in heights]
    assert slopes[0] == pytest.approx(slopes[1], abs=0.02)
    assert heights[0][0] > heights[1][0]


def test_the_summary_says_what_is_needed() -> None:
    page = scorecard_page(_of_regions({"11": 17}))
    row = _table(page, 'id="ringkasan"')
    assert "perlu 18 dari 20, kurang 1" in row
    assert "menjadi 18 dari 20 (kini 17, kurang 1), dengan angka lain tetap" in page


def test_a_bar_of_the_summary_is_a_share_of_all() -> None:
    figure = _page()[_page().index("<figure>") :]
    widths = re.findall(r'width="([\d.]+)" height="14" fill="var\(--tercapai', figure)
    assert [float(one) for one in widths] == [pytest.approx(340 * 2 / 7, abs=0.01)]


def test_letterhead_and_signature_stand_where_they_belong() -> None:
    head = Letterhead(("PEMERINTAH KOTA <b>", "BADAN"), "data:image/png;base64,AA==")
    signed = Signature(None, "Kepala Badan", "Nama Orang", ("NIP 1980",))
    page = scorecard_page(_of_regions({"11": 17}), letterhead=head, signature=signed)
    assert_stands_for_itself(page, "id")
    assert page.index("PEMERINTAH KOTA &lt;b&gt;") < page.index("<h1>")
    assert page.index("Ringkasan</h2>") < page.index("Kepala Badan") < page.index("Capaian</h2>")
    assert "………" in page


def test_prints_of_machines_stand_at_the_foot() -> None:
    page = scorecard_page(_of_regions({"11": 17}), files=["laporan.csv"])
    for one in ("laporan.csv", _catalog().digest):
        assert page.index("<footer>") < page.index(one)


def test_a_brief_page_has_no_cards_and_tells_findings_by_kind() -> None:
    page = scorecard_page(_results(), load_regions(), brief=True)
    assert_stands_for_itself(page, "id")
    assert_links_lead_somewhere(page)
    assert '<article id="butir' not in page
    kinds = {one.kode for one in _results().semua_temuan}
    table = page[page.index('<section id="temuan"') :]
    assert sorted(re.findall(r"<code>(IKU\d+)</code>", table)) == sorted(kinds)
    told = sum(map(int, re.findall(r'class="number" data-label="Banyaknya">(\d+)<', table)))
    assert told == len(_results().semua_temuan)


def test_very_many_results_are_data_that_the_page_draws() -> None:
    codes = [one for one in load_regions() if one != "0"][:401]
    results = _of_regions({code: number % 20 for number, code in enumerate(codes)})
    page = scorecard_page(results)
    assert_stands_for_itself(page, "id")
    assert_links_lead_somewhere(page)
    assert len(page.encode()) < 250_000
    (data,) = (text for kind, text in read(page).scripts if kind == "application/json")
    told = json.loads(data)
    assert len(told["wilayah"]) == 401
    name, items, _ = told["wilayah"][1]
    assert (name, len(items)) == (region_text(sorted(codes)[1], load_regions(), "id"), 1)
    for result in results:
        assert result.nilai is not None
        assert f" {format_number(result.nilai)}</td>" in page
    assert "data-region=" not in scorecard_page(results, brief=True)


def test_no_text_of_a_report_ends_the_data() -> None:
    many = [*_results()] * 60
    page = scorecard_page(Results(tuple(many), (), _catalog()), load_regions())
    assert_stands_for_itself(page, "id")
    assert "\u202e" not in page
    (data,) = (text for kind, text in read(page).scripts if kind == "application/json")
    assert "</style>" in json.dumps(json.loads(data))


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
