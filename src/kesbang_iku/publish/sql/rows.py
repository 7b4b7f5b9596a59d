"""The tables that a script loads: what the standard says, as rows."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.sql.achievement import UNIT_DECIMALS
from kesbang_iku.publish.sql.coefficients import (
    Coefficients,
    NotLinearError,
    coefficients_of,
    thresholds,
    units_of,
)
from kesbang_iku.publish.sql.dialects import Dialect

ONE_THERE: Final = 1 << 40
"""What each variable that is there adds to the sum that tells which are, besides its bit."""
LEVELS: Final[tuple[AdminLevel, ...]] = ("nasional", "provinsi", "kabupaten", "kota")
DEFINITIONS: Final = "definisi"
COEFFICIENTS: Final = "koefisien"
REGIONS: Final = "wilayah"
PERIOD_NAMES: Final = "periode"
_A_STATEMENT: Final = 200
_EXACT_DIGITS: Final = 15

Cell = str | int | Fraction | None
Row = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Applying:
    """A version of an indicator in the years in which it is the one that counts.

    Attributes:
        kode: the code.
        first, last: the years.
        indicator: the version, ``None`` where none applies.
        coefficients: it in whole numbers, ``None`` where it is no quotient of sums.
    """

    kode: str
    first: int
    last: int
    indicator: Indicator | None
    coefficients: Coefficients | None


def applying(catalog: Catalog, codes: Sequence[str]) -> Iterator[Applying]:
    """Yield what applies to each code in each year, years of nothing too."""
    for code in codes:
        versions = catalog.versions(code)
        ends = {FIRST_YEAR, LAST_YEAR + 1}
        for one in versions:
            first, last = one.berlaku.mulai, one.berlaku.selesai
            ends |= {year for year in (first, None if last is None else last + 1) if year}
        years = sorted(year for year in ends if FIRST_YEAR <= year <= LAST_YEAR + 1)
        for first, after in pairwise(years):
            # Where two apply, the later one does, as in a report.
            found = next((one for one in reversed(versions) if first in one.berlaku), None)
            yield Applying(code, first, after - 1, found, _coefficients(found))


def _coefficients(indicator: Indicator | None) -> Coefficients | None:
    if indicator is None:
        return None
    bounds = [end for end in (indicator.rentang.min, indicator.rentang.maks) if end is not None]
    scale = 10**indicator.desimal
    whole = all((end * scale).denominator == 1 for end in bounds)
    if not whole or indicator.desimal > UNIT_DECIMALS:
        return None
    try:
        return coefficients_of(indicator)
    except NotLinearError:
        return None


@dataclass(frozen=True, slots=True)
class Most:
    """What definitions have at most.

    Attributes:
        names: variables in a formula.
        bits: variables in a definition.
        rules: rules.
        width: letters in the name of a variable.
    """

    names: int
    bits: int
    rules: int
    width: int


def most(found: Sequence[Applying]) -> Most:
    """Return what definitions have at most."""
    known = [one.coefficients for one in found if one.coefficients is not None]
    needed = max((len(one.needed) for one in known), default=0)
    names = max((len(one.names) for one in known), default=0)
    rules = max((len(one.rules) for one in known), default=0)
    width = max((len(name) for one in known for name in one.names), default=0)
    return Most(needed, names, rules, width)


def definition_row(one: Applying, at_most: Most) -> Row:
    """Return the row of a definition."""
    indicator, known = one.indicator, one.coefficients
    row: dict[str, Cell] = {
        "kode": one.kode,
        "versi": None if indicator is None else indicator.versi,
        "mulai": one.first,
        "selesai": one.last,
        "terhitung": int(known is not None),
        **dict.fromkeys(_NUMBERS),
        **dict.fromkeys(_TEXTS),
        **{f"ada_{level}": None for level in LEVELS},
        **{f"kategori_{level}": None for level in LEVELS},
        "nama": None,
        **{f"aturan_{number}_{part}": None for number in range(at_most.rules) for part in _RULE},
    }
    if indicator is None:
        return row
    row |= _of_indicator(indicator)
    if known is not None:
        row |= _of_coefficients(known)
        # One column for all names, each as wide as the longest: a join carries it more lightly.
        row["nama"] = "".join(name.ljust(at_most.width) for name in known.needed)
    return row


def _of_indicator(indicator: Indicator) -> dict[str, Cell]:
    scale = 10**indicator.desimal
    bounds = indicator.rentang
    return {
        "desimal": indicator.desimal,
        "pangkat": scale,
        "terendah": None if bounds.min is None else bounds.min * scale,
        "tertinggi": None if bounds.maks is None else bounds.maks * scale,
        "ambang": int(thresholds(indicator)),
        "metode": indicator.capaian,
        "polaritas": indicator.polaritas,
        "predikat": indicator.predikat,
        **{f"ada_{level}": int(indicator.exists_at(level)) for level in LEVELS},
        **{f"kategori_{level}": indicator.category_scale(level) for level in LEVELS},
    }


def _of_coefficients(known: Coefficients) -> dict[str, Cell]:
    base = known.bits(known.needed)
    factor, divisor = known.factors
    released, over = known.released_factors
    row: dict[str, Cell] = {
        "lengkap": ONE_THERE * len(known.needed) + base,
        "dasar": base,
        "rilis": 0 if known.released is None else known.bit(known.released),
        "pembilang": known.above.constant,
        "penyebut": known.below.constant,
        "berkali": int(known.product),
        "akar": int(known.root),
        "kali": factor,
        "bagi": divisor,
        "kali_rilis": released,
        "bagi_rilis": over,
    }
    for number, rule in enumerate(known.rules):
        row[f"aturan_{number}_tanda"] = rule.sign
        row[f"aturan_{number}_tetap"] = rule.total.constant
        row[f"aturan_{number}_bit"] = known.bits(rule.names)
    return row


def coefficient_rows(one: Applying, rules: int) -> Iterator[Row]:
    """Yield the rows of a definition's variables."""
    if one.indicator is None:
        return
    known = one.coefficients
    for variable in one.indicator.variabel:
        name, units = variable.nama, units_of(variable)
        largest = 1 if known is None else known.largest // units
        low, high = variable.minimum, variable.maximum
        limits = [Fraction(-largest), low] if low is not None else [Fraction(-largest)]
        tops = [Fraction(largest), high] if high is not None else [Fraction(largest)]
        is_release = known is not None and name == known.released
        plain = known if known is not None and not is_release else None
        yield {
            "kode": one.kode,
            "versi": one.indicator.versi,
            "mulai": one.first,
            "selesai": one.last,
            "variabel": name,
            "satuan": units,
            "bulat": int(variable.whole),
            "bawah": low,
            "atas": high,
            "dari": max(limits),
            "sampai": min(tops),
            "bobot": ONE_THERE + (known.bit(name) if known is not None else 0),
            "pembilang": plain.above.of(name) if plain is not None else 0,
            "penyebut": plain.below.of(name) if plain is not None else 0,
            "rilis": int(is_release),
            **{
                f"aturan_{number}": (
                    known.rules[number].total.of(name)
                    if known is not None and number < len(known.rules)
                    else 0
                )
                for number in range(rules)
            },
            "agregasi_wilayah": variable.agregasi.wilayah,
            "agregasi_waktu": variable.agregasi.waktu,
        }


