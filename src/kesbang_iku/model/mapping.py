"""What files of mappings may say, and what follows from it: the file ``padanan.yaml``."""

from collections.abc import Mapping
from functools import cached_property

from kesbang_iku.model.lexicon import Amount
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.scalars import TextList
from kesbang_iku.model.vocabulary import MatchRelation, RelationKind, Standing


class Prefix(Record):
    """What stands before the colon of a code: its meaning, and whose list the code is of."""

    nama: str
    arti: str
    kunci: str | None = None


class Predicate(Record):
    """A relation, and the predicates that mean it; the first one is written."""

    hubungan: MatchRelation
    tulisan: TextList = Field(min_length=1)


class Justification(Record):
    """Why a row stands there: a person decided it, or it follows from other rows, or neither."""

    tulisan: str
    keputusan: bool = False
    turunan: bool = False


class Composition(Record):
    """What A is to C, where A is ``dari`` to B, and B ``lalu`` to C."""

    dari: MatchRelation
    lalu: MatchRelation
    hasil: MatchRelation
    alasan: str


class RewordingWords(Record):
    """How names are read to which a decision on another one is carried.

    Attributes:
        alasan: the justification of a row that was carried.
        keyakinan: as like as this a name is asked about with the earlier decision shown.
        kosong: words that say nothing.
        depan_tahun: words that go with the year behind them.
        akhir_tahun: the day at its end, which does so too.
        pembanding: words behind which a year tells with what is compared.
        berurutan: words beside which the order of the others says something.
    """

    alasan: str
    keyakinan: Amount
    kosong: TextList
    depan_tahun: TextList
    akhir_tahun: TextList
    pembanding: TextList
    berurutan: TextList


class MappingRules(Record):
    """The file ``padanan.yaml``."""

    kedudukan: Standing
    awalan: tuple[Prefix, ...]
    kolom: TextList
    umum: TextList
    predikat: tuple[Predicate, ...]
    alasan: tuple[Justification, ...]
    katalog: Mapping[RelationKind, MatchRelation]
    rangkaian: tuple[Composition, ...]
    terbawa: RewordingWords

    @cached_property
    def relations(self) -> Mapping[str, MatchRelation]:
        """What each predicate means."""
        return {text: one.hubungan for one in self.predikat for text in one.tulisan}

    @cached_property
    def predicates(self) -> Mapping[MatchRelation, str]:
        """The predicate to write for each relation."""
        return {one.hubungan: one.tulisan[0] for one in self.predikat}

    @cached_property
    def justifications(self) -> Mapping[str, Justification]:
        """The justifications by how they are written."""
        return {one.tulisan: one for one in self.alasan}

    @cached_property
    def composed(self) -> Mapping[tuple[MatchRelation, MatchRelation], Composition]:
        """What follows from two relations in a row."""
        return {(one.dari, one.lalu): one for one in self.rangkaian}
