"""Twenty thousand rows held to a reckoning by hand, in every library, cell by cell."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import MAKERS, nothing, rows_of
from tests.bulk.oracle import ANSWERS, KEYS, Key, Row, reckoned, rows

COUNT: Final = 24_000
"""Of so many keys 20,000 are left: the nation is one region alone."""
FEW: Final = 20


@cache
def told() -> tuple[Row, ...]:
    return tuple(rows(COUNT, seed=2711))


@cache
def right() -> dict[Key, Row]:
    return {tuple(row[name] for name in KEYS): reckoned(row) for row in told()}


def of(answers: Any) -> dict[Key, Row]:  # noqa: ANN401  # rows of a library without types
    """Return the answers of a table by their keys, with one kind of nothing."""
    return {
        tuple(row[name] for name in KEYS): {
            name: None if nothing(row[name]) else row[name] for name in ANSWERS
        }
        for row in answers
    }


def test_the_rows_are_what_they_are_meant_to_be() -> None:
    kinds = [row["status"] for row in right().values()]
    assert len(kinds) >= 20_000
    assert min(map(kinds.count, ("lengkap", "belum_lengkap", "tidak_terdefinisi", "ditolak"))) > 400
    assert {row["predikat"] for row in right().values() if row["capaian"] is not None} == {
        "Sangat Tinggi",
        "Tinggi",
        "Sedang",
        "Rendah",
        "Sangat Rendah",
    }


def test_the_exact_engine_reckons_as_a_person_does() -> None:
    katalog = iku.load_catalog()
    for row in told()[::FEW]:
        own = {name: cell for name, cell in row.items() if name not in KEYS and name != "target"}
        known = {name: cell for name, cell in own.items() if cell is not None}
        indicator = katalog.in_force(row["tahun"])[row["kode"]]
        key = {name: row[name] for name in ("wilayah", "tahun", "periode")}
        result = indicator.compute(known, target=row["target"], **key)
        found = {
            "nilai": None if result.nilai is None else float(result.nilai),
            "status": result.status.value,
            "capaian": None if result.capaian is None else float(result.capaian),
            "predikat": result.predikat,
            "kategori": result.kategori,
            "kurang": " ".join(result.kurang),
        }
        assert found == reckoned(row), row


@pytest.mark.frames
@pytest.mark.parametrize("library", MAKERS)
def test_columns_reckon_as_a_person_does(library: str) -> None:
    assert of(rows_of(compute_frame(MAKERS[library](told())))) == right()
