"""Findings as GitLab's code quality report."""

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Level
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import BaselineMatch

_SEVERITIES: Final[Mapping[Level, str]] = {
    Level.GALAT: "major",
    Level.PERINGATAN: "minor",
    Level.INFO: "info",
}


def render(report: FindingReport, language: Language = "id") -> list[dict[str, object]]:
    """Return GitLab's code quality report, ready for JSON: the findings no baseline accepts.

    GitLab wants a line of every entry, so a finding of a whole file stands at its first one, and
    a finding of no file at the root.
    """
    return [_entry(one, report, language) for one in report.everything if not one.accepted]


def _entry(one: BaselineMatch, report: FindingReport, language: Language) -> dict[str, object]:
    finding = one.finding
    name, cell = finding.berkas, finding.place.cell
    where = "" if cell is None else f"{cell}: "
    return {
        "description": f"{where}{finding.message(language)} {finding.hint(language)}",
        "check_name": finding.kode,
        "fingerprint": one.fingerprint,
        "severity": _SEVERITIES[finding.tingkat],
        "location": {
            "path": "." if name is None else report.path(name),
            "lines": {"begin": finding.baris or 1},
        },
    }
