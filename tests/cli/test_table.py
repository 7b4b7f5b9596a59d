"""Tables: aligned, within the terminal, and numbers always whole."""

from __future__ import annotations

import pytest

from kesbang_iku.cli.screen import Screen, clean, display_width
from kesbang_iku.cli.table import Column, table_lines

COLUMNS = [Column("Nama", flexible=True), Column("Nilai", number=True)]


def _lines(
    rows: list[tuple[str, ...] | str], width: int, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    return table_lines(COLUMNS, rows, Screen())


def test_numbers_stand_to_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _lines([("a", "1,00"), ("bb", "100,00")], 80, monkeypatch) == [
        "Nama   Nilai",
        "────  ──────",
        "a       1,00",
        "bb    100,00",
    ]


def test_long_names_are_broken_between_words(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "Persentase penyelesaian konflik sosial yang terjadi di daerah"
    lines = _lines([(name, "85,00")], 40, monkeypatch)
    assert max(map(len, lines)) <= 40
    assert " ".join(line.removesuffix("85,00").strip() for line in lines[2:]) == name


def test_words_are_shortened_only_where_breaking_is_not_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = _lines([("x" * 60, "85,00")], 40, monkeypatch)
    assert lines[2] == "x" * 32 + "…  85,00"


def test_numbers_are_never_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    number = "9" * 80
    assert number in _lines([("nama panjang sekali", number)], 40, monkeypatch)[2]


def test_what_nobody_reads_to_its_end_is_cut_and_a_number_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = _lines([("kata " * 1000, "5" * 3000)], 80, monkeypatch)
    text = "\n".join(lines)
    assert (text.count("kata"), text.count("5"), text.count("…")) == (400, 3000, 1)


def test_columns_without_content_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _lines([("a", ""), ("b", "")], 80, monkeypatch) == ["Nama", "────", "a", "b"]


def test_a_text_runs_over_all_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _lines(["62 Kalimantan Tengah · 2018", ("a", "1")], 80, monkeypatch)
    assert lines[2] == "62 Kalimantan Tengah · 2018"
    assert lines[3] == "a         1"


def test_cells_keep_to_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = _lines([("a\nb\x1b[2J", "1")], 80, monkeypatch)
    assert lines[2] == "a b<U+001B>[2J      1"


def test_width_counts_columns_of_the_terminal() -> None:
    assert [display_width(text) for text in ("abc", "é", "e\u0301", "漢字")] == [3, 1, 1, 4]


def test_clean_shows_what_a_terminal_would_hide() -> None:
    assert clean("a\u202eb\u200bc") == "a<U+202E>b<U+200B>c"
    assert clean("Kabupaten – 80 ≥ é") == "Kabupaten – 80 ≥ é"
