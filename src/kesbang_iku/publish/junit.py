"""Findings as JUnit XML, which every build server shows: one suite a file, one case a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kesbang_iku.findings import Finding, Language, Level, Place, sentences
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.validation.baseline import Judged

# What XML 1.0 cannot hold, not even escaped. A class of all that it can hold takes 5 ms to compile.
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES: Final = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;",
    "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
}  # fmt: skip
_TO_ESCAPE: Final = re.compile('[&<>"\t\n\r]')


def junit_xml(report: FindingReport, language: Language = "id") -> str:
    """Return the findings as a JUnit XML document.

    A finding of level ``galat`` is a failed case, a file that could not be had an error, an
    accepted finding a skipped case; a warning passes and says its message. A file without any
    finding is a suite with one case that passes, so that it can be seen that it was looked at.
    """
    suites = [
        (name or sentences.publish.NOWHERE.plain(language), judged or None)
        for name, judged in report.by_file()
    ]
    total = _Counts()
    written: list[str] = []
    for name, judged in suites:
        counts = _Counts()
        cases = [_clean_case(name, language)] if judged is None else []
        for one in judged or ():
            cases.append(_case(one, name, report, language))
            counts.add(one, report)
        counts.tests = len(cases)
        total.include(counts)
        written.append(_element("testsuite", {"name": name, **counts.attributes()}, *cases))
    whole = total.attributes()
    del whole["skipped"]  # the whole document has no such count
    root = _element("testsuites", {"name": "kesbang-iku", **whole}, *written)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


class _Counts:
    """How many cases of a suite came out how; counted while the suite is written."""

    def __init__(self) -> None:
        self.tests = self.failures = self.errors = self.skipped = 0

    def add(self, one: Judged, report: FindingReport) -> None:
        outcome = _outcome(one, report)
        self.failures += outcome == "failure"
        self.errors += outcome == "error"
        self.skipped += outcome == "skipped"

    def include(self, other: _Counts) -> None:
        self.tests += other.tests
        self.failures += other.failures
        self.errors += other.errors
        self.skipped += other.skipped

    def attributes(self) -> dict[str, str]:
        counts = {
            "tests": self.tests,
            "failures": self.failures,
            "errors": self.errors,
            "skipped": self.skipped,
        }
        return {**{name: str(count) for name, count in counts.items()}, "time": "0"}


def _outcome(one: Judged, report: FindingReport) -> str | None:
    """Return the element that says how a case came out; none where it passes."""
    if one in report.unread:
        return "error"
    if one.accepted:
        return "skipped"
    return "failure" if one.finding.tingkat is Level.GALAT else None


def _clean_case(name: str, language: Language) -> str:
    attributes = {"name": sentences.publish.CLEAN.plain(language), "classname": name, "time": "0"}
    return _element("testcase", attributes)


def _case(one: Judged, name: str, report: FindingReport, language: Language) -> str:
    finding = one.finding
    title = finding.kind.title.plain(language)
    message = finding.message(language)
    where = ":".join((name, *_steps(finding.place)))
    details = "\n".join(_details(finding, where, language))
    outcome = _outcome(one, report)
    said: list[str] = []
    if outcome == "skipped":
        said = [
            _text_element("skipped", sentences.publish.ACCEPTED.plain(language)),
            _text_element("system-out", details),
        ]
    elif outcome is None:
        said = [_text_element("system-out", details)]
    else:
        said = [_text_element(outcome, details, {"type": finding.kode, "message": message})]
    position = ":".join(_steps(finding.place))
    called = f"{finding.kode} {title}" + (f" ({position})" if position else "")
    return _element("testcase", {"name": called, "classname": name, "time": "0"}, *said)


def _steps(place: Place) -> Iterator[str]:
    if place.sel is not None and place.kolom is None:
        yield place.sel
    elif place.baris is not None:
        yield str(place.baris)
        if place.kolom is not None:
            yield str(place.kolom)


def _details(finding: Finding, where: str, language: Language) -> Iterator[str]:
    yield f"{where}: {finding.tingkat.value} {finding.kode}"
    yield finding.message(language)
    yield f"{sentences.publish.CURE.plain(language)}: {finding.hint(language)}"
    if finding.place.penunjuk:
        yield finding.place.penunjuk


def _element(tag: str, attributes: Mapping[str, str], *children: str) -> str:
    head = "".join(f' {name}="{_escaped(value)}"' for name, value in attributes.items())
    if not children:
        return f"<{tag}{head}/>"
    inside = "\n".join(children)
    return f"<{tag}{head}>\n{inside}\n</{tag}>"


def _text_element(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    head = "".join(f' {name}="{_escaped(value)}"' for name, value in (attributes or {}).items())
    inside = _escaped(text, keep="\n\t")
    return f"<{tag}{head}>{inside}</{tag}>"


def _escaped(text: str, keep: str = "") -> str:
    def escape(found: re.Match[str]) -> str:
        sign = found[0]
        return sign if sign in keep else _ESCAPES[sign]

    return _TO_ESCAPE.sub(escape, _UNFIT.sub("", text))
