"""Reading the tables of performance reports: what was planned, realised and achieved, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final, TypeAlias

from kesbang_iku.files.grid import Grid
from kesbang_iku.files.header_rows import CHANGES, NAME, Header
from kesbang_iku.files.headers import MONEY, PERFORMANCE, PLANNED, Column, load_headers
from kesbang_iku.files.layouts import TableCell, TableReader, TableRow
from kesbang_iku.files.loaded import Loaded, Placed, nearest
from kesbang_iku.files.personal import read_grids_without_numbers
from kesbang_iku.files.quarters import unclear_parts
from kesbang_iku.files.reading import Opened, open_source
from kesbang_iku.files.shape import Pointer, check_shape
from kesbang_iku.files.sheets import matching_tables
from kesbang_iku.files.text_reader import Source
from kesbang_iku.findings import Finding, Place, kinds, sentences
from kesbang_iku.model.achievement import AchievementRow

_TEXTS: Final = (
    *(NAME, "kode", "sasaran", "program", "satuan", "rumus", "polaritas"),
    *("predikat", "penanggung_jawab", "catatan"),
)
_YEARLY: Final = ("target", "realisasi", "capaian", "predikat")
_ONCE: Final = (
    *("target_renstra", "realisasi_lalu", "realisasi_renstra"),
    *("target_berjalan", "perkiraan_renstra", "capaian_renstra"),
)
_REALISED: Final = "realisasi"
_BEFORE: Final = "realisasi_sebelumnya"
_PAIR: Final = 2
_QUARTERS: Final = {f"triwulan_{number}": number for number in range(1, 5)}
_NUMBERS: Final = frozenset({*_ONCE, "target", "realisasi", "capaian", "triwulan"})
_OWN_NUMBERS: Final = _NUMBERS - {"capaian", "capaian_renstra"}
_REPORTED: Final = frozenset({"realisasi", *_QUARTERS})
_SHOWN: Final = 12
_UNREAD: Final = ("no", PERFORMANCE, MONEY)
_EXAMPLE: Final = ("Indikator", "Target", "Realisasi", "Capaian (%)", "Predikat")


LoadedAchievement: TypeAlias = Placed[AchievementRow]
"""One row of a performance report, and where each of its parts stands."""


class Achievements(Loaded[LoadedAchievement]):
    """The rows of performance reports, and everything found while reading."""

    __slots__ = ()


def read_achievements(source: Source | Opened, *, name: str | None = None) -> Achievements:
    """Return the rows of the achievement tables in a CSV or XLSX file.

    Columns for several years give one row a year. Columns that come twice, as performance (K) and
    money (Rp), give two rows.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Achievements((), tuple(findings))
    grids, found = read_grids_without_numbers(opened, known=load_headers())
    return achievements_from_grids(grids, [*findings, *found])


def achievements_from_grids(grids: Sequence[Grid], findings: list[Finding]) -> Achievements:
    """Return the rows of the achievement tables among ``grids``."""
    rows: list[LoadedAchievement] = []
    for reading in matching_tables(
        grids, [is_achievement], sentences.files.CONTENTS, _EXAMPLE, findings
    ):
        found = [*_rows_of(reading)]
        if not found:
            reading.findings.append(kinds.NO_ROWS.at(reading.place_of(NAME)))
        rows += found
    return Achievements(tuple(rows), tuple(findings))


def is_achievement(header: Header) -> bool:
    """Say whether a table names indicators and what was realised of them."""
    return NAME in header.names and bool(header.names & _REPORTED)


