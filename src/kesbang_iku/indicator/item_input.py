"""What is known of one item before anything is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat
from kesbang_iku.sources.shape import Locator


def nowhere(_pointer: object) -> Place:
    """Locate values that came from a program: they stand nowhere."""
    return Place()


@dataclass(slots=True)
class ItemInput:
    """What is known of one item, as written; ``berkas`` and ``baris`` are where it begins."""

    variabel: Mapping[str, object]
    target: object = None
    realisasi: object = None
    capaian: object = None
    predikat: str | None = None
    sebelumnya: Mapping[str, object] = field(default_factory=dict)
    wilayah: str | None = None
    nama_wilayah: str | None = None
    tingkat: AdminLevel | None = None
    tahun: int | None = None
    periode: str = "tahunan"
    format_angka: NumberFormat | None = None
    berkas: str | None = None
    baris: int | None = None
    locate: Locator = nowhere
    siblings: tuple[Definition, ...] = ()
