"""Computing one item: numbers in, one result out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import (
    Finding,
    FindingKind,
    Language,
    Level,
    Text,
    format_number,
    kinds,
    worst_level,
)
from kesbang_iku.formula import Exact, Missing, Root, Undefined, Value, compile_exact, round_half_up
from kesbang_iku.indicator.achievement import Achievement, Scorer
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goals import read_goal
from kesbang_iku.indicator.inputs import Inputs, read_inputs, read_one
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.printed import (
    bounds_of_achievement,
    check_achievement,
    check_category,
    check_value,
    why_no_achievement,
)
from kesbang_iku.indicator.printed_worlds import (
    ValueWorlds,
    span_of,
    tree_behind,
    value_worlds,
    witness_text,
)
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.worlds.span import Span, exactly

_SHARE_DECIMALS: Final = 2
"""Decimals of the share of the weight that is present, in percent, as the finding prints it."""


@dataclass(slots=True)
class Computation:
    """One item being computed: what is known of it, filled in step by step.

    Attributes:
        engine: what the item is computed by.
        item: the item as written.
        inputs: its numbers, read.
        scale: the scale of the value at the item's level of government.
        findings: everything found on the way.
        status: what became of the item.
        origin: where the value comes from, if there is one.
        exact: the value.
        published: the value, rounded once.
        missing: the variables that do not count.
        reason: why the value is undefined.
        achievement: the value held against the target.
        printed_stands: whether the printed value is the value.
        stated: the class that stands in the place of the value.
        unreadable: whether a number is there that cannot be read.
    """

    engine: Engine
    item: ItemInput
    inputs: Inputs
    scale: Scale | None
    findings: list[Finding] = field(default_factory=list)
    status: Status = Status.COMPLETE
    origin: Origin | None = None
    exact: Fraction | Root | None = None
    published: Decimal | None = None
    missing: tuple[str, ...] = ()
    reason: Text | None = None
    achievement: Achievement | None = None
    printed_stands: bool = False
    stated: ScaleClass | None = None
    unreadable: bool = False

    @property
    def category(self) -> str | None:
        """The class of the value."""
        if self.stated is not None:
            return self.stated.label
        if self.scale is None or self.published is None:
            return None
        return self.scale.classify(self.published)


def compute_item(engine: Engine, item: ItemInput, *, made: bool = True) -> Computation:
    """Compute one item. Raises nothing for its content.

    Args:
        engine: what it is computed by.
        item: the item as written.
        made: whether its numbers are known. Of a year that its periods do not make they are not,
            and it has no value, whatever a formula fills in for what is missing.
    """
    inputs = read_inputs(engine, item)
    scale = engine.scale(item.tingkat)
    work = Computation(engine, item, inputs, scale, findings=inputs.findings)
    if inputs.rejected or _breaks_a_rule(work):
        work.status = Status.REJECTED
    elif not item.variabel and item.realisasi is not None:
        _take_printed(work)
    else:
        _evaluate(work, made=made)
    if work.exact is not None:
        _publish(work, work.exact)
    if item.target is not None:
        _score(work)
    work.findings += _check_printed(work)
    return work


def _breaks_a_rule(work: Computation) -> bool:
    """Note the relations between variables that do not hold. A missing variable breaks none."""
    broken, inputs = False, work.inputs
    for holds, rule in work.engine.rules:
        if holds(inputs.values, inputs.previous) is False:
            broken = True
            before = {f"sebelumnya({name})": one for name, one in inputs.previous.items()}
            numbers = Text.each(partial(_listed, {**inputs.values, **before}))
            work.findings.append(
                kinds.RULE_BROKEN.at(
                    work.item.locate(("variabel",)),
                    pesan=rule.message,
                    ekspresi=rule.ekspresi,
                    angka=numbers,
                )
            )
    return broken


def _listed(values: Mapping[str, Fraction | int], language: Language) -> str:
    return ", ".join(f"{name} = {format_number(value, language)}" for name, value in values.items())


def _take_printed(work: Computation) -> None:
    """Let the printed value stand as the value: there is nothing to compute it from."""
    work.printed_stands = True
    work.stated = _stated_class(work)
    if work.stated is not None:
        work.status = Status.INCOMPLETE
        return
    number, findings = read_one(
        work.item.realisasi,
        "realisasi",
        work.engine.definition.rentang,
        work.item,
        ("realisasi",),
        whole=work.engine.counts,
        unit=work.engine.value_unit,
    )
    work.findings += findings
    if number is None:
        work.unreadable = rejected = worst_level(findings) is Level.GALAT
        work.status = Status.REJECTED if rejected else Status.INCOMPLETE
        work.missing = work.engine.needed if not rejected else ()
        return
    work.origin = Origin.PRINTED
    work.exact = number.value
    work.published = round_half_up(number.value, number.decimals)


def _stated_class(work: Computation) -> ScaleClass | None:
    """Return the class that stands where the value should, as for a score of which only it is told.

    A class is no value, but it is enough to say whether a target that is a class was reached.
    """
    written = work.item.realisasi
    if work.scale is None or not isinstance(written, str):
        return None
    return work.scale.named(" ".join(written.split()))


def _evaluate(work: Computation, *, made: bool) -> None:
    engine, definition = work.engine, work.engine.definition
    if engine.formula is None:
        _note_undefined(work, Text.same(definition.tanpa_rumus or ""))
        return
    value = engine.formula(work.inputs.values, work.inputs.previous)
    if not made and not isinstance(value, Missing):
        value = Missing(engine.computed_from)
    if isinstance(value, Missing):
        value = _over_the_present(work, value)
    if isinstance(value, Missing):
        work.status = Status.INCOMPLETE
        work.missing = value.names
        place = work.item.locate(("variabel",))
        names = ", ".join(value.names)
        work.findings.append(kinds.MISSING_VARIABLE.at(place, kode=definition.kode, kurang=names))
    elif isinstance(value, Undefined):
        reason = value.reason
        for holds, case in engine.undefined_cases:
            if holds(work.inputs.values, work.inputs.previous) is True:
                reason = case.reason
                break
        _note_undefined(work, reason)
    elif not isinstance(value, bool):
        released = not engine.releases.isdisjoint(work.inputs.values)
        work.origin = Origin.RELEASED if released else Origin.COMPUTED
        work.exact = value
        _check_release(work)


def _over_the_present(work: Computation, missing: Missing) -> Value:
    """Return the value over the components that are there, where the definition allows that."""
    reduction = work.engine.reduction(work.inputs.values)
    if reduction is None:
        return missing
    work.missing = reduction.left_out
    work.findings.append(
        kinds.COMPONENTS_LEFT_OUT.at(
            work.item.locate(("variabel",)),
            kode=work.engine.definition.kode,
            kurang=", ".join(reduction.left_out),
            bagian=round_half_up(reduction.share * 100, _SHARE_DECIMALS),
        )
    )
    return compile_exact(reduction.tree)(work.inputs.values)


def _note_undefined(work: Computation, reason: Text) -> None:
    work.status, work.reason = Status.UNDEFINED, reason
    place = work.item.locate(("variabel",))
    work.findings.append(
        kinds.UNDEFINED_VALUE.at(place, kode=work.engine.definition.kode, alasan=reason)
    )


def _check_release(work: Computation) -> None:
    """Hold a released value against what its components give, where both are there."""
    computed, name = work.engine.computed, work.engine.definition.rilis
    if computed is None or name is None or name not in work.inputs.values:
        return
    value = computed(work.inputs.values, work.inputs.previous)
    if isinstance(value, Missing | Undefined | bool):
        return
    decimals = work.engine.definition.desimal
    released = round_half_up(work.inputs.values[name], decimals)
    expected = round_half_up(value, decimals)
    if released != expected:
        place = work.item.locate(("variabel", name))
        possible = _possible_release(work, name)
        if possible is not None:
            work.findings.append(
                kinds.VALUE_POSSIBLE.at(
                    place, value=str(released), cetak=released, hitung=expected, saksi=possible
                )
            )
            return
        work.findings.append(
            kinds.RELEASE_DIFFERS.at(
                place, value=str(released), nama=name, rilis=released, hitung=expected
            )
        )


def _possible_release(work: Computation, name: str) -> Text | None:
    """Return the unrounded components that give a released value, if there are any."""
    item, bounds = work.item, work.engine.limits[name].bounds
    number, _ = read_one(item.variabel[name], name, bounds, item, ("variabel", name))
    worlds = value_worlds(work.engine, item, work.inputs, work.engine.base_tree)
    if number is None or worlds is None or not worlds.reach.meets(number.as_typed.span):
        return None
    return witness_text(worlds.reach, number.as_typed.span, number.decimals)


def _publish(work: Computation, exact: Exact) -> None:
    """Round once, and refuse a value outside of the indicator's scale."""
    published = work.published
    if published is None:
        published = round_half_up(exact, work.engine.definition.desimal)
    bounds = work.engine.definition.rentang
    if bounds.contains(exact):
        work.published = published
        return
    kind: FindingKind = kinds.ABOVE_MAXIMUM
    bound = bounds.maks
    if bounds.min is not None and exact < bounds.min:
        kind, bound = kinds.BELOW_MINIMUM, bounds.min
    place = work.item.locate(("realisasi",) if work.origin is Origin.PRINTED else ("variabel",))
    work.findings.append(
        kind.at(
            place,
            value=str(published),
            nama=work.engine.definition.kode,
            nilai=published,
            batas=bound,
        )
    )
    work.status, work.origin = Status.REJECTED, None
    work.exact = work.published = None


