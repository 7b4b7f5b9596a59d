"""Polars, where numbers stand for texts, and a map of all keys there may be tells repeated ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from math import prod
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.bulk.libraries.library import Answers, Keys, Lazy, Library, Texts
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

_LARGEST_MAP: Final = 1 << 28
"""So many keys are marked in one map, a byte each."""
_SPARSEST: Final = 64
"""A map of so many times the rows costs more than grouping them."""


class PolarsLibrary(Library):
    """Tables of Polars."""

    most_listed: int = 1 << 10

    def __init__(self) -> None:
        """Import Polars, which nothing but a table of it asks for."""
        self.pl: Any = import_module("polars")

    def occurring(self, table: Lazy) -> Sequence[tuple[object, object]]:
        """Return the pairs of code and year; a table of one code is not searched for more."""
        pl = self.pl
        if not table.collect_schema()["tahun"].is_integer():
            return super().occurring(table)
        code, year = pl.col("kode"), pl.col("tahun")
        ends = table.to_native().select(
            code.min(),
            last=code.max(),
            first=year.min(),
            until=year.max(),
            unsure=code.null_count() + year.null_count(),
        )
        ((one, last, first, until, unsure),) = ends.collect().iter_rows()
        if one is None or one != last or unsure:
            return super().occurring(table)
        return [(one, year) for year in range(max(first, FIRST_YEAR), min(until, LAST_YEAR) + 1)]

    def keys(self, table: Lazy, regions: Sequence[str], codes: Sequence[str]) -> Keys:
        """Mark each key in a map of all that there may be: as many marks as rows, none repeated."""
        pl, native = self.pl, table.to_native()
        if not codes or not table.collect_schema()["tahun"].is_integer():
            return super().keys(table, regions, codes)
        year = pl.col("tahun")
        first, until, rows = native.select(
            year.min(), until=year.max(), rows=pl.len()
        ).collect().row(0)
        if not rows or first is None or first < FIRST_YEAR or until > LAST_YEAR:
            return super().keys(table, regions, codes)
        sizes = (len(regions), len(PERIODS), until - first + 1, len(codes))
        if prod(sizes) > min(_LARGEST_MAP, _SPARSEST * rows + (1 << 20)):
            return super().keys(table, regions, codes)
        places = (
            self._place("wilayah", regions),
            self._place("periode", PERIODS),
            year.cast(pl.Int32) - first,
            self._place("kode", codes),
        )
        place = places[-1]
        for size, own in zip(reversed(sizes[:-1]), reversed(places[:-1]), strict=True):
            place = place * size + own
        marks = native.select(place.alias("key")).collect().to_series()
        marked = pl.zeros(prod(sizes), dtype=pl.UInt8, eager=True)
        there = marks.drop_nulls()
        known = len(there) == rows
        if marked.scatter(there, 1).sum() == len(there):
            return Keys(known, repeated=None)
        return Keys(known, super().keys(table, regions, codes).repeated)

    def _place(self, name: str, known: Sequence[str]) -> Any:  # noqa: ANN401  # an Expr of Polars
        """Return where the texts of a column stand among those that are known."""
        pl = self.pl
        if len(known) == 1:
            return pl.when(pl.col(name) == known[0]).then(pl.lit(0, dtype=pl.Int32))
        listed = pl.Enum(list(known))
        return pl.col(name).cast(listed, strict=False).to_physical().cast(pl.Int32)

    def labelled(self, table: Lazy, texts: Texts) -> Lazy:
        """Take each text from its place in a list, which costs less than asking for each."""
        pl = self.pl
        chosen = [
            pl.lit(pl.Series(known, dtype=pl.String)).gather(pl.col(name)).alias(name)
            if known
            else pl.lit(None, dtype=pl.String).alias(name)
            for name, known in texts.items()
        ]
        labelled: Lazy = nw.from_native(table.to_native().with_columns(*chosen))
        return labelled

    def made(self, native: object, columns: Mapping[str, Sequence[Any]]) -> Lazy:
        """Return a table of these columns."""
        _ = native
        made: Lazy = nw.from_native(self.pl.LazyFrame(dict(columns)))
        return made

    def with_answers(
        self,
        regular: Lazy,
        strange: Sequence[Lazy],
        answer: Callable[[Any], Answers],
        schema: Mapping[str, Any],
    ) -> object:
        """Return a lazy table, in which strange rows are answered when it is collected."""
        pl = self.pl
        types = nw.Schema(schema).to_polars()

        def answered(rows: Any) -> object:  # noqa: ANN401  # a DataFrame of Polars
            return pl.DataFrame(answer(rows.iter_rows(named=True)), schema=types)

        parts = [
            rows.to_native().map_batches(answered, schema=types, streamable=False)
            for rows in strange
        ]
        return pl.concat([regular.to_native(), *parts])
