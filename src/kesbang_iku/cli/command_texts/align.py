"""What ``align`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 6
ABOUT: Final = Text(
    "indikator rencana disandingkan dengan standar",
    "hold the indicators of a plan against the standard",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "plans": Text(
        "rencana (YAML, JSON, CSV, XLSX); beberapa rencana dibandingkan antardaerah; - membaca "
        "masukan standar",
        "plan (YAML, JSON, CSV, XLSX); several are compared across regions; - reads standard input",
    ),
    "tingkat": Text(
        "tingkat pemerintahan; tanpa ini wilayahnya yang menentukan",
        "level of government; without it the region decides",
    ),
    "wilayah": Text(
        "kode wilayah, bila rencana tidak menyebutnya; sekali untuk setiap PLAN",
        "code of the region, if the plan does not say it; once for each PLAN",
    ),
    "format": Text(
        "bentuk jawaban (bawaan: table, atau menurut akhiran nama berkas -o)",
        "form of the answer (default: table, or by the ending of the file of -o)",
    ),
    "output": Text(
        "tulis jawaban ke berkas ini (json, csv, html)",
        "write the answer to this file (json, csv, html)",
    ),
    "usulkan": Text(
        "tulis rencana dengan kode terisi ke berkas ini (.yaml atau .csv); - menulisnya sebagai "
        "YAML ke keluaran standar, menggantikan jawaban",
        "write the plan with codes filled in to this file (.yaml or .csv); - writes it as YAML to "
        "standard output, in place of the answer",
    ),
    "timpa": Text(
        "--usulkan boleh menimpa berkas yang sudah ada",
        "--usulkan may overwrite a file that exists",
    ),
}

NO_LEVEL: Final = Text(
    "tingkat pemerintahan tidak diketahui: sebutkan --tingkat, atau --wilayah dengan kodenya.",
    "the level of government is not known: give --tingkat, or --wilayah with its code.",
)
ALIGNING: Final = Text(
    "menyandingkan {selesai}/{semua} rencana", "aligning {selesai}/{semua} plans"
)
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
SUGGESTION_FOR_ONE: Final = Text(
    "--usulkan menulis satu rencana; yang diberikan {jumlah}.",
    "--usulkan writes one plan; {jumlah:was|were} given.",
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
