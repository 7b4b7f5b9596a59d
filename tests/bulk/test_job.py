"""A table from a file into a file: the digits of the exact engine, and nothing half done."""

from __future__ import annotations

import csv
import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")

from kesbang_iku.bulk import (  # noqa: E402  # after the check
    file_computation,
    input_table,
    one_at_a_time,
)
from kesbang_iku.bulk.job import BulkJob  # noqa: E402  # the same
from kesbang_iku.bulk.refusal import BulkError  # noqa: E402  # the same
from kesbang_iku.bulk.result_files import ResultFiles, bad_rows_file  # noqa: E402  # after the check
from kesbang_iku.bulk.summary import BulkOutcome  # noqa: E402  # the same
from kesbang_iku.catalog.regions import load_regions  # noqa: E402  # the same
from kesbang_iku.sources.csv_reader import Top  # noqa: E402  # the same
from tests.bulk.frames import KATALOG, KEYS, Row, expected, items, long  # noqa: E402  # the same

REGIONS: Final = load_regions()
COMPARED: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
HEADER: Final = "wilayah;tahun;periode;kode;variabel;nilai;target"
GOOD: Final = (
    "62.71;2025;;KBP-WAS-02;konflik;20;90",
    "62.71;2025;;KBP-WAS-02;konflik_diselesaikan;17;",
)


def computed(source: Path, output: Path, most: int | None = None, fewest: int = 0) -> BulkOutcome:
    """Compute a file, in columns however few its rows are."""
    return BulkJob(source, output, KATALOG, REGIONS, most=most, fewest=fewest).run()


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write_csv(path: Path, rows: Sequence[Row]) -> Path:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_parquet(path: Path, rows: Sequence[Row]) -> Path:
    """Write rows with numbers as doubles; texts and what is missing stay what they are."""
    table = write_csv(path.with_suffix(".tmp.csv"), rows)
    names = dict.fromkeys(name for row in rows for name in row)
    kinds = {"wilayah": "VARCHAR", "tahun": "INTEGER", "periode": "VARCHAR", "kode": "VARCHAR"}
    kinds["variabel"] = "VARCHAR"
    columns = ", ".join(f"'{name}': '{kinds.get(name, 'DOUBLE')}'" for name in names)
    duckdb.execute(
        "COPY (SELECT * FROM "  # noqa: S608  # a query of our own
        f"read_csv('{table}', header=true, auto_detect=false, "
        f"columns={{{columns}}})) TO '{path}' (FORMAT parquet)"
    )
    table.unlink()
    return path


@cache
def hostile() -> list[Row]:
    """Items of some indicators: ties, zeros, what is missing, what cannot be."""
    chosen = [one for one in KATALOG.definitions if one.kode in {"KBP-POL-04", "KBP-WAS-04"}]
    chosen += KATALOG.definitions[::9]
    found = chain.from_iterable(items(one, 6, f"file {one.kode}") for one in chosen)
    # A cell of a file that is empty is nothing, not a region without a name.
    unique = {tuple(row[name] for name in KEYS): row for row in found if row["wilayah"]}
    return list(unique.values())


def as_text(number: float | None, decimals: int) -> str:
    return "" if number is None else f"{number:.{decimals}f}"


