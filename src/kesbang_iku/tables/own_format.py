"""A table as a file in our own format: a plan, or the reports that are made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kesbang_iku.model.report import NamedTarget, Report, ReportItem
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.reports import LoadedReport
from kesbang_iku.tables.headings import BASELINE, TARGET
from kesbang_iku.tables.items import TableItem
from kesbang_iku.tables.plans import PLANS
from kesbang_iku.tables.read_table import ReadTable
from kesbang_iku.tables.two_readings import may_be_thousands

Document = dict[str, Any]
OPEN: Final = "?"
"""What stands for the code of an indicator, or of a region, that a table does not give."""

_TEXTS: Final = ("kode", "sasaran", "satuan", "rumus", "polaritas", "sumber_data")
_YEARLY: Final = re.compile(r"\d{4}", re.ASCII)
_MARKED: Final = re.compile(r"\d[.,]\d", re.ASCII)
_ENVELOPE: Final = ("jenis", "wilayah", "sistem_kode", "tahun", "periode")


def plan_documents(tables: Iterable[ReadTable]) -> Iterator[Document]:
    """Yield a document for each region of the plans among ``tables``."""
    for table in tables:
        if table.kind in PLANS:
            yield from _plans(table)


def report_documents(reports: Iterable[LoadedReport]) -> Iterator[Document]:
    """Yield the reports that were made of tables, so that the same is computed of them.

    Numbers stay as they are written; those of cells that hold numbers are written in the notation
    of their report. Items whose numbers leave none but one notation have a report of their own.
    """
    for loaded in reports:
        by_form: dict[NumberFormat | None, list[Document]] = {}
        for one in loaded.items:
            form = _form_of(one.item, loaded.report.format_angka)
            by_form.setdefault(form, []).append(_report_item(one.item, form))
        for form, items in by_form.items():
            yield _report(loaded.report, form, items)


def _plans(table: ReadTable) -> Iterator[Document]:
    by_region: dict[str | None, list[TableItem]] = {}
    for item in table.items:
        by_region.setdefault(table.region_of(item), []).append(item)
    for region, items in by_region.items():
        document: Document = {"jenis": "rencana"}
        if region is not None:
            document["wilayah"] = region
        document["format_angka"] = "en"
        document["item"] = [_plan_item(item) for item in items]
        yield document


def _plan_item(item: TableItem) -> Document:
    made: Document = {"nama": item.name}
    made |= {key: item.texts[key] for key in _TEXTS if key in item.texts}
    for role in (BASELINE, TARGET):
        values = {
            int(key): _with_dash(text)
            for key, text in item.values.get(role, {}).items()
            if _YEARLY.fullmatch(key)
        }
        if values:
            made[role] = values
    return made


def _with_dash(text: str) -> str:
    """Return a value as our format takes it: a range with its dash, all else as it is."""
    return re.sub(r"(?<=\d)-(?=\d)", "\u2013", text)


def _report(report: Report, form: NumberFormat | None, items: list[Document]) -> Document:
    told = {key: getattr(report, key) for key in _ENVELOPE}
    made = {key: value for key, value in told.items() if value is not None}
    return {**made, **({"format_angka": form} if form else {}), "item": items}


def _cells(item: ReportItem) -> Iterator[object]:
    target = item.target
    yield from (*item.variabel.values(), *item.sebelumnya.values(), item.realisasi, item.capaian)
    yield target.nilai if isinstance(target, NamedTarget) else None


def _form_of(item: ReportItem, form: NumberFormat | None) -> NumberFormat | None:
    """Return the notation of an item whose numbers need one, where its report names none."""
    cells = [*_cells(item)]
    doubtful = any(isinstance(one, NumberText) and may_be_thousands(one) for one in cells)
    marked = any(
        isinstance(one, str) and not isinstance(one, NumberText) and _MARKED.search(one)
        for one in cells
    )
    return "en" if form is None and doubtful and not marked else form


def _report_item(item: ReportItem, form: NumberFormat | None) -> Document:
    made: Document = {"kode": item.kode}
    for key in ("variabel", "sebelumnya"):
        values: Mapping[str, object] = getattr(item, key)
        if values:
            made[key] = {name: _spelled(cell, form) for name, cell in values.items()}
    target = item.target
    if target is not None:
        value = _spelled(target.nilai, form)
        named = target.dokumen is not None
        made["target"] = {"nilai": value, "dokumen": target.dokumen} if named else value
    for key in ("realisasi", "capaian", "predikat", "catatan"):
        if getattr(item, key) is not None:
            made[key] = _spelled(getattr(item, key), form)
    if item.bukti:
        made["bukti"] = [*item.bukti]
    return made


def _spelled(cell: object, form: NumberFormat | None) -> object:
    """Return what is written in a cell; the number of one that holds a number in a notation."""
    if not isinstance(cell, str):
        return cell
    comma = isinstance(cell, NumberText) and form == "id"
    return str(cell).replace(".", ",") if comma else str(cell)
