"""What the benchmarks measure: files that the checks find no error in."""

from __future__ import annotations

from pathlib import Path

import kesbang_iku as iku
from benchmarks.material import write_reports, write_table
from kesbang_iku.findings import Level
from kesbang_iku.validation.check import validate_all


def _errors(katalog: iku.Catalog, *files: Path) -> set[str]:
    found = validate_all(files, katalog).temuan
    return {one.pesan for one in found if one.tingkat is Level.GALAT}


def test_reports_hold_no_error_at_any_level_of_government(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    files = write_reports(tmp_path, 24)
    regions = {iku.read_reports(file)[0].report.wilayah for file in files}
    assert {"." in code for code in regions} == {True, False}
    assert _errors(katalog, *files) == set()


def test_the_table_holds_no_error(katalog: iku.Catalog, tmp_path: Path) -> None:
    file = tmp_path / "laporan.csv"
    assert write_table(file, 200_000) > 1000
    assert _errors(katalog, file) == set()
