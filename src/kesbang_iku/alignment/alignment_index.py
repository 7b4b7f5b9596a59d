"""The alignment index: how far the plans of regions use the standard, as one number that is exact.

Its terms and weights stand in ``indeks-keselarasan.yaml``, a definition like any other. Here each
of its variables is counted, as a share of whole numbers, so that anybody can compute it anew; what
is missing to 100 falls to its causes without a rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final, NamedTuple, cast

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.alignment.answers import (
    AlignmentIndexAnswer,
    ChangeAnswer,
    IndexDefinitionAnswer,
    IndexedPlanAnswer,
    LossAnswer,
    ShareAnswer,
)
from kesbang_iku.alignment.overview import is_output
from kesbang_iku.alignment.placing import common_programmes
from kesbang_iku.alignment.regional import RegionalAlignment, RegionalComparison
from kesbang_iku.findings import Language, Text, build_answer
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.answers import RankingAnswer
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Composite
from kesbang_iku.model.vocabulary import RegionalLevel
from kesbang_iku.sources.data import load_data

ADOPTED, LINKED = "adopsi", "keterpautan"
WITHOUT: Final = "sesuai_"
"""The variables that count indicators without one kind of deviation begin so."""
_WHOLE: Final = 100


class Share(NamedTuple):
    """How many of all are as they should be."""

    ada: int
    semua: int

    @property
    def percent(self) -> Fraction:
        """The share in per cent; there must be something to share."""
        return Fraction(self.ada * _WHOLE, self.semua)

    def mended(self, more: int = 1, *, of_all: int = 0) -> Share:
        """Return the share with ``more`` as they should be, ``of_all`` of them new."""
        return Share(self.ada + more, self.semua + of_all)


Shares = Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of plans, and by how much it lifts the index.

    Attributes:
        variabel: the variable it mends.
        kode: for an indicator that is adopted, which one.
        jumlah: how many indicators are changed.
        rencana: in how many plans.
        kenaikan: by how many points.
    """

    variabel: str
    kode: str | None
    jumlah: int
    rencana: int
    kenaikan: Fraction

    def as_dict(self, bahasa: Language = "id") -> ChangeAnswer:
        """Return it as an answer tells it."""
        return build_answer(ChangeAnswer, self, bahasa)


@dataclass(frozen=True, slots=True)
class Loss:
    """What one variable takes from 100, over all plans.

    ``jumlah`` is how many indicators fail it, ``bobot`` its weight where nothing is left out.
    """

    variabel: str
    label: Text
    bobot: Fraction
    jumlah: int
    poin: Fraction

    def as_dict(self, bahasa: Language = "id") -> LossAnswer:
        """Return it as an answer tells it."""
        return build_answer(LossAnswer, self, bahasa)


@dataclass(frozen=True)
class IndexedPlan:
    """The index of one plan; ``bagian`` holds a share for each variable, also one of 0 of 0."""

    rencana: RegionalAlignment
    indikator: Indicator
    bagian: Shares

    @cached_property
    def nilai_eksak(self) -> Fraction | None:
        """The index; ``None`` where nothing could be counted."""
        return _value(self.bagian)

    @property
    def nilai(self) -> Decimal | None:
        """The index as it is published."""
        exact = self.nilai_eksak
        return None if exact is None else round_half_up(exact, self.indikator.desimal)

    @cached_property
    def kehilangan(self) -> Mapping[str, Fraction]:
        """What each variable takes from 100; the sum of all is what is missing, exactly."""
        weights = _weights(self.bagian)
        return {name: weights[name] * (_WHOLE - self.bagian[name].percent) for name in weights}

    @property
    def values(self) -> Mapping[str, Fraction]:
        """The variables that have a value, as the definition computes with them."""
        return {name: share.percent for name, share in self.bagian.items() if share.semua}

    @cached_property
    def langkah(self) -> Change | None:
        """The single change that lifts the index of this plan most."""
        changes = (
            *(_adopting([self], code) for code in self.rencana.selaras.wajib_belum_diadopsi),
            *(_mending([self], name, most=1) for name in self.bagian if name != ADOPTED),
        )
        best = max(changes, key=lambda one: one.kenaikan)
        return best if best.kenaikan else None

    def as_dict(self, bahasa: Language = "id") -> IndexedPlanAnswer:
        """Return it as an answer tells it."""
        source, found = self.rencana.source, self.rencana.selaras
        region = source.wilayah
        return build_answer(
            IndexedPlanAnswer,
            self,
            bahasa,
            berkas=source.berkas,
            wilayah=found.wilayah,
            nama_wilayah=None if region is None else region.nama,
            tingkat=cast("RegionalLevel | None", found.tingkat),
            bagian={
                name: ShareAnswer(ada=one.ada, semua=one.semua) for name, one in self.bagian.items()
            },
            kehilangan={name: str(lost) for name, lost in self.kehilangan.items()},
        )


