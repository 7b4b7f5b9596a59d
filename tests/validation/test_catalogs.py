"""Validating a region's own catalog: its rules, and its worked examples computed again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.definitions import line_of
from tests.tree import ROOT

LOCAL = ROOT / "examples" / "katalog-daerah"
INDEX = "indikator/esb/bandung-esb-01.yaml"


def _changed(folder: Path, old: str, new: str) -> tuple[Path, str]:
    """Return a copy of the local catalog with one text changed, and the file's text."""
    copy = folder / "katalog"
    shutil.copytree(LOCAL, copy)
    text = (copy / INDEX).read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new)
    (copy / INDEX).write_text(text, encoding="utf-8")
    return copy, text


def test_the_local_catalog_of_the_examples_keeps_every_rule() -> None:
    assert iku.validate(LOCAL) == ()


def test_a_catalog_that_adds_a_unit_still_stands_on_the_standard(tmp_path: Path) -> None:
    copy, _ = _changed(tmp_path, "satuan: indeks\ndesimal", "satuan: bintang\ndesimal")
    definition = copy / INDEX
    text = definition.read_text(encoding="utf-8").replace(
        "    satuan: indeks", "    satuan: bintang"
    )
    definition.write_text(text, encoding="utf-8")
    unit = "satuan:\n  - {nama: bintang, simbol: b, dimensi: {bintang: 1}, aditif: false}\n"
    (copy / "satuan.yaml").write_text(unit, encoding="utf-8")
    assert iku.validate(copy) == ()


def test_every_definition_of_it_is_local_names_its_theme_and_is_proven() -> None:
    catalog = iku.load_catalog([LOCAL])
    local = [found for found in catalog if found.kode in catalog.origins]
    assert len(local) == 6
    for found in local:
        assert found.lokal is not None
        assert found.contoh
        assert found.status in {"dilaporkan", "turunan", "usulan"}
    assert {found.lokal.tema for found in local if found.lokal is not None} >= {
        "ideologi", "politik", "sosial", "budaya", "keamanan",
    }  # fmt: skip


def test_a_report_of_the_region_agrees_with_what_it_printed() -> None:
    catalog = iku.load_catalog([LOCAL])
    results = iku.compute(iku.read_reports(LOCAL / "contoh" / "laporan.yaml"), catalog)
    assert [str(result.nilai) for result in results] == ["3.98", "3.55"]
    assert [str(result.capaian) for result in results] == ["104.74", "98.61"]
    assert results.semua_temuan == ()
    on_progress = results.as_dict()["katalog"]
    assert isinstance(on_progress, dict)
    assert [one["jenis"] for one in on_progress["tambahan"]] == ["folder"]