def _score(work: Computation) -> None:
    goal, findings = read_goal(work.engine, work.item)
    work.findings += findings
    if goal is None:
        work.unreadable |= worst_level(findings) is Level.GALAT
        return
    scorer = work.engine.scorer
    if work.stated is not None:
        work.achievement = scorer.score_class(work.stated, goal, work.scale)
        return
    if work.published is None or work.exact is None:
        work.achievement = Achievement(goal, scorer.single.method.nama)
        return
    work.achievement = scorer.scorer(work.published, work.exact, goal, work.scale)
    if work.achievement.published is None:
        work.findings.append(
            kinds.ACHIEVEMENT_UNDEFINED.at(
                work.item.locate(("target",)),
                value=goal.text,
                kode=work.engine.definition.kode,
                target=Text.each(goal.shown),
                alasan=why_no_achievement(work.achievement),
            )
        )


def _check_printed(work: Computation) -> Iterator[Finding]:
    """Yield what is wrong with the numbers the region printed, held against the computed ones."""
    item, engine = work.item, work.engine
    if work.inputs.rejected:
        yield from _check_alone(work)
        return
    if item.realisasi is not None and not work.printed_stands:
        number, findings = read_one(
            item.realisasi,
            "realisasi",
            engine.definition.rentang,
            item,
            ("realisasi",),
            whole=engine.counts,
            unit=engine.value_unit,
        )
        yield from findings
        if number is not None:
            behind = partial(_worlds, work)
            parts = partial(item.parts, "realisasi")
            yield from check_value(number, work.exact, work.published, work.reason, behind, parts)
    number = None
    if item.capaian is not None:
        unit = engine.achievement_unit
        bounds = bounds_of_achievement(work.achievement)
        number, findings = read_one(item.capaian, "capaian", bounds, item, ("capaian",), unit=unit)
        yield from findings
        # What is unreadable or impossible has a finding of its own; the achievement may be right.
        if number is not None and not work.unreadable and work.status is not Status.REJECTED:
            yield from check_achievement(
                number,
                work.published,
                work.achievement,
                engine.scorer,
                _by_other_methods(work),
                partial(_values, work),
                partial(item.parts, "capaian"),
            )
    if item.predikat is not None:
        where, values = partial(item.locate, ("predikat",)), partial(_values, work)
        yield from check_category(
            str(item.predikat), work.achievement, work.status, engine, where, values, number
        )


