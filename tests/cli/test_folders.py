"""A folder stands for the files in it that can be read; the others are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "wilayah,tahun,periode,kode,variabel,nilai,target\n"
PLAN = "nama,satuan,2025\nPersentase penyelesaian konflik sosial,persen,85\n"


def _report(folder: Path, name: str, region: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [("konflik_diselesaikan", 17), ("konflik", 20)]
    lines = [
        f"{region},2024,tahunan,KBP-WAS-02,{variable},{value},90\n" for variable, value in rows
    ]
    path.write_text(HEAD + "".join(lines), encoding="utf-8")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with two reports in it, and three things that are none."""
    folder = tmp_path / "laporan"
    _report(folder, "b.csv", "62.71")
    _report(folder, "a/c.csv", "62.12")
    _report(folder, ".lama/d.csv", "62.03")
    (folder / "catatan.txt").write_text("-", encoding="utf-8")
    (folder / "luar.csv").symlink_to(tmp_path / "lain.csv")
    _report(tmp_path, "lain.csv", "62.02")
    return folder


def test_reports_of_a_folder_are_computed_in_sorted_order(run: Run, reports: Path) -> None:
    ran = run("compute", reports, "--format", "json")
    assert [one["wilayah"] for one in ran.json["hasil"]] == ["62.12", "62.71"]
    assert [one["berkas"] for one in ran.json["hasil"]] == [
        f"{reports}/a/c.csv", f"{reports}/b.csv",
    ]  # fmt: skip
    assert ran.err == f"{reports}: 2 berkas dibaca, 3 dilewati.\n"
    assert run("compute", reports, "--quiet", "--format", "csv").err == ""


def test_every_command_that_reads_files_takes_a_folder(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    assert "dalam 2 berkas" in run("validate", reports).out
    assert run("explain", reports, "--kode", "KBP-WAS-02").status == 0
    page = tmp_path / "kartu.html"
    assert run("report", reports, "-o", page).status == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    plans = tmp_path / "rencana"
    plans.mkdir()
    for name in ("renstra-kota-palangka-raya.csv", "renstra-kota-bandung.csv"):
        (plans / name).write_text(PLAN, encoding="utf-8")
    compared = run("align", plans, "--format", "json", "--tingkat", "kota")
    assert len(compared.json["rencana"]) == 2


def test_an_answer_in_the_folder_is_no_input(run: Run, reports: Path) -> None:
    answer = reports / "hasil.csv"
    for options in ((), ("--timpa",)):
        ran = run("compute", reports, "-o", answer, *options)
        assert ran.status == 0
        assert "2 berkas dibaca" in ran.err
    baseline = reports / "dasar.json"
    assert run("validate", reports, "--tulis-garis-dasar", baseline).status == 0
    assert "dalam 3 berkas" in run("validate", reports, "--garis-dasar", baseline).out


def test_a_folder_with_nothing_to_read_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("-", encoding="utf-8")
    for command in ("validate", "compute"):
        ran = run(command, tmp_path)
        assert (ran.status, ran.out) == (2, "")
        assert "tidak ada berkas yang dapat dibaca" in ran.err
        assert "1 dilewati" in ran.err


@pytest.mark.parametrize("command", ["compute", "read", "validate"])
def test_an_old_workbook_is_told_as_where_it_is_named(
    run: Run, tmp_path: Path, command: str
) -> None:
    _report(tmp_path, "a.csv", "62.71")
    old = tmp_path / "b.XLS"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    ran = run(command, tmp_path)
    assert ran.status == 1
    assert "IKU006" in ran.out + ran.err
    assert ".xlsx" in ran.out + ran.err
    assert "1 galat" in run("compute", old).out


def test_a_catalog_stays_one_also_within_a_folder(run: Run, tmp_path: Path) -> None:
    _report(tmp_path, "a.csv", "62.71")
    whole = tmp_path / "katalog"
    (whole / "indikator").mkdir(parents=True)
    (whole / "indikator" / "x.yaml").write_text("kode: 1\n", encoding="utf-8")
    ran = run("validate", tmp_path)
    assert (ran.status, "katalog/indikator/x.yaml" in ran.out) == (1, True)
    assert "dalam 2 berkas" in ran.out
    assert "1 dilewati" in run("compute", tmp_path).err
    assert "IKU003" in run("compute", whole).err


def _twice(folder: Path) -> list[Path]:
    """Return the ways to name the one file of a folder: as it is, by its folder, and by a link."""
    file = folder / "laporan-62.71.csv"
    _report(folder, file.name, "62.71")
    link = folder.parent / "pintasan.csv"
    link.symlink_to(file)
    return [file, folder, link, file.parent / ".." / folder.name / file.name]


@pytest.mark.parametrize("command", ["compute", "read", "rollup", "validate", "align", "report"])
def test_a_file_named_several_times_is_read_once(run: Run, tmp_path: Path, command: str) -> None:
    names = _twice(tmp_path / "laporan")
    target = () if command != "report" else ("-o", tmp_path / "a.html", "--timpa")
    told = () if command != "align" else ("--tingkat", "kota")
    once = run(command, names[0], *target, *told)
    ran = run(command, *names, *target, *told)
    assert (ran.status, ran.out) == (once.status, once.out)
    assert ran.err.count(f"berkas yang sama dengan {names[0]}; dibaca sekali.") == 3


def test_an_answer_named_several_times_is_verified_once(run: Run, tmp_path: Path) -> None:
    answer = tmp_path / "jawaban.json"
    _report(tmp_path, "a.csv", "62.71")
    run("compute", tmp_path / "a.csv", "-o", answer, "--format", "json")
    assert run("verify", answer, answer).out == run("verify", answer).out