def held(found: Sequence[dict[str, str]], rows: Sequence[Row], kind: str) -> int:
    """Hold results to the exact engine, and return how many were compared."""
    results = {tuple(row[name] for name in KEYS): row for row in found}
    compared = 0
    for row in rows:
        told = long([row]) if kind == "long" else [row]
        answer = expected(told)
        key = tuple(str(row[name]) for name in KEYS)
        if answer["status"] is None:
            assert key not in results
            continue
        versions = KATALOG.by_code[row["kode"]]
        one = next((v for v in reversed(versions) if row["tahun"] in v.berlaku), versions[-1])
        decimals = {"nilai": one.desimal, "capaian": one.engine.scorer.single.method.desimal}
        for name in COMPARED:
            wanted = answer[name]
            said = as_text(wanted, decimals[name]) if name in decimals else wanted or ""
            assert results[key][name] == said, (key, name)
        compared += 1
    assert len(results) == compared
    return compared


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        ("wide", 20),
        pytest.param("long", None, marks=pytest.mark.slow),
        pytest.param("wide", None, marks=pytest.mark.slow),
        pytest.param("long", 20, marks=pytest.mark.slow),
    ],
)
def test_a_parquet_file_gives_what_the_exact_engine_gives(
    tmp_path: Path, kind: str, most: int | None
) -> None:
    rows = hostile()
    told = [*chain.from_iterable(long([row]) for row in rows)] if kind == "long" else rows
    source = write_parquet(tmp_path / "masuk.parquet", told)
    outcome = computed(source, tmp_path / "hasil.csv", most=most)
    found = rows_of(tmp_path / "hasil.csv")
    assert held(found, rows, kind) == outcome.keluaran["hasil"] > 40
    assert outcome.masukan["baris"] == len(told)
    assert not (tmp_path / "hasil.csv.sebagian").exists()


@pytest.mark.parametrize("kind", ["wide", pytest.param("long", marks=pytest.mark.slow)])
def test_few_rows_are_computed_one_by_one_with_the_same_results(tmp_path: Path, kind: str) -> None:
    chosen = {"KBP-POL-04", KATALOG.definitions[0].kode}
    rows = [row for row in hostile() if row["kode"] in chosen]
    source = tmp_path / "masuk.parquet"
    write_parquet(source, long(rows) if kind == "long" else rows)
    outputs = [tmp_path / f"{fewest}.csv" for fewest in (0, 9, 1000)]
    told = [computed(source, one, fewest=int(one.stem)) for one in outputs]
    tables = [sorted(one.read_text(encoding="utf-8").splitlines()) for one in outputs]
    assert tables[0] == tables[1] == tables[2]
    assert len(tables[0]) > len(chosen)
    assert told[0].temuan == told[1].temuan == told[2].temuan
    assert told[0].cakupan == told[1].cakupan == told[2].cakupan


@pytest.mark.slow
def test_texts_among_many_give_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = write_parquet(tmp_path / "in.parquet", long(hostile()))
    outputs = [tmp_path / "few.csv", tmp_path / "many.csv"]
    computed(table, outputs[0])
    monkeypatch.setattr(file_computation, "MOST_LISTED", 0)
    computed(table, outputs[1])
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert len(rows_of(outputs[0])) > 0


def test_a_csv_file_gives_what_its_numbers_give(tmp_path: Path) -> None:
    path = tmp_path / "masuk.csv"
    path.write_text("\n".join([HEADER, *GOOD]), encoding="utf-8")
    outcome = computed(path, tmp_path / "hasil.csv")
    (found,) = rows_of(tmp_path / "hasil.csv")
    assert (found["nilai"], found["capaian"], found["predikat"]) == (
        "85.00",
        "94.44",
        "Sangat Tinggi",
    )
    assert (found["nama_wilayah"], found["nama"]) == (
        "Kota Palangkaraya",
        KATALOG["KBP-WAS-02"].nama,
    )
    assert not outcome.failed
    assert not bad_rows_file(tmp_path / "hasil.csv").exists()


@pytest.mark.parametrize("code", ["kbp-was-02", " KBP-WAS-02", "KBP-WAS-02@1"])
@pytest.mark.parametrize("layout", ["long", "wide"])
def test_a_code_that_is_spelt_otherwise_loses_nothing(
    code: str, layout: str, tmp_path: Path
) -> None:
    wide = {"konflik": 20, "konflik_diselesaikan": 17}
    rows = [wide] if layout == "wide" else [{"variabel": k, "nilai": v} for k, v in wide.items()]
    key = {"wilayah": "3274", "tahun": 2025, "kode": code, "target": 90}
    source = write_csv(tmp_path / "masuk.csv", [{**key, **row} for row in rows])
    outcome = computed(source, tmp_path / "hasil.csv")
    (found,) = rows_of(tmp_path / "hasil.csv")
    assert (found["kode"], found["nilai"], found["capaian"]) == (code.strip(), "85.00", "94.44")
    assert (found["nama_wilayah"], found["nama"]) == ("Kota Cirebon", KATALOG["KBP-WAS-02"].nama)
    (covered,) = outcome.cakupan
    assert (covered["kode"], covered["melapor"]) == ("KBP-WAS-02", 1)


