"""Formulas as browsers show them: numbers whole, long words in lines."""

from __future__ import annotations

import re

from kesbang_iku.formula import parse, to_latex
from kesbang_iku.publish.pages.formula_lines import in_lines
from kesbang_iku.publish.pages.mathml import mathml


def words(label: str) -> list[str]:
    made = mathml(to_latex(parse("a"), {"a": label}))
    return [text.replace("&#x000A0;", " ") for text in re.findall("<mtext>(.*?)</mtext>", made)]


def test_the_decimal_mark_is_part_of_its_number() -> None:
    assert "<mn>0,327</mn>" in mathml(to_latex(parse("0.327 * a"), language="id"))


def test_a_short_label_stays_on_one_line() -> None:
    assert words("Jumlah konflik sosial") == ["Jumlah konflik sosial"]


def test_a_long_label_is_set_in_lines_of_about_the_same_length() -> None:
    assert words("Jumlah konflik sosial yang diselesaikan") == [
        "Jumlah konflik sosial",
        "yang diselesaikan",
    ]


def test_a_word_that_is_longer_than_a_line_stays_whole() -> None:
    assert words("Nondiskriminasikewarganegaraan seluruhnya") == [
        "Nondiskriminasikewarganegaraan",
        "seluruhnya",
    ]


def test_a_sign_that_begins_a_line_has_room_on_both_sides() -> None:
    made = mathml(in_lines(parse("a + b + c"), {}, "id"))
    assert made.count('<mo form="infix">') == 2
