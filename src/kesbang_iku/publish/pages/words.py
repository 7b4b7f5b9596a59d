"""What the generated pages call things, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.model.definition import Bounds, Years

STANDINGS: Final[Mapping[str, Text]] = {
    "resmi": Text("resmi", "official (resmi)"),
    "dilaporkan": Text("dilaporkan", "reported (dilaporkan)"),
    "turunan": Text("turunan", "derived (turunan)"),
    "usulan": Text("usulan", "proposed (usulan)"),
}

VOCABULARY: Final[Mapping[str, Text]] = {
    # level of government
    "nasional": Text("nasional", "nation"),
    "provinsi": Text("provinsi", "province"),
    "kabupaten": Text("kabupaten", "regency"),
    "kota": Text("kota", "city"),
    # kind of indicator
    "dampak": Text("dampak", "impact"),
    "hasil": Text("hasil", "outcome"),
    "keluaran": Text("keluaran", "output"),
    # access
    "umum": Text("umum", "public"),
    "terbatas": Text("terbatas", "restricted"),
    # polarity
    "maksimalkan": Text("makin tinggi makin baik", "higher is better"),
    "minimalkan": Text("makin rendah makin baik", "lower is better"),
    "stabilkan": Text("makin dekat target makin baik", "closer to the target is better"),
    # frequency
    "tahunan": Text("tahunan", "yearly"),
    "dua_tahunan": Text("dua tahunan", "every two years"),
    "semesteran": Text("semesteran", "every half-year"),
    "caturwulanan": Text("caturwulanan", "every four months"),
    "triwulanan": Text("triwulanan", "quarterly"),
    "per_pemilu": Text("setiap pemilu", "each election"),
    "tidak_diketahui": Text("tidak diketahui", "not known"),
    # kind of variable
    "cacah": Text("cacah", "count"),
    "nilai": Text("nilai", "score"),
    "uang": Text("uang", "money"),
    "rilis": Text("nilai rilis", "released value"),
    # how a variable adds up
    "jumlah": Text("dijumlahkan", "summed"),
    "rata_rata": Text("dirata-ratakan", "averaged"),
    "terakhir": Text("yang terakhir", "the last one"),
    "maks": Text("yang terbesar", "the largest"),
    "tidak": Text("tidak dapat digabung", "cannot be combined"),
    # composites
    "aritmetika": Text("rata-rata tertimbang", "weighted mean"),
    "geometrik": Text("rata-rata geometrik", "geometric mean"),
    # basis of an achievement
    "nilai_terbit": Text("nilai terbit (sudah dibulatkan)", "the published (rounded) value"),
    "nilai_eksak": Text("nilai eksak", "the exact value"),
    # use of a scale
    "capaian": Text("capaian", "achievements"),
    # state of a regulation
    "berlaku": Text("berlaku", "in force"),
    "diubah": Text("diubah", "amended"),
    "diganti": Text("diganti", "replaced"),
    "dicabut": Text("dicabut", "repealed"),
    # levels of findings
    "galat": Text("galat", "error (galat)"),
    "peringatan": Text("peringatan", "warning (peringatan)"),
    "info": Text("info", "info"),
}

DIRECTIONS: Final[Mapping[str, Text]] = {
    "maksimalkan": Text("↑ naik", "↑ up"),
    "minimalkan": Text("↓ turun", "↓ down"),
    "stabilkan": Text("→ tetap", "→ steady"),
}
"""Which way values should go, in one word, for long lists."""

WORDS: Final[Mapping[str, Text]] = {
    "arti_resmi": Text("Dicetak oleh badan yang memilikinya.", "Printed by the body that owns it."),
    "arti_dilaporkan": Text(
        "Terlihat di sumber kedua, misalnya berita atau dokumen daerah.",
        "Seen in a secondary source, such as the press or a regional document.",
    ),
    "arti_turunan": Text(
        "Diturunkan di sini dari angka terbit; penurunannya disebut.",
        "Derived here from published numbers; the derivation is given.",
    ),
    "arti_usulan": Text(
        "Diusulkan di sini karena tidak ada teks resmi.",
        "Proposed here for want of an official text.",
    ),
    "dilihat": Text("dilihat", "seen"),
    "untuk": Text("Mendasari", "Supports"),
    "belum_bertautan": Text("belum bertautan", "no link yet"),
    "alias": Text("Nama lain", "Other names"),
    "alasan": Text("Alasan", "Reason"),
    "akses": Text("Akses", "Access"),
    "arah": Text("Polaritas", "Polarity"),
    "aturan": Text("Aturan antarvariabel", "Rules between variables"),
    "artinya": Text("Dengan kata-kata", "In words"),
    "atas": Text("atas", "cap"),
    "batas": Text("Batas", "Limits"),
    "batas_bawah": Text("bawah", "floor"),
    "berkas": Text("Berkas definisi", "The definition file"),
    "berkas_yaml": Text("Lihat YAML", "Show the YAML"),
    "berlaku": Text("Tahun berlaku", "Years in force"),
    "bidang": Text("Bidang", "Field"),
    "bobot": Text("Bobot", "Weight"),
    "bobot_seluruhnya": Text("Bobot pada seluruhnya", "Weight in the whole"),
    "buku": Text(
        "Halaman ini ditulis dari katalog setiap kali dokumentasi dibangun.",
        "This page is written from the catalog whenever the documentation is built. Texts of "
        "definitions are in Indonesian, as in the standard.",
    ),
    "bahasa": Text("", "Texts of the definition are in Indonesian, as in the standard."),
    "capaian": Text("Capaian", "Achievement"),
    "catatan": Text("Catatan dan yang tidak diketahui", "Notes and what is not known"),
    "catatan_pendek": Text("Catatan", "Note"),
    "ciri": Text("Ciri", "Properties"),
    "contoh": Text("Contoh terhitung", "Worked examples"),
    "contoh_pengantar": Text(
        "Setiap contoh dihitung ulang saat halaman ini dibangun dan diuji bersama katalog.",
        "Every example is computed anew when this page is built, and tested with the catalog.",
    ),
    "dasar": Text("Dihitung dari", "Computed from"),
    "data_asal": Text("Sumber data", "Source of data"),
    "definisi": Text("Definisi", "Definition"),
    "desimal": Text("Desimal", "Decimals"),
    "diambil": Text("Yang diambil", "Taken instead"),
    "diestimasi": Text("Nilai tersedia pada", "Values exist for"),
    "dimensi": Text("Dimensi", "Dimension"),
    "frekuensi": Text("Frekuensi", "Frequency"),
    "halaman_indikator": Text("Halaman indikatornya", "The page of the indicator"),
    "indikator": Text("Indikator", "Indicator"),
    "interpretasi": Text("Cara membaca", "How to read it"),
    "isian": Text("Isi", "Content"),
    "jenis": Text("Jenis", "Kind"),
    "kabkota": Text("kabupaten/kota", "regency/city"),
    "kalkulator": Text("Kalkulator", "Calculator"),
    "kategori": Text("Kategori nilai", "Categories of the value"),
    "kedudukan": Text("Kedudukan", "Standing"),
    "kelas": Text("Kelas", "Class"),
    "keterangan": Text("Keterangan", "Entry"),
    "kode": Text("Kode", "Code"),
    "kode_lain": Text("Kode dalam daftar lain", "Codes in other lists"),
    "komponen": Text("Komponen", "Components"),
    "konsep": Text("Konsep", "Concept"),
    "koreksi": Text("Koreksi atas cetakan resmi", "Corrections of official prints"),
    "kumulatif": Text("Kumulatif antarperiode", "Adds up over periods"),
    "metode": Text("Metode capaian", "Achievement method"),
    "nama": Text("Nama", "Name"),
    "nama_inggris": Text("Nama dalam bahasa Inggris", "Name in English"),
    "nilai": Text("Nilai", "Value"),
    "nilai_terbit": Text("Nilai terbit", "Published values"),
    "pengertian": Text("Pengertian", "Meaning"),
    "penggabungan": Text("Penggabungan", "Combining"),
    "pemilik": Text("Pemilik", "Owner"),
    "koordinator": Text("Koordinator", "Coordinator"),
    "pelaksana_ukur": Text("Pelaksana pengukuran", "Measured by"),
    "pesan": Text("Pesan", "Message"),
    "predikat": Text("Skala predikat capaian", "Scale of the achievement"),
    "program": Text("Program", "Programme"),
    "rentang": Text("Rentang", "Range"),
    "riwayat": Text("Riwayat entri", "History of the entry"),
    "rumus": Text("Rumus", "Formula"),
    "rumus_teks": Text("Dalam bahasa rumus", "In the formula language"),
    "sama": Text("sama", "equal"),
    "saran": Text("Perbaikan", "Cure"),
    "sasaran": Text("Sasaran nasional", "National targets"),
    "satuan": Text("Satuan", "Unit"),
    "sebuah_variabel": Text("variabel", "variable"),
    "sebanding": Text("sebanding", "comparable"),
    "singkatan": Text("Singkatan", "Abbreviation"),
    "lokal": Text("lokal", "local"),
    "tema_lokal": Text("tema", "theme:"),
    "mendukung": Text("mendukung", "supports"),
    "sidik": Text("Sidik definisi", "Fingerprint of the definition"),
    "skala": Text("Skala", "Scale"),
    "sumber": Text("Sumber", "Sources"),
    "tafsir": Text("Bacaan pustaka ini", "How this library reads it"),
    "tahun": Text("Tahun", "Year"),
    "tak_sebanding": Text("tidak sebanding", "not comparable"),
    "tak_terdefinisi": Text("Bila tidak terdefinisi", "Where it is undefined"),
    "target": Text("Target", "Target"),
    "realisasi": Text("Realisasi", "Realised"),
    "temuan": Text("Yang ditemukan", "What is found"),
    "tema": Text("Tema", "Themes"),
    "tercetak": Text("Tercetak", "Printed"),
    "cacat": Text("Cacat", "Defect"),
    "tingkat": Text("Berlaku untuk", "Used by"),
    "tingkat_temuan": Text("Tingkat", "Level"),
    "variabel": Text("Variabel", "Variables"),
    "varian": Text("Definisi lain yang beredar", "Other definitions in circulation"),
    "versi": Text("Versi", "Version"),
    "waktu": Text("antarperiode", "over periods"),
    "wilayah": Text("Wilayah", "Region"),
    "antarwilayah": Text("antarwilayah", "across regions"),
    "ya": Text("ya", "yes"),
    "tidak": Text("tidak", "no"),
    "tidak_diketahui": Text("tidak diketahui", "not known"),
    "katalog": Text("Katalog indikator", "Catalog of indicators"),
}

KEYS: Final[Mapping[str, Text]] = {
    "agregasi": Text("penggabungan", "combining"),
    "alias": Text("nama lain", "other names"),
    "aturan": Text("aturan antarvariabel", "rules between variables"),
    "batas": Text("batas", "limits"),
    "berlaku": Text("tahun berlaku", "years in force"),
    "bobot": Text("bobot", "weights"),
    "capaian": Text("metode capaian", "achievement method"),
    "catatan": Text("catatan", "notes"),
    "contoh": Text("contoh terhitung", "worked examples"),
    "dasar": Text("dasar perhitungan", "what is computed from"),
    "definisi": Text("definisi", "definition"),
    "deret": Text("nilai terbit", "published values"),
    "desimal": Text("desimal", "decimals"),
    "frekuensi": Text("frekuensi", "frequency"),
    "interpretasi": Text("cara membaca", "how to read it"),
    "jenis": Text("jenis", "kind"),
    "jika_tak_terdefinisi": Text("bila tidak terdefinisi", "where it is undefined"),
    "kategori": Text("kategori nilai", "categories of the value"),
    "kebijakan": Text("kebijakan", "policies"),
    "kegiatan": Text("kegiatan", "activity"),
    "kelas": Text("kelas", "classes"),
    "keterbandingan": Text("keterbandingan", "comparability"),
    "klasifikasi": Text("klasifikasi", "classification"),
    "kode": Text("kode", "code"),
    "komponen": Text("komponen", "components"),
    "konsep": Text("konsep", "concept"),
    "nilai_terbit": Text("nilai terbit", "published values"),
    "singkatan": Text("singkatan", "abbreviation"),
    "koreksi": Text("koreksi", "corrections"),
    "kumulatif": Text("kumulatif antarperiode", "adding up over periods"),
    "nama": Text("nama", "name"),
    "koordinator": Text("koordinator", "coordinator"),
    "pelaksana_ukur": Text("pelaksana pengukuran", "measured by"),
    "pemilik": Text("pemilik", "owner"),
    "polaritas": Text("polaritas", "polarity"),
    "predikat": Text("predikat", "grades of achievement"),
    "program": Text("program", "programme"),
    "publikasi": Text("publikasi", "publication"),
    "rentang": Text("rentang", "range"),
    "rilis": Text("nilai rilis", "released value"),
    "rujukan": Text("rujukan", "references"),
    "rumus": Text("rumus", "formula"),
    "sasaran_nasional": Text("sasaran nasional", "national targets"),
    "satuan": Text("satuan", "unit"),
    "sumber": Text("sumber", "sources"),
    "tafsir": Text("tafsir", "interpretation"),
    "tingkat": Text("tingkat pemerintahan", "levels of government"),
    "variabel": Text("variabel", "variables"),
    "varian": Text("definisi lain", "other definitions"),
    "versi": Text("versi", "version"),
}
"""What the keys of an entry are called in a sentence."""


def bounds_text(bounds: Bounds, language: Language) -> str:
    """Return bounds for people; an empty text where there are none."""
    low = "" if bounds.min is None else format_number(bounds.min, language)
    high = "" if bounds.maks is None else format_number(bounds.maks, language)
    if low and high:
        return f"{low} – {high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def years_text(years: Years, language: Language) -> str:
    """Return the years in which a version applies, for people."""
    since, until = years.mulai, years.selesai
    if since is None and until is None:
        return "tanpa batas tahun" if language == "id" else "no limit of years"
    if until is None:
        return f"sejak {since}" if language == "id" else f"since {since}"
    if since is None:
        return f"sampai {until}" if language == "id" else f"until {until}"
    return f"{since}–{until}"