@dataclass(frozen=True)
class AlignmentIndex:
    """The index of plans, and of all of them together: their plain mean, each counting the same."""

    banding: RegionalComparison
    indikator: Indicator
    rencana: Sequence[IndexedPlan]

    @cached_property
    def counted(self) -> Sequence[IndexedPlan]:
        """The plans that have an index."""
        return [one for one in self.rencana if one.nilai_eksak is not None]

    @cached_property
    def nilai_eksak(self) -> Fraction | None:
        """The mean of the plans that have an index."""
        values = [one.nilai_eksak for one in self.counted if one.nilai_eksak is not None]
        return sum(values, Fraction(0)) / len(values) if values else None

    @property
    def nilai(self) -> Decimal | None:
        """The mean as it is published."""
        exact = self.nilai_eksak
        return None if exact is None else round_half_up(exact, self.indikator.desimal)

    @cached_property
    def kehilangan(self) -> Sequence[Loss]:
        """What each variable takes from 100 in the mean, most first; the sum is what is missing."""
        weights = _composite(self.indikator).leaf_weights
        found = [
            Loss(
                name,
                said.INDEX_TERMS[name],
                weight,
                sum(one.bagian[name].semua - one.bagian[name].ada for one in self.rencana),
                sum((one.kehilangan.get(name, Fraction(0)) for one in self.counted), Fraction(0))
                / max(len(self.counted), 1),
            )
            for name, weight in weights.items()
        ]
        return sorted(found, key=lambda one: -one.poin)

    @cached_property
    def perubahan(self) -> Sequence[Change]:
        """What each change lifts the mean by, made in all plans that need it; most first."""
        plans = self.counted
        missing = Counter(
            code for one in plans for code in one.rencana.selaras.wajib_belum_diadopsi
        )
        changes = [
            *(_adopting(plans, code) for code in missing),
            *(_mending(plans, one.variabel) for one in self.kehilangan if one.variabel != ADOPTED),
        ]
        lifting = [one for one in changes if one.kenaikan]
        return sorted(lifting, key=lambda one: -one.kenaikan)

    @property
    def table(self) -> Mapping[str, Mapping[str, object]]:
        """The variables of each plan, by what it is called, as the ranking takes them."""
        seen = Counter[str]()
        found: dict[str, Mapping[str, object]] = {}
        for one in self.counted:
            label = one.rencana.label
            seen[label] += 1
            found[label if seen[label] == 1 else f"{label} ({seen[label]})"] = one.values
        return found

    def as_dict(
        self, bahasa: Language = "id", *, kepekaan: RankingAnswer | None = None
    ) -> AlignmentIndexAnswer:
        """Return the answer to ``align --indeks --format json``."""
        defined = self.indikator
        weights = _composite(defined).leaf_weights
        return build_answer(
            AlignmentIndexAnswer,
            self,
            bahasa,
            katalog=self.banding.katalog.identity,
            definisi=IndexDefinitionAnswer(
                kode=defined.kode,
                versi=defined.versi,
                nama=defined.title.plain(bahasa),
                kedudukan=defined.status,
                rumus=defined.formula or "",
                bobot={name: str(weight) for name, weight in weights.items()},
            ),
            kepekaan=kepekaan,
        )


