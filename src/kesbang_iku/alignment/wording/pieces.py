"""From a statement to its pieces: numbers, words, signs; which words and signs are operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Final

from kesbang_iku.alignment.wording.vocabulary import Vocabulary, content_words
from kesbang_iku.findings import Finding, kinds


class Kind(Enum):
    """What a piece is."""

    NUMBER = "number"
    WORD = "word"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    SEMICOLON = ";"
    EQUALS = "="
    LOST = "?"
    SUM = "sum"
    ROOT = "root"
    ELLIPSIS = "..."
    RATE = "rate"
    GLUE = "glue"
    STRANGE = "strange"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a statement: ``statement[start:end]``, with the value of a number."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Fraction = Fraction(0)
    percent: bool = False


NOW: Final = "\ue000"
BEFORE: Final = "\ue001"
"""Stand in a statement for "this period" and "the period before"."""

OPERAND_ENDS: Final = frozenset({Kind.NUMBER, Kind.WORD, Kind.CLOSE})
OPERAND_STARTS: Final = frozenset(
    {Kind.NUMBER, Kind.WORD, Kind.OPEN, Kind.ROOT, Kind.SUM, Kind.LOST}
)
HUNDRED: Final = 100

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
_COMPARISONS: Final = frozenset("<>≤≥")
_GLUED_FACTOR: Final = re.compile(r"(?P<name>[A-Z]{2,}|[^\W\d_]{3,})[xX](?P<factor>10+)")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_POWER_OF_TEN: Final = re.compile(r"10*")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")
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
_SYMBOL: Final = re.compile(
    r"[A-Za-z]|[A-Za-z]{1,2}\d{1,2}|[A-Z][A-Z0-9]{1,7}|[A-Z][a-z]|[a-z]_\w{1,3}"
)


def is_symbol(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether ``text`` looks like a symbol: a letter, a letter with a number, an acronym."""
    return bool(_SYMBOL.fullmatch(text)) and text.casefold() not in vocabulary.no_symbols


def read_figure(text: str) -> tuple[Fraction, bool]:
    """Return the value of a number as it is written, and whether it is certain.

    A group of three digits behind a point may be thousands or decimals. It is certain where only
    one of the two makes sense: several groups, a factor of ten, a number below 1.
    """
    if _THOUSANDS.fullmatch(text):
        plain = text.replace(".", "")
        certain = text.count(".") > 1 or bool(_POWER_OF_TEN.fullmatch(plain))
        return Fraction(plain), certain
    if text.isdigit():
        return Fraction(text), True
    if _DECIMAL.fullmatch(text):
        whole, decimals = re.split("[.,]", text)
        certain = len(decimals) != 3 or whole == "0"  # noqa: PLR2004 - the digits of a group
        return Fraction(f"{whole}.{decimals}"), certain
    mixed = text.replace(".", "").replace(",", ".") if text.rfind(",") > text.rfind(".") else ""
    return (Fraction(mixed), True) if mixed.count(".") == 1 else (Fraction(0), False)


class Relation(Enum):
    """What the words in front of a statement say about relating one measure to another."""

    NONE = "none"
    SHARE = "share"
    """``Persentase …``: a share of something, which need not be said."""
    PAIR = "pair"
    """``Persentase dari …``, ``Rasio …``: two measures follow."""


def split(
    statement: str, vocabulary: Vocabulary, relation: Relation
) -> tuple[list[Piece], list[Finding]]:
    """Return the pieces of ``statement``, and what is doubtful about them.

    Args:
        statement: one statement, without heading and legend.
        vocabulary: the words of the catalog.
        relation: what stood in front of it.
    """
    doubts: list[Finding] = []
    pieces = list(_scan(statement, vocabulary, doubts))
    pieces = _merged_division(_with_x(pieces, vocabulary, doubts))
    pieces = _with_signs(pieces, statement, vocabulary, doubts)
    pieces = _with_relations(pieces, vocabulary, relation)
    return _merged_division(pieces), doubts


