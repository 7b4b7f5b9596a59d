"""Every rule finds its bad example, and leaves its good one alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all
from kesbang_iku.validation.examples import all_examples
from kesbang_iku.validation.rules.rule import Rule
from tests.tree import ROOT
from tests.validation.every_rule import ALL_RULES

Katalog = iku.Catalog

TODAY: Final = date(2026, 11, 23)
_BAD: Final = ROOT / "examples" / "temuan"
_PLAIN: Final = (
    b'wilayah: "73.71"\ntahun: 2023\nitem:\n'
    b"  - {kode: KBP-WAS-02, variabel: {konflik_diselesaikan: 3, konflik: 4}}\n"
)
"""A report of a region and year that no example is about."""
_GOOD: Final = ROOT / "examples" / "aturan"


def _one(folder: Path, name: str) -> Path | None:
    return next(iter(folder.glob(f"{name}.*")), None)


def bad_example(rule: Rule[Any]) -> Path:
    """Return the bad example; one that depends on the day stands beside the good ones."""
    code = rule.code.lower()
    found = _one(_BAD, code) or _one(_GOOD, f"{code}-keliru")
    assert found is not None, f"{rule.code} has no bad example"
    return found


def good_example(rule: Rule[Any]) -> Path:
    """Return the good example."""
    found = _one(_GOOD, rule.code.lower())
    assert found is not None, f"{rule.code} has no good example"
    return found


def _found(path: Path, katalog: Katalog) -> tuple[iku.Finding, ...]:
    return validate_all([path], katalog, hari_ini=TODAY).temuan


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_bad_example_is_found_in_its_file(rule: Rule[Any], katalog: Katalog) -> None:
    path = bad_example(rule)
    found = [one for one in _found(path, katalog) if one.kode == rule.code]
    assert found
    assert {one.berkas for one in found} == {str(path)}
    assert all(one.baris is not None or one.place.sel is not None for one in found)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_good_example_has_nothing_but_remarks(rule: Rule[Any], katalog: Katalog) -> None:
    found = _found(good_example(rule), katalog)
    assert rule.code not in {one.kode for one in found}
    assert {one.tingkat for one in found} <= {iku.Level.INFO}


def test_no_example_is_of_a_kind_that_has_no_bad_one() -> None:
    rules = {rule.code for rule in ALL_RULES}
    names = (path.name.partition(".")[0] for path in _GOOD.iterdir())
    codes = {name.removesuffix("-keliru").upper() for name in names}
    assert codes >= rules
    assert codes - rules <= all_examples().keys()


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_what_stands_before_a_bad_example_does_not_hide_it(
    rule: Rule[Any], katalog: Katalog
) -> None:
    path = bad_example(rule)
    found = validate_all([_PLAIN, path], katalog, hari_ini=TODAY).temuan
    assert rule.code in {one.kode for one in found if one.berkas == str(path)}
