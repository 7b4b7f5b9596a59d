"""From a text without legend to its statements, and each statement to a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.cursor import UnreadableError, placeholder, times
from kesbang_iku.alignment.wording.drafts import Draft, read_expression
from kesbang_iku.alignment.wording.periods import mark_periods
from kesbang_iku.alignment.wording.pieces import HUNDRED, Kind, Piece, is_scale, is_symbol
from kesbang_iku.alignment.wording.splitting import Relation, split
from kesbang_iku.alignment.wording.vocabulary import (
    PATTERNS,
    content_words,
    known,
    starts_count,
    starts_measure,
)
from kesbang_iku.alignment.wording.weighted_lists import weighted_names
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    Number,
    evaluate,
)
from kesbang_iku.formula.tree import is_quotient

_SENTENCE: Final = re.compile(
    r"(?<=[a-z)%0-9])(?<!\.[a-z])\.\s+(?=[A-Z(])|(?<=[a-z)%])\.(?=[A-Z][a-z])"
)
_SIGNS: Final = re.compile(
    r"[+×÷√Σ]|\S\s*\*\s*\S|\s/|/\s|\)\s*[:/]|\s:\s|\b[A-Za-z]\s?/\s?[A-Za-z]\b|\w=|=\s*\S"
    r"|\s[xX]\s*[\d(]|[xX]\s?100|\d\s*%?\s*[xX]\s|\?\s*[A-Za-z(]"
)
_LETTERS_OF_A_SYMBOL: Final = 2
_POINTS: Final = ((3, 7, 11, 13), (17, 5, 29, 2), (23, 41, 19, 31))
_INSIDE_NAMES: Final = frozenset({Kind.WORD, Kind.GLUE, Kind.COMMA})
_LOST_PERIOD: Final = re.compile(r"\b[nt]\s*\?\s*1\b", re.IGNORECASE)
_NEW_LINE: Final = re.compile(r"[^\s(/:x×*+÷=-]\s*\n\s*(?=[A-Z(])")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One statement: its text, its draft or why there is none, and what kind it seems to be."""

    text: str
    draft: Draft | None
    failure: Finding | None
    is_mathematical: bool
    is_count: bool = False
    in_words: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether it was read and nothing about it is doubted."""
        return self.draft is not None and not self.draft.doubts


def statements_of(body: str) -> list[str]:
    """Return the statements of a text: what headings and sentences separate."""
    parts = [
        sentence for part in PATTERNS.heading.split(body) for sentence in _SENTENCE.split(part)
    ]
    return [part.strip() for part in parts if part.strip()]


def read_statement(text: str) -> Attempt:
    """Read one statement; the attempt says what came of it."""
    text = PATTERNS.result_of.sub(r"(\g<sum>) ", PATTERNS.new_step.sub(" ", text), count=1)
    flat = PATTERNS.called_factor.sub("", _with_figures(one_line(text)))
    weighted = weighted_names(flat)
    if weighted is not None:
        return Attempt(text, weighted, None, is_mathematical=True)
    unitless = _without_percent_unit(flat)
    opened, pieces, doubts = _split(mark_periods(unitless), in_percent=unitless != flat)
    mathematical = _is_mathematical(flat, pieces, opened)
    try:
        result = _right_side(pieces, opened)
    except UnreadableError as error:
        return Attempt(text, None, error.finding, is_mathematical=mathematical)
    if opened.percent and not mathematical and not result.has_division:
        return Attempt(text, None, None, is_mathematical=False)
    mathematical = mathematical or _has_operation(result)
    result.doubts[:0] = doubts
    result.doubts += _doubts(text, flat, pieces, opened, result)
    count = opened.counts and is_one_measure(result.tree)
    if isinstance(result.tree, Name) and any(piece.kind is Kind.EQUALS for piece in pieces):
        # "A = words" explains A; it computes nothing unless the words count something.
        mathematical = False
        count = starts_count(result.labels[0])
    in_words = opened.divides or any(p.divides and p.end - p.start > 1 for p in pieces)
    return Attempt(
        text, result, None, is_mathematical=mathematical, is_count=count, in_words=in_words
    )


def _split(text: str, *, in_percent: bool) -> tuple[_Opened, list[Piece], list[Finding]]:
    """Return a statement without the words in front of it, its pieces, and what is doubtful."""
    opened = _opened(text, in_percent=in_percent)
    pieces, doubts = split(opened.text, opened.relation)
    if opened.unopened and _names_a_term(pieces):
        opened = replace(opened, text=opened.unopened, percent=False, relation=Relation.NONE)
        pieces, doubts = split(opened.text, opened.relation)
    return opened, pieces, doubts


def _doubts(
    text: str, flat: str, pieces: list[Piece], opened: _Opened, result: Draft
) -> Iterator[Finding]:
    """Doubt what was lost, what may be two things, and what may be but a name."""
    if _LOST_PERIOD.search(flat):
        yield kinds.LOST_SIGN.at(bagian=flat[:60])
    if _is_mathematical(flat, pieces, opened) and _NEW_LINE.search(text.strip()):
        yield kinds.WORDS_MISSING_OPERATOR.at(bagian=flat[:60])
    if result.has_division and _is_in_a_name(pieces):
        yield kinds.UNCLEAR_PART.at(bagian=flat[:60])
    if opened.unsaid:
        yield kinds.AMBIGUOUS_ORDER.at(bagian=flat[:60])
    label = result.labels[0] if is_one_measure(result.tree) else ""
    if _names_two(label):
        yield kinds.WORDS_MISSING_OPERATOR.at(bagian=label[:60])
    # A colon behind a percentage divides, or what stands in front is but a name.
    colon = any(p.kind is Kind.OPERATOR and opened.text[p.start : p.end] == ":" for p in pieces)
    measured = starts_measure(pieces[0].text) or opened.in_percent
    if colon and opened.relation is Relation.SHARE and not measured:
        yield kinds.AMBIGUOUS_ORDER.at(bagian=opened.text[:60])


def _names_two(label: str) -> bool:
    """Tell whether a measure names a second one: ``Jumlah A dan jumlah B``, or its own whole.

    ``Ormas aktif dari semua ormas`` may be a share.
    """
    if PATTERNS.second_count.search(label):
        return True
    part, _, whole = PATTERNS.of_whole.sub("\n", label, count=1).partition("\n")
    return not set(content_words(part)).isdisjoint(content_words(whole))


def _is_in_a_name(pieces: list[Piece]) -> bool:
    """Tell whether an equals sign may be a name's: ``jumlah ormas dengan status = aktif / ...``.

    What counts is no quotient, and a quotient starts with a measure.
    """
    equals = next((i for i, piece in enumerate(pieces) if piece.kind is Kind.EQUALS), 0)
    behind = pieces[equals + 1] if equals else pieces[0]
    measure = starts_measure(behind.text) or is_symbol(behind.text)
    return (
        bool(equals) and starts_count(pieces[0].text) and behind.kind is Kind.WORD and not measure
    )


def _without_percent_unit(text: str) -> str:
    """Return ``text`` without the words at its end that its result is in percent."""
    unit = PATTERNS.percent_unit.search(text)
    inside = unit and PATTERNS.percent_unit_inside.search(text[: unit.start()])
    return text[: unit.start()] if unit and not inside else text


def is_one_measure(tree: Expression) -> bool:
    """Tell whether a measure stands alone, of this period or of the one before."""
    if isinstance(tree, Call) and tree.function is Function.PREVIOUS:
        tree = tree.arguments[0]
    return isinstance(tree, Name)


def _names_a_term(pieces: list[Piece]) -> bool:
    """Tell whether the "persentase" in front belongs to the first of several measures.

    A sum of percentages, or a second measure that is one: ``Persentase A - persentase B``.
    """
    depth = 0
    for index, piece in enumerate(pieces):
        depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
        if piece.kind is not Kind.OPERATOR or depth:
            continue
        behind = pieces[index + 1] if index + 1 < len(pieces) else piece
        if piece.text in "+-" or known().pembuka.persen.leading.match(behind.text):
            return True
    return False


def _with_figures(text: str) -> str:
    """Return ``text`` with numbers for words where something is multiplied or divided by them."""

    def value(word: str) -> str:
        return str(PATTERNS.numbers[one_line(word).casefold()].nilai)

    def figure(match: re.Match[str]) -> str:
        if PATTERNS.numbers[one_line(match[0]).casefold()].per:
            return f"per {value(match[0])}"
        factor = PATTERNS.before_figure.search(text[: match.start()])
        return value(match[0]) if factor else match[0]

    def multiplied(match: re.Match[str]) -> str:
        return str(int(match["figure"]) * PATTERNS.multiples[match["word"].casefold()].nilai)

    def once(match: re.Match[str]) -> str:
        again = match["again"] or value(match["word"])
        return match["figure"] + (match["unit"] or "") if again == match["figure"] else match[0]

    text = PATTERNS.multiple.sub(multiplied, text)
    return PATTERNS.repeated_figure.sub(once, PATTERNS.number_words.sub(figure, text))


def _has_operation(result: Draft) -> bool:
    """Tell whether the draft computes; a hyphen only does so between names of measures."""
    tree = result.tree
    if not isinstance(tree, Binary):
        return not is_one_measure(tree)
    if tree.operator is not BinaryOperator.SUBTRACT:
        return True
    first = result.labels[0] if result.labels else ""
    if isinstance(tree.right, Name) and first.isupper() and len(first) > _LETTERS_OF_A_SYMBOL:
        # "IDI - Indeks Demokrasi Indonesia" is an acronym and its words.
        return all(is_symbol(label) for label in result.labels)
    return all(is_symbol(label) or starts_measure(label) for label in result.labels)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A statement without the words in front of its formula, and what these words said."""

    text: str
    percent: bool = False
    share: bool = False
    relation: Relation = Relation.NONE
    divides: bool = False
    unsaid: bool = False
    counts: bool = False
    in_percent: bool = False
    unopened: str = ""


