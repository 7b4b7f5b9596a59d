"""How far the catalog covers another list: which of its rows became entries, and which did not."""

from collections.abc import Mapping

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.source import Source


class CoverageRow(Record):
    """One row of the other list: the entry it became, or the ground for leaving it out.

    Exactly one of ``entri`` and ``alasan`` is given. ``entri`` is the code of a definition, with
    ``variabel`` where the row is one of its variables; ``alasan`` is a key of the file's grounds.
    """

    kodref: str = Field(pattern=r"^\d{2}\.\d{2}\.\d{3}(\.\d{3})?$")
    nama: str = Field(min_length=3)
    entri: str | None = None
    variabel: str | None = None
    alasan: str | None = None
    catatan: str | None = None


class RangeRead(Record):
    """The sections of the other list that were read in full, and those read in part."""

    lengkap: str
    sebagian: str


class CoverageFile(Record):
    """The file ``cakupan.yaml``."""

    sumber: Source
    dibaca: RangeRead
    alasan: Mapping[str, str]
    baris: tuple[CoverageRow, ...]

    @property
    def covered(self) -> tuple[CoverageRow, ...]:
        """The rows that became entries, or variables of entries."""
        return tuple(row for row in self.baris if row.entri is not None)

    @property
    def left_out(self) -> Mapping[str, tuple[CoverageRow, ...]]:
        """The rows left out, by the key of their ground, in the order of the grounds."""
        return {
            ground: tuple(row for row in self.baris if row.alasan == ground)
            for ground in self.alasan
        }
