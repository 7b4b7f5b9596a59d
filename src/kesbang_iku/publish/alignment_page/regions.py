"""The page of the plans of many regions against the standard, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from kesbang_iku.alignment.regional import STATES, RegionalAlignment, RegionalComparison
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.alignment_page.words import (
    COUNTED,
    DEVIATIONS,
    HEADINGS,
    SENTENCES,
    WORDS,
    closing,
)
from kesbang_iku.publish.alignment_page.words import STATES as STATE_WORDS
from kesbang_iku.publish.frame.figure import counts_figure, share_bar
from kesbang_iku.publish.frame.page import Kind, PageSection, page
from kesbang_iku.publish.frame.pieces import (
    TableColumn,
    badge,
    bare_sign,
    paragraph,
    table,
)
from kesbang_iku.publish.markup import Child, Html, element, joined
from kesbang_iku.sources.personal import hide_numbers

_COUNTED: Final = ("selaras", "menyimpang", "belum")
"""The states of an indicator that is for the level of the plan."""
_SHOWN: Final = ("selaras", "menyimpang", "diarahkan", "belum", "tidak_berlaku")
"""What the cells of the matrix tell apart."""


def comparison_page(found: RegionalComparison, *, language: Language = "id") -> str:
    """Return the page of several plans as HTML that needs nothing else."""
    sections = [
        PageSection("ringkasan", WORDS["ringkasan"].plain(language), _summary(found, language)),
        PageSection("matriks", HEADINGS["matriks"].plain(language), _matrix(found, language)),
        PageSection(
            "menurut-indikator",
            HEADINGS["menurut_indikator"].plain(language),
            _by_indicator(found, language),
        ),
        *_deviations(found, language),
    ]
    title = WORDS["judul_banding"].plain(language)
    kind = Kind(__name__, closing(language), wide=True)
    return page(title, (), sections, found.katalog, language, kind)


def _summary(found: RegionalComparison, language: Language) -> Html:
    total = {
        state: sum(found.counts(one.kode)[state] for one in found.indikator) for state in _COUNTED
    }
    provinces = {
        one.source.provinsi.kode for one in found.rencana if one.source.provinsi is not None
    }
    said = SENTENCES["banding"].fill(
        language,
        rencana=len(found.rencana),
        provinsi=len(provinces),
        indikator=len(found.indikator),
        sel=sum(total.values()),
        **total,
    )
    shown = [(STATE_WORDS[state], count) for state, count in total.items()]
    return element(
        "div",
        element("figure", counts_figure(COUNTED, shown, language)),
        element("div", paragraph(said), paragraph(SENTENCES["kedudukan"].plain(language))),
        class_="summary",
    )


def _by_indicator(found: RegionalComparison, language: Language) -> Html:
    columns = [
        TableColumn(WORDS["indikator"].plain(language)),
        *(TableColumn(STATE_WORDS[state].name.plain(language), number=True) for state in STATES),
        TableColumn(WORDS["bagian"].plain(language)),
    ]
    rows = []
    for one in found.indikator:
        counts = found.counts(one.kode)
        rows.append(
            [
                _named(one, found, language),
                *(str(counts[state]) for state in STATES),
                share_bar(counts, _COUNTED),
            ]
        )
    said = paragraph(SENTENCES["menurut_indikator"].plain(language))
    return joined(said, table(HEADINGS["menurut_indikator"].plain(language), columns, rows))


def _named(one: Indicator, found: RegionalComparison, language: Language) -> Html:
    name = one.nama if language == "id" else one.nama_en
    asked = joined(" ", _asked(language)) if one.kode in found.diarahkan else None
    return joined(element("code", one.kode, id=_anchor(one)), asked, " ", name)


def _anchor(one: Indicator) -> str:
    return f"menurut-{one.kode.lower().replace('.', '-')}"


def _asked(language: Language) -> Html:
    said = HEADINGS["indikator_diarahkan"].plain(language)
    return joined(
        element("span", "!", class_="mark diarahkan", aria_hidden="true"),
        element("span", said, class_="vh"),
    )


def _deviations(found: RegionalComparison, language: Language) -> Iterator[PageSection]:
    if not found.deviation_counts:
        return
    columns = [
        TableColumn(WORDS["jenis"].plain(language)),
        TableColumn(WORDS["jumlah"].plain(language), number=True),
    ]
    rows: list[list[Child]] = [
        [DEVIATIONS[kind].plain(language), str(count)]
        for kind, count in found.deviation_counts.items()
    ]
    title = HEADINGS["penyimpangan"].plain(language)
    yield PageSection("penyimpangan", title, table(title, columns, rows))


# ---------------------------------------------------------------------------------------- matrix


def _matrix(found: RegionalComparison, language: Language) -> Html:
    title = HEADINGS["matriks"].plain(language)
    heads = [
        element("th", WORDS["wilayah"].plain(language), scope="col"),
        *(
            element("th", STATE_WORDS[state].name.plain(language), scope="col", class_="code")
            for state in _COUNTED
        ),
        *(_head(one, found, language) for one in found.indikator),
    ]
    # A long matrix is scrolled in a box of its own, so that its headings stay in sight.
    content = element(
        "table",
        element("caption", SENTENCES["matriks"].plain(language), class_="vh"),
        element("thead", element("tr", *heads)),
        *_bodies(found, len(heads), language),
        class_="matrix",
    )
    box = element("div", content, class_="scroll", tabindex="0", role="region", aria_label=title)
    return joined(paragraph(SENTENCES["matriks"].plain(language)), _legend(language), box)


def _head(one: Indicator, found: RegionalComparison, language: Language) -> Html:
    name = one.nama if language == "id" else one.nama_en
    asked = joined(" ", _asked(language)) if one.kode in found.diarahkan else None
    code = element("a", one.kode, href=f"#{_anchor(one)}")
    return element("th", code, asked, scope="col", class_="code", title=name)


def _legend(language: Language) -> Html:
    marks = [joined(badge(STATE_WORDS[state], language), " ") for state in _SHOWN]
    return element("p", f"{HEADINGS['arti_tanda'].plain(language)}: ", *marks)


def _bodies(found: RegionalComparison, width: int, language: Language) -> Iterator[Html]:
    cells = {state: element("td", bare_sign(STATE_WORDS[state], language)) for state in _SHOWN}
    for name, group in groupby(found.rencana, key=lambda one: _province(one, language)):
        head = element(
            "th", element("span", name), scope="rowgroup", colspan=width, class_="province"
        )
        rows = [_row(one, found, cells) for one in group]
        yield element("tbody", element("tr", head), *rows)


def _province(one: RegionalAlignment, language: Language) -> str:
    province = one.source.provinsi
    return HEADINGS["tanpa_provinsi"].plain(language) if province is None else province.nama


def _row(one: RegionalAlignment, found: RegionalComparison, cells: Mapping[str, Html]) -> Html:
    counts = found.row_counts(one)
    asked = one.selaras.wajib_belum_diadopsi
    states = [
        "diarahkan" if indicator.kode in asked else one.state(indicator.kode)
        for indicator in found.indikator
    ]
    return element(
        "tr",
        element(
            "th",
            hide_numbers(one.label),
            scope="row",
            title=hide_numbers(one.source.berkas or "") or None,
        ),
        *(element("td", str(counts[state]), class_="number") for state in _COUNTED),
        *(cells[state] for state in states),
    )
