"""Judging files together: what their contents compute to, and what every rule says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kesbang_iku.computing.reports import compute
from kesbang_iku.files.reports import Reports
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.registry import CheckResult, report_rules, run_rules
from kesbang_iku.validation.rules.reports.context import ReportContext
from kesbang_iku.validation.standard import Standard


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
    parts = [CheckResult(tuple(found for content in contents for found in content.findings))]
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
