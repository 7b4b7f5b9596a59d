"""An item that was computed: one indicator in one region and period, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import Any, Final, Self

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Language, Text, build_answer
from kesbang_iku.findings.answers import told_column
from kesbang_iku.formula import Root
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.answers import ResultAnswer
from kesbang_iku.indicator.distribution import Coverage, Distribution
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.vocabulary import AdminLevel

_NO_INPUTS: Final[Mapping[str, int | Fraction]] = {}


@dataclass(frozen=True)
class ComputedItem:
    """What computing one item gave. A value: frozen, comparable, and whole in JSON.

    ``nilai`` is the published value, rounded once; ``nilai_eksak`` the exact one. Both are ``None``
    where no value exists, whatever the reason; ``status`` and ``why`` say which. ``nama`` and
    ``nama_wilayah`` are what the indicator and the region are called. ``cakupan`` tells of the
    value that is made of parts, as a year or a province, how many of them there are; ``sebaran``
    how the values of parts are spread that make no value together.
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
    cakupan: Coverage | None = None
    sebaran: Distribution | None = None
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

    def __str__(self) -> str:
        """Return the result on one line, with a decimal point."""
        whose = " ".join(str(part) for part in (self.wilayah, self.tahun) if part is not None)
        period = "" if self.periode == "tahunan" else f" {self.periode}"
        value = "" if self.nilai is None else f"{self.nilai:f} {self.satuan} "
        said = f"{self.kode}@{self.versi} {whose}{period}".rstrip() + f": {value}({self.status})"
        if self.target is None:
            return said
        achieved = "" if self.capaian is None else f", capaian {self.capaian:f}"
        category = "" if self.predikat is None else f", {self.predikat}"
        return f"{said}; target {self.target}{achieved}{category}"

    @classmethod
    def from_dict(cls, answer: Mapping[str, Any]) -> Self:
        """Return the result that ``as_dict`` told: told again in its language, it is the same.

        It carries no definition, so it cannot be explained.

        Args:
            answer: a JSON object of ``compute --format json``, under ``hasil``.

        Raises:
            ValueError: it is no result.
        """
        from kesbang_iku.indicator.restored import fields_of_result  # noqa: PLC0415  # light: few ask

        return cls(**fields_of_result(answer))

    def as_dict(
        self, bahasa: Language = "id", *, only: Container[str] | None = None
    ) -> ResultAnswer:
        """Return the result as the contract's JSON object (section 4); exact numbers are texts.

        Args:
            bahasa: language of the texts.
            only: the keys that are asked for, where not all are.
        """
        achievement = self.achievement
        return build_answer(
            ResultAnswer,
            self,
            bahasa,
            only,
            dokumen_target=achievement.goal.dokumen if achievement else None,
            capaian_eksak=achievement.exact if achievement else None,
            capaian_tanpa_batas=achievement.unlimited if achievement else None,
            alasan_capaian=achievement.why if achievement else None,
            alasan=self.why,
            masukan={name: str(value) for name, value in self.masukan.items()},
            sebelumnya={name: str(value) for name, value in self.sebelumnya.items()},
        )


_OF_ACHIEVEMENT: Final = {
    "target": "goal",
    "dokumen_target": "goal.dokumen",
    "capaian": "published",
    "capaian_eksak": "exact",
    "capaian_tanpa_batas": "unlimited",
    "metode_capaian": "method",
    "alasan_capaian": "why",
    "tercapai": "reached",
    "predikat": "category",
}
"""Where the achievement has what a result tells of it."""


def column_reader(
    columns: Sequence[str], language: Language
) -> Callable[[Sequence[ComputedItem]], list[Sequence[object]]]:
    """Return what tells results as ``as_dict`` does, but of some of their keys, each as a column.

    A long table is told so in a fraction of the time; ``masukan`` and ``sebelumnya`` stand in none.
    """

    def told(items: Sequence[ComputedItem]) -> list[Sequence[object]]:
        achieved = [one.achievement for one in items]
        return [told_column(_column(key, items, achieved), language) for key in columns]

    return told


def _column(
    key: str, items: Sequence[ComputedItem], achieved: Sequence[Achievement | None]
) -> Sequence[object]:
    name = _OF_ACHIEVEMENT.get(key)
    if name is None:
        return [*map(attrgetter("why" if key == "alasan" else key), items)]
    if not any(achieved):
        return [None] * len(items)
    of_achievement = attrgetter(name)
    return [None if one is None else of_achievement(one) for one in achieved]
