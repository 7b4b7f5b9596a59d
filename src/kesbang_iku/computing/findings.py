"""What can be wrong with the items of a report, seen from the standard of its year."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

UNKNOWN_CODE: Final = FindingKind(
    "IKU310",
    Level.GALAT,
    Text("Kode tidak dikenal", "Unknown code"),
    Text("Kode '{kode}' tidak ada dalam katalog.", "There is no code '{kode}' in the catalog."),
    Text("{usul}", "{usul_en}"),
    Text(
        "Nilai tanpa definisi tidak dapat dihitung atau dibandingkan.",
        "A value without a definition can be neither computed nor compared.",
    ),
)
NOT_IN_FORCE: Final = FindingKind(
    "IKU311",
    Level.GALAT,
    Text("Tidak berlaku pada tahun ini", "Not in force in this year"),
    Text(
        "Tidak ada versi {kode} yang berlaku pada tahun {tahun}; yang ada: {versi}.",
        "No version of {kode} applies in {tahun}; there are: {versi}.",
    ),
    Text(
        "Laporkan tahun yang dicakup salah satu versi itu.",
        "Report a year that one of those versions covers.",
    ),
    Text(
        "Setiap metode hanya berlaku untuk tahun-tahunnya sendiri.",
        "Each method applies only to its own years.",
    ),
)
NOT_ESTIMATED: Final = FindingKind(
    "IKU313",
    Level.GALAT,
    Text("Tidak diestimasi pada tingkat ini", "Not estimated at this level"),
    Text(
        "{kode} tidak diestimasi untuk tingkat {tingkat}; hanya untuk {ada}.",
        "{kode} is not estimated for the level {tingkat}; only for {ada}.",
    ),
    Text(
        "Hapus butir ini, atau pakai indikator yang ada untuk tingkat {tingkat}.",
        "Remove this item, or use an indicator that exists for the level {tingkat}.",
    ),
    Text(
        "Nilai untuk tingkat yang tidak diukur bukan nilai indikator itu.",
        "A value for a level that is not measured is not a value of that indicator.",
    ),
)
DUPLICATE_ITEM: Final = FindingKind(
    "IKU314",
    Level.GALAT,
    Text("Butir ganda", "Item given twice"),
    Text(
        "{kode} untuk wilayah {wilayah}, {tahun}, {periode} sudah ada pada {lain}.",
        "{kode} for region {wilayah}, {tahun}, {periode} already stands at {lain}.",
    ),
    Text("Hapus salah satunya.", "Remove one of them."),
    Text(
        "Dua nilai untuk hal yang sama tidak dapat keduanya benar.",
        "Two values for the same thing cannot both be right.",
    ),
)
EMPTY_REPORT: Final = FindingKind(
    "IKU315",
    Level.PERINGATAN,
    Text("Laporan tanpa butir", "Report without items"),
    Text("Laporan ini tidak memuat satu butir pun.", "This report holds no item."),
    Text("Isi daftar 'item'.", "Fill the list 'item'."),
    Text("Laporan kosong tidak melaporkan apa-apa.", "An empty report reports nothing."),
)
SERIES_BREAK: Final = FindingKind(
    "IKU316",
    Level.PERINGATAN,
    Text("Deret terputus", "Series broken"),
    Text(
        "Nilai {kode} wilayah {wilayah} tahun {tahun} (versi {versi}) tidak sebanding dengan tahun "
        "{tahun_lama} (versi {versi_lama}): {alasan}",
        "The {tahun} value of {kode} for region {wilayah} (version {versi}) is not comparable with "
        "that of {tahun_lama} (version {versi_lama}): {alasan}",
    ),
    Text(
        "Sajikan kedua metode sebagai deret terpisah; jangan hitung selisihnya.",
        "Show the two methods as separate series; compute no difference between them.",
    ),
    Text(
        "Metode yang berbeda mengukur hal yang berbeda, walau namanya sama.",
        "Different methods measure different things, though the name is the same.",
    ),
)

KINDS: Final = (
    UNKNOWN_CODE,
    NOT_IN_FORCE,
    NOT_ESTIMATED,
    DUPLICATE_ITEM,
    EMPTY_REPORT,
    SERIES_BREAK,
)
