"""The standard's indicators by programme: which of them a plan has, and which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.alignment_page.words import STATES, WORDS
from kesbang_iku.publish.frame.pieces import TableColumn, table
from kesbang_iku.publish.markup import Html, element, joined

COLUMNS = ("selaras", "menyimpang", "diarahkan", "belum")
"""The states that a coverage tells apart; the last one without what is asked for."""


@dataclass(frozen=True, slots=True)
class ProgramCoverage:
    """The indicators of one programme: their codes by state."""

    program: str
    name: str
    codes: Mapping[str, Sequence[str]]


def coverage_of(found: Alignment, catalog: Catalog) -> Iterator[ProgramCoverage]:
    """Yield the programmes of the field in their order, with the indicators of each by state."""
    states: dict[str, str] = {}
    for one in found:
        if one.padanan is not None:
            code = one.padanan.kode
            deviates = bool(one.penyimpangan) or states.get(code) == "menyimpang"
            states[code] = "menyimpang" if deviates else "selaras"
    for code in found.belum_diadopsi:
        states[code] = "diarahkan" if code in found.wajib_belum_diadopsi else "belum"
    for row in programs(found.tingkat):
        inside = {
            code: state for code, state in states.items() if catalog[code].program == row.kode
        }
        codes = {state: [code for code in inside if inside[code] == state] for state in COLUMNS}
        yield ProgramCoverage(row.kode, row.nama_tampil, codes)


def programs(level: AdminLevel | None) -> tuple[ProgramRow, ...]:
    """Return the programmes of a level, each code once."""
    found: dict[str, ProgramRow] = {}
    for row in load_programs():
        if row.jenjang == "program" and row.serves(level):
            found.setdefault(row.kode, row)
    return tuple(found.values())


def coverage_table(found: Alignment, catalog: Catalog, language: Language) -> Html:
    """Return the coverage as a table: a programme a row, a state a column."""
    columns = [
        TableColumn(WORDS["program"].plain(language)),
        *(TableColumn(STATES[state].name.plain(language)) for state in COLUMNS),
    ]
    rows = [
        [
            joined(element("code", one.program), " ", one.name),
            *(_codes(one.codes[state], state, catalog, language) for state in COLUMNS),
        ]
        for one in coverage_of(found, catalog)
    ]
    return table(WORDS["cakupan"].plain(language), columns, rows, kind="coverage")


def _codes(codes: Sequence[str], state: str, catalog: Catalog, language: Language) -> Html | None:
    if not codes:
        return None
    listed = [_entry(catalog[code], state, language) for code in codes]
    count = element("strong", f"{len(codes)} ", class_=f"mark {state}")
    return joined(count, element("ul", *listed, class_="codes"))


def _entry(found: Indicator, state: str, language: Language) -> Html:
    """Return an indicator that leads to its item of the plan, or to the text to adopt."""
    anchor = anchor_of(found.kode, missing=state in {"diarahkan", "belum"})
    return element("li", element("code", found.kode), " ", linked_name(found, anchor, language))


def linked_name(found: Indicator, anchor: str, language: Language) -> Html:
    """Return the name of an indicator, leading to a place on the page."""
    name = found.nama if language == "id" else found.nama_en
    return element("a", name, href=f"#{anchor}")


def anchor_of(code: str, *, missing: bool = True) -> str:
    """Return the anchor of an indicator that is missing, or of the item that has it."""
    return f"{'belum' if missing else 'padanan'}-{code.lower().replace('.', '-')}"
