"""Every worked example of the catalog is computed again: a new file brings its own tests."""

from __future__ import annotations

from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.formula import Exact
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.model.definition import Example, PublishedValue
from kesbang_iku.model.method import MethodExample, RangeTarget
from kesbang_iku.sources.numbers import Number, read_number
from tests.each import each

_CATALOG = iku.load_catalog()
_EXAMPLES = [
    pytest.param(found, example, id=f"{found.kode}-{found.versi}-{example.nama}")
    for found in _CATALOG
    for example in found.contoh
]
_PRINTED = [
    pytest.param(found, example, id=f"{found.kode}-{found.versi}-{example.nama}")
    for found in _CATALOG
    for example in found.contoh
    if example.tercetak is not None
]
_METHOD_EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{example.nama}")
    for name, method in _CATALOG.tables.methods.items()
    for example in method.contoh
]


def _computed(indicator: iku.Indicator, example: Example) -> iku.Result:
    return indicator.compute(example.variabel, target=example.target)


@pytest.mark.parametrize(("indicator", "example"), _EXAMPLES)
def test_worked_example_gives_what_its_entry_says(
    indicator: iku.Indicator, example: Example
) -> None:
    answer = {**_computed(indicator, example).as_dict()}
    expected = example.hasil.model_dump(exclude_none=True, exclude_defaults=True)
    expected["status"] = example.hasil.status
    got = {key: answer[key] for key in expected}
    assert got == {key: list(v) if isinstance(v, tuple) else v for key, v in expected.items()}


@pytest.mark.parametrize(("indicator", "example"), _PRINTED)
def test_value_that_was_printed_is_the_one_computed_or_the_entry_says_why_not(
    indicator: iku.Indicator, example: Example
) -> None:
    printed = indicator.compute(example.variabel, realisasi=example.tercetak, target=example.target)
    blamed = [found.kode for found in printed.temuan if found.kode.startswith("IKU50")]
    assert not blamed or example.catatan or indicator.koreksi, blamed


@pytest.mark.parametrize(("name", "example"), _METHOD_EXAMPLES)
def test_worked_example_of_a_method_gives_what_its_entry_says(
    name: str, example: MethodExample
) -> None:
    target = example.target
    inputs: dict[str, Exact] = {"realisasi": example.realisasi}
    if isinstance(target, RangeTarget):
        inputs |= {"target_min": target.min, "target_maks": target.maks}
    else:
        inputs["target"] = target
    got = MethodEngine(_CATALOG.tables.methods[name]).achieve(inputs)
    expected = example.hasil
    assert ("lengkap" if got.exact is not None else "tidak_terdefinisi") == expected.status
    assert (None if got.published is None else str(got.published)) == expected.capaian
    if expected.capaian_tanpa_batas is not None:
        assert str(got.unlimited) == expected.capaian_tanpa_batas
    assert got.exact is not None or got.reason is not None, "no achievement and no reason"


_METHOD_PRINTED = [
    pytest.param(example, id=f"{name}-{example.nama}")
    for name, method in _CATALOG.tables.methods.items()
    for example in method.contoh
    if example.tercetak is not None and example.hasil.capaian is not None
]


@pytest.mark.parametrize("example", _METHOD_PRINTED)
def test_printed_achievement_is_the_rounded_one_or_the_entry_says_why_not(
    example: MethodExample,
) -> None:
    text = example.tercetak or ""
    printed = read_number(text).value
    assert isinstance(printed, Number)
    decimals = len(text.replace(".", ",").strip("%").partition(",")[2])
    off = abs(printed.value - Fraction(example.hasil.capaian or ""))
    said = "keliru" in (example.catatan or "") or "bukan" in (example.catatan or "")
    assert said or off <= Fraction(1, 2 * 10**decimals)


def test_every_kind_of_indicator_has_examples() -> None:
    assert len(_EXAMPLES) >= 60
    assert len(_METHOD_EXAMPLES) >= 40
    assert {found.bidang for found in _CATALOG if found.contoh} == set(_CATALOG.tables.fields)


# Target, realised value; what nine public applications answer with 200, 100, 0 or an error.
_LOWER_IS_BETTER = [
    (10, 8, "120.00", "125.00"),
    (10, 12, "80.00", "83.33"),
    (10, 20, "0.00", "50.00"),
    (10, 25, "0.00", "40.00"),
    (10, 0, "200.00", None),
    (0, 0, "100.00", "100.00"),
    (0, 1, "0.00", "0.00"),
]


@pytest.mark.parametrize(("target", "realised", "plain", "ratio"), _LOWER_IS_BETTER)
def test_lower_is_better_answers_every_case_openly(
    target: int, realised: int, plain: str, ratio: str | None
) -> None:
    inputs: dict[str, Exact] = {"realisasi": Fraction(realised), "target": Fraction(target)}
    methods = _CATALOG.tables.methods
    first = MethodEngine(methods["minimalkan"]).achieve(inputs)
    second = MethodEngine(methods["minimalkan_rasio"]).achieve(inputs)
    assert str(first.published) == plain
    assert (None if second.published is None else str(second.published)) == ratio
    if ratio is None:
        assert second.reason is not None
        assert second.reason.id != second.reason.en


def test_floor_shows_what_it_cut_off() -> None:
    inputs: dict[str, Exact] = {"realisasi": Fraction(25), "target": Fraction(10)}
    got = MethodEngine(_CATALOG.tables.methods["minimalkan"]).achieve(inputs)
    assert (str(got.published), str(got.unlimited)) == ("0.00", "-50.00")


_SERIES = [(found, one) for found in _CATALOG for one in found.deret if one.dimensi is None]


@each(_SERIES, lambda one: f"{one[0].kode}-{one[0].versi} in {one[1].tahun}")
def test_published_value_lies_within_scale_and_years_of_its_version(
    published: tuple[iku.Indicator, PublishedValue],
) -> None:
    indicator, entry = published
    assert indicator.rentang.contains(entry.nilai)
    assert entry.tahun in indicator.berlaku
