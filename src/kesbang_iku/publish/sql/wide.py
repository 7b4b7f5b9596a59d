"""The sums of one indicator over a table with a column for each variable: nothing is added up."""

from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.publish.sql.dialects import Dialect, double
from kesbang_iku.publish.sql.numbers import (
    FOREIGN,
    NumberColumn,
    numbers_of_texts,
    seen,
    value_of,
    whole_units,
)
from kesbang_iku.publish.sql.results import KEYS, is_chosen, period_of
from kesbang_iku.publish.sql.rows import (
    Applying,
    Cell,
    Most,
    Row,
    coefficient_rows,
    sums_of,
    written,
)
from kesbang_iku.publish.sql.targets import Step, Targets

_NOTHING: Final = "0e0"


@dataclass(frozen=True, slots=True)
class WideSums:
    """The steps from the rows of one code to what would be the sums of a long table.

    Attributes:
        applying: the versions of the code, each with its years.
        dialect: how it is written.
        targets: how targets stand in the table.
        source: the table.
        texts: whether the variables are texts.
    """

    applying: tuple[Applying, ...]
    dialect: Dialect
    targets: Targets
    source: str
    texts: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The variables of all versions."""
        known = (one.indicator for one in self.applying if one.indicator is not None)
        return tuple(dict.fromkeys(name for one in known for name in one.variables_by_name))

    def steps(self, at_most: Most) -> Iterator[Step]:
        """Yield the steps; the last one is ``iku_kunci``."""
        yield "iku_baris", self._rows()
        columns = [f"x{number}" for number in range(len(self.names))]
        if self.texts:
            yield from numbers_of_texts("iku_baris", columns, self.dialect)
        rows = "iku_angka" if self.texts else "iku_baris"
        parts = []
        for number, one in enumerate(self.applying):
            # In other years nothing counts; where there is one version alone, no row asks.
            years = f"\nWHERE tahun BETWEEN {one.first} AND {one.last}"
            known = [*coefficient_rows(one, at_most.own)]
            yield f"iku_satuan{number}", self._units(rows, known, "" if self._alone else years)
            parts.append(self._sums(f"iku_satuan{number}", known, at_most))
        if not self._alone:
            first, last = self.applying[0].first, self.applying[-1].last
            outside = f"\nWHERE tahun IS NULL OR tahun NOT BETWEEN {first} AND {last}"
            yield "iku_satuan", self._units(rows, [], outside)
            parts.append(self._sums("iku_satuan", [], at_most))
        yield "iku_kunci", "\nUNION ALL\n".join(parts)

    @property
    def _alone(self) -> bool:
        return len(self.applying) == 1

    def _rows(self) -> str:
        text = self.dialect.cast_text.format
        code = text("l.kode")
        values = [
            value_of(f"l.{self.dialect.column(name)}", f"x{number}", self.dialect, texts=self.texts)
            for number, name in enumerate(self.names)
        ]
        listed = ",\n  ".join([*values, f"{self.targets.row('l.target')} AS t"])
        return (
            f"SELECT {text('l.wilayah')} AS wilayah, l.tahun AS tahun,\n"
            f"  {period_of(text('l.periode'))} AS periode, {code} AS kode,\n"
            f"  {listed}\nFROM {self.source} l\n"
            f"WHERE {is_chosen(code, [self.applying[0].kode], self.dialect)}"
        )

    def _units(self, source: str, known: Sequence[Row], years: str) -> str:
        parts = []
        for row in known:
            number = self._number(row)
            units = whole_units(f"x{number}", self._constant(row["satuan"]), self.dialect)
            low, high = self._constant(row["dari"]), self._constant(row["sampai"])
            within = f"x{number} BETWEEN {low} AND {high}"
            parts.append(f",\n  CASE WHEN {within} THEN {units} END AS u{number}")
        return f"SELECT b.*{''.join(parts)}\nFROM {source} b{years}"

    def _sums(self, source: str, known: Sequence[Row], at_most: Most) -> str:
        names = sums_of(at_most)
        sums = {name: self._total(known, column) for name, column in names.items()}
        sums["ada"] = _added((*map(self._seen, known), *self._foreign(known)))
        listed = ",\n  ".join(f"{one} AS {name}" for name, one in sums.items())
        return (
            f"SELECT {', '.join(KEYS)},\n  {listed},\n  t AS t_kecil, t AS t_besar\nFROM {source}"
        )

    def _total(self, known: Sequence[Row], column: str) -> str:
        return _added(
            f"{self._constant(row[column])} * coalesce(u{self._number(row)}, {_NOTHING})"
            for row in known
            if row[column]
        )

    def _seen(self, row: Row) -> str:
        number = self._number(row)
        units, low, high, weight = (
            self._constant(row[name]) for name in ("satuan", "bawah", "atas", "bobot")
        )
        whole = "1 = 1" if row["bulat"] else "1 = 0"
        column = NumberColumn(f"x{number}", f"u{number}", units, whole, low, high, "1 = 0", weight)
        return seen(column)

    def _foreign(self, known: Sequence[Row]) -> Iterator[str]:
        """Yield what is wrong with numbers of other versions."""
        own = {row["variabel"] for row in known}
        for number, name in enumerate(self.names):
            if known and name not in own:
                yield f"CASE WHEN x{number} IS NOT NULL THEN {FOREIGN} ELSE {_NOTHING} END"

    def _number(self, row: Row) -> int:
        return self.names.index(str(row["variabel"]))

    def _constant(self, cell: Cell) -> str:
        return double(cell) if isinstance(cell, int) else written(cell, self.dialect)


def _added(parts: Iterator[str] | Sequence[str]) -> str:
    return " + ".join(parts) or _NOTHING
