"""The table of results that ``compute`` answers people with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import columns_of, fit_columns, table_lines
from kesbang_iku.findings import sentences
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.indicator.status import Status
from kesbang_iku.indicator.words import class_words, period_words, unit_words
from kesbang_iku.model.scale import Scale

_COLUMNS: Final = (
    *("kode", "nama", "nilai", "satuan", "melapor"),
    *("kategori", "target", "capaian", "predikat", "status"),
)
_NUMBERS: Final = ("nilai", "melapor", "target", "capaian")
_SPARE: Final = ("kategori", "satuan", "predikat", "status")
"""Those that make way where names would be cut, the first one first."""
_NAME_WIDTH: Final = 16


def result_lines(
    results: Iterable[Result], session: Session, *, coverage: bool = False
) -> list[str]:
    """Return the lines of the table of ``results``, ``coverage`` with how many parts they have."""
    regions = load_regions()
    flexible = {"nama", *_SPARE}
    columns = columns_of(
        texts.COLUMNS, session, _COLUMNS, number=_NUMBERS, flexible=flexible, main="nama"
    )
    known = tuple(results)
    spare = [_COLUMNS.index(key) for key in _SPARE]
    fitted = fit_columns(
        columns,
        [_row(result, session, coverage=coverage) for result in known],
        session.screen.width,
        spare,
        common=False,
        name_width=_NAME_WIDTH,
    )
    rows: list[str | Sequence[str]] = []
    last = ""
    for result, row in zip(known, fitted.rows, strict=True):
        about = _about(result, regions, session)
        if about != last:
            rows.append(about)
            last = about
        rows.append(row)
    # Once they fit, all columns make way alike.
    shown = [replace(column, main=False) for column in fitted.columns]
    lines = table_lines(shown, rows, session.screen)
    if fitted.left_out and not session.quiet:
        left_out = ", ".join(fitted.left_out)
        lines += ["", session.say(commands.list.NO_ROOM, kolom=left_out)]
    return lines


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


def _row(result: Result, session: Session, *, coverage: bool) -> tuple[str, ...]:
    indicator, there = result.indicator, result.cakupan
    name, engine = "", None
    if indicator is not None:
        engine = indicator.engine
        name = indicator.title.plain(session.language)
        if indicator.lokal is not None:
            name = f"{name} ({session.say(texts.LOCAL_MARK)})"
    return (
        result.kode,
        name,
        session.number(result.nilai),
        session.say(unit_words(result.satuan)) if result.nilai is not None else "",
        f"{there.melapor}/{there.seharusnya}" if coverage and there is not None else "",
        _class(result.kategori, None if engine is None else engine.scale(result.tingkat), session),
        "" if result.target is None else result.target.shown(session.language),
        "" if result.capaian is None else f"{session.number(result.capaian)}%",
        _class(result.predikat, None if engine is None else engine.achievement_scale, session),
        session.say(sentences.indicator.STATUS_NAMES[result.status]),
    )


def _class(label: str | None, scale: Scale | None, session: Session) -> str:
    return "" if label is None else session.say(class_words(label, scale))


def _about(result: Result, regions: Regions, session: Session) -> str:
    """Return what the results of one report have in common: region with its name, and period."""
    parts = []
    if result.wilayah is not None:
        region = regions.get(result.wilayah)
        parts.append(result.wilayah if region is None else f"{result.wilayah} {region.nama}")
    if result.tahun is not None:
        parts.append(str(result.tahun))
    if result.periode != "tahunan":
        parts.append(session.say(period_words(result.periode)))
    return " · ".join(parts)
