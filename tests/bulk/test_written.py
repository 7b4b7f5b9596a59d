"""Tables as clerks write them, in every library, in files and in databases: what the pages say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from tests.bulk.by_the_page import KEYS, Row
from tests.bulk.frames import KATALOG, nothing, rows_of
from tests.bulk.typed import LIBRARIES, Column
from tests.bulk.written import Written, table

ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "kurang")
FEW: Final = 9
SOME: Final = 8
"""Of what takes the exact engine row by row every so many are tried; all have been."""


@cache
def told() -> tuple[Written, ...]:
    return tuple(table(seed=2026))


def wrong(
    found: Iterable[Mapping[str, Any]], asked: Sequence[Written]
) -> list[tuple[str, Row, Row, Row]]:
    """Return the rows whose answer is not right: kind, row, what was said, what is right."""
    answers = {
        tuple(str(row[name]) for name in KEYS): {
            name: (None if name != "kurang" else "") if nothing(row[name]) else row[name]
            for name in ANSWERS
        }
        for row in found
    }
    assert len(answers) == len(asked)
    by_key = ((answers[tuple(str(one.row[name]) for name in KEYS)], one) for one in asked)
    return [(one.kind, one.row, said, one.right) for said, one in by_key if said != one.right]


def answers_of(results: iku.Results) -> list[Row]:
    return [
        {
            **{name: str(getattr(one, name)) for name in KEYS},
            "nilai": None if one.nilai is None else float(one.nilai),
            "status": str(one.status),
            "capaian": None if one.capaian is None else float(one.capaian),
            "predikat": one.predikat,
            "kategori": one.kategori,
            "kurang": " ".join(one.kurang),
        }
        for one in results.per_butir
    ]


def test_the_rows_try_every_kind() -> None:
    kinds = [(one.kind, one.right["status"]) for one in told()]
    for kind in ("none", "number", "range", "bound", "percent", "class"):
        assert kinds.count((kind, "lengkap")) > 10, kind
    statuses = [status for _, status in kinds]
    assert min(map(statuses.count, ("lengkap", "belum_lengkap", "ditolak"))) > 60


def test_the_exact_engine_gives_what_the_pages_say_of_written_rows() -> None:
    asked = told()[::FEW]
    rows = [{k: v for k, v in one.row.items() if v is not None} for one in asked]
    assert wrong(answers_of(iku.compute(rows, KATALOG)), asked) == []


def columns(asked: Sequence[Written], layout: str) -> Mapping[str, Column]:
    rows = [one.row for one in asked]
    if layout == "long":
        rows = long(asked)
    names = dict.fromkeys(name for row in rows for name in row)
    return {
        name: Column("int" if name == "tahun" else "text", [row.get(name) for row in rows])
        for name in names
    }


def long(asked: Sequence[Written]) -> list[Row]:
    return [
        {
            **{key: one.row[key] for key in KEYS},
            "variabel": name,
            "nilai": cell,
            "target": None if number else one.row["target"],
        }
        for one in asked
        for number, (name, cell) in enumerate(
            (name, cell) for name, cell in one.row.items() if name not in {*KEYS, "target"}
        )
    ]


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_give_what_the_pages_say_of_written_rows(library: str, layout: str) -> None:
    asked = told()[::SOME]
    found = rows_of(iku.compute_frame(LIBRARIES[library](columns(asked, layout))))
    assert wrong(found, asked) == []


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_files_give_what_the_pages_say_of_written_rows(
    form: str, layout: str, tmp_path: Path
) -> None:
    duckdb = pytest.importorskip("duckdb")
    from tests.bulk.test_job import computed, write_csv
    from tests.bulk.test_job import rows_of as rows_in

    asked = told()[::SOME]
    rows = long(asked) if layout == "long" else [one.row for one in asked]
    source, output = write_csv(tmp_path / "masuk.csv", rows), tmp_path / "hasil.csv"
    if form == "parquet":
        source = tmp_path / "masuk.parquet"
        query = "SELECT * FROM read_csv('{}', all_varchar = true, header = true)"
        text = query.format(tmp_path / "masuk.csv")
        duckdb.execute(f"COPY ({text}) TO '{source}' (FORMAT parquet)")
    # CSV as its user would compute it, so few rows one by one; Parquet in columns.
    computed(source, output, most=3000, fewest=0 if form == "parquet" else 1000)
    found = [
        {
            **row,
            **{name: float(row[name]) if row[name] else None for name in ("nilai", "capaian")},
            **{name: row[name] or None for name in ("predikat", "kategori")},
        }
        for row in rows_in(output)
    ]
    assert wrong(found, asked) == []
