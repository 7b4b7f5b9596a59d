"""What a catalog of a region fills in where a national definition leaves a term open."""

from kesbang_iku.model.definition import VariableName
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.source import Source


class TermFilling(Record):
    """A term of an indicator, and what it means in a region.

    Attributes:
        kode: the indicator.
        istilah: the open term of it.
        isi: the name of one of its meanings, or a number with a decimal point.
        wilayah: the region it holds for; without one, for all plans the catalog is added to.
        sumber: the document of the region that says so.
    """

    kode: str
    istilah: VariableName
    isi: str
    wilayah: str | None = None
    sumber: Source


class TermFile(Record):
    """The file ``isian-istilah.yaml``."""

    isian: tuple[TermFilling, ...] = Field(min_length=1)
