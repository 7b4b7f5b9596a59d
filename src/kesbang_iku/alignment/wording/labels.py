"""Whether a label can be the name of one measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.pieces import BEFORE, NOW, is_symbol
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.findings import Finding, kinds

_DECIMAL_INSIDE: Final = re.compile(r"\d[.,]\d")
_ABBREVIATED: Final = re.compile(r"^\w{2,4}\. ")
_PRODUCT: Final = re.compile(r"[a-z]x|x[a-z]|\w\s?\.\s?\w")
_SCALE_BEHIND: Final = re.compile(
    r"(?:^|\b(?:dan|dengan)\s)\s*\d+\s*%|\d\s*%(?!\s+[a-zA-Z]{3,})|\s100(?:[.]?0{3})*$"
)
"""A factor at the end of a name, whose sign is missing: ``B 100%``."""
_NO_NAME: Final = re.compile(r"\d\s?(?:kali|[xX])(?!\w)|\s-\w|\w-\s|\d/\d")
"""How often something is done, half a difference, the number of a letter."""
_MISREAD_FIGURE: Final = re.compile(r"[lI\d]*[0oO]{2,}")
"""What a printed 100 becomes when letters are taken for its figures: ``l00``, ``1OO``."""
_REMARK: Final = re.compile(r"\([^()]*\)")
_CAPITAL_INSIDE: Final = re.compile(r"[a-z]([A-Z][a-z]+)$")


def excerpt(text: str, length: int = 60) -> str:
    """Return the beginning of ``text`` for a message."""
    text = one_line(text.replace(NOW, "n").replace(BEFORE, "n-1"))
    return text if len(text) <= length else f"{text[: length - 1]}…"


def label_doubts(label: str, *, again: bool = False) -> Iterator[Finding]:
    """Yield the first reason why ``label`` may not be the name of one measure.

    ``again`` says that it stands more than once in its formula.
    """
    part = excerpt(label) or "?"
    label = PATTERNS.bound.sub(" ", label)
    words = label.split()
    if not words or _is_unclear(label, words):
        yield kinds.UNCLEAR_PART.at(bagian=part)
    elif (
        _holds_two(words, again=again)
        or _SCALE_BEHIND.search(_REMARK.sub(" ", label))
        or PATTERNS.weight_remark.search(label)
    ):
        yield kinds.WORDS_MISSING_OPERATOR.at(bagian=part)
    elif known().kata.elipsis.anywhere.search(label):
        yield kinds.INCOMPLETE.at(bagian=part)


def _is_unclear(label: str, words: list[str]) -> bool:
    """Tell whether the ends are those of half a sentence, or something inside is no name."""
    first, last = (word.casefold().strip(".,()") for word in (words[0], words[-1]))
    several = len(words) > 1
    return (
        len(words) > known().batas.kata_label.nilai
        or ". " in PATTERNS.abbreviation.sub("", _ABBREVIATED.sub("", label))
        or last in known().kata.sambung.words
        or (several and first in known().kata.sambung.words)
        or _is_no_name(label)
        or (several and not content_words(label) and not _symbols(words))
    )


def _is_no_name(label: str) -> bool:
    """Tell whether something stands in ``label`` that no name has."""
    return (
        ".." in label
        or label.count("(") != label.count(")")
        or _NO_NAME.search(PATTERNS.regulation_number.sub(" ", label)) is not None
        or _MISREAD_FIGURE.fullmatch(label) is not None
        or _PRODUCT.fullmatch(label) is not None
        or _DECIMAL_INSIDE.search(label) is not None
        or known().ukuran.bobot.anywhere.match(label) is not None
    )


def _symbols(words: list[str]) -> bool:
    return all(is_symbol(word) for word in words)


def _holds_two(words: list[str], *, again: bool) -> bool:
    """Tell whether a second measure starts inside the name: ``Jumlah A Jumlah B``, ``A B``."""
    if len(words) > 1 and (
        (_symbols(words) and not again) or PATTERNS.glued_count.match(words[0]) is not None
    ):
        return True
    return any(_starts_anew(before, word) for before, word in pairwise(words))


def _starts_anew(before: str, word: str) -> bool:
    counts = known().ukuran.cacah.words
    glued = _CAPITAL_INSIDE.search(word)
    if glued and glued[1].casefold() in counts:
        return True
    if word.casefold().strip("(,.") not in counts:
        return False
    plain = before.casefold()
    if word[:1].isupper() and plain not in counts:
        return True
    return plain not in known().ukuran.awal.words and plain not in known().kata.sebelum_cacah.words
