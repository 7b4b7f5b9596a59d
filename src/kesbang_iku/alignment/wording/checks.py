"""What a reading must stand: its legend, its weights, its name, and its own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kesbang_iku.alignment.wording.cursor import placeholder
from kesbang_iku.alignment.wording.labels import label_doubts
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.pieces import HUNDRED, is_symbol, read_figure
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known, starts_count
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
from kesbang_iku.formula.tree import is_quotient, replaced

_STEM: Final = 5
_ENDS_IN_FIGURE: Final = re.compile(r"\w\s+\d+$")
_POINTS: Final = re.compile(r"\((\d{1,2})\)$")
_FIGURE: Final = re.compile(r"(?<![\w.,])\d+[\d.,]*\d(?!\w)")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(slots=True)
class CheckedReading:
    """A tree with its constants, what its variables are called, and what was found about it."""

    tree: Expression
    symbols: list[str]
    labels: list[str]
    doubts: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)

    def label(self, name: str) -> str:
        """Return what the variable with this placeholder is called."""
        return self.labels[int(name[1:])]


def check_reading(
    tree: Expression,
    symbols: list[str],
    entries: Sequence[LegendEntry],
    nama: str | None,
    text: str,
    statement: str,
) -> CheckedReading | None:
    """Hold a reading against its legend, the name of the indicator, and itself.

    Nothing where all symbols turn out to be numbers. Of ``text`` the formula is ``statement``.
    """
    checked = CheckedReading(tree, symbols, list(symbols))
    checked.doubts += _legend(checked, entries)
    if not variables(checked.tree):
        return None
    checked.doubts += [
        *_years(checked),
        *_joined_counts(checked),
        *_weights(checked),
        *_factors(checked),
        *_division(checked, text),
        *_unaccounted(checked, statement),
        *_lost(checked, text),
        *_ratio(checked, _stems(nama or "")),
        *(_name(checked, nama) if nama else ()),
    ]
    scaled = any(isinstance(node, Number) and node.value >= HUNDRED for node in walk(checked.tree))
    measure = known().pembuka.persen.leading.match(nama or "")
    if measure and not scaled and quotient_of(checked.tree):
        checked.notes.append(kinds.NOT_TIMES_HUNDRED.at())
    return checked


def _legend(checked: CheckedReading, entries: Sequence[LegendEntry]) -> Iterator[Finding]:
    """Put meanings in the place of symbols, and doubt where both do not fit."""
    meanings: dict[str, LegendEntry] = {}
    for entry in entries:
        if meanings.setdefault(entry.symbol, entry) != entry:
            yield kinds.LEGEND_MISMATCH.at(lambang=entry.symbol)
    used, unknown = _explain(checked, meanings)
    spare = [symbol for symbol in meanings if symbol not in used]
    if any(PATTERNS.operates(meanings[symbol].text, "/*") for symbol in spare):
        # What a symbol that the formula has not means goes over into another formula.
        yield kinds.SEVERAL.at(banyak=2)
    if unknown and spare and not all(entry.is_constant for entry in entries):
        yield kinds.LEGEND_MISMATCH.at(lambang=", ".join([*unknown, *spare][:6]))
    yield from _meanings(checked, [meanings[key] for key in sorted(used) if meanings[key].text])
    texts = [meanings[key].text.casefold() for key in used if meanings[key].text]
    if len(set(texts)) < len(texts):
        yield kinds.LEGEND_MISMATCH.at(lambang=", ".join(sorted(used)))


def _meanings(checked: CheckedReading, entries: Sequence[LegendEntry]) -> Iterator[Finding]:
    """Hold what symbols mean to what names of quantities are held to, and to their numbers."""
    weights = {node.value for node in walk(checked.tree) if isinstance(node, Number)}
    for meant in entries:
        unread = meant.number is not None and meant.number not in weights
        if unread or PATTERNS.operates(meant.text, "+-*/"):
            yield kinds.UNCLEAR_PART.at(bagian=meant.text)
        doubts = label_doubts(meant.text)
        yield from (one for one in doubts if one.kind is not kinds.WORDS_MISSING_OPERATOR)


def _explain(
    checked: CheckedReading, meanings: dict[str, LegendEntry]
) -> tuple[set[str], list[str]]:
    """Put meanings in the place of symbols; return what was used, and the symbols without one."""
    folded = {symbol.casefold(): symbol for symbol in meanings}
    constants: dict[str, Expression] = {}
    used: set[str] = set()
    unknown: list[str] = []
    for index, symbol in enumerate(checked.symbols):
        key = symbol if symbol in meanings else folded.get(symbol.casefold(), "")
        if key:
            used.add(key)
            checked.labels[index] = meanings[key].text or symbol
            number = meanings[key].number
            if number is not None and not meanings[key].text:
                constants[placeholder(index)] = Number(number)
        elif is_symbol(symbol):
            unknown.append(symbol)
    checked.tree = replaced(checked.tree, constants)
    return used, unknown


def _years(checked: CheckedReading) -> Iterator[Finding]:
    plain = " ".join(PATTERNS.bound.sub(" ", label) for label in checked.labels)
    if len(set(_YEAR.findall(plain))) > 1:
        yield kinds.UNCLEAR_PART.at(bagian=", ".join(checked.labels)[:60])


def _joined_counts(checked: CheckedReading) -> Iterator[Finding]:
    """Doubt a label in which a second count begins: ``A selesai dan jumlah A dimediasi``.

    A part of a year is no quantity: ``jumlah kegiatan semester I ditambah semester II``.
    """
    for label in checked.labels:
        words = label.casefold().split()
        for joint, count in pairwise(words):
            if joint in known().kata.penggabung.words and count in known().ukuran.cacah.words:
                yield kinds.UNCLEAR_PART.at(bagian=label)
                break
        match words:
            case [unit, _] if unit in known().waktu.satuan.words:
                yield kinds.UNCLEAR_PART.at(bagian=label)


def _weights(checked: CheckedReading) -> Iterator[Finding]:
    points = [_POINTS.search(label) for label in checked.labels]
    if len(points) > 1 and sum(int(found[1]) for found in points if found) == HUNDRED:
        # "Skor A (40) + skor B (60)": weights, or the most that can be reached.
        yield kinds.WEIGHTS_UNKNOWN.at(bobot=checked.labels[0])
    total = doubtful_sum(checked.tree)
    if total is not None:
        yield kinds.WORDS_WEIGHTS_SUM.at(jumlah=total)
    for name in variables(checked.tree):
        symbol = checked.symbols[int(name[1:])]
        of = symbol[:1].islower() and symbol[1:].isupper()  # wA: the weight of A
        letter = symbol[0] if of else symbol.casefold().rstrip("0123456789_")
        named = known().ukuran.bobot.anywhere.match(checked.label(name))
        if letter in known().ukuran.huruf_bobot.words or named:
            yield kinds.WEIGHTS_UNKNOWN.at(bobot=symbol)
            return
    yield from _summed_weights(checked)


def _summed_weights(checked: CheckedReading) -> Iterator[Finding]:
    """Doubt a product with a sum of weights: ``Jumlah bobot x nilai`` sums the products."""
    for node in walk(checked.tree):
        match node:
            case Binary(BinaryOperator.MULTIPLY, Name(name=left), Name(name=right)):
                for label in map(checked.label, (left, right)):
                    counted = label.split(" ", 1)[-1]
                    if starts_count(label) and known().ukuran.bobot.anywhere.match(counted):
                        yield kinds.WEIGHTS_UNKNOWN.at(bobot=label)
            case _:
                pass


def _factors(checked: CheckedReading) -> Iterator[Finding]:
    """Doubt two factors of scale in one product, a share of a quotient, and bare numbers.

    A quotient of a share and a whole is that share itself, whose hundred got lost.
    """
    for node in filter(is_quotient, walk(checked.tree)):
        if isinstance(node.left, Name) and isinstance(node.right, Name):
            share = known().pembuka.persen.leading.match(checked.label(node.left.name))
            if share and _is_whole(checked.label(node.right.name)):
                yield kinds.LOST_FRACTION.at(pengali=HUNDRED)
    for factors in _products(checked.tree):
        scales = [value for value in factors if _is_scale(value)]
        if len(scales) > 1:
            yield kinds.AMBIGUOUS_ORDER.at(bagian=" x ".join(map(str, scales)))
    factor, _ = factored(checked.tree)
    if factor is not None and 0 < factor < 1 and quotient_of(checked.tree):
        yield kinds.LOST_FRACTION.at(pengali=f"{factor * HUNDRED}%")
    yield from _bare_numbers(checked)


def _bare_numbers(checked: CheckedReading) -> Iterator[Finding]:
    """Doubt a numerator or denominator that is but a number, save over a total.

    ``100% - A / B`` takes a share of one from a hundred.
    """
    for node in walk(checked.tree):
        match node:
            case Binary(BinaryOperator.SUBTRACT, Number(value=value), right) if value == HUNDRED:
                if quotient_of(right) and factored(right)[0] is None:
                    yield kinds.LOST_FRACTION.at(pengali=HUNDRED)
            case _:
                pass
    for node in filter(is_quotient, walk(checked.tree)):
        match node.left, node.right:
            case Number(value=value), below if value not in (1, HUNDRED) and variables(below):
                yield kinds.UNCLEAR_PART.at(bagian=value)
            case Name(name=name), Number(value=value):
                part = checked.label(name)
                joined = not known().kata.penggabung.words.isdisjoint(part.casefold().split())
                named = starts_count(part) and not joined and value != 1
                if _ENDS_IN_FIGURE.search(part) or not named:
                    yield kinds.WORDS_MISSING_OPERATOR.at(bagian=part)
            case _:
                pass


def _unaccounted(checked: CheckedReading, statement: str) -> Iterator[Finding]:
    """Doubt what a statement says and the reading does not: a number, a bound, a percentage.

    Numbers of one digit stand in front of the entries of lists, or say which period is meant.
    """
    name, equals, said = statement.rpartition("=")
    said = _YEAR.sub(" ", said if equals else statement)
    kept = " ".join((*checked.symbols, *checked.labels)).casefold()
    values = {node.value for node in walk(checked.tree) if isinstance(node, Number)}
    values |= {value * HUNDRED for value in values}
    figures = _FIGURE.findall(PATTERNS.multiple.sub(" ", said))
    unread = [one for one in figures if read_figure(one)[0] not in values]
    for part in (*unread, *known().kata.pembanding.anywhere.findall(said)):
        if part.casefold() not in kept:
            yield kinds.UNCLEAR_PART.at(bagian=part)
    match quotient_of(checked.tree):
        case _, below:
            percent = None if name else known().pembuka.persen.leading.match(said)
            lost = percent is not None and percent[0].strip().casefold() not in kept
            if lost and max(values, default=0) < HUNDRED:
                yield kinds.LOST_FRACTION.at(pengali=HUNDRED)
            label = checked.label(below.name) if isinstance(below, Name) else ""
            if PATTERNS.counted_remark.search(label):
                yield kinds.UNCLEAR_PART.at(bagian=label)
        case _:
            pass


def _lost(checked: CheckedReading, text: str) -> Iterator[Finding]:
    """Doubt a condition, a word that changes what is counted in no label, and counts for each.

    A word that computes, or for a time gone by, is doubted in a label, where it was not read.

    In front of the formula such words belong to the name of what it computes.
    """
    told = [one.casefold() for one in (*checked.labels, *checked.symbols)]
    said = text.casefold()
    said = said[max(0, said.find(checked.symbols[0].casefold())) :]
    whole = all(one in said for one in told)
    labels = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    rest = re.sub(rf"(?<!\w)(?:{labels})(?!\w)", " ", said)
    lost = known().kata.pengubah.anywhere.findall(rest)
    unread = (part for part in lost if whole or not any(part in one for one in told))
    operations = (known().kata.hitungan.anywhere, known().waktu.dahulu.anywhere)
    hidden = (part for one in told for found in operations for part in found.findall(one))
    for part in (*known().kata.pengandaian.anywhere.findall(said), *unread, *hidden):
        yield kinds.UNCLEAR_PART.at(bagian=part)
    yield from (kinds.UNCLEAR_PART.at(bagian=one) for one in told if PATTERNS.set_apart.search(one))
    yield from _each(checked)


def _each(checked: CheckedReading) -> Iterator[Finding]:
    """Doubt a count for each of something, and a denominator that alone is for each."""
    each = known().kata.masing.words
    match quotient_of(checked.tree):
        case Name(name=above), Name(name=below):
            top, bottom = checked.label(above), checked.label(below)
            if each & {*bottom.casefold().split()} - {*top.casefold().split()}:
                yield kinds.UNCLEAR_PART.at(bagian=bottom)
        case _:
            words = checked.labels[0].casefold().split()
            periods = known().waktu.satuan.words
            counted = isinstance(checked.tree, Name)
            if counted and any(a in each and b not in periods for a, b in pairwise(words)):
                yield kinds.UNCLEAR_PART.at(bagian=checked.labels[0])


def _products(tree: Expression) -> Iterator[list[Fraction]]:
    """Yield the constants of each product in ``tree``, those above a bar and behind it."""
    match tree:
        case Binary(operator=BinaryOperator.MULTIPLY | BinaryOperator.DIVIDE):
            yield _constants(tree)
        case Binary(left=left, right=right):
            yield from (*_products(left), *_products(right))
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


def _division(checked: CheckedReading, text: str) -> Iterator[Finding]:
    """Doubt a factor of 100 on what is no part of anything, and a geometric mean without root."""
    nodes = [*walk(checked.tree)]
    factor, _ = factored(checked.tree)
    quotients = [node for node in nodes if is_quotient(node)]
    over = [node.left for node in quotients if isinstance(node.left, Name)]
    counted = any(starts_count(checked.label(name.name)) for name in over)
    parted = any(variables(node.right) for node in quotients) or (bool(quotients) and not counted)
    roots = {node.function for node in nodes if isinstance(node, Call)}
    roots &= {Function.SQUARE_ROOT, Function.GEOMETRIC_MEAN}
    # The geometric mean of shares is a share again: the human development index.
    parted = parted or Function.GEOMETRIC_MEAN in roots
    if factor is not None and _is_scale(factor) and not parted:
        yield kinds.LOST_FRACTION.at(pengali=factor)
    if known().pembuka.geometrik.anywhere.search(text) and not roots:
        yield kinds.ROOT_LOST.at()


def factored(tree: Expression) -> tuple[Fraction | None, Expression]:
    """Return the constant that ``tree`` is multiplied by, and what it multiplies."""
    match tree:
        case Binary(operator=BinaryOperator.MULTIPLY, left=Number(value=value), right=rest):
            return value, rest
        case Binary(operator=BinaryOperator.MULTIPLY, right=Number(value=value), left=rest):
            return value, rest
        case _:
            return None, tree


def _is_scale(value: Fraction) -> bool:
    return value >= HUNDRED and str(value).strip("0") == "1"


def quotient_of(tree: Expression) -> tuple[Expression, Expression] | None:
    """Return numerator and denominator of a ratio, constant factors left away."""
    factor, rest = factored(tree)
    while factor is not None:
        tree = rest
        factor, rest = factored(tree)
    if not is_quotient(tree) or isinstance(tree.left, Number) or isinstance(tree.right, Number):
        return None
    return factored(tree.left)[1], tree.right


def _stems(*texts: str) -> set[str]:
    return {word[:_STEM] for text in texts for word in content_words(text)}


def _ratio(checked: CheckedReading, named: set[str]) -> Iterator[Finding]:
    """Doubt a ratio of one and the same, and one turned over by its own words or by its name."""
    match quotient_of(checked.tree):
        case above, below if above == below:
            yield kinds.SAME_PARTS.at(bagian=" ".join(map(checked.label, variables(above))))
        case Name(name=over), Name(name=under):
            top, bottom = checked.label(over), checked.label(under)
            above_named, below_named = (len(named & _stems(label)) for label in (top, bottom))
            factor, _ = factored(checked.tree)
            # A rate per thousand or more is named after what is counted, which stands above.
            surely = below_named > 1 or (factor is not None and factor > HUNDRED)
            turned = below_named > above_named and surely and not _is_whole(bottom)
            if _narrows(top, bottom) or turned:
                yield kinds.INVERTED.at(pembilang=top, penyebut=bottom)
        case _:
            pass


def _narrows(top: str, bottom: str) -> bool:
    """Tell whether the denominator is a part of the numerator by its own words."""
    above, below = (set(content_words(label)) for label in (top, bottom))
    plain = bottom.casefold().split()
    if not above or not above < below or not known().kata.penggabung.words.isdisjoint(plain):
        return False
    narrow = not known().ukuran.perinci.words.isdisjoint(set(plain) - above)
    return narrow and not _is_whole(bottom)


def _is_whole(label: str) -> bool:
    """Tell whether a measure is said to be the whole: ``seluruh A``, ``jumlah seluruh A``."""
    first = label.casefold().split()[:2]
    return not (known().ukuran.seluruh.words - known().ukuran.cacah.words).isdisjoint(first)


def _name(checked: CheckedReading, nama: str) -> Iterator[Finding]:
    """Doubt a formula of another subject, and a change that runs against the name.

    "Penurunan" computed as growth, or as a level.
    """
    named, spoken = _stems(nama), _stems(*checked.labels)
    if named and named.isdisjoint(spoken) and not any(map(is_symbol, checked.labels)):
        yield kinds.OTHER_SUBJECT.at()
    nodes = [*walk(checked.tree)]
    changes = any(isinstance(n, Call) and n.function is Function.PREVIOUS for n in nodes)
    falling = known().ukuran.turun.anywhere.search(nama)
    said = falling or known().ukuran.naik.anywhere.search(nama)
    if not changes or not said:
        return
    differences = [
        n for n in nodes if isinstance(n, Binary) and n.operator is BinaryOperator.SUBTRACT
    ]
    grows = any(isinstance(node.right, Call) for node in differences)
    if not differences or grows == bool(falling):
        yield kinds.OPPOSED_CHANGE.at(arah=said[0])
