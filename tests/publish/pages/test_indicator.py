"""An indicator's page holds everything the standard says about it."""

from __future__ import annotations

import re

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog, UnknownCodeError
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from kesbang_iku.publish.pages.indicator import (
    definition_text,
    indicator_page,
    search_rank,
    search_words,
)
from tests.composite_indicators import catalog, composite_of


@pytest.fixture(scope="module")
def katalog() -> Catalog:
    return iku.load_catalog()


def section(text: str, title: str) -> str:
    """Return what stands under the first heading ``title``, up to the next heading of its level."""
    found = re.search(rf"^(#+) {re.escape(title)}.*\n", text, re.MULTILINE)
    assert found, title
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def test_formula_stands_typeset_in_words_and_in_the_formula_language(
    katalog: Catalog,
) -> None:
    text = indicator_page("KBP-WAS-02", katalog, typeset=lambda latex: f"<math>{latex}</math>")
    formula = section(text, "Rumus")
    assert r"<math>\frac{\text{Jumlah konflik sosial yang diselesaikan}}" in formula
    assert "dibagi Jumlah konflik sosial yang terjadi, dikali 100." in formula
    assert "`konflik_diselesaikan / konflik * 100`" in formula
    assert "`konflik = 0`: Tidak ada konflik" in formula


def composite_section(composite: dict[str, object], names: str) -> str:
    made = composite_of(composite, names)
    text = indicator_page(made.kode, catalog().where((made,)))
    return section(text, "Rumus")


def test_components_stand_with_their_weights() -> None:
    formula = composite_section({"bobot": {"a": "0.6", "b": "0.4"}}, "ab")
    assert "| Komponen | Bobot |" in formula
    assert "| Komponen a (`a`) | 0,6 |" in formula


def test_components_that_weigh_the_same_have_their_share_written() -> None:
    formula = composite_section({"metode": "geometrik", "anggota": ["a", "b", "c"]}, "abc")
    assert "| Komponen a (`a`) | 1/3 (sama) |" in formula
    assert "Rata-rata geometrik, bobot " in formula


def test_groups_show_the_weight_of_each_variable_in_the_whole() -> None:
    inner = {"metode": "aritmetika", "anggota": ["a", "b"], "kedudukan": "usulan"}
    formula = composite_section(
        {
            "bobot": {"sosial_budaya": "0.6", "c": "0.4"},
            "kelompok": {"sosial_budaya": inner},
            "ambang": "0.5",
        },
        "abc",
    )
    assert "| Komponen | Bobot | Bobot pada seluruhnya |" in formula
    assert "| **sosial budaya**, rata-rata tertimbang | 0,6 | 0,6 |" in formula
    assert "| ↳ Komponen a (`a`) | 0,5 (sama) | 0,3 |" in formula
    assert "| Komponen c (`c`) | 0,4 | 0,4 |" in formula
    assert "Dihitung bila paling sedikit 50 % bobotnya ada" in formula


def test_variables_and_rules_are_listed(katalog: Catalog) -> None:
    text = indicator_page("KBP-WAS-02", katalog)
    variables = section(text, "Variabel")
    assert "| Jumlah konflik sosial yang terjadi<br>`konflik` |" in variables
    assert "antarwilayah: dijumlahkan<br>antarperiode: dijumlahkan |" in variables
    assert "[kasus](../satuan.md#kasus)" in variables
    assert "`konflik_diselesaikan <= konflik`" in section(text, "Aturan antarvariabel")


def test_what_a_reader_asks_first_stands_below_the_title(katalog: Catalog) -> None:
    head = indicator_page("KBP-WAS-02", katalog).partition("\n## ")[0]
    said = "makin tinggi makin baik · berlaku untuk provinsi, kabupaten, kota · tahunan"
    assert f"Satuan persen · {said}" in head
    unknown = indicator_page("KBP-ESB-01", katalog)
    assert "berlaku untuk provinsi, kabupaten, kota\n{: .kepala }" in unknown


def test_the_scale_of_the_achievement_is_drawn_and_listed(katalog: Catalog) -> None:
    achievement = section(indicator_page("KBP-WAS-02", katalog), "Capaian")
    assert "<svg" in achievement
    assert "| Sangat Tinggi | ≥ 91 |" in achievement


def test_examples_are_computed_with_every_step(katalog: Catalog) -> None:
    examples = section(indicator_page("KBP-WAS-02", katalog), "Contoh terhitung")
    assert '??? example "Pembulatan tepat di tengah → 3,13"' in examples
    assert "25/8" in examples
    assert r"realisasi / target \* 100 → " in examples


def test_every_source_shows_its_standing(katalog: Catalog) -> None:
    sources = section(indicator_page("KBP-WAS-02", katalog), "Sumber")
    items = [line for line in sources.splitlines() if line.startswith("- ")]
    assert len(items) == len(katalog["KBP-WAS-02"].sumber)
    assert all('<span class="lencana lencana--' in item for item in items)


