"""The page of one plan against the standard."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.alignment.alignment import AlignedItem, Alignment, states_of
from kesbang_iku.alignment.overview import programmes
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import alignment_page as texts
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.plan import Plan
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.alignment_page.words import STATES, TEMPLATES, anchor_of, closing
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.page import page
from kesbang_iku.publish.frame.pieces import State
from kesbang_iku.publish.pages.words import VOCABULARY
from kesbang_iku.sources.personal import hide_numbers

_COVERED: Final = ("selaras", "menyimpang", "diarahkan", "belum")
"""The states that a coverage tells apart; the last one without what is asked for."""


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

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings.
    """
    name = region.nama if region is not None else found.wilayah
    counts = found.ringkasan
    matched = counts["selaras"] + counts["menyimpang"]
    return page(
        TEMPLATES,
        "alignment_page/single.html",
        language,
        catalog=catalog,
        title=texts.WORDS["judul"].plain(language) + (f": {name}" if name else ""),
        facts=list(_facts(found, plan, region, remarks)),
        origin=[(texts.WORDS["berkas"], None if file is None else hide_numbers(file))],
        closing=closing(),
        figure=counts_figure(texts.COUNTED, _bars(found), language),
        summary=texts.SENTENCES["ringkasan"].fill(language, berpadanan=matched, **counts),
        found=found,
        programmes=programmes(found),
        others=[one for one in found if one.tempat.bidang_lain],
        unmatched=[
            one
            for one in found
            if one.padanan is None and one.cara != "lokal" and not one.tempat.bidang_lain
        ],
        covered=_COVERED,
        coverage=list(_coverage(found, catalog)),
        matched=list(_matched(found)),
        missing=list(_missing(found, catalog)),
    )


def _facts(
    found: Alignment, plan: Plan | None, region: Region | None, remarks: Sequence[str]
) -> Iterator[tuple[Text, str | Text | None]]:
    words = texts.WORDS
    unknown = words["tidak_diketahui"]
    if region is not None:
        yield words["wilayah"], f"{region.nama} ({region.kode})"
    else:
        yield words["wilayah"], found.wilayah or unknown
    yield words["tingkat"], unknown if found.tingkat is None else VOCABULARY[found.tingkat]
    if plan is not None and plan.periode is not None:
        yield words["tahun_rencana"], f"{plan.periode.mulai}–{plan.periode.selesai}"
    yield words["temuan"], "; ".join(remarks)


def _bars(found: Alignment) -> list[tuple[State, int]]:
    counts = found.ringkasan
    shown = {
        "selaras": counts["selaras"],
        "menyimpang": counts["menyimpang"],
        "lokal": counts["lokal"],
        "tanpa_padanan": counts["tanpa_padanan"],
        "diarahkan": len(found.wajib_belum_diadopsi),
        "belum": len(set(found.belum_diadopsi) - set(found.wajib_belum_diadopsi)),
    }
    return [(STATES[state], count) for state, count in shown.items()]


def _matched(found: Alignment) -> Iterator[tuple[AlignedItem, str | None]]:
    """Yield the items with a counterpart, and an anchor for the first one of each."""
    led_to = set[str]()
    for one in found:
        if one.padanan is not None:
            # Several items may have the same counterpart; what leads to it leads to the first.
            anchor = anchor_of(one.padanan.kode, missing=False)
            yield one, None if anchor in led_to else anchor
            led_to.add(anchor)


def _missing(found: Alignment, catalog: Catalog) -> Iterator[tuple[Indicator, str]]:
    """Yield the missing indicators: those that the centre asks for first, then by programme."""
    asked = found.wajib_belum_diadopsi
    yield from ((catalog[code], "diarahkan") for code in asked)
    others = [catalog[code] for code in found.belum_diadopsi if code not in asked]
    yield from ((one, "belum") for one in sorted(others, key=lambda one: one.program))


def _coverage(
    found: Alignment, catalog: Catalog
) -> Iterator[tuple[ProgramRow, Mapping[str, Sequence[str]]]]:
    """Yield the programmes of the field in their order, with the indicators of each by state."""
    asked = dict.fromkeys(found.wajib_belum_diadopsi, "diarahkan")
    states = {**states_of(found), **asked}
    for row in _programs(found.tingkat):
        inside = {code: one for code, one in states.items() if catalog[code].program == row.kode}
        yield row, {state: [code for code in inside if inside[code] == state] for state in _COVERED}


def _programs(level: AdminLevel | None) -> tuple[ProgramRow, ...]:
    """Return the programmes of a level, each code once."""
    found: dict[str, ProgramRow] = {}
    for row in load_programs():
        if row.jenjang == "program" and row.serves(level):
            found.setdefault(row.kode, row)
    return tuple(found.values())
