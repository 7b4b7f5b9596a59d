"""What is needed to reach a target: the number told does, and the one before it does not."""

from __future__ import annotations

from functools import cache
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator, Result

_MOST: Final = 60
"""A whole this small is tried out number by number."""


@cache
def _movable() -> dict[str, tuple[Indicator, str]]:
    """Return the indicators of which one count moves, with that count, asked of the answers."""
    found = {}
    for indicator in iku.load_catalog():
        for numbers in ({}, {indicator.engine.needed[0]: 3} if indicator.engine.needed else {}):
            inputs = dict.fromkeys(indicator.engine.needed, 5) | numbers
            for target in (10**6, 0.5, 99, 1):
                need = indicator.compute(inputs, target=target).diperlukan
                if need is not None:
                    found[f"{indicator.kode}@{indicator.versi}"] = (indicator, need.variabel)
    return found


def _with(result: Result, number: int) -> Result:
    """Return the same item with another number of what may move."""
    need = result.diperlukan
    assert need is not None
    assert result.indicator is not None
    assert result.target is not None
    numbers = {**result.masukan, need.variabel: number}
    return result.indicator.compute(numbers, target=result.target.text, tingkat=result.tingkat)


def test_the_parts_of_the_catalog_are_found() -> None:
    moving = {code: name for code, (_, name) in _movable().items()}
    assert len(moving) > 50
    assert moving["KBP-WAS-02@1"] == "konflik_diselesaikan"
    assert moving["KBP-WAS-04@1"] == "meninggal"
    assert moving["KBP-POL-02@2024"] == "pengguna_hak_pilih"
    assert moving["KBP-WAS-07@1"] == "menjadi_konflik"


@given(st.data())
def test_the_number_told_reaches_the_target_and_the_one_before_it_does_not(
    data: st.DataObject,
) -> None:
    indicator, moved = _movable()[data.draw(st.sampled_from(sorted(_movable())))]
    numbers = {name: data.draw(st.integers(0, _MOST)) for name in indicator.engine.needed}
    target = data.draw(
        st.integers(0, 12000).map(lambda cents: f"{cents // 100},{cents % 100:02}")
        | st.sampled_from(["> 50", "≥ 66,67", "< 40", "≤ 33,33", "40–60", "Tinggi"])
    )
    result = indicator.compute(numbers, target=target)
    need = result.diperlukan
    if need is not None:
        step = 1 if need.selisih > 0 else -1
        there = _with(result, need.menjadi)
        assert result.tercapai is False
        assert there.status == "lengkap"
        assert there.tercapai is True
        assert there.nilai == need.nilai
        assert _with(result, need.menjadi - step).tercapai is not True
    elif result.tercapai is False and result.asal == "dihitung":
        # Nothing is told only where nothing would do: every number up to the whole is tried.
        tried = (
            indicator.compute({**numbers, moved: one}, target=target) for one in range(_MOST + 1)
        )
        reached = [one.masukan[moved] for one in tried if one.tercapai]
        assert reached == []


def test_it_is_said_with_what_it_takes_for_granted() -> None:
    indicator = iku.load_catalog()["KBP-WAS-02"]
    result = indicator.compute({"konflik_diselesaikan": 17, "konflik": 20}, target=90)
    assert result.as_dict()["diperlukan"] == {
        "variabel": "konflik_diselesaikan",
        "label": "Jumlah konflik sosial yang diselesaikan",
        "kini": "17",
        "menjadi": "18",
        "selisih": "1",
        "dari": "20",
        "nilai": "90.00",
        "keterangan": "Jumlah konflik sosial yang diselesaikan: target tercapai bila "
        "menjadi 18 dari 20 (kini 17, kurang 1), dengan angka lain tetap.",
    }
    assert "menjadi 18 dari 20" in result.explain()
    assert "18 of 20" in result.explain("en")
    again = iku.Result.from_dict(result.as_dict())
    assert again.diperlukan == result.diperlukan


def test_rounding_counts_as_it_does_in_the_published_value() -> None:
    # 2 of 3 is 66,67 when published, which reaches 66,67 though the exact value does not.
    result = iku.load_catalog()["KBP-WAS-02"].compute(
        {"konflik_diselesaikan": 1, "konflik": 3}, target="66,67"
    )
    assert result.diperlukan is not None
    assert result.diperlukan.menjadi == 2


def test_a_count_without_a_whole_has_no_end() -> None:
    result = iku.load_catalog()["KBP-IDE-05"].compute({"peserta": 7}, target=123456789)
    assert result.diperlukan is not None
    assert (result.diperlukan.menjadi, result.diperlukan.dari) == (123456789, None)


@pytest.mark.parametrize(
    ("code", "numbers", "target"),
    [
        ("KBP-WAS-02", {"konflik_diselesaikan": 18, "konflik": 20}, 90),  # reached
        ("KBP-WAS-02", {"konflik_diselesaikan": 17, "konflik": 20}, None),
        ("KBP-WAS-02", {"konflik_diselesaikan": 17}, 90),  # no value
        ("KBP-WAS-02", {"konflik_diselesaikan": 0, "konflik": 0}, 90),
        ("KBP-WAS-02", {"konflik_diselesaikan": 17, "konflik": 20}, "> 100"),  # out of reach
        ("KBP-WAS-01", {"nilai_rilis": 60}, 90),  # nothing is counted
        ("KBP-ESB-02", {"toleransi": 60, "kesetaraan": 60, "kerja_sama": 60}, 90),
    ],
)
def test_nothing_is_told_where_nothing_is_known(
    code: str, numbers: dict[str, int], target: object
) -> None:
    result = iku.load_catalog()[code].compute(numbers, target=target)
    assert result.diperlukan is None
    assert "diperlukan" not in result.as_dict()