def _word_operators(statement: str, vocabulary: Vocabulary) -> dict[int, tuple[int, str]]:
    found: dict[int, tuple[int, str]] = {}
    for pattern, sign in vocabulary.operators:
        for match in pattern.finditer(statement):
            before, behind = statement[: match.start()], statement[match.end() :]
            is_times = match[0].strip().casefold() in vocabulary.times_figure
            if is_times and not re.match(r"\s*[\d(]", behind):
                continue
            if before.strip() and not (is_times and before.rstrip()[-1:].isdigit()):
                found[match.start()] = (match.end(), sign)
    return found


def _scan(statement: str, vocabulary: Vocabulary, doubts: list[Finding]) -> Iterator[Piece]:
    operators = _word_operators(statement, vocabulary)
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
        for piece in _pieces_of(name, match, statement, previous, vocabulary, doubts):
            position = max(position, piece.end)
            previous = piece
            yield piece


def _pieces_of(
    name: str,
    match: re.Match[str],
    statement: str,
    previous: Piece | None,
    vocabulary: Vocabulary,
    doubts: list[Finding],
) -> Iterator[Piece]:
    start, end, text = match.start(), match.end(), match[0]
    if name == "number":
        yield _number(match, statement, vocabulary, doubts)
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


def _number(
    match: re.Match[str], statement: str, vocabulary: Vocabulary, doubts: list[Finding]
) -> Piece:
    start, end, text = match.start(), match.end(), match[0]
    value, certain = read_figure(text)
    if not certain:
        doubts.append(kinds.AMBIGUOUS_NUMBER.at(angka=text))
    percent = vocabulary.percent.match(statement, end)
    return Piece(
        Kind.NUMBER, text, start, percent.end() if percent else end, value, percent is not None
    )


def _is_often(before: list[Piece], behind: Piece | None) -> bool:
    """Tell whether ``x`` says how often: ``rapat 4 x setahun``."""
    kinds = [piece.kind for piece in before[-2:]]
    return kinds == [Kind.WORD, Kind.NUMBER] and behind is not None and behind.kind is Kind.WORD


def _with_x(pieces: list[Piece], vocabulary: Vocabulary, doubts: list[Finding]) -> list[Piece]:
    """Make an ``x`` between two operands a multiplication."""
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        behind = pieces[index + 1] if index + 1 < len(pieces) else None
        before = result[-1] if result else None
        if piece.text in ("x", "X") and _is_often(result, behind):
            doubts.append(kinds.UNCLEAR_PART.at(bagian=f"{before.text} x" if before else "x"))
        elif piece.text in ("x", "X") and _is_times(before, behind, vocabulary):
            piece = replace(piece, kind=Kind.OPERATOR, text="*")  # noqa: PLW2901 - what it is
        result.append(piece)
    return result


def _is_times(before: Piece | None, behind: Piece | None, vocabulary: Vocabulary) -> bool:
    """Tell whether an ``x`` between two pieces multiplies them."""
    if _is_scale(behind) and (before is None or before.kind is not Kind.WORD):
        return True
    return (
        before is not None
        and before.kind in OPERAND_ENDS
        and behind is not None
        and behind.kind in OPERAND_STARTS
        and behind.text.casefold() not in vocabulary.connectives
    )


def _is_scale(piece: Piece | None) -> bool:
    """Tell whether ``piece`` is a number that things are multiplied by rather than named with."""
    return piece is not None and piece.kind is Kind.NUMBER and piece.value >= HUNDRED


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


