"""Computing reports: every item of every report, held against the standard of its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, partial
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final, NamedTuple, Self, overload

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.holding import not_estimated, outside_of_time
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.computing.answers import ResultsAnswer
from kesbang_iku.computing.parts import ReportedParts
from kesbang_iku.computing.periods import Computed, with_years
from kesbang_iku.computing.plain_results import plain_results
from kesbang_iku.findings import (
    Finding,
    Language,
    Place,
    Repair,
    Text,
    build_answer,
    kinds,
    sentences,
)
from kesbang_iku.findings.misuse import MisuseError, misuse_told
from kesbang_iku.findings.old_names import warn_of_old_name
from kesbang_iku.findings.waiting import part, tell
from kesbang_iku.indicator.indicator import Indicator, Result, result_of, told_result
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.periods import ANNUAL, spelt_once
from kesbang_iku.model.region import Region
from kesbang_iku.model.report import Report
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.reports import LoadedItem, LoadedReport, Reports, report_made
from kesbang_iku.sources.shape import Locator, Pointer
from kesbang_iku.sources.spelling import Guesses

_TOLD_EVERY: Final = 50
"""After so many items who waits is told how far it is."""
_PLAIN: Final = 0.8
"""Computing what is nothing but numbers is so much of the work."""


class _Applying(NamedTuple):
    """What a standard has for a code in one year.

    Attributes:
        versions: all versions of the indicator, none for an unknown code.
        indicator: the one that applies in the year, if any does.
        siblings: the other ones.
    """

    versions: tuple[Indicator, ...]
    indicator: Indicator | None
    siblings: tuple[Indicator, ...]

    @classmethod
    def of(cls, versions_of: Callable[[str], tuple[Indicator, ...]], kode: str, tahun: int) -> Self:
        """Look a year up in the versions of a code."""
        versions = versions_of(kode)
        in_force = [found for found in versions if tahun in found.berlaku]
        indicator = in_force[-1] if in_force else None
        return cls(versions, indicator, tuple(one for one in versions if one is not indicator))


class _PlaceOfReport(NamedTuple):
    """The region of a report, what is to be said of it, and whose and of when its items are."""

    region: Region | None
    findings: Sequence[Finding]
    about: tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class _Lookups:
    """What reports are held against. Lives as long as ``compute`` runs."""

    katalog: Catalog
    regions: Regions
    guesses: Guesses
    applying: Callable[[str, int], _Applying]
    parts: ReportedParts

    @classmethod
    def of(cls, katalog: Catalog, regions: Regions, reports: Reports) -> _Lookups:
        """Return the standard; each code and year is looked up once."""
        versions = cache(lambda kode: katalog.versions(kode) if kode in katalog else ())
        applying = cache(partial(_Applying.of, versions))
        parts = ReportedParts(reports, regions, partial(_written, regions))
        return cls(katalog, regions, Guesses(katalog.codes), applying, parts)

    def place(self, loaded: LoadedReport) -> _PlaceOfReport:
        """Return the region of a report, and what is to be said of it."""
        report, place = loaded.report, loaded.locate(("wilayah",))
        region, found = self.regions.read(report.wilayah, sistem=report.sistem_kode, place=place)
        if region is not None:
            found = [*found, *outside_of_time(region, report.tahun, self.regions, place)]
        code = report.wilayah if region is None else region.kode
        about = (code, report.tahun, spelt_once(report.periode))
        return _PlaceOfReport(region, found, about)


@dataclass(frozen=True, slots=True)
class Results(Sequence[Result]):
    """The results of reports, in their order.

    ``temuan`` are the findings that belong to no result: of files, reports, and unknown codes;
    ``standar`` is the catalog they were made by; ``per_butir`` the results of the items alone,
    without those of years that no item is of.
    """

    hasil: tuple[Result, ...]
    temuan: tuple[Finding, ...]
    standar: Catalog = field(repr=False)
    per_butir: tuple[Result, ...] = field(default=(), repr=False, compare=False)

    @overload
    def __getitem__(self, index: int) -> Result: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Result]: ...

    def __getitem__(self, index: int | slice) -> Result | Sequence[Result]:
        return self.hasil[index]

    def __len__(self) -> int:
        return len(self.hasil)

    @property
    def semua_temuan(self) -> tuple[Finding, ...]:
        """All findings: those of files and reports, then those of each result."""
        return self.temuan + tuple(found for result in self.hasil for found in result.temuan)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """``semua_temuan`` by its old name, which goes in version 2.0."""
        warn_of_old_name(f"{type(self).__name__}.findings", "semua_temuan")
        return self.semua_temuan

    @property
    def katalog(self) -> CatalogAnswer:
        """The catalog they were made by: version, fingerprint, and catalogs added to it.

        The fingerprint is of all definitions, which are read for it.
        """
        return self.standar.identity

    @misuse_told
    def with_findings(self, found: Iterable[Finding]) -> Results:
        """Return the results with what else was ``found`` of their files, as by ``validate``.

        What is said already of the same place is not said again.
        """
        said = {(one.kode, one.place) for one in self.semua_temuan}
        new = tuple(one for one in found if (one.kode, one.place) not in said)
        return replace(self, temuan=(*self.temuan, *new))

    def as_dict(self, bahasa: Language = "id") -> ResultsAnswer:
        """Return the contract's answer to ``compute --format json`` (section 4)."""
        return build_answer(ResultsAnswer, self, bahasa)


