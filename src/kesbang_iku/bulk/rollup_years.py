"""Which items of a table make the years of their regions, as columns."""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.libraries.library import Lazy, Library
from kesbang_iku.bulk.rollup_columns import (
    BAD,
    COUNTED,
    KIND,
    LAST,
    MIXED,
    NO_YEAR,
    OK,
    PERIOD,
    STRANGE,
    USED,
    YEARLESS,
    Applying,
    any_of,
    flag,
)
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.periods import ANNUAL

_ADDED, _LASTING = "jumlah", "terakhir"
_YEAR: Final = ("wilayah", "tahun", "kode")


def of_years(items: Lazy, library: Library, applying: Sequence[Applying], *, alone: bool) -> Lazy:
    """Say which items make a year: the year itself, else the parts of it that are most."""
    is_year = flag(nw.col(KIND) == 1)
    part = flag((nw.col(OK) == 1) & (nw.col(KIND) > 1))
    items = items.with_columns(
        is_year.alias("__is_year"),
        part.alias("__part"),
        (part * nw.col(LAST)).alias("__lasts"),
        flag(nw.col("periode").str.starts_with("sd-")).alias("__runs"),
    )
    of_year = {"__annual": nw.col("__is_year").max(), "__rows": nw.len()}
    of_year |= {"__longest": nw.col(KIND).min(), "__shortest": nw.col(KIND).max()}
    items = library.windowed(items, _YEAR, **of_year, __running=nw.col("__runs").max())
    of_kind = {"__parts": nw.col("__part").sum(), "__has_part": nw.col("__lasts").max()}
    items = library.windowed(items, (*_YEAR, KIND), **of_kind)
    # Of several kinds those of which fewest miss, of these the one with the most parts; but of a
    # stock first one that has the part which counts.
    lasting = any_of(one.rows for one in applying if _over_time(one) == _LASTING)
    score = (nw.col(KIND) - nw.col("__parts")) * 100 - nw.col(KIND)
    score = score + flag(lasting & (nw.col("__has_part") == 0)) * 2_000
    score = nw.when(nw.col("__part") == 1).then(score).otherwise(nw.lit(10_000))
    items = items.with_columns(score.alias("__score"))
    items = library.windowed(items, _YEAR, __best=nw.col("__score").min())
    best = flag((nw.col("__part") == 1) & (nw.col("__score") == nw.col("__best")))
    items = items.with_columns(best.alias("__taken"))
    items = items.with_columns(
        **{f"__taken_{name}": nw.col("__taken") * nw.col(name) for name in (LAST, "__parts", KIND)}
    )
    most = {"__has_last": LAST, "__most": "__parts", "__needs": KIND}
    asked = {name: nw.col(f"__taken_{of}").max() for name, of in most.items()}
    items = library.windowed(items, _YEAR, **asked)
    full = (nw.col("__most") > 0) & (nw.col("__most") == nw.col("__needs"))
    never = any_of(one.rows for one in applying if _over_time(one) is None)
    made = flag(~never & ((lasting & (nw.col("__has_last") == 1)) | (~lasting & full)))
    items = items.with_columns(made.alias("__made"), flag(never).alias("__never"))
    annual = nw.col("__annual") == 1
    own, ok = nw.col("__is_year") == 1, nw.col(OK) == 1
    used = (annual & own & ok) | (~annual & (nw.col("__taken") == 1) & (nw.col("__made") == 1))
    yearless = ~annual & (nw.col("__made") == 0)
    nothing = ~annual & (nw.col("__most") == 0)
    # Sums beside what lasts may break a rule that every part keeps.
    odd = any_of(one.rows for one in applying if lasting_variables(one) and one.indicator.aturan)
    odd = (odd & ~lasting) | (nw.col("__adds") == 0)
    strange = (annual & own & ~ok & (nw.col("__rows") > 1)) | (~annual & odd)
    # A running total may be the year, or a part of it that is told in other words, too.
    strange = strange | (~annual & (nw.col("__running") == 1))
    if alone:
        refused = own & (nw.col("status") == Status.REJECTED.value)
        strange = strange | refused | (yearless & ~nw.col("status").is_null())
    return items.with_columns(
        nw.lit(ANNUAL).alias(PERIOD),
        flag(used).alias(USED),
        flag(used & ((nw.col(LAST) == 1) | annual)).alias(COUNTED),
        flag(annual & own & ~ok).alias(BAD),
        flag(yearless & ((nw.col("__never") == 0) | nothing)).alias(YEARLESS),
        flag(yearless & (nw.col("__never") == 1) & ~nothing).alias(NO_YEAR),
        flag(strange).alias(STRANGE),
        flag(nw.col("__longest") < nw.col("__shortest")).alias(MIXED),
    )


def _over_time(one: Applying) -> str | None:
    """Return how an indicator goes over time; ``None`` where its parts make no year."""
    variables = one.indicator.variables_by_name
    ways = {variables[name].agregasi.waktu for name in one.indicator.engine.computed_from}
    if not ways <= {_ADDED, _LASTING}:
        return None
    return _LASTING if ways == {_LASTING} else _ADDED


def lasting_variables(one: Applying) -> list[str]:
    """Return the variables of which the last period counts for the year."""
    variables = one.indicator.variables_by_name
    return [name for name in one.names or () if variables[name].agregasi.waktu == _LASTING]
