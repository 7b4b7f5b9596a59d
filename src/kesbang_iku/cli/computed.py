"""The results of the reports in the files a command is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from kesbang_iku.alignment.report_reader import load_reports
from kesbang_iku.cli.finding_lines import counts
from kesbang_iku.cli.progress import reading_each, working_on
from kesbang_iku.cli.results_table import count_text
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.sources import Sources
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.reports import Reports

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.cli.finding_choice import FindingChoice
    from kesbang_iku.indicator.indicator import Result
    from kesbang_iku.tables.context import KnownContext

Answered = TypeVar("Answered", bound=Results)


def compute_sources(
    sources: Sources, catalog: Catalog, session: Session, known: KnownContext | None = None
) -> Results:
    """Return the results of all reports; nothing in them repeats what files say about people.

    ``known`` is what was told of the tables in them. How tables were read that are not in our own
    format is said beside the answer.
    """
    reports = load_all(sources, catalog, session, known)
    with working_on(sources.opened, session, commands.compute.COMPUTING), paused_gc():
        return compute(reports, catalog)


def load_all(
    sources: Sources, catalog: Catalog, session: Session, known: KnownContext | None = None
) -> Reports:
    """Return the reports in the files of a command; the parameters are as above."""
    reports = Reports((), tuple(sources.findings))
    told: list[Text] = []
    for opened in reading_each(sources.opened, session):
        found, said = load_reports(opened, katalog=catalog, known=known)
        reports += found
        told += [] if said is None else [said]
    if told:
        from kesbang_iku.tables.summary import lines  # noqa: PLC0415  # light: tables alone need it

        for line in lines(told):
            session.remark(line.plain(session.language))
    return reports


def choose_findings(results: Answered, choice: FindingChoice) -> Answered:
    """Return the results with those of their findings that are to be shown."""
    return replace(
        results,
        hasil=tuple(with_shown(one, choice) for one in results),
        temuan=choice.shown(results.temuan),
    )


def with_shown(result: Result, choice: FindingChoice) -> Result:
    """Return a result with those of its findings that are to be shown."""
    return replace(result, temuan=choice.shown(result.temuan)) if result.temuan else result


def write_findings(
    results: Results, sources: Sources, choice: FindingChoice, session: Session
) -> None:
    """Write below the results what was found, and how many there are of each status and level."""
    shown = results.semua_temuan
    if shown:
        if len(results):
            session.answer("")
        choice.answer(shown, sources.opened, session)
    if not session.quiet and sources.count:
        counted = count_text(results, session)
        levels = session.say(texts.FINDING_COUNTS, **counts(choice.counting))
        separate = "\n" if len(results) or shown else ""
        session.answer_lines([f"{separate}{counted} {levels}.", *choice.remarks(session)])


def not_reports(
    sources: Sources, results: Results, known: KnownContext | None = None
) -> Iterator[Text]:
    """Yield what to do with the files that gave no result since they are something else."""
    heard = {result.berkas for result in results}
    silent = [opened for opened in sources.opened if opened.name not in heard]
    if not silent:
        return
    from kesbang_iku.validation.contents import kind_of  # noqa: PLC0415  # light: seldom needed

    for opened in silent:
        kind = kind_of(opened, known)
        if kind in commands.report.NOT_REPORTS:
            yield commands.report.NOT_REPORTS[kind].filled(berkas=clean(opened.name))
