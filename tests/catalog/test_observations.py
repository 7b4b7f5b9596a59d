"""Published values: read by code, region and year, and held to rules of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog import observations
from kesbang_iku.catalog.catalog import UnknownCodeError
from kesbang_iku.catalog.load import load_catalog, read_catalog
from kesbang_iku.catalog.observations import Observations, packed, unpacked
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Finding
from kesbang_iku.model.definition import Years
from kesbang_iku.model.observation import Observation
from kesbang_iku.sources.resources import catalog_root

CATALOG = load_catalog(packages=False)

HEADER = (
    "wilayah,tahun,bagian,nilai,satuan,edisi,penyebut,revisi,dipakai,sumber,tempat,kedudukan,dari,"
    "catatan"
)
DEFINITION = """
kode: CONTOH-POL-01
nama: Nilai Contoh
nama_en: Sample Value
lokal: {tema: politik}
bidang: POL
program: "8.01.03"
konsep: Contoh.
definisi: Rata-rata dua unsur.
interpretasi: Makin tinggi makin baik.
jenis: hasil
tingkat: {berlaku: [provinsi], diestimasi: [provinsi]}
akses: umum
satuan: indeks
desimal: 2
rentang: {min: 0, maks: 100}
polaritas: maksimalkan
frekuensi: tahunan
kumulatif: false
berlaku: {mulai: 2020}
variabel:
  - nama: a
    label: Unsur a
    satuan: indeks
    jenis: nilai
    agregasi: {wilayah: tidak, waktu: tidak}
  - nama: b
    label: Unsur b
    satuan: indeks
    jenis: nilai
    agregasi: {wilayah: tidak, waktu: tidak}
rumus: rata_rata(a, b)
capaian: maksimalkan
predikat: permendagri-86-2017
status: usulan
sumber:
  - {dokumen: Keputusan contoh, kedudukan: usulan, dilihat: "2026-11-29"}
"""

Check = Callable[..., list[Finding]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Return what is found in a catalog of one definition with these published values."""

    def check(*rows: str) -> list[Finding]:
        (tmp_path / "indikator").mkdir(exist_ok=True)
        (tmp_path / "nilai").mkdir(exist_ok=True)
        (tmp_path / "indikator" / "contoh-pol-01.yaml").write_text(DEFINITION, encoding="utf-8")
        sources = "id,dokumen,url,dilihat\nbps,BPS,https://www.bps.go.id,2026-11-29\nlain,Lain,,2026-11-29\n"
        (tmp_path / "nilai" / "sumber.csv").write_text(sources, encoding="utf-8")
        text = "\n".join((HEADER, *rows)) + "\n"
        (tmp_path / "nilai" / "contoh-pol-01.csv").write_text(text, encoding="utf-8")
        findings = read_catalog([tmp_path], thorough=True).findings
        return [found for found in findings if "contoh" in (found.berkas or "")]

    return check


def row(nilai: str = "70.00", **cells: str) -> str:
    """Return a line of a table of published values."""
    said = {
        **dict.fromkeys(HEADER.split(","), ""),
        "wilayah": "62",
        "tahun": "2024",
        "nilai": nilai,
        "satuan": "indeks",
        "dipakai": "ya",
        "sumber": "bps",
        "kedudukan": "resmi",
        **cells,
    }
    return ",".join(said.values())


# --- the values of the catalog ----------------------------------------------------------------


def test_values_are_found_by_region_and_year() -> None:
    (index,) = [
        found
        for found in CATALOG.nilai("KBP-POL-01", wilayah="11", tahun=2025)
        if found.bagian is None
    ]
    assert (index.nilai, index.eksak, index.kedudukan) == ("83.43", Fraction("83.43"), "dilaporkan")
    assert index.sumber


def test_values_are_found_by_the_code_of_another_list() -> None:
    assert CATALOG.nilai("kodref:09.07.001") == CATALOG.nilai("KBP-POL-01")


def test_an_indicator_without_published_values_has_none() -> None:
    assert CATALOG.nilai("KBP-WAS-02") == ()
    with pytest.raises(UnknownCodeError):
        CATALOG.nilai("KBP-XYZ-01")


def test_a_value_keeps_the_digits_it_was_printed_with() -> None:
    values = CATALOG.nilai("KBP-POL-01", wilayah="76", tahun=2021)
    assert "71.30" in {found.nilai for found in values}


