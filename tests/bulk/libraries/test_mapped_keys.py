"""Keys are told apart by a map of all there may be, texts and numbers by lists: each library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest

pytestmark = pytest.mark.frames
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
REGIONS: Final = ("62", "62.71", "35.10")
CODES: Final = ("KBP-WAS-02", "KBP-WAS-04")
Key = tuple[str | None, int | None, str | None, str | None]
ONE: Final[Key] = ("62.71", 2025, "bulan-01", "KBP-WAS-02")
OTHERS: Final[Sequence[Key]] = (
    ("62.71", 2025, "bulan-02", "KBP-WAS-02"),
    ("62.71", 2024, "bulan-01", "KBP-WAS-02"),
    ("62.71", 2025, "bulan-01", "KBP-WAS-04"),
    ("35.10", 2025, "bulan-01", "KBP-WAS-02"),
)
STRANGE: Final[Sequence[Key]] = (
    ("99.99", 2025, "bulan-01", "KBP-WAS-02"),
    (None, 2025, "bulan-01", "KBP-WAS-02"),
    ("62.71", 1900, "bulan-01", "KBP-WAS-02"),
    ("62.71", None, "bulan-01", "KBP-WAS-02"),
    ("62.71", 2025, "ke-30", "KBP-WAS-02"),
    ("62.71", 2025, "bulan-01", "XYZ"),
    ("62.71", 2025, "bulan-01", None),
)


def _columns(rows: Sequence[Key]) -> dict[str, list[object]]:
    return {name: [*column] for name, column in zip(KEYS, zip(*rows, strict=True), strict=True)}


def _polars(rows: Sequence[Key]) -> object:
    import polars as pl

    return pl.LazyFrame(_columns(rows))


def _pandas(rows: Sequence[Key]) -> Any:  # noqa: ANN401  # a library without types
    import pandas as pd

    frame = pd.DataFrame(_columns(rows), index=[7] * len(rows))
    return frame if frame["tahun"].isna().any() else frame.astype({"tahun": "int64"})


def _nullable(rows: Sequence[Key]) -> object:
    return _pandas(rows).convert_dtypes()


def _pandas_of_arrow(rows: Sequence[Key]) -> object:
    return _pandas(rows).convert_dtypes(dtype_backend="pyarrow")


def _pyarrow(rows: Sequence[Key]) -> object:
    import pyarrow as pa

    return pa.table(_columns(rows))


MAKERS: Final = (_polars, _pandas, _nullable, _pandas_of_arrow, _pyarrow)
each = pytest.mark.parametrize("make", MAKERS, ids=lambda one: one.__name__.strip("_"))


def _looked_over(native: object, codes: Sequence[str] = CODES) -> tuple[Any, set[Key]]:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.choice import library_of

    frame: Any = nw.from_native(native)
    library = library_of(frame.implementation)
    keys = library.keys(frame.lazy(), REGIONS, codes)
    rows = [] if keys.repeated is None else library.rows(keys.repeated)
    return keys, {(row["wilayah"], row["tahun"], row["periode"], row["kode"]) for row in rows}


@each
@pytest.mark.parametrize("strange", [(), *((one,) for one in STRANGE), STRANGE])
def test_a_key_that_comes_twice_is_found_and_no_other(
    make: Callable[[Sequence[Key]], object], strange: Sequence[Key]
) -> None:
    once, found = _looked_over(make([*OTHERS, ONE, *strange]))
    assert (once.repeated, found) == (None, set())
    _, found = _looked_over(make([ONE, *OTHERS, *strange, ONE]))
    assert found == {ONE}


@each
def test_keys_are_known_where_each_is_one_there_may_be(
    make: Callable[[Sequence[Key]], object],
) -> None:
    assert _looked_over(make([ONE, *OTHERS]))[0].known
    assert _looked_over(make([ONE, *OTHERS[:2]]), codes=())[0].known
    for strange in STRANGE:
        assert not _looked_over(make([ONE, *OTHERS, strange]))[0].known


@each
def test_numbers_and_texts_take_each_other_s_place(make: Callable[[Sequence[Key]], object]) -> None:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.choice import library_of

    rows: list[Key] = [ONE, *OTHERS, *STRANGE]
    frame: Any = nw.from_native(make(rows))
    library = library_of(frame.implementation)
    numbered = library.numbered(frame.lazy(), "nomor", "kode", {CODES[1]: 0, CODES[0]: 1})
    told = library.rows(library.labelled(numbered, {"nomor": ("empat", "dua")}))
    names = {CODES[0]: "dua", CODES[1]: "empat"}
    names = {CODES[0]: "dua", CODES[1]: "empat"}
    found = {str(row["kode"]): str(row["nomor"]) for row in told}
    assert {code: found[code] for code in names} == names
    assert not {*names.values()}.intersection(
        text for code, text in found.items() if code not in names
    )
