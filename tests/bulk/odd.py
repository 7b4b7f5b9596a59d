"""Tables as they are handed in: indicators where they are not measured, regions spelt otherwise."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

from kesbang_iku.indicator.indicator import Indicator
from tests.bulk.frames import Row

REGIONS: Final = (
    *("0", "11", "62", "11.01", "35.10", "62.71", "31.71", "93", "95.01", "92.71"),
    *("6271", "3510", "11.1", "62,71", "62.71 ", "99", "99.99", "35.99", "3599", "7371.0"),
    *("Kota Palangka Raya", "Aceh", "KOTA SURABAYA", "Kab. Entah", "62.71.01", "9201", "7601"),
    *("3273010101010001", "-", "nan", "?", "91.02", "9471", "Provinsi Papua Barat Daya", "O1"),
)
"""Regions of every level, new ones, codes as numbers, old ones, names, rubbish."""
YEARS: Final = (2025, 2024, 2023, 2021, 2019, 2010, 1999, 1945, 2100, 1944, 2101)
_TARGETS: Final = (None, None, 90.0, 72.5, 0.0, -1.0, 1e12)


def rows(indicators: Sequence[Indicator], each: int, seed: int) -> list[Row]:
    """Return rows of some indicators, plain but for where and when they are of."""
    chance = random.Random(seed)
    found: list[Row] = []
    for indicator in indicators:
        found += (_row(indicator, chance) for _ in range(each))
        found += [dict(found[-1])] if chance.random() < 0.1 else []
    chance.shuffle(found)
    return found


def _row(indicator: Indicator, chance: random.Random) -> Row:
    return {
        "wilayah": chance.choice(REGIONS[:10] if chance.random() < 0.3 else REGIONS),
        "tahun": chance.choice(YEARS[:5] if chance.random() < 0.6 else YEARS),
        "periode": chance.choice(("tahunan", "tahunan", None, "triwulan-1", "Bulan-1")),
        "kode": _spelt(indicator, chance),
        "target": chance.choice(_TARGETS),
        "capaian": 94.44 if chance.random() < 0.05 else None,
        **{name: _value(indicator, name, chance) for name in indicator.variables_by_name},
    }


def _spelt(indicator: Indicator, chance: random.Random) -> str:
    code = indicator.kode
    otherwise = (code.lower(), f" {code}", f"{code}@{indicator.versi}", f"{code}@9", "KBP-ZZZ-99")
    return code if chance.random() < 0.85 else chance.choice(otherwise)


def _value(indicator: Indicator, name: str, chance: random.Random) -> float | None:
    variable = indicator.variables_by_name[name]
    if chance.random() < (0.7 if variable.jenis == "rilis" else 0.15):
        return None
    if variable.whole:
        return float(chance.choice((0, 1, 17, 20, 250, 2000, 2.5, -1, 10**16)))
    most = float(variable.maximum) if variable.maximum is not None else 1000.0
    return chance.choice((most, most / 8, most + 1, round(most * chance.random(), 2)))
