"""Category scales: the class a value or an achievement falls into."""

from __future__ import annotations

from decimal import Decimal
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

    @property
    def empty(self) -> bool:
        """Whether no value lies in the class."""
        if self.dari is None or self.sampai is None or self.dari < self.sampai:
            return False
        return not self.contains(self.dari)

    def contains(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class."""
        return self.holds(value.as_integer_ratio())

    def holds(self, ratio: tuple[int, int]) -> bool:
        """Say the same of a value given as numerator and positive denominator."""
        return self._begins_below(ratio) and self._ends_above(ratio)

    def begins_below(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class or above it."""
        return self._begins_below(value.as_integer_ratio())

    def _begins_below(self, ratio: tuple[int, int]) -> bool:
        if self.dari is None:
            return True
        side = _compare(ratio, self.dari)
        return side > 0 or (side == 0 and self.dari_termasuk)

    def ends_above(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class or below it."""
        return self._ends_above(value.as_integer_ratio())

    def _ends_above(self, ratio: tuple[int, int]) -> bool:
        if self.sampai is None:
            return True
        side = _compare(ratio, self.sampai)
        return side < 0 or (side == 0 and self.sampai_termasuk)


def _compare(ratio: tuple[int, int], bound: Fraction) -> int:
    """Return a number below, at or above 0 as ``ratio`` is below, at or above ``bound``.

    Many times faster than the operators of ``Fraction``, which first ask what the other one is;
    a table of results classifies each value twice.
    """
    return ratio[0] * bound.denominator - bound.numerator * ratio[1]


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

    def classify(self, value: Fraction | Decimal) -> str | None:
        """Return the label of the class ``value`` lies in, or ``None`` if it lies in none."""
        ratio = value.as_integer_ratio()
        for found in self.kelas:
            if found.holds(ratio):
                return found.label
        return None

    def named(self, label: str) -> ScaleClass | None:
        """Return the class named ``label``, whatever its case, or ``None`` if there is none."""
        wanted = label.casefold()
        return next((found for found in self.kelas if found.label.casefold() == wanted), None)


class ScaleFile(Record):
    """The file ``predikat.yaml``."""

    skala: tuple[Scale, ...]
