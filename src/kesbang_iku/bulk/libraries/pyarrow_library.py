"""PyArrow, where counting the places of keys costs a fraction of grouping the keys."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.libraries.library import Lazy
from kesbang_iku.bulk.libraries.mapped_keys import MappingLibrary

_ROW: Final = "__row"


class PyarrowLibrary(MappingLibrary):
    """Tables of PyArrow."""

    def windowed(self, table: Lazy, by: Sequence[str], **found: nw.Expr) -> Lazy:
        """Join each row with its group, and put the rows back into their order.

        What narwhals finds ``over`` groups it takes from a join for the order of the rows, but a
        join of PyArrow turns it.
        """
        frame = table.collect().with_row_index(_ROW)
        groups = frame.group_by(*by).agg(**found)
        return frame.join(groups, on=[*by], how="left").sort(_ROW).drop(_ROW).lazy()

    def years(self, table: Lazy) -> nw.Series[Any]:
        """Return the years of a table."""
        return table.collect()["tahun"].cast(nw.Int64)

    def places(self, table: Lazy, name: str, known: Sequence[str]) -> nw.Series[Any]:
        """Return where the texts of a column stand among those that are known."""
        texts: Any = table.collect()[name].to_native()
        listed = import_module("pyarrow").array(known, texts.type)
        found = import_module("pyarrow.compute").index_in(texts, value_set=listed)
        places: nw.Series[Any] = nw.from_native(found, series_only=True)
        return places.cast(nw.Int64)

    def marks(self, table: Lazy, places: Any, size: int) -> tuple[int, int]:  # noqa: ANN401  # a Series
        """Count the places apart."""
        _ = table, size
        there = places.drop_nulls()
        return int(there.n_unique()), len(there)
