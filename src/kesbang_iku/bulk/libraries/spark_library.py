"""Spark, in the user's own session: strange rows are answered by the workers that hold them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._grouped import grouped
from kesbang_iku.bulk.keys import KEYS, PERIODS
from kesbang_iku.bulk.libraries.library import (
    BEGUN,
    MOST_NAMES,
    Answers,
    Flags,
    Lazy,
    Library,
    Texts,
    of_native,
)
from kesbang_iku.formula.engines.arithmetic import DOUBLE, Capacity, Quotient

_MOST_GROUPS: Final = 20_000
"""So many groups of codes, years and odd names of regions are brought to the program at once."""
_MOST_PARTS: Final = 1 << 20
_ABOVE: Final = 1 + 2.0**-51
_WHOLE: Final = 1.5 * 2**52
"""From here on, for as far again, doubles are whole, one apart: adding it rounds a small number."""


class SparkLibrary(Library):
    """DataFrames of PySpark.

    Long lists go to it as a text of SQL, in one message: narwhals sends one for each text in them,
    and a list that is looked up as a map is searched from its start in every row.
    """

    capacity: Capacity = replace(DOUBLE, quotient=5 << 48)
    counts_keys: bool = True

    def __init__(self) -> None:
        """Begin without a look at any table."""
        self.functions: Any = import_module("pyspark.sql.functions")
        self.seen: Sequence[str] | None = None
        self.known_keys: bool = False

    def floor(self, number: nw.Expr) -> nw.Expr:
        """Round down by sums alone: Spark's own gives a whole number of 64 bits, or an error.

        Right below 2^51, where all lies that is proven; what is larger stays about as large.
        """
        nearest = number + _WHOLE - _WHOLE
        above = nw.when(nearest > number).then(nw.lit(1.0)).otherwise(nw.lit(0.0))
        return nearest - above

    def nearest(self, number: nw.Expr) -> nw.Expr:
        """Round by sums, to an even number where two are as near."""
        return number + _WHOLE - _WHOLE

    def broken(self, number: nw.Expr) -> nw.Expr:
        """Return where rounding changes a number; of what is missing Spark says nothing."""
        return self.nearest(number) != number

    def rounded(self, quotient: Quotient[nw.Expr]) -> nw.Expr:
        """Round to an even number what is made larger by so little that only a half is passed.

        Each mention of a quotient is worked out anew, and so it is mentioned once.

        **Theorem.** Let ``N / D`` be a quotient of whole numbers, ``u = 2^-53``, ``c = 1 + 4 u``,
        and ``z = fl(fl(N c) / D)``. If ``(2 N + 3 D) (6 u + 64 u^2) < 1``, the whole number nearest
        to ``z`` is ``floor(N / D + 1/2)``.

        *Proof.* Let ``m = floor(N / D + 1/2)``. *Not too low*: ``m - 1/2`` is a double, at most
        ``N / D``. Above 0 it is below ``N c (1 - u) / D`` by more than ``2 u`` of it, which is no
        less than the space to the next double, so that ``z`` is above it; else ``m`` is 0, and
        ``z`` not below. *Not too high*: ``N / D <= m + 1/2 - 1/(2 D)``, as in
        ``formula.engines.quotient``, and ``z <= (N / D) c (1 + u)^2``, at most ``1 + 6 u + 64 u^2``
        times ``N / D``. That is below ``m + 1/2`` if ``2 D (m + 1/2) (6 u + 64 u^2) < 1``; and
        ``2 D (m + 1/2) <= 2 N + 2 D``. Between ``m - 1/2`` and ``m + 1/2`` the nearest is ``m``. ∎
        """
        return self.nearest(self.divided(quotient.above * _ABOVE, quotient.below))

    def rows(self, table: Lazy) -> list[dict[str, Any]]:
        """Return the rows of a table."""
        return [row.asDict() for row in table.to_native().collect()]

    def kept(self, table: Lazy) -> tuple[Lazy, Callable[[], object]]:
        """Hold it on the workers.

        Spark would else write each question as one program of all that led to it, longer than its
        compiler takes.
        """
        held: Any = table.to_native().persist()
        return nw.from_native(held), held.unpersist

    def occurring(self, table: Lazy, regions: Sequence[str]) -> Sequence[tuple[object, object]]:
        """Return the pairs of code and year, and keep what stands for regions and is none.

        Whether all periods are known is seen here, where that is asked once in each row.
        """
        other = f"CASE WHEN {_among('wilayah', regions)} THEN NULL ELSE coalesce(wilayah, '') END"
        known = f"coalesce({_among('periode', PERIODS)}, false)"
        told = ("kode", "tahun", f"{other} AS other", f"{known} AS known")
        asked = table.to_native().selectExpr(*told).distinct()
        found = [tuple(row) for row in asked.limit(_MOST_GROUPS).collect()]
        if len(found) == _MOST_GROUPS:
            return super().occurring(table, regions)
        others = {other for *_, other, _ in found if other is not None}
        self.seen = sorted(others - {""})[:MOST_NAMES]
        self.known_keys = not others and all(known for *_, known in found)
        return list({(code, year): None for code, year, *_ in found})

    def others(self, table: Lazy, regions: Sequence[str]) -> Sequence[str]:
        """Return what stands for a region and is none, from the look at the codes if it told."""
        return super().others(table, regions) if self.seen is None else self.seen

    def counted(self, table: Lazy, marks: Sequence[str], *, repeating: bool) -> Lazy:
        """Count the rows by a number made of their keys, and keep a bit for each that there is.

        Keys that differ in their years alone have one number for 64 years, so that few of them
        travel, each with a bit for every year. By rare chance two keys have one number and one
        bit; they are then looked at for themselves.
        """
        if not repeating:
            return super().counted(table, marks, repeating=False)
        region, _, period, _ = KEYS  # the code is that of the indicator in each row
        year = "coalesce(try_cast(tahun AS INT), 0)"
        told = [f"xxhash64({region}, {period}, shiftright({year}, 6)) AS key", f"{year} AS year"]
        told += [f"CAST({name} AS INT) AS {name}" for name in marks]
        sums = [f"sum({name}) AS {name}" for name in marks]
        # Shifting by 64 more is shifting by as many as without them.
        grouped = ("count(*) AS n", "bit_or(shiftleft(1L, year)) AS years", *sums)
        by_key = table.to_native().selectExpr(*told).groupBy("key")
        by_key = by_key.agg(*map(self.functions.expr, grouped))
        repeated = "sum(n - bit_count(years)) AS repeated"
        return of_native(by_key.selectExpr("sum(n) AS n", *sums, repeated))

    def flagged(self, table: Lazy, flags: Flags) -> tuple[Lazy, Mapping[str, nw.Expr]]:
        """Look each text up in a set."""
        if not flags:
            return table, {}
        told = [f"coalesce({_among(*known)}, false) AS `{flag}`" for flag, known in flags.items()]
        flagged = of_native(table.to_native().selectExpr("*", *told))
        return flagged, {flag: nw.col(flag) for flag in flags}

    def settled(self, table: Lazy) -> Lazy:
        """Let Spark write two methods: one as long as all of it is never compiled by Java.

        A table has no more parts than that, so it is not divided otherwise.
        """
        return of_native(table.to_native().coalesce(_MOST_PARTS))

    def begun(self, table: Lazy, starts: Mapping[str, int], regions: Sequence[str]) -> Lazy:
        """Look a set up for each year in which regions began."""
        _ = regions
        names = grouped((year, name) for name, year in starts.items())
        by_size = sorted(names.items(), key=lambda one: -len(one[1]))
        # Of most years, and of many regions, there is nothing more to look up.
        years: dict[str, object] = {f"NOT {_among('wilayah', [*starts])}": "NULL"}
        years |= {_among("wilayah", known): year for year, known in by_size}
        if table.collect_schema()["tahun"].is_numeric():
            years = {f"tahun >= {max(names)}": "NULL", **years}
        whens = " ".join(f"WHEN {condition} THEN {year}" for condition, year in years.items())
        dated = table.to_native().selectExpr("*", f"CASE {whens} END AS {BEGUN}")
        return of_native(dated)

    def labelled(self, table: Lazy, texts: Texts) -> Lazy:
        """Take each text from its place in a list.

        Spark holds that an element of a list of texts is never missing, whatever the place is, and
        takes the last one for no place: so none is asked for apart.
        """
        native: Any = table.to_native()
        told = {
            name: f"IF(`{name}` IS NULL, NULL, "
            f"element_at(array({_listed(known)}), CAST(`{name}` AS INT) + 1))"
            if known
            else "CAST(NULL AS STRING)"
            for name, known in texts.items()
        }
        listed = [f"{told.get(name, f'`{name}`')} AS `{name}`" for name in native.columns]
        return of_native(native.selectExpr(*listed))

    def made(self, native: Any, columns: Mapping[str, Sequence[Any]]) -> Lazy:  # noqa: ANN401  # a DataFrame
        """Return a table of these columns in the session of ``native``."""
        rows = [*zip(*columns.values(), strict=True)]
        return of_native(native.sparkSession.createDataFrame(rows, [*columns]))

    def with_answers(
        self, regular: Lazy, strange: Sequence[Lazy], answer: Callable[[Any], Answers]
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
        # Rows come in no order: of some that contradict each other the same one is to be first.
        for one in answer(sorted((row.asDict() for row in rows), key=str)):
            yield tuple(one[name] for name in names)

    return answered


def _among(name: str, texts: Sequence[str]) -> str:
    """Return the condition that a column holds one of some texts."""
    return f"`{name}` IN ({_listed(texts)})" if texts else "false"


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(map(_literal, texts))


def _literal(text: str) -> str:
    """Return a text as SQL; what a setting of the session may read otherwise in its bytes."""
    if "'" in text or "\\" in text:
        return f"decode(X'{text.encode().hex()}', 'UTF-8')"
    return f"'{text}'"
