"""Holding documents against models: each deviation once, at its place, in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Final, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Place, kinds, sentences
from kesbang_iku.model.plan import Plan
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.report import Report, ReportItem
from kesbang_iku.model.scalars import Exact, TextList, Whole
from kesbang_iku.sources.document import json_pointer
from kesbang_iku.sources.shape import Pointer, check_shape, shown
from tests.tree import ROOT

SCHEMAS: Final = tuple((ROOT / "schemas").glob("*.json"))
_OF_ANSWERS: Final = ("^-?[0-9]", "^IKU", "^sha256:")
"""How patterns begin that no file written by people is held against."""


class _Inner(Record):
    besar: Exact


class _Outer(Record):
    nama: str = Field(min_length=1, max_length=5)
    pilihan: Literal["a", "b"] = "a"
    pola: Annotated[str, Field(pattern=r"^x+$")] = "x"
    tahun: Whole = Field(default=2000, ge=1945, le=2100)
    benar: bool = False
    daftar: tuple[_Inner, ...] = Field(default=(), max_length=9)
    salah_satu: Exact | _Inner | None = None
    peta: Mapping[Annotated[str, Field(pattern=r"^[a-z]$")], Exact] = Field(default_factory=dict)
    teks: TextList = ()


def _at(pointer: Pointer) -> Place:
    return Place(penunjuk=json_pointer(pointer))


def _findings(data: object) -> list[tuple[str, str | None, str]]:
    found = check_shape(_Outer, data, _at)[1]
    return [(one.kode, one.place.penunjuk, one.pesan) for one in found]


def test_fitting_data_become_the_model() -> None:
    model, found = check_shape(_Outer, {"nama": "n", "daftar": [{"besar": "0.5"}]}, _at)
    assert found == []
    assert model is not None
    assert model.daftar[0].besar == Fraction(1, 2)


@pytest.mark.parametrize(
    ("data", "code", "pointer", "words"),
    [
        ({}, "IKU201", "", "'nama' wajib"),
        ({"nama": "n", "daftar": [{}]}, "IKU201", "/daftar/0", "'besar' wajib"),
        ({"nama": "n", "Nama": "x"}, "IKU202", "/Nama", "'Nama' tidak dikenal"),
        ({"nama": "n", "a[b": "x"}, "IKU202", "/a[b", "'a[b'"),
        ({"nama": ""}, "IKU203", "/nama", "tidak kosong"),
        ({"nama": "panjang"}, "IKU203", "/nama", "lebih pendek"),
        ({"nama": ["n"]}, "IKU203", "/nama", "teks"),
        ({"nama": "n", "pilihan": "c"}, "IKU203", "/pilihan", "'a' atau 'b'"),
        ({"nama": "n", "pola": "y"}, "IKU203", "/pola", "teks dalam bentuk"),
        ({"nama": "n", "tahun": "20x"}, "IKU203", "/tahun", "bilangan bulat"),
        ({"nama": "n", "tahun": "1900"}, "IKU203", "/tahun", "≥ 1945"),
        ({"nama": "n", "tahun": "2200"}, "IKU203", "/tahun", "≤ 2100"),
        ({"nama": "n", "benar": "mungkin"}, "IKU203", "/benar", "true atau false"),
        ({"nama": "n", "daftar": {}}, "IKU203", "/daftar", "daftar"),
        ({"nama": "n", "daftar": [5]}, "IKU203", "/daftar/0", "pemetaan"),
        ({"nama": "n", "salah_satu": "x"}, "IKU203", "/salah_satu", "bilangan eksak"),
        ({"nama": "n", "salah_satu": {"besar": "x"}}, "IKU203", "/salah_satu/besar", "eksak"),
        ({"nama": "n", "peta": {"Z": "1"}}, "IKU203", "/peta/Z", "teks dalam bentuk"),
        ({"nama": "n", "peta": {"z": "satu"}}, "IKU203", "/peta/z", "eksak"),
        ({"nama": "n", "teks": {"a": "b"}}, "IKU203", "/teks", "daftar"),
        (5, "IKU203", "", "pemetaan"),
        (None, "IKU203", "", "pemetaan"),
    ],
)
def test_deviation_is_named_at_its_place(data: object, code: str, pointer: str, words: str) -> None:
    found = _findings(data)
    matching = [one for one in found if one[:2] == (code, pointer)]
    assert matching, found
    assert words in matching[0][2]


def test_keys_of_inner_models_are_guessed_too() -> None:
    (found,) = check_shape(_Outer, {"nama": "n", "bessar": "1"}, _at)[1]
    assert (found.kode, "'besar'" in (found.saran or "")) == ("IKU202", True)


def test_a_key_that_belongs_elsewhere_is_not_offered_for_itself() -> None:
    (found,) = check_shape(_Outer, {"nama": "n", "besar": "1"}, _at)[1]
    assert (found.kode, found.hint("id")) == ("IKU202", sentences.sources.REMOVE_KEY.id)


def test_all_deviations_come_at_once() -> None:
    data = {"pilihan": "c", "x": 1, "daftar": [{"besar": "q"}, {"besar": "1", "y": 2}]}
    assert {one[1] for one in _findings(data)} == {
        "",
        "/pilihan",
        "/x",
        "/daftar/0/besar",
        "/daftar/1/y",
    }


def test_value_that_fits_no_member_of_a_union_is_reported_once() -> None:
    assert len(_findings({"nama": "n", "salah_satu": "x"})) == 1


@pytest.mark.parametrize(("written", "meant"), [("taun", "tahun"), ("NAMA", "nama")])
def test_unknown_key_offers_the_one_most_like_it(written: str, meant: str) -> None:
    found = check_shape(_Outer, {"nama": "n", written: "1"}, _at)[1]
    assert f"'{meant}'" in found[0].hint("id")
    assert f"'{meant}'" in found[0].hint("en")


def test_base_stands_in_front_of_every_pointer() -> None:
    found = check_shape(_Outer, {"nama": ["n"]}, _at, ("item", 3))[1]
    assert [one.place.penunjuk for one in found] == ["/item/3/nama"]


def test_years_of_a_plan_are_found_under_the_key_that_was_written() -> None:
    data = {"item": [{"nama": "x", "target": {"2025": ["1"], "20x6": "1"}}]}
    found = check_shape(Plan, data, _at)[1]
    assert found
    assert all((one.place.penunjuk or "").startswith("/item/0/target") for one in found)


@pytest.mark.parametrize(
    ("value", "text"),
    [("a\n  b", "a b"), ("x" * 100, "x" * 79 + "…"), (5, "5")],
)
def test_value_is_shown_on_one_line_and_never_long(value: object, text: str) -> None:
    assert shown(value) == text


def test_number_too_long_to_be_written_is_shown_as_what_it_is() -> None:
    assert shown(10**5000) == "int …"


_PLAIN = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["nama", "kode", "item", "target", "wilayah", "X", "a[0]"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(data=_PLAIN, model=st.sampled_from([_Outer, Report, ReportItem, Plan]))
def test_any_data_give_a_model_or_findings_that_point_into_them(
    data: object, model: type[Record]
) -> None:
    pointers: list[Pointer] = []

    def locate(pointer: Pointer) -> Place:
        pointers.append(pointer)
        return Place()

    got, found = check_shape(model, data, locate)
    assert (got is None) == bool(found)
    assert {one.kind for one in found} <= {kinds.MISSING_KEY, kinds.UNKNOWN_KEY, kinds.WRONG_VALUE}
    for one in found:
        assert one.message("id")
        assert one.hint("en")


def _patterns() -> Iterator[str]:
    """Yield every pattern that a model of a file holds texts against."""
    waiting: list[Any] = [json.loads(file.read_text()) for file in SCHEMAS]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield from [node["pattern"]] if isinstance(node.get("pattern"), str) else []
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node


def test_every_pattern_of_files_is_told_in_words_with_an_example_that_fits() -> None:
    told = sentences.sources.PATTERNS
    said = {text for text in _patterns() if not text.startswith(_OF_ANSWERS)}
    assert said <= set(told)
    for pattern, text in told.items():
        for words, before in ((text.id, "misalnya "), (text.en, "such as ")):
            example = words.partition(before)[2]
            assert re.fullmatch(pattern, example), (pattern, example)
