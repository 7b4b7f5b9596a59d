"""A table as a file in our own format: a plan, or the reports that its values make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kesbang_iku.tables.headings import ACHIEVED, BASELINE, REALISED, TARGET
from kesbang_iku.tables.items import TableItem
from kesbang_iku.tables.read_table import ReadTable

Document = dict[str, Any]
CODE_OPEN: Final = "?"
"""What stands for the code of an indicator that the table does not give."""

_PLANS: Final = frozenset({"rencana", "perjanjian_kinerja"})
_TEXTS: Final = ("kode", "sasaran", "satuan", "rumus", "polaritas", "sumber_data")
_YEARLY: Final = re.compile(r"\d{4}", re.ASCII)
_KEY: Final = re.compile(r"(\d{4})(?:/([a-z]+-\d{1,2}))?", re.ASCII)


def documents_of(tables: Iterable[ReadTable], codes: Mapping[str, str]) -> list[Document]:
    """Return a document for each plan, and one for each period that a table reports on.

    Args:
        tables: tables of indicators; the others make no document.
        codes: the codes of indicators by their names, where a table gives none.
    """
    made: list[Document] = []
    for table in tables:
        if table.kind in _PLANS:
            made += _plans(table)
        elif table.items:
            made += _reports(table, codes)
    return made


def _plans(table: ReadTable) -> Iterator[Document]:
    by_region: dict[str | None, list[TableItem]] = {}
    for item in table.items:
        by_region.setdefault(table.region_of(item), []).append(item)
    for region, items in by_region.items():
        document: Document = {"jenis": "rencana"}
        if region is not None:
            document["wilayah"] = region
        document["item"] = [_plan_item(item) for item in items]
        yield document


def _plan_item(item: TableItem) -> Document:
    made: Document = {"nama": item.name}
    made |= {key: item.texts[key] for key in _TEXTS if key in item.texts}
    for role in (BASELINE, TARGET):
        values = {
            int(key): _plain(text)
            for key, text in item.values.get(role, {}).items()
            if _YEARLY.fullmatch(key)
        }
        if values:
            made[role] = values
    return made


def _reports(table: ReadTable, codes: Mapping[str, str]) -> Iterator[Document]:
    reports: dict[tuple[str, int, str], list[Document]] = {}
    for item in table.items:
        code = item.texts.get("kode") or codes.get(item.name.casefold(), CODE_OPEN)
        for key in _keys(item):
            match = _KEY.fullmatch(key)
            if match is None:
                continue
            made: Document = {"kode": code, "catatan": item.name}
            for role in (TARGET, REALISED, ACHIEVED, "predikat"):
                if key in item.values.get(role, {}):
                    made[role] = _plain(item.values[role][key])
            where = (table.region_of(item) or CODE_OPEN, int(match[1]), match[2] or "tahunan")
            reports.setdefault(where, []).append(made)
    for (region, year, period), items in sorted(reports.items()):
        yield {
            "jenis": "laporan",
            "wilayah": region,
            "tahun": year,
            "periode": period,
            "item": items,
        }


def _keys(item: TableItem) -> list[str]:
    """Return the years and parts of years of which something was realised."""
    found = [*item.values.get(REALISED, {}), *item.values.get(ACHIEVED, {})]
    return list(dict.fromkeys(found))


def _plain(text: str) -> str:
    """Return a value as our format takes it: a range with its dash, all else as it is."""
    return re.sub(r"(?<=\d)-(?=\d)", "\u2013", text)
