"""One indicator over a table with a column for each of its variables: a result in every row.

A row is computed in columns where that is proven to give what the exact engine gives: whole numbers
within what doubles hold, decimals that are what they are written as, a region, year and period that
need no finding. Every other row is ``STRANGE``: the exact engine computes it from what it holds.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from fractions import Fraction
from functools import cached_property, reduce
from math import ceil
from operator import or_
from typing import Final, TypeVar

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.achievement_columns import AchievementColumns
from kesbang_iku.bulk.classes import class_number
from kesbang_iku.bulk.columns import FrameColumns, certain, nothing, unsigned_zero
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.bulk.libraries.library import BEGUN, Flags, Lazy, Library
from kesbang_iku.bulk.numbers import numbers_of, units_of, unproven
from kesbang_iku.bulk.ranges import DECIMALS, Limits, provable_ranges, units_within, unwritten
from kesbang_iku.findings import kinds
from kesbang_iku.formula import Expression, Number, parse
from kesbang_iku.formula.checking import CHOICES
from kesbang_iku.formula.engines.arithmetic import ColumnRange
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Unary, UnaryOperator, walk
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.vocabulary import AdminLevel

STRANGE: Final = "__strange"
"""The column that says which rows take the exact engine."""
BEYOND: Final = "__beyond"
"""The column that says which rows have a target larger than their indicator can be."""
MARKS: Final = (STRANGE, BEYOND)
GIVEN: Final = "__given_"
"""What the columns of the numbers of variables, and of a target, are called by."""
ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
"""The columns of a result."""
_MEMBER: Final = "__member"
_STEPS: Final = "__steps"
_STATUS: Final = "__status"
_TARGET: Final = "__target"
_ACHIEVED: Final = "__achieved"
_KNOWN: Final = ("__known_period", "__known_region")
_NOWHERE: Final = "__nowhere"
_STATUSES: Final = (
    Status.COMPLETE,
    Status.INCOMPLETE,
    Status.UNDEFINED,
    Status.REJECTED,
    Status.REJECTED,
    Status.NOT_APPLICABLE,
)
_COMPLETE, _INCOMPLETE, _UNDEFINED, _REJECTED, _FOREIGN, _NOT_APPLICABLE = range(len(_STATUSES))
_CODES: Final = (
    "",
    kinds.MISSING_VARIABLE.code,
    kinds.UNDEFINED_VALUE.code,
    kinds.RULE_BROKEN.code,
    kinds.UNKNOWN_VARIABLE.code,
)
"""What is found of a result, by its status; why it does not apply comes next."""
_WITHOUT_ACHIEVEMENT: Final = len(_STATUSES)
"""The place of what is said of its target, after those of the statuses."""

Schema = Mapping[str, nw.dtypes.DType]
_Kept = TypeVar("_Kept")
Labels = dict[str, Sequence[str]]
LevelCodes = Mapping[AdminLevel | None, tuple[str, ...]]
"""The regions of each level, as a table may name them; of no level those that are not known."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of regions, whatever is reported of them.

    Attributes:
        codes: the codes of the findings.
        holds: where it is said.
    """

    codes: tuple[str, ...]
    holds: nw.Expr


def _given(name: str) -> str:
    return f"{GIVEN}{name}"


def _units(name: str) -> str:
    return f"__units_{name}"


@dataclass(frozen=True)
class IndicatorColumns:
    """An indicator ready for columns of a library.

    Attributes:
        indicator: the indicator.
        codes: the regions there are.
        library: the library.
        said: what is said of some of the regions, of which one at most holds of a row.
        starts: the years in which regions began, where rows may be of years before.
        year: the years of rows, as numbers.
        applies: whether this version applies in the years of the rows.
        called: by the code of each indicator that rows are of, what the variables are called there;
            of nothing but ``indicator`` itself where that is not told.
        foreign: where something stands in columns of variables that the indicator does not have.
    """

    indicator: Indicator
    codes: LevelCodes
    library: Library
    said: Sequence[Said] = ()
    starts: Mapping[str, int] = field(default_factory=dict)
    year: nw.Expr = field(default_factory=lambda: nw.col("tahun"))
    applies: bool = True
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    foreign: Mapping[str, nw.Expr] = field(default_factory=dict)

    @cached_property
    def limits(self) -> Mapping[str, Limits]:
        """What is possible for each variable that is declared."""
        known = self.indicator.engine.limits
        return {name: (one.minimum, one.maximum) for name, one in known.items()}

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
        return self._kept("ranges", self._provable)

    @cached_property
    def achievement(self) -> AchievementColumns | None:
        """Its achievement in columns, if that can be proven."""
        return self._kept(
            "achievement", lambda: AchievementColumns.of(self.indicator, self.library.capacity)
        )

    def _kept(self, name: str, made: Callable[[], _Kept]) -> _Kept:
        """Return what takes as long as many rows to prove, and is the same for each table."""
        kept: dict[object, _Kept] = self.indicator.engine.kept
        key = name, self.library.capacity
        if key not in kept:
            kept[key] = made()
        return kept[key]

    def _provable(self) -> Mapping[str, ColumnRange] | None:
        if self.indicator.tree is None:
            return None
        known = self.indicator.engine.limits
        decimals = {name: 0 if one.whole else DECIMALS for name, one in known.items()}
        try:
            return provable_ranges(self.limits, decimals, self._everything, self.library.capacity)
        except NotFoldedError:
            return None

    def _everything(self, fold: Fold[object]) -> None:
        """Fold all that is computed of the variables."""
        if self.indicator.tree is not None:
            fold.published(self.indicator.tree, self.indicator.desimal)
        for condition in (*self.conditions, *self.outside):
            fold.condition(condition)

    def prepared(
        self, table: Lazy, schema: Schema, strange: Sequence[nw.Expr], *, keys_known: bool
    ) -> Lazy:
        """Return a table with the columns that results are made of, and with ``MARKS``.

        Args:
            table: rows of this indicator alone, with a column for each variable that is told of.
            schema: the types of its columns.
            strange: where its rows are strange already.
            keys_known: whether it is known that every region and period is one that there is.
        """
        ranges, tree = self.ranges, self.indicator.tree
        if ranges is None or tree is None:
            return table.with_columns(nw.lit(True).alias(STRANGE), nw.lit(False).alias(BEYOND))
        table, flags = self.library.flagged(table, self._flags(keys_known=keys_known))
        found = [*strange, *(~flags[name] for name in _KNOWN if name in flags)]
        table = self._with_numbers(table, schema, ranges, found)
        fold = Fold(FrameColumns({name: _units(name) for name in ranges}, self.library), ranges)
        table = table.with_columns(*self._outcome(fold, tree, flags.get(_NOWHERE)))
        found += self._strange_results(fold, [name for name in ranges if name in schema])
        if "target" in schema and self.achievement is not None:
            table = self._with_target(table, schema, self.achievement, found)
        elif "target" in schema:
            found.append(~nw.col("target").is_null())
        return table.with_columns(
            certain(reduce(or_, found or [nw.lit(False)])).alias(STRANGE),
            self._beyond(schema).alias(BEYOND),
        )

    def answered(self, table: Lazy, schema: Schema, *, beyond: bool = True) -> Lazy:
        """Return a table as ``prepared`` returns it, of rows that are not strange, with results.

        Args:
            table: the table.
            schema: the types of the columns that ``prepared`` was told.
            beyond: whether some target may be larger than the indicator can be.
        """
        if self.ranges is None:
            return table.with_columns(*no_answers())
        table = self.library.settled(table)
        if self.starts:
            regions = [code for codes in self.codes.values() for code in codes]
            table = self.library.begun(table, self.starts, regions)
        if len(self.called) > 1:
            members = {code: number for number, code in enumerate(self.called)}
            table = self.library.numbered(table, _MEMBER, "kode", members)
        targeted = "target" in schema and self.achievement is not None
        texts: dict[str, Sequence[str]] = {"status": [one.value for one in _STATUSES]}
        numbers = [nw.col(_STATUS).alias("status")]
        complete = nw.col(_STATUS) == _COMPLETE
        value = unsigned_zero(nw.col(_STEPS)) if self._below_zero else nw.col(_STEPS)
        steps = self.library.decimal(value, self.indicator.desimal, self._most_steps)
        numbers.append(nw.when(complete).then(steps).alias("nilai"))
        numbers += self._achieved(texts, targeted=targeted)
        table, flags = self.library.flagged(table, self._levels())
        numbers += self._category(complete, texts, flags)
        numbers += self._codes(texts, targeted=targeted, beyond=beyond)
        numbers += self._missing_names(texts, self.library.most_listed)
        return self.library.labelled(table.with_columns(*numbers), texts)

    # ------------------------------------------------------------------------------- the stages

    def _flags(self, *, keys_known: bool) -> Flags:
        """Return what of regions and periods is looked up: whether they are known, and measured."""
        found: dict[str, tuple[str, Sequence[str]]] = {}
        if not keys_known:
            regions = [code for codes in self.codes.values() for code in codes]
            found |= zip(_KNOWN, (("periode", PERIODS), ("wilayah", regions)), strict=True)
        if self._nowhere and self.applies:
            found[_NOWHERE] = ("wilayah", self._nowhere)
        return found

    @cached_property
    def _nowhere(self) -> Sequence[str]:
        """The regions of the levels that the indicator has no value at."""
        return [
            code
            for level, codes in self.codes.items()
            if level is not None and not self.indicator.exists_at(level)
            for code in codes
        ]

    def _with_numbers(
        self, table: Lazy, schema: Schema, ranges: Mapping[str, ColumnRange], strange: list[nw.Expr]
    ) -> Lazy:
        ways = self.library
        told = {name: numbers_of(name, schema[name]) for name in ranges if name in schema}
        table = table.with_columns(
            *(numbers.value.alias(_given(name)) for name, numbers in told.items()),
            *(nothing().alias(_units(name)) for name in ranges if name not in told),
        )
        units = [
            units_of(nw.col(_given(name)), ranges[name], ways).alias(_units(name)) for name in told
        ]
        if units:
            table = table.with_columns(*units)
        for name, numbers in told.items():
            ends = units_within(self.limits[name], ranges[name].decimals)
            strange += numbers.strange
            strange += unproven(
                nw.col(_given(name)), nw.col(_units(name)), ranges[name], ends, ways
            )
        return table

    def _outcome(
        self, fold: Fold[nw.Expr], tree: Expression, nowhere: nw.Expr | None
    ) -> Iterator[nw.Expr]:
        """Yield the status and the value in steps."""
        published = fold.published(tree, self.indicator.desimal)
        status = self.library.number(_COMPLETE)
        for where, one in ((published.undefined, _UNDEFINED), (published.missing, _INCOMPLETE)):
            if where is not None:
                status = self._where(where, one, status)
        for condition in self.conditions:
            found = fold.condition(condition)
            kept = [found.holds, found.missing, found.undefined]
            broken = reduce(or_, (one for one in kept if one is not None))
            status = nw.when(broken).then(status).otherwise(self.library.number(_REJECTED))
        for told in self.foreign.values():
            status = self._where(told, _FOREIGN, status)
        if not self.applies:
            status = self.library.number(_NOT_APPLICABLE)
        elif nowhere is not None:
            status = self._where(nowhere, _NOT_APPLICABLE, status)
        yield status.alias(_STATUS)
        yield published.steps.alias(_STEPS)

    def _where(self, holds: nw.Expr, number: int, otherwise: nw.Expr | int = 0) -> nw.Expr:
        """Return a number where something holds, elsewhere another."""
        other = self.library.number(otherwise) if isinstance(otherwise, int) else otherwise
        return nw.when(holds).then(self.library.number(number)).otherwise(other)

    def _strange_results(self, fold: Fold[nw.Expr], told: list[str]) -> Iterator[nw.Expr]:
        """Yield where the exact engine says more of a result than its status."""
        complete = nw.col(_STATUS) == _COMPLETE
        lowest = self.indicator.rentang.min
        never = lowest is not None and lowest <= 0 and not self._below_zero
        for condition in self.outside[never:]:
            yield complete & fold.condition(condition).holds
        # Columns name all that is missing, and a choice names only what it comes to.
        base = self.indicator.engine.base_tree
        nodes = () if base is None else walk(base)
        choices = [one for one in nodes if isinstance(one, Call) and one.function in CHOICES]
        if self.indicator.komponen is not None or choices:
            yield nw.col(_STATUS) == _INCOMPLETE
        released = self.indicator.rilis
        others = [~nw.col(_given(name)).is_null() for name in told if name != released]
        if released in told and others:
            yield ~nw.col(_given(released)).is_null() & reduce(or_, others)

    def _with_target(
        self, table: Lazy, schema: Schema, achievement: AchievementColumns, strange: list[nw.Expr]
    ) -> Lazy:
        numbers, known = numbers_of("target", schema["target"]), achievement.of_target
        table = table.with_columns(numbers.value.alias(_given("target")))
        given, units, ways = nw.col(_given("target")), nw.col(_TARGET), self.library
        table = table.with_columns(units_of(given, known, ways).alias(_TARGET))
        # Of a target that is too large something is said, and it counts.
        ends = units_within((self.indicator.rentang.min, None), known.decimals)
        strange += [*numbers.strange, *unproven(given, units, known, ends, ways)]
        largest, most = achievement.of_value.largest, self._most_steps
        judged = (nw.col(_STATUS) == _COMPLETE) & ~given.is_null()
        if most is None or most > largest:
            strange.append(judged & (nw.col(_STEPS).abs() > float(largest)))
        achieved = achievement.steps(_STEPS, _TARGET, judged, ways)
        return table.with_columns(achieved.alias(_ACHIEVED))

    # ------------------------------------------------------------------------------ the answers

    def _achieved(self, texts: Labels, *, targeted: bool) -> Iterator[nw.Expr]:
        if not targeted or self.achievement is None:
            texts["predikat"] = ()
            yield nothing().alias("capaian")
            yield nothing().alias("predikat")
            return
        decimals = self.achievement.method.desimal
        percent = nw.col(_ACHIEVED)
        if self.achievement.below_zero:
            percent = unsigned_zero(percent)
        scale = self.indicator.engine.achievement_scale
        texts["predikat"] = [one.label for one in scale.kelas]
        yield self.library.decimal(percent, decimals, self.achievement.largest).alias("capaian")
        yield class_number(percent, decimals, scale, self.library).alias("predikat")

    @cached_property
    def _scales(self) -> Mapping[AdminLevel | None, Scale | None]:
        return {level: self.indicator.engine.scale(level) for level in self.codes}

    def _levels(self) -> Flags:
        """Return which regions a scale is of, where it is not that of all of them."""
        names = {None if one is None else one.nama for one in self._scales.values()}
        return {
            f"__scale_{name}": (
                "wilayah",
                [
                    code
                    for level, one in self._scales.items()
                    if one is not None and one.nama == name
                    for code in self.codes[level]
                ],
            )
            for name in (sorted(one for one in names if one is not None) if len(names) > 1 else ())
        }

    @property
    def _below_zero(self) -> bool:
        """Whether a value may be below 0, so that one that is rounded to 0 keeps a sign."""
        tree = self.indicator.tree
        if self.ranges is None or tree is None:
            return False
        return unwritten(self.ranges).published(tree, self.indicator.desimal).negative

    @property
    def _most_steps(self) -> int | None:
        """The most steps that a value can have; one that is outside of its range is strange."""
        lowest, highest = self.indicator.rentang.min, self.indicator.rentang.maks
        if lowest is None or highest is None:
            return None
        scale: int = 10**self.indicator.desimal
        return ceil(max(abs(lowest), abs(highest))) * scale

    def _category(
        self, complete: nw.Expr, texts: Labels, flags: Mapping[str, nw.Expr]
    ) -> Iterator[nw.Expr]:
        decimals = self.indicator.desimal
        kinds_of = {one.nama: one for one in self._scales.values() if one is not None}
        labels: list[str] = []
        number: nw.Expr | None = None
        for name, scale in kinds_of.items():
            flag = flags.get(f"__scale_{name}")
            classes = class_number(nw.col(_STEPS), decimals, scale, self.library, len(labels))
            found = nw.when(complete if flag is None else complete & flag).then(classes)
            number = found if number is None else found.otherwise(number)
            labels += [one.label for one in scale.kelas]
        texts["kategori"] = labels
        yield (nothing() if number is None else number).alias("kategori")

    def _beyond(self, schema: Schema) -> nw.Expr:
        """Return where a target that counts is larger than the value can be."""
        highest = self.indicator.rentang.maks
        if highest is None or "target" not in schema or self.achievement is None:
            return nw.lit(False)
        most = units_within((None, highest), self.achievement.of_target.decimals)[1]
        applies = nw.col(_STATUS) != _NOT_APPLICABLE
        return certain((nw.col(_TARGET) > float(most or 0)) & applies)

    def _codes(self, texts: Labels, *, targeted: bool, beyond: bool) -> Iterator[nw.Expr]:
        """Yield the number of what is found: of the status or a target, and of the region."""
        said = nw.col(_STATUS)
        why = kinds.NOT_ESTIMATED if self.applies else kinds.NOT_IN_FORCE
        codes = (*_CODES, why.code, kinds.ACHIEVEMENT_UNDEFINED.code)
        if targeted:
            without = (said == _COMPLETE) & ~nw.col(_given("target")).is_null()
            without &= nw.col(_ACHIEVED).is_null()
            said = self._where(without, _WITHOUT_ACHIEVEMENT, said)
        found: list[tuple[str, ...]] = [(code,) for code in codes]
        if self.said:
            of_region = self.library.number(0)
            for number, one in enumerate(self.said, 1):
                of_region = self._where(one.holds, number * len(codes), of_region)
            said += of_region
            found += [(*one.codes, code) for one in self.said for code in codes]
        if beyond and targeted and self.indicator.rentang.maks is not None:
            said += self._where(nw.col(BEYOND), len(found))
            found += [(kinds.TARGET_OUT_OF_RANGE.code, *one) for one in found]
        if self.starts:
            said += self._where(nw.col(BEGUN) > self.year, len(found))
            found += [(kinds.BEFORE_REGION.code, *one) for one in found]
        texts["temuan"] = [" ".join(sorted({*one} - {""})) for one in found]
        yield said.alias("temuan")

    def _missing_names(self, texts: Labels, most_listed: int) -> Iterator[nw.Expr]:
        """Yield the names of what is missing, or the number of their list."""
        needed = self.indicator.engine.computed_from
        incomplete = nw.col(_STATUS) == _INCOMPLETE
        absent = [nw.col(_units(name)).is_null() for name in needed]
        called = [*self.called.values()] or [dict(zip(needed, needed, strict=True))]
        if len(called) << len(needed) <= most_listed:
            texts["kurang"] = [
                " ".join(names[name] for bit, name in enumerate(needed) if number >> bit & 1)
                for names in called
                for number in range(1 << len(needed))
            ]
            first = self.library.number(1 << len(needed))
            number = nw.col(_MEMBER) * first if len(called) > 1 else self.library.number(0)
            for bit, one in enumerate(absent):
                number += self._where(one, 1 << bit)
            yield nw.when(incomplete).then(number).otherwise(self.library.number(0)).alias("kurang")
            return
        if len(called) > 1:
            raise ValueError("more names than are listed")
        parts = [
            nw.when(one).then(nw.lit(f" {name}")).otherwise(nw.lit(""))
            for name, one in zip(needed, absent, strict=True)
        ]
        names = nw.concat_str(*parts).str.strip_chars()
        yield nw.when(incomplete).then(names).otherwise(nw.lit("")).alias("kurang")


def _constant(value: Fraction) -> Expression:
    constant = Number(abs(value))
    return constant if value >= 0 else Unary(UnaryOperator.NEGATE, constant)


def no_answers() -> Iterator[nw.Expr]:
    """Yield the columns of results, all missing."""
    for name in ANSWERS:
        yield nothing(text=name not in {"nilai", "capaian"}).alias(name)
