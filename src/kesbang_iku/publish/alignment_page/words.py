"""What the pages of the alignment say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Text
from kesbang_iku.publish.frame.pieces import State

STATES: Final[Mapping[str, State]] = {
    state.key: state
    for state in (
        State("selaras", "✓", Text("Selaras", "In line")),
        State("menyimpang", "≠", Text("Menyimpang", "Deviating")),
        State("belum", "–", Text("Belum dipakai", "Missing")),
        State("diarahkan", "!", Text("Diarahkan, belum dipakai", "Asked for, missing")),
        State("tidak_berlaku", "·", Text("Tidak untuk tingkat ini", "Not for this level")),
        State("lokal", "◇", Text("Lokal", "Local")),
        State("tanpa_padanan", "?", Text("Tanpa padanan", "Without counterpart")),
    )
}

DEVIATIONS: Final[Mapping[str, Text]] = {
    "nama": Text("Nama", "Name"),
    "satuan": Text("Satuan", "Unit"),
    "rumus": Text("Rumus", "Formula"),
    "polaritas": Text("Polaritas", "Polarity"),
    "tingkat": Text("Tingkat", "Level"),
    "target": Text("Target", "Target"),
    "desimal": Text("Desimal", "Decimals"),
}
CURES: Final[Mapping[str, Text]] = {
    "nama": Text(
        "Bila yang diukur sama, tulis nama baku; bila lain, nyatakan sebagai indikator lokal.",
        "If the same is measured, write the standard's name; else declare a local indicator.",
    ),
    "satuan": Text(
        "Pakai satuan standar; bila yang dihitung lain, nyatakan sebagai indikator lokal.",
        "Use the standard's unit; if something else is counted, declare a local indicator.",
    ),
    "rumus": Text(
        "Pakai rumus standar; bila yang diukur memang lain, nyatakan sebagai indikator lokal.",
        "Use the standard's formula; if something else is measured, declare a local indicator.",
    ),
    "polaritas": Text("Ganti polaritasnya.", "Replace the polarity."),
    "tingkat": Text(
        "Pilih indikator yang nilainya ada pada tingkat ini, atau sebutkan siapa yang "
        "menghitungnya.",
        "Choose an indicator that has a value at this level, or say who computes it.",
    ),
    "target": Text("Periksa dan tetapkan ulang targetnya.", "Check the targets and set them anew."),
    "desimal": Text(
        "Bulatkan target ke jumlah desimal standar.",
        "Round the targets to the decimals of the standard.",
    ),
}
WAYS: Final[Mapping[str, Text]] = {
    "kode": Text("menurut kodenya", "by its code"),
    "nama": Text("menurut namanya", "by its name"),
    "alias": Text("menurut nama lain yang tercatat", "by another name on record"),
    "mirip": Text("menurut kemiripan nama", "by likeness of names"),
    "lokal": Text("dinyatakan lokal", "declared local"),
    "tidak_ada": Text("tidak ada padanan", "no counterpart"),
}
WORDS: Final[Mapping[str, Text]] = {
    "judul": Text("Penyelarasan rencana", "Alignment of a plan"),
    "judul_banding": Text("Penyelarasan rencana antardaerah", "Alignment of plans across regions"),
    "wilayah": Text("Wilayah", "Region"),
    "tingkat": Text("Tingkat", "Level"),
    "berkas": Text("Berkas", "File"),
    "tahun_rencana": Text("Tahun rencana", "Years of the plan"),
    "tidak_diketahui": Text("tidak diketahui", "not known"),
    "ringkasan": Text("Ringkasan", "Summary"),
    "cakupan": Text("Cakupan menurut program", "Coverage by programme"),
    "padanan": Text("Indikator yang berpadanan", "Indicators with a counterpart"),
    "lokal": Text("Indikator lokal", "Local indicators"),
    "tanpa_padanan": Text("Indikator tanpa padanan", "Indicators without counterpart"),
    "belum": Text("Indikator standar yang belum dipakai", "Indicators of the standard not used"),
    "temuan": Text("Temuan dalam rencana", "Findings in the plan"),
    "program": Text("Program", "Programme"),
    "indikator": Text("Indikator", "Indicator"),
    "kode": Text("Kode", "Code"),
    "hal": Text("Hal", "What"),
    "milik_daerah": Text("Rencana daerah", "The region's plan"),
    "milik_standar": Text("Standar", "The standard"),
    "tindakan": Text("Sebab dan tindakan", "Why, and what to do"),
    "yakin": Text("keyakinan {keyakinan}", "confidence {keyakinan}"),
    "tema": Text("Tema", "Theme"),
    "tema_dugaan": Text("Dugaan tema", "Theme, as a guess"),
    "mendukung": Text("Mendukung", "Supports"),
    "kandidat": Text("Barangkali yang dimaksud", "What may be meant"),
    "alasan": Text("Alasan", "Reason"),
    "keyakinan": Text("Keyakinan", "Confidence"),
    "tidak_ada_kandidat": Text("tidak ada yang mirip", "nothing is alike"),
    "nama_baku": Text("Nama baku", "Name to write"),
    "satuan": Text("Satuan", "Unit"),
    "rumus": Text("Rumus", "Formula"),
    "arah": Text("Polaritas", "Polarity"),
    "berlaku": Text("Berlaku untuk", "Used by"),
    "diestimasi": Text("Nilai tersedia pada", "Values exist for"),
    "sumber": Text("Sumber", "Source"),
    "sasaran": Text("Sasaran nasional", "National target"),
    "kedudukan": Text("Kedudukan", "Standing"),
    "selengkapnya": Text("Teks siap pakai dan sumbernya", "Text ready for use, and its source"),
    "siap": Text("Siap disalin ke rencana (YAML)", "Ready to copy into the plan (YAML)"),
    "jumlah": Text("Jumlah", "Count"),
    "jenis": Text("Yang menyimpang", "What deviates"),
    "bagian": Text("Bagian rencana menurut keadaan", "Share of the plans in each state"),
}
SENTENCES: Final[Mapping[str, Text]] = {
    "kedudukan": Text(
        "Halaman ini himpunan, bukan ketetapan: standarnya disusun dari bahan yang diterbitkan, "
        "dan yang memutuskan isi rencana tetap daerah dan pembina urusannya. Kedudukan setiap "
        "entri disebut: resmi, dilaporkan, turunan, atau usulan.",
        "This page is a compilation, not a decree: the standard is put together from published "
        "material, and what a plan says is decided by the region and by those who supervise it. "
        "The standing of each entry is given: official (resmi), reported (dilaporkan), derived "
        "(turunan) or proposed (usulan).",
    ),
    "asal": Text(
        "Katalog yang sama dan rencana yang sama menghasilkan halaman yang sama.",
        "The same catalog and the same plan give the same page.",
    ),
    "ringkasan": Text(
        "Rencana ini memuat {item} indikator. {berpadanan} berpadanan dengan indikator standar: "
        "{selaras} selaras dan {menyimpang} menyimpang. {lokal} dinyatakan lokal dan "
        "{tanpa_padanan} tanpa padanan.",
        "The plan has {item:indicator|indicators}. {berpadanan:has|have} a counterpart in the "
        "standard: {selaras} in line and {menyimpang} deviating. {lokal:is|are} declared local and "
        "{tanpa_padanan:has|have} no counterpart.",
    ),
    "wajib": Text(
        "Diarahkan pemerintah pusat tetapi belum ada dalam rencana: {kode}.",
        "Asked for by the central government but not in the plan: {kode}.",
    ),
    "wajib_ada": Text(
        "Semua indikator yang diarahkan pemerintah pusat ada dalam rencana.",
        "All indicators that the central government asks for are in the plan.",
    ),
    "cakupan": Text(
        "Indikator hasil dan dampak standar untuk tingkat ini, menurut program urusan 8.01; dari "
        "keluaran sub kegiatan hanya yang dipakai rencana.",
        "The standard's indicators of outcome and impact for this level, by the programmes of "
        "field 8.01; of outputs of sub-activities only those that the plan uses.",
    ),
    "padanan": Text(
        "Setiap indikator rencana dengan padanannya, dan di mana keduanya berbeda.",
        "Each indicator of the plan with its counterpart, and where the two differ.",
    ),
    "penyimpangan": Text("Yang berbeda dari {kode}", "Where it differs from {kode}"),
    "tak_menyimpang": Text("Tidak ada penyimpangan yang ditemukan.", "No deviation was found."),
    "lokal": Text(
        "Daerah boleh mempunyai indikatornya sendiri. Yang penting jelas tema dan indikator "
        "nasional yang didukungnya.",
        "A region may have indicators of its own. What matters is a clear theme, and which "
        "national indicator it supports.",
    ),
    "tanpa_padanan": Text(
        "Pilih satu: pakai kode salah satu calon, nyatakan sebagai indikator lokal dengan tema "
        "(lokal: {tema: …}), atau keluarkan dari daftar IKU.",
        "Choose one: use the code of a candidate, declare it a local indicator with a theme "
        "(lokal: {tema: …}), or take it off the list of key indicators.",
    ),
    "belum": Text(
        "Teks siap pakai. Yang diarahkan pemerintah pusat berdiri di depan; yang lain pilihan "
        "daerah.",
        "Text ready for use. Those that the central government asks for come first; the others "
        "are for the region to choose.",
    ),
    "temuan": Text(
        "Apa yang ditemukan saat membaca rencana, dengan tempatnya.",
        "What was found while reading the plan, and where.",
    ),
    "dirilis": Text(
        "Nilai dirilis pemiliknya; rumusnya tidak diterbitkan.",
        "The value is released by its owner; no formula is published.",
    ),
    "banding": Text(
        "{rencana} rencana dari {provinsi} provinsi terhadap {indikator} indikator hasil dan "
        "dampak standar. Dari {sel} pasangan rencana dan indikator: {selaras} selaras, "
        "{menyimpang} menyimpang, {belum} belum dipakai.",
        "{rencana:plan|plans} of {provinsi:province|provinces} against "
        "{indikator:indicator|indicators} of outcome and impact. Of {sel:pair|pairs} of a plan and "
        "an indicator, {selaras:is|are} in line, {menyimpang:deviates|deviate} and "
        "{belum:is|are} missing.",
    ),
    "menurut_indikator": Text(
        "Berapa rencana memakai setiap indikator. Tanda ! menandai yang diarahkan pemerintah "
        "pusat.",
        "How many plans use each indicator. The sign ! marks those that the central government "
        "asks for.",
    ),
    "matriks": Text(
        "Satu baris setiap rencana, menurut provinsi; satu kolom setiap indikator.",
        "A row for each plan, by province; a column for each indicator.",
    ),
}
HEADINGS: Final[Mapping[str, Text]] = {
    "menurut_indikator": Text("Menurut indikator", "By indicator"),
    "penyimpangan": Text("Penyimpangan yang paling sering", "The most frequent deviations"),
    "matriks": Text("Matriks wilayah dan indikator", "Regions and indicators"),
    "tanpa_provinsi": Text("Wilayah tidak diketahui", "Region not known"),
    "arti_tanda": Text("Arti tanda", "What the signs mean"),
    "indikator_diarahkan": Text("Diarahkan pemerintah pusat", "Asked for by the centre"),
}

COUNTED: Final = Text("Indikator menurut keadaannya", "Indicators by their state")


def closing(language: Language) -> tuple[str, ...]:
    """Return what a page of the alignment says about itself at its end."""
    return tuple(SENTENCES[key].plain(language) for key in ("kedudukan", "asal"))
