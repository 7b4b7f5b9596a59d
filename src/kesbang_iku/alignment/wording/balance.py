"""Statements with one parenthesis too few: where the lost one may stand, and whether it matters."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku.alignment.wording.cursor import UnreadableError, placeholder
from kesbang_iku.alignment.wording.drafts import Draft, read_expression
from kesbang_iku.alignment.wording.pieces import Kind, Piece
from kesbang_iku.findings import kinds
from kesbang_iku.formula import evaluate

_POINTS: Final = ((3, 7, 11, 13), (17, 5, 29, 2), (23, 41, 19, 31))
_INSIDE_NAMES: Final = frozenset({Kind.WORD, Kind.GLUE, Kind.COMMA})


def balanced(pieces: list[Piece], statement: str) -> Draft:
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
