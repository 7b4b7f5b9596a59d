"""Rules over the starting values and targets of plans (IKU355-372)."""

from fractions import Fraction
from itertools import pairwise

from kesbang_iku.findings import sentences
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.sources.numbers import Bound, Missing, Number, Range, Words
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.numbers import PAIR, better, listed, shifted
from kesbang_iku.validation.rules.plans.context import PlanContext, PlanEntry, rule
from kesbang_iku.validation.rules.rule import CannotJudgeError, Outcomes, at, inconclusive, required


def _bounds(entry: PlanEntry) -> Bounds | None:
    if entry.indicator is not None:
        return entry.indicator.rentang
    return None if entry.unit is None else entry.unit.rentang


@rule("IKU355")
def target_out_of_bounds(entry: PlanEntry) -> Outcomes:
    """A target that cannot be reached."""
    bounds = required(_bounds(entry), sentences.validation.NO_UNIT)
    for year in entry.readings:
        for number in entry.ends(year):
            if not bounds.contains(number):
                yield at(entry, "target", str(year), tahun=year, target=number, rentang=bounds)


@rule("IKU356")
def targets_wrong_way(entry: PlanEntry) -> Outcomes:
    """Targets that end worse than they begin."""
    direction: Polarity = required(entry.direction, sentences.validation.NO_STANDARD)
    if len(entry.targets) < PAIR:
        raise CannotJudgeError(sentences.validation.NO_TARGETS)
    (first, low), (last, high) = min(entry.targets.items()), max(entry.targets.items())
    if better(low, high, direction):
        yield at(
            entry,
            "target",
            str(last),
            awal=low,
            tahun_awal=first,
            akhir=high,
            tahun_akhir=last,
            arah=spoken(direction),
        )


@rule("IKU357")
def polarity_contradicts(entry: PlanEntry) -> Outcomes:
    """A polarity against the standard's."""
    words = entry.loaded.item.polaritas or ""
    if not any(map(str.isalpha, words)):
        return
    indicator = required(entry.indicator, sentences.validation.NO_STANDARD)
    if entry.polarity != indicator.polaritas:
        yield at(
            entry,
            "polaritas",
            value=words,
            tertulis=entry.polarity or f"'{words}'",
            kode=indicator.kode,
            arah=indicator.polaritas,
        )


@rule("IKU358")
def targets_zigzag(entry: PlanEntry) -> Outcomes:
    """Targets that turn back once, with no reason given."""
    if entry.loaded.item.catatan:
        return
    heading = Fraction(0)
    for (_, before), (year, after) in pairwise(sorted(entry.targets.items())):
        step = after - before
        if step * heading < 0:
            yield at(entry, "target", str(year), tahun=year, target=after)
            break
        heading = step or heading


@rule("IKU359")
def no_start(entry: PlanEntry) -> Outcomes:
    """Targets with nothing to start from."""
    if "dasar" in entry.plan.ditolak:
        return
    given = (reading for reading in entry.loaded.item.dasar.values() if reading is not None)
    if entry.loaded.item.target and next(given, None) is None:
        yield at(entry)


