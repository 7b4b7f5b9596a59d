"""Regions side by side: their ranks by what was published, and how sure each rank is.

A rank is exact by the published values; regions with the same value share it. How far it can move
is told beside it: by what may stand behind a printed number, and for a composite by other weights.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.composite.decomposition import CompositeError, structure_of
from kesbang_iku.composite.ranking import sensitivity
from kesbang_iku.findings import Language, Text, build_answer, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.indicator.answers import StandingAnswer, StandingsAnswer
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of
from kesbang_iku.indicator.printed_number import decimals_of
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.worlds.span import Span, exactly, rounded

_PAIR: Final = 2
PRINT, WEIGHTS = "cetakan", "bobot"
"""What a rank is unsure by: the digits that were printed, or the weights of a composite."""


@dataclass(frozen=True)
class Standing:
    """Where one region stands. Rank 1 is best.

    ``terbaik`` and ``terburuk`` are the ranks it may have as well; where they are one, it is sure.
    """

    wilayah: str
    nama_wilayah: str | None
    nilai: Decimal
    peringkat: int
    terbaik: int
    terburuk: int

    @property
    def pasti(self) -> bool:
        """Whether the region has this rank in every case."""
        return self.terbaik == self.terburuk

    def as_dict(self, bahasa: Language = "id") -> StandingAnswer:
        """Return it as an answer tells it."""
        return build_answer(StandingAnswer, self, bahasa)


@dataclass(frozen=True)
class Standings:
    """The regions of one indicator, year and period, the best first.

    Attributes:
        kode, versi, nama: the indicator.
        tahun, periode: the year and period.
        dalam: the region they lie in, ``None`` for those that were rolled up.
        pita: what a rank is unsure by, ``PRINT`` or ``WEIGHTS``.
        wilayah: the regions that have a rank.
        tanpa_peringkat: those that have none, and why.
    """

    kode: str
    versi: str
    nama: Text | None
    tahun: int | None
    periode: str
    dalam: str | None
    pita: str
    wilayah: tuple[Standing, ...]
    tanpa_peringkat: Mapping[str, Text]

    def as_dict(self, bahasa: Language = "id") -> StandingsAnswer:
        """Return it as an answer tells it."""
        return build_answer(StandingsAnswer, self, bahasa)


@misuse_told
def standings_of(results: Iterable[Result], dalam: str | None = None) -> Standings | None:
    """Rank the regions of ``results``.

    Args:
        results: of one version of an indicator, in one year and period, a region each.
        dalam: the region they lie in.

    Returns:
        The ranks, with their bands; ``None`` for fewer than two regions.

    Raises:
        MissingExtraError: the ranks of a composite are asked for, and numpy is not installed.
    """
    known = sorted(results, key=lambda one: one.wilayah or "")
    if len(known) < _PAIR:
        return None
    first = known[0]
    indicator = indicator_of(first)
    without = {one.wilayah or NOTHING: _why_not(one) for one in known if not _ranked(one)}
    ranked = [one for one in known if _ranked(one)]
    pita: str = PRINT
    standings: list[Standing] = []
    if indicator.polaritas == "stabilkan":
        why = sentences.composite.HAS_THE_POLARITY_STABILKAN_SO.filled(kode=indicator.kode)
        without |= {one.wilayah or NOTHING: why for one in ranked}
    elif ranked:
        pita, standings = _ranks(indicator, ranked)
    return Standings(
        first.kode,
        first.versi,
        first.nama,
        first.tahun,
        first.periode,
        dalam,
        pita,
        tuple(standings),
        without,
    )


def _ranked(result: Result) -> bool:
    return result.nilai is not None and result.status is Status.COMPLETE


def _why_not(result: Result) -> Text:
    said = sentences.indicator.STATUS_NAMES[result.status]
    return said if result.why is None else result.why


def _ranks(indicator: Indicator, ranked: Sequence[Result]) -> tuple[str, list[Standing]]:
    sign = -1 if indicator.polaritas == "maksimalkan" else 1
    values = [Fraction(one.nilai or 0) * sign for one in ranked]
    spans = [_span(one) for one in ranked]
    bands = [_band(number, spans, sign) for number in range(len(ranked))]
    other = _by_weights(indicator, ranked)
    found = []
    for number, result in enumerate(ranked):
        rank = 1 + sum(value < values[number] for value in values)
        low, high = bands[number]
        if other is not None:
            low, high = min(low, other[number][0]), max(high, other[number][1])
        found.append(
            Standing(
                result.wilayah or NOTHING,
                result.nama_wilayah,
                result.nilai or Decimal(0),
                rank,
                min(rank, low),
                max(rank, high),
            )
        )
    found.sort(key=lambda one: (one.peringkat, one.wilayah))
    return (PRINT if other is None else WEIGHTS), found


def _span(result: Result) -> Span:
    """Return what may stand behind a value: a computed one or a count is itself, a print more."""
    exact = result.nilai_eksak
    prints = result.asal is not Origin.COMPUTED and not indicator_of(result).engine.counts
    if prints and result.nilai is not None:
        return rounded(Fraction(result.nilai), decimals_of(result.nilai))
    return exactly(exact if exact is not None else Fraction(result.nilai or 0))


def _band(number: int, spans: Sequence[Span], sign: int) -> tuple[int, int]:
    """Return the best and the worst rank that one of ``spans`` may have among them."""
    own = spans[number]
    others = [span for place, span in enumerate(spans) if place != number]
    surely = sum(not (own.meets(span) or _may_pass(own, span, sign)) for span in others)
    maybe = sum(_may_pass(span, own, sign) for span in others)
    return 1 + surely, 1 + maybe


def _may_pass(one: Span, other: Span, sign: int) -> bool:
    """Say whether ``one`` may be better than ``other``; spans of ranks have both ends."""
    if sign < 0:
        return one.high > other.low  # type: ignore[operator]  # both ends are numbers
    return one.low < other.high  # type: ignore[operator]  # the same


def _by_weights(indicator: Indicator, ranked: Sequence[Result]) -> Sequence[tuple[int, int]] | None:
    """Return the ranks that regions have under other weights, where values have weights."""
    if any(one.asal is not Origin.COMPUTED for one in ranked):
        return None
    table = {one.wilayah or NOTHING: one.masukan for one in ranked}
    try:
        if len(structure_of(indicator).weights) < _PAIR:
            return None
        found = sensitivity(indicator, table)
    except CompositeError:
        return None
    bands = {band.wilayah: (band.low, band.high) for band in found.bands}
    if len(bands) < len(ranked):
        return None
    return [bands[one.wilayah or NOTHING] for one in ranked]
