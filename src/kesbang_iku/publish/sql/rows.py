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
from kesbang_iku.publish.sql.numbers import ONE_THERE

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
        own: the rules of which a sum is none of a formula's, by their places.
        signs: how rules compare a sum with 0.
        released: whether a released value may count.
        apart: whether one of them needs a sum of its own.
        product: whether two sums may be multiplied.
    """

    names: int
    bits: int
    rules: int
    width: int
    own: tuple[int, ...]
    signs: tuple[str, ...]
    released: bool
    apart: bool
    product: bool


def most(found: Sequence[Applying]) -> Most:
    """Return what definitions have at most."""
    known = [one.coefficients for one in found if one.coefficients is not None]
    needed = max((len(one.needed) for one in known), default=0)
    names = max((len(one.names) for one in known), default=0)
    rules = max((len(one.rules) for one in known), default=0)
    width = max((len(name) for one in known for name in one.names), default=0)
    every = [(place, one, rule) for one in known for place, rule in enumerate(one.rules)]
    own = sorted({place for place, one, rule in every if one.times(rule) is None})
    signs = tuple(sorted({rule.sign for _, _, rule in every}))
    released = any(one.released is not None for one in known)
    apart = any(one.released is not None and not one.shift for one in known)
    multiplied = any(one.product for one in known)
    return Most(needed, names, rules, width, tuple(own), signs, released, apart, multiplied)


def sums_of(at_most: Most) -> dict[str, str]:
    """Return the sums that a key needs, and the columns of coefficients that they are made of."""
    released = {"rilisan": "rilis"} if at_most.apart else {}
    own = {f"aturan_{place}": f"aturan_{place}" for place in at_most.own}
    return {"atas": "pembilang", "bawah": "penyebut", **released, **own}


def level_bit(level: AdminLevel) -> int:
    """Return the bit of a level."""
    return 1 << LEVELS.index(level)


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
        "jenjang": None,
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
        "jenjang": sum(level_bit(level) for level in LEVELS if indicator.exists_at(level)),
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
        "geser": known.shift,
        "kali_rilis": released,
        "bagi_rilis": over,
    }
    for number, rule in enumerate(known.rules):
        above, below = known.times(rule) or (0, 0)
        shared = above * known.above.constant + below * known.below.constant
        row[f"aturan_{number}_tanda"] = rule.sign
        row[f"aturan_{number}_tetap"] = rule.total.constant - shared
        row[f"aturan_{number}_atas"], row[f"aturan_{number}_bawah"] = above, below
        row[f"aturan_{number}_bit"] = known.bits(rule.names)
    return row


def coefficient_rows(one: Applying, own: Sequence[int]) -> Iterator[Row]:
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
        shift = known.shift if known is not None else 0
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
            "penyebut": plain.below.of(name) if plain is not None else shift,
            "rilis": int(is_release and not shift),
            **{f"aturan_{place}": _in_rule(known, place, name) for place in own},
            "agregasi_wilayah": variable.agregasi.wilayah,
            "agregasi_waktu": variable.agregasi.waktu,
        }


def _in_rule(known: Coefficients | None, place: int, name: str) -> int:
    """Return the coefficient of a variable in a rule that has a sum of its own."""
    if known is None or place >= len(known.rules) or known.times(known.rules[place]) is not None:
        return 0
    return known.rules[place].total.of(name)


def region_rows(regions: Regions) -> Iterator[Row]:
    """Yield the regions, but those whose code asks for a finding wherever it is written."""
    for region in regions.values():
        if not regions.read(region.kode)[1]:
            start = region.berlaku.mulai
            level = region.tingkat
            bit = level_bit(level)
            yield {"kode": region.kode, "tingkat": level, "jenjang": bit, "mulai": start}


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
    "geser",
    "kali_rilis",
    "bagi_rilis",
    "desimal",
    "pangkat",
    "terendah",
    "tertinggi",
    "ambang",
)
_RULE: Final = ("tanda", "tetap", "bit", "atas", "bawah")
_WHOLE: Final = frozenset(
    {"mulai", "selesai", "terhitung", "bulat", "ambang", "desimal", "berkali", "akar"}
)
_OF_TEXTS: Final = (
    *("kode", "versi", "variabel", "metode", "polaritas", "predikat", "kategori_", "nama"),
    *("agregasi_", "tingkat"),
)
_BITS: Final = frozenset({"dasar", "rilis", "jenjang"})


def is_text(column: str) -> bool:
    """Say whether a column of these tables holds texts."""
    return column.startswith(_OF_TEXTS) or column.endswith("_tanda")


def type_of(column: str, dialect: Dialect) -> str:
    """Return the type of a column of these tables."""
    if is_text(column):
        return dialect.text if column != "nama" else dialect.long_text
    if column in _WHOLE:
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
