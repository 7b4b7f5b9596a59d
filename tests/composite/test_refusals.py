"""Every word that is said of a composite that cannot be taken apart or ranked, in both languages.

``refusals.yaml`` holds what people read, and ``python -m tests.composite.test_refusals`` writes it
anew, to be read before it is kept.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from typing import Final

import pytest

from kesbang_iku.composite import CompositeError, contributions, decompose_change, sensitivity
from tests import messages
from tests.composite_indicators import catalog, composite_of
from tests.tree import ROOT

_FILE: Final = ROOT / "tests" / "composite" / "refusals.yaml"
_SAID: Final[dict[str, dict[str, str]]] = messages.load(_FILE)

_GEOMETRIC: Final = composite_of({"metode": "geometrik", "anggota": ["a", "b", "c"]}, "abc")
_HALF_IS_ENOUGH: Final = composite_of({"bobot": {"a": "0.5", "b": "0.5"}, "ambang": "0.5"}, "ab")
_A_THIRD_IS_ENOUGH: Final = composite_of(
    {"bobot": {"a": "0.4", "b": "0.3", "c": "0.3"}, "ambang": "0.4"}, "abc"
)
_STABLE: Final = composite_of({"bobot": {"a": 1}}, "a", polaritas="stabilkan")
_PRODUCT: Final = composite_of({}, "ab", komponen=None, rumus="a * b")
_DIFFERENCE: Final = composite_of({}, "ab", komponen=None, rumus="a - b")

_REFUSED: Final[dict[str, Callable[[], object]]] = {
    "no formula": partial(contributions, catalog()["KBP-WAS-05"], {}),
    "a share": partial(contributions, catalog()["KBP-WAS-02"], {}),
    "a product": partial(contributions, _PRODUCT, {"a": 2, "b": 3}),
    "a component is missing": partial(contributions, _GEOMETRIC, {"a": 5, "b": 5}),
    "a component is 0": partial(contributions, _GEOMETRIC, {"a": 0, "b": 5, "c": 5}),
    "the mean is 1": partial(contributions, _GEOMETRIC, {"a": 1, "b": 1, "c": 1}),
    "a state lacks a component": partial(
        decompose_change, _HALF_IS_ENOUGH, {"a": 60, "b": 50}, {"a": 60}
    ),
    "a state lacks two components": partial(
        decompose_change, _A_THIRD_IS_ENOUGH, {"a": 60, "b": 50, "c": 40}, {"a": 60}
    ),
    "ranking a share": partial(sensitivity, catalog()["KBP-WAS-02"], {"x": {"konflik": 1}}),
    "ranking no region": partial(sensitivity, _HALF_IS_ENOUGH, {}),
    "ranking what is to be stable": partial(sensitivity, _STABLE, {"x": {"a": 1}}),
    "ranking a difference": partial(sensitivity, _DIFFERENCE, {"x": {"a": 2, "b": 1}}),
}


def said_of(refused: Callable[[], object]) -> dict[str, str]:
    """Return why something is refused, as the file has it."""
    with pytest.raises(CompositeError) as caught:
        refused()
    travelled = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
    assert travelled.text == caught.value.text
    assert str(caught.value) == caught.value.render() == caught.value.render("id")
    return {"id": caught.value.render("id"), "en": caught.value.render("en")}


@pytest.mark.parametrize("name", _REFUSED)
def test_a_refusal_says_why(name: str) -> None:
    assert said_of(_REFUSED[name]) == _SAID[name]


if __name__ == "__main__":
    said = {name: said_of(refused) for name, refused in _REFUSED.items()}
    messages.write(_FILE, "Why composites are refused, of the cases in test_refusals.py.", said)
