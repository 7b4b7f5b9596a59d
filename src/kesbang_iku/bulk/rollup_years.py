"""Which items of a table make the years of their regions, and may contradict them, as columns."""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.columns import certain
from kesbang_iku.bulk.keys import KEYS, year_of
from kesbang_iku.bulk.libraries.library import Lazy, Library
from kesbang_iku.bulk.rollup_columns import (
    BAD,
    COUNTED,
    KIND,
    LARGEST,
    LAST,
    MIXED,
    NO_YEAR,
    OK,
    PERIOD,
    STRANGE,
    USED,
    VALUE,
    YEARLESS,
    Applying,
    any_of,
    chosen,
    flag,
)
from kesbang_iku.computing.amounts import adds_up
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.periods import ANNUAL

_ADDED, _LASTING = "jumlah", "terakhir"
_YEAR: Final = ("wilayah", "tahun", "kode")
_PAIRED: Final = "__paired"
_NEAR: Final = 1e-6  # of what is added: far more than sums of doubles err


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


def doubted(items: Lazy, numbers: Lazy, applying: Sequence[Applying]) -> Lazy:
    """Return the items of years that may contradict their parts; of all others nothing is told.

    What they say against each other, ``against_each_other`` says. It is silent of a year beside all
    parts of one kind if each number that is added over time is the sum of those of the parts, or
    the same in all of them, and if no share is a sum. ``numbers`` are those of ``FrameRollup``.
    """
    added = [
        (one, [each.nama for each in one.indicator.variabel if each.agregasi.waktu == _ADDED])
        for one in applying
    ]
    counted = any_of(one.rows & nw.col("variabel").is_in(names) for one, names in added if names)
    # A year beside all parts of one kind.
    paired = (nw.col("__longest") == 1) & (nw.col("__rows") == nw.col("__shortest") + 1)
    paired &= (nw.col(KIND) == 1) | (nw.col("__parts") == nw.col(KIND))
    paired &= (nw.col(OK) == 1) & (nw.col("__running") == 0) & (nw.col(STRANGE) == 0)
    items = items.with_columns(flag(paired).alias(_PAIRED))
    about = items.select(*KEYS, KIND, _PAIRED)
    told = _held(numbers.filter(counted).join(about, on=[*KEYS], how="inner"), *_YEAR, "variabel")
    told = told.group_by(*_YEAR).agg(nw.col("__agrees").sum().alias("__agreeing"))
    value = nw.col("nilai").fill_null(0.0)
    plain = certain((nw.col("nilai").floor() == value) & (value.abs() <= LARGEST))
    years = _held(items.with_columns(value.alias(VALUE), flag(~plain).alias("__odd")), *_YEAR)
    # A year that is written in two ways may be told twice.
    once = [pair for pair in added if len({*map(year_of, pair[0].years)}) == len(pair[0].years)]
    needed = chosen([(one.rows, len(names)) for one, names in once], nw.lit(-1))
    whole = any_of(one.rows for one in applying if one.indicator.kumulatif)
    share = any_of(one.rows for one in applying if not adds_up(one.indicator))
    apart = (nw.col("__own") * 2 - nw.col("__all")).abs() > (nw.col("__size") + 1) * _NEAR
    sure = (nw.col(_PAIRED) == 1) & (nw.col("__agreeing").fill_null(0) == needed)
    sure &= ~whole | (nw.col("__agrees") == 1)
    sure &= ~share | (nw.col("__own") == 0) | apart
    years = years.join(told, on=[*_YEAR], how="left").filter(~certain(sure))
    return items.join(years.select(*_YEAR), on=[*_YEAR], how="inner")


def _held(numbers: Lazy, *by: str) -> Lazy:
    """Return the number of each year, and whether it is for certain the sum of its parts."""
    value = nw.col(VALUE)
    sums = {"__all": value, "__own": value * flag(nw.col(KIND) == 1), "__size": value.abs()}
    found = numbers.with_columns(value.alias("__most"), **sums).group_by(*by)
    held = found.agg(
        nw.len().alias("__n"),
        nw.col(_PAIRED, VALUE).min(),
        nw.col(KIND, "__odd", "__most").max(),
        nw.col(*sums).sum(),
    )
    agrees = (nw.col("__own") * 2 == nw.col("__all")) | (nw.col("__most") == nw.col(VALUE))
    agrees &= (nw.col("__odd") == 0) & (nw.col("__n") == nw.col(KIND) + 1)
    return held.with_columns(flag(agrees).alias("__agrees"))
