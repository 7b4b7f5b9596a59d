"""JUnit XML: well formed whatever a file holds, in the form build servers know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.formats.junit import render
from kesbang_iku.validation.baseline import match_baseline

# Of each element: its attributes, and its children in the order they must have.
GRAMMAR: Final[Mapping[str, tuple[set[str], list[str]]]] = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, ["testsuite"]),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time"},
        ["testcase"],
    ),
    "testcase": (
        {"name", "classname", "time"},
        ["skipped", "error", "failure", "system-out"],
    ),
    "skipped": (set(), []),
    "error": ({"type", "message"}, []),
    "failure": ({"type", "message"}, []),
    "system-out": (set(), []),
}


def assert_valid(element: ET.Element) -> None:
    attributes, children = GRAMMAR[element.tag]
    assert set(element.attrib) == attributes
    order = [children.index(child.tag) for child in element]
    assert order == sorted(order)
    for child in element:
        assert_valid(child)


def duplicate(place: Place, key: str = "target") -> Finding:
    return kinds.KEY_DUPLICATE.at(place, kunci=key, baris_awal=3)


def report() -> FindingReport:
    known = duplicate(Place("a.yaml", 9))
    found = [
        duplicate(Place("a.yaml", 4, 2)),
        known,
        kinds.ENCODING_FALLBACK.at(Place("a.yaml"), berkas="a.yaml"),
        kinds.FILE_EMPTY.at(Place("c.yaml", sel="B2"), berkas="c.yaml"),
    ]
    baseline = [one.fingerprint for one in match_baseline(found) if one.finding is known]
    missing = [kinds.FILE_MISSING.at(Place("d.yaml"), berkas="d.yaml")]
    return FindingReport.of(("a.yaml", "b.yaml"), found, baseline=baseline, unread=missing)


def suites(xml: str) -> dict[str, ET.Element]:
    root = ET.fromstring(xml)  # noqa: S314 - our own document
    assert_valid(root)
    return {suite.attrib["name"]: suite for suite in root}


def test_there_is_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    found = suites(render(report()))
    assert list(found) == ["a.yaml", "b.yaml", "d.yaml", "c.yaml"]
    assert [case.attrib["name"] for case in found["a.yaml"]] == [
        "IKU023 Kunci ganda (4:2)",
        "IKU023 Kunci ganda (9)",
        "IKU007 Berkas bukan UTF-8",
    ]
    assert [case.attrib["name"] for case in found["c.yaml"]] == ["IKU005 Berkas kosong (B2)"]


def test_the_outcome_of_a_case_is_that_of_its_finding() -> None:
    found = suites(render(report()))
    assert [[said.tag for said in case] for case in found["a.yaml"]] == [
        ["failure"],
        ["skipped", "system-out"],
        ["system-out"],
    ]
    assert [[said.tag for said in case] for case in found["d.yaml"]] == [["error"]]


def test_a_clean_file_is_one_case_that_passes() -> None:
    (case,) = suites(render(report(), "en"))["b.yaml"]
    assert list(case) == []
    assert case.attrib["name"] == "no errors and no warnings"


def test_another_library_counts_the_same() -> None:
    document = JUnitXml.fromstring(render(report()).encode())
    assert (document.tests, document.failures, document.errors) == (6, 2, 1)
    counted = [(one.tests, one.failures, one.errors, one.skipped) for one in document]
    assert counted == [(3, 1, 0, 1), (1, 0, 0, 0), (1, 0, 1, 0), (1, 1, 0, 0)]
    for suite, count in zip(document, counted, strict=True):
        outcomes = [type(said).__name__ for case in suite for said in case.result]
        kinds = ("Failure", "Error", "Skipped")
        assert (len(list(suite)), *map(outcomes.count, kinds)) == count


def test_a_failure_says_code_place_message_and_cure() -> None:
    finding = duplicate(Place("a.yaml", 4, 2, penunjuk="/item/0"))
    xml = render(FindingReport.of((), [finding]))
    failure = suites(xml)["a.yaml"][0][0]
    assert failure.attrib == {"type": "IKU023", "message": finding.pesan}
    assert (failure.text or "").splitlines() == [
        "a.yaml:4:2: galat IKU023",
        finding.pesan,
        f"Perbaikan: {finding.saran}",
        "/item/0",
    ]


def test_what_belongs_to_no_file_has_a_suite_too() -> None:
    xml = render(FindingReport.of((), [duplicate(Place())]), "en")
    assert list(suites(xml)) == ["no file"]


@given(st.text(), st.text(min_size=1))
def test_whatever_stands_in_a_file_the_document_is_well_formed(key: str, name: str) -> None:
    finding = duplicate(Place(f"x/{name}"), key)
    (suite,) = suites(render(FindingReport.of((), [finding]))).values()
    message = suite[0][0].attrib["message"]
    assert message == "".join(sign for sign in finding.pesan if fits_xml(sign))


def fits_xml(sign: str) -> bool:
    if sign > "\uffff" or sign in "\t\n\r":
        return True
    return " " <= sign < "\ufffe" and not "\ud800" <= sign <= "\udfff"
