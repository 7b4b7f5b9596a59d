"""``bulk`` over files as they come: each gives its results, its refused rows, or a sentence."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from tests.cli.conftest import Ran, Run

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
pytest.importorskip("narwhals", reason="without narwhals (the extra bulk)")

HEADER: Final = "wilayah,tahun,periode,kode,variabel,nilai,target"
FIRST: Final = "62.71,2025,,KBP-WAS-02,konflik,20,90"
SECOND: Final = "62.71,2025,,KBP-WAS-02,konflik_diselesaikan,17,"
GOOD: Final = (HEADER, FIRST, SECOND)
RIGHT: Final = [("85.00", "lengkap", "94.44")]
INCOMPLETE: Final = ("", "belum_lengkap", "")


class File(NamedTuple):
    """A file, and what is right.

    Attributes:
        content: its bytes.
        status: the exit status.
        results: value, status and achievement of each key.
        refused: line and code of each refused row.
        said: a part of what is said on standard error.
        name: what it is called.
    """

    content: bytes
    status: int = 0
    results: Sequence[tuple[str, str, str]] = ()
    refused: Sequence[tuple[str, str]] = ()
    said: str = ""
    name: str = "masuk.csv"


def lines(*told: str, seam: str = "\n", end: str = "\n", encoding: str = "utf-8") -> bytes:
    return (seam.join(told) + end).encode(encoding)


def with_more(cell: str, header: str = "catatan") -> tuple[str, ...]:
    """Return the good lines with a cell more."""
    return (f"{HEADER},{header}", *(f"{row},{cell}" for row in GOOD[1:]))


def separated(mark: str) -> tuple[str, ...]:
    return tuple(row.replace(",", mark) for row in GOOD)


FILES: Final[Mapping[str, File]] = {
    "tabs": File(lines(*separated("\t")), results=RIGHT, name="masuk.tsv"),
    "bars": File(lines(*separated("|")), results=RIGHT),
    "a mark at the beginning": File(lines(*GOOD, encoding="utf-8-sig"), results=RIGHT),
    "a mark, semicolons and commas": File(
        lines(
            *(row.replace("90", "90,5") for row in separated(";")),
            seam="\r\n",
            encoding="utf-8-sig",
        ),
        results=[("85.00", "lengkap", "93.92")],
    ),
    "lines of the old Macintosh": File(
        lines(*GOOD, "62.71,2025,,KBP-ZZZ-01,x,2,", seam="\r", end="\r"),
        status=1,
        results=RIGHT,
        refused=[("4", "IKU310")],
    ),
    "lines that end in two ways": File(
        lines(*GOOD, "rusak", seam="\r\n"), status=1, results=RIGHT, refused=[("4", "IKU039")]
    ),
    "no end of the last line": File(lines(*GOOD, end=""), results=RIGHT),
    "many ends after the last line": File(lines(*GOOD, end="\n\n\r\n\n"), results=RIGHT),
    "blank lines between": File(lines(HEADER, "", FIRST, "", "", SECOND), results=RIGHT),
    "lines of marks alone": File(lines(HEADER, ",,,,,,", FIRST, ",,,,,,", SECOND), results=RIGHT),
    "quotes around everything": File(
        lines(*('"' + row.replace(",", '","') + '"' for row in GOOD)), results=RIGHT
    ),
    "a note of several lines": File(
        lines(*with_more('"baris satu\nbaris ""dua"", dan tiga"')), results=RIGHT
    ),
    "a note of several lines with both ends": File(
        lines(*with_more('"satu\r\ndua"'), seam="\r\n", end="\r\n"), results=RIGHT
    ),
    "a mark at the end of every line": File(lines(*(f"{row}," for row in GOOD)), results=RIGHT),
    "a mark more in one line": File(
        lines(HEADER, FIRST, SECOND, "62.71,2024,,KBP-WAS-02,konflik,20,90,"),
        status=1,
        results=[*RIGHT, INCOMPLETE],
    ),
    "a line that is too short": File(
        lines(HEADER, FIRST, "62.71,2025", SECOND),
        status=1,
        results=RIGHT,
        refused=[("3", "IKU039")],
    ),
    "a letter of an old system": File(
        lines(*with_more("Kapuas é"), encoding="latin-1"), results=RIGHT
    ),
    "another old alphabet": File(lines(*with_more("x"), encoding="utf-16-le"), status=2, said="."),
    "columns in another order": File(
        lines(*(",".join(reversed(row.split(","))) for row in GOOD)), results=RIGHT
    ),
    "headers in capitals with spaces": File(
        lines(HEADER.upper().replace(",", " , "), FIRST, SECOND), results=RIGHT
    ),
    "spaces around cells": File(
        lines(HEADER, *(r.replace(",", " , ") for r in GOOD[1:])), results=RIGHT
    ),
    "other columns of the same name": File(
        lines(f"{HEADER},x,x", f"{FIRST},1,2", f"{SECOND},3,4"), results=RIGHT
    ),
    "two columns of the same name": File(
        lines(f"{HEADER},nilai", f"{FIRST},21", f"{SECOND},18"), status=2, said="nilai"
    ),
    "a title above": File(
        lines("LAPORAN KINERJA 2025,,,,,,", ",,,,,,", *GOOD), status=2, said="Kolom wilayah"
    ),
    "nothing": File(b"", status=2, said="."),
    "a mark alone": File(b"\xef\xbb\xbf", status=2, said="."),
    "blank lines alone": File(b"\n\n\n", status=2, said="."),
    "headers alone": File(lines(HEADER)),
    "headers alone without an end": File(lines(HEADER, end="")),
    "a file that is compressed": File(lines(*GOOD), status=2, said="CSV", name="masuk.csv.gz"),
    "a name without an ending": File(lines(*GOOD), status=2, said="CSV", name="masuk"),
    "an ending in capitals": File(lines(*GOOD), results=RIGHT, name="MASUK.CSV"),
    "a name with brackets": File(lines(*GOOD), results=RIGHT, name="masuk [1].csv"),
    "a name with a star": File(lines(*GOOD), results=RIGHT, name="masuk*.csv"),
    "a name with a question": File(lines(*GOOD), results=RIGHT, name="masuk?.csv"),
    "a name with a quote": File(lines(*GOOD), results=RIGHT, name='Jum\'at "2025".csv'),
    "a name with braces": File(lines(*GOOD), results=RIGHT, name="{a,b}%s.csv"),
    "a quote inside a cell": File(
        lines(HEADER, FIRST, SECOND, '62.71,2024,,KBP-WAS-02,kon"flik,20,'),
        status=1,
        results=[*RIGHT, ("", "ditolak", "")],
    ),
    "a byte of nothing": File(lines(*with_more("a\0b")), status=2, said="U+0000"),
    "a cell of three million letters": File(
        lines(
            HEADER + ",catatan",
            f"{FIRST},a",
            f"{SECOND},b",
            f"{FIRST.replace('2025', '2024')},{'x' * 3_000_000}",
        ),
        status=1,
        results=[INCOMPLETE, *RIGHT],
    ),
    "the same key in two rows": File(lines(HEADER, FIRST, SECOND, FIRST), status=0, results=RIGHT),
    "the same key with two numbers": File(
        lines(HEADER, FIRST, SECOND, FIRST.replace(",20,", ",21,")),
        status=1,
        results=RIGHT,
    ),
    "two targets": File(
        lines(HEADER, FIRST, SECOND.removesuffix(",") + ",80"), status=1, results=RIGHT
    ),
    "numbers in a spelling of two meanings": File(
        lines(
            HEADER,
            "62.71,2025,,KBP-WAS-02,konflik,2.000,",
            "62.71,2025,,KBP-WAS-02,konflik_diselesaikan,1.700,",
        ),
        status=1,
        results=[("", "ditolak", "")],
    ),
    "percent signs": File(lines(HEADER, FIRST.replace("90", "90%"), SECOND), results=RIGHT),
    "formulas of a spreadsheet": File(
        lines(HEADER, FIRST, SECOND, "=1+1,2025,,KBP-WAS-02,konflik,20,"),
        status=1,
        results=[*RIGHT, INCOMPLETE],
    ),
}


QUICK: Final = (
    *("lines that end in two ways", "headers alone", "two columns of the same name", "tabs"),
    *("no rows", "names of our own", "a count that is endless"),
)
"""What tells most; the others are slow together."""


def quickly(names: Iterable[str]) -> list[Any]:
    return [pytest.param(one, marks=() if one in QUICK else pytest.mark.slow) for one in names]


def ran_over(run: Run, folder: Path, one: File) -> tuple[Ran, Path]:
    source, output = folder / one.name, folder / "hasil.csv"
    source.write_bytes(one.content)
    return run("bulk", source, "-o", output), output


def rows_of(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", quickly(FILES))
def test_a_file_gives_results_or_refused_rows_or_a_sentence(
    name: str, run: Run, tmp_path: Path
) -> None:
    one = FILES[name]
    ran, output = ran_over(run, tmp_path, one)
    found = [(row["nilai"], row["status"], row["capaian"]) for row in rows_of(output)]
    refused = [
        (row["baris"], row["kode_temuan"]) for row in rows_of(output.with_suffix(".ditolak.csv"))
    ]
    assert (sorted(found), refused) == (sorted(one.results), list(one.refused))
    assert ran.status == one.status
    assert one.said in ran.err
    assert output.exists() == (one.status != 2)
    left = {one.name, "hasil.csv", "hasil.ditolak.csv"}
    assert {path.name for path in tmp_path.iterdir()} <= left


# ------------------------------------------------------------------------------------- places


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "masuk.csv"
    path.write_bytes(lines(*GOOD))
    return path


@pytest.mark.slow
def test_an_output_that_is_there_stays_unless_it_may_go(run: Run, source: Path) -> None:
    output = source.with_name("hasil.csv")
    output.write_text("lama", encoding="utf-8")
    assert run("bulk", source, "-o", output).status == 2
    assert output.read_text("utf-8") == "lama"
    assert run("bulk", source, "-o", output, "--timpa").status == 0
    assert [row["nilai"] for row in rows_of(output)] == ["85.00"]


@pytest.mark.slow
def test_refused_rows_of_an_earlier_run_do_not_stay(run: Run, source: Path) -> None:
    output = source.with_name("hasil.csv")
    source.write_bytes(lines(*GOOD, "62.71,2025,,KBP-ZZZ-02,konflik,20,90"))
    assert run("bulk", source, "-o", output).status == 1
    assert output.with_suffix(".ditolak.csv").exists()
    source.write_bytes(lines(*GOOD))
    assert run("bulk", source, "-o", output, "--timpa").status == 0
    assert not output.with_suffix(".ditolak.csv").exists()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["/proc/hasil.csv", "/dev/full/hasil.csv", "/dev/null/a.csv"])
def test_a_place_where_nothing_can_be_written_is_said(place: str, run: Run, source: Path) -> None:
    ran = run("bulk", source, "-o", place)
    assert ran.status == 2
    assert place in ran.err


@pytest.mark.slow
def test_an_output_that_is_a_folder_is_refused(run: Run, source: Path) -> None:
    output = source.with_name("hasil.csv")
    output.mkdir()
    ran = run("bulk", source, "-o", output, "--timpa")
    assert ran.status == 2
    assert output.is_dir()
    assert "hasil.csv" in ran.err


def test_an_output_that_leads_to_the_input_is_refused(run: Run, source: Path) -> None:
    output = source.with_name("hasil.csv")
    output.symlink_to(source)
    assert run("bulk", source, "-o", output, "--timpa").status == 2
    assert source.read_bytes() == lines(*GOOD)
    output.unlink()
    os.link(source, output)
    assert run("bulk", source, "-o", output, "--timpa").status == 2
    assert source.read_bytes() == lines(*GOOD)


@pytest.mark.slow
def test_an_input_below_a_file_is_said(run: Run, source: Path) -> None:
    ran = run("bulk", source / "lagi.csv", "-o", source.with_name("hasil.csv"))
    assert ran.status == 2
    assert "lagi.csv" in ran.err


@pytest.mark.slow
def test_two_inputs_are_refused(run: Run, source: Path) -> None:
    ran = run("bulk", source, source, "-o", source.with_name("hasil.csv"))
    assert ran.status == 2
    assert not source.with_name("hasil.csv").exists()


def test_a_folder_of_csv_files_is_told_what_a_folder_may_hold(run: Run, source: Path) -> None:
    ran = run("bulk", source.parent, "-o", source.parent / "hasil.csv")
    assert ran.status == 2
    assert ".parquet" in ran.err


# ------------------------------------------------------------------------------------ Parquet

_WIDE: Final = """
    SELECT '62.71' AS wilayah, 2025 AS tahun, 'KBP-WAS-02' AS kode, 90.0 AS target,
        17 AS konflik_diselesaikan, 20 AS konflik