def _check_alone(work: Computation) -> Iterator[Finding]:
    """Yield what is wrong with printed numbers beside a variable that has a finding of its own.

    They are judged by one another, and by nothing where no value is printed.
    """
    item, engine = work.item, work.engine
    if item.realisasi is not None:
        alone = compute_item(engine, replace(item, variabel={}, sebelumnya={}))
        yield from (found for found in alone.findings if found not in work.findings)
    elif item.capaian is not None:
        unit = engine.achievement_unit
        _, findings = read_one(item.capaian, "capaian", None, item, ("capaian",), unit=unit)
        yield from findings


def _worlds(work: Computation) -> ValueWorlds | None:
    tree = tree_behind(work.engine, work.inputs)
    return value_worlds(work.engine, work.item, work.inputs, tree)


def _values(work: Computation) -> Sequence[Span]:
    """Return what can stand behind the value: by its variables, and by what is printed of it."""
    engine, item = work.engine, work.item
    bounds = engine.definition.rentang
    printed = None
    if item.realisasi is not None:
        printed, _ = read_one(
            item.realisasi, "realisasi", bounds, item, ("realisasi",), whole=engine.counts
        )
    if work.printed_stands:
        return () if printed is None else (span_of(printed.as_typed, bounds, whole=engine.counts),)
    worlds = _worlds(work)
    found = [] if work.exact is None else [exactly(work.exact)]
    if worlds is not None:
        found.append(worlds.reach.hull)
    # Whoever prints the value with fewer digits may well go on computing with those.
    if printed is not None and work.exact is not None and printed.is_rounding_of(work.exact):
        found.append(exactly(printed.value))
    return found


def _by_other_methods(work: Computation) -> Iterator[tuple[str, Scorer, Achievement]]:
    if work.published is None or work.exact is None or work.achievement is None:
        return
    goal = work.achievement.goal
    for name, scorer in work.engine.other_scorers.items():
        yield name, scorer, scorer.scorer(work.published, work.exact, goal, work.scale)
