"""``bulk`` over files that are broken, of another kind, or in the way of its own: a sentence each.

What is said names the file, in the language that is spoken, and no word of it is the engine's.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from tests.cli.conftest import Run
from tests.cli.test_bulk_files import (
    _WIDE,
    FIRST,
    GOOD,
    HEADER,
    RIGHT,
    SECOND,
    File,
    _danau,
    lines,
    rows_of,
    with_more,
)

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
pytest.importorskip("narwhals", reason="without narwhals (the extra bulk)")

ENGINES: Final = re.compile(
    r"\w+ Error\b|[Mm]agic|[Ii]nvalid|\bfile is\b|Binder|snappy|union_by",
)
"""Words that are the engine's."""


def parquet(folder: Path, query: str = f"FROM ({_WIDE})", name: str = "masuk.parquet") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


QUICK: Final = (
    *("a text", "cut off in the middle", "its pages overwritten"),
    *(
        "a line of ten megabytes",
        "headers of a hundred kilobytes",
        "a quote at the end that is not closed",
    ),
)
"""What tells most; the others are slow together."""


def slowly(names: Iterable[str]) -> list[Any]:
    return [pytest.param(one, marks=() if one in QUICK else pytest.mark.slow) for one in names]


def results_in(path: Path) -> list[tuple[str, str, str]]:
    return [(row["nilai"], row["status"], row["capaian"]) for row in rows_of(path)]


def _overwritten(whole: bytes) -> bytes:
    """Return a file whose pages are other bytes, and whose end tells of them as before."""
    end = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    return whole[:4] + bytes(reversed(whole[4:end])) + whole[end:]


