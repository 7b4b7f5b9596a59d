"""The corpus saved again by another program, which writes a workbook in its own way."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.tables.read_table import FileReading
from kesbang_iku.tables.reading import read_tables
from tests.tables import sheets

DIFFERENT: Final[frozenset[str]] = frozenset()
"""Sheets of which LibreOffice itself makes something else."""

_PATIENCE: Final = 170


def _said(reading: FileReading) -> tuple[object, ...]:
    answer = reading.as_dict()
    return answer["tabel"], [(one["kode"], one["sel"]) for one in answer["temuan"]]


@pytest.mark.slow
def test_what_libreoffice_saves_again_reads_the_same(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: nothing that it saved was read")
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    for path in sheets.FOLDER.glob("*.lembar"):
        sheet = sheets.read_sheet(path)
        book = sheets.by_xlsxwriter(sheet.rows, sheet.merges)
        (before / f"{path.stem}.xlsx").write_bytes(book)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = (program, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(after))
    files = sorted(before.iterdir())
    subprocess.run((*words, *map(str, files)), check=True, capture_output=True, timeout=_PATIENCE)
    different = {
        file.stem
        for file in files
        if _said(read_tables(file.read_bytes(), name="tabel.xlsx"))
        != _said(read_tables((after / file.name).read_bytes(), name="tabel.xlsx"))
    }
    assert len(files) >= 100
    assert different == DIFFERENT
