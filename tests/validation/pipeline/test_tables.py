"""A table too long for memory: judged in parts, with the findings that the whole would have."""

from __future__ import annotations

import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from kesbang_iku.findings import kinds
from kesbang_iku.sources import long_table
from kesbang_iku.sources.long_table import open_long
from kesbang_iku.validation.check import Validation, validate_all
from kesbang_iku.validation.pipeline import tables as long_tables

HEAD = "wilayah,tahun,periode,kode,variabel,nilai,target,bukti\n"


def item(region: str, year: int, solved: object, cases: object, note: str = "Bab 3") -> str:
    start = f"{region},{year},tahunan,KBP-WAS-02"
    return f"{start},konflik_diselesaikan,{solved},80,{note}\n{start},konflik,{cases},80,{note}\n"


TABLE = HEAD + "".join(
    (
        item("33.01", 2022, 3, 4),
        item("62.71", 2022, 9, 8),
        item("33.01", 2023, 3, 4),
        item("33.74", 2023, "tiga", 4, note='"Bab 3,\nhalaman 9"'),
        item("99.99", 2023, 3, 4),
        item("62.71", 2023, 3, 400, note='"Laporan ""akhir"""'),
        "33.01,2023,tahunan,KBP-WAS-02,konflik\n",
        item("62", 2023, 1, 2),
        item("33.01", 2023, 4, 4),
    )
)


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every table for a long one."""
    monkeypatch.setattr(long_table, "LONG_FROM", 1)


def written(folder: Path, text: str = TABLE, encoding: str = "utf-8") -> str:
    file = folder / "laporan.csv"
    file.write_bytes(text.encode(encoding))
    return str(file)


def shown(validation: Validation) -> Counter[tuple[str, str, str | None]]:
    return Counter((one.kode, str(one.place), one.nilai) for one in validation.temuan)


def test_parts_say_what_the_whole_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path)
    whole = validate_all([file])
    monkeypatch.setattr(long_table, "LONG_FROM", 1)
    assert open_long(file, known=()) is not None
    parts = validate_all([file])
    assert len(whole.temuan) > 5
    assert shown(parts) == shown(whole)
    assert Counter(parts.tidak_dinilai) == Counter(whole.tidak_dinilai)


def test_columns_mean_the_same_in_parts_as_in_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "id,wilayah,tahun,kode,Jumlah konflik sosial yang diselesaikan,konflik,warna\n"
    rows = ("1,33.01,2022,KBP-WAS-02,3,4,merah\n", "2,62.71,2022,KBP-WAS-02,9,8,biru\n")
    file = written(tmp_path, head + "".join(rows))
    whole = validate_all([file])
    monkeypatch.setattr(long_table, "LONG_FROM", 1)
    parts = validate_all([file])
    assert {one.kode for one in whole.temuan} == {"IKU332", "IKU405"}
    assert shown(parts) == shown(whole)


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_places_are_those_of_the_file(tmp_path: Path, line_break: str, encoding: str) -> None:
    file = written(tmp_path, TABLE.replace("\n", line_break), encoding)
    found = [one for one in validate_all([file]).temuan if one.nilai == "tiga"]
    assert found
    assert {(one.baris, one.place.sel) for one in found} == {(8, "F8")}


@pytest.mark.usefixtures("in_parts")
def test_windows_text_is_read_and_told(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + item("33.01", 2022, 3, 4, note="Bab 3 – é"), "cp1252")
    table = open_long(file, known=())
    assert table is not None
    assert table.encoding == "cp1252"
    assert [one.kind for one in table.findings] == [kinds.ENCODING_FALLBACK]


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize(
    "text",
    [
        "Judul tabel,,\n" + TABLE,
        HEAD.replace("bukti", "target") + item("33.01", 2022, 3, 4),
        TABLE.replace("Bab 3", "Bab \x07"),
        "nama,satuan,2025\nKonflik,persen,80\n",
        "",
    ],
    ids=["title", "header twice", "control character", "plan", "empty"],
)
def test_doubtful_forms_are_read_as_a_whole(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    assert open_long(file, known=(), needed=("wilayah", "tahun", "kode")) is None
    validate_all([file])


def test_short_files_and_other_sources_are_no_long_tables(tmp_path: Path) -> None:
    assert open_long(written(tmp_path), known=()) is None
    assert open_long(str(tmp_path / "tiada.csv"), known=()) is None
    assert open_long(b"wilayah,tahun,kode\n", known=()) is None


@pytest.mark.usefixtures("in_parts")
def test_a_cell_longer_than_a_field_may_be_is_read_like_any_other(tmp_path: Path) -> None:
    limit = 131_072  # that of Python's reader, unless a program sets another
    note = f'"{"x" * (limit + 1)}"'
    text = HEAD + item("33.01", 2022, "tiga", 4, note=note) + item("62.71", 2022, 3, 4)
    assert open_long(written(tmp_path, text), known=(), needed=("wilayah",)) is not None
    found = validate_all([written(tmp_path, text)]).temuan
    assert [(one.baris, one.nilai) for one in found if one.kode == "IKU406"] == [(2, "tiga")]


@pytest.mark.usefixtures("in_parts")
def test_of_many_findings_the_first_are_shown_and_the_others_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_tables, "SHOWN_OF_A_KIND", 3)
    rows = [item(f"33.{number:02}", 2022, "tiga", 4) for number in range(1, 9)]
    found = validate_all([written(tmp_path, HEAD + "".join(reversed(rows)))]).temuan
    words = [one.baris for one in found if one.nilai == "tiga"]
    assert words == [2, 4, 6]
    rest = [one for one in found if one.kode == "IKU096"]
    assert any("5" in one.pesan and one.kind.level == "peringatan" for one in rest)


@pytest.mark.usefixtures("in_parts")
def test_a_group_that_is_too_large_is_cut_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_table, "PART_BYTES", 200)
    file = written(tmp_path)
    found = validate_all([file]).temuan
    cut = [one for one in found if one.kode == "IKU097"]
    assert len(cut) == len({one.pesan for one in cut}) > 0
    assert {one.berkas for one in cut} == {file}
    assert any(one.nilai == "tiga" for one in found)


@pytest.mark.slow
@pytest.mark.usefixtures("in_parts")
def test_a_table_in_no_order_takes_less_memory_than_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_table, "PART_BYTES", 2_000)
    head = "wilayah,tahun,kode,realisasi\n"
    text = head + "".join(
        f"{62 + year % 2},{year},KBP-POL-01,{'0' * 60}\n" for year in range(10_000, 14_000)
    )
    table = open_long(written(tmp_path, text), known=("wilayah",))
    assert table is not None
    peaks = []
    for _ in range(3):  # other threads of a test run may ask for memory, too
        tracemalloc.start()
        try:
            parts = table.parts(table.groups("wilayah", str, lambda _share: None), [])
            rows = sum(len(part.table.rows) for part in parts)
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert rows == 4_000
    assert min(peaks) < len(text)


@pytest.mark.usefixtures("in_parts")
@pytest.mark.skipif(sys.platform != "linux", reason="divided on Linux only")
def test_several_processes_say_what_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kesbang_iku.validation.check.may_divide", lambda: True)
    monkeypatch.setattr(long_table, "PART_BYTES", 400)
    monkeypatch.setattr(long_tables, "SHOWN_OF_A_KIND", 5)
    rows = (
        item(f"{province}.{number:02}", year, "tiga" if number % 3 else 3, number)
        for number in range(1, 5)
        for province in (33, 62, 11, 12, 99)
        for year in (2023, 2022)
    )
    file = written(tmp_path, HEAD + "".join(rows))
    alone: list[float] = []
    one = validate_all([file], on_progress=lambda _name, share: alone.append(share))
    on_progress: list[float] = []
    several = validate_all(
        [file], on_progress=lambda _name, share: on_progress.append(share), proses=3
    )
    assert several == one
    assert {"IKU096", "IKU097"} <= {finding.kode for finding in one.temuan}
    # Fewer steps are told of, from one of the processes, and they end where the work does.
    assert len(on_progress) < len(alone)
    assert on_progress == sorted(on_progress)
    assert on_progress[-1] == alone[-1] == 1


@pytest.mark.usefixtures("in_parts")
def test_a_list_of_people_is_named_and_nothing_of_it_said(tmp_path: Path) -> None:
    head = HEAD.replace("bukti", "nik")
    file = written(tmp_path, head + item("33.01", 2022, "tiga", 4, note="3301015505800001"))
    assert {one.kode for one in validate_all([file]).temuan} <= {"IKU620", "IKU622"}


@pytest.mark.usefixtures("in_parts")
def test_identity_numbers_are_found_at_their_line_and_not_repeated(tmp_path: Path) -> None:
    text = TABLE + item("33.01", 2024, "tiga", 4, note="a.n. 3301015505800001")
    found = validate_all([written(tmp_path, text)]).temuan
    lines = text.splitlines()
    at = [n for n, line in enumerate(lines, start=1) if "3301015505800001" in line]
    assert [one.baris for one in found if one.kode == "IKU620"] == at
    assert all("3301015505800001" not in f"{one.pesan}{one.nilai}" for one in found)


@pytest.mark.usefixtures("in_parts")
def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    shares: list[float] = []
    names: set[str] = set()
    file = written(tmp_path)

    def on_progress(name: str, share: float) -> None:
        names.add(name)
        shares.append(share)

    validate_all([file], on_progress=on_progress)
    assert names == {file}
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


@pytest.mark.usefixtures("in_parts")
def test_what_is_found_of_a_table_without_rows_names_it(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD)
    found = validate_all([file]).temuan
    assert found
    assert {one.berkas for one in found} == {file}


@pytest.mark.usefixtures("in_parts")
def test_a_file_behind_an_opened_long_table_is_looked_at(tmp_path: Path) -> None:
    table = open_long(written(tmp_path), known=())
    assert table is not None
    report = b'wilayah: "62.71"\ntahun: 2024\nitem: [{kode: KBP-WAS-99, realisasi: 1}]\n'
    found = validate_all([table, report])
    assert found.berkas == 2
    assert {one.berkas for one in found.temuan} == {table.name, "-"}
