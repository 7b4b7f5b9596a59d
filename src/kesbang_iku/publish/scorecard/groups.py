"""Results as a page groups them: by region and report, and by indicator and region."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.model.observation import Edition, Observation
from kesbang_iku.model.region import Region


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A result, and the anchor of the card that holds its details, if there is one."""

    result: Result
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """The results of one indicator for one region and kind of period, oldest first."""

    anchor: str
    results: tuple[Result, ...]

    @property
    def versions(self) -> Mapping[str, Indicator]:
        """The definitions that the results were computed with, by version."""
        return {one.versi: one.indicator for one in self.results if one.indicator is not None}


def cards_of(results: Iterable[Result]) -> tuple[Card, ...]:
    """Return the results by indicator, region and period, in the order of their first one."""
    found = grouped(((result.kode, result.wilayah, result.periode), result) for result in results)
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
    """Return the results by region, year and period; the nation's first, years from the oldest."""
    anchors = {id(result): card.anchor for card in cards for result in card.results}
    found: dict[tuple[str | None, int | None, str], list[GroupEntry]] = {}
    for result in results:
        key = (result.wilayah, result.tahun, result.periode)
        found.setdefault(key, []).append(GroupEntry(result, anchors.get(id(result))))
    return tuple(tuple(found[key]) for key in sorted(found, key=_order))


def _order(key: tuple[str | None, int | None, str]) -> tuple[str, int, str, int, str]:
    """Return what reports are put in order by: a second month stands before a tenth."""
    region, year, period = key
    kind, _, number = period.rpartition("-")
    return region or "", year or 0, kind, len(number), number


def published_of(
    card: Card, catalog: Catalog, regions: Mapping[str, Region]
) -> Sequence[Observation]:
    """Return the published values of the region's years, and of the regions around it.

    Those of the region itself are of all years, those around it of the years reported.
    """
    code, own = card.results[0].kode, card.results[0].wilayah
    if code not in catalog:
        return ()
    years = {result.tahun for result in card.results}
    around = set(_around(own, regions))
    found = [
        one
        for one in catalog.nilai(code)
        if one.dipakai
        and one.bagian is None
        and (one.wilayah == own or (one.wilayah in around and one.tahun in years))
    ]
    return sorted(found, key=lambda one: (-one.tahun, one.wilayah != own, one.wilayah))


def editions_of(card: Card, shown: Iterable[Observation], catalog: Catalog) -> Iterator[Edition]:
    """Yield the editions whose sampling error is known of one of the regions shown."""
    regions = {one.wilayah for one in shown}
    for edition in catalog.edisi(card.results[0].kode):
        if edition.galat_poin is not None and edition.galat_wilayah in regions:
            yield edition


def _around(code: str | None, regions: Mapping[str, Region]) -> Iterator[str]:
    region = None if code is None else regions.get(code)
    while region is not None and region.induk is not None:
        yield region.induk
        region = regions.get(region.induk)
