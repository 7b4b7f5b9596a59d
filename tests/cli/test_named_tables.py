"""Commands on the tables of performance reports as offices have them."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path

import pytest

from kesbang_iku.findings import Finding
from kesbang_iku.sources import csv_reader
from kesbang_iku.sources.grid import Grid
from tests.cli.conftest import Run

Read = tuple[Grid | None, list[Finding]]
Write = Callable[[str, bytes], Path]

TABLE = (
    b"Pengukuran Kinerja Badan Kesatuan Bangsa dan Politik\n"
    b"No;Indikator Kinerja;Satuan;Target;Realisasi;Capaian (%)\n"
    b"1;Persentase Penyelesaian Konflik Sosial;Persen;90;85;94,44\n"
)


def test_compute_takes_region_and_year_from_options_and_says_how_it_read(
    run: Run, write: Write
) -> None:
    name = write("lkjip.csv", TABLE)
    assert run("compute", name).status == 1
    ran = run("compute", name, "--wilayah", "Kota Palangka Raya", "--tahun", "2024")
    assert (ran.status, "94,44%" in ran.out) == (0, True)
    assert "dibaca sebagai" in ran.err


def test_explain_and_report_take_the_same_options(run: Run, write: Write, tmp_path: Path) -> None:
    name = write("lkjip-kota-bandung-2024.csv", TABLE)
    explained = run("explain", name, "--kode", "KBP-WAS-02")
    assert (explained.status, "32.73 Kota Bandung 2024" in explained.out) == (0, True)
    target = tmp_path / "rapor.html"
    asked = ("--wilayah", "62.71", "--tahun", "2024")
    assert run("report", name, "-o", target, *asked).status == 0
    assert "Palangka" in target.read_text(encoding="utf-8")


def test_a_sheet_is_chosen(run: Run, write: Write) -> None:
    name = write("lkjip-kota-bandung-2024.csv", TABLE)
    ran = run("compute", name, "--lembar", "Tidak Ada", "--format", "json")
    assert "IKU353" in [one["kode"] for one in ran.json["temuan"]]


BPS = b"wilayah,tahun,kode,konflik,konflik_diselesaikan\n92,2024,KBP-WAS-02,20,17\n"
"""The province that BPS numbers 92 is 96 to us."""


@pytest.mark.parametrize(("system", "region"), [((), "92"), (("--sistem-kode", "bps"), "96")])
def test_codes_of_regions_are_of_the_system_that_is_told(
    run: Run, write: Write, system: tuple[str, ...], region: str
) -> None:
    own = run("compute", write("a.csv", BPS), "--format", "json", *system).json["hasil"]
    assert [one["wilayah"] for one in own] == [region]
    table = b"wilayah;tahun;Indikator Kinerja;Satuan;Target;Realisasi\n"
    row = b"92;2024;Persentase Penyelesaian Konflik Sosial;Persen;90;85\n"
    named = run("compute", write("b.csv", table + row), "--format", "json", *system).json["hasil"]
    assert [one["wilayah"] for one in named] == [region]
    plan = b"wilayah;Indikator;Satuan;Target 2025\n92;Jumlah konflik sosial;Kasus;5\n"
    aligned = run("align", write("c.csv", plan), "--format", "json", *system)
    assert aligned.json["wilayah"] == region


def test_a_code_of_the_other_system_that_is_not_known_is_told(run: Run, write: Write) -> None:
    table = b"wilayah;tahun;Indikator Kinerja;Satuan;Target;Realisasi\n"
    row = b"9401;2024;Persentase Penyelesaian Konflik Sosial;Persen;90;85\n"
    ran = run("compute", write("b.csv", table + row), "--format", "json", "--sistem-kode", "bps")
    assert ran.status == 1
    assert [one["wilayah"] for one in ran.json["hasil"]] == ["BPS 9401"]


def test_the_kind_of_a_file_is_asked_without_reading_it_again(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = write("rencana.csv", b"Indikator;Satuan;Target 2025\nJumlah konflik sosial;Kasus;5\n")
    read: list[object] = []
    grid = csv_reader.read_csv_grid

    def counting(
        content: str, source: str, *, delimiter: str | None, known: Container[str]
    ) -> Read:
        read.append(source)
        return grid(content, source, delimiter=delimiter, known=known)

    monkeypatch.setattr(csv_reader, "read_csv_grid", counting)
    assert run("report", plan, "-o", tmp_path / "rapor.html").status == 2
    assert len(read) == 1


def test_a_region_that_is_none_is_told_where_it_is_written(run: Run, write: Write) -> None:
    rows = b"62.71;2024;Indeks Harmoni Indonesia;80;81\nKota Antah;2024;Indeks Kinerja Ormas;7;8\n"
    name = write("a.csv", b"wilayah;tahun;indikator;target;realisasi\n" + rows)
    ran = run("compute", name)
    assert (ran.status, "a.csv:3:1: galat IKU305" in ran.out) == (1, True)
