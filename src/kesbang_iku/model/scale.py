"""Category scales: the class a value or an achievement falls into."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Literal, NamedTuple

from kesbang_iku.findings import Text
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact
from kesbang_iku.model.source import Correction, Source
from kesbang_iku.model.vocabulary import Standing


class ScaleClass(Record):
    """One class: from ``dari`` (included unless said otherwise) to ``sampai`` (excluded).

    ``tercapai`` says whether the label itself claims that a target was reached, or that it was not.
    """

    label: str
    label_en: str | None = None
    dari: Exact | None = None
    dari_termasuk: bool = True
    sampai: Exact | None = None
    sampai_termasuk: bool = False
    warna: str | None = None
    tercapai: bool | None = None

    @property
    def title(self) -> Text:
        """What it is called, in both languages."""
        return Text.translated(self.label, self.label_en)

    @property
    def empty(self) -> bool:
        """Whether no value lies in the class."""
        if self.dari is None or self.sampai is None or self.dari < self.sampai:
            return False
        return not self.contains(self.dari)

    def contains(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class."""
        return self.begins_below(value) and self.ends_above(value)

    def begins_below(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class or above it."""
        if self.dari is None:
            return True
        return value > self.dari or (self.dari_termasuk and value == self.dari)

    def ends_above(self, value: Fraction) -> bool:
        """Say whether ``value`` lies in the class or below it."""
        if self.sampai is None:
            return True
        return value < self.sampai or (self.sampai_termasuk and value == self.sampai)


class _Ladder(NamedTuple):
    """The classes of a scale laid out on whole numbers, where finding one is a search.

    A number stands on the rung that counts its halves of a step, an even one where it is a whole
    number of steps, and on the odd one between two steps where it is not. The steps are so small
    that every end of a class is a whole number of them, so a class never parts two numbers of one
    rung.

    Attributes:
        steps: how many steps there are to 1.
        edges: the rungs on which another class may begin.
        labels: the class below the first edge, and the one from each edge on.
    """

    steps: int
    edges: tuple[int, ...]
    labels: tuple[str | None, ...]


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

    @property
    def title(self) -> Text:
        """What it is called, in both languages."""
        return Text.translated(self.label, self.label_en)

    def classify(self, value: Fraction | Decimal) -> str | None:
        """Return the label of the class ``value`` lies in, or ``None`` if it lies in none."""
        steps, edges, labels = self._ladder
        above, below = value.as_integer_ratio()
        whole, rest = divmod(above * steps, below)
        return labels[bisect_right(edges, 2 * whole + (rest > 0))]

    @property
    def ends(self) -> Sequence[Fraction]:
        """Where classes begin and end, each once, the lowest first."""
        found = {end for one in self.kelas for end in (one.dari, one.sampai) if end is not None}
        return sorted(found)

    @cached_property
    def _ladder(self) -> _Ladder:
        ends = self.ends
        steps = lcm(*(end.denominator for end in ends))
        rungs = {int(2 * steps * end) for end in ends}
        edges = sorted(rungs | {rung + 1 for rung in rungs})
        lowest = edges[0] - 1 if edges else 0
        labels = (self._holding(Fraction(rung, 2 * steps)) for rung in (lowest, *edges))
        return _Ladder(steps, tuple(edges), tuple(labels))

    def _holding(self, value: Fraction) -> str | None:
        return next((found.label for found in self.kelas if found.contains(value)), None)

    def named(self, label: str) -> ScaleClass | None:
        """Return the class named ``label``, whatever its case, or ``None`` if there is none."""
        wanted = label.casefold()
        return next((found for found in self.kelas if found.label.casefold() == wanted), None)


class ScaleFile(Record):
    """The file ``predikat.yaml``."""

    skala: tuple[Scale, ...]
