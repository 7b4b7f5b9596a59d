"""Random years in parts, and what the library makes of each: what packages are held against."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import PARTS, Period

YEAR: Final = {"wilayah": "62.71", "tahun": 2025}
"""Where and when the numbers are of."""


class RandomYear(NamedTuple):
    """The numbers of the periods of one year, and the value of the whole, if it has one."""

    kode: str
    parts: dict[str, dict[str, int]]
    due: str | None


def random_years(katalog: iku.Catalog, count: int, *, seed: int) -> Iterator[RandomYear]:
    """Yield years of indicators that a city has."""
    draw = Random(seed)
    there = [one for one in katalog if one.exists_at("kota") and one.berlaku.selesai is None]
    for _ in range(count):
        indicator = draw.choice(there)
        parts = _parts(draw, indicator)
        rows = [
            {**YEAR, "kode": indicator.kode, "periode": period, "variabel": name, "nilai": number}
            for period, numbers in parts.items()
            for name, number in numbers.items()
        ]
        whole = [one for one in iku.compute(rows, katalog) if one.periode == "tahunan"]
        due = f"{whole[0].nilai:f}" if whole and whole[0].nilai is not None else None
        yield RandomYear(indicator.kode, parts, due)


def _parts(draw: Random, indicator: Indicator) -> dict[str, dict[str, int]]:
    """Return the numbers of the periods of a year, now and then not of all, or of two kinds."""
    kinds = draw.sample([*PARTS], draw.choice((1, 1, 1, 2)))
    until = ["sd-triwulan-4"] if draw.random() < 0.1 else []
    names = [one.nama for one in indicator.variabel if one.jenis != "rilis"]
    written = [
        Period(kind, number).written for kind in kinds for number in range(1, PARTS[kind] + 1)
    ]
    return {
        period: dict(zip(names, sorted(draw.choices(range(100), k=len(names))), strict=True))
        for period in (*written, *until)
        if draw.random() < 0.97
    }
