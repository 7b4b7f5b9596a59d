"""An indicator's page holds everything the standard says about it."""

from __future__ import annotations

import re

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.catalog import Catalog, UnknownCodeError
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from kesbang_iku.publish.pages.indicator import (
    indicator_page,
    notes_of,
    search_rank,
    search_words,
)
from tests.composite_indicators import catalog, composite_of
from tools.build_docs import definition_text


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
    assert (
        "Jumlah konflik sosial yang diselesaikan dibagi jumlah konflik sosial yang terj" in formula
    )
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
    assert "Antardaerah dijumlahkan, antarperiode dijumlahkan." in variables
    assert "[kasus](../satuan.md#kasus)" in variables
    assert "`konflik_diselesaikan <= konflik`" in section(text, "Aturan antarvariabel")


def test_what_a_reader_asks_first_stands_below_the_title(katalog: Catalog) -> None:
    head = indicator_page("KBP-POL-01", katalog, regions=load_regions()).partition("\n## ")[0]
    rows = dict(re.findall(r"^\| \*\*(.+?)\*\* \| (.*) \|$", head, re.MULTILINE))
    assert list(rows) == [
        *("Nilai terakhir", "Sasaran nasional", "Dirilis oleh", "Rumus"),
        *("Satuan", "Berlaku untuk", "Kedudukan"),
    ]
    assert rows["Nilai terakhir"].startswith("**78,19** indeks (Indonesia, 2025) · sedang ")
    assert rows["Sasaran nasional"] == "2025: 81,69–85,23 · 2029: 83,42–86,96"
    assert rows["Dirilis oleh"] == "Badan Pusat Statistik"
    assert rows["Rumus"] == "[rata-rata tertimbang](#rumus), 3 bagian"
    assert rows["Satuan"] == "indeks · makin tinggi makin baik"
    assert rows["Berlaku untuk"] == "nasional, provinsi · tahunan"


def test_where_nothing_is_known_the_card_says_so(katalog: Catalog) -> None:
    head = indicator_page("KBP-WAS-02", katalog).partition("\n## ")[0]
    assert "| **Nilai terakhir** | belum ada nilai terbit yang terbaca |" in head
    assert "| **Sasaran nasional** | tidak ada yang terbaca |" in head
    assert "| **Dirilis oleh** | tidak diketahui |" in head


def test_where_the_formula_is_not_published_no_formula_stands(katalog: Catalog) -> None:
    owner = katalog["KBP-WAS-01"].pemilik[0]
    said = f"Rumus tidak diterbitkan. Yang dipakai nilai rilis {owner}."
    text = indicator_page("KBP-WAS-01", katalog)
    assert f"| **Rumus** | {said} |" in text.partition("\n## ")[0]
    formula = section(text, "Rumus")
    assert formula.lstrip().startswith(said)
    assert '<div class="rumus">' not in formula


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_proposal_says_below_its_title_that_it_is_none_of_the_standard(
    katalog: Catalog, language: Language
) -> None:
    for code in katalog.codes:
        head = indicator_page(code, katalog, language).partition('<div class="jawaban"')[0]
        assert ("pita--usulan" in head) == (katalog[code].status == "usulan"), code


def test_the_class_of_the_latest_value_is_marked(katalog: Catalog) -> None:
    classes = section(indicator_page("KBP-POL-01", katalog), "Kategori nilai")
    (marked,) = re.findall(r'<li class="kini".*?</li>', classes)
    assert "<b>sedang</b>" in marked
    assert "◆ 78,19 (2025)" in marked


def test_the_scale_of_the_achievement_stands_once(katalog: Catalog) -> None:
    achievement = section(indicator_page("KBP-WAS-02", katalog), "Capaian")
    assert achievement.count("<b>Sangat Tinggi</b> <span>≥ 91</span>") == 1
    assert "<svg" not in achievement


def test_examples_are_computed_with_every_step(katalog: Catalog) -> None:
    examples = section(indicator_page("KBP-WAS-02", katalog), "Contoh terhitung")
    assert '??? example "Pembulatan tepat di tengah → 3,13"' in examples
    assert "25/8" in examples
    assert r"realisasi / target \* 100 → " in examples


def test_every_source_shows_its_standing(katalog: Catalog) -> None:
    sources = section(indicator_page("KBP-WAS-02", katalog), "Sumber dan koreksi")
    assert '??? abstract "Sumber (4, 4 bertautan)"' in sources
    items = [line for line in sources.splitlines() if line.startswith("    - ")]
    assert len(items) == len(katalog["KBP-WAS-02"].sumber)
    assert all('<span class="lencana lencana--' in item for item in items)


