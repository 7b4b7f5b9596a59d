"""Polars multiplies instead of dividing, and finds regions by their hashes: with equal answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, Final

import pytest

ABSENT: Final = [name for name in ("narwhals", "polars") if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(ABSENT), reason=f"without {', '.join(ABSENT)}; `make frames` has an environment with them"
)
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
