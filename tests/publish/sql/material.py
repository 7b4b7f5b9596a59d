"""Reports with everything that may befall one, and what the exact engine makes of each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator

Row = dict[str, Any]
Key = tuple[Any, ...]
KATALOG: Final = iku.load_catalog()
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
COLUMNS: Final = (*KEYS, "variabel", "nilai", "target")
ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
REGIONS: Final = ("0", "62", "62.71", "11", "31.71", "35.10", "62.01", "99.99", "3510")
TARGETS: Final = (
    *(None, 0.0, 100.0, 90.0, 72.5, 3.8, 250.0, 66.6667, -5.0, 1e9, 80.123456, 0.0001, 33.335),
    *(85.0, 12.0, 1000000.0),
)
COUNTS: Final = (
    *(0, 1, 3, 7, 8, 20, 40, 125, 200, 997, 800, 10**6, 2.9e8, 137438953472, 10**12),
    *(999999999999, 333333333333, 2.5, -1, -2.5),
)
WRITTEN: Final = (
    *(None, "", "90", "72,5", "72.5", ">= 80", "≥ 80", "≤ 12,5", "< 3", "80,5–90", "80.25-90.5"),
    *("Tinggi", "sedang", "BB", "baik", "1.234", "80 persen", "70-60", "-5", "0", "0-100", "> 100"),
)


def items(indicator: Indicator, count: int, seed: str) -> Iterator[Row]:
    """Yield items of one version, a key each."""
    chance = random.Random(seed)
    last = indicator.berlaku.selesai or 2030
    first = max(indicator.berlaku.mulai or 2015, last - 20)
    seen: set[Key] = set()
    for _ in range(count):
        year = (
            chance.randint(first, last) if chance.random() < 0.98 else chance.choice([1900, 1950])
        )
        home = "62.71" if indicator.exists_at("kota") else "62"
        region = chance.choice(REGIONS) if chance.random() < 0.4 else home
        period = "tahunan"
        if chance.random() < 0.6:
            period = f"bulan-{chance.randint(1, 12):02}" if chance.random() < 0.97 else "entah"
        key = (region, year, period, indicator.kode)
        if key in seen:
            continue
        seen.add(key)
        target = chance.choice(TARGETS)
        ties = chance.random() < 0.2
        values = {name: _value(indicator, name, chance) for name in indicator.variables_by_name}
        if ties and len(values) == 2:
            values = _tie(values, chance)
        yield {**dict(zip(KEYS, key, strict=True)), "target": target, "variabel": values}


def _tie(values: Mapping[str, float | None], chance: random.Random) -> dict[str, float | None]:
    """Return two counts of which the percentage ends in a half of its last place."""
    below = chance.choice([16, 32, 80, 160, 800, 4000, 20000, 80000])
    above = chance.randrange(0, below + 1)
    return dict(zip(values, (float(above), float(below)), strict=True))


def _value(indicator: Indicator, name: str, chance: random.Random) -> float | None:
    variable = indicator.variables_by_name[name]
    if chance.random() < (0.7 if variable.jenis == "rilis" and indicator.rilis else 0.04):
        return None
    if variable.whole:
        return float(chance.choice(COUNTS))
    most = float(variable.maximum) if variable.maximum is not None else 1000.0
    least = float(variable.minimum) if variable.minimum is not None else -most / 10
    if chance.random() < 0.06:
        return chance.choice([most + 1, least - 0.5, 3.14159265, 1e12, most])
    value = least + (most - least) * chance.random()
    return round(value, chance.choice([0, 1, 2, 2, 3, 4]))


@cache
def material(each: int = 110) -> tuple[Row, ...]:
    """Return items of every version of every indicator."""
    found: dict[Key, Row] = {}
    for indicator in KATALOG.definitions:
        for row in items(indicator, each, f"{indicator.kode}@{indicator.versi}"):
            found.setdefault(key_of(row), row)
    return tuple(found.values())


@cache
def written_material(each: int = 40) -> tuple[Row, ...]:
    """Return items whose numbers and targets are texts, as regions write them."""
    chance = random.Random("tertulis")
    found = []
    for row in material(each):
        values = {name: _written(value, chance) for name, value in row["variabel"].items()}
        found.append({**row, "variabel": values, "target": chance.choice(WRITTEN)})
    return tuple(found)


def _written(value: float | None, chance: random.Random) -> str | None:
    if value is None:
        return chance.choice([None, ""])
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if chance.random() < 0.5 else text


def key_of(row: Mapping[str, Any]) -> Key:
    """Return what identifies a result."""
    return tuple(row[name] for name in KEYS)


def long(items: Sequence[Row]) -> list[tuple[Any, ...]]:
    """Return items with a row a variable; the target stands on the first one."""
    rows = []
    for item in items:
        for number, (name, value) in enumerate(item["variabel"].items()):
            rows.append((*key_of(item), name, value, None if number else item["target"]))
    return rows


def expected(rows: Sequence[tuple[Any, ...]], catalog: iku.Catalog = KATALOG) -> dict[Key, Row]:
    """Return what the exact engine answers for the rows of each key."""
    by_key: dict[Key, list[Row]] = {}
    for row in rows:
        by_key.setdefault(row[:4], []).append(dict(zip(COLUMNS, row, strict=True)))
    return {key: answer(found, catalog) for key, found in by_key.items()}


def answer(rows: Sequence[Row], catalog: iku.Catalog = KATALOG) -> Row:
    """Return what the exact engine answers for the rows of one key."""
    results = iku.compute(rows, catalog)
    own = results.per_butir
    said = [*results.temuan, *(found for result in own for found in result.temuan)]
    codes = " ".join(sorted({found.kode for found in said}))
    if not own:
        return {**dict.fromkeys(ANSWERS), "temuan": codes, "kurang": ""}
    (result,) = own
    return {
        "nilai": None if result.nilai is None else float(result.nilai),
        "status": str(result.status),
        "capaian": None if result.capaian is None else float(result.capaian),
        "predikat": result.predikat,
        "kategori": result.kategori,
        "temuan": codes,
        "kurang": " ".join(result.kurang),
    }
