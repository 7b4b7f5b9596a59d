"""Printed achievements of real reports: the right ones are not blamed, the wrong ones are named."""

from __future__ import annotations

import csv
from typing import Final

import pytest

import kesbang_iku as iku
from tests.definitions import measured
from tests.tree import ROOT

_LINES: Final = (ROOT / "tests/data/capaian.csv").read_text(encoding="utf-8").splitlines()
_CASES: Final = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))


def _judged(case: dict[str, str], katalog: iku.Catalog) -> iku.Result:
    unit = "rupiah" if "Rp" in case["target"] else "indeks"
    method = katalog.tables.methods[case["metode"]]
    indicator = measured(
        katalog.tables, capaian=method.nama, polaritas=method.polaritas, satuan=unit
    )
    return indicator.compute(
        realisasi=case["realisasi"], target=case["target"], capaian=case["tercetak"]
    )


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['asal']}-{case['ukuran']}")
def test_printed_achievement_is_judged_as_by_hand(
    case: dict[str, str], katalog: iku.Catalog
) -> None:
    result = _judged(case, katalog)
    blamed = [found.kode for found in result.temuan if found.kode.startswith("IKU5")]
    assert blamed == ([case["temuan"]] if case["temuan"] else [])
    assert (None if result.capaian is None else str(result.capaian)) == (case["hitung"] or None)


def test_both_directions_are_there() -> None:
    wrong = [case for case in _CASES if case["temuan"]]
    assert (len(_CASES) - len(wrong), len(wrong)) == (64, 14)


_SHARES = [
    ("Kalimantan Tengah 2020", "98", "603", "16.25"),
    ("Kapuas 2020", "33", "148", "22.30"),
    ("Bandung Barat 2021", "124", "428", "28.97"),
    ("Bandung Barat 2022", "236", "426", "55.40"),
    ("Jawa Timur 2026", "1.300", "121.000", "1.07"),
    ("Kalimantan Tengah 2025", "1.538", "1.538", "100.00"),
]


@pytest.mark.parametrize(("where", "active", "registered", "share"), _SHARES)
def test_share_of_active_organisations_is_as_reported(
    katalog: iku.Catalog, where: str, active: str, registered: str, share: str
) -> None:
    numbers = {"ormas_aktif": active, "ormas_terdaftar": registered}
    result = katalog["KBP-ORM-04"].compute(numbers, format_angka="id")
    assert str(result.nilai) == share, where


@pytest.mark.parametrize(
    ("votes", "amount"),
    [
        ("9.029", 97_242_330),
        ("5.020", 54_065_400),
        ("4.769", 51_362_130),
        ("8.575", 92_352_750),
        ("5.463", 58_836_510),
        ("6.553", 70_575_810),
        ("5.542", 59_687_340),
    ],
)
def test_party_aid_of_kayong_utara_is_votes_times_rate(
    katalog: iku.Catalog, votes: str, amount: int
) -> None:
    result = katalog["KBP-POL-04"].compute({"suara_sah": votes, "nilai_per_suara": "10.770"})
    assert result.nilai == amount


# Parts and total as BPS and Kemenag published them; "off" is by how much the parts miss the total.
_COMPOSITES = [
    ("KBP-POL-01", 2013, {"kebebasan_sipil": "79,00", "hak_politik": "46,25"}, "72,11", "63.68"),
    ("KBP-POL-01", 2012, {"kebebasan_sipil": "77,94", "hak_politik": "46,33"}, "69,28", "62.63"),
]


@pytest.mark.parametrize(("code", "year", "parts", "institutions", "total"), _COMPOSITES)
def test_democracy_index_follows_from_its_published_parts(
    katalog: iku.Catalog,
    code: str,
    year: int,
    parts: dict[str, str],
    institutions: str,
    total: str,
) -> None:
    indicator = katalog.in_force(year)[code]
    result = indicator.compute({**parts, "lembaga_demokrasi": institutions}, realisasi=total)
    assert str(result.nilai) == total
    assert not result.temuan


