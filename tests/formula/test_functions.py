"""The table of functions: complete, and the only place where a function is described.

What a new function takes is held by ``tests/test_house.py``.
"""

from __future__ import annotations

from typing import Final

import pytest

from kesbang_iku.formula import parse, to_latex, to_text
from kesbang_iku.formula.functions import ELSEWHERE, Function, Takes

ARGUMENTS: Final = {
    Takes.NUMBER: "x",
    Takes.CONDITION: "x > 0",
    Takes.NAME: "x",
    Takes.DECIMALS: "2",
}


@pytest.mark.parametrize("function", Function)
def test_a_row_says_how_its_function_is_written(function: Function) -> None:
    takes = function.row.takes or (Takes.NUMBER, Takes.NUMBER)
    written = ", ".join(ARGUMENTS[one] for one in takes)
    tree = parse(f"{function.value}({written})")
    assert function.row.usage.startswith(f"{function.value}(")
    assert to_text(tree)
    assert to_latex(tree)
    assert to_text(tree, language="en") != to_text(tree)


def test_no_two_functions_have_the_same_name_elsewhere() -> None:
    names = [name for function in Function for name in function.row.elsewhere]
    assert len(names) == len(set(names)) == len(ELSEWHERE)
    assert set(names).isdisjoint(Function)
