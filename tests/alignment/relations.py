"""Names that are near an indicator, narrower, broader or a part of it, labelled by hand.

Each wave was written before anything read it. A label may allow several indicators as the nearest.
Class 8 holds names of this field without a counterpart, whose relation is not labelled.
From wave 16 on, many names are written as they stand in public plans, reports and portals.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.alignment.matcher import Match
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.vocabulary import AdminLevel
from tests.tree import ROOT

_SURE: Final = 0.9
_UNLABELLED: Final = "8"


@dataclass(frozen=True)
class Label:
    """A name, and what it should be to which indicators; no relation: of another field."""

    gelombang: int
    kelas: str
    nama: str
    satuan: str | None
    tingkat: AdminLevel
    padanan: str | None
    hubungan: str | None
    terdekat: tuple[str, ...]

    @property
    def of_another_field(self) -> bool:
        return self.hubungan is None and self.kelas != _UNLABELLED


@dataclass(frozen=True)
class Judged:
    """What is said to one name."""

    label: Label
    match: Match

    @property
    def code(self) -> str | None:
        return None if self.match.chosen is None else self.match.chosen.indicator.kode

    @property
    def relation(self) -> str | None:
        if self.code is not None:
            return "sama"
        return None if self.match.nearest is None else self.match.nearest.relation

    @property
    def right(self) -> bool:
        """Whether the counterpart is right, or that there is none."""
        return self.code == self.label.padanan

    @property
    def related(self) -> bool:
        """Whether the relation is right too, to an indicator that the label allows."""
        near = self.match.nearest
        allowed = near is None or near.indicator.kode in self.label.terdekat
        return self.right and self.relation == self.label.hubungan and allowed

    @property
    def sure(self) -> bool:
        return self.match.chosen is not None and self.match.chosen.confidence > _SURE


@cache
def all_labels() -> tuple[Label, ...]:
    levels: dict[str, AdminLevel] = {level: level for level in get_args(AdminLevel)}
    text = (ROOT / "tests/alignment/relations.csv").read_text(encoding="utf-8")
    return tuple(
        Label(
            int(row["gelombang"]),
            row["kelas"],
            row["nama"],
            row["satuan"] or None,
            levels[row["tingkat"]],
            row["padanan"] or None,
            row["hubungan"] or None,
            tuple(row["terdekat"].split()),
        )
        for row in csv.DictReader(text.splitlines())
    )


def judged(katalog: Catalog, wave: int) -> list[Judged]:
    """Return what the matcher says to the names of one wave."""
    labels = [label for label in all_labels() if label.gelombang == wave]
    items = [(one, PlanItem(nama=one.nama, satuan=one.satuan)) for one in labels]
    return [Judged(one, matcher_of(katalog, one.tingkat).match(item)) for one, item in items]
