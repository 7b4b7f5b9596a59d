"""Spark, in the user's own session: strange rows are answered by the workers that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.columns import nothing
from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.bulk.libraries.library import Answers, Lazy, Library
from kesbang_iku.formula.engines.arithmetic import FLOAT_UNIT


class SparkLibrary(Library):
    """DataFrames of PySpark."""

    def floor(self, number: nw.Expr) -> nw.Expr:
        """Round down where there is anything to: Spark makes a bounded whole number of it.

        From 2^53 on doubles are whole already.
        """
        small = nw.when(number.abs() < float(FLOAT_UNIT)).then(number).otherwise(nw.lit(0.0))
        rounded = small.floor().cast(nw.Float64)
        return nw.when(number.abs() < float(FLOAT_UNIT)).then(rounded).otherwise(number)

    def rows(self, table: Lazy) -> list[dict[str, Any]]:
        """Return the rows of a table."""
        native: Any = table.to_native()
        return [row.asDict() for row in native.collect()]

    def number_of(self, name: str, numbers: Mapping[Any, int]) -> nw.Expr:
        """Look up a set for each number: a map Spark would search from its start, in every row."""
        cells: dict[int, list[Any]] = {}
        for cell, number in numbers.items():
            cells.setdefault(number, []).append(cell)
        found = nothing().cast(nw.Int64)
        for number, those in cells.items():
            found = nw.when(nw.col(name).is_in(those)).then(nw.lit(number)).otherwise(found)
        return found

    def made(self, native: Any, columns: Mapping[str, Sequence[Any]]) -> Lazy:  # noqa: ANN401  # a DataFrame
        """Return a table of these columns in the session of ``native``."""
        rows = [*zip(*columns.values(), strict=True)]
        made: Lazy = nw.from_native(native.sparkSession.createDataFrame(rows, [*columns]))
        return made

    def with_answers(
        self,
        regular: Lazy,
        strange: Sequence[Lazy],
        answer: Callable[[Any], Answers],
    ) -> object:
        """Return a plan in which workers answer strange rows, brought together by their keys."""
        whole: Any = regular.to_native()
        for table in strange:
            native: Any = table.to_native()
            rows = native.repartition(*KEYS).rdd.mapPartitions(_answering(answer, whole.columns))
            whole = whole.union(whole.sparkSession.createDataFrame(rows, whole.schema))
        return whole


def _answering(
    answer: Callable[[Any], Answers], names: Sequence[str]
) -> Callable[[Iterable[Any]], Iterator[tuple[Any, ...]]]:
    def answered(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        for one in answer(row.asDict() for row in rows):
            yield tuple(one[name] for name in names)

    return answered
