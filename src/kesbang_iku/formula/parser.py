"""From tokens to the tree: precedence climbing with binding powers, types settled on the way.

Every node is checked as it is made: operands of arithmetic are numbers, operands of ``dan``,
``atau`` and ``bukan`` are conditions, functions have as many arguments as they take, and signs and
roots stay within the limits; the other limits were seen to by the tokens. A tree that comes out of
here can be evaluated without any further question of type.
"""

from fractions import Fraction
from typing import Final

from kesbang_iku.findings import FindingKind, kinds, sentences
from kesbang_iku.findings.near import near
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.errors import FormulaError, visible
from kesbang_iku.formula.functions import ELSEWHERE, Function, Takes
from kesbang_iku.formula.limits import MAXIMUM_DEPTH, MAXIMUM_ROOT_DEGREE, MAXIMUM_ROUND_DECIMALS
from kesbang_iku.formula.tokens import (
    FOREIGN_CONNECTIVES,
    FOREIGN_OPERATOR_WORDS,
    FOREIGN_WORDS,
    FUNCTIONS,
    Token,
    TokenKind,
    tokenize,
)

COMPARISONS: Final = frozenset(
    {
        nodes.BinaryOperator.LESS,
        nodes.BinaryOperator.LESS_EQUAL,
        nodes.BinaryOperator.GREATER,
        nodes.BinaryOperator.GREATER_EQUAL,
        nodes.BinaryOperator.EQUAL,
        nodes.BinaryOperator.NOT_EQUAL,
    }
)
CONNECTIVES: Final = frozenset({nodes.BinaryOperator.AND, nodes.BinaryOperator.OR})

BINDING_POWER: Final = {
    nodes.BinaryOperator.OR: 1,
    nodes.BinaryOperator.AND: 2,
    **dict.fromkeys(sorted(COMPARISONS), 4),
    nodes.BinaryOperator.ADD: 5,
    nodes.BinaryOperator.SUBTRACT: 5,
    nodes.BinaryOperator.MULTIPLY: 6,
    nodes.BinaryOperator.DIVIDE: 6,
}
"""How tightly an operator holds its operands; of two neighbours the higher one takes first."""

NOT_POWER: Final = 3
NEGATE_POWER: Final = 7
_OPERATORS: Final = {operator.value: operator for operator in nodes.BinaryOperator}
_FUNCTIONS: Final = {function.value: function for function in Function}


def is_condition(tree: nodes.Expression) -> bool:
    """Tell whether ``tree`` is true or false rather than a number."""
    if isinstance(tree, nodes.Binary):
        return tree.operator in COMPARISONS or tree.operator in CONNECTIVES
    return isinstance(tree, nodes.Unary) and tree.operator is nodes.UnaryOperator.NOT


def parse(text: str) -> nodes.Expression:
    """Read ``text`` as a formula (a number) or a rule (true or false).

    Args:
        text: The formula, at most ``limits.MAXIMUM_LENGTH`` characters.

    Returns:
        The tree; its spans are offsets into ``text``.

    Raises:
        FormulaError: The text is not a formula. The error's finding has a code between IKU100 and
            IKU149, the place in the text, and a hint.
    """
    tokens = tokenize(text)
    if tokens[0].kind is TokenKind.END:
        raise FormulaError.at(kinds.FORMULA_EMPTY, text, 0, 1)
    return _Parser(text, tokens).whole()