def test_corrections_say_what_is_printed_and_what_is_taken(katalog: Catalog) -> None:
    text = section(indicator_page("KBP-WAS-04", katalog), "Koreksi atas cetakan resmi")
    assert "**Kodref 05.02.001, kolom Rumus Perhitungan**" in text
    assert "- **Tercetak:** Rasio JP/JK" in text
    assert r"- **Yang diambil:** meninggal / penduduk \* 100000" in text


def test_all_versions_are_on_one_page_newest_first_with_their_comparability(
    katalog: Catalog,
) -> None:
    text = indicator_page("KBP-POL-01", katalog)
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings == [
        *("Versi 2021 (sejak 2021)", "Versi 2015 (2015–2020)", "Versi 2009 (2009–2014)")
    ]
    assert "tidak sebanding dengan versi 2009" in text
    assert "0,327" in section(text, "Versi 2009 (2009–2014)")


def test_published_values_name_their_region(katalog: Catalog) -> None:
    text = indicator_page("KBP-POL-01", katalog, regions=load_regions())
    assert "| Indonesia (0) | 2019 |" in text


def test_what_is_unknown_is_called_unknown(katalog: Catalog) -> None:
    definition = katalog["KBP-WAS-02"]
    assert not definition.penanggung_jawab
    text = indicator_page("KBP-WAS-02", katalog)
    assert "| **Pemilik** | tidak diketahui |" in section(text, "Ciri")
    assert "Penanggung jawab tingkat pusat tidak diketahui." in section(
        text, "Catatan dan yang tidak diketahui"
    )


def test_the_english_page_has_english_labels_and_marks_indonesian_texts(
    katalog: Catalog,
) -> None:
    text = indicator_page("KBP-WAS-02", katalog, "en")
    assert "# Percentage of Social Conflicts Resolved" in text
    assert "Texts of the definition are in Indonesian" in text.partition("\n## ")[0]
    assert "## Meaning" in text
    assert "{: lang=id }" in section(text, "Meaning")
    assert "divided by Jumlah konflik sosial yang terjadi" in section(text, "Formula")
    assert "No conflict occurred in this period" in section(text, "Formula")
    assert "→ 3.13" in section(text, "Worked examples")
    assert "[Dalam bahasa Indonesia](../../indikator/kbp-was-02.md)" in text


def test_the_file_itself_is_on_the_page_and_kept_out_of_the_search(
    katalog: Catalog,
) -> None:
    text = indicator_page("KBP-WAS-02", katalog)
    assert "## Berkas definisi { data-search-exclude }" in text
    assert "    kode: KBP-WAS-02" in section(text, "Berkas definisi")
    assert katalog["KBP-WAS-02"].sidik in text


def test_every_national_definition_has_its_file(katalog: Catalog) -> None:
    missing = [
        found.kode
        for found in katalog
        if f"kode: {found.kode}" not in (definition_text(found) or "")
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_indicator_has_a_page_with_the_sections_a_reader_needs(
    katalog: Catalog, language: Language
) -> None:
    wanted = {
        "id": ("Pengertian", "Rumus", "Variabel", "Ciri", "Capaian", "Sumber"),
        "en": ("Meaning", "Formula", "Variables", "Properties", "Achievement", "Sources"),
    }
    for code in katalog.codes:
        text = indicator_page(code, katalog, language)
        for title in wanted[language]:
            assert section(text, title).strip(), (code, title)


def test_an_unknown_code_has_no_page(katalog: Catalog) -> None:
    with pytest.raises(UnknownCodeError):
        indicator_page("KBP-ZZZ-99", katalog)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("KBP-POL-01", "IDI"),
        ("KBP-IDE-02", "wasbang"),
        ("KBP-ESB-09", "fkub"),
        ("KBP-POL-15", "unras"),
        ("KBP-ORM-05", "ormas"),
    ],
)
def test_short_forms_are_searched_for(code: str, word: str) -> None:
    words = search_words(catalog()[code])
    assert words[0] == code
    assert word in words


def test_a_short_form_belongs_to_what_spells_it_out_alone() -> None:
    having = {code for code in catalog().codes if "wasbang" in search_words(catalog()[code])}
    assert having
    for code in having:
        names = (catalog()[code].nama, *catalog()[code].alias)
        assert any(
            "wawasan kebangsaan" in name.casefold() or "wasbang" in name.casefold()
            for name in names
        )


def test_a_short_abbreviation_comes_before_longer_ones_that_begin_with_it() -> None:
    short, long = catalog()["KBP-ORM-01"], catalog()["KBP-ESB-06"]
    assert (short.singkatan, long.singkatan) == ("IKO", "IKOTAN")
    assert search_rank(short, 3) > search_rank(long, 3)
