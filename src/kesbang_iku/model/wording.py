"""The words of formulas as people write them: which mean an operation, and which mean nothing."""

import re
from collections.abc import Iterable
from functools import cached_property

from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, TextList, Whole
from kesbang_iku.model.source import Source


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first; spaces match any space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


class Phrases(Record):
    """Spellings that mean the same, and where they were seen or what they are for.

    What they are looked for with is worked out when it is first asked for; case makes no
    difference.
    """

    isi: TextList = Field(min_length=1)
    catatan: str

    @cached_property
    def words(self) -> frozenset[str]:
        """The phrases without case, to compare a word with."""
        return frozenset(map(str.casefold, self.isi))

    @cached_property
    def anywhere(self) -> re.Pattern[str]:
        """What finds any of the phrases as words of their own."""
        return re.compile(rf"(?<!\w)(?:{alternatives(self.isi)})(?!\w)", re.IGNORECASE)

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """What matches any of the phrases at the start of a text, with the spaces around it."""
        return re.compile(rf"\s*(?:{alternatives(self.isi)})(?!\w)\s*", re.IGNORECASE)


class Limit(Record):
    """A number above which a text is something else, and why."""

    nilai: Whole
    alasan: str


class Limits(Record):
    """How large a text and its parts may be."""

    panjang: Limit
    kata_label: Limit
    kata_nama: Limit
    butir: Limit
    potongan: Limit


class OperationWords(Record):
    """Words for operations."""

    bagi: Phrases
    banding: Phrases
    kali: Phrases
    tambah: Phrases
    kurang: Phrases
    kali_angka: Phrases
    persen: Phrases
    dalam_persen: Phrases
    sambungan: Phrases
    penyangkal: Phrases
    hasilnya: Phrases
    terhadap: Phrases
    per: Phrases
    dari: Phrases


class OpeningWords(Record):
    """Words in front of a formula, or of a part of it."""

    awalan: Phrases
    judul: Phrases
    legenda: Phrases
    tentang_rumus: Phrases
    pembilang: Phrases
    penyebut: Phrases
    pengali: Phrases
    keterangan_lain: Phrases
    membagi: Phrases
    membandingkan: Phrases
    pasangan: Phrases
    persen: Phrases
    berpasangan: Phrases
    berbanding: Phrases
    arti: Phrases
    proporsi: Phrases
    selisih: Phrases
    rata_rata: Phrases
    rata_rata_geometrik: Phrases
    akar: Phrases
    geometrik: Phrases
    menjumlahkan: Phrases


class MeasureWords(Record):
    """Words about what is measured."""

    cacah: Phrases
    awal: Phrases
    seluruh: Phrases
    bukan_cacah: Phrases
    bobot: Phrases
    butir: Phrases
    sebesar: Phrases
    berbobot: Phrases
    huruf_bobot: Phrases
    naik: Phrases
    turun: Phrases
    perinci: Phrases


class PlainWords(Record):
    """Words without a meaning of their own in a formula."""

    pendaftar: Phrases
    pembuka_kurung: Phrases
    batas_bawah: Phrases
    pembanding: Phrases
    pengandaian: Phrases
    pengubah: Phrases
    hitungan: Phrases
    masing: Phrases
    penggabung: Phrases
    sebelum_cacah: Phrases
    sambung: Phrases
    pengisi: Phrases
    bukan_lambang: Phrases
    garis_miring: Phrases
    daftar: Phrases
    sumber: Phrases
    singkatan: Phrases
    peraturan: Phrases
    satuan_pengali: Phrases
    elipsis: Phrases


class TimeWords(Record):
    """Words for this period and the one before."""

    satuan: Phrases
    huruf: Phrases
    kini: Phrases
    lalu: Phrases
    dahulu: Phrases
    sambungan: Phrases
    berulang: Phrases


class NumberWord(Record):
    """A number written as a word.

    ``per`` says that the word also holds "per", ``lipat`` that it multiplies the number in front.
    """

    kata: str
    nilai: Exact
    per: bool = False
    lipat: bool = False


class NotComputableWords(Record):
    """What texts say that hold no formula."""

    kosong: Phrases
    tanpa_rumus: Phrases
    rilis: Phrases
    survei: Phrases
    metode: Phrases
    tonggak: Phrases


class WordingFile(Record):
    """The file ``bahasa-rumus.yaml``."""

    sumber: tuple[Source, ...]
    batas: Limits
    operasi: OperationWords
    pembuka: OpeningWords
    ukuran: MeasureWords
    kata: PlainWords
    waktu: TimeWords
    angka: tuple[NumberWord, ...]
    tidak_terhitung: NotComputableWords
