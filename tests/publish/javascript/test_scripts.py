"""The scripts that pages load: what stands in them, and what must not."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import kinds
from kesbang_iku.publish.javascript.literal import formula_code, literal
from kesbang_iku.publish.javascript.runtime import definition_script, runtime_parts, runtime_script
from kesbang_iku.publish.packages.content import can_compute
from tests.composite_indicators import composite_of

FINDING = re.compile(r'(?:finding|refusal|refused)\(\s*"([A-Z_]+)"')


def test_the_runtime_knows_every_finding_it_makes(katalog: iku.Catalog) -> None:
    used = {name for _, text in runtime_parts() for name in FINDING.findall(text)}
    head = runtime_script(katalog.tables).partition("\n};")[0]
    assert {name for name in used if f'"{name}": {{"code"' not in head} == set()
    assert kinds.NUMBER_AMBIGUOUS.code in head


def test_the_runtime_holds_no_norm(katalog: iku.Catalog) -> None:
    text = "\n".join(text for _, text in runtime_parts())
    labels = {found.label for scale in katalog.tables.scales.values() for found in scale.kelas}
    names = {*katalog.codes, *katalog.tables.methods, *(label for label in labels if " " in label)}
    polarities = {"maksimalkan", "minimalkan", "stabilkan"}
    assert [name for name in sorted(names - polarities) if name in text] == []


def test_a_definition_carries_its_formula_methods_and_scales(
    katalog: iku.Catalog,
) -> None:
    script = definition_script([katalog["KBP-WAS-02"]])
    assert script.startswith('kesbangIku.define({"kode": "KBP-WAS-02"')
    assert "f.divide(" in script
    assert '"capaian": {"nama": "maksimalkan"' in script
    assert script.count("\n") == 1


def test_every_indicator_of_the_standard_can_be_computed(
    katalog: iku.Catalog,
) -> None:
    assert [one.kode for one in katalog if not can_compute(one)] == []


def test_a_composite_over_a_part_of_its_components_is_no_single_formula() -> None:
    nested = {"metode": "aritmetika", "anggota": ["a", "b"], "kedudukan": "usulan"}
    whole = composite_of({"anggota": ["g", "c"], "kelompok": {"g": nested}}, "abc")
    assert can_compute(whole)
    for composite in (
        {"anggota": ["a", "b"], "ambang": "1/2"},
        {"anggota": ["g", "c"], "kelompok": {"g": {**nested, "ambang": "1/2"}}},
    ):
        reduced = composite_of(composite, "abc" if "kelompok" in composite else "ab")
        assert not can_compute(reduced)
        with pytest.raises(ValueError, match="no single formula"):
            definition_script([reduced])


def test_literals_are_exact_and_typed() -> None:
    content = {"a": [Fraction(1, 3), None, True, 2], "b": formula_code("x")}
    assert literal(content) == '{"a": ["1/3", null, true, 2], "b": (f) => f.variable("x")}'
    with pytest.raises(TypeError, match="float"):
        literal(0.5)


def test_no_sign_that_is_obeyed_or_hidden_stands_in_a_script() -> None:
    written = literal({"nama": "a\u202eb\x1b[31m\u2028c"})
    assert written == '{"nama": "a\\u202eb\\u001b[31m\\u2028c"}'
