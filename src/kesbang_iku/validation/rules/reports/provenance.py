"""Rules over evidence and over what may be told of whom (IKU600-612)."""

import re
from functools import lru_cache
from typing import Final

from kesbang_iku._regex import regex
from kesbang_iku.catalog.region_codes import owner_of_finer
from kesbang_iku.findings import sentences
from kesbang_iku.indicator.status import Origin
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

_YEAR: Final = regex(r"(?<![\d.])(?:19|20)\d{2}(?![\d]|\.\d)", re.ASCII)
_ADDRESS: Final = regex(r"https?://", re.ASCII)
_NOT_COMPUTABLE: Final = frozenset({Origin.RELEASED, Origin.PRINTED})


@rule("IKU600")
def no_evidence(entry: ReportEntry) -> Outcomes:
    """A released or printed value that nothing supports."""
    if entry.result.asal in _NOT_COMPUTABLE and not entry.loaded.item.bukti:
        yield at(entry, value=entry.kode)


@rule.whole("IKU601")
def evidence_without_year(context: ReportContext) -> Outcomes:
    """Evidence that nobody can date."""
    for text, places in context.evidence.items():
        if _years_in(text) or text in context.checking.kata.bukti_kosong:
            continue
        if _ADDRESS.search(text):
            continue
        said = shown(text)
        for entry, number in places:
            yield at(entry, "bukti", number, bukti=said)


@rule("IKU602")
def evidence_too_old(entry: ReportEntry) -> Outcomes:
    """Evidence of years before the one reported."""
    texts = entry.loaded.item.bukti
    if not texts:
        return
    years = [year for text in texts for year in _years_in(text)]
    if not years:
        yield inconclusive(entry, sentences.validation.NO_YEAR)
    elif max(years) < entry.tahun:
        yield at(entry, "bukti", bukti=max(years))


@rule.whole("IKU603")
def empty_evidence(context: ReportContext) -> Outcomes:
    """Evidence that points to nothing."""
    for text, places in context.evidence.items():
        if text.strip() and text not in context.checking.kata.bukti_kosong:
            continue
        said = shown(text)
        for entry, number in places:
            yield at(entry, "bukti", number, bukti=said)


@lru_cache(maxsize=4096)
def _years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names. A region's evidence is much the same in every item."""
    return tuple(int(found[0]) for found in _YEAR.finditer(text))


@rule("IKU610")
def restricted_below_district(entry: ReportEntry) -> Outcomes:
    """A restricted indicator for a place within a kabupaten or kota."""
    if entry.indicator.akses != "terbatas":
        return
    owner = owner_of_finer(entry.report.report.wilayah)
    if owner is not None:
        place = entry.report.locate(("wilayah",))
        yield at(entry, place=place, wilayah=owner)


def _small_counts(context: ReportContext, *, restricted: bool) -> Outcomes:
    limit = context.checking.ambang.sel_orang_kecil.nilai
    people = context.checking.kata.satuan_orang
    counting: dict[int, frozenset[str]] = {}
    for entry in context.entries:
        indicator = entry.indicator
        names = counting.get(id(indicator))
        if names is None:
            counted = (one for one in indicator.variabel if one.whole and one.satuan in people)
            names = counting[id(indicator)] = frozenset(one.nama for one in counted)
        if not names or (indicator.akses == "terbatas") is not restricted:
            continue
        if entry.region is not None and entry.region.tingkat in {"nasional", "provinsi"}:
            continue
        for name, value in entry.result.masukan.items():
            if name in names and 0 < value < limit:
                yield at(entry, "variabel", name, nama=name, batas=limit)


@rule.whole("IKU611")
def small_restricted_count(context: ReportContext) -> Outcomes:
    """Fewer people than may be told of, in a restricted indicator."""
    yield from _small_counts(context, restricted=True)


@rule.whole("IKU612")
def small_count(context: ReportContext) -> Outcomes:
    """Few people in an indicator that is open."""
    yield from _small_counts(context, restricted=False)
