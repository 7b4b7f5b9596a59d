"""What hyphens, slashes and colons of a statement are: operations, or parts of names."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kesbang_iku.alignment.wording.pieces import Kind, Piece, is_scale, is_symbol
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.findings import Finding, kinds

_COMPARISONS: Final = frozenset("<>≤≥")
_OPERATIONS: Final = {"/": "d", "*": "x", "+": "p", "-": "p"}
_ABBREVIATION: Final = re.compile(r"[^\W\d]\w*\.?\s+(?P<run>[A-Z][A-Z0-9]*(?:/[A-Z][A-Z0-9]*){2,})")
"""Three acronyms or more inside of a name: ``jumlah K/L/D/I``; two may be a quotient."""


def with_signs(pieces: list[Piece], statement: str, doubts: list[Finding]) -> list[Piece]:
    """Return ``pieces`` with every sign decided; what is doubtful goes to ``doubts``."""
    return _Signs(pieces, statement, doubts).decided()


def _letter(piece: Piece) -> str:
    """Return one letter for a piece, so that patterns tell where a sign stands.

    ``w`` is a word, ``s`` a symbol, ``9`` a number, ``8`` one that scales; ``d``, ``x`` and ``p``
    divide, multiply and add; a sign not decided yet is itself.
    """
    match piece.kind:
        case Kind.WORD:
            return "s" if is_symbol(piece.text) else "w"
        case Kind.NUMBER:
            return "8" if is_scale(piece) else "9"
        case Kind.OPERATOR:
            return _OPERATIONS[piece.text]
        case Kind.GLUE | Kind.OPEN | Kind.CLOSE | Kind.COMMA | Kind.EQUALS:
            return piece.text
        case _:
            return "~"


def _bracket(shape: str) -> str:
    """Return the bracket that ``shape`` starts with, up to where it closes."""
    depth = 0
    for index, letter in enumerate(shape):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return shape[: index + 1]
    return shape


class _Signs:
    """Decides what hyphens, slashes and colons are, each from where it stands."""

    def __init__(self, pieces: list[Piece], statement: str, doubts: list[Finding]) -> None:
        self._pieces = pieces
        self._statement = statement
        self._doubts = doubts
        self._shape = "".join(map(_letter, pieces))
        divisions = [p for p in pieces if p.kind is Kind.OPERATOR and p.text == "/"]
        self._divides_in_words = any(p.end - p.start > 1 for p in divisions)
        spaced = any(map(self._is_spaced_division, range(1, len(pieces) - 1)))
        self._divides = bool(divisions) or spaced

    def decided(self) -> list[Piece]:
        """Return the pieces with every sign decided."""
        return [self._decide(index, piece) for index, piece in enumerate(self._pieces)]

    def _decide(self, index: int, piece: Piece) -> Piece:
        if piece.text in _COMPARISONS or piece.kind is Kind.LOST:
            return self._compared(index, piece)
        if piece.kind is not Kind.GLUE or piece.text not in "-/:":
            return piece
        if not 0 < index < len(self._pieces) - 1:
            return replace(piece, kind=Kind.EQUALS) if piece.text == ":" else piece
        return {"-": self._hyphen, "/": self._slash, ":": self._colon}[piece.text](index, piece)

    def _compared(self, index: int, piece: Piece) -> Piece:
        """Make a sign of comparison in a name part of it: ``usia > 17 tahun``, lost or not."""
        left, right = self._around(index)
        # Behind a symbol, a word may be what it is compared with: "A > B" is no name.
        bounds = right[:1] in ("8", "9") or (right[:1] in ("w", "s") and left[-1:] != "s")
        named = bounds and re.search(r"[ws(),.:/&%#_-]$", left) is not None
        if piece.kind is Kind.LOST:
            lost = left[-1:] in ("w", "s") and re.match("[89][ws]", right)
            named = bool(lost) and self._word(index + 2) in known().waktu.satuan.words
        return replace(piece, kind=Kind.GLUE) if named else piece

    def _word(self, index: int) -> str:
        return self._pieces[index].text.casefold()

    def _starts(self, index: int) -> bool:
        return self._word(index) in known().ukuran.awal.words

    def _touching(self, index: int) -> tuple[bool, bool]:
        """Return whether the neighbours touch the piece: the one before, the one behind."""
        around = self._pieces[index - 1 : index + 2]
        before, behind = (first.end == second.start for first, second in pairwise(around))
        return before, behind

    def _around(self, index: int) -> tuple[str, str]:
        """Return the letters of what stands in front of a piece, and of what stands behind."""
        return self._shape[:index], self._shape[index + 1 :]

    def _is_spaced_division(self, index: int) -> bool:
        before, behind = self._touching(index)
        closes = self._shape[index - 1] == ")"
        sign = self._shape[index]
        return sign in "/:" and not (before and not closes and (sign == ":" or behind))

    def _are_symbols(self, index: int) -> bool:
        """Tell whether no word that is no symbol stands beside a sign."""
        return "w" not in self._shape[index - 1] + self._shape[index + 1]

    def _is_in_words(self, index: int) -> bool:
        """Tell whether a word stands in front of a piece, with or without a point or number."""
        year = r"(?:.[d/])?" if self._shape[index] in "89" else ""
        return re.search(rf"[ws]{year}\.?$", self._shape[:index]) is not None

    def _hyphen(self, index: int, piece: Piece) -> Piece:
        before, behind = self._touching(index)
        left, right = self._around(index)
        around = re.sub("[ws]", "w", re.sub("[89]", "9", left[-1] + right[0]))
        both, named = before and behind, self._is_in_words(index - 1)
        if around == "99":
            # The ages of people: "penduduk usia 15 - 64 tahun".
            inside = named and (both or right[1:2] in ("w", "s"))
        elif around == "ww":
            inside = (both and named) or ((before or behind) and not self._are_symbols(index))
        else:
            inside = both and "9" in around and not self._are_symbols(index)
        return piece if inside else replace(piece, kind=Kind.OPERATOR)

    def _slash(self, index: int, piece: Piece) -> Piece:
        both = all(self._touching(index))
        operator = replace(piece, kind=Kind.OPERATOR)
        if not re.fullmatch("[ws]/[ws]", self._shape[index - 1 : index + 2]):
            numbers = re.fullmatch("[89]/[89]", self._shape[index - 1 : index + 2])
            # The number of a regulation divides nothing: Permenpan 14/2017.
            return piece if numbers and both and self._is_in_words(index - 1) else operator
        pair = f"{self._word(index - 1)}/{self._word(index + 1)}"
        alike = "".join(f"/{names}/ " for names in known().kata.garis_miring.words)
        if f"/{pair}/" in alike or (both and self._is_in_a_name(index)):
            return piece
        listed = both or self._is_list_slash(index)
        if self._is_quotient(index) if listed else self._is_spaced_quotient(index):
            return operator
        if listed and self._divides:
            return piece
        self._doubts.append(kinds.AMBIGUOUS_SLASH.at(bagian=pair))
        return operator

    def _is_spaced_quotient(self, index: int) -> bool:
        """Tell whether more than its spaces speaks for the division of a slash."""
        scaled = "8" in self._shape or "(" in self._shape
        return scaled or self._starts(index + 1) or self._are_symbols(index)

    def _is_in_a_name(self, index: int) -> bool:
        """Tell whether a slash without spaces divides nothing, by what stands around it."""
        left, right = self._around(index)
        start = self._pieces[index].start
        runs = _ABBREVIATION.finditer(self._statement)
        return (
            any(run.start("run") < start < run.end() for run in runs)
            or (self._divides_in_words and self._is_in_words(index - 1))
            # In what the formula computes, not in the formula.
            or ("=" in right and "=" not in left and not self._are_symbols(index))
        )

    def _is_quotient(self, index: int) -> bool:
        """Tell whether what stands around a slash is of the kind that is divided."""
        left, right = self._around(index)
        last, first = self._pieces[index - 1].text, self._pieces[index + 1].text
        # "(a/b) x 100": the factor needs a quotient to multiply.
        bracketed = re.search(r"(?<![d/:])\([ws]*$", left) and re.match(r"[ws]*\)[dxp]8", right)
        # "Jumlah pemilih/DPT x 100", and no other division.
        acronym = len(first) > 1 and first.isupper() and not self._divides
        return bool(
            self._are_symbols(index)
            or self._starts(index + 1)
            or "_" in last + first
            or bracketed
            or (acronym and re.match(r"[dxp]8", right[1:]))
        )

    def _is_list_slash(self, index: int) -> bool:
        """Tell whether ``kementerian/ lembaga`` stands there: a space on one side only."""
        before, behind = self._touching(index)
        plain = self._pieces[index + 1].text.islower() and not self._are_symbols(index)
        return before != behind and plain and not self._starts(index + 1)

    def _colon(self, index: int, piece: Piece) -> Piece:
        left, right = self._around(index)
        depth = left.count("(") - left.count(")")
        if depth > 0:
            # What is listed in a bracket, as in (meliputi: TNI, Polisi) and in (K3: tertib, aman).
            listed = re.match(r"(?=[ws]*,)[ws,]*\)", right)
            opens = self._word(index - 1) in known().kata.pembuka_kurung.words
            return piece if opens or listed else replace(piece, kind=Kind.OPERATOR, text="/")
        if not depth and left[-1] in "ws" and re.search("[d/:]", _bracket(right)):
            # What is a quotient already divides nothing: a name stands in front of it.
            if self._counts_before(index):
                self._doubts.append(kinds.AMBIGUOUS_ORDER.at(bagian=self._statement[:60]))
            return replace(piece, kind=Kind.EQUALS)
        if self._separates(index, left, balanced=depth == 0):
            return replace(piece, kind=Kind.OPERATOR, text="/")
        if left[-1] not in "ws" and self._are_symbols(index) and self._is_in_words(index - 1):
            return piece
        return replace(piece, kind=Kind.EQUALS)

    def _separates(self, index: int, left: str, *, balanced: bool) -> bool:
        """Tell whether a colon divides, by the spaces around it and the words beside it."""
        before, behind = self._touching(index)
        apart = not before or (left[-1] == ")" and not self._closes_a_remark(left))
        if (before and behind) or (apart and balanced):
            return True
        if left[-1] not in "ws" and self._are_symbols(index):
            return not self._is_in_words(index - 1)
        counted = self._word(index + 1) in known().ukuran.cacah.words
        return counted and self._counts_before(index)

    def _closes_a_remark(self, left: str) -> bool:
        """Tell whether a parenthesis closes what stands behind a name: ``Dimensi (hasil): ...``."""
        mirrored = left[::-1].translate(str.maketrans("()", ")("))
        return left[: len(left) - len(_bracket(mirrored))][-1:] in ("w", "s")

    def _counts_before(self, index: int) -> bool:
        """Tell whether the words in front of a sign start with what counts something."""
        name = re.search(r"[^dxp(),=~]*$", self._shape[:index])
        return name is not None and self._word(name.start()) in known().ukuran.cacah.words
