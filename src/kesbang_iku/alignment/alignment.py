"""A plan against the standard: counterparts, deviations, local indicators, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from kesbang_iku.alignment.answers import (
    AlignedItemAnswer,
    AlignmentAnswer,
    AlignmentCountsAnswer,
    CandidateAnswer,
    State,
)
from kesbang_iku.alignment.decisions import Decisions, carried, nearest, overruled
from kesbang_iku.alignment.deviations import (
    ComparedItem,
    Deviation,
    deviations,
    read_values,
    series_text,
)
from kesbang_iku.alignment.formulas import FormulaComparison, compare_formula
from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.alignment.mappings import Mappings, NameMapping
from kesbang_iku.alignment.matcher import Candidate, Match, Matcher, Way
from kesbang_iku.alignment.open_terms import FilledTerm, filled_terms
from kesbang_iku.alignment.placing import NOWHERE, Placed, Placing, of_one_field
from kesbang_iku.alignment.plan_regions import region_and_level
from kesbang_iku.alignment.slots import Nearest
from kesbang_iku.alignment.words import Phrase
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import region_code
from kesbang_iku.computing.reports import unknown_code
from kesbang_iku.findings import Finding, Language, Place, Text, build_answer, kinds, sentences
from kesbang_iku.findings.misuse import MisuseError, misuse_told
from kesbang_iku.findings.old_names import warn_of_old_name
from kesbang_iku.findings.place import rows_text
from kesbang_iku.findings.sentences import catalog as catalog_words
from kesbang_iku.findings.waiting import passed
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.vocabulary import AdminLevel, LocalTheme, MatchRelation
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.plans import LoadedPlan, LoadedPlanItem
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.spelling import Guesses

_BY_NAME: Final = ("nama", "alias")
_CERTAIN: Final = ("kode", *_BY_NAME)
_CENT: Final = Decimal("0.01")
_Series = tuple[str | None, str | None, tuple[tuple[int, Fraction], ...]]


@dataclass(frozen=True, slots=True)
class AlignedItem:
    """One indicator of a plan and what the standard says to it.

    Attributes:
        item: the indicator, as written.
        place: where it stands.
        padanan: its counterpart in the standard, if it has one.
        cara: how that was found, or why there is none.
        keyakinan: how sure the answer is, from 0 to 1.
        terdekat: where it has no counterpart: the indicator nearest to it, and how it is related.
        kandidat: what may be meant, the likeliest first.
        penyimpangan: in what it differs from its counterpart.
        tema: for what is not in the standard: the theme it is about, declared or guessed.
        temuan: what else there is to say.
        lembar: the sheet it stands in, if its file has sheets.
        keputusan: who decided it, where somebody did.
        tempat: its programme, and whether it is of this field of work at all.
        istilah: the terms that its counterpart leaves open, as the region fills them.
    """

    item: PlanItem
    place: Place
    padanan: Indicator | None
    cara: Way
    keyakinan: Decimal
    kandidat: tuple[Candidate, ...] = ()
    penyimpangan: tuple[Deviation, ...] = ()
    tema: LocalTheme | None = None
    temuan: tuple[Finding, ...] = ()
    lembar: str | None = None
    terdekat: Nearest | None = None
    keputusan: NameMapping | None = None
    tempat: Placed = NOWHERE
    istilah: tuple[FilledTerm, ...] = ()

    @property
    def hubungan(self) -> MatchRelation | None:
        """What it is to its counterpart, or to the nearest entry."""
        if self.padanan is not None:
            return "sama"
        return None if self.terdekat is None else self.terdekat.relation

    @property
    def mendukung(self) -> str | None:
        """The national indicator that a local one supports: as the plan says, else its catalog."""
        catalog = None if self.padanan is None else self.padanan.lokal
        return next((one.mendukung for one in (self.item.lokal, catalog) if one is not None), None)

    def as_dict(self, bahasa: Language = "id") -> AlignedItemAnswer:
        """Return the contract's JSON object (section 4)."""
        found = self.padanan
        return build_answer(
            AlignedItemAnswer,
            self,
            bahasa,
            baris=self.place.baris,
            nama=self.item.nama,
            padanan=None if found is None else found.kode,
            versi=None if found is None else found.versi,
            nama_padanan=None if found is None else found.nama,
            terdekat=None if self.terdekat is None else self.terdekat.as_dict(bahasa),
            program=self.tempat.program,
            bidang_lain=self.tempat.bidang_lain,
            istilah=self.istilah or None,
            kandidat=[
                CandidateAnswer(
                    kode=one.indicator.kode,
                    keyakinan=str(_cents(one.confidence)),
                    alasan=one.reason.plain(bahasa),
                )
                for one in self.kandidat
            ],
        )


