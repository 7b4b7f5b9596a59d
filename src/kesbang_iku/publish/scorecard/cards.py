"""The cards of the page: one for each indicator and region, with what led to its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.charts import bullet_chart, trend_chart
from kesbang_iku.charts.bullet import is_comparable
from kesbang_iku.charts.style import PART
from kesbang_iku.findings import Language
from kesbang_iku.indicator.explanation import Section as Part
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame.findings import finding_texts
from kesbang_iku.publish.frame.pieces import badge, facts_list, paragraph
from kesbang_iku.publish.frame.sources import sources_list, standing_badge
from kesbang_iku.publish.markup import Child, Html, between, element, joined
from kesbang_iku.publish.scorecard.groups import Card, region_text, when_text
from kesbang_iku.publish.scorecard.published import published_table
from kesbang_iku.publish.scorecard.table import (
    category_text,
    direction,
    number_text,
    rating_text,
    reason_of,
)
from kesbang_iku.publish.scorecard.words import WORDS, state_of

_SHOWN: Final = ("masukan", "nilai", "kategori", "capaian")
"""The parts of an explanation that a card shows; findings and sources have places of their own."""


def indicator_card(
    card: Card,
    catalog: Catalog,
    regions: Mapping[str, Region],
    language: Language,
) -> Html:
    """Return the details of one indicator for one region."""
    newest = card.results[-1]
    versions = {one.versi: one.indicator for one in card.results if one.indicator is not None}
    region = region_text(newest.wilayah, regions, language)
    return element(
        "article",
        _heading(newest, region, language),
        element("div", _facts(versions, language), _trend(card, catalog, language), class_="lead"),
        element("div", *(_year(one, language) for one in card.results), class_="years"),
        published_table(card, catalog, regions, language),
        *_sources(versions, language),
        id=card.anchor,
        class_=f"card {state_of(newest).key}",
    )


def _heading(newest: Result, region: str, language: Language) -> Html:
    indicator = newest.indicator
    name = ""
    if indicator is not None:
        name = indicator.nama if language == "id" else indicator.nama_en
    where = element("span", region, class_="about")
    return element("h3", element("code", newest.kode), " ", name, " ", where)


def _facts(versions: Mapping[str, Indicator], language: Language) -> Html | None:
    if not versions:
        return None
    newest = list(versions.values())[-1]
    standings = dict.fromkeys(found.status for found in versions.values())
    return facts_list(
        (
            (WORDS["satuan"].plain(language), unit_words(newest.satuan).plain(language)),
            (WORDS["arah"].plain(language), direction(newest, language)),
            (WORDS["versi"].plain(language), ", ".join(versions)),
            (
                WORDS["kedudukan"].plain(language),
                between(" ", (standing_badge(one, language) for one in standings)),
            ),
        )
    )


def _trend(card: Card, catalog: Catalog, language: Language) -> Html | None:
    code = card.results[0].kode
    if code not in catalog:
        return None
    drawn = trend_chart(card.results, catalog.versions(code), language=language, style=PART)
    if drawn is None:
        return None
    title = element("figcaption", WORDS["perkembangan"].plain(language))
    return element("figure", title, Html(drawn), class_="trend")


def _year(result: Result, language: Language) -> Html:
    when = when_text(result, language)
    about = element("p", badge(state_of(result), language), " ", reason_of(result, language))
    return element(
        "div",
        element("h4", when) if when else None,
        about,
        _bullet(result, language),
        finding_texts(result.temuan, language),
        _computation(result, language),
        class_="year",
    )


def _bullet(result: Result, language: Language) -> Html | None:
    if result.nilai is None:
        return None
    told = between(" · ", _told(result, language))
    if not is_comparable(result):
        return paragraph(told)
    drawn = Html(bullet_chart(result, language=language, style=PART))
    return element("figure", element("figcaption", told), drawn)


def _told(result: Result, language: Language) -> Iterator[Child]:
    """Yield value, target, achievement and classes, each in a few words."""
    if result.nilai is None:
        return
    unit = unit_words(result.satuan).plain(language)
    value = element("strong", number_text(result.nilai, language), " ", unit)
    yield joined(WORDS["nilai"].plain(language), " ", value)
    if result.target is not None:
        yield f"{WORDS['target'].plain(language)} {result.target.shown(language)}"
    if result.capaian is not None:
        number = number_text(result.capaian, language)
        yield f"{WORDS['capaian'].plain(language)} {number} %"
    rating, category = rating_text(result, language), category_text(result, language)
    if rating is not None:
        yield rating
    if category is not None:
        yield f"{WORDS['kategori'].plain(language)} {category}"


def _computation(result: Result, language: Language) -> Html | None:
    if result.indicator is None:
        return None
    parts = [one for one in result.explanation().sections if one.key in _SHOWN]
    summary = element("summary", WORDS["hitungan"].plain(language))
    return element("details", summary, *(_part(one, language) for one in parts), class_="more")


def _part(part: Part, language: Language) -> Html:
    lines = [element("li", line.plain(language)) for line in part.lines]
    title = element("p", element("strong", part.title.plain(language)))
    return joined(title, element("ul", *lines))


def _sources(versions: Mapping[str, Indicator], language: Language) -> Iterator[Html]:
    for version, found in versions.items():
        title = WORDS["sumber"].plain(language)
        if len(versions) > 1:
            title = f"{title} ({WORDS['versi'].plain(language).lower()} {version})"
        digest = joined(WORDS["sidik"].plain(language), ": ", element("code", found.sidik))
        yield element("h4", title)
        yield sources_list(found.sumber, language)
        yield element("p", digest, class_="about")
