"""A second reckoning: eleven definitions written out by hand, in fractions, without the engine.

Formulas, methods and classes are typed from the catalog's own pages; nothing of the library is
used, so that what it computes is held against something that it did not make.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import isqrt
from typing import Any, Final

Row = dict[str, Any]
Key = tuple[Any, ...]
Numbers = Mapping[str, Fraction]
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "kurang")
PERIODS: Final = ("tahunan", *(f"bulan-{month:02}" for month in range(1, 13)), "triwulan-1")
YEARS: Final = tuple(range(2025, 2059))


@dataclass(frozen=True)
class Oracle:
    """One definition as a person reads it.

    Attributes:
        names: its variables, those of whole numbers and those of others.
        value: the value, ``None`` where there is none; a root is given as what it is the root of.
        holds: the relation that its variables keep.
        region: a region in which it is measured.
        decimals: how many places are published.
        lower: whether less is better; ``None`` where its targets are not tried.
        ends: the least and the most that each of its variables may be.
        root: whether the value is the square root of what ``value`` gives.
        classes: from which value each category begins.
    """

    names: tuple[str, ...]
    value: Callable[..., Fraction | None]
    holds: Callable[..., bool] = lambda *_: True
    region: str = "62"
    decimals: int = 2
    lower: bool | None = False
    whole: bool = True
    ends: tuple[int, int | None] = (0, None)
    root: bool = False
    classes: tuple[tuple[Fraction, bool, str], ...] = ()


def _share(above: Fraction, below: Fraction, times: int = 100) -> Fraction | None:
    return above / below * times if below else None


def _at_most(above: Fraction, below: Fraction) -> bool:
    return above <= below


ORACLES: Final[Mapping[str, Oracle]] = {
    "KBP-WAS-02": Oracle(("konflik_diselesaikan", "konflik"), _share, _at_most, "62.71"),
    "KBP-WAS-04": Oracle(
        ("meninggal", "penduduk"), lambda a, b: _share(a, b, 100_000), _at_most, "62.71", lower=True
    ),
    "KBP-POL-02": Oracle(
        ("pengguna_hak_pilih", "dpt", "dpk"),
        lambda voted, dpt, dpk: _share(voted, dpt + dpk),
        lambda voted, dpt, dpk: voted <= dpt + dpk,
        "62.71",
    ),
    "KBP-ESB-05": Oracle(("penyalahguna", "penduduk_15_64"), _share, _at_most, lower=True),
    "KBP-IDE-20": Oracle(("kader_terbentuk", "kader_target"), _share, region="62.71"),
    "KBP-WAS-22": Oracle(
        ("nilai_lalu", "nilai_kini"),
        lambda past, now: (now - past) / past * 100 if past else None,
        region="0",
        whole=False,
    ),
    "KBP-WAS-23": Oracle(
        ("insiden_lalu", "insiden_kini"),
        lambda past, now: (past - now) / past * 100 if past else None,
        region="0",
    ),
    "KBP-ESB-02": Oracle(
        ("toleransi", "kesetaraan", "kerja_sama"),
        lambda *three: sum(three, Fraction(0)) / 3,
        region="62.71",
        whole=False,
        ends=(0, 100),
        classes=(
            (Fraction(0), True, "rendah"),
            (Fraction(40), False, "sedang"),
            (Fraction(60), True, "tinggi"),
            (Fraction(80), True, "sangat tinggi"),
        ),
    ),
    "KBP-ESB-03": Oracle(("dektari", "dektara"), lambda a, b: a * b, whole=False, root=True),
    "KBP-UMM-01": Oracle(
        tuple(f"u{number}" for number in range(1, 10)),
        lambda *nine: sum(nine, Fraction(0)) / 9 * 25,
        region="62.71",
        whole=False,
        ends=(1, 4),
        classes=(
            (Fraction(25), True, "D"),
            (Fraction(65), True, "C"),
            (Fraction("76.61"), True, "B"),
            (Fraction("88.31"), True, "A"),
        ),
    ),
    "KBP-ORM-03": Oracle(("ormas_terdaftar",), lambda count: count, region="62.71", decimals=0),
}
_PREDICATES: Final = (
    *((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah")),
    (0, "Sangat Rendah"),
)


def reckoned(row: Mapping[str, Any]) -> Row:
    """Return what a person finds who has the definition, the numbers and much time."""
    oracle = ORACLES[row["kode"]]
    written = {name: row.get(name) for name in oracle.names}
    known = {name: exactly(one) for name, one in written.items() if one is not None}
    found: Row = {**dict.fromkeys(ANSWERS), "kurang": ""}
    absent = [name for name in oracle.names if name not in known]
    if any(map(oracle_refuses(oracle), known.values())):
        return {**found, "status": "ditolak"}
    if not absent and not oracle.holds(*known.values()):
        return {**found, "status": "ditolak"}
    if absent:
        return {**found, "status": "belum_lengkap", "kurang": " ".join(absent)}
    value = oracle.value(*known.values())
    if value is None:
        return {**found, "status": "tidak_terdefinisi"}
    printed = _root(value, oracle.decimals) if oracle.root else rounded(value, oracle.decimals)
    achieved = _achieved(printed, row.get("target"), lower=bool(oracle.lower))
    return {
        **found,
        "status": "lengkap",
        "nilai": float(printed),
        "kategori": _category(printed, oracle),
        "capaian": None if achieved is None else float(achieved),
        "predikat": next((label for least, label in _PREDICATES if achieved >= least), None)
        if achieved is not None
        else None,
    }


def oracle_refuses(oracle: Oracle) -> Callable[[Fraction], bool]:
    """Return what says whether a variable cannot be a number."""
    least, most = oracle.ends

    def refuses(number: Fraction) -> bool:
        broken = oracle.whole and number.denominator != 1
        return broken or number < least or (most is not None and number > most)

    return refuses


def exactly(number: float) -> Fraction:
    """Return the decimal that a double is written as."""
    return Fraction(Decimal(repr(number)))


def rounded(number: Fraction, decimals: int) -> Fraction:
    """Return a number rounded, a half going away from zero."""
    scaled = abs(number) * 10**decimals
    steps = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(steps if number >= 0 else -steps, 10**decimals)


def _root(number: Fraction, decimals: int) -> Fraction:
    """Return the root of a number, rounded: twice the steps is found as a whole root first."""
    quadruple = 4 * number * 100**decimals
    twice = isqrt(quadruple.numerator // quadruple.denominator)
    return Fraction((twice + 1) // 2, 10**decimals)


def _achieved(value: Fraction, target: float | None, *, lower: bool) -> Fraction | None:
    if target is None:
        return None
    goal = exactly(target)
    if goal < 0:
        return None
    if goal == 0:
        if not lower or value < 0:
            return None
        return Fraction(0 if value else 100)
    percent = (2 - value / goal) * 100 if lower else value / goal * 100
    return max(Fraction(0), rounded(percent, 2))


def _category(value: Fraction, oracle: Oracle) -> str | None:
    found = None
    for least, included, label in oracle.classes:
        if value > least or (included and value == least):
            found = label
    return found


# ------------------------------------------------------------------------------------ the rows


def rows(count: int, seed: int) -> Iterator[Row]:
    """Yield rows, a key each: ties, zeros, what is missing, counts as large as they come."""
    chance = random.Random(seed)
    keys = [*product(ORACLES, YEARS, PERIODS, range(5))]
    for kode, year, period, place in chance.sample(keys, count):
        oracle = ORACLES[kode]
        cities = ("62.71", "35.10", "31.71", "11.01", "73.71")
        provinces = ("62", "35", "31", "11", "73")
        region = {"62.71": cities, "62": provinces}.get(oracle.region, ("0",) * 5)[place]
        if region == "0" and place:
            continue
        yield {
            "wilayah": region,
            "tahun": year,
            "periode": period,
            "kode": kode,
            "target": _target(chance),
            **_values(oracle, chance),
        }


def _target(chance: random.Random) -> float | None:
    plain = chance.choice((None, 0.0, 100.0, 90.0, 85.5, 62.55, 33.33, 0.05, -1.0, 250.0, 7.0))
    return plain if chance.random() < 0.6 else round(chance.random() * 120, chance.choice((1, 2)))


def _values(oracle: Oracle, chance: random.Random) -> dict[str, float | None]:
    if oracle.whole:
        values = _counts(len(oracle.names), chance)
    else:
        least, most = oracle.ends
        high = 1000 if most is None else most
        values = [_decimal(least, high, chance) for _ in oracle.names]
    if chance.random() < 0.12:
        values[chance.randrange(len(values))] = None
    if chance.random() < 0.03:
        values[chance.randrange(len(values))] = chance.choice((-1.0, 2.5, -0.01, 0.5))
    return dict(zip(oracle.names, values, strict=True))


def _counts(count: int, chance: random.Random) -> list[float | None]:
    kind = chance.random()
    if kind < 0.4:
        # Of these a percentage often ends in a half of its last place.
        below: int = chance.choice((8, 16, 32, 80, 160, 400, 800, 1600, 2000, 4000, 20_000, 80_000))
        rest: list[float | None] = [float(chance.choice((0, 0, below))) for _ in range(count - 2)]
        return [float(chance.randrange(below + 1)), float(below), *rest][:count]
    if kind < 0.55:
        return [float(chance.choice((0, 0, 1, 7))) for _ in range(count)]
    if kind < 0.75:
        huge = (2**37, 2**40, 2**45, 10**12, 10**14, 2**50, 2**53 - 1, 2**53, 10**15, 3 * 10**15)
        least = chance.choice(huge)
        return [float(least - chance.choice((0, 1, 5, least // 3)) + 9 * n) for n in range(count)]
    if kind < 0.85:
        # As little under a half as can be.
        below = 2 * chance.randrange(50, 10 ** chance.randrange(3, 9)) + 1
        half = 2 * chance.randrange(1, 10**4) + 1
        rest = [0.0 for _ in range(count - 2)]
        return [float((below * half - 1) // 20_000), float(below), *rest][:count]
    most = 10 ** chance.randrange(1, 9)
    below = chance.randrange(1, most + 1)
    return [float(chance.randrange(below + 2)), *(float(below) for _ in range(count - 1))]


def _decimal(least: int, most: int, chance: random.Random) -> float | None:
    kind = chance.random()
    if kind < 0.2:
        ends = (least, most, (least + most) / 2, (least + most) / 8, 40, 60, 80, 0)
        return float(chance.choice([one for one in ends if least <= one <= most]))
    if kind < 0.25:
        return chance.choice((0.1 + 0.2, 1 / 3, 1.005, 2.675, 3.1415926))
    return round(least + (most - least) * chance.random(), chance.choice((0, 1, 2, 2, 3, 4)))
