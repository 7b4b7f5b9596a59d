"""How databases write what they do not write alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.formula.engines.arithmetic import DOUBLE, Capacity
from kesbang_iku.formula.engines.quotient import NotFoldedError
from kesbang_iku.formula.functions import Function

LONGEST_NAME: Final = 48
"""So long a name may be: databases cut off longer ones, and tables are named after it."""
_PLAIN: Final = regex(r"[A-Za-z_][A-Za-z0-9_]*")
_STRANGE: Final = regex(r"[\\'\x00-\x1f\x7f-\x9f]")
_NO_LIMIT: Final = 18446744073709551615
_WIDE: Final = Capacity("wide", 10**37, 10**37, 1)
_LONG: Final = Capacity("long", 1 << 62, 1 << 62, 1)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one database writes in its own way.

    Attributes:
        nama: what it is called on the command line.
        double: the type of doubles.
        long: the type that whole numbers of 64 bits are cast to.
        wide: the type of whole numbers beyond doubles.
        text, long_text: the type of texts in a table, and of those that are no keys.
        cast_text: a text as it is compared: byte by byte.
        divided: division of whole numbers, cut off.
        number: a column as doubles, NULL where it is no number.
        faithful: whether the double is what stands in the column.
        floor: the whole number below a number that is not negative.
        joined: texts one behind the other.
        position: where a text stands in another.
        cast: the cast of a text to a number, which is not asked unless it is one.
        larger, smaller: the larger, the smaller one of two numbers.
        step: one step of a query, kept from being written into the next one again and again.
        escaped: a text with an apostrophe, a backslash or a control character; gets it as
            ``kutip`` (apostrophes doubled) and ``heks`` (UTF-8, hexadecimal).
        quote: the mark around names.
        options: what stands behind a table's columns.
        temporary: whether tables and view live as long as the session, where it makes no others.
        transaction: what makes all or nothing of the script.
        capacity: what ``wide`` holds.
    """

    nama: str
    double: str
    long: str
    wide: str
    number: str
    faithful: str
    divided: str
    text: str = "TEXT"
    long_text: str = "TEXT"
    cast_text: str = "CAST({0} AS TEXT)"
    floor: str = "floor({0})"
    position: str = "instr({0}, {1})"
    cast: str = "CAST"
    larger: str = "greatest({0}, {1})"
    smaller: str = "least({0}, {1})"
    step: str = "{0} AS MATERIALIZED ({1})"
    escaped: str = "'{kutip}'"
    quote: str = '"'
    options: str = ""
    keyed: bool = True
    temporary: bool = False
    transaction: tuple[str, str] = ("BEGIN", "COMMIT")
    capacity: Capacity = _WIDE

    def name(self, written: str) -> str:
        """Return the name of a table, quoted where it has to be; a dot parts it from its schema."""
        return ".".join(
            part if _PLAIN.fullmatch(part) else self.column(part) for part in written.split(".")
        )

    def column(self, name: str) -> str:
        """Return the name of a column, quoted."""
        mark = self.quote
        return mark + name.replace(mark, mark * 2) + mark

    def literal(self, text: str) -> str:
        """Return a text as a constant, whatever stands in it."""
        if _STRANGE.search(text) is None:
            return f"'{text}'"
        kutip, heks = text.replace("'", "''"), text.encode().hex()
        return self.escaped.format(kutip=kutip, heks=heks)

    def joined(self, parts: Sequence[str]) -> str:
        """Return texts one behind the other."""
        return f"({' || '.join(parts)})" if self.nama == "sqlite" else f"concat({', '.join(parts)})"

    def widened(self, number: str) -> str:
        """Return a double that is whole as a wide number; not all cast doubles exactly at once."""
        inner = f"CAST({number} AS {self.long})"
        return inner if self.wide == self.long else f"CAST({inner} AS {self.wide})"

    def mask(self, number: str) -> str:
        """Return a whole double as bits."""
        return f"CAST({number} AS {self.long})"


def is_name(written: str) -> bool:
    """Say whether something can be the name of a table, a dot parting it from its schema."""
    parts = written.split(".")
    return written.isprintable() and all(0 < len(part) <= LONGEST_NAME for part in parts)


class Doubles:
    """Whole numbers in doubles."""

    capacity: Final = DOUBLE

    def __init__(self, dialect: Dialect) -> None:
        self.dialect: Final = dialect

    def literal(self, value: int) -> str:
        """Write a constant."""
        return double(value)

    def half_up(self, numerator: str, denominator: str) -> str:
        """Write the nearest whole number."""
        quotient = f"{numerator} / nullif({denominator}, 0e0) + 0.5e0"
        return self._whole(self.dialect.floor.format(quotient))

    def root_half_up(self, numerator: str, denominator: str) -> str:
        """Write the whole number nearest to the square root."""
        root = f"sqrt({numerator} / nullif({denominator}, 0e0)) + 0.5e0"
        return self._whole(self.dialect.floor.format(root))

    def _whole(self, floor: str) -> str:
        return f"CAST({floor} AS {self.dialect.double})"


