"""What was published of an indicator, beside what a region reports of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, localized
from kesbang_iku.model.observation import Observation
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame.pieces import TableColumn, native, table
from kesbang_iku.publish.frame.sources import standing_badge
from kesbang_iku.publish.markup import Child, Html, between, element, joined
from kesbang_iku.publish.scorecard.groups import Card, region_text
from kesbang_iku.publish.scorecard.words import SENTENCES, WORDS

_MOST: Final = 12
_COLUMNS: Final = ("tahun", "wilayah", "nilai_terbit", "kedudukan", "sumber")


def published_table(
    card: Card, catalog: Catalog, regions: Mapping[str, Region], language: Language
) -> Html | None:
    """Return the published values of the region's years, and of the regions around it.

    Those of the region itself are of all years, those around it of the years reported. The sampling
    error of a measurement, where it is known of one of the regions, stands below.
    """
    code = card.results[0].kode
    if code not in catalog:
        return None
    values = _values(card, catalog, regions)
    if not values:
        return None
    columns = [TableColumn(WORDS[key].plain(language), key == "nilai_terbit") for key in _COLUMNS]
    rows = (_row(one, regions, language) for one in values[:_MOST])
    found = table(WORDS["nilai_terbit"].plain(language), columns, rows)
    return joined(found, *_errors(code, values, catalog, language))


def _values(card: Card, catalog: Catalog, regions: Mapping[str, Region]) -> Sequence[Observation]:
    own = card.results[0].wilayah
    years = {result.tahun for result in card.results}
    around = set(_around(own, regions))
    found = [
        one
        for one in catalog.nilai(card.results[0].kode)
        if one.dipakai
        and one.bagian is None
        and (one.wilayah == own or (one.wilayah in around and one.tahun in years))
    ]
    return sorted(found, key=lambda one: (-one.tahun, one.wilayah != own, one.wilayah))


def _around(code: str | None, regions: Mapping[str, Region]) -> Iterator[str]:
    region = None if code is None else regions.get(code)
    while region is not None and region.induk is not None:
        yield region.induk
        region = regions.get(region.induk)


def _row(found: Observation, regions: Mapping[str, Region], language: Language) -> Sequence[Child]:
    source: Child = found.sumber
    if found.tautan is not None:
        source = element("a", found.sumber, href=found.tautan)
    about = filter(None, (found.edisi, found.penyebut))
    details = between(", ", (native(one, language) for one in about))
    return (
        str(found.tahun),
        region_text(found.wilayah, regions, language),
        joined(localized(found.nilai, language), " ", element("small", details)),
        standing_badge(found.kedudukan, language),
        source,
    )


def _errors(
    code: str, values: Sequence[Observation], catalog: Catalog, language: Language
) -> Iterator[Html]:
    shown = {one.wilayah for one in values}
    for edition in catalog.edisi(code):
        if edition.galat_poin is not None and edition.galat_wilayah in shown:
            said = SENTENCES["galat"].fill(
                language,
                edisi=edition.edisi,
                wilayah=edition.galat_wilayah,
                galat=edition.galat_poin,
            )
            yield element("p", said, class_="about")
