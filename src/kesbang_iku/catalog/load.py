"""Loading a catalog: the one that comes with the package, and folders that add to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku._version import __version__
from kesbang_iku.catalog.additions import (
    DECLARED,
    RELATIONS,
    TERMS,
    Addition,
    added_folder,
    has_installed,
    installed_catalogs,
)
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.errors import CatalogError
from kesbang_iku.catalog.lazy import LazyVersions, versions_by_code
from kesbang_iku.catalog.observations import Observations
from kesbang_iku.findings import Finding, Level, Place, kinds, sentences
from kesbang_iku.findings.misuse import MisuseError, misuse_told
from kesbang_iku.indicator.indicator import Held, Indicator
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.model.method import MethodFile
from kesbang_iku.model.registers import FieldFile, NamingFile, RegulationFile, UnitFile
from kesbang_iku.model.scale import ScaleFile
from kesbang_iku.model.tables import Tables
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.folders import leads_out
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.shape import Locator, below, check_shape
from kesbang_iku.sources.shipped import made_of, read_shipped, text_of_all

if TYPE_CHECKING:
    from kesbang_iku.catalog.declared import Placed

Folder = Traversable | Path

_NATIONAL: dict[str, Catalog] = {}
"""The national catalog by the folder it is read from: it never changes, so that one is enough."""


class _List(NamedTuple):
    """A list of a table file: its key, the table its entries go to, and what names an entry."""

    key: str
    table: str
    identity: str = "nama"


@dataclass(frozen=True, slots=True)
class _TableFile:
    """A file of shared tables: its model, and its lists."""

    name: str
    model: type[Any]
    lists: tuple[_List, ...]

    def tables(self, content: object) -> Tables:
        """Return the tables that the lists of a file make."""
        return Tables(
            **{
                one.table: {
                    getattr(entry, one.identity): entry for entry in getattr(content, one.key)
                }
                for one in self.lists
            }
        )


_TABLE_FILES: Final = (
    _TableFile(
        "bidang.yaml",
        FieldFile,
        (_List("bidang", "fields", "kode"), _List("tema", "themes", "kode")),
    ),
    _TableFile("satuan.yaml", UnitFile, (_List("satuan", "units"),)),
    _TableFile("capaian.yaml", MethodFile, (_List("metode", "methods"),)),
    _TableFile("predikat.yaml", ScaleFile, (_List("skala", "scales"),)),
)


_CODE_IN_NAME: Final = regex(r"[a-z]+-[a-z]+-[0-9]+(?=[-.])")
"""The national code that the name of a file begins with, as ``kbp-pol-01-2009.yaml``."""

_OUTPUT_TEMPLATE: Final = Place(berkas="keluaran.yaml")


@dataclass(slots=True)
class _Loading:
    """What has been read so far; filled while loading, and dropped when done.

    ``proven`` says that all of it was held to its rules when the package was built: that it need
    not be at every start takes 10 ms off validating one report.
    """

    findings: list[Finding] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    definitions: list[tuple[Indicator, Locator]] = field(default_factory=list)
    table_entries: list[tuple[str, Any, Locator]] = field(default_factory=list)
    proven: bool = False
    national: frozenset[str] = frozenset()
    additions: list[Addition] = field(default_factory=list)
    origins: dict[str, Addition] = field(default_factory=dict)
    declared: dict[str, list[Placed]] = field(default_factory=dict)


class CatalogReading(NamedTuple):
    """What reading a catalog gave: what could be read, what was found, and where things stand.

    ``places`` tells where the parts of a definition stand, by its code and version.
    """

    catalog: Catalog
    findings: list[Finding]
    places: Mapping[tuple[str, str], Locator]


@misuse_told
def load_catalog(
    extra: Sequence[str | PathLike[str]] = (), *, national: bool = True, packages: bool = True
) -> Catalog:
    """Return the standard: all its indicators, ready to compute.

    The national catalog alone is read as it is needed; with anything added, all of it is read and
    checked at once.

    Args:
        extra: folders with local indicators, laid out like the catalog.
        national: whether the national catalog is part of it.
        packages: whether the catalogs of installed packages are, which the entry point
            ``kesbang_iku.catalogs`` names; they never join without the national one.

    Returns:
        The catalog. It never changes, so one serves a whole program; the national one alone is
        the same at each call.

    Raises:
        CatalogError: a definition is broken; the error's findings say where and why. Where the
            national catalog is alone, a broken definition raises it when it is first asked for.
        TypeError: ``extra`` is one path, not a list of them.
    """
    if isinstance(extra, str | bytes | PathLike):
        raise MisuseError(sentences.catalog.ONE_FOLDER.filled(folder=repr(extra)).en)
    if national and not extra and not (packages and has_installed()):
        return _national_catalog()
    catalog, findings, _ = read_catalog(extra, national=national, packages=packages)
    _refuse_broken(findings)
    return catalog


def _refuse_broken(findings: Iterable[Finding]) -> None:
    broken = tuple(finding for finding in findings if finding.tingkat is Level.GALAT)
    if broken:
        raise CatalogError(broken)


def _national_catalog() -> Catalog:
    """Return the national catalog of the folder it is read from, one for all who ask."""
    root = catalog_root()
    if str(root) not in _NATIONAL:
        _NATIONAL[str(root)] = _to_be_read(root)
    return _NATIONAL[str(root)]


def _to_be_read(root: Folder) -> Catalog:
    """Return the national catalog, its definitions yet to be read."""
    reading = _Loading(proven=True)
    with paused_gc():
        _read_tables(root, reading)
        if not reading.proven:
            _check_all(reading)
    _refuse_broken(reading.findings)
    tables = reading.tables
    observations = Observations([root])
    files = _files_by_code(root)
    read_versions = partial(_read_versions, tables, observations, reading.proven, files)
    by_code = LazyVersions(files, read_versions, _read_national, _known_digest)
    return Catalog(
        by_code, tables, __version__, partial(_bound_outputs, tables), observations=observations
    )


def _known_digest() -> str | None:
    """Return the fingerprint of the national catalog, where the build has made it."""
    known: str | None = made_of(catalog_root(), text_of_all(catalog_root()))
    return known


def _read_national() -> tuple[Indicator, ...]:
    """Return all national indicators, checked together."""
    catalog, findings, _ = read_catalog()
    _refuse_broken(findings)
    return catalog.definitions


def _read_versions(
    tables: Tables,
    observations: Observations,
    proven: bool,
    files: Mapping[str, Sequence[Folder]],
    kode: str,
) -> tuple[Indicator, ...]:
    """Return the versions of one national code in the files named after it, oldest first.

    Raises:
        CatalogError: they are broken.
    """
    reading = _Loading(tables=tables, proven=proven)
    with paused_gc():
        for file in files[kode]:
            _read_definitions(file, reading)
        if not reading.proven:
            _check_all(reading)
            _check_together(reading, len(reading.definitions))
    _refuse_broken(reading.findings)
    return _in_order(reading, observations)


def _files_by_code(root: Folder) -> dict[str, list[Folder]]:
    """Return the files of the national definitions by the code that their names begin with."""
    files: dict[str, list[Folder]] = {}
    for file in _yaml_files(root / "indikator", [], root):
        named = _CODE_IN_NAME.match(file.name)
        if named is not None:
            files.setdefault(named[0].upper(), []).append(file)
    return files


def read_catalog(
    extra: Sequence[str | PathLike[str]] = (),
    *,
    national: bool = True,
    packages: bool = False,
    thorough: bool = False,
) -> CatalogReading:
    """Return the catalog of what could be read, and everything found on the way.

    ``thorough`` also holds the definitions to the rules beyond being computable, which takes too
    long for every start. Raises nothing for the content of files.
    """
    reading = _Loading()
    with paused_gc():
        if national:
            _read_folder(catalog_root(), reading)
            reading.national = frozenset(found.kode for found, _ in reading.definitions)
        first_added = len(reading.definitions)
        for folder in extra:
            _read_addition(added_folder(folder), reading)
        if packages and national:
            installed, findings = installed_catalogs()
            reading.findings += findings
            for addition in installed:
                _read_addition(addition, reading)
        _check_all(reading)
        _check_together(reading, first_added)
        _check_declared(reading, national=national)
        reading.findings += _broken_packages(reading)
        if thorough:
            _check_thoroughly([*map(Path, extra)], reading, national=national)
    observations = Observations(
        [*([catalog_root()] if national else ()), *(one.folder for one in reading.additions)]
    )
    if thorough:
        reading.findings += _check_observations(observations, reading)
    catalog = Catalog(
        versions_by_code(_in_order(reading, observations)),
        reading.tables,
        __version__,
        partial(_bound_outputs, reading.tables) if national else tuple,
        tuple(reading.additions),
        reading.origins,
        observations,
        *(tuple(one.said for one in reading.declared.get(name, ())) for name in (RELATIONS, TERMS)),
    )
    places = {(found.kode, found.versi): locate for found, locate in reading.definitions}
    return CatalogReading(catalog, reading.findings, places)


def _check_together(reading: _Loading, first_added: int) -> None:
    from kesbang_iku.catalog.together import check_together  # noqa: PLC0415  # light: proven by the build

    reading.findings += check_together(reading.definitions, reading.national, first_added)


def _check_thoroughly(extra: Sequence[Folder], reading: _Loading, *, national: bool) -> None:
    """Hold what was read to the rules beyond being computable."""
    from kesbang_iku.catalog.integrity import check_integrity  # noqa: PLC0415  # light: no start needs it
    from kesbang_iku.catalog.regions import load_regions  # noqa: PLC0415  # light: as above

    national_folder = [catalog_root()] if national else []
    naming = _naming([*extra, catalog_root()], reading)
    reading.findings += check_integrity(reading.definitions, naming, load_regions())
    folders = [*national_folder, *extra]
    _check_registers(folders, reading)
    if any((folder / "keluaran.yaml").is_file() for folder in folders):
        reading.findings += _check_outputs(reading.tables)


def _check_observations(observations: Observations, reading: _Loading) -> list[Finding]:
    """Hold published values to the definitions they are of.

    Beside additions those of the standard itself are not asked: they were before it was published.
    """
    from kesbang_iku.catalog.observation_checks import check_observations  # noqa: PLC0415  # light: as above
    from kesbang_iku.catalog.regions import load_regions  # noqa: PLC0415  # light: as above

    added = [one.folder for one in reading.additions]
    asked = Observations(added) if added else observations
    return [*check_observations(asked, reading.definitions, reading.tables, load_regions())]


def _in_order(reading: _Loading, observations: Observations) -> tuple[Indicator, ...]:
    """Return the indicators that were read as a catalog orders them, bound to its tables."""
    found = (
        _with_series(indicator, observations).with_tables(reading.tables).held_by(_hold)
        for indicator, _ in reading.definitions
    )
    # Of one code the older versions come first.
    return tuple(sorted(found, key=lambda one: (one.kode, one.berlaku.mulai or 0, one.versi)))


def _hold(indicator: Indicator, item: ItemInput) -> Held:
    """Hold what a program gives an indicator against regions and years."""
    from kesbang_iku.catalog.holding import hold  # noqa: PLC0415  # light: for programs alone

    return hold(indicator, item)


def _with_series(indicator: Indicator, observations: Observations) -> Indicator:
    """Return the indicator with the published values of its years in its ``deret``."""
    series = observations.series(indicator.kode, indicator.berlaku)
    if not series:
        return indicator
    return indicator.model_copy(update={"deret": (*indicator.deret, *series)})


def _read_addition(addition: Addition, reading: _Loading) -> None:
    """Read a catalog beside the national one, once however often it is named."""
    if any(addition.same_place(other) for other in reading.additions):
        return
    if not is_catalog_folder(addition.folder):
        place = Place(berkas=str(addition.folder))
        if addition.versi is None:
            found = kinds.NOT_A_CATALOG.at(place, folder=addition.folder)
        else:
            found = kinds.PACKAGE_UNUSABLE.at(
                place, paket=addition.nama, sebab=sentences.catalog.NO_DEFINITIONS
            )
        reading.findings.append(found)
        return
    first = len(reading.definitions)
    _read_folder(addition.folder, reading)
    for name in DECLARED:
        for document in _own_documents(addition.folder, name, reading):
            from kesbang_iku.catalog.declared import declared_in  # noqa: PLC0415  # light: few have some

            declared = declared_in(name, document, reading.findings)
            reading.declared.setdefault(name, []).extend(declared)
    reading.additions.append(addition)
    for definition, _ in reading.definitions[first:]:
        reading.origins.setdefault(definition.kode, addition)


def _broken_packages(reading: _Loading) -> Iterator[Finding]:
    """Yield one finding for each installed package that holds errors, to name whose they are."""
    errors = [found.berkas for found in reading.findings if found.tingkat is Level.GALAT]
    for addition in reading.additions:
        count = sum(file is not None and addition.holds(file) for file in errors)
        if addition.versi is not None and count:
            place = Place(berkas=str(addition.folder))
            yield kinds.PACKAGE_BROKEN.at(
                place, paket=addition.nama, versi=addition.versi, jumlah=count
            )


def _bound_outputs(tables: Tables) -> tuple[Indicator, ...]:
    return tuple(found.with_tables(tables).held_by(_hold) for found in _outputs())


def _outputs() -> Iterator[Indicator]:
    """Yield the output indicators of the nomenclature.

    Raises:
        CatalogError: the template they are made from does not fit.
    """
    from kesbang_iku.catalog.programs import load_programs, output_definitions  # noqa: PLC0415  # light: few ask

    for data in output_definitions(load_programs()):
        found, findings = check_shape(Indicator, data, lambda _pointer: _OUTPUT_TEMPLATE)
        if found is None:
            raise CatalogError(tuple(findings))
        yield found


def is_catalog_folder(folder: Folder) -> bool:
    """Say whether ``folder`` is laid out like a catalog: it has indicators, or a table of one."""
    names = (*DECLARED, *(table_file.name for table_file in _TABLE_FILES))
    return (folder / "indikator").is_dir() or any((folder / name).is_file() for name in names)


def stands_alone(folder: Folder) -> bool:
    """Say whether ``folder`` is a whole catalog: what adds to the standard lacks a table of it."""
    return all((folder / table_file.name).is_file() for table_file in _TABLE_FILES)


def table_file_of(data: Mapping[str, object]) -> str | None:
    """Return the name of the file of tables that ``data`` is the content of, if any."""
    for name, key in DECLARED.items():
        if key in data and "kode" not in data:
            return name
    for table_file in _TABLE_FILES:
        if all(entries.key in data for entries in table_file.lists):
            return table_file.name
    return None


def check_catalog_file(document: Document, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with one file of a catalog, held against another.

    The file is a definition, one of the shared tables, or holds relations. What is marked as local
    is held against the national codes, too.
    """
    data, tables = document.data, catalog.tables
    national = frozenset(catalog.codes) - catalog.origins.keys()
    name = table_file_of(data) if isinstance(data, Mapping) and "kode" not in data else None
    if name in DECLARED:
        from kesbang_iku.catalog.declared import check_declared_file  # noqa: PLC0415  # light: by kind

        return check_declared_file(name, document, catalog.by_code)
    for table_file in _TABLE_FILES:
        if table_file.name == name:
            reading = _Loading()
            _read_table(table_file, document, reading)
            reading.tables = reading.tables.joined(tables)
            _check_all(reading)
            return reading.findings
    from kesbang_iku.catalog.checks import check_definition  # noqa: PLC0415  # light: proven by the build
    from kesbang_iku.catalog.together import check_added, check_support  # noqa: PLC0415  # light: proven by the build

    found, findings = check_shape(Indicator, document.data, document.place)
    if found is not None:
        findings += check_definition(found, tables, document.place)
        if found.lokal is not None:
            findings += check_added(found, national, document.place)
            findings += check_support(found, national, document.place)
    return findings


