"""Formulas as MathML, which browsers show without any script or font from elsewhere."""

import html
import re
from importlib.util import find_spec
from textwrap import wrap
from typing import Final

from kesbang_iku.publish.pages.markdown import Typeset, plain_formula

_MARK: Final = re.compile(r"<mn>([^<]+)</mn><mrow><mo>(&#x0002[CE];)</mo></mrow><mn>([^<]+)</mn>")

_WORDS: Final = re.compile(r"<mtext>([^<]+)</mtext>")
_NARROW: Final = 26
"""Signs of a label on one line of a phone: a fraction of two fits there."""
_WIDE: Final = 56
"""The same on a desk."""


def mathml(latex: str) -> str:
    """Return LaTeX as MathML; long words are set in lines, as browsers do not break them.

    Where a line ends on a phone only, the style sheet says so of ``br.sempit``.

    Raises:
        ImportError: ``latex2mathml`` is not installed.
    """
    from latex2mathml.converter import convert  # noqa: PLC0415  # light: an extra

    made: str = convert(latex, display="block")
    # The marks of a number are part of it, no operators with space around them.
    found = 1
    while found:
        made, found = _MARK.subn(
            lambda mark: f"<mn>{mark[1]}{html.unescape(mark[2])}{mark[3]}</mn>", made, count=1
        )
    return _WORDS.sub(_wrapped, made)


def best_typeset() -> Typeset:
    """Return what sets formulas best with the libraries that are there."""
    return plain_formula if find_spec("latex2mathml") is None else mathml


def _wrapped(found: re.Match[str]) -> str:
    words = html.unescape(found[1]).replace("\N{NO-BREAK SPACE}", " ")
    if len(words) <= _NARROW:
        return found[0]
    lines = (
        ' <br class="sempit">'.join(html.escape(part, quote=False) for part in _even(line, _NARROW))
        for line in _even(words, _WIDE)
    )
    return f"<mtext><span>{' <br>'.join(lines)}</span></mtext>"


def _even(words: str, widest: int) -> list[str]:
    """Return ``words`` in as few lines as their width asks for, about equally long."""
    lines = wrap(words, widest, break_long_words=False)
    for width in range(len(words) // max(len(lines), 1), widest):
        tried = wrap(words, max(width, 1), break_long_words=False)
        if len(tried) == len(lines):
            return tried
    return lines
