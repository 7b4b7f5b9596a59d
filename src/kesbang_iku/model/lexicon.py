"""Words that matter when names are compared, and how much: the files of the alignment."""

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Literal

from kesbang_iku.model.checking import Threshold
from kesbang_iku.model.definition import Years
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import Exact, PhraseChoices, TextList
from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import AdminLevel, LocalTheme, Standing


class WordGroup(Record):
    """Words of one kind; ``sumber`` names the documents of the file they come from."""

    kata: TextList
    sumber: TextList


class Spellings(Record):
    """Spellings that mean the same: each is replaced by ``baku`` before names are compared.

    In ``tulisan``, ``(a|b) c`` stands for every phrase that the choices leave.

    ``bila`` holds words of which one must stand beside them for that; none: they always do.
    ``sebutan`` is how ``baku`` is told to people, where it is no word of the language.
    """

    baku: str
    tulisan: PhraseChoices
    bila: TextList = ()
    sebutan: str | None = None
    sumber: TextList


class Affixes(Record):
    """What may stand around the root of a verb: ``ter`` and ``kan`` in ``tertuntaskan``.

    Attributes:
        awalan: prefixes that leave the root as it is.
        awalan_aktif: prefixes of active verbs, which may turn its first letter into a nasal.
        akhiran: suffixes of verbs.
        awalan_benda: prefixes of the noun for what a verb says, which do the same.
        akhiran_perbuatan: the suffixes that belong to them.
        awalan_sifat: a prefix that says who has what the rest names: ``berpemahaman``.
        sengau: for each nasal what it may stand for.
        akhiran_benda: endings of nouns that are roots themselves: ``realisasi``.
    """

    awalan: TextList
    awalan_aktif: TextList
    akhiran: TextList
    awalan_benda: TextList
    akhiran_perbuatan: TextList
    awalan_sifat: TextList
    sengau: Mapping[str, TextList]
    akhiran_benda: TextList
    sumber: TextList


class OccasionWords(Record):
    """Words behind ``di_belakang`` that say what people took part in, unless ``hasil`` follows."""

    kata: TextList
    di_belakang: TextList
    hasil: TextList
    sumber: TextList


class AsideWords(Record):
    """Words around asides: what only says how, where or by whom something happens.

    Attributes:
        pembuka: words that open an aside.
        pembuka_pelaku: words that open one in which whatever follows only acts, or is a means.
        pembuka_bersama: phrases that open one behind what is measured: ``kerja sama dengan``.
        dikerjakan: passive verbs that say nothing more in front of who did it.
        ditangani: those that say something, in front of a section of an agency.
        bagian: the words for such a section.
        nama_bagian: how the names of sections begin.
        cara: phrases that say nothing of what is measured.
        depan_pelaku: words that open one in front of a body of the field: ``dari``.
        dalam_pelaku: words that end an aside, but not such a one.
        pelaku: bodies of the field that only act wherever they stand in an aside.
        di_belakang_kerja: words that open one behind a verb only.
        anak_kalimat: words that open a clause, whose words before its verb are an aside.
        akhir: words that end an aside.
        tujuan: words that open one in front of an active verb.
        pemberi: passive verbs behind which what is given stands, not who acts.
        depan_tempat: words in front of a kind of place.
        tempat: kinds of places.
    """

    pembuka: TextList
    pembuka_pelaku: TextList
    pembuka_bersama: PhraseChoices
    dikerjakan: TextList
    ditangani: TextList
    bagian: TextList
    nama_bagian: TextList
    cara: PhraseChoices
    depan_pelaku: TextList
    dalam_pelaku: TextList
    pelaku: TextList
    di_belakang_kerja: TextList
    anak_kalimat: TextList
    akhir: TextList
    tujuan: TextList
    pemberi: TextList
    depan_tempat: TextList
    tempat: TextList
    sumber: TextList


class TakingPart(Record):
    """Words for people and for taking part: one of each together means ``baku``.

    One of ``golongan``, who are some people, remains beside it: ``asn mengikuti`` is ``asn
    peserta``. Where something of ``hal`` is named, which is taught, any unknown passive verb means
    it too.
    """

    baku: str
    orang: TextList
    golongan: TextList
    hal: TextList
    kerja: TextList
    sumber: TextList

    @property
    def spellings(self) -> tuple[Spellings, ...]:
        """All spellings of it."""
        meant = {
            **dict.fromkeys(self.orang, self.baku),
            **{kind: f"{kind} {self.baku}" for kind in self.golongan},
        }
        return tuple(
            Spellings(
                baku=baku,
                tulisan=tuple(f"{person} {verb}" for verb in self.kerja),
                sumber=self.sumber,
            )
            for person, baku in meant.items()
        )


