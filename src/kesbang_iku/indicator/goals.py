"""Reading targets: what a region wrote as a target, held against its indicator."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from kesbang_iku.findings import Finding, Level, Place, Text, kinds, range_text, worst_level
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import indicator as said
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goal import Goal, GoalKind, numbers_of
from kesbang_iku.indicator.inputs import read_value
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.written_units import check_unit
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.report import NamedTarget
from kesbang_iku.model.scale import Scale
from kesbang_iku.sources.numbers import Bound, Number, Range, Words

_POINTER: Final = ("target",)


def read_goal(engine: Engine, item: ItemInput) -> tuple[Goal | None, Sequence[Finding]]:
    """Return the target of ``item``, or ``None`` where none was set or it cannot be read."""
    written, document = parts_of_target(item.target)
    reading = read_value(written, engine.definition.rentang, item, _POINTER, whole=engine.counts)
    findings = list(reading.findings)
    content = reading.value
    locate = partial(item.locate, _POINTER)
    if isinstance(content, (Number, Range, Bound)) and content.unit is not None:
        findings += check_unit(content.unit, engine.value_unit, "target", locate)
    goal = goal_of(content, document)
    if goal is None or (findings and worst_level(findings) is Level.GALAT):
        return None, findings
    if goal.kind is GoalKind.CLASS:
        scale = engine.scale(item.tingkat)
        if scale is None or scale.named(goal.text) is None:
            findings.append(_unreadable(goal.text, scale, locate()))
            return None, findings
    findings += _doubts(goal, engine.definition, locate)
    return goal, findings


def parts_of_target(target: object) -> tuple[object, str | None]:
    """Return what is written as a target, and the document it stands in if it names one."""
    if isinstance(target, NamedTarget):
        return target.nilai, target.dokumen
    if isinstance(target, Mapping):
        document = target.get("dokumen")
        return target.get("nilai"), None if document is None else str(document)
    return target, None


def goal_of(content: object, document: str | None = None) -> Goal | None:
    """Return what was read as a target, or ``None`` where it is none."""
    if isinstance(content, Number):
        return Goal(GoalKind.VALUE, value=content.value, dokumen=document)
    if isinstance(content, Range):
        return Goal(GoalKind.RANGE, low=content.low, high=content.high, dokumen=document)
    if isinstance(content, Bound):
        return Goal(
            GoalKind.BOUND,
            value=content.value,
            strict=content.op in {">", "<"},
            direction="maksimalkan" if content.op in {">", ">="} else "minimalkan",
            dokumen=document,
        )
    if isinstance(content, Words):
        return Goal(GoalKind.CLASS, label=content.text, dokumen=document)
    return None


def _unreadable(text: str, scale: Scale | None, place: Place) -> Finding:
    form = "tanpa_skala" if scale is None else "berskala"
    classes = ", ".join(found.label for found in scale.kelas) if scale else ""
    return kinds.UNREADABLE_TARGET.at(
        place,
        target=text,
        bentuk=said.GOAL_FORMS[form].filled(skala=scale.label if scale else ""),
        pilihan=said.GOAL_CHOICES[form].filled(kelas=classes),
    )


def _doubts(goal: Goal, definition: Definition, locate: Callable[[], Place]) -> Iterator[Finding]:
    if not all(map(definition.rentang.contains, numbers_of(goal))):
        yield kinds.TARGET_OUT_OF_RANGE.at(
            locate(),
            value=goal.text,
            target=Text.each(goal.shown),
            kode=definition.kode,
            rentang=Text.each(partial(range_text, definition.rentang.min, definition.rentang.maks)),
        )
    if goal.direction is not None and goal.direction != definition.polaritas:
        yield kinds.TARGET_WRONG_WAY.at(
            locate(),
            value=goal.text,
            target=Text.each(goal.shown),
            kode=definition.kode,
            polaritas=spoken(definition.polaritas),
        )
