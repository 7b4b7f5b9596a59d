from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.sources.data import load_data

COVERAGE = load_data("cakupan.yaml", CoverageFile)
CATALOG = load_catalog(packages=False)
VERSIONS = {
    code: [one for one in CATALOG if one.kode == code] for code in {one.kode for one in CATALOG}
}

HEAD = """
sumber: {dokumen: Daftar, kedudukan: resmi, dilihat: "2026-11-23"}
dibaca: {lengkap: "01", sebagian: "02"}
alasan: {lain: Urusan lain.}
baris:
"""


def test_every_row_is_there_once() -> None:
    codes = Counter(row.kodref for row in COVERAGE.baris)

    assert len(codes) == 154
    assert set(codes.values()) == {1}


def test_a_row_is_either_an_entry_or_left_out_for_a_ground() -> None:
    for row in COVERAGE.baris:
        assert (row.entri is None) != (row.alasan is None), row.kodref


def test_every_row_is_counted_on_one_side() -> None:
    left_out = [row for rows in COVERAGE.left_out.values() for row in rows]

    assert len(COVERAGE.covered) + len(left_out) == len(COVERAGE.baris)


def test_every_ground_leaves_something_out() -> None:
    assert all(COVERAGE.left_out.values())


def test_every_entry_exists() -> None:
    assert {row.entri for row in COVERAGE.covered} <= set(VERSIONS)


def test_a_row_that_is_a_variable_names_one_of_its_entry() -> None:
    named = [row for row in COVERAGE.covered if row.variabel is not None]

    assert named
    for row in named:
        definitions = VERSIONS[str(row.entri)]
        assert any(row.variabel in one.variables_by_name for one in definitions), row.kodref


def test_an_entry_that_cites_the_list_is_the_one_its_row_names() -> None:
    entries = {row.kodref: row.entri for row in COVERAGE.baris}
    for definition in CATALOG:
        for code in definition.rujukan.kodref:
            assert entries.get(code) == definition.kode, code


def test_a_whole_row_is_cited_by_its_entry() -> None:
    for row in COVERAGE.covered:
        if row.variabel is None:
            cited = {code for one in VERSIONS[str(row.entri)] for code in one.rujukan.kodref}
            assert row.kodref in cited, row.kodref


def test_only_a_covered_row_names_a_variable() -> None:
    assert all(row.entri is not None for row in COVERAGE.baris if row.variabel is not None)


def test_a_register_elsewhere_is_read(tmp_path: Path) -> None:
    row = '  - {kodref: "01.01.001", nama: Angka, alasan: lain}\n'
    (tmp_path / "cakupan.yaml").write_text(HEAD + row, encoding="utf-8")

    coverage = load_data("cakupan.yaml", CoverageFile, tmp_path)

    assert [one.kodref for one in coverage.left_out["lain"]] == ["01.01.001"]
    assert coverage.covered == ()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "tidak berisi"),
        ("sumber: [", "cakupan"),
        (HEAD + "  - {kodref: 1.1, nama: Angka}\n", "kode daftar resmi"),
    ],
)
def test_a_register_that_cannot_be_read_is_refused(
    content: str, complaint: str, tmp_path: Path
) -> None:
    (tmp_path / "cakupan.yaml").write_text(content, encoding="utf-8")

    with pytest.raises(ValueError, match=complaint):
        load_data("cakupan.yaml", CoverageFile, tmp_path)
