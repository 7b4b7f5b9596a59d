"""The rules of a catalog beyond being computable: each can fail, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from kesbang_iku.catalog.load import read_catalog
from tests.definitions import DEFINITION, line_of, write_catalog

SECOND = DEFINITION.replace("ABC-UJI-01", "ABC-UJI-02").replace("perkara selesai", "hal rampung")
SECOND = SECOND.replace("alias: [Perkara selesai]\n", "")


def found_in(folder: Path) -> list[tuple[str, str | None, int | None]]:
    findings = read_catalog([folder], national=False, thorough=True)[1]
    return [
        (found.kode, Path(found.berkas).name if found.berkas else None, found.baris)
        for found in findings
    ]


def test_a_catalog_that_keeps_the_rules_has_no_findings(tmp_path: Path) -> None:
    assert found_in(write_catalog(tmp_path)) == []


@pytest.mark.parametrize(
    ("before", "after", "code", "words"),
    [
        ("status: usulan\n", "status: resmi\n", "IKU230", "status: resmi"),
        ("Persentase perkara selesai", "Persentase perkara selesai 2025", "IKU232", "nama:"),
        ("Persentase perkara selesai", "Persentase perkara Kota Depok", "IKU233", "nama:"),
        ("konsep: Perkara.", "konsep: Jumlah perkara.", "IKU234", "konsep:"),
    ],
)
def test_each_rule_can_fail_at_its_line(
    tmp_path: Path, before: str, after: str, code: str, words: str
) -> None:
    text = DEFINITION.replace(before, after, 1)
    assert found_in(write_catalog(tmp_path, text)) == [(code, "0.yaml", line_of(text, words))]


def test_one_formula_under_two_codes_is_told_at_the_second(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path, DEFINITION, SECOND)
    assert found_in(folder) == [("IKU231", "1.yaml", line_of(SECOND, "rumus:"))]


def test_a_year_in_a_decree_is_no_period_in_the_name(tmp_path: Path) -> None:
    text = DEFINITION.replace("konsep: Perkara.", "konsep: Perkara menurut UU Tahun 2012.")
    assert found_in(write_catalog(tmp_path, text)) == []


def test_registers_that_loading_does_not_need_are_checked_too(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path)
    (folder / "regulasi.yaml").write_text("regulasi:\n  - {id: a}\n", encoding="utf-8")
    codes = {(code, name) for code, name, _ in found_in(folder)}
    assert codes == {("IKU201", "regulasi.yaml")}


def test_starting_does_not_pay_for_these_rules(tmp_path: Path) -> None:
    text = DEFINITION.replace("status: usulan\n", "status: resmi\n", 1)
    folder = write_catalog(tmp_path, text)
    assert read_catalog([folder], national=False)[1] == []


def test_the_standard_itself_keeps_all_rules() -> None:
    assert read_catalog(thorough=True)[1] == []
