"""The pages of methods, scales, units and cited documents."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.pages.markdown import plain_formula
from kesbang_iku.publish.pages.writing import write
from tools.site_pages.habits import habits_page


@pytest.fixture(scope="module")
def tables() -> Tables:
    return iku.load_catalog().tables


def test_every_method_stands_with_formula_policies_and_examples(tables: Tables) -> None:
    text = write("methods", "id", tables=tables, typeset=plain_formula)
    for method in tables.methods.values():
        assert f"{{ #{method.nama.replace('_', '-')} }}" in text
        for example in method.contoh:
            assert example.nama[:20] in text
    assert "| `target = 0 dan realisasi = 0` | `100` |" in text
    assert "| tidak terdefinisi |" in text
    # Beyond twice the target: what is published, and what it would be without the floor.
    assert "| 25 | 10 | 0,00 (-50,00) |" in text


def test_classes_show_which_bound_belongs_to_them(tables: Tables) -> None:
    text = write("scales", "id", tables=tables)
    assert "<b>Tinggi</b> <span>≥ 76 · &lt; 91</span>" in text
    assert "<b>baik</b> <span>&gt; 80</span>" in text


def test_english_classes_keep_the_word_that_reports_print(tables: Tables) -> None:
    text = write("scales", "en", tables=tables)
    assert "<b>Very high (Sangat Tinggi)</b> <span>≥ 91</span>" in text


def test_a_unit_says_whether_it_adds_up_and_how_it_is_spelt(tables: Tables) -> None:
    text = write("units", "id", tables=tables)
    assert "`persen` · tidak menjumlah" in text
    assert "`orang` · menjumlah" in text
    assert "“persentase”" in text


def test_every_habit_stands_with_the_places_it_was_seen_at() -> None:
    text = habits_page()
    for habit in load_habits().kebiasaan:
        assert f"{{ #{habit.nama.replace('_', '-')} }}" in text
    assert "`(target - realisasi) / target * 100`" in text
    assert "[minimalkan_rasio](metode-capaian.md#minimalkan-rasio)" in text
    assert "100, 110, 120, 150, 200" in text
    assert "Capped at a round number" in habits_page("en")


def test_a_habit_that_takes_a_method_names_one_of_the_catalog(tables: Tables) -> None:
    methods = {habit.metode for habit in load_habits().kebiasaan if habit.metode is not None}
    assert methods
    assert methods <= tables.methods.keys()
