"""Checking plans: the codes they name, their regions, and what every rule says of them."""

from collections.abc import Iterator, Sequence

from kesbang_iku._grouped import grouped
from kesbang_iku.alignment.plan_regions import uncertain_regions
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.computing.reports import unknown_code
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.waiting import step
from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.sources.spelling import Guesses
from kesbang_iku.validation.content import Content
from kesbang_iku.validation.rules.plans.context import PlanContext, names_of, rule
from kesbang_iku.validation.running import CheckResult, run_rules
from kesbang_iku.validation.standard import Standard


def check_plans(contents: Sequence[Content], standard: Standard) -> Iterator[CheckResult]:
    """Yield what is wrong with the plans in the contents of files."""
    for content in contents:
        yield CheckResult(tuple(_uncertain_regions(content, standard)))
    yield from _check_plans([plan for content in contents for plan in content.plans], standard)


def _uncertain_regions(content: Content, standard: Standard) -> Iterator[Finding]:
    """Yield which plans of one table, or of one file, have no region or that of another one."""
    tables = grouped((plan.lembar, plan) for plan in content.plans)
    for plans in tables.values():
        for found in uncertain_regions(plans, standard.regions).values():
            # What is wrong with a code is said of each plan by itself.
            yield from (
                one for one in found if one.kind in {kinds.PLAN_WITHOUT_REGION, kinds.REGION_TWICE}
            )


def _check_plans(plans: Sequence[LoadedPlan], standard: Standard) -> Iterator[CheckResult]:
    katalog = standard.katalog
    programs, names = load_programs(), names_of(katalog)
    guesses = Guesses(katalog.codes)
    for number, plan in enumerate(plans):
        yield CheckResult(tuple(_unknown_codes(plan, standard, guesses)))
        context = PlanContext.of(plan, standard, programs, names)
        with step(number, len(plans)):
            result = run_rules(rule.by_code, context)
        yield result


def _unknown_codes(plan: LoadedPlan, standard: Standard, guesses: Guesses) -> Iterator[Finding]:
    """Yield the codes of a plan that are of no region, or of no indicator.

    What is declared to be local may have a code of the region's own, and a table of programmes
    has theirs in its column of codes.
    """
    programs = load_programs()
    written = plan.plan.wilayah
    if written is not None:
        place = plan.locate(("wilayah",))
        yield from standard.regions.read(written, place=place)[1]
    for entry in plan.items:
        kode = entry.item.kode
        if kode is None or kode in standard.katalog or entry.item.lokal is not None:
            continue
        if not programs.names(kode):
            yield unknown_code(kode, entry.locate, guesses)
