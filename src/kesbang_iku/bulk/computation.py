"""One table of reports being computed, over narwhals: what columns prove, and the rest exactly.

Before a row is computed the table is looked over once: which indicators there are, whether a key
comes twice, and how many rows are strange, which columns cannot prove. Where none is, as in most
tables, the results are a plan of expressions and nothing else, which a lazy library runs as it
likes; only a part with strange rows is divided.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial, reduce
from operator import itemgetter, or_
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import certain, keyed, nothing
from kesbang_iku.bulk.exact_rows import exact_answers
from kesbang_iku.bulk.indicator_columns import (
    ANSWERS,
    BEYOND,
    MARKS,
    STRANGE,
    IndicatorColumns,
    LevelCodes,
    Schema,
    no_answers,
)
from kesbang_iku.bulk.keys import BESIDE, KEYS, LONG, NAMES, ORDER, TOLD, Layout, told_keys, year_of
from kesbang_iku.bulk.libraries.library import REPEATED, Keys, Lazy, Library, number_of, typed_table
from kesbang_iku.bulk.numbers import numbers_of
from kesbang_iku.bulk.region_names import RegionNames
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.variable_columns import VariableNames, slips
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.sources.csv_reader import clean_header

NOWHERE: Final = nw.col("wilayah").is_null()
FEWEST_IN_COLUMNS: Final = 50
"""To plan columns for an indicator takes as long as to compute so many of its rows one by one."""
_AT_ONCE: Final = 90
"""So many columns are grouped at once; of a hundred pandas warns."""


@dataclass(frozen=True, slots=True)
class Occurring:
    """A version of an indicator that rows are of.

    Attributes:
        indicator: the version that applies in their years, the newest where none does.
        years: the years, as they are written, and what they are.
        applies: whether it applies.
    """

    indicator: Indicator
    years: dict[object, int]
    applies: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one indicator, as far as they are common to all results.

    Attributes:
        columns: the indicator.
        table: its rows, with the columns that results are made of.
        schema: the types of the columns that were told of.
        rows: how many rows there are.
        strange: how many of them are strange.
        beyond: how many of them have a target outside of what their indicator can be.
    """

    columns: IndicatorColumns
    table: Lazy
    schema: Schema
    rows: int = 0
    strange: int = 0
    beyond: int = 0


