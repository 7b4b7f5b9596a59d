"""How databases write what they do not write alike."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.formula.engines.arithmetic import DOUBLE, Capacity
from kesbang_iku.formula.engines.quotient import NotFoldedError
from kesbang_iku.formula.functions import Function

LONGEST_NAME: Final = 48
"""So long a name may be: databases cut off longer ones, and tables are named after it."""
_PLAIN: Final = regex(r"[A-Za-z_][A-Za-z0-9_]*")
_PART: Final = regex(r'(?:(?<=\.)|\A)(?:"(?P<quoted>(?:[^"]|"")+)"(?=\.|\Z)|(?P<plain>[^.]*))')
_STRANGE: Final = regex(r"[\\'\x00-\x1f\x7f-\x9f]")
_CAPACITIES: Final = {
    "wide": Capacity("wide", 10**37, 10**37, 1),
    "long": Capacity("long", 1 << 62, 1 << 62, 1),
}


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
        nearest: the whole number nearest to a number; of a half, either.
        year: whether a column is a whole year.
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
        begin, commit: what makes all or nothing of the script.
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
    nearest: str = "floor({0} + 0.5e0)"
    year: str = "({0} = floor({0}))"
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
    begin: str = "BEGIN"
    commit: str = "COMMIT"
    capacity: Capacity = _CAPACITIES["wide"]

    def name(self, written: str, suffix: str = "") -> str:
        """Return the name of a table, with something behind it.

        It is quoted where it has to be, or where it is written in quotation marks: databases tell
        ``"Laporan"`` from ``laporan``, and know a table called ``"order"``.
        """
        *schema, last = _parts(written)
        parts = [*schema, (last[0] + suffix, last[1])]
        return ".".join(
            self.column(part) if exact or not _PLAIN.fullmatch(part) else part
            for part, exact in parts
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
    parts = (part for part, _ in _parts(written))
    return written.isprintable() and all(0 < len(part) <= LONGEST_NAME for part in parts)


def _parts(written: str) -> list[tuple[str, bool]]:
    """Return the parts of a name, and whether each stands in quotation marks."""
    found = []
    for match in _PART.finditer(written):
        quoted = match["quoted"]
        found.append(
            (match["plain"], False) if quoted is None else (quoted.replace('""', '"'), True)
        )
    return found


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


def _dialect(nama: str, *, capacity: str = "wide", **written: Any) -> Dialect:  # noqa: ANN401  # by its key
    """Return what one table of the data says."""
    return Dialect(nama, capacity=_CAPACITIES[capacity], **written)


_DATA: Final = (files("kesbang_iku.publish.sql") / "dialects.toml").read_text(encoding="utf-8")
DIALECTS: Final[Mapping[str, Dialect]] = {
    nama: _dialect(nama, **written) for nama, written in tomllib.loads(_DATA).items()
}
