"""Checking a part: what its contents compute to, what every rule says, and what is about people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.computing.amounts import LARGER
from kesbang_iku.computing.reports import compute
from kesbang_iku.findings.waiting import part, step
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.sources.reports import Reports
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.pipeline.mask import search
from kesbang_iku.validation.pipeline.partition import provinces_of
from kesbang_iku.validation.rules.reports.context import ReportContext, rule
from kesbang_iku.validation.running import CheckResult, run_rules
from kesbang_iku.validation.standard import Standard

_SEARCHED: Final = 0.1
"""So far a part is once it is known what in it is about people."""
_COMPUTED: Final = 0.35
"""So far reports are once they are computed."""


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """What is said of a part.

    Attributes:
        result: what is wrong, with nothing kept out of it yet.
        secrets: what must not be said.
        provinces: the provinces that its reports are of.
    """

    result: CheckResult
    secrets: Secrets
    provinces: frozenset[str]


def check_part(contents: Sequence[Content], standard: Standard) -> CheckedPart:
    """Return what is wrong with contents that are held against each other."""
    with part(0, _SEARCHED):
        about_people, secrets = search(contents)
    reports = (report for content in contents for report in content.reports)
    with part(_SEARCHED, 1):
        checked = check_contents(contents, standard)
    return CheckedPart(checked + about_people, secrets, provinces_of(reports, standard.regions))


def check_reports(reports: Reports, standard: Standard) -> CheckResult:
    """Return what is wrong with reports beyond their form, held against each other too."""
    with part(0, _COMPUTED):
        results = compute(reports, standard.katalog, regions=standard.regions)
    context = ReportContext.of(
        reports,
        results.per_butir,
        standard.katalog,
        standard.regions,
        standard.checking,
        standard.today,
    )
    with part(_COMPUTED, 1):
        # Where a period says too much is a rule's to find, of reported years as well.
        found = tuple(one for one in results.semua_temuan if one.kode != LARGER)
        return CheckResult(found) + run_rules(rule.by_code, context)


def check_contents(contents: Sequence[Content], standard: Standard) -> CheckResult:
    """Return what is wrong with the contents of files, their form included."""
    found = tuple(one for content in contents for one in content.findings)
    read = tuple(one.bacaan for one in contents if one.bacaan is not None)
    parts = [CheckResult(found, bacaan=read)]
    reports = Reports(tuple(report for content in contents for report in content.reports))
    plans = any(content.plans for content in contents)
    tables = [content.rows for content in contents if content.rows]
    held = sum(map(bool, (reports, plans, tables)))
    if reports:
        with step(0, held):
            parts.append(check_reports(reports, standard))
    if plans:
        from kesbang_iku.validation.plan_checks import check_plans  # noqa: PLC0415  # light: by kind

        with step(int(bool(reports)), held):
            parts += check_plans(contents, standard)
    if tables:
        from kesbang_iku.validation.row_arithmetic import check_tables  # noqa: PLC0415  # light: by kind

        with step(held - 1, held):
            parts += _said_before(parts[0], check_tables(tables, standard))
    return CheckResult.of_all(parts)


def _said_before(read: CheckResult, checked: Iterable[CheckResult]) -> Iterator[CheckResult]:
    """Yield what was found in tables, but for what reading them said of the same cell."""
    said = {(one.kode, one.place) for one in read.temuan}
    for one in checked:
        found = dict.fromkeys(one.temuan)
        yield replace(one, temuan=tuple(new for new in found if (new.kode, new.place) not in said))
