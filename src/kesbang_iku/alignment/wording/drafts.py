"""From the pieces of a statement to a tree whose variables are still labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.alignment.wording.cursor import ENDS, UNNAMED, Cursor, UnreadableError
from kesbang_iku.alignment.wording.labels import excerpt
from kesbang_iku.alignment.wording.pieces import HUNDRED, Kind, Piece, is_scale, is_symbol
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    Number,
    walk,
)

_DEPTH: Final = 24
_WORDS_OF_AN_ITEM: Final = 6
_LETTERS_OF_A_SYMBOL: Final = 2
_WORDS_OF_A_SHORT_NAME: Final = 3


class Term(NamedTuple):
    """A product of a sum: its tree, the operations outside of parentheses, its first constant."""

    tree: Expression
    operators: str
    constant: Fraction | None


@dataclass(slots=True)
class Draft:
    """A tree over placeholders: the variable ``v0`` is called ``labels[0]``."""

    tree: Expression
    labels: list[str]
    doubts: list[Finding]
    notes: list[Finding] = field(default_factory=list)

    @property
    def has_division(self) -> bool:
        """Whether anything is divided."""
        return "/" in _operators(self.tree)


def _operators(tree: Expression) -> str:
    match tree:
        case Binary(operator=operator, left=left, right=right):
            return operator.value + _operators(left) + _operators(right)
        case Call(arguments=arguments):
            return "".join(map(_operators, arguments))
        case _:
            return ""


def read_expression(pieces: list[Piece], statement: str) -> Draft:
    """Read pieces with paired parentheses as an expression.

    Raises:
        UnreadableError: they are none.
    """
    return _Parser(pieces, statement).whole()


class _Parser(Cursor):
    """One reading of one list of pieces."""

    # ------------------------------------------------------------------- grammar

    def whole(self) -> Draft:
        """Return the draft of all pieces."""
        tree = self._sum()
        if self._is(Kind.RATE):
            tree = self._rate(tree)
        if self._is(Kind.ELLIPSIS):
            self._doubt(kinds.INCOMPLETE.at(bagian=excerpt(self._statement)))
            self._index += 1
        while self._is(Kind.GLUE, ".") or self._is(Kind.COMMA) or self._is(Kind.SEMICOLON):
            self._index += 1
        if self._is_when():
            self._index = len(self._pieces)
        if self._peek() is not None:
            raise self._left_over()
        if UNNAMED in self._labels and len(self._labels) > 1:
            self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(self._statement)))
        if self._is_a_list(tree):
            self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(self._statement)))
        return Draft(tree, self._labels, self._doubts)

    def _is_when(self) -> bool:
        """Tell whether all that follows says when or where, behind a factor that scales."""
        rest = self._pieces[self._index :]
        return (
            is_scale(self._pieces[self._index - 1])
            and bool(rest)
            and self._text_at(self._index) in known().waktu.sambungan.words
            and all(piece.kind is Kind.WORD for piece in rest)
            and not {piece.text.casefold() for piece in rest} & known().ukuran.awal.words
        )

    def _is_a_list(self, tree: Expression) -> bool:
        """Tell whether a plain sum has no measure in it: ``Sosialisasi + pembinaan``."""
        return (
            set(_operators(tree)) == {"+"}
            and not any(isinstance(node, Number) for node in walk(tree))
            and not any(
                is_symbol(label) or label.split(" ", 1)[0].casefold() in known().ukuran.awal.words
                for label in self._labels
            )
        )

    def _sum(self) -> Expression:
        start = self._index
        terms = [self._term()]
        signs: list[str] = []
        while self._is(Kind.OPERATOR, "+-") or self._is_lost_minus():
            piece = self._peek()
            signs.append("-" if piece is None or piece.kind is Kind.LOST else piece.text)
            self._index += 1
            if self._is(Kind.ELLIPSIS):
                self._doubt(kinds.INCOMPLETE.at(bagian=excerpt(self._statement)))
                self._index += 1
                signs.pop()
                break
            terms.append(self._term())
        self._note_doubts(terms, signs, start)
        tree = terms[0].tree
        for sign, term in zip(signs, terms[1:], strict=True):
            operator = BinaryOperator.ADD if sign == "+" else BinaryOperator.SUBTRACT
            tree = Binary(operator, tree, term.tree)
        return tree

    def _is_lost_minus(self) -> bool:
        """Tell whether a lost sign stands between two operands; it is doubted then."""
        if not self._is(Kind.LOST):
            return False
        behind = self._peek(1)
        if behind is None or behind.kind not in (Kind.WORD, Kind.NUMBER, Kind.OPEN):
            return False
        self._doubt(kinds.LOST_SIGN.at(bagian=excerpt(self._statement)))
        return True

    def _note_doubts(self, terms: list[Term], signs: list[str], start: int) -> None:
        """Doubt a sum in which the usual order may not be the one that is meant."""
        if not signs:
            return
        part = excerpt(self._text(start, self._index))
        if _is_ambiguous(terms):
            self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=part))
        if not self._is_weighted(terms):
            self._doubt_unmeasured(terms)
        named = [self._label_of(term.tree) for term in terms if isinstance(term.tree, Name)]
        averaged = [known().pembuka.rata_rata.leading.match(label) is not None for label in named]
        if averaged and averaged[0] and not all(averaged):
            # "Rata-rata A + B + C" may be the mean of the whole sum.
            self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=part))

    @staticmethod
    def _is_weighted(terms: list[Term]) -> bool:
        return all("*" in term.operators or term.constant is not None for term in terms)

    def _doubt_unmeasured(self, terms: list[Term]) -> None:
        """Doubt names of several words that do not start with what is measured."""
        named = [self._label_of(term.tree) for term in terms if isinstance(term.tree, Name)]
        if self._shares_an_end(named):
            self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=excerpt(" + ".join(named))))
        for label in named:
            words = label.split()
            # A long name in capitals beside a plus is an organisation rather than a number.
            starts = words[0].casefold() in known().ukuran.awal.words if words else False
            if len(words) > _WORDS_OF_A_SHORT_NAME and not (starts or self._bounds(label)):
                self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(label)))

    def _bounds(self, label: str) -> bool:
        """Tell whether a name says of whom it is by figures: ``penduduk usia 0-14 tahun``."""
        return PATTERNS.bound.search(label) is not None or label.endswith("ke atas")

    def _shares_an_end(self, named: list[str]) -> bool:
        """Tell whether the end of the last name may belong to all: ``Jumlah A + B yang aktif``."""
        words = [name.casefold().split() for name in named]
        narrows = [not known().ukuran.perinci.words.isdisjoint(found) for found in words]
        own = len(words) > 1 and words[-1][:1] and words[-1][0] in known().ukuran.awal.words
        return len(words) > 1 and not own and narrows[-1] and not all(narrows)

    def _term(self) -> Term:
        start = self._index
        tree = factor = self._factor()
        constant = tree.value if isinstance(tree, Number) else None
        operators = ""
        while True:
            sign = self._next_factor(tree, factor)
            if not sign:
                break
            factor = self._factor()
            if isinstance(factor, Number):
                constant = factor.value
            averaged = isinstance(tree, Call) and tree.function is Function.MEAN and sign == "/"
            if averaged or ("/" in operators and (sign == "/" or not isinstance(factor, Number))):
                self._doubt_chain(start, sign)
            operators += sign
            operator = BinaryOperator.MULTIPLY if sign == "*" else BinaryOperator.DIVIDE
            tree = Binary(operator, tree, factor)
        return Term(tree, operators, constant)

    def _doubt_chain(self, start: int, sign: str) -> None:
        first = self._pieces[start]
        # 1/5 x total: a fraction of numbers in front stands for itself.
        leading = first.kind is Kind.NUMBER and self._pieces[start + 2].kind is Kind.NUMBER
        # 1/n x (total): one part of a total, never one over a product.
        part_of = first.kind is Kind.NUMBER and first.value == 1 and self._ended_a_bracket()
        if sign == "*" and (leading or part_of):
            return
        part = excerpt(self._text(start, self._index))
        self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=part))

    def _next_factor(self, tree: Expression, last: Expression) -> str:
        """Return the sign before the next factor, taken; "" if there is none."""
        piece = self._peek()
        if piece is None:
            return ""
        if piece.kind is Kind.OPERATOR and piece.text in "*/":
            self._index += 1
            return piece.text
        before = self._pieces[self._index - 1]
        if piece.kind is Kind.OPEN and isinstance(last, Number) and self._is_factor(before):
            return "*"
        return "*" if self._multiplies(before, piece, tree) else ""

    def _multiplies(self, before: Piece, piece: Piece, tree: Expression) -> bool:
        """Tell whether ``before``, the end of ``tree``, multiplies what stands behind it."""
        if piece.kind is Kind.WORD and before.kind is Kind.NUMBER and isinstance(tree, Number):
            glued = before.end == piece.start and not before.percent
            if glued or self._is_weight(before, piece) or self._is_coefficient(before, piece):
                return True
        if piece.kind is Kind.OPEN and self._is_percentage_remark():
            return True
        return self._is_weight_letter(before) and self._is_weighted_word(before, piece)

    def _is_factor(self, number: Piece) -> bool:
        """Tell whether a number multiplies the parenthesis behind it: ``4,21 (Sangat Baik)``."""
        opening = self._pieces[self._index]
        small = number.percent or number.value < 1
        inside = self._pieces[self._index : self._closing()]
        if any(piece.kind is Kind.OPERATOR for piece in inside):
            return True
        return small or number.end == opening.start or self._index > 1

    def _is_coefficient(self, number: Piece, name: Piece) -> bool:
        """Tell whether ``0,3 K`` stands there; ``3 FKUB aktif`` counts, and computes nothing."""
        if not is_symbol(name.text):
            return False
        short = len(name.text) <= _LETTERS_OF_A_SYMBOL or number.value.denominator > 1
        return short and not self._is(Kind.WORD, ahead=1)

    def _is_weight(self, number: Piece, name: Piece) -> bool:
        """Tell whether ``30% rencana`` or ``0,3 rencana`` stands there: a part of a whole."""
        weighs = number.value < (HUNDRED if number.percent else 1)
        plain = name.text.casefold()
        others = known().kata.sambung.words | known().waktu.satuan.words
        return weighs and plain not in others and plain not in known().ukuran.seluruh.words

    # ------------------------------------------------------------------- factors

    def _factor(self) -> Expression:
        piece = self._peek()
        if piece is None:
            raise self._fail()
        self._depth += 1
        if self._depth > _DEPTH:
            raise UnreadableError(kinds.WORDS_TOO_LONG.at(ada=self._depth, batas=_DEPTH))
        tree = self._factor_of(piece)
        self._depth -= 1
        return tree

    def _factor_of(self, piece: Piece) -> Expression:
        if piece.kind is Kind.NUMBER:
            self._index += 1
            self._skip_unit(piece)
            return Number(_constant(piece))
        if piece.kind is Kind.OPEN:
            return self._parenthesis()
        if piece.kind is Kind.ROOT:
            self._index += 1
            bracketed = self._is(Kind.OPEN)
            tree = self._factor()
            if not bracketed and self._is(Kind.OPERATOR, "*/"):
                # How far the bar of the root goes is not printed.
                self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=excerpt(self._statement)))
            return Call(Function.SQUARE_ROOT, (tree,))
        if piece.kind is Kind.SUM or piece.kind is Kind.LOST:
            self._index += 1
            return self._summed(lost=piece.kind is Kind.LOST)
        if piece.kind is Kind.GLUE and piece.text == "%" and self._is(Kind.WORD, ahead=1):
            self._index += 1
            return self._measure()
        if piece.kind is Kind.WORD:
            return self._worded()
        raise self._fail()

    def _skip_unit(self, number: Piece) -> None:
        """Skip the unit of a factor: ``x 100.000 penduduk``, ``x 12 bulan``."""
        before = self._pieces[self._index - 2] if self._index > 1 else None
        if before is None or before.kind is not Kind.OPERATOR or before.text not in "*/":
            return
        # Over 100.000 inhabitants is a rate rather than a division by that number.
        units = known().waktu.satuan.words
        if before.text == "*" and number.value >= HUNDRED:
            units = known().kata.satuan_pengali.words
        behind = self._peek(1)
        ends = behind is None or behind.kind in ENDS
        if ends and self._is(Kind.WORD) and self._text_at(self._index) in units:
            self._index += 1
        if self._is(Kind.OPEN) and before.text == "*" and number.value >= HUNDRED:
            self._skip_remark()

    def _skip_remark(self) -> None:
        """Skip a bracket behind a factor that scales: ``x 1.000 (kelahiran hidup)``."""
        closing = self._closing()
        inside = self._pieces[self._index + 1 : closing]
        if any(piece.kind is Kind.OPERATOR for piece in inside):
            self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(self._text(self._index, closing))))
        self._index = closing + 1

    def _parenthesis(self) -> Expression:
        self._index += 1
        tree = self._sum()
        if self._is(Kind.RATE):
            tree = self._rate(tree)
        if (self._is(Kind.SEMICOLON) or self._is(Kind.COMMA)) and self._is(Kind.WORD, ahead=1):
            tree = self._with_weight(tree)
        if self._is(Kind.ELLIPSIS):
            self._doubt(kinds.INCOMPLETE.at(bagian=excerpt(self._statement)))
            self._index += 1
        if not self._is(Kind.CLOSE):
            raise self._left_over()
        self._index += 1
        return tree

    def _with_weight(self, tree: Expression) -> Expression:
        """Read ``; bobot 60 %`` behind a measure, inside its parentheses."""
        word = self._peek(1)
        number = self._peek(2)
        if (
            word is None
            or number is None
            or not known().ukuran.bobot.anywhere.fullmatch(word.text)
            or number.kind is not Kind.NUMBER
        ):
            raise self._fail()
        self._index += 3
        return Binary(BinaryOperator.MULTIPLY, Number(_constant(number)), tree)

    def _summed(self, *, lost: bool) -> Expression:
        """Read what a sum sign stands in front of: one measure, or a numbered series of them."""
        start = self._index
        if self._is(Kind.OPEN):
            tree: Expression = self._parenthesis()
            if lost or not isinstance(tree, Name | Call):
                self._doubt(kinds.LOST_SIGN.at(bagian=excerpt(self._text(start, self._index))))
            return tree
        if not self._is(Kind.WORD):
            raise self._fail()
        text = self._phrase()
        series = self._series(text)
        if series is None:
            if PATTERNS.series.fullmatch(text):
                self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(text)))
            return self._variable(text)
        return Call(Function.SUM, series)

    def _series(self, text: str) -> tuple[Expression, ...] | None:
        """Return the items of ``Variabel 1-8``, or nothing if ``text`` is no series."""
        match = PATTERNS.series.fullmatch(text)
        if match is None or not match["base"].strip():
            return None
        first, last = int(match["first"]), int(match["last"])
        if not first < last <= first + known().batas.butir.nilai:
            return None
        base = match["base"].strip()
        last_word = base.split()[-1]
        if not is_symbol(last_word) and (last_word.casefold() not in known().ukuran.butir.words):
            return None
        return tuple(self._variable(f"{base} {item}") for item in range(first, last + 1))

    def _rate(self, tree: Expression) -> Expression:
        """Read ``per 100.000 penduduk`` behind a measure."""
        self._index += 1
        piece = self._peek()
        if piece is None:
            raise self._fail()
        self._index += 1
        factor = Number(piece.value)
        if isinstance(tree, Binary) and tree.operator is BinaryOperator.DIVIDE:
            start = self._index
            unit = self._phrase() if self._is(Kind.WORD) else ""
            if not unit or self._repeats(unit, tree.right):
                # The quotient is there already: "A / penduduk per 100.000 penduduk".
                return Binary(BinaryOperator.MULTIPLY, tree, factor)
            self._index = start
        if not self._is(Kind.WORD):
            raise self._fail()
        base = self._measure()
        if "/" in _operators(tree):
            self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=excerpt(self._statement)))
        quotient = Binary(BinaryOperator.DIVIDE, tree, base)
        return Binary(BinaryOperator.MULTIPLY, quotient, factor)

    def _repeats(self, unit: str, denominator: Expression) -> bool:
        """Tell whether the unit of a rate is its denominator once more, or one of inhabitants."""
        if not isinstance(denominator, Name):
            return False
        named = set(content_words(self._label_of(denominator)))
        words = set(content_words(unit))
        people = known().kata.satuan_pengali.words
        return bool(words) and (words <= named or bool(words <= people and named & people))

    # --------------------------------------------------------------------- words

    def _worded(self) -> Expression:
        """Read what starts with a word: a function in words, or the name of a measure."""
        piece = self._pieces[self._index]
        rest = self._statement[piece.start :]
        for pattern, function in (
            (known().pembuka.rata_rata_geometrik.leading, Function.GEOMETRIC_MEAN),
            (known().pembuka.rata_rata.leading, Function.MEAN),
            (known().pembuka.akar.leading, Function.SQUARE_ROOT),
        ):
            opening = pattern.match(rest)
            if opening:
                tree = self._function(function, piece.start + opening.end())
                if tree is not None:
                    return tree
        opening = known().pembuka.selisih.leading.match(rest)
        if opening:
            tree = self._difference(piece.start + opening.end())
            if tree is not None:
                return tree
        if piece.text.casefold() in known().ukuran.cacah.words:
            tree = self._total()
            if tree is not None:
                return tree
        return self._measure()

    def _function(self, function: Function, place: int) -> Expression | None:
        """Read the arguments of a function in words; nothing if it is part of a name."""
        start = self._index
        self._skip_to(place)
        if function is Function.SQUARE_ROOT:
            return self._root()
        inside = self._is(Kind.OPEN)
        self._index += inside
        if not self._is(Kind.WORD):
            raise self._fail()
        text = self._phrase()
        series = self._series(text)
        items = [item for item in PATTERNS.items.split(text) if item]
        if inside:
            if not self._is(Kind.CLOSE):
                raise self._left_over()
            self._index += 1
        if series is not None:
            return Call(function, series)
        if len(items) > 1:
            if any(len(item.split()) > _WORDS_OF_AN_ITEM for item in items):
                self._doubt(kinds.UNCLEAR_PART.at(bagian=excerpt(text)))
            return Call(function, tuple(self._variable(item) for item in items))
        self._index = start
        if function is Function.GEOMETRIC_MEAN:
            raise self._fail()
        return None

    def _root(self) -> Expression:
        """Read what stands behind a word for a root: a parenthesis, or a product of two."""
        if self._is(Kind.OPEN):
            return Call(Function.SQUARE_ROOT, (self._parenthesis(),))
        left = self._measure()
        if not self._is(Kind.OPERATOR, "*"):
            raise self._fail()
        self._index += 1
        both = Binary(BinaryOperator.MULTIPLY, left, self._measure())
        return Call(Function.SQUARE_ROOT, (both,))

    def _difference(self, place: int) -> Expression | None:
        """Read ``selisih A dan B``; nothing if it does not name two measures."""
        start = self._index
        self._skip_to(place)
        if not self._is(Kind.WORD):
            self._index = start
            return None
        text = self._phrase()
        for separator in PATTERNS.pair_separators:
            parts = separator.split(text)
            if len(parts) == 2 and all(part.strip() for part in parts):  # noqa: PLR2004 - a pair
                first, second = (self._variable(part.strip()) for part in parts)
                if not isinstance(second, Call):
                    # Which of the two is taken from the other is sure only for time.
                    self._doubt(kinds.AMBIGUOUS_ORDER.at(bagian=excerpt(text)))
                return Binary(BinaryOperator.SUBTRACT, first, second)
        self._index = start
        return None

    def _total(self) -> Expression | None:
        """Read ``total (A + B)`` and ``total indeks sila 1 sampai 5``; nothing if it is a name."""
        start = self._index
        self._index += 1
        if self._is(Kind.OPEN):
            inside = self._peek(1)
            if inside is not None and inside.kind is Kind.WORD:
                mark = (self._labels[:], self._doubts[:])
                tree = self._parenthesis()
                if isinstance(tree, Binary):
                    return tree
                self._labels[:], self._doubts[:] = mark
        elif self._is(Kind.WORD):
            text = self._phrase()
            series = self._series(text)
            if series is not None:
                return Call(Function.SUM, series)
            if self._is(Kind.OPEN) and self._lists_parts_of(text):
                return self._parenthesis()
        self._index = start
        return None

    def _lists_parts_of(self, text: str) -> bool:
        """Tell whether a bracket adds up what stands in front: ``4 aspek (aspek A + aspek B)``."""
        closing = self._closing()
        inside = self._pieces[self._index + 1 : closing]
        signs = {piece.text for piece in inside if piece.kind is not Kind.WORD}
        parts = self._text(self._index + 1, closing).split("+")
        whole = set(content_words(text))
        return signs == {"+"} and all(whole & set(content_words(part)) for part in parts)

    def _measure(self) -> Expression:
        if not self._is(Kind.WORD):
            raise self._fail()
        return self._variable(self._phrase())


def _is_ambiguous(terms: list[Term]) -> bool:
    """Tell whether the quotients of a sum differ, or one of them is scaled beside a number."""
    parts = [term for term in terms if not isinstance(term.tree, Number)]
    differ = any(term.operators != parts[0].operators for term in parts)
    if differ and any("/" in term.operators for term in parts):
        return True
    if len(parts) == len(terms) or not any(_is_scaled(term.tree) for term in parts):
        return False
    whole = next(term.tree for term in terms if isinstance(term.tree, Number))
    # 1 - A / B x 100 is meant to be (1 - A / B) x 100 as often as what it says.
    return whole != Number(Fraction(HUNDRED))


def _is_scaled(tree: Expression) -> bool:
    return (
        isinstance(tree, Binary)
        and tree.operator is BinaryOperator.MULTIPLY
        and any(isinstance(s, Number) and s.value >= HUNDRED for s in (tree.left, tree.right))
    )


def _constant(piece: Piece) -> Fraction:
    """Return what a number means in a formula: ``100%`` as a factor is 100, ``20%`` is 0.2."""
    if piece.percent and piece.value != HUNDRED:
        return piece.value / HUNDRED
    return piece.value
