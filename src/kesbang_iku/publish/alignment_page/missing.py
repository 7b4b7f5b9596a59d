"""The standard's indicators that a plan has not got, each with a text ready to be adopted."""

from __future__ import annotations

import json
from collections.abc import Iterable

from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.formula import parse, to_text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.alignment_page.coverage import anchor_of
from kesbang_iku.publish.alignment_page.words import SENTENCES, STATES, WORDS
from kesbang_iku.publish.frame.pieces import badge, facts_list, native
from kesbang_iku.publish.frame.sources import sources_list
from kesbang_iku.publish.markup import Child, Html, element, joined
from kesbang_iku.publish.pages.targets import goal_text
from kesbang_iku.publish.pages.words import STANDINGS, VOCABULARY


def missing_items(found: Alignment, catalog: Catalog, language: Language) -> Html | None:
    """Return the missing indicators: those that the centre asks for first, then by programme."""
    codes = [*found.wajib_belum_diadopsi]
    others = [code for code in found.belum_diadopsi if code not in codes]
    others.sort(key=lambda code: catalog[code].program)
    cards = [
        _card(catalog[code], "diarahkan" if code in codes else "belum", catalog, language)
        for code in (*codes, *others)
    ]
    return joined(*cards) if cards else None


def formula_words(indicator: Indicator, language: Language) -> str:
    """Return how the value comes about, in words a plan can print."""
    base = indicator.komponen.formula if indicator.komponen else indicator.rumus
    released = base is not None and _is_released(base, indicator)
    if base is None or released:
        return indicator.tanpa_rumus or SENTENCES["dirilis"].plain(language)
    labels = {variable.nama: variable.label for variable in indicator.variabel}
    return to_text(parse(base), labels, language)


def _is_released(name: str, indicator: Indicator) -> bool:
    variable = indicator.variables_by_name.get(name)
    return variable is not None and variable.jenis == "rilis"


def ready_text(indicator: Indicator, unit: str) -> str:
    """Return an indicator as an item of a plan, in YAML."""
    words = formula_words(indicator, "id")
    lines = {
        "kode": indicator.kode,
        "nama": indicator.nama,
        "satuan": unit,
        "rumus": words,
        "polaritas": indicator.polaritas,
    }
    written = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in lines.items()]
    return "  - " + "\n    ".join([*written, "target: {}"])


def _card(indicator: Indicator, state: str, catalog: Catalog, language: Language) -> Html:
    unit = catalog.tables.units[indicator.satuan]
    label = unit.label or unit.nama
    short: list[tuple[str, Child]] = [
        (WORDS["nama_baku"].plain(language), native(_written_name(indicator, language), language)),
        (WORDS["satuan"].plain(language), native(label, language)),
    ]
    facts: list[tuple[str, Child]] = [
        (WORDS["rumus"].plain(language), formula_words(indicator, language)),
        (WORDS["arah"].plain(language), VOCABULARY[indicator.polaritas].plain(language)),
        (WORDS["berlaku"].plain(language), _levels(indicator.tingkat.berlaku, language)),
        (WORDS["diestimasi"].plain(language), _levels(indicator.tingkat.diestimasi, language)),
        (WORDS["sasaran"].plain(language), _targets(indicator, language)),
        (WORDS["kedudukan"].plain(language), STANDINGS[indicator.status].plain(language)),
        (WORDS["sumber"].plain(language), sources_list(indicator.sumber, language)),
    ]
    name = indicator.nama if language == "id" else indicator.nama_en
    ready = element(
        "details",
        element("summary", WORDS["siap"].plain(language)),
        element("pre", ready_text(indicator, label), tabindex="0", lang="id"),
        class_="screen",
    )
    whole = joined(facts_list(facts), ready)
    if state != "diarahkan":
        summary = element("summary", WORDS["selengkapnya"].plain(language))
        whole = element("details", summary, whole, class_="more")
    return element(
        "article",
        element("h3", element("code", indicator.kode), " ", name),
        element("p", badge(STATES[state], language), class_="about"),
        facts_list(short),
        whole,
        id=anchor_of(indicator.kode),
        class_=f"card {state}",
    )


def _written_name(indicator: Indicator, language: Language) -> str | None:
    """Return the name to be written in a plan, where the heading has another one."""
    return None if language == "id" else indicator.nama


def _levels(levels: Iterable[str], language: Language) -> str:
    return ", ".join(VOCABULARY[level].plain(language) for level in levels)


def _targets(indicator: Indicator, language: Language) -> str:
    return "; ".join(
        f"{goal.tahun}: {goal_text(goal, language, indicator.desimal)}"
        for goal in indicator.official_targets
        if goal.dimensi is None
    )
