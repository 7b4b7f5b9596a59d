"""The results of the reports in the files a command is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kesbang_iku.cli.sources import Sources
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.files.report_reader import read_reports
from kesbang_iku.files.reports import Reports

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog


def compute_sources(sources: Sources, catalog: Catalog) -> Results:
    """Return the results of all reports; nothing in them repeats what files say about people."""
    reports = Reports((), tuple(sources.findings))
    for opened in sources.opened:
        reports += read_reports(opened)
    results = compute(reports, catalog)
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
