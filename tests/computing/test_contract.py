"""The examples of the contract with other systems, to the letter."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import kesbang_iku as iku

_REPORT = b"""\
jenis: laporan
wilayah: "62"            # Kemendagri code, as text; 62 is Kalimantan Tengah
tahun: 2018
periode: tahunan
item:
  - kode: KBP-POL-01
    variabel: {kebebasan_sipil: "90,09", hak_politik: 50.46, lembaga_demokrasi: 80.65}
    target: 72
    realisasi: 71.27
    capaian: 98.99
    predikat: Sangat Tinggi
    bukti: ["BRS BPS 2019"]
"""


def test_report_of_the_contract_gives_the_answer_of_the_contract(
    katalog: iku.Catalog,
) -> None:
    answer = iku.compute(iku.read_reports(_REPORT, name="laporan.yaml"), katalog).as_dict()
    whole = json.loads(json.dumps(answer))
    assert whole["skema"] == "kesbang-iku/hasil/1"
    assert whole["katalog"] == {"versi": iku.__version__, "sidik": katalog.digest}
    assert whole["temuan"] == []
    (result,) = whole["hasil"]
    expected = {
        "kode": "KBP-POL-01",
        "versi": "2015",
        "wilayah": "62",
        "tahun": 2018,
        "periode": "tahunan",
        "status": "lengkap",
        "asal": "dihitung",
        "nilai": "71.27",
        "nilai_eksak": "7126841/100000",
        "satuan": "indeks",
        "kategori": "sedang",
        "target": "72",
        "capaian": "98.99",
        "capaian_eksak": "7127/72",
        "metode_capaian": "maksimalkan",
        "predikat": "Sangat Tinggi",
        "berkas": "laporan.yaml",
        "baris": 6,
        "temuan": [],
    }
    assert {key: result[key] for key in expected} == expected


def test_code_of_the_contract_runs_as_it_stands_there() -> None:
    katalog = iku.load_catalog()
    hasil = katalog["KBP-WAS-02"].compute({"konflik_diselesaikan": 17, "konflik": 20}, target=90)
    assert (hasil.nilai, hasil.capaian, hasil.predikat) == (
        Decimal("85.00"),
        Decimal("94.44"),
        "Sangat Tinggi",
    )
    assert str(hasil.nilai) == "85.00"
    assert "17" in hasil.explain()
    assert katalog.in_force(2024)["KBP-POL-02"].versi == "2024"


def test_achievement_is_taken_from_the_published_value() -> None:
    indicator = iku.load_catalog().in_force(2018)["KBP-POL-01"]
    parts = {"kebebasan_sipil": "90,09", "hak_politik": "50,46", "lembaga_demokrasi": "80,65"}
    result = indicator.compute(parts, target=72)
    assert result.nilai_eksak == Fraction(7126841, 100000)
    assert str(result.capaian) == "98.99"
    assert round(float(result.nilai_eksak or 0) / 72 * 100, 2) == 98.98


def test_finding_has_the_keys_of_the_contract() -> None:
    (found,) = iku.load_catalog()["KBP-WAS-02"].compute({"konflik": 1}).temuan
    assert set(found.as_dict()) == {
        "kode",
        "tingkat",
        "pesan",
        "saran",
        "berkas",
        "baris",
        "kolom",
        "sel",
        "penunjuk",
        "nilai",
        "rujukan",
    }


def test_validation_has_the_shape_of_the_contract(katalog: iku.Catalog) -> None:
    assert iku.validate(_REPORT, katalog) == ()
