"""Every formula, rule and method of the catalog, folded and held to the exact engine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Final

import pytest

from kesbang_iku import load_catalog
from kesbang_iku.formula import (
    Expression,
    Missing,
    Undefined,
    Value,
    evaluate,
    is_condition,
    parse,
    rounded_steps,
    variables,
)
from kesbang_iku.formula.engines.arithmetic import DOUBLE, ColumnRange
from kesbang_iku.formula.engines.quotient import Fold
from tests.formula.engines.numbers import Cell, DoubleRow, Row

ROWS: Final = 60
DECIMALS: Final = 4
POPULATION: Final = 300_000_000

KATALOG: Final = load_catalog()
FORMULAS: Final = {
    f"{one.kode}@{one.versi}": (one.tree, one.desimal, one.variables_by_name)
    for one in KATALOG.definitions
    if one.tree is not None
}


def columns_of(name: str) -> dict[str, ColumnRange]:
    _, _, declared = FORMULAS[name]
    return {
        variable.nama: ColumnRange(0, POPULATION)
        if variable.whole
        else ColumnRange(DECIMALS, 10**6, negative=variable.minimum is None)
        for variable in declared.values()
    }


def rows_of(columns: Mapping[str, ColumnRange], seed: str) -> Iterator[dict[str, int | None]]:
    """Yield rows with ties, zeros, what is missing, and counts of every size."""
    chance = random.Random(seed)
    for _ in range(ROWS):
        largest = chance.choice([3, 8, 200, 10**4, 10**6, POPULATION])
        yield {
            name: None
            if chance.random() < 0.04
            else chance.randrange(min(largest, column.largest) + 1)
            for name, column in columns.items()
        }


def exact(
    tree: Expression, row: Mapping[str, int | None], columns: Mapping[str, ColumnRange]
) -> Value:
    values = {name: None if c is None else c * columns[name].unit for name, c in row.items()}
    return evaluate(tree, values)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_of_the_catalog_gives_the_same_digits_in_doubles(name: str) -> None:
    tree, decimals, _ = FORMULAS[name]
    columns = columns_of(name)
    for row in rows_of(columns, name):
        value = exact(tree, row, columns)
        for engine in (Row, DoubleRow):
            fold = Fold[Cell](engine(row), columns)
            published = fold.published(tree, decimals)
            if isinstance(value, Missing):
                assert published.missing is True
            elif isinstance(value, Undefined):
                assert (published.missing, published.undefined) in {(None, True), (False, True)}
            elif engine is Row or DOUBLE.holds(fold.need):
                assert published.steps == rounded_steps(value, decimals)


def test_which_formulas_doubles_do_not_hold_for_counts_of_the_nation() -> None:
    found = set()
    for name, (tree, decimals, _) in FORMULAS.items():
        columns = columns_of(name)
        fold = Fold[Cell](Row(dict.fromkeys(columns, 1)), columns)
        fold.published(tree, decimals)
        if not DOUBLE.holds(fold.need):
            found.add(name)
    assert found == UNPROVEN


# A product of two columns, and a rate per 100,000 of which both counts could be the nation's.
UNPROVEN: Final = {"KBP-POL-04@1", "KBP-WAS-04@1"}


@pytest.mark.parametrize(
    "text", sorted({rule.ekspresi for one in KATALOG.definitions for rule in one.aturan})
)
def test_a_rule_of_the_catalog_is_decided_alike(text: str) -> None:
    tree = parse(text)
    assert is_condition(tree)
    columns = {name: ColumnRange(0, POPULATION) for name in variables(tree)}
    for row in rows_of(columns, text):
        value = exact(tree, row, columns)
        found = Fold[Cell](DoubleRow(row), columns).condition(tree)
        if isinstance(value, Missing):
            assert found.missing is True
        else:
            assert found.holds is value


@pytest.mark.parametrize("name", KATALOG.tables.methods)
def test_a_method_of_achievement_gives_the_same_digits_in_doubles(name: str) -> None:
    method = KATALOG.tables.methods[name]
    tree = parse(method.rumus)
    columns = {
        variable: ColumnRange(DECIMALS, 10**8, negative=True) for variable in variables(tree)
    }
    chance = random.Random(name)
    for _ in range(ROWS):
        row = {one: chance.choice([0, 50, 7211, -500, 10**6, 123_4567]) for one in columns}
        value = exact(tree, row, columns)
        fold = Fold[Cell](DoubleRow(row), columns)
        published = fold.published(tree, method.desimal)
        if isinstance(value, Undefined):
            assert published.undefined is True
        else:
            assert not isinstance(value, bool | Missing)
            assert published.steps == rounded_steps(value, method.desimal)
            assert DOUBLE.holds(fold.need)
