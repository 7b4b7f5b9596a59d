"""What the scorecard page says, in both languages, and the states it tells apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Text
from kesbang_iku.indicator.computed_item import Origin
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.publish.frame.pieces import State

STATES: Final[Mapping[str, State]] = {
    state.key: state
    for state in (
        State("tercapai", "✓", Text("Target tercapai", "Target reached")),
        State("tak_tercapai", "✗", Text("Target belum tercapai", "Target not reached")),
        State("tak_terputus", "?", Text("Target tidak dapat dinilai", "Target cannot be judged")),
        State("tanpa_target", "○", Text("Bernilai, tanpa target", "A value without target")),
        State("tanpa_nilai", "–", Text("Tanpa nilai", "No value")),
    )
}
ORIGINS: Final[Mapping[Origin, Text]] = {
    Origin.COMPUTED: Text("dihitung", "computed"),
    Origin.RELEASED: Text("nilai rilis", "released value"),
    Origin.PRINTED: Text("seperti tercetak", "as printed"),
}
PERIODS: Final[Mapping[str, Text]] = {
    "tahunan": Text("setahun", "whole year"),
    "semester": Text("semester", "half-year"),
    "triwulan": Text("triwulan", "quarter"),
    "caturwulan": Text("caturwulan", "four months"),
    "bulan": Text("bulan", "month"),
}
WORDS: Final[Mapping[str, Text]] = {
    "judul": Text("Capaian indikator kinerja", "Scorecard of performance indicators"),
    "wilayah": Text("Wilayah", "Region"),
    "menurut_wilayah": Text("Menurut wilayah", "By region"),
    "jumlah_wilayah": Text("{jumlah} wilayah", "{jumlah:region|regions}"),
    "tahun": Text("Tahun", "Years"),
    "periode": Text("Periode", "Period"),
    "berkas": Text("Berkas", "Files"),
    "ringkasan": Text("Ringkasan", "Summary"),
    "capaian": Text("Capaian", "Achievement"),
    "rincian": Text("Rincian indikator", "The indicators one by one"),
    "temuan": Text("Temuan", "Findings"),
    "indikator": Text("Indikator", "Indicator"),
    "nilai": Text("Nilai", "Value"),
    "target": Text("Target", "Target"),
    "grafik": Text("Nilai dan target", "Value and target"),
    "predikat": Text("Predikat dan kategori", "Rating and category"),
    "keadaan": Text("Keadaan", "State"),
    "kategori": Text("kategori nilai", "category of the value"),
    "tanpa_batas": Text("tanpa batas {nilai} %", "without cap or floor {nilai} %"),
    "kurang": Text("belum ada: {nama}", "missing: {nama}"),
    "status": Text("status", "status"),
    "lokal": Text("lokal", "local"),
    "tak_dikenal": Text("tidak dikenal", "not known"),
    "satuan": Text("Satuan", "Unit"),
    "arah": Text("Polaritas", "Polarity"),
    "versi": Text("Versi definisi", "Version of the definition"),
    "kedudukan": Text("Kedudukan", "Standing"),
    "sidik": Text("Sidik definisi", "Fingerprint of the definition"),
    "sumber": Text("Sumber", "Sources"),
    "perkembangan": Text("Perkembangan", "Over the years"),
    "hitungan": Text("Rumus dan hitungan", "Formula and computation"),
}
SENTENCES: Final[Mapping[str, Text]] = {
    "ringkasan": Text(
        "{butir} butir dari {laporan} laporan: {tercapai} mencapai targetnya, {tak_tercapai} "
        "belum, {tanpa_target} bernilai tanpa target, {tanpa_nilai} tanpa nilai.",
        "{butir:item|items} from {laporan:report|reports}: {tercapai:reaches its|reach their} "
        "target, {tak_tercapai:does|do} not, {tanpa_target:has|have} a value but no target, "
        "{tanpa_nilai:has|have} no value.",
    ),
    "tak_terputus": Text(
        "Pada {tak_terputus} butir target itu tidak dapat dinilai.",
        "For {tak_terputus:item|items} the target cannot be judged.",
    ),
    "jumlah_temuan": Text(
        "Ditemukan {galat} galat, {peringatan} peringatan dan {info} info; semuanya ada di bawah "
        "Temuan dengan tempat dan perbaikannya.",
        "Found: {galat:error|errors}, {peringatan:warning|warnings} and {info:note|notes}; all "
        "stand below Findings with place and cure.",
    ),
    "tanpa_temuan": Text("Tidak ada temuan.", "Nothing was found wrong."),
    "kedudukan": Text(
        "Halaman ini himpunan, bukan ketetapan: nilai dihitung dari laporan dengan definisi yang "
        "diterbitkan atau diusulkan, dan kedudukan setiap sumber disebut: resmi, dilaporkan, "
        "turunan, atau usulan.",
        "This page is a compilation, not a decree: values are computed from the reports by "
        "definitions that are published or proposed, and the standing of each source is given: "
        "official (resmi), reported (dilaporkan), derived (turunan) or proposed (usulan).",
    ),
    "asal": Text(
        "Katalog yang sama dan laporan yang sama menghasilkan halaman yang sama.",
        "The same catalog and the same reports give the same page.",
    ),
    "capaian": Text(
        "Capaian dihitung dari nilai terbit terhadap target, menurut arah indikatornya; metode "
        "lain disebut. Pada grafik, batang adalah nilai, garis tegak adalah target, dan latar "
        "adalah kelas skala.",
        "The achievement holds the published value against the target, in the direction of the "
        "indicator; any other method is named. In the charts the bar is the value, the upright "
        "line the target, and the ground the classes of the scale.",
    ),
    "temuan": Text(
        "Apa yang ditemukan saat laporan dibaca dan dihitung, dengan tempatnya.",
        "What was found while the reports were read and computed, and where.",
    ),
}
COUNTED: Final = Text("Butir menurut keadaannya", "Items by their state")


def closing(language: Language) -> tuple[str, ...]:
    """Return what the page says about itself at its end."""
    return tuple(SENTENCES[key].plain(language) for key in ("kedudukan", "asal"))


def state_of(result: Result) -> State:
    """Return the state of a result: whether it has a value, and reaches its target."""
    if result.nilai is None:
        return STATES["tanpa_nilai"]
    if result.target is None:
        return STATES["tanpa_target"]
    if result.tercapai is None:
        return STATES["tak_terputus"]
    return STATES["tercapai" if result.tercapai else "tak_tercapai"]


def period_text(period: str, language: Language) -> str:
    """Return a period in words: ``triwulan 1`` for ``triwulan-1``."""
    kind, _, number = period.partition("-")
    name = PERIODS[kind].plain(language) if kind in PERIODS else kind
    return f"{name} {number.lstrip('0')}".strip()
