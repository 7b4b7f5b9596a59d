"""The table of results that ``compute`` answers people with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import Column, table_lines
from kesbang_iku.findings import format_number, sentences
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Status

_COLUMNS: Final = {
    "kode": Column(""),
    "nama": Column("", flexible=True),
    "nilai": Column("", number=True),
    "satuan": Column("", flexible=True),
    "kategori": Column("", flexible=True),
    "target": Column("", number=True),
    "capaian": Column("", number=True),
    "predikat": Column("", flexible=True),
    "status": Column("", flexible=True),
}


def result_lines(results: Iterable[Result], session: Session) -> list[str]:
    """Return the lines of the table of ``results``."""
    regions = load_regions()
    columns = [
        Column(session.say(texts.COLUMNS[key]), column.number, column.flexible)
        for key, column in _COLUMNS.items()
    ]
    rows: list[str | tuple[str, ...]] = []
    last = ""
    for result in results:
        about = _about(result, regions)
        if about != last:
            rows.append(about)
            last = about
        rows.append(_row(result, session))
    return table_lines(columns, rows, session.screen)


def count_text(results: Iterable[Result], session: Session) -> str:
    """Return how many results there are of each status, in words."""
    found = Counter(result.status for result in results)
    if not found:
        return session.say(texts.NO_RESULTS)
    parts = [
        f"{found[status]} {session.say(sentences.indicator.STATUS_NAMES[status])}"
        for status in Status
        if found[status]
    ]
    return session.say(texts.RESULT_COUNTS, jumlah=found.total(), rincian=", ".join(parts))


def _row(result: Result, session: Session) -> tuple[str, ...]:
    indicator = result.indicator
    name = ""
    if indicator is not None:
        name = indicator.title.plain(session.language)
        if indicator.lokal is not None:
            name = f"{name} ({session.say(texts.LOCAL_MARK)})"
    return (
        result.kode,
        name,
        _number(result.nilai, session),
        result.satuan.replace("_", " ") if result.nilai is not None else "",
        result.kategori or "",
        "" if result.target is None else result.target.shown(session.language),
        "" if result.capaian is None else f"{_number(result.capaian, session)}%",
        result.predikat or "",
        session.say(sentences.indicator.STATUS_NAMES[result.status]),
    )


def _about(result: Result, regions: Regions) -> str:
    """Return what the results of one report have in common: region with its name, and period."""
    parts = []
    if result.wilayah is not None:
        region = regions.get(result.wilayah)
        parts.append(result.wilayah if region is None else f"{result.wilayah} {region.nama}")
    if result.tahun is not None:
        parts.append(str(result.tahun))
    if result.periode != "tahunan":
        parts.append(result.periode)
    return " · ".join(parts)


def _number(value: Decimal | None, session: Session) -> str:
    return "" if value is None else format_number(value, session.language)
