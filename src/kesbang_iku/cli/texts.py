"""Everything the command line itself says to people, in both languages, side by side."""

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
COMMANDS: Final[Mapping[str, Text]] = {
    "list": Text("daftar definisi dalam katalog", "list the definitions in the catalog"),
    "show": Text("satu definisi, seutuhnya", "show one definition, whole"),
    "compute": Text(
        "nilai, capaian dan predikat setiap butir laporan",
        "compute value, achievement and category of each item of reports",
    ),
    "explain": Text(
        "hitungan langkah demi langkah, dengan angka dan sumbernya",
        "explain a result step by step, with its numbers and sources",
    ),
    "validate": Text(
        "periksa laporan, rencana dan berkas katalog",
        "check reports, plans and catalog files",
    ),
    "align": Text(
        "indikator rencana disandingkan dengan standar",
        "hold the indicators of a plan against the standard",
    ),
    "report": Text(
        "halaman capaian (HTML) dari laporan, dengan grafik",
        "the scorecard page (HTML) of reports, with charts",
    ),
    "diff": Text(
        "apa yang berubah antara dua tahun, atau dua folder katalog",
        "what changed between two years, or two catalog folders",
    ),
    "formula": Text(
        "baca sebuah rumus, sebagaimana orang menuliskannya", "read a formula as people write it"
    ),
    "schema": Text("JSON Schema sebuah berkas atau jawaban", "the JSON Schema of a file or answer"),
    "rules": Text(
        "semua kode temuan, atau satu dengan alasan, contoh dan perbaikannya",
        "every code of a finding, or one with reason, example and cure",
    ),
    "vectors": Text("vektor kesesuaian sebagai JSON", "the conformance vectors as JSON"),
    "pages": Text(
        "halaman dokumentasi indikator lokal sebagai Markdown",
        "documentation pages of the local indicators as Markdown",
    ),
}

