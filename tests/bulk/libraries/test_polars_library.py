"""Polars counts steps, multiplies instead of dividing, finds regions by hashes: equal answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from math import gcd
from typing import Any, Final

import pytest

pytestmark = pytest.mark.frames
DECIMALS: Final = range(1, 7)
REGIONS: Final = ("0", "11", "31.71", "35.10", "62", "62.71", "91.01", "96")
STARTS: Final = {"31.71": 1978, "96": 2022, "62.71": 2000}


def _nearest_to_a_middle(decimals: int, most: int) -> Iterator[int]:
    """Yield numbers of units that lie as near to the middle of two doubles as any can."""
    fives = 5**decimals
    for exponent in range(decimals + 1, 60):
        # 2^(j - d) u = q 5^d + 1 or - 1, with q odd as the left side is even.
        inverse = pow(1 << (exponent - decimals), -1, fives)
        lowest = (10**decimals << 53) >> exponent
        for sign in (1, -1):
            start = lowest + (sign * inverse - lowest) % fives
            yield from (one for one in range(start, 2 * lowest, max(fives, lowest // 20)) if one)
    yield from range(most - 50, most + 1)


def _divided(units: list[int], decimals: int, largest: int | None) -> list[float]:
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary

    column: Any = nw.from_native(pl.DataFrame({"u": [float(one) for one in units]}).lazy())
    made = column.select(u=PolarsLibrary().decimal(nw.col("u"), decimals, largest))
    return list(made.to_native().collect()["u"])


@pytest.mark.parametrize("decimals", DECIMALS)
def test_two_multiplications_give_the_double_nearest_to_a_decimal(decimals: int) -> None:
    from kesbang_iku.bulk.libraries.polars_library import _reciprocal

    times, _ = _reciprocal(decimals)
    most = ((1 << 53) - 1) // times
    chance = random.Random(decimals)
    units = [one for one in _nearest_to_a_middle(decimals, most) if one <= most]
    units += [chance.randrange(1 << chance.randrange(1, most.bit_length())) for _ in range(20_000)]
    units += [-one for one in units]
    assert len(units) > 40_000
    assert _divided(units, decimals, most) == [one / 10**decimals for one in units]


def test_numbers_without_an_end_are_divided() -> None:
    units = [*range((1 << 53) - 1000, 1 << 53)]
    for largest in (None, 1 << 53):
        assert _divided(units, 2, largest) == [one / 100 for one in units]


def test_no_number_of_units_is_told_by_one_multiplication() -> None:
    # Why it takes two: a hundredth as a double is not near enough to one.
    assert any(one * 0.01 != one / 100 for one in range(10_000))


@pytest.mark.parametrize("windows", [(), None])
def test_the_year_a_region_began_in_is_found_with_hashes_and_without(
    monkeypatch: pytest.MonkeyPatch, windows: tuple[int, ...] | None
) -> None:
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries import polars_library
    from kesbang_iku.bulk.libraries.library import BEGUN

    if windows is not None:
        monkeypatch.setattr(polars_library, "_WINDOWS", windows)
    named = [*REGIONS, *(f"{one:04d}" for one in range(1000))]
    table: Any = nw.from_native(pl.DataFrame({"wilayah": named}).lazy())
    found = polars_library.PolarsLibrary().begun(table, STARTS, named)
    assert list(found.to_native().collect()[BEGUN]) == [STARTS.get(one, 0) for one in named]


# ------------------------------------------------------------- rounding by a half and a step

FACTORS: Final = (10_000, 10_000_000, 100, 1_000_000, Fraction(20_000, 3), Fraction(100, 7))
"""Factors of columns divided by columns: those of the catalog first."""
BELOW: Final = (36, 100, 300, 500, 1_000, 100_000, 1_000_000, 7, 3 * 5**9)
"""Constants that columns are divided by: those of the catalog first."""


def _most(factor: Fraction, below: int) -> int:
    """Return the largest number over ``below`` that is certified: ``2 N + 3 D < 5 * 2^48``."""
    top, under = factor.as_integer_ratio()
    return ((5 << 48) - 1 - 3 * under * below) // (2 * top)


def _about_halves(factor: Fraction) -> Iterator[tuple[int, int]]:
    """Yield numbers over others that come to a half, or as near to one as any can."""
    chance = random.Random(str(factor))
    top, under = factor.as_integer_ratio()
    for bits in range(1, 45):
        for _ in range(12):
            below = chance.randrange(1 << (bits - 1), 1 << bits) | 1
            most = _most(factor, below)
            ties = 2 * top * below // gcd(2 * top, under)
            for over, telling in ((below, gcd(below * under, 2 * top) == 1), (ties, False)):
                last = min(most, _most(factor, over))
                spread = [last, *(chance.randrange(1 << k) for k in range(1, last.bit_length()))]
                for number in spread if last > 0 else ():
                    half = (2 * (top * number // (under * over)) + 1) * under * over
                    yield from ((half // (2 * top) + off, over) for off in (-1, 0, 1))
                    if telling:
                        # Below a half, or above it, by 1/(2 D): no quotient can lie nearer.
                        start = pow(2 * top, -1, under * over)
                        place = number - number % (under * over)
                        yield from ((place - start, over), (place + start, over))


def _rounded(rows: list[tuple[int, int]], factor: Fraction) -> list[float]:
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary
    from kesbang_iku.formula.engines.arithmetic import Quotient

    columns = {name: [float(row[place]) for row in rows] for place, name in enumerate("nd")}
    n, d = nw.col("n"), nw.col("d")
    top, under = map(float, factor.as_integer_ratio())
    quotient = Quotient(n * top, d * under, factor, n, d)
    table: Any = nw.from_native(pl.DataFrame(columns).lazy())
    return list(table.select(x=PolarsLibrary().rounded(quotient)).to_native().collect()["x"])


@pytest.mark.parametrize("factor", [Fraction(one) for one in FACTORS])
def test_halves_of_columns_go_up_and_what_lies_next_to_them_to_its_side(factor: Fraction) -> None:
    from kesbang_iku.bulk.libraries.polars_library import _counting

    assert _counting(factor, 2) is not None
    top, under = factor.as_integer_ratio()
    rows = [(n, d) for n, d in _about_halves(factor) if 0 <= n <= _most(factor, d)]
    assert len(rows) > 40_000
    assert max(2 * top * n + 3 * under * d for n, d in rows) > (5 << 48) * 0.999
    right = [(2 * top * n + under * d) // (2 * under * d) for n, d in rows]
    assert sum(2 * top * n % (2 * under * d) == under * d for n, d in rows) > 5_000
    assert _rounded(rows, factor) == right


def test_the_rows_would_tell_a_step_that_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    from kesbang_iku.bulk.libraries import polars_library

    factor = Fraction(10_000)
    rows = [(n, d) for n, d in _about_halves(factor) if 0 <= n <= _most(factor, d)]
    right = [(20_000 * n + d) // (2 * d) for n, d in rows]
    half, step = polars_library._counting(factor, 2) or (0.0, 0.0)
    for other in (1e-4, step - (1e-4 - step), step - 4 * (1e-4 - step)):
        monkeypatch.setattr(polars_library, "_counting", lambda *_, to=other: (half, to))
        assert _rounded(rows, factor) != right


@pytest.mark.parametrize("below", BELOW)
def test_halves_over_constants_go_up_and_what_lies_next_to_them_to_its_side(below: int) -> None:
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary, _counting
    from kesbang_iku.formula.engines.arithmetic import Quotient

    assert _counting(Fraction(1, below), 0) is not None
    chance, most = random.Random(below), _most(Fraction(1), below)
    places = [chance.randrange(1 << chance.randrange(1, most.bit_length())) for _ in range(10_000)]
    halves = [(2 * (one // below) + 1) * below // 2 for one in (*places, most - below)]
    above = [one + off for one in halves for off in (-1, 0, 1) if 0 <= one + off <= most]
    assert max(above) > most * 0.999
    table: Any = nw.from_native(pl.DataFrame({"n": [float(one) for one in above]}).lazy())
    n = nw.col("n")
    quotient = Quotient(n, below, Fraction(1, below), n, n)
    found = table.select(x=PolarsLibrary().rounded(quotient)).to_native().collect()["x"]
    assert list(found) == [(2 * one + below) // (2 * below) for one in above]


@pytest.mark.parametrize("roundings", [0, 2])
def test_a_half_and_a_step_are_what_the_theorem_asks_for(roundings: int) -> None:
    from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary, _counting

    unit, limit = Fraction(1, 1 << 53), PolarsLibrary.capacity.quotient
    chance, proven = random.Random(roundings), 0
    for _ in range(2_000):
        factor = Fraction(chance.randrange(1, 10**7), chance.randrange(1, 10**4))
        factor = factor if roundings else 1 / Fraction(factor.numerator)
        if (counting := _counting(factor, roundings)) is None:
            continue
        proven += 1
        half, step = map(Fraction, counting)
        assert abs(half * 2 * factor - 1) <= (unit if roundings else 0)
        for ratio in (1 / step, Fraction(1 / counting[1])):
            assert (1 - unit) ** roundings * ratio >= factor
            assert ((roundings + 1) * unit + ratio / factor - 1) * limit <= 1
    assert proven > 300


def test_a_factor_without_a_step_is_divided_as_elsewhere() -> None:
    from kesbang_iku.bulk.libraries.polars_library import _counting

    assert _counting(Fraction(1), 2) is None
    rows = [(n, d) for n, d in _about_halves(Fraction(1)) if 0 <= n <= _most(Fraction(1), d)]
    assert _rounded(rows, Fraction(1)) == [(2 * n + d) // (2 * d) for n, d in rows]
