"""Dataframes held to the exact engine: in every library, cell by cell."""

from __future__ import annotations

from functools import cache
from itertools import chain, islice, product
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk import computation
from kesbang_iku.bulk.frame import compute_frame
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.regions import load_regions
from tests.bulk.frames import (
    KATALOG,
    KEYS,
    MAKERS,
    Row,
    by_key,
    expected,
    items,
    long,
    nothing,
    rows_of,
)

pytestmark = pytest.mark.frames

EACH: Final = 6
EAGER: Final = ("polars", "polars-lazy", "pandas", "pyarrow")


@cache
def unique() -> list[Row]:
    """Items of every indicator, each with a key of its own."""
    found = chain.from_iterable(items(one, EACH, one.kode) for one in KATALOG.definitions)
    return list({tuple(row[name] for name in KEYS): row for row in found}.values())


@pytest.fixture(scope="module")
def exact() -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in KEYS): expected([row]) for row in unique()}


@pytest.fixture(scope="module")
def exact_long() -> dict[tuple[Any, ...], Row]:
    return {tuple(row[name] for name in KEYS): expected(long([row])) for row in unique()}


@pytest.mark.parametrize("library", EAGER)
def test_a_wide_table_gives_what_the_exact_engine_gives(
    library: str, exact: dict[tuple[Any, ...], Row]
) -> None:
    found = by_key(rows_of(compute_frame(MAKERS[library](unique()))))
    assert found.keys() == exact.keys()
    for key, answer in exact.items():
        assert found[key] == answer, key


@pytest.mark.parametrize("library", EAGER)
def test_a_long_table_gives_what_the_exact_engine_gives(
    library: str, exact_long: dict[tuple[Any, ...], Row]
) -> None:
    found = by_key(rows_of(compute_frame(MAKERS[library](long(unique())))))
    assert found.keys() == exact_long.keys()
    for key, answer in exact_long.items():
        assert found[key] == answer, key


SMALL: Final = ("polars", "polars-lazy", "pandas", "pyarrow", "duckdb")


