"""Relations between numbers of several indicators of one region: ``hubungan-angka.yaml``."""

from collections.abc import Mapping

from kesbang_iku.findings import Text
from kesbang_iku.model.definition import VariableName
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Whole
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import AdminLevel, Standing


class RelatedNumber(Record):
    """A variable of an indicator, of the same year or of one some years before (``mundur``)."""

    kode: str
    variabel: VariableName
    mundur: Whole = Field(default=0, ge=0)


class Relation(Record):
    """What must hold between numbers, and what to say where it does not.

    Attributes:
        nama: its name in the file.
        tingkat: the levels of government it holds at; none is all of them.
        angka: the numbers, by the names that the expression has for them.
        ekspresi: the relation, in the formula language.
        pesan: what is wrong where it does not hold.
        pesan_en: the same in English.
        alasan: why it must hold, and what may explain that it does not.
        kedudukan: how official it is; no relation is an act's.
    """

    nama: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    tingkat: tuple[AdminLevel, ...] = ()
    angka: Mapping[VariableName, RelatedNumber] = Field(min_length=1)
    ekspresi: str
    pesan: str
    pesan_en: str
    alasan: str
    kedudukan: Standing

    @property
    def message(self) -> Text:
        """What to say, in both languages."""
        return Text(self.pesan, self.pesan_en)


class RelationFile(Record):
    """The file ``hubungan-angka.yaml``."""

    hubungan: tuple[Relation, ...]
    sumber: tuple[Source, ...]
