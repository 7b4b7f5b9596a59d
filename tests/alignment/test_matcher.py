"""Counterparts are found in steps that can be explained, and not where there are none."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.matcher import Match, Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.model.plan import PlanItem

Katalog = iku.Catalog


@pytest.fixture(scope="module")
def matcher(katalog: Katalog) -> Matcher:
    return Matcher(KnownNames(katalog, "kota"))


@pytest.fixture(scope="module")
def provincial(katalog: Katalog) -> Matcher:
    return Matcher(KnownNames(katalog, "provinsi"))


def _code(match: Match) -> str | None:
    return None if match.chosen is None else match.chosen.indicator.kode


def test_a_code_decides_whatever_the_name(matcher: Matcher) -> None:
    match = matcher.match(PlanItem(nama="Apa saja", kode="sipd:000587"))
    assert match.chosen is not None
    assert (_code(match), match.chosen.way) == ("KBP-IDE-02", "kode")


def test_a_code_that_is_unknown_leaves_it_to_the_name(matcher: Matcher) -> None:
    match = matcher.match(PlanItem(nama="Indeks Harmoni Indonesia", kode="KBP-ABC-01"))
    assert _code(match) == "KBP-ESB-01"


@pytest.mark.parametrize(
    ("name", "code", "way"),
    [
        ("indeks harmoni indonesia", "KBP-ESB-01", "nama"),
        ("Ormas tercatat", "KBP-ORM-03", "alias"),
        ("IKN", "KBP-WAS-01", "alias"),
        ("Nilai IKM", "KBP-UMM-01", "nama"),
        ("Pertikaian Antar Warga", "KBP-WAS-09", "mirip"),
    ],
)
def test_the_way_says_how_it_was_found(matcher: Matcher, name: str, code: str, way: str) -> None:
    match = matcher.match(PlanItem(nama=name))
    assert match.chosen is not None
    assert (_code(match), match.chosen.way) == (code, way)


def test_a_known_deviation_is_named(matcher: Matcher) -> None:
    match = matcher.match(PlanItem(nama="Jumlah LSM"))
    assert match.chosen is not None
    assert match.chosen.variant is not None
    assert match.chosen.variant.nama == "Jumlah LSM"


@pytest.mark.parametrize(
    "name",
    [
        "Persentase konflik yang ditangani",
        "Persentase penurunan konflik sosial",
        "Jumlah potensi konflik yang ditangani",
        "Persentase ormas yang dibina",
        "Indeks Reformasi Birokrasi",
        "Indeks Ketahanan Daerah",
        "Angka kematian akibat narkoba",
        "Jumlah sekolah yang melaksanakan nilai-nilai ideologi dan wawasan kebangsaan",
        "Persentase penyusunan RAD penanganan konflik sosial",
        "Indeks Kinerja Organisasi (IKO)",
        "",
    ],
)
def test_what_means_something_else_has_no_counterpart(matcher: Matcher, name: str) -> None:
    assert _code(matcher.match(PlanItem.model_construct(nama=name))) is None


def test_an_abbreviation_with_two_meanings_is_less_sure(matcher: Matcher) -> None:
    ambiguous = matcher.match(PlanItem(nama="IKO")).chosen
    plain = matcher.match(PlanItem(nama="IHaI")).chosen
    assert ambiguous is not None
    assert plain is not None
    assert ambiguous.confidence < plain.confidence
    assert "Indeks Kinerja Organisasi" in ambiguous.reason.id


def test_a_count_speaks_against_a_share(matcher: Matcher) -> None:
    share = matcher.match(PlanItem(nama="ormas aktif", satuan="%")).chosen
    count = matcher.match(PlanItem(nama="ormas aktif", satuan="Orang")).chosen
    assert share is not None
    assert count is None or count.confidence < share.confidence


def test_the_level_decides_between_the_two_nomenclatures(
    matcher: Matcher, provincial: Matcher
) -> None:
    item = PlanItem(nama="Jumlah Paskibraka")
    assert _code(matcher.match(item)) == "8.01.02.2.01.0008"
    assert _code(provincial.match(item)) == "8.01.02.1.01.0012"


def test_the_text_of_the_other_level_means_the_own_one(matcher: Matcher) -> None:
    spelt = (
        "Jumlah Orang yang Mengikuti Koordinasi di Bidang Ideologi Wawasan Kebangsaan, Bela "
        "Negara, Karakter Bangsa, Pembauran Kebangsaan, Bhineka Tunggal Ika dan Sejarah Kebangsaan"
    )
    assert _code(matcher.match(PlanItem(nama=spelt))) == "8.01.02.2.01.0004"


def test_the_text_of_the_other_level_means_the_own_one_even_word_for_word(
    provincial: Matcher,
) -> None:
    of_a_region = (
        "Jumlah Orang yang Mengikuti Koordinasi di Bidang Ideologi Wawasan Kebangsaan, Bela "
        "Negara, Karakter Bangsa, Pembauran Kebangsaan, Bineka Tunggal Ika dan Sejarah Kebangsaan"
    )
    assert _code(provincial.match(PlanItem(nama=of_a_region))) == "8.01.02.1.01.0004"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Persentase potensi konflik yang difasilitasi penanganannya", "KBP-WAS-08"),
        ("Indeks Kinerja 0rmas", "KBP-ORM-01"),
        ("Persentase hasil rapat Forkopimda yang dilaksanakan", "KBP-WAS-18"),
        ("Persentase rapat Forkopimda yang dilaksanakan", "KBP-WAS-17"),
        ("Persentase potensi konflik yang dapat dicegah", "KBP-WAS-07"),
        ("Persentase aksi unras yang kondusif", "KBP-POL-15"),
        ("Jumlah masyarakat yang mendapatkan pendidikan politik", "KBP-POL-12"),
        ("Persentase kabupaten/kota yang memiliki FKUB aktif", "KBP-ESB-09"),
        ("Capaian IKM", "KBP-UMM-01"),
    ],
)
def test_other_words_for_the_same_are_known(matcher: Matcher, name: str, code: str) -> None:
    assert _code(matcher.match(PlanItem(nama=name))) == code


@pytest.mark.parametrize(
    "name",
    [
        "Indeks Toleransi",
        "Jumlah kegiatan ormas",
        "Persentase kecamatan yang memiliki FKDM",
        "Persentase konflik sosial yang tidak terselesaikan",
    ],
)
def test_near_names_stay_without_counterpart(matcher: Matcher, name: str) -> None:
    assert _code(matcher.match(PlanItem(nama=name))) is None


def test_the_abbreviation_of_a_count_is_not_taken_with_another_measure(matcher: Matcher) -> None:
    scored = matcher.match(PlanItem(nama="Nilai RAD PKS")).chosen
    counted = matcher.match(PlanItem(nama="Jumlah RAD PKS")).chosen
    assert scored is None
    assert counted is not None
    assert counted.indicator.kode == "KBP-WAS-03"


def test_an_output_cut_short_is_found_by_what_is_left(matcher: Matcher) -> None:
    name = "Jumlah Orang yang Mengikuti Koordinasi di Bidang Kewaspadaan Dini, ..."
    assert _code(matcher.match(PlanItem(nama=name))) == "8.01.06.2.01.0004"


def test_an_output_cut_short_without_a_mark_is_less_sure(matcher: Matcher) -> None:
    name = "Jumlah Orang yang Mengikuti Koordinasi di Bidang Kewaspadaan Dini"
    marked = matcher.match(PlanItem(nama=f"{name}, ...")).chosen
    plain = matcher.match(PlanItem(nama=name)).chosen
    assert marked is not None
    assert plain is not None
    assert plain.indicator.kode == marked.indicator.kode
    assert plain.confidence < marked.confidence


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Religious Harmony Index", "KBP-ESB-02"),
        ("Voter turnout", "KBP-POL-02"),
        ("Percentage of Active Civil Society Organisations", "KBP-ORM-04"),
    ],
)
def test_english_names_are_known(matcher: Matcher, name: str, code: str) -> None:
    assert _code(matcher.match(PlanItem(nama=name))) == code


def test_of_twins_for_two_levels_the_own_one_is_meant(matcher: Matcher) -> None:
    name = "Persentase parpol yang menyampaikan LPJ bantuan keuangan tepat waktu"
    assert _code(matcher.match(PlanItem(nama=name))) == "KBP-POL-09"


def test_a_vague_measure_is_not_sure(matcher: Matcher) -> None:
    vague = matcher.match(PlanItem(nama="Tingkat Kewaspadaan Nasional", satuan="%")).chosen
    assert vague is None or vague.confidence <= 0.9


def test_a_cell_with_two_indicators_names_both(matcher: Matcher) -> None:
    name = "Indeks Harmoni Indonesia; Indeks Kewaspadaan Nasional"
    match = matcher.match(PlanItem(nama=name))
    assert [one.indicator.kode for one in match.parts] == ["KBP-ESB-01", "KBP-WAS-01"]
    assert match.chosen is not None
    assert match.chosen.confidence < 0.9


def test_one_indicator_with_two_notions_is_not_parted(matcher: Matcher) -> None:
    name = "Jumlah daerah yang melaksanakan nilai-nilai ideologi dan wawasan kebangsaan"
    match = matcher.match(PlanItem(nama=name))
    assert match.parts == ()
    assert _code(match) == "KBP-IDE-02"


def test_the_title_of_a_programme_is_no_indicator(matcher: Matcher) -> None:
    name = "Persentase Penguatan Ideologi Pancasila dan Karakter Kebangsaan"
    match = matcher.match(PlanItem(nama=name))
    assert match.chosen is None
    assert match.title == "8.01.02"


def test_every_name_of_the_catalog_finds_its_own_indicator(
    katalog: Katalog, matcher: Matcher
) -> None:
    found = {one.nama: _code(matcher.match(PlanItem(nama=one.nama))) for one in katalog}
    assert found == {one.nama: one.kode for one in katalog}


def test_a_formula_in_the_words_of_the_variables_makes_surer(matcher: Matcher) -> None:
    name = "Persentase penyelesaian gejolak konflik"
    rumus = "jumlah konflik sosial yang diselesaikan / jumlah konflik sosial yang terjadi"
    without = matcher.match(PlanItem(nama=name)).candidates
    with_it = matcher.match(PlanItem(nama=name, rumus=rumus)).candidates
    sure = {one.indicator.kode: one.confidence for one in without}
    surer = {one.indicator.kode: one.confidence for one in with_it}
    assert surer["KBP-WAS-02"] > sure["KBP-WAS-02"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Jumlah konflik SARA", "KBP-WAS-09"),
        ("Jumlah konflik berlatar belakang SARA", "KBP-WAS-09"),
        ("Persentase penyelesaian konflik SARA", "KBP-WAS-02"),
        ("Persentase potensi konflik SARA yang ditangani", "KBP-WAS-08"),
    ],
)
def test_a_word_that_limits_leaves_a_counterpart_unsure(
    matcher: Matcher, name: str, code: str
) -> None:
    chosen = matcher.match(PlanItem(nama=name)).chosen
    assert chosen is not None
    assert chosen.indicator.kode == code
    assert 0.6 <= chosen.confidence <= 0.9


def test_a_limit_that_the_catalog_names_leaves_nothing_unsure(matcher: Matcher) -> None:
    for name in ("Angka potensi konflik SARA", "Jumlah konflik sosial di masyarakat"):
        chosen = matcher.match(PlanItem(nama=name)).chosen
        assert chosen is not None
        assert chosen.confidence > 0.9, name
