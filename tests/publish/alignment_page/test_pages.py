"""The pages of the alignment: everything is on them, and nothing of a plan becomes a tag."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import get_args

import pytest

from kesbang_iku import Alignment, Catalog, align, load_catalog, read_plan
from kesbang_iku.alignment.alignment import align_with
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.overview import nearest_codes, programmes
from kesbang_iku.alignment.regional import RegionalComparison, RegionalPlan, compare_plans
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.publish.alignment_page.regions import comparison_page
from kesbang_iku.publish.alignment_page.single import alignment_page
from kesbang_iku.publish.alignment_page.words import formula_words, ready_text
from tests.publish.reading import assert_links_lead_somewhere, assert_stands_for_itself, read

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u202e</style>"
PLAN = f"""\
jenis: rencana
wilayah: "62.71"
periode: {{mulai: 2025, selesai: 2029}}
item:
  - nama: Prosentase konflik sosial yang diselesaikan
    satuan: {json.dumps(HOSTILE)}
    rumus: "jumlah konflik yang diselesaikan / jumlah konflik"
    polaritas: minimalkan
  - nama: Indeks Kewaspadaan Nasional
  - nama: {json.dumps(HOSTILE)}
    satuan: {json.dumps(HOSTILE)}
  - nama: Indeks Perlindungan Kebhinnekaan
    lokal: {{tema: sosial, mendukung: KBP-ESB-01}}
  - nama: Persentase ormas terdaftar
  - kode: KBP-WAS-99
    nama: Jumlah rumah ibadah