@dataclass(frozen=True, slots=True)
class Alignment:
    """A plan held against the standard: an answer for each of its indicators, in their order.

    Attributes:
        wilayah: the region, if it is known.
        tingkat: its level, if it is known.
        items: the indicators.
        belum_diadopsi: codes of outcome indicators for this level that the plan has not got.
        wajib_belum_diadopsi: those of them that the centre asks for.
        temuan: what was found while reading the plan.
        bacaan: how its table was read, where that is not in our own format.
        diarahkan: codes that the centre asks for at this level in plans of these years.
    """

    wilayah: str | None
    tingkat: AdminLevel | None
    items: tuple[AlignedItem, ...]
    belum_diadopsi: tuple[str, ...]
    wajib_belum_diadopsi: tuple[str, ...]
    temuan: tuple[Finding, ...] = ()
    bacaan: Text | None = None
    diarahkan: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[AlignedItem]:
        return iter(self.items)

    def __getitem__(self, index: int) -> AlignedItem:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    @property
    def semua_temuan(self) -> tuple[Finding, ...]:
        """Everything found, on the way and about the indicators."""
        return (*self.temuan, *(found for one in self.items for found in one.temuan))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """``semua_temuan`` by its old name, which goes in version 2.0."""
        warn_of_old_name("Alignment.findings", "semua_temuan")
        return self.semua_temuan

    @property
    def ringkasan(self) -> AlignmentCountsAnswer:
        """How many indicators there are of each kind."""
        # A counterpart in a region's own catalog is local, whether it deviates from that or not.
        matched = [one for one in self.items if one.padanan is not None and one.cara != "lokal"]
        deviating = sum(bool(one.penyimpangan) for one in matched)
        return {
            "item": len(self.items),
            "selaras": len(matched) - deviating,
            "menyimpang": deviating,
            "lokal": sum(one.cara == "lokal" for one in self.items),
            "tanpa_padanan": sum(one.padanan is None and one.cara != "lokal" for one in self.items),
            "dekat": sum(one.terdekat is not None for one in self.items),
            "wajib_belum_diadopsi": len(self.wajib_belum_diadopsi),
        }

    def as_dict(self, bahasa: Language = "id") -> AlignmentAnswer:
        """Return the contract's answer to ``align --format json`` (section 4)."""
        return build_answer(AlignmentAnswer, self, bahasa, item=self.items)


def states_of(found: Alignment) -> dict[str, State]:
    """Return the state of each indicator that a plan has, or should have, by code."""
    states: dict[str, State] = dict.fromkeys(found.belum_diadopsi, "belum")
    for one in found:
        if one.padanan is not None:
            code = one.padanan.kode
            worse = states.get(code) == "menyimpang" or bool(one.penyimpangan)
            states[code] = "menyimpang" if worse else "selaras"
    return states


@misuse_told
def align(
    plan: LoadedPlan | Plan,
    katalog: Catalog | None = None,
    *,
    tingkat: AdminLevel | None = None,
    wilayah: str | None = None,
    padanan: Mappings | None = None,
) -> Alignment:
    """Hold the indicators of a plan against the standard.

    Args:
        plan: a plan as :func:`kesbang_iku.read_plan` returns it, or one made in Python.
        katalog: the standard; the package's own by default.
        tingkat: the level of government; the region decides where it is not given. Where neither
            is known, indicators of all levels count.
        wilayah: the code or the name of the region, where the plan does not say it.
        padanan: what people decided of names; it goes before any likeness.

    Returns:
        An answer for each indicator of the plan, in their order. Nothing is raised for content.

    Raises:
        TypeError: ``plan`` is no plan.
        ValueError: there is no such level or region.
    """
    if not isinstance(plan, LoadedPlan | Plan):
        raise MisuseError(sentences.alignment.NO_PLAN.filled(jenis=type(plan).__name__).en)
    envelope = plan if isinstance(plan, Plan) else plan.plan
    code, level = region_and_level(envelope.wilayah, wilayah, tingkat)
    matcher = matcher_of(katalog if katalog is not None else _standard(), level)
    decisions = None if padanan is None else Decisions(padanan.baris, lambda: matcher.names)
    return align_with(matcher, plan, wilayah=code, padanan=decisions)


