"""The corpus of phrasings, its two parts, and what a reading of a case is worth."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from kesbang_iku.alignment.wording.reader import Wording, read_wording
from kesbang_iku.formula import evaluate, parse, variables
from tests.tree import ROOT, read_yaml

_FILE: Final = ROOT / "tests/alignment/wording/cases.yaml"
LETTERS: Final = "abcdefghij"
_POINTS: Final = ((3, 7, 11, 13, 17, 19, 23, 29, 31, 37), (41, 5, 2, 43, 47, 6, 59, 61, 8, 10))


@cache
def _read(teks: str, nama: str | None) -> Wording:
    return read_wording(teks, nama=nama)


@dataclass(frozen=True)
class Case:
    """A text and what it means."""

    teks: str
    status: str
    asal: str
    rumus: str | None = None
    nama: str | None = None
    terlihat: bool = False

    @property
    def held_back(self) -> bool:
        """Whether the case is in the part that nothing is adjusted to: two in five.

        A case on which a defect was found counts among the others from then on.
        """
        if self.terlihat:
            return False
        return hashlib.sha256(self.teks.encode()).digest()[0] % 5 < 2

    def read(self) -> Wording:
        """Return the reading of the case."""
        return _read(self.teks, self.nama)

    def is_right(self, wording: Wording) -> bool:
        """Tell whether status and, where the case names one, formula are the expected ones."""
        if wording.status.value != self.status:
            return False
        return self.rumus is None or self.means(wording)

    def means(self, wording: Wording) -> bool:
        """Tell whether the formula read is the expected function of the variables in order."""
        if wording.rumus is None or self.rumus is None:
            return False
        names = [variable.nama for variable in wording.variabel]
        if set(names) != set(variables(parse(wording.rumus))):
            return False
        if len(names) != len(variables(parse(self.rumus))):
            return False
        for point in _POINTS:
            values = [Fraction(number) for number in point[: len(names)]]
            now = dict(zip(names, values, strict=True))
            mine = dict(zip(LETTERS, values, strict=False))
            before = {name: value + 4 for name, value in now.items()}
            earlier = {name: value + 4 for name, value in mine.items()}
            if evaluate(wording.rumus, now, before) != evaluate(self.rumus, mine, earlier):
                return False
        return True

    def is_wrongly_certain(self, wording: Wording) -> bool:
        """Tell whether a reading claims to be certain that is not the one expected."""
        return wording.status.value == "terbaca" and not self.is_right(wording)


CASES: Final = tuple(Case(**entry) for entry in read_yaml(_FILE))
