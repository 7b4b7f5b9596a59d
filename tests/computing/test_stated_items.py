"""Strings of very many results, taken apart and put together again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kesbang_iku.computing.stated_items import ITEM, ITEM_KEY, Parts, lines_of

LINES = (
    "IKU1/KBP-WAS-02@1/62.71/2024/konflik_diselesaikan=17;konflik=20/t=90/v=85.00/c=94.44/4b40f2f1",
    "IKU1/KBP-WAS-02@1/-/-/konflik_diselesaikan=18;konflik=20/v=90.00/4b40f2f1",
    "IKU1/KBP-UMM-01@1/provinsi/2024-triwulan-2//t=%E2%89%A5%2080/v=89.75/c=112.19/0123abcd",
)


@pytest.mark.parametrize("line", LINES)
def test_a_string_is_put_together_as_it_was(line: str) -> None:
    marked = dict(part.split("=", 1) for part in line.split("/") if part[1:2] == "=")
    assert Parts.of(line).line(marked["v"], marked.get("c", "")) == line


def _data(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a page may hold
    parts = Parts.of(LINES[0])
    return {
        ITEM_KEY: list(ITEM),
        "indikator": [["KBP-WAS-02", "x", "%", parts.named, parts.print, parts.names]],
        "wilayah": [["Kota", [[0, 0, "85,00", parts.numbers, 1, 1, "94,44%"]], parts.region]],
        "waktu": [["2024", "2024"]],
        "target": [["", ""], ["90", "90"]],
        **changes,
    }


def _number(shown: str) -> str:
    return shown.rstrip("%").replace(",", ".")


def test_the_data_of_a_page_give_the_strings_of_its_items() -> None:
    assert list(lines_of(_data(), _number)) == [LINES[0]]


def test_what_has_no_value_or_cannot_be_proven_states_nothing() -> None:
    without = [["Kota", [[0, 0, "", "", 4]], "62.71"]]
    assert list(lines_of(_data(wilayah=without), _number)) == []
    local = [["X", "x", "%"]]
    assert list(lines_of(_data(indikator=local), _number)) == []
    assert list(lines_of({"wilayah": 5}, _number)) == []


@pytest.mark.parametrize(
    "item", [5, [0, 9, "85,00"], [0, 0, "85,00", "17"], [0, 0, 85, "17;20"], [0, 0, "85,00"]]
)
def test_an_item_that_cannot_be_read_is_not_passed_over(item: object) -> None:
    data = _data(wilayah=[["Kota", [item], "62.71"]])
    assert list(lines_of(data, _number)) == [json.dumps(item)]
