"""From a statement to its pieces; which words and signs in it are operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from fractions import Fraction
from typing import Final

from kesbang_iku.alignment.wording.pieces import (
    BEFORE,
    NOW,
    OPERAND_ENDS,
    OPERAND_STARTS,
    Kind,
    Piece,
    is_scale,
    is_symbol,
    read_figure,
)
from kesbang_iku.alignment.wording.signs import with_signs
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.findings import Finding, kinds

_SCAN: Final = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<ellipsis>…|\.{3,})"
    r"|(?P<factor>[xX](?=10+(?:[.,]0+)*(?!\w)))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<sum>Σ)"
    rf"|(?P<word>[^\W\d]\w*|[{NOW}{BEFORE}])"
    r"|(?P<times>\*+|×)|(?P<divide>÷)|(?P<plus>\+)"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>,)|(?P<semi>;)|(?P<equals>=)|(?P<lost>\?)"
    r"|(?P<root>√)"
    r"|(?P<undecided>[-/:%])|(?P<glue>[.&#_])|(?P<strange>(?s:.))"
)
_GLUED_FACTOR: Final = re.compile(r"(?P<name>[A-Z]{2,}|[^\W\d_]{3,})[xX](?P<factor>10+)")
_SIMPLE: Final = {
    "times": (Kind.OPERATOR, "*"),
    "divide": (Kind.OPERATOR, "/"),
    "plus": (Kind.OPERATOR, "+"),
    "open": (Kind.OPEN, "("),
    "close": (Kind.CLOSE, ")"),
    "comma": (Kind.COMMA, ","),
    "semi": (Kind.SEMICOLON, ";"),
    "equals": (Kind.EQUALS, "="),
    "lost": (Kind.LOST, "?"),
    "sum": (Kind.SUM, "Σ"),
    "root": (Kind.ROOT, "√"),
    "ellipsis": (Kind.ELLIPSIS, "..."),
}


class Relation(Enum):
    """What the words in front of a statement say about relating one measure to another."""

    NONE = "none"
    SHARE = "share"
    """``Persentase …``: a share of something, which need not be said."""
    PAIR = "pair"
    """``Persentase dari …``, ``Rasio …``: two measures follow."""


def split(statement: str, relation: Relation) -> tuple[list[Piece], list[Finding]]:
    """Return the pieces of ``statement``, and what is doubtful about them.

    Args:
        statement: one statement, without heading and legend.
        relation: what stood in front of it.
    """
    doubts: list[Finding] = []
    pieces = list(_scan(statement, doubts))
    pieces = _merged_division(_with_x(pieces, doubts))
    pieces = with_signs(pieces, statement, doubts)
    pieces = _with_relations(pieces, relation)
    return _merged_division(pieces), doubts


def _word_operators(statement: str) -> dict[int, tuple[int, str]]:
    found: dict[int, tuple[int, str]] = {}
    for pattern, sign in PATTERNS.operators:
        for match in pattern.finditer(statement):
            before, behind = statement[: match.start()], statement[match.end() :]
            is_times = match[0].strip().casefold() in known().operasi.kali_angka.words
            if is_times and not re.match(r"\s*[\d(]", behind):
                continue
            if before.strip() and not (is_times and before.rstrip()[-1:].isdigit()):
                found[match.start()] = (match.end(), sign)
    return found


def _scan(statement: str, doubts: list[Finding]) -> Iterator[Piece]:
    operators = _word_operators(statement)
    position = 0
    previous: Piece | None = None
    while position < len(statement):
        if position in operators:
            end, sign = operators[position]
            piece = Piece(Kind.OPERATOR, sign, position, end)
            position = end
            yield piece
            previous = piece
            continue
        match = _SCAN.match(statement, position)
        if match is None:  # pragma: no cover - the last alternative matches anything
            break
        position = match.end()
        name = match.lastgroup or ""
        if name == "space":
            continue
        for piece in _pieces_of(name, match, statement, previous, doubts):
            position = max(position, piece.end)
            previous = piece
            yield piece


def _pieces_of(
    name: str, match: re.Match[str], statement: str, previous: Piece | None, doubts: list[Finding]
) -> Iterator[Piece]:
    start, end, text = match.start(), match.end(), match[0]
    if name == "number":
        yield _number(match, statement, doubts)
    elif name == "factor":
        is_times = previous is not None and previous.kind in OPERAND_ENDS
        if is_times:
            yield Piece(Kind.OPERATOR, "*", start, end)
        else:
            symbol = re.compile(r"\w+").match(statement, start)
            whole = symbol[0] if symbol else text
            yield Piece(Kind.WORD, whole, start, start + len(whole))
    elif name == "word":
        glued = _GLUED_FACTOR.fullmatch(text)
        if glued:
            middle = start + len(glued["name"])
            yield Piece(Kind.WORD, glued["name"], start, middle)
            yield Piece(Kind.OPERATOR, "*", middle, middle + 1)
            yield Piece(Kind.NUMBER, glued["factor"], middle + 1, end, Fraction(glued["factor"]))
        else:
            yield Piece(Kind.WORD, text, start, end)
    elif name in _SIMPLE:
        kind, sign = _SIMPLE[name]
        yield Piece(kind, sign, start, end)
    else:
        kinds = {"undecided": Kind.GLUE, "glue": Kind.GLUE}
        yield Piece(kinds.get(name, Kind.STRANGE), text, start, end)


def _number(match: re.Match[str], statement: str, doubts: list[Finding]) -> Piece:
    start, end, text = match.start(), match.end(), match[0]
    value, certain = read_figure(text)
    if not certain:
        doubts.append(kinds.AMBIGUOUS_NUMBER.at(angka=text))
    percent = PATTERNS.percent.match(statement, end)
    return Piece(
        Kind.NUMBER, text, start, percent.end() if percent else end, value, percent is not None
    )


def _is_often(before: list[Piece], behind: Piece | None) -> bool:
    """Tell whether ``x`` says how often: ``rapat 4 x setahun``."""
    kinds = [piece.kind for piece in before[-2:]]
    return kinds == [Kind.WORD, Kind.NUMBER] and behind is not None and behind.kind is Kind.WORD


def _with_x(pieces: list[Piece], doubts: list[Finding]) -> list[Piece]:
    """Make an ``x`` between two operands a multiplication."""
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        before = result[-1] if result else None
        if piece.text in ("x", "X") and _is_often(result, behind):
            doubts.append(kinds.UNCLEAR_PART.at(bagian=f"{before.text} x" if before else "x"))
        elif piece.text in ("x", "X") and _is_times(before, behind):
            piece = replace(piece, kind=Kind.OPERATOR, text="*")  # noqa: PLW2901 - what it is
        result.append(piece)
    return result


def _is_times(before: Piece | None, behind: Piece | None) -> bool:
    """Tell whether an ``x`` between two pieces multiplies them."""
    if is_scale(behind) and (before is None or before.kind is not Kind.WORD):
        return True
    return (
        before is not None
        and before.kind in OPERAND_ENDS
        and behind is not None
        and behind.kind in OPERAND_STARTS
        and behind.text.casefold() not in known().kata.sambung.words
    )


def _merged_division(pieces: list[Piece]) -> list[Piece]:
    """Keep one of two equal operators that stand side by side: ``A / dibagi B``, ``A * x 100``."""
    result: list[Piece] = []
    for piece in pieces:
        doubled = (
            result
            and piece.kind is Kind.OPERATOR
            and result[-1].kind is Kind.OPERATOR
            and piece.text == result[-1].text
            and piece.text in "*/"
        )
        if not doubled:
            result.append(piece)
    return result


def _with_relations(pieces: list[Piece], relation: Relation) -> list[Piece]:
    """Make words of relation divisions where they are: ``per jumlah B``, ``terhadap B``."""
    pieces = [_per(pieces, index) for index in range(len(pieces))]
    if any(piece.kind is Kind.OPERATOR and piece.text == "/" for piece in pieces):
        return pieces
    places = _inside(pieces, known().operasi.terhadap.words)
    chosen = _before_a_whole(places, pieces)
    if not chosen and relation is not Relation.NONE:
        chosen = _before_a_whole(_inside(pieces, known().operasi.dari.words), pieces)
    if not chosen and relation is Relation.PAIR and len(places) == 1:
        chosen = [place for place in places if _are_kin(pieces, place)]
    if len(chosen) == 1:
        index = chosen[0]
        pieces[index] = replace(pieces[index], kind=Kind.OPERATOR, text="/")
    return pieces


def _inside(pieces: list[Piece], words: frozenset[str]) -> list[int]:
    """Return where one of ``words`` stands, with something before and behind it."""
    last = len(pieces) - 1
    return [i for i, p in enumerate(pieces) if 0 < i < last and p.text.casefold() in words]


def _before_a_whole(places: list[int], pieces: list[Piece]) -> list[int]:
    return [i for i in places if pieces[i + 1].text.casefold() in known().ukuran.seluruh.words]


def _are_kin(pieces: list[Piece], index: int) -> bool:
    """Tell whether both sides of a relation speak of the same: "violence against women" does not.

    Two bare symbols may.
    """
    left, right = (
        [piece.text for piece in side if piece.kind is Kind.WORD]
        for side in (pieces[:index], pieces[index + 1 :])
    )
    if len(left) == len(right) == 1:
        return all(is_symbol(word) for word in (*left, *right))
    return bool(set(content_words(" ".join(left))) & set(content_words(" ".join(right))))


def _per(pieces: list[Piece], index: int) -> Piece:
    piece, following = pieces[index], pieces[index + 1 : index + 3]
    is_per = piece.kind is Kind.WORD and piece.text.casefold() in known().operasi.per.words
    if not is_per or not index or not following:
        return piece
    behind, *after = following
    is_date = any(sign.text == "/" and sign.start == behind.end for sign in after)
    if behind.kind is Kind.NUMBER and behind.value > 1 and not (behind.percent or is_date):
        return replace(piece, kind=Kind.RATE)
    if behind.kind is Kind.WORD and behind.text.casefold() in known().ukuran.seluruh.words:
        return replace(piece, kind=Kind.OPERATOR, text="/")
    return piece
