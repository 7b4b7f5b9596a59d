from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.catalog.programs import Programs, load_programs, normalise_code
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.vocabulary import AdminLevel

HEADER = "kode,tingkat,jenjang,nama,nama_tampil,indikator,satuan,induk,sumber,kedudukan\n"
PROGRAMS = load_programs()


def lookup(code: str, tingkat: AdminLevel | None = None) -> ProgramRow | None:
    """The row with a code, however it is written; none where the level leaves it open."""
    written = normalise_code(code)
    rows = [row for row in PROGRAMS if row.kode == written and row.serves(tingkat)]
    return rows[0] if len(rows) == 1 else None


def at(code: str, tingkat: AdminLevel | None = None) -> ProgramRow:
    found = lookup(code, tingkat)
    assert found is not None
    return found


# --- the list -----------------------------------------------------------------------------------


def test_the_nomenclature_has_its_programmes_kegiatan_and_sub_kegiatan() -> None:
    assert Counter(row.jenjang for row in PROGRAMS) == {
        "urusan": 1,
        "bidang": 1,
        "program": 7,
        "kegiatan": 10,
        "sub_kegiatan": 66,
    }
    assert len({row.kode for row in PROGRAMS if row.jenjang == "program"}) == 6


def test_each_level_has_half_of_the_sub_kegiatan() -> None:
    assert Counter(row.tingkat for row in PROGRAMS.outputs()) == {"provinsi": 33, "kabkota": 33}


def test_units_of_the_outputs_are_the_printed_ones() -> None:
    assert Counter(row.satuan for row in PROGRAMS.outputs()) == {
        "Dokumen": 30,
        "Orang": 24,
        "Laporan": 10,
        "Keluarga": 1,
        "Kegiatan": 1,
    }


def test_only_sub_kegiatan_have_an_indicator_and_a_unit() -> None:
    for row in PROGRAMS:
        is_output = row.jenjang == "sub_kegiatan"
        assert (row.indikator is not None, row.satuan is not None) == (is_output, is_output)


def test_codes_have_the_form_of_the_nomenclature() -> None:
    for row in PROGRAMS:
        assert re.fullmatch(r"8(\.01(\.\d{2}(\.[12]\.\d{2}(\.\d{4})?)?)?)?", row.kode)


def test_a_row_stands_under_its_parent() -> None:
    for row in PROGRAMS:
        if row.induk is not None:
            assert row.kode.startswith(f"{row.induk}.")


def test_the_level_is_the_third_part_but_one_of_the_code() -> None:
    for row in PROGRAMS:
        parts = row.kode.split(".")
        if len(parts) > 3:
            assert row.tingkat == {"1": "provinsi", "2": "kabkota"}[parts[3]]


def test_texts_have_no_stray_white_space() -> None:
    for row in PROGRAMS:
        for text in (row.nama, row.nama_tampil, row.indikator or "", row.satuan or ""):
            assert text == " ".join(text.split())


def test_a_code_stands_once_for_each_level() -> None:
    keys = [(row.kode, row.tingkat) for row in PROGRAMS]

    assert len(set(keys)) == len(keys)


# --- traps --------------------------------------------------------------------------------------


def test_official_spellings_are_kept_beside_a_clean_name() -> None:
    province, city = at("8.01.02.1.01.0001"), at("8.01.02.2.01.0001")

    assert "Bhineka" in province.nama
    assert "Bineka" in city.nama
    assert province.nama_tampil == city.nama_tampil
    assert "Bhinneka Tunggal Ika" in city.nama_tampil


def test_an_official_typo_is_not_corrected_silently() -> None:
    row = at("8.01.05.2.01.0001")

    assert "Penyalagunaan" in row.nama
    assert "Penyalagunaan" in (row.indikator or "")
    assert "Penyalahgunaan" in row.nama_tampil


@pytest.mark.parametrize(
    ("province", "city", "in_province", "in_city"),
    [
        ("8.01.04.1.01.0001", "8.01.04.2.01.0001", "Dibidang", "di Bidang"),
        ("8.01.06.1.01.0001", "8.01.06.2.01.0001", "Antar Negara", "antar Negara"),
    ],
)
def test_names_that_differ_by_level_are_kept_apart(
    province: str, city: str, in_province: str, in_city: str
) -> None:
    assert in_province in at(province).nama
    assert in_city in at(city).nama
    assert at(province).nama_tampil == at(city).nama_tampil


