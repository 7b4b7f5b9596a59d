"""Every definition held to what its own file says, in every library, in files, and one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.by_the_page import KEYS, Row, answer, counts, long_rows, rows
from tests.bulk.frames import KATALOG, MAKERS, Table, nothing, rows_of
from tests.bulk.typed import LIBRARIES, Column

ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "kurang")
FEW: Final = 13
"""So many rows of each definition have all oddities that its rows may have."""


@cache
def told() -> tuple[Row, ...]:
    return tuple(rows(seed=77))


@cache
def right() -> Mapping[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in KEYS): answer(row) for row in told()}


def wrong(found: Iterable[Mapping[str, Any]]) -> list[tuple[Any, Row, Row]]:
    """Return the answers that are not right, each with the right one."""
    answers = {
        tuple(row[name] for name in KEYS): {
            name: None if nothing(row[name]) else row[name] for name in ANSWERS
        }
        for row in found
    }
    assert answers.keys() == right().keys()
    return [(key, one, right()[key]) for key, one in answers.items() if one != right()[key]]


@pytest.mark.slow
def test_the_rows_try_halves_and_the_ends_of_classes() -> None:
    ends = [row["capaian"] for row in right().values()]
    for end in (51, 66, 76, 91):
        assert ends.count(end) > 20, end
        assert ends.count(end - 0.01) > 20, end
    kinds = [row["status"] for row in right().values()]
    assert min(map(kinds.count, ("lengkap", "belum_lengkap", "ditolak"))) > 80
    assert len({key[-1] for key in right()}) == len({one.kode for one in KATALOG.definitions}) - 1


@pytest.mark.slow
def test_the_exact_engine_gives_what_the_pages_say() -> None:
    few = [*rows(seed=77, each=FEW)]
    results = iku.compute([dict(row) for row in few], KATALOG)
    by_key = {tuple(str(row[name]) for name in KEYS): row for row in few}
    assert len(results.per_butir) == len(by_key)
    for result in results.per_butir:
        row = by_key[tuple(str(getattr(result, name)) for name in KEYS)]
        found = {
            "nilai": None if result.nilai is None else float(result.nilai),
            "status": str(result.status),
            "capaian": None if result.capaian is None else float(result.capaian),
            "predikat": result.predikat,
            "kategori": result.kategori,
            "kurang": " ".join(result.kurang),
        }
        assert found == answer(row), row


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("library", MAKERS)
def test_columns_give_what_the_pages_say(library: str, layout: str) -> None:
    table = told() if layout == "wide" else long_rows(told())
    assert wrong(rows_of(compute_frame(MAKERS[library](table)))) == []


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_files_give_what_the_pages_say(form: str, layout: str, tmp_path: Path) -> None:
    from kesbang_iku.bulk.job import BulkJob
    from kesbang_iku.catalog.regions import load_regions
    from tests.bulk.test_job import rows_of as rows_of_csv
    from tests.bulk.test_job import write_csv

    table = list(told()) if layout == "wide" else long_rows(told())
    source, output = tmp_path / f"masuk.{form}", tmp_path / "hasil.csv"
    if form == "csv":
        write_csv(source, [{name: _as_read(cell) for name, cell in row.items()} for row in table])
    else:
        MAKERS["polars"](table).write_parquet(source)
    BulkJob(source, output, KATALOG, load_regions(), most=400, fewest=0).run()
    found = []
    for row in rows_of_csv(output):
        numbers = {one: float(row[one]) if row[one] else None for one in ("nilai", "capaian")}
        texts = {one: row[one] or None for one in ("predikat", "kategori")}
        found.append({**row, **numbers, **texts, "tahun": int(row["tahun"])})
    assert wrong(found) == []


def _as_read(cell: object) -> object:
    """Return a number as a text that is read in one way: ``30.447`` may be thousands."""
    text = str(cell)
    three = isinstance(cell, float) and len(text.partition(".")[2]) == 3
    return f"{text}0" if three else cell


# ------------------------------------------------------------------------- targets that are two

_ENDS: Final = ("0–0", "0–50", "50–100", "62,5–62,5", "99,5–100", "100–120", "0–62,49", "62,51–70")
_RANGED: Final[Mapping[str, Row]] = {
    "KBP-WAS-02": {"konflik_diselesaikan": 5.0, "konflik": 8.0},
    "KBP-WAS-09": {"konflik": 62.0},
    "KBP-POL-14": {"unjuk_rasa": 62.0},
    "KBP-WAS-04": {"meninggal": 5.0, "penduduk": 800_000.0},
    "KBP-ORM-03": {"ormas_terdaftar": 0.0},
    "KBP-POL-30": {"kebijakan": 0.0},
}


def ranged() -> list[Row]:
    """Return items whose target is a range that their value is in, at, under or over."""
    return [
        {
            **dict(zip(KEYS, ("62.71", 2025, f"bulan-{number:02}", kode), strict=True)),
            "target": target,
            **values,
        }
        for kode, values in _RANGED.items()
        for number, target in enumerate(_ENDS, 1)
    ]


@pytest.mark.frames
@pytest.mark.parametrize("library", LIBRARIES)
def test_targets_that_are_ranges_give_what_the_pages_say(library: str) -> None:
    table = ranged()
    names = dict.fromkeys(name for row in table for name in row)
    kinds = {"tahun": "int", **dict.fromkeys(("wilayah", "periode", "kode", "target"), "text")}
    columns = {
        name: Column(kinds.get(name, "float"), [row.get(name) for row in table]) for name in names
    }
    wanted = {tuple(row[name] for name in KEYS): answer(row) for row in table}
    found = rows_of(compute_frame(LIBRARIES[library](columns)))
    for row in found:
        one = {name: None if nothing(row[name]) else row[name] for name in ANSWERS}
        assert one == wanted[tuple(row[name] for name in KEYS)], row
    assert len(found) == len(table)


# ------------------------------------------------------------------------------- huge counts


def _huge(kind: str) -> tuple[Table, dict[str, float]]:
    import pyarrow as pa

    pairs = [*counts(seed=3, number=240)]
    most = {"int": 2**63, "uint": 2**64, "decimal": 10**38, "decimal256": 10**60, "text": 10**60}
    pairs = [one for one in pairs if max(one[:2]) < most[kind]]
    kinds = {
        "int": pa.int64(),
        "uint": pa.uint64(),
        "decimal": pa.decimal128(38, 0),
        "decimal256": pa.decimal256(70, 0),
        "text": pa.string(),
    }
    cast = str if kind == "text" else int
    names = [f"bulan-{number % 12 + 1:02}" for number in range(len(pairs))]
    years = [1950 + number // 12 for number in range(len(pairs))]
    columns = {
        "wilayah": ["62.71"] * len(pairs),
        "tahun": years,
        "periode": names,
        "kode": ["KBP-WAS-02"] * len(pairs),
        "konflik_diselesaikan": pa.array([cast(one[0]) for one in pairs], type=kinds[kind]),
        "konflik": pa.array([cast(one[1]) for one in pairs], type=kinds[kind]),
    }
    wanted = {
        f"{year} {name}": float(value)
        for year, name, (*_, value) in zip(years, names, pairs, strict=True)
    }
    return pa.table(columns), wanted


@pytest.mark.frames
@pytest.mark.parametrize("library", ["pyarrow", "polars", "pandas", "pandas-arrow", "duckdb"])
@pytest.mark.parametrize("kind", ["int", "uint", "decimal", "decimal256", "text"])
def test_huge_counts_round_as_fractions_do(kind: str, library: str) -> None:
    table, wanted = _huge(kind)
    if library == "polars":
        import polars as pl

        table = pl.from_arrow(table) if kind != "decimal256" else table
    elif library == "pandas":
        table = table.to_pandas(integer_object_nulls=True)
    elif library == "pandas-arrow":
        import pandas as pd

        table = table.to_pandas(types_mapper=pd.ArrowDtype)
    elif library == "duckdb" and kind != "decimal256":
        import duckdb

        table = duckdb.from_arrow(table)
    found = rows_of(compute_frame(table))
    assert {f"{row['tahun']} {row['periode']}": row["nilai"] for row in found} == wanted
