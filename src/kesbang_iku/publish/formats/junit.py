"""Findings as JUnit XML, which every build server shows: one suite a file, one case a finding."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kesbang_iku.findings import Finding, Language, Level, sentences
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import BaselineMatch

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
# What XML 1.0 can hold at all, the rest cannot even be escaped.
_UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: FindingReport, language: Language = "id") -> str:
    """Return the findings as a JUnit XML document.

    A finding of level ``galat`` is a failed case, a file that could not be had an error, an
    accepted finding a skipped case; a warning passes and says its message. A file without any
    finding is a suite with one case that passes, so that it can be seen that it was looked at.
    """
    root = Element("testsuites", {"name": "kesbang-iku"})
    total: Counter[str] = Counter()
    for path, judged in report.by_file():
        name = _fit(path or sentences.publish.NOWHERE.plain(language))
        suite = SubElement(root, "testsuite", {"name": name})
        counts = Counter(_outcome(one, report) for one in judged)
        counts["tests"] = len(judged) or 1
        _set_counts(suite, counts, ("tests", "failure", "error", "skipped"))
        for one in judged:
            _add_case(suite, one, report, language)
        if not judged:
            SubElement(suite, "testcase", _case(sentences.publish.CLEAN.plain(language), name))
        total.update(counts)
    # The whole document counts no skipped cases.
    _set_counts(root, total, ("tests", "failure", "error"))
    indent(root, space="")
    # Nothing else in the document holds this: a ">" of a text is escaped.
    written = tostring(root, encoding="unicode").replace(" />", "/>")
    return f"{_DECLARATION}\n{written}\n"


def _set_counts(element: Element, counts: Counter[str], kept: tuple[str, ...]) -> None:
    for key in kept:
        element.set(f"{key}s" if key in {"failure", "error"} else key, str(counts[key]))
    element.set("time", "0")


def _outcome(one: BaselineMatch, report: FindingReport) -> str:
    """Return the element that says how a case came out; ``passed`` is none."""
    if one in report.unread:
        return "error"
    if one.accepted:
        return "skipped"
    return "failure" if one.finding.tingkat is Level.GALAT else "passed"


def _case(name: str, suite: str) -> dict[str, str]:
    return {"name": _fit(name), "classname": suite, "time": "0"}


def _add_case(
    suite: Element, one: BaselineMatch, report: FindingReport, language: Language
) -> None:
    finding, name = one.finding, suite.attrib["name"]
    position = ":".join(finding.place.steps)
    called = f"{finding.kode} {finding.kind.title.plain(language)}"
    titled = f"{called} ({position})" if position else called
    case = SubElement(suite, "testcase", _case(titled, name))
    details = _fit("\n".join(_details(finding, ":".join(filter(None, (name, position))), language)))
    outcome = _outcome(one, report)
    if outcome == "skipped":
        SubElement(case, "skipped").text = sentences.publish.ACCEPTED.plain(language)
    if outcome in {"skipped", "passed"}:
        SubElement(case, "system-out").text = details
    else:
        said = {"type": finding.kode, "message": _fit(finding.message(language))}
        SubElement(case, outcome, said).text = details


def _details(finding: Finding, where: str, language: Language) -> Iterator[str]:
    yield f"{where}: {finding.tingkat.value} {finding.kode}"
    yield finding.message(language)
    yield f"{sentences.publish.CURE.plain(language)}: {finding.hint(language)}"
    if finding.place.penunjuk:
        yield finding.place.penunjuk


def _fit(text: str) -> str:
    """Return ``text`` without what XML cannot hold."""
    return _UNFIT.sub("", text)
