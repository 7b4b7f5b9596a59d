"""Terms that a definition leaves open, as a catalog of a region fills them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.alignment.alignment import AlignedItem, align
from kesbang_iku.catalog.errors import CatalogError
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.model.definition import OpenTerm
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.tables.plans import read_plan
from tests.tree import ROOT

EXAMPLES: Final = ROOT / "examples/istilah-terbuka"


def _aligned(name: str, *, filled: bool = True) -> AlignedItem:
    catalog = load_catalog([EXAMPLES] if filled else [])
    return align(read_plan(EXAMPLES / f"rencana/{name}.yaml"), catalog, tingkat="kabupaten")[0]


@pytest.mark.parametrize(
    ("name", "term", "state"),
    [
        ("kalimantan-tengah", "pencatat", "sama"),
        ("pringsewu", "pencatat", "menyimpang"),
        ("sampang", "batas_baik", "sama"),
        ("bandung", "batas_baik", "menyimpang"),
    ],
)
def test_a_filling_within_the_range_is_the_same_and_any_other_deviates(
    name: str, term: str, state: str
) -> None:
    found = _aligned(name)
    assert next(one.keadaan for one in found.istilah if one.nama == term) == state
    deviating = [one.jenis for one in found.penyimpangan]
    assert deviating == (["rumus"] if state == "menyimpang" else [])


def test_a_deviation_says_what_is_open_and_what_the_region_fills_in() -> None:
    (deviation,) = _aligned("bandung").penyimpangan
    assert deviation.milik_daerah == "3,41"
    assert deviation.milik_standar == "65–76,61"
    assert "Nilai terendah kategori baik" in deviation.keterangan.id


def test_without_a_filling_the_term_stays_open_and_nothing_deviates() -> None:
    found = _aligned("bandung", filled=False)
    assert {one.keadaan for one in found.istilah} == {"terbuka"}
    assert not found.penyimpangan
    assert found.as_dict()["istilah"] == [
        {"nama": "batas_baik", "isi": None, "keadaan": "terbuka"},
        {"nama": "responden", "isi": None, "keadaan": "terbuka"},
    ]


def test_a_filling_holds_for_its_region_before_one_for_all(tmp_path: Path) -> None:
    source = "    sumber: {dokumen: Contoh, kedudukan: usulan, dilihat: '2026-11-23'}\n"
    entry = "  - kode: KBP-IDE-06\n    istilah: batas_baik\n"
    everywhere = f"{entry}    isi: '70'\n{source}"
    there = f"{entry}    isi: '80'\n    wilayah: '35.27'\n{source}"
    text = f"isian:\n{everywhere}{there}"
    (tmp_path / "isian-istilah.yaml").write_text(text, encoding="utf-8")
    catalog = load_catalog([tmp_path])
    states = {}
    for name in ("sampang", "bandung"):
        plan = read_plan(EXAMPLES / f"rencana/{name}.yaml")
        states[name] = align(plan, catalog, tingkat="kabupaten")[0].istilah[0].keadaan
    assert states == {"sampang": "menyimpang", "bandung": "sama"}


def test_what_is_not_open_cannot_be_filled(tmp_path: Path) -> None:
    text = (ROOT / "examples/temuan/iku242.yaml").read_text(encoding="utf-8")
    (tmp_path / "isian-istilah.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as raised:
        load_catalog([tmp_path])
    assert [one.kode for one in raised.value.temuan] == ["IKU242"]


def test_an_open_term_has_choices_or_a_range_not_both() -> None:
    told = {"nama": "a", "hal": "b", "alasan": "c", "kedudukan": "usulan"}
    with pytest.raises(ValueError, match="pilihan"):
        OpenTerm.model_validate(told)
    ranged = OpenTerm.model_validate({**told, "rentang": {"min": 0, "maks": 1}})
    assert [ranged.allows(text) for text in ("0.5", "1", "1.01", "besar")] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "formula", "term", "filling", "state"),
    [
        (
            "KBP-IDE-06",
            "Jumlah responden kategori baik (nilai ≥ 70) dibagi jumlah responden dikali 100%",
            "batas_baik", "70", "sama",
        ),
        (
            "KBP-IDE-06",
            "Jumlah responden dengan nilai minimal 76,61 : jumlah responden x 100%",
            "batas_baik", "76.61", "sama",
        ),
        (
            "KBP-IDE-06",
            "Jumlah responden dengan skor di atas 50 / jumlah responden x 100",
            "batas_baik", "50", "menyimpang",
        ),
        # A share is no score, and of two numbers nobody knows which is meant.
        ("KBP-IDE-06", "Jumlah responden yang minimal 80% benar / responden x 100",
         "batas_baik", None, "terbuka"),
        ("KBP-IDE-06", "Responden bernilai minimal 70 (baik) atau nilai minimal 90 / responden",
         "batas_baik", None, "terbuka"),
        ("KBP-IDE-06", "Jumlah siswa yang memahami / jumlah siswa x 100",
         "responden", "pelajar", "sama"),
        ("KBP-WAS-02", "Jumlah konflik yang diselesaikan / jumlah konflik menurut Timdu x 100%",
         "pencatat", "tim_terpadu", "sama"),
        ("KBP-WAS-02", "Konflik pertanahan selesai / jumlah konflik pertanahan x 100%",
         "pencatat", "satu_jenis", "menyimpang"),
        ("KBP-WAS-02", "Jumlah konflik yang diselesaikan / jumlah konflik x 100%",
         "pencatat", None, "terbuka"),
        ("KBP-WAS-02", "Konflik selesai / jumlah konflik (laporan Polres dan Kesbangpol) x 100%",
         "pencatat", None, "terbuka"),
    ],
)  # fmt: skip
def test_what_a_plan_s_own_formula_says_fills_a_term(
    code: str, formula: str, term: str, filling: str | None, state: str
) -> None:
    plan = Plan(item=(PlanItem(nama="Indikator kami", kode=code, rumus=formula),))
    (found,) = align(plan, tingkat="kabupaten")
    filled = next(one for one in found.istilah if one.nama == term)
    assert (filled.isi, filled.keadaan) == (filling, state)
    told = [one for one in found.penyimpangan if filled.istilah.hal in one.keterangan.id]
    assert bool(told) == (state == "menyimpang")


def test_the_formula_of_a_plan_goes_before_what_a_catalog_fills_in() -> None:
    catalog = load_catalog([EXAMPLES])
    formula = "Jumlah responden dengan nilai minimal 70 / jumlah responden x 100"
    item = PlanItem(nama="Indikator kami", kode="KBP-IDE-06", rumus=formula)
    (found,) = align(Plan(wilayah="32.73", item=(item,)), catalog, tingkat="kota")
    assert (found.istilah[0].isi, found.istilah[0].keadaan) == ("70", "sama")
