"""What simpleeval does with the formula of an indicator, timed in an environment of its own."""

from __future__ import annotations

import json
from collections.abc import Callable

import simpleeval


def evaluation(text: str, parts: str) -> Callable[[], object]:
    """Return evaluating a formula that is parsed before, in floats."""
    names = _floats(parts)
    evaluator = simpleeval.SimpleEval(names=names)
    parsed = evaluator.parse(text)
    return lambda: evaluator.eval(text, previously_parsed=parsed)


def result(text: str, parts: str) -> Callable[[], object]:
    """Return parsing and evaluating a formula, in floats."""
    names = _floats(parts)
    return lambda: simpleeval.simple_eval(text, names=names)


def parsing(text: str, _parts: str) -> Callable[[], object]:
    """Return parsing a formula."""
    return lambda: simpleeval.SimpleEval.parse(text)


def _floats(parts: str) -> dict[str, float]:
    return {name: float(number) for name, number in json.loads(parts).items()}
