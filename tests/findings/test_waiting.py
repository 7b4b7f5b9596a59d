"""Who waits is told how far the work is; who does not, changes nothing."""

from __future__ import annotations

from kesbang_iku.findings.waiting import passed, waiting

MANY = 1000


def test_who_waits_is_told() -> None:
    told: list[float] = []
    with waiting(told.append):
        assert list(passed(range(MANY), 0.5, 1)) == list(range(MANY))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.5, 1)
    assert len(told) < MANY / 2


def test_nobody_is_told_where_nobody_waits() -> None:
    things = range(MANY)
    assert passed(things) is things


def test_the_one_who_waits_inside_is_told_in_place_of_the_other() -> None:
    outer: list[float] = []
    inner: list[float] = []
    with waiting(outer.append):
        with waiting(inner.append):
            list(passed("ab"))
        assert outer == []
        list(passed("ab"))
    assert outer == inner == [0, 0.5, 1]
    assert passed("ab") == "ab"
