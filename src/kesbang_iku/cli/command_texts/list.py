"""What ``list`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 1
ABOUT: Final = Text("daftar definisi dalam katalog", "list the definitions in the catalog")
OPTIONS: Final[Mapping[str, Text]] = {
    "bidang": Text("hanya bidang ini, misalnya POL", "only this field of work, such as POL"),
    "tingkat": Text(
        "hanya yang berlaku pada tingkat pemerintahan ini",
        "only those in use at this level of government",
    ),
    "status": Text("hanya yang berkedudukan ini", "only entries of this standing"),
    "cari": Text(
        "kata-kata yang harus ada dalam nama, kode atau konsep",
        "words that must all occur in names, codes or concept",
    ),
}

UNKNOWN_FIELD: Final = Text(
    "bidang '{bidang}' tidak ada. Bidang yang ada: {ada}.",
    "there is no field of work '{bidang}'. There are: {ada}.",
)
LEVELS_SHORT: Final[Mapping[str, Text]] = {
    "nasional": Text("nas", "nat"),
    "provinsi": Text("prov", "prov"),
    "kabupaten": Text("kab", "reg"),
    "kota": Text("kota", "city"),
}
POLARITIES: Final[Mapping[str, Text]] = {
    "maksimalkan": Text("naik", "up"),
    "minimalkan": Text("turun", "down"),
    "stabilkan": Text("tetap", "stable"),
}
DEFINITION_COUNT: Final = Text(
    "{jumlah} definisi dari {kode} indikator.",
    "{jumlah:definition|definitions} of {kode:indicator|indicators}.",
)
ADDED_CATALOG: Final = Text(
    "{jumlah} di antaranya lokal, dari {katalog}.", "{jumlah} of them local, from {katalog}."
)
NOTHING_FITS: Final = Text("Tidak ada definisi yang cocok.", "No definition fits.")
