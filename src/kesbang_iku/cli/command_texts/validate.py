"""What ``validate`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 5
ABOUT: Final = Text(
    "periksa laporan, rencana dan berkas katalog",
    "check reports, plans and catalog files",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "files": Text(
        "laporan, rencana, definisi, atau folder katalog; - membaca masukan standar",
        "report, plan, definition, or catalog folder; - reads standard input",
    ),
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
}

BROKEN_SETTINGS: Final = Text(
    "{berkas} tidak dapat dipakai; tidak ada yang diperiksa.",
    "{berkas} cannot be used; nothing was checked.",
)
CHECKING: Final = Text(
    "memeriksa {berkas} [{garis}] {persen} %", "checking {berkas} [{garis}] {persen} %"
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
NOT_STANDARD_INPUT: Final = Text(
    "masukan standar (-) tidak dapat diperbaiki di tempat; berikan nama berkasnya.",
    "standard input (-) cannot be repaired in place; give the name of the file.",
)
NOTHING_TO_CONFIRM: Final = Text(
    "--ya hanya berarti bersama --perbaiki.", "--ya means something only with --perbaiki."
)
REPAIR_COUNT: Final = Text(
    "{jumlah} perbaikan dalam {berkas} berkas: {kode}",
    "{jumlah:repair|repairs} in {berkas:file|files}: {kode}",
)
NOTHING_TO_REPAIR: Final = Text("Tidak ada yang dapat diperbaiki.", "There is nothing to repair.")
QUESTION: Final = Text("Tulis perubahan ini? [y/t] ", "Write these changes? [y/n] ")
UNCHANGED: Final = Text("Tidak ada berkas yang diubah.", "No file was changed.")
HOW_TO_WRITE: Final = Text(
    "Tidak ada berkas yang diubah; tambahkan --ya untuk menuliskannya.",
    "No file was changed; add --ya to write the changes.",
)
REPAIRED: Final = Text("Diperbaiki: {berkas}", "Repaired: {berkas}")
NOT_REPAIRED: Final = Text("{berkas}: {alasan}.", "{berkas}: {alasan}.")
WORKBOOK_NOT_EDITED: Final = Text(
    "{berkas}: buku kerja tidak disunting dari sini; ketik sendiri {isi}.",
    "{berkas}: workbooks are not edited from here; type yourself {isi}.",
)
FOLDER_NOT_EDITED: Final = Text(
    "{berkas}: folder katalog tidak disunting; sebutkan berkas di dalamnya.",
    "{berkas}: catalog folders are not edited; name the files in them.",
)
TO_TYPE: Final = Text("'{isi}' di sel {sel}", "'{isi}' in cell {sel}")
