"""The bar on a terminal, and nothing of it anywhere else."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from kesbang_iku.cli import progress
from kesbang_iku.cli.program import run
from kesbang_iku.findings.waiting import waiting
from kesbang_iku.sources import long_table, yaml_reader
from kesbang_iku.sources.yaml_reader import read_yaml
from tests.tree import ROOT
from tests.validation.pipeline.test_tables import HEAD, item
from tests.workbooks import sheets


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a file that is taken for a long one."""
    monkeypatch.setattr(long_table, "LONG_FROM", 1)
    file = tmp_path / "laporan.csv"
    file.write_text(HEAD + item("33.01", 2022, 3, 4), encoding="utf-8")
    return str(file)


def said(table: str, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *options: str) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    assert run(["validate", table, *options]) == 0
    return stream.getvalue()


def test_a_terminal_shows_the_bar_and_it_is_gone_in_the_end(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = said(table, Terminal(), monkeypatch)
    assert "[" + "#" * 30 + "] 100%" in shown
    assert shown.endswith("\r\033[K")


@pytest.mark.parametrize(
    ("stream", "options"),
    [(io.StringIO, ()), (Terminal, ("--quiet",))],
    ids=["no terminal", "quiet"],
)
def test_nothing_is_shown_where_nobody_watches(
    table: str,
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    options: tuple[str, ...],
) -> None:
    assert said(table, stream(), monkeypatch, *options) == ""


def test_a_long_table_is_counted_among_the_files(
    table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", table, "--bahasa", "en"]) == 0
    assert "1 file" in capsys.readouterr().out


def test_computing_says_how_far_it_got_once_it_takes_long(
    table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    run(["compute", table, "--quiet"])
    assert stream.getvalue() == ""
    run(["compute", table])
    assert "menghitung" not in stream.getvalue()
    monkeypatch.setattr(progress, "PATIENCE", 0)
    run(["compute", table])
    assert "menghitung" in stream.getvalue()
    assert stream.getvalue().endswith("\r\033[K")


@pytest.fixture
def many(tmp_path: Path) -> str:
    """Return a table of reports of some regions."""
    file = tmp_path / "laporan.csv"
    rows = "".join(
        item(f"33.{number:02}", year, 3, 4) for number in range(1, 6) for year in (2021, 2022, 2023)
    )
    file.write_text(HEAD + rows, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("command", "saying", "suffix"),
    [
        ("compute", "membaca", ".csv"),
        ("compute", "membaca", ".xlsx"),
        ("report", "menyusun", ".csv"),
        ("validate", "memeriksa", ".csv"),
        ("validate", "memeriksa", ".yaml"),
        ("validate", "memeriksa", ".xlsx"),
        ("read", "membaca", ".csv"),
    ],
)
def test_the_bar_moves_inside_one_file_and_one_page(
    command: str, saying: str, suffix: str, many: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if suffix == ".xlsx":
        lines = Path(many).read_text(encoding="utf-8").splitlines()
        rows: list[list[str | float | None]] = [[*line.split(",")] for line in lines]
        many = str(Path(many).with_suffix(suffix))
        Path(many).write_bytes(sheets(Laporan=rows))
    if suffix == ".yaml":
        many = documents(Path(many).with_suffix(suffix))
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr(progress, "PATIENCE", 0)
    run([command, many, *(("-o", "-") if command == "report" else ())])
    shown = re.findall(saying + r" [^\r]* ([0-9]+)%", stream.getvalue())
    assert len({*map(int, shown)} - {0, 100}) >= 2
    assert shown == sorted(shown, key=int)
    assert stream.getvalue().split("\r")[-1].startswith("\033[K")


def documents(file: Path) -> str:
    """Write reports as documents of YAML."""
    one = (
        "---\nwilayah: '33.01'\ntahun: {}\nitem: [{{kode: KBP-WAS-09, variabel: {{konflik: 3}}}}]\n"
    )
    file.write_text("".join(one.format(year) for year in range(2010, 2025)), encoding="utf-8")
    return str(file)


def test_yaml_tells_how_far_it_is_inside_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_TOLD_EVERY", 10)
    told: list[float] = []
    with waiting(told.append):
        documents, findings = read_yaml("- a: 1\n" * 40, "x.yaml")
    assert not findings
    assert documents[0].data == [{"a": "1"}] * 40
    assert len(told) > 5
    assert told == sorted(told)


def test_aligning_a_plan_says_how_far_it_got(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("sys.stdout", io.StringIO())
    monkeypatch.setattr(progress, "PATIENCE", 0)
    run(["align", str(ROOT / "examples" / "rencana" / "kota-bandung.yaml")])
    assert "menyandingkan" in stream.getvalue()


def test_a_deleted_working_folder_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "hilang"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert run(["validate", str(ROOT / "examples" / "ikub.yaml")]) == 0
    finally:
        os.chdir(tmp_path)
