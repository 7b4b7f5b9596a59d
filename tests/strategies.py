"""Random formulas, values, numbers as written, reports and plans for the property tests.

Whoever draws asks for the same strategies again and again. Made once each, and without those that
``st.fractions`` makes at each draw, they give what is drawn in a third of the time.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import prod
from typing import Any

from hypothesis import strategies as st

from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.limits import MAXIMUM_DEPTH, MAXIMUM_NODES, MAXIMUM_ROOT_DEGREE
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Unary,
    UnaryOperator,
    operands,
    walk,
)

NAMES = ("a", "b", "c", "konflik", "x_1")
ARITHMETIC = (
    BinaryOperator.ADD,
    BinaryOperator.SUBTRACT,
    BinaryOperator.MULTIPLY,
    BinaryOperator.DIVIDE,
)
COMPARISONS = (
    BinaryOperator.LESS,
    BinaryOperator.LESS_EQUAL,
    BinaryOperator.GREATER,
    BinaryOperator.GREATER_EQUAL,
    BinaryOperator.EQUAL,
    BinaryOperator.NOT_EQUAL,
)
_LEAVES = ("constant", "name")
_KINDS = (*_LEAVES, "arithmetic", "arithmetic", "sign", "call", "call")
_one_of = cache(st.sampled_from)
VARIADIC = (Function.SUM, Function.MEAN, Function.MIN, Function.MAX)


def fractions(low: int, high: int, *, most: int) -> st.SearchStrategy[Fraction]:
    """Fractions from ``low`` to ``high``, with no greater denominator than ``most``."""

    def made(whole: int, part: int, parts: int) -> Fraction:
        return min(whole + Fraction(part % parts, parts), Fraction(high))

    return st.builds(made, st.integers(low, high), st.integers(0, most - 1), st.integers(1, most))


@cache
def constants() -> st.SearchStrategy[Number]:
    """Constants as people write them: whole, or with up to six decimals."""
    digits = st.integers(0, 10**9) | st.integers(0, 12)
    return st.builds(lambda n, places: Number(Fraction(n, 10**places)), digits, st.integers(0, 6))


@cache
def rationals() -> st.SearchStrategy[Fraction]:
    """Values of variables, small integers and zero among them."""
    small = st.integers(-3, 12).map(Fraction)
    return small | fractions(-1000, 1000, most=1000)


def trees(*, roots: bool) -> st.SearchStrategy[Expression]:
    """Formulas that give a number, within the limits; with ``akar`` and the like if ``roots``."""
    return _numbers(roots=roots, budget=4).filter(_fits)


def conditions() -> st.SearchStrategy[Expression]:
    """Rules: formulas that are true or false."""
    return _rules(roots=False, budget=4).filter(_fits)


@cache
@st.composite
def _numbers(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    inner = _numbers(roots=roots, budget=budget - 1)
    match draw(_one_of(_KINDS if budget else _LEAVES)):
        case "constant":
            return draw(constants())
        case "name":
            return Name(draw(_one_of(NAMES)))
        case "arithmetic":
            return Binary(draw(_one_of(ARITHMETIC)), draw(inner), draw(inner))
        case "sign":
            return Unary(UnaryOperator.NEGATE, draw(inner))
        case _:
            return draw(_calls(roots=roots, budget=budget))


@cache
@st.composite
def _calls(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    inner = _numbers(roots=roots, budget=budget - 1)
    several = (*VARIADIC, Function.GEOMETRIC_MEAN) if roots else VARIADIC
    single = (Function.ABSOLUTE, Function.SQUARE_ROOT) if roots else (Function.ABSOLUTE,)
    others = (Function.IF, Function.FILL, Function.ROUND, Function.PREVIOUS)
    function = draw(_one_of((*several, *single, *others)))
    if function is Function.IF:
        rule = draw(_rules(roots=roots, budget=budget - 1))
        return Call(function, (rule, draw(inner), draw(inner)))
    if function is Function.FILL:
        return Call(function, (draw(inner), draw(inner)))
    if function is Function.ROUND:
        return Call(function, (draw(inner), Number(Fraction(draw(st.integers(0, 12))))))
    if function is Function.PREVIOUS:
        return Call(function, (Name(draw(_one_of(NAMES))),))
    if function in single:
        return Call(function, (draw(inner),))
    return Call(function, tuple(draw(st.lists(inner, min_size=1, max_size=3))))


@cache
@st.composite
def _rules(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    kind = draw(_one_of(("comparison", "connective", "not"))) if budget > 1 else ""
    inner = _rules(roots=roots, budget=budget - 1)
    match kind:
        case "connective":
            operator = draw(_one_of((BinaryOperator.AND, BinaryOperator.OR)))
            return Binary(operator, draw(inner), draw(inner))
        case "not":
            return Unary(UnaryOperator.NOT, draw(inner))
        case _:
            number = _numbers(roots=roots, budget=max(budget - 1, 0))
            return Binary(draw(_one_of(COMPARISONS)), draw(number), draw(number))


def _fits(tree: Expression) -> bool:
    nodes = list(walk(tree))
    degrees = (
        2 if node.function is Function.SQUARE_ROOT else len(node.arguments)
        for node in nodes
        if isinstance(node, Call)
        and node.function in {Function.SQUARE_ROOT, Function.GEOMETRIC_MEAN}
    )
    return (
        len(nodes) <= MAXIMUM_NODES
        and prod(degrees) <= MAXIMUM_ROOT_DEGREE
        and _height(tree) <= MAXIMUM_DEPTH
    )


def _height(tree: Expression) -> int:
    return 1 + max(map(_height, operands(tree)), default=0)


# ------------------------------------------------------------------------- numbers, reports, plans

_PERIODS = ("tahunan", "semester-1", "triwulan-4", "caturwulan-2", "bulan-07")
_CODES = ("KBP-POL-01", "KBP-WAS-02", "KBP-ESB-02", "ABC-UJI-01", "x")
_VARIABLES = ("konflik", "konflik_diselesaikan", "nilai_rilis", "sila_1", "penduduk")
_SIGNS = "abcXYZ 0123456789.,:;-–%≥≤&'\"<>#{}[]()|*!?/\\äé²"


@cache
def written_numbers() -> st.SearchStrategy[str]:
    """Numbers as texts, in the notations that are met: some have two readings, some none."""
    whole = st.integers(-(10**6), 10**9).map(str)
    grouped = st.integers(0, 10**9).map(lambda number: f"{number:,}".replace(",", "."))
    decimals = st.builds(
        lambda number, places, mark: f"{number}{mark}{places}",
        st.integers(-999, 99999),
        st.text("0123456789", min_size=1, max_size=4),
        st.sampled_from(",."),
    )
    around = st.sampled_from(("{}", "{} %", "Rp {}", "≥ {}", "{} (2023)", "{}–{}"))
    plain = st.one_of(whole, grouped, decimals)
    return st.builds(lambda form, text: form.format(text, text), around, plain)


@cache
def cells() -> st.SearchStrategy[str]:
    """What may stand in a cell: numbers mostly, and any text of one line that is not blank."""
    words = st.text(_SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
    return st.one_of(written_numbers(), written_numbers(), words)


@st.composite
def report_data(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a report as its file holds it, each value a text and no code twice."""
    optional = {"target": cells(), "realisasi": cells(), "capaian": cells(), "predikat": cells()}
    items = [
        {"kode": code}
        | draw(st.fixed_dictionaries({}, optional=optional))
        | {"variabel": draw(st.dictionaries(st.sampled_from(_VARIABLES), cells(), max_size=3))}
        for code in draw(st.lists(st.sampled_from(_CODES), unique=True, min_size=1, max_size=4))
    ]
    return {
        "wilayah": draw(st.sampled_from(("0", "62", "62.71", "35.10"))),
        "tahun": draw(st.integers(1945, 2100)),
        "periode": draw(st.sampled_from(_PERIODS)),
        "item": items,
    }


@st.composite
def plan_data(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a plan as its file holds it, each value a text."""
    words = st.text(_SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(text.split()))
    name = words.map(lambda text: f"Indeks {text}".strip())
    optional = {
        "satuan": st.sampled_from(("Persen", "Indeks", "Nilai")),
        "rumus": words.map(lambda text: f"jumlah {text}".strip()),
        "polaritas": st.sampled_from(("maksimalkan", "minimalkan", "makin tinggi makin baik")),
        "dasar": st.fixed_dictionaries({2024: cells()}),
        "target": st.dictionaries(st.integers(2025, 2030), cells(), min_size=1),
    }
    one = st.fixed_dictionaries({"nama": name}, optional=optional)
    return {
        "item": draw(st.lists(one, min_size=1, max_size=4, unique_by=lambda got: str(got["nama"])))
    }
