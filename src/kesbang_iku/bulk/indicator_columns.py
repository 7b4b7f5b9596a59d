"""One indicator over a table with a column for each of its variables: a result in every row.

A row is computed in columns where that is proven to give what the exact engine gives: whole numbers
within what doubles hold, decimals that are what they are written as, a region, year and period that
need no finding. Every other row is ``STRANGE``: the exact engine computes it from what it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property, reduce
from operator import or_
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.achievement_columns import AchievementColumns
from kesbang_iku.bulk.classes import class_of
from kesbang_iku.bulk.columns import FrameColumns, divided
from kesbang_iku.bulk.numbers import numbers_of, units_of, unproven
from kesbang_iku.bulk.ranges import Limits, provable_ranges, units_within
from kesbang_iku.findings import kinds
from kesbang_iku.formula import Expression, Number, parse
from kesbang_iku.formula.engines.arithmetic import ColumnRange, Need
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError
from kesbang_iku.formula.tree import Binary, BinaryOperator, Unary, UnaryOperator
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.vocabulary import AdminLevel

STRANGE: Final = "__strange"
"""The column that says which rows take the exact engine."""
ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
"""The columns of a result."""
_STEPS: Final = "__steps"
_STATUS: Final = "__status"
_TARGET: Final = "__target"
_ACHIEVED: Final = "__achieved"
_COMPLETE, _INCOMPLETE, _UNDEFINED, _REJECTED = range(4)
_STATUSES: Final = (Status.COMPLETE, Status.INCOMPLETE, Status.UNDEFINED, Status.REJECTED)

Schema = Mapping[str, nw.dtypes.DType]
LevelCodes = Mapping[AdminLevel, tuple[str, ...]]
"""The codes of the regions of each level."""


def _given(name: str) -> str:
    return f"__given_{name}"


def _units(name: str) -> str:
    return f"__units_{name}"


@dataclass(frozen=True)
class IndicatorColumns:
    """An indicator ready for columns; ``codes`` are the regions there are."""

    indicator: Indicator
    codes: LevelCodes

    @cached_property
    def limits(self) -> Mapping[str, Limits]:
        """What is possible for each variable that is declared."""
        known = self.indicator.engine.limits
        return {name: (one.minimum, one.maximum, one.whole) for name, one in known.items()}

    @cached_property
    def conditions(self) -> tuple[Expression, ...]:
        """The relations between variables that must hold."""
        return tuple(parse(rule.ekspresi) for rule in self.indicator.aturan)

    @cached_property
    def outside(self) -> tuple[Expression, ...]:
        """What holds of a value outside of the indicator's own range."""
        tree, bounds = self.indicator.tree, self.indicator.rentang
        ends = ((BinaryOperator.LESS, bounds.min), (BinaryOperator.GREATER, bounds.maks))
        return tuple(
            Binary(operator, tree, _constant(end))
            for operator, end in ends
            if end is not None and tree is not None
        )

    @cached_property
    def ranges(self) -> Mapping[str, ColumnRange] | None:
        """The ranges of the variables in which columns are exact; ``None`` where they never are."""
        if self.indicator.tree is None:
            return None
        try:
            return provable_ranges(self.limits, self._need)
        except NotFoldedError:
            return None

    @cached_property
    def achievement(self) -> AchievementColumns | None:
        """Its achievement in columns, if that can be proven."""
        return AchievementColumns.of(self.indicator)

    def _need(self, ranges: Mapping[str, ColumnRange]) -> Need:
        fold = _fold(ranges)
        if self.indicator.tree is not None:
            fold.published(self.indicator.tree, self.indicator.desimal)
        for condition in (*self.conditions, *self.outside):
            fold.condition(condition)
        return fold.need

    def computed(self, table: nw.LazyFrame[Any], schema: Schema) -> nw.LazyFrame[Any]:
        """Return ``table`` with the columns of the result and with ``STRANGE``.

        Args:
            table: rows of this indicator alone, with a column for each variable that is told of;
                its column ``STRANGE`` says which rows are strange already.
            schema: the types of its columns.
        """
        ranges, tree = self.ranges, self.indicator.tree
        if ranges is None or tree is None:
            return table.with_columns(nw.lit(True).alias(STRANGE), *no_answers())
        strange: list[nw.Expr] = [nw.col(STRANGE), *self._strange_keys()]
        table = self._with_numbers(table, schema, ranges, strange)
        fold = _fold(ranges)
        table = table.with_columns(*self._outcome(fold, tree))
        strange += self._strange_results(fold, [name for name in ranges if name in schema])
        targeted = "target" in schema and self.achievement is not None
        if targeted and self.achievement is not None:
            table = self._with_target(table, schema, self.achievement, strange)
        elif "target" in schema:
            strange.append(~nw.col("target").is_null())
        table = table.with_columns(reduce(or_, map(_certain, strange)).alias(STRANGE))
        return table.with_columns(*self._answers(targeted=targeted))

    # ------------------------------------------------------------------------------- the stages

    def _strange_keys(self) -> Iterator[nw.Expr]:
        """Yield where region or level ask for a finding."""
        known = [
            code
            for level, codes in self.codes.items()
            if self.indicator.exists_at(level)
            for code in codes
        ]
        yield ~nw.col("wilayah").is_in(known)

    def _with_numbers(
        self,
        table: nw.LazyFrame[Any],
        schema: Schema,
        ranges: Mapping[str, ColumnRange],
        strange: list[nw.Expr],
    ) -> nw.LazyFrame[Any]:
        told = {name: numbers_of(name, schema[name]) for name in ranges if name in schema}
        absent = nw.col("wilayah").is_null() & ~nw.col("wilayah").is_null()
        table = table.with_columns(
            *(numbers.value.alias(_given(name)) for name, numbers in told.items()),
            *(
                nw.when(absent).then(nw.lit(0.0)).alias(_units(name))
                for name in ranges
                if name not in told
            ),
        )
        table = table.with_columns(
            *(units_of(nw.col(_given(name)), ranges[name]).alias(_units(name)) for name in told)
        )
        for name, numbers in told.items():
            units = nw.col(_units(name))
            strange += [numbers.strange, unproven(nw.col(_given(name)), units, ranges[name])]
            lowest, highest = units_within(self.limits[name], ranges[name].decimals)
            if lowest is not None:
                strange.append(units < float(lowest))
            if highest is not None:
                strange.append(units > float(highest))
        return table

    def _outcome(self, fold: Fold[nw.Expr], tree: Expression) -> Iterator[nw.Expr]:
        """Yield the status and the value in steps."""
        published = fold.published(tree, self.indicator.desimal)
        status = nw.lit(_COMPLETE)
        if published.undefined is not None:
            status = nw.when(published.undefined).then(nw.lit(_UNDEFINED)).otherwise(status)
        if published.missing is not None:
            status = nw.when(published.missing).then(nw.lit(_INCOMPLETE)).otherwise(status)
        for condition in self.conditions:
            found = fold.condition(condition)
            kept = [found.holds, found.missing, found.undefined]
            broken = reduce(or_, (_certain(one) for one in kept if one is not None))
            status = nw.when(broken).then(status).otherwise(nw.lit(_REJECTED))
        yield status.alias(_STATUS)
        yield published.steps.alias(_STEPS)

    def _strange_results(self, fold: Fold[nw.Expr], told: list[str]) -> Iterator[nw.Expr]:
        """Yield where the exact engine says more of a result than its status."""
        complete = nw.col(_STATUS) == _COMPLETE
        for condition in self.outside:
            yield complete & fold.condition(condition).holds
        if self.indicator.komponen is not None:
            yield nw.col(_STATUS) == _INCOMPLETE
        released = self.indicator.rilis
        if released in told:
            others = [~nw.col(_given(name)).is_null() for name in told if name != released]
            if others:
                yield ~nw.col(_given(released)).is_null() & reduce(or_, others)

    def _with_target(
        self,
        table: nw.LazyFrame[Any],
        schema: Schema,
        achievement: AchievementColumns,
        strange: list[nw.Expr],
    ) -> nw.LazyFrame[Any]:
        numbers, known = numbers_of("target", schema["target"]), achievement.of_target
        table = table.with_columns(numbers.value.alias(_given("target")))
        given = nw.col(_given("target"))
        table = table.with_columns(units_of(given, known).alias(_TARGET))
        units = nw.col(_TARGET)
        strange += [numbers.strange, unproven(given, units, known)]
        bounds = self.indicator.rentang
        lowest, highest = units_within((bounds.min, bounds.maks, False), known.decimals)
        if lowest is not None:
            strange.append(units < float(lowest))
        if highest is not None:
            strange.append(units > float(highest))
        largest = float(achievement.of_value.largest)
        complete = nw.col(_STATUS) == _COMPLETE
        strange.append(complete & ~given.is_null() & (nw.col(_STEPS).abs() > largest))
        steps = achievement.steps(_STEPS, _TARGET)
        there = (nw.col(_STATUS) == _COMPLETE) & ~given.is_null()
        return table.with_columns(nw.when(there).then(steps).alias(_ACHIEVED))

    # ------------------------------------------------------------------------------ the answers

    def _answers(self, *, targeted: bool) -> Iterator[nw.Expr]:
        indicator = self.indicator
        regular = ~nw.col(STRANGE)
        complete = regular & (nw.col(_STATUS) == _COMPLETE)
        steps = nw.col(_STEPS)
        yield nw.when(complete).then(_decimal(steps, indicator.desimal)).alias("nilai")
        yield nw.when(regular).then(_status_text()).alias("status")
        achieved = complete & ~nw.col(_ACHIEVED).is_null() if targeted else None
        if achieved is None or self.achievement is None:
            yield _none("capaian", number=True)
            yield _none("predikat")
        else:
            decimals = self.achievement.method.desimal
            percent = nw.col(_ACHIEVED)
            yield nw.when(achieved).then(_decimal(percent, decimals)).alias("capaian")
            scale = indicator.engine.achievement_scale
            yield nw.when(achieved).then(class_of(percent, decimals, scale)).alias("predikat")
        yield self._category(complete)
        yield self._codes(regular, targeted=targeted)
        yield self._missing_names(regular)

    def _category(self, complete: nw.Expr) -> nw.Expr:
        engine, decimals = self.indicator.engine, self.indicator.desimal
        by_scale: dict[str, list[str]] = {}
        scales = {}
        for level, codes in self.codes.items():
            scale = engine.scale(level)
            if scale is not None:
                scales[scale.nama] = scale
                by_scale.setdefault(scale.nama, []).extend(codes)
        label: nw.Expr | None = None
        for name, regions in by_scale.items():
            here = complete & nw.col("wilayah").is_in(regions)
            found = nw.when(here).then(class_of(nw.col(_STEPS), decimals, scales[name]))
            label = found if label is None else found.otherwise(label)
        return _none("kategori") if label is None else label.alias("kategori")

    def _codes(self, regular: nw.Expr, *, targeted: bool) -> nw.Expr:
        by_status = {
            _INCOMPLETE: kinds.MISSING_VARIABLE.code,
            _UNDEFINED: kinds.UNDEFINED_VALUE.code,
            _REJECTED: kinds.RULE_BROKEN.code,
        }
        said = nw.lit("")
        if targeted:
            without = (nw.col(_STATUS) == _COMPLETE) & ~nw.col(_given("target")).is_null()
            without &= nw.col(_ACHIEVED).is_null()
            said = nw.when(without).then(nw.lit(kinds.ACHIEVEMENT_UNDEFINED.code)).otherwise(said)
        for status, code in by_status.items():
            said = nw.when(nw.col(_STATUS) == status).then(nw.lit(code)).otherwise(said)
        return nw.when(regular).then(said).alias("temuan")

    def _missing_names(self, regular: nw.Expr) -> nw.Expr:
        incomplete = regular & (nw.col(_STATUS) == _INCOMPLETE)
        released = self.indicator.rilis
        needed = [name for name in self.indicator.engine.needed if name != released]
        parts = [
            nw.when(nw.col(_units(name)).is_null()).then(nw.lit(f" {name}")).otherwise(nw.lit(""))
            for name in needed or self.indicator.engine.needed
        ]
        names = (
            nw.concat_str(*parts).str.strip_chars()
            if len(parts) > 1
            else parts[0].str.strip_chars()
        )
        return nw.when(incomplete).then(names).otherwise(nw.lit("")).alias("kurang")