def test_what_contradicts_is_kept_and_not_taken() -> None:
    found = CATALOG.nilai("KBP-POL-05", wilayah="64", tahun=2024)
    assert {(one.nilai, one.dipakai) for one in found if one.bagian == "pendekatan_provinsi"} == {
        ("74.04", True),
        ("77.04", False),
    }


def test_a_revised_number_is_known_with_both_prints() -> None:
    prints = CATALOG.nilai("KBP-POL-01", wilayah="0", tahun=2013)
    revised = {one.revisi: one.nilai for one in prints if one.bagian is None}
    assert revised == {1: "63.68", 2: "63.72"}


def test_every_region_of_a_value_exists() -> None:
    regions = load_regions()
    for code in CATALOG.codes:
        assert {found.wilayah for found in CATALOG.nilai(code)} <= set(regions), code


def test_what_is_derived_says_from_what() -> None:
    for code in CATALOG.codes:
        for found in CATALOG.nilai(code):
            assert found.kedudukan != "turunan" or found.dari, (code, found)


def test_the_series_of_a_definition_is_filled_from_the_values_of_its_years() -> None:
    old = next(one for one in CATALOG.versions("KBP-POL-01") if one.versi == "2009")
    years = {value.tahun for value in old.deret}
    assert max(years) == 2014
    assert ("0", 2013) in {(value.wilayah, value.tahun) for value in old.deret}


def test_a_packed_series_reads_back_to_itself() -> None:
    read = Observations([catalog_root()])
    years = Years(mulai=2015, selesai=2023)
    for code in read.folders[0].codes:
        plain = json.loads(json.dumps(packed(read.series(code, Years()))))
        series = read.series(code, years)
        assert unpacked(plain, years) == series
        assert all(type(one.nilai) is Fraction for one in unpacked(plain, years))


def test_a_series_that_the_build_has_packed_is_read_from_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nilai"
    folder.mkdir()
    (folder / "kbp-pol-01.csv").write_text("tidak dibaca\n", encoding="utf-8")
    expected = Observations([catalog_root()]).series("KBP-POL-01", Years())
    asked: list[str] = []

    def made(_source: object, text: str) -> object:
        asked.append(text)
        return packed(expected)

    monkeypatch.setattr(observations, "made_of", made)
    assert Observations([tmp_path]).series("KBP-POL-01", Years()) == expected
    assert asked == ["tidak dibaca\n"]
    # What two folders say about a code is put together first.
    assert Observations([tmp_path, tmp_path]).series("KBP-POL-01", Years()) == ()


def test_the_series_tells_elections_of_one_year_apart() -> None:
    series = CATALOG["KBP-POL-02"].deret
    about = {value.dimensi for value in series if (value.wilayah, value.tahun) == ("0", 2024)}
    assert {None, "DPR", "Pilkada gubernur"} <= about


def test_a_source_owns_what_it_prints_in_each_of_its_rows_or_in_none() -> None:
    said: dict[str, set[str]] = {}
    for code in CATALOG.codes:
        for value in CATALOG.nilai(code):
            if value.kedudukan != "turunan":
                said.setdefault(value.sumber, set()).add(value.kedudukan)
    assert {document: held for document, held in said.items() if len(held) > 1} == {}


def test_what_another_than_the_owner_prints_is_reported() -> None:
    standing = {
        (value.tahun, value.bagian): value.kedudukan
        for value in CATALOG.nilai("KBP-POL-01")
        if value.wilayah == "0" and value.dipakai
    }
    # Of 2021 an infographic, of 2023 the baseline of a plan.
    assert standing[2021, None] == standing[2021, "kapasitas"] == "dilaporkan"
    assert standing[2023, None] == "dilaporkan"


def test_editions_are_told_oldest_first() -> None:
    editions = CATALOG.edisi("KBP-ESB-05")
    assert [one.edisi for one in editions] == ["2014", "2019", "2021", "2023", "2025"]
    assert next(one.galat for one in editions if one.edisi == "2021") is not None


# --- rules ------------------------------------------------------------------------------------


