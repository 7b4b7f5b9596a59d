"""The JavaScript engine gives what the library gives: on the vectors, and on anything else."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.conformance.vectors import REASONS
from kesbang_iku.formula import Exact, evaluate, round_half_up, to_source, trace, value_text
from kesbang_iku.formula import Missing as MissingVariables
from kesbang_iku.formula import Undefined as UndefinedValue
from kesbang_iku.formula.calls import to_javascript
from kesbang_iku.formula.tree import Expression
from kesbang_iku.publish.packages.content import can_compute
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import Bound, Missing, Number, Range, Reading, Words, read_number
from tests import strategies
from tests.javascript import Node, Request, exact_texts, scripts
from tests.publish.javascript.cases import differs, vector_cases

pytestmark = pytest.mark.slow

CODES = {text: code for code, text in REASONS.items()}
DECIMALS = 4


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Iterator[Node]:
    path = tmp_path_factory.mktemp("javascript") / "kesbang-iku.js"
    path.write_text(scripts(katalog), encoding="utf-8")
    running = Node.running(path)
    yield running
    running.stop()


def test_every_vector(node: Node, katalog: iku.Catalog) -> None:
    cases = list(vector_cases(katalog))
    answers = [node.ask(case.request) for case in cases]
    wrong = [
        (case.where, case.expected, answer)
        for case, answer in zip(cases, answers, strict=True)
        if differs(case.expected, answer)
    ]
    assert wrong == []
    assert {case.request["jenis"] for case in cases} == {
        "rumus",
        "angka",
        "indikator",
        "capaian",
        "skala",
    }


def values() -> st.SearchStrategy[dict[str, Fraction]]:
    return st.dictionaries(st.sampled_from(strategies.NAMES), strategies.rationals())


@given(strategies.trees(roots=False) | strategies.conditions(), values(), values())
@settings(max_examples=200)
def test_random_formulas(
    node: Node, tree: Expression, present: dict[str, Fraction], before: dict[str, Fraction]
) -> None:
    _agree(node, tree, present, before)


@given(strategies.trees(roots=True), values(), values())
@settings(max_examples=200)
def test_random_formulas_with_roots(
    node: Node, tree: Expression, present: dict[str, Fraction], before: dict[str, Fraction]
) -> None:
    _agree(node, tree, present, before)


def _agree(
    node: Node, tree: Expression, present: dict[str, Fraction], before: dict[str, Fraction]
) -> None:
    request: Request = {
        "kode": to_javascript(tree),
        "variabel": exact_texts(present.items()),
        "sebelumnya": exact_texts(before.items()),
    }
    expected = _outcome(evaluate(tree, present, before))
    found = node.ask({**request, "jenis": "rumus", "desimal": DECIMALS})
    assert found == {**expected, "teks": to_source(tree)}
    for language in ("id", "en"):
        steps = [
            [step.expression, step.substituted, value_text(step.value, language)]
            for step in trace(tree, present, before, language)
        ]
        assert node.ask({**request, "jenis": "langkah", "bahasa": language}) == steps


def _outcome(found: object) -> dict[str, object]:
    match found:
        case bool():
            return {"benar": found}
        case MissingVariables(names=names):
            return {"hilang": list(names)}
        case UndefinedValue(reason=reason):
            return {"tak_terdefinisi": CODES[reason]}
        case _:
            assert isinstance(found, Exact)
            return {"nilai": str(found), "terbit": f"{round_half_up(found, DECIMALS):f}"}


PIECES = (
    *("85", "85,23", "1.234", "1,234", "1.234.567,89", "0", "2023", "(2024)", "12.463", "007"),
    *("-", "–", "−", " ", "%", "Rp", "Rp.", ",-", ",=", ".", ",", "'", "≥", "<=", ">", "<"),
    *("minimal", "lebih dari", "atau lebih", "s.d.", "sampai", "hingga", "orang", "konflik"),
    *("juta", "rb", "Sangat Baik", "BB", "skor", "n/a", "belum diisi", "#REF!", "a)", "*", "1e5"),
    *("\u00a0", "\u200b", "٣", "½", "²", "km²", "#", "(", ")", "+", "é", "İ", "\x85", "\ufeff"),
)


ASSIGNED = st.characters(codec="utf-8", exclude_categories=["Cn"])
"""What is no character yet for this Python may be one for a newer Node."""


@given(
    st.lists(st.sampled_from(PIECES), max_size=7).map("".join) | st.text(ASSIGNED, max_size=20),
    st.sampled_from((None, "id", "en")),
    st.none() | strategies.rationals(),
    st.none() | strategies.rationals(),
    st.booleans(),
)
@settings(max_examples=800)
def test_random_texts_as_numbers(
    node: Node,
    text: str,
    form: NumberFormat | None,
    low: Fraction | None,
    high: Fraction | None,
    whole: bool,
) -> None:
    reading = read_number(text, format_angka=form, minimum=low, maximum=high, whole=whole)
    request = {
        "jenis": "angka",
        "teks": text,
        "format": form,
        "min": None if low is None else str(low),
        "maks": None if high is None else str(high),
        "bulat": whole,
    }
    assert node.ask(request) == _reading(reading)


def _reading(reading: Reading) -> dict[str, object]:
    codes = [found.kode for found in reading.findings]
    said = [[one.message("id"), one.message("en"), one.hint("id")] for one in reading.findings]
    facts: dict[str, object]
    match reading.value:
        case Number(value=value, unit=unit):
            facts = {"nilai": str(value), "satuan": unit}
        case Range(low=low, high=high, unit=unit):
            facts = {"rentang": {"min": str(low), "maks": str(high)}, "satuan": unit}
        case Bound(op=op, value=value, unit=unit):
            facts = {"batas": {"tanda": op, "nilai": str(value)}, "satuan": unit}
        case Words(text=text):
            facts = {"kata": text}
        case Missing():
            facts = {"hilang": True}
        case _:
            return {"galat": codes, "pesan": said}
    return {**facts, "temuan": codes, "pesan": said}


NUMBERS = st.sampled_from(
    ("0", "1", "17", "20", "85,23", "100", "71,27", "3.5", "1.234", "1.250.000", "-2", "", "n/a")
) | st.integers(0, 3000).map(str)
TARGETS = st.sampled_from(
    ("", "72", "0", "≥ 80", "< 5", "81,69–85,23", "Tinggi", "B", "90 %", "1.500 orang", "x")
)


@given(st.data())
@settings(max_examples=400)
def test_random_reports_of_every_indicator(
    node: Node, katalog: iku.Catalog, data: st.DataObject
) -> None:
    indicator = data.draw(st.sampled_from([one for one in katalog if can_compute(one)]))
    names = [variable.nama for variable in indicator.variabel]
    written = {name: data.draw(NUMBERS) for name in names}
    before = {name: data.draw(NUMBERS) for name in names if "sebelumnya" in str(indicator.formula)}
    target = data.draw(TARGETS)
    # A program of another language knows no regions: it leaves open where there is a value.
    there = [one for one in indicator.tingkat.berlaku if indicator.exists_at(one)]
    level = data.draw(st.sampled_from((None, *there)))
    given_ = {name: text for name, text in written.items() if text}
    result = indicator.compute(
        given_,
        target=target or None,
        sebelumnya={name: text for name, text in before.items() if text},
        tingkat=level,
    )
    answer = node.ask(
        {
            "jenis": "indikator",
            "kode": indicator.kode,
            "versi": indicator.versi,
            "variabel": written,
            "sebelumnya": before,
            "target": target,
            "tingkat": level,
            "format": None,
        }
    )
    stated = {**result.as_dict()}
    keys = ("status", "nilai", "nilai_eksak", "kategori", "target", "capaian", "tercapai")
    expected = {key: stated[key] for key in (*keys, "predikat", "kurang")}
    findings = [[one.kode, one.message("id"), one.message("en")] for one in result.temuan]
    assert {key: answer[key] for key in expected} == expected
    assert answer["temuan"] == findings
