"""Validating files: the kind is told by the content, and everything wrong comes in order."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import Validation, validate, validate_all
from tests.definitions import DEFINITION, METHODS, line_of, write_catalog
from tests.tree import ROOT
from tests.workbooks import sheets

Katalog = iku.Catalog

_REPORT = """\
wilayah: "62.71"
tahun: 2024
item:
  - {kode: KBP-WAS-02, variabel: {konflik: 20, konflik_diselesaikan: %s}}
"""


def _codes(text: str, katalog: Katalog, **options: str) -> list[str]:
    found = validate(text.encode(), katalog, name="a.yaml", **options)  # type: ignore[arg-type]  # a kind as text
    return [one.kode for one in found]


def test_good_report_has_no_findings(katalog: Katalog) -> None:
    assert _codes(_REPORT % 17, katalog) == []


def test_report_is_computed_to_be_validated(katalog: Katalog) -> None:
    assert _codes(_REPORT % 21, katalog) == ["IKU405"]


def test_item_that_two_documents_report_is_found(katalog: Katalog) -> None:
    assert _codes(f"{_REPORT % 17}---\n{_REPORT % 16}", katalog) == ["IKU314"]


def test_documents_of_several_kinds_stand_in_one_file(katalog: Katalog) -> None:
    text = f"{_REPORT % 21}---\njenis: rencana\nitem: [{{namaa: x}}]\n"
    first, *others = _codes(text, katalog)
    assert first == "IKU405"
    assert others[-2:] == ["IKU201", "IKU202"]


def test_a_definition_behind_a_plan_hides_nothing_of_it(katalog: Katalog) -> None:
    plan = "jenis: rencana\nitem: [{namaa: x}]\n"
    definition = "kode: KBP-XX\nnama: x\n"
    alone = [*_codes(plan, katalog), *_codes(definition, katalog)]
    assert _codes(f"{plan}---\n{definition}", katalog) == alone


def test_kind_can_be_set_against_the_content(katalog: Katalog) -> None:
    assert _codes("jenis: rencana\nitem: []\n", katalog, jenis="laporan") == ["IKU320"]
    assert "IKU201" in _codes(_REPORT % 17, katalog, jenis="katalog")


def test_definition_is_held_against_the_catalog(katalog: Katalog) -> None:
    text = (ROOT / "catalog/indikator/was/kbp-was-02.yaml").read_text(encoding="utf-8")
    assert _codes(text, katalog) == []
    broken = text.replace("capaian: maksimalkan", "capaian: maksimal")
    (found,) = validate(broken.encode(), katalog, name="a.yaml")
    assert (found.kode, found.baris) == ("IKU210", line_of(broken, "capaian: maksimal"))


@pytest.mark.parametrize("name", ["satuan.yaml", "capaian.yaml", "predikat.yaml", "bidang.yaml"])
def test_shared_table_is_a_file_of_the_catalog(katalog: Katalog, name: str) -> None:
    assert validate(ROOT / "catalog" / name, katalog) == ()


def test_broken_table_is_found_at_its_line(katalog: Katalog) -> None:
    text = METHODS.replace("/ target", "/ sasaran")
    (found,) = validate(text.encode(), katalog, name="a.yaml")
    assert (found.kode, found.baris) == ("IKU151", line_of(text, "rumus:"))


def test_folder_is_a_catalog(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path, DEFINITION.replace("capaian: naik", "capaian: turun"))
    assert "IKU210" in {found.kode for found in validate(folder)}


def test_national_catalog_has_no_errors() -> None:
    levels = {found.tingkat for found in validate(ROOT / "catalog")}
    assert iku.Level.GALAT not in levels


@pytest.mark.parametrize("name", ["tidak-ada.yaml", "a\0b", "x" * 5000])
def test_path_that_leads_nowhere_is_a_finding(katalog: Katalog, name: str) -> None:
    (found,) = validate(name, katalog)
    assert found.tingkat is iku.Level.GALAT


def test_findings_come_in_the_order_of_their_places(katalog: Katalog) -> None:
    text = _REPORT.replace("62.71", "99.99") % 21 + "  - {kode: X}\n  - 5\n"
    lines = [found.baris for found in validate(text.encode(), katalog, name="a.yaml")]
    assert lines == sorted(line or 0 for line in lines)
    assert len(set(lines)) == 4


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"\xff\xfe", b"[", b"a: &a *a", b"%PDF-1.4", b"PK\x03\x04", b"{}"]
)
def test_any_bytes_are_answered(katalog: Katalog, content: bytes) -> None:
    found = validate(content, katalog)
    assert found
    assert all(one.pesan for one in found)


def test_several_files_are_counted_by_level(tmp_path: Path, katalog: Katalog) -> None:
    good, bad = tmp_path / "a.yaml", tmp_path / "b.yaml"
    good.write_text(_REPORT % 17, encoding="utf-8")
    bad.write_text((_REPORT % 21).replace("2024", "2023"), encoding="utf-8")
    answer = validate_all([str(good), str(bad)], katalog).as_dict()
    assert answer["skema"] == "kesbang-iku/temuan/1"
    assert answer["ringkasan"] == {"galat": 1, "peringatan": 0, "info": 0, "berkas": 2}


def test_item_that_two_files_report_is_found(tmp_path: Path, katalog: Katalog) -> None:
    one, two = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text(_REPORT % 17, encoding="utf-8")
    two.write_text(_REPORT % 16, encoding="utf-8")
    (found,) = validate_all([str(one), str(two)], katalog).temuan
    assert (found.kode, found.berkas) == ("IKU314", str(two))


def test_validation_without_findings_is_all_zero() -> None:
    assert Validation((), 0).as_dict()["ringkasan"] == {
        "galat": 0,
        "peringatan": 0,
        "info": 0,
        "berkas": 0,
    }


def test_findings_of_a_workbook_come_by_sheet_row_and_column(katalog: Katalog) -> None:
    header: list[str | float | None] = [
        "wilayah", "tahun", "kode", "variabel", "nilai", "target", "capaian",
    ]  # fmt: skip
    content = sheets(
        Kota=[header, ["62.99", 2023, "KBP-WAS-99", "konflik", "dua", "?", None]],
        Kabupaten=[
            header,
            ["62.01", 2023, "KBP-WAS-02", "konflik", 20, 90, None],
            ["62.01", 2023, "KBP-WAS-02", "konflik_diselesaikan", "tujuh", "?", "?"],
        ],
    )
    found = [one.place.sel for one in validate(content, katalog)]
    assert found == ["Kabupaten!E3", "Kabupaten!F3", "Kabupaten!G3", "Kota!A2", "Kota!C2"]


def test_findings_stand_in_the_order_of_files_and_places(tmp_path: Path, katalog: Katalog) -> None:
    text = 'wilayah: "62.71"\ntahun: 2024\nitem:\n' + "  - {kode: X, realisasi: a}\n" * 2
    files = [tmp_path / name for name in ("b.yaml", "c.yaml", "a.yaml")]
    for file in files:
        file.write_text(text, encoding="utf-8")
    found = validate_all(files, katalog).temuan
    places = [(str(one.berkas), one.baris or 0, one.place.kolom or 0) for one in found]
    given = [str(file) for file in files]
    assert len(places) > 3
    assert places == sorted(places, key=lambda place: (given.index(place[0]), *place[1:]))


def test_what_was_set_aside_is_counted() -> None:
    none, aside = Validation((), 2), Validation((), 2, diterima=3, diabaikan=0)
    summary = none.as_dict()["ringkasan"]
    assert isinstance(summary, dict)
    assert aside.as_dict()["ringkasan"] == {**summary, "diterima": 3, "diabaikan": 0}


def test_codes_of_a_plan_that_nobody_knows_are_said(katalog: Katalog) -> None:
    plan = (
        'jenis: rencana\nwilayah: "99.99"\nperiode: {mulai: 2025, selesai: 2029}\nitem:\n'
        "  - {nama: Konflik yang diselesaikan, kode: KBP-WAS-99}\n"
        "  - {nama: Siswa yang dibina, kode: IKU.1, lokal: {tema: sosial}}\n"
    )
    errors = [one for one in validate(plan.encode(), katalog) if one.tingkat is iku.Level.GALAT]
    assert [(one.kode, one.baris) for one in errors] == [("IKU300", 2), ("IKU310", 5)]


def test_every_file_that_cannot_be_had_is_said(katalog: Katalog, tmp_path: Path) -> None:
    missing = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    found = validate_all(missing, katalog).temuan
    assert sorted(str(one.berkas) for one in found) == [str(path) for path in missing]


def test_a_dash_is_standard_input_even_where_a_folder_is_called_so(
    katalog: Katalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"")))
    assert [one.kode for one in validate("-", katalog)] == ["IKU005"]


@pytest.mark.parametrize("years", [3, 5])
def test_targets_that_never_change_are_no_copies(katalog: Katalog, years: int) -> None:
    targets = ", ".join(f"{2025 + year}: 100" for year in range(years))
    plan = "jenis: rencana\nperiode: {mulai: 2025, selesai: 2029}\nitem:\n" + "".join(
        f"  - {{nama: {name}, satuan: persen, target: {{{targets}}}}}\n"
        for name in ("Ormas yang dibina", "Konflik yang selesai")
    )
    assert "IKU368" not in {one.kode for one in validate(plan.encode(), katalog)}


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        # A plan has no baseline; a table of achievements is computed again.
        ("Indikator,Satuan,Target 2025,Target 2026\nIndeks Lokal,Indeks,80,81\n", ["IKU359"]),
        ("Indikator,Satuan,Target,Realisasi,Capaian\nIndeks Lokal,Indeks,80,40,75\n", ["IKU510"]),
        ("wilayah,tahun,kode,variabel,nilai\n62.71,2024,KBP-WAS-02,konflik,-1\n", ["IKU402"]),
        (
            "indikator,wilayah,tahun,kode,konflik\nX,62.71,2024,KBP-WAS-02,20\n",
            ["IKU332", "IKU401"],
        ),
    ],
)
def test_kind_of_a_table_is_told_by_its_columns(
    table: str, codes: list[str], katalog: Katalog
) -> None:
    found = validate(table.encode(), katalog, name="a.csv")
    assert [one.kode for one in found] == codes


def test_a_file_that_is_named_twice_is_judged_once(tmp_path: Path, katalog: Katalog) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(_REPORT % 17, encoding="utf-8")
    found = validate_all([file, file], katalog)
    assert (found.temuan, found.berkas) == ((), 2)


def test_a_named_source_is_held_against_the_catalog_that_is_given(katalog: Katalog) -> None:
    own = iku.load_catalog([ROOT / "examples" / "katalog-daerah"])
    text = _REPORT.replace("KBP-WAS-02", "BANDUNG-ESB-01") % 1
    assert "IKU310" not in _codes(text, own)
    assert "IKU310" in _codes(text, katalog)


def test_a_second_file_is_no_catalog() -> None:
    with pytest.raises(TypeError, match="takes one file"):
        iku.validate("a.yaml", "b.yaml")  # type: ignore[arg-type]  # what is to be refused
