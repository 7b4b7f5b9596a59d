"""Plans of several regions against the standard: who has which national indicator, and how."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, cast, get_args

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.alignment import Alignment, align_with, states_of
from kesbang_iku.alignment.answers import (
    ComparedIndicatorAnswer,
    ComparedPlanAnswer,
    ComparisonAnswer,
    PlanOfFileAnswer,
    State,
    StateCountsAnswer,
)
from kesbang_iku.alignment.decisions import Decisions
from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.alignment.mappings import Mappings
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.findings import Finding, Language, build_answer
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel, RegionalLevel
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.plans import LoadedPlan

_OUTCOMES: Final = ("dampak", "hasil")
STATES: Final[tuple[State, ...]] = get_args(State)


@dataclass(frozen=True, slots=True)
class RegionalPlan:
    """A plan to be compared, with what is known of whose it is.

    Attributes:
        berkas: the file it stands in.
        plan: the plan.
        wilayah: its region, if that is known.
        provinsi: the province of that region; a province is its own.
        tingkat: the level of government to hold it against.
    """

    berkas: str
    plan: LoadedPlan
    wilayah: Region | None
    provinsi: Region | None
    tingkat: AdminLevel | None


@dataclass(frozen=True)
class RegionalAlignment:
    """The plan of one region against the standard."""

    source: RegionalPlan
    selaras: Alignment

    @property
    def label(self) -> str:
        """What to call it: its region, or its file."""
        region = self.source.wilayah
        return self.source.berkas if region is None else region.nama

    @cached_property
    def states(self) -> Mapping[str, State]:
        """The state of each indicator that the plan has, or should have, by code."""
        return states_of(self.selaras)

    def state(self, code: str) -> State:
        """Return what the plan makes of the indicator with ``code``."""
        return self.states.get(code, "tidak_berlaku")


@dataclass(frozen=True)
class RegionalComparison:
    """Plans side by side.

    Attributes:
        rencana: the plans, by province and region.
        indikator: the national indicators of outcome and impact that the plans have, or should
            have at their levels, by programme. Outputs stand in the answer for each plan alone.
        katalog: the standard.
        diarahkan: the levels at which the centre asks for an indicator, by code.
    """

    rencana: tuple[RegionalAlignment, ...]
    indikator: tuple[Indicator, ...]
    katalog: Catalog
    diarahkan: Mapping[str, tuple[AdminLevel, ...]]

    def counts(self, code: str) -> Mapping[str, int]:
        """Return in how many plans the indicator with ``code`` has each state."""
        return _all_states(one.state(code) for one in self.rencana)

    def row_counts(self, one: RegionalAlignment) -> Mapping[str, int]:
        """Return how many of the indicators have each state in one plan."""
        return _all_states(one.state(found.kode) for found in self.indikator)

    @cached_property
    def deviation_counts(self) -> Mapping[str, int]:
        """In how many indicators of all plans each kind of deviation occurs, most first."""
        kinds = Counter(
            kind
            for one in self.rencana
            for item in one.selaras
            for kind in {found.jenis for found in item.penyimpangan}
        )
        return dict(sorted(kinds.items(), key=lambda found: (-found[1], found[0])))

    @property
    def semua_temuan(self) -> tuple[Finding, ...]:
        """Everything found in all plans."""
        return tuple(found for one in self.rencana for found in one.selaras.semua_temuan)

    def as_dict(self, bahasa: Language = "id") -> ComparisonAnswer:
        """Return the answer to ``align --format json`` for several plans."""
        plans: list[PlanOfFileAnswer] = [
            {"berkas": one.source.berkas, **one.selaras.as_dict(bahasa)} for one in self.rencana
        ]
        return build_answer(
            ComparisonAnswer,
            self,
            bahasa,
            katalog=self.katalog.identity,
            indikator=[self._column(found) for found in self.indikator],
            matriks=[self._row(one) for one in self.rencana],
            rencana=plans,
        )

    def _column(self, found: Indicator) -> ComparedIndicatorAnswer:
        return {
            "kode": found.kode,
            "nama": found.nama,
            "program": found.program,
            "diarahkan": list(self.diarahkan.get(found.kode, ())),
            **cast("StateCountsAnswer", self.counts(found.kode)),
        }

    def _row(self, one: RegionalAlignment) -> ComparedPlanAnswer:
        region, province = one.source.wilayah, one.source.provinsi
        return {
            "berkas": one.source.berkas,
            "wilayah": one.selaras.wilayah,
            "nama_wilayah": None if region is None else region.nama,
            "provinsi": None if province is None else province.kode,
            "nama_provinsi": None if province is None else province.nama,
            "tingkat": cast("RegionalLevel | None", one.selaras.tingkat),
            "keadaan": {found.kode: one.state(found.kode) for found in self.indikator},
            **cast("StateCountsAnswer", self.row_counts(one)),
        }


def compare_plans(
    plans: Iterable[RegionalPlan],
    katalog: Catalog | None = None,
    *,
    padanan: Mappings | None = None,
) -> RegionalComparison:
    """Hold plans of several regions against the standard, side by side.

    Args:
        plans: the plans, each with its region and level as far as they are known.
        katalog: the standard; the package's own by default.
        padanan: what people decided of names; it goes before any likeness.

    Returns:
        The plans in the order of provinces and regions, those of no known region last. Nothing is
        raised for content.
    """
    katalog = katalog if katalog is not None else load_catalog()
    matchers: dict[AdminLevel | None, Matcher] = {}
    rows = () if padanan is None else padanan.baris
    decisions = Decisions(rows, lambda: next(iter(matchers.values())).names)
    aligned = []
    for source in plans:
        level = source.tingkat
        if level not in matchers:
            matchers[level] = matcher_of(katalog, level)
        code = None if source.wilayah is None else source.wilayah.kode
        found = align_with(matchers[level], source.plan, wilayah=code, padanan=decisions)
        aligned.append(RegionalAlignment(source, found))
    aligned.sort(key=_order)
    seen = {code for one in aligned for code in one.states}
    newest = {found.kode: found for found in katalog if found.kode in seen}
    national = [one for one in newest.values() if one.lokal is None and one.jenis in _OUTCOMES]
    national.sort(key=lambda one: (one.program, one.kode))
    asked = load_data("penyelarasan.yaml", MatchingFile).asked
    return RegionalComparison(tuple(aligned), tuple(national), katalog, asked)


def _order(one: RegionalAlignment) -> tuple[bool, str, str]:
    region = one.source.wilayah
    return (region is None, "" if region is None else region.kode, one.source.berkas)


def _all_states(found: Iterable[State]) -> Mapping[str, int]:
    counted = Counter(found)
    return {state: counted[state] for state in STATES}
