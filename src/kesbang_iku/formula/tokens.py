"""From text to tokens: a table of rules, each a compiled pattern, tried in order at every place.

Rules that lead to a token come first; the rules behind them only serve to say precisely what is
wrong with a text that is no formula.
"""

import re
import unicodedata
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from kesbang_iku._regex import regex
from kesbang_iku.findings import FindingKind, kinds
from kesbang_iku.formula.errors import FormulaError, visible
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.limits import MAXIMUM_DEPTH, MAXIMUM_DIGITS, MAXIMUM_LENGTH, MAXIMUM_NODES


class TokenKind(Enum):
    """What a token is to the parser."""

    NUMBER = "number"
    NAME = "name"
    FUNCTION = "function"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    END = "end"


class Token(NamedTuple):
    """A token with its place: ``text`` is ``formula[start:end]``."""

    kind: TokenKind
    text: str
    start: int
    end: int


KEYWORDS: Final = frozenset({"dan", "atau", "bukan"})
FUNCTIONS: Final = frozenset(function.value for function in Function)

_WORDS: Final = {
    **dict.fromkeys(KEYWORDS, TokenKind.OPERATOR),
    **dict.fromkeys(FUNCTIONS, TokenKind.FUNCTION),
}

FOREIGN_WORDS: Final = frozenset(
    {
        "as", "assert", "async", "await", "break", "case", "class", "const", "continue",
        "def", "del", "delete", "do", "elif", "else", "eval", "except", "exec", "export",
        "false", "finally", "fn", "for", "from", "func", "function", "global", "if",
        "import", "in", "instanceof", "is", "lambda", "let", "match", "new", "nonlocal",
        "null", "none", "pass", "raise", "return", "select", "self", "switch", "then",
        "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "where",
        "while", "with", "yield",
    }
)  # fmt: skip
"""Reserved so that pieces of program code are never taken for variables."""

FOREIGN_CONNECTIVES: Final = {
    "and": "dan",
    "or": "atau",
    "not": "bukan",
    "xor": "(a atau b) dan bukan (a dan b)",
}
"""Never names: a formula copied from elsewhere would otherwise read them as variables."""

FOREIGN_OPERATOR_WORDS: Final = {
    **FOREIGN_CONNECTIVES,
    "x": "*", "kali": "*", "dikali": "*", "bagi": "/", "dibagi": "/", "per": "/", "div": "/",
    "tambah": "+", "ditambah": "+", "kurang": "-", "dikurangi": "-",
}  # fmt: skip
"""Words for operators: names where a value may stand, refused where an operator must stand."""

FOREIGN_OPERATORS: Final = {
    "**": "a * a",
    "^": "a * a",
    "²": "a * a",
    "³": "a * a * a",
    "===": "=", "==": "=", "!==": "!=", "<>": "!=", "≠": "!=", "≈": "=",
    "=<": "<=", "≤": "<=", "=>": ">=", "≥": ">=",
    "&&": "dan", "&": "dan", "∧": "dan", "||": "atau", "|": "atau", "\N{LOGICAL OR}": "atau",
    "!": "bukan", "¬": "bukan",
    "×": "*", "✕": "*", "✖": "*", "\N{ASTERISK OPERATOR}": "*", "·": "*", "•": "*", "⋅": "*",
    "∙": "*",
    "÷": "/", ":": "/", "\N{DIVISION SLASH}": "/", "\N{FRACTION SLASH}": "/", "//": "/",
    "−": "-", "–": "-", "—": "-", "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-",
    "%": "* 100 | / 100",
    "‰": "* 1000 | / 1000",
    "√": "akar(x)", "∛": "rata_rata_geometrik(x, 1, 1)",
    "∑": "jumlah(a, b, ...)", "Σ": "jumlah(a, b, ...)",
    "<<": "*", ">>": "/", "~": "bukan", ";": ",",
    "->": "jika(syarat, nilai, nilai_lain)", "?": "jika(syarat, nilai, nilai_lain)",
    "½": "1 / 2", "¼": "1 / 4", "¾": "3 / 4",
}  # fmt: skip
"""Operators of other languages, of spreadsheets and of print, and how they are written here."""

_NAME: Final = regex(r"[a-z][a-z0-9_]*")
_ASCII_PART: Final = regex(r"[0-9A-Za-z_]*")
_EXCERPT: Final = 40
_WITHOUT_INK: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs", "Mn", "Me"})


def _alternatives(spellings: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(spellings, key=len, reverse=True)))


_TOKEN: Final = regex(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<number>[0-9]++(?:\.[0-9]++)?+)(?![\w.])"
    r"|(?P<name>[a-z][a-z0-9_]*+)(?![\w.])"
    r"|(?P<operator><=(?!=)|>=(?!=)|!=(?!=)|<(?![=<>])|>(?![=>])|=(?![=<>])"
    r"|\+(?!=)|-(?![=>])|\*(?![*=])|/(?![/=]))"
    r"|(?P<open>\()|(?P<close>\))|(?P<comma>,)"
)
_TOKEN_KINDS: Final[dict[str, TokenKind | None]] = {
    "space": None,
    "number": TokenKind.NUMBER,
    "name": TokenKind.NAME,
    "operator": TokenKind.OPERATOR,
    "open": TokenKind.OPEN,
    "close": TokenKind.CLOSE,
    "comma": TokenKind.COMMA,
}


