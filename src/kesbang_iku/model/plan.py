"""What a region plans: a plan (``rencana``) and its indicators, as written."""

from collections.abc import Mapping
from typing import Annotated, Literal

from kesbang_iku.model.definition import Local
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Cell, Whole, YearKeys
from kesbang_iku.model.vocabulary import NumberFormat

ByYear = Annotated[Mapping[Whole, Cell], YearKeys]


class Horizon(Record):
    """The first and the last year of a plan."""

    mulai: Whole
    selesai: Whole


class PlanItem(Record):
    """One indicator of a plan, in the region's own words."""

    nama: str = Field(min_length=1)
    kode: str | None = None
    sasaran: str | None = None
    satuan: str | None = None
    rumus: str | None = None
    polaritas: str | None = None
    sumber_data: str | None = None
    program: str | None = None
    penanggung_jawab: str | None = None
    dasar: ByYear = Field(default_factory=dict)
    target: ByYear = Field(default_factory=dict)
    lokal: Local | None = None
    catatan: str | None = None


class Plan(Record):
    """One plan: a region, a horizon, and its indicators."""

    jenis: Literal["rencana"] = "rencana"
    wilayah: str | None = None
    periode: Horizon | None = None
    format_angka: NumberFormat | None = None
    item: tuple[PlanItem, ...]
    catatan: str | None = None
