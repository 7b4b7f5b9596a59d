"""Forms for statistical metadata: their columns, and what of a definition goes into each."""

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Whole
from kesbang_iku.model.vocabulary import Standing


class FormColumn(Record):
    """A column of a form.

    Attributes:
        nomor: its number in the form.
        judul: its title.
        isi: what of a definition goes there; ``None`` stays empty.
    """

    nomor: Whole
    judul: str = Field(min_length=1)
    isi: str | None = None


class MetadataForm(Record):
    """A form: who asks for it, how well it is known, and its columns in order."""

    nama: str = Field(pattern=r"^[a-z]+$")
    label: str
    regulasi: str
    kedudukan: Standing
    catatan: str | None = None
    kolom: tuple[FormColumn, ...] = Field(min_length=1)


class MetadataFormFile(Record):
    """The file ``formulir-metadata.yaml``."""

    formulir: tuple[MetadataForm, ...]
