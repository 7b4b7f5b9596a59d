"""The tables of the page: one for each report, a row an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kesbang_iku.charts.bullet import bullet_row, is_comparable
from kesbang_iku.findings import Language, format_number, sentences
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.indicator.words import class_words, unit_words
from kesbang_iku.publish.frame.pieces import TableColumn, badge, grouped_table, native
from kesbang_iku.publish.markup import Child, Html, between, element, joined
from kesbang_iku.publish.pages.words import VOCABULARY
from kesbang_iku.publish.scorecard.groups import GroupEntry
from kesbang_iku.publish.scorecard.words import ORIGINS, WORDS, state_of

_COLUMNS = ("indikator", "nilai", "target", "capaian", "predikat", "grafik", "keadaan")
_NUMBERS = ("nilai", "target", "capaian")
_ARROWS = {"maksimalkan": "↑", "minimalkan": "↓", "stabilkan": "→"}


def scores_table(
    caption: str, reports: Iterable[tuple[str, Sequence[GroupEntry]]], language: Language
) -> Html:
    """Return the items of the reports of one region as a table, each report below its title."""
    columns = [TableColumn(WORDS[key].plain(language), number=key in _NUMBERS) for key in _COLUMNS]
    groups = [
        (title, [list(_cells(entry, language)) for entry in entries]) for title, entries in reports
    ]
    return grouped_table(caption, columns, groups, kind="scores")


def direction(indicator: Indicator, language: Language) -> str:
    """Return which way values should go, with an arrow."""
    polarity = indicator.polaritas
    return f"{_ARROWS[polarity]} {VOCABULARY[polarity].plain(language)}"


def number_text(value: Decimal, language: Language) -> str:
    """Return a number as people write it, with a minus sign that is as wide as a digit."""
    return format_number(value, language).replace("-", "\N{MINUS SIGN}")


def category_text(result: Result, language: Language) -> str | None:
    """Return the class of a value, in the language of the page."""
    if result.indicator is None or result.kategori is None:
        return result.kategori
    scale = result.indicator.engine.scale(result.tingkat)
    return class_words(result.kategori, scale).plain(language)


def rating_text(result: Result, language: Language) -> str | None:
    """Return the class of an achievement, in the language of the page."""
    if result.indicator is None or result.predikat is None:
        return result.predikat
    scale = result.indicator.engine.achievement_scale
    return class_words(result.predikat, scale).plain(language)


def reason_of(result: Result, language: Language) -> Html | None:
    """Return why there is no value, or no achievement; nothing where all is well."""
    parts: list[Child] = []
    if result.status is not Status.COMPLETE:
        parts.append(sentences.indicator.STATUS_NAMES[result.status].plain(language))
    if result.kurang:
        names = ", ".join(result.kurang)
        parts.append(WORDS["kurang"].fill(language, nama=names))
    if result.alasan and result.why is not None:
        reason = result.why.plain(language)
        parts.append(native(reason, language) if reason == result.alasan else reason)
    parts += [
        element("a", f"{title} ({code})", href="#temuan")
        for code, title in _findings(result, language).items()
    ]
    return between(" · ", parts) if parts else None


def _cells(entry: GroupEntry, language: Language) -> Iterator[Child]:
    result = entry.result
    yield _name(entry, language)
    yield _value(result, language)
    yield _target(result, language)
    yield _achievement(result, language)
    yield _classes(result, language)
    yield _chart(result)
    yield joined(badge(state_of(result), language), _small(reason_of(result, language)))


def _name(entry: GroupEntry, language: Language) -> Html:
    indicator, code = entry.result.indicator, element("code", entry.result.kode)
    linked = element("a", code, href=f"#{entry.anchor}")
    if indicator is None:
        return linked
    name = indicator.nama if language == "id" else indicator.nama_en
    local = None
    if indicator.lokal is not None:
        local = element("span", WORDS["lokal"].plain(language), class_="standing")
    return joined(linked, " ", name, " ", local, _small(direction(indicator, language)))


def _value(result: Result, language: Language) -> Html | None:
    if result.nilai is None:
        return None
    said: list[Child] = [unit_words(result.satuan).plain(language)]
    if result.asal is not None and result.asal is not Origin.COMPUTED:
        said.append(ORIGINS[result.asal].plain(language))
    number = element("strong", number_text(result.nilai, language))
    return joined(number, _small(between(", ", said)))


def _target(result: Result, language: Language) -> Html | None:
    goal = result.target
    if goal is None:
        return None
    return joined(goal.shown(language), _small(native(goal.dokumen, language)))


def _achievement(result: Result, language: Language) -> Html | None:
    found = result.achievement
    if found is None or result.indicator is None:
        return None
    method = result.indicator.engine.tables.methods.get(found.method)
    label = found.method if method is None else method.label
    if method is not None and language == "en" and method.label_en:
        label = method.label_en
    said: list[Child] = []
    # A method that is called like the direction beside the name says nothing more here.
    if label.casefold() != VOCABULARY[result.indicator.polaritas].plain(language):
        said.append(label[:1].lower() + label[1:])
    if found.unlimited is not None and found.unlimited != found.published:
        free = number_text(found.unlimited, language)
        said.append(WORDS["tanpa_batas"].fill(language, nilai=free))
    if found.why is not None:
        said.append(found.why.plain(language))
    number = None
    if found.published is not None:
        number = element("strong", f"{number_text(found.published, language)} %")
    return joined(number, _small(between("; ", said)))


def _classes(result: Result, language: Language) -> Html | None:
    rating, category = rating_text(result, language), category_text(result, language)
    if rating is None and category is None:
        return None
    said = f"{WORDS['kategori'].plain(language)}: {category}"
    shown = None if rating is None else element("strong", rating)
    return joined(shown, None if category is None else _small(said))


def _chart(result: Result) -> Html | None:
    return Html(bullet_row(result)) if is_comparable(result) else None


def _findings(result: Result, language: Language) -> dict[str, str]:
    """Return the kinds of what was found, by code: a code alone tells a reader nothing."""
    return {one.kode: one.kind.title.plain(language) for one in result.temuan}


def _small(content: Child) -> Html | None:
    return element("span", content, class_="small") if content else None
