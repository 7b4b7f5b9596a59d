"""Formulas as nested calls."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from kesbang_iku.formula import parse
from kesbang_iku.formula.calls import Calls, to_calls
from kesbang_iku.formula.tree import Expression
from tests import strategies


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("a / b", ["divide", ["variable", "a"], ["variable", "b"]]),
        ("-0.25", ["negate", ["number", "1/4"]]),
        ("bulat(x, 2)", ["round", ["variable", "x"], 2]),
        ("sebelumnya(x)", ["previous", "x"]),
        (
            "jika(a >= 1, a, b)",
            ["choose", ["greaterEqual", ["variable", "a"], ["number", "1"]],
             ["variable", "a"], ["variable", "b"]],
        ),
        ("jumlah(a)", ["sum", ["variable", "a"]]),
    ],
)  # fmt: skip
def test_what_is_done_stands_before_what_it_is_done_to(text: str, calls: Calls) -> None:
    assert to_calls(parse(text)) == calls


@given(strategies.trees(roots=True) | strategies.conditions())
def test_any_formula_is_plain_data(tree: Expression) -> None:
    calls = to_calls(tree)
    assert json.loads(json.dumps(calls)) == calls