BROKEN: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "a text": lambda _: b"bukan parquet, melainkan teks\n",
    "a table in CSV": lambda _: lines(*GOOD),
    "nothing": lambda _: b"",
    "compressed": gzip.compress,
    "cut off in the middle": lambda whole: whole[: len(whole) // 2],
    "its second half": lambda whole: whole[len(whole) // 2 :],
    "its pages overwritten": _overwritten,
    "its end overwritten": lambda whole: whole[:-200] + b"\xff" * 192 + whole[-8:],
    "the length of its end too long": lambda whole: whole[:-8] + b"\xff\xff\xff\x7f" + whole[-4:],
    "a workbook": lambda _: b"PK\x03\x04" + b"xl/workbook.xml" * 9,
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", slowly(BROKEN))
def test_what_is_no_parquet_is_said_in_our_words(
    name: str, language: str, run: Run, tmp_path: Path
) -> None:
    source = parquet(tmp_path)
    source.write_bytes(BROKEN[name](source.read_bytes()))
    ran = run("bulk", source, "-o", tmp_path / "hasil.csv", "--bahasa", language)
    assert (ran.status, ran.out) == (2, "")
    assert str(source) in ran.err
    assert {"id": "bukan berkas Parquet", "en": "no Parquet file"}[language] in ran.err
    assert ENGINES.search(ran.err) is None, ran.err
    assert [one.name for one in tmp_path.iterdir()] == [source.name]


def test_of_many_files_the_broken_one_is_named(run: Run, tmp_path: Path) -> None:
    lake = _danau(tmp_path, "a.parquet", "b.parquet", "c.parquet")
    (lake / "b.parquet").write_bytes(b"bukan")
    ran = run("bulk", lake, "-o", tmp_path / "hasil.csv")
    assert (ran.status, ran.out) == (2, "")
    assert str(lake / "b.parquet") in ran.err
    assert "a.parquet" not in ran.err
    assert ENGINES.search(ran.err) is None, ran.err
    assert [one.name for one in tmp_path.iterdir()] == ["danau"]


def test_a_column_that_is_nested_here_and_a_number_there_is_said(run: Run, tmp_path: Path) -> None:
    parquet(tmp_path, name="danau/a.parquet")
    parquet(tmp_path, f"SELECT * REPLACE ([20] AS konflik) FROM ({_WIDE})", "danau/b.parquet")  # noqa: S608  # our own
    ran = run("bulk", tmp_path / "danau", "-o", tmp_path / "hasil.csv")
    assert (ran.status, ran.out) == (2, "")
    assert ENGINES.search(ran.err) is None, ran.err
    assert "konflik" in ran.err


def test_a_column_that_says_otherwise_than_its_folder_is_said(run: Run, tmp_path: Path) -> None:
    for year in (2024, 2025):
        query = f"SELECT * REPLACE ({year}.0 AS tahun) FROM ({_WIDE})"  # noqa: S608  # a query of ours
        parquet(tmp_path, query, f"danau/tahun={year}/a.parquet")
    output = tmp_path / "hasil.csv"
    assert run("bulk", tmp_path / "danau", "-o", output).status == 0
    assert [row["tahun"] for row in rows_of(output)] == ["2024", "2025"]
    parquet(tmp_path, name="danau/tahun=2023/a.parquet")
    ran = run("bulk", tmp_path / "danau", "-o", output, "--timpa")
    assert ran.status == 2
    assert "Kolom tahun di dalam berkas berbeda" in ran.err


@pytest.mark.parametrize("name", ["__BARIS", "filename", "__of", "file_index"])
def test_a_column_of_any_name_changes_nothing(name: str, run: Run, tmp_path: Path) -> None:
    source = parquet(tmp_path, f'SELECT *, 7 AS "{name}" FROM ({_WIDE})')  # noqa: S608  # our own
    ran = run("bulk", source, "-o", tmp_path / "hasil.csv")
    assert (ran.status, results_in(tmp_path / "hasil.csv")) == (0, RIGHT), ran.err


@pytest.mark.parametrize("name", ["file_row_number", "FILE_ROW_NUMBER", "__dibaca_dari"])
def test_a_column_that_the_reader_makes_itself_is_said(name: str, run: Run, tmp_path: Path) -> None:
    source = parquet(tmp_path, f'SELECT *, 7 AS "{name}" FROM ({_WIDE})')  # noqa: S608  # our own
    ran = run("bulk", source, "-o", tmp_path / "hasil.csv")
    assert (ran.status, ran.out) == (2, "")
    assert f"kolom {name} " in ran.err
    assert "nama lain" in ran.err
    assert [one.name for one in tmp_path.iterdir()] == [source.name]


# ------------------------------------------------------------------------------------- folders


def test_a_folder_called_like_a_file_stands_for_its_files(run: Run, tmp_path: Path) -> None:
    lake = _danau(tmp_path, "tabel.parquet/part-0.parquet", "tabel.parquet/part-1.parquet")
    for source in (lake, lake / "tabel.parquet"):
        ran = run("bulk", source, "-o", tmp_path / "hasil.csv", "--timpa")
        assert ran.status == 0, ran.err
        assert [row["tahun"] for row in rows_of(tmp_path / "hasil.csv")] == ["2020", "2021"]


def test_what_an_interrupted_job_left_in_its_own_folder_is_not_read(
    run: Run, tmp_path: Path
) -> None:
    lake = _danau(tmp_path, "a.parquet", "hasil.csv.sebagian/bagian-1.parquet")
    ran = run("bulk", lake, "-o", lake / "hasil.csv")
    assert ran.status == 0, ran.err
    assert [row["tahun"] for row in rows_of(lake / "hasil.csv")] == ["2020"]


def test_an_output_among_what_is_read_is_refused(run: Run, tmp_path: Path) -> None:
    lake = _danau(tmp_path, "a.parquet", "b.parquet")
    whole = (lake / "a.parquet").read_bytes()
    ran = run("bulk", lake, "-o", lake / "a.parquet", "--timpa")
    assert (ran.status, ran.out) == (2, "")
    assert "berkas yang dibaca" in ran.err
    assert (lake / "a.parquet").read_bytes() == whole


def test_files_of_a_folder_may_hold_other_columns_and_kinds(run: Run, tmp_path: Path) -> None:
    parquet(tmp_path, name="danau/a.parquet")
    other = "tahun + 1 AS tahun, '20' AS konflik, '17' AS konflik_diselesaikan"
    query = f"SELECT * EXCLUDE (target) REPLACE ({other}) FROM ({_WIDE})"  # noqa: S608  # our own
    parquet(tmp_path, query, "danau/b.parquet")
    ran = run("bulk", tmp_path / "danau", "-o", tmp_path / "hasil.csv")
    found = results_in(tmp_path / "hasil.csv")
    assert (ran.status, sorted(found)) == (0, [("85.00", "lengkap", ""), *RIGHT]), ran.err


# ----------------------------------------------------------------------------------------- CSV

LONG_CELL: Final = "x" * 10_000_000
FAR: Final = tuple(f"62.71,{1975 + n % 50},,KBP-WAS-02,konflik,20," for n in range(3000))
"""Rows that go beyond what the head of a file is looked at; several of each key, all the same."""
OLD: Final = [("", "belum_lengkap", "")] * 50
CSV: Final[Mapping[str, File]] = {
    "a line of ten megabytes": File(
        lines(f"{HEADER},catatan", f"{FIRST},a", f"{SECOND},{LONG_CELL}", f"{SECOND},b"),
        results=RIGHT,
    ),
    "a line of thirty megabytes": File(
        lines(f"{HEADER},catatan", f"{FIRST},a", f"{SECOND},{LONG_CELL * 3}", f"{SECOND},b"),
        status=1,
        results=RIGHT,
        refused=[("3", "IKU004")],
    ),
    "a line of fifty megabytes": File(
        lines(HEADER, FIRST, SECOND, FIRST.replace("2025", "2024"), LONG_CELL * 5),
        status=2,
        said="16 MB",
    ),
    "a quote in the middle that is not closed": File(
        lines(HEADER, FIRST, SECOND, '62.71,2024,,"KBP-WAS-02,konflik,20,', *FAR * 150),
        status=1,
        results=RIGHT,
        refused=[("4", "IKU040")],
    ),
    "a quote at the end that is not closed": File(
        lines(*with_more("a"), f'{FIRST.replace("2025", "2024")},"b'),
        status=1,
        results=RIGHT,
        refused=[("4", "IKU040")],
    ),
    "lines that end in three ways": File(
        b"\n".join([HEADER.encode(), FIRST.encode() + b"\r", SECOND.encode()])
        + b"\r62.71,2024,,KBP-WAS-02,konflik,20,\n",
        status=1,
        results=[*RIGHT, ("", "belum_lengkap", "")],
    ),
    "a byte of nothing far below": File(
        lines(HEADER, *FAR, "62.71,2025,,KBP-WAS-02,kon\0flik,20,"),
        status=1,
        results=[*OLD, ("", "ditolak", "")],
    ),
    "a broken letter far below": File(
        lines(HEADER, *FAR) + b"62.71,2025,,KBP-WAS-02,kon\xffflik,20,\n",
        status=1,
        results=OLD,
        refused=[("3002", "IKU008")],
    ),
    "what it is separated by told first": File(
        lines("sep=;", *(row.replace(",", ";") for row in GOOD)), results=RIGHT
    ),
    "headers of a hundred kilobytes": File(
        lines(*with_more("," * 299 + "1", ",".join(f"kolom {n:>400}" for n in range(300)))),
        results=RIGHT,
    ),
    "five thousand columns": File(
        lines(*with_more("," * 5000 + "1", ",".join(f"kolom {n}" for n in range(5001)))),
        status=2,
        said="--memori",
    ),
    "Parquet under the name of CSV": File(
        b"PAR1" + bytes(range(256)) * 9, status=2, said="Parquet"
    ),
    "a workbook under the name of CSV": File(
        b"PK\x03\x04" + b"xl/workbook.xml" * 9, status=2, said=".xlsx"
    ),
    "the end of a file of DOS": File(lines(*GOOD) + b"\x1a", status=2, said="U+001A"),
}


@pytest.mark.parametrize("name", slowly(CSV))
def test_a_file_gives_results_or_refused_rows_or_a_sentence(
    name: str, run: Run, tmp_path: Path
) -> None:
    one, source, output = CSV[name], tmp_path / "masuk.csv", tmp_path / "hasil.csv"
    source.write_bytes(one.content)
    ran = run("bulk", source, "-o", output)
    found = results_in(output)
    refused = [
        (row["baris"], row["kode_temuan"]) for row in rows_of(output.with_suffix(".ditolak.csv"))
    ]
    assert (sorted(found), refused) == (sorted(one.results), list(one.refused)), ran.err
    assert ran.status == one.status
    assert one.said in ran.err
    assert ENGINES.search(ran.err) is None, ran.err


@pytest.mark.slow
def test_why_a_line_is_too_long_is_said_as_it_is(run: Run, tmp_path: Path) -> None:
    source, output = tmp_path / "masuk.csv", tmp_path / "hasil.csv"
    source.write_bytes(CSV["a line of thirty megabytes"].content)
    run("bulk", source, "-o", output)
    with output.with_suffix(".ditolak.csv").open(encoding="utf-8") as stream:
        said = stream.read(300)
    assert "kutip" not in said
    assert "MB" in said