def test_a_table_that_holds_together_has_no_findings(check: Check) -> None:
    assert check(row(), row("69.50", bagian="a"), row("70.50", bagian="b")) == []


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([row("7o")], ["IKU250"]),
        ([row(tahun="")], ["IKU250"]),
        ([row(dipakai="mungkin")], ["IKU250"]),
        ([row(sumber="entah")], ["IKU250", "IKU250"]),
        ([row(kedudukan="benar")], ["IKU250"]),
        ([row("101")], ["IKU251"]),
        ([row("101", dipakai="tidak")], []),
        ([row(), row()], ["IKU252"]),
        ([row(), row("71.00", sumber="lain")], ["IKU253"]),
        ([row(), row("71.00", sumber="lain", dipakai="tidak")], []),
        ([row(revisi="1"), row("71.00", revisi="2")], []),
        ([row("71.49"), row("71.5", sumber="lain")], []),
        ([row("70.02"), row("69.50", bagian="a"), row("70.50", bagian="b")], ["IKU254"]),
        # Parts that print so give less than 70.005, which 70.01 starts from.
        ([row("70.01"), row("69.50", bagian="a"), row("70.50", bagian="b")], ["IKU254"]),
        ([row("70.01"), row("69.51", bagian="a"), row("70.50", bagian="b")], []),
        (
            [row("72", catatan="Salah cetak."), row("69.50", bagian="a"), row("70.50", bagian="b")],
            [],
        ),
        ([row(kedudukan="turunan")], ["IKU255"]),
        ([row(kedudukan="turunan", dari="a dan b")], []),
        ([row(tahun="2019")], ["IKU256"]),
        ([row(wilayah="99")], ["IKU210"]),
        ([row(edisi="2024")], ["IKU210"]),
    ],
)
def test_each_rule_finds_its_own(check: Check, rows: list[str], codes: list[str]) -> None:
    assert [found.kode for found in check(*rows)] == codes


def test_a_finding_stands_at_its_line(check: Check) -> None:
    (found,) = check(row(), row("101", wilayah="63"))
    assert found.baris == 3


def test_a_value_of_a_region_that_did_not_exist_is_said(check: Check) -> None:
    (found,) = check(row(wilayah="93", tahun="2021"))
    assert found.kode == "IKU257"
    assert "UU 14/2022" in found.pesan
    assert check(row(wilayah="93", tahun="2023")) == []
    assert check(row(wilayah="93", tahun="2021", catatan="dihitung mundur")) == []


def test_an_error_of_a_survey_is_of_a_region_there_is() -> None:
    known = [
        (code, one)
        for code in CATALOG.codes
        for one in CATALOG.edisi(code)
        if one.galat_poin is not None
    ]
    assert {one.galat_wilayah for _, one in known} <= set(load_regions())
    assert [(code, one.edisi) for code, one in known] == [
        ("KBP-ESB-02", "2019"),
        ("KBP-ESB-02", "2025"),
        ("KBP-ESB-05", "2021"),
    ]


_NOT_FOUND = re.compile(
    r"(?:^|[.;] )[^.;]*\b(?:nilai terbit\w*|deret\w*|skor per indikator)\b(?! menurut rancangan)"
    r"[^.;]*\b(?:tidak|belum) (?:ditemukan|diketahui)",
    re.IGNORECASE,
)


def test_no_entry_says_that_no_value_was_found_where_one_stands() -> None:
    wrong = []
    for indicator in load_catalog():
        known = [
            one
            for one in indicator_values(indicator.kode)
            if one.dipakai and one.tahun in indicator.berlaku
        ]
        text = " ".join((indicator.catatan or "").split())
        if known and _NOT_FOUND.search(text):
            wrong.append((indicator.kode, indicator.versi, text))
    assert wrong == []


def indicator_values(code: str) -> tuple[Observation, ...]:
    return load_catalog().nilai(code)


@pytest.mark.parametrize("written", ["Bali", "BALI", "Provinsi Bali", "5100", " 51"])
def test_the_values_of_a_region_are_found_by_its_name(katalog: iku.Catalog, written: str) -> None:
    values = katalog.nilai("KBP-POL-01", wilayah="51")
    assert values
    assert katalog.nilai("KBP-POL-01", wilayah=written) == values


@pytest.mark.parametrize("written", ["Malang", "Kota", "00", "xyz"])
def test_a_word_that_is_no_region_finds_nothing_aloud(katalog: iku.Catalog, written: str) -> None:
    with pytest.raises(ValueError, match=f"^wilayah='{written}' is no region that is known"):
        katalog.nilai("KBP-POL-01", wilayah=written)


def test_a_field_of_work_that_there_is_not_is_named(katalog: iku.Catalog) -> None:
    with pytest.raises(ValueError, match=r"'politik'; there are .*POL"):
        katalog.select(field="politik")