def _opened(text: str, *, in_percent: bool) -> _Opened:
    """Take the words off that stand in front of a formula, which may be said to be in percent."""
    found = _opening_of(_without_preamble(text))
    share = in_percent and found.relation is Relation.NONE
    relation = Relation.SHARE if share else found.relation
    return replace(found, relation=relation, in_percent=in_percent)


def _opening_of(text: str) -> _Opened:
    if "=" in text:
        return _Opened(text, counts=starts_count(text))
    counting = known().pembuka.menjumlahkan.leading.match(text)
    if counting:
        return _Opened(text[counting.end() :].strip(" :") or text, counts=True)
    pair = known().pembuka.membagi.leading.match(text)
    paired = _paired(text[pair.end() :], pair[0], percent=False) if pair else None
    return _share_of(text) or paired or _Opened(text, counts=starts_count(text))


def _without_preamble(text: str) -> str:
    """Drop what leads to a formula, and the name of the measure in front of what it is."""
    for _ in range(3):
        opening = known().pembuka.awalan.leading.match(text)
        counts = known().pembuka.menjumlahkan.leading.match(text)
        if not opening or counts or opening.end() >= len(text):
            break
        text = text[opening.end() :].lstrip(" :")
    named = PATTERNS.named_before.match(text) or PATTERNS.named_with_colon.match(text)
    return text[named.end() :] if named else text