def index_of(compared: RegionalComparison) -> AlignmentIndex:
    """Return the alignment index of plans that were held against the standard.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    indicator = _definition().model_copy().with_tables(compared.katalog.tables)
    plans = [
        IndexedPlan(one, indicator, _shares(one.selaras, indicator)) for one in compared.rencana
    ]
    return AlignmentIndex(compared, indicator, plans)


# ----------------------------------------------------------------------------------------- counts


def _shares(found: Alignment, indicator: Indicator) -> dict[str, Share]:
    """Return the share of each variable of the index in one plan."""
    asked = len(found.diarahkan)
    counted = [item for item in found if _counts(item)]
    linked = [item for item in counted if item.padanan is not None or item.cara == "lokal"]
    matched = [item for item in linked if item.padanan is not None and item.cara != "lokal"]
    deviating = Counter(
        kind for item in matched for kind in {each.jenis for each in item.penyimpangan}
    )
    shares = {
        ADOPTED: Share(asked - len(found.wajib_belum_diadopsi), asked),
        LINKED: Share(len(linked), len(counted)),
    }
    for name in indicator.variables_by_name:
        if name.startswith(WITHOUT):
            failing = deviating[name.removeprefix(WITHOUT)]  # type: ignore[index]  # a kind
            shares[name] = Share(len(matched) - failing, len(matched))
    return shares


def _counts(item: AlignedItem) -> bool:
    """Say whether an item counts: no output of the nomenclature, nothing of other fields."""
    if item.tempat.bidang_lain:
        return False
    if item.padanan is None:
        return item.cara == "lokal" or item.tempat.program not in common_programmes()
    return not is_output(item)


# ------------------------------------------------------------------------------------- computing


def _definition() -> Indicator:
    return load_data("indeks-keselarasan.yaml", Indicator)


def _composite(indicator: Indicator) -> Composite:
    assert indicator.komponen is not None, "the index is a composite"  # noqa: S101 - our own data
    return indicator.komponen


@lru_cache(maxsize=64)
def _weights_without(missing: frozenset[str]) -> Mapping[str, Fraction]:
    left = _composite(_definition()).without(missing)
    return {} if left is None else left.leaf_weights


def _weights(shares: Shares) -> Mapping[str, Fraction]:
    """Return the weights of what can be counted; empty where that is too little."""
    return _weights_without(frozenset(name for name, share in shares.items() if not share.semua))


def _value(shares: Shares) -> Fraction | None:
    weights = _weights(shares)
    if not weights:
        return None
    return sum((weight * shares[name].percent for name, weight in weights.items()), Fraction(0))


def _adopting(plans: Sequence[IndexedPlan], code: str) -> Change:
    """Return what it lifts to adopt the indicator ``code`` in each of ``plans`` that lacks it."""
    lacking = [one for one in plans if code in one.rencana.selaras.wajib_belum_diadopsi]
    lifts = (
        _lift(
            one,
            {
                name: share.mended(of_all=0 if name == ADOPTED else 1)
                for name, share in one.bagian.items()
            },
        )
        for one in lacking
    )
    return _change(ADOPTED, code, len(lacking), len(lacking), lifts, len(plans))


def _mending(plans: Sequence[IndexedPlan], name: str, most: int | None = None) -> Change:
    """Return what it lifts to mend what fails ``name`` in each of ``plans``, ``most`` of it."""
    failing = [(one, one.bagian[name].semua - one.bagian[name].ada) for one in plans]
    mended = [(one, count if most is None else min(count, most)) for one, count in failing if count]
    lifts = (
        _lift(one, {**one.bagian, name: one.bagian[name].mended(count)}) for one, count in mended
    )
    return _change(name, None, sum(count for _, count in mended), len(mended), lifts, len(plans))


def _lift(one: IndexedPlan, shares: Shares) -> Fraction:
    after, before = _value(shares), one.nilai_eksak
    return Fraction(0) if after is None or before is None else after - before


def _change(
    name: str, code: str | None, count: int, plans: int, lifts: Iterable[Fraction], of: int
) -> Change:
    return Change(name, code, count, plans, sum(lifts, Fraction(0)) / max(of, 1))
