"""In what a region's indicator deviates from the counterpart it has in the standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Final

from kesbang_iku.alignment.answers import DeviationAnswer, DeviationKind
from kesbang_iku.alignment.formulas import FormulaComparison
from kesbang_iku.alignment.matcher import Candidate
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import Language, Text, build_answer, format_number, range_text
from kesbang_iku.files.notation import NumberFormat
from kesbang_iku.files.numbers import Number, Range, from_python
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.vocabulary import AdminLevel, Polarity

_NONE: Final = Text.same("-")


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
class Comparison:
    """One indicator of a plan beside its counterpart."""

    item: PlanItem
    indicator: Indicator
    candidate: Candidate
    plan: Plan
    level: AdminLevel | None
    names: KnownNames
    targets: Mapping[int, Fraction]
    formula: FormulaComparison
    shared_with: str | None = None


def deviations(found: Comparison) -> Iterator[Deviation]:
    """Yield everything in which the indicator differs from its counterpart."""
    yield from _name(found)
    yield from _unit(found)
    yield from _formula(found)
    yield from _polarity(found)
    yield from _level(found)
    yield from _targets(found)
    yield from _decimals(found)


def read_targets(
    item: PlanItem, indicator: Indicator | None, form: NumberFormat | None
) -> dict[int, Fraction]:
    """Return the targets that are one number, or a range with its middle, by year."""
    return _read_values(item.target, indicator, form)


def _read_values(
    written_values: Mapping[int, object], indicator: Indicator | None, form: NumberFormat | None
) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    bounds = None if indicator is None else indicator.rentang
    for year, written in sorted(written_values.items()):
        reading = from_python(
            written,
            format_angka=form,
            minimum=None if bounds is None else bounds.min,
            maximum=None if bounds is None else bounds.maks,
        )
        if isinstance(reading.value, Number):
            found[year] = reading.value.value
        elif isinstance(reading.value, Range):
            found[year] = (reading.value.low + reading.value.high) / 2
    return found


# ------------------------------------------------------------------------------ what it is called


def _name(found: Comparison) -> Iterator[Deviation]:
    standard = found.indicator.nama
    if plain_tokens(found.item.nama) == plain_tokens(standard):
        return
    variant = found.candidate.variant
    if variant is not None:
        yield Deviation(
            "nama",
            Text.same(found.item.nama),
            Text.same(standard),
            Text(f"{variant.uraian} {variant.alasan}", f"{variant.uraian} {variant.alasan}"),
        )
        return
    read = found.names.reader.read
    if read(found.item.nama).key == read(standard).key:
        return
    yield Deviation(
        "nama",
        Text.same(found.item.nama),
        Text.same(standard),
        Text(
            "Nama baku membuat indikator yang sama dikenali di semua daerah.",
            "The standard's name lets the same indicator be recognised in every region.",
        ),
    )


def _unit(found: Comparison) -> Iterator[Deviation]:
    written = found.item.satuan
    if written is None:
        return
    tables = found.names.katalog.tables
    wanted = tables.units[found.indicator.satuan]
    seen = tables.unit_spelled(written)
    if seen == wanted:
        return
    if seen is None:
        note = Text(
            "Satuan ini tidak ada dalam daftar satuan.", "This unit is not in the list of units."
        )
    elif seen.samar:
        note = Text(
            "Satuan ini tidak menyebut apa yang dihitung; pakai satuan standar.",
            "This unit does not say what is counted; use the standard's.",
        )
    elif not seen.of_one_kind(wanted):
        note = Text(
            "Kedua satuan mengukur hal yang berlainan; angkanya tidak dapat dibandingkan.",
            "The two units measure different things; their figures cannot be compared.",
        )
    elif bool(seen.dimensi) != bool(wanted.dimensi):
        note = Text(
            "Bagian dari keseluruhan bukan skor, dan skor bukan bagiannya; tulis satuan standar.",
            "A share of a whole is no score, and a score no share; write the standard's unit.",
        )
    else:
        note = Text(
            "Keduanya skor, jadi angkanya biasanya sama; tulis satuan standar agar dapat digabung.",
            "Both are scores, so the figures are mostly the same; write the standard's unit, so "
            "that they can be put together.",
        )
    yield Deviation("satuan", Text.same(written), Text.same(wanted.label or wanted.nama), note)


def _formula(found: Comparison) -> Iterator[Deviation]:
    written, note = found.item.rumus, found.formula.deviation
    if written is not None and note is not None:
        standard = found.indicator.formula or found.indicator.tanpa_rumus
        said = _NONE if standard is None else Text.same(standard)
        yield Deviation("rumus", Text.same(written), said, note)


def _polarity(found: Comparison) -> Iterator[Deviation]:
    written = found.item.polaritas
    if written is None:
        return
    wanted = found.indicator.polaritas
    seen = _read_polarity(written, found.names)
    if seen == wanted:
        return
    if seen is None:
        note = Text("Arah ini tidak dikenali.", "This direction is not understood.")
    else:
        note = Text(
            "Dengan arah yang lain, capaian yang baik tampak buruk dan sebaliknya.",
            "With another direction good achievement looks bad, and the other way round.",
        )
    yield Deviation("polaritas", Text.same(written), Text.same(wanted), note)


def _read_polarity(written: str, names: KnownNames) -> Polarity | None:
    plain = " ".join(plain_tokens(written))
    return next(
        (group.nama for group in names.lexicon.polaritas if plain in group.kata),
        None,
    )


def _level(found: Comparison) -> Iterator[Deviation]:
    level = found.level
    if level is None:
        return
    levels = found.indicator.tingkat
    if level not in levels.berlaku:
        note = Text(
            "Indikator ini tidak berlaku pada tingkat ini.",
            "This indicator is not in use at this level.",
        )
        yield Deviation("tingkat", Text.same(level), Text.same(", ".join(levels.berlaku)), note)
    elif level not in levels.diestimasi:
        note = Text(
            "Nilai indikator ini tidak tersedia pada tingkat ini.",
            "No value of this indicator exists at this level.",
        )
        yield Deviation("tingkat", Text.same(level), Text.same(", ".join(levels.diestimasi)), note)


# -------------------------------------------------------------------------------- what is planned


def _targets(found: Comparison) -> Iterator[Deviation]:
    yield from _impossible(found)
    yield from _other_scale(found)
    yield from _baseline(found)
    yield from _against_the_nation(found)
    yield from _wrong_way(found)
    yield from _beyond_the_plan(found)
    if found.shared_with is not None:
        note = Text(
            f"Deret target sama persis dengan indikator '{found.shared_with}'.",
            f"The series of targets is exactly that of the indicator '{found.shared_with}'.",
        )
        yield Deviation("target", _series(found.targets), _NONE, note)


def _impossible(found: Comparison) -> Iterator[Deviation]:
    bounds = found.indicator.rentang
    outside = {
        year: target for year, target in found.targets.items() if not bounds.contains(target)
    }
    if outside:
        note = Text(
            "Target di luar nilai yang mungkin; skalanya mungkin lain.",
            "The target is not a possible value; the scale may be another.",
        )
        yield Deviation("target", _series(outside), _bounds_text(bounds.min, bounds.maks), note)


def _other_scale(found: Comparison) -> Iterator[Deviation]:
    """Yield a deviation where all targets of an index lie at the very bottom of its range."""
    matching, bounds = found.names.matching, found.indicator.rentang
    if found.indicator.ukuran not in matching.ukuran_bernama or bounds.maks is None:
        return
    highest = max(found.targets.values(), default=None)
    if found.indicator.polaritas != "maksimalkan" or highest is None:
        return
    if 0 < highest <= bounds.maks * matching.ambang.skala_lain.nilai:
        scale = _bounds_text(bounds.min, bounds.maks)
        note = Text(
            f"Semua target di dasar rentang {scale.id}: tampaknya skala lain. Sebut skalanya, atau "
            "ubah ke skala standar.",
            f"All targets lie at the bottom of the range {scale.en}: it seems another scale. Name "
            "the scale, or change to the standard's.",
        )
        yield Deviation("target", _series(found.targets), scale, note)


def _baseline(found: Comparison) -> Iterator[Deviation]:
    """Yield what is wrong with the baseline: impossible, or better than the first target."""
    known = _read_values(found.item.dasar, found.indicator, found.plan.format_angka)
    if not known:
        return
    year = max(known)
    value, bounds = known[year], found.indicator.rentang
    if not bounds.contains(value):
        note = Text(
            "Nilai dasar di luar nilai yang mungkin; periksa angkanya dan skalanya.",
            "The baseline is not a possible value; check the figure and its scale.",
        )
        yield Deviation(
            "target", _series({year: value}), _bounds_text(bounds.min, bounds.maks), note
        )
        return
    later = sorted(target for target in found.targets if target > year)
    if not later:
        return
    first, polarity = found.targets[later[0]], found.indicator.polaritas
    worse = (polarity == "maksimalkan" and first < value) or (
        polarity == "minimalkan" and first > value
    )
    if worse:
        note = Text(
            "Target pertama lebih buruk daripada nilai dasar: yang sudah dicapai dilepas lagi.",
            "The first target is worse than the baseline: what has been reached is given up.",
        )
        both = {year: value, later[0]: first}
        yield Deviation("target", _series(both), Text.same(polarity), note)


def _against_the_nation(found: Comparison) -> Iterator[Deviation]:
    national = {
        goal.tahun: goal for goal in found.indicator.sasaran_nasional if goal.dimensi is None
    }
    behind = {
        year: target
        for year, target in found.targets.items()
        if year in national and _is_behind(target, national[year], found.indicator.polaritas)
    }
    if behind:
        goals = {year: national[year] for year in behind}
        note = Text(
            "Target daerah di belakang sasaran nasional tahun itu.",
            "The region's target is behind the national one of that year.",
        )
        yield Deviation("target", _series(behind), _goals_text(goals), note)


def _is_behind(target: Fraction, goal: NationalTarget, polarity: Polarity) -> bool:
    if polarity == "maksimalkan":
        least = goal.min if goal.nilai is None else goal.nilai
        return least is not None and target < least
    most = goal.maks if goal.nilai is None else goal.nilai
    return polarity == "minimalkan" and most is not None and target > most


def _wrong_way(found: Comparison) -> Iterator[Deviation]:
    polarity = found.indicator.polaritas
    years = sorted(found.targets)
    steps = [(found.targets[a], found.targets[b]) for a, b in pairwise(years)]
    up = any(after > before for before, after in steps)
    down = any(after < before for before, after in steps)
    wrong = (polarity == "maksimalkan" and down and not up) or (
        polarity == "minimalkan" and up and not down
    )
    if wrong:
        note = Text(
            "Target bergerak ke arah yang lebih buruk.", "The targets move towards what is worse."
        )
        yield Deviation("target", _series(found.targets), Text.same(polarity), note)


def _beyond_the_plan(found: Comparison) -> Iterator[Deviation]:
    period = found.plan.periode
    if period is None:
        return
    last = period.selesai + int(found.names.matching.ambang.setelah_periode)
    beyond = [year for year in sorted(found.item.target) if not period.mulai <= year <= last]
    if beyond:
        note = Text("Target di luar tahun rencana.", "A target outside the years of the plan.")
        years = ", ".join(map(str, beyond))
        planned = f"{period.mulai}–{period.selesai}"
        yield Deviation("target", Text.same(years), Text.same(planned), note)


def _decimals(found: Comparison) -> Iterator[Deviation]:
    wanted = found.indicator.desimal
    finer = {
        year: target
        for year, target in found.targets.items()
        if (target * 10**wanted).denominator != 1
    }
    if finer:
        note = Text(
            "Nilai indikator diumumkan dengan desimal lebih sedikit, sehingga selisih sehalus itu "
            "tidak terlihat.",
            "Values of the indicator are published with fewer decimals, so differences as fine as "
            "this are not seen.",
        )
        yield Deviation("desimal", _series(finer), Text.same(str(wanted)), note)


def _series(targets: Mapping[int, Fraction]) -> Text:
    return _by_year({year: Text.each(partial(format_number, targets[year])) for year in targets})


def _goals_text(goals: Mapping[int, NationalTarget]) -> Text:
    return _by_year({year: _goal_text(goal) for year, goal in goals.items()})


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
