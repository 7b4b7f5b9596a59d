"""Dataframes of reports rolled up: one group-by with a coarser key, then the same computation.

Regions that report all numbers are counted and added in columns. What columns cannot add exactly
takes the exact engine: the groups of which something was written in a way that only it reads, or
told twice. Whole numbers below a million million add up exactly in doubles, whatever their order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property, partial
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import certain, keyed, nothing
from kesbang_iku.bulk.exact_rows import cells_of
from kesbang_iku.bulk.frame import compute_frame
from kesbang_iku.bulk.indicator_columns import ANSWERS
from kesbang_iku.bulk.keys import KEYS, Layout, year_of
from kesbang_iku.bulk.libraries.library import Library, typed_table
from kesbang_iku.bulk.numbers import numbers_of
from kesbang_iku.bulk.rollup_columns import (
    BAD,
    COUNTED,
    GOAL,
    KIND,
    LARGEST,
    LAST,
    MIXED,
    NO_YEAR,
    OK,
    PERIOD,
    PROVINCE,
    SMALL,
    STRANGE,
    USED,
    VALUE,
    YEARLESS,
    Applying,
    Places,
    any_of,
    chosen,
    flag,
    is_last_period,
    kind_of_period,
)
from kesbang_iku.bulk.rollup_own import OwnReport, Sums, own_reports
from kesbang_iku.bulk.rollup_table import memory_of, native_table, near, no_number, spread_cells
from kesbang_iku.bulk.rollup_years import doubted, lasting_variables, of_years
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.amounts import AGAINST
from kesbang_iku.computing.reports import compute
from kesbang_iku.computing.rollup import COUNTRY, PROVINCES, Goals, rolled_up
from kesbang_iku.computing.rollup_parts import added_variables
from kesbang_iku.findings import kinds
from kesbang_iku.indicator.distribution import Distribution
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.vocabulary import AdminLevel

_GROUP: Final = (GOAL, "tahun", PERIOD, "kode")
_MARKS: Final = ("__adds", "__small_any", "__parts_used", "__is_annual", "__itself", "__disputed")
_OF_WRITING: Final = "IKU3"
"""Codes of findings about how a region or year is written; of a sum, nobody wrote them."""
_DISPUTED: Final = kinds.CELL_CONTRADICTS.code
"""Of two numbers in rows of one variable the first one counts, and whose sum it is in says so."""
Row = dict[str, Any]


@dataclass(frozen=True)
class FrameRollup:
    """One table of reports being rolled up.

    Attributes:
        frame: the table; ``native`` the same as it came.
        goals: what is rolled up to; ``None`` for regions by themselves, of which years are made.
        yearly: whether years are made of their periods first.
        library: how the library of the table does what is asked of it beyond expressions.
        told: the columns that say something; one that an indicator does not know says so of it.
        names: whether it is told what regions and indicators are called.
    """

    frame: nw.DataFrame[Any] | nw.LazyFrame[Any]
    native: Any
    catalog: Catalog
    regions: Regions
    goals: Goals
    yearly: bool
    layout: Layout
    library: Library
    told: Sequence[str]
    names: bool = False

    @cached_property
    def held(self) -> list[Callable[[], object]]:
        """How to let go of the tables that are held for this roll-up."""
        return []

    @cached_property
    def table(self) -> nw.LazyFrame[Any]:
        """The table with its keys as they are compared."""
        return keyed(self.frame.lazy())

    @cached_property
    def years(self) -> Mapping[int, Sequence[object]]:
        """The years there are, as they are written."""
        told = ((year_of(raw), raw) for (raw,) in self._distinct(self.table, "tahun"))
        return grouped((number, raw) for number, raw in told if number is not None)

    @cached_property
    def applying(self) -> Sequence[Applying]:
        """The versions that occur, each with its years."""
        found: dict[tuple[str, str], tuple[Any, list[object]]] = {}
        for code, raw in self._distinct(self.table, "kode", "tahun"):
            year = year_of(raw)
            for one in reversed(self.catalog.by_code.get(code, ())):
                if year is not None and year in one.berlaku:
                    found.setdefault((one.kode, one.versi), (one, []))[1].append(raw)
                    break
        return [
            Applying(found[key][0], tuple(found[key][1]), added_variables(found[key][0]))
            for key in sorted(found)
        ]

    @cached_property
    def places(self) -> Places:
        """Where items go."""
        goals = self.goals
        if goals is None and not self.yearly:
            codes = [code for (code,) in self._distinct(self.table, "wilayah")]
            levels = {self.regions[code].tingkat for code in codes if code in self.regions}
            goals = PROVINCES if levels & {"kabupaten", "kota"} else COUNTRY
        return Places(self.regions, goals, self.years)

    def _distinct(self, table: nw.LazyFrame[Any], *names: str) -> list[tuple[Any, ...]]:
        """Return the rows there are of some columns of a table, once each."""
        found = self.library.rows(self.library.distinct(table, *names))
        return [tuple(row[name] for name in names) for row in found]

    # --------------------------------------------------------------------------------- the items

    @cached_property
    def items(self) -> nw.LazyFrame[Any]:
        """The items that make results, or are said to be left out of them."""
        going = self._going
        return self._kept(self._without_higher(going)) if self.places.national else going

    @cached_property
    def _going(self) -> nw.LazyFrame[Any]:
        """One row an item that goes somewhere: what it is in, whether it is used and counted."""
        computed: Any = nw.from_native(compute_frame(self.native, self.catalog, layout=self.layout))
        goals = {one.levels: self.places.goal(one.levels) for one in self.applying}
        by_level = [
            (any_of(one.rows for one in self.applying if one.levels == levels), goal)
            for levels, goal in goals.items()
        ]
        adds = flag(any_of(one.rows for one in self.applying if one.names is not None))
        whole = nw.col("status").is_in([Status.COMPLETE.value, Status.UNDEFINED.value])
        items = self._kept(computed.lazy().with_columns(*self.places.located()))
        items = items.with_columns(
            chosen(by_level, nothing(text=True)).alias(GOAL),
            adds.alias("__adds"),
            kind_of_period().alias(KIND),
            is_last_period().alias(LAST),
            flag(whole).alias(OK),
        )
        items = items.filter(_there(GOAL))
        of_year = partial(of_years, applying=self.applying, alone=self.goals is None)
        items = of_year(items, self.library) if self.yearly else self._of_periods(items)
        twice = certain(nw.col("temuan").str.contains(kinds.DUPLICATE_ITEM.code))
        return self._kept(items.with_columns(flag((nw.col(STRANGE) == 1) | twice).alias(STRANGE)))

    def _kept(self, table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return a table that several others are made of, worked out once."""
        kept, let_go = self.library.kept(table)
        self.held.append(let_go)
        return kept

    @staticmethod
    def _of_periods(items: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        ok = nw.col(OK)
        return items.with_columns(
            nw.col("periode").alias(PERIOD),
            (1 - ok).alias(BAD),
            *(ok.alias(name) for name in (USED, COUNTED)),
            *((ok * 0).alias(name) for name in (YEARLESS, NO_YEAR, STRANGE, MIXED)),
        )

    def _without_higher(self, items: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Leave provinces out whose regions report; where none does at all, provinces are all."""
        group = ("tahun", PERIOD, "kode")
        told = (nw.col(USED) == 1) | (nw.col(STRANGE) == 1)
        small, higher = nw.col(SMALL) == 1, nw.col("__adds") * (1 - nw.col(SMALL))
        items = items.with_columns(flag(told).alias("__told"), nw.col(PROVINCE).fill_null(""))
        items = self.library.windowed(items, group, __any=nw.col("__told").max())
        # Where nothing can be used at all, whatever is there counts as reported.
        below = flag((told | (nw.col("__any") == 0)) & small)
        above = flag(told) * higher
        items = items.with_columns(below.alias("__is_below"), above.alias("__is_above"))
        below, above = nw.col("__is_below").max(), nw.col("__is_above").max()
        items = self.library.windowed(items, group, __small_there=below)
        items = self.library.windowed(items, (*group, PROVINCE), __below=below, __above=above)
        stands = (nw.col("__below") == 0) & (nw.col("__above") == 1)
        some = nw.col("__small_there") == 1
        return items.filter(((small != stands) & some) | (~small & ~some))

    # ------------------------------------------------------------------------------- the numbers

    @cached_property
    def numbers(self) -> nw.LazyFrame[Any]:
        """One row a number that is added: its key, its variable, and what is strange about it."""
        told = self.table
        schema = self.library.types(told)
        if self.layout == "wide":
            names = sorted({name for one in self.applying for name in one.names or ()})
            there = [name for name in names if name in schema]
            read = {name: numbers_of(name, schema[name]) for name in there}
            odd = {name: numbers.strange for name, numbers in read.items()}
            told = told.with_columns(
                flag(any_of(one for strange in odd.values() for one in strange)).alias("__odd"),
                *(numbers.value.alias(name) for name, numbers in read.items()),
            ).select(*KEYS, "__odd", *there)
            # One part a variable: not every library turns columns into rows of a table of its own.
            parts = [
                told.select(
                    *KEYS, nw.lit(name).alias("variabel"), "__odd", nw.col(name).alias(VALUE)
                )
                for name in there
            ]
            told = nw.concat(parts) if parts else no_number(told)
        else:
            numbers = numbers_of("nilai", schema["nilai"])
            told = told.select(
                *KEYS,
                nw.col("variabel"),
                flag(any_of(numbers.strange)).alias("__odd"),
                numbers.value.alias(VALUE),
            )
        added = any_of(
            one.rows & nw.col("variabel").is_in(list(one.names))
            for one in self.applying
            if one.names is not None
        )
        told = told.filter(added & (_there(VALUE) | (nw.col("__odd") == 1)))
        found = told.group_by(*KEYS, "variabel").agg(
            nw.col(VALUE).max(), nw.col(VALUE).min().alias("__least"), nw.col("__odd").max()
        )
        value = nw.col(VALUE)
        plain = (value == nw.col("__least")) & (value.abs() <= LARGEST) & (value.floor() == value)
        found = found.with_columns(
            flag((nw.col("__odd") == 1) | ~certain(plain)).alias("__odd")
        ).drop("__least")
        return self._kept(found)

    @cached_property
    def judged(self) -> nw.LazyFrame[Any]:
        """The items, those strange whose numbers are not the plain ones that are needed."""
        per_key = self.numbers.group_by(*KEYS).agg(
            nw.len().alias("__n"), nw.col("__odd").max().alias("__any_odd")
        )
        adding = [(one.names, one.rows) for one in self.applying if one.names is not None]
        sizes = grouped((len(names), rows) for names, rows in adding)
        needed = chosen([(any_of(rows), size) for size, rows in sizes.items()], nw.lit(0))
        items = self.items.join(per_key, on=[*KEYS], how="left")
        plain = certain((nw.col("__n") == needed) & (nw.col("__any_odd") == 0))
        # Of a release beside its formula the formula adds up, though no region above has releases.
        level: AdminLevel = COUNTRY if self.places.national else PROVINCES
        unknown = any_of(
            one.rows
            for one in self.applying
            if one.names is not None and not one.indicator.exists_at(level)
        )
        odd = (nw.col("__adds") == 1) & (nw.col(USED) == 1) & (~plain | unknown)
        return self._kept(items.with_columns(flag(odd | (nw.col(STRANGE) == 1)).alias(STRANGE)))

    @cached_property
    def groups(self) -> nw.LazyFrame[Any]:
        """One row a result: how many regions report, and what is to be said."""
        small = nw.col("__small_there") if self.places.national else nw.lit(1)
        items = self.judged.with_columns(
            small.alias("__small_any"),
            (nw.col(KIND) * nw.col(USED)).alias("__parts_used"),
            flag(nw.col(KIND) == 1).alias("__is_annual"),
            flag(nw.col("wilayah") == nw.col(GOAL)).alias("__itself"),
            flag(certain(nw.col("temuan").str.contains(_DISPUTED))).alias("__disputed"),
        )
        return items.group_by(*_GROUP).agg(
            *(nw.col(name).sum() for name in (COUNTED, USED)),
            *(nw.col(name).max() for name in (BAD, YEARLESS, NO_YEAR, STRANGE, MIXED, *_MARKS)),
        )

    @cached_property
    def standing(self) -> Mapping[tuple[Any, ...], Sequence[str]]:
        """The provinces that stand for their regions in the nation, by result."""
        if not self.places.national:
            return {}
        stands = (nw.col("__small_there") == 1) & (nw.col(SMALL) == 0)
        found = self._distinct(self.items.filter(stands), *_GROUP, PROVINCE)
        return grouped((row[:-1], row[-1]) for row in found)

    def _wanted(self, key: tuple[Any, ...], *, smaller: bool) -> int:
        """Return how many regions have to report for a result."""
        goal, raw, _, code = key
        year = year_of(raw) or 0
        levels = self.version_of[code, year].levels
        count = self.places.wanted(goal, year, levels, smaller=smaller)
        for province in self.standing.get(key, ()):
            count += 1 - self.places.wanted(province, year, levels)
        return count

    @cached_property
    def version_of(self) -> Mapping[tuple[str, int], Applying]:
        """The version of an indicator that applies, by its code and the year."""
        return {
            (one.indicator.kode, year_of(raw) or 0): one
            for one in self.applying
            for raw in one.years
        }

    # ------------------------------------------------------------------------------- the results

    def rows(self) -> list[Row]:
        """Return the results, a row each, in the order of region, year, period and code."""
        groups = self.groups.collect().iter_rows(named=True)
        known = {tuple(row[name] for name in _GROUP): row for row in groups}
        exact = {key for key, row in known.items() if row[STRANGE]}
        sums = self._sums() if len(exact) < len(known) else {}
        for key in self.own.keys() & known.keys():
            if known[key]["__adds"] and not self.own[key].settled(sums.get(key, {})):
                exact.add(key)
        computed = self._computed(sums)
        targets = {key: one.targets[0] for key, one in self.own.items() if len(one.targets) == 1}
        scored = self._computed({key: sums[key] for key in sums.keys() & targets.keys()}, targets)
        found = [
            self._answer(key, row, computed.get(key), scored.get(key))
            for key, row in known.items()
            if key not in exact
        ]
        found += self._exactly(exact)
        for row in found:
            key = tuple(map(row.__getitem__, KEYS))
            beside = {_DISPUTED} if known[key]["__disputed"] else set()
            beside |= self._against.get(key, set()) if known[key][MIXED] else set()
            row["temuan"] = " ".join(sorted({*row["temuan"].split(), *beside}))
        return sorted(found, key=lambda row: tuple(str(row[name]) for name in KEYS))

    @cached_property
    def own(self) -> Mapping[tuple[Any, ...], OwnReport]:
        """What the regions that are rolled up to report of themselves."""
        if self.goals is None and self.yearly:
            return {}
        goals = self._distinct(self.groups.filter(nw.col("__itself") == 0), GOAL)
        known = [goal for (goal,) in goals]
        there = self.table.filter(nw.col("wilayah").is_in(known)) if known else None
        return own_reports(() if there is None else self._written(there), yearly=self.yearly)

    def _written(self, table: nw.LazyFrame[Any]) -> list[Row]:
        """Return rows of the table as they are written, without what says nothing here."""
        there = table.select(*dict.fromkeys((*KEYS, *self.told)))
        return list(there.collect().iter_rows(named=True))

    def _sums(self) -> Sums:
        """Return the sums of each group."""
        used = self.judged.filter((nw.col(USED) == 1) & (nw.col("__adds") == 1))
        used = used.select(*KEYS, GOAL, PERIOD, LAST)
        numbers = self.numbers.join(used, on=[*KEYS], how="inner")
        if self.yearly:
            lasting = any_of(
                one.rows & nw.col("variabel").is_in(lasting_variables(one))
                for one in self.applying
                if lasting_variables(one)
            )
            whole = (nw.col("periode") == ANNUAL) | (nw.col(LAST) == 1)
            numbers = numbers.filter(whole | ~lasting)
        sums = numbers.group_by(*_GROUP, "variabel").agg(nw.col(VALUE).sum())
        found: dict[tuple[Any, ...], dict[str, float]] = {}
        for *key, name, value in sums.collect().iter_rows():
            found.setdefault(tuple(key), {})[name] = value
        return found

    def _computed(
        self, sums: Sums, targets: Mapping[tuple[Any, ...], object] | None = None
    ) -> Mapping[tuple[Any, ...], Row]:
        """Return what sums give, held against targets where there are some."""
        rows = [(*key, *one) for key, told in sums.items() for one in told.items()]
        if not rows:
            return {}
        columns = zip((*KEYS, "variabel", "nilai"), zip(*rows, strict=True), strict=True)
        data: dict[str, Any] = {name: [*cells] for name, cells in columns}
        schema: dict[str, Any] = {
            **dict.fromkeys((*KEYS, "variabel"), nw.String()),
            "tahun": self.table.collect_schema()["tahun"],
            "nilai": nw.Float64(),
        }
        if targets:
            data["target"] = [targets[row[: len(KEYS)]] for row in rows]
            schema["target"] = self.table.collect_schema()["target"]
        table = typed_table(data, schema, memory_of(self.frame))
        answers: Any = compute_frame(table.to_native(), self.catalog, layout="long")
        found = nw.from_native(answers).iter_rows(named=True)
        return {tuple(row[name] for name in KEYS): row for row in found}

    def _answer(
        self, key: tuple[Any, ...], row: Row, computed: Row | None, scored: Row | None
    ) -> Row:
        answer: Row = dict(zip(KEYS, key, strict=True)) | spread_cells(None)
        if self.goals is None and self.yearly:
            if row["__is_annual"]:
                return {**answer, **self._told[key], "melapor": 1, "seharusnya": 1}
            wanted = row[COUNTED]
            answer["melapor"], answer["seharusnya"] = row[USED], row["__parts_used"]
        else:
            wanted = self._wanted(key, smaller=bool(row["__small_any"]))
            answer["melapor"], answer["seharusnya"] = row[COUNTED], wanted
        if row["__itself"] and not row["__adds"]:
            return {**answer, **self._told[key]}
        told = (
            (BAD, kinds.NOT_ROLLED_UP),
            (NO_YEAR, kinds.YEAR_NEEDS_ITS_OWN_VALUE),
            (YEARLESS, kinds.YEAR_NOT_WHOLE),
        )
        codes = {kind.code for column, kind in told if row[column]}
        cells: Row = dict.fromkeys(ANSWERS) | {"temuan": "", "kurang": ""}
        if not row["__adds"]:
            cells["status"] = Status.UNDEFINED.value
            codes.add(kinds.NOT_ADDED_OVER_REGIONS.code)
            answer |= spread_cells(Distribution.of(self.values.get(key, ())))
        elif computed is None:
            cells["status"] = Status.INCOMPLETE.value
        else:
            cells = _whole_or_part(computed, scored, whole=row[COUNTED] == wanted)
            codes |= _codes_of(cells)
        return {**answer, **cells, "temuan": " ".join(sorted(codes))}

    @cached_property
    def values(self) -> Mapping[tuple[Any, ...], Sequence[Decimal]]:
        """The values that no sum is made of, by result; a double prints the published digits."""
        rows = self.items.filter((nw.col("__adds") == 0) & (nw.col(USED) == 1) & _there("nilai"))
        found = rows.select(*_GROUP, "nilai").collect().iter_rows()
        return grouped((row[:-1], Decimal(repr(float(row[-1])))) for row in found)

    @cached_property
    def _told(self) -> Mapping[tuple[Any, ...], Row]:
        """What regions report themselves, where it is taken as it is."""
        whole = nw.col(PERIOD) == nw.col("periode")
        rows = self.items.filter(whole & (nw.col("wilayah") == nw.col(GOAL)))
        found = {}
        for row in rows.select(*KEYS, *ANSWERS).collect().iter_rows(named=True):
            cells = {name: _plain(row[name]) for name in ANSWERS}
            if cells["status"] is not None:
                cells["temuan"] = " ".join(sorted(_codes_of(cells)))
            found[tuple(row[name] for name in KEYS)] = cells
        return found

    def _exactly(self, groups: set[tuple[Any, ...]]) -> Iterator[Row]:
        """Yield what the exact engine gives for the groups that columns cannot add."""
        if not groups:
            return
        items = near(self._going, _GROUP, groups).select(*_GROUP, "wilayah", "periode").collect()
        written = self._written_of(
            tuple(row[name] for name in KEYS)
            for row in items.iter_rows(named=True)
            if tuple(row[name] for name in _GROUP) in groups
        )
        written += [dict(row) for key in groups & self.own.keys() for row in self.own[key].rows]
        results = compute(written, self.catalog, regions=self.regions)
        rolled = rolled_up(results, self.places.goals, yearly=self.yearly, regions=self.regions)
        raw = {(key[0], year_of(key[1]), *key[2:]): key for key in groups}
        for result in rolled:
            key = raw.get((result.wilayah, result.tahun, result.periode, result.kode))
            if key is None or result.cakupan is None:
                continue
            yield {
                **dict(zip(KEYS, key, strict=True)),
                **cells_of(result),
                **spread_cells(result.sebaran),
                "temuan": " ".join(sorted({one.kode for one in result.temuan})),
                "melapor": result.cakupan.melapor,
                "seharusnya": result.cakupan.seharusnya,
            }

    def _written_of(self, items: Iterable[tuple[Any, ...]]) -> list[Row]:
        keys = {*items}
        rows = self._written(near(self.table, KEYS, keys)) if keys else []
        return [row for row in rows if tuple(row[name] for name in KEYS) in keys]

    @cached_property
    def _against(self) -> Mapping[tuple[Any, ...], set[str]]:
        """What periods of regions, and years beside them, say against each other, by result.

        Whether regions that report in two ways do so alike, the exact engine says where in doubt.
        """
        items = doubted(self.items.filter(nw.col(MIXED) == 1), self.numbers, self.applying)
        rows = [*items.select(*_GROUP, "wilayah", "periode").collect().iter_rows(named=True)]
        written = self._written_of(tuple(row[name] for name in KEYS) for row in rows)
        results = compute(written, self.catalog, regions=self.regions)
        years = rolled_up(results, None, yearly=True, regions=self.regions)
        told = {
            (year.wilayah, year.tahun, year.kode): AGAINST & {one.kode for one in year.temuan}
            for year in years
        }
        found: dict[tuple[Any, ...], set[str]] = {}
        for row in rows:
            codes = told.get((row["wilayah"], year_of(row["tahun"]), row["kode"]), frozenset())
            found.setdefault(tuple(row[name] for name in _GROUP), set()).update(codes)
        return found

    # -------------------------------------------------------------------------- the table it is

    def rolled(self) -> object:
        """Return the results as the kind of table that came in."""
        try:
            rows = self.rows()
        finally:
            for let_go in self.held:
                let_go()
        for row in rows if self.names else ():
            region = self.regions.get(row["wilayah"])
            version = self.version_of[row["kode"], year_of(row["tahun"]) or 0]
            row |= {"nama_wilayah": region and region.nama, "nama": version.indicator.nama}
        year = self.table.collect_schema()["tahun"]
        return native_table(rows, self.frame, self.native, year, names=self.names)


def _whole_or_part(computed: Row, scored: Row | None, *, whole: bool) -> Row:
    """Return the cells of a sum; that of a part is no achievement."""
    cells = {name: _plain(computed[name]) for name in ANSWERS}
    if not whole and cells["status"] != Status.REJECTED.value:
        cells["status"] = Status.INCOMPLETE.value
    if whole and scored is not None:
        cells |= {name: _plain(scored[name]) for name in ("capaian", "predikat")}
    return cells


def _codes_of(cells: Row) -> set[str]:
    said = str(cells["temuan"] or "").split()
    return {code for code in said if not code.startswith(_OF_WRITING)}


def _plain(value: object) -> object:
    return None if value != value else value  # noqa: PLR0124  # what is not a number differs from itself


def _there(name: str) -> nw.Expr:
    return ~nw.col(name).is_null()
