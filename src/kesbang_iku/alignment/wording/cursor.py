"""Where the reading of a statement stands: its pieces, and the names and doubts found so far."""

import re
from typing import Final

from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.labels import excerpt, label_doubts
from kesbang_iku.alignment.wording.pieces import BEFORE, NOW, Kind, Piece, is_symbol
from kesbang_iku.alignment.wording.vocabulary import known
from kesbang_iku.findings import Finding, FindingKind, kinds
from kesbang_iku.formula import Binary, BinaryOperator, Call, Expression, Function, Name

ENDS: Final = frozenset(
    {
        *(Kind.OPERATOR, Kind.CLOSE, Kind.EQUALS, Kind.SEMICOLON, Kind.LOST),
        *(Kind.ELLIPSIS, Kind.RATE, Kind.END),
    }
)
"""What the name of a measure ends before."""
_PHRASE_ENDS: Final = ENDS | {Kind.SUM, Kind.ROOT}
_SHORTEST: Final = 3
"""What is shorter in a bracket is a symbol rather than a part that has a name."""
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


def times(left: Expression, right: Expression) -> Expression:
    """Return the product of two."""
    return Binary(BinaryOperator.MULTIPLY, left, right)


def over(left: Expression, right: Expression) -> Expression:
    """Return the quotient of two."""
    return Binary(BinaryOperator.DIVIDE, left, right)


class Cursor:
    """A place in the pieces of one statement, moved on by who reads them."""

    def __init__(self, pieces: list[Piece], statement: str) -> None:
        self._pieces = pieces
        self._statement = statement
        self._end = Piece(Kind.END, "", max(0, len(statement) - 30), len(statement))
        self._index = 0
        self._depth = 0
        self._labels: list[str] = []
        self._doubts: list[Finding] = []

    def _peek(self, ahead: int = 0) -> Piece:
        """Return the piece here or so many ahead: one without text behind the last."""
        index = self._index + ahead
        return self._pieces[index] if index < len(self._pieces) else self._end

    @property
    def _before(self) -> Piece:
        return self._pieces[self._index - 1]

    def _is(self, kind: Kind, text: str = "", ahead: int = 0) -> bool:
        piece = self._peek(ahead)
        return piece.kind is kind and (not text or piece.text in text)

    def _takes(self, kind: Kind, text: str = "") -> bool:
        """Tell whether such a piece stands here, and move on behind it."""
        found = self._is(kind, text)
        self._index += found
        return found

    def _doubt(self, kind: FindingKind, part: str | None = None) -> None:
        """Doubt a part of the statement, or all of it."""
        finding = kind.at(bagian=excerpt(self._statement if part is None else part))
        if finding not in self._doubts:
            self._doubts.append(finding)

    def _fail(self) -> UnreadableError:
        return UnreadableError(
            kinds.INCOMPLETE.at(bagian=excerpt(self._statement[self._peek().start :]))
        )

    def _left_over(self) -> UnreadableError:
        piece = self._peek()
        if piece.kind not in (Kind.WORD, Kind.OPEN, Kind.NUMBER):
            return self._fail()
        part = excerpt(self._statement[max(0, piece.start - 20) :])
        return UnreadableError(kinds.WORDS_MISSING_OPERATOR.at(bagian=part))

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

    def _weights(self, weight: Piece, piece: Piece) -> bool:
        """Tell whether a symbol such as ``w1`` weights ``piece``: a symbol, or a name."""
        stem = weight.word.rstrip("0123456789_")
        if weight.kind is not Kind.WORD or stem not in known().ukuran.huruf_bobot.words:
            return False
        return piece.kind is Kind.WORD and (weight.text[-1:].isdigit() or is_symbol(piece.text))

    def _is_percentage_remark(self) -> bool:
        inside = self._peek(1)
        return inside.kind is Kind.NUMBER and inside.percent and self._is(Kind.CLOSE, ahead=2)

    def _phrase(self) -> str:
        """Return the name of a measure from here on, as it is written."""
        start = self._index
        while (piece := self._peek()).kind not in _PHRASE_ENDS:
            if self._index == start + 1 and self._weights(self._pieces[start], piece):
                break
            if piece.kind is Kind.OPEN:
                closing = self._remark_end(start)
                if closing is None:
                    break
                self._index = closing
            elif piece.kind is Kind.STRANGE:
                self._doubt(kinds.UNCLEAR_PART, self._text(start, self._index + 1))
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
        if figures and self._before.kind is Kind.NUMBER:
            return None
        computes = any(self._computes(index) for index in inside)
        return None if computes and not self._counts_parts(start, closing) else closing

    def _computes(self, index: int) -> bool:
        """Tell whether a piece in a bracket computes; the hyphen of ``(skala 1-5)`` does not."""
        piece = self._pieces[index]
        around = [found.kind for found in self._pieces[index - 1 : index + 2 : 2]]
        ranges = piece.text == "-" and around == [Kind.NUMBER, Kind.NUMBER]
        signs = (Kind.EQUALS, Kind.LOST, Kind.SUM, Kind.ROOT)
        return piece.kind in signs or (piece.kind is Kind.OPERATOR and not ranges)

    def _counts_parts(self, start: int, closing: int) -> bool:
        """Tell whether a bracket names the parts of what is counted: ``keluar (hidup + mati)``."""
        words = [piece for piece in self._pieces[self._index + 1 : closing] if piece.text != "+"]
        plain = all(
            p.kind is Kind.WORD and (p.text.islower() or p.text[:2].isupper()) for p in words
        )
        measures = any(
            p.word in known().ukuran.awal.words or len(p.text) < _SHORTEST for p in words
        )
        head = [piece.word for piece in self._pieces[start : self._index]]
        counted = head[0] in known().ukuran.cacah.words
        counted = counted and known().ukuran.awal.words.isdisjoint(head[1:])
        return plain and counted and self._index > start + 1 and not measures

    def _label_of(self, name: Name) -> str:
        return self._labels[int(name.name.removeprefix(_PLACEHOLDER))]

    def _variable(self, text: str) -> Expression:
        """Return the variable called ``text``; the one of the period before, if it says so."""
        before = BEFORE in text
        label = _trimmed(text.replace(NOW, " ").replace(BEFORE, " "))
        label = label or (UNNAMED if NOW in text or before else "")
        if before and NOW in text:  # of this year, with what is left of the last one
            self._doubt(kinds.UNCLEAR_PART, label)
        read = len(self._labels)
        index = index_of(label, self._labels)
        if index == read:
            symbols = all(map(is_symbol, label.split()))
            whole = rf"(?<!\w){re.escape(label)}(?!\w)"
            again = symbols and len(re.findall(whole, self._statement)) > 1
            self._doubts += [
                doubt for doubt in label_doubts(label, again=again) if doubt not in self._doubts
            ]
        name = Name(placeholder(index))
        return Call(Function.PREVIOUS, (name,)) if before else name


def _trimmed(label: str) -> str:
    """Drop what joined a name to the time behind it: ``Jumlah konflik pada (tahun n)``."""
    words = label.split()
    joins = known().waktu.sambungan.words
    while len(words) > 1 and words[-1].casefold().strip("-,") in {*joins, ""}:
        words.pop()
    return " ".join(words).strip(" .,-")
