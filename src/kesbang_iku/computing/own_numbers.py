"""The number that a province reports itself, held against that of its regions by possible worlds.

Only what no unrounded numbers could give is said. Where some regions have not reported, counts give
a lower bound, and a share proves nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kesbang_iku.computing.rollup_parts import Numbers, Part, with_numbers
from kesbang_iku.findings import Finding, FindingKind, Text, kinds, sentences
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of
from kesbang_iku.indicator.printed_number import PrintedNumber, decimals_of
from kesbang_iku.indicator.status import Origin
from kesbang_iku.model.definition import Variable
from kesbang_iku.worlds.reach import reach_of
from kesbang_iku.worlds.span import Span, added, exactly, rounded

_MOST_DECIMALS = 9


def own_findings(
    own: Part, rolled: Result, parts: Iterable[Numbers], *, whole: bool
) -> Iterator[Finding]:
    """Yield what is wrong with a region's own number, or with the numbers of its regions.

    Args:
        own: what the region itself reports.
        rolled: what its regions give.
        parts: the numbers of each of them.
        whole: whether all of them report.
    """
    if own.why_not is not None:
        return
    indicator = indicator_of(rolled)
    spans = _together(indicator, parts)
    told = {
        name: Fraction(own.result.masukan[name]) for name in spans if name in own.result.masukan
    }
    numbers = told or with_numbers(own, tuple(spans))[1]
    if numbers:
        yield from _by_variables(own, indicator, numbers, spans, whole=whole)
    elif whole and own.result.asal is Origin.PRINTED and own.result.nilai is not None:
        yield from _by_value(own, indicator, rolled, spans)


def _together(indicator: Indicator, parts: Iterable[Numbers]) -> Mapping[str, Span]:
    """Return what each variable can be for all parts together."""
    each: dict[str, list[Span]] = {}
    for numbers in parts:
        for name, number in numbers.items():
            each.setdefault(name, []).append(_span(indicator.variables_by_name[name], number))
    return {name: added(spans) for name, spans in each.items()}


def _span(variable: Variable, number: Fraction) -> Span:
    """Return what a number can stand for: a count for itself, a measured one for its rounding.

    Of how many zeros were written at its end nothing is known; fewer decimals are the wider span.
    """
    if variable.whole:
        return exactly(number)
    exact = (one for one in range(_MOST_DECIMALS) if (number * 10**one).denominator == 1)
    return rounded(number, next(exact, _MOST_DECIMALS))


def _by_variables(
    own: Part, indicator: Indicator, numbers: Numbers, spans: Mapping[str, Span], *, whole: bool
) -> Iterator[Finding]:
    against = []
    for name, number in numbers.items():
        variable, together = indicator.variables_by_name[name], spans[name]
        alone = _span(variable, number)
        if alone.meets(together):
            continue
        if whole or (variable.minimum == 0 and together.low > alone.high):  # type: ignore[operator]  # both spans are around numbers
            against.append(_said(Text.same(name), number, together))
    if against:
        kind = kinds.OWN_NUMBER_DIFFERS if whole else kinds.OWN_NUMBER_TOO_SMALL
        yield _at(kind, own, Text.same("; ").join(against))


def _by_value(
    own: Part, indicator: Indicator, rolled: Result, spans: Mapping[str, Span]
) -> Iterator[Finding]:
    tree, printed = indicator.engine.base_tree, own.result.nilai
    reach = None if tree is None else reach_of(tree, spans)
    if reach is None or printed is None or rolled.nilai is None:
        return
    number = PrintedNumber(
        Fraction(printed), decimals_of(printed), f"{printed:f}", lambda: own.place
    ).as_typed
    # A print that only another way of rounding explains is no proof.
    ways = (number.span, number.cut, *(span for _, span in number.rounded_otherwise()))
    if any(reach.meets(span) for span in ways):
        return
    label = sentences.computing.ITS_VALUE
    yield _at(
        kinds.OWN_NUMBER_DIFFERS, own, _said(label, number.value, exactly(Fraction(rolled.nilai)))
    )


def _said(name: Text, alone: Fraction, together: Span) -> Text:
    return sentences.computing.AGAINST.filled(nama=name, sendiri=alone, jumlah=together.middle())


def _at(kind: FindingKind, own: Part, against: Text) -> Finding:
    result = own.result
    return kind.at(
        own.place,
        value=result.kode,
        kode=result.kode,
        wilayah=result.wilayah,
        tahun=result.tahun,
        angka=against,
    )
