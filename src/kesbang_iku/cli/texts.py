"""What more than one command says to people; what is one's own stands in ``command_texts``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Level, Text


def say(text: Text, language: Language, **fields: object) -> str:
    """Return ``text`` in ``language`` with its fields filled in."""
    return text.fill(language, **fields)


# ------------------------------------------------------------------------------------------ help

PROGRAM: Final = Text(
    "Standar Indikator Kinerja Utama (IKU) Kesbangpol: menghitung, menerangkan, memeriksa.",
    "The standard of key performance indicators (IKU) for Kesbangpol: compute, explain, check.",
)
EPILOGUE: Final = Text(
    "Status keluar: 0 tanpa galat, 1 ada temuan bertingkat galat, 2 perintah tidak dapat "
    "dijalankan. '{program} PERINTAH --help' menerangkan satu perintah.",
    "Exit status: 0 nothing wrong, 1 a finding of level galat, 2 the command could not run. "
    "'{program} COMMAND --help' explains one command.",
)
HEADINGS: Final[Mapping[str, Text]] = {
    "usage: ": Text("Pemakaian: ", "Usage: "),
    "positional arguments": Text("Argumen", "Arguments"),
    "options": Text("Pilihan", "Options"),
    "commands": Text("Perintah", "Commands"),
}

COMMAND: Final = Text("PERINTAH", "COMMAND")

OPTIONS: Final[Mapping[str, Text]] = {
    "katalog": Text(
        "folder katalog tambahan; boleh diulang", "add a catalog folder; may be repeated"
    ),
    "tanpa_paket": Text(
        "tanpa katalog dari paket yang terpasang", "without the catalogs of installed packages"
    ),
    "bahasa": Text("bahasa pesan", "language of messages"),
    "quiet": Text("hanya jawaban, tanpa keterangan", "the answer only, no remarks"),
    "no_color": Text("tanpa warna", "no colours"),
    "version": Text("tampilkan versi", "show the version"),
    "help": Text("tampilkan bantuan ini", "show this help"),
    "format": Text("bentuk jawaban (bawaan: {default})", "form of the answer (default: {default})"),
    "tahun": Text("yang berlaku pada tahun ini", "what applies in this year"),
    "laporan": Text(
        "laporan (YAML, JSON, CSV, XLSX); - membaca masukan standar",
        "report (YAML, JSON, CSV, XLSX); - reads standard input",
    ),
}

# --------------------------------------------------------------------------------- wrong commands

SEE_HELP: Final = Text("Lihat '{program} --help'.", "See '{program} --help'.")
NO_COMMAND: Final = Text(
    "perintah belum disebut. Perintah yang ada: {ada}.",
    "no command given. Commands: {ada}.",
)
UNKNOWN_COMMAND: Final = Text(
    "perintah '{nilai}' tidak ada. Perintah yang ada: {ada}.",
    "there is no command '{nilai}'. Commands: {ada}.",
)
UNKNOWN_OPTION: Final = Text("pilihan tidak dikenal: {nilai}.", "unknown option: {nilai}.")
TOO_MANY_ARGUMENTS: Final = Text("argumen berlebih: {nilai}.", "unexpected argument: {nilai}.")
PERHAPS: Final = Text(" Barangkali maksudnya {dekat}.", " Perhaps {dekat} is meant.")
NOT_A_YEAR: Final = Text(
    "'{nilai}' bukan tahun, misalnya 2024", "'{nilai}' is no year such as 2024"
)
NOT_A_COUNT: Final = Text(
    "'{nilai}' bukan banyaknya, dari 1 sampai 999", "'{nilai}' is no number from 1 to 999"
)

# What argparse says, by the pattern of its own message. Fields of a pattern fill the text.
USAGE_ERRORS: Final[tuple[tuple[str, Text], ...]] = (
    (
        r"the following arguments are required: (?P<nilai>.*)",
        Text("argumen wajib belum disebut: {nilai}.", "required argument missing: {nilai}."),
    ),
    (
        r"argument (?P<nama>\S+?): invalid choice: '?(?P<nilai>.*?)'? \(choose from (?P<ada>.*)\)",
        Text(
            "{nama}: '{nilai}' tidak dikenal; pilih {ada}.",
            "{nama}: '{nilai}' is not known; choose from {ada}.",
        ),
    ),
    (
        r"argument (?P<nama>\S+?): expected (?:one|\d+) arguments?",
        Text("{nama}: nilainya belum disebut.", "{nama}: its value is missing."),
    ),
    (
        r"argument (?P<nama>\S+?): expected at least one argument",
        Text("{nama}: sebutkan paling sedikit satu.", "{nama}: name at least one."),
    ),
    (
        r"argument (?P<nama>\S+?): ignored explicit argument '(?P<nilai>.*)'",
        Text("{nama} tidak menerima nilai ('{nilai}').", "{nama} takes no value ('{nilai}')."),
    ),
    (r"argument (?P<nama>\S+?): (?P<sebab>.*)", Text("{nama}: {sebab}.", "{nama}: {sebab}.")),
)

# ------------------------------------------------------------------------------------ cannot run

NO_FOLDER: Final = Text(
    "folder katalog '{folder}' tidak ada.", "there is no catalog folder '{folder}'."
)
NO_CATALOG: Final = Text(
    "folder '{folder}' bukan katalog: tidak ada folder indikator/ atau berkas tabel katalog.",
    "folder '{folder}' is no catalog: it has neither a folder indikator/ nor a catalog table.",
)
BROKEN_CATALOG: Final = Text(
    "katalog tidak dapat dipakai ({jumlah} galat).",
    "the catalog cannot be used ({jumlah:error|errors}).",
)
UNKNOWN_CODE: Final = Text(
    "kode '{kode}' tidak ada dalam katalog. Lihat 'kesbang-iku list'.",
    "there is no code '{kode}' in the catalog. See 'kesbang-iku list'.",
)
UNKNOWN_CODE_NEAR: Final = Text(
    "kode '{kode}' tidak ada dalam katalog. Barangkali maksudnya {dekat}.",
    "there is no code '{kode}' in the catalog. Perhaps {dekat} is meant.",
)
UNKNOWN_REGION: Final = Text(
    "wilayah '{wilayah}' tidak dikenal: {sebab}", "the region '{wilayah}' is not known: {sebab}"
)
STANDARD_INPUT_TWICE: Final = Text(
    "masukan standar (-) hanya dapat dibaca sekali.", "standard input (-) can be read only once."
)
NO_STANDARD_INPUT: Final = Text("masukan standar tertutup.", "standard input is closed.")
REFUSED: Final = Text(
    "sistem menolak membaca atau menulis {apa}: {sebab}.",
    "the system refuses to read or write {apa}: {sebab}.",
)

# -------------------------------------------------------------------------------------- answers

LEVELS: Final[Mapping[Level, Text]] = {
    Level.GALAT: Text("galat", "error"),
    Level.PERINGATAN: Text("peringatan", "warning"),
    Level.INFO: Text("info", "info"),
}
COLUMNS: Final[Mapping[str, Text]] = {
    "kode": Text("Kode", "Code"),
    "versi": Text("Versi", "Version"),
    "nama": Text("Nama", "Name"),
    "label": Text("Arti", "Meaning"),
    "satuan": Text("Satuan", "Unit"),
    "rentang": Text("Rentang", "Range"),
    "agregasi": Text("Wilayah / waktu", "Regions / time"),
    "nilai": Text("Nilai", "Value"),
    "kategori": Text("Kategori", "Category"),
    "target": Text("Target", "Target"),
    "capaian": Text("Capaian", "Achieved"),
    "predikat": Text("Predikat", "Rating"),
    "status": Text("Status", "Status"),
    "polaritas": Text("Arah", "Better"),
    "tingkat": Text("Tingkat", "Levels"),
    "berlaku": Text("Berlaku", "Years"),
    "kelas": Text("Kelas", "Class"),
}
READING: Final = Text("membaca {selesai}/{semua} berkas", "reading {selesai}/{semua} files")
RESULT_COUNTS: Final = Text("{jumlah} hasil: {rincian}.", "{jumlah:result|results}: {rincian}.")
NO_RESULTS: Final = Text("Tidak ada hasil.", "No results.")
FINDING_COUNTS: Final = Text(
    "{galat} galat, {peringatan} peringatan, {info} info",
    "{galat:error|errors}, {peringatan:warning|warnings}, {info:info|infos}",
)
LOCAL_MARK: Final = Text("lokal", "local")
FILE_WRITTEN: Final = Text("{berkas} ditulis.", "{berkas} written.")
NOT_OVERWRITTEN: Final = Text(
    "{berkas} sudah ada; pakai --timpa untuk menggantinya, atau nama lain.",
    "{berkas} exists; use --timpa to replace it, or another name.",
)


FILES_WRITTEN: Final = Text(
    "{jumlah} berkas ditulis ke {folder}.", "{jumlah:file|files} written to {folder}."
)
