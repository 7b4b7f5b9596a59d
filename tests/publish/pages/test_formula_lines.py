"""A long sum is read line by line."""

from __future__ import annotations

import pytest

from kesbang_iku.formula import parse, to_latex
from kesbang_iku.publish.pages.writing import in_lines


def lines(formula: str) -> list[str]:
    written = in_lines(parse(formula), {}, "id")
    return written.removeprefix(r"\begin{array}{clcl}").removesuffix(r"\end{array}").split(r" \\ ")


@pytest.mark.parametrize(
    "formula", ["0.2 * a + 0.3 * b + 0.5 * c", "jumlah(0.2 * a, 0.3 * b, 0.5 * c)"]
)
def test_each_part_of_a_sum_has_its_line(formula: str) -> None:
    first, second, third = lines(formula)
    assert first == r" & 0{,}2 & \times & " + to_latex(parse("a"))
    assert second == r"+ & 0{,}3 & \times & " + to_latex(parse("b"))
    assert third == r"+ & 0{,}5 & \times & " + to_latex(parse("c"))


def test_a_part_without_weight_leaves_its_columns_empty() -> None:
    assert lines("a + b * 2 + c") == [
        r" &  &  & " + to_latex(parse("a")),
        r"+ & 2 & \times & " + to_latex(parse("b")),
        r"+ &  &  & " + to_latex(parse("c")),
    ]


@pytest.mark.parametrize("formula", ["a + b", "a / b * 100", "(a + b + c) / 3", "a - b - c"])
def test_everything_else_is_one_formula(formula: str) -> None:
    assert in_lines(parse(formula), {}, "en") == to_latex(parse(formula), language="en")
