"""What reading gives: entries that go together, and places that are never missing."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.sources.loaded import Loaded, nearest
from kesbang_iku.sources.plans import Plans
from kesbang_iku.sources.reports import Reports
from kesbang_iku.tables.plans import read_plans
from tests.tree import ROOT


def _found(number: int) -> Finding:
    return kinds.NO_PLAN_ITEM.at(value=str(number))


def test_what_was_read_is_a_sequence_that_keeps_order_and_findings_when_added() -> None:
    together = Loaded(("a", "b"), (_found(1),)) + Loaded(("c",), (_found(2),))
    assert list(together) == ["a", "b", "c"]
    assert together[1:] == ("b", "c")
    assert [finding.nilai for finding in together.temuan] == ["1", "2"]


def test_adding_gives_what_was_added() -> None:
    assert isinstance(Reports() + read_reports(b"[]", name="a.json"), Reports)
    assert isinstance(Plans() + read_plans(b"[]", name="a.json"), Plans)


def test_a_part_without_a_place_stands_where_the_nearest_part_that_holds_it_stands() -> None:
    places = {(): "row", ("target",): "cell", ("target", 2025): "year"}
    assert nearest(places, ("target", 2025)) == "year"
    assert nearest(places, ("target", 2026, "nilai")) == "cell"
    assert nearest(places, ("nama",)) == "row"
    assert nearest({("target",): "cell"}, ("nama",)) is None


@pytest.mark.parametrize(
    ("read", "name"),
    [
        (iku.read_reports, "ikub.yaml"),
        (iku.read_reports, "rekap/diy-2025.csv"),
        (iku.read_plan, "padanan/renstra-2026.csv"),
        (iku.read_plan, "rencana/kota-bandung.yaml"),
    ],
)
def test_what_was_read_twice_or_sent_to_another_process_is_the_same(
    read: Callable[[Path], object], name: str
) -> None:
    path = ROOT / "examples" / name
    assert read(path) == read(path) == pickle.loads(pickle.dumps(read(path)))  # noqa: S301 - what this line has pickled
    assert "function" not in repr(read(path))
