"""What ``explain`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 4
ABOUT: Final = Text(
    "hitungan langkah demi langkah, dengan angka dan sumbernya",
    "explain a result step by step, with its numbers and sources",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "kode": Text("kode butir yang diterangkan", "code of the item to explain"),
    "wilayah": Text("hanya wilayah dengan kode ini", "only the region with this code"),
    "tahun": Text("hanya laporan tahun ini", "only reports of this year"),
    "rincian": Text(
        "uraikan nilai gabungan menurut komponennya, juga perubahannya dari tahun sebelumnya",
        "take a composite value apart by component, and its change from the year before",
    ),
    "kepekaan": Text(
        "sebagai ganti langkah: peringkat wilayah, dan kepekaannya terhadap bobot (perlu numpy)",
        "in place of the steps: the ranking of regions, and what it owes to weights (needs numpy)",
    ),
    "gambar": Text(
        "tulis gambar (SVG) ke folder ini: dari --rincian, --kepekaan, atau nilai terbit",
        "write charts (SVG) into this folder: of --rincian, --kepekaan, or published values",
    ),
}

NO_SUCH_ITEM: Final = Text(
    "tidak ada butir {kode} yang cocok dalam {berkas}. Butir yang ada: {ada}.",
    "no item {kode} in {berkas} fits. Items there: {ada}.",
)
NOT_BOTH: Final = Text(
    "--rincian dan --kepekaan tidak dapat dipakai bersama.",
    "--rincian and --kepekaan cannot be used together.",
)
NOT_TAKEN_APART: Final = Text("{sebab}", "{sebab}")
OTHER_VERSION: Final = Text(
    "Nilai tahun {tahun} dihitung menurut versi {versi}, jadi perubahannya tidak diuraikan.",
    "The value of {tahun} was computed by version {versi}, so the change is not taken apart.",
)
CONTRIBUTIONS: Final = Text("Sumbangan setiap komponen", "What each component adds")
CHANGE: Final = Text(
    "Perubahan sejak {tahun}: {sebelum} → {sesudah} ({selisih})",
    "Change since {tahun}: {sebelum} → {sesudah} ({selisih})",
)
COMPONENT_COLUMNS: Final[Mapping[str, Text]] = {
    "komponen": Text("Komponen", "Component"),
    "bobot": Text("Bobot", "Weight"),
    "nilai": Text("Nilai", "Value"),
    "sebelum": Text("Sebelum", "Before"),
    "sesudah": Text("Sesudah", "After"),
    "sumbangan": Text("Sumbangan", "Adds"),
    "bagian": Text("Bagian", "Share"),
}
RANK_COLUMNS: Final[Mapping[str, Text]] = {
    "peringkat": Text("Peringkat", "Rank"),
    "wilayah": Text("Wilayah", "Region"),
    "nilai": Text("Nilai", "Value"),
    "pita": Text("Persentil 5–95", "Percentiles 5–95"),
    "median": Text("Tengah", "Median"),
    "tetap": Text("Tetap", "Unmoved"),
    "komponen": Text("Komponen", "Component"),
    "rata_rata": Text("Pergeseran rata-rata", "Mean shift"),
    "terbesar": Text("Pergeseran terbesar", "Largest shift"),
}
VARIED: Final = Text(
    "Peringkat 1 terbaik. Bobot diubah acak ± {rentang} %, {ubahan} kali.",
    "Rank 1 is best. Weights varied at random by ± {rentang} %, {ubahan} times.",
)
NOT_RANKED: Final = Text("Tidak diperingkat: {wilayah}. {sebab}", "Not ranked: {wilayah}. {sebab}")
WITHOUT_ONE: Final = Text(
    "Pergeseran peringkat bila satu komponen ditinggalkan",
    "Shift of ranks if one component is left out",
)
