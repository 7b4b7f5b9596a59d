"""Whether a label can be the name of one measure, and the short name a formula knows it by."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count, pairwise, starmap
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.pieces import BEFORE, NOW, is_symbol
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import Binary, FormulaError, Name, parse

_DECIMAL_INSIDE: Final = re.compile(r"\d[.,]\d")
_ABBREVIATED: Final = re.compile(r"^\w{2,4}\. ")
_SCALE_BEHIND: Final = re.compile(
    r"(?:^|\b(?:dan|dengan)\s)\s*\d+\s*%|\d\s*%(?!\s+[a-zA-Z]{3,})|\s100(?:[.]?0{3})*$"
)
"""A factor at the end of a name, whose sign is missing: ``B 100%``."""
_NO_NAME: Final = re.compile(r"\d\s?(?:kali|[xX])(?!\w)|\s-\w|\w-\s|\d/\d")
"""How often something is done, half a difference, the number of a letter."""
_MISREAD: Final = re.compile(r"[lI\d]*[0oO]{2,}|[a-z]x|x[a-z]|\w\s?\.\s?\w")
"""What a printed 100 becomes when letters are taken for its figures, ``l00``; and a product."""
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
    several, joins = len(words) > 1, known().kata.sambung.words
    return (
        len(words) > known().batas.kata_label.nilai
        or last in joins
        or (several and first in joins)
        or (several and not content_words(label) and not all(map(is_symbol, words)))
        or _is_no_name(label)
    )


def _is_no_name(label: str) -> bool:
    """Tell whether something stands in ``label`` that no name has."""
    return (
        ".." in label
        or label.count("(") != label.count(")")
        or any(
            (
                ". " in PATTERNS.abbreviation.sub("", _ABBREVIATED.sub("", label)),
                PATTERNS.share_of_count.search(label),
                _NO_NAME.search(PATTERNS.regulation_number.sub(" ", label)),
                _MISREAD.fullmatch(label),
                _DECIMAL_INSIDE.search(label),
                known().ukuran.bobot.anywhere.match(label),
                PATTERNS.multiplied.match(label),
            )
        )
    )


def _holds_two(words: list[str], *, again: bool) -> bool:
    """Tell whether a second measure starts inside the name: ``Jumlah A Jumlah B``, ``A B``."""
    symbols = all(map(is_symbol, words)) and not again
    glued = symbols or PATTERNS.glued_count.match(words[0])
    return bool(len(words) > 1 and glued) or any(starmap(_starts_anew, pairwise(words)))


def _starts_anew(before: str, word: str) -> bool:
    counts, measures = known().ukuran.cacah.words, known().ukuran.awal.words
    glued, plain = _CAPITAL_INSIDE.search(word), before.casefold()
    if word.casefold().strip("(,.") not in counts:
        return glued is not None and glued[1].casefold() in counts
    capital = word[:1].isupper() and plain not in counts
    return capital or plain not in measures | known().kata.sebelum_cacah.words


def make_names(labels: Sequence[str]) -> tuple[str, ...]:
    """Return one name for each label, in order."""
    names: list[str] = []
    for label in labels:
        candidates = map(_allowed, _candidates(label))
        names.append(next(name for name in candidates if name not in names))
    return tuple(names)


@lru_cache(maxsize=_REMEMBERED)
def _allowed(name: str) -> str:
    """Return ``name``, lengthened where it is no variable to the formula language."""
    try:
        tree = parse(f"{name} + 1 * {name}")
    except FormulaError:
        return f"{name}_{_FALLBACK}"
    plain = isinstance(tree, Binary) and tree.left == Name(name)
    return name if plain else f"{name}_{_FALLBACK}"


def _candidates(label: str) -> Iterator[str]:
    """Yield names for a label: the shortest first, numbered ones where no other is left."""
    plain = _REMARK.sub(" ", label)
    every = re.findall(r"\w+", label.casefold())
    words = content_words(plain) or re.findall(r"\w+", plain.casefold())
    length = known().batas.kata_nama.nilai
    found = [_slug(words[:more]) for more in range(length, max(length, len(words)) + 1)]
    found.append(_slug(every[: 2 * length]))
    if is_symbol(label) or "_" in label:
        found = [_slug([label])]
    yield from found
    yield from (f"{_allowed(found[0])}_{number}" for number in count(2))


def _slug(words: Sequence[str]) -> str:
    plain = unicodedata.normalize("NFKD", "_".join(words)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")
    slug = slug[:_LONGEST].rstrip("_") or _FALLBACK
    return slug if slug[0].isalpha() else f"{_FALLBACK}_{slug}"
