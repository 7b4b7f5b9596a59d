"""Run backwards: which weights can stand behind published parts and their published total.

Each published row says that a weighted mean of numbers in known spans lies in another: two half
planes in the space of the weights, for the largest and the smallest that the parts may have been.
Together with weights that are not negative and sum to one they leave a polytope; its corners, found
by clipping a simplex exactly, bound every weight. A row that leaves nothing contradicts the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from kesbang_iku._records import dataclass
from kesbang_iku.worlds.span import Span

Corner = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What was published together: the spans of the parts, and that of their total."""

    name: str
    parts: Mapping[str, Span]
    total: Span

    def allows(self, weights: Mapping[str, Fraction]) -> bool:
        """Say whether these weights can have made the total of such parts."""
        return _mean(self.parts, weights).meets(self.total)


@dataclass(frozen=True, slots=True)
class WeightBounds:
    """The weights that published rows leave possible.

    Attributes:
        bounds: the smallest and the largest possible weight of each part; none at all if no
            weights can have made all rows.
        rows: the rows they follow from.
        cutting: those of the rows that cut something off, and so are the proof.
    """

    bounds: Mapping[str, tuple[Fraction, Fraction]]
    rows: tuple[Row, ...]
    cutting: tuple[Row, ...]

    def refuted_by(self, weights: Mapping[str, Fraction]) -> tuple[Row, ...]:
        """Return the rows that cannot have been made with these weights."""
        return tuple(row for row in self.rows if not row.allows(weights))


def bounds_of(rows: Iterable[Row]) -> WeightBounds:
    """Return which weights can have made all of ``rows``, which share their parts."""
    known = tuple(rows)
    names = tuple(known[0].parts) if known else ()
    corners: list[Corner] = [tuple(Fraction(int(one == other)) for other in names) for one in names]
    cutting = []
    for row in known:
        left = corners
        for plane in _planes(row, names):
            left = _clipped(left, plane)
        if left != corners:
            cutting.append(row)
        corners = left
        if not corners:
            break
    bounds = {
        name: (min(corner[at] for corner in corners), max(corner[at] for corner in corners))
        for at, name in enumerate(names)
        if corners
    }
    return WeightBounds(bounds, known, (*cutting,))


def _mean(parts: Mapping[str, Span], weights: Mapping[str, Fraction]) -> Span:
    """Return what a weighted mean of numbers in spans can be, for weights that are not negative."""
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    has_low = has_high = True
    for name, span in parts.items():
        weight = weights[name]
        if not weight:
            continue
        ends = (span.low, span.high)
        low, high = (
            None if sum_ is None or not isinstance(end, Fraction) else sum_ + weight * end
            for sum_, end in zip((low, high), ends, strict=True)
        )
        has_low, has_high = has_low and span.has_low, has_high and span.has_high
    return Span(low, high, has_low, has_high)


def _planes(row: Row, names: Sequence[str]) -> list[tuple[Corner, Fraction]]:
    """Return the half planes ``normal * weights <= limit`` of a row."""
    spans = [row.parts[name] for name in names]
    planes = []
    if isinstance(row.total.low, Fraction):
        highs = tuple(-one.high for one in spans if isinstance(one.high, Fraction))
        planes.append((highs, -row.total.low))
    if isinstance(row.total.high, Fraction):
        lows = tuple(one.low for one in spans if isinstance(one.low, Fraction))
        planes.append((lows, row.total.high))
    return [plane for plane in planes if len(plane[0]) == len(names)]


def _clipped(corners: list[Corner], plane: tuple[Corner, Fraction]) -> list[Corner]:
    """Return the corners of what a half plane leaves of a polytope.

    Every pair of a kept and a dropped corner is cut, not the edges alone: what is too much lies
    inside, so the bounds stay what they are.
    """
    normal, limit = plane
    over = [sum(map(_times, normal, corner), -limit) for corner in corners]
    if all(one <= 0 for one in over):
        return corners
    kept = [corner for corner, one in zip(corners, over, strict=True) if one <= 0]
    cut = []
    for (one, above), (other, below) in combinations(zip(corners, over, strict=True), 2):
        if (above > 0) == (below > 0) or not above or not below:
            continue
        share = above / (above - below)
        cut.append(tuple(a + share * (b - a) for a, b in zip(one, other, strict=True)))
    return _hull(list(dict.fromkeys(kept + cut)))


def _times(one: Fraction, other: Fraction) -> Fraction:
    return one * other


def _hull(points: list[Corner]) -> list[Corner]:
    """Return the corners of the hull of points: exactly for up to three weights.

    Three weights that sum to one lie in a plane, in which the hull is walked around; two lie on a
    line. Of more weights all points are kept.
    """
    dimension = len(points[0]) - 1 if points else 0
    ordered = sorted(points)
    if dimension <= 1 or len(ordered) <= dimension + 1:
        return ordered[:1] + ordered[-1:] if dimension == 1 and len(ordered) > 1 else ordered
    if dimension > 2:  # noqa: PLR2004  # a plane has two directions
        return ordered
    return _half_hull(ordered)[:-1] + _half_hull(ordered[::-1])[:-1]


def _half_hull(points: Sequence[Corner]) -> list[Corner]:
    chain: list[Corner] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(one: Corner, other: Corner, third: Corner) -> Fraction:
    return (other[0] - one[0]) * (third[1] - one[1]) - (other[1] - one[1]) * (third[0] - one[0])