def _check_declared(reading: _Loading, *, national: bool) -> None:
    """Hold what catalogs say beside their definitions to the definitions that there are."""
    if not reading.declared:
        return
    from kesbang_iku.catalog.declared import check_declared  # noqa: PLC0415  # light: few have some

    by_code = versions_by_code(found for found, _ in reading.definitions)
    reading.findings += check_declared(reading.declared, by_code, national=national)


def _naming(folders: Iterable[Folder], reading: _Loading) -> NamingFile | None:
    """Return the naming rules of the first folder that has some."""
    for folder in folders:
        for document in _own_documents(folder, "penamaan.yaml", reading):
            naming, findings = check_shape(NamingFile, document.data, document.place)
            reading.findings += findings
            return naming
    return None


def _check_registers(folders: Iterable[Folder], reading: _Loading) -> None:
    """Check the registers that loading does not need, where a folder has them."""
    from kesbang_iku.model.coverage import CoverageFile  # noqa: PLC0415  # light: no start needs it

    registers = (("regulasi.yaml", RegulationFile), ("cakupan.yaml", CoverageFile))
    for folder in folders:
        for name, model in registers:
            for document in _own_documents(folder, name, reading):
                reading.findings += check_shape(model, document.data, document.place)[1]


def _check_outputs(tables: Tables) -> Iterator[Finding]:
    """Yield what keeps the output indicators made from the nomenclature from being computed."""
    from kesbang_iku.catalog.checks import check_definition  # noqa: PLC0415  # light: as above

    try:
        for output in _outputs():
            yield from check_definition(output, tables, lambda _pointer: _OUTPUT_TEMPLATE)
    except CatalogError as error:
        yield from error.temuan


