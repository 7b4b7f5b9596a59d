"""Indicators where they are not measured, years without a version, regions spelt otherwise.

What the exact engine says of them, and few rows for it to say it of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import KATALOG, MAKERS, OF_MANY, Row, by_key, rows_of
from tests.bulk.hostile import answers, some
from tests.bulk.odd import REGIONS, rows
from tests.bulk.small import INDEX, decimals
from tests.bulk.small import told as columns_of
from tests.bulk.typed import LIBRARIES as LIBRARIES_OF_TYPES

pytestmark = pytest.mark.frames
KEY: Final[Row] = {"wilayah": "62.71", "tahun": 2025, "periode": "tahunan", "target": 90.0}
PLAIN: Final[Row] = {
    **KEY,
    "kode": "KBP-WAS-02",
    "konflik_diselesaikan": 17.0,
    "konflik": 20.0,
}


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """The answers of the exact engine to rows of tables."""
    from kesbang_iku.bulk.exact_rows import exact_answers

    seen: list[Row] = []

    def counted(rows: Iterable[Row], **named: Any) -> list[Row]:  # noqa: ANN401  # passed on
        found = exact_answers(rows, **named)
        seen.extend(found)
        return found

    monkeypatch.setattr("kesbang_iku.bulk.computation.exact_answers", counted)
    return seen


@pytest.mark.parametrize("library", OF_MANY)
def test_odd_rows_give_what_the_exact_engine_gives(library: str) -> None:
    told = rows([*some()], 12, seed=17)
    assert by_key(rows_of(compute_frame(MAKERS[library](told)))) == answers(told)


def test_where_an_indicator_is_not_measured_columns_say_so(one_by_one: list[Row]) -> None:
    codes = [one.kode for one in KATALOG.in_force(2025) if not one.exists_at("kota")]
    told = [{**KEY, "kode": code} for code in codes] + [PLAIN]
    found = by_key(rows_of(compute_frame(MAKERS["polars"](told))))
    # One has no formula, and of the other no target is 90.
    assert {row["kode"] for row in one_by_one} <= {"KBP-WAS-05", "KBP-WAS-06"}
    assert found == answers(told)
    assert {row["temuan"] for row in found.values()} == {"IKU313", ""}


def test_a_year_without_a_version_is_said_in_columns(one_by_one: list[Row]) -> None:
    late = next(one for one in KATALOG.definitions if one.berlaku.mulai)
    told = [{**KEY, "kode": late.kode, "tahun": year} for year in (1950, 1951, 2025)]
    found = by_key(rows_of(compute_frame(MAKERS["polars"](told))))
    assert not one_by_one
    assert found == answers(told)
    assert "tidak_berlaku" in {row["status"] for row in found.values()}


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_regions_that_are_spelt_otherwise_are_read_once_each(
    library: str, one_by_one: list[Row]
) -> None:
    told = [
        {**PLAIN, "wilayah": region, "tahun": year, "konflik": None if year == 2021 else 20.0}
        for region in dict.fromkeys(REGIONS)
        for year in (1999, 2019, 2021, 2023)
    ]
    found = by_key(rows_of(compute_frame(MAKERS[library](told))))
    assert found == answers(told)
    # A number that may be a person's is hidden in files, so it is told row by row.
    assert {row["wilayah"] for row in one_by_one} == {"3273010101010001"}


@pytest.mark.parametrize("library", ["polars", "pyarrow", "duckdb"])
def test_decimals_of_a_database_are_computed_in_columns(
    library: str, one_by_one: list[Row]
) -> None:
    three = decimals("79.995", "80.001", "39.995")
    told = dict.fromkeys(("toleransi", "kesetaraan", "kerja_sama"), three)
    table = LIBRARIES_OF_TYPES[library](
        columns_of(INDEX, **told, target=decimals("90", "80.5", None))
    )
    found = sorted(row["nilai"] for row in rows_of(compute_frame(table)))
    assert found == [40.0, 80.0, 80.0]
    assert not one_by_one


@pytest.mark.parametrize("library", MAKERS)
@pytest.mark.parametrize("code", ["kbp-pol-01", " KBP-POL-01", "KBP-POL-01@2009"])
def test_codes_that_are_spelt_otherwise_have_their_numbers(library: str, code: str) -> None:
    own = {"kebebasan_sipil": 64.28, "hak_politik": 70.0, "lembaga_demokrasi": 61.0}
    told = [{**KEY, "wilayah": "62", "tahun": 2014, "target": None, "kode": code, **own}]
    found = by_key(rows_of(compute_frame(MAKERS[library](told))))
    assert found == answers(told)
    assert [row["nilai"] for row in found.values()] == [65.79]


def test_a_region_before_it_began_is_told_of(one_by_one: list[Row]) -> None:
    told = [{**PLAIN, "wilayah": "93", "tahun": year} for year in (2021, 2023)]
    found = rows_of(compute_frame(MAKERS["polars"](told)))
    assert {row["tahun"]: row["temuan"] for row in found} == {2021: "IKU317", 2023: ""}
    assert not one_by_one


def test_duckdb_puts_more_tables_together_than_it_nests_by_itself() -> None:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary

    table: Any = nw.from_native(MAKERS["duckdb"]([PLAIN]))
    for number in range(12):
        table = table.with_columns(target=nw.col("target") + number)
    together = DuckdbLibrary().together([table] * 120)
    assert DuckdbLibrary().count(together) == 120
