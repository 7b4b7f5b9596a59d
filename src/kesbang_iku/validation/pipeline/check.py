"""Checking a part: what its contents compute to, what every rule says, and what is about people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kesbang_iku._records import dataclass
from kesbang_iku.computing.reports import compute
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.sources.reports import Reports
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.pipeline.mask import search
from kesbang_iku.validation.pipeline.partition import provinces_of
from kesbang_iku.validation.registry import CheckResult, report_rules, run_rules
from kesbang_iku.validation.rules.reports.context import ReportContext
from kesbang_iku.validation.standard import Standard


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
    about_people, secrets = search(contents)
    reports = (report for content in contents for report in content.reports)
    return CheckedPart(
        check_contents(contents, standard) + about_people,
        secrets,
        provinces_of(reports, standard.regions),
    )


def check_reports(reports: Reports, standard: Standard) -> CheckResult:
    """Return what is wrong with reports beyond their form, held against each other too."""
    results = compute(reports, standard.katalog, regions=standard.regions)
    context = ReportContext.of(
        reports,
        results.per_butir,
        standard.katalog,
        standard.regions,
        standard.checking,
        standard.today,
    )
    return CheckResult(results.findings) + run_rules(report_rules(), context)


def check_contents(contents: Sequence[Content], standard: Standard) -> CheckResult:
    """Return what is wrong with the contents of files, their form included."""
    found = tuple(one for content in contents for one in content.findings)
    read = tuple(one.bacaan for one in contents if one.bacaan is not None)
    parts = [CheckResult(found, bacaan=read)]
    reports = Reports(tuple(report for content in contents for report in content.reports))
    if reports:
        parts.append(check_reports(reports, standard))
    if any(content.plans for content in contents):
        from kesbang_iku.validation.plan_checks import check_plans  # noqa: PLC0415  # light: by kind

        parts += check_plans(contents, standard)
    tables = [content.rows for content in contents if content.rows]
    if tables:
        from kesbang_iku.validation.row_arithmetic import check_tables  # noqa: PLC0415  # light: by kind

        parts += _said_before(parts[0], check_tables(tables, standard))
    return CheckResult.of_all(parts)


def _said_before(read: CheckResult, checked: Iterable[CheckResult]) -> Iterator[CheckResult]:
    """Yield what was found in tables, but for what reading them said of the same cell."""
    said = {(one.kode, one.place) for one in read.temuan}
    for one in checked:
        found = dict.fromkeys(one.temuan)
        yield replace(one, temuan=tuple(new for new in found if (new.kode, new.place) not in said))
