"""What a reading must stand: its legend, its weights, its name, and its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from kesbang_iku.alignment.wording.cursor import placeholder
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.pieces import HUNDRED, is_symbol
from kesbang_iku.alignment.wording.trees import with_constants
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.alignment.wording.weighted_lists import doubtful_sum
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    Number,
    variables,
    walk,
)

_STEM: Final = 5
_ENDS_IN_FIGURE: Final = re.compile(r"\w\s+\d+$")
_POINTS: Final = re.compile(r"\((\d{1,2})\)$")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(slots=True)
class CheckedReading:
    """A tree with its constants, what its variables are called, and what was found about it."""

    tree: Expression
    symbols: list[str]
    labels: list[str]
    doubts: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)
    refused: Finding | None = None


def check_reading(
    tree: Expression,
    symbols: list[str],
    entries: Sequence[LegendEntry],
    nama: str | None,
    text: str,
) -> CheckedReading:
    """Hold a reading against its legend, the name of the indicator, and itself."""
    checked = CheckedReading(tree, list(symbols), list(symbols))
    _use_legend(checked, entries)
    if not variables(checked.tree):
        checked.refused = kinds.NUMBERS_ONLY.at()
        return checked
    plain = [PATTERNS.bound.sub(" ", label) for label in checked.labels]
    if len({year for label in plain for year in _YEAR.findall(label)}) > 1:
        checked.doubts.append(kinds.UNCLEAR_PART.at(bagian=", ".join(checked.labels)[:60]))
    _check_weights(checked)
    _check_factors(checked)
    _check_division(checked, text)
    _check_ratio(checked, nama)
    if nama:
        _check_name(checked, nama)
    return checked


def _use_legend(checked: CheckedReading, entries: Sequence[LegendEntry]) -> None:
    meanings: dict[str, LegendEntry] = {}
    for entry in entries:
        if meanings.setdefault(entry.symbol, entry) != entry:
            checked.doubts.append(kinds.LEGEND_MISMATCH.at(lambang=entry.symbol))
    used, unknown = _explain(checked, meanings)
    spare = [symbol for symbol in meanings if symbol not in used]
    checked.doubts += _runs_on([meanings[symbol].text for symbol in spare])
    wordy = [entry.symbol for entry in entries if not entry.is_constant]
    if unknown and spare and wordy:
        checked.doubts.append(kinds.LEGEND_MISMATCH.at(lambang=", ".join([*unknown, *spare][:6])))
    texts = [meanings[key].text.casefold() for key in used if meanings[key].text]
    if len(set(texts)) < len(texts):
        checked.doubts.append(kinds.LEGEND_MISMATCH.at(lambang=", ".join(sorted(used))))


def _explain(
    checked: CheckedReading, meanings: dict[str, LegendEntry]
) -> tuple[set[str], list[str]]:
    """Put meanings in the place of symbols; return what was used, and the symbols without one."""
    folded = {symbol.casefold(): symbol for symbol in meanings}
    constants: dict[int, Fraction] = {}
    used: set[str] = set()
    unknown: list[str] = []
    for index, symbol in enumerate(checked.symbols):
        key = symbol if symbol in meanings else folded.get(symbol.casefold(), "")
        if not key:
            if is_symbol(symbol):
                unknown.append(symbol)
            continue
        used.add(key)
        entry = meanings[key]
        if entry.is_constant and entry.number is not None:
            constants[index] = entry.number
        elif entry.text:
            checked.labels[index] = entry.text
    checked.tree = with_constants(checked.tree, constants)
    return used, unknown


def _runs_on(unused: list[str]) -> Iterator[Finding]:
    """Doubt where the meaning of a symbol the formula has not goes over into another formula."""
    factors = [pattern for pattern, sign in PATTERNS.operators if sign in "/*"]
    if any(pattern.search(text) for text in unused for pattern in factors):
        yield kinds.SEVERAL.at(banyak=2)


def _check_weights(checked: CheckedReading) -> None:
    points = [_POINTS.search(label) for label in checked.labels]
    if len(points) > 1 and sum(int(found[1]) for found in points if found) == HUNDRED:
        # "Skor A (40) + skor B (60)": weights, or the most that can be reached.
        checked.doubts.append(kinds.WEIGHTS_UNKNOWN.at(bobot=checked.labels[0]))
    total = doubtful_sum(checked.tree)
    if total is not None:
        checked.doubts.append(kinds.WORDS_WEIGHTS_SUM.at(jumlah=total))
    names = set(variables(checked.tree))
    for index, symbol in enumerate(checked.symbols):
        letter = symbol.casefold().rstrip("0123456789_")
        if symbol[:1].islower() and symbol[1:].isupper():
            letter = symbol[0]  # wA: the weight of A
        named = known().ukuran.bobot.anywhere.match(checked.labels[index]) is not None
        if placeholder(index) in names and (letter in known().ukuran.huruf_bobot.words or named):
            checked.doubts.append(kinds.WEIGHTS_UNKNOWN.at(bobot=symbol))
            break


def _check_factors(checked: CheckedReading) -> None:
    """Doubt two factors of scale in one product, a share of a quotient, and a number in a name."""
    for factors in _products(checked.tree):
        scales = [value for value in factors if _is_scale(value)]
        if len(scales) > 1:
            part = " x ".join(map(str, scales))
            checked.doubts.append(kinds.AMBIGUOUS_ORDER.at(bagian=part))
    factor = _outer_factor(checked.tree)
    if factor is not None and 0 < factor < 1 and quotient_of(checked.tree) is not None:
        checked.doubts.append(kinds.LOST_FRACTION.at(pengali=f"{factor * HUNDRED}%"))
    for node in walk(checked.tree):
        match node:
            case Binary(operator=BinaryOperator.DIVIDE, left=Number(value=value), right=below) if (
                value not in (1, HUNDRED) and variables(below)
            ):
                checked.doubts.append(kinds.UNCLEAR_PART.at(bagian=value))
            case Binary(
                operator=BinaryOperator.DIVIDE, left=Name(name=name), right=Number(value=value)
            ):
                part = checked.labels[int(name[1:])]
                counts = part.split(" ", 1)[0].casefold() in known().ukuran.cacah.words
                if _ENDS_IN_FIGURE.search(part) or value == 1 or not counts:
                    checked.doubts.append(kinds.WORDS_MISSING_OPERATOR.at(bagian=part))
            case _:
                pass


def _products(tree: Expression) -> Iterator[list[Fraction]]:
    """Yield the constants of each product in ``tree``, those above a bar and behind it."""
    match tree:
        case Binary(operator=BinaryOperator.MULTIPLY | BinaryOperator.DIVIDE):
            yield _constants(tree)
        case Binary(left=left, right=right):
            yield from _products(left)
            yield from _products(right)
        case _:
            return


def _constants(tree: Expression) -> list[Fraction]:
    match tree:
        case Number(value=value):
            return [value]
        case Binary(operator=BinaryOperator.MULTIPLY, left=left, right=right):
            return [*_constants(left), *_constants(right)]
        case Binary(operator=BinaryOperator.DIVIDE, left=left):
            return _constants(left)
        case _:
            return []


def _check_division(checked: CheckedReading, text: str) -> None:
    """Doubt a factor of 100 that multiplies no quotient, and a geometric mean without root."""
    tree = checked.tree
    if not any(isinstance(n, Binary) and n.operator is BinaryOperator.DIVIDE for n in walk(tree)):
        factor = _outer_factor(tree)
        if factor is not None and _is_scale(factor):
            checked.doubts.append(kinds.LOST_FRACTION.at(pengali=factor))
    roots = (Function.SQUARE_ROOT, Function.GEOMETRIC_MEAN)
    has_root = any(isinstance(n, Call) and n.function in roots for n in walk(tree))
    if known().pembuka.geometrik.anywhere.search(text) and not has_root:
        checked.doubts.append(kinds.ROOT_LOST.at())


def _outer_factor(tree: Expression) -> Fraction | None:
    match tree:
        case Binary(operator=BinaryOperator.MULTIPLY, left=Number(value=value)):
            return value
        case Binary(operator=BinaryOperator.MULTIPLY, right=Number(value=value)):
            return value
        case _:
            return None


def _is_scale(value: Fraction) -> bool:
    return value >= HUNDRED and str(value).strip("0") == "1"


def quotient_of(tree: Expression) -> tuple[Expression, Expression] | None:
    """Return numerator and denominator of a ratio, a factor outside left away."""
    while isinstance(tree, Binary) and tree.operator is BinaryOperator.MULTIPLY:
        if isinstance(tree.right, Number):
            tree = tree.left
        elif isinstance(tree.left, Number):
            tree = tree.right
        else:
            return None
    if isinstance(tree, Binary) and tree.operator is BinaryOperator.DIVIDE:
        if isinstance(tree.left, Number) or isinstance(tree.right, Number):
            return None
        left = quotient_factor(tree.left)
        return left, tree.right
    return None


def quotient_factor(tree: Expression) -> Expression:
    """Return ``tree`` without a constant it is multiplied by: ``A x 100`` above a bar."""
    if isinstance(tree, Binary) and tree.operator is BinaryOperator.MULTIPLY:
        if isinstance(tree.right, Number):
            return tree.left
        if isinstance(tree.left, Number):
            return tree.right
    return tree


def _words(tree: Expression, checked: CheckedReading) -> set[str]:
    labels = [checked.labels[int(name[1:])] for name in variables(tree)]
    return {word[:_STEM] for label in labels for word in content_words(label)}


def _check_ratio(checked: CheckedReading, nama: str | None) -> None:
    quotient = quotient_of(checked.tree)
    if quotient is None:
        return
    above, below = quotient
    if above == below:
        part = " ".join(checked.labels[int(name[1:])] for name in variables(above))
        checked.doubts.append(kinds.SAME_PARTS.at(bagian=part))
        return
    if not (isinstance(above, Name) and isinstance(below, Name)):
        return
    top, bottom = (checked.labels[int(side.name[1:])] for side in (above, below))
    inverted = _narrows(top, bottom)
    if nama and not inverted:
        named = {word[:_STEM] for word in content_words(nama)}
        over = len(named & _words(above, checked))
        under = len(named & _words(below, checked))
        # A rate per thousand or more is named after what is counted, which stands above.
        inverted = under > over and (under > 1 or _is_rate(checked.tree))
    if inverted:
        checked.doubts.append(kinds.INVERTED.at(pembilang=top, penyebut=bottom))


def _is_rate(tree: Expression) -> bool:
    factor = _outer_factor(tree)
    return factor is not None and factor > HUNDRED


def _narrows(top: str, bottom: str) -> bool:
    """Tell whether the denominator is a part of the numerator by its own words."""
    above, below = (set(content_words(label)) for label in (top, bottom))
    plain = bottom.casefold().split()
    if not above or not above < below or known().kata.penggabung.words & set(plain):
        return False
    more = " ".join(word for word in plain if word not in above)
    first = plain[0]
    whole = first in known().ukuran.seluruh.words - known().ukuran.cacah.words
    return not whole and any(word in known().ukuran.perinci.words for word in more.split())


def _check_name(checked: CheckedReading, nama: str) -> None:
    tree = checked.tree
    named = {word[:_STEM] for word in content_words(nama)}
    labels = [label for label in checked.labels if not is_symbol(label)]
    spoken = {word[:_STEM] for label in labels for word in content_words(label)}
    if labels and len(labels) == len(checked.labels) and named and not named & spoken:
        checked.doubts.append(kinds.OTHER_SUBJECT.at())
    _check_direction(checked, nama)
    quotient = quotient_of(tree)
    measure = known().pembuka.persen.leading.match(nama)
    if quotient is not None and measure and not _scaled(tree):
        checked.notes.append(kinds.NOT_TIMES_HUNDRED.at())


def _scaled(tree: Expression) -> bool:
    return any(isinstance(node, Number) and node.value >= HUNDRED for node in walk(tree))


def _check_direction(checked: CheckedReading, nama: str) -> None:
    """Doubt a change that runs against the name: "penurunan" computed as growth, or as a level."""
    previous = [
        node
        for node in walk(checked.tree)
        if isinstance(node, Call) and node.function is Function.PREVIOUS
    ]
    falling, rising = (
        known().ukuran.turun.anywhere.search(nama),
        known().ukuran.naik.anywhere.search(nama),
    )
    if not previous or not (falling or rising):
        return
    differences = [
        node
        for node in walk(checked.tree)
        if isinstance(node, Binary) and node.operator is BinaryOperator.SUBTRACT
    ]
    grows = any(isinstance(node.right, Call) for node in differences)
    said = falling or rising
    if said and (not differences or grows == bool(falling)):
        checked.doubts.append(kinds.OPPOSED_CHANGE.at(arah=said[0]))
