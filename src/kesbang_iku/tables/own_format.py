"""A table as a file in our own format: a plan, or the reports that are made of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kesbang_iku.findings import NOWHERE
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.report import NamedTarget, Report, ReportItem
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.sources.reports import LoadedReport
from kesbang_iku.tables.meanings import BASELINE, TARGET
from kesbang_iku.tables.two_readings import may_be_thousands
from kesbang_iku.tables.values import read_value

Document = dict[str, Any]
OPEN: Final = "?"
"""What stands for the code of an indicator, or of a region, that a table does not give."""

_TEXTS: Final = (
    "nama", "kode", "sasaran", "satuan", "rumus", "polaritas", "sumber_data", "catatan",
)  # fmt: skip
_PLAIN: Final[NumberFormat] = "en"
_MARKED: Final = re.compile(r"\d[.,]\d", re.ASCII)
_ENVELOPE: Final = ("jenis", "wilayah", "sistem_kode", "tahun", "periode")


def plan_documents(plans: Iterable[LoadedPlan]) -> Iterator[Document]:
    """Yield plans as documents, their numbers in the notation of the text beside them.

    A cell that cannot be read is left out: it was told where its table was read.
    """
    for loaded in plans:
        envelope = loaded.plan.model_dump(exclude={"item", "format_angka"}, exclude_none=True)
        items = [_plan_item(one.item) for one in loaded.items]
        yield {**envelope, "format_angka": _PLAIN, "item": items}


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


def _plan_item(item: PlanItem) -> Document:
    told = {key: getattr(item, key) for key in _TEXTS}
    made: Document = {key: text for key, text in told.items() if text is not None}
    for role in (BASELINE, TARGET):
        read = ((year, _plainly(cell, year)) for year, cell in getattr(item, role).items())
        values = {year: text for year, text in read if text is not None}
        if values:
            made[role] = values
    return made


def _plainly(cell: object, year: int) -> str | None:
    """Return what a cell says with a point before decimals; ``None`` where that is not certain."""
    text = read_value(cell, None, NOWHERE, key=str(year)).text if isinstance(cell, str) else None
    return None if text is None else re.sub(r"(?<=\d)-(?=\d)", "\u2013", text)


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
    return _PLAIN if form is None and doubtful and not marked else form


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
