"""Baselines: what is known is accepted, what is new counts, what is gone is noticed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.validation.baseline import make_baseline, match_baseline, read_baseline, stale


def finding(name: str, line: int | None = None) -> Finding:
    return kinds.FILE_EMPTY.at(Place(name, line), berkas=name)


def written(tmp_path: Path, *findings: Finding) -> Path:
    path = tmp_path / "dasar.json"
    path.write_text(json.dumps(make_baseline(match_baseline(findings))), encoding="utf-8")
    return path


def test_what_a_baseline_was_written_of_is_accepted_by_it(tmp_path: Path) -> None:
    known = [finding("a.yaml"), finding("a.yaml"), finding("b.yaml")]
    baseline, found = read_baseline(written(tmp_path, *known))
    assert found == []
    assert [one.accepted for one in match_baseline(known, baseline)] == [True, True, True]


def test_a_baseline_holds_wherever_the_checks_are_run_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = finding(str(tmp_path / "laporan" / "a.yaml"))
    (one,) = match_baseline([found], root=tmp_path)
    monkeypatch.chdir(tmp_path.parent)
    assert match_baseline([found], [one.fingerprint], root=tmp_path)[0].accepted
    assert not match_baseline([found], [one.fingerprint])[0].accepted


def test_a_new_finding_counts_beside_accepted_ones(tmp_path: Path) -> None:
    baseline, _ = read_baseline(written(tmp_path, finding("a.yaml")))
    matches = match_baseline([finding("a.yaml"), finding("c.yaml")], baseline)
    assert [(one.finding.berkas, one.accepted) for one in matches] == [
        ("a.yaml", True),
        ("c.yaml", False),
    ]


def test_one_more_of_a_known_finding_is_new(tmp_path: Path) -> None:
    baseline, _ = read_baseline(written(tmp_path, finding("a.yaml", 3)))
    matches = match_baseline([finding("a.yaml", 3), finding("a.yaml", 9)], baseline)
    assert [one.accepted for one in matches] == [True, False]


def test_entries_that_occur_no_more_are_known(tmp_path: Path) -> None:
    baseline, _ = read_baseline(written(tmp_path, finding("a.yaml"), finding("b.yaml")))
    assert len(stale(match_baseline([finding("a.yaml")], baseline), baseline)) == 1


def test_a_baseline_says_what_it_accepts_but_no_lines(tmp_path: Path) -> None:
    one = json.loads(written(tmp_path, finding("b.yaml", 3), finding("a.yaml")).read_text())
    other = json.loads(written(tmp_path, finding("a.yaml", 8), finding("b.yaml")).read_text())
    assert one == other
    assert [entry["berkas"] for entry in one["temuan"]] == ["a.yaml", "b.yaml"]
    assert one["temuan"][0].keys() == {"sidik", "kode", "berkas", "penunjuk", "nilai"}


def test_a_baseline_names_files_below_its_folder_and_what_is_in_none_first(tmp_path: Path) -> None:
    findings = [finding(str(tmp_path / "A.yaml")), kinds.FILE_EMPTY.at(berkas="stdin")]
    content = make_baseline(match_baseline(findings, root=tmp_path), root=tmp_path)
    (tmp_path / "dasar.json").write_text(json.dumps(content), encoding="utf-8")
    entries = json.loads((tmp_path / "dasar.json").read_text())["temuan"]
    assert [entry["berkas"] for entry in entries] == [None, "A.yaml"]
    assert len(read_baseline(tmp_path / "dasar.json")[0]) == 2


def test_findings_of_one_file_stand_by_code(tmp_path: Path) -> None:
    place = Place("a.yaml", 1, penunjuk="/item/0")
    findings = [kinds.NOT_A_BASELINE.at(place, berkas="a.yaml", skema=""), finding("a.yaml")]
    entries = json.loads(written(tmp_path, *findings).read_text())["temuan"]
    assert [entry["penunjuk"] for entry in entries] == [None, "/item/0"]
    assert [entry["kode"] for entry in entries] == sorted(one.kode for one in findings)
    assert findings[0].kode > findings[1].kode


def test_two_documents_are_no_baseline(tmp_path: Path) -> None:
    text = written(tmp_path, finding("a.yaml")).read_text()
    assert [one.kode for one in read_baseline(f"---\n{text}\n---\n{text}".encode())[1]] == [
        "IKU095"
    ]


def test_another_file_is_no_baseline() -> None:
    for content in (b'{"skema": "kesbang-iku/temuan/1", "temuan": []}', b"[5]", b"jenis: laporan"):
        assert [one.kode for one in read_baseline(content)[1]] == ["IKU095"]
    assert [one.kode for one in read_baseline(b"[]")[1]] == ["IKU005"]


def test_a_broken_entry_is_shown_at_its_place() -> None:
    content = b'{"skema": "kesbang-iku/garis-dasar/1", "temuan": [\n{"sidik": "x", "kode": "y"}]}'
    _, found = read_baseline(content)
    assert [(one.kode, one.baris) for one in found] == [("IKU203", 2)]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert [one.kode for one in read_baseline(tmp_path / "tiada.json")[1]] == ["IKU001"]
