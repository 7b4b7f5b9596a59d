"""The whole script: what it loads, and the view or the queries that compute with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, Literal, get_args

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.publish.sql.dialects import Dialect
from kesbang_iku.publish.sql.numbers import (
    PREPARED,
    NumberColumn,
    numbers_of_texts,
    seen,
    value_of,
    whole_units,
)
from kesbang_iku.publish.sql.results import KEYS, Results, Shape, is_chosen, period_of
from kesbang_iku.publish.sql.rows import (
    COEFFICIENTS,
    DEFINITIONS,
    PERIOD_NAMES,
    REGIONS,
    Applying,
    Most,
    applying,
    coefficient_rows,
    definition_row,
    most,
    region_rows,
    sums_of,
    table_of,
)
from kesbang_iku.publish.sql.targets import NoTargets, NumberTargets, Step, Targets, TextTargets
from kesbang_iku.publish.sql.wide import WideSums

TextColumn = Literal["nilai", "target"]
TEXT_COLUMNS: Final[tuple[TextColumn, ...]] = get_args(TextColumn)


@dataclass(frozen=True)
class Script:
    """A script of SQL.

    Attributes:
        catalog: the standard.
        regions: the register of regions.
        dialect: the database it is for.
        codes: the indicators; all where it is empty.
        source: the table of reports.
        view: the view that is made.
        texts: the columns of the table that are texts, as regions write numbers.
        targets: whether the table has targets.
        language: of the remarks.
    """

    catalog: Catalog
    regions: Regions
    dialect: Dialect
    codes: tuple[str, ...] = ()
    source: str = "laporan"
    view: str = "hasil"
    texts: tuple[TextColumn, ...] = ()
    targets: bool = True
    language: Language = "id"

    def long(self) -> str:
        """Return the script over a table with a row a variable."""
        return self._written(self.long_statements(), Text.same(self.view))

    def long_statements(self) -> Iterator[str]:
        """Yield its statements one by one, as a program sends them."""
        shape = self._shape(self.found)
        dialect, view = self.dialect, self.dialect.name(self.view)
        kind = "OR REPLACE TEMPORARY VIEW" if dialect.temporary else "VIEW"
        if not dialect.temporary:
            yield f"DROP VIEW IF EXISTS {view}"
        yield from self.wide_statements()
        rows = [row for one in self.found for row in coefficient_rows(one, shape.most.own)]
        coefficients = self._table(COEFFICIENTS)
        yield from table_of(coefficients, ("kode", "variabel", "mulai"), rows, dialect)
        yield f"CREATE {kind} {view} AS\n{self._query(self._long_sums(shape), shape)}"

    def wide(self) -> str:
        """Return the script over a table with a column for each variable: a query for each code."""
        statements = (*self.wide_statements(), *self.wide_queries().values())
        return self._written(statements, said.SQL_QUERIES)

    def wide_statements(self) -> Iterator[str]:
        """Yield the statements that make what every query reads: definitions, regions, periods."""
        at_most = most(self.found)
        rows = [definition_row(one, at_most) for one in self.found]
        definitions, regions = map(self._table, (DEFINITIONS, REGIONS))
        yield from table_of(definitions, ("kode", "mulai"), rows, self.dialect)
        yield from table_of(regions, ("kode",), [*region_rows(self.regions)], self.dialect)
        periods = [{"kode": one} for one in PERIODS]
        yield from table_of(self._table(PERIOD_NAMES), ("kode",), periods, self.dialect)

    def wide_queries(self) -> Mapping[str, str]:
        """Return the query of each code."""
        queries = {}
        for code in dict.fromkeys(one.kode for one in self.found):
            found = tuple(one for one in self.found if one.kode == code)
            shape = self._shape(found)
            wide = WideSums(
                found,
                self.dialect,
                self._targets(shape),
                self.dialect.name(self.source),
                texts="nilai" in self.texts,
            )
            queries[code] = self._query(wide.steps(shape.most), shape)
        return queries

    @cached_property
    def found(self) -> Sequence[Applying]:
        """What applies to each code in each year."""
        return [*applying(self.catalog, self.codes or self.catalog.codes)]

    # ------------------------------------------------------------------------------- the pieces

    def _table(self, name: str) -> str:
        """Return the name of a table: each view has its own, and nobody else has one called so."""
        return self.dialect.name(self.view, f"_iku_{name}")

    def _written(self, statements: Iterable[str], made: Text) -> str:
        told = (*self._settings(), *statements)
        ends = (self.dialect.begin, self.dialect.commit)
        begin, commit = (f"{one};\n" if one else "" for one in ends)
        body = "".join(f"{statement};\n" for statement in told)
        remarks = "".join(f"{line}\n" for line in self._remarks(made))
        return f"{remarks}{begin}{body}{commit}"

    def _settings(self) -> Iterator[str]:
        if self.dialect.nama == "mariadb":
            yield "SET NAMES utf8mb4"
            yield "SET sql_mode = replace(@@sql_mode, 'EMPTY_STRING_IS_NULL', '')"
        if self.dialect.nama == "postgresql":
            yield "SET client_encoding TO 'UTF8'"
            yield "SET client_min_messages TO warning"

    def _remarks(self, made: Text) -> Iterator[str]:
        """Yield what the script is, and which indicators it leaves to the exact engine."""
        left = [
            f"{one.kode}@{one.indicator.versi}"
            for one in self.found
            if one.indicator is not None and one.coefficients is None
        ]
        facts = {
            "versi": __version__,
            "dialek": self.dialect.nama,
            "sumber": self.source,
            "dibuat": made,
            "tidak": ", ".join(left) or "-",
        }
        text: Text = said.SQL_HEAD.filled(**facts)
        for line in text.plain(self.language).splitlines():
            yield f"-- {''.join(sign if sign.isprintable() else ' ' for sign in line)}"

    def _shape(self, found: Sequence[Applying]) -> Shape:
        known = [one.indicator for one in found if one.indicator is not None]
        return Shape(
            # Names stand in the table as wide as the longest of all.
            replace(most(found), width=most(self.found).width),
            self.catalog.tables,
            tuple(dict.fromkeys(one.capaian for one in known)),
            tuple(dict.fromkeys(one.predikat for one in known)),
            tuple(dict.fromkeys(name for one in known for name in one.category_scales)),
        )

    def _targets(self, shape: Shape) -> Targets:
        if not self.targets:
            return NoTargets(self.dialect)
        if "target" in self.texts:
            scales = {name: shape.tables.scales[name] for name in shape.value_scales}
            return TextTargets(self.dialect, scales)
        return NumberTargets(self.dialect)

    def _query(self, sums: Iterable[Step], shape: Shape) -> str:
        """Return the query that makes results of the sums, the last of which is ``iku_kunci``."""
        results = Results(shape, self.dialect, self._targets(shape))
        columns = [*definition_row(self.found[0], shape.most)]
        keep = self.dialect.step.format
        steps = [
            keep(name, query) if name == PREPARED else f"{name} AS ({query})"
            for name, query in sums
        ]
        after = [("iku_gabung", self._joined(columns)), *results.steps("iku_gabung")]
        steps += [keep(*one) for one in after]
        answer, listed = ",\n  ".join(results.answer()), ",\n".join(steps)
        return f"WITH\n{listed}\nSELECT {answer}\nFROM iku_capaian"

    def _joined(self, columns: Sequence[str]) -> str:
        """Return the sums with what the standard says of the code and the region."""
        year = self.dialect.year.format("s.tahun")
        of_definition = ", ".join(f"d.{name}" for name in columns if name not in _OF_KEY)
        return (
            f"SELECT s.*, d.mulai AS dikenal, {of_definition},\n"
            f"  w.tingkat, w.jenjang AS setingkat, w.mulai AS sejak, p.kode AS masa\n"
            f"FROM iku_kunci s LEFT JOIN {self._table(DEFINITIONS)} d\n"
            f"ON d.kode = s.kode AND s.tahun BETWEEN d.mulai AND d.selesai AND {year}\n"
            f"LEFT JOIN {self._table(REGIONS)} w ON w.kode = s.wilayah\n"
            f"LEFT JOIN {self._table(PERIOD_NAMES)} p ON p.kode = s.periode"
        )

    # ------------------------------------------------------------------- the sums of a long table

    def _long_sums(self, shape: Shape) -> Iterator[Step]:
        texts = "nilai" in self.texts
        yield "iku_baris", self._rows(self._targets(shape), shape.most)
        if texts:
            yield from numbers_of_texts("iku_baris", ["x"], self.dialect)
        yield "iku_satuan", self._units("iku_angka" if texts else "iku_baris")
        yield "iku_kunci", self._sums(shape.most)

    def _rows(self, targets: Targets, at_most: Most) -> str:
        """Return the rows of the table, each with the coefficients of its variable."""
        text = self.dialect.cast_text.format
        code, year = text("l.kode"), self.dialect.year.format("l.tahun")
        number = value_of("l.nilai", "x", self.dialect, texts="nilai" in self.texts)
        known = [*_OF_VARIABLE, *sums_of(at_most).values()]
        here = ""
        if self.codes:
            here = f"\nWHERE {is_chosen(code, self.codes, self.dialect)}"
        return (
            f"SELECT {text('l.wilayah')} AS wilayah, l.tahun AS tahun,\n"
            f"  {period_of(text('l.periode'))} AS periode, {code} AS kode,\n"
            f"  {number},\n  {targets.row('l.target')} AS t,\n"
            f"  {', '.join(f'k.{name}' for name in known)}\n"
            f"FROM {self.dialect.name(self.source)} l\n"
            f"LEFT JOIN {self._table(COEFFICIENTS)} k\n"
            f"ON k.kode = {code} AND k.variabel = {text('l.variabel')}\n"
            f"  AND l.tahun BETWEEN k.mulai AND k.selesai AND {year}{here}"
        )

    def _units(self, source: str) -> str:
        """Return each number as a whole number of units, where it is within its range."""
        units = whole_units("x", "satuan", self.dialect)
        return (
            f"SELECT b.*, CASE WHEN x BETWEEN dari AND sampai THEN {units} END AS u\n"
            f"FROM {source} b"
        )

    def _sums(self, at_most: Most) -> str:
        """Return the sums of each key: the one place where rows are put together."""
        sums = {name: f"{column} * u" for name, column in sums_of(at_most).items()}
        sums["ada"] = seen(_OF_COLUMN)
        columns = ",\n  ".join(f"coalesce(sum({one}), 0e0) AS {name}" for name, one in sums.items())
        keys = ", ".join(KEYS)
        return (
            f"SELECT {keys},\n  {columns},\n  min(t) AS t_kecil, max(t) AS t_besar\n"
            f"FROM iku_satuan GROUP BY {keys}"
        )


_OF_VARIABLE: Final = (*("satuan", "bawah", "atas", "dari", "sampai", "bobot"),)
# What a join carries is as little as can be: without a unit it is no variable, and whole is what
# has 1 to 1.
_OF_COLUMN: Final = NumberColumn(
    *("x", "u", "satuan", "satuan = 1e0", "bawah", "atas", "satuan IS NULL", "bobot")
)
_OF_KEY: Final = frozenset({"kode", "mulai", "selesai"})