@pytest.mark.one_by_one
@pytest.mark.parametrize("layout", ["wide", "long"])
@pytest.mark.parametrize("library", SMALL)
def test_a_small_table_is_computed_one_by_one_with_the_same_answers(
    library: str, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = {one.kode for one in KATALOG.definitions[::20]}
    rows = [row for row in unique() if row["kode"] in codes]
    table = MAKERS[library](rows if layout == "wide" else long(rows))
    few = rows_of(compute_frame(table, nama=True))
    monkeypatch.setattr(computation, "FEWEST_IN_COLUMNS", 0)
    many = rows_of(compute_frame(table, nama=True))
    assert [*few[0]] == [*many[0]]
    assert by_key(few) == by_key(many)
    names = ("nama_wilayah", "nama")
    called = [
        {tuple(row[key] for key in KEYS): [row[name] for name in names] for row in found}
        for found in (few, many)
    ]
    assert called[0] == called[1]


@pytest.mark.one_by_one
@pytest.mark.parametrize("library", SMALL)
def test_columns_are_not_planned_for_a_small_table(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planned(_: object) -> None:
        raise AssertionError("columns are planned")

    monkeypatch.setattr(computation.FrameComputation, "parts", planned)
    (row,) = rows_of(compute_frame(MAKERS[library]([REGULAR])))
    assert row["nilai"] == 85.0


REGULAR: Final[Row] = {
    "wilayah": "62.71",
    "tahun": 2025,
    "periode": "tahunan",
    "kode": "KBP-WAS-02",
    "target": 90.0,
    "konflik_diselesaikan": 17.0,
    "konflik": 20.0,
}
PARTS: Final = [{**REGULAR, "periode": f"bulan-{number:02}"} for number in range(1, 13)]


def test_a_relation_of_duckdb_stays_one_and_gives_the_same() -> None:
    found = rows_of(compute_frame(MAKERS["duckdb"](PARTS)))
    assert sorted(row["periode"] for row in found) == [row["periode"] for row in PARTS]
    assert {(row["nilai"], row["capaian"], row["predikat"]) for row in found} == {
        (85.0, 94.44, "Sangat Tinggi")
    }


def test_rows_that_columns_cannot_prove_go_through_duckdb_too() -> None:
    strange = {**REGULAR, "konflik": 1e15}
    rows = [*PARTS, strange, {**strange, "kode": "KBP-LAIN'01"}]
    found = by_key(rows_of(compute_frame(MAKERS["duckdb"](rows))))
    assert found == {tuple(row[name] for name in KEYS): expected([row]) for row in rows}


def test_a_library_without_a_way_to_run_functions_is_refused_with_the_number_of_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary
    from kesbang_iku.bulk.libraries.library import Library

    monkeypatch.setattr(DuckdbLibrary, "with_answers", Library.with_answers)
    strange = {**REGULAR, "konflik": 1e15}
    with pytest.raises(ValueError, match="2 rows need the exact engine"):
        compute_frame(MAKERS["duckdb"]([*PARTS, strange, {**strange, "kode": "KBP-LAIN-01"}]))


def test_a_lazy_table_in_which_nothing_is_strange_is_a_plan_without_a_function() -> None:
    plan = compute_frame(MAKERS["polars-lazy"](PARTS)).explain()
    assert "PYTHON" not in plan.upper()
    strange = {**REGULAR, "konflik": 1e15}
    assert "PYTHON" in compute_frame(MAKERS["polars-lazy"]([*PARTS, strange])).explain().upper()


def test_a_key_that_comes_twice_gives_one_result_and_says_so() -> None:
    found = rows_of(compute_frame(MAKERS["polars"]([REGULAR, {**REGULAR, "konflik": 18.0}])))
    (row,) = found
    assert row["temuan"] == "IKU314"


@pytest.mark.slow
@pytest.mark.parametrize("layout", ["wide", "long"])
def test_of_rows_that_contradict_each_other_the_first_counts_in_duckdb(layout: str) -> None:
    # A join of DuckDB turned the order of so many rows in every third query.
    import duckdb
    import pyarrow as pa

    regions = [code for codes in load_regions().plain.values() for code in codes]
    whole = product(range(1950, 2026), PERIODS, regions)
    keys = [*islice(whole, 400_000 if layout == "wide" else 50_000)]
    keys += keys[:1000]
    columns: dict[str, Any] = dict(
        zip(("tahun", "periode", "wilayah"), zip(*keys, strict=True), strict=True)
    )
    below = [10.0] * (len(keys) - 1000) + [20.0] * 1000
    columns |= {"kode": ["KBP-WAS-02"] * len(keys), "konflik": below}
    columns["konflik_diselesaikan"] = [5.0] * len(keys)
    table = pa.table({name: [*cells] for name, cells in columns.items()})
    relation: Any = duckdb.from_arrow(table)
    if layout == "long":
        told = "unnest(['konflik', 'konflik_diselesaikan']) AS variabel"
        number = "unnest([konflik, konflik_diselesaikan]) AS nilai"
        relation = relation.project(f"tahun, periode, wilayah, kode, {told}, {number}")
    for _ in range(3):
        found = compute_frame(relation, KATALOG).filter("nilai IS DISTINCT FROM 50")
        assert found.aggregate("count(*)").fetchall() == [(0,)]


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_what_was_printed_is_held_against_what_is_computed(library: str) -> None:
    (row,) = rows_of(compute_frame(MAKERS[library]([{**REGULAR, "realisasi": 84.0}])))
    assert (row["nilai"], row["temuan"]) == expected_printed()


def expected_printed() -> tuple[object, object]:
    answer = expected([{**REGULAR, "realisasi": 84.0}])
    return answer["nilai"], answer["temuan"]


def test_texts_are_read_as_regions_write_them() -> None:
    import polars as pl

    table = pl.DataFrame(
        {
            "wilayah": ["62.71"] * 3,
            "tahun": [2025] * 3,
            "kode": ["KBP-WAS-02"] * 3,
            "periode": ["bulan-01", "bulan-02", "bulan-03"],
            "konflik_diselesaikan": ["17", "17", "1700"],
            "konflik": ["20", "2.000", "2000"],
            "target": ["90", "≥ 80", "80,5"],
        }
    )
    found = rows_of(compute_frame(table))
    assert [(row["nilai"], row["capaian"]) for row in found] == [
        (85.0, 94.44),
        (None, None),
        (85.0, 105.59),
    ]
    assert by_key(found) == {
        tuple(row[name] for name in KEYS): expected([row]) for row in table.iter_rows(named=True)
    }


def test_other_columns_of_a_table_are_passed_over() -> None:
    extra = {**REGULAR, "id": 7.0, "nama_wilayah": 5.0}
    (row,) = rows_of(compute_frame(MAKERS["polars"]([extra])))
    assert (row["status"], row["temuan"]) == ("lengkap", "")


@pytest.mark.parametrize("library", MAKERS)
def test_keys_alone_give_results_with_what_is_missing(library: str) -> None:
    codes = sorted({one.kode for one in KATALOG.in_force(2025)})[::12]
    for kode in (*codes, "KBP-ESB-03"):
        told = [{name: REGULAR[name] for name in KEYS} | {"kode": kode}]
        found = by_key(rows_of(compute_frame(MAKERS[library](told))))
        assert [*found.values()] == [expected(told)]


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow", "polars-lazy"])
def test_the_same_kind_of_table_comes_back(library: str) -> None:
    table = MAKERS[library](PARTS)
    assert type(compute_frame(table)) is type(table)


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow", "polars-lazy"])
def test_a_table_without_rows_gives_one_without_rows(library: str) -> None:
    table = MAKERS[library](PARTS)
    none = table.slice(0, 0) if library in {"pyarrow", "polars"} else table.head(0)
    assert rows_of(compute_frame(none)) == []


@pytest.mark.parametrize("wrong", [5, "laporan.csv", [{"kode": "KBP-WAS-02"}]])
def test_what_is_no_table_is_refused_with_a_sentence(wrong: object) -> None:
    with pytest.raises(TypeError, match="takes a DataFrame"):
        compute_frame(wrong)


def test_a_column_that_is_needed_is_named() -> None:
    import polars as pl

    with pytest.raises(ValueError, match="no column wilayah, kode"):
        compute_frame(pl.DataFrame({"tahun": [2025]}))
    with pytest.raises(ValueError, match="'panjang'"):
        compute_frame(pl.DataFrame({"tahun": [2025]}), layout="panjang")  # type: ignore[arg-type]


@pytest.mark.parametrize("library", MAKERS)
def test_names_are_told_where_they_are_asked_for(library: str) -> None:
    rows = [
        REGULAR,
        {**REGULAR, "konflik": 1e15, "wilayah": "35.10"},
        {**REGULAR, "wilayah": "6271"},
        {**REGULAR, "kode": "KBP-LAIN-01"},
    ]
    found = rows_of(compute_frame(MAKERS[library](rows), nama=True))
    assert list(found[0])[:6] == ["wilayah", "nama_wilayah", "tahun", "periode", "kode", "nama"]
    name = KATALOG["KBP-WAS-02"].nama
    names = {
        (row["wilayah"], row["kode"]): [
            None if nothing(row[one]) else row[one] for one in ("nama_wilayah", "nama")
        ]
        for row in found
    }
    assert names == {
        ("62.71", "KBP-WAS-02"): [load_regions()["62.71"].nama, name],
        ("35.10", "KBP-WAS-02"): ["Kabupaten Banyuwangi", name],
        ("6271", "KBP-WAS-02"): [load_regions()["62.71"].nama, name],
        ("62.71", "KBP-LAIN-01"): [load_regions()["62.71"].nama, None],
    }
    (row,) = rows_of(compute_frame(MAKERS[library](rows[3:]), nama=True))
    assert row["nama_wilayah"] == load_regions()["62.71"].nama


@pytest.mark.parametrize("kept", [[0, 1, 2, 3], [1, 2], [0, 3], [2, 0], [3]])
def test_results_of_pandas_have_the_index_of_their_rows(kept: list[int]) -> None:
    # The exact engine alone tells why half a conflict is none; no indicator has the other codes.
    regions = ("34.01", "34.02", "34.03", "34.04")
    rows = [
        {**REGULAR, "wilayah": region, "kode": code, "konflik": number}
        for region, code, number in zip(
            regions,
            ("KBP-X", "KBP-WAS-02", "KBP-WAS-02", "KBP-Y"),
            (20.0, 19.5, 20.0, 20.0),
            strict=True,
        )
    ]
    table = MAKERS["pandas"](rows)
    table.index = [7, 3, 9, 5]
    found = compute_frame(table.iloc[kept])
    assert [*found.index] == [[7, 3, 9, 5][at] for at in kept]
    assert [*found["wilayah"]] == [regions[at] for at in kept]
    twice = compute_frame(table.iloc[[*kept, *kept]])
    assert [*twice.index] == [*found.index]


@pytest.mark.parametrize("names", [["wilayah"], ["kode", "tahun"], ["Periode"]])
def test_keys_in_the_index_of_pandas_are_no_columns(names: list[str]) -> None:
    table = MAKERS["pandas"]([REGULAR]).rename(columns={"periode": "Periode"})
    with pytest.raises(ValueError, match=f"^{', '.join(names)} is in the index .*reset_index"):
        compute_frame(table.set_index(names))
    (row,) = rows_of(compute_frame(table.set_index(names).reset_index()))
    assert row["status"] == "lengkap"


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
@pytest.mark.parametrize("conflicts", [20.0, 2.5])
def test_results_of_a_wide_table_held_whole_stand_in_its_order(
    library: str, conflicts: float
) -> None:
    rows = [
        {**REGULAR, "kode": code, "wilayah": f"35.{number:02}", "konflik": conflicts}
        for number in range(1, 10)
        for code in ("KBP-WAS-09", "KBP-WAS-02")
    ]
    found = rows_of(compute_frame(MAKERS[library](rows)))
    assert [(row["wilayah"], row["kode"]) for row in found] == [
        (row["wilayah"], row["kode"]) for row in rows
    ]


@pytest.mark.parametrize("layout", ["long", "wide"])
def test_results_have_the_labels_of_their_rows_in_pandas(layout: str) -> None:
    rows = [
        REGULAR,
        {**REGULAR, "kode": "KBP-WAS-09"},
        {**REGULAR, "kode": "KBP-LAIN-01"},
        {**REGULAR, "konflik": 2.5, "wilayah": "35.10"},
    ]
    table = MAKERS["pandas"](long(rows) if layout == "long" else rows)
    table.index = [f"baris {number}" for number in range(len(table))]
    results = compute_frame(table)
    assert len(results) == len(rows)
    same = table.loc[results.index, ["wilayah", "kode"]]
    assert same.equals(results[["wilayah", "kode"]])


@pytest.mark.parametrize("name", ["nilai", "variabel"])
@pytest.mark.parametrize("library", MAKERS)
def test_a_further_column_makes_no_row_of_a_wide_table_a_long_one(library: str, name: str) -> None:
    # Of half a conflict the exact engine says why it is none.
    row = {**REGULAR, "konflik": 20.5}
    beside = {name: 1.0 if name == "nilai" else "catatan"}
    found = by_key(rows_of(compute_frame(MAKERS[library]([{**row, **beside}]))))
    assert found == {tuple(row[key] for key in KEYS): expected([row])}


@pytest.mark.parametrize("library", EAGER)
def test_of_a_choice_only_what_it_asks_for_is_missing(library: str, tmp_path: Path) -> None:
    (tmp_path / "indikator").mkdir()
    names = ("pagi", "siang", "malam")
    kinds = "".join(f"  - {{nama: {name}, satuan: kasus}}\n" for name in names)
    for number, formula in enumerate(
        ("jika(pagi > 0, siang, malam)", "jika(pagi > 0, siang, malam) + isi(malam, siang)")
    ):
        (tmp_path / "indikator" / f"uji-was-0{number}.yaml").write_text(
            f"nama: Kasus {number}\nsatuan: kasus\npolaritas: minimalkan\nvariabel:\n"
            f"{kinds}rumus: {formula}\nsumber: [{{dokumen: Buku uji}}]\n",
            encoding="utf-8",
        )
    catalog = iku.load_catalog([tmp_path])
    cells = product((None, 0.0, 2.0), repeat=3)
    rows = [
        dict(zip(KEYS, (f"32.{place:02}", 2025, "tahunan", f"UJI-WAS-0{number}"), strict=True))
        | dict(zip(names, three, strict=True))
        for place, three in enumerate(cells, 1)
        for number in range(2)
    ]
    found = by_key(rows_of(compute_frame(MAKERS[library](rows), catalog)))
    for row in rows:
        (told,) = iku.compute([row], catalog).per_butir
        answer = found[tuple(row[name] for name in KEYS)]
        assert (answer["status"], answer["kurang"]) == (told.status, " ".join(told.kurang)), row
