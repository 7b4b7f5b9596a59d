"""The readers keep their laws on real inputs and a few steps from them; ``make fuzz`` goes on."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzzing.laws import BreachError, calls, require
from tests.fuzzing.mutations import minimised, mutants
from tests.fuzzing.seeds import dictionary
from tests.fuzzing.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_reader_keeps_its_laws(name: str) -> None:
    target = TARGETS[name]
    words = dictionary(target.seeds)
    for data in mutants(target.seeds(), words, 12, Random(name)):
        target.run(data)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_reader_keeps_its_laws_and_its_work_on_every_seed(name: str) -> None:
    target = TARGETS[name]
    for data in target.seeds():
        # What is read once in a process, as the catalog, is no work on this input.
        target.run(data)
        assert calls(target.run, data) <= target.allowed(data)


def test_each_reader_starts_from_different_inputs() -> None:
    for target in TARGETS.values():
        found = target.seeds()
        assert len(set(found)) > 1
        assert all(found)


def test_calls_are_counted_with_those_inside_calls() -> None:
    def inner(data: bytes) -> None:
        len(data)

    def outer(data: bytes) -> None:
        for _ in data:
            inner(data)

    assert calls(outer, b"abc") - calls(outer, b"a") == 2


def test_breach_is_an_error_of_its_own() -> None:
    require(True, "never said")
    with pytest.raises(BreachError, match="said"):
        require("", "said")


def test_smallest_input_keeps_what_breaks() -> None:
    assert minimised(b"some text with xy in it and y", lambda data: b"x" in data) == b"x"
    ordered = minimised(b"12a34b56", lambda data: 0 <= data.find(b"a") < data.find(b"b"))
    assert ordered == b"ab"
