"""Computing one item: numbers in, one result out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku.computing.achievement import Achievement
from kesbang_iku.computing.findings import (
    ABOVE_MAXIMUM,
    ACHIEVEMENT_UNDEFINED,
    BELOW_MINIMUM,
    COMPONENTS_LEFT_OUT,
    MISSING_VARIABLE,
    RELEASE_DIFFERS,
    RULE_BROKEN,
    UNDEFINED_VALUE,
)
from kesbang_iku.computing.goals import read_goal
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.computing.inputs import Inputs, read_inputs, read_one
from kesbang_iku.computing.item_input import ItemInput
from kesbang_iku.computing.printed import (
    bounds_of_achievement,
    check_achievement,
    check_category,
    check_value,
    why_no_achievement,
)
from kesbang_iku.computing.result import Origin, Result, Status
from kesbang_iku.diagnostics import Finding, Language, Level, Text, format_number, worst_level
from kesbang_iku.formula import (
    Exact,
    Missing,
    Root,
    Undefined,
    Value,
    compile_exact,
    round_half_up,
)
from kesbang_iku.model.scale import Scale, ScaleClass

_SHARE_DECIMALS: Final = 2
"""Decimals of the share of the weight that is present, in percent, as the finding prints it."""


@dataclass(slots=True)
class _Work:
    """One item being computed. Lives as long as ``compute_item`` runs."""

    indicator: Indicator
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


def compute_item(indicator: Indicator, item: ItemInput) -> Result:
    """Return the result of one item. Raises nothing for its content."""
    inputs = read_inputs(indicator, item)
    scale = indicator.engine.scale(item.tingkat)
    work = _Work(indicator, item, inputs, scale, findings=inputs.findings)
    if inputs.rejected or _breaks_a_rule(work):
        work.status = Status.REJECTED
    elif not item.variabel and item.realisasi is not None:
        _take_printed(work)
    else:
        _evaluate(work)
    if work.exact is not None:
        _publish(work, work.exact)
    if item.target is not None:
        _judge(work)
    result = _result(work)
    printed = list(_check_printed(result, work))
    return replace(result, temuan=(*work.findings, *printed)) if printed else result


def _breaks_a_rule(work: _Work) -> bool:
    """Note the relations between variables that do not hold. A missing variable breaks none."""
    broken = False
    for holds, rule in work.indicator.engine.rules:
        if holds(work.inputs.values) is False:
            broken = True
            numbers = Text.each(partial(_listed, work.inputs.values))
            work.findings.append(
                RULE_BROKEN.at(
                    work.item.locate(("variabel",)),
                    pesan=Text(rule.pesan, rule.pesan_en or rule.pesan),
                    ekspresi=rule.ekspresi,
                    angka=numbers,
                )
            )
    return broken


def _listed(values: Mapping[str, Fraction | int], language: Language) -> str:
    return ", ".join(f"{name} = {format_number(value, language)}" for name, value in values.items())


def _take_printed(work: _Work) -> None:
    """Let the printed value stand as the value: there is nothing to compute it from."""
    work.printed_stands = True
    work.stated = _stated_class(work)
    if work.stated is not None:
        work.status = Status.INCOMPLETE
        return
    number, findings = read_one(
        work.item.realisasi,
        "realisasi",
        work.indicator.rentang,
        work.item,
        ("realisasi",),
        whole=work.indicator.engine.counts,
        unit=work.indicator.engine.value_unit,
    )
    work.findings += findings
    if number is None:
        work.unreadable = rejected = worst_level(findings) is Level.GALAT
        work.status = Status.REJECTED if rejected else Status.INCOMPLETE
        work.missing = work.indicator.engine.needed if not rejected else ()
        return
    work.origin = Origin.PRINTED
    work.exact = number.value
    work.published = round_half_up(number.value, number.decimals)


def _stated_class(work: _Work) -> ScaleClass | None:
    """Return the class that stands where the value should, as for a score of which only it is told.

    A class is no value, but it is enough to say whether a target that is a class was reached.
    """
    written = work.item.realisasi
    if work.scale is None or not isinstance(written, str):
        return None
    return work.scale.named(" ".join(written.split()))


def _evaluate(work: _Work) -> None:
    engine = work.indicator.engine
    definition = work.indicator
    if engine.formula is None:
        _note_undefined(work, Text.same(definition.tanpa_rumus or ""))
        return
    value = engine.formula(work.inputs.values, work.inputs.previous)
    if isinstance(value, Missing):
        value = _over_the_present(work, value)
    if isinstance(value, Missing):
        work.status = Status.INCOMPLETE
        work.missing = value.names
        place = work.item.locate(("variabel",))
        names = ", ".join(value.names)
        work.findings.append(MISSING_VARIABLE.at(place, kode=definition.kode, kurang=names))
    elif isinstance(value, Undefined):
        reason = value.reason
        for holds, case in engine.undefined_cases:
            if holds(work.inputs.values) is True:
                reason = Text(case.alasan, case.alasan_en or case.alasan)
                break
        _note_undefined(work, reason)
    elif not isinstance(value, bool):
        released = not engine.releases.isdisjoint(work.inputs.values)
        work.origin = Origin.RELEASED if released else Origin.COMPUTED
        work.exact = value
        _check_release(work)


def _over_the_present(work: _Work, missing: Missing) -> Value:
    """Return the value over the components that are there, where the definition allows that."""
    reduction = work.indicator.engine.reduction(work.inputs.values)
    if reduction is None:
        return missing
    work.missing = reduction.left_out
    work.findings.append(
        COMPONENTS_LEFT_OUT.at(
            work.item.locate(("variabel",)),
            kode=work.indicator.kode,
            kurang=", ".join(reduction.left_out),
            bagian=round_half_up(reduction.share * 100, _SHARE_DECIMALS),
        )
    )
    return compile_exact(reduction.tree)(work.inputs.values)


def _note_undefined(work: _Work, reason: Text) -> None:
    work.status, work.reason = Status.UNDEFINED, reason
    place = work.item.locate(("variabel",))
    work.findings.append(UNDEFINED_VALUE.at(place, kode=work.indicator.kode, alasan=reason))


def _check_release(work: _Work) -> None:
    """Hold a released value against what its components give, where both are there."""
    computed, name = work.indicator.engine.computed, work.indicator.rilis
    if computed is None or name is None or name not in work.inputs.values:
        return
    value = computed(work.inputs.values, work.inputs.previous)
    if isinstance(value, Missing | Undefined | bool):
        return
    decimals = work.indicator.desimal
    released = round_half_up(work.inputs.values[name], decimals)
    expected = round_half_up(value, decimals)
    if released != expected:
        place = work.item.locate(("variabel", name))
        work.findings.append(
            RELEASE_DIFFERS.at(
                place, value=str(released), nama=name, rilis=released, hitung=expected
            )
        )


def _publish(work: _Work, exact: Exact) -> None:
    """Round once, and refuse a value outside of the indicator's scale."""
    published = work.published
    if published is None:
        published = round_half_up(exact, work.indicator.desimal)
    bounds = work.indicator.rentang
    if bounds.contains(exact):
        work.published = published
        return
    kind, bound = ABOVE_MAXIMUM, bounds.maks
    if bounds.min is not None and exact < bounds.min:
        kind, bound = BELOW_MINIMUM, bounds.min
    place = work.item.locate(("realisasi",) if work.origin is Origin.PRINTED else ("variabel",))
    work.findings.append(
        kind.at(
            place,
            value=str(published),
            nama=work.indicator.kode,
            nilai=published,
            batas=bound,
        )
    )
    work.status, work.origin = Status.REJECTED, None
    work.exact = work.published = None