def test_a_region_is_called_what_the_owner_of_its_code_calls_it(tmp_path: Path) -> None:
    row = {"tahun": 2025, "kode": "KBP-WAS-02", "konflik": 20, "konflik_diselesaikan": 17}
    told = [("9403", "bps"), ("9403", ""), ("91.01", "")]
    rows = [{**row, "wilayah": region, "sistem_kode": owner} for region, owner in told]
    computed(write_csv(tmp_path / "masuk.csv", rows[:1]), tmp_path / "satu.csv")
    computed(write_csv(tmp_path / "masuk.csv", rows[1:]), tmp_path / "dua.csv")
    found = [*rows_of(tmp_path / "satu.csv"), *rows_of(tmp_path / "dua.csv")]
    called = ["Kabupaten Jayapura", "Kabupaten Merauke", "Kabupaten Paniai"]
    assert sorted(one["nama_wilayah"] for one in found) == called


def test_the_output_of_parquet_has_numbers(tmp_path: Path) -> None:
    path = tmp_path / "masuk.csv"
    path.write_text("\n".join([HEADER, *GOOD]), encoding="utf-8")
    output = tmp_path / "hasil.parquet"
    computed(path, output)
    found = duckdb.read_parquet(str(output)).project("nilai, capaian, tahun").fetchall()
    assert found == [(85.0, 94.44, 2025)]


BAD: Final = {
    "62;2025;;KBP-ZZZ-02;konflik;8;": "IKU310",
    "62;2025;;;konflik;8;": "IKU322",
    "62;dua ribu;;KBP-WAS-02;konflik;8;": "IKU203",
    "satu;dua": "IKU039",
    "62;2025;;KBP-WAS-02;konflik;1,5;2;3": "IKU038",
}


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("seam", ["\n", "\r\n"])
def test_bad_rows_stand_in_a_file_with_line_and_reason(
    tmp_path: Path, blank: str, seam: str
) -> None:
    path = tmp_path / "masuk.csv"
    text = "\n".join([HEADER, GOOD[0] + blank, *BAD, GOOD[1], *BAD]) + "\n"
    path.write_bytes(text.replace("\n", seam).encode())
    outcome = computed(path, tmp_path / "hasil.csv")
    lines = text.splitlines()
    bad = rows_of(bad_rows_file(tmp_path / "hasil.csv"))
    wanted = [(str(n), BAD[line]) for n, line in enumerate(lines, 1) if line in BAD]
    assert [(row["baris"], row["kode_temuan"]) for row in bad] == wanted
    assert all(row["alasan"] and row["isi"] for row in bad)
    assert not any("\n" in row["isi"] for row in bad)
    assert (outcome.masukan["ditolak"], outcome.keluaran["hasil"]) == (len(wanted), 1)
    assert outcome.failed


