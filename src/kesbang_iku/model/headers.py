"""The headers of tables: which spellings of a column have been seen, and where."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from kesbang_iku.model.scalars import Record, TextList
from kesbang_iku.model.source import Source


class HeaderSpelling(Record):
    """One spelling of a header; ``dokumen`` names the documents of the file it was seen in."""

    teks: str = Field(min_length=1)
    dokumen: TextList = Field(min_length=1)


class HeaderColumn(Record):
    """One column by the name it has everywhere, and how its header is written.

    ``tahunan`` says that the header may carry a year, ``tahun_saja`` that a year alone stands for
    this column.
    """

    nama: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    arti: str
    tahunan: bool = False
    tahun_saja: bool = False
    tulisan: tuple[HeaderSpelling, ...] = Field(min_length=1)


class HeaderFile(Record):
    """The file ``tajuk.yaml``.

    ``kata_tahun`` are words beside a year that change nothing, ``kata_bagian`` words that alone say
    no more than "per cent", so that the columns beside them tell of what. A row whose name has no
    other words than ``kata_ringkasan`` sums up the rows above it.
    """

    dokumen: Mapping[str, Source]
    kata_tahun: TextList
    kata_bagian: TextList
    kata_ringkasan: TextList
    kolom: tuple[HeaderColumn, ...]
