"""One table of reports being computed, over narwhals: what columns prove, and the rest exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from importlib import import_module
from operator import or_
from typing import Any, cast

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.exact_rows import ORDER, exact_answers
from kesbang_iku.bulk.indicator_columns import (
    ANSWERS,
    STRANGE,
    IndicatorColumns,
    Schema,
    no_answers,
)
from kesbang_iku.bulk.keys import KEYS, LONG, PERIODS, PRINTED, Layout
from kesbang_iku.bulk.numbers import numbers_of
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.model.vocabulary import AdminLevel


@dataclass(frozen=True)
class FrameComputation:
    """One table being computed."""

    frame: nw.DataFrame[Any] | nw.LazyFrame[Any]
    catalog: Catalog
    regions: Regions
    layout: Layout

    @cached_property
    def table(self) -> nw.LazyFrame[Any]:
        """The table with its keys as they are compared; of an eager one the rows are numbered."""
        frame = self.frame
        table = frame.with_row_index(ORDER).lazy() if isinstance(frame, nw.DataFrame) else frame
        schema = table.collect_schema()
        keys = [nw.col("kode").cast(nw.String), nw.col("wilayah").cast(nw.String)]
        period = nw.lit(ANNUAL)
        if "periode" in schema:
            written = nw.col("periode").cast(nw.String)
            period = nw.when(written.is_null() | (written == "")).then(period).otherwise(written)
        return table.with_columns(*keys, period.alias("periode"))

    @cached_property
    def schema(self) -> Schema:
        """The types of the columns."""
        return dict(self.table.collect_schema())

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of the variables of the indicators that occur, in all their versions."""
        codes = {indicator.kode for indicator, _ in self.applying}
        versions = (one for code in sorted(codes) for one in self.catalog.versions(code))
        return frozenset(name for one in versions for name in one.variables_by_name)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The columns that say something to the library."""
        known = {*KEYS, *LONG, *PRINTED, "target"} | (
            self.variables if self.layout == "wide" else set()
        )
        return tuple(name for name in self.schema if name in known)

    @cached_property
    def codes(self) -> Mapping[AdminLevel, tuple[str, ...]]:
        """The regions there are, by level; without those of whose code something is to be said."""
        levels: dict[AdminLevel, list[str]] = {}
        for region in self.regions.values():
            if not self.regions.read(region.kode)[1]:
                levels.setdefault(region.tingkat, []).append(region.kode)
        return {level: tuple(codes) for level, codes in levels.items()}

    @cached_property
    def applying(self) -> Sequence[tuple[Indicator, Sequence[object]]]:
        """The indicators that occur, each with the years in which this version applies."""
        occurring = self.table.select("kode", "tahun").unique()
        found: dict[tuple[str, str], tuple[Indicator, list[object]]] = {}
        for code, year in _rows(occurring):
            number = _year(year)
            if number is None or code not in self.catalog.by_code:
                continue
            for one in reversed(self.catalog.by_code[code]):
                if number in one.berlaku:
                    found.setdefault((one.kode, one.versi), (one, []))[1].append(year)
                    break
        return [found[key] for key in sorted(found)]

    # -------------------------------------------------------------------------------- the result

    def parts(self) -> Iterator[nw.LazyFrame[Any]]:
        """Yield the results of each indicator, with ``STRANGE`` where they are none yet."""
        return (self._part(*one) for one in self.applying)

    def computed(self) -> object:
        """Return the results as the kind of table that came in."""
        parts = [*self.parts()]
        if isinstance(self.frame, nw.DataFrame):
            return self._eager(parts)
        regular = [part.filter(~nw.col(STRANGE)).select(*KEYS, *ANSWERS) for part in parts]
        if self.frame.implementation.is_polars():
            return self._lazy_polars(regular, parts)
        strange = self._count(parts)
        if strange:
            engine = str(self.frame.implementation)
            raise ValueError(said.NEEDS_EXACT.filled(jumlah=strange, mesin=engine).en)
        return nw.concat(regular).to_native() if regular else self._empty().to_native()

    def _part(self, indicator: Indicator, years: Sequence[object]) -> nw.LazyFrame[Any]:
        rows = self.table.filter(self._is(indicator, years))
        columns = IndicatorColumns(indicator, self.codes)
        if self.layout == "wide":
            return columns.computed(*self._wide(rows, indicator))
        return columns.computed(*self._long(rows, indicator))

    @staticmethod
    def _is(indicator: Indicator, years: Sequence[object]) -> nw.Expr:
        return (nw.col("kode") == indicator.kode) & nw.col("tahun").is_in(list(years))

    def _wide(
        self, rows: nw.LazyFrame[Any], indicator: Indicator
    ) -> tuple[nw.LazyFrame[Any], Schema]:
        own = indicator.variables_by_name
        foreign = [name for name in self.schema if name in self.variables and name not in own]
        strange = [~nw.col("periode").is_in(PERIODS), nw.len().over(*KEYS) > 1]
        strange += [
            _filled(name, self.schema) for name in (*foreign, *PRINTED) if name in self.schema
        ]
        return rows.with_columns(reduce(or_, strange).alias(STRANGE)), self.schema

    def _long(
        self, rows: nw.LazyFrame[Any], indicator: Indicator
    ) -> tuple[nw.LazyFrame[Any], Schema]:
        """Gather the rows of each key: its variables and its target side by side."""
        names = [*indicator.variables_by_name]
        number = numbers_of("nilai", self.schema["nilai"])
        strange = [number.strange, ~nw.col("variabel").is_in(names), nw.col("variabel").is_null()]
        strange += [_filled(name, self.schema) for name in PRINTED if name in self.schema]
        strange.append(~nw.col("periode").is_in(PERIODS))
        gathered: dict[str, nw.Expr] = {
            name: nw.when(nw.col("variabel") == name).then(number.value) for name in names
        }
        if "target" in self.schema:
            target = numbers_of("target", self.schema["target"])
            gathered["target"] = target.value
            strange.append(target.strange)
        odd = nw.when(reduce(or_, strange)).then(nw.lit(1)).otherwise(nw.lit(0))
        rows = rows.select(
            *KEYS,
            *([ORDER] if ORDER in self.schema else []),
            *(value.alias(f"__of_{name}") for name, value in gathered.items()),
            odd.alias(STRANGE),
        )
        found = rows.group_by(*KEYS).agg(
            *([nw.col(ORDER).min()] if ORDER in self.schema else []),
            *(nw.col(f"__of_{name}").max().alias(name) for name in gathered),
            *(nw.col(f"__of_{name}").min().alias(f"__least_{name}") for name in gathered),
            nw.col(STRANGE).max(),
        )
        contradictory = [nw.col(f"__least_{name}") != nw.col(name) for name in gathered]
        return (
            found.with_columns(reduce(or_, contradictory, nw.col(STRANGE) > 0).alias(STRANGE)),
            dict.fromkeys(gathered, nw.Float64()),
        )

    # ------------------------------------------------------------------- what columns cannot prove

    def _elsewhere(self) -> nw.LazyFrame[Any]:
        """Return the rows of no indicator that applies."""
        known = [self._is(*one) for one in self.applying]
        if not known:
            return self.table
        among = nw.when(reduce(or_, known)).then(nw.lit(True)).otherwise(nw.lit(False))
        return self.table.filter(~among)

    def _strange(self, parts: Sequence[nw.LazyFrame[Any]]) -> Iterator[nw.LazyFrame[Any]]:
        """Yield the rows that the exact engine computes."""
        yield self._elsewhere()
        for part in parts:
            keys = part.filter(nw.col(STRANGE)).select(*KEYS)
            if self.layout == "wide":
                keys = keys.unique()
            yield self.table.join(keys, on=[*KEYS], how="semi")

    def _exact(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return exact_answers(rows, self.told, self.catalog, self.regions)

    def _eager(self, parts: Sequence[nw.LazyFrame[Any]]) -> object:
        kept = [part.select(*KEYS, *ANSWERS, ORDER, STRANGE).collect() for part in parts]
        answers: list[dict[str, Any]] = []
        strange_keys = [part.filter(nw.col(STRANGE)) for part in kept]
        for rows in self._strange([part.lazy() for part in strange_keys if len(part)]):
            collected = rows.collect()
            if len(collected):
                answers += self._exact(collected.iter_rows(named=True))
        regular = [part.filter(~nw.col(STRANGE)).drop(STRANGE) for part in kept]
        whole = [part for part in regular if len(part)]
        if answers or not whole:
            whole.append(self._made(answers, whole))
        return nw.concat(whole).sort(ORDER).drop(ORDER).to_native()

    def _made(
        self, answers: Sequence[Mapping[str, Any]], like: Sequence[nw.DataFrame[Any]]
    ) -> nw.DataFrame[Any]:
        names = (*KEYS, *ANSWERS, ORDER)
        schema = dict(like[0].schema) if like else self._answer_schema()
        data = {name: [answer[name] for answer in answers] for name in names}
        return nw.from_dict(data, schema, backend=self.frame.implementation)

    def _answer_schema(self) -> dict[str, Any]:
        of_keys = {name: self.schema[name] for name in KEYS}
        numbers = ("nilai", "capaian")
        answers = {name: nw.Float64() if name in numbers else nw.String() for name in ANSWERS}
        order = {ORDER: self.schema[ORDER]} if ORDER in self.schema else {}
        return {**of_keys, **answers, **order}

    def _count(self, parts: Sequence[nw.LazyFrame[Any]]) -> int:
        counted = [
            *(part.filter(nw.col(STRANGE)).select(n=nw.len()) for part in parts),
            self._elsewhere().select(n=nw.len()),
        ]
        return sum(int(one.collect().item(0, 0)) for one in counted)

    def _empty(self) -> nw.LazyFrame[Any]:
        return self.table.select(*KEYS, *no_answers())

    def _lazy_polars(
        self, regular: Sequence[nw.LazyFrame[Any]], parts: Sequence[nw.LazyFrame[Any]]
    ) -> object:
        pl: Any = import_module("polars")
        schema = nw.Schema(self._answer_schema()).to_polars()

        def exactly(rows: Any) -> object:  # noqa: ANN401  # a DataFrame of Polars
            return pl.DataFrame(self._exact(rows.iter_rows(named=True)), schema=schema)

        strange = [
            rows.to_native().map_batches(exactly, schema=schema, streamable=False)
            for rows in self._strange(parts)
        ]
        return pl.concat([*(part.to_native() for part in regular), *strange])


def _rows(frame: nw.LazyFrame[Any]) -> Iterable[tuple[Any, ...]]:
    """Return the few rows of a table; DuckDB gives them without a further library."""
    if frame.implementation.is_duckdb():
        return cast("Iterable[tuple[Any, ...]]", frame.to_native().fetchall())
    return frame.collect().iter_rows()


def _filled(name: str, schema: Schema) -> nw.Expr:
    column = nw.col(name)
    if schema[name].is_float():
        return ~column.is_null() & ~column.is_nan()
    if schema[name] == nw.String:
        return ~column.is_null() & (column != "")
    return ~column.is_null()


def _year(value: object) -> int | None:
    try:
        year = int(str(value)) if isinstance(value, str) else int(cast("float", value))
    except (TypeError, ValueError, OverflowError):
        return None
    whole = isinstance(value, str) or year == value
    return year if whole and FIRST_YEAR <= year <= LAST_YEAR else None
