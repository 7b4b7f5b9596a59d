"""The scorecard pages a browser opens: of one region, of many, of mistakes, of a hostile report."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import main
from tests.tree import ROOT

EXAMPLES: Final = ROOT / "examples"
HOSTILE: Final = """\
wilayah: "62.71"
tahun: 2023
item:
  - kode: KBP-WAS-02
    variabel: {konflik_diselesaikan: 17, konflik: 20}
    target: {nilai: 90, dokumen: "<script>console.error('jalan')</script><img src=https://a.invalid/x>"}
  - kode: KBP-WAS-04
    variabel: {meninggal: 3, penduduk: 250000}
    target: {nilai: 2, dokumen: "Dokumen_yang_namanya_tanpa_spasi_dan_lebih_lebar_dari_layar"}
"""
NAMES: Final = ("satu", "banyak", "jahat", "banding", "enam-belas", "ringkas", "besar")
_VALUES: Final = 16
_PAIR: Final = 2
MANY: Final = 45
"""So many regions have more items than a page has rows for."""
_MONEY: Final = """\
wilayah: "62.71"
tahun: 2024
item:
  - kode: KBP-POL-11
    variabel: {bantuan_disalurkan: 23681471000, bantuan_hak: 48412227000}
    target: 90
"""


def _sixteen() -> str:
    """Return a report of a city with sixteen values, the first that the catalog has for one."""
    items = []
    year = iku.load_catalog().in_force(2024)
    for indicator in year:
        numbers = {
            name: (17 if at == 0 else 20)
            if indicator.variables_by_name[name].whole
            else float(indicator.variables_by_name[name].maximum or 100) * 0.8
            for at, name in enumerate(indicator.engine.needed)
        }
        result = indicator.compute(numbers, target=90, wilayah="62.71", tahun=2024)
        if result.nilai is not None and indicator.jenis != "keluaran":
            told = ", ".join(f"{name}: {number}" for name, number in numbers.items())
            items.append(f"  - {{kode: {indicator.kode}, variabel: {{{told}}}, target: 90}}\n")
    return 'wilayah: "62.71"\ntahun: 2024\nitem:\n' + "".join(items[:_VALUES])


def _regions(most: int, year: int = 2024) -> str:
    """Return a report of so many regions with some items each, a row a number."""
    pairs = [
        (indicator, *indicator.engine.needed)
        for indicator in iku.load_catalog().in_force(year)
        if len(indicator.engine.needed) == _PAIR
        and all(indicator.variables_by_name[name].whole for name in indicator.engine.needed)
        and indicator.jenis != "keluaran"
    ][:20]
    rows = ["wilayah,tahun,kode,variabel,nilai,target"]
    for number, (code, region) in enumerate([*load_regions().items()][:most]):
        for indicator, part, whole in pairs:
            if region.tingkat in indicator.tingkat.berlaku:
                rows.append(f"{code},{year},{indicator.kode},{part},{number % 20},90")
                rows.append(f"{code},{year},{indicator.kode},{whole},20,90")
    return "\n".join(rows) + "\n"


def write_pages(folder: Path) -> dict[str, Path]:
    """Write the pages into a folder; return where each is, by its name."""
    hostile = folder / "jahat.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    written = {"uang": _MONEY, "enam": _sixteen()}
    for name, content in written.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    many, nation = folder / "wilayah.csv", folder / "nasional.csv"
    many.write_text(_regions(MANY), encoding="utf-8")
    nation.write_text(_regions(len(load_regions())), encoding="utf-8")
    sixteen, money = str(folder / "enam.yaml"), str(folder / "uang.yaml")
    made = {
        "banding": ["idi-kalimantan-tengah.yaml", "idi-nasional.yaml", money],
        "enam-belas": [sixteen],
        "ringkas": [sixteen, "--ringkas", "--penandatangan", "Kepala Badan | Nama Orang"],
        "besar": [str(many)],
        "nasional": [str(nation)],
        "satu": ["idi-kalimantan-tengah.yaml"],
        "banyak": ["prevalensi-narkotika.yaml", "laporan-keliru.yaml"],
        "jahat": [str(hostile), "--bahasa", "en"],
    }
    for name, arguments in made.items():
        files = [str(EXAMPLES / one) if one.endswith(".yaml") else one for one in arguments]
        main(["report", *files, "--quiet", "-o", str(folder / f"{name}.html")])
    return {name: folder / f"{name}.html" for name in made}
