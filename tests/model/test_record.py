"""What a record is: a model of Pydantic's to whoever asks, without Pydantic until then."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Final

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from kesbang_iku.model.definition import Bounds, Composite
from kesbang_iku.model.record import Before, Besides, Field, Record
from kesbang_iku.model.report import Report
from kesbang_iku.model.scalars import Exact, TextList, Whole

_REPORT: Final = {"wilayah": "11", "tahun": "2024", "item": [{"kode": "KBP-POL-01"}]}
_NESTED: Final = {
    "metode": "aritmetika",
    "kedudukan": "resmi",
    "bobot": {"a": "0.25", "b": "0.75"},
    "kelompok": {"b": {"metode": "geometrik", "kedudukan": "resmi", "anggota": ["c", "d"]}},
}


class _Model(Record):
    nama: Annotated[str, Field(min_length=2)] = Field(pattern="^[a-z]+$")
    banyak: Whole = Field(default=3, ge=1, le=9, json_schema_extra={"readOnly": True})
    isi: Mapping[str, Exact] = Field(default_factory=dict)
    kata: TextList = Field(default=(), max_length=2)
    batas: Bounds = Bounds.model_construct()
    _besides: str = "-"

    @cached_property
    def doubled(self) -> int:
        return 2 * self.banyak


class _Ordered(Record):
    angka: Annotated[int, Before(lambda value: -int(str(value))), Besides({"x": 1})] = Field(le=0)


class _Sent(BaseModel):
    laporan: Report
    gabungan: Composite | None = None


class _Narrow(_Model):
    banyak: Whole  # has to be given here

    @classmethod
    def model_prepared(cls, data: object) -> object:
        return {**data, "nama": "selalu"} if isinstance(data, Mapping) else data


def test_a_model_says_what_its_fields_are_without_pydantic() -> None:
    code = (
        "import sys; from kesbang_iku.model.definition import Definition;"
        "fields = Definition.model_fields; made = Definition.model_construct(kode='A');"
        "print(len(fields), repr(made)[:20], made == made, 'pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "False"


@pytest.mark.parametrize(
    ("data", "kind", "place"),
    [
        ({}, "missing", ("nama",)),
        ({"nama": "a"}, "string_too_short", ("nama",)),
        ({"nama": "AB"}, "string_pattern_mismatch", ("nama",)),
        ({"nama": "ab", "banyak": 0}, "greater_than_equal", ("banyak",)),
        ({"nama": "ab", "banyak": "dua"}, "whole_number", ("banyak",)),
        ({"nama": "ab", "kata": ["a", "b", "c"]}, "too_long", ("kata",)),
        ({"nama": "ab", "lain": 1}, "extra_forbidden", ("lain",)),
        ("ab", "model_type", ()),
    ],
)
def test_what_does_not_fit_is_said_as_of_any_model(
    data: object, kind: str, place: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError) as raised:
        _Model.model_validate(data)
    assert [(one["type"], one["loc"]) for one in raised.value.errors()] == [(kind, place)]


def test_calling_a_model_checks_what_it_is_given() -> None:
    made = _Model(nama="ab", kata="satu", isi={"x": "0.5"})  # type: ignore[dict-item, arg-type]  # converted
    assert (made.kata, made.isi) == (("satu",), {"x": Fraction(1, 2)})
    assert made.model_fields_set == {"nama", "kata", "isi"}
    with pytest.raises(ValidationError):
        _Model(nama="a")


def test_a_model_below_another_has_its_fields_and_prepares_its_data() -> None:
    assert list(_Narrow.model_fields) == list(_Model.model_fields)
    with pytest.raises(ValidationError):
        _Narrow.model_validate({"nama": "ab"})
    assert _Narrow.model_validate({"banyak": "4"}).nama == "selalu"


def test_what_is_written_reads_back() -> None:
    made = _Model.model_validate({"nama": "ab", "isi": {"x": "1/3"}, "batas": {"min": "0"}})
    assert _Model.model_validate(made.model_dump(mode="json")) == made
    assert _Model.model_validate_json(made.model_dump_json()) == made
    assert made.model_dump(mode="json", exclude_defaults=True) == {
        "nama": "ab",
        "isi": {"x": "1/3"},
        "batas": {"min": "0"},
    }


def _sent_elsewhere(made: _Model) -> _Model:
    other: _Model = pickle.loads(pickle.dumps(made))  # noqa: S301  # our own
    return other


@pytest.mark.parametrize("copied", [copy, deepcopy, _sent_elsewhere])
def test_a_copy_is_equal_and_another(copied: Callable[[_Model], _Model]) -> None:
    made = _Model(nama="ab")
    made.model_tell("_besides", "ya")
    other = copied(made)
    assert other is not made
    assert other == made
    assert other._besides == "ya"
    assert other.model_fields_set == made.model_fields_set


def test_a_changed_copy_works_out_anew_what_follows() -> None:
    made = _Model(nama="ab")
    assert made.doubled == 6
    changed = made.model_copy(update={"banyak": 4})
    assert (changed.doubled, made.doubled) == (8, 6)
    assert changed.model_fields_set == {"nama", "banyak"}
    assert made.model_fields_set == {"nama"}


def test_models_are_equal_by_what_their_fields_hold() -> None:
    made, same = _Model(nama="ab"), _Model(nama="ab", banyak=3)
    assert made.doubled == 6
    assert made == same
    assert made != _Model(nama="ab", banyak=4)
    assert made != _Narrow(nama="ab", banyak=3)
    assert made != "ab"
    assert len({Bounds(min=Fraction(1)), Bounds(min=Fraction(1)), Bounds()}) == 2
    assert repr(Bounds(min=Fraction(1))) == "Bounds(min=Fraction(1, 1), maks=None)"
    assert dict(Bounds()) == {"min": None, "maks": None}


def test_a_default_that_can_change_is_not_shared() -> None:
    one, other = _Model(nama="ab"), _Model.model_construct(nama="ab")
    assert one.isi == other.isi == {}
    assert one.isi is not other.isi
    assert one.isi is not _Model.model_construct(nama="ab").isi


def test_a_json_schema_says_what_the_fields_say() -> None:
    told = _Model.model_json_schema()["properties"]
    assert {key: told["nama"][key] for key in ("minLength", "pattern")} == {
        "minLength": 2,
        "pattern": "^[a-z]+$",
    }
    assert (told["banyak"]["readOnly"], told["banyak"]["default"]) == (True, 3)


def test_pydantic_takes_a_record_where_it_takes_a_model() -> None:
    sent = _Sent.model_validate({"laporan": _REPORT, "gabungan": _NESTED})
    assert sent.laporan == Report.model_validate(_REPORT)
    assert sent.gabungan == Composite.model_validate(_NESTED)
    assert _Sent.model_validate(sent.model_dump(mode="json")) == sent
    assert {"Report", "ReportItem", "Composite"} <= _Sent.model_json_schema()["$defs"].keys()
    assert TypeAdapter(list[Report]).validate_python([_REPORT]) == [sent.laporan]


def test_several_may_ask_for_one_schema_at_a_time() -> None:
    def dumped(_number: int) -> str:
        adapter = TypeAdapter(Composite)
        return json.dumps(adapter.json_schema()) + str(adapter.validate_python(_NESTED))

    with ThreadPoolExecutor(8) as pool:
        assert len({*pool.map(dumped, range(16))}) == 1


def test_what_stands_beside_a_type_comes_in_its_order() -> None:
    assert _Ordered.model_validate({"angka": "5"}).angka == -5
    assert _Ordered.model_json_schema()["properties"]["angka"]["x"] == 1
    with pytest.raises(ValidationError):
        _Ordered.model_validate({"angka": "-5"})
