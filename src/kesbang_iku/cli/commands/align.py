"""``align``: plans against the standard, in each form of the answer."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from kesbang_iku.alignment.alignment import Alignment, align
from kesbang_iku.alignment.regional import RegionalComparison, RegionalPlan, compare_plans
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import texts
from kesbang_iku.cli.alignment_table import alignment_csv, write_alignment
from kesbang_iku.cli.comparison_table import comparison_csv, write_comparison
from kesbang_iku.cli.finding_lines import Findings, counts, has_errors
from kesbang_iku.cli.parser import ALIGNMENT_FORMS
from kesbang_iku.cli.plan_sources import PlanSources, read_plan_sources
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import finish, progress
from kesbang_iku.cli.suggestion import STANDARD_OUTPUT, write_suggestion
from kesbang_iku.diagnostics import Level

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.computing.indicator import Indicator


def run(options: Namespace, session: Session) -> int:
    """Write the counterparts and deviations of a plan, or what several regions have."""
    form = _form(options)
    catalog = session.catalog()
    found = read_plan_sources(options, session, load_regions())
    if not found.plans:
        Findings(session, found.sources.opened).complain(found.findings)
        return finish(found.sources, session, 2)
    single = len(found.plans) == 1 and len(options.plans) == 1
    if options.usulkan is not None and not single:
        raise CannotRunError(texts.SUGGESTION_FOR_ONE, jumlah=len(found.plans))
    answer = _one if single else _several
    status = answer(found, form, catalog, options, session)
    return finish(found.sources, session, status)


def _form(options: Namespace) -> str:
    """Return the form asked for: said, or shown by the name of the file to write."""
    ending = "" if options.output is None else PurePath(options.output).suffix.lstrip(".").lower()
    form: str = options.format or (ending if ending in ALIGNMENT_FORMS else "table")
    if options.output is not None and form == "table":
        raise CannotRunError(texts.NOT_TO_A_FILE)
    return form


# -------------------------------------------------------------------------------------- one plan


def _one(
    found: PlanSources,
    form: str,
    catalog: Catalog[Indicator],
    options: Namespace,
    session: Session,
) -> int:
    source = found.plans[0]
    if source.tingkat is None:
        raise CannotRunError(texts.NO_LEVEL)
    code = None if source.wilayah is None else source.wilayah.kode
    aligned = align(source.plan, catalog, tingkat=source.tingkat, wilayah=code)
    findings = Findings(session, found.sources.opened)
    if options.usulkan is not None:
        write_suggestion(source, found.sources.opened[0], aligned, catalog, options, session)
    if options.usulkan == STANDARD_OUTPUT:
        findings.complain(one for one in aligned.findings if one.tingkat is Level.GALAT)
        return 1 if has_errors(aligned.findings) else 0
    if form == "table":
        write_alignment(aligned, findings, session)
    elif form == "json":
        _deliver(session.json_text(aligned.as_dict(session.language)), options, session)
    elif form == "csv":
        _deliver(alignment_csv(aligned, session), options, session)
        if not session.quiet:
            findings.complain(aligned.findings)
    else:
        _deliver(_page(aligned, source, catalog, session), options, session)
    return 1 if has_errors(aligned.findings) else 0


def _page(
    aligned: Alignment, source: RegionalPlan, catalog: Catalog[Indicator], session: Session
) -> str:
    from kesbang_iku.publish.alignment_page import alignment_page

    return alignment_page(
        aligned,
        catalog,
        plan=source.plan.plan,
        region=source.wilayah,
        file=PurePath(source.berkas).name,
        language=session.language,
    )


# ----------------------------------------------------------------------------------- many plans


def _several(
    found: PlanSources,
    form: str,
    catalog: Catalog[Indicator],
    options: Namespace,
    session: Session,
) -> int:
    usable = []
    status = 0
    for source in found.plans:
        if not source.plan.items:
            # A file that holds no indicator is no plan that lacks them all.
            found.findings += source.plan.temuan
        elif source.tingkat is None:
            said = session.say(texts.NO_LEVEL_OF, berkas=source.berkas)
            session.screen.complain(f"kesbang-iku: {said}")
            status = 2
        else:
            usable.append(source)
    compared = compare_plans(progress(usable, session, texts.ALIGNING), catalog)
    if form == "table":
        write_comparison(compared, session)
    elif form == "json":
        _deliver(session.json_text(compared.as_dict(session.language)), options, session)
    elif form == "csv":
        _deliver(comparison_csv(compared), options, session)
    else:
        from kesbang_iku.publish.alignment_page import comparison_page

        _deliver(comparison_page(compared, language=session.language), options, session)
    _complain(compared, found, session, counted=form != "json")
    failed = has_errors((*found.findings, *compared.findings))
    return max(status, 1 if failed else 0)


def _complain(
    compared: RegionalComparison, found: PlanSources, session: Session, *, counted: bool
) -> None:
    """Say what was found: errors in full, and of the rest how many there are."""
    said = (*found.findings, *(compared.findings if counted else ()))
    errors = [finding for finding in said if finding.tingkat is Level.GALAT]
    Findings(session, found.sources.opened).complain(errors)
    if said:
        session.remark(session.say(texts.FINDING_COUNTS, **counts(said)))


def _is_page(content: str) -> bool:
    return content.startswith("<!doctype")


def _deliver(content: str, options: Namespace, session: Session) -> None:
    """Write an answer to the file asked for, or to standard output."""
    if options.output is None:
        session.answer(session.html_text(content) if _is_page(content) else content)
        return
    ending = "" if content.endswith("\n") else "\n"
    Path(options.output).write_bytes((content + ending).encode("utf-8", "replace"))
    session.remark(session.say(texts.FILE_WRITTEN, berkas=options.output))