def _share_of(text: str) -> _Opened | None:
    """Take ``Persentase`` off a text, or what else says that a share follows."""
    share = known().pembuka.proporsi.leading.match(text)
    opening = share or known().pembuka.persen.leading.match(text)
    if not opening:
        return None
    rest = text[opening.end() :].lstrip()
    if rest.startswith((":", "(")):
        return None
    words = opening[0].casefold().split()
    pair = known().pembuka.membagi.leading.match(rest)
    if pair or not known().pembuka.berbanding.words.isdisjoint(words):
        said = opening[0] + (pair[0] if pair else "")
        return _paired(rest[pair.end() :] if pair else rest, said, percent=True)
    relation = Relation.PAIR if words[-1] in known().pembuka.berpasangan.words else Relation.SHARE
    return _Opened(rest, percent=True, share=bool(share), relation=relation, unopened=text)


def _says_no_order(opening: str, separator: str, sides: tuple[str, str]) -> bool:
    """Tell whether two things are only set beside each other: ``membandingkan A dan B``.

    They are divided for certain where both are measures, and comparing says which is over which.
    """
    scaled = PATTERNS.scaled.search(sides[1]) is not None
    measured = all(map(starts_measure, sides))
    symbols = all(is_symbol(side.split("(")[0].strip()) for side in sides)
    joined = separator.casefold() in known().kata.penggabung.words
    compares = known().pembuka.membandingkan.anywhere.search(opening) is not None
    if not measured and (compares or not symbols):
        return compares or joined
    counted = all(starts_count(side.strip(" (")) for side in sides)
    return compares and not scaled and (joined or not counted)