def test_a_cell_with_line_breaks_moves_the_lines_below_it(tmp_path: Path) -> None:
    path = tmp_path / "masuk.csv"
    broken = '62;2025;;"KBP\n-\nX";konflik;8;'
    path.write_text("\n".join([HEADER, broken, GOOD[0], "62;2025;;KBP-Z;a;8;"]), encoding="utf-8")
    computed(path, tmp_path / "hasil.csv")
    bad = rows_of(bad_rows_file(tmp_path / "hasil.csv"))
    assert [row["baris"] for row in bad] == ["2", "6"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "masuk.csv"
    text = "\n".join([HEADER + ";catatan", *(f"{row};–é" for row in GOOD)])
    path.write_bytes(text.encode(encoding))
    computed(path, tmp_path / "hasil.csv")
    assert [row["nilai"] for row in rows_of(tmp_path / "hasil.csv")] == ["85.00"]


def test_nothing_written_tells_the_number_of_a_person(tmp_path: Path) -> None:
    number = "3174052508900003"
    path = tmp_path / "masuk.csv"
    rows = [f"{number};2025;;KBP-WAS-02;konflik;8;", f"62;2025;;{number};konflik;8;"]
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    outcome = computed(path, tmp_path / "hasil.csv")
    written = [one.read_text(encoding="utf-8") for one in tmp_path.glob("hasil*.csv")]
    assert len(written) == 2
    assert not any(number in text for text in [*written, str(outcome.as_dict())])


def test_a_folder_stands_for_its_parquet_files(tmp_path: Path) -> None:
    rows = [row for row in hostile() if row["kode"] == hostile()[0]["kode"]]
    for number, row in enumerate(rows):
        folder = tmp_path / "danau" / f"bagian={number}"
        folder.mkdir(parents=True)
        write_parquet(folder / "x.parquet", [row])
    outcome = computed(tmp_path / "danau", tmp_path / "hasil.csv")
    assert held(rows_of(tmp_path / "hasil.csv"), rows, "wide") == outcome.keluaran["hasil"]


@pytest.mark.slow
def test_what_is_told_of_a_table_adds_up(tmp_path: Path) -> None:
    source = write_parquet(tmp_path / "masuk.parquet", hostile())
    outcome = computed(source, tmp_path / "hasil.csv")
    found = rows_of(tmp_path / "hasil.csv")
    assert sum(one["jumlah"] for one in outcome.status) == len(found)
    for one in outcome.status:
        assert one["jumlah"] == sum(row["status"] == one["status"] for row in found)
    for covered in outcome.cakupan:
        complete = {
            row["nama_wilayah"]
            for row in found
            if (row["kode"], row["tahun"], row["status"])
            == (covered["kode"], str(covered["tahun"]), "lengkap")
        } - {""}
        assert covered["melapor"] == len(complete)
    codes = [code for row in found for code in row["temuan"].split()]
    bad = bad_rows_file(tmp_path / "hasil.csv")
    codes += (
        [code for row in rows_of(bad) for code in row["kode_temuan"].split()]
        if bad.exists()
        else []
    )
    assert {one.kode: one.jumlah for one in outcome.temuan} == {
        code: codes.count(code) for code in set(codes)
    }


def test_of_regions_those_cover_that_there_are_and_each_once(tmp_path: Path) -> None:
    told = [("62.71", 2025, ""), ("6271", 2025, ""), ("9403", 2025, "bps"), ("91.03", 2025, "")]
    told += [("99.99", 2025, ""), ("Kota Entah", 2025, ""), ("93", 2018, ""), ("62", 2018, "")]
    names = ("wilayah", "tahun", "sistem_kode")
    rows = [dict(zip(names, one, strict=True)) for one in told]
    rows += [{**rows[0], "kode": "kbp-was-02"}]
    row = {"kode": "KBP-WAS-02", "konflik": 20, "konflik_diselesaikan": 17}
    source = write_csv(tmp_path / "masuk.csv", [{**row, **one} for one in rows])
    outcome = computed(source, tmp_path / "hasil.csv")
    assert [(one["tahun"], one["melapor"]) for one in outcome.cakupan] == [(2018, 1), (2025, 2)]


KILLED: Final = """
import sys, time
from pathlib import Path
from kesbang_iku.bulk.job import BulkJob
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions

def tell(done, whole):
    print(done, flush=True)
    if done > whole // 3:
        time.sleep(60)

source, output = map(Path, sys.argv[1:])
BulkJob(source, output, load_catalog(), load_regions(), most=20, fewest=0, tell=tell).run()
"""


@pytest.mark.slow
def test_whoever_is_killed_leaves_no_half_file_and_goes_on(tmp_path: Path) -> None:
    source = write_parquet(tmp_path / "masuk.parquet", hostile())
    output = tmp_path / "hasil.csv"
    output.write_text("lama", encoding="utf-8")
    program = [sys.executable, "-c", KILLED, str(source), str(output)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        spool = output.with_name("hasil.csv.sebagian")
        until = time.monotonic() + 300
        while not list(spool.glob("*.selesai")) and time.monotonic() < until:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)
    assert output.read_text(encoding="utf-8") == "lama"
    stood = {one.name: one.stat().st_mtime_ns for one in spool.glob("*.selesai")}
    assert stood
    left = spool / "singgahan" / "duckdb_temp_storage-0.tmp"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"what the engine had no room for")
    kept: dict[str, int] = {}

    def tell(_done: int, _whole: int) -> None:
        assert not left.exists()
        kept.update({one.name: one.stat().st_mtime_ns for one in spool.glob("*.selesai")})

    BulkJob(source, output, KATALOG, REGIONS, most=20, fewest=0, tell=tell).run()
    assert stood.items() <= kept.items()
    again = tmp_path / "lagi.csv"
    computed(source, again, most=20)
    assert output.read_text(encoding="utf-8") == again.read_text(encoding="utf-8")
    assert not spool.exists()


