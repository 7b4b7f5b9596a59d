"""How often names as regions write them find the indicator that a person says they mean."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from tests.alignment.pairs import Figures, all_pairs, answers, figures

Katalog = iku.Catalog


@pytest.fixture(scope="module")
def judged(katalog: Katalog) -> Figures:
    """Return the figures of the half that nothing was tuned on."""
    found = figures(answers(katalog, "uji"))
    print(found)  # noqa: T201 - `pytest -s` shows how good it is
    return found


def test_enough_pairs_are_labelled() -> None:
    pairs = all_pairs()
    assert len(pairs) >= 300
    assert len({pair.nama for pair in pairs}) == len(pairs)
    halves = [sum(pair.half == half for pair in pairs) for half in ("pengembangan", "uji")]
    assert min(halves) > 150


def test_labels_are_codes_of_the_catalog(katalog: Katalog) -> None:
    codes = {pair.padanan for pair in all_pairs()} - {None}
    assert [code for code in codes if code not in katalog] == []


def test_the_counterpart_is_right_far_more_often_than_not(judged: Figures) -> None:
    assert judged.count > 150
    assert judged.accuracy >= 0.96


def test_no_counterpart_is_said_where_there_is_none(judged: Figures) -> None:
    assert judged.precision_none >= 0.92
    assert judged.recall_none >= 0.96


def test_who_is_sure_is_right(judged: Figures) -> None:
    assert judged.sure > 90
    assert judged.precision_sure >= 0.97


def test_what_was_tuned_on_stays_right(katalog: Katalog) -> None:
    found = figures(answers(katalog, "pengembangan"))
    assert found.accuracy >= 0.98
    assert found.precision_sure >= 0.98