@misuse_told
def compute(
    reports: Reports | Report | Iterable[Mapping[Any, object]],
    katalog: Catalog | None = None,
    *,
    regions: Regions | None = None,
    on_progress: Callable[[str, float], None] | None = None,
) -> Results:
    """Return the result of every item of every report.

    Args:
        reports: what ``read_reports`` returned, a report made in Python, or rows: mappings with the
            columns of a report in CSV, a row a variable or a row an item, numbers as they are. No
            rows have no results.
        katalog: the standard; the package's own by default.
        regions: the register of regions; the package's own by default.
        on_progress: is told how far it got: the name of the file, and a number from 0 to 1.

    Returns:
        One result an item, in order, and one for each year whose periods are reported without it;
        the findings that belong to no item. Nothing is raised for the content of reports.

    Raises:
        TypeError: ``reports`` is none of them.
    """
    katalog = katalog if katalog is not None else load_catalog()
    reports = reports if isinstance(reports, Reports) else _reports_of_rows(reports, katalog)
    findings = list(reports.temuan)
    standard = _Lookups.of(katalog, load_regions() if regions is None else regions, reports)
    parted = any(loaded.report.periode != ANNUAL for loaded in reports)
    items, alone = _computed(reports, standard, findings, on_progress, parted=parted)
    results: tuple[Result, ...]
    per_item = results = tuple(alone)
    if parted:
        per_item, results = with_years(items, findings)
    findings += _series_breaks(results)
    of_items = {(one.kode, one.place) for result in results for one in result.temuan}
    findings = [one for one in findings if (one.kode, one.place) not in of_items]
    return masked_results(Results(results, tuple(findings), katalog, per_item), reports.sumber)


def _computed(
    reports: Reports,
    standard: _Lookups,
    findings: list[Finding],
    on_progress: Callable[[str, float], None] | None,
    *,
    parted: bool,
) -> tuple[list[Computed], list[Result]]:
    """Return the result of each item; with what was written of it, where years are ``parted``."""
    items: list[Computed] = []
    alone: list[Result] = []
    seen: dict[tuple[str, int, str], dict[str, Result]] = {}
    so_far, count = 0, sum(max(1, len(loaded.items)) for loaded in reports)
    places = [standard.place(loaded) for loaded in reports]
    with part(0, _PLAIN):
        regions_of = ((one, place.region) for one, place in zip(reports, places, strict=True))
        plain = plain_results(regions_of, lambda *about: standard.applying(*about).indicator)
    for loaded, place, ready in zip(reports, places, plain, strict=True):
        if on_progress is not None:
            file = loaded.items[0].berkas if loaded.items else None
            on_progress(file or "", so_far / count)
        by_code = seen.setdefault(place.about, {})
        made = _results_of(loaded, place, ready, standard, findings)
        for done, (item, result) in enumerate(made, so_far):
            if done % _TOLD_EVERY == 0:
                tell(_PLAIN + (1 - _PLAIN) * done / count)
            first = by_code.setdefault(result.kode, result)
            if first is not result:
                at = Place(berkas=result.berkas, baris=result.baris)
                names = ("kode", "wilayah", "tahun", "periode")
                about = {name: getattr(result, name) for name in names}
                other = f"{first.berkas}:{first.baris}"
                findings.append(kinds.DUPLICATE_ITEM.at(at, **about, lain=other))
            if parted:
                # What was written of an item is looked at once more only where years are made.
                write = partial(_input, loaded, item, place.region, ())
                items.append(Computed(result, write))
            alone.append(result)
        so_far += max(1, len(loaded.items))
    return items, alone


