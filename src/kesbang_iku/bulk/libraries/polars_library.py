"""Polars, where numbers stand for texts, and a map of all keys there may be tells repeated ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib import import_module
from itertools import count
from math import nextafter
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.bulk.libraries.library import BEGUN, Answers, Lazy, Texts, of_native
from kesbang_iku.bulk.libraries.mapped_keys import MappingLibrary, within
from kesbang_iku.formula.engines.arithmetic import DOUBLE, FLOAT_UNIT, Capacity, Quotient

_SLOTS: Final = 1 << 16
_WINDOWS: Final = tuple(1 << bits for bits in range(48))
"""By one of them the hashes of some hundred names tell all of them apart."""


class PolarsLibrary(MappingLibrary):
    """Tables of Polars."""

    capacity: Capacity = replace(DOUBLE, quotient=5 << 48)
    most_listed: int = 1 << 10

    def __init__(self) -> None:
        """Import Polars, which nothing but a table of it asks for."""
        self.pl: Any = import_module("polars")

    def divided(self, numerator: nw.Expr, denominator: nw.Expr | int) -> nw.Expr:
        """Divide by a column even by a constant, by whose reciprocal Polars would multiply."""
        if isinstance(denominator, int):
            denominator = numerator * 0.0 + float(denominator)
        return numerator / denominator

    def rounded(self, quotient: Quotient[nw.Expr]) -> nw.Expr:
        """Add a half of a step to what is divided, and count the steps: a pass over rows less."""
        below = quotient.below
        if isinstance(below, int):
            counting, divided = _counting(Fraction(1, below), 0), quotient.above
        else:
            counting, divided = _counting(quotient.factor, 2), self.divided(quotient.n, quotient.d)
        if counting is None:
            return super().rounded(quotient)
        half, step = counting
        return (divided + half) // step

    def decimal(self, units: nw.Expr, decimals: int, largest: int | None) -> nw.Expr:
        """Multiply twice where that is proven to divide, since a column of constants costs more."""
        times, share = _reciprocal(decimals)
        if not decimals or largest is None or largest * times >= FLOAT_UNIT:
            return super().decimal(units, decimals, largest)
        return units * float(times) * share

    def number(self, value: int) -> nw.Expr:
        """Take few bytes, of the kind that places in a list are."""
        return nw.lit(value, nw.UInt16)

    def occurring(self, table: Lazy, regions: Sequence[str]) -> Sequence[tuple[object, object]]:
        """Return the pairs of code and year; a table of one code is not searched for more."""
        pl = self.pl
        if not table.collect_schema()["tahun"].is_integer():
            return super().occurring(table, regions)
        code, year = pl.col("kode"), pl.col("tahun")
        asked = {"one": code.first(), "same": (code == code.first()).sum(), "rows": pl.len()}
        asked |= {"first": year.min(), "until": year.max(), "absent": year.null_count()}
        found = table.to_native().select(**asked).collect().row(0, named=True)
        first, until = found["first"], found["until"]
        if found["same"] != found["rows"] or found["absent"] or not within(first, until):
            return super().occurring(table, regions)
        return [(found["one"], year) for year in range(first, until + 1)]

    def years(self, table: Lazy) -> Any:  # noqa: ANN401  # an Expr of Polars
        """Return the years of a table."""
        _ = table
        return self.pl.col("tahun").cast(self.pl.Int32)

    def places(self, table: Lazy, name: str, known: Sequence[str]) -> Any:  # noqa: ANN401  # the same
        """Return where the texts of a column stand among those that are known."""
        _ = table
        listed = self.pl.Enum(list(known))
        return self.pl.col(name).cast(listed, strict=False).to_physical().cast(self.pl.Int32)

    def marks(self, table: Lazy, places: Any, size: int) -> tuple[int, int]:  # noqa: ANN401  # the same
        """Mark places in a map of bytes: bits older versions take in order alone."""
        there = table.to_native().select(key=places).collect().to_series().drop_nulls()
        marked = self.pl.zeros(size, dtype=self.pl.UInt8, eager=True)
        return int(marked.scatter(there, 1).sum()), len(there)

    def marked(self, table: Lazy, repeated: Lazy) -> Lazy:
        """Mark repeated keys, and keep the rows in their order."""
        joined = table.to_native().join(
            repeated.to_native(), on=[*KEYS], how="left", maintain_order="left"
        )
        return of_native(joined)

    def begun(self, table: Lazy, starts: Mapping[str, int], regions: Sequence[str]) -> Lazy:
        """Take each year from a list; where in it a region is found is told by its hash.

        No other region has the same place, and there are no other regions: that costs half of
        looking a name up, which would compare it with the one that is found.
        """
        pl, (apart, slots) = self.pl, _apart(tuple(regions))
        listed = pl.Series([starts.get(one, 0) for one in regions], dtype=pl.Int64)
        if apart is None:
            places = self.places(table, "wilayah", regions)
        else:
            listed = pl.zeros(_SLOTS, dtype=pl.Int64, eager=True).scatter(slots, listed)
            places = _slots(pl, pl.col("wilayah").hash(), apart)
        begun = pl.lit(listed).gather(places).alias(BEGUN)
        return of_native(table.to_native().with_columns(begun))

    def labelled(self, table: Lazy, texts: Texts) -> Lazy:
        """Take each text from its place in a list, which costs less than asking for each."""
        pl = self.pl
        chosen = [
            pl.lit(pl.Series(known, dtype=pl.String)).gather(pl.col(name)).alias(name)
            if known
            else pl.lit(None, dtype=pl.String).alias(name)
            for name, known in texts.items()
        ]
        return of_native(table.to_native().with_columns(*chosen))

    def made(self, native: object, columns: Mapping[str, Sequence[Any]]) -> Lazy:
        """Return a table of these columns."""
        _ = native
        return of_native(self.pl.LazyFrame(dict(columns)))

    def with_answers(
        self, regular: Lazy, strange: Sequence[Lazy], answer: Callable[[Any], Answers]
    ) -> object:
        """Return a lazy table, in which strange rows are answered when it is collected."""
        pl = self.pl
        types = regular.to_native().collect_schema()

        def answered(rows: Any) -> object:  # noqa: ANN401  # a DataFrame of Polars
            return pl.DataFrame(answer(rows.iter_rows(named=True)), schema=types)

        parts = [
            rows.to_native().map_batches(answered, schema=types, streamable=False)
            for rows in strange
        ]
        return pl.concat([regular.to_native(), *parts])


@cache
def _apart(texts: tuple[str, ...]) -> tuple[int | None, Any]:
    """Return by which window the hashes of texts are told apart, and the place of each by it."""
    pl = import_module("polars")
    hashes = pl.Series(texts, dtype=pl.String).hash()
    for window in _WINDOWS:
        slots = _slots(pl, hashes, window)
        if slots.is_unique().all():
            return window, slots
    return None, None


def _slots(pl: Any, hashes: Any, window: int) -> Any:  # noqa: ANN401  # Polars, a Series or an Expr
    """Return a place for each hash, of some of its bits."""
    return (hashes // window % _SLOTS).cast(pl.UInt32)


@cache
def _counting(factor: Fraction, roundings: int) -> tuple[float, float] | None:
    """Return a half and a step by which a quotient is rounded, where that is proven.

    **Theorem.** Let ``N / D = P x`` be what is to be rounded, ``N`` and ``D`` whole, ``u = 2^-53``,
    ``z`` what doubles give for ``x + 1/(2 P)`` in at most ``k`` roundings one upon the other, and
    ``r = (1 + e) P`` with ``(1 - u)^k r >= P``. If ``(2 N + 3 D) ((k + 1) u + e) < 1``, then
    ``floor(fl(z r)) = floor(N / D + 1/2)``.

    *Proof.* Let ``m = floor(N / D + 1/2)``, and ``T = (N / D + 1/2) / P``.
    *Not too low*: ``z r >= T (1 - u)^k r >= m``, a double that ``fl`` never turns to one below it.
    *Not too high*: ``T P <= m + 1 - 1/(2 D)``, as in ``formula.engines.quotient``, and so ``z r <=
    (m + 1 - 1/(2 D)) (1 + u)^k (1 + e)``. Whatever is below ``(m + 1) (1 - u)`` goes to a double
    below ``m + 1``; and ``(1 - u) / ((1 + u)^k (1 + e)) > 1 - (k + 1) u - e``, so it is enough that
    ``(m + 1) ((k + 1) u + e) < 1/(2 D)``, where ``2 D (m + 1) <= 2 N + 3 D``. ∎

    Of columns ``k`` is 2: quotient and half are rounded, each by itself, and then their sum. With a
    constant below ``x`` is whole and the half exact, as is their sum: ``k`` is 0. Multiplied is by
    ``fl(1 / s)``, the reciprocal of the step; ``1 / s`` is held to the same, so that no matter is
    made of how Polars divides.
    """
    unit = Fraction(1, FLOAT_UNIT)
    least, step = factor / (1 - unit) ** roundings, float(1 / factor)
    while min(ends := (1 / Fraction(step), Fraction(1 / step))) < least:
        step = nextafter(step, 0)
    error = (roundings + 1) * unit + max(ends) / factor - 1
    proven = error * PolarsLibrary.capacity.quotient <= 1
    return (float(1 / (2 * factor)), step) if proven else None


@cache
def _reciprocal(decimals: int) -> tuple[int, float]:
    """Return a whole number and a double by which to multiply instead of dividing by 10^decimals.

    **Theorem.** Let ``M = 10^d k`` and ``c = (1 + e) / M`` be a double with ``|e| 5^d < 2^-54``.
    For a whole number ``u`` with ``|u| k < 2^53`` the product ``fl((u k) c)`` is ``fl(u / 10^d)``,
    the double nearest to the decimal.

    *Proof.* ``u k`` is a double, so ``fl`` rounds ``x (1 + e)``, where ``x = u / 10^d``; let it be
    above 0. The two round differently only if the middle of two neighbouring doubles lies between
    ``x`` and ``x (1 + e)``, or is one of them. A middle is ``q 2^-j`` with an odd ``q`` between
    ``2^53`` and ``2^54``. Were ``j <= d``, ``u`` would be near ``q 5^d 2^(d - j)``, which is above
    ``2^53``. So ``j > d``, and ``2^(j - d) u - q 5^d``, an even number less an odd one, is at least
    1 without its sign: ``x`` is at least ``2^-j / 5^d`` away from the middle. But ``|x e|`` is
    less, as ``x`` is below ``2^(54 - j)``, or beyond it and farther from the middle than ``2^-j``.
    ∎
    """

    def proven(times: int) -> bool:
        whole: int = 10**decimals * times
        error = abs(Fraction(1 / whole) * whole - 1)
        return error < Fraction(1, 2 * FLOAT_UNIT * 5**decimals)

    times = next(filter(proven, count(1, 2)))
    return times, 1.0 / (10**decimals * times)
