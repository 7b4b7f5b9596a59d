"""Judging files together: what their contents compute to, and what every rule says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.plan_regions import uncertain_regions
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.reports import compute, unknown_code
from kesbang_iku.files.data import load_data
from kesbang_iku.files.plans import LoadedPlan
from kesbang_iku.files.reports import Reports
from kesbang_iku.files.spelling import Guesses
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.validation.contents import Content
from kesbang_iku.validation.registry import CheckResult, plan_rules, report_rules, run_rules
from kesbang_iku.validation.row_arithmetic import check_rows
from kesbang_iku.validation.rules.plans.context import PlanContext, names_of
from kesbang_iku.validation.rules.reports.context import ReportContext
from kesbang_iku.validation.rules.rows.context import RowContext


@dataclass(frozen=True)
class Standard:
    """What files are judged by: definitions, regions, thresholds, and the day it is."""

    katalog: Catalog
    regions: Regions
    checking: CheckingFile
    today: date

    @classmethod
    def of(cls, katalog: Catalog, today: date) -> Standard:
        """Return a catalog with the package's own regions and thresholds."""
        return cls(katalog, load_regions(), load_data("pemeriksaan.yaml", CheckingFile), today)


def check_reports(reports: Reports, standard: Standard) -> CheckResult:
    """Return what is wrong with reports beyond their form, held against each other too."""
    results = compute(reports, standard.katalog, regions=standard.regions)
    context = ReportContext.of(
        reports,
        results.hasil,
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
    plans = [plan for content in contents for plan in content.plans]
    if plans:
        parts += (CheckResult(tuple(_uncertain_regions(one, standard))) for one in contents)
        parts += _check_plans(plans, standard)
    tables = [content.rows for content in contents if content.rows]
    if tables:
        matcher = Matcher(KnownNames(standard.katalog, None))
        parts += (check_rows(RowContext.of(rows, matcher, standard.checking)) for rows in tables)
    return CheckResult.of_all(parts)


def _uncertain_regions(content: Content, standard: Standard) -> Iterator[Finding]:
    """Yield which plans of one table, or of one file, have no region or that of another one."""
    tables: dict[str | None, list[LoadedPlan]] = {}
    for plan in content.plans:
        tables.setdefault(plan.lembar, []).append(plan)
    for plans in tables.values():
        for found in uncertain_regions(plans, standard.regions).values():
            # What is wrong with a code is said of each plan by itself.
            yield from (
                one for one in found if one.kind in {kinds.PLAN_WITHOUT_REGION, kinds.REGION_TWICE}
            )


def _check_plans(plans: Iterable[LoadedPlan], standard: Standard) -> Iterator[CheckResult]:
    katalog, regions = standard.katalog, standard.regions
    programs, names = load_programs(), names_of(katalog)
    guesses = Guesses(katalog.codes)
    for plan in plans:
        yield CheckResult(tuple(_unknown_codes(plan, standard, guesses)))
        context = PlanContext.of(plan, katalog, regions, programs, standard.checking, names)
        yield run_rules(plan_rules(), context)


def _unknown_codes(plan: LoadedPlan, standard: Standard, guesses: Guesses) -> Iterator[Finding]:
    """Yield the codes of a plan that are of no region, or of no indicator.

    What is declared to be local may have a code of the region's own, and a table of programmes
    has theirs in its column of codes.
    """
    programs = load_programs()
    written = plan.plan.wilayah
    if written is not None:
        place = plan.locate(("wilayah",))
        yield from standard.regions.find(written, sistem="kemendagri", place=place)[1]
    for entry in plan.items:
        kode = entry.item.kode
        if kode is None or kode in standard.katalog or entry.item.lokal is not None:
            continue
        if not programs.names(kode):
            yield unknown_code(kode, entry.locate, guesses)