OPTIONS: Final[Mapping[str, Text]] = {
    "output_pages": Text("tulis ke folder ini", "write into this folder"),
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
    "bidang": Text("hanya bidang ini, misalnya POL", "only this field of work, such as POL"),
    "tingkat": Text(
        "hanya yang berlaku pada tingkat pemerintahan ini",
        "only those in use at this level of government",
    ),
    "tahun": Text("yang berlaku pada tahun ini", "what applies in this year"),
    "status": Text("hanya yang berkedudukan ini", "only entries of this standing"),
    "cari": Text(
        "kata-kata yang harus ada dalam nama, kode atau konsep",
        "words that must all occur in names, codes or concept",
    ),
    "kode": Text(
        "kode indikator, atau kode daftar lain seperti sipd:000603 dan kodref:09.01.003",
        "code of an indicator, or another list's code such as sipd:000603 or kodref:09.01.003",
    ),
    "kode_butir": Text("kode butir yang diterangkan", "code of the item to explain"),
    "wilayah": Text("hanya wilayah dengan kode ini", "only the region with this code"),
    "rencana": Text(
        "rencana (YAML, JSON, CSV, XLSX); beberapa rencana dibandingkan antardaerah; - membaca "
        "masukan standar",
        "plan (YAML, JSON, CSV, XLSX); several are compared across regions; - reads standard input",
    ),
    "tingkat_rencana": Text(
        "tingkat pemerintahan; tanpa ini wilayahnya yang menentukan",
        "level of government; without it the region decides",
    ),
    "wilayah_rencana": Text(
        "kode wilayah, bila rencana tidak menyebutnya; sekali untuk setiap PLAN",
        "code of the region, if the plan does not say it; once for each PLAN",
    ),
    "format_selaras": Text(
        "bentuk jawaban (bawaan: table, atau menurut akhiran nama berkas -o)",
        "form of the answer (default: table, or by the ending of the file of -o)",
    ),
    "tulis_jawaban": Text(
        "tulis jawaban ke berkas ini (json, csv, html)",
        "write the answer to this file (json, csv, html)",
    ),
    "usulkan": Text(
        "tulis rencana dengan kode terisi ke berkas ini (.yaml atau .csv); - menulisnya sebagai "
        "YAML ke keluaran standar, menggantikan jawaban",
        "write the plan with codes filled in to this file (.yaml or .csv); - writes it as YAML to "
        "standard output, in place of the answer",
    ),
    "tulis_halaman": Text(
        "tulis halaman ke berkas ini; - menulisnya ke keluaran standar",
        "write the page to this file; - writes it to standard output",
    ),
    "timpa_halaman": Text(
        "-o boleh menimpa berkas yang sudah ada", "-o may overwrite a file that exists"
    ),
    "timpa": Text(
        "--usulkan boleh menimpa berkas yang sudah ada",
        "--usulkan may overwrite a file that exists",
    ),
    "tahun_laporan": Text("hanya laporan tahun ini", "only reports of this year"),
    "laporan": Text(
        "laporan (YAML, JSON, CSV, XLSX); - membaca masukan standar",
        "report (YAML, JSON, CSV, XLSX); - reads standard input",
    ),
    "berkas": Text(
        "laporan, rencana, definisi, atau folder katalog; - membaca masukan standar",
        "report, plan, definition, or catalog folder; - reads standard input",
    ),
    "dari": Text("tahun atau folder katalog sebelumnya", "the year or catalog folder before"),
    "ke": Text("tahun atau folder katalog sesudahnya", "the year or catalog folder after"),
    "jenis": Text(
        "jenis berkas; tanpa ini isinya yang menentukan",
        "kind of file; without it the content decides",
    ),
    "garis-dasar": Text(
        "terima temuan yang tercatat dalam berkas ini; hanya yang baru dihitung",
        "accept the findings recorded in this file; only new ones count",
    ),
    "tulis-garis-dasar": Text(
        "catat semua temuan sekarang ke berkas ini, sehingga diterima",
        "record all present findings in this file, which accepts them",
    ),
    "konfigurasi": Text(
        "berkas konfigurasi; tanpa ini kesbang-iku.toml atau pyproject.toml terdekat",
        "configuration; without it the nearest kesbang-iku.toml or pyproject.toml",
    ),
    "tanpa-konfigurasi": Text(
        "semua temuan dihitung, apa pun konfigurasinya",
        "every finding counts, whatever the configuration says",
    ),
    "perbaiki": Text(
        "tunjukkan perbaikan yang tidak mengubah arti (YAML, JSON, CSV), lalu tanyakan",
        "show the repairs that change no meaning (YAML, JSON, CSV), then ask",
    ),
    "ya": Text(
        "dengan --perbaiki: tuliskan tanpa bertanya", "with --perbaiki: write without asking"
    ),
    "proses": Text(
        "banyaknya proses untuk memeriksa banyak berkas (bawaan: semua prosesor)",
        "number of processes to check many files with (default: all processors)",
    ),
    "kode_temuan": Text(
        "kode temuan, atau awalannya seperti IKU4",
        "code of a finding, or a prefix of codes such as IKU4",
    ),
    "format_temuan": Text(
        "bentuk jawaban (bawaan: table; text untuk satu kode)",
        "form of the answer (default: table; text for one code)",
    ),
    "rumus": Text(
        "rumus dengan lambang, kata-kata, atau dalam bahasa katalog; - membaca masukan standar",
        "formula in symbols, in words, or in the catalog's language; - reads standard input",
    ),
    "skema": Text(
        "nama skema; tanpa nama, semua nama ditampilkan",
        "name of the schema; without it all names are shown",
    ),
    "draft": Text(
        "edisi JSON Schema (bawaan: {default})", "edition of JSON Schema (default: {default})"
    ),
    "output": Text(
        "tulis sebagai berkas-berkas ke folder ini", "write files into this folder instead"
    ),
}

# --------------------------------------------------------------------------------- wrong commands

