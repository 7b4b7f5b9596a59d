"""Rules over the targets and achievements of reports (IKU455-462, IKU530-526)."""

import re
from typing import Final

from kesbang_iku._regex import regex
from kesbang_iku.findings import Text, sentences
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.numbers import better, listed, significant_digits
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive, required

_DECIMALS: Final = regex(r"\d[.,]\d", re.ASCII)


def _shown(goal: Goal) -> Text:
    return Text.each(goal.shown)


@rule.within("IKU455")
def already_beaten(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A target that last year's value beat by far."""
    share = context.checking.ambang.target_terlampaui.nilai
    if entry.goal is None:
        return
    before = required(entry.earlier, sentences.validation.NO_EARLIER)
    target = required(entry.target, sentences.validation.NO_TARGET)
    if not better(before.value, target, entry.indicator.polaritas):
        return
    if abs(before.value - target) > share * abs(target):
        yield at(
            entry,
            "target",
            value=entry.goal,
            target=target,
            tahun_lama=before.tahun,
            lama=before.value,
        )


@rule.whole("IKU456")
def two_targets(context: ReportContext) -> Outcomes:
    """Two targets for one year, at least one without the document it stands in."""
    for same in context.by_series.values():
        first: dict[tuple[int, str], ReportEntry] = {}
        for entry in same:
            goal = entry.goal
            if goal is None:
                continue
            other = first.setdefault((entry.tahun, entry.periode), entry)
            before = other.goal
            if before is None or before is goal or before.text == goal.text:
                continue
            if goal.dokumen is None or before.dokumen is None:
                yield at(entry, "target", value=goal.text, satu=_shown(before), dua=_shown(goal))


@rule.within("IKU457")
def target_is_last_value(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A target that is last year's value, digit by digit."""
    least = context.checking.ambang.angka_bermakna.whole
    if entry.target is None:
        return
    before = entry.earlier
    if before is not None and before.value != entry.target:
        return
    if significant_digits(entry.target) < least:
        return
    year = required(before, sentences.validation.NO_EARLIER).tahun
    yield at(entry, "target", value=entry.goal, target=entry.target, tahun_lama=year)


@rule.within("IKU458")
def target_is_realised(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A target with decimals, written exactly as the realised value."""
    least = context.checking.ambang.angka_bermakna.whole
    target, realised = entry.loaded.item.target, entry.loaded.item.realisasi
    if target is None or realised is None or entry.target is None:
        return
    text = str(target.nilai).strip()
    if text != str(realised).strip():
        return
    if _DECIMALS.search(text) and significant_digits(entry.target) >= least:
        yield at(entry, "target", teks=shown(text))


def _national(entry: ReportEntry) -> NationalTarget | None:
    targets = entry.indicator.official_targets
    return next((t for t in targets if t.tahun == entry.tahun and t.dimensi is None), None)


@rule("IKU459")
def national_target_differs(entry: ReportEntry) -> Outcomes:
    """A report of the nation with another target than the national one."""
    goal = entry.goal
    if goal is None or entry.region is None or entry.region.tingkat != "nasional":
        return
    set_by = required(_national(entry), sentences.validation.NO_NATIONAL)
    written = {number for number in (goal.value, goal.low, goal.high) if number is not None}
    if written and not written <= {set_by.nilai, set_by.min, set_by.maks}:
        yield at(entry, "target", value=goal.text, target=_shown(goal), sasaran=_text(set_by))


@rule("IKU460")
def target_copies_national(entry: ReportEntry) -> Outcomes:
    """A region's target that is the nation's, or an end of its range."""
    if entry.target is None or entry.region is None or entry.region.tingkat == "nasional":
        return
    set_by = required(_national(entry), sentences.validation.NO_NATIONAL)
    if entry.target in (set_by.nilai, set_by.min, set_by.maks):
        yield at(entry, "target", value=entry.goal, sasaran=_text(set_by))


def _text(target: NationalTarget) -> Text:
    numbers = (target.nilai, target.min, target.maks)
    return listed((number for number in numbers if number is not None), "–")


@rule("IKU461")
def zero_target(entry: ReportEntry) -> Outcomes:
    """A target of zero where higher is better."""
    if entry.target == 0 and entry.indicator.polaritas == "maksimalkan":
        yield at(entry, "target", value="0")


@rule("IKU462")
def target_backwards(entry: ReportEntry) -> Outcomes:
    """A target worse than that of the year before."""
    if entry.target is None or entry.loaded.item.catatan:
        return
    before = entry.before
    if before is None or before.target is None:
        yield inconclusive(entry, sentences.validation.NO_EARLIER)
    elif better(before.target, entry.target, entry.indicator.polaritas):
        yield at(entry, "target", value=entry.goal, target=entry.target, lama=before.target)


@rule.within("IKU530")
def huge_achievement(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """An achievement so large that target and value hardly count the same."""
    most = context.checking.ambang.capaian_luar_biasa.nilai
    achievement = entry.result.achievement
    if achievement is None or achievement.unlimited is None:
        return
    if achievement.unlimited > most:
        yield at(entry, "target", capaian=achievement.unlimited, target=_shown(achievement.goal))


@rule("IKU531")
def achievement_summed(entry: ReportEntry) -> Outcomes:
    """A printed achievement of 200, 300 … for a share."""
    most = entry.unit.rentang.maks
    if not entry.is_share or not most:
        return
    printed = entry.number(entry.loaded.item.capaian)
    if printed is None or printed <= most or (printed / most).denominator != 1:
        return
    yield at(
        entry, "capaian", cetak=printed, satuan=unit_words(entry.unit.nama), kali=printed / most
    )
