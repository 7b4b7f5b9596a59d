"""Where a fact comes from, what is wrong with a print, and how an entry changed."""

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import TextList
from kesbang_iku.model.vocabulary import Standing


class Source(Record):
    """A document that supports a fact, the place in it, and the standing of what it prints."""

    dokumen: str = Field(min_length=3)
    penerbit: str | None = None
    tanggal: str | None = Field(default=None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    letak: str | None = None
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    kedudukan: Standing
    dilihat: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    untuk: TextList = ()
    catatan: str | None = None

    @property
    def unlinked(self) -> bool:
        """Whether it is a document of others that nobody can follow a link to yet."""
        return self.url is None and self.kedudukan in {"resmi", "dilaporkan"}


class Correction(Record):
    """A defect of an official print: what stands there, what is wrong, what is taken and why."""

    letak: str
    tercetak: str
    cacat: str
    diambil: str
    alasan: str


class Change(Record):
    """One line of an entry's history."""

    tanggal: str = Field(pattern=r"^\d{4}-\d{2}-\d{2}$")
    perubahan: str