"""
REJECTED: Final = [("", "ditolak", "")]
REPLACED: Final[Mapping[str, tuple[str, int, Sequence[tuple[str, str, str]]]]] = {
    "a nested variable": ("{'a': 1} AS konflik", 1, REJECTED),
    "years that are times": ("TIMESTAMP '2025-01-01' AS tahun", 1, []),
    "years that are doubles": ("2025.0::DOUBLE AS tahun", 0, RIGHT),
    "years that are texts": ("'2025' AS tahun", 0, RIGHT),
    "codes that are enumerations": ("kode::ENUM ('a', 'KBP-WAS-02') AS kode", 0, RIGHT),
    "codes that are bytes": ("kode::BLOB AS kode", 0, RIGHT),
    "counts that are decimals": ("20::DECIMAL(38, 4) AS konflik", 0, RIGHT),
    "counts that are huge": ("20::HUGEINT AS konflik", 0, RIGHT),
    "counts that are small": ("20::UTINYINT AS konflik", 0, RIGHT),
    "counts that are truths": ("true AS konflik", 1, REJECTED),
    "a count that is no number": ("'nan'::DOUBLE AS konflik", 1, [INCOMPLETE]),
    "a count that is endless": ("'inf'::DOUBLE AS konflik", 1, REJECTED),
    "a region that is a number": ("62.71::DOUBLE AS wilayah", 0, RIGHT),
}
PARQUET: Final = {
    **{
        name: (f"SELECT * REPLACE ({column}) FROM wide", status, results)  # noqa: S608  # our own
        for name, (column, status, results) in REPLACED.items()
    },
    "nested columns beside": ("SELECT *, {'a': [1]} AS r, [[1]] AS l FROM wide", 0, RIGHT),
    "names in capitals": ('SELECT wilayah AS "WILAYAH", * EXCLUDE (wilayah) FROM wide', 0, RIGHT),
    "names of our own": (
        (
            "SELECT *, 1 AS __baris, 2 AS __berkas, 3 AS __row, 4 AS filename,"
            " 5 AS status, 6 AS __strange FROM wide"
        ),
        0,
        RIGHT,
    ),
    "no rows": ("SELECT * FROM wide WHERE false", 0, []),
}


@pytest.mark.parametrize("name", quickly(PARQUET))
def test_a_parquet_file_gives_results(name: str, run: Run, tmp_path: Path) -> None:
    query, status, results = PARQUET[name]
    source, output = tmp_path / "masuk.parquet", tmp_path / "hasil.csv"
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW wide AS {_WIDE}")
        connection.execute(f"COPY ({query}) TO '{source}' (FORMAT parquet)")
    ran = run("bulk", source, "-o", output)
    found = [(row["nilai"], row["status"], row["capaian"]) for row in rows_of(output)]
    assert (found, ran.status) == (list(results), status), ran.err


def _danau(folder: Path, *places: str) -> Path:
    lake = folder / "danau"
    for year, place in enumerate(places, 2020):
        path = lake / place
        path.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect() as connection:
            name = str(path).replace("'", "''")
            connection.execute(
                f"COPY (SELECT * REPLACE ({year} AS tahun) FROM ({_WIDE})) TO '{name}'"  # noqa: S608  # our own
                " (FORMAT parquet)"
            )
    return lake


def test_what_a_running_job_left_in_a_folder_is_not_read(run: Run, tmp_path: Path) -> None:
    lake = _danau(tmp_path, "a.parquet", "_temporary/0/b.parquet", ".c.parquet", "_d.parquet")
    assert run("bulk", lake, "-o", tmp_path / "hasil.csv").status == 0
    assert [row["tahun"] for row in rows_of(tmp_path / "hasil.csv")] == ["2020"]


@pytest.mark.parametrize(("name", "other"), [("a[1]", "a1"), ("b*", "bc")])
def test_a_name_fits_no_other_file(name: str, other: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / f"{name}.csv").write_bytes(lines(*GOOD))
    (tmp_path / f"{other}.csv").write_bytes(lines(*GOOD).replace(b"2025", b"2024"))
    lake = _danau(tmp_path, f"{other}.parquet", f"{name}.parquet")
    for source in (tmp_path / f"{name}.csv", lake / f"{name}.parquet"):
        output = tmp_path / "hasil" / f"{name}.csv"
        output.parent.mkdir(exist_ok=True)
        assert run("bulk", source, "-o", output, "--timpa").status == 0
        years = [row["tahun"] for row in rows_of(output)]
        assert years == (["2025"] if source.suffix == ".csv" else ["2021"])


def test_no_text_of_a_table_is_run_by_a_spreadsheet(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "masuk.csv"
    for region in ("=1+1", "'=1+1"):
        source.write_bytes(lines(HEADER, f"{region},2025,,KBP-WAS-02,konflik,20,"))
        for form in ("csv", "parquet"):
            run("bulk", source, "-o", tmp_path / f"hasil.{form}", "--timpa")
        assert [row["wilayah"] for row in rows_of(tmp_path / "hasil.csv")] == [f"'{region}"]
        kept = duckdb.read_parquet(str(tmp_path / "hasil.parquet")).project("wilayah").fetchall()
        assert kept == [(region,)]


def test_no_join_turns_the_order_of_results() -> None:
    from kesbang_iku.bulk.result_files import Names, _of_version
    from kesbang_iku.catalog.load import load_catalog

    catalog = load_catalog()
    years = dict.fromkeys(["KBP-POL-01", "KBP-ESB-05"], range(2000, 2030))
    by_year = _of_version(catalog, years, lambda one: one.berlaku.mulai or 0)
    region = Names("", "", "", "").digits("wilayah")
    with duckdb.connect() as connection:
        table = (
            "(SELECT '62' AS wilayah, 'KBP-POL-01' AS kode, range AS tahun FROM range(2000, 2030))"
        )
        asked = f"SELECT {region}, {by_year} AS mulai FROM {table}"  # noqa: S608  # our own
        plan = connection.execute(f"EXPLAIN {asked}").fetchall()[0][1]
        found = [row[1] for row in connection.execute(asked).fetchall()]
    assert "JOIN" not in plan.upper()
    assert found == [
        max(one.berlaku.mulai or 0 for one in catalog.versions("KBP-POL-01") if year in one.berlaku)
        if year >= 2009
        else 2021
        for year in range(2000, 2030)
    ]


def test_refused_rows_name_the_file_that_they_stand_in(run: Run, tmp_path: Path) -> None:
    source, output = tmp_path / "masuk.csv", tmp_path / "hasil.csv"
    source.write_bytes(lines(*GOOD, "rusak", "62.71,2025,,KBP-ZZZ-01,x,2,", encoding="utf-16"))
    assert run("bulk", source, "-o", output).status == 1
    bad = rows_of(output.with_suffix(".ditolak.csv"))
    assert [(row["berkas"], row["baris"]) for row in bad] == [
        (str(source), "4"),
        (str(source), "5"),
    ]


@pytest.mark.slow
def test_files_of_a_folder_may_have_any_name(run: Run, tmp_path: Path) -> None:
    lake = _danau(tmp_path, "a[1].parquet", "b*.parquet", "c'?.parquet", "d{1,2}/e.parquet")
    assert run("bulk", lake, "-o", tmp_path / "hasil.csv").status == 0
    years = sorted(row["tahun"] for row in rows_of(tmp_path / "hasil.csv"))
    assert years == ["2020", "2021", "2022", "2023"]


@pytest.mark.slow
@pytest.mark.parametrize("kept", [0.5, 0.98])
def test_a_file_that_was_cut_off_is_said(kept: float, run: Run, tmp_path: Path) -> None:
    path = _danau(tmp_path, "a.parquet") / "a.parquet"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    ran = run("bulk", path, "-o", tmp_path / "hasil.csv")
    assert ran.status == 2
    assert "a.parquet" in ran.err
    assert {one.name for one in tmp_path.iterdir()} == {"danau"}


def test_a_link_stays_and_the_results_are_where_it_leads(run: Run, tmp_path: Path) -> None:
    table, results, link = (tmp_path / one for one in ("t.csv", "hasil.csv", "tautan.csv"))
    table.write_text("wilayah,tahun,kode,realisasi\n62,2024,KBP-WAS-02,85\n", encoding="utf-8")
    results.write_text("lama\n", encoding="utf-8")
    link.symlink_to(results.name)
    assert run("bulk", table, "-o", link, "--timpa").status == 0
    assert link.is_symlink()
    assert "KBP-WAS-02" in results.read_text(encoding="utf-8")


def test_a_folder_in_the_place_of_the_results_is_told_before_any_work(
    run: Run, tmp_path: Path
) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "hasil.csv"
    table.write_text("wilayah,tahun,kode,realisasi\n62,2024,KBP-WAS-02,85\n", encoding="utf-8")
    folder.mkdir()
    ran = run("bulk", table, "-o", folder, "--timpa")
    assert (ran.status, sorted(one.name for one in tmp_path.iterdir())) == (
        2,
        ["hasil.csv", "t.csv"],
    )
    assert "itu sebuah folder" in ran.err
