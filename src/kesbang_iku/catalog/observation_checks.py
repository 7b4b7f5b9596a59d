"""Rules that the published values of a catalog must keep, each value by itself and together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from kesbang_iku.catalog.checks import check_known
from kesbang_iku.catalog.observations import Line, ObservationFolder, Observations
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.catalog.weight_bounds import (
    LEAST_ROWS,
    span_of_observation,
    weight_bounds,
    weights_of,
)
from kesbang_iku.findings import Finding, Place, format_number, kinds
from kesbang_iku.formula import Exact, parse, round_half_up, variables
from kesbang_iku.model.definition import Bounds, Definition
from kesbang_iku.model.observation import Observation
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.shape import Locator
from kesbang_iku.worlds.reach import Reach, reach_of

Lines = Sequence[Line[Observation]]
Versions = Sequence[Definition]


def check_observations(
    observations: Observations,
    definitions: Iterable[tuple[Definition, Locator]],
    tables: Tables,
    regions: Regions,
) -> Iterator[Finding]:
    """Yield what is wrong with the published values of a catalog.

    Args:
        observations: the values, by the folders they stand in.
        definitions: the definitions they are values of, all versions.
        tables: the tables of the catalog.
        regions: the register of regions.
    """
    versions: dict[str, list[Definition]] = {}
    for definition, locate in definitions:
        versions.setdefault(definition.kode, []).append(definition)
        yield from _refuted_weights(definition, locate, observations)
    for folder in observations.folders:
        yield from folder.editions.findings
        for (code, edition), place in folder.editions.lines:
            yield from _known(code, versions, "kode", place)
            if edition.galat_wilayah is not None:
                yield from _known(edition.galat_wilayah, regions, "wilayah", place)
            if edition.kelas is not None:
                yield from _known(edition.kelas, tables.scales, "skala nilai", place)
        for code in folder.codes:
            table = folder.values(code)
            yield from table.findings
            if table.lines:
                yield from _known(code, versions, "kode", table.lines[0].place)
            yield from _each(folder, code, versions.get(code, ()), regions)
            yield from _disagreements(table.lines)
            yield from _sums(table.lines, versions.get(code, ()))


def _known(name: str, table: Collection[str], kind: str, place: Place) -> Iterator[Finding]:
    return check_known(name, table, kind, lambda _pointer: place, ())


def _each(
    folder: ObservationFolder, code: str, versions: Versions, regions: Regions
) -> Iterator[Finding]:
    """Yield what is wrong with single values."""
    editions = {edition.edisi for (owner, edition), _ in folder.editions.lines if owner == code}
    for line in folder.values(code).lines:
        found = line.found
        yield from _known(found.wilayah, regions, "wilayah", line.place)
        if found.edisi is not None:
            yield from _known(found.edisi, editions, "edisi", line.place)
        if found.kedudukan == "turunan" and found.dari is None:
            yield kinds.DERIVED_WITHOUT_BASIS.at(line.place, value=found.nilai)
        version = _version(versions, found.tahun)
        if version is None and versions:
            known = ", ".join(str(one.berlaku) for one in versions)
            yield kinds.VALUE_OUTSIDE_YEARS.at(line.place, value=str(found.tahun), masa=known)
        if found.dipakai and found.catatan is None:
            yield from _before_region(line, regions)
        bounds = None if version is None else _bounds(version, found)
        if bounds is not None and found.dipakai and not bounds.contains(found.eksak):
            yield kinds.VALUE_OUT_OF_BOUNDS.at(line.place, value=found.nilai, batas=bounds)


def _before_region(line: Line[Observation], regions: Regions) -> Iterator[Finding]:
    """Yield that the region of a value was not yet established in its year."""
    region, year = regions.get(line.found.wilayah), line.found.tahun
    start = None if region is None else region.berlaku.mulai
    if region is not None and start is not None and year < start:
        told = {"nama": region.nama, "wilayah": region.kode, "dasar": region.dasar_hukum}
        yield kinds.VALUE_BEFORE_REGION.at(line.place, value=str(year), tahun=year, **told)


def _version(versions: Versions, year: int) -> Definition | None:
    return next((one for one in versions if year in one.berlaku), None)


def _bounds(version: Definition, found: Observation) -> Bounds | None:
    """Return what is possible for a value of the indicator, or of the variable it is of."""
    if found.bagian is None:
        return version.rentang
    variable = version.variables_by_name.get(found.bagian)
    if variable is None:
        return None
    return Bounds.model_construct(min=variable.minimum, maks=variable.maximum)


def _disagreements(lines: Lines) -> Iterator[Finding]:
    """Yield values that stand twice, and those that contradict and are both taken."""
    first: dict[tuple[object, ...], Line[Observation]] = {}
    seen: set[tuple[object, ...]] = set()
    for line in lines:
        found = line.found
        about = (found.wilayah, found.tahun, found.bagian, found.edisi, found.penyebut)
        whole = (*about, found.nilai, found.sumber, found.tempat)
        if whole in seen:
            yield kinds.VALUE_TWICE.at(line.place, value=found.nilai)
            continue
        seen.add(whole)
        if not found.dipakai:
            continue
        other = first.setdefault(about, line).found
        revised = found.revisi is not None and other.revisi is not None
        if not revised and not _same(found, other):
            yield kinds.VALUES_CONTRADICT.at(
                line.place,
                wilayah=found.wilayah,
                tahun=found.tahun,
                nilai=found.nilai,
                lain=other.nilai,
                sumber=other.sumber,
            )


def _same(one: Observation, other: Observation) -> bool:
    """Say whether the coarser print of two is the finer one, rounded."""
    coarse, fine = sorted((one, other), key=lambda found: found.desimal)
    return Fraction(round_half_up(fine.eksak, coarse.desimal)) == coarse.eksak


def _sums(lines: Lines, versions: Versions) -> Iterator[Finding]:
    """Yield values that their published parts cannot give, whatever was rounded away of them.

    A value whose slip is known says so in its remark, and is passed over.
    """
    groups: dict[tuple[object, ...], dict[str | None, Line[Observation]]] = {}
    for line in lines:
        found = line.found
        if found.dipakai:
            about = (found.wilayah, found.tahun, found.edisi)
            groups.setdefault(about, {}).setdefault(found.bagian, line)
    for group in groups.values():
        total = group.get(None)
        version = None if total is None else _version(versions, total.found.tahun)
        if total is None or version is None or total.found.catatan is not None:
            continue
        reach = _reach(version, {name: line.found for name, line in group.items() if name})
        printed = span_of_observation(version, total.found)
        if reach is not None and not reach.meets(printed):
            yield kinds.VALUE_NOT_ITS_PARTS.at(
                total.place,
                nilai=total.found.nilai,
                dari=_number(reach.hull.low),
                sampai=_number(reach.hull.high),
            )


def _reach(version: Definition, parts: Mapping[str, Observation]) -> Reach | None:
    """Return what the formula can give of the published parts; ``None`` if some are missing."""
    text = version.komponen.formula if version.komponen else version.rumus
    tree = None if text is None else parse(text)
    if tree is None or not set(variables(tree)) <= parts.keys():
        return None
    return reach_of(
        tree, {name: span_of_observation(version, parts[name]) for name in variables(tree)}
    )


def _refuted_weights(
    definition: Definition, locate: Locator, observations: Observations
) -> Iterator[Finding]:
    """Yield weights that several published rows refute which agree among themselves."""
    weights = weights_of(definition)
    values = () if weights is None else observations.values(definition.kode)
    found = weight_bounds(definition, values) if values else None
    if weights is None or found is None or not found.bounds:
        return
    if len(found.refuted_by(weights)) >= LEAST_ROWS:
        allowed = "; ".join(
            f"{name} {_number(low)}–{_number(high)}" for name, (low, high) in found.bounds.items()
        )
        yield kinds.WEIGHTS_REFUTED.at(
            locate(("komponen",)), kode=definition.kode, banyak=len(found.rows), batas=allowed
        )


def _number(value: Exact | None) -> str:
    return "…" if value is None else format_number(round_half_up(value, 4), "id")
