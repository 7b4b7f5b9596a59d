"""Run backwards: which weights can stand behind published parts and their published total.

Each published row says that a weighted mean of numbers in known spans lies in another: two half
planes in the space of the weights, for the largest and the smallest that the parts may have been.
Together with weights that are not negative and sum to one they leave a polytope; its corners, found
by clipping a simplex exactly, bound every weight. A row that leaves nothing contradicts the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from operator import mul

from kesbang_iku._records import dataclass
from kesbang_iku.worlds.span import Span

Corner = tuple[Fraction, ...]
_Corners = Mapping[Corner, frozenset[int]]
"""The corners of a polytope, each with the planes it lies on, by their numbers."""


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
    whole = range(len(names))
    corners: _Corners = {
        tuple(Fraction(int(at == other)) for other in whole): frozenset({*whole} - {at})
        for at in whole
    }
    cutting, number = [], len(names)
    for row in known:
        left = corners
        for plane in _planes(row, names):
            left, number = _clipped(left, plane, number), number + 1
        if left is not corners:
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


def _clipped(corners: _Corners, plane: tuple[Corner, Fraction], number: int) -> _Corners:
    """Return the corners of what a half plane leaves of a polytope.

    An edge joins two corners that lie on enough planes together, all of which no third lies on;
    where it crosses the new plane is a new corner.
    """
    normal, limit = plane
    over = {corner: sum(map(mul, normal, corner), -limit) for corner in corners}
    if all(one <= 0 for one in over.values()):
        return corners
    kept = {
        corner: planes | {number} if not over[corner] else planes
        for corner, planes in corners.items()
        if over[corner] <= 0
    }
    for inside, outside in product(corners, corners):
        if over[inside] >= 0 or over[outside] <= 0:
            continue
        common = corners[inside] & corners[outside]
        others = (corners[one] for one in corners if one not in {inside, outside})
        if len(common) < len(inside) - 2 or any(common <= planes for planes in others):
            continue
        share = over[outside] / (over[outside] - over[inside])
        cut = tuple(a + share * (b - a) for a, b in zip(outside, inside, strict=True))
        kept[cut] = kept.get(cut, frozenset()) | common | {number}
    return kept
