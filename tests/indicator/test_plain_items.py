"""Items that are numbers and nothing else come to the same, computed many at a time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.indicator.item import compute_item
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.plain_items import PlainValue, plain_values
from kesbang_iku.model.vocabulary import NumberFormat

_CODES = ("KBP-WAS-02", "KBP-ESB-02", "KBP-ESB-01", "KBP-POL-01", "KBP-WAS-05", "KBP-POL-04")
_TEXTS = ("17", "20", "0", "71.5", "71,5", "100", "101", "-3", "-", "1.234", "kira-kira", " 5")


def _plain(
    indicator: iku.Indicator, item: dict[str, object], notation: NumberFormat | None = None
) -> PlainValue | None:
    (value,) = plain_values(indicator.engine, [item], "provinsi", notation)
    return value


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_plain_item_is_what_it_is_computed_alone(data: st.DataObject) -> None:
    indicator = iku.load_catalog()[data.draw(st.sampled_from(_CODES))]
    texts = st.sampled_from(_TEXTS) | st.integers(0, 10**6).map(str)
    names = [one.nama for one in indicator.variabel]
    chosen = data.draw(st.lists(st.sampled_from([*names, "asing"]), unique=True))
    written: dict[str, object] = {name: data.draw(texts) for name in chosen}
    notations: list[NumberFormat | None] = [None, "id", "en"]
    notation = data.draw(st.sampled_from(notations))
    item = ItemInput(written, tingkat="provinsi", format_angka=notation)
    work = compute_item(indicator.engine, item)
    value = _plain(indicator, written, notation)
    if value is not None:
        assert (work.status, work.findings) == (iku.Status.COMPLETE, [])
        assert [*value.masukan.items()] == [*work.inputs.values.items()]
        told = (work.exact, work.published, work.origin, work.category)
        assert (value.exact, value.published, value.origin, value.category) == told


def test_numbers_beyond_doubt_make_a_plain_item(katalog: iku.Catalog) -> None:
    value = _plain(katalog["KBP-WAS-02"], {"konflik": "20", "konflik_diselesaikan": "17"})
    assert value is not None
    assert str(value.published) == "85.00"


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"konflik": "20"},
        {"konflik": "0", "konflik_diselesaikan": "0"},
        {"konflik": "20", "konflik_diselesaikan": "21"},
        {"konflik": "20", "konflik_diselesaikan": "1.234"},
        {"konflik": "20", "konflik_diselesaikan": "1.5"},
        {"konflik": "20", "konflik_diselesaikan": 17},
        {"konflik": "20", "konflik_diselesaikan": "17", "lain": "1"},
    ],
)
def test_what_asks_for_a_word_is_left_to_who_says_it(
    katalog: iku.Catalog, written: dict[str, object]
) -> None:
    assert _plain(katalog["KBP-WAS-02"], written) is None


def test_an_indicator_without_a_formula_has_no_plain_items(katalog: iku.Catalog) -> None:
    without = [one for one in katalog if one.formula is None]
    assert without
    for one in without:
        assert _plain(one, {variable.nama: "1" for variable in one.variabel}) is None


def test_a_release_that_its_components_do_not_give_is_no_plain_item(katalog: iku.Catalog) -> None:
    indicator = katalog["KBP-POL-01"]
    parts: dict[str, object] = {"kebebasan": "80", "kesetaraan": "80", "kapasitas": "80"}
    assert _plain(indicator, {**parts, "nilai_rilis": "80"}) is not None
    assert _plain(indicator, {**parts, "nilai_rilis": "81"}) is None