def _rows_of(reading: TableReader) -> Iterator[LoadedAchievement]:
    years: list[int | None] = [
        *sorted({of for nama, of in reading.header.years if nama in _YEARLY})
    ]
    realised = sorted({of for nama, of in reading.header.years if nama == _REALISED})
    # Of more than two years nobody says which two a change is between.
    changed = [] if realised[_PAIR:] else (realised or years or [None])[-1:]
    judged = _understood(reading)
    if not judged:
        years = []
    for row in reading.named_rows():
        for tahun, uang in product(years or [None], (False, True)):
            alone = not years[1:]
            source = _RowSource(row, tahun, alone=alone, uang=uang, numbers=judged)
            if tahun in changed:
                source.before = realised[0] if realised[1:] else None
                source.once = (*_ONCE, *CHANGES)
            data = source.data()
            if uang and data.keys().isdisjoint(_NUMBERS):
                continue
            item, found = check_shape(AchievementRow, data, source.locate)
            reading.findings += found
            if item is not None:
                yield Placed(item, source.locate)
    reading.note_unused({*_TEXTS, *_YEARLY, *_ONCE, *CHANGES, *_QUARTERS, *_UNREAD})


def _understood(reading: TableReader) -> bool:
    """Say whether it is known which of its numbers are the target and the value of the year."""
    unclear = unclear_parts(reading)
    if unclear:
        titles = [f"'{reading.header.titles[index][:60]}'" for index in unclear[:_SHOWN]]
        more = ["…"] if unclear[_SHOWN:] else []
        place = reading.title_place(unclear[0])
        reading.findings.append(kinds.PERIODS_UNCLEAR.at(place, judul=", ".join(titles + more)))
    return not (unclear or reading.refuses(PLANNED))


@dataclass(slots=True)
class _RowSource:
    """A row of a table as the data of one year; ``alone`` if the table has no other year.

    Without ``numbers`` its texts alone are taken: of its numbers nobody knows what they are.
    ``uang`` if it is the money of the row that is wanted, not its performance. ``before`` is the
    year that a change in the row is against, ``once`` the columns that no year stands above.
    """

    row: TableRow
    tahun: int | None
    alone: bool
    uang: bool
    numbers: bool = True
    before: int | None = None
    once: tuple[str, ...] = _ONCE
    places: dict[Pointer, Place] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Return the data of the row, and remember where each part stands."""
        found: dict[str, Any] = {}
        for nama in _TEXTS:
            cell = self._cell(nama) if self.numbers or nama not in _YEARLY else None
            self._put(found, nama, cell)
        found |= {nama: " ".join(text.split()) for nama, text in found.items()}
        if self.numbers:
            self._put_numbers(found)
        if _OWN_NUMBERS.isdisjoint(found) and load_headers().is_summary(found.get(NAME, "")):
            found["ringkasan"] = True
        if self.tahun is not None:
            found["tahun"] = self.tahun
        if self.uang:
            found["uang"] = True
            found.pop("satuan", None)
        return found

    def _put_numbers(self, found: dict[str, Any]) -> None:
        for nama in (*self.once, *_YEARLY):
            if nama not in _TEXTS:
                self._put(found, nama, self._cell(nama))
        if self.before is not None:
            self._put(found, _BEFORE, self.row.cells.get(Column(_REALISED, self.before, self.uang)))
        quarters: dict[int, str] = {}
        for nama, number in _QUARTERS.items():
            cell = self._cell(nama)
            if cell is not None:
                quarters[number] = cell.text
                self.places["triwulan", number] = cell.place
        if quarters:
            found["triwulan"] = quarters

    def _put(self, found: dict[str, Any], nama: str, cell: TableCell | None) -> None:
        if cell is not None:
            found[nama] = cell.text
            self.places[nama,] = cell.place

    def _cell(self, nama: str) -> TableCell | None:
        cells, uang = self.row.cells, self.uang and nama not in _TEXTS
        if nama not in _YEARLY:
            return cells.get(Column(nama, uang=uang))
        of_year = cells.get(Column(nama, self.tahun, uang))
        return of_year or (cells.get(Column(nama, uang=uang)) if self.alone else None)

    def locate(self, pointer: Pointer) -> Place:
        """Return where a part of the row stands, or the row itself."""
        return nearest(self.places, pointer) or self.row.place
