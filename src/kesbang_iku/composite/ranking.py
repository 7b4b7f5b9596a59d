"""How much a ranking by a composite owes to its weights.

The weights are varied at random around the published ones, and every component is left out once.
The published ranking itself is exact; the varied ones are computed in floats, many at once (numpy,
the optional group ``ranking``). All that is random comes from a seed, by integers that numpy
promises never to change: the same seed means the same weights, now and years later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm, prod
from typing import TYPE_CHECKING, Final

from kesbang_iku.composite.decomposition import CompositeError, Structure, structure_of
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Text, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status

if TYPE_CHECKING:
    import numpy as np  # light: an extra
    from numpy.typing import NDArray


EXTRA: Final = "ranking"
MOST_NUMBERS: Final = 20_000_000
"""Draws times regions that may be ranked at once: 160 MB of ranks, and as much three times over
while they are made."""

_PERCENTILES: Final = (5, 50, 95)
_ONE: Final = Fraction(1)
_FLOAT_BITS: Final = 53
_UNUSED_BITS: Final = 64 - _FLOAT_BITS


@dataclass(frozen=True, slots=True)
class RankBand:
    """Where a region stands, and where it stands under other weights. Rank 1 is best.

    Attributes:
        wilayah: the region.
        value: its published value.
        rank: its rank by the published weights; equal values share the better rank.
        low: 5th percentile of its ranks under varied weights (the better end).
        median: 50th percentile.
        high: 95th percentile (the worse end).
        stable: share of the draws in which it has its published rank.
    """

    wilayah: str
    value: Decimal
    rank: int
    low: int
    median: int
    high: int
    stable: Fraction


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The ranking without one component, the other weights brought back to their sum. Exact.

    Attributes:
        variable: the component that is left out.
        label: what it is called.
        ranks: rank of each region without it.
        mean_shift: by how many ranks a region moves, on average.
        largest_shift: by how many ranks the region that moves most moves.
    """

    variable: str
    label: str
    ranks: Mapping[str, int]
    mean_shift: Fraction
    largest_shift: int


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """What becomes of a ranking when the weights vary.

    Attributes:
        kode, versi, nama, nama_en: the indicator.
        bands: the regions from the best to the worst by the published weights.
        left_out: the ranking without each component; empty for a single component.
        unranked: regions without a value, with the reason.
        variables: the components, in the order of the columns of ``weights``.
        regions: the regions, in the order of the columns of ``ranks``.
        weights: the weights of each draw, draws × components; each row sums to the published sum.
        ranks: the ranks in each draw, draws × regions.
        spread: by which share each weight varied.
        seed: the seed of the draws.
    """

    kode: str
    versi: str
    nama: str
    nama_en: str
    bands: tuple[RankBand, ...]
    left_out: tuple[LeftOut, ...]
    unranked: Mapping[str, Text]
    variables: tuple[str, ...]
    regions: tuple[str, ...]
    weights: NDArray[np.float64]
    ranks: NDArray[np.int64]
    spread: Fraction
    seed: int

    @property
    def draws(self) -> int:
        """How many sets of weights were drawn."""
        return len(self.weights)

    def draw(self, number: int) -> Mapping[str, float]:
        """Return the weights of one draw, by variable; the first draw is 0."""
        return dict(zip(self.variables, map(float, self.weights[number]), strict=True))