def region_rows(regions: Regions) -> Iterator[Row]:
    """Yield the regions, but those whose code asks for a finding wherever it is written."""
    for region in regions.values():
        if not regions.read(region.kode)[1]:
            start = region.berlaku.mulai
            yield {"kode": region.kode, "tingkat": region.tingkat, "mulai": start}


_TEXTS: Final = ("metode", "polaritas", "predikat")
_NUMBERS: Final = (
    "lengkap",
    "dasar",
    "rilis",
    "pembilang",
    "penyebut",
    "berkali",
    "akar",
    "kali",
    "bagi",
    "kali_rilis",
    "bagi_rilis",
    "desimal",
    "pangkat",
    "terendah",
    "tertinggi",
    "ambang",
)
_RULE: Final = ("tanda", "tetap", "bit")
_WHOLE: Final = frozenset(
    {"mulai", "selesai", "terhitung", "bulat", "ambang", "desimal", "berkali", "akar"}
)
_OF_TEXTS: Final = (
    *("kode", "versi", "variabel", "metode", "polaritas", "predikat", "kategori_", "nama"),
    *("agregasi_", "tingkat"),
)
_BITS: Final = frozenset({"dasar", "rilis"})


def is_text(column: str) -> bool:
    """Say whether a column of these tables holds texts."""
    return column.startswith(_OF_TEXTS) or column.endswith("_tanda")


def type_of(column: str, dialect: Dialect) -> str:
    """Return the type of a column of these tables."""
    if is_text(column):
        return dialect.text if column != "nama" else dialect.long_text
    if column in _WHOLE or column.startswith("ada_"):
        return "INTEGER" if not dialect.temporary else "INT"
    if column in _BITS or column.endswith("_bit"):
        return "BIGINT"
    return dialect.double if dialect.double != "REAL" else "DOUBLE PRECISION"


def written(cell: Cell, dialect: Dialect) -> str:
    """Return a cell as a constant."""
    if cell is None:
        return "NULL"
    if isinstance(cell, str):
        return dialect.literal(cell)
    return str(cell) if isinstance(cell, int) else decimal(cell)


def decimal(number: Fraction) -> str:
    """Return the double nearest to a number as a constant that every database reads so."""
    if number.denominator == 1:
        return str(number.numerator)
    text = f"{float(number):.{_EXACT_DIGITS}g}"
    return text if "e" in text else f"{text}e0"


def table_of(
    name: str, keys: Sequence[str], rows: Sequence[Row], dialect: Dialect
) -> Iterator[str]:
    """Yield the statements that make a table and fill it.

    Args:
        name: its name.
        keys: the columns by which a row is found.
        rows: its rows, all with the same columns.
        dialect: how it is written.
    """
    columns = [*rows[0]]
    lines = [f"({', '.join(written(cell, dialect) for cell in row.values())})" for row in rows]
    if dialect.temporary:
        cast = ", ".join(f"CAST({one} AS {type_of(one, dialect)}) AS {one}" for one in columns)
        values = ",\n".join(lines)
        yield (
            f"CREATE OR REPLACE TEMPORARY VIEW {name} AS SELECT {cast}\n"
            f"FROM VALUES\n{values}\nAS t({', '.join(columns)})"
        )
        return
    typed = [f"  {one} {type_of(one, dialect)}" for one in columns]
    if dialect.keyed:
        typed.append(f"  PRIMARY KEY ({', '.join(keys)})")
    inside = ",\n".join(typed)
    yield f"DROP TABLE IF EXISTS {name}"
    yield f"CREATE TABLE {name} (\n{inside}\n){dialect.options}"
    for start in range(0, len(lines), _A_STATEMENT):
        some = ",\n".join(lines[start : start + _A_STATEMENT])
        yield f"INSERT INTO {name} VALUES\n{some}"
