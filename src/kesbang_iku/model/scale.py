"""Category scales: the class a value or an achievement falls into."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import Field

from kesbang_iku.model.scalars import Exact, Record
from kesbang_iku.model.source import Correction, Source
from kesbang_iku.model.vocabulary import Standing


class ScaleClass(Record):
    """One class: from ``dari`` (included unless said otherwise) to ``sampai`` (excluded)."""

    label: str
    label_en: str | None = None
    dari: Exact | None = None
    dari_termasuk: bool = True
    sampai: Exact | None = None
    sampai_termasuk: bool = False
    warna: str | None = None

    def contains(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class."""
        if self.dari is not None and (value < self.dari or (value == self.dari and not self.dari_termasuk)):
            return False
        return self.sampai is None or value < self.sampai or (
            value == self.sampai and self.sampai_termasuk
        )


class Scale(Record):
    """A scale: its classes in ascending order, for values or for achievements."""

    nama: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    label: str
    label_en: str | None = None
    untuk: Literal["capaian", "nilai"]
    satuan: str
    kelas: tuple[ScaleClass, ...] = Field(min_length=1)
    tak_terkelas: str | None = None
    tafsir: str | None = None
    status: Standing
    sumber: tuple[Source, ...] = Field(min_length=1)
    koreksi: tuple[Correction, ...] = ()
    catatan: str | None = None

    def classify(self, value: Fraction) -> str | None:
        """Return the label of the class ``value`` lies in, or ``None`` if it lies in none."""
        return next((found.label for found in self.kelas if found.contains(value)), None)

    def rank(self, label: str) -> int | None:
        """Return how many classes lie below the class named ``label``, whatever its case."""
        labels = [found.label.casefold() for found in self.kelas]
        return labels.index(label.casefold()) if label.casefold() in labels else None


class ScaleFile(Record):
    """The file ``predikat.yaml``."""

    skala: tuple[Scale, ...]
