"""The results of the reports in the files a command is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.report_reader import load_reports
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.sources import Sources
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.files.reports import Reports
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.cli.session import Session
    from kesbang_iku.tables.context import KnownContext

_PATIENCE: Final = 1.0
"""For so many seconds nobody wants to know how far it got."""


def compute_sources(
    sources: Sources, catalog: Catalog, session: Session, known: KnownContext | None = None
) -> Results:
    """Return the results of all reports; nothing in them repeats what files say about people.

    ``known`` is what was told of the tables in them. How tables were read that are not in our own
    format is said beside the answer.
    """
    reports = Reports((), tuple(sources.findings))
    told: list[Text] = []
    for opened in sources.opened:
        found, said = load_reports(opened, katalog=catalog, known=known)
        reports += found
        told += [] if said is None else [said]
    if told:
        from kesbang_iku.tables.summary import lines  # noqa: PLC0415  # light: tables alone need it

        for line in lines(told):
            session.remark(line.plain(session.language))
    with progress_bar(session, commands.compute.COMPUTING, patience=_PATIENCE) as on_progress:
        results = compute(reports, catalog, on_progress=on_progress)
    if not _quotes(results):
        return results
    from kesbang_iku.validation.privacy import Privacy  # noqa: PLC0415  # light: all rules

    return Privacy.of(sources.opened).masked_results(results)


def _quotes(results: Results) -> bool:
    """Say whether some text of a file is in the results."""
    targets = (result.target for result in results)
    return bool(results.findings) or any(
        goal.dokumen or goal.label for goal in targets if goal is not None
    )
