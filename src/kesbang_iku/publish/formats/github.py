"""Findings at the lines of a change, as commands of a GitHub workflow."""

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Finding, Language, Level
from kesbang_iku.publish.finding_report import FindingReport

_COMMANDS: Final[Mapping[Level, str]] = {
    Level.GALAT: "error",
    Level.PERINGATAN: "warning",
    Level.INFO: "notice",
}


def render(report: FindingReport, language: Language = "id") -> str:
    """Return one GitHub workflow command a line for each finding that no baseline accepts."""
    return "".join(
        f"{_line(one.finding, report, language)}\n" for one in report.everything if not one.accepted
    )


def _line(finding: Finding, report: FindingReport, language: Language) -> str:
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
    return f"::{_COMMANDS[finding.tingkat]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