class _Signs:
    """Decides what hyphens, slashes and colons are, each from where it stands."""

    def __init__(
        self, pieces: list[Piece], statement: str, vocabulary: Vocabulary, doubts: list[Finding]
    ) -> None:
        self._pieces = pieces
        self._statement = statement
        self._vocabulary = vocabulary
        self._doubts = doubts
        self._depth = 0
        self._pairs = {
            "/".join(parts[i : i + 2])
            for pair in vocabulary.slash_pairs
            for parts in [pair.split("/")]
            for i in range(len(parts) - 1)
        }
        self._divides_in_words = any(
            p.kind is Kind.OPERATOR and p.text == "/" and p.end - p.start > 1 for p in pieces
        )
        self._divides = any(
            (p.kind is Kind.OPERATOR and p.text == "/") or self._is_spaced_division(i)
            for i, p in enumerate(pieces)
        )

    def decided(self) -> list[Piece]:
        """Return the pieces with every sign decided."""
        result = []
        for index, piece in enumerate(self._pieces):
            self._depth += (piece.kind is Kind.OPEN) - (piece.kind is Kind.CLOSE)
            result.append(self._decide(index, self._compared(index, piece)))
        return result

    def _compared(self, index: int, piece: Piece) -> Piece:
        """Make a sign of comparison in a name part of it: ``usia > 17 tahun``, lost or not."""
        around = [found.kind for found in self._pieces[max(0, index - 1) : index + 3]]
        sign = piece.kind is Kind.LOST or piece.text in _COMPARISONS
        if not sign or around != [Kind.WORD, piece.kind, Kind.NUMBER, Kind.WORD]:
            return piece
        unit = self._pieces[index + 2].text.casefold()
        return replace(piece, kind=Kind.GLUE) if unit in self._vocabulary.time_units else piece

    def _near(self, index: int) -> tuple[Piece | None, Piece | None, bool, bool]:
        """Return the neighbours, and whether each of them touches."""
        before = self._pieces[index - 1] if index else None
        behind = self._pieces[index + 1] if index + 1 < len(self._pieces) else None
        piece = self._pieces[index]
        return (
            before,
            behind,
            before is not None and before.end == piece.start,
            behind is not None and behind.start == piece.end,
        )

    def _is_spaced_division(self, index: int) -> bool:
        piece = self._pieces[index]
        before, behind, touches_before, touches_behind = self._near(index)
        return (
            piece.kind is Kind.GLUE
            and piece.text in "/:"
            and before is not None
            and behind is not None
            and not (touches_before and piece.text == ":" and before.kind is not Kind.CLOSE)
            and not (touches_before and touches_behind and before.kind is not Kind.CLOSE)
        )

    def _decide(self, index: int, piece: Piece) -> Piece:
        if piece.kind is not Kind.GLUE or piece.text not in "-/:":
            return piece
        before, behind, *touching = self._near(index)
        if before is None or behind is None:
            return replace(piece, kind=Kind.EQUALS) if piece.text == ":" else piece
        decide = {"-": self._hyphen, "/": self._slash, ":": self._colon}[piece.text]
        return decide(piece, before, behind, all(touching), any(touching))

    def _symbols(self, *pieces: Piece) -> bool:
        return all(
            piece.kind is not Kind.WORD or is_symbol(piece.text, self._vocabulary)
            for piece in pieces
        )

    def _is_in_words(self, piece: Piece) -> bool:
        """Tell whether a word stands in front of ``piece``, with or without a point or number."""
        index = self._pieces.index(piece)
        if index > 1 and self._pieces[index - 1].text == ".":
            index -= 1
        if index > 1 and self._pieces[index - 1].text == "/" and piece.kind is Kind.NUMBER:
            index -= 2  # the year behind the number of a regulation
        return index > 0 and self._pieces[index - 1].kind is Kind.WORD

    def _is_inside_a_name(self, piece: Piece, before: Piece) -> bool:
        """Tell whether a sign between two symbols has a name in front: ``Jumlah RAD-PKS``."""
        return self._is_in_words(before) and before.end == piece.start

    def _is_in_a_name(self, piece: Piece, before: Piece, behind: Piece) -> bool:
        """Tell whether a slash without spaces divides nothing, by what stands around it."""
        return (
            self._is_abbreviation(piece)
            or (self._divides_in_words and self._is_inside_a_name(piece, before))
            or (self._is_left_of_equals(piece) and not self._symbols(before, behind))
        )

    def _is_left_of_equals(self, piece: Piece) -> bool:
        """Tell whether ``piece`` stands in what the formula computes, not in the formula."""
        equals = (found.start for found in self._pieces if found.kind is Kind.EQUALS)
        return piece.start < next(equals, 0)

    def _is_abbreviation(self, piece: Piece) -> bool:
        """Tell whether ``jumlah K/L/D/I`` stands there: three capital letters or more, no space."""
        start = end = self._pieces.index(piece)
        while start > 1 and self._joins(start, -1):
            start -= 2
        while end + 2 < len(self._pieces) and self._joins(end, 1):
            end += 2
        found = self._pieces[start - 1 : end + 2 : 2] if start else []
        letters = all(len(p.text) == 1 and p.text.isupper() for p in found)
        named = bool(found) and self._is_in_words(found[0])
        return named and letters and len(found) > 2  # noqa: PLR2004 - two letters may be a quotient

    def _joins(self, index: int, step: int) -> bool:
        """Tell whether one more slash stands behind the word beside this one, without a space."""
        sign, word, other = (self._pieces[index + step * more] for more in range(3))
        if other.kind is not Kind.GLUE or other.text != "/" or word.kind is not Kind.WORD:
            return False
        first, _, last = sorted((sign, word, other), key=lambda found: found.start)
        return first.end == word.start and word.end == last.start

    def _hyphen(self, piece: Piece, before: Piece, behind: Piece, both: bool, any_: bool) -> Piece:
        operator = replace(piece, kind=Kind.OPERATOR)
        if before.kind is Kind.NUMBER and behind.kind is Kind.NUMBER and both:
            return piece if self._is_in_words(before) else operator
        if before.kind is Kind.WORD and behind.kind is Kind.WORD:
            if both and self._is_inside_a_name(piece, before):
                return piece
            if self._symbols(before, behind) or not any_:
                return operator
            return piece
        if before.kind is behind.kind is Kind.NUMBER and self._is_range(before, behind):
            return piece
        if both and Kind.NUMBER in (before.kind, behind.kind):
            words = [p for p in (before, behind) if p.kind is Kind.WORD]
            return operator if self._symbols(*words) else piece
        return operator

    def _is_range(self, before: Piece, behind: Piece) -> bool:
        """Tell whether two numbers stand inside of a name: ``penduduk usia 15 - 64 tahun``."""
        index = self._pieces.index(behind) + 1
        after = self._pieces[index] if index < len(self._pieces) else None
        named = after is not None and after.kind is Kind.WORD
        return named and self._is_in_words(before)

    def _slash(self, piece: Piece, before: Piece, behind: Piece, both: bool, _any: bool) -> Piece:
        operator = replace(piece, kind=Kind.OPERATOR)
        if both and before.kind is behind.kind is Kind.NUMBER and self._is_in_words(before):
            return piece  # the number of a regulation: Permenpan 14/2017
        if before.kind is not Kind.WORD or behind.kind is not Kind.WORD:
            return operator
        pair = f"{before.text}/{behind.text}".casefold()
        if pair in self._pairs or (both and self._is_in_a_name(piece, before, behind)):
            return piece
        if not both and not self._is_list_slash(piece, before, behind):
            if self._is_unscaled(behind) and not self._symbols(before, behind):
                self._doubts.append(kinds.AMBIGUOUS_SLASH.at(bagian=pair))
            return operator
        if (
            self._symbols(before, behind)
            or behind.text.casefold() in self._vocabulary.starters
            or "_" in before.text + behind.text
            or self._is_scaled_quotient(piece)
            or self._is_scaled_acronym(behind)
        ):
            return operator
        if not self._divides:
            self._doubts.append(kinds.AMBIGUOUS_SLASH.at(bagian=pair))
            return operator
        return piece

    def _is_scaled_quotient(self, piece: Piece) -> bool:
        """Tell whether ``(a/b) x 100`` stands there: the factor needs a quotient to multiply."""
        start = end = self._pieces.index(piece)
        while start and self._pieces[start - 1].kind is Kind.WORD:
            start -= 1
        while end + 1 < len(self._pieces) and self._pieces[end + 1].kind is Kind.WORD:
            end += 1
        if not start or self._pieces[start - 1].kind is not Kind.OPEN:
            return False
        if start > 1 and self._pieces[start - 2].text in ("/", ":"):
            return False  # the bracket is what something else is divided by
        kinds = [found.kind for found in self._pieces[end + 1 : end + 4]]
        scaled = kinds == [Kind.CLOSE, Kind.OPERATOR, Kind.NUMBER]
        return scaled and self._pieces[end + 3].value >= HUNDRED

    def _is_scaled_acronym(self, behind: Piece) -> bool:
        """Tell whether ``Jumlah pemilih/DPT x 100`` stands there, and no other division."""
        index = self._pieces.index(behind) + 1
        kinds = [found.kind for found in self._pieces[index : index + 2]]
        scaled = kinds == [Kind.OPERATOR, Kind.NUMBER] and _is_scale(self._pieces[index + 1])
        acronym = len(behind.text) > 1 and behind.text.isupper()
        return scaled and acronym and not self._divides

    def _is_unscaled(self, behind: Piece) -> bool:
        """Tell whether nothing but a slash, and no factor, speaks for a division."""
        scaled = any(_is_scale(piece) for piece in self._pieces)
        grouped = any(piece.kind is Kind.OPEN for piece in self._pieces)
        return not (scaled or grouped) and behind.text.casefold() not in self._vocabulary.starters

    def _is_list_slash(self, piece: Piece, before: Piece, behind: Piece) -> bool:
        """Tell whether ``kementerian/ lembaga`` stands there: a space on one side only."""
        one_sided = (before.end == piece.start) != (behind.start == piece.end)
        return (
            one_sided
            and behind.text.islower()
            and not self._symbols(before, behind)
            and (behind.text.casefold() not in self._vocabulary.starters)
        )

    def _colon(self, piece: Piece, before: Piece, behind: Piece, both: bool, _any: bool) -> Piece:
        operator = replace(piece, kind=Kind.OPERATOR, text="/")
        if self._depth > 0 and before.text.casefold() in self._vocabulary.remark_words:
            return piece
        if before.kind is Kind.WORD and not self._depth and self._opens_a_quotient(behind):
            # What is a quotient already divides nothing: a name stands in front of it.
            if self._counts_before(piece):
                self._doubts.append(kinds.AMBIGUOUS_ORDER.at(bagian=self._statement[:60]))
            return replace(piece, kind=Kind.EQUALS)
        closes = before.kind is Kind.CLOSE and not self._closes_a_remark(before)
        spaced = before.end < piece.start or closes
        if self._depth > 0 or (spaced and self._depth == 0) or both:
            return operator
        if self._symbols(before, behind) and before.kind is not Kind.WORD:
            return piece if self._is_in_words(before) else operator
        if behind.text.casefold() in self._vocabulary.counts and self._counts_before(piece):
            return operator
        return replace(piece, kind=Kind.EQUALS)

    def _opens_a_quotient(self, opening: Piece) -> bool:
        """Tell whether a bracket opens in which something is divided."""
        depth = 0
        for inside in self._pieces[self._pieces.index(opening) :]:
            depth += (inside.kind is Kind.OPEN) - (inside.kind is Kind.CLOSE)
            if not depth:
                break
            if inside.text in ("/", ":"):
                return True
        return False

    def _closes_a_remark(self, closing: Piece) -> bool:
        """Tell whether a parenthesis closes what stands behind a name: ``Dimensi (hasil): ...``."""
        depth = 0
        for index in range(self._pieces.index(closing), -1, -1):
            kind = self._pieces[index].kind
            depth += (kind is Kind.CLOSE) - (kind is Kind.OPEN)
            if depth == 0:
                return index > 0 and self._pieces[index - 1].kind is Kind.WORD
        return False

    def _counts_before(self, piece: Piece) -> bool:
        """Tell whether the words in front of ``piece`` start with what counts something."""
        index = self._pieces.index(piece)
        start = index
        while start and self._pieces[start - 1].kind in (Kind.WORD, Kind.NUMBER, Kind.GLUE):
            start -= 1
        return self._pieces[start].text.casefold() in self._vocabulary.counts


