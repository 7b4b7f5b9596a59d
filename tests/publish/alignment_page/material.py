"""The pages of the alignment that a browser opens: of one plan, of a hostile one, of several."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kesbang_iku.cli import main
from tests.tree import ROOT

PLANS: Final = sorted((ROOT / "examples" / "rencana").glob("*.yaml"))
HOSTILE: Final = """\
wilayah: "62.71"
item:
  - nama: "<script>console.error('jalan')</script><img src=https://contoh.invalid/x.png>"
    satuan: "</style><script>console.error('jalan')</script>"
  - nama: "Indeks_yang_namanya_tanpa_spasi_dan_panjangnya_jauh_melebihi_lebar_telepon_genggam"
  - {nama: Indeks Demokrasi Indonesia, satuan: Kasus, rumus: a/b, target: {2025: 500}}
  - {nama: Indeks Kita, lokal: {tema: sosial, mendukung: KBP-ESB-01}}
  - {nama: Persentase ormas terdaftar, kode: KBP-WAS-99}
"""
NAMES: Final = ("rencana", "jahat", "banding")


def write_pages(folder: Path) -> dict[str, Path]:
    """Write the pages into a folder, some in English; return where each is, by its name."""
    hostile = folder / "jahat.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    made = {
        "rencana": [str(PLANS[0])],
        "jahat": [str(hostile), "--bahasa", "en"],
        "banding": [*map(str, PLANS), str(hostile)],
    }
    for name, arguments in made.items():
        main(["align", *arguments, "--quiet", "-o", str(folder / f"{name}.html")])
    return {name: folder / f"{name}.html" for name in made}