def _judge(work: _Work) -> None:
    goal, findings = read_goal(work.indicator, work.item)
    work.findings += findings
    if goal is None:
        work.unreadable |= worst_level(findings) is Level.GALAT
        return
    judge = work.indicator.engine.judge
    if work.stated is not None:
        work.achievement = judge.judge_class(work.stated, goal, work.scale)
        return
    if work.published is None or work.exact is None:
        work.achievement = Achievement(goal, judge.single.method.nama)
        return
    work.achievement = judge.judge(work.published, work.exact, goal, work.scale)
    if work.achievement.published is None:
        work.findings.append(
            ACHIEVEMENT_UNDEFINED.at(
                work.item.locate(("target",)),
                value=goal.text,
                kode=work.indicator.kode,
                target=Text.each(goal.shown),
                alasan=why_no_achievement(work.achievement),
            )
        )


def _result(work: _Work) -> Result:
    indicator, item = work.indicator, work.item
    scale, published = work.scale, work.published
    category = None if scale is None or published is None else scale.classify(published)
    if work.stated is not None:
        category = work.stated.label
    return Result(
        kode=indicator.kode,
        versi=indicator.versi,
        satuan=indicator.satuan,
        status=work.status,
        wilayah=item.wilayah,
        tingkat=item.tingkat,
        tahun=item.tahun,
        periode=item.periode,
        asal=work.origin,
        nilai=work.published,
        nilai_eksak=work.exact,
        kategori=category,
        achievement=work.achievement,
        kurang=work.missing,
        why=work.reason,
        masukan=work.inputs.values,
        sebelumnya=work.inputs.previous,
        berkas=item.berkas,
        baris=item.baris,
        temuan=tuple(work.findings),
        sidik=indicator.sidik,
        indicator=indicator,
    )


def _check_printed(result: Result, work: _Work) -> Iterator[Finding]:
    """Check the numbers the region printed against the result."""
    item, indicator = work.item, work.indicator
    if item.realisasi is not None and not work.printed_stands:
        engine = indicator.engine
        number, findings = read_one(
            item.realisasi,
            "realisasi",
            indicator.rentang,
            item,
            ("realisasi",),
            whole=engine.counts,
            unit=engine.value_unit,
        )
        yield from findings
        if number is not None:
            yield from check_value(number, result)
    if item.capaian is not None:
        unit = indicator.engine.achievement_unit
        bounds = bounds_of_achievement(result.achievement)
        number, findings = read_one(item.capaian, "capaian", bounds, item, ("capaian",), unit=unit)
        yield from findings
        # What cannot be read has a finding of its own; the achievement may well be right.
        if number is not None and not work.unreadable:
            others = _by_other_methods(result, work)
            yield from check_achievement(number, result.nilai, result.achievement, others)
    if item.predikat is not None:
        yield from check_category(str(item.predikat), result, partial(item.locate, ("predikat",)))


def _by_other_methods(result: Result, work: _Work) -> Iterator[tuple[str, str, Achievement]]:
    goal, engine = result.target, work.indicator.engine
    if result.nilai is None or result.nilai_eksak is None or goal is None:
        return
    for name, judge in engine.other_judges.items():
        formula = judge.single.method.rumus
        yield name, formula, judge.judge(result.nilai, result.nilai_eksak, goal, work.scale)
