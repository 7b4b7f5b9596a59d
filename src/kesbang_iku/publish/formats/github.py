"""Findings at the lines of a change, as commands of a GitHub workflow."""

from collections.abc import Mapping
from itertools import takewhile
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
    file = None if place.berkas is None else report.path(place.berkas)
    end = place.kolom_akhir if (place.kolom_akhir or 0) >= (place.kolom or 0) else None
    steps = {"file": file, "line": place.baris, "col": place.kolom, "endColumn": end}
    # None of them says anything without those before it.
    properties = dict(takewhile(lambda step: step[1] is not None, steps.items()))
    cell = "" if place.cell is None else f" ({place.cell})"
    properties["title"] = f"{finding.kode} {finding.kind.title.plain(language)}{cell}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{finding.message(language)}\n{finding.hint(language)}"
    return f"::{_COMMANDS[finding.tingkat]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
