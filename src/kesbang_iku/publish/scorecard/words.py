"""What the scorecard says of results, in both languages, and the states it tells apart."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from kesbang_iku.charts.bullet import bullet_chart, bullet_row, is_comparable
from kesbang_iku.charts.style import PART
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Language, Text, format_number, sentences
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.words import class_words, period_words
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame import pieces
from kesbang_iku.publish.markup import Html
from kesbang_iku.publish.pages.words import VOCABULARY

_SIGNS: Final = {
    "tercapai": "✓",
    "tak_tercapai": "✗",
    "tak_terputus": "?",
    "tanpa_target": "○",
    "tanpa_nilai": "–",
}
STATES: Final = pieces.states(_SIGNS, scorecard.STATES)
_ARROWS: Final = {"maksimalkan": "↑", "minimalkan": "↓", "stabilkan": "→"}
_YEARLY: Final = "tahunan"
_MARGIN: Final = 4
"""So many empty squares around a QR code its standard asks for."""


def names(language: Language) -> Mapping[str, object]:
    """Return what the templates of the scorecard may use."""
    said: Mapping[str, Callable[..., str | None]] = {
        "direction": direction,
        "number": number_text,
        "category_of": category_text,
        "rating_of": rating_text,
        "method": method_text,
        "when": when_text,
    }
    return {
        **pieces.names(language),
        **{name: partial(function, language=language) for name, function in said.items()},
        "w": scorecard.WORDS,
        "s": scorecard.SENTENCES,
        "origins": scorecard.ORIGINS,
        "statuses": sentences.indicator.STATUS_NAMES,
        "state_of": state_of,
        "states": STATES,
        "state_options": [(state.key, state.name) for state in STATES.values()],
        "all_states": list(STATES),
        # A code alone tells a reader nothing.
        "kinds_of": lambda result: {one.kode: one.kind.title for one in result.temuan},
        "bullet": _bullet,
        "large_bullet": partial(_bullet, language=language),
    }


def state_of(result: Result) -> pieces.State:
    """Return the state of a result: whether it has a value, and reaches its target."""
    if result.nilai is None:
        return STATES["tanpa_nilai"]
    if result.target is None:
        return STATES["tanpa_target"]
    if result.tercapai is None:
        return STATES["tak_terputus"]
    return STATES["tercapai" if result.tercapai else "tak_tercapai"]


def period_text(period: str, language: Language) -> str:
    """Return a period in words: ``triwulan 1`` for ``triwulan-1``."""
    return period_words(period).plain(language)


def when_text(result: Result, language: Language) -> str:
    """Return year and period of a result; that it is a whole year needs no words."""
    parts = [] if result.tahun is None else [str(result.tahun)]
    if result.periode != _YEARLY:
        parts.append(period_text(result.periode, language))
    return ", ".join(parts)


def region_text(code: str | None, regions: Mapping[str, Region], language: Language) -> str:
    """Return a region with its name; one that nobody knows is said to be that."""
    unknown = scorecard.WORDS["tak_dikenal"].plain(language)
    if code is None:
        return unknown
    region = regions.get(code)
    return f"{code} ({unknown})" if region is None else f"{region.nama} ({code})"


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


def method_text(result: Result, language: Language) -> str | None:
    """Return how an achievement was computed, unless the direction beside the name says it."""
    indicator, found = result.indicator, result.achievement
    if indicator is None or found is None:
        return None
    method = indicator.engine.tables.methods.get(found.method)
    label = (Text.same(found.method) if method is None else method.title).plain(language)
    if label.casefold() == VOCABULARY[indicator.polaritas].plain(language):
        return None
    return label[:1].lower() + label[1:]


def _bullet(result: Result, language: Language | None = None) -> Html | None:
    """Return value and target as a bar: large, with words in a language, or in a row of a table."""
    if not is_comparable(result):
        return None
    if language is None:
        return Html(bullet_row(result))
    return Html(bullet_chart(result, language=language, style=PART))


def qr_code(text: str) -> Html:
    """Return a text as the picture of a QR code, black on white whatever the page is.

    Raises:
        MissingExtraError: the library is not installed, which the extra ``qr`` brings.
    """
    require_extra("segno", "qr")
    import segno  # noqa: PLC0415  # light: seldom wanted

    code = segno.make(text, micro=False, error="m")
    drawn = code.svg_inline(
        border=_MARGIN, light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )
    return Html(drawn)
