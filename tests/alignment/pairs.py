"""Names as regions write them, labelled by hand, and how often the matcher agrees.

The first pairs were split by a hash of the name: what is tuned is tuned on one half, and judged on
the other. Later pairs came in waves, each judged once before anything was tuned on it; a wave that
has been looked at counts as tuned on from then on, and one is held back whole. Doubtful labels
(``ragu``) are kept, and left out of the figures.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.vocabulary import AdminLevel
from tests.tree import ROOT

Half = Literal["pengembangan", "uji"]
_LOOKED_AT = frozenset({"tinjauan-1", "tinjauan-2", "tinjauan-3", "tinjauan-4"})
_HELD_BACK = frozenset({"tinjauan-5"})


@dataclass(frozen=True)
class Pair:
    """A name with its unit and level, and the code it should get; ``None``: no counterpart."""

    nama: str
    satuan: str | None
    tingkat: AdminLevel
    padanan: str | None
    ragu: bool
    asal: str

    @property
    def half(self) -> Half:
        if self.asal in _LOOKED_AT:
            return "pengembangan"
        if self.asal in _HELD_BACK:
            return "uji"
        digest = hashlib.sha256(self.nama.encode()).digest()
        return "pengembangan" if digest[0] % 2 else "uji"


@dataclass(frozen=True)
class Answer:
    pair: Pair
    padanan: str | None
    keyakinan: float

    @property
    def right(self) -> bool:
        return self.padanan == self.pair.padanan


@dataclass(frozen=True)
class Figures:
    """How the answers to some pairs compare with their labels, each from 0 to 1."""

    count: int
    accuracy: float
    precision_none: float
    recall_none: float
    precision_sure: float
    sure: int

    def __str__(self) -> str:
        return (
            f"{self.count} pairs: top-1 {self.accuracy:.3f}; no counterpart: precision "
            f"{self.precision_none:.3f}, recall {self.recall_none:.3f}; above 0.9: precision "
            f"{self.precision_sure:.3f} of {self.sure}"
        )


@cache
def all_pairs() -> tuple[Pair, ...]:
    text = (ROOT / "tests/alignment/pairs.csv").read_text(encoding="utf-8")
    levels: dict[str, AdminLevel] = {level: level for level in get_args(AdminLevel)}
    return tuple(
        Pair(
            row["nama"],
            row["satuan"] or None,
            levels[row["tingkat"]],
            row["padanan"] or None,
            row["ragu"] == "ya",
            row["asal"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def answers(katalog: Catalog, half: Half, *, ragu: bool = False) -> list[Answer]:
    """Return what the matcher says to the pairs of one half."""
    found = []
    for pair in all_pairs():
        if pair.half != half or pair.ragu is not ragu:
            continue
        matcher = matcher_of(katalog, pair.tingkat)
        chosen = matcher.match(PlanItem(nama=pair.nama, satuan=pair.satuan)).chosen
        code = None if chosen is None else chosen.indicator.kode
        found.append(Answer(pair, code, 0.0 if chosen is None else chosen.confidence))
    return found


def figures(found: list[Answer]) -> Figures:
    none_said = [one for one in found if one.padanan is None]
    none_meant = [one for one in found if one.pair.padanan is None]
    none_both = sum(one.pair.padanan is None for one in none_said)
    sure = [one for one in found if one.keyakinan > 0.9]
    return Figures(
        len(found),
        sum(one.right for one in found) / len(found),
        none_both / len(none_said),
        none_both / len(none_meant),
        sum(one.right for one in sure) / len(sure),
        len(sure),
    )
