"""GitHub's commands, escaped as documented."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.register import kinds_of
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.publish.formats.github import render
from kesbang_iku.validation.baseline import match_baseline


def duplicate(place: Place, key: str = "target") -> Finding:
    return kinds.KEY_DUPLICATE.at(place, kunci=key, baris_awal=3)


def github(*found: Finding) -> list[str]:
    return render(FindingReport.of((), found)).splitlines()


def test_a_command_names_file_line_columns_and_title() -> None:
    finding = duplicate(Place("data/a.yaml", 4, 2, 8))
    head = "::error file=data/a.yaml,line=4,col=2,endColumn=8,title=IKU023 Kunci ganda::"
    assert github(finding) == [f"{head}{finding.pesan}%0A{finding.saran}"]


def test_a_cell_of_a_sheet_stands_in_the_title() -> None:
    line = github(duplicate(Place("a.xlsx", 8, sel="Renstra, 2!E8")))[0]
    assert line.startswith(
        "::error file=a.xlsx,line=8,title=IKU023 Kunci ganda (Renstra%2C 2!E8)::"
    )
    assert "title=IKU023 Kunci ganda::" in github(duplicate(Place("a.csv", 8, 3, sel="B8")))[0]


def test_what_is_unknown_of_a_place_is_left_out() -> None:
    assert github(duplicate(Place()))[0].startswith("::error title=IKU023")
    assert github(duplicate(Place("a", kolom=3)))[0].startswith("::error file=a,title=")
    assert github(duplicate(Place("a", 3)))[0].startswith("::error file=a,line=3,title=")


@pytest.mark.parametrize(
    ("code", "command"), [("IKU023", "error"), ("IKU007", "warning"), ("IKU407", "notice")]
)
def test_the_level_is_the_command(code: str, command: str) -> None:
    kind = kinds_of(code)[0]
    texts = (kind.message.id, kind.hint.id)
    names = {name for text in texts for name in re.findall(r"{(\w+)}", text)}
    finding = kind.at(Place("a"), **dict.fromkeys(names, "x"))
    assert github(finding)[0].startswith(f"::{command} ")


def unescaped(text: str) -> str:
    for escape, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escape, sign)
    return text


@given(st.text(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/.\\")))
def test_whatever_stands_in_a_file_a_command_is_one_line_and_can_be_read_back(
    key: str, name: str
) -> None:
    finding = duplicate(Place(f"x{name}", 4), key)
    written = render(FindingReport.of((), [finding]))
    assert re.fullmatch(r"[^\r\n]*\n", written)
    found = re.fullmatch(r"::error file=([^,:]*),line=4,title=[^,:]*::(.*)\n", written)
    assert found
    assert unescaped(found[1]) == f"x{name}"
    assert unescaped(found[2]) == f"{finding.pesan}\n{finding.saran}"


def test_accepted_findings_are_not_annotated() -> None:
    finding = duplicate(Place("a"))
    report = FindingReport.of((), [finding], baseline=[match_baseline([finding])[0].fingerprint])
    assert render(report) == ""