@rule.within("IKU360")
def start_is_national_bound(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A starting value that is a number of the national target."""
    if entry.indicator is None:
        if entry.starts:
            yield inconclusive(entry, sentences.validation.NO_STANDARD)
        return
    known = {
        value.nilai
        for value in entry.indicator.deret
        if context.region is not None and value.wilayah == context.region.kode
    }
    for year, value in entry.starts.items():
        for target in entry.indicator.official_targets:
            numbers = {target.nilai, target.min, target.maks}
            if target.tahun > year and value in numbers and value not in known:
                yield at(entry, "dasar", str(year), dasar=value, tahun=target.tahun)


@rule.within("IKU361")
def start_zero(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A starting value of zero for an index that starts far above."""
    share = context.checking.ambang.dasar_nol_bagian.nilai
    start = entry.last_start
    if start is None or start[1] != 0 or not entry.targets:
        return
    most = required(_bounds(entry), sentences.validation.NO_UNIT).maks
    first = entry.targets[min(entry.targets)]
    if most is not None and first > share * most:
        yield at(entry, "dasar", str(start[0]), value="0", target=first)


@rule("IKU362")
def fraction_of_count(entry: PlanEntry) -> Outcomes:
    """A starting value or a target with decimals, of what is counted in whole numbers."""
    unit = required(entry.unit, sentences.validation.NO_UNIT)
    if not unit.aditif or unit.desimal:
        return
    for key, numbers in (("dasar", entry.starts), ("target", entry.targets)):
        for year, value in numbers.items():
            if value.denominator != 1:
                yield at(
                    entry, key, str(year), satuan=entry.loaded.item.satuan, tahun=year, nilai=value
                )


@rule.whole("IKU363")
def outside_horizon(context: PlanContext) -> Outcomes:
    """A target of a year that the plan does not reach."""
    limits = context.checking.ambang
    period = context.plan.plan.periode
    first = limits.horizon_mulai.whole if period is None else period.mulai
    # A plan of five years prints a target for the year after its last, too.
    last = limits.horizon_selesai.whole if period is None else period.selesai + 1
    for entry in context.entries:
        for year in entry.loaded.item.target:
            if not first <= year <= last:
                yield at(entry, "target", str(year), tahun=year, mulai=first, selesai=last)


@rule("IKU364")
def year_left_out(entry: PlanEntry) -> Outcomes:
    """A year without a target between years that have one."""
    item = entry.loaded.item
    if item.catatan or len(item.target) < PAIR:
        return
    given = {year for year, reading in entry.readings.items() if not isinstance(reading, Missing)}
    missing = [year for year in range(min(item.target), max(item.target)) if year not in given]
    if given and missing:
        years = ", ".join(map(str, missing))
        yield at(entry, "target", tahun=years)


@rule("IKU365")
def no_target(entry: PlanEntry) -> Outcomes:
    """An indicator that nothing is planned for."""
    if "target" in entry.plan.ditolak:
        return
    if all(isinstance(reading, Missing) for reading in entry.readings.values()):
        yield at(entry, "target")


@rule("IKU366")
def unreadable_plan_target(entry: PlanEntry) -> Outcomes:
    """A target that is a sentence."""
    for year, content in entry.readings.items():
        scale = entry.indicator.engine.scale(entry.level) if entry.indicator else None
        if content is None or (
            isinstance(content, Words) and scale is not None and scale.named(content.text) is None
        ):
            text = shown(entry.loaded.item.target[year])
            yield at(entry, "target", str(year), tahun=year, teks=text)


@rule.within("IKU391")
def target_in_another_unit(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A target in a unit that measures something else than that of its indicator."""
    item = entry.loaded.item
    for year, content in entry.readings.items():
        written = content.unit if isinstance(content, Number | Range | Bound) else None
        unit = None if written is None else context.katalog.tables.unit_spelled(written)
        if unit is None or written in item.nama.split():
            continue
        if entry.unit is None:
            yield inconclusive(entry, sentences.validation.NO_UNIT)
        elif not unit.of_one_kind(entry.unit):
            text = shown(item.target[year])
            yield at(entry, "target", str(year), tahun=year, teks=text, satuan=item.satuan)


@rule("IKU367")
def against_national_range(entry: PlanEntry) -> Outcomes:
    """A target worse than the national one."""
    indicator = required(entry.indicator, sentences.validation.NO_STANDARD)
    rising = indicator.polaritas == "maksimalkan"
    for national in indicator.official_targets:
        value = entry.targets.get(national.tahun)
        wanted = national.nilai
        if wanted is None:
            wanted = national.min if rising else national.maks
        if value is None or wanted is None or national.dimensi is not None:
            continue
        if better(wanted, value, indicator.polaritas):
            yield at(
                entry,
                "target",
                str(national.tahun),
                tahun=national.tahun,
                target=value,
                sasaran=wanted,
            )


@rule.whole("IKU368")
def copied_targets(context: PlanContext) -> Outcomes:
    """The same targets, year by year, for two indicators."""
    least = context.checking.ambang.deret_tahun.whole
    seen: dict[tuple[tuple[int, Fraction], ...], PlanEntry] = {}
    for entry in context.entries:
        series = tuple(entry.targets.items())
        if len(series) < least or len(set(entry.targets.values())) < PAIR:
            continue
        other = seen.setdefault(series, entry)
        if other is not entry and other.first_words != entry.first_words:
            yield at(entry, "target", lain=other.short, deret=listed(value for _, value in series))


@rule.within("IKU369")
def target_never_moves(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """One target for all years."""
    least = context.checking.ambang.target_tetap_tahun.whole
    if entry.loaded.item.catatan or len(entry.targets) < least:
        return
    if len(set(entry.targets.values())) == 1:
        value = entry.targets[min(entry.targets)]
        yield at(entry, "target", target=value, jumlah=len(entry.targets))


@rule("IKU370")
def end_is_start(entry: PlanEntry) -> Outcomes:
    """A plan that ends where it began."""
    start = entry.last_start
    if start is None or len(entry.targets) < PAIR:
        return
    last = max(entry.targets)
    same = entry.targets[last] == start[1]
    if same and any(value != start[1] for value in entry.targets.values()):
        yield at(entry, "target", str(last), tahun=last, dasar=start[1])


@rule.within("IKU371")
def digit_lost_in_targets(entry: PlanEntry, context: PlanContext) -> Outcomes:
    """A target of a tenth of the one before."""
    tolerance = context.checking.ambang.geser_desimal.nilai
    for (_, before), (year, after) in pairwise(sorted(entry.targets.items())):
        times = shifted(after, before, tolerance)
        if times is not None and times < 1:
            yield at(entry, "target", str(year), lama=before, target=after, tahun=year)


@rule("IKU372")
def start_not_before(entry: PlanEntry) -> Outcomes:
    """A starting value of a year that already has a target."""
    start = entry.last_start
    if start is None or not entry.loaded.item.target:
        return
    first = min(entry.loaded.item.target)
    if start[0] >= first:
        yield at(entry, "dasar", str(start[0]), tahun=start[0], pertama=first)
