"""The page of one plan against the standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.model.plan import Plan
from kesbang_iku.model.region import Region
from kesbang_iku.publish.alignment_page.coverage import anchor_of, coverage_table, linked_name
from kesbang_iku.publish.alignment_page.items import (
    local_items,
    matched_items,
    unmatched_items,
)
from kesbang_iku.publish.alignment_page.missing import missing_items
from kesbang_iku.publish.alignment_page.words import COUNTED, SENTENCES, STATES, WORDS, closing
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.findings import findings_table
from kesbang_iku.publish.frame.page import Kind, PageSection, page
from kesbang_iku.publish.frame.pieces import paragraph
from kesbang_iku.publish.markup import Child, Html, between, element, joined
from kesbang_iku.publish.pages.words import VOCABULARY
from kesbang_iku.sources.personal import hide_numbers


def alignment_page(
    found: Alignment,
    catalog: Catalog,
    *,
    plan: Plan | None = None,
    region: Region | None = None,
    file: str | None = None,
    language: Language = "id",
    remarks: Sequence[str] = (),
) -> str:
    """Return the page of one plan as HTML that needs nothing else.

    Args:
        found: the plan against the standard.
        catalog: the standard.
        plan: the plan, for the years it is for.
        region: whose plan it is, if that is known.
        file: what the plan's file is called.
        language: language of the page; what plan and standard say stays Indonesian.
        remarks: what to say about findings that are not shown.
    """
    name = region.nama if region is not None else found.wilayah
    title = WORDS["judul"].plain(language) + (f": {name}" if name else "")
    sections = [
        PageSection(
            "ringkasan", WORDS["ringkasan"].plain(language), _summary(found, catalog, language)
        ),
        PageSection(
            "cakupan",
            WORDS["cakupan"].plain(language),
            _introduced("cakupan", coverage_table(found, catalog, language), language),
        ),
        *_parts(found, catalog, language),
    ]
    facts = [
        *_facts(found, plan, region, file, language),
        (WORDS["temuan"].plain(language), "; ".join(remarks)),
    ]
    kind = Kind(__name__, closing(language))
    return page(title, facts, sections, catalog, language, kind)


def _facts(
    found: Alignment,
    plan: Plan | None,
    region: Region | None,
    file: str | None,
    language: Language,
) -> Iterator[tuple[str, Child]]:
    unknown = WORDS["tidak_diketahui"].plain(language)
    code = "" if region is None else f" ({region.kode})"
    name = found.wilayah or unknown if region is None else region.nama
    level = unknown if found.tingkat is None else VOCABULARY[found.tingkat].plain(language)
    yield WORDS["wilayah"].plain(language), f"{name}{code}"
    yield WORDS["tingkat"].plain(language), level
    if plan is not None and plan.periode is not None:
        years = f"{plan.periode.mulai}–{plan.periode.selesai}"
        yield WORDS["tahun_rencana"].plain(language), years
    yield WORDS["berkas"].plain(language), None if file is None else hide_numbers(file)


def _summary(found: Alignment, catalog: Catalog, language: Language) -> Html:
    counts = found.ringkasan
    wanted = len(found.wajib_belum_diadopsi)
    shown = {
        "selaras": counts["selaras"],
        "menyimpang": counts["menyimpang"],
        "lokal": counts["lokal"],
        "tanpa_padanan": counts["tanpa_padanan"],
        "diarahkan": wanted,
        "belum": len(set(found.belum_diadopsi) - set(found.wajib_belum_diadopsi)),
    }
    bars = [(STATES[state], count) for state, count in shown.items()]
    matched = counts["selaras"] + counts["menyimpang"]
    sentence = SENTENCES["ringkasan"].fill(language, berpadanan=matched, **counts)
    return element(
        "div",
        element("figure", counts_figure(COUNTED, bars, language)),
        element(
            "div",
            paragraph(sentence),
            paragraph(_asked_for(found, catalog, language)),
            paragraph(SENTENCES["kedudukan"].plain(language)),
        ),
        class_="summary",
    )


def _asked_for(found: Alignment, catalog: Catalog, language: Language) -> Child:
    if found.wajib_belum_diadopsi:
        before, _, after = SENTENCES["wajib"].plain(language).partition("{kode}")
        names = [
            linked_name(catalog[code], anchor_of(code), language)
            for code in found.wajib_belum_diadopsi
        ]
        return joined(before, between(", ", names), after)
    return SENTENCES["wajib_ada"].plain(language)


def _parts(found: Alignment, catalog: Catalog, language: Language) -> Iterator[PageSection]:
    """Yield the parts that have something to show."""
    parts = {
        "padanan": matched_items(found, language),
        "tanpa_padanan": unmatched_items(found, language),
        "lokal": local_items(found, catalog, language),
        "belum": missing_items(found, catalog, language),
        "temuan": findings_table(found.temuan, language),
    }
    for key, content in parts.items():
        if content is not None:
            anchor = key.replace("_", "-")
            title = WORDS[key].plain(language)
            yield PageSection(anchor, title, _introduced(key, content, language))


def _introduced(key: str, content: Html, language: Language) -> Html:
    return joined(paragraph(SENTENCES[key].plain(language)), content)
