"""What published parts and totals say about the weights of an indicator, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.catalog.weight_bounds import WeightsAnswer, weight_bounds, weights_answer
from kesbang_iku.cli.session import Session
from kesbang_iku.findings import localized
from kesbang_iku.findings.sentences import commands
from kesbang_iku.model.definition import Definition

_FEW: Final = 12


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
        own = _numbers(part["bagian"], part["bobot"], session)
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


def _numbers(part: str, weight: str, session: Session) -> dict[str, str]:
    return {"bagian": part, "bobot": localized(weight, session.language)}


def _names(rows: list[str]) -> str:
    """Return the rows by the names of their regions; of many the first ones."""
    names = [_name(row) for row in rows[:_FEW]]
    return ", ".join([*names, "…"] if rows[_FEW:] else names)


def _name(row: str) -> str:
    code, _, year = row.partition(" ")
    region = load_regions().get(code)
    return row if region is None else f"{region.nama} {year}"
