"""In what a region's indicator deviates from the counterpart it has in the standard."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.answers import DeviationAnswer, DeviationKind
from kesbang_iku.alignment.formulas import FormulaComparison
from kesbang_iku.alignment.matcher import Candidate
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.findings import Language, Text, build_answer, format_number, range_text, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.vocabulary import AdminLevel, Polarity
from kesbang_iku.sources.bracketed import value_of_year
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import Number, Range

_BETTER: Final[Mapping[str, int]] = {"maksimalkan": 1, "minimalkan": -1}
"""Which way values get better, for a polarity that says one."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing in which a region's indicator differs.

    Attributes:
        jenis: what differs.
        daerah: what the plan says, numbers in it as each language writes them.
        standar: what the standard says, likewise.
        keterangan: why that is a difference, for people.
    """

    jenis: DeviationKind
    daerah: Text
    standar: Text
    keterangan: Text

    @property
    def milik_daerah(self) -> str:
        """What the plan says, numbers as Indonesians write them."""
        return self.daerah.id

    @property
    def milik_standar(self) -> str:
        """What the standard says, numbers as Indonesians write them."""
        return self.standar.id

    def as_dict(self, bahasa: Language = "id") -> DeviationAnswer:
        """Return the contract's JSON object."""
        return build_answer(
            DeviationAnswer, self, bahasa, milik_daerah=self.daerah, milik_standar=self.standar
        )


@dataclass(frozen=True)
class ComparedItem:
    """One indicator of a plan beside its counterpart."""

    item: PlanItem
    indicator: Indicator
    candidate: Candidate
    plan: Plan
    level: AdminLevel | None
    names: KnownNames
    targets: Mapping[int, Fraction]
    formula: FormulaComparison


def deviations(found: ComparedItem) -> Iterator[Deviation]:
    """Yield everything in which the indicator differs from its counterpart."""
    yield from _name(found)
    yield from _unit(found)
    yield from _formula(found)
    yield from _polarity(found)
    yield from _level(found)
    yield from _targets(found)
    yield from _decimals(found)


def read_values(
    written_values: Mapping[int, object], indicator: Indicator | None, form: NumberFormat | None
) -> dict[int, Fraction]:
    """Return the values that are one number, or a range with its middle, by year."""
    found: dict[int, Fraction] = {}
    bounds = None if indicator is None else indicator.rentang
    for year, written in sorted(written_values.items()):
        value = value_of_year(
            written,
            year,
            form,
            minimum=None if bounds is None else bounds.min,
            maximum=None if bounds is None else bounds.maks,
        )
        if isinstance(value, Number):
            found[year] = value.value
        elif isinstance(value, Range):
            found[year] = (value.low + value.high) / 2
    return found


# ------------------------------------------------------------------------------ what it is called


def _name(found: ComparedItem) -> Iterator[Deviation]:
    own, standard, variant = found.item.nama, found.indicator.nama, found.candidate.variant
    read, note = found.names.reader.read, sentences.alignment.THE_STANDARD_S_NAME_LETS
    if variant is not None:
        note = Text.same(f"{variant.uraian} {variant.alasan}")
    alike = variant is None and read(own).key == read(standard).key
    if not alike and plain_tokens(own) != plain_tokens(standard):
        yield Deviation("nama", Text.same(own), Text.same(standard), note)


