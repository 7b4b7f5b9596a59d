"""A large table in a file being computed by DuckDB: looked over once, whatever it is divided into.

What the computation of a part asks of the table, as which indicators occur or whether a key comes
twice, is answered from the whole: the file is read for it once, and its parts only for results.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import prod
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.computation import FrameComputation, Occurring
from kesbang_iku.bulk.indicator_columns import LevelCodes
from kesbang_iku.bulk.input_table import place_among
from kesbang_iku.bulk.keys import KEYS, PERIODS
from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary
from kesbang_iku.bulk.libraries.library import MOST_NAMES, REPEATED, Keys, Lazy
from kesbang_iku.bulk.region_names import RegionNames
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LARGEST_MAP: Final = 1 << 28
"""So many keys are marked in one map, a bit each."""
_SPARSEST: Final = 64
"""A map of so many times the rows costs more than grouping them."""
_GROUPED: Final = 2_000_000
"""So many keys are grouped at once."""


class FileLibrary(DuckdbLibrary):
    """DuckDB over a file, whose engine keeps a table of its own."""

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Take the engine that the file is read by."""
        self.con = con

    def occurring(self, table: Lazy, regions: Sequence[str]) -> Sequence[tuple[object, object]]:
        """Return the pairs of code and year in a table; ``others`` are looked for apart."""
        _ = regions
        native: Any = table.to_native()
        return [(code, year) for code, year in native.select("kode", "tahun").distinct().fetchall()]

    def others(self, table: Lazy, regions: Sequence[str]) -> Sequence[str]:
        """Return what stands for a region in a table and is none of ``regions``."""
        native: Any = table.to_native()
        found = native.select("wilayah").distinct().limit(MOST_NAMES).fetchall()
        return sorted({name for (name,) in found if name}.difference(regions))

    def keys(self, table: Lazy, regions: Sequence[str], codes: Sequence[str]) -> Keys:
        """Mark each key in a map of all there may be; what is not in it is grouped."""
        native: Any = table.to_native()
        asked = "min(year), max(year), count(*)"
        years = native.project("*, TRY_CAST(tahun AS INTEGER) AS year")
        first, until, rows = years.aggregate(asked).fetchall()[0]
        first, until = max(first or FIRST_YEAR, FIRST_YEAR), min(until or LAST_YEAR, LAST_YEAR)
        sizes = (len(regions), len(PERIODS), max(until - first + 1, 1), max(len(codes), 1))
        placed = years.project(f"*, {_place(first, until, sizes, regions, codes)} AS place")
        most = prod(sizes)
        if most > min(_LARGEST_MAP, _SPARSEST * rows + (1 << 20)):
            return Keys(known=False, repeated=self._repeated(placed, rows))
        marks = f"bit_count(bitstring_agg(place, 0, {most})), count(place)"
        marked, known = placed.aggregate(marks).fetchall()[0]
        if (marked or 0) != known:
            return Keys(known == rows, self._repeated(placed, rows))
        if known == rows:
            return Keys(known=True, repeated=None)
        return Keys(known=False, repeated=self._repeated(placed.filter("place IS NULL"), rows))

    def _repeated(self, rows: Any, count: int) -> Lazy | None:  # noqa: ANN401  # a relation
        """Return the keys among ``rows`` that come more than once, in a table that stays."""
        names = ", ".join(KEYS)
        slices = max(-(-count // _GROUPED), 1)
        for number in range(slices):
            part = rows if slices == 1 else rows.filter(f"hash(wilayah) % {slices} = {number}")
            found = part.aggregate(f"{names}, count(*) AS {REPEATED}").filter(f"{REPEATED} > 1")
            if number:
                found.insert_into(REPEATED)
            else:
                self.con.execute(f"DROP TABLE IF EXISTS {REPEATED}")
                found.create(REPEATED)
        kept: Lazy = nw.from_native(self.con.table(REPEATED))
        return kept if self.count(kept) else None


def _place(
    first: int,
    until: int,
    sizes: tuple[int, ...],
    regions: Sequence[str],
    codes: Sequence[str],
) -> str:
    """Return where a key stands among all there may be, missing where it is none of them."""
    regions_size, periods_size, years_size, _ = sizes
    year = f"CASE WHEN year BETWEEN {first} AND {until} THEN year - {first} END"
    code = f"{place_among('kode', codes)} * {years_size}" if codes else "0"
    region, period = place_among("wilayah", regions), place_among("periode", PERIODS)
    return f"(({code} + {year}) * {periods_size} + {period}) * {regions_size} + {region}"


@dataclass(frozen=True)
class PartComputation(FrameComputation):
    """The computation of a part of a table, which knows what is known of the whole.

    Attributes:
        whole: the table that ``frame`` is a part of.
        kode: the codes of the indicators that it is of.
    """

    whole: FrameComputation | None = None
    kode: frozenset[str | None] = frozenset()

    @property
    def _whole(self) -> FrameComputation:
        if self.whole is None:
            raise ValueError("a part of no table")
        return self.whole

    @cached_property
    def occurring(self) -> tuple[Sequence[Occurring], bool]:
        """The indicators that occur, and whether that is all."""
        applying, whole = self._whole.occurring
        return [one for one in applying if one.indicator.kode in self.kode], whole

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of the variables of all indicators of the table."""
        return self._whole.variables

    @cached_property
    def codes(self) -> LevelCodes:
        """The regions there are."""
        return self._whole.codes

    @cached_property
    def named(self) -> RegionNames:
        """The regions as the table names them."""
        return self._whole.named

    @cached_property
    def filled(self) -> Mapping[object, set[str]]:
        """By code, the columns in which something stands that not every indicator has."""
        return self._whole.filled

    @cached_property
    def keys(self) -> Keys:
        """What is known of the keys of the table."""
        return self._whole.keys