def test_the_same_suffix_means_other_work_at_the_other_level() -> None:
    province, city = at("8.01.02.1.01.0009"), at("8.01.02.2.01.0009")

    assert province.nama == "Pelaksanaan tugas Paskibraka"
    assert city.nama == "Pembinaan Lanjutan kepada Purnapaskibraka Duta Pancasila"


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("Pelaksanaan tugas Paskibraka", "provinsi", "8.01.02.1.01.0009"),
        ("Pelaksanaan tugas Paskibraka", "kota", "8.01.03.2.01.0006"),
        ("Pembentukan Paskibraka", "provinsi", "8.01.02.1.01.0012"),
        ("Pembentukan Paskibraka", "kabupaten", "8.01.02.2.01.0008"),
        ("Jumlah Paskibraka", "kabupaten", "8.01.02.2.01.0008"),
    ],
)
def test_the_same_text_has_another_code_at_the_other_level(
    name: str, level: AdminLevel, code: str
) -> None:
    assert [row.kode for row in PROGRAMS.by_text(name, level)] == [code]


def test_the_same_sub_kegiatan_has_another_unit_at_the_other_level() -> None:
    assert at("8.01.02.1.01.0006").satuan == "Dokumen"
    assert at("8.01.02.2.01.0006").satuan == "Keluarga"
    assert at("8.01.03.2.01.0006").satuan == "Kegiatan"


def test_an_indicator_may_count_something_else_than_its_unit_says() -> None:
    assert at("8.01.02.1.01.0002").satuan == "Dokumen"
    assert (at("8.01.02.1.01.0002").indikator or "").startswith("Jumlah Kebijakan")
    assert (at("8.01.02.1.01.0010").indikator or "").startswith("Laporan Hasil")
    assert at("8.01.02.1.01.0010").satuan == "Dokumen"


# --- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("8", "8"),
        ("8.01", "8.01"),
        ("8.01.02", "8.01.02"),
        ("8.01.02.2.01", "8.01.02.2.01"),
        ("8.01.02.2.01.0003", "8.01.02.2.01.0003"),
        ("8.01.02.2.01.03", "8.01.02.2.01.0003"),
        ("8.01.02.2.01.3", "8.01.02.2.01.0003"),
        ("8.01.02.1.01.12", "8.01.02.1.01.0012"),
        (" 8.01.02.2.01. 0003 ", "8.01.02.2.01.0003"),
        ("8.01.02.", "8.01.02"),
    ],
)
def test_codes_are_read_as_old_and_new_lists_write_them(written: str, code: str) -> None:
    assert normalise_code(written) == code


@pytest.mark.parametrize(
    "written",
    [
        "8.01.0.00.0.00.01. 0000",  # an agency's code
        "8.01.02.02.01",  # level of two digits
        "8.01.02.5.01.0001",  # no such level
        "8.01.02.2.01.00003",
        "8.1.2",
        "KBP-IDE-01",
        "\u0668.\u0660\u0661",  # digits, but not ours
        "",
    ],
)
def test_what_is_no_code_of_the_nomenclature_is_not_read(written: str) -> None:
    assert normalise_code(written) is None
    assert lookup(written) is None


@given(st.text("0123456789. ", max_size=24))
def test_reading_a_code_twice_changes_nothing(text: str) -> None:
    code = normalise_code(text)

    assert code is None or normalise_code(code) == code


def test_every_row_is_found_by_its_code_and_level() -> None:
    for row in PROGRAMS:
        assert lookup(row.kode, row.governments[0]) is row


def test_a_code_of_two_rows_needs_the_level() -> None:
    assert lookup("8.01.01") is None
    assert at("8.01.01", "kota").nama.endswith("KABUPATEN/KOTA")


def test_a_code_of_the_other_level_is_not_found() -> None:
    assert lookup("8.01.02.1.01.0003", "kota") is None


def test_every_row_is_found_by_its_texts() -> None:
    for row in PROGRAMS:
        for text in filter(None, (row.nama, row.nama_tampil, row.indikator)):
            assert row in PROGRAMS.by_text(text)


def test_texts_of_outputs_are_unique_within_a_level() -> None:
    for row in PROGRAMS.outputs():
        assert PROGRAMS.by_text(row.indikator or "", row.governments[0]) == (row,)


def test_case_and_white_space_of_a_text_do_not_matter() -> None:
    assert PROGRAMS.by_text("  jumlah\n PASKIBRAKA ", "kota") == (at("8.01.02.2.01.0008"),)


def test_an_unknown_text_finds_nothing() -> None:
    assert PROGRAMS.by_text("Jumlah Paskibraka Teladan") == ()
    assert PROGRAMS.by_text("") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kode,tingkat\n8,\n", "jenjang"),
        (f"{HEADER}8,desa,urusan,A,A,,,,S,resmi\n", "desa"),
        (f"{HEADER}8,,lain,A,A,,,,S,resmi\n", "lain"),
        (f"{HEADER}8,,urusan,A,A,,,,S,kabar\n", "kabar"),
        (f"{HEADER}8.01,,bidang,A,A,,,8,S,resmi\n", "do not exist"),
    ],
)
def test_a_list_that_does_not_hold_together_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Programs.load(text)
