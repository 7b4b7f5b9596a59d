"""An item that was computed: one indicator in one region and period, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kesbang_iku.findings import Finding, Language, Text, build_answer
from kesbang_iku.formula import Root
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.answers import CoverageAnswer, ResultAnswer
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.model.vocabulary import AdminLevel


class Status(StrEnum):
    """What became of an item."""

    COMPLETE = "lengkap"
    INCOMPLETE = "belum_lengkap"
    UNDEFINED = "tidak_terdefinisi"
    NOT_APPLICABLE = "tidak_berlaku"
    REJECTED = "ditolak"


class Origin(StrEnum):
    """Where a value comes from: computed here, released by its owner, or printed by the region."""

    COMPUTED = "dihitung"
    RELEASED = "rilis"
    PRINTED = "tercetak"


@dataclass(frozen=True)
class Coverage:
    """Of how many parts something is made: how many there are, should be, and which ones miss."""

    melapor: int
    seharusnya: int
    kurang: tuple[str, ...]

    def as_dict(self, _bahasa: Language = "id") -> CoverageAnswer:
        """Return it as an answer tells it."""
        return {
            "melapor": self.melapor,
            "seharusnya": self.seharusnya,
            "kurang": [*self.kurang],
        }


_NO_INPUTS: Final[Mapping[str, int | Fraction]] = {}


@dataclass(frozen=True)
class ComputedItem:
    """What computing one item gave. A value: frozen, comparable, and whole in JSON.

    ``nilai`` is the published value, rounded once; ``nilai_eksak`` the exact one. Both are ``None``
    where no value exists, whatever the reason; ``status`` and ``why`` say which. ``nama`` and
    ``nama_wilayah`` are what the indicator and the region are called. ``cakupan`` tells of the
    value of a year that is made of its parts how many of them there are.
    """

    kode: str
    versi: str
    satuan: str
    status: Status
    wilayah: str | None = None
    tingkat: AdminLevel | None = None
    tahun: int | None = None
    periode: str = "tahunan"
    asal: Origin | None = None
    nilai: Decimal | None = None
    nilai_eksak: Fraction | Root | None = None
    kategori: str | None = None
    achievement: Achievement | None = None
    kurang: tuple[str, ...] = ()
    why: Text | None = None
    masukan: Mapping[str, int | Fraction] = field(default_factory=lambda: _NO_INPUTS, hash=False)
    sebelumnya: Mapping[str, int | Fraction] = field(default_factory=lambda: _NO_INPUTS, hash=False)
    berkas: str | None = None
    baris: int | None = None
    temuan: tuple[Finding, ...] = ()
    sidik: str | None = None
    cakupan: Coverage | None = None
    nama: Text | None = field(default=None, compare=False, repr=False)
    nama_wilayah: str | None = field(default=None, compare=False, repr=False)

    @property
    def alasan(self) -> str | None:
        """Why there is no value, in Indonesian."""
        return None if self.why is None else self.why.id

    @property
    def target(self) -> Goal | None:
        """The target, or ``None`` where none was given."""
        return self.achievement.goal if self.achievement else None

    @property
    def capaian(self) -> Decimal | None:
        """The achievement in percent, rounded as its method says."""
        return self.achievement.published if self.achievement else None

    @property
    def metode_capaian(self) -> str | None:
        """The name of the achievement method."""
        return self.achievement.method if self.achievement else None

    @property
    def predikat(self) -> str | None:
        """The class of the achievement."""
        return self.achievement.category if self.achievement else None

    @property
    def tercapai(self) -> bool | None:
        """Whether the target is reached; ``None`` where that cannot be said."""
        return self.achievement.reached if self.achievement else None

    def as_dict(self, bahasa: Language = "id") -> ResultAnswer:
        """Return the result as the contract's JSON object (section 4); exact numbers are texts."""
        achievement = self.achievement
        return build_answer(
            ResultAnswer,
            self,
            bahasa,
            dokumen_target=achievement.goal.dokumen if achievement else None,
            capaian_eksak=achievement.exact if achievement else None,
            capaian_tanpa_batas=achievement.unlimited if achievement else None,
            alasan_capaian=achievement.why if achievement else None,
            alasan=self.why,
            masukan={name: str(value) for name, value in self.masukan.items()},
            sebelumnya={name: str(value) for name, value in self.sebelumnya.items()},
        )