def _constant(value: Fraction) -> Expression:
    constant = Number(abs(value))
    return constant if value >= 0 else Unary(UnaryOperator.NEGATE, constant)


def _fold(ranges: Mapping[str, ColumnRange]) -> Fold[nw.Expr]:
    return Fold(FrameColumns({name: _units(name) for name in ranges}), ranges)


def _certain(condition: nw.Expr) -> nw.Expr:
    """Return whether a condition holds, where it may be missing."""
    return nw.when(condition).then(nw.lit(True)).otherwise(nw.lit(False))


def _status_text() -> nw.Expr:
    text = nw.lit(_STATUSES[_COMPLETE].value)
    for number in (_INCOMPLETE, _UNDEFINED, _REJECTED):
        chosen = nw.when(nw.col(_STATUS) == number).then(nw.lit(_STATUSES[number].value))
        text = chosen.otherwise(text)
    return text


def _decimal(steps: nw.Expr, decimals: int) -> nw.Expr:
    """Return the double that is nearest to a number of steps of the last place."""
    return divided(steps, 10**decimals) if decimals else steps


def _none(name: str, *, number: bool = False) -> nw.Expr:
    key = nw.col("wilayah").is_null()
    return nw.when(key & ~key).then(nw.lit(0.0 if number else "")).alias(name)


def no_answers() -> Iterator[nw.Expr]:
    """Yield the columns of results, all missing."""
    for name in ANSWERS:
        yield _none(name, number=name in {"nilai", "capaian"})
