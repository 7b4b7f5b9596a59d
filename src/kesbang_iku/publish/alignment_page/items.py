"""The indicators of a plan on the page: with a counterpart, local ones, and those without."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.alignment.deviations import Deviation
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, format_number, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.alignment_page.coverage import anchor_of
from kesbang_iku.publish.alignment_page.missing import formula_words
from kesbang_iku.publish.alignment_page.words import (
    CURES,
    DEVIATIONS,
    SENTENCES,
    STATES,
    WAYS,
    WORDS,
)
from kesbang_iku.publish.frame.findings import finding_texts, line_of
from kesbang_iku.publish.frame.pieces import (
    TableColumn,
    badge,
    facts_list,
    native,
    paragraph,
    table,
)
from kesbang_iku.publish.markup import Html, element, joined

_CENT: Final = Decimal("0.01")


def matched_items(found: Alignment, language: Language) -> Html | None:
    """Return the indicators that have a counterpart, each with its deviations side by side."""
    cards, led_to = [], set[str]()
    for one in found:
        if one.padanan is not None:
            # Several items may have the same counterpart; what leads to it leads to the first.
            anchor = anchor_of(one.padanan.kode, missing=False)
            cards.append(_matched(one, one.padanan, language, None if anchor in led_to else anchor))
            led_to.add(anchor)
    return joined(*cards) if cards else None


def local_items(found: Alignment, catalog: Catalog, language: Language) -> Html | None:
    """Return the indicators declared local: theme, and what they support."""
    local = [one for one in found if one.cara == "lokal"]
    if not local:
        return None
    columns = [
        TableColumn(WORDS[key].plain(language))
        for key in ("indikator", "tema", "mendukung", "temuan")
    ]
    rows = [
        [
            joined(native(one.item.nama, language), line_of(one.place, language)),
            None if one.tema is None else sentences.publish.THEMES[one.tema].plain(language),
            _supported(one, catalog, language),
            finding_texts(one.temuan, language),
        ]
        for one in local
    ]
    return table(WORDS["lokal"].plain(language), columns, rows)


def unmatched_items(found: Alignment, language: Language) -> Html | None:
    """Return the indicators without counterpart, and what may be meant."""
    cards = [_unmatched(one, language) for one in found if one.cara == "tidak_ada"]
    return joined(*cards) if cards else None


def deviation_table(
    deviations: Sequence[Deviation], counterpart: Indicator, language: Language
) -> Html:
    """Return deviations from ``counterpart``: the region's text, its own, and what to do."""
    caption = SENTENCES["penyimpangan"].fill(language, kode=counterpart.kode)
    columns = [
        TableColumn(WORDS[key].plain(language))
        for key in ("hal", "milik_daerah", "milik_standar", "tindakan")
    ]
    rows = [
        [
            DEVIATIONS[one.jenis].plain(language),
            native(one.daerah.plain(language), language),
            _standard_side(one, counterpart, language),
            joined(one.keterangan.plain(language), " ", CURES[one.jenis].plain(language)),
        ]
        for one in deviations
    ]
    return table(caption, columns, rows, kind="sides")


# ---------------------------------------------------------------------------------------- pieces


def _matched(
    one: AlignedItem, counterpart: Indicator, language: Language, anchor: str | None
) -> Html:
    sure = WORDS["yakin"].fill(language, keyakinan=format_number(one.keyakinan, language))
    state = "menyimpang" if one.penyimpangan else "selaras"
    about = element(
        "p",
        "→ ",
        _named(counterpart, language),
        f" ({WAYS[one.cara].plain(language)}, {sure})",
        class_="about",
    )
    said = (
        deviation_table(one.penyimpangan, counterpart, language)
        if one.penyimpangan
        else paragraph(SENTENCES["tak_menyimpang"].plain(language))
    )
    return _card(one, state, joined(about, said), language, anchor)


def _standard_side(one: Deviation, counterpart: Indicator, language: Language) -> Html | None:
    """Return what the standard says; a formula in words first, as plans print it."""
    written = native(one.standar.plain(language), language)
    if one.jenis != "rumus" or counterpart.formula is None:
        return written
    return joined(formula_words(counterpart, language), " ", element("code", one.milik_standar))


def _unmatched(one: AlignedItem, language: Language) -> Html:
    theme = None if one.tema is None else sentences.publish.THEMES[one.tema].plain(language)
    facts = facts_list(
        (
            (WORDS["satuan"].plain(language), native(one.item.satuan, language)),
            (WORDS["tema_dugaan"].plain(language), theme),
        )
    )
    return _card(one, "tanpa_padanan", joined(facts, _candidates(one, language)), language)


def _candidates(one: AlignedItem, language: Language) -> Html:
    caption = WORDS["kandidat"].plain(language)
    if not one.kandidat:
        return paragraph(f"{caption}: {WORDS['tidak_ada_kandidat'].plain(language)}.")
    columns = [
        TableColumn(WORDS[key].plain(language), number=key == "keyakinan")
        for key in ("indikator", "keyakinan", "alasan")
    ]
    rows = [
        [
            _named(candidate.indicator, language),
            format_number(_cents(candidate.confidence), language),
            candidate.reason.plain(language),
        ]
        for candidate in one.kandidat
    ]
    return table(caption, columns, rows)


def _supported(one: AlignedItem, catalog: Catalog, language: Language) -> Html | None:
    code = one.mendukung
    if code is None:
        return None
    if code not in catalog:
        return element("code", code)
    return _named(catalog[code], language)


def _named(found: Indicator, language: Language) -> Html:
    name = found.nama if language == "id" else found.nama_en
    return joined(element("code", found.kode), " ", name)


def _cents(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)


def _card(
    one: AlignedItem, state: str, content: Html, language: Language, anchor: str | None = None
) -> Html:
    heading = element("h3", native(one.item.nama, language))
    line = element(
        "p", badge(STATES[state], language), line_of(one.place, language), class_="about"
    )
    findings = finding_texts(one.temuan, language)
    return element("article", heading, line, content, findings, id=anchor, class_=f"card {state}")