class _Parser:
    """One reading of one text."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._index = 0
        self._depth = 0
        self._root_degree = 1

    def whole(self) -> nodes.Expression:
        """Return the tree of the whole text."""
        tree = self._expression(0)
        token = self._peek()
        if token.kind is not TokenKind.END:
            raise self._misplaced(token)
        return tree

    # ------------------------------------------------------------------ tokens

    def _peek(self) -> Token:
        return self._tokens[self._index]

    def _take(self) -> Token:
        token = self._tokens[self._index]
        self._index += 1
        return token

    # ------------------------------------------------------------------ grammar

    def _expression(self, minimum: int) -> nodes.Expression:
        """Read an expression of operators that bind more tightly than ``minimum``."""
        start = self._peek().start
        left = self._operand()
        compared: Token | None = None
        while True:
            token = self._peek()
            operator = _OPERATORS.get(token.text)
            if operator is None or BINDING_POWER[operator] <= minimum:
                return left
            if operator in COMPARISONS:
                if compared is not None:
                    raise self._chained(left, token)
                compared = token
            self._index += 1
            right = self._expression(BINDING_POWER[operator])
            left = self._binary(operator, left, right, start)

    def _operand(self) -> nodes.Expression:
        token = self._take()
        kind = token.kind
        if kind is TokenKind.NAME:
            return self._name(token)
        if kind is TokenKind.NUMBER:
            return nodes.Number(_value(token.text), nodes.Span(token.start, token.end))
        if kind is TokenKind.OPEN:
            inner = self._nested(token, 0)
            self._close(token)
            return inner
        if kind is TokenKind.FUNCTION:
            return self._call(token)
        if token.text == nodes.UnaryOperator.NEGATE:
            return self._unary(nodes.UnaryOperator.NEGATE, NEGATE_POWER, token)
        if token.text == nodes.UnaryOperator.NOT:
            return self._unary(nodes.UnaryOperator.NOT, NOT_POWER, token)
        raise self._no_operand(token)

    def _nested(self, opening: Token, minimum: int) -> nodes.Expression:
        """Read what stands one level deeper, behind ``opening``."""
        self._depth += 1
        if self._depth > MAXIMUM_DEPTH:
            raise self._error(kinds.FORMULA_TOO_DEEP, opening, batas=MAXIMUM_DEPTH)
        tree = self._expression(minimum)
        self._depth -= 1
        return tree

    def _close(self, opening: Token) -> None:
        token = self._peek()
        if token.kind is TokenKind.END:
            raise self._error(kinds.UNCLOSED_PARENTHESIS, opening)
        if token.kind is not TokenKind.CLOSE:
            raise self._misplaced(token)
        self._index += 1

    def _name(self, token: Token) -> nodes.Expression:
        if self._peek().kind is TokenKind.OPEN and (
            self._peek().start == token.end or token.text in ELSEWHERE
        ):
            raise self._unknown_function(token)
        if token.text in FOREIGN_CONNECTIVES:
            raise self._foreign_operator(token)
        if token.text in FOREIGN_WORDS:
            raise self._error(kinds.FOREIGN_WORD, token)
        return nodes.Name(token.text, nodes.Span(token.start, token.end))

    def _unary(self, operator: nodes.UnaryOperator, power: int, token: Token) -> nodes.Expression:
        operand = self._nested(token, power)
        if operator is nodes.UnaryOperator.NEGATE:
            self._require_number(operand, operator.value)
        else:
            self._require_condition(operand, operator.value)
        return nodes.Unary(operator, operand, self._span_from(token.start))

    def _binary(
        self,
        operator: nodes.BinaryOperator,
        left: nodes.Expression,
        right: nodes.Expression,
        start: int,
    ) -> nodes.Expression:
        require = self._require_condition if operator in CONNECTIVES else self._require_number
        require(left, operator.value)
        require(right, operator.value)
        return nodes.Binary(operator, left, right, self._span_from(start))

    def _call(self, token: Token) -> nodes.Expression:
        opening = self._take()
        if opening.kind is not TokenKind.OPEN:
            raise self._error(kinds.RESERVED_WORD, token)
        function = _FUNCTIONS[token.text]
        arguments: list[nodes.Expression] = []
        if self._peek().kind is not TokenKind.CLOSE:
            arguments.append(self._nested(opening, 0))
            while self._peek().kind is TokenKind.COMMA:
                self._index += 1
                arguments.append(self._nested(opening, 0))
        self._close(opening)
        span = self._span_from(token.start)
        call = nodes.Call(function, tuple(arguments), span)
        self._check_count(call)
        self._check_types(call)
        self._check_roots(call)
        return call

    def _span_from(self, start: int) -> nodes.Span:
        """Return the span from ``start`` to the end of the token taken last."""
        return nodes.Span(start, self._tokens[self._index - 1].end)

    # ------------------------------------------------------------------ checks

    def _require_number(self, tree: nodes.Expression, user: str) -> None:
        if is_condition(tree):
            raise self._error(kinds.NUMBER_EXPECTED, tree.span, pemakai=f'"{user}"')

    def _require_condition(self, tree: nodes.Expression, user: str) -> None:
        if not is_condition(tree):
            better = f"{visible(self._text[tree.span.start : tree.span.end])} > 0"
            raise self._error(
                kinds.CONDITION_EXPECTED, tree.span, pemakai=f'"{user}"', ganti=better
            )

    def _check_count(self, call: nodes.Call) -> None:
        given = len(call.arguments)
        takes = call.function.row.takes
        if given > 0 if takes is None else given == len(takes):
            return
        raise self._error(
            kinds.ARGUMENT_COUNT,
            call.span,
            fungsi=call.function.value,
            ada=given,
            perlu="1+" if takes is None else len(takes),
            ganti=call.function.row.usage,
        )

    def _check_types(self, call: nodes.Call) -> None:
        function = call.function
        numbers: list[nodes.Expression] = []
        for takes, argument in zip(
            function.row.of(len(call.arguments)), call.arguments, strict=True
        ):
            if takes is Takes.CONDITION:
                self._require_condition(argument, function.value)
                continue
            if takes is Takes.NAME and not isinstance(argument, nodes.Name):
                raise self._error(kinds.PREVIOUS_NEEDS_NAME, argument.span)
            if takes is Takes.DECIMALS and not _is_number_of_decimals(argument):
                kind = kinds.ROUND_NEEDS_CONSTANT
                raise self._error(kind, argument.span, batas=MAXIMUM_ROUND_DECIMALS)
            numbers.append(argument)
        for number in numbers:
            self._require_number(number, function.value)

    def _check_roots(self, call: nodes.Call) -> None:
        self._root_degree *= call.function.row.degree(len(call.arguments))
        if self._root_degree > MAXIMUM_ROOT_DEGREE:
            raise self._error(kinds.TOO_MANY_ROOTS, call.span, batas=MAXIMUM_ROOT_DEGREE)

    # ------------------------------------------------------------------ errors

    def _error(
        self, kind: FindingKind, place: nodes.Span | Token, **arguments: object
    ) -> FormulaError:
        start, end = (place.start, place.end)
        arguments.setdefault("ditemukan", visible(self._text[start:end]))
        return FormulaError.at(kind, self._text, start, end, **arguments)

    def _no_operand(self, token: Token) -> FormulaError:
        """Return the error of ``token`` standing where a value must stand."""
        if token.kind is TokenKind.END:
            last = self._tokens[self._index - 2]
            if last.kind is TokenKind.OPEN:
                return self._error(kinds.UNCLOSED_PARENTHESIS, last)
            return self._error(kinds.UNEXPECTED_END, last)
        if token.kind is TokenKind.CLOSE and self._depth == 0:
            return self._error(kinds.UNMATCHED_CLOSING, token)
        return self._error(kinds.UNEXPECTED_TOKEN, token)

    def _misplaced(self, token: Token) -> FormulaError:
        """Return the error of ``token`` standing behind a complete value that it cannot follow."""
        if token.kind is TokenKind.CLOSE:
            return self._error(kinds.UNMATCHED_CLOSING, token)
        if token.kind is TokenKind.COMMA:
            return self._error(kinds.COMMA_OUTSIDE_CALL, token)
        if token.text in FOREIGN_OPERATOR_WORDS:
            return self._foreign_operator(token)
        if token.text in FOREIGN_WORDS:
            return self._error(kinds.FOREIGN_WORD, token)
        before = self._tokens[self._index - 1]
        joined = f"{before.text}_{token.text}"
        is_name = before.kind is TokenKind.NAME and token.kind is not TokenKind.OPEN
        return self._error(
            kinds.MISSING_OPERATOR,
            token,
            sebelum=visible(before.text),
            sambung=visible(joined) if is_name else "nama_variabel",
        )

    def _foreign_operator(self, token: Token) -> FormulaError:
        better = FOREIGN_OPERATOR_WORDS[token.text]
        return self._error(kinds.FOREIGN_OPERATOR, token, ganti=better)

    def _chained(self, left: nodes.Expression, token: Token) -> FormulaError:
        better = "a < b dan b < c"
        if isinstance(left, nodes.Binary):
            middle = self._text[left.right.span.start : left.right.span.end]
            better = f"{self._text[left.span.start : left.span.end]} dan {middle} {token.text} ..."
        return self._error(kinds.CHAINED_COMPARISON, token, ganti=visible(better, 60))

    def _unknown_function(self, token: Token) -> FormulaError:
        better: str | None = ELSEWHERE.get(token.text)
        if better is None:
            better = next(iter(near(token.text, FUNCTIONS)), None)
        if better is not None:
            instead = sentences.formula.WRITE_FUNCTION.filled(fungsi=better)
        else:
            known = ", ".join(sorted(FUNCTIONS))
            instead = sentences.formula.THERE_ARE.filled(fungsi=known)
        return self._error(kinds.UNKNOWN_FUNCTION, token, ganti=instead)


def _value(text: str) -> Fraction:
    """Return the exact value of a number's text."""
    whole, _, decimals = text.partition(".")
    if not decimals:
        return Fraction(int(whole))
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _is_number_of_decimals(tree: nodes.Expression) -> bool:
    return (
        isinstance(tree, nodes.Number)
        and tree.value.denominator == 1
        and 0 <= tree.value <= MAXIMUM_ROUND_DECIMALS
    )
