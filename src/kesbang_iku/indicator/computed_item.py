"""An item that was computed: one indicator in one region and period, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kesbang_iku.findings import Finding, Language
from kesbang_iku.formula import Root
from kesbang_iku.indicator.achievement import Achievement
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


_NO_INPUTS: Final[Mapping[str, int | Fraction]] = {}


@dataclass(frozen=True)
class ComputedItem:
    """What computing one item gave. A value: frozen, comparable, and whole in JSON.

    ``nilai`` is the published value, rounded once; ``nilai_eksak`` the exact one. Both are ``None``
    where no value exists, whatever the reason; ``status`` and ``alasan`` (in English ``alasan_en``)
    say which.
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
    alasan: str | None = None
    masukan: Mapping[str, int | Fraction] = field(default_factory=lambda: _NO_INPUTS, hash=False)
    sebelumnya: Mapping[str, int | Fraction] = field(default_factory=lambda: _NO_INPUTS, hash=False)
    berkas: str | None = None
    baris: int | None = None
    temuan: tuple[Finding, ...] = ()
    sidik: str | None = None
    alasan_en: str | None = None

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

    def as_dict(self, bahasa: Language = "id") -> dict[str, object]:
        """Return the result as the contract's JSON object (section 4); exact numbers are texts."""
        achievement = self.achievement
        answer: dict[str, object] = {
            "kode": self.kode,
            "versi": self.versi,
            "wilayah": self.wilayah,
            "tingkat": self.tingkat,
            "tahun": self.tahun,
            "periode": self.periode,
            "status": self.status.value,
            "asal": self.asal.value if self.asal else None,
            "nilai": _text(self.nilai),
            "nilai_eksak": _text(self.nilai_eksak),
            "satuan": self.satuan,
            "kategori": self.kategori,
            "target": str(achievement.goal) if achievement else None,
            "dokumen_target": achievement.goal.dokumen if achievement else None,
            "capaian": _text(self.capaian),
            "capaian_eksak": _text(achievement.exact) if achievement else None,
            "capaian_tanpa_batas": _text(achievement.unlimited) if achievement else None,
            "metode_capaian": self.metode_capaian,
            "alasan_capaian": achievement.reason if achievement else None,
            "tercapai": self.tercapai,
            "predikat": self.predikat,
            "kurang": list(self.kurang),
            "alasan": self.alasan,
            "masukan": {name: str(value) for name, value in self.masukan.items()},
            "sebelumnya": {name: str(value) for name, value in self.sebelumnya.items()},
            "berkas": self.berkas,
            "baris": self.baris,
            "sidik": self.sidik,
            "temuan": [finding.as_dict(bahasa) for finding in self.temuan],
        }
        return answer


def _text(value: Decimal | Fraction | Root | None) -> str | None:
    # format "f" keeps a decimal from turning into 1E+2
    return (
        None if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)
    )