def _unit(found: ComparedItem) -> Iterator[Deviation]:
    written = found.item.satuan
    if written is None:
        return
    tables = found.names.katalog.tables
    wanted = tables.units[found.indicator.satuan]
    seen = tables.unit_spelled(written)
    if seen == wanted:
        return
    if seen is None:
        note = sentences.alignment.THIS_UNIT_IS_NOT_IN
    elif seen.samar:
        note = sentences.alignment.THIS_UNIT_DOES_NOT_SAY
    elif not seen.of_one_kind(wanted):
        note = sentences.alignment.THE_TWO_UNITS_MEASURE_DIFFERENT
    elif bool(seen.dimensi) != bool(wanted.dimensi):
        note = sentences.alignment.A_SHARE_OF_A_WHOLE
    elif bool(seen.desimal) != bool(wanted.desimal):  # classes have no decimals, ranks are whole
        note = sentences.alignment.A_CLASS_IS_NO_SCORE
    elif seen.skala != wanted.skala:
        times = Fraction(wanted.skala) / seen.skala
        note = Text.each(partial(sentences.alignment.ANOTHER_SCALE.fill, kali=times))
    else:
        said = sentences.alignment
        note = said.BOTH_COUNT_THE_SAME if seen.aditif else said.BOTH_ARE_SCORES_SO_THE
    yield Deviation("satuan", Text.same(written), Text.same(wanted.label or wanted.nama), note)


def _formula(found: ComparedItem) -> Iterator[Deviation]:
    written, note = found.item.rumus, found.formula.deviation
    if written is not None and note is not None:
        standard = found.indicator.formula or found.indicator.tanpa_rumus
        said = sentences.catalog.NOT_STATED if standard is None else Text.same(standard)
        yield Deviation("rumus", Text.same(written), said, note)


def _polarity(found: ComparedItem) -> Iterator[Deviation]:
    written = found.item.polaritas
    if written is None or not any(map(str.isalpha, written)):
        return
    wanted = found.indicator.polaritas
    seen = load_data("pemeriksaan.yaml", CheckingFile).kata.polarity(written)
    if seen == wanted:
        return
    if seen is None:
        note = sentences.alignment.THIS_DIRECTION_IS_NOT_UNDERSTOOD
    else:
        note = sentences.alignment.WITH_ANOTHER_DIRECTION_GOOD_ACHIEVEMENT
    yield Deviation("polaritas", Text.same(written), Text.same(wanted), note)


def _level(found: ComparedItem) -> Iterator[Deviation]:
    level, levels, said = found.level, found.indicator.tingkat, sentences.alignment
    known, note = levels.berlaku, said.THIS_INDICATOR_IS_NOT_IN
    if level in known:
        known, note = levels.diestimasi, said.NO_VALUE_OF_THIS_INDICATOR
    if level is not None and level not in known:
        yield Deviation("tingkat", Text.same(level), Text.same(", ".join(known)), note)


# -------------------------------------------------------------------------------- what is planned


def _targets(found: ComparedItem) -> Iterator[Deviation]:
    yield from _impossible(found)
    yield from _other_scale(found)
    yield from _start(found)
    yield from _against_the_nation(found)
    yield from _wrong_way(found)
    yield from _beyond_the_plan(found)


def _impossible(found: ComparedItem) -> Iterator[Deviation]:
    bounds = found.indicator.rentang
    outside = {
        year: target for year, target in found.targets.items() if not bounds.contains(target)
    }
    if outside:
        note = sentences.alignment.THE_TARGET_IS_NOT_A
        yield Deviation("target", series_text(outside), _bounds_text(bounds.min, bounds.maks), note)


def _other_scale(found: ComparedItem) -> Iterator[Deviation]:
    """Yield a deviation where all targets lie at the very bottom of a range that has a top."""
    matching, bounds = found.names.matching, found.indicator.rentang
    named = found.indicator.ukuran in matching.ukuran_bernama
    least = matching.ambang.skala_lain if named else matching.ambang.skala_bagian
    highest = max(found.targets.values(), default=0)
    if found.indicator.polaritas != "maksimalkan" or bounds.maks is None:
        return
    if 0 < highest <= bounds.maks * least.nilai:
        scale = _bounds_text(bounds.min, bounds.maks)
        note = sentences.alignment.ALL_TARGETS_LIE_AT_THE.filled(skala=scale)
        yield Deviation("target", series_text(found.targets), scale, note)


