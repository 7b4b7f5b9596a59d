"""Rules over regions in time: series that go on over the split of a region (IKU318)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.model.region import Region
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at

_NAMED: Final = 3
"""So many codes of series are named; of more, how many more there are."""

_Pair = tuple[ReportEntry, ReportEntry]
"""Two values of a series, of one year and of the next one that has any."""


@rule.whole("IKU318")
def series_over_split(context: ReportContext) -> Outcomes:
    """Values of a region from before and after other regions were taken from it.

    The year of an act is still counted to what was before: reports of the new regions begin later.
    Of a region it is said once for the same years, with all its series.
    """
    for pairs in _steps(context):
        before, after = pairs[0]
        region = after.region
        if region is None:
            continue
        split = [
            one
            for one in context.regions.split_from(region.kode)
            if one.berlaku.mulai is not None and before.tahun <= one.berlaku.mulai < after.tahun
        ]
        if split:
            yield at(
                after,
                place=after.report.locate(("tahun",)),
                value=after.tahun,
                nama=region.nama,
                tahun_lama=before.tahun,
                kode=_codes(pairs),
                pecahan=Text.same("; ").join(map(_founded, split)),
            )


def _steps(context: ReportContext) -> Iterator[Sequence[_Pair]]:
    """Yield the steps from year to year that series of one region take together."""
    steps: dict[tuple[str, int, int], list[_Pair]] = {}
    for entries in context.yearly:
        valued = [entry for entry in entries if entry.value is not None]
        for before, after in pairwise(valued):
            steps.setdefault((after.wilayah, before.tahun, after.tahun), []).append((before, after))
    yield from steps.values()


def _codes(pairs: Sequence[_Pair]) -> str:
    codes = [after.kode for _, after in pairs]
    more = len(codes) - _NAMED
    return ", ".join(codes[:_NAMED]) + (f", +{more}" if more > 0 else "")


def _founded(region: Region) -> Text:
    """Return a region with the act that established it, and how official that is."""
    act = region.dasar_hukum or str(region.berlaku.mulai)
    standing = said.STANDINGS[region.kedudukan or "usulan"]
    return Text.same("").join((Text.same(f"{region.nama} ({act}, "), standing, Text.same(")")))