class PeriodWords(Record):
    """Words for a part of a year or plan, and the words for its number besides figures.

    ``urutan`` holds what may stand between the two: ``bulan ke-8``, ``satuan`` what is counted:
    ``dalam 1 tahun``, ``nama_bulan`` what follows a day: ``per 31 Desember``.
    """

    kata: TextList
    urutan: TextList
    satuan: TextList
    bilangan: TextList
    nama_bulan: TextList
    sumber: TextList


class Facet(Record):
    """Words that make no other indicator of one: beside one of ``bila`` they are left out."""

    nama: str
    kata: TextList
    bila: TextList
    sumber: TextList


class MeasureWord(Record):
    """Words in front of a name that say what is measured, and the measures they may stand for.

    ``belakang`` holds words that say it at the end of a name, as English does; ``samar`` is true
    for words that leave open whether a count, a share or an index is meant, ``longgar`` for those
    that take the meaning of a measure behind them: ``rata-rata persentase``.
    """

    nama: str
    tulisan: TextList
    belakang: TextList = ()
    cocok: TextList
    samar: bool = False
    longgar: bool = False
    sumber: TextList


class NamedWords(Record):
    """Words that all say the same of a name."""

    nama: str
    kata: TextList
    sumber: TextList


class ThemeWords(Record):
    """Words that point to a theme of local indicators."""

    tema: LocalTheme
    kata: TextList
    sumber: TextList


OneSided = Literal["ya", "tidak", "rencana"]
"""Whether a word that only one of two names has makes them differ."""

NameSlot = Literal["ukuran", "objek", "cacahan", "peristiwa", "arah", "bagian"]
"""A part of a name: measure, object, what is counted, event, direction, part of an index."""


class Opposition(Record):
    """Words that exclude each other: names with different members mean different things.

    Attributes:
        slot: the part of a name they stand in.
        macam: whether the members are kinds of the object: a name with one means less than
            a name without.
        anggota: each member with its words.
        sepihak: whether a member on one side alone is a difference too: ``ya``, ``tidak``, or
            ``rencana`` where only a region's name has to answer for one.
        kepala: whether only the first word behind the measure counts: what is counted.
        membalik: whether the words turn what they stand with into its opposite.
        bila: the words of which both names must have one for the group to matter; none: always.
        alasan: why the members differ, for people.
    """

    nama: str
    slot: NameSlot
    macam: bool = False
    anggota: Mapping[str, TextList]
    sepihak: OneSided
    kepala: bool = False
    membalik: bool = False
    bila: TextList
    alasan: str
    sumber: TextList


class OtherMeaning(Record):
    """An abbreviation of the catalog that means something else too: ``kode``, if that is in it."""

    singkatan: str
    arti: str
    kode: str | None = None
    sumber: TextList


class LexiconFile(Record):
    """The file ``kosakata.yaml``."""

    dokumen: Mapping[str, Source]
    abaikan: tuple[WordGroup, ...]
    lemah: tuple[WordGroup, ...]
    membatasi: WordGroup
    padanan: tuple[Spellings, ...]
    pencarian: tuple[Spellings, ...] = ()
    akhiran: WordGroup
    imbuhan: Affixes
    ukuran: tuple[MeasureWord, ...]
    pembuka: WordGroup
    skala: WordGroup
    penggabung: WordGroup
    penyebut: WordGroup
    pembagi: NamedWords
    per: NamedWords
    keseluruhan: WordGroup
    acara: OccasionWords
    keikutsertaan: TakingPart
    keterangan: AsideWords
    periode: PeriodWords
    faset: tuple[Facet, ...]
    penanda_bagian: WordGroup
    sebab: WordGroup
    peristiwa: WordGroup
    awalan: WordGroup
    objek: WordGroup
    benar: WordGroup
    wilayah: tuple[WordGroup, ...] = ()
    arah: tuple[NamedWords, ...]
    lawan: tuple[Opposition, ...]
    singkatan_ganda: tuple[OtherMeaning, ...] = ()
    tema: tuple[ThemeWords, ...]

    @cached_property
    def event_words(self) -> frozenset[str]:
        """The words that tell what happens with what is measured."""
        groups = (group for group in self.lawan if group.slot == "peristiwa")
        members = (word for group in groups for words in group.anggota.values() for word in words)
        return frozenset(members).union(self.peristiwa.kata)

    @property
    def meanings(self) -> dict[str, str]:
        """Words with what they always mean."""
        groups = [(one.tulisan, one.baku) for one in self.padanan if not one.bila]
        groups += ((one.tulisan, one.nama) for one in self.ukuran)
        return {word: meant for words, meant in groups for word in words if word.isalpha()}

    @property
    def texts(self) -> Iterator[str]:
        """All that is spelt right here."""
        for spellings in self.padanan:
            yield spellings.baku
            yield from spellings.tulisan
        for measure in self.ukuran:
            yield from (*measure.tulisan, *measure.belakang)
        for direction in self.arah:
            yield from direction.kata
        for group in (*self.abaikan, *self.lemah, self.pembuka):
            yield from group.kata
        for theme in self.tema:
            yield from theme.kata
        for opposition in self.lawan:
            for members in opposition.anggota.values():
                yield from members


