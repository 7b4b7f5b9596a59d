"""A small catalog of our own to break and to compute with; it says nothing about the real one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.tables import Tables

UNITS: Final = """\
satuan:
  - {nama: persen, simbol: "%", dimensi: {}, skala: 100, aditif: false}
  - {nama: kasus, simbol: kasus, dimensi: {kasus: 1}, aditif: true}
  - {nama: orang, simbol: orang, dimensi: {orang: 1}, aditif: true}
  - {nama: indeks, simbol: "", dimensi: {indeks: 1}, aditif: false}
"""
METHODS: Final = """\
metode:
  - nama: naik
    label: Naik
    polaritas: maksimalkan
    rumus: realisasi / target * 100
    dasar: nilai_terbit
    desimal: 2
    status: usulan
    sumber: [{dokumen: Buku uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""
SCALES: Final = """\
skala:
  - nama: capaian-uji
    label: Capaian
    untuk: capaian
    satuan: persen
    kelas:
      - {label: Kurang, sampai: 80}
      - {label: Baik, dari: 80}
    status: usulan
    sumber: [{dokumen: Buku uji, kedudukan: usulan, dilihat: "2026-01-01"}]
  - nama: nilai-uji
    label: Nilai
    untuk: nilai
    satuan: persen
    kelas:
      - {label: rendah, sampai: 50}
      - {label: tinggi, dari: 50}
    status: usulan
    sumber: [{dokumen: Buku uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""
FIELDS: Final = """\
bidang:
  - {kode: UJI, nama: Uji, nama_en: Test, program: "8.01.02"}
tema:
  - {kode: damai, nama: Damai, nama_en: Peace}
sumber: Buku uji
"""
DEFINITION: Final = """\
kode: ABC-UJI-01
nama: Persentase perkara selesai
nama_en: Share of cases closed
alias: [Perkara selesai]
bidang: UJI
program: "8.01.02"
tema: [damai]
konsep: Perkara.
definisi: Perkara selesai dibagi perkara.
interpretasi: Makin tinggi makin baik.
jenis: hasil
tingkat: {berlaku: [kota], diestimasi: [kota]}
akses: umum
satuan: persen
desimal: 2
rentang: {min: 0, maks: 100}
polaritas: maksimalkan
frekuensi: tahunan
kumulatif: false
berlaku: {mulai: 2020}
variabel:
  - nama: selesai
    label: Perkara selesai
    satuan: kasus
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: jumlah}
  - nama: perkara
    label: Perkara
    satuan: kasus
    jenis: cacah
    agregasi: {wilayah: jumlah, waktu: jumlah}
rumus: selesai / perkara * 100
aturan:
  - {ekspresi: selesai <= perkara, pesan: Melebihi perkara., pesan_en: More than open.}
jika_tak_terdefinisi:
  - {jika: perkara = 0, alasan: Tidak ada perkara., alasan_en: There was no case.}
capaian: naik
predikat: capaian-uji
kategori: nilai-uji
status: usulan
sumber: [{dokumen: Buku uji, kedudukan: usulan, dilihat: "2026-01-01"}]
"""
TABLES: Final = {
    "satuan.yaml": UNITS,
    "capaian.yaml": METHODS,
    "predikat.yaml": SCALES,
    "bidang.yaml": FIELDS,
}


def write_catalog(folder: Path, *definitions: str, **tables: str) -> Path:
    """Write a whole catalog; ``tables`` replace a table's text, named by its file's stem."""
    for name, text in TABLES.items():
        changed = tables.get(name.removesuffix(".yaml"), text)
        (folder / name).write_text(changed, encoding="utf-8")
    entries = folder / "indikator"
    entries.mkdir()
    for number, text in enumerate(definitions or (DEFINITION,)):
        (entries / f"{number}.yaml").write_text(text, encoding="utf-8")
    return folder


def line_of(text: str, words: str) -> int:
    """Return the line, from 1, of ``text`` that holds ``words`` first."""
    return text[: text.index(words)].count("\n") + 1


def measured(tables: Tables, **changes: Any) -> Indicator:  # noqa: ANN401  # any value of a definition's key
    """Return an indicator that takes one number ``x`` of any size as it is."""
    content: dict[str, Any] = {
        "kode": "ABC-UJI-02",
        "nama": "Ukuran uji",
        "nama_en": "Test measure",
        "bidang": "UJI",
        "program": "8.01.02",
        "konsep": "-",
        "definisi": "-",
        "interpretasi": "-",
        "jenis": "hasil",
        "tingkat": {"berlaku": ["kota"], "diestimasi": ["kota"]},
        "akses": "umum",
        "satuan": "indeks",
        "desimal": "2",
        "polaritas": "maksimalkan",
        "frekuensi": "tahunan",
        "kumulatif": False,
        "variabel": [
            {
                "nama": "x",
                "label": "x",
                "satuan": "indeks",
                "jenis": "nilai",
                "agregasi": {"wilayah": "tidak", "waktu": "tidak"},
            }
        ],
        "rumus": "x",
        "capaian": "maksimalkan",
        "predikat": "permendagri-86-2017",
        "status": "usulan",
        "sumber": [{"dokumen": "Buku uji", "kedudukan": "usulan", "dilihat": "2026-01-01"}],
    }
    return Indicator.model_validate({**content, **changes}).with_tables(tables)
