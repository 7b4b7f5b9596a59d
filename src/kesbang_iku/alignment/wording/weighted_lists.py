"""Lists of measures with their weights, which are weighted sums: in a legend, or in a sentence.

And of a sum that was read, whether its weights are all there, and what they add up to.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial, reduce
from string import ascii_lowercase
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.cursor import placeholder, times
from kesbang_iku.alignment.wording.drafts import Draft
from kesbang_iku.alignment.wording.labels import label_doubts
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.pieces import HUNDRED, read_figure
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known, starts_count
from kesbang_iku.formula import Binary, BinaryOperator, Call, Expression, Function, Name, Number

_NOT_LISTED: Final = re.compile(r"[=+×Σ√*/÷()]|\d|\.\s")
_MARK: Final = re.compile(r"(?:^|(?<=[\s:;,]))\(?(?P<mark>\d{1,2}|[a-z])[.)]\s+")
"""What numbers an item: ``1.``, ``(1)``, ``a)``."""
_WEIGHED: Final = re.compile(
    r"(?P<name>.*?[^\d\s(].*?)[\s:=(]+(?P<number>\d+(?:[.,]\d+)?)\s*%\s*\)?"
)
_NUMBERS: Final = tuple(map(str, range(1, 100)))
_PLUS: Final = re.compile(r"\s*\+")
_SHARE: Final = re.compile(r"(?<![\d.,])(?P<number>\d+(?:[.,]\d+)?)\s*%\s+(?=[^\W\d])")
_FULL: Final = 100
_NEAR: Final = 10


def listed_weights(entries: tuple[LegendEntry, ...]) -> Draft | None:
    """Read a list ``X1 : name (6,28%)`` as the weighted sum of its entries."""
    if any(entry.number is None or not entry.text for entry in entries):
        return None
    labels = [entry.symbol for entry in entries]
    if len(set(labels)) < len(labels):
        return None
    return Draft(_weighted([entry.number or Fraction(0) for entry in entries]), labels, [])


def numbered_items(text: str) -> Draft | None:
    """Read a list as the mean or the weighted sum of its items: ``rata-rata dari: 1. A 2. B``.

    Nothing for a list of which neither is said.
    """
    opening, items = _items(text.strip(" .\n"))
    weighed = [_WEIGHED.fullmatch(item) for item in items]
    labels = [
        found["name"].strip(" :(") if found else item
        for found, item in zip(weighed, items, strict=True)
    ]
    if len(items) < 2 or _NOT_LISTED.search(" ".join(labels)):  # noqa: PLR2004 - a list
        return None
    averages = known().pembuka.rata_rata.leading
    lead = PATTERNS.count_of_items.sub(" ", f"{opening.rpartition('=')[2].strip()} ")
    averaged = averages.fullmatch(lead) is not None
    weights = [found for found in weighed if found is not None]
    if weights:
        said = averaged or starts_count(opening) or _is_weighted(opening)
        complete = said and len(weights) == len(items) and _is_whole(weights)
        return _listed(labels, weights) if complete else None
    names = tuple(Name(placeholder(index)) for index in range(len(labels)))
    return _draft(Call(Function.MEAN, names), labels) if averaged else None


def _items(text: str) -> tuple[str, list[str]]:
    """Return what stands in front of a list, and its items; none if nothing numbers them."""
    marks = list(_MARK.finditer(text))
    told = [mark["mark"] for mark in marks]
    if marks and told in (list(_NUMBERS[: len(told)]), list(ascii_lowercase[: len(told)])):
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        found = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        opening = text[: marks[0].start()]
    else:
        opening, _, rest = text.partition(":")
        found = PATTERNS.items.split(rest) if _is_weighted(opening) else []
    items = [PATTERNS.item_end.sub("", f"{one_line(item)} ").strip(" ;,.") for item in found]
    return one_line(opening).strip(" :"), items


def _is_weighted(text: str) -> bool:
    return known().ukuran.berbobot.anywhere.search(text) is not None


def _is_whole(weights: Iterable[re.Match[str]]) -> bool:
    """Tell whether the percentages add up to the whole."""
    return sum(read_figure(weight["number"])[0] for weight in weights) == HUNDRED


def weighted_names(text: str) -> Draft | None:
    """Read a sentence that lists measures with weights, behind each or in front of each."""
    return _weights_behind(text) or _weights_in_front(text)


def _weights_behind(text: str) -> Draft | None:
    """Read ``rata-rata terbobot dari A (bobot 56%) dan B (bobot 44%)``."""
    places = list(PATTERNS.weight_remark.finditer(text))
    if len(places) < 2 or not _is_weighted(text):  # noqa: PLR2004 - a list
        return None
    starts = [0, *(place.end() for place in places)]
    names = [text[start : place.start()] for start, place in zip(starts, places, strict=False)]
    heads = [PATTERNS.list_opening.match(names[0])]
    heads += [PATTERNS.items.match(name) or _PLUS.match(name) for name in names[1:]]
    labels = [
        name[head.end() if head else 0 :].strip() for name, head in zip(names, heads, strict=True)
    ]
    plain = not _NOT_LISTED.search(" ".join(labels) + text[places[-1].end() :].rstrip(" ."))
    return _listed(labels, places) if plain and all(heads[1:]) else None


def _weights_in_front(text: str) -> Draft | None:
    """Read ``penjumlahan dari 60% nilai A dan 40% nilai B``: shares of a whole, of measures."""
    places = list(_SHARE.finditer(text))
    if len(places) < 2 or not _is_whole(places):  # noqa: PLR2004 - a list
        return None
    ends = [*(place.start() for place in places[1:]), len(text)]
    names = [text[place.end() : end] for place, end in zip(places, ends, strict=True)]
    joined = all(map(PATTERNS.item_end.search, names[:-1]))
    labels = [*(PATTERNS.item_end.sub("", name) for name in names[:-1]), names[-1].rstrip(" .")]
    opening = text[: places[0].start()].strip(" :")
    counts = known().pembuka.menjumlahkan.leading.fullmatch(opening)
    measures = all(map(known().ukuran.bukan_cacah.leading.match, labels)) and not opening
    if not joined or _NOT_LISTED.search(" ".join((opening, *labels))):
        return None
    return _listed(labels, places) if measures or counts or _is_weighted(opening) else None


def _listed(labels: list[str], places: Iterable[re.Match[str]]) -> Draft | None:
    """Return the weighted sum of the names; nothing if one is missing or stands twice."""
    weights = [read_figure(place["number"])[0] / HUNDRED for place in places]
    return _draft(_weighted(weights), labels)


def _draft(tree: Expression, labels: list[str]) -> Draft | None:
    if not all(labels) or len(set(labels)) < len(labels):
        return None
    return Draft(tree, labels, [doubt for label in labels for doubt in label_doubts(label)])


def _weighted(weights: list[Fraction]) -> Expression:
    """Return the sum of the placeholders, each times its weight."""
    terms = [times(Number(weight), Name(placeholder(i))) for i, weight in enumerate(weights)]
    return reduce(partial(Binary, BinaryOperator.ADD), terms)


def doubtful_sum(tree: Expression) -> Fraction | None:
    """Return what the weights in ``tree`` add up to, where that is neither 1 nor 100 percent.

    Nothing for a tree without weights, and for coefficients that are no weights.
    """
    for found in _sums(tree):
        weights = [_weight(term) for term in found]
        known = [weight for weight in weights if weight is not None]
        if len(known) < 2:  # noqa: PLR2004 - one coefficient alone is no weighting
            continue
        total = sum(known, Fraction(0))
        small = all(weight < 1 for weight in known)
        near = abs(total - _FULL) <= _NEAR
        thirds = (
            len(known) == len(weights) and len({*known}) == 1 and _is_rounded(known[0], len(known))
        )
        if small and not thirds and (total != 1 or len(known) < len(weights)):
            return total
        if not small and near and total != _FULL:
            return total
    return None


def _is_rounded(weight: Fraction, parts: int) -> bool:
    """Tell whether ``weight`` is an equal part of the whole, printed with decimals: 33,33 %."""
    digits = next(n for n in range(2, 12) if (weight * 10**n).denominator == 1)
    return digits > 2 and round(Fraction(1, parts), digits) == weight  # noqa: PLR2004 - percent


def _sums(tree: Expression) -> Iterator[list[Expression]]:
    match tree:
        case Binary(operator=BinaryOperator.ADD):
            terms = _terms(tree)
            yield terms
            for term in terms:
                yield from _sums(term)
        case Binary(left=left, right=right):
            yield from _sums(left)
            yield from _sums(right)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from _sums(argument)


def _terms(tree: Expression) -> list[Expression]:
    match tree:
        case Binary(operator=BinaryOperator.ADD, left=left, right=right):
            return [*_terms(left), right]
        case _:
            return [tree]


def _weight(term: Expression) -> Fraction | None:
    match term:
        case Binary(operator=BinaryOperator.MULTIPLY, left=Number(value=value)):
            return value
        case Binary(operator=BinaryOperator.MULTIPLY, right=Number(value=value)) if value != _FULL:
            return value
        case _:
            return None
