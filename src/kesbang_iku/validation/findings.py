"""What can be wrong with configuration and baselines, and what checking says of itself (IKU09x)."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

CONFIGURATION_SYNTAX: Final = FindingKind(
    "IKU090",
    Level.GALAT,
    Text("Konfigurasi bukan TOML", "Configuration is not TOML"),
    Text("Penulisan TOML tidak dapat dibaca di sini.", "The TOML cannot be read here."),
    Text(
        "Perbaiki penulisannya; daftar ditulis ['IKU232', 'IKU5'], teks selalu berkutip.",
        "Correct it; a list is written ['IKU232', 'IKU5'], and a text always has quotes.",
    ),
    Text(
        "Konfigurasi yang tidak terbaca tidak boleh berarti pemeriksaan tanpa konfigurasi.",
        "A configuration that cannot be read must not mean a check without one.",
    ),
)
UNKNOWN_SETTING: Final = FindingKind(
    "IKU091",
    Level.GALAT,
    Text("Kunci konfigurasi tidak dikenal", "Unknown key of the configuration"),
    Text(
        "Kunci '{kunci}' tidak dikenal dalam konfigurasi.",
        "The configuration has no key '{kunci}'.",
    ),
    Text("{usul} Kunci yang ada: {ada}.", "{usul} The keys are: {ada}."),
    Text(
        "Kunci yang salah eja akan diam-diam tidak berlaku.",
        "A misspelt key would silently have no effect.",
    ),
)
WRONG_SETTING: Final = FindingKind(
    "IKU092",
    Level.GALAT,
    Text("Isi konfigurasi tidak sesuai", "Unfitting content of the configuration"),
    Text("'{kunci}' harus berisi {harapan}.", "'{kunci}' must hold {harapan}."),
    Text("Tulis {contoh}.", "Write {contoh}."),
    Text(
        "Setiap kunci mempunyai jenis isi sendiri; isi lain tidak ditebak maksudnya.",
        "Every key has its own kind of content; nothing else is guessed at.",
    ),
)
UNKNOWN_FINDING_CODE: Final = FindingKind(
    "IKU093",
    Level.GALAT,
    Text("Kode temuan tidak dikenal", "Unknown code of a finding"),
    Text(
        "Tidak ada temuan berkode atau berawalan '{kode}'.",
        "No finding has the code or prefix '{kode}'.",
    ),
    Text(
        "{usul} Semua kode: 'kesbang-iku rules'.",
        "{usul} All codes: 'kesbang-iku rules'.",
    ),
    Text(
        "Kode yang salah tulis akan diam-diam tidak mengabaikan apa pun.",
        "A misspelt code would silently ignore nothing.",
    ),
)
UNKNOWN_LEVEL: Final = FindingKind(
    "IKU094",
    Level.GALAT,
    Text("Tingkat temuan tidak dikenal", "Unknown level of a finding"),
    Text("'{nilai}' bukan tingkat temuan.", "'{nilai}' is no level of a finding."),
    Text("Tulis salah satu dari: {ada}.", "Write one of: {ada}."),
    Text(
        "Tingkat menentukan status keluar; yang tidak dikenal tidak dapat ditebak.",
        "The level decides the exit status; one that is not known cannot be guessed.",
    ),
)
NOT_A_BASELINE: Final = FindingKind(
    "IKU095",
    Level.GALAT,
    Text("Bukan garis dasar", "Not a baseline"),
    Text(
        "Berkas {berkas} bukan garis dasar dengan skema {skema}.",
        "The file {berkas} is no baseline of the schema {skema}.",
    ),
    Text(
        "Buat garis dasar dengan 'kesbang-iku validate … --tulis-garis-dasar {berkas}'.",
        "Make one with 'kesbang-iku validate … --tulis-garis-dasar {berkas}'.",
    ),
    Text(
        "Berkas lain di tempat garis dasar akan tampak seperti garis dasar kosong.",
        "Another file in its place would look like an empty baseline.",
    ),
)

NOT_SHOWN: Final = FindingKind(
    "IKU096",
    Level.PERINGATAN,
    Text("Temuan yang tidak ditampilkan satu per satu", "Findings not shown one by one"),
    Text(
        "Masih ada {jumlah} temuan {kode} ({judul}) dalam berkas ini; {tampil} yang pertama "
        "ditampilkan.",
        "{jumlah:more finding|more findings} {kode} ({judul}) in this file; the first {tampil} are "
        "shown.",
    ),
    Text(
        "Perbaiki sebabnya, yang biasanya sama, lalu jalankan pemeriksaan sekali lagi.",
        "Correct the cause, which mostly is one and the same, and check again.",
    ),
    Text(
        "Tabel panjang dapat memuat satu kesalahan puluhan ribu kali; banyaknya tetap dihitung.",
        "A long table may hold one mistake ten thousand times; how often is still counted.",
    ),
)
READ_IN_PARTS: Final = FindingKind(
    "IKU097",
    Level.INFO,
    Text("Provinsi diperiksa bagian demi bagian", "Province checked part by part"),
    Text(
        "Baris wilayah berawalan '{awalan}' terlalu banyak untuk diperiksa sekaligus; baris dari "
        "bagian yang berbeda tidak dibandingkan.",
        "There are too many rows of regions that begin with '{awalan}' to check them at once; rows "
        "of different parts are not held against each other.",
    ),
    Text(
        "Bagi berkas menurut wilayah bila perbandingan antartahun harus lengkap.",
        "Divide the file by region where comparisons over years must be complete.",
    ),
    Text(
        "Perbandingan yang tidak dilakukan harus disebut.",
        "A comparison that is not made must be said.",
    ),
)

KINDS: Final = (
    CONFIGURATION_SYNTAX,
    UNKNOWN_SETTING,
    WRONG_SETTING,
    UNKNOWN_FINDING_CODE,
    UNKNOWN_LEVEL,
    NOT_A_BASELINE,
    NOT_SHOWN,
    READ_IN_PARTS,
)
