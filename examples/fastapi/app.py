"""Layanan IKU dengan FastAPI. Jalankan: uvicorn app:app."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from pydantic import BaseModel

import kesbang_iku as iku

# Dimuat sekali untuk semua permintaan: katalog tidak pernah berubah.
KATALOG = iku.load_catalog()
app = FastAPI(title="Layanan IKU")

# Angka berupa teks dibaca seperti ditulis daerah ("90,09"); yang lain tetap eksak.
Angka = int | Decimal | str


class Butir(BaseModel):
    """Angka satu indikator."""

    variabel: dict[str, Angka]
    target: Angka | None = None


async def isi(permintaan: Request) -> bytes:
    """Baca isi permintaan, supaya hitungannya berjalan di luar putaran peristiwa."""
    return await permintaan.body()


@app.post("/indikator/{kode}")
def hitung(kode: str, butir: Butir) -> Mapping[str, object]:
    """Hitung satu indikator. Angka yang keliru menjadi temuan dalam jawabannya."""
    try:
        indikator = KATALOG[kode]
    except iku.UnknownCodeError as galat:
        raise HTTPException(404, {"pesan": str(galat), "mirip": galat.near}) from galat
    return indikator.compute(butir.variabel, target=butir.target).as_dict()


@app.post("/laporan")
def laporan(isi: Annotated[bytes, Depends(isi)], jawaban: Response) -> Mapping[str, object]:
    """Hitung laporan yang dikirim sebagai YAML, JSON, CSV, atau XLSX."""
    hasil = iku.compute(iku.read_reports(isi, name="laporan"), KATALOG)
    if any(temuan.tingkat is iku.Level.GALAT for temuan in hasil.semua_temuan):
        jawaban.status_code = 422
    return hasil.as_dict()
