"""What ``rollup`` tells people beside its results: who is missing, how values are spread, ranks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.answer_table import AnswerTable
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import Column, columns_of
from kesbang_iku.findings.sentences import commands

if TYPE_CHECKING:
    from kesbang_iku.composite.standings import Standings
    from kesbang_iku.indicator.indicator import Result

_MOST_NAMED: Final = 8
_SPREAD: Final = ("n", "min", "kuartil_1", "median", "kuartil_3", "maks")


def spread_table(results: Iterable[Result], session: Session) -> AnswerTable | None:
    """Return how the values are spread that make none together, if there are some."""
    rows = [
        (
            result.kode,
            _region(result.wilayah),
            f"{result.tahun}"
            if result.periode == "tahunan"
            else f"{result.tahun} {result.periode}",
            *(session.number(getattr(result.sebaran, key)) for key in _SPREAD),
        )
        for result in results
        if result.sebaran is not None
    ]
    if not rows:
        return None
    columns = _columns(("kode", "wilayah", "tahun", *_SPREAD), session)
    return AnswerTable(session.say(commands.rollup.SPREAD), columns, rows)


def missing_lines(results: Iterable[Result], session: Session) -> Iterator[str]:
    """Yield which parts have not reported, once for all indicators that miss the same."""
    groups: dict[tuple[str | None, int | None, str, tuple[str, ...]], list[str]] = {}
    for result in results:
        if result.cakupan is not None and result.cakupan.kurang:
            about = (result.wilayah, result.tahun, result.periode, result.cakupan.kurang)
            groups.setdefault(about, []).append(result.kode)
    for (region, year, period, missing), codes in groups.items():
        named = [_region(code) for code in missing[:_MOST_NAMED]]
        if len(missing) > _MOST_NAMED:
            named.append(session.say(commands.rollup.MORE, jumlah=len(missing) - _MOST_NAMED))
        yield session.say(
            commands.rollup.MISSING,
            wilayah=_region(region),
            tahun=f"{year}" if period == "tahunan" else f"{year} {period}",
            jumlah=len(missing),
            daftar=", ".join(named),
            butir=codes[0]
            if len(codes) == 1
            else session.say(commands.rollup.CODES, jumlah=len(codes)),
        )


def standings_table(found: Standings, session: Session) -> AnswerTable:
    """Return the ranks of regions as a table."""
    language = session.language
    name = "" if found.nama is None else found.nama.plain(language)
    where = "" if found.dalam is None else f" · {_region(found.dalam)}"
    period = "" if found.periode == "tahunan" else f" {found.periode}"
    rows = [
        (
            str(one.peringkat),
            _region(one.wilayah),
            session.number(one.nilai),
            "" if one.pasti else f"{one.terbaik}–{one.terburuk}",
        )
        for one in found.wilayah
    ]
    unsure = any(not one.pasti for one in found.wilayah)
    remarks = [session.say(commands.rollup.BANDS[found.pita])] if unsure else []
    remarks += [
        session.say(
            commands.rollup.NOT_RANKED, wilayah=_region(code), sebab=why.plain(language).rstrip(".")
        )
        for code, why in found.tanpa_peringkat.items()
    ]
    title = f"{found.kode} {name}{where} · {found.tahun}{period}"
    columns = _columns(("peringkat", "wilayah", "nilai", "pita"), session)
    return AnswerTable(title, columns, rows, remarks)


def _columns(keys: Iterable[str], session: Session) -> list[Column]:
    words = commands.rollup.COLUMNS
    numbers = words.keys() - {"kode", "wilayah", "dalam"}
    return columns_of(words, session, keys, number=numbers, flexible={"wilayah"})


def _region(code: str | None) -> str:
    """Return a region with its name, or a part of a year as it is."""
    region = load_regions().get(code or "")
    return (code or "-") if region is None else f"{code} {region.nama}"
