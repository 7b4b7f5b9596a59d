"""Formulas as MathML, which browsers show without any script or font from elsewhere."""

from __future__ import annotations

import html
import re
from importlib.util import find_spec
from typing import Final

from kesbang_iku.publish.pages.markdown import Typeset, plain_formula

_MARK: Final = re.compile(r"<mn>([^<]+)</mn><mrow><mo>(&#x0002[CE];)</mo></mrow><mn>([^<]+)</mn>")


def mathml(latex: str) -> str:
    """Return LaTeX as MathML.

    Raises:
        ImportError: ``latex2mathml`` is not installed.
    """
    from latex2mathml.converter import convert

    made: str = convert(latex, display="block")
    # The marks of a number are part of it, no operators with space around them.
    found = 1
    while found:
        made, found = _MARK.subn(_joined, made, count=1)
    return made


def best_typeset() -> Typeset:
    """Return what sets formulas best with the libraries that are there."""
    return plain_formula if find_spec("latex2mathml") is None else mathml


def _joined(found: re.Match[str]) -> str:
    return f"<mn>{found[1]}{html.unescape(found[2])}{found[3]}</mn>"