@pytest.mark.parametrize("written", [write_csv, write_parquet])
def test_an_input_that_changes_meanwhile_gives_no_result(
    tmp_path: Path, written: Callable[[Path, Sequence[Row]], Path]
) -> None:
    source = written(tmp_path / f"masuk{'.csv' if written is write_csv else '.parquet'}", hostile())
    output = tmp_path / "hasil.csv"

    def tell(done: int, whole: int) -> None:
        if done == whole:  # all is computed, and nothing written yet
            written(source, hostile()[:3])

    with pytest.raises(BulkError, match="berubah selagi dihitung"):
        BulkJob(source, output, KATALOG, REGIONS, tell=tell).run()
    assert not output.exists()
    computed(source, output)
    assert len(rows_of(output)) == 3


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("IO Error: Could not write file 'x': No space left on device", errno.ENOSPC),
        ("IO Error: Could not write file 'x': File too large", errno.EFBIG),
        (
            "Out of Memory Error: 9 of 9\nlimit set by 'max_temp_directory_size'",
            errno.ENOSPC,
        ),
    ],
)
def test_a_disk_without_room_is_told_as_the_system_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, number: int
) -> None:
    kind = duckdb.OutOfMemoryException if "Memory" in told else duckdb.IOException

    def full(_job: BulkJob, _parts: Sequence[str]) -> BulkOutcome:
        raise kind(told)

    monkeypatch.setattr(BulkJob, "_finish", full)
    source = write_csv(tmp_path / "masuk.csv", hostile()[:1])
    with pytest.raises(OSError, match=os.strerror(number)) as caught:
        computed(source, tmp_path / "hasil.csv")
    assert caught.value.errno == number


def test_an_output_that_another_job_writes_is_left_to_it(tmp_path: Path) -> None:
    source = write_parquet(tmp_path / "masuk.parquet", hostile()[:2])
    output = tmp_path / "hasil.csv"
    spool = output.with_name("hasil.csv.sebagian")
    spool.mkdir()
    part = spool / "bagian.selesai"
    part.touch()
    job = BulkJob(source, output, KATALOG, REGIONS)
    busy = pytest.raises(BulkError, match="sedang ditulis perintah lain")
    with one_at_a_time.held(spool / "dipakai"), busy:
        job.run()
    assert part.exists()
    assert not output.exists()
    BulkJob(source, output, KATALOG, REGIONS).run()
    assert output.exists()
    assert not spool.exists()


