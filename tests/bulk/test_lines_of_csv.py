"""The lines that rows of a CSV file stand in."""

from __future__ import annotations

import csv
from pathlib import Path

from kesbang_iku.bulk.lines_of_csv import LinesOfCsv


def test_rows_of_several_lines_are_found_and_the_reader_of_the_program_stays_as_it_was(
    tmp_path: Path,
) -> None:
    long = "x" * (csv.field_size_limit() + 1)
    path = tmp_path / "laporan.csv"
    path.write_text(f'a,b\n1,"dua\nbaris"\n\n2,{long}\n3,c\n', encoding="utf-8")
    before = csv.field_size_limit()
    assert [*LinesOfCsv(path, ",", 1).of([1, 2, 3], 3, [])] == [2, 5, 6]
    assert csv.field_size_limit() == before


def test_lines_are_counted_on_from_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    path.write_bytes(b"a,b\n1\n2\n3,4\n5\n")
    assert [*LinesOfCsv(path, ",", 1).at([4, 6, 12])] == [2, 3, 5]
