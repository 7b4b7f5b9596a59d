"""Repeated keys found by a map of all keys there may be: as many marks as rows, none repeated."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import reduce
from math import prod
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.bulk.libraries.library import Keys, Lazy, Library
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

LARGEST_MAP: Final = 1 << 28
"""So many keys are marked in one map, a byte each."""
SPARSEST: Final = 64
"""A map of so many times the rows costs more than grouping them."""


class MappingLibrary(Library, ABC):
    """A library that finds the place of a key among all there may be."""

    maps_keys: bool = True

    def keys(self, table: Lazy, regions: Sequence[str], codes: Sequence[str]) -> Keys:
        """Mark each key in a map, and group them only where some has no mark of its own."""
        if not table.collect_schema()["tahun"].is_integer():
            return super().keys(table, regions, codes)
        year = nw.col("tahun")
        asked = table.select(first=year.min(), until=year.max(), told=year.count(), rows=nw.len())
        (span,) = self.rows(asked)
        first, until, rows = span["first"], span["until"], span["rows"]
        if not span["told"] or not within(first, until):
            return super().keys(table, regions, codes)
        sizes = (len(codes) or 1, until - first + 1, len(PERIODS), len(regions))
        if prod(sizes) > min(LARGEST_MAP, SPARSEST * rows + (1 << 20)):
            return super().keys(table, regions, codes)
        parts: tuple[Any, ...] = (
            self.places(table, "kode", codes) if codes else 0,
            self.years(table) - int(first),
            self.places(table, "periode", PERIODS),
            self.places(table, "wilayah", regions),
        )
        place = reduce(
            lambda found, one: found * one[1] + one[0], zip(parts, sizes, strict=True), 0
        )
        marked, placed = self.marks(table, place, prod(sizes))
        if marked == placed:
            return Keys(placed == rows, repeated=None)
        repeated = super().keys(table, regions, codes).repeated
        # A plan that is asked for its rows twice would group them twice.
        return Keys(placed == rows, None if repeated is None else repeated.collect().lazy())

    @abstractmethod
    def years(self, table: Lazy) -> Any:  # noqa: ANN401  # an Expr, a Series or an array, as its library computes
        """Return the years of a table, which are whole numbers."""

    @abstractmethod
    def places(self, table: Lazy, name: str, known: Sequence[str]) -> Any:  # noqa: ANN401  # the same
        """Return where texts of a column stand among those that are known, missing elsewhere."""

    @abstractmethod
    def marks(self, table: Lazy, places: Any, size: int) -> tuple[int, int]:  # noqa: ANN401  # the same
        """Return how many places of a map the rows have, and how many of the rows have one."""


def within(first: int | None, until: int | None) -> bool:
    """Say whether there are years, and all of them such as reports may have."""
    return first is not None and until is not None and first >= FIRST_YEAR and until <= LAST_YEAR
