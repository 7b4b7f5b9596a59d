"""The words by which tables are read as they are: the file ``kata-tabel.yaml``."""

from collections.abc import Mapping
from typing import Literal

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import TextList

TableKind = Literal[
    "rencana", "capaian", "pemantauan", "perjanjian_kinerja", "laporan", "bukan_indikator"
]
"""What a table is."""


class RoleWords(Record):
    """Words that say what a column, or a row, holds where its whole header is not known.

    ``bersama`` are words of which one must stand in the same text.
    """

    kata: TextList = Field(min_length=1)
    bersama: TextList = ()
    sebagai: str


class PartWords(Record):
    """A part of the year: its name, the words that may stand before its number, how many it has.

    ``kata_bulan_akhir`` are words that may stand before the two digits of its last month.
    """

    nama: str
    kata: TextList = Field(min_length=1)
    banyak: int = Field(ge=2, le=12)
    kata_bulan_akhir: TextList = ()


class TableForm(Record):
    """A form of a government: what its title says, and the columns it has.

    ``bagian`` says that a value has parts of the year, ``tahun_paling_sedikit`` that as many years
    have a target, ``tajuk`` names columns of ``tajuk.yaml`` that no other form has.
    """

    nama: str
    jenis: TableKind
    judul: TextList = ()
    kolom: TextList = Field(min_length=1)
    tajuk: TextList = ()
    bagian: bool = False
    tahun_paling_sedikit: int = 0


class TableWordsFile(Record):
    """The file ``kata-tabel.yaml``; its own comments say what each key is."""

    sebagai: Mapping[str, str]
    tajuk_tambahan: Mapping[str, str]
    tajuk_sendiri: TextList
    singkatan: Mapping[str, str]
    kata_kunci: tuple[RoleWords, ...]
    kata_baris: tuple[RoleWords, ...]
    kata_uang: TextList
    kata_centang: TextList
    kata_skala: TextList
    kata_kinerja: TextList
    bagian_tahun: tuple[PartWords, ...]
    bulan: tuple[TextList, ...] = Field(min_length=12, max_length=12)
    kata_ini: TextList
    kata_lalu: TextList
    kata_tahun_lain: TextList
    urutan: tuple[TextList, ...]
    kata_setahun: TextList
    kata_banding: TextList
    kata_semula: TextList
    kata_menjadi: TextList
    kata_sampai: TextList
    kata_kumulatif: TextList
    kata_bukan: TextList
    kata_cetak: TextList
    kata_sambung: TextList
    tanda_tangan: TextList
    catatan: TextList
    jenis_indikator: TextList
    kata_predikat: TextList
    kata_indikator: TextList
    kata_provinsi: TextList
    kata_ukuran: TextList
    awal_judul: TextList
    judul_realisasi: TextList
    judul_target: TextList
    judul_data: TextList
    bentuk: tuple[TableForm, ...]
