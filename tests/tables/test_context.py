"""Whose a table is and for when."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.context import KnownContext, TableSetting, Titles, find_setting
from kesbang_iku.tables.headings import load_words


def _setting(
    *own: str, outer: str = "", sheet: str = "Sheet1", file: str = "t.xlsx"
) -> TableSetting:
    titles = Titles(own, [outer] if outer else [], sheet, file)
    return find_setting(titles, KnownContext(), load_words())


@pytest.mark.parametrize(
    ("title", "year", "part"),
    [
        ("PERJANJIAN KINERJA TAHUN 2025", 2025, None),
        ("Renstra 2025-2029", None, None),
        ("Peraturan Bupati Nomor 5 Tahun 2021", None, None),
        ("Dicetak tanggal 12 Januari 2026", None, None),
        ("# Diekspor pada 03/01/2026", None, None),
        ("Klaten, 5 Januari 2026", None, None),
        ("Capaian per 31 Desember 2024", 2024, None),
        ("Capaian per 30/06/2025", 2025, "sd-bulan-06"),
        ("Laporan Januari - Juni 2025", 2025, "semester-1"),
        ("Capaian s.d. 30 Juni 2025", 2025, "sd-bulan-06"),
        ("Laporan Triwulan III Tahun 2024", 2024, "triwulan-3"),
    ],
)
def test_titles_tell_the_year_and_its_part(title: str, year: int | None, part: str | None) -> None:
    found = _setting(title)
    told = None if found.part is None else str(found.part)
    assert (found.year, told) == (year, part)


@pytest.mark.parametrize(
    ("found", "code", "origin"),
    [
        (_setting("KABUPATEN BANYUWANGI"), "35.10", "judul"),
        (_setting("Tabel 2", outer="KOTA BANDUNG"), "32.73", "judul"),
        (_setting("Tabel 2", file="renstra-kota-bandung.xlsx"), "32.73", "berkas"),
        (_setting("Kota Bandung dan Kota Palangka Raya"), None, None),
    ],
)
def test_the_nearest_name_of_a_region_counts(
    found: TableSetting, code: str | None, origin: str | None
) -> None:
    assert (found.region and found.region.kode, found.origin) == (code, origin)
