"""Functions that register themselves are changed, too, and go on to do what they did."""

from __future__ import annotations

from typing import Any

from tools.mutate import decorated_afterwards

_MODULE = '''
"""A module with rules."""
from functools import cache

known = []


def rule(code):
    def register(look):
        known.append((code, look))
        return look

    return register


@rule("A")
@cache
def first(number: int) -> int:
    """Look."""
    return number + 1


class Kept:
    @property
    def level(self) -> int:
        return 3


@rule(
    "B",
)
def second(number: int) -> int:
    return first(number) * 2'''


def _run(text: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(text, names)  # noqa: S102  # written above
    return names


def test_decorators_stand_below_and_do_what_they_did() -> None:
    text = decorated_afterwards(_MODULE)
    assert text.count("@") == 1  # that of the method
    before, after = _run(_MODULE), _run(text)
    assert [code for code, _ in after["known"]] == ["A", "B"]
    assert after["second"](3) == before["second"](3) == 8
    assert after["known"][0][1] is after["first"]
    assert after["first"].cache_info().currsize == 1
    assert after["first"].__doc__ == "Look."
    assert after["Kept"]().level == 3


def test_a_module_without_any_stays_as_it_is() -> None:
    assert decorated_afterwards("x = 1\n") == "x = 1\n"
