"""Whether a label can be the name of one measure, and the short name a formula knows it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.pieces import BEFORE, NOW, is_symbol
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import FormulaError, Name, parse

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

_LONGEST: Final = 40
_FALLBACK: Final = "nilai"
_REMEMBERED: Final = 4096


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


def make_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return one name for each label, in order."""
    names: list[str] = []
    for label in labels:
        names.append(_free(_candidates(label), names))
    return tuple(names)


@lru_cache(maxsize=_REMEMBERED)
def allowed(name: str) -> bool:
    """Tell whether ``name`` is a variable to the formula language."""
    try:
        return parse(f"{name} + 1 * {name}").left == Name(name)  # type: ignore[union-attr] # a sum
    except FormulaError:
        return False


def _candidates(label: str) -> list[str]:
    if is_symbol(label) or "_" in label:
        return [_slug([label])]
    plain = _REMARK.sub(" ", label)
    words = content_words(plain) or re.findall(r"\w+", plain.casefold())
    length = known().batas.kata_nama.nilai
    every = re.findall(r"\w+", label.casefold())
    return [
        _slug(words[:length]),
        *(_slug(words[:more]) for more in range(length + 1, len(words) + 1)),
        _slug(every[: 2 * length]),
    ]


def _slug(words: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFKD", "_".join(words)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")
    slug = slug[:_LONGEST].rstrip("_") or _FALLBACK
    return slug if slug[0].isalpha() else f"{_FALLBACK}_{slug}"


def _free(candidates: list[str], taken: Sequence[str]) -> str:
    usable = [name if allowed(name) else f"{name}_{_FALLBACK}" for name in candidates]
    for name in usable:
        if name not in taken:
            return name
    number = 2
    while f"{usable[0]}_{number}" in taken:
        number += 1
    return f"{usable[0]}_{number}"
