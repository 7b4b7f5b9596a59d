"""What a region hands in: a report (``laporan``) and its items, as written.

Numbers stay as the region wrote them; the indicator decides what they mean.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import NoneType
from typing import Annotated, Final, Literal

from kesbang_iku.model.record import Before, Field, Record
from kesbang_iku.model.scalars import Cell, TextList, Whole
from kesbang_iku.model.vocabulary import CodeSystem, NumberFormat

PERIOD_PATTERN: Final = (
    r"^(tahunan|(sd-)?(semester-[12]|triwulan-[1-4]|caturwulan-[1-3]|bulan-(0[1-9]|1[0-2])))$"
)
FIRST_YEAR: Final = 1945
LAST_YEAR: Final = 2100
"""Years that are years, whatever else a number in their place may be."""


class NamedTarget(Record):
    """A target together with the document it stands in."""

    nilai: Cell
    dokumen: str | None = None


@lru_cache(maxsize=4096, typed=True)
def _bare(value: str) -> NamedTarget:
    return NamedTarget.model_construct({"nilai"}, nilai=value)


def _target(value: object) -> object:
    """Return a target, a bare one as the value of one without a document."""
    # Nearly every target is a text, and many of them are the same one.
    if isinstance(value, str):
        return _bare(value)
    named = isinstance(value, (NoneType, Mapping, NamedTarget))
    return value if named else {"nilai": value}


class ReportItem(Record):
    """One indicator of a report: its variables, or the value and achievement already printed."""

    kode: str = Field(min_length=1)
    variabel: Mapping[str, Cell] = Field(default_factory=dict)
    sebelumnya: Mapping[str, Cell] = Field(default_factory=dict)
    target: Annotated[NamedTarget | None, Before(_target, takes=NamedTarget | Cell | None)] = None
    realisasi: Cell = None
    capaian: Cell = None
    predikat: str | None = None
    bukti: TextList = ()
    catatan: str | None = None


class Report(Record):
    """One report: a region, a year, a period, and its items."""

    jenis: Literal["laporan"] = "laporan"
    wilayah: str
    sistem_kode: CodeSystem | None = None
    tahun: Whole = Field(ge=FIRST_YEAR, le=LAST_YEAR)
    periode: str = Field(default="tahunan", pattern=PERIOD_PATTERN)
    format_angka: NumberFormat | None = None
    item: tuple[ReportItem, ...]
    catatan: str | None = None