def _read_folder(folder: Folder, reading: _Loading) -> None:
    _read_tables(folder, reading)
    passed: list[Folder] = []
    for definition_file in _yaml_files(folder / "indikator", passed, folder):
        _read_definitions(definition_file, reading)
    reading.findings += map(_not_followed, passed)


def _not_followed(link: Folder) -> Finding:
    return kinds.LINK_NOT_FOLLOWED.at(Place(berkas=str(link)), berkas=link)


def _read_tables(folder: Folder, reading: _Loading) -> None:
    for table_file in _TABLE_FILES:
        for document in _own_documents(folder, table_file.name, reading):
            _read_table(table_file, document, reading)


def _read_definitions(file: Folder, reading: _Loading) -> None:
    for document in _documents(file, reading):
        taken = document
        if reading.national:
            from kesbang_iku.catalog.defaults import with_defaults  # noqa: PLC0415  # light: added ones alone

            taken, told = with_defaults(document, reading.tables)
            reading.findings += told
        found, findings = check_shape(Indicator, taken.data, document.place)
        reading.findings += findings
        if found is not None:
            reading.definitions.append((found, document.place))


def _read_table(table_file: _TableFile, document: Document, reading: _Loading) -> None:
    content, findings = check_shape(table_file.model, document.data, document.place)
    reading.findings += findings
    if content is None:
        return
    for entries in table_file.lists:
        taken = set(getattr(reading.tables, entries.table))
        for number, entry in enumerate(getattr(content, entries.key)):
            locate = below(document.place, (entries.key, number))
            name = getattr(entry, entries.identity)
            if name in taken:
                place = locate((entries.identity,))
                reading.findings.append(
                    kinds.DUPLICATE_NAME.at(place, value=name, jenis=entries.key, nama=name)
                )
            taken.add(name)
            reading.table_entries.append((table_file.name, entry, locate))
    reading.tables = reading.tables.joined(table_file.tables(content))


