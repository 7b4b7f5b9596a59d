"""An engine that does not compute as the proofs assume is found out before it computes."""

from __future__ import annotations

from typing import Any

import pytest

import kesbang_iku as iku
from tests.bulk.frames import MAKERS

pytestmark = pytest.mark.frames


@pytest.fixture(autouse=True)
def _unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    from kesbang_iku.bulk import selftest

    monkeypatch.setattr(selftest, "_SEEN", set())


def _checked(library: str) -> None:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.choice import library_of
    from kesbang_iku.bulk.selftest import check

    table = MAKERS[library]([{"wilayah": "62", "tahun": 2025, "periode": "", "kode": "", "a": 1.0}])
    frame: Any = nw.from_native(table)
    check(library_of(frame.implementation), table, library)


def _multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every library multiply by the reciprocal of what it should divide by."""
    from kesbang_iku.bulk.libraries.library import Library
    from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary

    for one in (Library, PolarsLibrary):
        monkeypatch.setattr(one, "divided", lambda _, above, below: above * (1.0 / below))


@pytest.mark.parametrize("library", MAKERS)
def test_every_library_computes_as_the_proofs_assume(library: str) -> None:
    _checked(library)


@pytest.mark.parametrize("library", MAKERS)
def test_an_engine_that_multiplies_by_the_reciprocal_is_refused(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _multiply(monkeypatch)
    # Polars divides by no power of ten where it is proven to multiply.
    wrong = 7 if library.startswith("polars") else 8
    with pytest.raises(iku.InexactEngineError, match=f"computes {wrong} test numbers otherwise"):
        _checked(library)


def test_an_engine_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _checked("polars")
    _multiply(monkeypatch)
    _checked("polars")


@pytest.mark.parametrize("library", ["polars", "pandas"])
def test_the_numbers_lie_within_what_the_theorems_cover(library: str) -> None:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.choice import library_of
    from kesbang_iku.bulk.selftest import _cases

    capacity = library_of(nw.Implementation.from_string(library)).capacity
    times = {"quotient": 1, "percentage": 100}
    for name, above, below, _ in _cases(capacity):
        if name in times:
            assert 2 * times[name] * above + 3 * below < capacity.quotient
        if name == "root":
            assert 26 * above + 38 * below < capacity.root


@pytest.mark.parametrize("call", ["compute_frame", "rollup_frame"])
def test_no_table_is_computed_by_such_an_engine(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"wilayah": "62.71", "tahun": 2025, "periode": "", "kode": "KBP-WAS-02"}
    table = MAKERS["polars"]([{**row, "konflik_diselesaikan": 17.0, "konflik": 20.0}])
    _multiply(monkeypatch)
    with pytest.raises(iku.InexactEngineError, match="IEEE 754"):
        getattr(iku, call)(table)
