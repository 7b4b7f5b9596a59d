"""A large table in a file being computed by DuckDB: looked over once, whatever it is divided into.

What the computation of a part asks of the table, as which indicators occur or whether a key comes
twice, is answered from the whole: the file is read for it once, and its parts only for results.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.computation import NOWHERE, FrameComputation, Occurring, Part
from kesbang_iku.bulk.duckdb_sql import is_among, listed, named, place_among, rows_of, text_among
from kesbang_iku.bulk.families import Family, families_of
from kesbang_iku.bulk.input_table import FILE, LINE
from kesbang_iku.bulk.keys import BESIDE, KEYS, year_of
from kesbang_iku.bulk.libraries.duckdb_library import (
    MOST_LISTED,
    DuckdbLibrary,
    projected,
    with_columns,
)
from kesbang_iku.bulk.libraries.library import MOST_NAMES, REPEATED, Keys, Lazy, of_native
from kesbang_iku.bulk.region_names import RegionNames
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.vocabulary import AdminLevel

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_GROUPED: Final = 2_000_000
"""So many keys are grouped at once."""
_MEMBER: Final = "__of"
_COUNTED: Final = "menurut_kode"


class FileLibrary(DuckdbLibrary):
    """DuckDB over a file, whose engine keeps a table of its own."""

    enumerates: bool = True

    def __init__(self, con: DuckDBPyConnection) -> None:
        """Take the engine that the file is read by."""
        self.con = con

    def repeated(self, rows: Any, count: int) -> Lazy | None:  # noqa: ANN401  # a relation
        """Return the keys that come more than once, in a table that stays."""
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
        kept = of_native(self.con.table(REPEATED))
        return kept if self.count(kept) else None


@dataclass(frozen=True)
class FileComputation(FrameComputation):
    """The computation of a whole table, which is looked over once."""

    library: FileLibrary

    @cached_property
    def counted(self) -> Mapping[tuple[str | None, object], tuple[int, int]]:
        """By code and year, as the table spells them: how many rows, and how many name a region.

        Codes that nobody knows, and what is no year, are nothing here: of each there may be as many
        as there are rows.
        """
        pairs = self.table.to_native().aggregate("kode, tahun, count(*), count(wilayah)")
        pairs.create_view(_COUNTED, replace=True)
        counted: dict[tuple[str | None, object], tuple[int, int]] = {}
        for code, year, rows, placed in rows_of(self.library.con.execute(f"FROM {_COUNTED}")):
            known = code if code is not None and code in self.catalog else None
            pair = known, year if year_of(year) is not None else None
            before = counted.get(pair, (0, 0))
            counted[pair] = before[0] + rows, before[1] + placed
        return counted

    @cached_property
    def pairs(self) -> Sequence[tuple[object, object]]:
        """The pairs of code and year in the table, as it spells them."""
        return [*self.counted]

    def rows_by_code(self) -> Sequence[tuple[str | None, int, int]]:
        """Count the rows of each code, and those that name a region, families side by side.

        Last, of ``None``, are those of codes that the catalog does not spell so.
        """
        found: dict[str | None, tuple[int, int]] = {}
        for (code, _), (rows, placed) in self.counted.items():
            known = code if code in self.catalog.by_code else None
            before = found.get(known, (0, 0))
            found[known] = before[0] + rows, before[1] + placed
        codes = dict.fromkeys(code for one in self.families for code in one.codes)
        others = sorted(code for code in found if code is not None and code not in codes)
        return [(code, *found[code]) for code in (*codes, *others, None) if code in found]

    @cached_property
    def there(self) -> Sequence[AdminLevel | None]:
        """The levels of the regions that are reported of."""
        found = self._regions
        return [level for level, names in self.named.levels.items() if not found.isdisjoint(names)]

    @cached_property
    def _regions(self) -> frozenset[object]:
        return self._distinct("wilayah")

    @property
    def others(self) -> Sequence[str]:
        """What stands for a region and is none of those whose code is plain."""
        texts = {one for one in self._regions if isinstance(one, str)}
        self.library.all_named = sorted(texts) if len(texts) < MOST_NAMES else ()
        return sorted(texts.difference(self.plain_regions, ("",)))[:MOST_NAMES]

    @cached_property
    def texts(self) -> Mapping[str, frozenset[object]]:
        """All that stands in each key that is a text."""
        codes, years = zip(*self.pairs, strict=True) if self.pairs else ((), ())
        found = {
            "wilayah": self._regions,
            "tahun": frozenset(years),
            "periode": self._distinct("periode"),
            "kode": frozenset(codes),
        }
        return {name: found[name] for name in KEYS if self.schema[name] == nw.String}

    def _distinct(self, name: str) -> frozenset[object]:
        found = self.table.to_native().select(name).distinct().fetchall()
        return frozenset(one for (one,) in found)

    @cached_property
    def families(self) -> Sequence[Family]:
        """The indicators that occur, together with those that compute alike."""
        return families_of(self.applying, self.there, self._kind, self._apart)

    def of(self, codes: Container[str | None]) -> Sequence[Family]:
        """Return the indicators of some codes, together with those that compute alike."""
        found = (one.among(codes) for one in self.families)
        return [one for one in found if one.members]

    def rows_of(self, family: Family) -> int:
        """Return how many rows are of a family."""
        pairs = ((one.indicator.kode, year) for one in family.members for year in one.years)
        return sum(self.counted[pair][0] for pair in pairs if pair in self.counted)

    def _kind(self, _: Indicator, name: str) -> object:
        return self.schema.get(name) if self.layout == "wide" else None

    def _apart(self, indicator: Indicator) -> bool:
        """Say whether something stands in columns that say nothing of an indicator."""
        if self.layout == "long":
            return False
        return not self.filled.get(indicator.kode, set()) <= indicator.variables_by_name.keys()

    def _filled(self, asked: Sequence[str]) -> Iterator[tuple[object, Iterable[str]]]:
        # Cells are counted at less cost than looked into; what is no number is rare.
        counts = ", ".join(f"count({named(name)})" for name in asked)
        own = {one.indicator.kode: one.indicator.variables_by_name.keys() for one in self.applying}
        codes = [*(own or self.catalog.by_code)]
        query = f"{place_among('kode', codes)}, {counts}"
        told = [
            (None if place is None else codes[place], {*compress(asked, cells)})
            for place, *cells in self.table.to_native().aggregate(query).fetchall()
        ]
        if all(own.get(code, set()) >= names for code, names in told if code is not None):
            return iter(told)
        return super()._filled(asked)


@dataclass(frozen=True)
class PartComputation(FrameComputation):
    """The computation of a part of a table, which knows what is known of the whole.

    Attributes:
        whole: the table that ``frame`` is a part of.
        kode: the codes of the indicators that it is of.
        fewest: of families with fewer rows none is computed in columns, whose plan costs more.
        gather: works out the variables of a long table, side by side, and keeps them.
    """

    whole: FileComputation | None = None
    kode: frozenset[str | None] = frozenset()
    fewest: int = 0
    gather: Callable[[Lazy], Lazy] = field(default=lambda table: table)

    @property
    def _whole(self) -> FileComputation:
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

    # ---------------------------------------------------------------------- what computes alike

    @cached_property
    def families(self) -> Sequence[Family]:
        """The indicators that columns compute, together with those that compute alike."""
        found = self._whole.of(self.kode)
        return [one for one in found if self._whole.rows_of(one) >= self.fewest]

    def parts(self) -> Iterator[Part]:
        """Yield the rows of each family, not yet counted."""
        return (self._of_family(one) for one in self.families)

    def _of_family(self, family: Family) -> Part:
        """Return the rows of a family, the numbers of each under the names of the first."""
        if len(family.members) == 1:
            return self._part(family.first)
        rows = self._rows(family.members)
        alike = self._wide_alike if self.layout == "wide" else self._long_alike
        return self._part(family.first, alike(rows, family), family.called)

    def _rows(self, members: Sequence[Occurring]) -> Lazy:
        # What holds of all rows of the part is not asked of each.
        codes, years, rows = {one.indicator.kode for one in members}, members[0].years, self.table
        if codes != self.kode:
            rows = of_native(rows.to_native().filter(is_among("kode", sorted(codes))))
        if any(code in codes and year not in years for code, year in self._whole.pairs):
            rows = rows.filter(nw.col("tahun").is_in([*years]))
        return rows.filter(~NOWHERE) if self.layout == "long" else rows

    def _long(self, rows: Lazy, indicator: Indicator) -> tuple[Lazy, list[nw.Expr]]:
        """Gather the rows of each key once: for results, and for what is strange.

        Texts among few are grouped as small numbers, in half the time.
        """
        keys = [self._as_number(name) for name in KEYS]
        rows = projected(rows, [f"* REPLACE ({', '.join(keys)})"])
        found, strange = super()._long(rows, indicator)
        return self.gather(found), strange

    def _as_number(self, name: str) -> str:
        texts = self._whole.texts.get(name, frozenset())
        known = sorted(text for text in texts if isinstance(text, str))
        few = known and len(known) <= MOST_LISTED
        return f"{text_among(name, known) if few else name} AS {name}"

    @property
    def _order(self) -> Sequence[str]:
        return () if self.keys.repeated is None else (FILE, LINE)

    @property
    def _strange_repeats(self) -> Sequence[nw.Expr]:
        # They are computed as all others are, and put together afterwards.
        return ()

    def _wide_alike(self, rows: Lazy, family: Family) -> Lazy:
        rows = with_columns(rows, [f"{place_among('kode', family.codes)} AS {_MEMBER}"])
        others = [name for name in self.told if name not in {*self.variables, *BESIDE}]
        gathered = (
            f"{_chosen([*map(named, names)])} AS {named(names[0])}"
            for names in zip(*family.names, strict=True)
            if names[0] in self.schema
        )
        return projected(rows, [*map(named, (*others, *self._order)), *gathered])

    def _long_alike(self, rows: Lazy, family: Family) -> Lazy:
        theirs = [dict(zip(names, family.names[0], strict=True)) for names in family.names]
        every = sorted({name for names in family.names for name in names})
        own = [one.get(name, "") for one in theirs for name in every]
        place = place_among("kode", family.codes)
        place = f"{place} * {len(every)} + {place_among('variabel', every)}"
        return projected(rows, [f"* REPLACE ({listed(own, place)} AS variabel)"])


def _chosen(columns: Sequence[str], first: int = 0) -> str:
    """Return the column at the place of the member, halving them: asking for each costs as much."""
    if len(columns) == 1:
        return columns[0]
    half = len(columns) // 2
    lower, upper = _chosen(columns[:half], first), _chosen(columns[half:], first + half)
    return f"CASE WHEN {_MEMBER} < {first + half} THEN {lower} ELSE {upper} END"
