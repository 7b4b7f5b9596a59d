"""Validating a catalog: a folder, or one of its files, with the worked examples computed again."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.defaults import with_defaults
from kesbang_iku.catalog.load import check_catalog_file, read_catalog, stands_alone
from kesbang_iku.computing.worked import differences, indicator_example
from kesbang_iku.findings import Finding, Level, kinds, worst_level
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.shape import Locator, check_shape


def check_folder(folder: Path) -> list[Finding]:
    """Return what is wrong with a catalog folder.

    One that holds all tables is a whole catalog, any other an addition to the national one.
    """
    national = not stands_alone(folder)
    catalog, findings, places = read_catalog([folder], national=national, thorough=True)
    if worst_level(findings) is Level.GALAT:
        # What cannot be computed as it stands has no examples that could be held against it.
        return findings
    own = (found for found in catalog if found.kode in catalog.origins)
    examples = (wrong_examples(found, places[found.kode, found.versi]) for found in own)
    return [*findings, *(wrong for found in examples for wrong in found)]


def check_document(document: Document, catalog: Catalog) -> list[Finding]:
    """Return what is wrong with one file of a catalog, held against ``catalog``."""
    told: list[Finding] = []
    if _is_of_a_region(document, catalog):
        document, told = with_defaults(document, catalog.tables)
    findings = [*told, *check_catalog_file(document, catalog)]
    if worst_level(findings) is Level.GALAT:
        return findings
    data = document.data
    if isinstance(data, Mapping) and "kode" in data:
        indicator, _ = check_shape(Indicator, data, document.place)
        if indicator is not None:
            findings += wrong_examples(indicator.with_tables(catalog.tables), document.place)
    return findings


def _is_of_a_region(document: Document, catalog: Catalog) -> bool:
    """Say whether a definition does not have the prefix of the national codes."""
    if not isinstance(document.data, Mapping) or "kode" not in document.data:
        return False
    prefix = str(document.data["kode"]).partition("-")[0]
    national = frozenset(catalog.codes) - catalog.origins.keys()
    return all(kode.partition("-")[0] != prefix for kode in national)


def wrong_examples(indicator: Indicator, locate: Locator) -> Iterator[Finding]:
    """Yield what the worked examples of a definition state otherwise than is computed."""
    for number, example in enumerate(indicator.contoh):
        for found in differences(example, indicator_example(indicator, example)):
            yield kinds.WRONG_EXAMPLE.at(
                locate(("contoh", number, "hasil", found.key)),
                nama=example.nama,
                kunci=found.key,
                tertulis=_shown(found.stated),
                dihitung=_shown(found.computed),
            )


def _shown(value: object) -> str:
    """Return a stated or computed value as text; nothing is shown as a dash."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value)
