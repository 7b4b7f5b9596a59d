"""The results of the reports in the files a command is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.sources import Sources
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.files.report_reader import load_reports
from kesbang_iku.files.reports import Reports
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.cli.session import Session

_PATIENCE: Final = 1.0
"""For so many seconds nobody wants to know how far it got."""


def compute_sources(sources: Sources, catalog: Catalog, session: Session) -> Results:
    """Return the results of all reports; nothing in them repeats what files say about people."""
    reports = Reports((), tuple(sources.findings))
    for opened in sources.opened:
        reports += load_reports(opened)
    with progress_bar(session, commands.compute.COMPUTING, patience=_PATIENCE) as on_progress:
        return compute(reports, catalog, on_progress=on_progress)