def _start(found: ComparedItem) -> Iterator[Deviation]:
    """Yield what is wrong with the starting value: impossible, or better than the first target."""
    known = read_values(found.item.dasar, found.indicator, found.plan.format_angka)
    if not known:
        return
    year = max(known)
    value, bounds = known[year], found.indicator.rentang
    if not bounds.contains(value):
        note = sentences.alignment.THE_BASELINE_IS_NOT_A
        yield Deviation(
            "target", series_text({year: value}), _bounds_text(bounds.min, bounds.maks), note
        )
        return
    later = sorted(target for target in found.targets if target > year)
    if not later:
        return
    first, polarity = found.targets[later[0]], found.indicator.polaritas
    if _BETTER.get(polarity, 0) * (first - value) < 0:
        note = sentences.alignment.THE_FIRST_TARGET_IS_WORSE
        both = {year: value, later[0]: first}
        yield Deviation("target", series_text(both), Text.same(polarity), note)


def _against_the_nation(found: ComparedItem) -> Iterator[Deviation]:
    national = {
        goal.tahun: goal for goal in found.indicator.official_targets if goal.dimensi is None
    }
    behind = {
        year: target
        for year, target in found.targets.items()
        if year in national and _is_behind(target, national[year], found.indicator.polaritas)
    }
    if behind:
        goals = _by_year({year: _goal_text(national[year]) for year in behind})
        note = sentences.alignment.THE_REGION_S_TARGET_IS
        yield Deviation("target", series_text(behind), goals, note)


def _is_behind(target: Fraction, goal: NationalTarget, polarity: Polarity) -> bool:
    better = _BETTER.get(polarity, 0)
    bound = goal.min if better > 0 else goal.maks
    bound = bound if goal.nilai is None else goal.nilai
    return bound is not None and better * (target - bound) < 0


def _wrong_way(found: ComparedItem) -> Iterator[Deviation]:
    polarity, series = found.indicator.polaritas, sorted(found.targets.items())
    better = _BETTER.get(polarity, 0)
    steps = [better * (after - before) for (_, before), (_, after) in pairwise(series)]
    if any(steps) and all(step <= 0 for step in steps):
        note = sentences.alignment.THE_TARGETS_MOVE_TOWARDS_WHAT
        yield Deviation("target", series_text(found.targets), Text.same(polarity), note)


def _beyond_the_plan(found: ComparedItem) -> Iterator[Deviation]:
    period = found.plan.periode
    if period is None:
        return
    last = period.selesai + int(found.names.matching.ambang.setelah_periode)
    beyond = [year for year in sorted(found.item.target) if not period.mulai <= year <= last]
    if beyond:
        note = sentences.alignment.A_TARGET_OUTSIDE_THE_YEARS
        years = ", ".join(map(str, beyond))
        planned = f"{period.mulai}–{period.selesai}"
        yield Deviation("target", Text.same(years), Text.same(planned), note)


def _decimals(found: ComparedItem) -> Iterator[Deviation]:
    wanted = found.indicator.desimal
    finer = {
        year: target
        for year, target in found.targets.items()
        if (target * 10**wanted).denominator != 1
    }
    if finer:
        note = sentences.alignment.VALUES_OF_THE_INDICATOR_ARE
        yield Deviation("desimal", series_text(finer), Text.same(str(wanted)), note)


def series_text(targets: Mapping[int, Fraction]) -> Text:
    """Return the values of a series, each with its year."""
    return _by_year({year: Text.each(partial(format_number, targets[year])) for year in targets})


def _by_year(said: Mapping[int, Text]) -> Text:
    return Text.each(
        lambda language: "; ".join(
            f"{year} = {text.plain(language)}" for year, text in sorted(said.items())
        )
    )


def _bounds_text(low: Fraction | None, high: Fraction | None) -> Text:
    return Text.each(partial(range_text, low, high))


def _goal_text(goal: NationalTarget) -> Text:
    if goal.nilai is not None:
        return Text.each(partial(format_number, goal.nilai))
    return _bounds_text(goal.min, goal.maks)
