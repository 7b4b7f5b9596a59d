"""Formulas as browsers show them: numbers whole, long words in lines."""

from __future__ import annotations

import re

from kesbang_iku.formula import parse, to_latex
from kesbang_iku.publish.pages.mathml import mathml
from kesbang_iku.publish.pages.writing import in_lines


def words(label: str) -> list[str]:
    made = mathml(to_latex(parse("a"), {"a": label}))
    (text,) = re.findall("<mtext>(?:<span>)?(.*?)(?:</span>)?</mtext>", made)
    return [line.replace("&#x000A0;", " ").strip() for line in re.split("<br[^>]*>", text)]


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


def test_on_a_desk_a_label_breaks_where_it_is_much_longer() -> None:
    label = "Jumlah konflik sosial yang diselesaikan dengan cara yang diatur dalam peraturan daerah"
    made = mathml(to_latex(parse("a"), {"a": label}))
    assert made.count(" <br>") == 1
    assert made.count(' <br class="sempit">') == 2


def test_the_columns_of_a_weighted_sum_are_sign_weight_times_and_name() -> None:
    made = mathml(in_lines(parse("0.2 * a + 0.3 * b + c"), {}, "id"))
    rows = [re.findall("<mtd[^>]*?(?:/>|>(.*?)</mtd>)", row) for row in made.split("<mtr>")[1:]]
    assert [len(row) for row in rows] == [4, 4, 4]
    assert [row[1] for row in rows] == ["<mn>0,2</mn>", "<mn>0,3</mn>", ""]
