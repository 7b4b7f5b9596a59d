"""A region: Indonesia, a province, a kabupaten or a kota.

Plain dataclasses, no schema model: the list is ours, is read in every run, and has no nested part.
"""

from kesbang_iku._records import dataclass
from kesbang_iku.model.vocabulary import AdminLevel, Standing


@dataclass(frozen=True, slots=True)
class Validity:
    """The years in which a region's code is valid, both ends included; ``None`` is not known."""

    mulai: int | None = None
    selesai: int | None = None

    def __contains__(self, year: int) -> bool:
        return (self.mulai is None or year >= self.mulai) and (
            self.selesai is None or year <= self.selesai
        )


@dataclass(frozen=True, slots=True)
class Region:
    """A region by its Kemendagri code: ``0`` (Indonesia), ``62`` (a province) or ``62.71``.

    ``induk`` is the code of the region it lies in, ``None`` for Indonesia. ``kode_bps`` is the code
    that the statistics office gives it, ``None`` where that is not known. ``berlaku`` begins with
    the year of the law that established it; open where it is not known, and where the law, as those
    of 1950 to 1969, only gave an older region its form. ``dari`` are the present codes of the
    regions it was taken from, ``nama_lama`` and ``kode_lama`` what it was called and numbered.
    ``dasar_hukum`` is the act that ``berlaku`` begins with, ``kedudukan`` the standing of that.
    """

    kode: str
    nama: str
    tingkat: AdminLevel
    induk: str | None = None
    kode_bps: str | None = None
    berlaku: Validity = Validity()
    dari: tuple[str, ...] = ()
    nama_lama: tuple[str, ...] = ()
    kode_lama: tuple[str, ...] = ()
    dasar_hukum: str | None = None
    kedudukan: Standing | None = None
