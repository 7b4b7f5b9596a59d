"""The reference pages of the formula language say what is really computed.

Fenced blocks are read by their language, one example a line:

* ``rumus``: ``formula → value | name = number; sebelumnya(name) = number``, the part behind the bar
  optional. The value may be followed by ``(2 desimal: 66,67)``, the value rounded.
* ``periksa``: ``formula → finding | name: unit; name: unit = unit of the result``.
* ``langkah``: ``formula | name = number``, then one line a step: ``substituted = value``.
* ``galat``: what a ``FormulaError`` says, whole; its second line is the formula.

Numbers behind the bar and in values are written as in the language of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import pytest

from kesbang_iku.findings import Language, format_number, localized
from kesbang_iku.formula import (
    Declaration,
    FormulaError,
    Function,
    Root,
    Unit,
    check,
    evaluate,
    limits,
    parse,
    round_half_up,
    trace,
    value_text,
)
from tests.tree import ROOT

PAGES: Final[dict[Language, str]] = {
    "id": "docs/bahasa-rumus.md",
    "en": "docs/en/formula-language.md",
}
UNITS: Final = {
    "orang": Unit("orang", (("orang", 1),), Fraction(1), aditif=True),
    "kasus": Unit("kasus", (("kasus", 1),), Fraction(1), aditif=True),
    "indeks": Unit("indeks", (("indeks", 1),), Fraction(1)),
    "persen": Unit("persen", (), Fraction(100)),
    "pecahan": Unit("pecahan", (), Fraction(1)),
}
NOTHING: Final[dict[Language, str]] = {"id": "tanpa temuan", "en": "nothing found"}
ROUNDED: Final = re.compile(r"(?P<value>.*) \((?P<places>\d+) (?:desimal|decimals?): (?P<to>.*)\)")


@dataclass(frozen=True)
class Example:
    """A line of a block: ``formula → result | inputs``."""

    language: Language
    formula: str
    result: str
    inputs: str

    def __str__(self) -> str:
        return f"{self.language}: {self.formula} | {self.inputs}"


def page(language: Language) -> str:
    return (ROOT / PAGES[language]).read_text(encoding="utf-8")


def blocks(language: Language, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)\n```$", page(language), re.MULTILINE | re.DOTALL)


def examples(kind: str) -> list[Example]:
    found = []
    for language in PAGES:
        for line in "\n".join(blocks(language, kind)).splitlines():
            formula, arrow, rest = line.partition(" → ")
            assert arrow, line
            result, _, inputs = rest.partition(" | ")
            found.append(Example(language, formula, result, inputs))
    return found


def number(text: str, language: Language) -> Fraction:
    plain = text.replace(".", "").replace(",", ".") if language == "id" else text.replace(",", "")
    return Fraction(plain)


def inputs(text: str, language: Language) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    now: dict[str, Fraction] = {}
    before: dict[str, Fraction] = {}
    for part in filter(None, text.split("; ")):
        name, _, value = part.partition(" = ")
        earlier = re.fullmatch(r"sebelumnya\((\w+)\)", name)
        if earlier:
            before[earlier[1]] = number(value, language)
        else:
            now[name] = number(value, language)
    return now, before


@pytest.mark.parametrize("example", examples("rumus"), ids=str)
def test_an_example_has_the_value_printed(example: Example) -> None:
    now, before = inputs(example.inputs, example.language)
    value = evaluate(example.formula, now, before)
    rounded = ROUNDED.fullmatch(example.result)
    assert value_text(value, example.language) == (rounded or {"value": example.result})["value"]
    if rounded:
        assert isinstance(value, Fraction | Root)
        digits = f"{round_half_up(value, int(rounded['places'])):f}"
        assert localized(digits, example.language) == rounded["to"]


@pytest.mark.parametrize("example", examples("periksa"), ids=str)
def test_a_check_finds_what_is_printed(example: Example) -> None:
    variables, _, unit = example.inputs.partition(" = ")
    declared = {}
    for part in variables.split("; "):
        name, _, own = part.partition(": ")
        declared[name] = Declaration(UNITS[own])
    found = check(parse(example.formula), declared, result=Declaration(UNITS[unit]))
    # A misspelt name leaves the right one unused; the page shows what is said first.
    first = [f"{finding.kode} {finding.message(example.language)}" for finding in found[:1]]
    assert (first or [NOTHING[example.language]]) == [example.result]


@pytest.mark.parametrize("language", PAGES)
def test_steps_are_the_ones_printed(language: Language) -> None:
    printed = blocks(language, "langkah")
    assert printed
    for block in printed:
        first, *lines = block.splitlines()
        formula, _, given = first.partition(" | ")
        now, before = inputs(given, language)
        steps = trace(parse(formula), now, before, language)
        assert lines == [
            f"{step.substituted} = {value_text(step.value, language)}" for step in steps
        ]


@pytest.mark.parametrize("language", PAGES)
def test_a_mistake_is_answered_as_printed(language: Language) -> None:
    printed = blocks(language, "galat")
    assert printed
    for block in printed:
        with pytest.raises(FormulaError) as caught:
            parse(block.splitlines()[1].strip())
        assert caught.value.render(language) == block


@pytest.mark.parametrize("language", PAGES)
def test_every_limit_is_printed_in_the_table_of_limits(language: Language) -> None:
    section = page(language).partition("## Batas\n" if language == "id" else "## Limits\n")[2]
    table = section.partition("\n## ")[0]
    numbers = re.findall(r"\| ([\d.,]+)(?: \w+)? \|$", table, re.MULTILINE)
    assert numbers == [
        format_number(Fraction(limit), language)
        for limit in (
            limits.MAXIMUM_LENGTH,
            limits.MAXIMUM_DEPTH,
            limits.MAXIMUM_NODES,
            limits.MAXIMUM_DIGITS,
            limits.MAXIMUM_ROOT_DEGREE,
            limits.MAXIMUM_ROUND_DECIMALS,
        )
    ]


@pytest.mark.parametrize("language", PAGES)
def test_the_table_of_functions_is_complete(language: Language) -> None:
    named = re.findall(r"^\| `(\w+)\([^`]*\)` \| [^|]+ \|$", page(language), re.MULTILINE)
    assert named == [
        *("jumlah", "rata_rata", "rata_rata_geometrik", "min", "maks", "akar", "abs"),
        *("jika", "isi", "sebelumnya", "bulat"),
    ]
    assert set(named) == {function.value for function in Function}


def test_both_pages_show_the_same_formulas() -> None:
    for kind in ("rumus", "periksa"):
        shown = examples(kind)
        indonesian = [example.formula for example in shown if example.language == "id"]
        assert indonesian
        assert indonesian == [example.formula for example in shown if example.language == "en"]
