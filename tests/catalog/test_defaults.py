"""What a definition of a region's own catalog may leave out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

import kesbang_iku as iku
from tests.tree import ROOT

LEAST: Final = (ROOT / "examples" / "temuan" / "iku258.yaml").read_text("utf-8")


def catalog(folder: Path, text: str, name: str = "satu.yaml") -> Path:
    file = folder / "indikator" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return folder


def test_name_unit_direction_variables_formula_and_source_are_enough(tmp_path: Path) -> None:
    (told,) = iku.validate(catalog(tmp_path, LEAST))
    assert (told.kode, told.tingkat) == ("IKU258", "info")
    for key in ("jenis (hasil)", "program (8.01.06)", "desimal (2)", "variabel.jenis", "status"):
        assert key in told.pesan
    found = iku.load_catalog([tmp_path])["DAERAH-WAS-01"]
    assert found.status == "usulan"
    assert found.sumber[0].dilihat is None
    assert found.lokal is not None
    assert found.lokal.tema == "keamanan"
    # Nothing is added up that nobody said may be.
    assert {one.agregasi.wilayah for one in found.variabel} == {"tidak"}


def test_the_file_may_be_named_after_the_code_in_its_place(tmp_path: Path) -> None:
    text = LEAST.replace("kode: DAERAH-WAS-01\n", "")
    catalog(tmp_path, text, "daerah-esb-07.yaml")
    assert [one.kode for one in iku.validate(tmp_path)] == ["IKU258"]
    assert iku.load_catalog([tmp_path])["DAERAH-ESB-07"].program == "8.01.05"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("kode: DAERAH-WAS-01", "kode"),
        ("satuan: persen", "satuan"),
        ("nama: Persentase Pos Ronda Aktif", "nama"),
        ("polaritas: maksimalkan", "polaritas"),
    ],
)
def test_what_nothing_stands_for_is_asked_by_one_finding(
    tmp_path: Path, line: str, key: str
) -> None:
    told = iku.validate(catalog(tmp_path, LEAST.replace(f"{line}\n", "")))
    (error,) = [one for one in told if one.tingkat == "galat"]
    assert f"'{key}'" in error.pesan


def test_a_code_of_another_form_is_all_that_is_said_of_it(tmp_path: Path) -> None:
    told = iku.validate(catalog(tmp_path, LEAST.replace("DAERAH-WAS-01", "DAERAH-1")))
    assert [(one.kode, one.place.baris) for one in told] == [("IKU203", 2)]


def test_a_variable_of_a_score_is_no_count(tmp_path: Path) -> None:
    text = LEAST.partition("variabel:")[0].replace("persen", "indeks")
    text += "variabel: [{nama: nilai}]\nrumus: nilai\nsumber: [{dokumen: Survei daerah}]\n"
    catalog(tmp_path, text)
    (told,) = iku.validate(tmp_path)
    assert "variabel.satuan" in told.pesan
    variable = iku.load_catalog([tmp_path])["DAERAH-WAS-01"].variabel[0]
    assert (variable.satuan, variable.jenis, variable.label) == ("indeks", "nilai", "nilai")


def test_the_national_catalog_leaves_nothing_out(katalog: iku.Catalog) -> None:
    assert all(source.dilihat for one in katalog for source in one.sumber)
    assert not [one.kode for one in katalog if "Belum ditulis" in one.definisi]
