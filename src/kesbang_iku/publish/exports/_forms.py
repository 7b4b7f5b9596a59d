"""The forms for statistical metadata, filled with what the catalog has."""

from collections.abc import Iterable, Mapping
from typing import Final

from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Whole
from kesbang_iku.model.vocabulary import Access, Standing
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.data import load_data


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


FILE: Final = "formulir-metadata.yaml"
_YES, _NO = "1", "2"
_UNKNOWN: Final = "tidak_diketahui"


def filled(name: str, entries: Iterable[Mapping[str, object]]) -> str:
    """Return a form as CSV, a row for each entry; what an entry lacks stays empty."""
    forms = load_data(FILE, MetadataFormFile).formulir
    form = next(form for form in forms if form.nama == name)
    titles = [column.judul for column in form.kolom]
    rows = [
        {
            column.judul: None if column.isi is None else {"nomor": number, **entry}[column.isi]
            for column in form.kolom
        }
        for number, entry in enumerate(entries, start=1)
    ]
    return csv_text(titles, rows)


def flag(holds: bool) -> str:
    """Return how the forms say yes and no."""
    return _YES if holds else _NO


def public(access: Access) -> str:
    """Return how the forms say that anybody may see the values."""
    return flag(access == "umum")


def known(word: str) -> str | None:
    """Return a word of the data as people write it, nothing where it says that nobody knows."""
    return None if word == _UNKNOWN else spoken(word).id
