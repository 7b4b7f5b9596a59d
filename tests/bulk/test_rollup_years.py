"""Years beside their parts that contradict nothing are told by columns, all others exactly."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.amounts import AGAINST
from kesbang_iku.computing.reports import Results
from tests.bulk.frames import KATALOG, MAKERS, Row, Table, long, rows_of
from tests.bulk.test_rollup import exact, framed

pytestmark = pytest.mark.frames

SHARE, COUNT, STOCK, SURVEY = "KBP-WAS-02", "KBP-WAS-09", "KBP-ORM-03", "KBP-UMM-01"
DRAWN: Final = {
    SHARE: ("konflik_diselesaikan", "konflik"),
    COUNT: ("konflik",),
    STOCK: ("ormas_terdaftar",),
}
KINDS: Final = {"semester": 2, "caturwulan": 3, "triwulan": 4, "bulan": 12}
Item = tuple[float | str | None, ...]
Told = tuple[str, Item]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the rows that go to the exact engine, while they go."""
    from kesbang_iku.bulk import frame_rollup

    rows: list[Any] = []

    def counted(written: Sequence[Row], catalog: iku.Catalog, *, regions: Regions) -> Results:
        rows.extend(written)
        return iku.compute(written, catalog, regions=regions)

    monkeypatch.setattr(frame_rollup, "compute", counted)
    return rows


def parts(kind: str, *numbers: Item) -> list[Told]:
    """Return numbers of the first, the second part of a year of some kind."""
    digits = "02" if kind == "bulan" else ""
    return [(f"{kind}-{place:{digits}}", one) for place, one in enumerate(numbers, 1)]


def items(code: str, *told: Told, region: str = "34.01", year: object = 2024) -> list[Row]:
    """Return what a region tells of a year and its parts, a row an item."""
    names = {
        COUNT: ("konflik",),
        SHARE: ("konflik_diselesaikan", "konflik"),
        STOCK: ("ormas_terdaftar",),
        SURVEY: ("realisasi",),
    }[code]
    key = {"wilayah": region, "tahun": year, "kode": code}
    return [
        {**key, "periode": period, **dict(zip(names, numbers, strict=True))}
        for period, numbers in told
    ]


def of_year(*numbers: float | str | None) -> Told:
    return "tahunan", numbers


def same(kind: str, *numbers: float) -> list[Told]:
    return parts(kind, *[numbers] * KINDS[kind])


def table(rows: Sequence[Row]) -> Table:
    import polars as pl

    return pl.DataFrame(rows, infer_schema_length=None)


