"""The published values of an indicator in short, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku.catalog.answers import ObservationAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.session import Session
from kesbang_iku.cli.table import Column, columns_of, table_lines
from kesbang_iku.findings import build_answer, localized
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.observation import Observation

_FEW: Final = 12
_NATION: Final = "0"
_KEYS: Final = ("tahun", "wilayah", "edisi", "nilai", "kedudukan")


def published_lines(indicator: Definition, session: Session) -> Iterator[str]:
    """Yield a table of the newest published values, and how many others there are."""
    taken = [found for found in indicator.nilai_terbit if found.dipakai]
    if not taken:
        return
    yield ""
    yield session.screen.paint(session.say(commands.show.SHOW["nilai_terbit"]), "strong")
    shown = sorted(taken, key=_order)[:_FEW]
    columns = _columns((*_KEYS, "sumber"), session)
    yield from table_lines(columns, [_row(found, session) for found in shown], session.screen)
    rest = len(indicator.nilai_terbit) - len(shown)
    if rest:
        yield session.say(commands.show.MORE_PUBLISHED, jumlah=rest)


def listed_values(
    found: Catalog, *, region: str | None, year: int | None
) -> list[tuple[str, Observation]]:
    """Return the published values of the codes of a catalog, each with its code, newest first."""
    return [
        (code, one)
        for code in found.codes
        for one in sorted(found.nilai(code, wilayah=region, tahun=year), key=_order)
    ]


def value_lines(values: Iterable[tuple[str, Observation]], session: Session) -> list[str]:
    """Return a table of the published values that the catalog takes."""
    rows = [(code, *_row(found, session)[:-1]) for code, found in values if found.dipakai]
    return table_lines(_columns(("kode", *_KEYS), session), rows, session.screen)


def _columns(keys: Iterable[str], session: Session) -> list[Column]:
    long = {"wilayah", "edisi", "sumber"}
    return columns_of(texts.COLUMNS, session, keys, number={"nilai"}, flexible=long)


def value_answer(found: Observation) -> ObservationAnswer:
    """Return a published value as a JSON object."""
    region = load_regions().get(found.wilayah)
    name = None if region is None else region.nama
    return build_answer(ObservationAnswer, found, nama_wilayah=name)


def _order(found: Observation) -> tuple[bool, bool, int, str, int]:
    """Order the nation before regions, the indicator before its parts, and newer years first."""
    return (
        found.bagian is not None,
        found.wilayah != _NATION,
        -found.tahun,
        found.wilayah,
        -(found.revisi or 0),
    )


def _row(found: Observation, session: Session) -> tuple[str, ...]:
    region = load_regions().get(found.wilayah)
    number = localized(found.nilai, session.language)
    about = ", ".join(filter(None, (found.edisi, found.bagian)))
    name = found.wilayah if region is None else region.nama
    standing = session.say(spoken(found.kedudukan))
    return (str(found.tahun), name, about, number, standing, found.sumber)
