"""Menjawab kasus kesesuaian taraf capaian dengan pecahan eksak.

Jalankan: kesbang-iku conform --taraf capaian -- python examples/kesesuaian/adaptor.py
Satu kasus per baris dari masukan standar, satu jawaban per baris ke keluaran standar. Ganti isi
`capaian` dan `kelas` dengan fungsi sistem Anda.
"""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from typing import Any


def terbit(nilai: Fraction, desimal: int) -> str:
    """Menulis dengan sekian desimal: dibulatkan sekali, setengah menjauhi nol."""
    skala = 10**desimal
    angka = (abs(nilai.numerator) * skala * 2 + nilai.denominator) // (2 * nilai.denominator)
    teks = str(angka).zfill(desimal + 1)
    titik = f"{teks[:-desimal]}.{teks[-desimal:]}" if desimal else teks
    return f"-{titik}" if nilai < 0 and angka else titik


def capaian(metode: str, realisasi: Fraction, target: list[Fraction]) -> Fraction | None:
    """Menghitung capaian menurut metode yang disebut kasusnya; None bila tidak terdefinisi."""
    if target[0] < 0 or (metode == "minimalkan_rasio" and realisasi < 0):
        return None
    if len(target) > 1:
        return _terhadap_rentang(metode, realisasi, *target)
    if target[0] == 0:
        return _terhadap_nol(metode, realisasi)
    bagian = realisasi / target[0]
    if metode == "minimalkan_rasio":
        return None if bagian == 0 else 100 / bagian
    lain = {"minimalkan": 2 - bagian, "stabilkan": 1 - abs(bagian - 1)}
    return lain.get(metode, bagian) * 100


def _terhadap_nol(metode: str, realisasi: Fraction) -> Fraction | None:
    tak_terdefinisi = {
        "maksimalkan": True,
        "minimalkan": realisasi < 0,
        "minimalkan_rasio": False,
        "stabilkan": False,
    }
    if tak_terdefinisi[metode]:
        return None
    return Fraction(100) if realisasi == 0 else Fraction(0)


def _terhadap_rentang(
    metode: str, realisasi: Fraction, bawah: Fraction, atas: Fraction
) -> Fraction | None:
    if metode == "maksimalkan_rentang" and atas == 0:
        return None
    if bawah <= realisasi <= atas:
        return Fraction(100)
    ujung = atas if realisasi > atas else bawah
    if ujung == 0:
        return Fraction(0) if realisasi > atas else None
    bagian = realisasi / ujung
    return (bagian if metode == "maksimalkan_rentang" else 2 - bagian) * 100


def kelas(nilai: Fraction, skala: list[dict[str, Any]]) -> str | None:
    """Memilih kelas yang memuat sebuah nilai; None bila tidak ada."""
    for satu in skala:
        dari, sampai = satu["dari"], satu["sampai"]
        cukup = (
            dari is None
            or nilai > Fraction(dari)
            or (satu["dari_termasuk"] and nilai == Fraction(dari))
        )
        muat = (
            sampai is None
            or nilai < Fraction(sampai)
            or (satu["sampai_termasuk"] and nilai == Fraction(sampai))
        )
        if cukup and muat:
            return str(satu["label"])
    return None


def jawab(kasus: dict[str, Any]) -> dict[str, Any]:
    """Menjawab satu kasus."""
    if kasus["jenis"] == "bulat":
        return {"terbit": terbit(Fraction(kasus["angka"]), kasus["desimal"])}
    if kasus["jenis"] == "skala":
        return {"kelas": kelas(Fraction(kasus["nilai"]), kasus["batas_kelas"])}
    if kasus["jenis"] != "capaian":
        return {"galat": "di luar contoh ini"}
    target = kasus["target"]
    ujung = [target] if isinstance(target, str) else [target["min"], target["maks"]]
    metode = kasus["metode"]
    hasil = capaian(metode["metode"], Fraction(kasus["realisasi"]), [*map(Fraction, ujung)])
    if hasil is None:
        return {"capaian": None, "predikat": None}
    bawah = metode["batas"]["bawah"]
    hasil = hasil if bawah is None else max(hasil, Fraction(bawah))
    teks = terbit(hasil, metode["desimal"])
    return {"capaian": teks, "predikat": kelas(Fraction(teks), kasus.get("batas_kelas", []))}


for baris in sys.stdin:
    satu_kasus = json.loads(baris)
    print(json.dumps({"id": satu_kasus["id"], **jawab(satu_kasus)}), flush=True)
