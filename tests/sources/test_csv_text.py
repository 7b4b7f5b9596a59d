"""CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kesbang_iku.sources.csv_text import as_meant, csv_blocks, csv_rows, csv_text


def _cell(value: object) -> str:
    rows = list(csv.reader(io.StringIO(csv_text(["a"], [{"a": value}]), newline="")))
    return "" if not rows[1] else rows[1][0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "\tx", "\rx", "-1+2", "--5"])
def test_what_a_spreadsheet_would_run_is_made_harmless(text: str) -> None:
    assert _cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-5.25", "-7/3", "5", "a=b", "≥ 8", "81.69–85.23", "-", ""])
def test_numbers_and_plain_texts_stay(text: str) -> None:
    assert _cell(text) == text


def test_other_values() -> None:
    assert _cell(None) == ""
    assert _cell(True) == "true"
    assert _cell(2018) == "2018"
    assert _cell(["a", "b"]) == "a; b"
    assert _cell(["=a", "b"]) == "'=a; b"


def test_headings_come_first() -> None:
    assert csv_text(["b", "a"], [{"a": 1, "b": "x,y"}]) == 'b,a\n"x,y",1\n'


@settings(deadline=None, max_examples=50)
@given(st.text())
@example("'=1+1")
@example("''-5")
@example('="62.71"')
def test_no_cell_starts_a_formula_and_none_is_lost(text: str) -> None:
    written = _cell(text)
    assert not written.startswith(("=", "+", "@", "\t"))
    assert written in {text, f"'{text}"}
    assert as_meant(written) == text


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.text(),
            st.sampled_from(["a", "=1", "'=1", " b", "c,d", 'e"', "-5", ""]),
            st.none() | st.integers() | st.booleans(),
            st.none() | st.lists(st.sampled_from(["x", "=y"])),
        ),
        min_size=1,
    ),
    st.sampled_from([",", ";"]),
)
def test_blocks_are_written_as_their_rows_are(
    rows: list[tuple[object, ...]], separator: str
) -> None:
    names = ["a", "b", "c", "d"]
    columns = [*zip(*rows, strict=True)]
    written = "".join(csv_blocks(names, [columns, columns], separator))
    assert written == "".join(csv_rows(names, [*rows, *rows], separator))