def test_corrections_say_what_is_printed_and_what_is_taken(katalog: Catalog) -> None:
    text = section(indicator_page("KBP-WAS-04", katalog), "Sumber dan koreksi")
    assert "Koreksi atas cetakan resmi: Kodref 05.02.001, kolom Rumus Perhitungan" in text
    assert "- **Tercetak:** Rasio JP/JK" in text
    assert r"- **Yang diambil:** meninggal / penduduk \* 100000" in text


def test_each_version_has_a_page_that_names_the_others_and_their_comparability(
    katalog: Catalog,
) -> None:
    newest = section(indicator_page("KBP-POL-01", katalog), "Versi")
    assert "| **2021** | sejak 2021 |" in newest
    assert "| [2015](kbp-pol-01-2015.md) | 2015–2020 |" in newest
    assert "tidak sebanding dengan versi 2009" in newest
    older = indicator_page("KBP-POL-01", katalog, version="2009")
    assert "# Indeks Demokrasi Indonesia (IDI), versi 2009" in older
    assert '<a href="../kbp-pol-01/">Versi yang terbaru ialah 2021.</a>' in older
    assert "0,327" in section(older, "Rumus")
    assert "| [2021](kbp-pol-01.md) | sejak 2021 |" in section(older, "Versi")


def test_a_page_can_be_cited_with_its_version(katalog: Catalog) -> None:
    for version, data in ((None, "kbp-pol-01.json"), ("2009", "kbp-pol-01-2009.json")):
        cited = section(indicator_page("KBP-POL-01", katalog, version=version), "Kutipan dan data")
        number = version or "2021"
        assert f'<a href="../kbp-pol-01-{number}/">Tautan tetap versi ini</a>' in cited
        assert f"[JSON]({data})" in cited
        assert f"[YAML](kbp-pol-01-{number}.yaml)" in cited
        assert katalog.versions("KBP-POL-01")[0 if version else -1].sidik in cited


def test_what_is_not_known_stands_apart_from_other_notes(katalog: Catalog) -> None:
    for found in katalog:
        unknown, notes = notes_of(found)
        weights = found.komponen.catatan if found.komponen else None
        written = " ".join(filter(None, (found.catatan, weights)))
        assert sorted(" ".join((*unknown, *notes)).split()) == sorted(written.split())
    unknown, notes = notes_of(katalog["KBP-WAS-01"])
    assert any("tidak ada rumus yang dapat dipastikan" in one for one in unknown)
    assert any(one.startswith("Singkatan IKN juga") for one in notes)


def test_published_values_name_their_region(katalog: Catalog) -> None:
    text = indicator_page("KBP-POL-01", katalog, regions=load_regions())
    values = section(text, "Nilai terbit")
    assert "| Wilayah | 2021 | 2022 | 2023 | 2024 | 2025 | Terakhir, pada satu sumbu" in values
    assert re.search(r"^ *\| Indonesia \| .*78,19</span><sup>\d+\*</sup>", values, re.MULTILINE)
    assert '??? info "Sumber nilai (26)"' in values


def test_what_is_unknown_is_called_unknown(katalog: Catalog) -> None:
    definition = katalog["KBP-WAS-02"]
    assert not definition.penanggung_jawab
    text = indicator_page("KBP-WAS-02", katalog)
    assert "| **Pemilik** | tidak diketahui |" in section(text, "Metadata")
    unknown = section(text, "Yang tidak diketahui")
    assert "- Penanggung jawab tingkat pusat tidak diketahui." in unknown


def test_the_english_page_leaves_out_what_is_written_in_indonesian_alone(
    katalog: Catalog,
) -> None:
    text = indicator_page("KBP-WAS-02", katalog, "en")
    assert "# Percentage of Social Conflicts Resolved" in text
    found = katalog["KBP-WAS-02"]
    for only in (
        found.konsep,
        found.definisi,
        found.interpretasi,
        *(found.catatan or "").split(". "),
    ):
        assert only not in text
    assert "[Persentase Penyelesaian Konflik Sosial](../../indikator/kbp-was-02.md)" in text
    assert "divided by jumlah konflik sosial yang terjadi" in section(text, "Formula")
    assert "No conflict occurred in this period" in section(text, "Formula")
    assert "→ 85.00" in section(text, "Worked examples")
    assert "[Dalam bahasa Indonesia](../../indikator/kbp-was-02.md)" in text


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
        "id": ("Rumus", "Variabel", "Metadata", "Capaian", "Sumber dan koreksi"),
        "en": ("Formula", "Variables", "Metadata", "Achievement"),
    }
    for code in katalog.codes:
        text = indicator_page(code, katalog, language)
        for title in wanted[language]:
            assert section(text, title).strip(), (code, title)


def test_an_unknown_code_has_no_page(katalog: Catalog) -> None:
    with pytest.raises(UnknownCodeError):
        indicator_page("KBP-ZZZ-99", katalog)
    with pytest.raises(UnknownCodeError, match="1999"):
        indicator_page("KBP-POL-01", katalog, version="1999")


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