@dataclass(frozen=True)
class FrameComputation:
    """One table being computed."""

    frame: nw.DataFrame[Any] | nw.LazyFrame[Any]
    catalog: Catalog
    regions: Regions
    layout: Layout
    library: Library
    names: bool = False
    keys_repeat: bool = False
    """Whether keys were found to repeat by a library that counts them with the rest."""

    @property
    def answers(self) -> Sequence[str]:
        """The columns of the results."""
        return (*told_keys(names=self.names), *ANSWERS)

    @cached_property
    def table(self) -> nw.LazyFrame[Any]:
        """The table with its keys as they are compared; of an eager one the rows are numbered."""
        frame = self.frame
        return keyed(
            frame.with_row_index(ORDER).lazy() if isinstance(frame, nw.DataFrame) else frame
        )

    @cached_property
    def schema(self) -> Schema:
        """The types of the columns."""
        return self.library.types(self.table)

    @cached_property
    def variables(self) -> frozenset[str]:
        """The names of the variables of the indicators that occur, in all their versions.

        However their codes are spelt, and whatever stands for a year: their rows have numbers. And
        columns of a wide table that only come near to one, or are of another indicator.
        """
        codes = {code for code, _ in self.pairs if isinstance(code, str) and code in self.catalog}
        known = VariableNames.of(sorted(codes), self.catalog)
        headers = {name: clean_header(name) for name in self.schema if self.layout == "wide"}
        wrong = frozenset(slips(headers.values(), known, self.catalog))
        return frozenset({*known.names, *(name for name, one in headers.items() if one in wrong)})

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The columns that say something to the library."""
        wide = self.layout == "wide"
        known = TOLD.difference(LONG) | self.variables if wide else TOLD
        return tuple(name for name in self.schema if name in known)

    @property
    def codes(self) -> LevelCodes:
        """The regions there are, by level; without those of whose code something is to be said."""
        return self.regions.plain

    @cached_property
    def named(self) -> RegionNames:
        """The regions as the table names them, otherwise spelt and unknown ones too."""
        clean = self.layout == "wide" and self.library.maps_keys and self._mapped.known
        others = () if clean else self.others
        return RegionNames.of(self.codes, others, self.catalog, self.regions)

    @property
    def others(self) -> Sequence[str]:
        """What stands for a region and is none of those whose code is plain."""
        return self.library.others(self.table, self.plain_regions)

    @property
    def plain_regions(self) -> list[str]:
        """The regions of whose code nothing is to be said."""
        return [code for codes in self.codes.values() for code in codes]

    @cached_property
    def pairs(self) -> Sequence[tuple[object, object]]:
        """The pairs of code and year in the table, as it spells them."""
        return self.library.occurring(self.table, self.plain_regions)

    @cached_property
    def spelt_codes(self) -> frozenset[str]:
        """The codes that are spelt otherwise than in the catalog, which knows them all the same."""
        codes = {code for code, _ in self.pairs if isinstance(code, str)}
        return frozenset(
            code for code in codes if code not in self.catalog.by_code and code in self.catalog
        )

    @cached_property
    def occurring(self) -> tuple[Sequence[Occurring], bool]:
        """The indicators that occur, and whether that is all: no row is of another code or year."""
        found: dict[tuple[str, str, bool], Occurring] = {}
        whole = True
        for code, year in self.pairs:
            number = year_of(year)
            versions = self.catalog.by_code.get(code, ()) if isinstance(code, str) else ()
            if number is None or not versions:
                whole = False
                continue
            in_force = [one for one in versions if number in one.berlaku]
            one, applies = (in_force or versions)[-1], bool(in_force)
            start = Occurring(one, {}, applies=applies)
            found.setdefault((one.kode, one.versi, applies), start).years[year] = number
        return [found[key] for key in sorted(found)], whole

    @property
    def applying(self) -> Sequence[Occurring]:
        """The indicators that occur."""
        return self.occurring[0]

    @cached_property
    def filled(self) -> Mapping[object, set[str]]:
        """By code, the columns in which something stands that not every indicator has."""
        own = [one.indicator.variables_by_name.keys() for one in self.applying]
        common = frozenset.intersection(*map(frozenset, own)) if own else frozenset()
        further = {*BESIDE, *(self.variables - common)}
        asked = [name for name in self.told if name in further]
        filled: dict[object, set[str]] = {}
        for start in range(0, len(asked), _AT_ONCE):
            for code, names in self._filled(asked[start : start + _AT_ONCE]):
                filled.setdefault(code, set()).update(names)
        return filled

    def _filled(self, asked: Sequence[str]) -> Iterator[tuple[object, Iterable[str]]]:
        """Yield for each code in which of some columns something stands."""
        one, none = nw.lit(1), nw.lit(0)
        marks = {
            name: nw.when(_filled(name, self.schema)).then(one).otherwise(none) for name in asked
        }
        marked = self.table.select("kode", **marks)
        found = marked.group_by("kode").agg(*(nw.col(name).max() for name in asked))
        for row in self.library.rows(found):
            yield row["kode"], [name for name in asked if row[name]]

    @property
    def frame_is_eager(self) -> bool:
        """Whether the table is held whole."""
        return isinstance(self.frame, nw.DataFrame)

    @cached_property
    def keys(self) -> Keys:
        """What is known of the keys of a wide table; a long one is gathered by them."""
        if self.layout == "long":
            return Keys(known=False, repeated=None)
        if self.library.counts_keys and not self.keys_repeat:
            _ = self.pairs  # whoever looks for them sees what regions and periods there are
            return Keys(known=self.library.known_keys, repeated=None)
        if not self.library.maps_keys or not self.named.others:
            return self._mapped
        return self._keys(self.named.levels)

    @cached_property
    def _mapped(self) -> Keys:
        """The same, where regions that are spelt otherwise are not looked at."""
        return self._keys(self.codes)

    def _keys(self, levels: LevelCodes) -> Keys:
        regions = [code for codes in levels.values() for code in codes]
        applying, whole = self.occurring
        codes = sorted({one.indicator.kode for one in applying})
        if whole and len(codes) == 1:
            codes = []
        return self.library.keys(self.table, regions, codes)

    # -------------------------------------------------------------------------------- the result

    def computed(self) -> object:
        """Return the results as the kind of table that came in."""
        if self._is_small:
            return self._one_by_one()
        parts, elsewhere, repeated = self._counted([*self.parts()])
        if repeated and not self.keys_repeat:
            return replace(self, keys_repeat=True).computed()
        ordered = self.library.in_order(self.frame)
        if ordered is not self.frame and self.keys.repeated is not None and not self._numbered:
            made: Lazy = nw.from_native(replace(self, frame=ordered).computed())
            return made.drop(ORDER, strict=False).to_native()
        strange = [self._strange(part) for part in parts if part.strange]
        if elsewhere:
            strange.append(self._elsewhere())
        regular = [self._regular(part) for part in parts if part.strange < part.rows]
        if self.frame_is_eager:
            return self._eager(regular, strange)
        whole = self.library.together(regular) if regular else self._none()
        if not strange:
            return whole.to_native()
        try:
            return self.library.with_answers(whole, strange, self._exact)
        except NotImplementedError:
            count = elsewhere + sum(part.strange for part in parts)
            engine = str(self.frame.implementation)
            raise ValueError(said.NEEDS_EXACT.filled(jumlah=count, mesin=engine).en) from None

    @property
    def _is_small(self) -> bool:
        """Whether its rows are computed one by one in less time than columns for them are planned.

        Spark is not asked: it looks into every piece of a table to tell that there are few rows.
        """
        few = FEWEST_IN_COLUMNS * len(self.applying)
        if isinstance(self.frame, nw.DataFrame):
            return len(self.frame) < few
        asked = few > 0 and not self.frame.implementation.is_spark_like()
        return asked and self.library.count(self.table.head(few)) < few

    def _one_by_one(self) -> object:
        if self.frame_is_eager:
            return self._eager((), [self.table])
        rows = self.library.in_order(self.table)
        return self.library.with_answers(self._none(), [rows], self._exact)

    def _eager(self, regular: Sequence[Lazy], strange: Sequence[Lazy]) -> object:
        whole = [part.collect() for part in regular]
        # Of rows that contradict each other it matters which comes first, and a join may turn them.
        collected = [rows.collect().sort(ORDER) for rows in strange]
        answers = [one for rows in collected for one in self._exact(rows.iter_rows(named=True))]
        if answers or not whole:
            whole.append(self._made(answers, whole, collected))
        alone = len(whole) == 1 and not answers
        if alone and self.layout == "wide" and self.keys.repeated is None:
            return whole[0].drop(ORDER).to_native()
        return self.library.labelled_rows(nw.concat(whole).sort(ORDER), self.frame)

    # --------------------------------------------------------------------------------- the parts

    def parts(self) -> Iterator[Part]:
        """Yield the rows of each indicator, not yet counted."""
        return map(self._part, self.applying)

    def _part(
        self,
        one: Occurring,
        rows: Lazy | None = None,
        called: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Part:
        """Return the rows of an indicator; or of its like, under its names, where they are told."""
        indicator, named = one.indicator, self.named
        numeric = self.schema["tahun"].is_numeric()
        columns = IndicatorColumns(
            indicator,
            named.levels,
            self.library,
            named.said(),
            named.late(one.years),
            nw.col("tahun") if numeric else number_of("tahun", one.years),
            applies=one.applies,
            called=called or {},
            foreign=self._foreign(indicator) if self.layout == "wide" else {},
        )
        rows = self._rows([one]) if rows is None else rows
        if self.layout == "long":
            rows, strange = self._long(rows, indicator)
            schema: Schema = dict(rows.collect_schema())
        else:
            rows, strange = self._wide(rows, indicator, columns.foreign)
            schema = self.schema
        table = columns.prepared(rows, schema, strange, keys_known=self.keys.known)
        return Part(columns, table, schema)

    def _rows(self, members: Sequence[Occurring]) -> Lazy:
        """Return the rows of an indicator, or of some, all in the same years."""
        applying, whole = self.occurring
        if len(applying) > len(members) or not whole:
            return self.table.filter(reduce(or_, map(self._is, members)))
        return self.table.filter(~NOWHERE) if self.layout == "long" else self.table

    def _foreign(self, indicator: Indicator) -> Mapping[str, nw.Expr]:
        """Return where something stands beyond doubt in columns of variables it does not have."""
        # Of a variable of another version of it something else is said.
        versions = self.catalog.versions(indicator.kode)
        apart = {*BESIDE, *(name for one in versions for name in one.variables_by_name)}
        others = self.filled.get(indicator.kode, set()) - apart
        return {one: certain(_stands(one, self.schema)) for one in self.told if one in others}

    def _wide(
        self, rows: Lazy, indicator: Indicator, foreign: Mapping[str, nw.Expr]
    ) -> tuple[Lazy, list[nw.Expr]]:
        own = indicator.variables_by_name
        told = [name for name in self.told if name in self.schema]
        other = [name for name in told if name in BESIDE or name in self.variables - own.keys()]
        filled = [name for name in other if name in self.filled.get(indicator.kode, ())]
        order = [name for name in self._order if name in self.schema]
        # Columns that say nothing of an indicator would be carried through every step of it.
        rows = rows.select(*(name for name in told if name not in other or name in filled), *order)
        if self.frame_is_eager and len(self.applying) > 1:
            rows = rows.collect().lazy()
        strange = [_filled(name, self.schema) for name in filled if name not in foreign]
        strange += [_filled(name, self.schema) & ~told for name, told in foreign.items()]
        if self.keys.repeated is None:
            return rows, strange
        rows = self.library.marked(rows, self.keys.repeated)
        return rows, [*strange, *self._strange_repeats]

    @property
    def _order(self) -> Sequence[str]:
        """The columns that tell in which order the rows of a key come."""
        return (ORDER,)

    @property
    def _strange_repeats(self) -> Sequence[nw.Expr]:
        """Where a row is strange as its key comes more than once."""
        return [~nw.col(REPEATED).is_null()]

    def _long(self, rows: Lazy, indicator: Indicator) -> tuple[Lazy, list[nw.Expr]]:
        """Gather the rows of each key: its variables and its target side by side."""
        names = [*indicator.variables_by_name]
        number = numbers_of("nilai", self.schema["nilai"])
        strange = [~nw.col("variabel").is_in(names), nw.col("variabel").is_null(), *number.strange]
        strange += [_filled(name, self.schema) for name in BESIDE if name in self.schema]
        gathered: dict[str, nw.Expr] = {
            name: nw.when(nw.col("variabel") == name).then(number.value) for name in names
        }
        if "target" in self.schema:
            target = numbers_of("target", self.schema["target"])
            gathered["target"] = target.value
            strange += target.strange
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
        marked = certain(reduce(or_, [nw.col(STRANGE) > 0, *contradictory]))
        least = [f"__least_{name}" for name in gathered]
        return found.with_columns(marked.alias(STRANGE)).drop(*least), [nw.col(STRANGE)]

    def _counted(self, parts: Sequence[Part]) -> tuple[Sequence[Part], int, int]:
        """Return the parts with how many rows of theirs are strange, and what else is counted.

        That is the rows of no part, and the rows of keys that a library found to repeat.
        """
        none = {name: nw.lit(0) for name in (*MARKS, "repeated")}
        repeating = self.layout == "wide" and not self.keys_repeat
        asked = [self.library.counted(part.table, MARKS, repeating=repeating) for part in parts]
        if not self._parts_are_all:
            asked.append(self.table.select(n=nw.len()).with_columns(**none))
        numbers = [nw.col(name).cast(nw.Int64) for name in ("n", *none)]
        one_query = self.library.together(
            [
                table.select(*numbers, nw.lit(place).alias("place"))
                for place, table in enumerate(asked)
            ]
        )
        counts = _in_order(self.library.rows(one_query))
        counted = [
            replace(part, rows=row["n"], strange=row[STRANGE], beyond=row[BEYOND])
            for part, row in zip(parts, counts, strict=False)
        ]
        repeated = sum(row["repeated"] for row in counts)
        if self.layout == "long":
            return counted, self.library.count(self._elsewhere()), repeated
        told = sum(part.rows for part in counted)
        return counted, 0 if self._parts_are_all else counts[-1]["n"] - told, repeated

    @property
    def _parts_are_all(self) -> bool:
        """Whether nobody need ask how many rows there are, since all are of one part."""
        applying, whole = self.occurring
        return len(applying) == 1 and whole

    def _regular(self, part: Part) -> Lazy:
        table = part.table.filter(~nw.col(STRANGE)) if part.strange else part.table
        order = [ORDER] if ORDER in self.schema else []
        answered = part.columns.answered(table, part.schema, beyond=bool(part.beyond))
        if self.names:
            called = self.named.called
            known = nw.col("wilayah").replace_strict(
                [*called], [*called.values()], default=None, return_dtype=nw.String
            )
            name = nw.lit(part.columns.indicator.nama)
            answered = answered.with_columns(nama_wilayah=known, nama=name)
        return answered.select(*self.answers, *order)

    # ------------------------------------------------------------------- what columns cannot prove

    def _strange(self, part: Part) -> Lazy:
        """Return the rows of a part that take the exact engine, as they were told."""
        rows = part.table.filter(nw.col(STRANGE))
        if self.layout == "wide":
            return rows.drop(*(name for name in rows.collect_schema() if name not in self.schema))
        table = self.table if self._numbered else self.library.in_order(self.table)
        # PyArrow joins no table with lists in it, whatever they are of.
        names = (name for name in table.collect_schema() if name in {*self.told, ORDER})
        return table.select(*names).join(rows.select(*KEYS), on=[*KEYS], how="semi")

    @property
    def _numbered(self) -> bool:
        """Whether the rows have numbers that keep their order."""
        return ORDER in self.schema

    def _is(self, one: Occurring) -> nw.Expr:
        here = (nw.col("kode") == one.indicator.kode) & nw.col("tahun").is_in([*one.years])
        # Rows of a long table are found again by their keys, and what is missing is never found.
        return here & ~NOWHERE if self.layout == "long" else here

    def _elsewhere(self) -> Lazy:
        """Return the rows of no indicator that applies."""
        known = [self._is(one) for one in self.applying]
        return self.table.filter(~certain(reduce(or_, known))) if known else self.table

    @property
    def _exact(self) -> Callable[[Iterable[Mapping[str, Any]]], list[dict[str, Any]]]:
        """What computes rows one by one; it can be sent elsewhere, as the table itself cannot."""
        return partial(exact_answers, columns=self.told, catalog=self.catalog, regions=self.regions)

    def _made(
        self,
        answers: Sequence[Mapping[str, Any]],
        like: Sequence[nw.DataFrame[Any]],
        rows: Sequence[nw.DataFrame[Any]],
    ) -> nw.DataFrame[Any]:
        """Return answers beside the keys of their rows, of the types that these have."""
        schema = dict(like[0].schema) if like else self._answer_schema()
        told = {name: kind for name, kind in schema.items() if name not in KEYS}
        data = {name: [answer[name] for answer in answers] for name in told}
        made = typed_table(data, told, self.frame.implementation)
        none = self.table.head(0).collect()
        keys = nw.concat([one.select(*KEYS, ORDER) for one in (none, *rows)])
        return keys.join(made, on=ORDER).select(*schema)

    def _answer_schema(self) -> dict[str, Any]:
        kinds: dict[str, Any] = dict.fromkeys(("nilai", "capaian"), nw.Float64())
        answers = {name: kinds.get(name, nw.String()) for name in self.answers}
        return {**answers, ORDER: self.schema[ORDER]}

    def _none(self) -> Lazy:
        never = nw.col("wilayah").is_null() & ~nw.col("wilayah").is_null()
        table = self.table.filter(never).with_columns(*no_answers())
        if self.names:
            table = table.with_columns(*(nothing(text=True).alias(one) for one in NAMES.values()))
        return table.select(*self.answers)


def _filled(name: str, schema: Schema) -> nw.Expr:
    column = nw.col(name)
    if schema[name].is_float():
        return ~column.is_null() & ~column.is_nan()
    if schema[name] == nw.String:
        return ~column.is_null() & (column != "")
    return ~column.is_null()


def _stands(name: str, schema: Schema) -> nw.Expr:
    """Return where something stands in a column beyond doubt; a text may be blank."""
    kind = schema[name]
    if kind == nw.String:
        return nw.col(name).str.contains("[0-9A-Za-z]")
    return _filled(name, schema) if kind.is_numeric() or kind == nw.Boolean else nw.lit(False)


def _in_order(counts: Iterable[Mapping[str, Any]]) -> list[dict[str, int]]:
    """Return rows of counts by their place; of no rows a library may sum nothing up."""
    ordered = sorted(counts, key=itemgetter("place"))
    return [{name: number or 0 for name, number in row.items()} for row in ordered]