class Amount(Threshold):
    """A number that decides something, and why it is that number."""

    @cached_property
    def number(self) -> float:
        """The number, for weighing likeness, which is no value of an indicator."""
        return float(self.nilai)

    def __int__(self) -> int:
        return self.whole


class MatchingThresholds(Record):
    """When something is taken for something."""

    padanan: Amount
    calon: Amount
    jumlah_calon: Amount
    judul_program: Amount
    panjang_ejaan: Amount
    panjang_dua_huruf: Amount
    panjang_ucapan: Amount
    panjang_terpenggal: Amount
    panjang_tersambung: Amount
    panjang_bagian: Amount
    panjang_singkatan: Amount
    deret_tahun: Amount
    setelah_periode: Amount
    skala_lain: Amount
    skala_bagian: Amount
    kata_awal: Amount
    terdekat: Amount


class MatchingWeights(Record):
    """How much a piece of evidence counts."""

    lemah: Amount
    asing: Amount
    satuan_sama: Amount
    satuan_lain: Amount
    sebagian: Amount
    terdekat: Amount
    beda: Amount
    beda_sedikit: Amount
    inti: Amount
    tak_terjelaskan: Amount
    tingkat_lain: Amount
    tingkat_sendiri: Amount
    pengganti: Amount
    samar: Amount
    gabungan: Amount
    tertukar: Amount
    lawan: Amount
    rumus: Amount


class StepConfidence(Record):
    """The confidence of each step that needs no likeness."""

    kode: Amount
    nama: Amount
    alias: Amount
    nama_baku: Amount
    singkatan: Amount
    singkatan_ganda: Amount
    varian: Amount
    bukan_padanan: Amount
    penggalan: Amount


class CalibrationPoint(Record):
    """The confidence that goes with a likeness; between points it is drawn straight."""

    skor: Exact
    keyakinan: Exact


class Directed(Record):
    """Indicators that the centre asks regions of some levels to adopt in plans of some years."""

    kode: TextList
    tingkat: tuple[AdminLevel, ...]
    masa: Years
    sumber: Source


class Agencies(Record):
    """How agencies are written: those of this field, how other names begin, and whole names."""

    urusan_ini: TextList
    pembuka: TextList
    utuh: TextList
    kedudukan: Standing


class FieldWords(Record):
    """Words that only indicators of this field of work have, as they are written."""

    kata: TextList
    kedudukan: Standing


class MatchingFile(Record):
    """The file ``penyelarasan.yaml``."""

    ambang: MatchingThresholds
    ukuran_judul: TextList
    ukuran_bernama: TextList
    bobot: MatchingWeights
    kalibrasi: tuple[CalibrationPoint, ...] = Field(min_length=2)
    langkah: StepConfidence
    kedudukan: Standing
    diarahkan: tuple[Directed, ...] = ()
    perangkat: Agencies
    urusan: FieldWords

    @property
    def asked(self) -> dict[str, tuple[AdminLevel, ...]]:
        """The levels at which the centre asks for an indicator, by code, in the order written."""
        levels: dict[str, tuple[AdminLevel, ...]] = {}
        for group in self.diarahkan:
            for code in group.kode:
                levels[code] = (*levels.get(code, ()), *group.tingkat)
        return levels

    def asked_of(self, level: AdminLevel | None, years: Collection[int]) -> tuple[str, ...]:
        """Return the codes asked of a level for a plan of ``years``, or of any if it has none."""
        groups = (one for one in self.diarahkan if level in one.tingkat)
        told = (one for one in groups if not years or any(year in one.masa for year in years))
        return tuple(dict.fromkeys(code for one in told for code in one.kode))
