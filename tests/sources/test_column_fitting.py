"""What is made of many data at a time is what the validator makes of each."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.model.report import ReportItem
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.fitting import fitted_all

_NUMBERS = st.sampled_from([NumberText("64.28"), NumberText("-0"), "64,28", "", None])
_ITEMS = st.fixed_dictionaries(
    {"kode": st.sampled_from(["KBP-POL-01", "KBP-WAS-02", "x"])},
    optional={
        "variabel": st.dictionaries(st.sampled_from(["a", "b"]), _NUMBERS),
        "target": st.one_of(
            _NUMBERS,
            st.just({"nilai": NumberText("5"), "dokumen": "Renstra"}),
        ),
        "realisasi": _NUMBERS,
        "predikat": st.sampled_from([None, "Tinggi"]),
        "bukti": st.sampled_from(["Bab 3", ["Bab 3", "Bab 4"], []]),
    },
)


@given(st.lists(_ITEMS, min_size=1, max_size=8))
def test_a_column_at_a_time_makes_what_the_validator_makes(data: list[dict[str, Any]]) -> None:
    made = fitted_all(ReportItem, data)
    wanted = [ReportItem.model_validate(one) for one in data]
    assert made == wanted
    for one, other in zip(made or [], wanted, strict=True):
        assert list(vars(one)) == list(vars(other))
        assert one.model_fields_set == other.model_fields_set
        assert repr(one) == repr(other)


@pytest.mark.parametrize(
    "broken",
    [
        {"kode": ""},
        {"variabel": {}},
        {"kode": "x", "lain": "y"},
        {"kode": NumberText("5")},
        {"kode": "x", "variabel": {"a": True}},
        {"kode": "x", "variabel": {"a": []}},
        {"kode": "x", "predikat": NumberText("5")},
        {"kode": "x", "bukti": [None]},
        {"kode": "x", "target": {"nilai": {}}},
        [],
        None,
    ],
)
def test_one_that_does_not_clearly_fit_leaves_all_to_the_validator(broken: object) -> None:
    assert fitted_all(ReportItem, [{"kode": "KBP-POL-01"}, broken]) is None


def test_what_fields_hold_by_default_is_not_shared() -> None:
    made = fitted_all(ReportItem, [{"kode": "a"}, {"kode": "b"}])
    assert made is not None
    first, second = made
    assert first.variabel == {}
    assert first.variabel is not second.variabel


def test_nothing_is_made_of_nothing() -> None:
    assert fitted_all(ReportItem, []) is None
