"""Achievement methods: how a realised value is held against a target."""

from typing import Literal

from kesbang_iku.findings import Text
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, FormulaText, Whole
from kesbang_iku.model.source import Correction, Source
from kesbang_iku.model.vocabulary import Polarity, Standing


class Limits(Record):
    """Floor and cap of an achievement; an absent one does not exist."""

    bawah: Exact | None = None
    atas: Exact | None = None


class Policy(Record):
    """A case the formula does not settle: a condition, the achievement, and the reason.

    Without ``capaian`` the achievement is undefined in this case.
    """

    jika: str
    capaian: FormulaText | None = None
    alasan: str
    alasan_en: str | None = None
    kedudukan: Standing

    @property
    def reason(self) -> Text:
        """The reason, in both languages."""
        return Text.translated(self.alasan, self.alasan_en)


class RangeTarget(Record):
    """A target that is a range."""

    min: Exact
    maks: Exact


class ExpectedAchievement(Record):
    """What a worked example must give."""

    status: Literal["lengkap", "tidak_terdefinisi"] = "lengkap"
    capaian: str | None = None
    capaian_tanpa_batas: str | None = None


class MethodExample(Record):
    """A worked example of a method: realised value, target, achievement, and what was printed."""

    nama: str
    realisasi: Exact
    target: RangeTarget | Exact
    hasil: ExpectedAchievement
    tercetak: str | None = None
    catatan: str | None = None
    sumber: Source


class Method(Record):
    """A named achievement method, over the variables ``realisasi`` and ``target``.

    A method for range targets is over ``realisasi``, ``target_min`` and ``target_maks`` instead.
    """

    nama: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    label_en: str | None = None
    polaritas: Polarity
    rumus: str
    dasar: Literal["nilai_terbit", "nilai_eksak"]
    desimal: Whole = Field(ge=0, le=12)
    batas: Limits = Limits.model_construct()
    bila_rentang: str | None = None
    kebijakan: tuple[Policy, ...] = ()
    status: Standing
    sumber: tuple[Source, ...] = Field(min_length=1)
    koreksi: tuple[Correction, ...] = ()
    contoh: tuple[MethodExample, ...] = ()
    catatan: str | None = None

    @property
    def title(self) -> Text:
        """What it is called, in both languages."""
        return Text.translated(self.label, self.label_en)


class MethodFile(Record):
    """The file ``capaian.yaml``."""

    metode: tuple[Method, ...]
