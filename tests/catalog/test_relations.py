"""A catalog beside the national one relates numbers of its own and of national indicators."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all
from tests.tree import ROOT

LOCAL = ROOT / "examples" / "katalog-daerah"
FILE = "hubungan-angka.yaml"
_REPORT = """
wilayah: "32.73"
tahun: 2024
item:
  - {{kode: BANDUNG-WAS-01, variabel: {{pembinaan: {held}}}}}
  - {{kode: KBP-WAS-10, variabel: {{potensi_konflik: 5}}}}
"""


def _copy(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    folder = tmp_path / "katalog"
    shutil.copytree(LOCAL, folder)
    text = (folder / FILE).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / FILE).write_text(text, "utf-8")
    return folder


def _codes(folder: Path) -> list[str]:
    return [one.kode for one in iku.validate(folder)]


@pytest.mark.parametrize(("held", "said"), [(0, ["IKU481"]), (1, [])])
def test_a_relation_of_a_local_catalog_is_judged(held: int, said: list[str]) -> None:
    katalog = iku.load_catalog([LOCAL])
    found = validate_all([_REPORT.format(held=held).encode()], katalog).temuan
    assert [one.kode for one in found if one.kode == "IKU481"] == said
    assert all("BANDUNG-WAS-01 pembinaan 2024 = 0" in one.pesan for one in found if said)


def test_without_the_catalog_there_is_no_such_relation(katalog: iku.Catalog) -> None:
    assert katalog.relations == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("BANDUNG-WAS-01", "BANDUNG-WAS-99", "IKU210"),
        ("variabel: pembinaan", "variabel: pembinan", "IKU210"),
        ("pembinaan > 0", "pembinan > 0", "IKU150"),
        ("kejadian = 0 atau pembinaan > 0", "kejadian + pembinaan", "IKU203"),
        ("kejadian = 0 atau pembinaan > 0", "kejadian = (0", "IKU120"),
        ("bandung-kejadian-dibina", "konflik-satu-cacahan", "IKU222"),
        ("kedudukan: usulan\nsumber", "kedudukan: pasti\nsumber", "IKU203"),
    ],
)
def test_what_cannot_be_judged_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    folder = _copy(tmp_path, (old, new))
    found = [one for one in iku.validate(folder) if one.tingkat is iku.Level.GALAT]
    assert code in {one.kode for one in found}
    assert all(one.baris and (one.berkas or "").endswith(FILE) for one in found)
    with pytest.raises(iku.CatalogError):
        iku.load_catalog([folder])


def test_a_file_by_itself_may_name_indicators_of_its_own_folder(tmp_path: Path) -> None:
    assert iku.validate(LOCAL / FILE) == ()
    folder = _copy(tmp_path, ("potensi_konflik", "potensi"))
    assert [one.kode for one in iku.validate(folder / FILE)] == ["IKU210"]


def test_a_folder_of_relations_alone_is_a_catalog(tmp_path: Path) -> None:
    text = (LOCAL / FILE).read_text("utf-8")
    text = text.replace("BANDUNG-WAS-01", "KBP-WAS-09").replace(
        "variabel: pembinaan", "variabel: konflik"
    )
    (tmp_path / FILE).write_text(text, "utf-8")
    assert _codes(tmp_path) == []
    assert [one.nama for one in iku.load_catalog([tmp_path]).relations] == [
        "bandung-kejadian-dibina"
    ]
