"""The page of the plans of many regions against the standard, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from kesbang_iku.alignment.regional import STATES as ALL_STATES
from kesbang_iku.alignment.regional import RegionalAlignment, RegionalComparison
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import alignment_page as texts
from kesbang_iku.publish.alignment_page.words import STATES, TEMPLATES, closing
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.page import page

_COUNTED: Final = ("selaras", "menyimpang", "belum")
"""The states of an indicator that is for the level of the plan."""
_SHOWN: Final = ("selaras", "menyimpang", "diarahkan", "belum", "tidak_berlaku")
"""What the cells of the matrix tell apart."""


def comparison_page(found: RegionalComparison, *, language: Language = "id") -> str:
    """Return the page of several plans as HTML that needs nothing else.

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings.
    """
    total = {
        state: sum(found.counts(one.kode)[state] for one in found.indikator) for state in _COUNTED
    }
    provinces = groupby(found.rencana, key=_province)

    def states_of(one: RegionalAlignment) -> list[str]:
        asked = one.selaras.wajib_belum_diadopsi
        return [
            "diarahkan" if indicator.kode in asked else one.state(indicator.kode)
            for indicator in found.indikator
        ]

    return page(
        TEMPLATES,
        "alignment_page/regions.html",
        language,
        wide=True,
        catalog=found.katalog,
        title=texts.WORDS["judul_banding"].plain(language),
        facts=[],
        letterhead=None,
        origin=[],
        closing=closing(),
        figure=counts_figure(
            texts.COUNTED, [(STATES[state], count) for state, count in total.items()], language
        ),
        summary=_summary(found, total, language),
        found=found,
        counted=_COUNTED,
        shown=_SHOWN,
        all_states=ALL_STATES,
        provinces=[(name, list(plans)) for name, plans in provinces],
        states_of=states_of,
        texts_of=lambda counts: [str(counts[state]) for state in ALL_STATES],
    )


def _summary(found: RegionalComparison, total: Mapping[str, int], language: Language) -> str:
    provinces = {
        one.source.provinsi.kode for one in found.rencana if one.source.provinsi is not None
    }
    return texts.SENTENCES["banding"].fill(
        language,
        rencana=len(found.rencana),
        provinsi=len(provinces),
        indikator=len(found.indikator),
        sel=sum(total.values()),
        **total,
    )


def _province(one: RegionalAlignment) -> str | Text:
    province = one.source.provinsi
    return texts.HEADINGS["tanpa_provinsi"] if province is None else province.nama
