"""Tables as files in our own format."""

from __future__ import annotations

from kesbang_iku.tables.own_format import documents_of
from kesbang_iku.tables.reading import read_tables

NAME = "Persentase penyelesaian konflik sosial"


def test_a_plan_keeps_baseline_and_targets_by_year() -> None:
    rows = f"Indikator;Satuan;Baseline 2024;Target 2025\n{NAME};%;80;82\n"
    (plan,) = documents_of(read_tables(rows.encode(), name="kota-bandung.csv").tables, {})
    assert plan == {
        "jenis": "rencana",
        "wilayah": "32.73",
        "item": [{"nama": NAME, "satuan": "%", "dasar": {2024: "80"}, "target": {2025: "82"}}],
    }


def test_each_period_makes_a_report_and_an_unknown_code_stays_open() -> None:
    header = "Indikator;Target TW I 2025;Realisasi TW I 2025;Realisasi 2025"
    rows = f"{header}\n{NAME};5;4;16\nLain;1;2;3\n"
    codes = {NAME.casefold(): "KBP-WAS-02"}
    made = documents_of(read_tables(rows.encode(), name="kota-bandung.csv").tables, codes)
    assert [one["periode"] for one in made] == ["tahunan", "triwulan-1"]
    assert [item["kode"] for item in made[1]["item"]] == ["KBP-WAS-02", "?"]
    assert made[1]["item"][0] | {"catatan": ""} == {
        "kode": "KBP-WAS-02", "catatan": "", "target": "5", "realisasi": "4"
    }  # fmt: skip
