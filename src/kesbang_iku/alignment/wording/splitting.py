"""From a statement to its pieces; which words and signs in it are operations."""

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
    r"|(?P<glue>[-/:%.&#_])|(?P<strange>(?s:.))"
)
_WORD: Final = re.compile(r"\w+")
_GLUED_FACTOR: Final = re.compile(r"(?P<name>[A-Z]{2,}|[^\W\d_]{3,})[xX](?P<factor>10+)")
_KINDS: Final = {
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
    "glue": (Kind.GLUE, ""),
    "strange": (Kind.STRANGE, ""),
    "word": (Kind.WORD, ""),
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
    """Return where words for operations stand: from where to where, and their sign."""
    found: dict[int, tuple[int, str]] = {}
    for pattern, sign in PATTERNS.operators:
        for match in pattern.finditer(statement):
            before, behind = statement[: match.start()].rstrip(), statement[match.end() :]
            is_times = match[0].strip().casefold() in known().operasi.kali_angka.words
            counts = is_times and (not re.match(r"\s*[\d(]", behind) or before[-1:].isdigit())
            if before and not counts:
                found[match.start()] = (match.end(), sign)
    return found


def _scan(statement: str, doubts: list[Finding]) -> Iterator[Piece]:
    operators = _word_operators(statement)
    position = 0
    ends_operand = False
    while position < len(statement):
        if position in operators:
            end, sign = operators[position]
            found = [Piece(Kind.OPERATOR, sign, position, end)]
        else:
            match = _SCAN.match(statement, position)
            assert match is not None  # noqa: S101 - the last alternative matches anything
            end = match.end()
            found = list(_pieces_of(match, doubts, ends_operand=ends_operand))
        position = found[-1].end if found else end
        ends_operand = found[-1].kind in OPERAND_ENDS if found else ends_operand
        yield from found


def _pieces_of(
    match: re.Match[str], doubts: list[Finding], *, ends_operand: bool
) -> Iterator[Piece]:
    """Yield what a match of the scanner is; behind an operand ``x100`` multiplies."""
    name, start, end, text = match.lastgroup or "", match.start(), match.end(), match[0]
    glued = _GLUED_FACTOR.fullmatch(text)
    if name == "number":
        value, certain = read_figure(text)
        if not certain:
            doubts.append(kinds.AMBIGUOUS_NUMBER.at(angka=text))
        percent = PATTERNS.percent.match(match.string, end)
        end = percent.end() if percent else end
        yield Piece(Kind.NUMBER, text, start, end, value, percent is not None)
    elif name == "factor" and ends_operand:
        yield Piece(Kind.OPERATOR, "*", start, end)
    elif name == "factor":
        whole = _WORD.match(match.string, start)
        yield Piece(Kind.WORD, whole[0] if whole else text, start, whole.end() if whole else end)
    elif glued:
        middle = start + len(glued["name"])
        yield Piece(Kind.WORD, glued["name"], start, middle)
        yield Piece(Kind.OPERATOR, "*", middle, middle + 1)
        yield Piece(Kind.NUMBER, glued["factor"], middle + 1, end, Fraction(glued["factor"]))
    elif name != "space":
        kind, sign = _KINDS[name]
        yield Piece(kind, sign or text, start, end)


def _with_x(pieces: list[Piece], doubts: list[Finding]) -> list[Piece]:
    """Make an ``x`` between two operands a multiplication."""
    result: list[Piece] = []
    for piece, behind in zip(pieces, [*pieces[1:], None], strict=False):
        around = [found.kind for found in (*result[-2:], *([behind] if behind else []))]
        if piece.word != "x":
            result.append(piece)
        elif around == [Kind.WORD, Kind.NUMBER, Kind.WORD]:
            # How often something is done: "rapat 4 x setahun".
            doubts.append(kinds.UNCLEAR_PART.at(bagian=f"{result[-1].text} x"))
            result.append(piece)
        elif _is_times(result[-1] if result else None, behind):
            result.append(replace(piece, kind=Kind.OPERATOR, text="*"))
        else:
            result.append(piece)
    return result


def _is_times(before: Piece | None, behind: Piece | None) -> bool:
    """Tell whether an ``x`` between two pieces multiplies them."""
    if is_scale(behind) and (before is None or before.kind is not Kind.WORD):
        return True
    if before is None or behind is None or before.kind not in OPERAND_ENDS:
        return False
    return behind.kind in OPERAND_STARTS and behind.word not in known().kata.sambung.words


def _merged_division(pieces: list[Piece]) -> list[Piece]:
    """Keep one of two equal operators that stand side by side: ``A / dibagi B``, ``A * x 100``."""
    told = [piece.text if piece.kind is Kind.OPERATOR else "" for piece in pieces]
    return [
        piece
        for piece, sign, last in zip(pieces, told, ["", *told], strict=False)
        if sign != last or sign not in ("*", "/")
    ]


def _with_relations(pieces: list[Piece], relation: Relation) -> list[Piece]:
    """Make words of relation divisions where they are: ``per jumlah B``, ``terhadap B``."""
    words, wholes = known().operasi, known().ukuran.seluruh.words
    pieces = [_per(pieces, index) for index in range(len(pieces))]
    if any(piece.divides for piece in pieces):
        return pieces

    def inside(relating: frozenset[str]) -> list[int]:
        return [i for i in range(1, len(pieces) - 1) if pieces[i].word in relating]

    places = inside(words.terhadap.words)
    chosen = [place for place in places if pieces[place + 1].word in wholes]
    if not chosen and relation is not Relation.NONE:
        chosen = [place for place in inside(words.dari.words) if pieces[place + 1].word in wholes]
    if not chosen and relation is not Relation.NONE and len(places) == 1:
        related = _are_kin if relation is Relation.PAIR else _is_part_of
        chosen = [place for place in places if related(pieces[:place], pieces[place + 1 :])]
    if len(chosen) == 1:
        pieces[chosen[0]] = replace(pieces[chosen[0]], kind=Kind.OPERATOR, text="/")
    return pieces


def _is_part_of(part: list[Piece], whole: list[Piece]) -> bool:
    """Tell whether a part says all that the whole says, and more: "active bodies", "bodies"."""
    narrow, wide = (set(content_words(" ".join(p.text for p in side))) for side in (part, whole))
    return bool(wide) and wide < narrow


def _are_kin(*sides: list[Piece]) -> bool:
    """Tell whether both sides of a relation speak of the same: "violence against women" does not.

    Two bare symbols may.
    """
    left, right = ([p.text for p in side if p.kind is Kind.WORD] for side in sides)
    if len(left) == len(right) == 1:
        return all(map(is_symbol, (*left, *right)))
    return not set(content_words(" ".join(left))).isdisjoint(content_words(" ".join(right)))


def _per(pieces: list[Piece], index: int) -> Piece:
    """Return the piece at a place; a word for "per" as the rate or the division it opens."""
    piece, following = pieces[index], pieces[index + 1 : index + 3]
    if not (index and following) or piece.word not in known().operasi.per.words:
        return piece
    behind, *after = following
    is_date = any(sign.text == "/" and sign.start == behind.end for sign in after)
    if behind.kind is Kind.NUMBER and behind.value > 1 and not (behind.percent or is_date):
        return replace(piece, kind=Kind.RATE)
    whole = behind.word in known().ukuran.seluruh.words
    return replace(piece, kind=Kind.OPERATOR, text="/") if whole else piece
