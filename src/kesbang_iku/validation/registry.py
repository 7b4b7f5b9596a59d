"""Every judged rule there is, and running them: a rule that fails is never the data's fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from kesbang_iku.findings import Finding, kinds
from kesbang_iku.validation.rules import (
    copies,
    periods,
    personal,
    plan_names,
    plan_targets,
    provenance,
    row_changes,
    row_numbers,
    row_sums,
    targets,
    values,
)
from kesbang_iku.validation.rules.personal import SourceContext
from kesbang_iku.validation.rules.plans import PlanContext
from kesbang_iku.validation.rules.reports import ReportContext
from kesbang_iku.validation.rules.rows import RowContext
from kesbang_iku.validation.rules.rule import NotJudged, Rule, Unjudged

REPORT_RULES: Final[tuple[Rule[ReportContext], ...]] = (
    *values.RULES,
    *copies.RULES,
    *periods.RULES,
    *targets.RULES,
    *provenance.RULES,
)
PLAN_RULES: Final[tuple[Rule[PlanContext], ...]] = (*plan_targets.RULES, *plan_names.RULES)
ROW_RULES: Final[tuple[Rule[RowContext], ...]] = (
    *row_numbers.RULES,
    *row_sums.RULES,
    *row_changes.RULES,
)
SOURCE_RULES: Final[tuple[Rule[SourceContext], ...]] = personal.RULES
ALL_RULES: Final[tuple[Rule[Any], ...]] = (
    *REPORT_RULES,
    *PLAN_RULES,
    *ROW_RULES,
    *SOURCE_RULES,
)
"""Every rule, whatever it looks at."""


C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What rules found, and what they could not judge."""

    temuan: tuple[Finding, ...] = ()
    tidak_dinilai: tuple[NotJudged, ...] = ()

    def __add__(self, other: Judgement) -> Judgement:
        return Judgement(self.temuan + other.temuan, self.tidak_dinilai + other.tidak_dinilai)

    @classmethod
    def of_all(cls, judgements: Iterable[Judgement]) -> Judgement:
        """Return many judgements as one."""
        known = tuple(judgements)
        return cls(
            tuple(found for one in known for found in one.temuan),
            tuple(unjudged for one in known for unjudged in one.tidak_dinilai),
        )


def judge(rules: Iterable[Rule[C]], context: C) -> Judgement:
    """Return what ``rules`` say about ``context``.

    A rule that raises makes a finding that names the rule; what it had found until then stands, and
    the other rules are run as ever. What could not be judged is counted by rule, reason and file.
    """
    findings: list[Finding] = []
    unjudged: list[NotJudged] = []
    for rule in rules:
        times: dict[tuple[int, str | None], int] = {}
        reasons: list[Unjudged] = []
        try:
            for outcome in rule.judge(context):
                if isinstance(outcome, Finding):
                    findings.append(outcome)
                    continue
                # Rules say one and the same text of thousands of items: no need to compare it.
                said = (id(outcome.alasan), outcome.berkas)
                if said not in times:
                    reasons.append(outcome)
                    times[said] = 0
                times[said] += 1
        except Exception as error:  # noqa: BLE001  # whatever a rule raises, it is the rule's fault
            findings.append(
                kinds.RULE_FAILED.at(
                    value=rule.code,
                    aturan=rule.code,
                    judul=rule.kind.title,
                    galat=type(error).__name__,
                )
            )
        counted = zip(reasons, times.values(), strict=True)
        unjudged += (NotJudged(rule.code, *reason, count) for reason, count in counted)
    return Judgement(tuple(findings), tuple(unjudged))