class Wides:
    """Whole numbers in the widest type of a database."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect: Final = dialect
        self.capacity: Final = dialect.capacity

    def literal(self, value: int) -> str:
        """Write a constant."""
        return f"({value})" if value < 0 else str(value)

    def half_up(self, numerator: str, denominator: str) -> str:
        """Write the nearest whole number."""
        above = f"(2 * {numerator} + {denominator})"
        return self.dialect.divided.format(above, f"nullif(2 * {denominator}, 0)")

    def root_half_up(self, numerator: str, denominator: str) -> str:  # noqa: ARG002  # a protocol
        """Refuse: no database has exact roots."""
        raise NotFoldedError(Function.SQUARE_ROOT.value)


def double(value: int) -> str:
    """Return a whole number as a double, in parentheses where it has a sign."""
    return f"({value}e0)" if value < 0 else f"{value}e0"


DIALECTS: Final[Mapping[str, Dialect]] = {
    one.nama: one
    for one in (
        Dialect(
            "duckdb",
            double="DOUBLE",
            long="BIGINT",
            wide="HUGEINT",
            number="nullif(CAST({0} AS DOUBLE), CAST('NaN' AS DOUBLE))",
            cast="TRY_CAST",
            # What asks for the type alone is of no cost: it is answered before any row is read.
            faithful="CASE WHEN right(typeof({0}), 3) IN "
            "(',0)', ',1)', ',2)', ',3)', ',4)', ',5)', ',6)') THEN true "
            "WHEN typeof({0}) LIKE 'DECIMAL%' THEN {0} % 0.000001 = 0 "
            "ELSE typeof({0}) <> 'VARCHAR' END",
            divided="({0} // {1})",
            step="{0} AS ({1})",
            escaped="decode(unhex('{heks}'))",
            keyed=False,
        ),
        Dialect(
            "postgresql",
            double="DOUBLE PRECISION",
            long="BIGINT",
            wide="NUMERIC",
            number="nullif(CAST({0} AS DOUBLE PRECISION), CAST('NaN' AS DOUBLE PRECISION))",
            # Cast to NUMERIC a double has fifteen digits, a NUMERIC all of its own.
            faithful="(CAST({0} AS NUMERIC) = CAST(CAST({0} AS DOUBLE PRECISION) AS NUMERIC))",
            divided="div({0}, {1})",
            position="strpos({0}, {1})",
            escaped="convert_from(decode('{heks}', 'hex'), 'UTF8')",
        ),
        Dialect(
            "mariadb",
            double="DOUBLE",
            long="SIGNED",
            wide="DECIMAL(65,0)",
            number="CAST({0} AS DOUBLE)",
            # A text counts as a number there, up to the first letter of it.
            faithful="(CHARSET({0}) = 'binary' AND CAST({0} AS DECIMAL(65,20)) = "
            "CAST(CAST({0} AS DOUBLE) AS DECIMAL(65,20)))",
            divided="({0} DIV {1})",
            text="VARCHAR(190)",
            cast_text="(CONVERT({0} USING utf8mb4) COLLATE utf8mb4_nopad_bin)",
            step=f"{{0}} AS ({{1}} LIMIT {_NO_LIMIT})",
            escaped="CONVERT(x'{heks}' USING utf8mb4)",
            quote="`",
            options=" CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
            transaction=("", ""),
        ),
        Dialect(
            "sqlite",
            double="REAL",
            long="INTEGER",
            wide="INTEGER",
            number="CAST({0} AS REAL)",
            faithful="(typeof({0}) IN ('integer', 'real'))",
            divided="({0} / {1})",
            cast_text="(CAST({0} AS TEXT) COLLATE BINARY)",
            larger="max({0}, {1})",
            smaller="min({0}, {1})",
            # Not every SQLite has floor(); of what is not negative the cast is the same.
            floor="CAST({0} AS INTEGER)",
            escaped="CAST(x'{heks}' AS TEXT)",
            capacity=_LONG,
        ),
        Dialect(
            "spark",
            double="DOUBLE",
            long="BIGINT",
            wide="DECIMAL(38,0)",
            number="nullif(CAST({0} AS DOUBLE), double('NaN'))",
            cast="TRY_CAST",
            faithful="CASE WHEN typeof({0}) LIKE 'decimal%' THEN {0} % 0.000001 = 0 "
            "ELSE typeof({0}) <> 'string' END",
            divided="({0} DIV {1})",
            text="STRING",
            long_text="STRING",
            cast_text="CAST({0} AS STRING)",
            step="{0} AS ({1})",
            escaped="decode(unhex('{heks}'), 'UTF-8')",
            quote="`",
            keyed=False,
            temporary=True,
            transaction=("", ""),
        ),
    )
}