@cache
def _standard() -> Catalog:
    """Return the package's own catalog, loaded once: its names are prepared once, too."""
    return load_catalog()


def align_with(
    matcher: Matcher,
    plan: LoadedPlan | Plan,
    *,
    wilayah: str | None = None,
    padanan: Decisions | None = None,
) -> Alignment:
    """Hold the indicators of a plan against the names that ``matcher`` knows.

    Making a matcher takes longer than using it: one serves any number of plans of its level.
    """
    names = matcher.names
    found: tuple[Finding, ...] = ()
    read = None
    sources: tuple[Opened, ...] = ()
    if isinstance(plan, Plan):
        envelope, loaded = plan, _loaded(plan)
    else:
        envelope, loaded, found, read = plan.plan, plan.items, plan.temuan, plan.bacaan
        sources = plan.sumber
    region = wilayah or (envelope.wilayah and region_code(envelope.wilayah))
    work = _AlignmentRun(matcher, envelope, loaded, padanan or Decisions(), region)
    items = tuple(work.aligned())
    adopted = {one.padanan.kode for one in items if one.padanan is not None} | work.beside
    missing = names.not_adopted(adopted)
    years = {year for one in loaded for year in one.item.target}
    asked = names.matching.asked_of(names.level, years)
    return secrets_of(sources).cover(
        Alignment(
            wilayah or envelope.wilayah,
            names.level,
            items,
            missing,
            tuple(code for code in asked if code not in adopted),
            (*found, *work.shared_series()),
            read,
            asked,
        )
    )


def _loaded(plan: Plan) -> tuple[LoadedPlanItem, ...]:
    return tuple(LoadedPlanItem(item, lambda _: Place()) for item in plan.item)


