"""What is taken out of a file is the same, looked for as a whole or value by value."""

from __future__ import annotations

import json
import textwrap

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kesbang_iku.findings import NOWHERE
from kesbang_iku.privacy.numbers import MASK
from kesbang_iku.sources.document import Data, NumberText
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.personal import (
    _grid_without_numbers,
    data_without_numbers,
    hide_numbers,
)
from kesbang_iku.sources.reading import read_documents

_IDENTITY = "3201012503900001"
_PIECES = ("3201", "0125", "0390", "0001", "0812", "3456", " ", "  ", ",", ".", "-", "'", "/")
_SIGNS = (*_PIECES, "\n", '"', "\\", "é", "\u00a0", "x")
_TEXTS = st.lists(st.sampled_from(_SIGNS), max_size=14).map("".join)


def masked(data: Data) -> Data:
    """Return data with each key and value looked at by itself."""
    if isinstance(data, dict):
        return {hide_numbers(key): masked(value) for key, value in data.items()}
    if isinstance(data, list):
        return [masked(value) for value in data]
    return hide_numbers(data) if isinstance(data, str) else data


def written(text: str) -> dict[str, str]:
    """Return a text as a value in the styles of YAML and JSON, by the names of files."""
    data = {"a": text, "b": [text, "1"], "c": 12}
    folded = textwrap.indent("\n\n".join(text.split("\n")), "    ")
    return {
        "json.json": json.dumps(data),
        "lines.json": json.dumps(data, indent=4, ensure_ascii=False),
        "plain.yaml": yaml.safe_dump(data, allow_unicode=True, width=20),
        "quoted.yaml": yaml.safe_dump(data, default_style="'", width=20),
        "double.yaml": yaml.safe_dump(data, default_style='"', width=20),
        "flow.yaml": yaml.safe_dump(data, default_flow_style=True, width=20),
        "folded.yaml": f"a: >\n{folded}\nb: 12\n",
    }


@given(text=_TEXTS)
@example(text=_IDENTITY)
@example(text="3201 0125\n0390 0001")
@example(text="3'''''''2'''''''0'''''''1'''''''0125 0390 0001")
@example(text="3,201,012,503,900,001")
def test_nothing_is_overlooked_in_a_document_looked_at_as_a_whole(text: str) -> None:
    for name, content in written(text).items():
        for document in read_documents(content.encode(), name=name)[0]:
            assert data_without_numbers(document) == masked(document.data)


@pytest.mark.parametrize(
    "written",
    ["3201012503\n  900001", "'3201 0125\n\n  0390 0001'", ">\n  3201 0125\n  0390 0001"],
)
def test_a_number_that_goes_on_in_the_next_line_is_seen_where_it_is_one(written: str) -> None:
    (document,), _ = read_documents(f"a: {written}\n".encode(), name="a.yaml")
    assert data_without_numbers(document) == masked(document.data)


def test_a_number_over_two_lines_is_taken_out() -> None:
    (document,), _ = read_documents(b"a: 3201 0125\n   0390 0001\n", name="a.yaml")
    assert data_without_numbers(document) == {"a": MASK}


@given(cells=st.lists(st.one_of(_TEXTS, _TEXTS.map(NumberText)), max_size=6))
@example(cells=[_IDENTITY, _IDENTITY, "x"])
def test_every_cell_of_a_sheet_is_looked_at(cells: list[str]) -> None:
    rows = (GridRow(1, dict(enumerate(cells))), GridRow(2, {0: "Indikator"}))
    read = _grid_without_numbers(Grid("a.xlsx", _IDENTITY, rows, lambda *_: NOWHERE))
    assert read.name == MASK
    assert [*read.rows[0].cells.values()] == [*map(hide_numbers, cells)]
    assert [*map(type, read.rows[0].cells.values())] == [type(hide_numbers(one)) for one in cells]
    assert read.rows[1] == rows[1]
