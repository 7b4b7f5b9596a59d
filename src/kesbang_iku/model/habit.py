"""Habits: how else than by the standard numbers are seen to be computed, rounded and added up."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from kesbang_iku.findings import Text
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, FormulaText
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import Polarity


class Sighting(Record):
    """A place where a habit was seen: an application, a report, a regulation."""

    di: str = Field(min_length=3)
    letak: str | None = None
    catatan: str | None = None


class Habit(Record):
    """One habit: its name for ever, what it does, and where it was seen.

    Attributes:
        nama: name, for ever.
        jenis: what it bends: ``pembulatan`` the last digits, ``capaian`` the achievement, ``nilai``
            the value, ``periode`` the value of a year made of those of its periods.
        label: what it is called in Indonesian.
        label_en: the same in English.
        rumus: for an achievement its formula over ``realisasi`` and ``target``.
        jika: the condition under which that formula is used.
        metode: the method of the catalog that it uses where another one is due.
        polaritas: the directions in which it is a habit; without any, in all.
        batas: for a cap the numbers it was seen at.
        terlihat: where it was seen.
        catatan: what else is to be known.
    """

    nama: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    jenis: Literal["pembulatan", "capaian", "nilai", "periode"]
    label: str
    label_en: str
    rumus: FormulaText | None = None
    jika: str | None = None
    metode: str | None = None
    polaritas: tuple[Polarity, ...] = ()
    batas: tuple[Exact, ...] = ()
    terlihat: tuple[Sighting, ...] = ()
    catatan: str | None = None

    @property
    def title(self) -> Text:
        """What it is called, in both languages."""
        return Text(self.label, self.label_en)

    @property
    def caps(self) -> tuple[Fraction, ...]:
        """The numbers at which a cap was seen."""
        return tuple(map(Fraction, self.batas))


class HabitFile(Record):
    """The file ``kebiasaan.yaml``."""

    kebiasaan: tuple[Habit, ...]
    sumber: tuple[Source, ...] = Field(min_length=1)

    @cached_property
    def by_name(self) -> Mapping[str, Habit]:
        """The habits by name."""
        return {habit.nama: habit for habit in self.kebiasaan}
