"""Commands on the tables of performance reports as offices have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

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
