"""A small catalog of a region with what no national definition has: filled-in, earlier numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import kesbang_iku as iku

FILLED: Final = "UJI-WAS-01"
"""It counts what is missing as 0."""
GROWTH: Final = "UJI-WAS-02"
"""A rule and an undefined case of it ask for the year before."""
_COUNT: Final = """\
  - {nama: %s, satuan: kasus, agregasi: {wilayah: jumlah, waktu: jumlah}}
"""
_ENDS: Final = "sumber: [{dokumen: Buku uji}]\n"
_TEXTS: Final = {
    FILLED: "nama: Banyaknya kasus\nsatuan: kasus\npolaritas: minimalkan\nvariabel:\n"
    + _COUNT % "pagi"
    + _COUNT % "malam"
    + "rumus: isi(pagi, 0) + isi(malam, 0)\n"
    + _ENDS,
    GROWTH: "nama: Kenaikan kasus\nsatuan: persen\nrentang: {}\npolaritas: minimalkan\nvariabel:\n"
    + _COUNT % "kasus"
    + "rumus: (kasus - sebelumnya(kasus)) / sebelumnya(kasus) * 100\n"
    + "aturan:\n  - {ekspresi: kasus - sebelumnya(kasus) <= sebelumnya(kasus), pesan: Berlipat.}\n"
    + "jika_tak_terdefinisi:\n  - {jika: sebelumnya(kasus) = 0, alasan: Dahulu tidak ada.}\n"
    + _ENDS,
}


def local_catalog(folder: Path) -> iku.Catalog:
    """Write the catalog into a folder, and return it beside the national one."""
    (folder / "indikator").mkdir()
    for code, text in _TEXTS.items():
        path = folder / "indikator" / f"{code.lower()}.yaml"
        path.write_text(text, encoding="utf-8")
    return iku.load_catalog([folder])