def _with_signs(
    pieces: list[Piece], statement: str, vocabulary: Vocabulary, doubts: list[Finding]
) -> list[Piece]:
    return _Signs(pieces, statement, vocabulary, doubts).decided()


def _with_relations(pieces: list[Piece], vocabulary: Vocabulary, relation: Relation) -> list[Piece]:
    """Make words of relation divisions where they are: ``per jumlah B``, ``terhadap B``."""
    pieces = [_per(pieces, index, vocabulary) for index in range(len(pieces))]
    relations = {word.casefold() for word in vocabulary.file.operasi.terhadap.isi}
    parts = {word.casefold() for word in vocabulary.file.operasi.dari.isi}
    if any(piece.kind is Kind.OPERATOR and piece.text == "/" for piece in pieces):
        return pieces
    places = [i for i, p in enumerate(pieces[:-1]) if i and p.text.casefold() in relations]
    chosen = [i for i in places if pieces[i + 1].text.casefold() in vocabulary.wholes]
    if not chosen and relation is not Relation.NONE:
        chosen = [
            i
            for i, p in enumerate(pieces[:-1])
            if i
            and p.text.casefold() in parts
            and pieces[i + 1].text.casefold() in vocabulary.wholes
        ]
    if not chosen and relation is Relation.PAIR and len(places) == 1:
        chosen = [place for place in places if _are_kin(pieces, place, vocabulary)]
    if len(chosen) == 1:
        index = chosen[0]
        pieces[index] = replace(pieces[index], kind=Kind.OPERATOR, text="/")
    return pieces


