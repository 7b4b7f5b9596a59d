"""The page of corrections: each once, counted by the column that was misprinted."""

from __future__ import annotations

import json
import re

import kesbang_iku as iku
from kesbang_iku.model.source import Correction
from tools.site_pages.corrections import CorrectionRow, corrections_page


def row(place: str) -> CorrectionRow:
    return CorrectionRow(
        Correction(letak=place, tercetak="a", cacat="b", diambil="c", alasan="d"), "X"
    )


def test_the_columns_are_read_from_the_place() -> None:
    assert row("Kodref 05.02.001, kolom Rumus Perhitungan").columns == ["Rumus Perhitungan"]
    three = "Kodref 09.01.001, kolom Definisi, Rumus Perhitungan dan Satuan"
    assert row(three).columns == ["Definisi", "Rumus Perhitungan", "Satuan"]
    assert row("PermenPANRB 8/2021, halaman 110").columns == []


def test_the_count_the_rows_and_the_filter_agree(katalog: iku.Catalog) -> None:
    text = corrections_page(katalog)
    rows = re.findall(r"^\| `(\d+)` \|", text, re.MULTILINE)
    assert rows == [str(number) for number in range(1, len(rows) + 1)]
    assert f"Jumlahnya {len(rows)}." in text
    found = re.search(r'<script type="application/json">(.*?)</script>', text)
    assert found
    data = json.loads(found[1])
    assert list(data["indikator"]) == rows
    (facet,) = data["saringan"]
    for name in facet["pilihan"]:
        count = sum(name in one["kolom"] for one in data["indikator"].values())
        assert f"{name} {count}" in text
