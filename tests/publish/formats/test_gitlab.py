"""GitLab's code quality report, in its form."""

from __future__ import annotations

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.formats.gitlab import render
from kesbang_iku.validation.baseline import match_baseline


def duplicate(place: Place, key: str = "target") -> Finding:
    return kinds.KEY_DUPLICATE.at(place, kunci=key, baris_awal=3)


def test_accepted_findings_are_not_annotated() -> None:
    finding = duplicate(Place("a"))
    report = FindingReport.of((), [finding], baseline=[match_baseline([finding])[0].fingerprint])
    assert render(report) == []


def test_an_entry_has_every_key_that_is_wanted() -> None:
    finding = duplicate(Place("./data/a.yaml", 4, 2))
    assert render(FindingReport.of((), [finding])) == [
        {
            "description": f"{finding.pesan} {finding.saran}",
            "check_name": "IKU023",
            "fingerprint": match_baseline([finding])[0].fingerprint,
            "severity": "major",
            "location": {"path": "data/a.yaml", "lines": {"begin": 4}},
        }
    ]


def test_every_finding_has_a_line_and_a_path() -> None:
    found = [kinds.ENCODING_FALLBACK.at(Place("a"), berkas="a"), duplicate(Place())]
    missing = [kinds.FILE_MISSING.at(Place("b"), berkas="b")]
    entries = render(FindingReport.of((), found, unread=missing), "en")
    assert [(one["location"], one["severity"]) for one in entries] == [
        ({"path": "b", "lines": {"begin": 1}}, "major"),
        ({"path": "a", "lines": {"begin": 1}}, "minor"),
        ({"path": ".", "lines": {"begin": 1}}, "major"),
    ]


def test_a_cell_of_a_sheet_stands_in_the_description() -> None:
    finding = kinds.FILE_EMPTY.at(Place("a.xlsx", 8, sel="Renstra!E8"), berkas="a.xlsx")
    (entry,) = render(FindingReport.of((), [finding]))
    assert entry["description"] == f"Renstra!E8: {finding.pesan} {finding.saran}"


def test_fingerprints_of_one_report_are_unique() -> None:
    found = [duplicate(Place("a", line)) for line in range(1, 6)]
    entries = render(FindingReport.of((), found))
    assert len({str(one["fingerprint"]) for one in entries}) == 5