QUARTERS: Final = same("triwulan", 5)
HALVES: Final = same("semester", 10)
CASES: Final[dict[str, tuple[list[Row], str, bool]]] = {
    "last of what does not shrink": (
        items(SHARE, of_year(1, 20), *same("triwulan", 1, 5)), "", False,
    ),
    "share of sums": (items(SHARE, of_year(4, 20), *same("triwulan", 1, 5)), "", False),
    "running total": (
        items(SHARE, of_year(4, 9), *parts("triwulan", (1, 2), (2, 5), (2, 6), (4, 9))), "", True,
    ),
    "last of what shrinks": (items(COUNT, of_year(4), *parts("triwulan", *[(5,)] * 3, (4,))),
                             "IKU468", True),
    "no cases": (items(SHARE, of_year(0, 0), *same("triwulan", 0, 0)), "", False),
    "cases in one part": (
        items(SHARE, of_year(5, 20), *parts("triwulan", *[(0, 0)] * 3, (5, 20))), "", True,
    ),
    "none solved": (items(SHARE, of_year(0, 20), *same("triwulan", 0, 5)), "", False),
    "mean of shares": (items(SHARE, of_year(2, 20), *same("semester", 1, 10)), "", False),
    "sum of shares": (
        items(SHARE, of_year(4, 10), *parts("semester", (2, 8), (3, 20))), "IKU433 IKU434", True,
    ),
    "other sum": (items(SHARE, of_year(2, 30), *parts("semester", (1, 5), (1, 6))),
                  "IKU433", True),
    "count": (items(COUNT, of_year(20), *QUARTERS), "", False),
    "count of months": (items(COUNT, of_year(12), *same("bulan", 1)), "", False),
    "count of thirds": (items(COUNT, of_year(12), *same("caturwulan", 4)), "", False),
    "other count": (items(COUNT, of_year(21), *QUARTERS), "IKU433", True),
    "part of more": (items(COUNT, of_year(4), *QUARTERS[:1]), "IKU443", True),
    "some parts": (items(COUNT, of_year(9), *QUARTERS[:1]), "", True),
    "stock": (items(STOCK, of_year(5), *parts("triwulan", (9,), (5,), (9,), (5,))), "", False),
    "two kinds of parts": (items(COUNT, of_year(20), *HALVES, *QUARTERS), "", True),
    "a kind within another": (
        items(COUNT, of_year(20), *HALVES, *parts("triwulan", (12,), (3,), (3,), (2,))),
        "", True,
    ),
    "run to the end": (items(COUNT, of_year(20), ("sd-triwulan-4", (20,)), *QUARTERS), "", True),
    "run to the half": (
        items(COUNT, of_year(20), ("semester-1", (20,)), ("sd-triwulan-2", (0,))), "", True,
    ),
    "half a conflict": (items(COUNT, of_year(3), *parts("semester", (1.5,), (1.5,))), "", True),
    "target alone": (
        [*items(COUNT, *QUARTERS),
         {"wilayah": "34.01", "tahun": 2024, "periode": "tahunan", "kode": COUNT, "target": 3}],
        "", True,
    ),
    "part told twice alike": (items(COUNT, of_year(20), *QUARTERS, QUARTERS[0]), "", True),
    "survey": (
        items(SURVEY, of_year("80,10"), *parts("semester", ("80",), ("80,20",))), "", False,
    ),
    "sum of indices": (
        items(SURVEY, of_year("80,10"), *parts("semester", ("40,10",), ("40",))), "IKU434", True,
    ),
    "years spelt otherwise": (
        [*items(COUNT, of_year(20), *QUARTERS, year="2024"),
         *items(COUNT, of_year(20), ("triwulan-1", (25,)), *QUARTERS[1:], year=" 2024")],
        "", True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_only_what_is_in_doubt_goes_to_the_exact_engine(case: str, asked: list[Any]) -> None:
    rows, codes, goes = CASES[case]
    found = rows_of(iku.rollup_frame(table(rows), KATALOG, waktu="tahunan"))
    told = {code for one in found for code in one["temuan"].split()} & AGAINST
    assert (told, bool(asked)) == ({*codes.split()}, goes)


def drawn(seed: int, *, odd: bool) -> list[Row]:
    """Return years of regions beside their parts, most of which say something of each other."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for region in ("34.01", "34.02", "34.03", "34.71", "11.01", "33.01"):
        for code, year in ((one, at) for one in DRAWN for at in (2024, 2025)):
            some = [*_drawn(code, chance)]
            if odd and chance.random() < 0.2:
                chance.choice(some)[1]["konflik"] = chance.choice([None, -1.0, 2.5, 1e13])
            if odd and chance.random() < 0.1:
                some.append((chance.choice(some)[0], {**chance.choice(some)[1]}))
            key = {"wilayah": region, "tahun": year}
            rows += ({**key, "periode": at, "kode": code, "target": None, **x} for at, x in some)
    return rows


def _drawn(code: str, chance: random.Random) -> Iterator[tuple[str, Row]]:
    """Yield numbers of a year and its parts: of the year sums, those of the last part, or any."""
    names = DRAWN[code]
    kind = chance.choice([*KINDS, "semester", "triwulan"])
    each = [f"{kind}-{one:{'02' if kind == 'bulan' else ''}}" for one in range(1, KINDS[kind] + 1)]
    if chance.random() < 0.2:
        each.remove(chance.choice(each))
    if chance.random() < 0.1:
        each.append(chance.choice(["sd-triwulan-4", "sd-triwulan-2", "semester-1", "triwulan-2"]))
    told = {at: _numbers(names, chance) for at in dict.fromkeys(each)}
    if chance.random() < 0.3:
        grown = sorted(told.values(), key=lambda one: [*one.values()])
        told = dict(zip(told, grown, strict=True))
    way = chance.choice(["sum", "sum", "last", "part", "any"])
    *_, last = told.values()
    part = chance.choice([*told.values()])
    if way == "part":  # of no other part is there anything to count
        told = {at: one if one is part else {**one, names[0]: 0.0} for at, one in told.items()}
    # Some count what the last part counts, of one variable alone.
    sums = {
        name: last[name] if chance.random() < 0.2 else sum(one[name] for one in told.values())
        for name in names
    }
    ways = {"sum": sums, "last": last, "part": part, "any": _numbers(names, chance)}
    yield from told.items()
    yield "tahunan", {**ways[way]}


def _numbers(names: Sequence[str], chance: random.Random) -> Row:
    """Return small numbers, the first of them none larger than the next."""
    some = sorted(chance.choice([0.0, 1.0, 1.0, 2.0, 3.0, 4.0]) for _ in names)
    return dict(zip(names, some, strict=True))


DISPUTED: Final = "IKU323"
"""Of rows that contradict each other a table tells in the result, ``rollup`` beside it."""


def _held(library: str, shape: str, seed: int) -> set[str]:
    """Hold a drawn table to the exact engine, and return the codes that are told."""
    said: set[str] = set()
    # What DuckDB cannot compute exactly it refuses item by item, before anything is added.
    rows = drawn(seed, odd=library != "duckdb")
    rows = long(rows) if shape == "long" else rows
    for ke in (None, "provinsi"):
        found, right = framed(MAKERS[library](rows), ke, "tahunan"), exact(rows, ke, "tahunan")
        for one in found.values():
            codes = {*one["temuan"].split()}
            said |= codes
            one["temuan"] = " ".join(sorted(codes - {DISPUTED}))
        assert found == right
    return said


@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize("library", ["polars", "pyarrow", "duckdb"])
def test_years_tell_what_the_exact_engine_tells_of_them(library: str, shape: str) -> None:
    assert _held(library, shape, 5) >= AGAINST


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize("library", MAKERS)
def test_years_of_every_library_tell_what_the_exact_engine_tells(library: str, shape: str) -> None:
    said = (_held(library, shape, seed) for seed in range(10, 20))
    assert set().union(*said) >= AGAINST


@pytest.mark.parametrize("library", MAKERS)
@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize("ke", [None, "provinsi", "nasional"])
def test_of_years_that_contradict_nothing_none_goes_to_the_exact_engine(
    library: str, shape: str, ke: str | None, asked: list[Any]
) -> None:
    rows = [
        {"target": None, **row}
        for region in ("34.01", "34.02", "11.01")
        for told in (
            items(SHARE, of_year(8.0, 20.0), *same("triwulan", 2.0, 5.0), region=region),
            items(COUNT, of_year(20.0), *same("semester", 10.0), region=region),
            items(STOCK, of_year(5.0), *same("bulan", 5.0), region=region),
        )
        for row in told
    ]
    native = MAKERS[library](long(rows) if shape == "long" else rows)
    found = rows_of(iku.rollup_frame(native, KATALOG, ke=ke, waktu="tahunan"))
    assert asked == []
    assert {one["temuan"] for one in found} == {""}
