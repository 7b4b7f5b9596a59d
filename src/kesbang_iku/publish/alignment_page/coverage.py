"""The standard's indicators by programme: which of them a plan has, and which are missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.vocabulary import AdminLevel

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
