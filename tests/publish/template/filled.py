"""Workbooks to fill in, filled in: by openpyxl, and computed by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.template.lines import INPUT, Line, lines_of
from kesbang_iku.publish.template.workbook import HEADERS, Template

FIRST: Final = 10
"""The first row that is filled in."""
COLUMNS: Final = {name: index for index, name in enumerate(HEADERS, start=1)}
_PATIENCE: Final = 280
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>LOCALE</value></prop></item></oor:items>
"""


def blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each indicator and period."""
    block: list[Line] = []
    for line in lines:
        if line.first and block:
            yield block
            block = []
        block.append(line)
    yield block


def template(catalog: Catalog, indicators: Sequence[Indicator], region: str, year: int) -> Template:
    return Template(catalog, indicators, load_regions()[region], year)


def lines(one: Template) -> list[Line]:
    tables, level = one.catalog.tables, one.region.tingkat
    return [*lines_of(one.indicators, tables, level, FIRST, "id")]


def filled(one: Template, cells: Mapping[tuple[int, str], Any], path: Path) -> Path:
    """Save the workbook with cells filled in, by row and heading, as a person does.

    A number in the look of another workbook, as what is pasted brings, is a pair with its format.
    """
    book = openpyxl.load_workbook(io.BytesIO(one.content()))
    for (row, heading), value in cells.items():
        cell = book[INPUT].cell(row, COLUMNS[heading])
        assert not cell.protection.locked
        cell.value, look = value if isinstance(value, tuple) else (value, cell.number_format)
        cell.number_format = look
    book.save(path)
    return path


def recalculated(path: Path, locale: str = "en-US") -> Path:
    """Return the file as LibreOffice saves it again, with what it computes where it stands."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: nothing was computed by it")
    out, home = (path.parent / f"{name}-{locale}" for name in ("dihitung", "profil"))
    settings = home / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS.replace("LOCALE", locale), "utf-8")
    profile = f"-env:UserInstallation={home.as_uri()}"
    words = (program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out))
    subprocess.run((*words, str(path)), check=True, capture_output=True, timeout=_PATIENCE)
    return out / path.name


def shown(path: Path) -> Mapping[int, Mapping[str, Any]]:
    """Return the computed cells of the sheet that is filled in, by row and heading."""
    sheet = openpyxl.load_workbook(path, data_only=True)[INPUT]
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    return {number: dict(zip(COLUMNS, row, strict=False)) for number, row in rows}
