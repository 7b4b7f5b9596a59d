"""What can be wrong with a region's code."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import FindingKind, Level, Text

NO_SUGGESTION: Final = Text(
    "Pakai kode Kemendagri bertitik, misalnya 62 atau 62.71.",
    "Use the dotted Kemendagri code, such as 62 or 62.71.",
)
"""Stands in a hint when no region comes near what was written."""

UNKNOWN_REGION: Final = FindingKind(
    "IKU300",
    Level.GALAT,
    Text("Wilayah tidak dikenal", "Unknown region"),
    Text(
        "Tidak ada wilayah dengan kode '{kode}' menurut Kemendagri.",
        "The Ministry of Home Affairs has no region with the code '{kode}'.",
    ),
    Text("{usul}", "{usul_en}"),
    Text(
        "Angka yang tidak jelas wilayahnya tidak dapat dibandingkan maupun dijumlahkan.",
        "A figure of no known region can neither be compared nor added up.",
    ),
)
AMBIGUOUS_SYSTEM: Final = FindingKind(
    "IKU301",
    Level.GALAT,
    Text("Kode wilayah bermakna ganda", "Ambiguous region code"),
    Text(
        "Kode '{kode}' bermakna ganda: menurut Kemendagri {kemendagri}, menurut BPS {bps}.",
        "The code '{kode}' has two meanings: to Kemendagri {kemendagri_en}, to BPS {bps_en}.",
    ),
    Text(
        "Nyatakan sistem kodenya, 'kemendagri' atau 'bps'; yang diminta kode Kemendagri.",
        "Say which system the code is of, 'kemendagri' or 'bps'; what is asked for is Kemendagri.",
    ),
    Text(
        "Di Papua dan Aceh, angka yang sama berarti wilayah lain dalam kode BPS. Menebak salah "
        "satu akan memindahkan angka ke daerah lain tanpa tanda apa pun.",
        "In Papua and Aceh the same digits mean another region in the codes of the statistics "
        "office. Guessing would move a figure to another region without a trace.",
    ),
)
DAMAGED_CODE: Final = FindingKind(
    "IKU302",
    Level.GALAT,
    Text("Kode wilayah rusak", "Damaged region code"),
    Text(
        "'{kode}' tampak seperti kode wilayah yang diubah menjadi angka oleh program lembar kerja.",
        "'{kode}' looks like a region code that a spreadsheet program turned into a number.",
    ),
    Text(
        "Tulis kodenya sebagai teks. {usul}",
        "Write the code as text. {usul_en}",
    ),
    Text(
        "Lembar kerja membaca 11.10 sebagai bilangan dan menyimpannya sebagai 11.1 atau 11,1; dua "
        "kode lalu tidak dapat dibedakan.",
        "A spreadsheet reads 11.10 as a number and keeps it as 11.1 or 11,1; two codes can then no "
        "longer be told apart.",
    ),
)
NORMALISED_CODE: Final = FindingKind(
    "IKU303",
    Level.INFO,
    Text("Bentuk kode wilayah disesuaikan", "Region code put into its usual form"),
    Text(
        "Kode '{kode}' dibaca sebagai {baku} ({nama}).",
        "The code '{kode}' is read as {baku} ({nama}).",
    ),
    Text("Tulis '{baku}'.", "Write '{baku}'."),
    Text(
        "Kode yang sama ditulis dengan dan tanpa titik, atau dengan 00 di belakang kode provinsi; "
        "satu bentuk menghindarkan baris ganda.",
        "The same code is written with and without a dot, or with 00 behind a province's code; one "
        "form avoids double rows.",
    ),
)
TOO_FINE: Final = FindingKind(
    "IKU304",
    Level.GALAT,
    Text("Wilayah di bawah kabupaten/kota", "Region below kabupaten and kota"),
    Text(
        "Kode '{kode}' menunjuk kecamatan atau desa, bukan kabupaten/kota.",
        "The code '{kode}' is that of a kecamatan or village, not of a kabupaten or kota.",
    ),
    Text("{usul}", "{usul_en}"),
    Text(
        "Indikator berlaku untuk negara, provinsi, kabupaten, dan kota.",
        "Indicators apply to the nation, provinces, kabupaten and kota.",
    ),
)
NAME_FOR_CODE: Final = FindingKind(
    "IKU305",
    Level.GALAT,
    Text("Nama wilayah sebagai ganti kode", "Region's name instead of its code"),
    Text(
        "'{kode}' bukan kode wilayah.",
        "'{kode}' is not the code of a region.",
    ),
    Text("{usul}", "{usul_en}"),
    Text(
        "Nama wilayah tidak tunggal: Bogor adalah kabupaten dan juga kota.",
        "Names of regions are not unique: Bogor is a kabupaten and also a kota.",
    ),
)
UNKNOWN_BPS_CODE: Final = FindingKind(
    "IKU306",
    Level.GALAT,
    Text("Padanan kode BPS tidak diketahui", "BPS code without a known counterpart"),
    Text(
        "Padanan Kemendagri bagi kode BPS '{kode}' tidak diketahui.",
        "The Kemendagri counterpart of the BPS code '{kode}' is not known.",
    ),
    Text("Tulis kode Kemendagri bertitik.", "Write the dotted Kemendagri code."),
    Text(
        "Kode BPS hanya dipadankan bila ada dokumen yang menyatakannya.",
        "BPS codes are matched only where a document says so.",
    ),
)

KINDS: Final[tuple[FindingKind, ...]] = (
    UNKNOWN_REGION,
    AMBIGUOUS_SYSTEM,
    DAMAGED_CODE,
    NORMALISED_CODE,
    TOO_FINE,
    NAME_FOR_CODE,
    UNKNOWN_BPS_CODE,
)
