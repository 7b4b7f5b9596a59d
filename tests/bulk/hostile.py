"""Tables made to mislead: ties, numbers just below one, what no double holds, odd keys."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kesbang_iku.indicator.indicator import Indicator
from tests.bulk.frames import KATALOG, KEYS, Row, expected

_REGIONS: Final = (
    *("62", "62.71", "11", "31.71", "35.10"),
    *("0", "99.99", "3510", " 62.71", "62.71.01", ""),
)
_PERIODS: Final = (
    *("tahunan", "", None, "triwulan-1", "sd-triwulan-2", "bulan-12"),
    *("bulan-13", "Bulan-1", "semester-2", "caturwulan-3", "sd-bulan-06"),
)
_YEARS: Final = (2018, 2019, 2020, 2021, 2023, 2024, 2025, 2026, 2100, 1944, 0)
_COUNTS: Final = (
    *(0, 1, 2, 3, 7, 8, 16, 80, 200, 400, 800, 1600, 2000, 20000, 4999, 99999, 123456789),
    *(2**37, 2**37 + 1, 140_000_000_000, 2**50, 2**53 - 1, 2**53, 2**53 + 2, 10**15, 10**17),
)
_VALUES: Final = (
    *(0.0, 0.005, 0.285, 1.005, 2.675, 70.005, 99.995, 99.99499999999999, 100.0, 100.0000001),
    *(0.1 + 0.2, 1 / 3, 81.69, 81.69 + 0.1 - 0.1, 3.14159, 1e-7, -0.01, 4.0, 3.5, 1e9),
)
_TARGETS: Final = (
    *(None, None, 0.0, 90.0, 85.005, 72.5, -1.0, 1e-3, 1e12, 66.666666, 100.0, 0.1 + 0.2),
)
TEXT_TARGETS: Final = (
    *(None, "", "90", "90,5", "1.234", "1.234,5", ">=80", "≥ 80", "<= 3", "81.69-85.23"),
    *("Sangat Tinggi", "BB", "Baik", "tidak ada", "-", "100%", "0"),
)


def rows(
    indicators: Sequence[Indicator], each: int, seed: int, *, texts: bool = False
) -> list[Row]:
    """Return rows of some indicators, some of whose keys come twice."""
    chance = random.Random(seed)
    found: list[Row] = []
    for indicator in indicators:
        found += (_row(indicator, chance, texts=texts) for _ in range(each))
        found += [dict(row) for row in found[-each:] if chance.random() < 0.03]
    chance.shuffle(found)
    return found


def _row(indicator: Indicator, chance: random.Random, *, texts: bool) -> Row:
    year = indicator.berlaku.selesai or max(indicator.berlaku.mulai or 0, 2025)
    plain = chance.random() < 0.8
    region = chance.choice(_REGIONS[:5] if plain else _REGIONS)
    values = {name: _value(indicator, name, chance) for name in indicator.variables_by_name}
    if len(values) > 1 and chance.random() < 0.25:
        _just_below_a_tie(indicator, values, chance)
    return {
        "wilayah": None if chance.random() < 0.01 else region,
        "tahun": year if chance.random() < 0.8 else chance.choice(_YEARS),
        "periode": chance.choice(_PERIODS),
        "kode": indicator.kode if chance.random() < 0.99 else "KBP-ZZZ-99",
        "target": chance.choice(TEXT_TARGETS if texts else _TARGETS),
        **values,
    }


def _just_below_a_tie(indicator: Indicator, values: Row, chance: random.Random) -> None:
    """Make the first two variables a quotient that lies under a half by the least there is."""
    first, second = [*values][:2]
    if not all(indicator.variables_by_name[name].whole for name in (first, second)):
        return
    below = 2 * chance.randrange(50, 10 ** chance.randrange(3, 9)) + 1
    half = 2 * chance.randrange(1, 10**4) + 1
    # 10^4 a / b just under half / 2, so that b half - 20000 a is small and above 0.
    values[second] = float(below)
    values[first] = float((below * half - 1) // 20000)


def _value(indicator: Indicator, name: str, chance: random.Random) -> float | None:
    variable = indicator.variables_by_name[name]
    if chance.random() < (0.7 if variable.jenis == "rilis" else 0.06):
        return None
    if variable.whole:
        if chance.random() < 0.6:
            return float(chance.choice((20, 200, 2000, 80, 1600)) - chance.randrange(20))
        return float(chance.choice(_COUNTS) if chance.random() < 0.97 else chance.choice((2.5, -1)))
    most = float(variable.maximum) if variable.maximum is not None else 1000.0
    if chance.random() < 0.5:
        return round(most * chance.random(), chance.choice((2, 2, 3, 4, 5)))
    return chance.choice((*_VALUES, most, most / 8, most + 0.01))


def answers(table: Sequence[Row]) -> Mapping[tuple[Any, ...], Row]:
    """Return what the exact engine answers, by the key as a table of results has it."""
    by_key: dict[tuple[Any, ...], list[Row]] = {}
    for row in table:
        told = {**row, "periode": row["periode"] or "tahunan"}
        by_key.setdefault(tuple(told[name] for name in KEYS), []).append(told)
    return {key: expected(found) for key, found in by_key.items()}


def some() -> Iterator[Indicator]:
    """Yield indicators of all kinds: shares, indices, a root, money, released, of versions."""
    wanted: tuple[str, ...] = (
        "KBP-WAS-02",
        "KBP-POL-01",
        "KBP-POL-02",
        "KBP-ESB-03",
        "KBP-ESB-01",
        "KBP-WAS-04",
    )
    wanted += ("KBP-POL-04", "KBP-WAS-11", "KBP-WAS-05", "KBP-UMM-01", "KBP-IDE-01", "KBP-ORM-01")
    for one in KATALOG.definitions:
        if one.kode in wanted:
            yield one
