"""What is worked out when it is first asked for, and kept."""

from __future__ import annotations

from kesbang_iku._later import Once


def test_each_key_is_worked_out_once_and_the_full_memory_begins_anew() -> None:
    asked: list[int] = []

    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    kept = Once(doubled, most=2)
    assert [kept[1], kept[1], kept[2], kept[2]] == [2, 2, 4, 4]
    assert asked == [1, 2]
    assert (kept[3], dict(kept)) == (6, {3: 6})
    assert kept[1] == 2
    assert asked == [1, 2, 3, 1]
