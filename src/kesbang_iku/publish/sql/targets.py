"""Targets in a query: a number in a column of numbers, or what a region writes, in one of texts.

The last of the steps gives ``jenis_target`` (NULL without a target, ``lain`` where the exact engine
has to read it), ``t1`` and ``t2`` (its numbers in units, as doubles) and ``arah`` (the direction of
a bound).
"""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

from kesbang_iku._records import dataclass
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.sql.achievement import UNIT_DECIMALS
from kesbang_iku.publish.sql.dialects import Dialect
from kesbang_iku.publish.sql.numbers import number_in, number_or_beyond, prepared, whole_units

Step = tuple[str, str]
NUMBER, RANGE, CLASS, OTHER = "angka", "rentang", "kelas", "lain"
_UNITS: Final = f"{10**UNIT_DECIMALS}e0"
_DIGITS: Final = f"{10**15}e0"
_BOUNDS: Final = (
    *(("≥", "maksimalkan"), ("≤", "minimalkan"), (">=", "maksimalkan"), ("<=", "minimalkan")),
    *((">", "maksimalkan"), ("<", "minimalkan")),
)
"""How a bound begins, and its direction; the longer signs come first."""
_PARTS: Final = ("bagian", "kiri", "kanan")


class Targets(Protocol):
    """Targets of one kind of column."""

    def row(self, column: str, /) -> str:
        """Return what is kept of each row."""
        ...

    def steps(self, source: str, /) -> Iterator[Step]:
        """Yield the steps over ``source``, which has ``t_kecil`` and ``t_besar`` of each key."""
        ...

    @property
    def ranges(self) -> bool:
        """Whether a target may be a range."""
        ...


@dataclass(frozen=True, slots=True)
class NoTargets:
    """A table without targets."""

    dialect: Dialect
    ranges: bool = False

    def row(self, column: str) -> str:  # noqa: ARG002  # a protocol
        """Return that there is none."""
        return f"CAST(NULL AS {self.dialect.double})"

    def steps(self, source: str) -> Iterator[Step]:
        """Yield that there is none."""
        nothing = self.row("")
        text = f"nullif('{OTHER}', '{OTHER}')"
        numbers = f"{nothing} AS t1, {nothing} AS t2"
        told = f"{text} AS jenis_target, {numbers}, {text} AS arah"
        yield "iku_target", f"SELECT s.*, {told}\nFROM {source} s"


@dataclass(frozen=True, slots=True)
class NumberTargets:
    """Targets that are numbers."""

    dialect: Dialect
    ranges: bool = False

    def row(self, column: str) -> str:
        """Return the number."""
        return number_or_beyond(column, self.dialect)

    def steps(self, source: str) -> Iterator[Step]:
        """Yield the number in units, and whether it is the decimal it is written as."""
        units = whole_units("t_besar", _UNITS, self.dialect)
        told = f"CASE WHEN abs(t_besar) <= {_DIGITS} / {_UNITS} THEN {units} END AS t1"
        nothing = f"CAST(NULL AS {self.dialect.double}) AS t2, nullif('a', 'a') AS arah"
        yield "iku_dibaca", f"SELECT s.*,\n  {told},\n  {nothing}\nFROM {source} s"
        proven = f"t_besar = t_kecil AND t_besar = t1 / {_UNITS}"
        kind = f"CASE WHEN {proven} THEN '{NUMBER}' WHEN t_besar IS NOT NULL THEN '{OTHER}' END"
        yield "iku_target", f"SELECT s.*,\n  {kind} AS jenis_target\nFROM iku_dibaca s"


@dataclass(frozen=True, slots=True)
class TextTargets:
    """Targets as regions write them: a number, a bound, a range, a class of the value's scale."""

    dialect: Dialect
    scales: Mapping[str, Scale]
    ranges: bool = True

    def row(self, column: str) -> str:
        """Return the text, NULL where nothing is written."""
        return f"nullif(trim({self.dialect.cast_text.format(column)}), '')"

    def steps(self, source: str) -> Iterator[Step]:
        """Yield the parts of a text, its numbers, and what it says."""
        yield "iku_ditulis", self._parts(source)
        parts = ",\n  ".join(prepared(name, name) for name in _PARTS)
        yield "iku_polos", f"SELECT s.*,\n  {parts}\nFROM iku_ditulis s"
        yield "iku_dibaca", self._numbers()
        yield "iku_target", self._read()

    def _parts(self, source: str) -> str:
        """Return the sign of a bound, and the texts before and behind the dash of a range."""
        dash = self.dialect.position.format("replace(t_besar, '–', '-')", "'-'")
        ways = " ".join(f"WHEN t_besar LIKE '{sign}%' THEN '{way}'" for sign, way in _BOUNDS)
        rests = " ".join(
            f"WHEN t_besar LIKE '{sign}%' THEN trim(substr(t_besar, {len(sign) + 1}))"
            for sign, _ in _BOUNDS
        )
        return (
            f"SELECT s.*,\n  CASE {ways} END AS arah_tertulis,\n"
            f"  CASE {rests} ELSE t_besar END AS bagian,\n"
            f"  CASE WHEN {dash} > 1 THEN trim(substr(t_besar, 1, {dash} - 1)) END AS kiri,\n"
            f"  CASE WHEN {dash} > 1 THEN trim(substr(t_besar, {dash} + 1)) END AS kanan\n"
            f"FROM {source} s"
        )

    def _numbers(self) -> str:
        one, low, high = (number_in(part, self.dialect) for part in _PARTS)
        both = f"arah_tertulis IS NULL AND {low.holds} AND {high.holds}"
        return (
            f"SELECT s.*,\n"
            f"  CASE WHEN {one.holds} THEN {one.value} END AS n1,\n"
            f"  CASE WHEN {both} THEN {low.value} END AS n2,\n"
            f"  CASE WHEN {both} THEN {high.value} END AS n3\n"
            f"FROM iku_polos s"
        )

    def _read(self) -> str:
        first = whole_units("coalesce(n1, n2)", _UNITS, self.dialect)
        last = whole_units("n3", _UNITS, self.dialect)
        return (
            f"SELECT s.*,\n"
            f"  CASE WHEN t_besar IS NULL THEN NULL\n"
            f"    WHEN t_besar <> t_kecil THEN '{OTHER}'\n"
            f"    WHEN n1 IS NOT NULL THEN '{NUMBER}'\n"
            f"    WHEN n2 <= n3 THEN '{RANGE}'\n"
            f"    WHEN {self._class()} THEN '{CLASS}' ELSE '{OTHER}' END AS jenis_target,\n"
            f"  {first} AS t1, {last} AS t2,\n"
            f"  CASE WHEN n1 IS NOT NULL THEN arah_tertulis END AS arah\n"
            f"FROM iku_dibaca s"
        )

    def _class(self) -> str:
        """Return whether the text names a class of the scale of the value."""
        tests = []
        for name, scale in self.scales.items():
            labels = [one.label.casefold() for one in scale.kelas if one.label.isascii()]
            if labels:
                told = ", ".join(map(self.dialect.literal, labels))
                tests.append(f"(skala_nilai = '{name}' AND lower(t_besar) IN ({told}))")
        return f"({' OR '.join(tests)})" if tests else "(1 = 0)"