class _AlignmentRun:
    """Aligns the indicators of one plan, and sees what several of them have in common."""

    def __init__(
        self,
        matcher: Matcher,
        plan: Plan,
        loaded: Sequence[LoadedPlanItem],
        decisions: Decisions,
        region: str | None,
    ) -> None:
        self._decisions: Final = decisions
        self._matcher: Final = matcher
        self._names: Final = matcher.names
        self._plan: Final = plan
        self._region: Final = region
        self._loaded: Final = loaded
        self._placing: Final = Placing(matcher)
        self._share: Final = self._names.matching.bobot.terdekat.number
        self._used: Final[dict[tuple[object, ...], tuple[str, dict[int, Fraction]]]] = {}
        self.beside: Final = set[str]()
        """Codes of indicators that share a cell with the counterpart of their row."""
        self._series: Final[dict[_Series, list[LoadedPlanItem]]] = {}
        """The indicators with one series of targets, by sheet, agency and series."""
        self._ours: Final = set[_Series]()
        """Those of them that an indicator of this field has."""

    def aligned(self) -> Iterator[AlignedItem]:
        """Yield the answer for each indicator."""
        found: list[tuple[LoadedPlanItem, AlignedItem, Placed]] = []
        for loaded in passed(self._loaded):
            match = self._matcher.match(loaded.item)
            match = self._decisions.but_refused(match, loaded.item.nama, self._region)
            place = self._placing.placed(loaded.item, match)
            found.append((loaded, self._recalled(self._aligned(loaded, match), loaded), place))
        ours = of_one_field([place for _, _, place in found])
        for loaded, item, place in found:
            settled = replace(place, bidang_lain=False) if ours and place.dugaan else place
            if item.keputusan is not None:  # what was decided is not asked again
                settled = replace(settled, terdekat=item.terdekat)
            self._keep_series(loaded, item.padanan, ours=not settled.bidang_lain)
            yield replace(item, lembar=loaded.lembar, tempat=settled)

    def shared_series(self) -> Iterator[Finding]:
        """Yield once for each series which indicators have it as their targets.

        A series that never changes says too little to be a copy.
        """
        for key, those in sorted(self._series.items(), key=lambda one: -len(one[1])):
            if key not in self._ours or len({loaded.item.nama for loaded in those}) == 1:
                continue
            rows = [loaded.locate(("nama",)).baris for loaded in those]
            yield kinds.SHARED_SERIES.at(
                those[1].locate(("target",)),
                jumlah=len(those),
                deret=series_text(dict(key[-1])),
                baris=rows_text(row for row in rows if row is not None) or catalog_words.NOT_STATED,
            )

    def _aligned(self, loaded: LoadedPlanItem, match: Match) -> AlignedItem:
        item = loaded.item
        given = match.chosen is not None and match.chosen.way == "kode"
        findings = list(self._code_findings(loaded, match))
        decided = self._decisions.of(item.nama, self._region, min(item.target, default=None))
        if decided is not None and not given:
            return self._by_decision(loaded, match, decided, findings)
        if decided is not None and match.chosen is not None:
            findings += overruled(loaded, match.chosen.indicator, decided, self._names.katalog)
        own = match.chosen is not None and match.chosen.indicator.lokal is not None
        if item.lokal is not None and not given and not own:
            return self._local(loaded, match, findings)
        if match.chosen is None:
            return self._without(loaded, match, findings)
        return self._matched(loaded, match, match.chosen, findings)

    def _recalled(self, made: AlignedItem, loaded: LoadedPlanItem) -> AlignedItem:
        """Return what nobody decided with the decision on a name like it, and with contradictions.

        A name of the standard, and a code, need nobody to be asked.
        """
        if made.keputusan is not None or made.cara in _CERTAIN:
            return made
        meant, findings = self._decisions.recalled(loaded, self._region, self._names)
        others = [one for one in made.kandidat if meant and one.indicator is not meant.indicator]
        candidates = made.kandidat if meant is None else (meant, *others)
        return replace(made, kandidat=candidates, temuan=(*made.temuan, *findings))

    def _by_decision(
        self, loaded: LoadedPlanItem, match: Match, decided: NameMapping, findings: list[Finding]
    ) -> AlignedItem:
        """Return what somebody decided of an indicator."""
        found = None if decided.objek is None else self._names.katalog.get(decided.objek)
        if decided.dari is not None:
            findings.append(carried(loaded.locate(("nama",)), decided))
        sure = float(1 if decided.keyakinan is None else decided.keyakinan)
        if found is not None and decided.hubungan == "sama":
            chosen = Candidate(found, sure, "keputusan", decided.reason)
            made = self._matched(loaded, Match(chosen, (), None, match.phrase), chosen, findings)
        else:
            asked = Match(None, (), None, match.phrase, nearest=nearest(decided, found))
            made = self._alone(loaded, "keputusan", sure, asked, findings)
        return replace(made, keputusan=decided)

    def _matched(
        self, loaded: LoadedPlanItem, match: Match, chosen: Candidate, findings: list[Finding]
    ) -> AlignedItem:
        item, place = loaded.item, loaded.locate(("nama",))
        indicator = self._version(chosen.indicator, item)
        if match.parts:
            codes = [one.indicator.kode for one in match.parts]
            self.beside.update(codes)
            listed = ", ".join(codes)
            findings.append(
                kinds.SEVERAL_IN_ONE.at(place, value=item.nama, banyak=len(codes), kode=listed)
            )
        # Every agency has its own satisfaction index: only within one are two of them one too many.
        agency = self._placing.agency(item)
        targets = read_values(item.target, indicator, self._plan.format_angka)
        series = targets.items()
        used = (loaded.lembar, agency, indicator.kode)
        before, known = self._used.setdefault(used, (item.nama, targets))
        # A name that is only told again, as that of an aim, tells the same targets.
        if before != item.nama or any(known.get(year, value) != value for year, value in series):
            findings.append(kinds.SAME_COUNTERPART.at(place, kode=indicator.kode, lain=before))
        formula = FormulaComparison()
        if item.rumus is not None:
            formula = compare_formula(item.rumus, item.nama, indicator, self._names)
            written = loaded.locate(("rumus",))
            findings += [finding.moved(written) for finding in formula.findings]
        comparison = ComparedItem(
            item, indicator, chosen, self._plan, self._names.level, self._names, targets, formula
        )
        terms = filled_terms(indicator, self._names.katalog.fillings, self._region, item.rumus)
        outside = (one.deviation for one in terms if one.keadaan == "menyimpang")
        return AlignedItem(
            item,
            place,
            indicator,
            chosen.way if indicator.lokal is None else "lokal",
            _cents(chosen.confidence),
            match.candidates,
            (*deviations(comparison), *outside),
            None if indicator.lokal is None else indicator.lokal.tema,
            tuple(findings),
            istilah=terms,
        )

    def _local(self, loaded: LoadedPlanItem, match: Match, findings: list[Finding]) -> AlignedItem:
        item, place = loaded.item, loaded.locate(("nama",))
        local = item.lokal
        if match.chosen is not None and match.chosen.way == "nama":
            findings.append(kinds.LOCAL_IS_NATIONAL.at(place, kode=match.chosen.indicator.kode))
        supported = local and local.mendukung
        if supported and supported not in self._names.katalog:
            pointer, guesses = ("lokal", "mendukung"), Guesses(self._names.katalog.codes)
            findings.append(unknown_code(supported, loaded.locate, guesses, pointer))
        made = self._alone(loaded, "lokal", 1, replace(match, nearest=None), findings)
        return replace(made, tema=None if local is None else local.tema)

    def _without(
        self, loaded: LoadedPlanItem, match: Match, findings: list[Finding]
    ) -> AlignedItem:
        item, place = loaded.item, loaded.locate(("nama",))
        if match.title is not None:
            findings.append(kinds.TITLE_AS_INDICATOR.at(place, value=item.nama, kode=match.title))
        if match.candidates and match.candidates[0].only_alike:
            findings.append(self._only_alike(place, item, match.candidates[0]))
        # A name that is known to mean something else speaks for no counterpart, not against it.
        may_be_meant = [one.confidence for one in match.candidates if not one.only_alike]
        if match.nearest is not None:
            may_be_meant.append(match.nearest.likeness * self._share)
        sure = 1 - max(may_be_meant, default=0.0)
        return self._alone(loaded, "tidak_ada", sure, match, findings)

    def _alone(
        self, loaded: LoadedPlanItem, way: Way, sure: float, match: Match, findings: list[Finding]
    ) -> AlignedItem:
        """Return an indicator without counterpart."""
        item, place, theme = loaded.item, loaded.locate(("nama",)), self._theme(match.phrase)
        made = AlignedItem(item, place, None, way, _cents(sure), match.candidates, (), theme)
        return replace(made, temuan=tuple(findings), terdekat=match.nearest)

    @staticmethod
    def _only_alike(place: Place, item: PlanItem, alike: Candidate) -> Finding:
        meant = alike.indicator
        return kinds.ONLY_ALIKE.at(
            place, value=item.nama, kode=meant.kode, nama=meant.nama, alasan=alike.against or ""
        )

    def _code_findings(self, loaded: LoadedPlanItem, match: Match) -> Iterator[Finding]:
        code = loaded.item.kode
        if code is None:
            return
        place = loaded.locate(("kode",))
        if match.chosen is None or match.chosen.way != "kode":
            if code not in self._names.katalog and not self._names.programs.names(code):
                yield unknown_code(code, loaded.locate, Guesses(self._names.katalog.codes))
            return
        meant = match.chosen.indicator
        by_name = self._matcher.match(loaded.item.model_copy(update={"kode": None})).chosen
        if by_name is not None and by_name.way in _BY_NAME and by_name.indicator.kode != meant.kode:
            other = by_name.indicator
            facts = {"kode": meant.kode, "lain": other.kode, "nama_lain": other.nama}
            yield kinds.NAME_OF_ANOTHER.at(place, value=code, **facts)

    def _version(self, indicator: Indicator, item: PlanItem) -> Indicator:
        """Return the version in force in the first year planned, else the newest."""
        versions, years = self._names.katalog.versions(indicator.kode), sorted(item.target)
        fitting = [found for found in versions if years and years[0] in found.berlaku]
        # What becomes one for the plan's level while it runs is judged by that.
        of_level = [one for one in versions if self._names.level in one.tingkat.berlaku]
        if fitting and fitting[-1] not in of_level:
            fitting = [one for one in of_level if years[-1] in one.berlaku] or fitting
        return (fitting or list(versions))[-1]

    def _keep_series(self, loaded: LoadedPlanItem, found: Indicator | None, *, ours: bool) -> None:
        targets = read_values(loaded.item.target, found, self._plan.format_angka)
        series = tuple(sorted(targets.items()))
        least = int(self._names.matching.ambang.deret_tahun)
        if len(series) >= least and len(set(targets.values())) > 1:
            key = (loaded.lembar, self._placing.agency(loaded.item), series)
            self._series.setdefault(key, []).append(loaded)
            if ours:
                self._ours.add(key)

    def _theme(self, phrase: Phrase) -> LocalTheme | None:
        """Return the theme that most words of a name point to."""
        best: LocalTheme | None = None
        most = 0
        for group in self._names.lexicon.tema:
            count = len(phrase.bag & set(group.kata))
            if count > most:
                best, most = group.tema, count
        return best


def _cents(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP)