def _are_kin(pieces: list[Piece], index: int, vocabulary: Vocabulary) -> bool:
    """Tell whether both sides of a relation speak of the same: "violence against women" does not.

    Two bare symbols may.
    """
    left, right = (
        [piece.text for piece in side if piece.kind is Kind.WORD]
        for side in (pieces[:index], pieces[index + 1 :])
    )
    if len(left) == len(right) == 1:
        return all(is_symbol(word, vocabulary) for word in (*left, *right))
    return bool(
        set(content_words(" ".join(left), vocabulary))
        & set(content_words(" ".join(right), vocabulary))
    )


def _per(pieces: list[Piece], index: int, vocabulary: Vocabulary) -> Piece:
    piece = pieces[index]
    words = {word.casefold() for word in vocabulary.file.operasi.per.isi}
    if piece.kind is not Kind.WORD or piece.text.casefold() not in words or not index:
        return piece
    behind = pieces[index + 1] if index + 1 < len(pieces) else None
    if behind is None:
        return piece
    after = pieces[index + 2] if index + 2 < len(pieces) else None
    is_date = after is not None and after.text == "/" and after.start == behind.end
    if behind.kind is Kind.NUMBER and behind.value > 1 and not (behind.percent or is_date):
        return replace(piece, kind=Kind.RATE)
    if behind.kind is Kind.WORD and behind.text.casefold() in vocabulary.wholes:
        return replace(piece, kind=Kind.OPERATOR, text="/")
    return piece
