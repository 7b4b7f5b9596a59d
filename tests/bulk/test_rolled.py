"""Rolling up held to the pages of definitions: one by one, from files, in every library."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from tests.bulk.by_the_page import KEYS, Row
from tests.bulk.frames import KATALOG, MAKERS, Table, long, nothing, rows_of
from tests.bulk.rolled import Answer, Key, rolled, tables
from tests.bulk.rolled_cases import CASES, RANKS, SPREADS, SURVEY, YEARLY, YOGYA, Case, row, share
from tests.cli.conftest import Run, run

__all__ = ["run"]

SPREAD: Final = ("n", "min", "kuartil_1", "median", "kuartil_3", "maks")
FAMILY: Final = {"IKU443", "IKU454", "IKU465", *(f"IKU47{one}" for one in range(7))}
BESIDE: Final = {"IKU471", "IKU472", "IKU473"}
FEW: Final = 5


# ------------------------------------------------------------------------------------ one by one


def told(found: iku.Result) -> Answer:
    """Return what the exact engine answers in the words of the reckoning."""
    cover, spread = found.cakupan, found.sebaran
    assert cover is not None
    parts = None if spread is None else [getattr(spread, name) for name in SPREAD]
    return Answer(
        nilai=None if found.nilai is None else Fraction(found.nilai),
        status=str(found.status),
        capaian=None if found.capaian is None else Fraction(found.capaian),
        predikat=found.predikat,
        kategori=found.kategori,
        melapor=cover.melapor,
        seharusnya=cover.seharusnya,
        kurang=[*cover.kurang],
        sebaran=None if parts is None else (parts[0], *map(Fraction, parts[1:])),
        kode={one.kode for one in found.temuan},
    )


def wrong(found: Mapping[Key, Answer], right: Mapping[Key, Answer]) -> list[tuple[Any, ...]]:
    """Return what differs: the key, the word, what is found and what is right."""
    some: list[tuple[Any, ...]] = [
        (key, "ada", key in found, key in right) for key in sorted({*found} ^ {*right})
    ]
    for key in sorted({*found} & {*right}):
        one, other = found[key], right[key]
        for name in other:
            if name in {"kode", "tertinggal"} or (name == "status" and other[name] is None):
                continue
            if name in one and one[name] != other[name]:
                some.append((key, name, one[name], other[name]))
        if "kode" in other and other["kode"] != {"?"} and one["kode"] & BESIDE != other["kode"]:
            some.append((key, "kode", one["kode"], other["kode"]))
        out = other.get("tertinggal")
        if out is not None and ("IKU470" in one["kode"]) != out:
            some.append((key, "tertinggal", one["kode"], out))
    return some


def by_key(found: Sequence[iku.Result]) -> dict[Key, Answer]:
    answers = {(one.wilayah, one.tahun, one.periode, one.kode): told(one) for one in found}
    assert len(answers) == len(found)
    return answers


def _held(seed: int, number: int) -> list[Any]:
    some = []
    for table, ke, waktu in tables(seed, number):
        found = by_key(iku.rollup(table, KATALOG, ke=ke, waktu=waktu).hasil)
        some += wrong(found, rolled(table, ke, waktu))
    return some


def test_roll_ups_are_those_of_the_pages() -> None:
    assert _held(1, 12)[:FEW] == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
def test_every_definition_rolls_up_as_its_page_says(seed: int) -> None:
    assert _held(seed, 80)[:FEW] == []


# ------------------------------------------------------------------------------------ files


def as_csv(table: Sequence[Row]) -> str:
    """Return a table as a file of a row an item."""
    names = [*dict.fromkeys((*KEYS, *(name for one in table for name in one)))]
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _plain(cell) for name, cell in one.items()} for one in table)
    return text.getvalue()


def _plain(cell: Any) -> Any:  # noqa: ANN401  # a cell
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def of_json(found: Mapping[str, Any]) -> Answer:
    cover, spread = found["cakupan"], found.get("sebaran")
    parts = None if spread is None else [spread[name] for name in SPREAD]
    return Answer(
        {name: found[name] for name in ("status", "predikat", "kategori")},
        nilai=None if found["nilai"] is None else Fraction(found["nilai"]),
        capaian=None if found["capaian"] is None else Fraction(found["capaian"]),
        **cover,
        sebaran=None if parts is None else (parts[0], *map(Fraction, parts[1:])),
        kode={one["kode"] for one in found["temuan"]},
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(11, 13))
def test_the_command_rolls_files_up_as_the_pages_say(run: Run, tmp_path: Path, seed: int) -> None:
    some = []
    for number, (table, ke, waktu) in enumerate(tables(seed, 24)):
        path = tmp_path / f"{number}.csv"
        path.write_text(as_csv(table), "utf-8")
        asked = [*(("--ke", ke) if ke else ()), *(("--waktu", waktu) if waktu else ())]
        ran = run("rollup", path, *asked, "--format", "json", "--quiet")
        found = {tuple(one[key] for key in KEYS): of_json(one) for one in ran.json["hasil"]}
        some += wrong(found, rolled(table, ke, waktu))
    assert some[:FEW] == []


# ------------------------------------------------------------------------------------ frames


def framed(native: Table, ke: str | None, waktu: str | None) -> dict[Key, Answer]:
    answers = {}
    for one in rows_of(iku.rollup_frame(native, KATALOG, ke=ke, waktu=waktu)):
        there = {name: None if nothing(cell) else cell for name, cell in one.items()}
        spread = tuple(there[f"sebaran_{name}"] for name in SPREAD)
        names = ("nilai", "status", "capaian", "predikat", "kategori", "melapor", "seharusnya")
        key = (there["wilayah"], there["tahun"], there["periode"], there["kode"])
        assert key not in answers
        answers[key] = Answer(
            {name: there[name] for name in names},
            sebaran=spread if spread[0] else None,
            kode={*str(there["temuan"] or "").split()},
        )
    return answers


def in_doubles(right: Mapping[Key, Answer]) -> dict[Key, Answer]:
    return {
        key: Answer({name: _double(x) for name, x in one.items()}) for key, one in right.items()
    }


def _double(cell: Any) -> Any:  # noqa: ANN401  # of any kind
    if isinstance(cell, tuple):
        return tuple(map(_double, cell))
    return float(cell) if isinstance(cell, Fraction) else cell


def _framed(library: str, seed: int, number: int, shape: str) -> list[Any]:
    some = []
    for table, ke, waktu in tables(seed, number):
        native = MAKERS[library](long(table) if shape == "long" else table)
        some += wrong(framed(native, ke, waktu), in_doubles(rolled(table, ke, waktu)))
    return some


@pytest.mark.frames
@pytest.mark.parametrize("shape", ["wide", "long"])
def test_frames_roll_up_as_the_pages_say(shape: str) -> None:
    assert _framed("polars", 21, 3, shape)[:FEW] == []


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("shape", ["wide", "long"])
@pytest.mark.parametrize("library", MAKERS)
def test_every_library_rolls_up_as_the_pages_say(library: str, shape: str) -> None:
    seed = 30 + [*MAKERS].index(library)
    assert _framed(library, seed, 30, shape)[:FEW] == []


# ------------------------------------------------------------------------------------ strange ones


def judged(case: Case, found: Mapping[Key, Answer], said: set[str] | None) -> list[Any]:
    """Return what differs from what a case says."""
    some: list[Any] = []
    right = {one[:4]: one[4:] for one in case.results}
    if {*found} != {*right}:
        return [("hasil", sorted(found), sorted(right))]
    for key, (value, status, there, wanted) in right.items():
        one = found[key]
        exact = None if value is None else Fraction(value)
        if one["nilai"] != exact and one["nilai"] != _double(exact):
            some.append((key, "nilai", one["nilai"], value))
        asked = {"status": status, "melapor": there, "seharusnya": wanted}
        some += [
            (key, name, one[name], x)
            for name, x in asked.items()
            if x is not None and one[name] != x
        ]
    if said is not None:
        must = {one for one in case.said.split() if one[0] != "?"}
        may = {one.strip("?") for one in case.said.split()}
        if not must <= said & FAMILY <= may:
            some.append(("temuan", sorted(said & FAMILY), case.said))
    return some


def _of(way: str) -> Iterator[Any]:
    for name, case in CASES.items():
        if case.only in {"", way} or (way == "csv" and case.only == "rows" and "beyond" in name):
            yield pytest.param(case, id=name)


@pytest.mark.parametrize("case", [*_of("rows")])
def test_a_strange_list_of_rows_is_rolled_up(case: Case) -> None:
    found = iku.rollup(case.rows, KATALOG, ke=case.ke, waktu=case.waktu)
    said = {one.kode for one in found.semua_temuan}
    assert judged(case, by_key(found.hasil), said) == []


@pytest.mark.parametrize("case", [*_of("csv")])
def test_a_strange_file_is_rolled_up(run: Run, tmp_path: Path, case: Case) -> None:
    path = tmp_path / "a.csv"
    path.write_text(as_csv(case.rows), "utf-8")
    asked = [
        *(("--ke", case.ke) if case.ke else ()),
        *(("--waktu", case.waktu) if case.waktu else ()),
    ]
    ran = run("rollup", path, *asked, "--format", "json", "--quiet")
    answer = json.loads(ran.out)
    found = {tuple(one[key] for key in KEYS): of_json(one) for one in answer["hasil"]}
    every = [*answer["temuan"], *(each for one in answer["hasil"] for each in one["temuan"])]
    assert judged(case, found, {one["kode"] for one in every}) == []
    assert ran.status == int(any(one["tingkat"] == "galat" for one in every))


def frame_of(library: str, table: Sequence[Row]) -> Table:
    """Return rows as a table of a library, each column of the kind it has."""
    import polars as pl

    names = [*dict.fromkeys((*KEYS, *(name for one in table for name in one)))]
    frame = pl.DataFrame(
        [{name: one.get(name) for name in names} for one in table], infer_schema_length=None
    )
    match library:
        case "polars-lazy":
            return frame.lazy()
        case "pandas":
            return frame.to_pandas()
        case "pyarrow":
            return frame.to_arrow()
        case "duckdb":
            import duckdb

            return duckdb.from_arrow(frame.to_arrow())
    return frame


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("library", MAKERS)
def test_a_strange_table_is_rolled_up(library: str) -> None:
    some = []
    for name, case in CASES.items():
        if case.only in {"", "frame"}:
            native = frame_of(library, case.rows)
            found = framed(native, case.ke, case.waktu)
            some += [(name, *one) for one in judged(case, found, None)]
    assert some == []


@pytest.mark.frames
@pytest.mark.slow
@pytest.mark.parametrize("library", MAKERS)
def test_a_table_tells_periods_of_more_than_they_lie_in(library: str) -> None:
    said = {}
    for name, case in CASES.items():
        kinds = {str(one["periode"]).partition("-")[0] for one in case.rows} - {YEARLY}
        if len(kinds) > 1 and case.only in {"", "frame"}:
            found = framed(frame_of(library, case.rows), case.ke, case.waktu)
            said[name] = any("IKU443" in one["kode"] for one in found.values())
    assert {name for name, told in said.items() if told} == {
        name for name, case in CASES.items() if "IKU443" in case.said
    }
    assert not all(said.values())


@pytest.mark.frames
@pytest.mark.parametrize("library", MAKERS)
@pytest.mark.parametrize("ke", [None, "34"])
def test_a_table_tells_years_that_contradict_their_parts(library: str, ke: str | None) -> None:
    table = [
        *(share("34.01", 1, number, period=f"semester-{one}") for one, number in ((1, 5), (2, 6))),
        *(share("34.02", 1, 5, period=f"triwulan-{one}") for one in range(1, 5)),
        *(share(region, *two) for region, two in zip(YOGYA, ((2, 30), (4, 20)), strict=False)),
    ]
    found = framed(frame_of(library, table), ke, YEARLY)
    said = {key[0]: "IKU433" in one["kode"] for key, one in found.items()}
    assert said == ({"34": True} if ke else {"34.01": True, "34.02": False})


@pytest.mark.parametrize("values", SPREADS)
def test_a_survey_shows_how_its_values_are_spread(values: tuple[str, ...]) -> None:
    table = [row(one, SURVEY, realisasi=each) for one, each in zip(YOGYA, values, strict=False)]
    (found,) = by_key(iku.rollup(table, KATALOG, ke="34").hasil).values()
    assert found["sebaran"] == (len(values), *map(Fraction, SPREADS[values]))


@pytest.mark.parametrize("name", RANKS)
def test_equal_regions_share_a_rank(run: Run, tmp_path: Path, name: str) -> None:
    table, right = RANKS[name]
    path = tmp_path / "a.csv"
    path.write_text(as_csv(table), "utf-8")
    ran = run("rollup", path, "--ke", "34", "--banding", "--format", "csv", "--quiet")
    rows = csv.DictReader(io.StringIO(ran.out))
    found = [(one["wilayah"], int(one["peringkat"]) if one["peringkat"] else None) for one in rows]
    assert found == right


def test_json_is_read_as_csv_is(run: Run, tmp_path: Path) -> None:
    items = [
        {
            "jenis": "laporan",
            "wilayah": one,
            "tahun": 2024,
            "item": [{"kode": "KBP-WAS-09", "variabel": {"konflik": n}}],
        }
        for n, one in enumerate(YOGYA)
    ]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(items), "utf-8")
    (found,) = run("rollup", path, "--ke", "34", "--format", "json", "--quiet").json["hasil"]
    assert (found["nilai"], found["status"], found["cakupan"]["melapor"]) == ("10", "lengkap", 5)


def test_a_workbook_holds_numbers(run: Run, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path, out = tmp_path / "a.csv", tmp_path / "b.xlsx"
    path.write_text(as_csv(CASES["a half of the last digit"].rows), "utf-8")
    run("rollup", path, "--ke", "34", "-o", out)
    sheet = openpyxl.load_workbook(out).worksheets[0]
    rows = [[cell.value for cell in one] for one in sheet.iter_rows()]
    found = dict(zip(rows[0], rows[1], strict=True))
    assert (found["nilai"], found["melapor"], found["seharusnya"]) == (0.13, 5, 5)
    assert found["wilayah"] == "34"


def test_excel_gets_the_numbers_of_a_spread_as_numbers(run: Run) -> None:
    asked = ("--ke", "34", "--waktu", "tahunan", "--format", "csv", "--untuk", "excel", "--quiet")
    out = run("rollup", "examples/rekap", *asked).out.lstrip("\ufeff")
    rows = csv.DictReader(io.StringIO(out), delimiter=";")
    (survey,) = [one for one in rows if one["kode"] == SURVEY]
    assert (survey["sebaran_kuartil_1"], survey["sebaran_maks"]) == ("82,1375", "88,31")
