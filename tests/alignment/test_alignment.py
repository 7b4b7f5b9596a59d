"""A plan against the standard: what deviates, what is local, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.alignment import AlignedItem, Alignment, align_with
from kesbang_iku.alignment.deviations import Deviation
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.model.plan import Plan

Katalog = iku.Catalog


@pytest.fixture(scope="module")
def matchers(katalog: Katalog) -> Mapping[str, Matcher]:
    return {
        "kota": Matcher(KnownNames(katalog, "kota")),
        "provinsi": Matcher(KnownNames(katalog, "provinsi")),
    }


class Aligner:
    """Aligns plans made of the data of items."""

    def __init__(self, matchers: Mapping[str, Matcher]) -> None:
        self._matchers = matchers

    def plan(self, *items: Mapping[str, Any], level: str = "kota", **envelope: Any) -> Alignment:  # noqa: ANN401 - data of a file
        plan = Plan.model_validate({"item": list(items), **envelope})
        return align_with(self._matchers[level], plan)

    def one(self, nama: str, *, level: str = "kota", **item: Any) -> AlignedItem:  # noqa: ANN401 - the same
        return self.plan({"nama": nama, **item}, level=level)[0]


@pytest.fixture
def aligner(matchers: Mapping[str, Matcher]) -> Aligner:
    return Aligner(matchers)


def _of(item: AlignedItem, kind: str) -> list[Deviation]:
    return [found for found in item.penyimpangan if found.jenis == kind]


def _codes(item: AlignedItem) -> list[str]:
    return [found.kode for found in item.temuan]


# ------------------------------------------------------------------------------------ deviations


def test_an_indicator_as_the_standard_has_it_does_not_deviate(aligner: Aligner) -> None:
    found = aligner.one(
        "Persentase Penyelesaian Konflik Sosial",
        satuan="%",
        rumus="konflik_diselesaikan / konflik * 100",
        polaritas="makin tinggi makin baik",
        target={2025: "85,5", 2026: 90},
    )
    assert found.penyimpangan == ()
    assert found.temuan == ()


def test_another_name_is_a_deviation_but_another_spelling_is_not(aligner: Aligner) -> None:
    assert _of(aligner.one("Ormas tercatat"), "nama")
    assert not _of(aligner.one("INDEKS harmoni Indonesia (IHaI)"), "nama")


def test_a_known_deviation_is_explained_in_the_words_of_the_catalog(
    aligner: Aligner, katalog: Katalog
) -> None:
    (found,) = _of(aligner.one("Jumlah LSM"), "nama")
    (variant,) = (one for one in katalog["KBP-ORM-03"].varian if one.nama == "Jumlah LSM")
    assert variant.alasan in found.keterangan.id


@pytest.mark.parametrize("spelling", ["%", "persen", "Per- sen", "Persentase"])
def test_a_synonym_of_the_unit_is_no_deviation(aligner: Aligner, spelling: str) -> None:
    assert not _of(aligner.one("Tingkat Partisipasi Pemilih", satuan=spelling), "satuan")


@pytest.mark.parametrize("spelling", ["%", "poin", "sesuatu"])
def test_another_unit_is_a_deviation(aligner: Aligner, spelling: str) -> None:
    (found,) = _of(aligner.one("Indeks Harmoni Indonesia", satuan=spelling), "satuan")
    assert (found.milik_daerah, found.milik_standar) == (spelling, "Indeks")


@pytest.mark.parametrize(
    ("name", "spelling", "said"),
    [
        ("Nilai SAKIP", "Skor", "Keduanya skor"),
        ("Nilai SAKIP", "Predikat", "Kelas atau peringkat bukan angka"),
        ("Indeks Harmoni Indonesia", "Peringkat", "Kelas atau peringkat bukan angka"),
        ("Persentase Penyelesaian Konflik", "Rasio", "angkanya 100 kali angka daerah"),
        ("Indeks Kepuasan Masyarakat", "nilai skala 1-4", "angkanya 25 kali angka daerah"),
    ],
)
def test_only_scores_of_one_scale_are_said_to_have_the_same_numbers(
    aligner: Aligner, name: str, spelling: str, said: str
) -> None:
    (found,) = _of(aligner.one(name, satuan=spelling), "satuan")
    assert said in found.keterangan.id


def test_a_unit_that_names_nothing_leaves_the_counterpart_as_sure_and_is_told_what_to_name(
    aligner: Aligner,
) -> None:
    vague = aligner.one("Jumlah Organisasi Masyarakat yang dibina", satuan="Angka")
    named = aligner.one("Jumlah Organisasi Masyarakat yang dibina", satuan="Lembaga")
    assert vague.keyakinan == named.keyakinan
    (found,) = _of(vague, "satuan")
    assert "tidak menyebut apa yang dihitung" in found.keterangan.id
    assert found.milik_standar == "Lembaga"


@pytest.mark.parametrize(
    ("written", "deviates"),
    [
        ("minimalkan", False),
        ("Negatif", False),
        ("Semakin kecil, semakin baik", False),
        ("Minimalisasi", False),
        ("-", False),
        ("maksimalkan", True),
        ("semakin besar semakin baik", True),
        ("entah", True),
    ],
)
def test_the_direction_is_understood_as_people_write_it(
    aligner: Aligner, written: str, *, deviates: bool
) -> None:
    found = aligner.one("Jumlah Konflik Sosial", polaritas=written)
    assert bool(_of(found, "polaritas")) is deviates


def test_an_indicator_of_provinces_deviates_in_a_city(aligner: Aligner) -> None:
    name = "Indeks Demokrasi Indonesia"
    (found,) = _of(aligner.one(name), "tingkat")
    assert found.milik_daerah == "kota"
    assert not _of(aligner.one(name, level="provinsi"), "tingkat")


@pytest.mark.parametrize(
    "formula",
    [
        "a / b * 100",
        "100 * konflik_diselesaikan / konflik",
        "(Jumlah konflik yang diselesaikan / jumlah konflik) x 100%",
    ],
)
def test_the_same_formula_written_otherwise_is_no_deviation(aligner: Aligner, formula: str) -> None:
    found = aligner.one("Persentase Penyelesaian Konflik Sosial", rumus=formula)
    assert not _of(found, "rumus")


def test_another_function_is_a_deviation(aligner: Aligner) -> None:
    formula = "(konflik - konflik_diselesaikan) / konflik * 100"
    assert _of(aligner.one("Persentase Penyelesaian Konflik Sosial", rumus=formula), "rumus")


def test_a_share_upside_down_is_a_deviation(aligner: Aligner) -> None:
    formula = "konflik / konflik_diselesaikan * 100"
    (found,) = _of(aligner.one("Persentase Penyelesaian Konflik Sosial", rumus=formula), "rumus")
    assert "tertukar" in found.keterangan.id


def test_targets_on_another_scale_are_named(aligner: Aligner) -> None:
    ten = aligner.one("Indeks Kerukunan Umat Beragama", target={2025: "7,1", 2026: "7,2"})
    assert any("skala lain" in found.keterangan.id for found in _of(ten, "target"))
    hundred = aligner.one("Indeks Kerukunan Umat Beragama", target={2025: 95, 2026: 96})
    assert not _of(hundred, "target")
    share = aligner.one("Persentase Penyelesaian Konflik", target={2025: "0,8", 2026: "1"})
    assert any("skala lain" in found.keterangan.id for found in _of(share, "target"))
    small = aligner.one("Persentase Penyelesaian Konflik", target={2025: "0,8", 2026: "1,1"})
    assert not _of(small, "target")


@pytest.mark.parametrize(
    ("name", "base", "first", "said"),
    [
        ("Persentase Penyelesaian Konflik Sosial", 90, 85, "lebih buruk"),
        ("Jumlah Konflik Sosial", 3, 5, "lebih buruk"),
        ("Persentase Penyelesaian Konflik Sosial", 120, 90, "Nilai dasar di luar"),
    ],
)
def test_a_baseline_is_held_against_range_and_first_target(
    aligner: Aligner, name: str, base: int, first: int, said: str
) -> None:
    (found,) = _of(aligner.one(name, dasar={2024: base}, target={2025: first}), "target")
    assert said in found.keterangan.id


def test_a_baseline_below_the_first_target_is_right(aligner: Aligner) -> None:
    name = "Persentase Penyelesaian Konflik Sosial"
    assert not _of(aligner.one(name, dasar={2024: 80}, target={2025: 85}), "target")


def test_a_formula_that_cannot_be_read_is_a_finding_and_no_deviation(aligner: Aligner) -> None:
    found = aligner.one("Persentase Penyelesaian Konflik Sosial", rumus="kuesioner 9 unsur")
    assert not _of(found, "rumus")
    assert found.temuan


def test_a_target_that_is_no_possible_value_deviates(aligner: Aligner) -> None:
    found = aligner.one("Tingkat Partisipasi Pemilih", target={2025: 80, 2026: 120})
    (deviation,) = _of(found, "target")
    assert deviation.milik_daerah == "2026 = 120"


def test_a_target_behind_the_national_one_deviates(aligner: Aligner) -> None:
    name = "Indeks Demokrasi Indonesia"
    low = aligner.one(name, level="provinsi", target={2025: "80,00"})
    within = aligner.one(name, level="provinsi", target={2025: "81,69"})
    (found,) = _of(low, "target")
    assert found.milik_standar == "2025 = 81,69–85,23"
    assert not _of(within, "target")


@pytest.mark.parametrize(
    ("name", "item", "said", "said_en"),
    [
        (
            "Indeks Demokrasi Indonesia",
            {"target": {2025: "80,50", 2026: 1250}},
            [("2026 = 1.250", "0–100"), ("2025 = 80,5", "2025 = 81,69–85,23")],
            [("2026 = 1,250", "0–100"), ("2025 = 80.5", "2025 = 81.69–85.23")],
        ),
        (
            "Indeks Demokrasi Indonesia",
            {"target": {2029: "90,125"}},
            [("2029 = 90,125", "2")],
            [("2029 = 90.125", "2")],
        ),
    ],
)
def test_numbers_stand_as_the_readers_of_each_language_write_them(
    aligner: Aligner,
    name: str,
    item: dict[str, object],
    said: list[tuple[str, str]],
    said_en: list[tuple[str, str]],
) -> None:
    found = aligner.one(name, level="provinsi", **item).penyimpangan
    assert [(one.milik_daerah, one.milik_standar) for one in found] == said
    answers = [one.as_dict("en") for one in found]
    assert [(one["milik_daerah"], one["milik_standar"]) for one in answers] == said_en


def test_a_factor_is_written_as_the_readers_of_each_language_write_it(aligner: Aligner) -> None:
    formula = "konflik_diselesaikan / konflik * 4"
    (found,) = _of(aligner.one("Persentase Penyelesaian Konflik Sosial", rumus=formula), "rumus")
    assert "0,04 kali" in found.keterangan.id
    assert "0.04 times" in found.keterangan.en


@pytest.mark.parametrize(
    ("name", "targets", "deviates"),
    [
        ("Jumlah Konflik Sosial", {2025: 3, 2026: 4}, True),
        ("Jumlah Konflik Sosial", {2025: 4, 2026: 3}, False),
        ("Tingkat Partisipasi Pemilih", {2025: 80, 2026: 70}, True),
        ("Tingkat Partisipasi Pemilih", {2025: 80, 2026: 80}, False),
    ],
)
def test_targets_that_get_worse_deviate(
    aligner: Aligner, name: str, targets: dict[int, int], *, deviates: bool
) -> None:
    assert bool(_of(aligner.one(name, target=targets), "target")) is deviates


def test_the_year_after_the_plan_may_have_a_target_but_none_later(aligner: Aligner) -> None:
    period = {"mulai": 2025, "selesai": 2029}
    item = {"nama": "Tingkat Partisipasi Pemilih"}
    after = aligner.plan({**item, "target": {2029: 80, 2030: 81}}, periode=period)
    later = aligner.plan({**item, "target": {2029: 80, 2031: 81}}, periode=period)
    assert not _of(after[0], "target")
    assert [found.milik_daerah for found in _of(later[0], "target")] == ["2031"]


def test_a_series_that_several_indicators_have_is_said_once(aligner: Aligner) -> None:
    series = {2026: 69, 2027: 72, 2028: 75}
    found = aligner.plan(
        {"nama": "Persentase peningkatan sesuatu", "target": series},
        {"nama": "Tingkat Partisipasi Pemilih", "target": series},
        {"nama": "Persentase Ormas Aktif", "target": {2026: 100, 2027: 100, 2028: 100}},
        {"nama": "Persentase Penyelesaian Konflik", "target": {2026: 100, 2027: 100, 2028: 100}},
    )
    assert not any(_of(one, "target") for one in found)
    (said,) = found.temuan
    assert said.kode == "IKU393"
    assert "2026 = 69; 2027 = 72; 2028 = 75" in said.pesan


def test_targets_finer_than_the_indicator_is_published_deviate(aligner: Aligner) -> None:
    found = aligner.one("Tingkat Partisipasi Pemilih", target={2025: "80,125", 2026: "80,50"})
    (deviation,) = _of(found, "desimal")
    assert deviation.milik_daerah == "2025 = 80,125"


# --------------------------------------------------------------------- what has no counterpart


def test_a_declared_local_indicator_stays_local(aligner: Aligner) -> None:
    found = aligner.one("Indeks Kota Ramah", lokal={"tema": "sosial", "mendukung": "KBP-ESB-01"})
    assert (found.cara, found.padanan, found.tema, found.temuan) == ("lokal", None, "sosial", ())


def test_a_local_indicator_may_not_have_a_national_name(aligner: Aligner) -> None:
    found = aligner.one("Indeks Harmoni Indonesia", lokal={"tema": "sosial"})
    assert found.cara == "lokal"
    assert _codes(found) == ["IKU398"]


def test_what_a_local_indicator_supports_must_exist(aligner: Aligner) -> None:
    found = aligner.one("Indeks Kota Ramah", lokal={"tema": "sosial", "mendukung": "KBP-ESB-99"})
    assert _codes(found) == ["IKU310"]


def test_an_undeclared_one_gets_the_theme_of_its_words(aligner: Aligner) -> None:
    assert aligner.one("Persentase pelajar yang mengenal Pancasila").tema == "ideologi"
    assert aligner.one("Jumlah kendaraan dinas").tema is None


def test_a_title_of_a_programme_is_said_to_be_one(aligner: Aligner) -> None:
    found = aligner.one("Persentase Pemberdayaan dan Pengawasan Organisasi Kemasyarakatan")
    assert found.cara == "tidak_ada"
    assert _codes(found) == ["IKU396"]


# ------------------------------------------------------------------------- the plan as a whole


@pytest.mark.parametrize("kode", ["8.01.02", "8.01.02.2.01", "8.01.01.2.06.0001"])
def test_the_code_of_a_programme_in_the_column_of_codes_is_no_mistake(
    aligner: Aligner, kode: str
) -> None:
    found = aligner.one("Indeks Harmoni Indonesia", kode=kode)
    assert _codes(found) == []
    assert found.cara == "nama"


def test_an_unknown_code_is_a_finding(aligner: Aligner) -> None:
    found = aligner.one("Indeks Harmoni Indonesia", kode="KBP-ESB-99")
    assert _codes(found) == ["IKU310"]
    assert found.cara == "nama"


def test_a_code_with_the_name_of_another_is_a_finding(aligner: Aligner) -> None:
    found = aligner.one("Indeks Harmoni Indonesia", kode="KBP-WAS-01")
    assert found.padanan is not None
    assert found.padanan.kode == "KBP-WAS-01"
    assert _codes(found) == ["IKU395"]


def test_a_counterpart_used_twice_is_a_finding_at_the_second(aligner: Aligner) -> None:
    first, second = aligner.plan({"nama": "Konflik sosial"}, {"nama": "Jumlah konflik"})
    assert _codes(first) == []
    assert _codes(second) == ["IKU397"]


def test_who_did_not_vote_is_near_the_turnout(aligner: Aligner) -> None:
    found = aligner.one("Tingkat golput pada Pilkada", satuan="%")
    assert found.padanan is None
    assert found.terdekat is not None
    assert found.terdekat.indicator.kode == "KBP-POL-02"


@pytest.mark.parametrize(
    ("target", "codes"), [({2025: "6,90"}, []), ({2026: "7"}, []), ({2025: "7,1"}, ["IKU397"])]
)
def test_a_name_told_again_is_one_too_many_with_other_targets(
    aligner: Aligner, target: dict[int, str], codes: list[str]
) -> None:
    name = "Indeks Harmoni Indonesia"
    once, again = aligner.plan(
        {"nama": name, "target": {2025: "6,9"}}, {"nama": name, "target": target}
    )
    assert _codes(once) == []
    assert _codes(again) == codes


def test_what_is_known_to_be_only_alike_is_said_and_has_no_counterpart(aligner: Aligner) -> None:
    found = aligner.one("Indeks Kinerja Organisasi (IKO)")
    assert found.padanan is None
    assert found.kandidat[0].indicator.kode == "KBP-ORM-01"
    assert found.keyakinan < 1
    assert _codes(found) == ["IKU394"]
    assert "hanya singkatannya yang kembar" in found.temuan[0].pesan


def test_words_that_exclude_each_other_are_named_where_only_they_differ(aligner: Aligner) -> None:
    found = aligner.one("Persentase penanganan konflik sosial")
    assert found.padanan is None
    assert found.kandidat[0].indicator.kode == "KBP-WAS-08"
    assert found.terdekat is not None
    assert (found.terdekat.indicator.kode, found.hubungan) == ("KBP-WAS-02", "dekat")
    assert found.keyakinan < 1
    assert _codes(found) == ["IKU394"]
    assert "Potensi konflik bukan konflik yang terjadi" in found.temuan[0].pesan


def test_two_indicators_in_a_cell_are_both_adopted(aligner: Aligner) -> None:
    plan = aligner.plan({"nama": "Indeks Harmoni Indonesia dan Indeks Kewaspadaan Nasional"})
    assert _codes(plan[0]) == ["IKU399"]
    assert {"KBP-ESB-01", "KBP-WAS-01"}.isdisjoint(plan.belum_diadopsi)


def test_the_version_is_that_of_the_first_year_planned(aligner: Aligner) -> None:
    name = "Indeks Demokrasi Indonesia"
    old = aligner.one(name, target={2018: 72}).padanan
    new = aligner.one(name, target={2026: 82}).padanan
    assert old is not None
    assert new is not None
    assert (old.versi, new.versi) == ("2015", "2021")


@pytest.mark.parametrize(
    ("years", "version"), [((2024, 2025, 2026), "2025"), ((2025,), "2025"), ((2023, 2024), None)]
)
def test_what_became_one_for_the_level_while_a_plan_runs_does_not_deviate(
    aligner: Aligner, years: tuple[int, ...], version: str | None
) -> None:
    found = aligner.one("Indeks Kinerja Ormas", target=dict.fromkeys(years, 70))
    assert bool(_of(found, "tingkat")) == (version is None)
    assert found.padanan is not None
    assert version in (None, found.padanan.versi)


def test_what_the_centre_asks_for_and_the_plan_has_not_got_is_listed(aligner: Aligner) -> None:
    empty = aligner.plan()
    some = aligner.plan({"nama": "IKN"}, {"nama": "Indeks Harmoni"})
    assert set(empty.wajib_belum_diadopsi) == {"KBP-ESB-01", "KBP-WAS-01", "KBP-ORM-01"}
    assert some.wajib_belum_diadopsi == ("KBP-ORM-01",)
    assert set(empty.belum_diadopsi) - set(some.belum_diadopsi) == {"KBP-ESB-01", "KBP-WAS-01"}


@pytest.mark.parametrize(
    ("years", "asked"),
    [((2020, 2024), 0), ((2024,), 0), ((2024, 2025, 2026), 2), ((2025, 2029), 2), ((2030,), 0)],
)
def test_the_centre_asks_for_nothing_of_plans_of_other_years(
    aligner: Aligner, years: tuple[int, ...], asked: int
) -> None:
    plan = aligner.plan({"nama": "Indeks Harmoni", "target": dict.fromkeys(years, 5)})
    assert len(plan.wajib_belum_diadopsi) == asked
    assert bool(plan.diarahkan) == bool(asked)
    assert {"KBP-WAS-01", "KBP-ORM-01"} <= {*plan.belum_diadopsi}


def test_not_adopted_are_indicators_of_the_level_only(aligner: Aligner, katalog: Katalog) -> None:
    missing = aligner.plan().belum_diadopsi
    assert missing
    assert all("kota" in katalog[code].tingkat.berlaku for code in missing)


def test_the_answer_has_the_shape_of_the_contract(aligner: Aligner) -> None:
    found = aligner.plan(
        {"nama": "Ormas tercatat", "satuan": "%"},
        {"nama": "Indeks Harmoni Indonesia"},
        {"nama": "Jumlah rumah ibadah"},
        {"nama": "Indeks Kota Ramah", "lokal": {"tema": "sosial"}},
        wilayah="62.71",
    ).as_dict()
    assert found["skema"] == "kesbang-iku/selaras/1"
    assert (found["wilayah"], found["tingkat"]) == ("62.71", "kota")
    assert found["ringkasan"] == {
        "item": 4,
        "selaras": 1,
        "menyimpang": 1,
        "lokal": 1,
        "tanpa_padanan": 1,
        "dekat": 0,
        "wajib_belum_diadopsi": 2,
    }
    items: Any = found["item"]
    assert {"baris", "nama", "padanan", "versi", "cara", "keyakinan", "kandidat"} <= set(items[0])
    assert set(items[0]["penyimpangan"][0]) == {
        "jenis",
        "milik_daerah",
        "milik_standar",
        "keterangan",
    }
    assert items[1]["keyakinan"] == "1.00"
    assert items[1]["kandidat"][0]["kode"] == "KBP-ESB-01"


def test_explanations_speak_the_language_asked_for(aligner: Aligner) -> None:
    found = aligner.plan({"nama": "Indeks Harmoni Indonesia", "satuan": "%"})
    indonesian, english = str(found.as_dict("id")), str(found.as_dict("en"))
    assert "Bagian dari keseluruhan bukan skor" in indonesian
    assert "A share of a whole is no score" in english


def test_a_file_is_read_with_its_lines_and_aligned(katalog: Katalog, tmp_path: Path) -> None:
    path = tmp_path / "rencana.csv"
    path.write_text("nama,satuan,target 2026\nIKN,Indeks,75\nIndeks Harmoni,Indeks,70\n", "utf-8")
    found = iku.align(iku.read_plan(path), katalog, tingkat="kabupaten", wilayah="62.02")
    assert [one.padanan and one.padanan.kode for one in found] == ["KBP-WAS-01", "KBP-ESB-01"]
    assert [one.place.baris for one in found] == [2, 3]
    assert found.wilayah == "62.02"


_CITY = {"wilayah": "32.73", "item": [{"nama": "Indeks Demokrasi Indonesia"}]}


def test_the_region_decides_the_level_where_none_is_given(katalog: Katalog) -> None:
    city = Plan.model_validate(_CITY)
    found = iku.align(city, katalog)
    assert (found.tingkat, found.wilayah) == ("kota", "32.73")
    assert [one.jenis for one in found[0].penyimpangan] == ["tingkat"]
    assert found.as_dict() == iku.align(city, katalog, tingkat="kota").as_dict()
    assert iku.align(city, katalog, tingkat="provinsi").tingkat == "provinsi"
    named = iku.align(city, katalog, wilayah="Provinsi Jawa Barat")
    assert (named.tingkat, named.wilayah) == ("provinsi", "32")


def test_a_level_or_region_that_is_none_is_refused(katalog: Katalog) -> None:
    city = Plan.model_validate(_CITY)
    with pytest.raises(ValueError, match="'zz' is no region that is known"):
        iku.align(city, katalog, wilayah="zz")
    with pytest.raises(ValueError, match="'desa' is not known; there are nasional, provinsi"):
        iku.align(city, katalog, tingkat="desa")  # type: ignore[arg-type]  # wrongly used
    with pytest.raises(TypeError, match=r"what read_plan.* gave, or a Plan; str is neither"):
        iku.align("renstra.xlsx", katalog)  # type: ignore[arg-type]  # wrongly used


def test_an_unknown_level_takes_indicators_of_every_level(katalog: Katalog) -> None:
    plan = Plan.model_validate({"item": [{"nama": "Indeks Demokrasi Indonesia"}]})
    found = iku.align(plan, katalog)
    assert found.tingkat is None
    assert found[0].penyimpangan == ()