@pytest.mark.slow
def test_columns_that_are_no_variables_change_nothing(tmp_path: Path) -> None:
    plain = write_parquet(tmp_path / "masuk.parquet", hostile())
    more = tmp_path / "lebih.parquet"
    named = ("status", "nama", "__strange", "__units_a", "catatan bebas")
    others = ", ".join(f"[{{'a': 'x'}}] AS \"{name}\"" for name in named)
    duckdb.execute(
        f"COPY (SELECT *, {others} FROM read_parquet('{plain}')) TO '{more}' (FORMAT parquet)"  # noqa: S608  # our own
    )
    first, second = tmp_path / "hasil.csv", tmp_path / "lagi.csv"
    computed(plain, first, most=20)
    computed(more, second, most=20)
    assert first.read_text("utf-8") == second.read_text("utf-8")


def test_what_stands_of_another_input_is_not_taken(tmp_path: Path) -> None:
    output = tmp_path / "hasil.csv"
    spool = output.with_name("hasil.csv.sebagian")
    spool.mkdir()
    (spool / "pekerjaan.json").write_text("{}", encoding="utf-8")
    (spool / "lama-1.parquet").write_text("bukan", encoding="utf-8")
    path = tmp_path / "masuk.csv"
    path.write_text("\n".join([HEADER, *GOOD]), encoding="utf-8")
    assert computed(path, output).keluaran["hasil"] == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "tidak dapat dibaca"),
        ("a.csv", b"wilayah;tahun\n62;2025\n", "kode"),
        ("a.parquet", b"bukan parquet", "bukan berkas Parquet"),
        ("a.docx", b"x", "bukan CSV atau Parquet"),
    ],
)
def test_what_is_no_table_is_said(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BulkError, match=said):
        computed(path, tmp_path / "hasil.csv")
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_what_was_printed_keeps_its_digits(tmp_path: Path) -> None:
    lines = ["wilayah;tahun;kode;realisasi", "62.71;2025;KBP-WAS-02;85,0049"]
    source = tmp_path / "masuk.csv"
    source.write_text("\n".join([*lines, "62.71;2024;KBP-WAS-02;85,1"]), encoding="utf-8")
    computed(source, tmp_path / "hasil.csv")
    assert [row["nilai"] for row in rows_of(tmp_path / "hasil.csv")] == ["85.10", "85.0049"]


@pytest.mark.parametrize("layout", ["long", "wide"])
def test_counts_that_no_double_holds_are_written_whole(tmp_path: Path, layout: str) -> None:
    told = {"tahun": 2025, "periode": "tahunan", "kode": "KBP-WAS-09", "target": 3}
    rows = [
        {"wilayah": "35.10", **told, "konflik": 2**53 + 1},
        {"wilayah": "62.71", **told, "konflik": 4},
    ]
    told_rows = [dict(row) for row in long(rows)] if layout == "long" else rows
    computed(write_csv(tmp_path / "masuk.csv", told_rows), tmp_path / "keluar.csv")
    found = {row["wilayah"]: row for row in rows_of(tmp_path / "keluar.csv")}
    assert found["35.10"]["nilai"] == str(2**53 + 1)
    assert (found["62.71"]["nilai"], found["62.71"]["capaian"]) == ("4", "66.67")


def test_an_achievement_that_no_double_holds_is_written_whole(tmp_path: Path) -> None:
    told = {"tahun": 2025, "kode": "KBP-IDE-08", "wilayah": "62.71"}
    row = {**told, "kader_terbentuk": 2**53 + 1, "target": 7}
    computed(write_csv(tmp_path / "masuk.csv", [row]), tmp_path / "keluar.csv")
    (found,) = rows_of(tmp_path / "keluar.csv")
    steps = (2 * 10_000 * (2**53 + 1) + 7) // (2 * 7)
    assert found["capaian"] == f"{steps // 100}.{steps % 100:02}"