def _paired(text: str, opening: str, *, percent: bool) -> _Opened:
    """Put a division between the two measures of ``membagi A dengan B``."""
    for separator in PATTERNS.pair_separators:
        places = list(separator.finditer(text))
        sure = [place for place in places if starts_measure(text[place.end() :].lstrip())]
        chosen = sure if len(sure) == 1 else places
        if len(chosen) == 1:
            left, right = text[: chosen[0].start()], text[chosen[0].end() :]
            unsaid = _says_no_order(opening, chosen[0][0], (left, right))
            return _Opened(f"{left} ÷ {right}", percent=percent, divides=True, unsaid=unsaid)
        if len(places) > 1:
            break
    return _Opened(text, percent=percent, relation=Relation.PAIR)


def _is_mathematical(text: str, pieces: list[Piece], opened: _Opened) -> bool:
    kinds = {piece.kind for piece in pieces}
    operators = {p.text for p in pieces if p.kind is Kind.OPERATOR}
    # A hyphen alone is punctuation as often as it is a minus.
    return bool(
        opened.divides or _SIGNS.search(text) or operators - {"-"} or Kind.RATE in kinds
    ) or ("-" in operators and "\ue001" in "".join(p.text for p in pieces))


def _right_side(pieces: list[Piece], opened: _Opened) -> Draft:
    """Read what stands behind the equals sign, if there is one.

    Raises:
        UnreadableError: it is no formula, or there are several.
    """
    limit = known().batas.potongan.nilai
    if len(pieces) > limit:
        raise UnreadableError(kinds.WORDS_TOO_LONG.at(ada=len(pieces), batas=limit))
    places = [i for i, piece in enumerate(pieces) if piece.kind is Kind.EQUALS]
    if len(places) > 1:
        raise UnreadableError(kinds.SEVERAL.at(banyak=len(places)))
    left, right = (pieces[: places[0]], pieces[places[0] + 1 :]) if places else ([], pieces)
    if not right or any(_is_operation(left, index) for index in range(len(left))):
        raise UnreadableError(kinds.INCOMPLETE.at(bagian=opened.text[:60]))
    return _times_hundred(_balanced(right, opened.text), right, opened)


def _is_operation(left: list[Piece], index: int) -> bool:
    """Tell whether a piece in front of an equals sign computes; a slash in a name does not."""
    piece = left[index]
    if piece.kind is not Kind.OPERATOR or piece.text not in "*/+":
        return False
    around = left[max(0, index - 1) : index + 2]
    named = piece.text == "/" and [found.kind for found in around[::2]] == [Kind.WORD] * 2
    touching = around[0].end == piece.start and piece.end == around[-1].start
    return not (named and touching and not all(is_symbol(w.text) for w in around[::2]))


