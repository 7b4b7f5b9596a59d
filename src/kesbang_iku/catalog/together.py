"""What must hold of several definitions together: their codes, versions, names and references."""

from collections.abc import Iterator, Mapping, Sequence

from kesbang_iku.catalog.checks import check_known
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.model.definition import Definition
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
