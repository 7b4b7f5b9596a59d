"""What must hold of several definitions together: their codes, versions, names and references.

The rules of the house go beyond what computing needs: names, sources, relations, own formulas.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.checks import check_known
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import FormulaError, parse, to_source, variables
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.registers import NamingFile
from kesbang_iku.sources.shape import Locator, Pointer


def check_together(
    definitions: Sequence[tuple[Definition, Locator]], national: frozenset[str], first_added: int
) -> Iterator[Finding]:
    """Yield what is wrong with several definitions together: codes, versions, names.

    Args:
        definitions: all that were read, each with where its parts stand.
        national: the codes of the national catalog, none where it is not read.
        first_added: the number of the first definition that is added to the national ones.
    """
    seen: dict[str, list[tuple[Definition, Locator]]] = {}
    names: dict[str, str] = {}
    for number, (definition, locate) in enumerate(definitions):
        if number >= first_added:
            yield from check_added(definition, national, locate)
        for other, locate_other in seen.get(definition.kode, ()):
            yield from _check_pair(definition, other, locate, locate_other)
        seen.setdefault(definition.kode, []).append((definition, locate))
        yield from _check_names(definition, locate, names)
    versions = {kode: [found.versi for found, _ in pairs] for kode, pairs in seen.items()}
    for definition, locate in definitions:
        yield from _check_pointers(definition, versions, locate, national)


def _check_names(
    definition: Definition, locate: Locator, names: dict[str, str]
) -> Iterator[Finding]:
    """Note the names of ``definition`` in ``names``, and yield those that another code has."""
    pointers: list[tuple[str, Pointer]] = [(definition.nama, ("nama",))]
    pointers += [(name, ("alias", number)) for number, name in enumerate(definition.alias)]
    for name, pointer in pointers:
        owner = names.setdefault(name.casefold(), definition.kode)
        if owner != definition.kode:
            yield kinds.AMBIGUOUS_ALIAS.at(locate(pointer), nama=name, lain=owner)


def _check_pointers(
    definition: Definition,
    versions: Mapping[str, Sequence[str]],
    locate: Locator,
    national: frozenset[str],
) -> Iterator[Finding]:
    """Yield what ``definition`` says about other definitions that do not exist."""
    for number, other in enumerate(definition.keterbandingan):
        yield from check_known(
            other.versi,
            versions[definition.kode],
            "versi",
            locate,
            ("keterbandingan", number, "versi"),
        )
    yield from check_support(definition, national, locate)


def check_support(
    definition: Definition, national: frozenset[str], locate: Locator
) -> Iterator[Finding]:
    """Yield a finding if the national indicator that a local one supports does not exist."""
    # A folder that is read without the national catalog may still support its indicators.
    if national and definition.lokal is not None and definition.lokal.mendukung is not None:
        yield from check_known(
            definition.lokal.mendukung, national, "kode", locate, ("lokal", "mendukung")
        )


def check_added(
    definition: Definition, national: frozenset[str], locate: Locator
) -> Iterator[Finding]:
    """Yield what is wrong with the code of a definition that is added to the national ones."""
    from kesbang_iku.catalog.programs import normalise_code  # noqa: PLC0415  # light: added ones alone

    pointer = ("kode",)
    prefix = definition.kode.partition("-")[0]
    if definition.kode in national or (national and normalise_code(definition.kode) is not None):
        yield kinds.REDEFINED_NATIONAL.at(locate(pointer), kode=definition.kode)
    elif any(kode.partition("-")[0] == prefix for kode in national):
        yield kinds.RESERVED_PREFIX.at(locate(pointer), kode=definition.kode, awalan=prefix)
    elif national and definition.lokal is None:
        yield kinds.LOCAL_UNMARKED.at(locate(pointer), kode=definition.kode)


def _check_pair(
    definition: Definition, other: Definition, locate: Locator, locate_other: Locator
) -> Iterator[Finding]:
    pointer = ("kode",)
    if definition.versi == other.versi:
        yield kinds.DUPLICATE_VERSION.at(
            locate(pointer),
            kode=definition.kode,
            versi=definition.versi,
            lain=locate_other(pointer).berkas or "?",
        )
    elif definition.berlaku.overlaps(other.berlaku):
        yield kinds.OVERLAPPING_VERSIONS.at(
            locate(pointer),
            kode=definition.kode,
            versi=definition.versi,
            masa=definition.berlaku,
            lain=other.versi,
            masa_lain=other.berlaku,
        )


# ----------------------------------------------------------------------------- rules of the house


_YEAR: Final = re.compile(r"\b(?:19|20)\d{2}\b")


def check_integrity(
    definitions: Iterable[tuple[Definition, Locator]], naming: NamingFile | None, regions: Regions
) -> Iterator[Finding]:
    """Yield where definitions that can be computed still break a rule of the house.

    Args:
        definitions: the definitions, each with the places of its parts.
        naming: the naming rules; without them names are not judged.
        regions: the register of regions, whose names must not stand in an indicator's.
    """
    region_names = _pattern(found.nama for found in regions.values() if found.induk is not None)
    measures = _pattern(naming.kata_ukuran) if naming is not None else None
    formulas: dict[str, str] = {}
    listed = tuple(definitions)
    codes = {definition.kode for definition, _ in listed}
    for definition, locate in listed:
        yield from _sources(definition, locate)
        yield from _names(definition, locate, region_names, measures)
        yield from _formulas(definition, locate, formulas)
        for number, relation in enumerate(definition.hubungan):
            pointer: Pointer = ("hubungan", number, "kode")
            yield from check_known(relation.kode, codes, "kode", locate, pointer)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _sources(definition: Definition, locate: Locator) -> Iterator[Finding]:
    if definition.status == "resmi" and not any(
        source.kedudukan == "resmi" for source in definition.sumber
    ):
        yield kinds.OFFICIAL_WITHOUT_SOURCE.at(locate(("status",)), kode=definition.kode)


def _names(
    definition: Definition,
    locate: Locator,
    region_names: re.Pattern[str],
    measures: re.Pattern[str] | None,
) -> Iterator[Finding]:
    year = _YEAR.search(definition.nama)
    if year is not None:
        yield kinds.NAME_HOLDS_PERIOD.at(
            locate(("nama",)), value=definition.nama, tahun=year.group()
        )
    region = region_names.search(definition.nama)
    if region is not None and definition.lokal is None:
        place = locate(("nama",))
        yield kinds.NAME_HOLDS_REGION.at(place, value=definition.nama, wilayah=region.group())
    measure = measures.match(definition.konsep) if measures is not None else None
    if measure is not None:
        place = locate(("konsep",))
        yield kinds.CONCEPT_STARTS_WITH_MEASURE.at(place, kata=measure.group())


def _formulas(
    definition: Definition, locate: Locator, formulas: dict[str, str]
) -> Iterator[Finding]:
    if definition.formula is None:
        return
    try:
        tree = parse(definition.formula)
    except FormulaError:
        return  # said where the definition itself was checked
    if len(variables(tree)) == 1:
        return  # a released value or a plain count: the variable's label tells them apart
    owner = formulas.setdefault(to_source(tree), definition.kode)
    if owner != definition.kode:
        yield kinds.IDENTICAL_FORMULA.at(
            locate(("rumus",)), value=definition.formula, kode=definition.kode, lain=owner
        )
