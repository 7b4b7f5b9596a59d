"""Random items over all definitions, as a program hands them to the library and to a package."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any, Final, NamedTuple

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.model.definition import Variable
from kesbang_iku.sources.notation import plain

ODD: Final = (
    *(None, "", "-", "n/a", 0, "0", -1, "abc", "1.234", "1,234", "12%", "Rp 1.000.000", "3-4"),
    *("juta", "1e5", "½", "٣", 0.1, 1e-7, 123456789.125, "000", "+5", "(2024)"),
)
TARGETS: Final = (
    *(None, None, 0, "0", 72, 99.5, "85,23", "≥ 80", "< 5", "81,69–85,23", "Tinggi", "B", "tinggi"),
    *("90 %", "x", "-5", "1.500", "1.500 orang", "", 33.33, "100"),
)
TOLD: Final = (
    *("71,27", 80, "0", "85.123", "1.234", "72.50", "BB", "Tinggi", "sedang", "abc", "", 99.5),
    *("101", "12.5 (2024)", "7 %", "1 234,5", "99,995", None),
)
PERIODS: Final = ("tahunan", "triwulan-1", "bulan-03", "sd-semester-2")
LEVELS: Final = ("nasional", "provinsi", "kabupaten", "kota")
_UNBOUNDED: Final = (10, 1000, 10**6, 10**12)
_STEPS: Final = 10**6


class Item(NamedTuple):
    """A call of the package, and what the library gives for the same."""

    call: list[Any]
    due: Result


def random_items(catalog: iku.Catalog, count: int, seed: int) -> Iterator[Item]:
    """Yield so many items: values of variables, and values that are told."""
    draw = Random(seed)
    regions = list(load_regions())
    for _ in range(count):
        indicator = draw.choice(catalog.definitions)
        named = f"{indicator.kode}@{indicator.versi}"
        about = _about(draw, regions)
        target = draw.choice(TARGETS)
        if draw.random() < 0.15:
            told = draw.choice(TOLD)
            due = indicator.compute(realisasi=told, target=target, **about)
            yield Item(["capaian", named, told, target, about], due)
            continue
        numbers = _numbers(draw, indicator)
        if "sebelumnya" in str(indicator.formula):
            about["sebelumnya"] = _numbers(draw, indicator)
        due = indicator.compute(numbers, target=target, **about)
        yield Item(["hitung", named, numbers, {**about, "target": target}], due)


def _about(draw: Random, regions: list[str]) -> dict[str, Any]:
    about: dict[str, Any] = {}
    if draw.random() < 0.4:
        region = draw.choice(regions)
        about["wilayah"] = region.replace(".", "") if draw.random() < 0.2 else region
    elif draw.random() < 0.4:
        about["tingkat"] = draw.choice(LEVELS)
    if draw.random() < 0.5:
        about["tahun"] = draw.choice((draw.randrange(1946, 2027), draw.randrange(2008, 2027)))
    if draw.random() < 0.1:
        about["periode"] = draw.choice(PERIODS)
    if draw.random() < 0.15:
        about["format_angka"] = draw.choice(("id", "en"))
    return about


def _numbers(draw: Random, indicator: Indicator) -> dict[str, Any]:
    """Return numbers for most variables; in any order, and often such that no rule is broken."""
    found = {
        one.nama: _exact(draw, one)
        for one in indicator.variabel
        if draw.random() < (0.2 if one.jenis == "rilis" else 0.95)
    }
    if draw.random() < 0.5:
        found = dict(zip(found, sorted(found.values()), strict=True))
    if draw.random() < 0.2:
        found = dict(reversed(found.items()))
    return {
        name: draw.choice(ODD) if draw.random() < 0.05 else _typed(draw, value)
        for name, value in found.items()
    }


def _exact(draw: Random, variable: Variable) -> Fraction:
    low = Fraction(-1000) if variable.minimum is None else variable.minimum
    high = Fraction(draw.choice(_UNBOUNDED)) if variable.maximum is None else variable.maximum
    value = low + (high - low) * Fraction(draw.randrange(_STEPS + 1), _STEPS)
    places = 0 if variable.whole and draw.random() < 0.97 else draw.randrange(5)
    return Fraction(round(value * 10**places), 10**places)


def _typed(draw: Random, value: Fraction) -> int | float | str:
    """Return a number as a program or a person writes it."""
    whole, mark, decimals = plain(value, ".").partition(".")
    how = draw.randrange(4)
    if how == 0:
        return float(value) if mark else int(value)
    if how == 1:
        grouped = f"{int(whole):,}".replace(",", ".")
        sign = "-" if value < 0 and not grouped.startswith("-") else ""
        return f"{sign}{grouped},{decimals}" if mark else sign + grouped
    return plain(value, "," if how == 2 else ".")


def release_items(catalog: iku.Catalog, count: int, seed: int) -> Iterator[Item]:
    """Yield so many items with a released value that is near to what its components give."""
    draw = Random(seed)
    released = [one for one in catalog.definitions if one.rilis is not None]
    for _ in range(count):
        indicator = draw.choice([one for one in released if one.engine.computed is not None])
        places = draw.randrange(4)
        parts = {
            one.nama: _rounded(_exact(draw, one), 0 if one.whole else places)
            for one in indicator.variabel
            if one.nama != indicator.rilis
        }
        computed = indicator.compute(parts).nilai_eksak
        value = computed if isinstance(computed, Fraction) else Fraction(draw.randrange(101))
        told = _rounded(value * 10**6, 0) / 10**6 if draw.random() < 0.1 else value
        digits = draw.randrange(5)
        near = _rounded(told + Fraction(draw.randrange(-3, 4), 2 * 10**digits), digits)
        numbers = {**parts, str(indicator.rilis): near}
        given = {name: _typed(draw, one) for name, one in numbers.items()}
        if draw.random() < 0.1:
            binary = float(near)
            given[str(indicator.rilis)] = draw.choice((f"{binary:.1f}", binary + 1e-14, "0", 0))
        named = f"{indicator.kode}@{indicator.versi}"
        yield Item(["hitung", named, given, {}], indicator.compute(given))


def unit_items(catalog: iku.Catalog) -> Iterator[Item]:
    """Yield a number with the sign of each unit behind it, for a variable of each unit."""
    wanted = {one.satuan: (found, one.nama) for found in catalog for one in found.variabel}
    for indicator, name in wanted.values():
        for unit in catalog.tables.units.values():
            given = {name: f"3 {unit.simbol}"}
            named = f"{indicator.kode}@{indicator.versi}"
            yield Item(["hitung", named, given, {}], indicator.compute(given))


def _rounded(value: Fraction, places: int) -> Fraction:
    return Fraction(round(value * 10**places), 10**places)
