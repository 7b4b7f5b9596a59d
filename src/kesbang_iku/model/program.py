"""A row of the nomenclature of government work: from the field down to the sub kegiatan."""

from typing import Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku.model.vocabulary import AdminLevel, Standing

ProgramLevel = Literal["provinsi", "kabkota"]
"""Whose nomenclature a row belongs to; kabupaten and kota share one."""

Tier = Literal["urusan", "bidang", "program", "kegiatan", "sub_kegiatan"]
"""How deep in the nomenclature a row stands."""

_GOVERNMENTS: Final[dict[ProgramLevel | None, tuple[AdminLevel, ...]]] = {
    "provinsi": ("provinsi",),
    "kabkota": ("kabupaten", "kota"),
    None: ("provinsi", "kabupaten", "kota"),
}


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """One row, as printed, with a clean name beside the printed one.

    ``tingkat`` is ``None`` where a row belongs to both levels. Only a sub kegiatan has an
    ``indikator`` (always of output) and its ``satuan``. ``induk`` is the code one tier up.
    """

    kode: str
    tingkat: ProgramLevel | None
    jenjang: Tier
    nama: str
    nama_tampil: str
    indikator: str | None
    satuan: str | None
    induk: str | None
    sumber: str
    kedudukan: Standing

    @property
    def governments(self) -> tuple[AdminLevel, ...]:
        """The levels of government that use the row."""
        return _GOVERNMENTS[self.tingkat]

    def serves(self, level: AdminLevel | None) -> bool:
        """Say whether a government of ``level`` uses the row; any does when it is not known."""
        return level is None or level in self.governments
