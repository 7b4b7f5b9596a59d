"""A long sum is read line by line."""

from __future__ import annotations

import pytest

from kesbang_iku.formula import parse, to_latex
from kesbang_iku.publish.pages.formula_lines import in_lines


def lines(formula: str) -> list[str]:
    written = in_lines(parse(formula), {}, "id")
    return written.removeprefix(r"\begin{array}{l}").removesuffix(r"\end{array}").split(r" \\ ")


@pytest.mark.parametrize(
    "formula", ["0.2 * a + 0.3 * b + 0.5 * c", "jumlah(0.2 * a, 0.3 * b, 0.5 * c)"]
)
def test_each_part_of_a_sum_has_its_line(formula: str) -> None:
    first, second, third = lines(formula)
    assert first == to_latex(parse("0.2 * a"))
    assert second == "+ " + to_latex(parse("0.3 * b"))
    assert third == "+ " + to_latex(parse("0.5 * c"))


@pytest.mark.parametrize("formula", ["a + b", "a / b * 100", "(a + b + c) / 3", "a - b - c"])
def test_everything_else_is_one_formula(formula: str) -> None:
    assert in_lines(parse(formula), {}, "en") == to_latex(parse(formula), language="en")
