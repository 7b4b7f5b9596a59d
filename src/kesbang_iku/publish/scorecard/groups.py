"""Results as a page groups them: by report, and by indicator and region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.region import Region
from kesbang_iku.publish.scorecard.words import WORDS, period_text

_YEARLY = "tahunan"


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A result, and the anchor of the card that holds its details."""

    result: Result
    anchor: str


@dataclass(frozen=True, slots=True)
class Card:
    """The results of one indicator for one region and kind of period, oldest first."""

    anchor: str
    results: tuple[Result, ...]


def cards_of(results: Iterable[Result]) -> tuple[Card, ...]:
    """Return the results by indicator, region and period, in the order of their first one."""
    found: dict[tuple[str, str | None, str], list[Result]] = {}
    for result in results:
        found.setdefault((result.kode, result.wilayah, result.periode), []).append(result)
    return tuple(
        Card(
            f"butir-{number}-{key[0].lower().replace('.', '-')}",
            tuple(sorted(group, key=lambda one: one.tahun or 0)),
        )
        for number, (key, group) in enumerate(found.items(), 1)
    )


def reports_of(
    cards: Iterable[Card], results: Iterable[Result]
) -> tuple[tuple[GroupEntry, ...], ...]:
    """Return the results by region, year and period, in their own order."""
    anchors = {id(result): card.anchor for card in cards for result in card.results}
    found: dict[tuple[str | None, int | None, str], list[GroupEntry]] = {}
    for result in results:
        key = (result.wilayah, result.tahun, result.periode)
        found.setdefault(key, []).append(GroupEntry(result, anchors[id(result)]))
    return tuple(tuple(group) for group in found.values())


def region_text(code: str | None, regions: Mapping[str, Region], language: Language) -> str:
    """Return a region with its name; one that nobody knows is said to be that."""
    unknown = WORDS["tak_dikenal"].plain(language)
    if code is None:
        return unknown
    region = regions.get(code)
    return f"{code} ({unknown})" if region is None else f"{region.nama} ({code})"


def when_text(result: Result, language: Language) -> str:
    """Return year and period of a result; that it is a whole year needs no words."""
    parts = [] if result.tahun is None else [str(result.tahun)]
    if result.periode != _YEARLY:
        parts.append(period_text(result.periode, language))
    return ", ".join(parts)
