"""Findings on a page, with their places and what to do about them.

A page is passed on: what a file is called says nothing about people there, either.
"""

from __future__ import annotations

from collections.abc import Sequence

from kesbang_iku.findings import Finding, Language, Place
from kesbang_iku.findings.sentences import frame
from kesbang_iku.publish.frame.pieces import TableColumn, table
from kesbang_iku.publish.markup import Child, Html, between, element, joined
from kesbang_iku.publish.pages.words import VOCABULARY
from kesbang_iku.sources.personal import hide_numbers


def findings_table(findings: Sequence[Finding], language: Language) -> Html | None:
    """Return findings with their places and levels; nothing where there is none."""
    if not findings:
        return None
    columns = [
        TableColumn(frame.WORDS[key].plain(language))
        for key in ("tempat", "hal", "tindakan_temuan")
    ]
    rows = [
        [
            joined(element("code", one.kode), " ", _where(one.place, language)),
            joined(_level(one, language), " ", hide_numbers(one.message(language))),
            hide_numbers(one.hint(language)),
        ]
        for one in findings
    ]
    return table(frame.WORDS["temuan"].plain(language), columns, rows, kind="findings")


def finding_texts(findings: Sequence[Finding], language: Language) -> Html | None:
    """Return findings as a list, without their places; nothing where there is none."""
    if not findings:
        return None
    entries = [
        element(
            "li", element("code", one.kode), " ", one.message(language), " ", one.hint(language)
        )
        for one in findings
    ]
    return element("ul", *entries, class_="plain")


def line_of(place: Place, language: Language) -> Html | None:
    """Return the line or cell of a place, for a page that says the file elsewhere."""
    where = _where(place, language, named=False)
    return element("span", " ", where, class_="about") if where else None


def _level(one: Finding, language: Language) -> Html:
    level = one.tingkat.value
    return element("strong", f"{VOCABULARY[level].plain(language)}:", class_=f"level {level}")


def _where(place: Place, language: Language, *, named: bool = True) -> Child:
    parts: list[Child] = []
    if named and place.berkas is not None:
        parts.append(hide_numbers(place.berkas))
    if place.sel is not None:
        parts.append(place.sel)
    elif place.baris is not None:
        parts.append(frame.WORDS["baris"].fill(language, baris=place.baris))
    return between(", ", parts) if parts else None
