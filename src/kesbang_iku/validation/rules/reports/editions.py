"""Rules over editions of a measurement: what its sampling error leaves open (IKU467)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku.findings import sentences
from kesbang_iku.model.observation import Edition
from kesbang_iku.validation.rules.reports.context import ANNUAL, ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

_UNKNOWN: Final = Fraction(0)


@rule.within("IKU467")
def change_of_class_within_error(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """Another class than in an earlier year, though the value moved less than its error.

    Of two errors the larger one is taken alone; that of a difference is never smaller.
    """
    before = entry.earlier
    if before is None or entry.value is None or entry.periode != ANNUAL or entry.region is None:
        return
    scale = entry.indicator.engine.scale(entry.region.tingkat)
    if scale is None:
        return
    old, new = scale.classify(before.value), scale.classify(entry.value)
    if old == new or old is None or new is None:
        return
    years = {before.tahun, entry.tahun}
    measured = [*_measured(entry, years, context)]
    known = [one for one in measured if one.galat_wilayah == entry.wilayah]
    if not known:
        if any(one.sampel for one in measured):
            yield inconclusive(entry, sentences.validation.NO_ERROR_KNOWN)
        return
    largest = max(known, key=lambda one: one.galat_poin or _UNKNOWN)
    change = abs(entry.value - before.value)
    if change <= (largest.galat_poin or _UNKNOWN):
        yield at(
            entry,
            value=entry.result.nilai,
            kelas_lama=old,
            tahun_lama=before.tahun,
            lama=before.value,
            kelas=new,
            selisih=change,
            galat=largest.galat_poin,
            edisi=largest.edisi,
        )


def _measured(entry: ReportEntry, years: set[int], context: ReportContext) -> Iterator[Edition]:
    """Yield the editions that measured in one of these years."""
    for edition in context.katalog.edisi(entry.kode):
        if any(edition.mulai <= year <= edition.selesai for year in years):
            yield edition