NEITHER_YEAR_NOR_FOLDER: Final = Text(
    "'{nilai}' bukan tahun dan bukan folder katalog; bandingkan dua tahun atau dua folder.",
    "'{nilai}' is neither a year nor a catalog folder; compare two years or two folders.",
)
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
UNKNOWN_RULE: Final = Text(
    "tidak ada temuan berkode '{kode}'. Lihat 'kesbang-iku rules'.",
    "no finding has the code '{kode}'. See 'kesbang-iku rules'.",
)
UNKNOWN_RULE_NEAR: Final = Text(
    "tidak ada temuan berkode '{kode}'. Barangkali maksudnya {dekat}.",
    "no finding has the code '{kode}'. Perhaps {dekat} is meant.",
)
BROKEN_SETTINGS: Final = Text(
    "{berkas} tidak dapat dipakai; tidak ada yang diperiksa.",
    "{berkas} cannot be used; nothing was checked.",
)
UNKNOWN_FIELD: Final = Text(
    "bidang '{bidang}' tidak ada. Bidang yang ada: {ada}.",
    "there is no field of work '{bidang}'. There are: {ada}.",
)
UNKNOWN_REGION: Final = Text(
    "wilayah '{wilayah}' tidak dikenal: {sebab}", "the region '{wilayah}' is not known: {sebab}"
)
NO_LEVEL: Final = Text(
    "tingkat pemerintahan tidak diketahui: sebutkan --tingkat, atau --wilayah dengan kodenya.",
    "the level of government is not known: give --tingkat, or --wilayah with its code.",
)
NOT_IN_FORCE: Final = Text(
    "{kode} tidak berlaku pada tahun {tahun}. Versinya: {versi}.",
    "{kode} does not apply in {tahun}. Its versions: {versi}.",
)
NO_SUCH_ITEM: Final = Text(
    "tidak ada butir {kode} yang cocok dalam {berkas}. Butir yang ada: {ada}.",
    "no item {kode} in {berkas} fits. Items there: {ada}.",
)
UNKNOWN_SCHEMA: Final = Text(
    "skema '{nama}' tidak ada. Skema yang ada: {ada}.",
    "there is no schema '{nama}'. There are: {ada}.",
)
NOTHING_LOCAL: Final = Text(
    "tidak ada indikator lokal; sebutkan foldernya dengan --katalog, atau pasang paketnya.",
    "there is no local indicator; name a folder with --katalog, or install a package.",
)
WRONG_EXAMPLE: Final = Text(
    "contoh dalam katalog tidak sesuai hitungan: {sebab}",
    "an example in the catalog is not what is computed: {sebab}",
)
NO_VECTORS: Final = Text(
    "vektor tidak ikut terpasang bersama paket ini.", "the package came without its vectors."
)
STANDARD_INPUT_TWICE: Final = Text(
    "masukan standar (-) hanya dapat dibaca sekali.", "standard input (-) can be read only once."
)
NO_STANDARD_INPUT: Final = Text("masukan standar tertutup.", "standard input is closed.")
REFUSED: Final = Text(
    "sistem menolak membaca atau menulis {apa}: {sebab}.",
    "the system refuses to read or write {apa}: {sebab}.",
)
UNREADABLE_INPUT: Final = Text(
    "masukan standar tidak dapat dibaca: {sebab}", "standard input cannot be read: {sebab}"
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
ALIGNING: Final = Text(
    "menyandingkan {selesai}/{semua} rencana", "aligning {selesai}/{semua} plans"
)
CHECKING: Final = Text(
    "memeriksa {berkas} [{garis}] {persen} %", "checking {berkas} [{garis}] {persen} %"
)
READING: Final = Text("membaca {selesai}/{semua} berkas", "reading {selesai}/{semua} files")
RESULT_COUNTS: Final = Text("{jumlah} hasil: {rincian}.", "{jumlah:result|results}: {rincian}.")
NO_RESULTS: Final = Text("Tidak ada hasil.", "No results.")
FINDING_COUNTS: Final = Text(
    "{galat} galat, {peringatan} peringatan, {info} info",
    "{galat:error|errors}, {peringatan:warning|warnings}, {info:info|infos}",
)
IN_FILES: Final = Text("{temuan} dalam {berkas} berkas", "{temuan} in {berkas:file|files}")
ACCEPTED: Final = Text(
    "{jumlah} diterima oleh garis dasar {berkas}", "{jumlah} accepted by the baseline {berkas}"
)
GONE: Final = Text(
    "{jumlah} entri garis dasar {berkas} tidak terjadi lagi",
    "{jumlah:entry|entries} of the baseline {berkas} no longer needed",
)
IGNORED: Final = Text("{jumlah} diabaikan menurut {berkas}", "{jumlah} ignored as {berkas} says")
NOT_JUDGED: Final = Text(
    "{jumlah} aturan tidak dapat menilai semuanya karena kurang data; sebabnya ada di --format "
    "json.",
    "{jumlah:rule|rules} could not judge everything for want of data; --format json says why.",
)
BASELINE_WRITTEN: Final = Text(
    "{jumlah} temuan dicatat dalam {berkas}.", "{jumlah:finding|findings} recorded in {berkas}."
)
DEFINITION_COUNT: Final = Text(
    "{jumlah} definisi dari {kode} indikator.",
    "{jumlah:definition|definitions} of {kode:indicator|indicators}.",
)
ADDED_CATALOG: Final = Text(
    "{jumlah} di antaranya lokal, dari {katalog}.", "{jumlah} of them local, from {katalog}."
)
LOCAL_MARK: Final = Text("lokal", "local")
NOTHING_FITS: Final = Text("Tidak ada definisi yang cocok.", "No definition fits.")

# ----------------------------------------------------------------------------- one definition

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

# -------------------------------------------------------------------------------------- plans

ALIGNMENT: Final[Mapping[str, Text]] = {
    "nama": Text("Indikator dalam rencana", "Indicator in the plan"),
    "padanan": Text("Padanan", "Counterpart"),
    "cara": Text("Cara", "By"),
    "keyakinan": Text("Yakin", "Sure"),
    "penyimpangan": Text("Penyimpangan", "Deviations"),
}
WAYS: Final[Mapping[str, Text]] = {
    "kode": Text("kode", "code"),
    "nama": Text("nama", "name"),
    "alias": Text("alias", "other name"),
    "mirip": Text("mirip", "likeness"),
    "lokal": Text("lokal", "local"),
    "tidak_ada": Text("tidak ada", "none"),
}
DEVIATIONS: Final[Mapping[str, Text]] = {
    "nama": Text("nama", "name"),
    "satuan": Text("satuan", "unit"),
    "rumus": Text("rumus", "formula"),
    "polaritas": Text("polaritas", "polarity"),
    "tingkat": Text("tingkat", "level"),
    "target": Text("target", "target"),
    "desimal": Text("desimal", "decimals"),
}
DEVIATION: Final = Text(
    "{jenis}: daerah '{milik_daerah}', standar '{milik_standar}'. {keterangan}",
    "{jenis}: region '{milik_daerah}', standard '{milik_standar}'. {keterangan}",
)
COMPARISON: Final[Mapping[str, Text]] = {
    "wilayah": Text("Wilayah", "Region"),
    "tingkat": Text("Tingkat", "Level"),
    "item": Text("Indikator", "Indicators"),
    "kode": Text("Kode", "Code"),
    "nama": Text("Nama", "Name"),
    "selaras": Text("Selaras", "In line"),
    "menyimpang": Text("Menyimpang", "Deviating"),
    "belum": Text("Belum", "Missing"),
    "lokal": Text("Lokal", "Local"),
    "tanpa_padanan": Text("Tanpa padanan", "No counterpart"),
}
COMPARISON_COUNTS: Final = Text(
    "{rencana} rencana, {indikator} indikator standar.",
    "{rencana:plan|plans}, {indikator:indicator|indicators} of the standard.",
)
NO_LEVEL_OF: Final = Text(
    "{berkas}: tingkat pemerintahan tidak diketahui, jadi tidak ikut dibandingkan. Sebut "
    "wilayahnya dalam rencana, dalam nama berkas, atau dengan --wilayah; atau pakai --tingkat.",
    "{berkas}: the level of government is not known, so it is left out. Say the region in the "
    "plan, in the file's name, or with --wilayah; or use --tingkat.",
)
REGIONS_COUNT: Final = Text(
    "--wilayah disebut {wilayah} kali untuk {rencana} PLAN; sebut sekali untuk masing-masing, "
    "dalam urutan yang sama.",
    "--wilayah is given {wilayah:time|times} for {rencana} PLAN; give it once for each, in the "
    "same order.",
)
NOT_TO_A_FILE: Final = Text(
    "Tabel ditampilkan di layar saja; untuk berkas pilih --format json, csv atau html.",
    "A table is for the screen only; for a file choose --format json, csv or html.",
)
FILE_WRITTEN: Final = Text("{berkas} ditulis.", "{berkas} written.")
OUTPUT_IS_INPUT: Final = Text(
    "{berkas} adalah laporan yang dibaca; tulis halamannya ke berkas lain.",
    "{berkas} is a report to be read; write the page to another file.",
)
NOTHING_TO_SHOW: Final = Text(
    "tidak ada hasil, jadi halaman tidak ditulis.", "there are no results, so no page is written."
)
NOT_REPORTS: Final[Mapping[str, Text]] = {
    "capaian": Text(
        "{berkas} adalah tabel capaian tanpa kode indikator, bukan laporan. Periksa hitungannya "
        "dengan 'kesbang-iku validate', atau beri kolom wilayah, tahun dan kode supaya menjadi "
        "laporan.",
        "{berkas} is a performance table without codes of indicators, no report. Check its "
        "arithmetic with 'kesbang-iku validate', or add the columns wilayah, tahun and kode to "
        "make it a report.",
    ),
    "rencana": Text(
        "{berkas} adalah rencana, bukan laporan. Sandingkan dengan standar memakai "
        "'kesbang-iku align'.",
        "{berkas} is a plan, no report. Hold it against the standard with 'kesbang-iku align'.",
    ),
    "katalog": Text(
        "{berkas} adalah definisi, bukan laporan. Periksa dengan 'kesbang-iku validate'.",
        "{berkas} is a definition, no report. Check it with 'kesbang-iku validate'.",
    ),
}
SUGGESTION_FOR_ONE: Final = Text(
    "--usulkan menulis satu rencana; yang diberikan {jumlah}.",
    "--usulkan writes one plan; {jumlah:was|were} given.",
)
NOT_OVERWRITTEN: Final = Text(
    "{berkas} sudah ada; pakai --timpa untuk menggantinya, atau nama lain.",
    "{berkas} exists; use --timpa to replace it, or another name.",
)
SUGGESTION_FORM: Final = Text(
    "--usulkan menulis .yaml atau .csv; {berkas} bukan keduanya.",
    "--usulkan writes .yaml or .csv; {berkas} is neither.",
)
SUGGESTION_LOSES: Final = Text(
    "{berkas}: sebagian isi rencana akan hilang dalam bentuk ini (butir yang tidak terbaca, atau "
    "'lokal' dalam CSV). Betulkan dulu yang tidak terbaca, atau pilih .yaml.",
    "{berkas}: a part of the plan would be lost in this form (items that could not be read, or "
    "'lokal' in CSV). Correct what cannot be read first, or choose .yaml.",
)
SUGGESTION_WRITTEN: Final = Text(
    "{berkas} ditulis: {kode} kode terisi, {ragu} indikator perlu dipilih.",
    "{berkas} written: {kode:code|codes} filled in, {ragu:indicator|indicators} to be decided.",
)
PERHAPS_CODES: Final = Text("barangkali {kode}", "perhaps {kode}")
NOT_CODES: Final = Text("bukan {kode}", "not {kode}")
ASKED_FOR: Final = Text(
    "Diarahkan pusat, belum ada dalam rencana: {kode}.",
    "Asked for by the centre, not in the plan: {kode}.",
)
NOT_ADOPTED: Final = Text(
    "Indikator standar lain untuk tingkat ini yang belum dipakai: {jumlah}.",
    "Other indicators of the standard for this level that are not used: {jumlah}.",
)
ALIGNMENT_COUNTS: Final = Text(
    "{item} indikator: {selaras} selaras, {menyimpang} menyimpang, {lokal} lokal, "
    "{tanpa_padanan} tanpa padanan.",
    "{item:indicator|indicators}: {selaras} aligned, {menyimpang} deviating, {lokal} local, "
    "{tanpa_padanan} without counterpart.",
)

# ------------------------------------------------------------------------------------- formulas

FORMULA: Final[Mapping[str, Text]] = {
    "rumus": Text("Rumus", "Formula"),
    "jenis": Text("Jenis", "Kind"),
    "kalimat": Text("Kalimat", "In words"),
    "latex": Text("LaTeX", "LaTeX"),
    "variabel": Text("Variabel", "Variables"),
}
IS_NUMBER: Final = Text("bilangan", "number")
IS_CONDITION: Final = Text("syarat (benar atau salah)", "condition (true or false)")
NO_VARIABLES: Final = Text("tidak ada", "none")

# -------------------------------------------------------------------------------------- findings

RULE: Final[Mapping[str, Text]] = {
    "tingkat": Text("Tingkat", "Level"),
    "judul": Text("Judul", "Title"),
    "pesan": Text("Pesan", "Message"),
    "saran": Text("Perbaikan", "Cure"),
    "rujukan": Text("Halaman", "Page"),
    "contoh": Text("Contoh", "Example"),
}

# -------------------------------------------------------------------------------------- vectors

FILES_WRITTEN: Final = Text(
    "{jumlah} berkas ditulis ke {folder}.", "{jumlah:file|files} written to {folder}."
)
