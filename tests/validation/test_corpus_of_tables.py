"""Every achievement of the corpus is held against the target and value it was written with."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from kesbang_iku import validate
from tests.tables import sheets

CENT = Decimal("0.01")
LAYOUTS = (
    "bagian-di-atas-tahun-0", "bertingkat-0", "lkjip-0", "lkjip-tahun-lalu-0",
    "monev-bagian-tw-0", "monev-bagian-triwulan-2", "tahun-di-atas-bagian-0",
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_achievements_are_held_against_their_own_numbers(layout: str) -> None:
    sheet = sheets.read_sheet(sheets.FOLDER / f"{layout}.lembar")
    content = sheets.by_xlsxwriter(sheet.rows, sheet.merges)
    right = {
        (Decimal(item["realisasi"][key]) / Decimal(target) * 100).quantize(CENT, ROUND_HALF_UP)
        for item in sheet.items
        for key, target in item.get("target", {}).items()
        if key in item.get("realisasi", {}) and key in item.get("capaian", {})
        if target.replace(".", "").isdigit() and Decimal(target)
    }
    found = [one for one in validate(content, name="tabel.xlsx") if one.kode == "IKU510"]
    told = [dict(one.arguments) for one in found]
    usual = [one["hitung"].en for one in told if one["metode"].id == "maksimalkan"]
    computed = {Decimal(number.replace(",", "")) for number in usual}
    assert computed
    assert computed <= right
