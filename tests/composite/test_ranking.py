"""How a ranking answers to other weights."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku import Indicator, extras
from kesbang_iku.composite import Sensitivity, sensitivity
from kesbang_iku.composite.ranking import MOST_NUMBERS
from kesbang_iku.extras import MissingExtraError
from tests.composite_indicators import composite_of, idi

HALVES = composite_of({"bobot": {"a": "0.5", "b": "0.5"}}, "ab")
GEOMETRIC = composite_of({"metode": "geometrik", "anggota": ["a", "b", "c"]}, "abc")
LEANING = {"atas": {"a": 80, "b": 70}, "tengah": {"a": 60, "b": 62}, "lain": {"a": 70, "b": 51}}


def ranks(found: Sensitivity) -> dict[str, int]:
    return {band.wilayah: band.rank for band in found.bands}


def lower_is_better(composite: Mapping[str, object], names: str) -> Indicator:
    return composite_of(composite, names, polaritas="minimalkan", capaian="minimalkan_rasio")


def test_regions_stand_in_the_order_of_the_published_ranking() -> None:
    found = sensitivity(HALVES, LEANING, draws=50)
    assert [(band.wilayah, band.rank, str(band.value)) for band in found.bands] == [
        ("atas", 1, "75.00"),
        ("tengah", 2, "61.00"),
        ("lain", 3, "60.50"),
    ]


def test_a_region_that_is_best_in_everything_keeps_its_rank() -> None:
    best = sensitivity(HALVES, LEANING, draws=500).bands[0]
    assert best.low == best.median == best.high == 1
    assert best.stable == 1


def test_regions_that_differ_by_weights_only_swap_ranks() -> None:
    _, second, third = sensitivity(HALVES, LEANING, draws=500).bands
    assert (second.low, second.high) == (third.low, third.high) == (2, 3)
    assert 0 < second.stable < 1
    assert second.stable == third.stable


def test_where_lower_is_better_the_lowest_is_first() -> None:
    indicator = lower_is_better({"bobot": {"a": "0.5", "b": "0.5"}}, "ab")
    assert ranks(sensitivity(indicator, LEANING, draws=10)) == {"lain": 1, "tengah": 2, "atas": 3}


def test_equal_regions_share_the_better_rank_in_every_draw() -> None:
    table = {"x": {"a": 50, "b": 60}, "y": {"a": 50, "b": 60}, "z": {"a": 10, "b": 10}}
    found = sensitivity(HALVES, table, draws=200)
    assert ranks(found) == {"x": 1, "y": 1, "z": 3}
    assert np.array_equal(np.unique(found.ranks, axis=0), [[1, 1, 3]])


def test_every_draw_stays_within_its_spread_and_sums_to_the_whole() -> None:
    found = sensitivity(idi(2018), {"62": _aspects(90, 50, 80)}, draws=300, spread=Fraction(1, 10))
    assert found.weights.shape == (found.draws, 3) == (300, 3)
    np.testing.assert_allclose(found.weights.sum(axis=1), 1)
    published = np.array([0.327, 0.413, 0.26])
    ratio = found.weights / published
    assert (ratio.max(axis=1) / ratio.min(axis=1) <= 1.1 / 0.9 + 1e-9).all()
    assert set(found.draw(0)) == {"kebebasan_sipil", "hak_politik", "lembaga_demokrasi"}
    assert found.draw(7)["hak_politik"] == found.weights[7, 1]


def test_a_draw_can_be_computed_again_from_its_weights() -> None:
    found = sensitivity(HALVES, LEANING, draws=40)
    for number in range(found.draws):
        drawn = found.draw(number)
        scores = {
            region: sum(drawn[name] * value for name, value in values.items())
            for region, values in LEANING.items()
        }
        order = sorted(scores, key=lambda region: -scores[region])
        assert [order.index(region) + 1 for region in found.regions] == list(found.ranks[number])


def test_the_same_seed_gives_the_same_answer() -> None:
    one, same, other = (sensitivity(HALVES, LEANING, draws=50, seed=seed) for seed in (3, 3, 4))
    assert one.bands == same.bands
    assert np.array_equal(one.weights, same.weights)
    assert not np.array_equal(one.weights, other.weights)


def test_the_drawn_weights_are_the_same_on_every_machine() -> None:
    found = sensitivity(HALVES, LEANING, draws=2, seed=1)
    assert found.weights.round(12).tolist() == DRAWN


def test_leaving_a_component_out_ranks_by_the_others() -> None:
    without_a, without_b = sensitivity(HALVES, LEANING, draws=5).left_out
    assert (without_a.variable, without_a.label) == ("a", "Komponen a")
    assert without_a.ranks == {"atas": 1, "tengah": 2, "lain": 3}
    assert without_a.mean_shift == without_a.largest_shift == 0
    assert without_b.ranks == {"atas": 1, "tengah": 3, "lain": 2}
    assert (without_b.mean_shift, without_b.largest_shift) == (Fraction(2, 3), 1)


def test_a_single_component_has_nothing_to_leave_out() -> None:
    assert sensitivity(composite_of({"bobot": {"a": 1}}, "a"), {"x": {"a": 1}}).left_out == ()


def test_regions_without_a_value_are_listed_with_the_reason() -> None:
    found = sensitivity(HALVES, {**LEANING, "bolong": {"a": 1}}, draws=5)
    assert "bolong" not in found.regions
    assert "b belum ada" in found.unranked["bolong"].id
    assert "b missing" in found.unranked["bolong"].en


def test_a_geometric_mean_ranks_a_zero_last() -> None:
    table = {"nol": {"a": 0, "b": 90, "c": 90}, "rata": {"a": 5, "b": 5, "c": 5}}
    found = sensitivity(GEOMETRIC, table, draws=50)
    assert ranks(found) == {"rata": 1, "nol": 2}
    assert {band.high for band in found.bands} == {1, 2}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(dict.fromkeys("abc", st.integers(0, 20))), min_size=1, max_size=6
    )
)
def test_published_ranks_are_those_of_the_published_values(rows: list[dict[str, int]]) -> None:
    table = {str(number): row for number, row in enumerate(rows)}
    found = sensitivity(GEOMETRIC, table, draws=3)
    values = {region: GEOMETRIC.compute(row).nilai_eksak for region, row in table.items()}
    for band in found.bands:
        own = values[band.wilayah]
        assert own is not None
        assert band.rank == 1 + sum(other is not None and other > own for other in values.values())


@pytest.mark.parametrize(
    "wrong",
    [{"draws": 0}, {"draws": MOST_NUMBERS}, {"spread": Fraction(0)}, {"spread": 1}, {"seed": -1}],
)
def test_impossible_settings_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"must|not"):
        sensitivity(HALVES, LEANING, **wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_without_numpy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda _name: None)
    with pytest.raises(MissingExtraError, match=r"kesbang-iku\[ranking\]"):
        sensitivity(HALVES, LEANING)


def test_importing_the_module_does_not_load_numpy() -> None:
    code = "import sys; import kesbang_iku.composite.ranking; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "numpy" not in done.stdout.split()


def _aspects(kebebasan_sipil: int, hak_politik: int, lembaga_demokrasi: int) -> dict[str, int]:
    return {
        "kebebasan_sipil": kebebasan_sipil,
        "hak_politik": hak_politik,
        "lembaga_demokrasi": lembaga_demokrasi,
    }


DRAWN = [[0.459848117972, 0.540151882028], [0.42101708262, 0.57898291738]]
