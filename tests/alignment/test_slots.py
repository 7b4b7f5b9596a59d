"""Two names are compared slot by slot, and the reader is told which slots differ."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.slots import Nearest
from kesbang_iku.model.plan import PlanItem

Katalog = iku.Catalog


@pytest.fixture(scope="module")
def matcher(katalog: Katalog) -> Matcher:
    return Matcher(KnownNames(katalog, "kabupaten"))


def _nearest(matcher: Matcher, name: str, unit: str | None = None) -> Nearest:
    match = matcher.match(PlanItem(nama=name, satuan=unit))
    assert match.chosen is None
    assert match.nearest is not None
    return match.nearest


@pytest.mark.parametrize(
    ("name", "code", "relation"),
    [
        ("Persentase konflik sosial yang ditangani", "KBP-WAS-02", "dekat"),
        ("Persentase penyelesaian konflik antar suku", "KBP-WAS-02", "lebih_sempit"),
        ("Jumlah ormas dan yayasan yang terdaftar", "KBP-ORM-03", "lebih_luas"),
        ("Nilai dimensi toleransi dalam Indeks Kerukunan Umat Beragama", "KBP-ESB-02", "bagian"),
    ],
)
def test_the_slot_that_differs_decides_the_relation(
    matcher: Matcher, name: str, code: str, relation: str
) -> None:
    found = _nearest(matcher, name)
    assert (found.indicator.kode, found.relation) == (code, relation)


def test_the_reason_names_the_slot_and_both_sides(matcher: Matcher) -> None:
    reason = _nearest(matcher, "Persentase konflik sosial yang ditangani").reason
    assert reason.id.startswith("peristiwa: ditangani dalam rencana, diselesaikan dalam standar")
    assert reason.en.startswith("event: ditangani in the plan, diselesaikan in the standard")


def test_a_count_of_a_share_differs_in_its_measure_alone(matcher: Matcher) -> None:
    found = _nearest(matcher, "Jumlah rekomendasi Forkopimda yang ditindaklanjuti", "Rekomendasi")
    assert found.indicator.kode == "KBP-WAS-18"
    assert found.reason.id == "ukuran: jumlah dalam rencana, persentase dalam standar"


@pytest.mark.parametrize(
    "name",
    [
        "Angka Kematian Bayi",
        "Jumlah konflik kepentingan yang dilaporkan",
        "Persentase realisasi bantuan keuangan desa",
        "Indeks Ketahanan Pangan",
    ],
)
def test_what_shares_no_object_of_the_field_is_near_nothing(matcher: Matcher, name: str) -> None:
    match = matcher.match(PlanItem(nama=name))
    assert match.chosen is None
    assert match.nearest is None


def test_a_part_with_an_entry_of_its_own_is_the_same(katalog: Katalog) -> None:
    provincial = Matcher(KnownNames(katalog, "provinsi"))
    match = provincial.match(PlanItem(nama="Skor aspek kebebasan dalam Indeks Demokrasi Indonesia"))
    assert match.chosen is not None
    assert match.chosen.indicator.kode == "KBP-POL-32"


def test_a_name_that_is_known_not_to_be_an_indicator_is_near_it(matcher: Matcher) -> None:
    found = _nearest(matcher, "Indeks Kota Toleran")
    assert (found.indicator.kode, found.relation) == ("KBP-ESB-02", "dekat")
    assert found.reason.id.startswith("Menilai kota")


@pytest.mark.parametrize("name", ["IKN", "Nilai IKN 2026", "Capaian IKN Kabupaten Kapuas"])
def test_an_abbreviation_with_two_owners_names_both(matcher: Matcher, name: str) -> None:
    match = matcher.match(PlanItem(nama=name))
    assert [one.indicator.kode for one in match.candidates] == ["KBP-WAS-01", "KBP-WAS-06"]
    assert match.candidates[0].confidence <= 0.9
    assert "Ketahanan Nasional" in match.candidates[0].reason.id


def test_an_answer_tells_the_nearest_and_is_less_sure_that_there_is_none() -> None:
    plan = iku.Plan(
        item=(
            PlanItem(nama="Persentase konflik sosial yang ditangani"),
            PlanItem(nama="Angka Kematian Bayi"),
            PlanItem(nama="Indeks Harmoni Indonesia"),
        )
    )
    found = iku.align(plan, tingkat="kota")
    near, foreign, same = (one.as_dict() for one in found)
    assert near["padanan"] is None
    assert near["terdekat"] is not None
    assert (near["hubungan"], near["terdekat"]["kode"]) == ("dekat", "KBP-WAS-02")
    assert float(near["keyakinan"]) < float(foreign["keyakinan"]) == 1
    assert (foreign["hubungan"], foreign["terdekat"]) == (None, None)
    assert (same["hubungan"], same["terdekat"]) == ("sama", None)
    assert (found.ringkasan["tanpa_padanan"], found.ringkasan["dekat"]) == (2, 1)
