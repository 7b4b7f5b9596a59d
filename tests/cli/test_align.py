"""``align``: a plan against the standard, in each form of the answer."""

from __future__ import annotations

import csv
import io

from tests.cli.conftest import Run

PLAN = """\
jenis: rencana
wilayah: "62.71"
item:
  - nama: Persentase Penyelesaian Konflik
    satuan: Persen
    target: {2025: 82, 2026: 84}
  - nama: Indeks Demokrasi Indonesia
    satuan: "%"
  - nama: Jumlah rumah ibadah
"""


def test_the_region_of_the_plan_gives_the_level(run: Run) -> None:
    done = run("align", "-", "--format", "json", stdin=PLAN)
    assert done.status == 0
    assert (done.json["wilayah"], done.json["tingkat"]) == ("62.71", "kota")
    assert [one["padanan"] for one in done.json["item"]] == ["KBP-WAS-02", "KBP-POL-01", None]
    assert [one["baris"] for one in done.json["item"]] == [4, 7, 9]


def test_the_level_asked_for_counts(run: Run) -> None:
    done = run("align", "-", "--tingkat", "provinsi", "--format", "json", stdin=PLAN)
    assert done.json["tingkat"] == "provinsi"
    kinds = [one["jenis"] for one in done.json["item"][1]["penyimpangan"]]
    assert kinds == ["satuan"]


def test_a_region_asked_for_gives_the_level_too(run: Run) -> None:
    done = run("align", "-", "--wilayah", "62", "--format", "json", stdin="item: [{nama: IKN}]")
    assert (done.json["wilayah"], done.json["tingkat"]) == ("62", "provinsi")


def test_without_level_and_region_it_cannot_run(run: Run) -> None:
    done = run("align", "-", stdin="item: [{nama: IKN}]")
    assert done.status == 2
    assert "--tingkat" in done.err
    assert done.out == ""


def test_a_region_that_does_not_exist_cannot_be_asked_for(run: Run) -> None:
    done = run("align", "-", "--wilayah", "99.99", stdin=PLAN)
    assert done.status == 2
    assert "99.99" in done.err


def test_a_nation_has_no_level_of_a_plan(run: Run) -> None:
    assert run("align", "-", "--tingkat", "nasional", stdin=PLAN).status == 2


def test_the_table_names_deviations_and_what_is_missing(run: Run) -> None:
    done = run("align", "-", stdin=PLAN)
    assert done.status == 0
    assert "KBP-WAS-02" in done.out
    assert "satuan: daerah '%', standar 'Indeks'" in done.out
    assert "3 indikator: 1 selaras, 1 menyimpang, 0 lokal, 1 tanpa padanan." in done.out
    assert "Diarahkan pusat, belum ada dalam rencana" in done.out


def test_the_table_speaks_english_when_asked(run: Run) -> None:
    done = run("--bahasa", "en", "align", "-", stdin=PLAN)
    assert "3 indicators: 1 aligned, 1 deviating" in done.out


def test_csv_has_a_row_for_each_indicator(run: Run) -> None:
    done = run("align", "-", "--format", "csv", stdin=PLAN)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["cara"] for row in rows] == ["alias", "nama", "tidak_ada"]
    assert rows[1]["penyimpangan"] == "satuan; tingkat"


def test_an_error_in_the_plan_is_the_exit_status(run: Run) -> None:
    done = run("align", "-", "--tingkat", "kota", stdin="item: [{nama: IKN, kode: KBP-WAS-99}]")
    assert done.status == 1
    assert "IKU310" in done.out


def test_a_report_is_no_plan(run: Run) -> None:
    done = run("align", "examples/ikub.yaml", "--tingkat", "kota", "--format", "json")
    assert done.status == 1
    assert {one["kode"] for one in done.json["temuan"]} == {"IKU350"}


def test_a_file_that_is_not_there_cannot_be_aligned(run: Run) -> None:
    done = run("align", "tidak-ada.yaml", "--tingkat", "kota")
    assert done.status == 2
    assert "tidak-ada.yaml" in done.err
