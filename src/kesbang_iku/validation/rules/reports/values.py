"""Rules over single values: jumps, lost digits, other scales, zeros, empty words (IKU410-431)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial

from kesbang_iku.findings import Text, format_number, sentences
from kesbang_iku.findings.near import one_slip
from kesbang_iku.formula import Values, round_half_up
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.checking import Thresholds, plain_words
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.sources.numbers import Missing, Words
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.numbers import PAIR, is_times, reading_of, shifted
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.reports.history import Changes
from kesbang_iku.validation.rules.rule import CannotJudgeError, Outcomes, at, inconclusive, required


@rule.within("IKU410")
def jump_in_own_series(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A change far from the changes the region's own series has had."""
    limits = context.checking.ambang
    least = limits.perubahan_minimum.whole
    before = entry.earlier
    if entry.value is None or entry.periode != ANNUAL or before is None:
        return
    if before.tahun != entry.tahun - 1:
        return
    if entry.history.count_changes(entry.tahun) < least:
        raise CannotJudgeError(sentences.validation.TOO_FEW)
    changes = entry.history.changes(entry.tahun)
    change = entry.value - before.value
    if _is_far(change, changes, before.value, limits) and not entry.loaded.item.catatan:
        yield at(entry, value=entry.result.nilai, ubah=change, biasa=changes.median)


