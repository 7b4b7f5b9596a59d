"""Hostile texts: every one is refused with a finding of the formula room, and at once."""

from __future__ import annotations

from typing import Final

import pytest

from kesbang_iku.formula import FormulaError, parse

ATTACKS: Final[dict[str, str]] = {
    # Python in disguise
    "dunder chain": "().__class__.__bases__[0].__subclasses__()",
    "dunder chain on a name": "a.__class__.__mro__",
    "dunder name": "__builtins__",
    "import call": "__import__('os').system('id')",
    "import statement": "import os",
    "from import": "from os import system",
    "lambda": "lambda: 0",
    "lambda call": "(lambda x: x)(1)",
    "walrus": "(a := 1)",
    "assignment": "a += 1",
    "comprehension": "[x for x in (1, 2, 3)]",
    "nested comprehension": "[[0 for i in range(10000)] for j in range(10000)]",
    "generator": "sum(x for x in a)",
    "set": "{1, 2}",
    "dictionary": "{'a': 1}",
    "subscript": "a[0]",
    "slice": "a[::-1]",
    "keyword argument": "maks(a=1, b)",
    "star argument": "maks(*a)",
    "conditional": "a if b else c",
    "eval": "eval('1')",
    "exec": "exec('a = 1')",
    "open": "open('/etc/passwd')",
    "getattr": "getattr(a, 'b')",
    "globals": "globals()",
    "breakpoint": "breakpoint()",
    "decorator": "@a",
    "statement": "a; b",
    "return": "return a",
    "yield": "yield a",
    "await": "await a",
    "method on a number": "1 .real",
    "method on text": "'a'.upper()",
    "format leak": "'{0.__class__.__init__.__globals__}'.format(a)",
    "f-string": "f'{a}'",
    "percent format": "'%s' % a",
    "matrix operator": "a @ b",
    "shift": "1 << 100000000",
    "floor division": "a // b",
    "ellipsis": "...",
    "backslash": "a \\ b",
    "backtick": "`id`",
    # growth
    "power bomb": "9**9**9**9",
    "caret bomb": "9^9^9^9",
    "string bomb": "'a' * 1000000000",
    "giant constant": "9" * 1_000_000,
    "constant of 31 digits": "1" * 31,
    "long decimal": "0." + "1" * 1000,
    "exponent": "1e999999999",
    "exponent with point": "1.5E10",
    "imaginary": "1j",
    "hexadecimal": "0xFFFFFFFF",
    "underscored": "1_000_000",
    "infinity": "Infinity",
    "not a number": "NaN",
    "long chain": "+".join(["1"] * 200_000),
    "long product": "*".join(["a"] * 100_000),
    "long name": "a" * 1_000_000,
    "chain within the length": "+".join(["a"] * 1000),
    "many arguments": "jumlah(" + ",".join(["a"] * 900) + ")",
    "root bomb": "akar(" * 30 + "2" + ")" * 30,
    "sum of roots": "+".join([f"akar({prime})" for prime in (2, 3, 5, 7, 11, 13, 17, 19)]),
    "degree bomb": "rata_rata_geometrik(" + ",".join(["a"] * 100) + ")",
    "rounding bomb": "bulat(a, 999999999)",
    # depth
    "deep parentheses": "(" * 5_000 + "a" + ")" * 5_000,
    "deep parentheses within the length": "(" * 999 + "a" + ")" * 999,
    "deep unary": "-" * 20_000 + "a",
    "deep unary within the length": "-" * 1_999 + "a",
    "deep not": "bukan " * 300 + "a = b",
    "nested calls": "abs(" * 10_000 + "a" + ")" * 10_000,
    "nested calls within the length": "abs(" * 390 + "a" + ")" * 390,
    "nested choices": "jika(a > b, a, " * 100 + "a" + ")" * 100,
    # characters
    "null byte": "a\x00b",
    "only a null byte": "\x00",
    "no-break space": "a\u00a0/ b",
    "zero-width space": "a\u200b / b",
    "zero-width joiner": "a\u200db",
    "byte order mark": "\ufeffa",
    "right-to-left mark": "a \u200f/ b",
    "right-to-left override": "a \u202e/ b",
    "isolate": "\u2066a\u2069",
    "line separator": "a\u2028+ b",
    "vertical tab": "a\x0b+ b",
    "escape sequence": "\x1b[31ma",
    "bell": "a\x07",
    "lone surrogate": "a\ud800",
    "private use": "a\ue000",
    "combining mark": "a\u0301",
    "stacked combining marks": "a" + "\u0301" * 500,
    "Cyrillic a": "\u0430 / b",
    "Cyrillic letter inside a name": "konfl\u0456k",
    "Greek omicron": "j\u03bfml",
    "full-width digits": "\uff11\uff12",
    "full-width operators": "a \uff0b b",
    "full-width parentheses": "\uff08a\uff09",
    "Arabic digits": "\u0661 + \u0662",
    "superscript": "a\u00b2",
    "mathematical letter": "\U0001d44e + b",
    "emoji": "a + \U0001f600",
    "ligature": "\ufb01sik",
    "dotless i": "\u0131si(a, b)",
    # unfinished
    "nothing": "",
    "only spaces": " " * 1_999,
    "only newlines": "\n" * 1_000,
    "open parenthesis": "(",
    "open parentheses": "(" * 30,
    "open call": "maks(",
    "open call with comma": "maks(a,",
    "open quote": "'a",
    "open bracket": "[a",
    "open comment": "a # note",
    "block comment": "/* a */",
    "closing only": ")" * 1_000,
    "dangling operator": "a +",
    "leading operator": "* a",
    "operators only": "+*/",
    "commas only": ",,,",
    "empty call": "jumlah()",
    "dangling point": "1.",
    "leading point": ".5",
    "two points": "1..2",
    "bare keyword": "dan",
    # other languages
    "template": "{{ a }}",
    "shell": "$(id)",
    "shell variable": "${HOME}",
    "SQL": "a'; DROP TABLE b; --",
    "spreadsheet": "=A1+B1",
    "spreadsheet command": "=cmd|' /C calc'!A0",
    "HTML": "<script>alert(1)</script>",
    "arrow": "a => b",
    "ternary": "a ? b : c",
    "logical and": "a && b",
    "YAML tag": "!!python/object/apply:os.system ['id']",
    "path": "../../etc/passwd",
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS.keys())
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    error = caught.value
    assert 100 <= int(error.finding.kode.removeprefix("IKU")) <= 149
    for language in ("id", "en"):
        shown = error.render(language)
        assert len(shown) < 800
        assert len(shown.splitlines()) == 4
        assert all(character == "\n" or character.isprintable() for character in shown)


def test_length_is_looked_at_before_anything_else() -> None:
    with pytest.raises(FormulaError, match="IKU130"):
        parse("'" * 2_001)
    with pytest.raises(FormulaError, match="IKU104"):
        parse("'" * 2_000)
