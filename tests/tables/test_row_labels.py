"""Rows that say themselves what their values are."""

from __future__ import annotations

from typing import Any

from kesbang_iku.tables.reading import read_tables

HEADS = "Indikator;Uraian;2023;2024"


def read(*rows: str, heads: str = HEADS) -> dict[str, Any]:
    return dict(read_tables("\n".join([heads, *rows]).encode(), name="tabel.csv").as_dict())


def items(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for table in answer["tabel"] for item in table["item"]]


def refused(answer: dict[str, Any]) -> list[int]:
    return [one["baris"] for one in answer["temuan"] if one["kode"] == "IKU387"]


def test_rows_of_another_region_are_another_indicator() -> None:
    answer = read(
        "Indeks;Kabupaten Kapuas;Target;71;72",
        "Indeks;Kabupaten Kapuas;Realisasi;70;73",
        "Indeks;Kota Palangka Raya;Target;75;76",
        "Indeks;Kota Palangka Raya;Realisasi;74;77",
        heads="Indikator;Kabupaten/Kota;Uraian;2023;2024",
    )
    assert [(one["wilayah"], one["realisasi"]) for one in items(answer)] == [
        ("62.03", {"2023": "70", "2024": "73"}),
        ("62.71", {"2023": "74", "2024": "77"}),
    ]


def test_a_second_target_of_one_name_is_of_another_indicator() -> None:
    rows = ("Dialog;Target;1;2", "Dialog;Realisasi;3;4", "Dialog;Target;5;6")
    assert [one["target"]["2023"] for one in items(read(*rows))] == ["1", "5"]


def test_a_forecast_among_targets_and_results_is_refused_wherever_it_stands() -> None:
    target, result, forecast = "Dialog;Target;1;2", "Dialog;Realisasi;3;4", "Dialog;Prognosis;5;6"
    for rows in ((target, result, forecast), (forecast, target, result)):
        answer = read(*rows)
        (item,) = items(answer)
        assert item["target"] == {"2023": "1", "2024": "2"}
        assert item["realisasi"] == {"2023": "3", "2024": "4"}
        assert refused(answer) == [rows.index(forecast) + 2]


def test_labels_count_even_where_most_rows_have_others() -> None:
    labels = ("Baseline", "Target", "Realisasi", "Prognosis", "Selisih")
    answer = read(*(f"Dialog;{label};{at};{at}" for at, label in enumerate(labels, start=1)))
    (item,) = items(answer)
    assert (item["target"]["2023"], item["realisasi"]["2023"]) == ("2", "3")
    assert refused(answer) == [2, 5, 6]


def test_a_name_with_a_label_is_read_without_it_only_where_another_one_answers_it() -> None:
    heads = "Uraian;2023;2024"
    (item,) = items(read("Target Indeks;1;2", "Realisasi Indeks (%);3;4", heads=heads))
    assert (item["nama"], item["realisasi"]) == ("Indeks", {"2023": "3", "2024": "4"})
    answer = items(read("Indeks;1;2", "Capaian rencana aksi;3;4", heads="Indikator;2023;2024"))
    assert [one["nama"] for one in answer] == ["Indeks", "Capaian rencana aksi"]


def test_columns_that_say_what_their_values_are_count_before_names() -> None:
    heads = "Indikator;Target 2024;Realisasi 2024"
    answer = items(read("Target kerja sama;1;2", "Realisasi kerja sama;3;4", heads=heads))
    assert [(one["nama"], one["target"]["2024"]) for one in answer] == [
        ("Target kerja sama", "1"),
        ("Realisasi kerja sama", "3"),
    ]
