"""A published number of an indicator: for a region, a year and an edition, as it was printed."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import get_args

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, Whole
from kesbang_iku.model.vocabulary import Standing


class Observation(Record):
    """One number that somebody published, or that was worked out of such numbers.

    Attributes:
        wilayah: Kemendagri code of the region.
        tahun: the year it is about.
        bagian: the variable, dimension or reading of the indicator; ``None`` is the indicator.
        nilai: the number as printed, with a point before the decimals.
        satuan: its unit, as the source has it.
        edisi: the edition of the measurement, as ``edisi.csv`` has it.
        penyebut: what it was divided by, where that is not the same for all.
        revisi: 1 is the first print, 2 the one after it; ``None`` where only one is known.
        dipakai: whether the catalog takes it; a number that is not taken stands for the record.
        sumber: the document.
        tautan: its address; without one, nobody can follow it yet.
        tempat: the place in it.
        dilihat: when it was seen.
        kedudukan: the standing of the number.
        dari: what a derived number was derived from, and how.
        catatan: what else is to be known, as that another source contradicts it.
    """

    wilayah: str
    tahun: Whole
    bagian: str | None = None
    nilai: str = Field(pattern=r"^-?[0-9]{1,40}(\.[0-9]{1,40})?$")
    satuan: str = Field(min_length=1)
    edisi: str | None = None
    penyebut: str | None = None
    revisi: Whole | None = None
    dipakai: bool = True
    sumber: str
    tautan: str | None = None
    tempat: str | None = None
    dilihat: str
    kedudukan: Standing
    dari: str | None = None
    catatan: str | None = None

    @cached_property
    def eksak(self) -> Fraction:
        """The number."""
        return Fraction(self.nilai)

    @property
    def desimal(self) -> int:
        """How many decimals were printed."""
        return len(self.nilai.partition(".")[2])


class Edition(Record):
    """One round of a measurement: by which instrument, on how many, with which error.

    What no document says is ``None``.

    Attributes:
        edisi: its name, unique for the indicator.
        deret: what its values are called in a ``deret``, beside those of the same year that stand
            there without a name.
        mulai: first year it measured.
        selesai: last year it measured.
        instrumen: what was asked or counted, and what changed against the edition before.
        sampel: how many were asked, and who.
        cara: how they were asked.
        galat: sampling error, as printed or as derived.
        galat_poin: the same as a number: half the width of the interval of 95 %, in the unit of the
            value.
        galat_wilayah: Kemendagri code of the region that the number is about.
        kelas: name of the scale of the value.
        terbit: when the result was released.
        pelaksana: who measured.
        sumber: the document.
        tautan: its address; without one, nobody can follow it yet.
        dilihat: when it was seen.
        kedudukan: the standing of what it says.
        catatan: what else is to be known.
    """

    edisi: str
    deret: str | None = None
    mulai: Whole
    selesai: Whole
    instrumen: str | None = None
    sampel: str | None = None
    cara: str | None = None
    galat: str | None = None
    galat_poin: Exact | None = Field(default=None, gt=0)
    galat_wilayah: str | None = None
    kelas: str | None = None
    terbit: str | None = None
    pelaksana: str | None = None
    sumber: str
    tautan: str | None = None
    dilihat: str
    kedudukan: Standing
    catatan: str | None = None


class StatusCodes(Record):
    """The status codes of a code list of others.

    Attributes:
        dipakai: the code of a number that the catalog takes, by its standing; every one has its.
        tidak_dipakai: the code of a number that it does not take.
    """

    dipakai: Mapping[Standing, str] = Field(min_length=len(get_args(Standing)))
    tidak_dipakai: str

    def of(self, value: Observation) -> str:
        """Return the code of a published number."""
        return self.dipakai[value.kedudukan] if value.dipakai else self.tidak_dipakai


class StandingFile(Record):
    """The file ``kedudukan.yaml``; the standing is that of what it chooses."""

    sdmx: StatusCodes
    kedudukan: Standing
