"""Rules over editions of a measurement: what its sampling error leaves open (IKU480)."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.findings import sentences
from kesbang_iku.model.observation import Edition
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.reports.history import Earlier
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

_UNKNOWN: Final = Fraction(0)


class _Change(NamedTuple):
    """A change of class: what was before, both classes, and by how much the value moved."""

    before: Earlier
    old: str
    new: str
    size: Fraction


@rule.within("IKU480")
def change_of_class_within_error(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """Another class than in an earlier year, though the value moved less than its error.

    Of two errors the larger one is taken alone; that of a difference is never smaller.
    """
    found = _change(entry)
    if found is None:
        return
    measured = [*_measured(entry, {found.before.tahun, entry.tahun}, context)]
    known = [one for one in measured if one.galat_wilayah == entry.wilayah]
    if not known and any(one.sampel for one in measured):
        yield inconclusive(entry, sentences.validation.NO_ERROR_KNOWN)
    if not known:
        return
    largest = max(known, key=lambda one: one.galat_poin or _UNKNOWN)
    if found.size <= (largest.galat_poin or _UNKNOWN):
        yield at(
            entry,
            value=entry.result.nilai,
            kelas_lama=found.old,
            tahun_lama=found.before.tahun,
            lama=found.before.value,
            kelas=found.new,
            selisih=found.size,
            galat=largest.galat_poin,
            edisi=largest.edisi,
        )


def _change(entry: ReportEntry) -> _Change | None:
    """Return the class a yearly value is of, and the one it was of before, if another."""
    before, value = entry.earlier, entry.value
    if before is None or value is None or entry.periode != ANNUAL or entry.region is None:
        return None
    scale = entry.indicator.engine.scale(entry.region.tingkat)
    old = None if scale is None else scale.classify(before.value)
    new = None if scale is None else scale.classify(value)
    if old == new or old is None or new is None:
        return None
    return _Change(before, old, new, abs(value - before.value))


def _measured(entry: ReportEntry, years: set[int], context: ReportContext) -> Iterator[Edition]:
    """Yield the editions that measured in one of these years."""
    for edition in context.katalog.edisi(entry.kode):
        if any(edition.mulai <= year <= edition.selesai for year in years):
            yield edition
