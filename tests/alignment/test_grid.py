"""The ways an indicator is written, slot by slot: each finds it, and what is near finds none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.vocabulary import AdminLevel
from tests.tree import ROOT, read_yaml

_FILE: Final = ROOT / "tests/alignment/kisi.yaml"
_GRID: Final[dict[str, Any]] = read_yaml(_FILE)
_CHOICES: Final = re.compile(r"\{([^}]*)\}")
_LEVEL: Final[AdminLevel] = "kabupaten"
_SURE: Final = 0.9


def _forms(pattern: str) -> Iterator[str]:
    """Yield what ``pattern`` stands for: the first of all choices, and each other one alone."""
    parts = [part.split("|") for part in _CHOICES.split(pattern)]
    first = [part[0] for part in parts]
    for index, part in enumerate(parts):
        for chosen in part if index % 2 else ():
            written = "".join([*first[:index], chosen, *first[index + 1 :]])
            # A prefix is written to the abbreviation behind it: ber-FKDM.
            yield " ".join(written.split()).replace(" ber FKDM", " ber-FKDM")


class Asked:
    """Asks matchers, which are made once for each level."""

    def __init__(self, katalog: Catalog) -> None:
        self._katalog = katalog
        self._matchers: dict[AdminLevel, Matcher] = {}

    def matcher(self, level: AdminLevel) -> Matcher:
        if level not in self._matchers:
            self._matchers[level] = Matcher(KnownNames(self._katalog, level))
        return self._matchers[level]

    def __call__(self, name: str, unit: str | None, level: AdminLevel) -> tuple[str, float]:
        chosen = self.matcher(level).match(PlanItem(nama=name, satuan=unit)).chosen
        return ("", 0.0) if chosen is None else (chosen.indicator.kode, chosen.confidence)


@pytest.fixture(scope="module")
def found(katalog: Catalog) -> Asked:
    return Asked(katalog)


@pytest.mark.parametrize("entry", _GRID["sama"], ids=lambda entry: entry["kode"])
def test_every_way_to_write_an_indicator_finds_it(found: Asked, entry: dict[str, Any]) -> None:
    names = [form for pattern in entry["pola"] for form in _forms(pattern)]
    level = entry.get("tingkat", _LEVEL)
    missed = [name for name in names if found(name, entry["satuan"], level)[0] != entry["kode"]]
    assert len(names) > 5
    assert missed == []


@pytest.mark.parametrize("entry", _GRID["bukan"], ids=lambda entry: entry["satuan"])
def test_what_is_near_an_indicator_is_none(found: Asked, entry: dict[str, Any]) -> None:
    names = [form for pattern in entry["pola"] for form in _forms(pattern)]
    claimed = {name: found(name, entry["satuan"], _LEVEL)[0] for name in names}
    assert {name: code for name, code in claimed.items() if code} == {}


@pytest.mark.parametrize(
    "written",
    [
        *(f"{one}%s" for one in _GRID["sisipan"]["depan"]),
        *(f"%s{one.replace('%', '%%')}" for one in _GRID["sisipan"]["belakang"]),
    ],
)
def test_what_stands_around_a_name_does_not_change_what_it_measures(
    found: Asked, written: str
) -> None:
    names = found.matcher(_LEVEL).names
    own = {
        entry.indicator.nama: entry.indicator.kode
        for entry in names.entries
        if entry.kind == "nama" and not entry.is_output and names.serves(entry.indicator)
    }
    answers = {name: found(written % name, None, _LEVEL) for name in own}
    missed = [name for name, code in own.items() if answers[name][0] != code]
    # One or the other may be said to be narrower, but hardly any, and none for certain.
    assert len(missed) <= len(own) // 20
    wrong = [name for name in missed if answers[name][1] > _SURE]
    assert wrong == []
