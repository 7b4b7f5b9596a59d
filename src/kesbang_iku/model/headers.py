"""The headers of tables: which spellings of a column have been seen, and where."""

from collections.abc import Mapping

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import TextList
from kesbang_iku.model.source import Source


class HeaderSpelling(Record):
    """One spelling of a header; ``dokumen`` names the documents of the file it was seen in."""

    teks: str = Field(min_length=1)
    dokumen: TextList = Field(min_length=1)


class HeaderColumn(Record):
    """One column by the name it has everywhere, and how its header is written.

    ``tahunan`` says that the header may carry a year, ``tahun_saja`` that a year alone stands for
    this column, ``abaikan_tahun`` that a year in the header says nothing more.
    """

    nama: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    arti: str
    tahunan: bool = False
    tahun_saja: bool = False
    abaikan_tahun: bool = False
    tulisan: tuple[HeaderSpelling, ...] = Field(min_length=1)


class HeaderFile(Record):
    """The file ``tajuk.yaml``.

    ``kata_tahun`` are words beside a year that change nothing, ``tahun_formulir`` is the letter
    that stands for a year in a form (``n-1``). ``kata_lepas`` may stand anywhere in a header, or be
    left out, without changing which column it is. A row whose name has no other words than
    ``kata_ringkasan`` sums up the rows above it, as their sum if one is of ``kata_jumlah``. With
    one of ``kata_batas`` a text says at what achievements are capped.
    """

    dokumen: Mapping[str, Source]
    kata_tahun: TextList
    tahun_formulir: str = Field(min_length=1)
    kata_lepas: TextList
    kata_ringkasan: TextList
    kata_jumlah: TextList
    awal_jumlah: TextList
    kata_batas: TextList
    kolom: tuple[HeaderColumn, ...]