"""
LANGUAGES: tuple[Language, ...] = get_args(Language)


@cache
def _catalog() -> Catalog:
    return load_catalog()


@cache
def _found() -> Alignment:
    return align_with(Matcher(KnownNames(_catalog(), "kota")), read_plan(PLAN.encode()))


@cache
def _page(language: Language = "id") -> str:
    region = load_regions()["62.71"]
    plan = read_plan(PLAN.encode()).plan
    return alignment_page(
        _found(), _catalog(), plan=plan, region=region, file="renstra.yaml", language=language
    )


@cache
def _compared() -> RegionalComparison:
    regions = load_regions()
    plans = [
        RegionalPlan(HOSTILE, read_plan(PLAN.encode()), regions["62.71"], regions["62"], "kota"),
        RegionalPlan(HOSTILE, read_plan(PLAN.encode()), None, None, "kabupaten"),
    ]
    return compare_plans(plans, _catalog())


@cache
def _comparison(language: Language = "id") -> str:
    return comparison_page(_compared(), language=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_needs_nothing_from_elsewhere(language: Language) -> None:
    for page in (_page(language), _comparison(language)):
        assert_stands_for_itself(page, language)


def test_what_a_plan_says_is_shown_and_never_run() -> None:
    for page in (_page(), _comparison()):
        assert "<script>alert" not in page
        assert "onerror=alert(1)>" not in page
        assert "\u202e" not in page
    assert read(_page()).shown.count("<script>alert(1)</script>") == 4


def test_identifiers_are_unique_and_links_lead_somewhere() -> None:
    for page in (_page(), _page("en"), _comparison()):
        assert_links_lead_somewhere(page)


def test_every_deviation_stands_side_by_side_with_the_standard() -> None:
    shown = read(_page()).shown
    for one in _found():
        assert one.item.nama.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in shown
        for deviation in one.penyimpangan:
            assert deviation.milik_daerah.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in shown
            assert deviation.milik_standar in shown
            assert deviation.keterangan.id in shown
        for finding in one.temuan:
            assert finding.pesan in shown


def test_every_missing_indicator_has_a_text_to_adopt() -> None:
    page = _page()
    reader = read(page)
    for code in _found().belum_diadopsi:
        assert f"belum-{code.lower()}" in reader.ids
        assert _catalog()[code].nama in reader.shown
    first = page.index('id="belum-kbp-esb-01"')
    assert first < page.index('id="belum-kbp-umm-01"')


def test_the_coverage_names_indicators_and_leads_to_the_item_or_the_text_to_adopt() -> None:
    page = _page()
    coverage = page[page.index('id="cakupan"') : page.index('id="padanan"')]
    found = _found()
    matched = {one.padanan.kode for one in found if one.padanan is not None}
    for kind, codes in (("padanan", matched), ("belum", found.belum_diadopsi)):
        for code in codes:
            link = f'<a href="#{kind}-{code.lower()}">{_catalog()[code].nama}</a>'
            assert link in coverage
            assert page.count(f'id="{kind}-{code.lower()}"') == 1


def test_what_the_centre_asks_for_is_named_in_the_summary() -> None:
    page = _page()
    summary = page[page.index('id="ringkasan"') : page.index('id="cakupan"')]
    assert _found().wajib_belum_diadopsi
    for code in _found().wajib_belum_diadopsi:
        assert f'<a href="#belum-{code.lower()}">{_catalog()[code].nama}</a>' in summary


def test_the_text_to_adopt_is_an_item_that_is_in_line() -> None:
    catalog = _catalog()
    codes = _found().belum_diadopsi
    labels = {code: catalog.tables.units[catalog[code].satuan].label for code in codes}
    items = "\n".join(ready_text(catalog[code], labels[code] or "") for code in codes)
    plan = read_plan(f"item:\n{items}\n".encode())
    assert plan.temuan == ()
    again = align_with(Matcher(KnownNames(catalog, "kota")), plan)
    assert [one.cara for one in again] == ["kode"] * len(codes)
    for one in again:
        found = {deviation.jenis for deviation in one.penyimpangan}
        assert found <= {"tingkat", "rumus"}, one.item.nama


def test_a_released_value_has_words_for_a_formula() -> None:
    assert formula_words(_catalog()["KBP-WAS-01"], "id")
    assert "dibagi" in formula_words(_catalog()["KBP-WAS-02"], "id")
    assert "divided" in formula_words(_catalog()["KBP-WAS-02"], "en")


def test_the_page_says_what_it_is_and_what_it_was_made_of() -> None:
    for page, words in ((_page(), "bukan ketetapan"), (_comparison("en"), "not a decree")):
        assert words in page
        assert _catalog().digest in page
        assert f"kesbang-iku {_catalog().version}" in page


def test_indonesian_texts_are_marked_on_an_english_page() -> None:
    assert '<span lang="id">Indeks Kewaspadaan Nasional</span>' in _page("en")


def test_the_matrix_has_a_row_for_each_indicator_and_a_column_for_each_plan() -> None:
    page = _comparison()
    matrix = page[page.index('class="matrix"') : page.index("Menurut indikator</h2>")]
    compared = _compared()
    rows = re.findall(r"<tr data-keys=.*?</tr>", matrix)
    assert len(rows) == len(compared.indikator)
    for row, indicator in zip(rows, compared.indikator, strict=True):
        assert indicator.nama in read(row).shown
        cells = re.findall(r'<td class="(\w+)">', row)
        asked = [one.selaras.wajib_belum_diadopsi for one in compared.rencana]
        assert cells == [
            "diarahkan" if indicator.kode in codes else one.state(indicator.kode)
            for one, codes in zip(compared.rencana, asked, strict=True)
        ]
        assert ('data-keys="diarahkan"' in row) == (indicator.kode in compared.diarahkan)


def test_very_many_regions_stand_in_a_matrix_for_each_province() -> None:
    regions = load_regions()
    plan = read_plan(PLAN.encode())
    codes = [code for code, one in regions.items() if one.tingkat == "kabupaten"][:60]
    plans = [
        RegionalPlan("r.csv", plan, regions[code], regions[code[:2]], "kabupaten") for code in codes
    ]
    page = comparison_page(compare_plans(plans, _catalog()))
    provinces = {code[:2] for code in codes}
    assert page.count('<table class="matrix">') == len(provinces) > 1
    heads = re.findall(r"<thead><tr>.*?</tr></thead>", page)
    assert max(head.count('class="code"') for head in heads) <= 38
    assert sum(head.count('class="code"') for head in heads) == len(codes)
    assert_links_lead_somewhere(page)


def test_items_are_counted_as_in_every_other_answer() -> None:
    compared, page = _compared(), _comparison()
    table = page[page.index('<table class="stack plans"') : page.index('<section id="matriks"')]
    rows = re.findall(r'<tr role="row" data-keys="">.*?</tr>', table)
    for row, one in zip(rows, compared.rencana, strict=True):
        numbers = [int(found) for found in re.findall(r'<td role="cell"[^>]*>(\d+)</td>', row)]
        counts = one.selaras.ringkasan
        items, aligned, outputs, deviating, deviating_outputs, local, without, _ = numbers
        assert items == counts["item"]
        assert aligned + outputs == counts["selaras"]
        assert deviating + deviating_outputs == counts["menyimpang"]
        assert (local, without) == (counts["lokal"], counts["tanpa_padanan"])
    total = sum(one.selaras.ringkasan["selaras"] for one in compared.rencana)
    assert f": {total} selaras (" in read(page).shown


def test_a_plan_is_told_row_by_row_as_on_a_terminal() -> None:
    page = _page()
    table = page[page.index('<table class="stack answer"') : page.index('<section id="cakupan"')]
    shown = read(table[: table.index("</table>") + 8]).shown
    for group in programmes(_found()):
        assert group.title.id in shown
        for one in group.items:
            assert one.item.nama.replace("\u202e", "\N{REPLACEMENT CHARACTER}") in shown
            if one.padanan is not None:
                assert one.padanan.kode in shown
            elif (near := nearest_codes(one)) is not None:
                assert near.said.fill("id", kode=near.codes[0]) in shown


def test_what_is_of_another_field_is_named_and_not_gone_into() -> None:
    rows = (
        PlanItem(nama="Jumlah sekolah yang dibangun", program="PROGRAM PENGELOLAAN PENDIDIKAN"),
        PlanItem(nama="Persentase konflik sosial yang diselesaikan"),
    )
    found = align(Plan(item=rows), _catalog(), tingkat="kota")
    others = [one for one in found if one.tempat.bidang_lain]
    assert others
    page = alignment_page(found, _catalog())
    for one in others:
        assert page.count(one.item.nama) == 1
        assert page.index("Bidang lain:") < page.index(one.item.nama)


def test_the_same_plan_gives_the_same_page() -> None:
    _page.cache_clear()
    assert _page() == alignment_page(
        _found(),
        _catalog(),
        plan=read_plan(PLAN.encode()).plan,
        region=load_regions()["62.71"],
        file="renstra.yaml",
    )