def _times_hundred(result: Draft, pieces: list[Piece], opened: _Opened) -> Draft:
    """Multiply by 100 where the text says "persentase" of one measure over another."""
    scaled = any(map(is_scale, pieces))
    if scaled or not (opened.percent or opened.in_percent) or not result.has_division:
        return result
    divided = is_quotient(result.tree)
    left_open = opened.share or (opened.in_percent and not divided)
    said = opened.divides or opened.in_percent or _is_relation(pieces, opened.text)
    if left_open or (divided and not said):
        result.doubts.append(kinds.LOST_FRACTION.at(pengali="100"))
    if divided and not left_open:
        result.tree = times(result.tree, Number(Fraction(HUNDRED)))
    return result


def _is_relation(pieces: list[Piece], text: str) -> bool:
    """Tell whether the one division is a word that relates a part to its whole."""
    words = known().operasi
    relations = {*words.terhadap.isi, *words.dari.isi, *words.per.isi, *words.banding.isi}
    signs = [text[p.start : p.end] for p in pieces if p.kind is Kind.OPERATOR]
    found = [sign.casefold().strip(" ,-") for sign in signs]
    return len(found) == 1 and found[0] in relations


def _balanced(pieces: list[Piece], statement: str) -> Draft:
    """Read the pieces of a statement as an expression; one parenthesis may be missing.

    Raises:
        UnreadableError: they are none.
    """
    depth = 0
    for index, piece in enumerate(pieces):
        depth += _step(piece)
        if depth < 0:
            added = Kind.OPEN, range(index)
            break
    else:
        if depth == 0:
            return read_expression(pieces, statement)
        opening = max(i for i, piece in enumerate(pieces) if piece.kind is Kind.OPEN)
        added = Kind.CLOSE, range(opening + 2, len(pieces) + 1)
    found = list(_completed(pieces, *added, statement))
    if not found:
        raise UnreadableError(kinds.UNBALANCED.at())
    # Of readings that are the same function the one without a doubt of its own is taken.
    best = min(found, key=lambda candidate: len(candidate.doubts))
    if all(_same(found[0], other) for other in found[1:]):
        best.notes.append(kinds.PARENTHESIS_ADDED.at())
    else:
        best.doubts.append(kinds.UNBALANCED.at())
    return best


def _step(piece: Piece) -> int:
    return (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)


def _completed(pieces: list[Piece], kind: Kind, places: range, statement: str) -> Iterator[Draft]:
    """Yield the readings with a parenthesis added, one for each place it may stand at."""
    if abs(sum(map(_step, pieces))) != 1:
        return
    for place in places:
        if _splits_a_name(pieces, place):
            continue
        at = pieces[place].start if place < len(pieces) else pieces[-1].end
        added = Piece(kind, kind.value, at, at)
        try:
            yield read_expression([*pieces[:place], added, *pieces[place:]], statement)
        except UnreadableError:
            continue


def _splits_a_name(pieces: list[Piece], place: int) -> bool:
    return (
        0 < place < len(pieces)
        and pieces[place - 1].kind in _INSIDE_NAMES
        and pieces[place].kind in {*_INSIDE_NAMES, Kind.NUMBER}
    )


def _same(first: Draft, second: Draft) -> bool:
    """Tell whether two drafts of one text are the same function of the same labels."""
    if first.labels != second.labels:
        return False
    names = [placeholder(index) for index in range(len(first.labels))]
    for point in _POINTS:
        now = {name: Fraction(point[i % len(point)] + 43 * i) for i, name in enumerate(names)}
        before = {name: value + 1 for name, value in now.items()}
        if evaluate(first.tree, now, before) != evaluate(second.tree, now, before):
            return False
    return True