@misuse_told
def sensitivity(
    indicator: Indicator,
    table: Mapping[str, Mapping[str, object]],
    *,
    draws: int = 2000,
    spread: Fraction = Fraction(1, 5),
    seed: int = 1,
) -> Sensitivity:
    """Return how the ranking of the regions in ``table`` depends on the weights of ``indicator``.

    In each draw every weight (levels multiplied out; the exponents of a geometric mean) is
    multiplied by a factor of its own, uniform in ``[1 - spread, 1 + spread]``, and the weights are
    brought back to their published sum. Then each component is left out once.

    Args:
        indicator: a weighted sum or geometric mean, with a direction (not ``stabilkan``).
        table: the variables of each region, as ``Indicator.compute`` takes them. A region that has
            no value, or lacks a component, is not ranked and listed with the reason.
        draws: how many sets of weights.
        spread: by which share a weight may vary, above 0 and below 1.
        seed: the seed; the same seed gives the same draws.

    Returns:
        The ranks by the published weights, under each draw, and without each component.

    Raises:
        CompositeError: the formula is neither a sum nor a geometric mean, a variable is
            subtracted, the indicator has no better end, or no region has a value.
        MissingExtraError: numpy is not installed (``pip install 'kesbang-iku[ranking]'``).
        ValueError: ``draws``, ``spread`` or ``seed`` lies outside of what is possible.
    """
    require_extra("numpy", EXTRA)
    structure = structure_of(indicator)
    _check_weights(indicator, structure)
    higher_is_better = _direction(indicator)
    read = _read(indicator, table, structure)
    _check_arguments(draws, spread, seed, len(read.regions))
    scores = _scores(structure, read.numbers)
    published = _ranks(scores, higher_is_better=higher_is_better)
    weights = _draw_weights(structure, draws, float(spread), seed)
    ranks = _drawn_ranks(structure, read, weights, higher_is_better=higher_is_better)
    bands = _bands(read, published, ranks)
    return Sensitivity(
        kode=indicator.kode,
        versi=indicator.versi,
        nama=indicator.nama,
        nama_en=indicator.nama_en,
        bands=bands,
        left_out=_without_each(
            indicator, structure, read, published, higher_is_better=higher_is_better
        ),
        unranked=read.unranked,
        variables=tuple(structure.weights),
        regions=read.regions,
        weights=weights,
        ranks=ranks,
        spread=spread,
        seed=seed,
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """The regions that have a value: the published one, and the components' numbers."""

    regions: tuple[str, ...]
    published: tuple[Decimal, ...]
    numbers: tuple[tuple[Fraction, ...], ...]
    unranked: Mapping[str, Text]


def _direction(indicator: Indicator) -> bool:
    if indicator.polaritas == "stabilkan":
        raise CompositeError(
            sentences.composite.HAS_THE_POLARITY_STABILKAN_SO.filled(kode=indicator.kode)
        )
    return indicator.polaritas == "maksimalkan"


def _check_weights(indicator: Indicator, structure: Structure) -> None:
    if min(structure.weights.values()) <= 0:
        raise CompositeError(
            sentences.composite.SUBTRACTS_SOME_OF_ITS_VARIABLES.filled(kode=indicator.kode)
        )


def _check_arguments(draws: int, spread: Fraction, seed: int, regions: int) -> None:
    if not 0 < spread < 1:
        raise ValueError(f"spread must lie above 0 and below 1, not at {spread}")
    if not 0 < draws * regions <= MOST_NUMBERS:
        raise ValueError(f"draws × regions must be 1 to {MOST_NUMBERS}, not {draws * regions}")
    if seed < 0:
        raise ValueError(f"the seed must not be negative, as {seed} is")


def _read(
    indicator: Indicator, table: Mapping[str, Mapping[str, object]], structure: Structure
) -> _Read:
    regions: list[str] = []
    published: list[Decimal] = []
    numbers: list[tuple[Fraction, ...]] = []
    unranked: dict[str, Text] = {}
    for region, values in table.items():
        result = indicator.compute(
            {name: value for name, value in values.items() if name != indicator.rilis}
        )
        if result.status is not Status.COMPLETE or result.kurang or result.nilai is None:
            said = (Text.each(found.message) for found in result.temuan)
            unranked[region] = Text.same(" ").join(said)
            continue
        regions.append(region)
        published.append(result.nilai)
        numbers.append(tuple(Fraction(result.masukan[name]) for name in structure.weights))
    if not regions:
        raise CompositeError(sentences.composite.NOT_ONE_REGION_HAS_A.filled(kode=indicator.kode))
    return _Read(tuple(regions), tuple(published), tuple(numbers), unranked)


# ----------------------------------------------------------------------------------------- exact


def _ranks(values: Sequence[Fraction], *, higher_is_better: bool) -> tuple[int, ...]:
    """Return the rank of each value; equal values share the better rank."""
    order = sorted(values, reverse=higher_is_better)
    first: dict[Fraction, int] = {}
    for rank, value in enumerate(order, 1):
        first.setdefault(value, rank)
    return tuple(first[value] for value in values)


def _scores(
    structure: Structure, numbers: Sequence[Sequence[Fraction]], without: int | None = None
) -> list[Fraction]:
    """Return numbers that rank as the composite does, without the component in one column.

    The factor that brings the weights back to their sum is the same for all regions, and so is the
    power that makes a geometric mean of a product of whole powers: both leave the order as it is.
    """
    columns = [
        (column, weight)
        for column, weight in enumerate(structure.weights.values())
        if column != without
    ]
    if structure.mean == "aritmetika":
        return [sum((w * row[column] for column, w in columns), Fraction(0)) for row in numbers]
    common = lcm(*(weight.denominator for _, weight in columns))
    powers = [(column, int(weight * common)) for column, weight in columns]
    return [prod((row[column] ** power for column, power in powers), start=_ONE) for row in numbers]


def _without_each(
    indicator: Indicator,
    structure: Structure,
    read: _Read,
    published: Sequence[int],
    *,
    higher_is_better: bool,
) -> tuple[LeftOut, ...]:
    if len(structure.weights) == 1:
        return ()
    found = []
    for column, name in enumerate(structure.weights):
        scores = _scores(structure, read.numbers, column)
        ranks = _ranks(scores, higher_is_better=higher_is_better)
        shifts = [abs(rank - before) for rank, before in zip(ranks, published, strict=True)]
        found.append(
            LeftOut(
                variable=name,
                label=indicator.variables_by_name[name].label,
                ranks=dict(zip(read.regions, ranks, strict=True)),
                mean_shift=Fraction(sum(shifts), len(shifts)),
                largest_shift=max(shifts),
            )
        )
    return tuple(found)


# ----------------------------------------------------------------------------------------- drawn


def _draw_weights(
    structure: Structure, draws: int, spread: float, seed: int
) -> NDArray[np.float64]:
    import numpy as np  # noqa: PLC0415  # light: an extra

    base = np.array([float(weight) for weight in structure.weights.values()])
    raw = np.random.PCG64(seed).random_raw(draws * len(base)).reshape(draws, len(base))
    uniform = (raw >> np.uint64(_UNUSED_BITS)).astype(np.float64) * 2.0**-_FLOAT_BITS
    varied: NDArray[np.float64] = base * (1 - spread + 2 * spread * uniform)
    total = float(sum(structure.weights.values()))
    varied *= (total / varied.sum(axis=1))[:, np.newaxis]
    return varied


def _drawn_ranks(
    structure: Structure, read: _Read, weights: NDArray[np.float64], *, higher_is_better: bool
) -> NDArray[np.int64]:
    import numpy as np  # noqa: PLC0415  # light: an extra

    numbers = np.array([[float(number) for number in row] for row in read.numbers])
    if structure.mean == "geometrik":
        with np.errstate(divide="ignore"):  # the logarithm of 0 is -inf, the lowest score of all
            numbers = np.log(numbers)
    # Component by component, not as a matrix product: equal regions then get equal scores.
    scores = np.zeros((len(weights), len(numbers)))
    for column in range(numbers.shape[1]):
        scores += weights[:, column, np.newaxis] * numbers[np.newaxis, :, column]
    return _rank_rows(-scores if higher_is_better else scores)


def _rank_rows(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the rank of each number in its row, the lowest first; equals share the better rank."""
    import numpy as np  # noqa: PLC0415  # light: an extra

    order = np.argsort(scores, axis=1)
    ascending = np.take_along_axis(scores, order, axis=1)
    starts = np.ones(scores.shape, dtype=np.bool_)
    starts[:, 1:] = ascending[:, 1:] != ascending[:, :-1]
    places = np.where(starts, np.arange(1, scores.shape[1] + 1), 0)
    ranks = np.empty(scores.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, np.maximum.accumulate(places, axis=1), axis=1)
    return ranks


def _bands(read: _Read, published: Sequence[int], ranks: NDArray[np.int64]) -> tuple[RankBand, ...]:
    import numpy as np  # noqa: PLC0415  # light: an extra

    # Percentiles that are themselves ranks, not numbers between two of them.
    low, middle, high = np.percentile(ranks, _PERCENTILES, axis=0, method="inverted_cdf")
    stable = (ranks == np.array(published)).sum(axis=0)
    bands = [
        RankBand(
            wilayah=region,
            value=read.published[column],
            rank=published[column],
            low=int(low[column]),
            median=int(middle[column]),
            high=int(high[column]),
            stable=Fraction(int(stable[column]), len(ranks)),
        )
        for column, region in enumerate(read.regions)
    ]
    return tuple(sorted(bands, key=lambda band: (band.rank, band.wilayah)))