def test_decimals_that_would_lose_digits_are_refused(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="without PyArrow")
    from pyarrow import parquet

    huge = pa.array([2**60], type=pa.decimal256(60, 0))
    table = pa.table(
        {"wilayah": ["62.71"], "tahun": [2025], "kode": ["KBP-WAS-02"], "konflik": huge}
    )
    parquet.write_table(table, tmp_path / "masuk.parquet")
    with pytest.raises(BulkError, match="konflik"):
        computed(tmp_path / "masuk.parquet", tmp_path / "hasil.csv")
    named = table.rename_columns({"konflik": "catatan"})
    parquet.write_table(named, tmp_path / "masuk.parquet")
    assert computed(tmp_path / "masuk.parquet", tmp_path / "hasil.csv").keluaran["hasil"] == 1


def test_no_join_turns_the_order_of_a_wide_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, plans = ResultFiles.keep, []

    def explained(self: ResultFiles, name: str, source: str, **how: bool) -> int:
        if how["proven"]:
            plans.append(self.con.execute(f"EXPLAIN SELECT * FROM {source}").fetchall()[0][1])  # noqa: S608  # our own
        return keep(self, name, source, **how)

    monkeypatch.setattr(ResultFiles, "keep", explained)
    keys = {"periode": "tahunan", "kode": "KBP-WAS-02", "konflik": 20, "konflik_diselesaikan": 17}
    regions = ("62.71", "93.02", "6271", "Kab. Asmat", *(f"62{one:02}" for one in range(1, 14)))
    rows = [
        {"wilayah": one, "tahun": year, **keys} for year in range(1950, 2025) for one in regions
    ]
    source = write_csv(tmp_path / "masuk.csv", rows)
    assert computed(source, tmp_path / "hasil.csv").keluaran["hasil"] == len(rows)
    assert plans
    assert not any("join" in plan.lower() for plan in plans)
    found = [(row["tahun"], row["wilayah"]) for row in rows_of(tmp_path / "hasil.csv")]
    assert found == [(str(row["tahun"]), row["wilayah"]) for row in rows]


@pytest.mark.parametrize("bad", ["62;2025", "62;2025;;KBP-WAS-02;konflik;8;;9"])
def test_no_row_is_lost_among_bad_ones(
    bad: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is read at once is made small, so that a small file is read in many pieces.
    monkeypatch.setattr(input_table, "LONGEST_LINE", 1 << 13)
    path = tmp_path / "masuk.csv"
    path.write_text("\n".join([HEADER, *[GOOD[0], bad] * 2_000, *[bad] * 2_000]), encoding="utf-8")
    outcome = computed(path, tmp_path / "hasil.csv")
    assert outcome.masukan == {"berkas": str(path), "baris": 6_000, "ditolak": 4_000}
    lines = [int(row["baris"]) for row in rows_of(bad_rows_file(tmp_path / "hasil.csv"))]
    assert lines == [*range(3, 4_002, 2), *range(4_002, 6_002)]


@pytest.mark.parametrize(
    ("more", "in_parallel"),
    [
        ((), [True]),
        (("62.71;2025;;KBP-WAS-02;konflik;20;90;lebih",), [True, False]),
        (("",), [True, False]),
        (('62.71;2024;;KBP-WAS-02;"konflik";20;90',), [False, True]),
    ],
)
def test_a_file_is_read_in_parallel_where_each_of_its_lines_is_found_to_be_a_row(
    more: Sequence[str], in_parallel: list[bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In parallel the engine loses rows, good ones too, among many bad ones."""
    asked: list[bool] = []
    selection = input_table._selection  # how it is read is seen nowhere else

    def noted(path: Path, text: Path, top: Top, *, parallel: bool = False) -> str:
        asked.append(parallel)
        return selection(path, text, top, parallel=parallel)

    monkeypatch.setattr(input_table, "_selection", noted)
    source = tmp_path / "t.csv"
    source.write_text("\n".join((HEADER, *GOOD, *more)) + "\n", encoding="utf-8")
    outcome = computed(source, tmp_path / "hasil.csv")
    assert asked == in_parallel
    assert outcome.masukan["baris"] == len(GOOD) + sum(1 for line in more if line)
