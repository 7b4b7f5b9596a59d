"""DuckDB, to whose session answers go back as rows of a query."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.duckdb_sql import is_among, listed, named, number_of, place_among, quoted
from kesbang_iku.bulk.keys import KEYS, ORDER, PERIODS
from kesbang_iku.bulk.libraries.library import BEGUN, Flags, Keys, Lazy, Library, Texts, of_native
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

_NAME: Final = "laporan"
_DEPTH: Final = 1000
"""As deep as DuckDB itself lets one table be."""
MOST_LISTED: Final = 1 << 12
_LARGEST_MAP: Final = 1 << 28
"""So many keys are marked in one map, a bit each."""
_SPARSEST: Final = 64
"""A map of so many times the rows costs more than grouping them."""


class DuckdbLibrary(Library):
    """Relations of DuckDB.

    Texts are told apart by their places in maps: that costs next to nothing where a file holds each
    text but once.
    """

    most_listed: int = MOST_LISTED
    enumerates: bool = False
    """Whether texts of results are enumerations, in which what is empty is missing."""

    def rows(self, table: Lazy) -> list[dict[str, Any]]:
        """Return the rows of a table."""
        native: Any = table.to_native()
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]

    def distinct(self, table: Lazy, *names: str) -> Lazy:
        """Return the rows there are of some columns, once each: ``unique`` would be a window."""
        return of_native(table.to_native().select(*names).distinct())

    def keys(self, table: Lazy, regions: Sequence[str], codes: Sequence[str]) -> Keys:
        """Mark each key in a map of all there may be; what is not in it is grouped."""
        kind = table.collect_schema()["tahun"]
        if not (kind.is_numeric() or kind == nw.String):
            return super().keys(table, regions, codes)
        told = f"{', '.join(KEYS)}, TRY_CAST(tahun AS INTEGER) AS year"
        years: Any = table.to_native().project(told)
        asked = "min(year), max(year), count(*)"
        first, until, rows = years.aggregate(asked).fetchall()[0]
        first, until = max(first or FIRST_YEAR, FIRST_YEAR), min(until or LAST_YEAR, LAST_YEAR)
        sizes = (len(regions), len(PERIODS), max(until - first + 1, 1), max(len(codes), 1))
        region = place_among("wilayah", regions, self.all_named)
        placed = years.project(f"*, {_place(first, until, sizes, region, codes)} AS place")
        most = prod(sizes)
        if most > min(_LARGEST_MAP, _SPARSEST * rows + (1 << 20)):
            return Keys(known=False, repeated=self.repeated(placed, rows))
        marks = f"bit_count(bitstring_agg(place, 0, {most})), count(place)"
        marked, known = placed.aggregate(marks).fetchall()[0]
        if (marked or 0) != known:
            return Keys(known == rows, self.repeated(placed, rows))
        if known == rows:
            return Keys(known=True, repeated=None)
        return Keys(known=False, repeated=self.repeated(placed.filter("place IS NULL"), rows))

    def repeated(self, rows: Any, count: int) -> Lazy | None:  # noqa: ANN401  # a relation
        """Return the keys among so many ``rows`` that come more than once."""
        _ = count
        return super().keys(nw.from_native(rows), (), ()).repeated

    def flagged(self, table: Lazy, flags: Flags) -> tuple[Lazy, Mapping[str, nw.Expr]]:
        """Return a table, and for each flag where a column holds one of some texts."""
        holding = (
            f"{is_among(name, texts) if texts else 'false'} AS {named(flag)}"
            for flag, (name, texts) in flags.items()
        )
        return with_columns(table, holding), {flag: nw.col(flag) for flag in flags}

    def begun(self, table: Lazy, starts: Mapping[str, int], regions: Sequence[str]) -> Lazy:
        """Look a region up in years alone in which one of them may not have begun."""
        _ = regions
        year, number = "TRY_CAST(tahun AS INTEGER)", number_of("wilayah", starts, self.all_named)
        late = f"CASE WHEN {year} < {max(starts.values())} THEN {number} END"
        return with_columns(table, [f"{late} AS {named(BEGUN)}"])

    def numbered(self, table: Lazy, name: str, column: str, numbers: Mapping[str, int]) -> Lazy:
        """Return a table with a column more: the numbers that the texts of another stand for."""
        return with_columns(table, [f"{number_of(column, numbers)} AS {named(name)}"])

    def labelled(self, table: Lazy, texts: Texts) -> Lazy:
        """Return a table with the texts in place of their numbers."""
        native: Any = table.to_native()
        chosen = listed if self.enumerates else _chosen
        told = {
            name: chosen(known, f"CAST({named(name)} AS BIGINT)") for name, known in texts.items()
        }
        return projected(
            table, (f"{told.get(name, named(name))} AS {named(name)}" for name in native.columns)
        )

    def in_order(self, table: Any) -> Any:  # noqa: ANN401  # a lazy table
        """Number the rows as they come, which a join may turn."""
        return with_columns(table, [f"row_number() OVER () AS {ORDER}"])

    def kept(self, table: Lazy) -> tuple[Lazy, Callable[[], object]]:
        """Hold its rows, as DuckDB does from 2.0 on; an older one works them out for each query."""
        native: Any = table.to_native()
        held = native.materialize() if hasattr(native, "materialize") else native
        return nw.from_native(held), lambda: None

    def together(self, tables: Sequence[Lazy]) -> Lazy:
        """Return the rows of some tables; of many DuckDB counts all the steps as one depth."""
        native: Any = tables[0].to_native()
        native.query(_NAME, f"SET max_expression_depth = {_DEPTH * (len(tables) + 1)}")
        return super().together(tables)

    def made(self, native: Any, columns: Mapping[str, Sequence[Any]]) -> Lazy:  # noqa: ANN401  # a relation
        """Return a relation of these columns in the session of ``native``."""
        rows = [*zip(*columns.values(), strict=True)]
        texts = (any(isinstance(one, str) for one in column) for column in columns.values())
        types = ["VARCHAR" if text else "DOUBLE" for text in texts]
        return of_native(_relation(native, [*columns], types, rows))

    def with_answers(
        self, regular: Lazy, strange: Sequence[Lazy], answer: Callable[[Any], list[dict[str, Any]]]
    ) -> object:
        """Answer strange rows now, since a query of DuckDB knows no way to do so later."""
        native: Any = regular.to_native()
        names = native.columns
        told = (sorted(self.rows(rows), key=lambda one: one.get(ORDER, 0)) for rows in strange)
        answers = [one for rows in told for one in answer(rows)]
        rows = [[one[name] for name in names] for one in answers]
        return native.union(_relation(native, names, map(str, native.types), rows))


def _relation(
    native: Any,  # noqa: ANN401  # a relation
    names: Sequence[str],
    types: Iterable[str],
    rows: Sequence[Sequence[Any]],
) -> Any:  # noqa: ANN401  # a relation
    """Return rows as a relation of the session that ``native`` is of.

    They go as one text: a query of a value each takes minutes to be read.
    """
    told = json.dumps([[None if one is None else str(one) for one in row] for row in rows])
    columns = ", ".join(
        f"CAST(cells[{place}] AS {kind}) AS {named(name)}"
        for place, (name, kind) in enumerate(zip(names, types, strict=True), 1)
    )
    cells = f"unnest(from_json({quoted(told)}, '[[\"VARCHAR\"]]')) AS cells"
    return native.query(_NAME, f"SELECT {columns} FROM (SELECT {cells})")  # all is quoted


def projected(table: Lazy, columns: Iterable[str]) -> Lazy:
    """Return a table of these columns, as SQL writes them."""
    return of_native(table.to_native().project(", ".join(columns)))


def with_columns(table: Lazy, columns: Iterable[str]) -> Lazy:
    """Return a table with these columns more."""
    return projected(table, ["*", *columns])


def _place(
    first: int, until: int, sizes: tuple[int, ...], region: str, codes: Sequence[str]
) -> str:
    """Return where a key stands among all there may be, missing where it is none of them."""
    regions_size, periods_size, years_size, _ = sizes
    year = f"CASE WHEN year BETWEEN {first} AND {until} THEN year - {first} END"
    code = f"{place_among('kode', codes)} * {years_size}" if codes else "0"
    part = f"({code} + {year}) * {periods_size} + {place_among('periode', PERIODS)}"
    return f"({part}) * {regions_size} + {region}"


def _chosen(texts: Sequence[str], place: str) -> str:
    """Return the text at a place of a list."""
    return f"CAST([{', '.join(map(quoted, texts))}] AS VARCHAR[])[({place}) + 1]"
