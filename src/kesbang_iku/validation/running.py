"""Running rules: one that fails is never the data's fault."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Text, kinds
from kesbang_iku.findings.waiting import passed
from kesbang_iku.validation.rules.rule import Hit, Inconclusive, InconclusiveRule, Rule

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What rules found, what they could not judge, and how tables of others were read."""

    temuan: tuple[Finding, ...] = ()
    tidak_dinilai: tuple[InconclusiveRule, ...] = ()
    bacaan: tuple[Text, ...] = ()

    def __add__(self, other: CheckResult) -> CheckResult:
        return CheckResult.of_all((self, other))

    @classmethod
    def of_all(cls, judgements: Iterable[CheckResult]) -> CheckResult:
        """Return many judgements as one."""
        known = tuple(judgements)
        return cls(
            tuple(found for one in known for found in one.temuan),
            tuple(inconclusive for one in known for inconclusive in one.tidak_dinilai),
            tuple(text for one in known for text in one.bacaan),
        )


def run_rules(rules: Iterable[Rule[C]], context: C) -> CheckResult:
    """Return what ``rules`` say about ``context``.

    A rule that raises makes a finding that names the rule; what it had found until then stands, and
    the other rules are run as ever. What could not be judged is counted by rule, reason and file.
    """
    findings: list[Finding] = []
    inconclusive: list[InconclusiveRule] = []
    for rule in passed(rules):
        times: dict[tuple[int, str | None], int] = {}
        reasons: list[Inconclusive] = []
        try:
            for outcome in rule.check(context):
                if isinstance(outcome, Hit):
                    findings.append(outcome.finding(rule.kind))
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
                    aturan=rule.code, judul=rule.kind.title, galat=type(error).__name__
                )
            )
        counted = zip(reasons, times.values(), strict=True)
        inconclusive += (InconclusiveRule(rule.code, *reason, count) for reason, count in counted)
    return CheckResult(tuple(findings), tuple(inconclusive))