def _yaml_files(folder: Folder, passed: list[Folder], root: Folder) -> Iterator[Folder]:
    """Yield the definition files below ``folder``; links that lead out are noted in ``passed``."""
    if leads_out(folder, root):
        passed.append(folder)
    elif folder.is_dir():
        for entry in sorted(folder.iterdir(), key=lambda found: found.name):
            wanted = entry.name.endswith((".yaml", ".yml"))
            if leads_out(entry, root, folders=True):
                passed.append(entry)
            elif entry.is_dir():
                yield from _yaml_files(entry, passed, root)
            elif wanted:
                yield entry


def _own_documents(folder: Folder, name: str, reading: _Loading) -> list[Document]:
    """Return the documents of a file of shared tables, none where ``folder`` has no such file."""
    source = folder / name
    if leads_out(source, folder):
        reading.findings.append(_not_followed(source))
        return []
    return _documents(source, reading) if source.is_file() else []


def _documents(source: Folder, reading: _Loading) -> list[Document]:
    documents, findings = read_shipped(source)
    reading.findings += findings
    reading.proven = reading.proven and all(document.proven for document in documents)
    return documents


def _check_all(reading: _Loading) -> None:
    from kesbang_iku.catalog.checks import (  # noqa: PLC0415  # light: proven by the build
        check_definition,
        check_method,
        check_scale,
    )

    for name, entry, locate in reading.table_entries:
        if name == "capaian.yaml":
            reading.findings += check_method(entry, reading.tables, locate)
        elif name == "predikat.yaml":
            reading.findings += check_scale(entry, reading.tables, locate)
    for definition, locate in reading.definitions:
        reading.findings += check_definition(definition, reading.tables, locate)