@rule.within("IKU411")
def jump_against_others(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A change far from the changes published for other regions."""
    limits = context.checking.ambang
    least = limits.perubahan_minimum.whole
    if entry.value is None or entry.periode != ANNUAL:
        return
    before = required(entry.earlier, sentences.validation.NO_EARLIER)
    if before.tahun != entry.tahun - 1:
        return
    if entry.history.count_changes(entry.tahun) >= least:
        return
    changes = context.published.changes_elsewhere(entry.series)
    if len(changes) < least:
        raise CannotJudgeError(sentences.validation.TOO_FEW)
    change = entry.value - before.value
    if _is_far(change, changes, before.value, limits) and not entry.loaded.item.catatan:
        yield at(entry, value=entry.result.nilai, ubah=change, biasa=changes.median)


def _is_far(change: Fraction, changes: Changes, last: Fraction, limits: Thresholds) -> bool:
    most = limits.kali_mad.nilai
    distance = abs(change - changes.median)
    # Nearly every change lies within the spread alone, whatever else may widen it.
    return distance > most * changes.spread and distance > most * (
        abs(last) * limits.lantai_mad.nilai
    )


@rule.within("IKU412")
def digit_shifted(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A count or an amount that is ten times, or a tenth of, the year before."""
    if entry.value is None or not entry.unit.aditif:
        return
    before = required(entry.earlier, sentences.validation.NO_EARLIER)
    limits = context.checking.ambang
    times = shifted(entry.value, before.value, limits.geser_desimal.nilai)
    if (
        times is not None
        and max(abs(entry.value), abs(before.value)) >= limits.cacahan_minimum.nilai
    ):
        yield at(
            entry,
            value=entry.result.nilai,
            kali=sentences.validation.A_TENTH_OF if times < 1 else sentences.validation.TEN_TIMES,
            tahun_lama=before.tahun,
            lama=before.value,
        )


@rule.within("IKU413")
def thousand_lost(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """An amount of about a thousandth of its target or of the year before."""
    limits = context.checking.ambang
    value = entry.printed if entry.value is None else entry.value
    if not value or not entry.unit.aditif:
        return
    before = entry.earlier
    if entry.target is None and before is None:
        raise CannotJudgeError(sentences.validation.NO_EARLIER)
    compared = (
        (entry.target, sentences.validation.ITS_TARGET),
        (before.value if before else None, sentences.validation.THE_EARLIER_VALUE),
    )
    for other, name in compared:
        if other is None or other < limits.uang_minimum.nilai:
            continue
        ratio = value * 1000 / other
        if limits.ribuan_hilang_bawah.nilai <= ratio <= limits.ribuan_hilang_atas.nilai:
            yield at(entry, "realisasi", nilai=value, banding=name, lain=other)
            break


@rule.whole("IKU414")
def other_scale(context: ReportContext) -> Outcomes:
    """An index or a share that fits its series only when multiplied or divided by a power of 10."""
    tolerance = context.checking.ambang.geser_desimal.nilai * 2
    scales = [
        (factor, factor * (1 - tolerance), factor * (1 + tolerance))
        for factor in sorted(context.checking.faktor_skala.isi)
    ]
    nearest = scales[0][1]
    for entry in context.entries:
        if not entry.value or entry.unit.aditif:
            continue
        before = entry.earlier
        if before is None or not before.value:
            yield inconclusive(entry, sentences.validation.NO_EARLIER)
            continue
        if not is_times(nearest, entry.value, before.value):
            continue
        ratio = entry.value / before.value
        if abs(ratio) < 1:
            ratio = 1 / ratio
        for factor, least, most in scales:
            if least <= ratio <= most:
                yield at(
                    entry,
                    value=entry.result.nilai,
                    tahun_lama=before.tahun,
                    lama=before.value,
                    kali=factor,
                    rentang=entry.indicator.rentang,
                )
                break


@rule.within("IKU426")
def swapped(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """Numerator and denominator that break a relation, and fit when swapped."""
    engine, values = entry.indicator.engine, entry.result.masukan
    if entry.result.status is not Status.REJECTED or len(engine.needed) != PAIR:
        return
    one, other = engine.needed
    if engine.formula is None or not {one, other} <= values.keys():
        return
    turned = {one: values[other], other: values[one]}
    exact = engine.formula(turned, None)
    if _keeps_relations(engine, values) or not _keeps_relations(engine, turned):
        return
    if not isinstance(exact, Fraction) or not entry.indicator.rentang.contains(exact):
        return
    before = entry.earlier
    known = [entry.printed, before.value if before else None]
    if known == [None, None]:
        yield inconclusive(entry, sentences.validation.NOTHING_TO_FIT)
    elif any(number is not None and near(exact, number, context) for number in known):
        yield at(
            entry,
            "variabel",
            satu=one,
            nilai_satu=Fraction(values[one]),
            dua=other,
            nilai_dua=Fraction(values[other]),
            hasil=round_half_up(exact, entry.indicator.desimal),
        )


def _keeps_relations(engine: Engine, values: Values) -> bool:
    return all(holds(values) is not False for holds, _ in engine.rules)


def near(value: Fraction, other: Fraction, context: ReportContext) -> bool:
    """Say whether two values are alike: their difference is what a shifted digit may leave."""
    return abs(value - other) <= context.checking.ambang.geser_desimal.nilai * abs(other)


@rule("IKU427")
def suspicious_zero(entry: ReportEntry) -> Outcomes:
    """A printed zero, without the variables that would show that it is one."""
    item = entry.loaded.item
    if item.variabel or entry.printed is None or entry.printed != 0:
        return
    if entry.indicator.polaritas == "maksimalkan":
        yield at(entry, "realisasi", cetak=shown(item.realisasi))


@rule("IKU428")
def all_zero_after_some(entry: ReportEntry) -> Outcomes:
    """Variables that are all zero, where they were not the year before."""
    values = entry.result.masukan
    if not values or any(values.values()) or entry.loaded.item.catatan:
        return
    before = required(entry.before, sentences.validation.NO_EARLIER)
    earlier = before.result.masukan
    if any(earlier.values()):
        yield at(entry, "variabel", lama=_named(earlier))


def _named(values: Mapping[str, Fraction | int]) -> Text:
    written = (Text.each(partial(format_number, value)) for value in values.values())
    named = zip(map(Text.same, values), written, strict=True)
    return Text.same("; ").join(Text.same(" = ").join(one) for one in named)


def _unread(entry: ReportEntry) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the texts of an item that stand where numbers do and were not read as such."""
    item, values = entry.loaded.item, entry.result.masukan
    if entry.printed is not None and len(values) == len(item.variabel):
        return
    if entry.printed is None and isinstance(item.realisasi, str):
        yield ("realisasi",), item.realisasi
    for name, cell in item.variabel.items():
        if name not in values and isinstance(cell, str):
            yield ("variabel", name), cell


@rule.whole("IKU429")
def missing_in_words(context: ReportContext) -> Outcomes:
    """Words that mean that there is no number yet, in the place of the number."""
    words = [plain_words(word) for word in context.checking.kata.kosong.isi]
    for entry in context.entries:
        for pointer, cell in _unread(entry):
            content = reading_of(cell, entry.report.report.format_angka)
            if not isinstance(content, Words):
                continue
            said = plain_words(content.text)
            if said in words or any(one_slip(said, word) for word in words):
                text = shown(content.text)
                yield at(entry, *pointer, kata=text)


@rule("IKU430")
def empty_realised(entry: ReportEntry) -> Outcomes:
    """An item whose only number is a sign that there is none."""
    item = entry.loaded.item
    if item.variabel or not isinstance(item.realisasi, str):
        return
    if isinstance(reading_of(item.realisasi), Missing):
        yield at(entry, "realisasi", cetak=shown(item.realisasi))


@rule("IKU431")
def previous_disagrees(entry: ReportEntry) -> Outcomes:
    """Numbers of the previous period that are not those reported for it."""
    if not entry.result.sebelumnya or entry.loaded.item.catatan:
        return
    before = required(entry.before, sentences.validation.NO_EARLIER)
    for name, value in entry.result.sebelumnya.items():
        other = before.result.masukan.get(name)
        if other is not None and other != value:
            yield at(
                entry,
                "sebelumnya",
                name,
                value=value,
                nama=name,
                nilai=Fraction(value),
                tahun=before.tahun,
                lain=Fraction(other),
            )
