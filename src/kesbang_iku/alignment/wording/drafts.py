"""From the pieces of a statement to a tree whose variables are still labels."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from kesbang_iku.alignment.wording.cursor import ENDS, UNNAMED, Cursor, UnreadableError, over, times
from kesbang_iku.alignment.wording.pieces import HUNDRED, Kind, Piece, is_scale, is_symbol
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, content_words, known, starts_measure
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
from kesbang_iku.formula.tree import is_quotient

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
        tree = self._rated_sum()
        if self._takes(Kind.ELLIPSIS):
            self._doubt(kinds.INCOMPLETE)
        while self._takes(Kind.GLUE, ".") or self._takes(Kind.COMMA) or self._takes(Kind.SEMICOLON):
            pass
        if not self._is(Kind.END) and not self._is_when():
            raise self._left_over()
        if (UNNAMED in self._labels and len(self._labels) > 1) or self._is_a_list(tree):
            self._doubt(kinds.UNCLEAR_PART)
        return Draft(tree, self._labels, self._doubts)

    def _is_when(self) -> bool:
        """Tell whether all that follows says when or where, behind a factor that scales."""
        rest = self._pieces[self._index :]
        plain = all(piece.kind is Kind.WORD for piece in rest)
        measures = {piece.word for piece in rest} & known().ukuran.awal.words
        joins = known().waktu.sambungan.words | known().kata.satuan_pengali.words
        multiplied = self._pieces[self._index - 2].text == "*"
        return (
            is_scale(self._before)
            and multiplied
            and self._peek().word in joins
            and plain
            and not measures
        )

    def _is_a_list(self, tree: Expression) -> bool:
        """Tell whether a plain sum has no measure in it: ``Sosialisasi + pembinaan``."""
        plain = not any(isinstance(node, Number) for node in walk(tree))
        measures = any(is_symbol(label) or starts_measure(label) for label in self._labels)
        return set(_operators(tree)) == {"+"} and plain and not measures

    def _rated_sum(self) -> Expression:
        """Read a sum, and what is behind it: ``per 100.000 penduduk``."""
        tree = self._sum()
        return self._rate(tree) if self._takes(Kind.RATE) else tree

    def _sum(self) -> Expression:
        start = self._index
        terms = [self._term()]
        tree = terms[0].tree
        while self._is(Kind.OPERATOR, "+-") or self._is_lost_minus():
            operator = BinaryOperator.ADD if self._peek().text == "+" else BinaryOperator.SUBTRACT
            self._index += 1
            if self._takes(Kind.ELLIPSIS):
                self._doubt(kinds.INCOMPLETE)
                break
            terms.append(self._term())
            tree = Binary(operator, tree, terms[-1].tree)
        if len(terms) > 1:
            self._doubt_order(terms, self._text(start, self._index))
        return tree

    def _is_lost_minus(self) -> bool:
        """Tell whether a lost sign stands between two operands; it is doubted then."""
        operand = self._peek(1).kind in (Kind.WORD, Kind.NUMBER, Kind.OPEN)
        if not (operand and self._is(Kind.LOST)):
            return False
        self._doubt(kinds.LOST_SIGN)
        return True

    def _doubt_order(self, terms: list[Term], part: str) -> None:
        """Doubt a sum in which the usual order may not be the one that is meant."""
        named = [self._label_of(term.tree) for term in terms if isinstance(term.tree, Name)]
        if _is_ambiguous(terms):
            self._doubt(kinds.AMBIGUOUS_ORDER, part)
        if not all("*" in term.operators or term.constant is not None for term in terms):
            self._doubt_unmeasured(named)
        averaged = [known().pembuka.rata_rata.leading.match(label) is not None for label in named]
        if averaged and averaged[0] and not all(averaged):
            # "Rata-rata A + B + C" may be the mean of the whole sum.
            self._doubt(kinds.AMBIGUOUS_ORDER, part)

    def _doubt_unmeasured(self, named: list[str]) -> None:
        """Doubt names of several words that do not start with what is measured."""
        narrows = [
            not known().ukuran.perinci.words.isdisjoint(label.casefold().split()) for label in named
        ]
        heads = {label.casefold().split()[0] for label in named}
        whole = len(heads) == 1 or starts_measure(named[-1] if named else "")
        if len(named) > 1 and narrows[-1] and not all(narrows) and not whole:
            # The end of the last name may belong to all: "Jumlah A + B yang aktif".
            self._doubt(kinds.AMBIGUOUS_ORDER, " + ".join(named))
        for label in named:
            # A long name in capitals beside a plus is an organisation rather than a number; one
            # that says of whom by figures is not.
            bounds = PATTERNS.bound.search(label) or label.endswith("ke atas")
            long = len(label.split()) > _WORDS_OF_A_SHORT_NAME
            if long and not (starts_measure(label) or bounds):
                self._doubt(kinds.UNCLEAR_PART, label)

    def _term(self) -> Term:
        start = self._index
        tree = factor = self._factor()
        constant = tree.value if isinstance(tree, Number) else None
        operators = ""
        while sign := self._next_factor(tree, factor):
            factor = self._factor()
            if isinstance(factor, Number):
                constant = factor.value
            averaged = isinstance(tree, Call) and tree.function is Function.MEAN and sign == "/"
            if averaged or ("/" in operators and (sign == "/" or not isinstance(factor, Number))):
                self._doubt_chain(start, sign)
            operators += sign
            tree = times(tree, factor) if sign == "*" else over(tree, factor)
        return Term(tree, operators, constant)

    def _doubt_chain(self, start: int, sign: str) -> None:
        first = self._pieces[start]
        # 1/5 x total: a fraction of numbers in front stands for itself.
        leading = self._pieces[start + 2].kind is Kind.NUMBER
        # 1/n x (total): one part of a total, never one over a product.
        part_of = first.value == 1 and self._before.kind is Kind.CLOSE
        if not (sign == "*" and first.kind is Kind.NUMBER and (leading or part_of)):
            self._doubt(kinds.AMBIGUOUS_ORDER, self._text(start, self._index))

    def _next_factor(self, tree: Expression, last: Expression) -> str:
        """Return the sign before the next factor, taken; "" if there is none."""
        if self._takes(Kind.OPERATOR, "*/"):
            return self._before.text
        return "*" if self._multiplies(tree, last) else ""

    def _multiplies(self, tree: Expression, last: Expression) -> bool:
        """Tell whether what was read multiplies what stands here, without a sign."""
        before, piece = self._before, self._peek()
        if piece.kind is Kind.OPEN:
            factor = isinstance(last, Number) and self._is_factor(before)
            return factor or self._is_percentage_remark()
        if piece.kind is Kind.WORD and before.kind is Kind.NUMBER and isinstance(tree, Number):
            glued = before.end == piece.start and not before.percent
            return glued or self._is_weight(before, piece) or self._is_coefficient(before, piece)
        return self._weights(before, piece)

    def _is_factor(self, number: Piece) -> bool:
        """Tell whether a number multiplies the parenthesis behind it: ``4,21 (Sangat Baik)``."""
        inside = self._pieces[self._index : self._closing()]
        small = number.percent or number.value < 1
        glued = number.end == self._peek().start or self._index > 1
        return small or glued or any(piece.kind is Kind.OPERATOR for piece in inside)

    def _is_coefficient(self, number: Piece, name: Piece) -> bool:
        """Tell whether ``0,3 K`` stands there; ``3 FKUB aktif`` counts, and computes nothing."""
        short = len(name.text) <= _LETTERS_OF_A_SYMBOL or number.value.denominator > 1
        return is_symbol(name.text) and short and not self._is(Kind.WORD, ahead=1)

    def _is_weight(self, number: Piece, name: Piece) -> bool:
        """Tell whether ``30% rencana`` or ``0,3 rencana`` stands there: a part of a whole."""
        weighs = number.value < (HUNDRED if number.percent else 1)
        others = known().kata.sambung.words | known().waktu.satuan.words
        return weighs and name.word not in others | known().ukuran.seluruh.words

    # ------------------------------------------------------------------- factors

    def _factor(self) -> Expression:
        self._depth += 1
        if self._depth > _DEPTH:
            raise UnreadableError(kinds.WORDS_TOO_LONG.at(ada=self._depth, batas=_DEPTH))
        tree = self._factor_of(self._peek())
        self._depth -= 1
        return tree

    def _factor_of(self, piece: Piece) -> Expression:
        if piece.kind is Kind.WORD:
            return self._worded()
        self._index += 1
        match piece.kind:
            case Kind.NUMBER:
                self._skip_unit(piece)
                return Number(_constant(piece))
            case Kind.OPEN:
                return self._parenthesis()
            case Kind.ROOT:
                bracketed = self._is(Kind.OPEN)
                tree = self._factor()
                if not bracketed and self._is(Kind.OPERATOR, "*/"):
                    # How far the bar of the root goes is not printed.
                    self._doubt(kinds.AMBIGUOUS_ORDER)
                return Call(Function.SQUARE_ROOT, (tree,))
            case Kind.SUM | Kind.LOST:
                return self._summed(lost=piece.kind is Kind.LOST)
            case Kind.GLUE if piece.text == "%" and self._is(Kind.WORD):
                return self._measure()
            case _:
                self._index -= 1
                raise self._fail()

    def _skip_unit(self, number: Piece) -> None:
        """Skip the unit of a factor, or a remark behind it: ``x 100.000 penduduk``, ``x 12 bulan``.

        Over 100.000 inhabitants is a rate rather than a division by that number.
        """
        before = self._pieces[self._index - 2] if self._index > 1 else self._end
        if before.kind is not Kind.OPERATOR or before.text not in "*/":
            return
        scales = before.text == "*" and number.value >= HUNDRED
        units = known().kata.satuan_pengali if scales else known().waktu.satuan
        if self._peek(1).kind in ENDS and self._peek().word in units.words:
            self._index += self._is(Kind.WORD)
        if scales and self._is(Kind.OPEN):
            start, self._index = self._index, self._closing() + 1
            inside = self._pieces[start : self._index]
            if any(piece.kind is Kind.OPERATOR for piece in inside):
                self._doubt(kinds.UNCLEAR_PART, self._text(start, self._index - 1))

    def _parenthesis(self) -> Expression:
        """Read a bracket that was opened."""
        tree = self._rated_sum()
        if self._peek().kind in (Kind.SEMICOLON, Kind.COMMA) and self._is(Kind.WORD, ahead=1):
            tree = self._with_weight(tree)
        if self._takes(Kind.ELLIPSIS):
            self._doubt(kinds.INCOMPLETE)
        if not self._takes(Kind.CLOSE):
            raise self._left_over()
        return tree

    def _with_weight(self, tree: Expression) -> Expression:
        """Read ``; bobot 60 %`` behind a measure, inside its parentheses."""
        number = self._peek(2)
        weighs = known().ukuran.bobot.anywhere.fullmatch(self._peek(1).text)
        if not weighs or number.kind is not Kind.NUMBER:
            raise self._fail()
        self._index += 3
        return times(Number(_constant(number)), tree)

    def _summed(self, *, lost: bool) -> Expression:
        """Read what a sum sign stands in front of: one measure, or a numbered series of them."""
        start = self._index
        if self._takes(Kind.OPEN):
            tree = self._parenthesis()
            if lost or not isinstance(tree, Name | Call):
                self._doubt(kinds.LOST_SIGN, self._text(start, self._index))
            return tree
        text = self._measured()
        series = self._series(text)
        if series is not None:
            return Call(Function.SUM, series)
        if PATTERNS.series.fullmatch(text):
            self._doubt(kinds.UNCLEAR_PART, text)
        return self._variable(text)

    def _series(self, text: str) -> tuple[Expression, ...] | None:
        """Return the items of ``Variabel 1-8``, or nothing if ``text`` is no series."""
        match = PATTERNS.series.fullmatch(text)
        base = match["base"].strip() if match else ""
        if match is None or not base:
            return None
        first, last, item = int(match["first"]), int(match["last"]), base.split()[-1]
        numbered = is_symbol(item) or item.casefold() in known().ukuran.butir.words
        if not numbered or not first < last <= first + known().batas.butir.nilai:
            return None
        return tuple(self._variable(f"{base} {number}") for number in range(first, last + 1))

    def _rate(self, tree: Expression) -> Expression:
        """Read ``100.000 penduduk`` behind a measure and "per"."""
        if self._is(Kind.END):
            raise self._fail()
        factor = Number(self._peek().value)
        self._index += 1
        if is_quotient(tree):
            start = self._index
            unit = self._phrase() if self._is(Kind.WORD) else ""
            if not unit or self._repeats(unit, tree.right):
                # The quotient is there already: "A / penduduk per 100.000 penduduk".
                return times(tree, factor)
            self._index = start
        base = self._measure()
        if "/" in _operators(tree):
            self._doubt(kinds.AMBIGUOUS_ORDER)
        return times(over(tree, base), factor)

    def _repeats(self, unit: str, denominator: Expression) -> bool:
        """Tell whether the unit of a rate is its denominator once more, or one of inhabitants."""
        if not isinstance(denominator, Name):
            return False
        named, words = set(content_words(self._label_of(denominator))), set(content_words(unit))
        people = known().kata.satuan_pengali.words
        return bool(words) and (words <= named or bool(words <= people and named & people))

    # --------------------------------------------------------------------- words

    def _worded(self) -> Expression:
        """Read what starts with a word: a function in words, or the name of a measure."""
        start, opening = self._index, known().pembuka
        for phrases, read in (
            (opening.rata_rata_geometrik, partial(self._function, Function.GEOMETRIC_MEAN)),
            (opening.rata_rata, partial(self._function, Function.MEAN)),
            (opening.akar, self._root),
            (opening.selisih, self._difference),
            (known().ukuran.cacah, self._total),
        ):
            found = phrases.leading.match(self._statement, self._peek().start)
            if found:
                while not self._is(Kind.END) and self._peek().start < found.end():
                    self._index += 1
                tree = read()
                if tree is not None:
                    return tree
                self._index = start
        return self._measure()

    def _function(self, function: Function) -> Expression | None:
        """Read the arguments of a function in words; nothing if it is part of a name."""
        inside = self._takes(Kind.OPEN)
        text = self._measured()
        series = self._series(text)
        items = [item for item in PATTERNS.items.split(text) if item]
        if inside and not self._takes(Kind.CLOSE):
            raise self._left_over()
        if series is not None:
            return Call(function, series)
        if len(items) > 1 and not any(item.isdigit() for item in items):
            long = any(len(item.split()) > _WORDS_OF_AN_ITEM for item in items)
            if long or PATTERNS.bound.search(text):
                self._doubt(kinds.UNCLEAR_PART, text)
            return Call(function, tuple(map(self._variable, items)))
        if function is Function.GEOMETRIC_MEAN:
            raise self._fail()
        return None

    def _root(self) -> Expression:
        """Read what stands behind a word for a root: a parenthesis, or a product of two."""
        if self._takes(Kind.OPEN):
            return Call(Function.SQUARE_ROOT, (self._parenthesis(),))
        left = self._measure()
        if not self._takes(Kind.OPERATOR, "*"):
            raise self._fail()
        root = Call(Function.SQUARE_ROOT, (times(left, self._measure()),))
        if self._is(Kind.OPERATOR, "*/"):
            # How far the root goes is not said.
            self._doubt(kinds.AMBIGUOUS_ORDER)
        return root

    def _difference(self) -> Expression | None:
        """Read ``selisih A dan B``; nothing if it does not name two measures."""
        text = self._phrase() if self._is(Kind.WORD) else ""
        for separator in PATTERNS.pair_separators:
            parts = [part.strip() for part in separator.split(text)]
            if len(parts) == 2 and all(parts):  # noqa: PLR2004 - a pair
                first, second = map(self._variable, parts)
                if not isinstance(second, Call):
                    # Which of the two is taken from the other is sure only for time.
                    self._doubt(kinds.AMBIGUOUS_ORDER, text)
                return Binary(BinaryOperator.SUBTRACT, first, second)
        return None

    def _total(self) -> Expression | None:
        """Read ``total (A + B)`` and ``total indeks sila 1 sampai 5``; nothing if it is a name."""
        if self._is(Kind.OPEN) and self._is(Kind.WORD, ahead=1):
            mark = self._labels[:], self._doubts[:]
            self._index += 1
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
                self._index += 1
                return self._parenthesis()
        return None

    def _lists_parts_of(self, text: str) -> bool:
        """Tell whether a bracket adds up what stands in front: ``4 aspek (aspek A + aspek B)``."""
        closing = self._closing()
        inside = self._pieces[self._index + 1 : closing]
        signs = {piece.text for piece in inside if piece.kind is not Kind.WORD}
        parts = self._text(self._index + 1, closing).split("+")
        whole = set(content_words(text))
        return signs == {"+"} and all(whole & set(content_words(part)) for part in parts)

    def _measured(self) -> str:
        """Return the name of a measure, which must stand here."""
        if not self._is(Kind.WORD):
            raise self._fail()
        return self._phrase()

    def _measure(self) -> Expression:
        return self._variable(self._measured())


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
