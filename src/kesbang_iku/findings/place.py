"""Where something stands in a file, and what may be written there instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings.answers import EditAnswer, RepairAnswer, build_answer
from kesbang_iku.findings.numerals import Language


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Lines and columns count from 1; what is unknown is ``None``.

    ``kolom_akhir`` is the column just behind the last character; ``penunjuk`` is a JSON pointer
    (RFC 6901) into the document; ``sel`` a cell address such as ``C7`` in a sheet or CSV file.
    """

    berkas: str | None = None
    baris: int | None = None
    kolom: int | None = None
    kolom_akhir: int | None = None
    sel: str | None = None
    penunjuk: str | None = None

    def __reduce__(self) -> tuple[type[Place], tuple[str | int | None, ...]]:
        """Return what makes the same place again."""
        end, sheet = self.kolom_akhir, self.sel
        return Place, (self.berkas, self.baris, self.kolom, end, sheet, self.penunjuk)

    def within(self, berkas: str) -> Place:
        """Return the same place, in the file ``berkas``."""
        return replace(self, berkas=berkas)

    @property
    def cell(self) -> str | None:
        """The cell of a sheet, which has no columns of characters; of any text ``None``."""
        return self.sel if self.kolom is None else None

    @property
    def steps(self) -> tuple[str, ...]:
        """What stands behind the name of a file: line and column, of a sheet its cell."""
        if self.cell is not None:
            return (self.cell,)
        line = () if self.baris is None else (self.baris, self.kolom)
        return tuple(str(one) for one in line if one is not None)

    @property
    def order(self) -> tuple[str, int, int]:
        """What places of one file are ordered by: the sheet's name, the row and the column."""
        sheet, _, cell = (self.sel or "").rpartition("!")
        column = self.kolom
        if column is None:
            column = column_index(cell.rstrip("0123456789")) + 1
        return (sheet, self.baris or 0, column)


def column_index(letters: str) -> int:
    """Return the index (from 0) of the column that spreadsheets name by ``letters``."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


NOWHERE: Final = Place()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the text of a file: the characters from ``awal`` to ``akhir`` become ``teks``.

    Offsets count characters from 0, without a byte order mark; ``baris`` and ``kolom`` say the same
    from 1. An edit stays within its line.
    """

    berkas: str
    awal: int
    akhir: int
    baris: int
    kolom: int
    teks: str

    @property
    def kolom_akhir(self) -> int:
        """The column just behind the last character that is replaced, from 1."""
        return self.kolom + self.akhir - self.awal

    def as_dict(self, language: Language = "id") -> EditAnswer:
        """Return the edit as a JSON object, which is the same in each language."""
        return build_answer(EditAnswer, self, language)


@dataclass(frozen=True, slots=True)
class Repair:
    """A safe repair: what may be written at a finding's place without changing what it means.

    Attributes:
        isi: what the value is to read, or the key; not yet quoted as its file needs it.
        kunci: whether it is the key at the place that is to be written anew.
        teks: whether the value is a text that programs must not take for a number or truth value.
        suntingan: the edits that write it, once the text of the file is known. A table repeats
            what identifies a report in every row, so they may be many.
    """

    isi: str
    kunci: bool = False
    teks: bool = False
    suntingan: tuple[Edit, ...] = ()

    def as_dict(self, language: Language = "id") -> RepairAnswer:
        """Return the repair as a JSON object, which is the same in each language."""
        return build_answer(RepairAnswer, self, language)


def rows_text(rows: Iterable[int]) -> str:
    """Return rows as people list them, neighbours as one range: ``9, 12–15``."""
    runs: list[list[int]] = []
    for row in sorted(set(rows)):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