def _reports_of_rows(rows: object, katalog: Catalog) -> Reports:
    if isinstance(rows, Report):
        return report_made(rows)
    known = [*rows] if isinstance(rows, Iterable) and not isinstance(rows, str | Mapping) else None
    if known is None or not all(isinstance(row, Mapping) for row in known):
        raise MisuseError(sentences.computing.NO_REPORTS.filled(jenis=type(rows).__name__).en)
    if not known:
        return Reports((), ())
    from kesbang_iku.computing.variable_columns import reports_of_columns  # noqa: PLC0415  # light: by need
    from kesbang_iku.sources.table_reports import table_of_rows  # noqa: PLC0415  # light: by need

    findings: list[Finding] = []
    return reports_of_columns(table_of_rows(known, findings), katalog, findings)


def masked_results(results: Results, sources: Iterable[Opened]) -> Results:
    """Return results that say nothing that files say about people.

    Numbers of persons are in none: they are taken out when a file is read.
    """
    targets = (result.target for result in results)
    labelled = (goal.dokumen or goal.label for goal in targets if goal is not None)
    # Nothing is looked for where no text of a file is in the results.
    secrets = secrets_of(sources) if results.semua_temuan or any(labelled) else None
    if not secrets:
        return results
    hasil = tuple(
        _masked(one, secrets) if one.berkas in secrets.files else one for one in results.hasil
    )
    return replace(results, hasil=hasil, temuan=secrets.mask(results.temuan))


def _masked(result: Result, secrets: Secrets) -> Result:
    achievement = result.achievement
    if achievement is not None:
        achievement = replace(achievement, goal=secrets.cover(achievement.goal))
    return replace(
        result,
        wilayah=secrets.cover(result.wilayah),
        achievement=achievement,
        why=secrets.cover(result.why),
        temuan=secrets.mask(result.temuan),
    )


def _series_breaks(results: Sequence[Result]) -> Iterator[Finding]:
    """Yield where values of one indicator and region come from methods that do not compare."""
    versions = Counter(kode for kode, _ in {(one.kode, one.versi) for one in results})
    several = {kode for kode, count in versions.items() if count > 1}
    series: dict[tuple[str, str | None], list[tuple[int, Result]]] = {}
    for result in results:
        if result.kode in several and result.nilai is not None and result.tahun is not None:
            series.setdefault((result.kode, result.wilayah), []).append((result.tahun, result))
    for values in series.values():
        in_order = sorted(values, key=itemgetter(0))
        for (_, before), (_, after) in pairwise(in_order):
            if before.indicator is None or after.indicator is None:
                continue
            from kesbang_iku.catalog.comparison import comparability  # noqa: PLC0415  # light: by need

            said = comparability(before.indicator, after.indicator)
            if said is not None and not said[0]:
                yield kinds.SERIES_BREAK.at(
                    Place(berkas=after.berkas, baris=after.baris),
                    kode=after.kode,
                    wilayah=after.wilayah,
                    tahun=after.tahun,
                    versi=after.versi,
                    tahun_lama=before.tahun,
                    versi_lama=before.versi,
                    alasan=said[1],
                )


