"""What hyphens, slashes and colons of a statement are: operations, or parts of names."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kesbang_iku.alignment.wording.pieces import HUNDRED, Kind, Piece, is_scale, is_symbol
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.findings import Finding, kinds

_COMPARISONS: Final = frozenset("<>≤≥")
_BEFORE_A_BOUND: Final = frozenset({Kind.WORD, Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.GLUE})
_BOUNDS: Final = frozenset({Kind.NUMBER, Kind.WORD})


def with_signs(pieces: list[Piece], statement: str, doubts: list[Finding]) -> list[Piece]:
    """Return ``pieces`` with every sign decided; what is doubtful goes to ``doubts``."""
    return _Signs(pieces, statement, doubts).decided()


class _Signs:
    """Decides what hyphens, slashes and colons are, each from where it stands."""

    def __init__(self, pieces: list[Piece], statement: str, doubts: list[Finding]) -> None:
        self._pieces = pieces
        self._statement = statement
        self._doubts = doubts
        self._depth = 0
        self._pairs = {
            "/".join(parts[i : i + 2])
            for pair in known().kata.garis_miring.words
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
        if piece.text in _COMPARISONS:
            named = around[0] in _BEFORE_A_BOUND and around[2:] and around[2] in _BOUNDS
            return replace(piece, kind=Kind.GLUE) if index and named else piece
        if piece.kind is not Kind.LOST or around != [Kind.WORD, Kind.LOST, Kind.NUMBER, Kind.WORD]:
            return piece
        unit = self._pieces[index + 2].text.casefold()
        return replace(piece, kind=Kind.GLUE) if unit in known().waktu.satuan.words else piece

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
        return all(piece.kind is not Kind.WORD or is_symbol(piece.text) for piece in pieces)

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
        letters = all(p.text.isupper() for p in found)
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
        kinds = before.kind, behind.kind
        if kinds == (Kind.NUMBER, Kind.NUMBER):
            inside = self._is_in_words(before) if both else self._is_range(before, behind)
        elif kinds == (Kind.WORD, Kind.WORD):
            in_a_name = both and self._is_inside_a_name(piece, before)
            inside = in_a_name or (any_ and not self._symbols(before, behind))
        else:
            # Of the two only a word can be what no symbol is.
            inside = both and Kind.NUMBER in kinds and not self._symbols(before, behind)
        return piece if inside else replace(piece, kind=Kind.OPERATOR)

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
            doubtful = self._is_unscaled(behind) and not self._symbols(before, behind)
        elif self._is_quotient(piece, before, behind):
            doubtful = False
        elif self._divides:
            return piece
        else:
            doubtful = True
        if doubtful:
            self._doubts.append(kinds.AMBIGUOUS_SLASH.at(bagian=pair))
        return operator

    def _is_quotient(self, piece: Piece, before: Piece, behind: Piece) -> bool:
        """Tell whether what stands around a slash is of the kind that is divided."""
        return (
            self._symbols(before, behind)
            or behind.text.casefold() in known().ukuran.awal.words
            or "_" in before.text + behind.text
            or self._is_scaled_quotient(piece)
            or self._is_scaled_acronym(behind)
        )

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
        scaled = kinds == [Kind.OPERATOR, Kind.NUMBER] and is_scale(self._pieces[index + 1])
        acronym = len(behind.text) > 1 and behind.text.isupper()
        return scaled and acronym and not self._divides

    def _is_unscaled(self, behind: Piece) -> bool:
        """Tell whether nothing but a slash, and no factor, speaks for a division."""
        scaled = any(is_scale(piece) for piece in self._pieces)
        grouped = any(piece.kind is Kind.OPEN for piece in self._pieces)
        return not (scaled or grouped) and behind.text.casefold() not in known().ukuran.awal.words

    def _is_list_slash(self, piece: Piece, before: Piece, behind: Piece) -> bool:
        """Tell whether ``kementerian/ lembaga`` stands there: a space on one side only."""
        one_sided = (before.end == piece.start) != (behind.start == piece.end)
        return (
            one_sided
            and behind.text.islower()
            and not self._symbols(before, behind)
            and (behind.text.casefold() not in known().ukuran.awal.words)
        )

    def _colon(self, piece: Piece, before: Piece, behind: Piece, both: bool, _any: bool) -> Piece:
        operator = replace(piece, kind=Kind.OPERATOR, text="/")
        if self._depth > 0 and (
            before.text.casefold() in known().kata.pembuka_kurung.words or self._lists(piece)
        ):
            return piece
        if not self._depth and self._names_a_quotient(before, behind):
            # What is a quotient already divides nothing: a name stands in front of it.
            if self._counts_before(piece):
                self._doubts.append(kinds.AMBIGUOUS_ORDER.at(bagian=self._statement[:60]))
            return replace(piece, kind=Kind.EQUALS)
        if self._depth > 0 or both or (self._is_apart(piece, before) and self._depth == 0):
            return operator
        if self._symbols(before, behind) and before.kind is not Kind.WORD:
            return piece if self._is_in_words(before) else operator
        if behind.text.casefold() in known().ukuran.cacah.words and self._counts_before(piece):
            return operator
        return replace(piece, kind=Kind.EQUALS)

    def _lists(self, colon: Piece) -> bool:
        """Tell whether nothing but words and commas follow in a bracket: ``(K3: tertib, aman)``."""
        index = self._pieces.index(colon) + 1
        kinds = [piece.kind for piece in self._pieces[index:]]
        inside = kinds[: kinds.index(Kind.CLOSE)] if Kind.CLOSE in kinds else []
        return Kind.COMMA in inside and set(inside) <= {Kind.WORD, Kind.COMMA}

    def _is_apart(self, piece: Piece, before: Piece) -> bool:
        """Tell whether a colon stands apart from a word, as a sign of division does."""
        closes = before.kind is Kind.CLOSE and not self._closes_a_remark(before)
        return before.end < piece.start or closes

    def _names_a_quotient(self, before: Piece, behind: Piece) -> bool:
        return before.kind is Kind.WORD and self._opens_a_quotient(behind)

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
        return self._pieces[start].text.casefold() in known().ukuran.cacah.words
