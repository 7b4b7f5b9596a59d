"""Where the reading of a statement stands: its pieces, and the names and doubts found so far."""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.labels import excerpt, label_doubts
from kesbang_iku.alignment.wording.pieces import BEFORE, NOW, Kind, Piece, is_symbol
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import Call, Expression, Function, Name

ENDS: Final = frozenset(
    {Kind.OPERATOR, Kind.CLOSE, Kind.EQUALS, Kind.SEMICOLON, Kind.LOST, Kind.ELLIPSIS, Kind.RATE}
)
"""What the name of a measure ends before."""
_PLACEHOLDER: Final = "v"
UNNAMED: Final = "nilai"
"""What is called nothing but "tahun n"."""


class UnreadableError(Exception):
    """A statement is no formula; holds the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.pesan)
        self.finding = finding


def placeholder(index: int) -> str:
    """Return the name that stands for the label with this index."""
    return f"{_PLACEHOLDER}{index}"


def index_of(label: str, labels: list[str]) -> int:
    """Return where ``label`` stands among ``labels``; it is added if it does not.

    Only in a single letter is a capital another label.
    """
    folded = [found.casefold() if len(found) > 1 else found for found in labels]
    key = label.casefold() if len(label) > 1 else label
    if key in folded:
        return folded.index(key)
    labels.append(label)
    return len(labels) - 1


class Cursor:
    """A place in the pieces of one statement, moved on by who reads them."""

    def __init__(self, pieces: list[Piece], statement: str) -> None:
        self._pieces = pieces
        self._statement = statement
        self._index = 0
        self._depth = 0
        self._labels: list[str] = []
        self._doubts: list[Finding] = []
        self._joins = known().waktu.sambungan.words | {""}

    def _peek(self, ahead: int = 0) -> Piece | None:
        index = self._index + ahead
        return self._pieces[index] if index < len(self._pieces) else None

    def _is(self, kind: Kind, text: str = "", ahead: int = 0) -> bool:
        piece = self._peek(ahead)
        return piece is not None and piece.kind is kind and (not text or piece.text in text)

    def _doubt(self, finding: Finding) -> None:
        if finding not in self._doubts:
            self._doubts.append(finding)

    def _fail(self) -> UnreadableError:
        piece = self._peek()
        start = piece.start if piece else max(0, len(self._statement) - 30)
        return UnreadableError(kinds.INCOMPLETE.at(bagian=excerpt(self._statement[start:])))

    def _left_over(self) -> UnreadableError:
        piece = self._peek()
        if piece is not None and piece.kind in (Kind.WORD, Kind.OPEN, Kind.NUMBER):
            part = excerpt(self._statement[max(0, piece.start - 20) :])
            return UnreadableError(kinds.WORDS_MISSING_OPERATOR.at(bagian=part))
        return self._fail()

    def _skip_to(self, place: int) -> None:
        while (piece := self._peek()) is not None and piece.start < place:
            self._index += 1

    def _text_at(self, index: int) -> str:
        return self._pieces[index].text.casefold()

    def _text(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self._statement[self._pieces[start].start : self._pieces[end - 1].end]

    def _closing(self) -> int:
        """Return where the bracket closes that opens here; the end if it does not."""
        depth = 0
        for index in range(self._index, len(self._pieces)):
            kind = self._pieces[index].kind
            depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
            if depth == 0:
                return index
        return len(self._pieces)

    def _ended_a_bracket(self) -> bool:
        return self._pieces[self._index - 1].kind is Kind.CLOSE

    def _is_letter(self, piece: Piece | None) -> bool:
        return piece is not None and piece.kind is Kind.WORD and is_symbol(piece.text)

    def _is_weight_letter(self, piece: Piece) -> bool:
        """Tell whether ``piece`` is a symbol such as ``w1``, which weights what stands behind."""
        stem = piece.text.casefold().rstrip("0123456789_")
        return piece.kind is Kind.WORD and stem in known().ukuran.huruf_bobot.words

    def _is_weighted_word(self, weight: Piece, piece: Piece | None) -> bool:
        """Tell whether ``piece`` is what ``weight`` weights: a symbol, or a name behind ``w1``."""
        numbered = weight.text[-1:].isdigit() and piece is not None and piece.kind is Kind.WORD
        return numbered or self._is_letter(piece)

    def _is_percentage_remark(self) -> bool:
        inside = self._peek(1)
        return (
            inside is not None
            and inside.kind is Kind.NUMBER
            and inside.percent
            and self._is(Kind.CLOSE, ahead=2)
        )

    def _phrase(self) -> str:
        """Return the name of a measure from here on, as it is written."""
        start = self._index
        while (piece := self._peek()) is not None and piece.kind not in ENDS:
            first = self._pieces[start]
            if (
                self._index == start + 1
                and self._is_weight_letter(first)
                and self._is_weighted_word(first, piece)
            ):
                break
            if piece.kind is Kind.OPEN:
                closing = self._remark_end(start)
                if closing is None:
                    break
                self._index = closing
            elif piece.kind in (Kind.SUM, Kind.ROOT):
                break
            elif piece.kind is Kind.STRANGE:
                self._doubt(
                    kinds.UNCLEAR_PART.at(bagian=excerpt(self._text(start, self._index + 1)))
                )
            self._index += 1
        end = self._index
        while end > start + 1 and self._pieces[end - 1].kind in (Kind.GLUE, Kind.COMMA):
            end -= 1
        return one_line(self._text(start, end))

    def _remark_end(self, start: int) -> int | None:
        """Return where a remark in parentheses closes; nothing if it is no remark."""
        closing = self._closing()
        inside = range(self._index + 1, closing)
        if closing == len(self._pieces) or self._is_percentage_remark():
            return None
        figures = any(self._pieces[index].kind is Kind.NUMBER for index in inside)
        if figures and self._pieces[self._index - 1].kind is Kind.NUMBER:
            return None
        computes = any(self._computes(index) for index in inside)
        return None if computes and not self._counts_parts(start, closing) else closing

    def _computes(self, index: int) -> bool:
        kind = self._pieces[index].kind
        operator = kind is Kind.OPERATOR and not self._is_date_hyphen(index)
        return operator or kind in (Kind.EQUALS, Kind.LOST, Kind.SUM, Kind.ROOT)

    def _counts_parts(self, start: int, closing: int) -> bool:
        """Tell whether a bracket names the parts of what is counted: ``keluar (hidup + mati)``."""
        words = [piece for piece in self._pieces[self._index + 1 : closing] if piece.text != "+"]
        plain = all(piece.kind is Kind.WORD and piece.text.islower() for piece in words)
        measures = {piece.text for piece in words} & known().ukuran.awal.words
        counted = self._text_at(start) in known().ukuran.cacah.words and self._index > start + 1
        return plain and counted and not measures and not any(map(self._is_letter, words))

    def _is_date_hyphen(self, index: int) -> bool:
        """Tell whether a hyphen stands between two numbers: ``(skala 1-5)``."""
        return (
            self._pieces[index].text == "-"
            and 0 < index < len(self._pieces) - 1
            and self._pieces[index - 1].kind is Kind.NUMBER
            and self._pieces[index + 1].kind is Kind.NUMBER
        )

    def _label_of(self, name: Name) -> str:
        return self._labels[int(name.name.removeprefix(_PLACEHOLDER))]

    def _variable(self, text: str) -> Expression:
        """Return the variable called ``text``; the one of the period before, if it says so."""
        before = BEFORE in text
        label = one_line(text.replace(NOW, " ").replace(BEFORE, " "))
        label = self._trimmed(label) or (UNNAMED if NOW in text or before else "")
        known = len(self._labels)
        index = index_of(label, self._labels)
        if index == known:
            again = len(re.findall(rf"(?<!\w){re.escape(label)}(?!\w)", self._statement)) > 1
            for doubt in label_doubts(label, again=again):
                self._doubt(doubt)
        name = Name(placeholder(index))
        return Call(Function.PREVIOUS, (name,)) if before else name

    def _trimmed(self, label: str) -> str:
        """Drop what joined a name to the time behind it: ``Jumlah konflik pada (tahun n)``."""
        words = label.split()
        while len(words) > 1 and words[-1].casefold().strip("-,") in self._joins:
            words.pop()
        return " ".join(words).strip(" .,-")
