"""Findings at the lines of a change: commands for GitHub, and GitLab's code quality report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Finding, Language, Level
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import Judged

_GITHUB_COMMANDS: Final[Mapping[Level, str]] = {
    Level.GALAT: "error",
    Level.PERINGATAN: "warning",
    Level.INFO: "notice",
}
_GITLAB_SEVERITIES: Final[Mapping[Level, str]] = {
    Level.GALAT: "major",
    Level.PERINGATAN: "minor",
    Level.INFO: "info",
}


def github_annotations(report: FindingReport, language: Language = "id") -> str:
    """Return one GitHub workflow command a line for each finding that no baseline accepts."""
    return "".join(
        f"{_github_line(one.finding, report, language)}\n"
        for one in report.everything
        if not one.accepted
    )


def _github_line(finding: Finding, report: FindingReport, language: Language) -> str:
    place = finding.place
    properties: dict[str, object] = {}
    if place.berkas is not None:
        properties["file"] = report.path(place.berkas)
        if place.baris is not None:
            properties["line"] = place.baris
            if place.kolom is not None:
                properties["col"] = place.kolom
                if place.kolom_akhir is not None and place.kolom_akhir >= place.kolom:
                    properties["endColumn"] = place.kolom_akhir
    properties["title"] = f"{finding.kode} {finding.kind.title.plain(language)}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{finding.message(language)}\n{finding.hint(language)}"
    return f"::{_GITHUB_COMMANDS[finding.tingkat]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab_code_quality(
    report: FindingReport, language: Language = "id"
) -> list[dict[str, object]]:
    """Return GitLab's code quality report, ready for JSON: the findings no baseline accepts.

    GitLab wants a line of every entry, so a finding of a whole file stands at its first one, and
    a finding of no file at the root.
    """
    return [_gitlab_entry(one, report, language) for one in report.everything if not one.accepted]


def _gitlab_entry(one: Judged, report: FindingReport, language: Language) -> dict[str, object]:
    finding = one.finding
    name = finding.berkas
    return {
        "description": f"{finding.message(language)} {finding.hint(language)}",
        "check_name": finding.kode,
        "fingerprint": one.fingerprint,
        "severity": _GITLAB_SEVERITIES[finding.tingkat],
        "location": {
            "path": "." if name is None else report.path(name),
            "lines": {"begin": finding.baris or 1},
        },
    }
