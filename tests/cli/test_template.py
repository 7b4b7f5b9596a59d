"""``template``: the workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run


def test_a_workbook_for_a_region_and_year_is_written_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "laporan.xlsx"
    asked = ("template", "--wilayah", "Kota Palangka Raya", "--tahun", "2025")
    words = (*asked, "--kode", "KBP-POL-15", "-o", str(file))
    ran = run(*words)
    assert (ran.status, ran.out) == (0, "")
    assert "laporan.xlsx ditulis" in ran.err
    sheet = openpyxl.load_workbook(file)["Isian"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=10)]
    codes = [row[0] for row in cells]
    assert codes[0] == "KBP-ESB-01"
    assert codes.count("KBP-POL-15") == 10
    assert {str(row[13]) for row in cells if row[13]} == {"62.71"}
    again = run(*words)
    assert again.status == 2
    assert "--timpa" in again.err
    assert run(*words, "--timpa").status == 0
    empty = run("compute", str(file), "--format", "csv")
    assert empty.status == 1
    assert "belum_lengkap" in empty.out


def test_a_plan_has_the_years_of_the_national_planning_unless_others_are_named(
    run: Run, tmp_path: Path
) -> None:
    words = ("template", "--wilayah", "62.71", "--rencana", "-o")
    named = ("--tahun", "2026", "--sampai", "2028")
    for file, more, years in ((tmp_path / "a.xlsx", (), range(2025, 2031)),
                              (tmp_path / "b.xlsx", named, range(2026, 2029))):  # fmt: skip
        assert run(*words, str(file), *more).status == 0
        heads = [cell.value for cell in openpyxl.load_workbook(file)["Rencana"][9]]
        assert heads[7:] == [f"Baseline {years[0] - 1}", *(f"Target {year}" for year in years)]
        assert "62.71, dari judul" in run("read", str(file)).out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--wilayah", "62.71", "-o", "a.xlsx"), "--tahun"),
        (("--wilayah", "62.71", "--tahun", "2025", "-o", "a.csv"), ".xlsx"),
        (("--wilayah", "99.99", "--tahun", "2025", "-o", "a.xlsx"), "99.99"),
        (("--wilayah", "62.71", "--tahun", "2025", "--kode", "KBP-ABC-99", "-o", "a.xlsx"), "ABC"),
        (
            ("--wilayah", "62.71", "--tahun", "2025", "--sampai", "2026", "-o", "a.xlsx"),
            "--rencana",
        ),
        (("--wilayah", "62.71", "--rencana", "--tahun", "2031", "-o", "a.xlsx"), "--sampai"),
        (("--wilayah", "62.71", "--rencana", "--sampai", "2099", "-o", "a.xlsx"), "16"),
        # Of provinces alone, and a version that no longer applies.
        (("--wilayah", "62.71", "--tahun", "2025", "--kode", "KBP-POL-01", "-o", "a.xlsx"), "list"),
        (("--wilayah", "62.71", "--tahun", "2025", "--kode", "KBP-POL-05", "-o", "a.xlsx"), "list"),
    ],
)
def test_what_cannot_be_written_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("template", *more)
    assert ran.status == 2
    assert said in ran.err
    assert not [*tmp_path.iterdir()]


def test_without_the_extra_the_line_to_type_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kesbang_iku.extras.find_spec", lambda _name: None)
    file = tmp_path / "a.xlsx"
    ran = run("template", "--wilayah", "62.71", "--tahun", "2025", "-o", str(file))
    assert ran.status == 2
    assert "kesbang-iku[excel]" in ran.err
    assert not file.exists()