@pytest.mark.parametrize(
    ("parts", "printed", "blamed"),
    [
        (("72,37", "73,72", "75,40"), "73,83", []),
        (("73,48", "73,39", "73,41"), "73,43", []),
        (("75,83", "75,67", "75,50"), "75,67", []),
        (("75,63", "75,50", "75,38"), "75,50", []),
        (("74,83", "77,15", "77,47"), "76,47", ["IKU501"]),
    ],
)
def test_harmony_index_follows_from_its_published_dimensions(
    katalog: iku.Catalog,
    parts: tuple[str, str, str],
    printed: str,
    blamed: list[str],
) -> None:
    names = ("toleransi", "kesetaraan", "kerja_sama")
    result = katalog["KBP-ESB-02"].compute(dict(zip(names, parts, strict=True)), realisasi=printed)
    assert [found.kode for found in result.temuan] == blamed


_SCALES: Final = [
    # target, realised, printed, codes, which number may be meant otherwise
    ("90", "0,85", "94,44", ["IKU556"], "realisasi 0,85 berarti 85."),
    ("0,9", "85", "94,44", ["IKU556"], "target 0,9 berarti 90."),
    ("0,9", "85,5", "95", ["IKU556"], "target 0,9 berarti 90."),
    ("90", "0,855", "95,00", ["IKU556"], "realisasi 0,855 berarti 85,5."),
    ("1500", "1475000", "98,33", ["IKU556"], "target 1.000 kali lebih besar"),
    ("1,5", "1475", "98,33", ["IKU556"], "target 1.000 kali lebih besar"),
    ("7,05", "70,8", "100,43", ["IKU556"], "target 10 kali lebih besar"),
    ("70,5", "7,08", "100,43", ["IKU556"], "realisasi 10 kali lebih besar"),
    ("90", "0,85", "0,94", [], ""),
    ("90", "85", "9444", ["IKU510"], ""),
    ("90", "85", "0,9444", ["IKU515"], ""),
    ("0,9", "0,85", "0,9444", ["IKU515"], ""),
    ("4", "1", "2500", ["IKU510"], ""),
    ("90", "0,85", "60", ["IKU510"], ""),
    ("100", "120", "12", ["IKU510"], ""),
]


@pytest.mark.parametrize(("target", "realised", "printed", "codes", "said"), _SCALES)
def test_the_achievement_is_not_blamed_where_another_number_has_another_scale(
    target: str, realised: str, printed: str, codes: list[str], said: str, katalog: iku.Catalog
) -> None:
    indicator = measured(katalog.tables, satuan="orang", desimal=4)
    found = indicator.compute(realisasi=realised, target=target, capaian=printed).temuan
    assert [one.kode for one in found if one.kode.startswith("IKU5")] == codes
    assert said in "".join(one.pesan for one in found)


@pytest.mark.parametrize(
    ("target", "realised", "printed", "codes", "said"),
    [
        ("1", "2", "200", ["IKU513"], "maksimalkan"),
        ("2", "4", "200", ["IKU513"], "maksimalkan"),
        ("5", "12", "200", ["IKU510"], "menghasilkan 0,00"),
        ("1", "2", "199,8", ["IKU556"], "target 1.000 kali lebih besar"),
        ("2", "3000", "50", ["IKU556"], "target 1.000 kali lebih besar"),
    ],
)
def test_a_print_that_many_scales_give_tells_of_none(
    target: str, realised: str, printed: str, codes: list[str], said: str, katalog: iku.Catalog
) -> None:
    found = (
        katalog["KBP-WAS-09"].compute({"konflik": realised}, target=target, capaian=printed).temuan
    )
    assert [one.kode for one in found if one.kode.startswith("IKU5")] == codes
    assert said in "".join(one.pesan for one in found)


@pytest.mark.parametrize(
    ("realised", "printed", "codes"),
    [
        ("25", "-50", []),
        ("25", "0", []),
        ("25", "-20", ["IKU510"]),
        ("25", "-1", ["IKU510"]),
        ("25", "-0,2", ["IKU510"]),
        ("2000", "-100", ["IKU510"]),
    ],
)
def test_nothing_between_a_floor_and_what_lies_under_it_was_cut_off(
    realised: str, printed: str, codes: list[str], katalog: iku.Catalog
) -> None:
    found = katalog["KBP-WAS-09"].compute({"konflik": realised}, target="10", capaian=printed)
    assert [one.kode for one in found.temuan if one.kode.startswith("IKU5")] == codes
