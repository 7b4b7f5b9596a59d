from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.document import Lines, json_pointer
from kesbang_iku.sources.yaml_reader import read_yaml
from tests.scalars import scalars


def test_what_spans_several_lines_ends_with_its_first_line() -> None:
    document = read_yaml("a: |\r\n  satu\r\n  dua\r\nb: 1\r\n", "a.yaml")[0][0]
    place = document.place(("a",))
    assert (place.baris, place.kolom, place.kolom_akhir) == (1, 4, 5)


def test_the_root_has_an_empty_pointer() -> None:
    assert read_yaml("a: 1", "a.yaml")[0][0].place().penunjuk == ""


def test_scalars_come_in_the_order_written() -> None:
    document = read_yaml("b: [1, {c: 2}]\na: x\n", "a.yaml")[0][0]
    assert list(scalars(document)) == [(("b", 0), "1"), (("b", 1, "c"), "2"), (("a",), "x")]


def test_an_offset_at_the_end_of_the_text_is_on_its_last_line() -> None:
    assert Lines("a\nbc").locate(4) == (2, 3)


def test_json_pointer_escapes_as_rfc_6901_says() -> None:
    assert json_pointer(("a/b", 0, "m~n", "")) == "/a~1b/0/m~0n/"


def test_the_collector_is_paused_inside_and_runs_afterwards() -> None:
    assert gc.isenabled()
    with paused_gc():
        inside = gc.isenabled()
    assert (inside, gc.isenabled()) == (False, True)


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(KeyError), paused_gc():
        raise KeyError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused_gc():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@given(st.lists(st.sampled_from(["a", "bc", " ", "\r", "\n", "\r\n", "\u2028"]), max_size=12))
def test_lines_end_at_each_line_feed_carriage_return_or_both(parts: list[str]) -> None:
    text = "".join(parts)
    starts = [0, *(line_break.end() for line_break in re.finditer("\r\n|\r|\n", text))]
    lines = Lines(text)
    for offset in range(len(text) + 1):
        before = [start for start in starts if start <= offset]
        assert lines.line(offset) == len(before)
        assert lines.locate(offset) == (len(before), offset - before[-1] + 1)


def test_the_line_of_a_value_is_that_of_its_place() -> None:
    document = read_yaml("a: 1\nb:\n  - c: [\n      x]\n  - y\n", "a.yaml")[0][0]
    for pointer in ((), ("a",), ("b", 0), ("b", 0, "c", 0), ("b", 1), ("b", 7), ("z",)):
        assert document.line(pointer) == document.place(pointer).baris