@cache
def _refusals() -> tuple[tuple[re.Pattern[str], FindingKind], ...]:
    """What is no part of the language, by pattern; made when something is."""
    return (
        (regex(r":=|[+*/-]="), kinds.ASSIGNMENT),
        (regex(_alternatives(FOREIGN_OPERATORS)), kinds.FOREIGN_OPERATOR),
        (regex("['\"`“”‘’„«»\N{ACUTE ACCENT}]"), kinds.TEXT_NOT_ALLOWED),
        (regex(r"[\[\]{}⟨⟩]"), kinds.BRACKETS),
        (regex(r"\.?[0-9][0-9A-Za-z_.]*"), kinds.BAD_NUMBER),
        (regex(r"\."), kinds.ATTRIBUTE_ACCESS),
        (regex(r"\w+", re.ASCII), kinds.BAD_NAME),
        # The second set: the full-width forms of the ASCII signs.
        (regex("\\w|[\uff01-\uff5e]"), kinds.LOOKALIKE),
        (regex(r"(?s:.)"), kinds.UNEXPECTED_CHARACTER),
    )


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text``, the last one of kind ``END``.

    Reading stops at the first token too many: every number, name, function and operator becomes one
    part of the tree, and parentheses nest in the tree as they do in the text.

    Raises:
        FormulaError: The text is larger than a formula may be, or holds something that is not part
            of the language; the error tells what, where, and what to write instead.
    """
    if len(text) > MAXIMUM_LENGTH:
        kind = kinds.FORMULA_TOO_LONG
        raise FormulaError.at(
            kind, text[: 2 * _EXCERPT], 0, _EXCERPT, ada=len(text), batas=MAXIMUM_LENGTH
        )
    tokens: list[Token] = []
    position = parts = depth = 0
    length = len(text)
    match_at = _TOKEN.match
    while position < length:
        match = match_at(text, position)
        if match is None:
            raise _refusal(text, position)
        start, position = position, match.end()
        kind_of_token = _TOKEN_KINDS[match.lastgroup or ""]
        if kind_of_token is None:
            continue
        token = _token(kind_of_token, text, start, position)
        tokens.append(token)
        if kind_of_token is TokenKind.OPEN:
            depth += 1
            _refuse_above(depth, MAXIMUM_DEPTH, kinds.FORMULA_TOO_DEEP, text, token)
        elif kind_of_token is TokenKind.CLOSE:
            depth -= 1
        elif kind_of_token is not TokenKind.COMMA:
            parts += 1
            _refuse_above(parts, MAXIMUM_NODES, kinds.FORMULA_TOO_MANY_NODES, text, token)
            if kind_of_token is TokenKind.NUMBER:
                _refuse_comma_in_number(text, tokens)
    tokens.append(Token(TokenKind.END, "", length, length))
    return tokens


def _refuse_above(count: int, limit: int, kind: FindingKind, text: str, token: Token) -> None:
    if count > limit:
        found = visible(token.text)
        raise FormulaError.at(kind, text, token.start, token.end, batas=limit, ditemukan=found)


def _token(kind: TokenKind, text: str, start: int, end: int) -> Token:
    found = text[start:end]
    if kind is TokenKind.NAME:
        kind = _WORDS.get(found, kind)
    elif kind is TokenKind.NUMBER and len(found) > MAXIMUM_DIGITS:
        digits = len(found) - found.count(".")
        if digits > MAXIMUM_DIGITS:
            raise FormulaError.at(
                kinds.TOO_MANY_DIGITS, text, start, end, ada=digits, batas=MAXIMUM_DIGITS
            )
    return Token(kind, found, start, end)


def _refusal(text: str, start: int) -> FormulaError:
    """Return the error that says best what is wrong with ``text`` from ``start`` on."""
    part = _ASCII_PART.match(text, start)
    behind = part.end() if part else start
    if start < behind < len(text) and (
        (text[behind] == "." and not text[start].isdigit()) or not text[behind].isascii()
    ):
        # What begins well runs into something else: that is the place to show.
        start = behind
    character = text[start]
    # What takes no ink of its own: controls, odd spaces, combining marks.
    if unicodedata.category(character) in _WITHOUT_INK:
        return FormulaError.at(
            kinds.INVISIBLE_CHARACTER,
            text,
            start,
            start + 1,
            ditemukan=f"U+{ord(character):04X}",
            nama=unicodedata.name(character, "-"),
        )
    kind, end = next(
        (kind, match.end())
        for pattern, kind in _refusals()
        if (match := pattern.match(text, start))
    )
    return FormulaError.at(kind, text, start, end, **_arguments(kind, text[start:end]))


def _arguments(kind: FindingKind, found: str) -> dict[str, str]:
    arguments = {"ditemukan": visible(found)}
    if kind is kinds.FOREIGN_OPERATOR:
        arguments["ganti"] = FOREIGN_OPERATORS[found]
    elif kind is kinds.LOOKALIKE:
        arguments["nama"] = unicodedata.name(found, f"U+{ord(found):04X}")
    elif kind is kinds.BAD_NAME:
        better = found.lower().strip("_")
        arguments["ganti"] = visible(better) if _NAME.fullmatch(better) else "nama_variabel"
    return arguments


def _refuse_comma_in_number(text: str, tokens: list[Token]) -> None:
    """Refuse ``0,5``: a comma between two numbers without a space, whatever was meant by it."""
    if len(tokens) < len(("number", "comma", "number")):
        return
    left, comma, right = tokens[-3:]
    if (
        left.kind is TokenKind.NUMBER
        and comma.kind is TokenKind.COMMA
        and left.end == comma.start
        and comma.end == right.start
    ):
        raise FormulaError.at(
            kinds.DECIMAL_COMMA,
            text,
            left.start,
            right.end,
            ditemukan=visible(text[left.start : right.end]),
            desimal=visible(f"{left.text.replace('.', '')}.{right.text.replace('.', '')}"),
            argumen=visible(f"{left.text}, {right.text}"),
        )
