"""Examples of findings as their reader meets them in Excel: the sheet, the cell, its comment."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import yaml

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding, Language
from kesbang_iku.publish.annotated_workbook.annotation import comment_of
from kesbang_iku.publish.annotated_workbook.cells import At, address, position
from kesbang_iku.sources.grid import column_letters
from kesbang_iku.validation.examples import WORKBOOK_SUFFIX, FindingExample

_SHEET: Final = "Lembar1"
_PLAN: Final = {"sasaran": "Sasaran", "nama": "Indikator", "kode": "Kode", "satuan": "Satuan"}
_PLAN_MORE: Final = {"rumus": "Formula", "polaritas": "Polaritas", "sumber_data": "Sumber Data"}
_YEARS: Final = {"dasar": "Baseline", "target": "Target"}
_REPORT: Final = ("target", "realisasi", "capaian", "predikat")
_THOUSANDS: Final = 3
"""A point before so many digits may be one of thousands."""
_MOST_ROWS: Final = 8
"""A picture shows so many rows; what is found further down has none."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A sheet with the cell that a finding is about; ``said`` is what is found in that cell."""

    rows: Sequence[Sequence[str]]
    at: At
    said: Sequence[Finding]

    @property
    def letters(self) -> list[str]:
        """The names of the columns."""
        return [column_letters(number) for number in range(max(map(len, self.rows)))]

    @property
    def cell(self) -> str:
        """The name of the cell."""
        return address(self.at)

    def comment(self, language: Language) -> str:
        """Return what the comment of the cell says in the annotated workbook."""
        return comment_of(self.said, language)


def picture_of(example: FindingExample, catalog: Catalog | None = None) -> Picture | None:
    """Return the sheet of an example, checked anew as a workbook.

    Returns:
        ``None`` where the example is no table, or a workbook with it does not have the finding in
        one of the first cells.
    """
    read = _READERS.get(PurePath(example.name).suffix)
    rows = [] if read is None else read(example.text)
    if not rows or any(set(cell) & set("|^~\n") for row in rows for cell in row):
        return None
    lines = "\n".join(" | ".join(row) for row in rows)
    book = FindingExample(
        example.code, f"{example.code.lower()}{WORKBOOK_SUFFIX}", f"== {_SHEET}\n{lines}\n"
    )
    found = book.findings(catalog)
    places = [(position((one.place.sel or "").rpartition("!")[2]), one) for one in found]
    at = next((at for at, one in places if at is not None and one.kode == example.code), None)
    if at is None or at[0] > min(_MOST_ROWS, len(rows)):
        return None
    here = dict.fromkeys(one for place, one in places if place == at and one.kode == example.code)
    return Picture(rows[:_MOST_ROWS], at, tuple(here))


def _of_workbook(text: str) -> list[list[str]]:
    sheets = text.split("== ")[1:]
    lines = sheets[0].splitlines()[1:] if len(sheets) == 1 else []
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def _of_csv(text: str) -> list[list[str]]:
    return [[_number(cell) for cell in row] for row in csv.reader(text.splitlines())]


def _of_yaml(text: str) -> list[list[str]]:
    try:
        documents = list(yaml.safe_load_all(text))
    except yaml.YAMLError:
        return []
    kinds = {str(one.get("jenis")) if isinstance(one, dict) else "" for one in documents}
    shaped = _SHAPES.get(kinds.pop()) if len(kinds) == 1 else None
    try:
        return _table(row for one in documents for row in shaped(one)) if shaped else []
    except (AttributeError, TypeError, KeyError):
        return []  # Its shape is what is wrong with it: no sheet looks so.


def _plan(document: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for item in document["item"]:
        row = {head: item[key] for key, head in (_PLAN | _PLAN_MORE).items() if key in item}
        for key, head in _YEARS.items():
            row |= {f"{head} {year}": value for year, value in item.get(key, {}).items()}
        yield row


def _report(document: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    keys = {key: document[key] for key in ("wilayah", "tahun", "periode") if key in document}
    for item in document["item"]:
        told = {key: item[key] for key in _REPORT if key in item}
        yield keys | {"kode": item["kode"]} | item.get("variabel", {}) | told


_SHAPES: Final = {"rencana": _plan, "laporan": _report}
_READERS: Final = {WORKBOOK_SUFFIX: _of_workbook, ".csv": _of_csv, ".yaml": _of_yaml}


def _table(rows: Iterator[dict[str, str]]) -> list[list[str]]:
    found = list(rows)
    heads = list(dict.fromkeys(head for row in found for head in row))
    if any(isinstance(cell, dict | list) for row in found for cell in row.values()):
        return []
    return [heads, *([_number(str(row.get(head, ""))) for head in heads] for row in found)]


def _number(text: str) -> str:
    """Return a decimal as an Indonesian spreadsheet shows it; a text stays what it is."""
    whole, point, decimals = text.partition(".")
    plain = point and whole.isdecimal() and decimals.isdecimal() and len(decimals) != _THOUSANDS
    return f"{whole},{decimals}" if plain else text