@pytest.mark.parametrize(
    ("old", "new", "key", "stated", "computed"),
    [
        ('nilai: "3.98"', 'nilai: "3.99"', "nilai", "3.99", "3.98"),
        ('capaian: "104.74"', 'capaian: "94.54"', "capaian", "94.54", "104.74"),
        ("predikat: Sangat Tinggi}", "predikat: Tinggi}", "predikat", "Tinggi", "Sangat Tinggi"),
        ("{status: lengkap,", "{status: belum_lengkap,", "status", "belum_lengkap", "lengkap"),
        (
            "{status: lengkap,",
            "{status: lengkap, kurang: [kebebasan_berkeyakinan],",
            "kurang",
            "kebebasan_berkeyakinan",
            "-",
        ),
        (
            "{status: lengkap,",
            "{status: lengkap, kurang: [kebebasan_berkeyakinan, kebebasan_politik_parpol],",
            "kurang",
            "kebebasan_berkeyakinan, kebebasan_politik_parpol",
            "-",
        ),
    ],
)
def test_a_worked_example_that_does_not_hold_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, key: str, stated: str, computed: str
) -> None:
    folder, text = _changed(tmp_path, old, new)
    (found,) = iku.validate(folder)
    assert found.kode == "IKU235"
    assert found.baris == line_of(text, "    hasil:")
    assert found.nilai == stated
    assert found.pesan == (
        "Contoh 'Tahun 2024 terhadap target perjanjian kinerja' menyebut "
        f"{key} {stated}; hasil hitungnya {computed}."
    )
    assert iku.validate(folder / INDEX)[0].kode == "IKU235"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kode: BANDUNG-ESB-01", "kode: KBP-ESB-01", "IKU213"),
        ("kode: BANDUNG-ESB-01", "kode: KBP-ESB-99", "IKU236"),
        ("mendukung: KBP-ESB-01", "mendukung: KBP-ESB-99", "IKU210"),
        ("satuan: indeks\ndesimal", "satuan: indek\ndesimal", "IKU210"),
    ],
)
def test_folder_and_single_file_are_held_to_the_same_rules(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    folder, _ = _changed(tmp_path, old, new)
    codes = {found.kode for found in iku.validate(folder)}
    assert code in codes
    assert code in {found.kode for found in iku.validate(folder / INDEX)}


def test_a_folder_is_held_to_more_than_being_computable(tmp_path: Path) -> None:
    folder, text = _changed(tmp_path, "nama: Indeks", "nama: Indeks 2024")
    assert ("IKU232", line_of(text, "nama: ")) in {
        (found.kode, found.baris) for found in iku.validate(folder)
    }


def test_examples_are_not_computed_where_the_definition_itself_is_broken(tmp_path: Path) -> None:
    folder, _ = _changed(tmp_path, "kode:", "kode:")
    path = folder / INDEX
    text = path.read_text(encoding="utf-8").replace("komponen:\n", "rumus: nilai /\nkomponen:\n")
    path.write_text(text.replace('nilai: "3.98"', 'nilai: "9"'), encoding="utf-8")
    codes = {found.kode for found in iku.validate(folder)}
    assert "IKU235" not in codes
    assert codes


UNPARSABLE = [
    "(nilai_rilis",
    "nilai_rilis * 0,5",
    "tanh(nilai_rilis)",
    "",
    "bulat(nilai_rilis, 99)",
    "akar(" * 8 + "nilai_rilis" + ")" * 8,
    "nilai_rilis" + " + nilai_rilis" * 200,
    "nilai_rilis +* 2",
]


@pytest.mark.parametrize("formula", UNPARSABLE, ids=range(len(UNPARSABLE)))
def test_a_formula_that_cannot_be_read_is_told_at_its_line(tmp_path: Path, formula: str) -> None:
    copy = tmp_path / "katalog"
    shutil.copytree(LOCAL, copy)
    path = copy / "indikator/esb/bandung-esb-02.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    (at,) = (number for number, line in enumerate(lines) if line.startswith("rumus: "))
    lines[at] = f'rumus: "{formula}"'
    path.write_text("\n".join(lines), encoding="utf-8")
    found = iku.validate(copy)
    assert [one for one in found if one.tingkat is iku.Level.GALAT and one.place.baris == at + 1]


def test_a_link_out_of_a_catalog_is_not_followed(tmp_path: Path) -> None:
    copy = tmp_path / "katalog"
    shutil.copytree(LOCAL, copy)
    (copy / "indikator" / "akar").symlink_to("/")
    (copy / "indikator" / "lain.yaml").symlink_to(ROOT / "mkdocs.yml")
    (copy / "penamaan.yaml").symlink_to(ROOT / "mkdocs.yml")
    found = iku.validate(copy)
    assert [one.kode for one in found] == ["IKU237"] * 3
    assert {Path(one.berkas or "").name for one in found} == {"akar", "lain.yaml", "penamaan.yaml"}
    assert len(iku.load_catalog([copy]).codes) == len(iku.load_catalog([LOCAL]).codes)


def test_the_folder_of_definitions_may_not_lead_out_either(tmp_path: Path) -> None:
    copy = tmp_path / "katalog"
    copy.mkdir()
    (copy / "indikator").symlink_to(LOCAL / "indikator")
    assert [one.kode for one in iku.validate(copy)] == ["IKU237"]
