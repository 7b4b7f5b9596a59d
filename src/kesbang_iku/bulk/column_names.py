"""The columns of a table under the names they have here, recognised as those of a CSV file."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.keys import KEYS, LONG, NEEDED, TOLD, Layout
from kesbang_iku.bulk.refusal import BulkError
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.variable_columns import VariableNames
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.sources.csv_reader import clean_header
from kesbang_iku.sources.reports import COLUMNS


def with_names(df: Any, catalog: Catalog) -> Any:  # noqa: ANN401  # a table of any library
    """Return a table without columns that have no name of their own, which pandas and PyArrow know.

    Raises:
        ValueError: several columns have the name of one that results are made of, or such a one
            is no column but in the index of pandas, as grouping leaves the keys.
    """
    labels = _labels(df)
    if labels is None:
        return df
    if hasattr(df, "index") and not {*df.index.names}.isdisjoint(labels):
        df = df.rename_axis(index=[None] * df.index.nlevels)  # else two things have one name
    count = Counter(labels)
    kept = [at for at, one in enumerate(labels) if isinstance(one, str) and count[one] == 1]
    if len(kept) == len(labels):
        return df
    known = VariableNames.of(catalog.by_code, catalog)
    twice = {one: clean_header(one) for one in count if isinstance(one, str) and count[one] > 1}
    doubted = [one for one, header in twice.items() if header in TOLD or known.meant(header)]
    if doubted:
        raise ValueError(said.COLUMNS_TWICE.filled(kolom=", ".join(doubted)).en)
    return df.iloc[:, kept] if hasattr(df, "iloc") else df.select(kept)


def _labels(df: Any) -> list[object] | None:  # noqa: ANN401  # a table of any library
    """Return the labels of columns where they may be anything; raises as ``with_names`` does."""
    library = type(df).__module__.partition(".")[0]
    if library == "pyarrow" and hasattr(df, "column_names"):
        return [*df.column_names]
    if library != "pandas" or not hasattr(df, "columns"):
        return None
    if df.columns.nlevels > 1:
        raise ValueError(said.COLUMN_LEVELS.en)
    indexed = (one for one in df.index.names if isinstance(one, str) and one not in df.columns)
    if hidden := [one for one in indexed if clean_header(one) in TOLD]:
        raise ValueError(said.IN_THE_INDEX.filled(kolom=", ".join(hidden)).en)
    return [*df.columns]


def recognised(
    frame: Any,  # noqa: ANN401  # a frame of narwhals
    catalog: Catalog,
    layout: Layout | None,
) -> tuple[Any, Layout]:
    """Return a table whose columns have the names that a CSV file's would be read by; its layout.

    Raises:
        BulkError: several columns say the same, one that is needed is not there, or holds no keys.
    """
    names = frame.collect_schema().names()
    plain = {name: clean_header(name) for name in names if name not in COLUMNS}
    told = _without_doubt({name: one for name, one in plain.items() if one in TOLD}, names)
    frame = frame.rename(told) if told else frame

    def codes() -> list[str]:
        asked = frame.lazy().select(nw.col("kode").cast(nw.String)).unique().collect()
        return [code for code in asked["kode"].to_list() if isinstance(code, str)]

    _check_keys(frame)
    names = frame.collect_schema().names()
    meant = variables_meant(names, catalog, codes) if "kode" in names else {}
    frame = frame.rename(meant) if meant else frame
    return frame, chosen_layout(frame.collect_schema().names(), layout)


def _check_keys(frame: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> None:
    """Refuse keys of which no library tells whether they are the same.

    Raises:
        BulkError: there are some.
    """
    kinds = {name: kind for name, kind in frame.collect_schema().items() if name in KEYS}
    opaque = frame.implementation.is_polars()
    for name, kind in kinds.items():
        if kind.is_nested() or (opaque and kind == nw.Object):
            raise BulkError(said.NO_KEY, kolom=name, jenis=kind)


def chosen_layout(names: Collection[str], layout: Layout | None) -> Layout:
    """Return how the rows of a table with some columns are; found from them where not told.

    Raises:
        BulkError: a column that is needed is not there.
    """
    chosen: Layout = layout or ("long" if set(LONG) <= set(names) else "wide")
    missing = [name for name in (*NEEDED, *(LONG if chosen == "long" else ())) if name not in names]
    if missing:
        there = ", ".join(map(str, names)) or "-"
        raise BulkError(said.NO_COLUMNS, kolom=", ".join(missing), susunan=chosen, ada=there)
    return chosen


def variables_meant(
    names: Sequence[str], catalog: Catalog, codes: Callable[[], Iterable[str]]
) -> Mapping[str, str]:
    """Return what the variables are called here that columns of a wide table have other names of.

    Args:
        names: the columns.
        catalog: the standard.
        codes: gives the codes in the table, which are asked for only where a name may mean some.

    Raises:
        BulkError: several columns say the same.
    """
    known = VariableNames.of(catalog.by_code, catalog)
    odd = {name: clean_header(name) for name in names if name not in COLUMNS | known.names.keys()}
    if set(LONG) <= set(names) or not any(map(known.meant, odd.values())):
        return {}
    here = VariableNames.of(codes(), catalog)
    meant = ((name, here.meant(header)) for name, header in odd.items() if header not in COLUMNS)
    return _without_doubt({name: one for name, one in meant if one is not None}, names)


def _without_doubt(meant: Mapping[str, str], names: Sequence[str]) -> dict[str, str]:
    """Return what columns mean, where none of them is called, or means, what another does.

    Raises:
        BulkError: several columns say the same.
    """
    every = {name: meant.get(name, name) for name in names}
    count = Counter(every.values())
    twice = [name for name, one in every.items() if count[one] > 1]
    if twice:
        raise BulkError(said.COLUMNS_TWICE, kolom=", ".join(twice))
    return dict(meant)
