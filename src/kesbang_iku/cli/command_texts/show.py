"""What ``show`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 2
ABOUT: Final = Text("satu definisi, seutuhnya", "show one definition, whole")
OPTIONS: Final[Mapping[str, Text]] = {
    "kode": Text(
        "kode indikator, atau kode daftar lain seperti sipd:000603 dan kodref:09.01.003",
        "code of an indicator, or another list's code such as sipd:000603 or kodref:09.01.003",
    ),
}

NOT_IN_FORCE: Final = Text(
    "{kode} tidak berlaku pada tahun {tahun}. Versinya: {versi}.",
    "{kode} does not apply in {tahun}. Its versions: {versi}.",
)
SHOW: Final[Mapping[str, Text]] = {
    "versi": Text("Versi", "Version"),
    "versi_lain": Text("Versi lain", "Other versions"),
    "singkatan": Text("Singkatan", "Abbreviation"),
    "alias": Text("Nama lain", "Other names"),
    "rujukan": Text("Kode lain", "Other codes"),
    "bidang": Text("Bidang", "Field of work"),
    "program": Text("Program", "Programme"),
    "lokal": Text("Lokal", "Local"),
    "katalog": Text("Katalog", "Catalog"),
    "jenis": Text("Jenis", "Kind"),
    "tingkat": Text("Berlaku di", "In use at"),
    "diestimasi": Text("Diestimasi di", "Estimated at"),
    "penanggung_jawab": Text("Penanggung jawab", "Owner"),
    "satuan": Text("Satuan", "Unit"),
    "polaritas": Text("Polaritas", "Polarity"),
    "frekuensi": Text("Frekuensi", "Frequency"),
    "berlaku": Text("Masa berlaku", "Years in force"),
    "status": Text("Kedudukan", "Standing"),
    "akses": Text("Akses", "Access"),
    "konsep": Text("Konsep", "Concept"),
    "definisi": Text("Definisi", "Definition"),
    "interpretasi": Text("Interpretasi", "Interpretation"),
    "variabel": Text("Variabel", "Variables"),
    "rumus": Text("Rumus", "Formula"),
    "tanpa_rumus": Text("Tanpa rumus", "Without formula"),
    "tak_terdefinisi": Text("Bila tak terdefinisi", "Where undefined"),
    "aturan": Text("Aturan", "Rules"),
    "capaian": Text("Capaian", "Achievement"),
    "predikat": Text("Predikat capaian", "Rating of the achievement"),
    "kategori": Text("Kategori nilai", "Category of the value"),
    "keterbandingan": Text("Keterbandingan", "Comparability"),
    "sasaran": Text("Sasaran nasional", "National targets"),
    "sumber": Text("Sumber", "Sources"),
    "koreksi": Text("Koreksi cetakan resmi", "Corrections of the official print"),
    "catatan": Text("Catatan", "Notes"),
}
DECIMALS: Final = Text("{satuan}, {desimal} desimal", "{satuan}, {desimal:decimal|decimals}")
COMPARABLE: Final = Text("sebanding", "comparable")
NOT_COMPARABLE: Final = Text("tidak sebanding", "not comparable")
BELOW: Final = Text("di bawah {sampai}", "below {sampai}")
UP_TO: Final = Text("sampai {sampai}", "up to {sampai}")
FROM: Final = Text("mulai {dari}", "from {dari}")
ABOVE: Final = Text("di atas {dari}", "above {dari}")
