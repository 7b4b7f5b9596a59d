"""Command lines that people type by guess: taken as meant, or answered with what to type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Write = Callable[[str, str], Path]
REPORT = "examples/ikub.yaml"
PLAN = "nama,satuan,target 2025\nJumlah Konflik Sosial,Kasus,3\n"


def test_help_in_front_of_a_command_is_the_help_of_it(run: Run) -> None:
    assert run("--help", "align").out == run("align", "--help").out


@pytest.mark.parametrize("name", ["pwsh", "PowerShell"])
def test_powershell_by_its_other_name(run: Run, name: str) -> None:
    assert run("completion", name).out == run("completion", "powershell").out


@pytest.mark.parametrize("name", ["DKI Jakarta", "Provinsi DKI Jakarta", "d.k.i. jakarta"])
def test_a_province_by_its_short_name(run: Run, write: Write, name: str) -> None:
    ran = run("align", write("a.csv", PLAN), "--wilayah", name, "--format", "json")
    assert ran.json["wilayah"] == "31"


def test_a_name_of_no_region_is_told_from_a_code(run: Run, write: Write) -> None:
    ran = run("align", write("a.csv", PLAN), "--wilayah", "Jogja")
    assert ran.status == 2
    assert "nama lengkapnya" in ran.err


def test_help_on_a_word_of_another_program_says_what_is_meant(run: Run) -> None:
    ran = run("help", "rumus")
    assert (ran.status, "formula" in ran.err) == (2, True)


def test_the_number_of_a_finding_is_its_code(run: Run) -> None:
    assert run("rules", "405").out == run("rules", "IKU405").out


def test_a_field_of_work_is_no_word_to_search(run: Run) -> None:
    assert run("list", "was").out == run("list", "--bidang", "WAS").out


def test_a_plan_that_is_to_be_computed_is_called_one(run: Run, write: Write) -> None:
    ran = run("compute", write("renstra.csv", PLAN))
    assert ran.status == 1
    assert "adalah rencana, bukan laporan" in ran.err


def test_a_report_that_is_to_be_aligned_is_called_one(run: Run) -> None:
    ran = run("align", REPORT)
    assert (ran.status, "bukan rencana" in ran.err) == (1, True)
    assert "tingkat pemerintahan" not in ran.err


def test_a_folder_without_plans_gives_findings_and_no_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("", encoding="utf-8")
    ran = run("align", tmp_path, "--tingkat", "kota", "--quiet")
    assert ran.status == 1
    assert "IKU005" in ran.err
    assert "IKU330" in ran.err


def test_a_folder_of_tables_is_read_file_by_file(run: Run, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(PLAN, encoding="utf-8")
    out = run("read", tmp_path).out
    assert out.index("a.csv") < out.index("b.csv")


def test_names_of_regions_are_never_cut(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    names = ("kabupaten-banyuwangi", "kabupaten-pringsewu")
    ran = run("align", *(f"examples/rencana/{name}.yaml" for name in names))
    assert "Kabupaten Banyuwangi" in ran.out
    assert "Kabupaten Pringsewu" in ran.out