def _results_of(
    loaded: LoadedReport,
    place: _PlaceOfReport,
    plain: Sequence[Result | None],
    standard: _Lookups,
    findings: list[Finding],
) -> Iterator[tuple[LoadedItem, Result]]:
    """Yield the results of a report, each with its item; ``plain`` are those known already."""
    region = place.region
    findings += place.findings
    if not loaded.items and not loaded.broken:
        findings.append(kinds.EMPTY_REPORT.at(loaded.locate(("item",))))
    for item, known in zip(loaded.items, plain, strict=True):
        if known is not None:
            yield item, known
            continue
        kode = item.item.kode
        versions, indicator, siblings = standard.applying(kode, loaded.report.tahun)
        written = _input(loaded, item, region, siblings)
        if not versions:
            findings.append(unknown_code(kode, item.locate, standard.guesses))
            findings += _printed_alone(written, standard.katalog)
            continue
        if indicator is None:
            why = not_in_force(versions, loaded.report.tahun, loaded.locate(("tahun",)))
            result = _not_applicable(versions[-1], why, written, standard.katalog)
        elif region is not None and not indicator.exists_at(region.tingkat):
            why = not_estimated(indicator, region.tingkat, item.locate(("kode",)))
            result = _not_applicable(indicator, why, written, standard.katalog)
        else:
            written.bagian = partial(standard.parts.of, indicator)
            result = result_of(indicator, written)
        yield item, result


def _written(regions: Regions, loaded: LoadedReport, item: LoadedItem) -> ItemInput:
    """Return what is written of an item, with its region looked up."""
    region, _ = regions.read(loaded.report.wilayah, sistem=loaded.report.sistem_kode)
    return _input(loaded, item, region, ())


def _printed_alone(item: ItemInput, katalog: Catalog) -> Iterator[Finding]:
    """Yield what is wrong with printed numbers that no definition is there to judge."""
    if item.capaian is not None:
        from kesbang_iku.indicator.printed_row import RowScorers  # noqa: PLC0415  # light: by need

        checking = load_data("pemeriksaan.yaml", CheckingFile)
        yield from RowScorers.of(katalog.tables, checking).check(item)


def _input(
    loaded: LoadedReport,
    loaded_item: LoadedItem,
    region: Region | None,
    siblings: tuple[Indicator, ...],
) -> ItemInput:
    report, item = loaded.report, loaded_item.item
    return ItemInput(
        variabel=item.variabel,
        target=item.target,
        realisasi=item.realisasi,
        capaian=item.capaian,
        predikat=item.predikat,
        sebelumnya=item.sebelumnya,
        wilayah=region.kode if region is not None else report.wilayah,
        nama_wilayah=region.nama if region is not None else None,
        tingkat=region.tingkat if region is not None else None,
        tahun=report.tahun,
        periode=report.periode,
        format_angka=report.format_angka,
        berkas=loaded_item.berkas,
        baris=loaded_item.baris,
        locate=loaded_item.locate,
        siblings=siblings,
    )


def not_in_force(versions: Sequence[Indicator], year: int, place: Place) -> Finding:
    """Return that none of an indicator's versions applies in a year."""
    return kinds.NOT_IN_FORCE.at(
        place,
        value=str(year),
        kode=versions[-1].kode,
        tahun=year,
        versi=", ".join(f"{found.versi} ({found.berlaku})" for found in versions),
    )


def _not_applicable(
    indicator: Indicator, why: Finding, item: ItemInput, katalog: Catalog
) -> Result:
    """Return that an indicator does not apply, with what is wrong with the numbers printed."""
    findings = (why, *_printed_alone(item, katalog))
    reason = Text.each(why.message)
    return told_result(indicator, item, Status.NOT_APPLICABLE, findings, reason)


def unknown_code(
    kode: str, locate: Locator, guesses: Guesses, pointer: Pointer = ("kode",)
) -> Finding:
    """Return that no indicator has the code ``kode``, with the one that is meant or comes near.

    ``guesses`` know the codes there are; ``pointer`` is where the code stands.
    """
    meant = guesses.same(kode)
    plain = kode.partition("@")[0]  # only the version may be the one that nobody knows
    near = meant or guesses.same(plain) or guesses.near(plain.upper())
    usul = sentences.findings.PERHAPS.filled(dekat=near) if near else sentences.computing.SEE_LIST
    place = locate(pointer)
    found = kinds.UNKNOWN_CODE.at(place, kode=kode, usul=usul)
    return found.repairable(None if meant is None else Repair(meant))
