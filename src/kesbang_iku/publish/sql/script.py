"""The whole script: what it loads, and the view or the queries that compute with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.publish.sql.dialects import DIALECTS, Dialect
from kesbang_iku.publish.sql.results import (
    ABOVE,
    BELOW,
    BROKEN,
    DOUBTFUL,
    FOREIGN,
    KEYS,
    Results,
    Shape,
)
from kesbang_iku.publish.sql.rows import (
    COEFFICIENTS,
    DEFINITIONS,
    REGIONS,
    Applying,
    applying,
    coefficient_rows,
    definition_row,
    most,
    region_rows,
    table_of,
)
from kesbang_iku.publish.sql.targets import (
    BEYOND,
    NoTargets,
    NumberTargets,
    Targets,
    TextTargets,
    number_in,
    number_or_beyond,
    prepared,
    whole_units,
)

TextColumn = Literal["nilai", "target"]


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
        return self._written(self.found, self.long_statements())

    def long_statements(self) -> Iterator[str]:
        """Yield its statements one by one, as a program sends them."""
        names, rules = most(self.found)
        dialect, view = self.dialect, self.dialect.name(self.view)
        kind = "OR REPLACE TEMPORARY VIEW" if dialect.temporary else "VIEW"
        if not dialect.temporary:
            yield f"DROP VIEW IF EXISTS {view}"
        yield from self._tables(names, rules)
        rows = [row for one in self.found for row in coefficient_rows(one, rules)]
        yield from table_of(COEFFICIENTS, ("kode", "variabel", "mulai"), rows, dialect)
        yield f"CREATE {kind} {view} AS\n{self._query(self.found, names, rules)}"

    @cached_property
    def found(self) -> Sequence[Applying]:
        """What applies to each code in each year."""
        return [*applying(self.catalog, self.codes or self.catalog.codes)]

    # ------------------------------------------------------------------------------- the pieces

    def _tables(self, names: int, rules: int) -> Iterator[str]:
        rows = [definition_row(one, names, rules) for one in self.found]
        yield from table_of(DEFINITIONS, ("kode", "mulai"), rows, self.dialect)
        yield from table_of(REGIONS, ("kode",), [*region_rows(self.regions)], self.dialect)

    def _written(self, found: Sequence[Applying], statements: Iterator[str]) -> str:
        told = (*self._settings(), *statements)
        begin, commit = (f"{one};\n" if one else "" for one in self.dialect.transaction)
        body = "".join(f"{statement};\n" for statement in told)
        remarks = "".join(f"{line}\n" for line in self._remarks(found))
        return f"{remarks}{begin}{body}{commit}"

    def _settings(self) -> Iterator[str]:
        if self.dialect.nama == "mariadb":
            yield "SET NAMES utf8mb4"
        if self.dialect.nama == "postgresql":
            yield "SET client_encoding TO 'UTF8'"
            yield "SET client_min_messages TO warning"

    def _remarks(self, found: Sequence[Applying]) -> Iterator[str]:
        """Yield what the script is, and which indicators it leaves to the exact engine."""
        left = [
            f"{one.kode}@{one.indicator.versi}"
            for one in found
            if one.indicator is not None and one.coefficients is None
        ]
        facts = {
            "versi": __version__,
            "dialek": self.dialect.nama,
            "sumber": self.source,
            "tampilan": self.view,
            "tidak": ", ".join(left) or "-",
        }
        text: Text = said.SQL_HEAD.filled(**facts)
        for line in text.plain(self.language).splitlines():
            yield f"-- {_one_line(line)}"

    def _shape(self, found: Sequence[Applying], names: int, rules: int) -> Shape:
        known = [one.indicator for one in found if one.indicator is not None]
        return Shape(
            names,
            rules,
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

    def _query(self, found: Sequence[Applying], names: int, rules: int) -> str:
        shape = self._shape(found, names, rules)
        results = Results(shape, self.dialect, self._targets(shape))
        plain = "{0} AS ({1})"
        columns = [*definition_row(found[0], names, rules)]
        steps = [
            plain.format("iku_baris", self._rows(results.targets, rules)),
            *self._read(),
            plain.format("iku_satuan", self._units()),
            plain.format("iku_kunci", self._sums(rules)),
            self.dialect.step.format("iku_gabung", _joined("iku_kunci", columns)),
        ]
        steps += [self.dialect.step.format(*one) for one in results.steps("iku_gabung")]
        answer, listed = ",\n  ".join(results.answer()), ",\n".join(steps)
        return f"WITH\n{listed}\nSELECT {answer}\nFROM iku_capaian"

    def _rows(self, targets: Targets, rules: int) -> str:
        """Return the rows of the table, each with the coefficients of its variable."""
        text = self.dialect.cast_text.format
        code = text("l.kode")
        written = "x_tertulis" if "nilai" in self.texts else "x"
        known = [*_OF_VARIABLE, *(f"aturan_{number}" for number in range(rules))]
        here = ""
        if self.codes:
            here = f"\nWHERE {code} IN ({', '.join(map(self.dialect.literal, self.codes))})"
        return (
            f"SELECT {text('l.wilayah')} AS wilayah, l.tahun AS tahun,\n"
            f"  coalesce(nullif({text('l.periode')}, ''), '{ANNUAL}') AS periode, {code} AS kode,\n"
            f"  {self._number('l.nilai')} AS {written},\n  {targets.row('l.target')} AS t,\n"
            f"  k.variabel AS variabel, {', '.join(f'k.{name}' for name in known)}\n"
            f"FROM {self.dialect.name(self.source)} l LEFT JOIN {COEFFICIENTS} k\n"
            f"ON k.kode = {code} AND k.variabel = {text('l.variabel')}\n"
            f"  AND l.tahun BETWEEN k.mulai AND k.selesai{here}"
        )

    def _number(self, column: str) -> str:
        """Return a number as a double, or as the text that it is."""
        if "nilai" not in self.texts:
            return number_or_beyond(column, self.dialect)
        return f"nullif(trim({self.dialect.cast_text.format(column)}), '')"

    def _read(self) -> Iterator[str]:
        """Yield the steps that make numbers of texts."""
        if "nilai" not in self.texts:
            return
        number = number_in("tulisan", self.dialect)
        told = f"SELECT b.*, {prepared('tulisan', 'x_tertulis')}\nFROM iku_baris b"
        yield self.dialect.step.format("iku_tulisan", told)
        read = (
            f"SELECT b.*, CASE WHEN x_tertulis IS NULL THEN NULL "
            f"WHEN {number.holds} THEN {number.value} ELSE {BEYOND} END AS x\nFROM iku_tulisan b"
        )
        yield f"iku_angka AS ({read})"

    def _units(self) -> str:
        """Return each number as a whole number of units, where it is within its range."""
        units = whole_units("x", "satuan", self.dialect)
        return (
            f"SELECT b.*, CASE WHEN x BETWEEN dari AND sampai THEN {units} END AS u\n"
            f"FROM {'iku_angka' if 'nilai' in self.texts else 'iku_baris'} b"
        )

    def _sums(self, rules: int) -> str:
        """Return the sums of each key: the one place where rows are put together."""
        sums = {
            "atas": "pembilang * u",
            "bawah": "penyebut * u",
            "rilisan": "rilis * u",
            **{f"aturan_{number}": f"aturan_{number} * u" for number in range(rules)},
            "ada": "CASE WHEN u IS NOT NULL THEN bobot END",
            "cacat": self._wrong("variabel IS NULL", "x", "u", "satuan", "bulat"),
        }
        columns = ",\n  ".join(f"coalesce(sum({one}), 0e0) AS {name}" for name, one in sums.items())
        keys = ", ".join(KEYS)
        return (
            f"SELECT {keys},\n  {columns},\n  min(t) AS t_kecil, max(t) AS t_besar\n"
            f"FROM iku_satuan GROUP BY {keys}"
        )

    def _wrong(self, foreign: str, x: str, u: str, units: str, whole: str) -> str:
        """Return what is wrong with a number, as a digit to add up."""
        cases = (
            (foreign, FOREIGN),
            (f"{x} IS NULL OR {u} / {units} = {x}", 0),
            (f"abs({x}) > 1e15", DOUBTFUL),
            (f"{x} < bawah", BELOW),
            (f"{x} > atas", ABOVE),
            (f"{u} IS NOT NULL AND {whole} = 1", BROKEN),
        )
        listed = " ".join(f"WHEN {when} THEN {digit}e0" for when, digit in cases)
        return f"CAST(CASE {listed} ELSE {DOUBTFUL}e0 END AS {self.dialect.double})"


_OF_VARIABLE: Final = (
    *("satuan", "bulat", "bawah", "atas", "dari", "sampai", "bobot"),
    *("pembilang", "penyebut", "rilis"),
)
_OF_KEY: Final = frozenset({"kode", "mulai", "selesai"})


def _joined(source: str, columns: Sequence[str]) -> str:
    """Return the sums with what the standard says of the code and the region."""
    of_definition = ", ".join(f"d.{name}" for name in columns if name not in _OF_KEY)
    return (
        f"SELECT s.*, d.kode AS dikenal, {of_definition},\n  w.tingkat, w.mulai AS sejak\n"
        f"FROM {source} s LEFT JOIN {DEFINITIONS} d\n"
        f"ON d.kode = s.kode AND s.tahun BETWEEN d.mulai AND d.selesai\n"
        f"LEFT JOIN {REGIONS} w ON w.kode = s.wilayah"
    )


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
