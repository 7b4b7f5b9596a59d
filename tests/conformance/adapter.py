"""Answers the cases of conformance with the library itself, level by level."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from typing import Any

import kesbang_iku as iku
from kesbang_iku.conformance.vectors import REASONS
from kesbang_iku.findings import Level
from kesbang_iku.formula import FormulaError, Missing, Root, Undefined, evaluate, round_half_up
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.sources import numbers
from kesbang_iku.validation.check import validate

KATALOG = iku.load_catalog()
ALASAN = {teks: kode for kode, teks in REASONS.items()}


def angka(kasus: dict[str, Any]) -> dict[str, Any]:
    """Membaca angka sebagaimana orang menuliskannya."""
    terbaca = numbers.read_number(
        kasus["teks"],
        format_angka=kasus.get("format_angka"),
        minimum=Fraction(kasus["min"]) if "min" in kasus else None,
        maximum=Fraction(kasus["maks"]) if "maks" in kasus else None,
        whole=kasus.get("bulat", False),
    )
    match terbaca.value:
        case numbers.Number() as satu:
            return {"nilai": str(satu.value)}
        case numbers.Range() as satu:
            return {"rentang": {"min": str(satu.low), "maks": str(satu.high)}}
        case numbers.Bound() as satu:
            return {"batas": {"tanda": satu.op, "nilai": str(satu.value)}}
        case numbers.Words() as satu:
            return {"kata": satu.text}
        case numbers.Missing():
            return {"hilang": True}
        case _:
            return {"galat": terbaca.findings[0].kode}


def bulat(kasus: dict[str, Any]) -> dict[str, Any]:
    """Membulatkan sekali, setengah menjauhi nol."""
    return {"terbit": f"{round_half_up(Fraction(kasus['angka']), kasus['desimal']):f}"}


def rumus(kasus: dict[str, Any]) -> dict[str, Any]:
    """Menghitung sebuah rumus."""

    def eksak(variabel: dict[str, str | None]) -> dict[str, Fraction | None]:
        return {nama: None if teks is None else Fraction(teks) for nama, teks in variabel.items()}

    sebelumnya = eksak(kasus["sebelumnya"]) if "sebelumnya" in kasus else None
    try:
        hasil = evaluate(kasus["rumus"], eksak(kasus["variabel"]), sebelumnya)
    except FormulaError as galat:
        return {"galat": galat.finding.kode}
    match hasil:
        case bool():
            return {"benar": hasil}
        case Missing():
            return {"hilang": list(hasil.names)}
        case Undefined():
            return {"tak_terdefinisi": ALASAN[hasil.reason]}
        case Fraction() | Root():
            terbit = round_half_up(hasil, kasus.get("desimal", 0))
            return {"nilai": str(hasil), "terbit": f"{terbit:f}"}
    raise TypeError(hasil)


def indikator(kasus: dict[str, Any]) -> dict[str, Any]:
    """Menghitung nilai sebuah indikator."""
    versi = KATALOG.versions(kasus["kode"])
    satu = next(ini for ini in versi if ini.versi == kasus["versi"])
    hasil = satu.compute(
        {nama: Fraction(teks) for nama, teks in kasus["variabel"].items()},
        wilayah=kasus["wilayah"],
        tahun=kasus["tahun"],
    )
    return dict(hasil.as_dict())


def capaian(kasus: dict[str, Any]) -> dict[str, Any]:
    """Menghitung capaian dengan sebuah metode, dan predikatnya bila kelasnya disebut."""
    target = kasus["target"]
    masukan = {"realisasi": Fraction(kasus["realisasi"])}
    if isinstance(target, str):
        masukan["target"] = Fraction(target)
    else:
        masukan |= {f"target_{ujung}": Fraction(target[ujung]) for ujung in ("min", "maks")}
    metode = KATALOG.tables.methods[kasus["metode"]["metode"]]
    hasil = MethodEngine(metode).achieve(masukan).published
    if hasil is None:
        return {"capaian": None, "predikat": None}
    predikat = KATALOG.tables.scales["permendagri-86-2017"].classify(Fraction(hasil))
    return {"capaian": f"{hasil:f}", "predikat": predikat}


def skala(kasus: dict[str, Any]) -> dict[str, Any]:
    """Menemukan kelas sebuah nilai."""
    return {"kelas": KATALOG.tables.scales[kasus["skala"]].classify(Fraction(kasus["nilai"]))}


def periode(kasus: dict[str, Any]) -> dict[str, Any]:
    """Membuat nilai setahun dari angka penyusun periodenya."""
    baris = [
        {"kode": kasus["kode"], "wilayah": "62.71", "tahun": kasus["tahun"], "periode": periode}
        | {"variabel": nama, "nilai": teks}
        for periode, variabel in kasus["bagian"].items()
        for nama, teks in variabel.items()
    ]
    setahun = [satu for satu in iku.compute(baris, KATALOG) if satu.periode == "tahunan"]
    return {"nilai": f"{setahun[0].nilai:f}" if setahun and setahun[0].nilai is not None else None}


def validasi(kasus: dict[str, Any]) -> dict[str, Any]:
    """Memeriksa sebuah berkas."""
    temuan = validate(kasus["isi"].encode(), KATALOG, name=kasus["berkas"])
    return {"kode": sorted({satu.kode for satu in temuan if satu.tingkat is not Level.INFO})}


JAWAB = {
    "angka": angka,
    "bulat": bulat,
    "rumus": rumus,
    "indikator": indikator,
    "capaian": capaian,
    "skala": skala,
    "periode": periode,
    "validasi": validasi,
}

for baris_masukan in sys.stdin:
    kasus_ini = json.loads(baris_masukan)
    jawaban = {"id": kasus_ini["id"], **JAWAB[kasus_ini["jenis"]](kasus_ini)}
    sys.stdout.write(json.dumps(jawaban, ensure_ascii=False) + "\n")
    sys.stdout.flush()
