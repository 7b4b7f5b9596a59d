"""When a number is asked about: the thresholds and word lists of the judged rules."""

from functools import cached_property, lru_cache

from kesbang_iku.model.record import Record
from kesbang_iku.model.scalars import Exact
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import Polarity, Standing


class Threshold(Record):
    """A number that a rule compares with, and why it is that number."""

    nilai: Exact
    alasan: str

    @cached_property
    def whole(self) -> int:
        """The number, where it counts something."""
        return int(self.nilai)


class Thresholds(Record):
    """Every threshold, by name."""

    kali_mad: Threshold
    perubahan_minimum: Threshold
    lantai_mad: Threshold
    geser_desimal: Threshold
    cacahan_minimum: Threshold
    ribuan_hilang_bawah: Threshold
    ribuan_hilang_atas: Threshold
    uang_minimum: Threshold
    angka_bermakna: Threshold
    butir_serupa: Threshold
    tahun_serupa: Threshold
    target_terlampaui: Threshold
    capaian_luar_biasa: Threshold
    sel_orang_kecil: Threshold
    dasar_nol_bagian: Threshold
    target_tetap_tahun: Threshold
    deret_tahun: Threshold
    pertumbuhan_wajar: Threshold
    horizon_mulai: Threshold
    horizon_selesai: Threshold
    keyakinan_baris: Threshold


class Numbers(Record):
    """A list of numbers, and why it is these."""

    isi: tuple[Exact, ...]
    alasan: str


class Choice(Record):
    """One name, and why it is that one."""

    isi: str
    alasan: str


class Words(Record):
    """A list of spellings, and what they have in common."""

    isi: tuple[str, ...]
    alasan: str

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(plain_words(word) for word in self.isi)

    def __contains__(self, text: str) -> bool:
        return plain_words(text) in self._plain


class WordLists(Record):
    """Every list of spellings, by name."""

    kosong: Words
    bukti_kosong: Words
    kolom_pribadi: Words
    kolom_pribadi_pendamping: Words
    satuan_orang: Words
    satuan_daerah: Words
    awalan_bagian: Words
    awalan_jumlah: Words
    awalan_indeks: Words
    satuan_indeks: Words
    satuan_bagian: Words
    kata_pertumbuhan: Words
    kata_program: Words
    polaritas_naik: Words
    polaritas_turun: Words
    polaritas_tetap: Words
    arah_naik: Words
    arah_turun: Words
    arah_tetap: Words

    @cached_property
    def _about_people(self) -> frozenset[str]:
        titles = (*self.kolom_pribadi.isi, *self.kolom_pribadi_pendamping.isi)
        return frozenset(map(plain_words, titles))

    def may_name_people(self, title: str) -> bool:
        """Say whether a column of this title is about single people, or may be beside another."""
        return plain_words(title) in self._about_people

    def polarity(self, said: str | None) -> Polarity | None:
        """Return the direction that a cell states, or ``None`` where it states none."""
        if said is None:
            return None
        found: tuple[tuple[Polarity, Words], ...] = (
            ("maksimalkan", self.polaritas_naik),
            ("minimalkan", self.polaritas_turun),
            ("stabilkan", self.polaritas_tetap),
        )
        said = said.replace(",", " ")
        return next((polarity for polarity, words in found if said in words), None)


class PersonalNumbers(Record):
    """How numbers of persons are built, and the words beside them."""

    digit_identitas: Threshold
    hari_perempuan: Threshold
    digit_telepon_paling_sedikit: Threshold
    digit_telepon_paling_banyak: Threshold
    awalan_telepon: Words
    kode_negara: Choice
    penanda_telepon: Words
    penanda_uang: Words
    penanda_nama: Words


class CheckingFile(Record):
    """The file ``pemeriksaan.yaml``."""

    ambang: Thresholds
    metode_umum: Choice
    skala_umum: Choice
    satuan_uang: Choice
    faktor_skala: Numbers
    data_pribadi: PersonalNumbers
    kata: WordLists
    kedudukan: Standing
    sumber: tuple[Source, ...]


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """Return a spelling without what people vary: case, underscores, dots, spaces at the ends."""
    spaced = text.casefold().replace("_", " ").replace(".", " ")
    return " ".join(spaced.split()).rstrip(":")
