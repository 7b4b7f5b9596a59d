"""The published values of an indicator in short, and the weights they tell of, for a terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku.catalog.answers import ObservationAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.catalog.weight_bounds import WeightsAnswer, weight_bounds, weights_answer
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


# ---------------------------------------------------------------------------------------- weights


def weights_of_indicator(indicator: Definition) -> WeightsAnswer | None:
    """Return what its published values say about the weights of an indicator, if they do."""
    found = weight_bounds(indicator, indicator.nilai_terbit)
    return None if found is None else weights_answer(indicator, found)


def weight_lines(indicator: Definition, session: Session) -> Iterator[str]:
    """Yield which weights are possible, on which rows that rests, and what it refutes."""
    answer = weights_of_indicator(indicator)
    if answer is None:
        return
    texts = commands.show
    yield ""
    yield session.screen.paint(session.say(texts.WEIGHTS, kedudukan=answer["kedudukan"]), "strong")
    for part in answer["bobot"]:
        own = {"bagian": part["bagian"], "bobot": localized(part["bobot"], session.language)}
        if part["dari"] is None or part["sampai"] is None:
            yield session.say(texts.WEIGHT_IMPOSSIBLE, **own)
            continue
        low, high = (localized(end, session.language) for end in (part["dari"], part["sampai"]))
        yield session.say(texts.WEIGHT, dari=low, sampai=high, **own)
    rows = session.say(
        texts.WEIGHT_ROWS, jumlah=len(answer["baris"]), baris=_names(answer["bukti"])
    )
    yield from _wrapped(rows, session)
    for text, refuting in (
        (texts.WEIGHTS_REFUTED, answer["membantah"]),
        (texts.EQUAL_REFUTED, answer["membantah_bobot_sama"]),
    ):
        if refuting:
            yield from _wrapped(session.say(text, baris=_names(refuting)), session)


def _wrapped(text: str, session: Session) -> list[str]:
    width = session.screen.width
    return textwrap.wrap(text.strip(), width, initial_indent="  ", subsequent_indent="  ")


def _names(rows: list[str]) -> str:
    """Return the rows by the names of their regions; of many the first ones."""
    names = [_name(row) for row in rows[:_FEW]]
    return ", ".join([*names, "…"] if rows[_FEW:] else names)


def _name(row: str) -> str:
    code, _, year = row.partition(" ")
    region = load_regions().get(code)
    return row if region is None else f"{region.nama} {year}"
