"""``pages``: a section for the site of whoever adds a catalog."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_pages_of_an_added_catalog_are_written(run: Run, tmp_path: Path) -> None:
    ran = run("pages", "--katalog", "examples/katalog-daerah", "-o", tmp_path / "docs")
    assert ran.status == 0
    assert (tmp_path / "docs" / "indikator" / "bandung-was-01.md").is_file()
    assert (tmp_path / "docs" / "en" / "indikator" / "index.md").is_file()
    assert "docs" in ran.err


def test_pages_take_the_place_of_no_other_file_unless_asked(run: Run, tmp_path: Path) -> None:
    written = ("pages", "--katalog", "examples/katalog-daerah", "-o", tmp_path)
    assert [run(*written).status, run(*written).status] == [0, 0]
    page = tmp_path / "satuan.md"
    page.write_text("tulisan sendiri", encoding="utf-8")
    ran = run(*written)
    assert (ran.status, page.read_text(encoding="utf-8")) == (2, "tulisan sendiri")
    assert f"{page} sudah ada; pakai --timpa" in ran.err
    assert run(*written, "--timpa").status == 0
    assert page.read_text(encoding="utf-8") != "tulisan sendiri"


def test_without_a_local_indicator_there_is_nothing_to_write(run: Run, tmp_path: Path) -> None:
    ran = run("pages", "-o", tmp_path / "docs")
    assert ran.status == 2
    assert "--katalog" in ran.err
    assert not (tmp_path / "docs").exists()


def test_a_local_indicator_is_marked_in_every_answer_for_people(run: Run) -> None:
    local = ("--katalog", "examples/katalog-daerah")
    listed = run("list", *local, "--cari", "keyakinan").out
    assert "dilaporkan (lokal)" in listed
    assert "1 di antaranya lokal, dari examples/katalog-daerah." in listed
    shown = run("show", "BANDUNG-ESB-02", *local).out
    assert "sosial → KBP-ESB-02" in shown
    assert "examples/katalog-daerah (folder)" in shown
    report = "examples/katalog-daerah/contoh/laporan.yaml"
    assert "(lokal)" in run("compute", report, *local).out
    explained = run("explain", report, "--kode", "BANDUNG-ESB-01", *local).out
    assert "Indikator lokal (tema sosial), mendukung KBP-ESB-01" in explained


def test_without_the_catalog_its_codes_are_unknown(run: Run) -> None:
    ran = run("compute", "examples/katalog-daerah/contoh/laporan.yaml")
    assert ran.status == 1
    assert "BANDUNG-ESB-01" in ran.out
