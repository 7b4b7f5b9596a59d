"""SDMX 3.0: the published values as SDMX-CSV 2.0, and the structures they are told by as SDMX-ML.

Digits stay as they were printed, and ``DECIMALS`` counts those behind the point, so that a program
which reads numbers can still print them so. Several numbers for one thing, as where sources
contradict each other, differ by ``CETAKAN``: the first is what the catalog takes.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.findings.sentences import sdmx as said
from kesbang_iku.findings.text import Text
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.observation import Observation, StandingFile, StatusCodes
from kesbang_iku.model.vocabulary import Standing
from kesbang_iku.publish.exports._sdmx_structures import (
    AGENCY,
    ATTRIBUTES,
    DATAFLOW,
    DIMENSIONS,
    MEASURE,
    Code,
    Codelists,
    Identifiers,
    structures,
)
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.data import load_data

STRUCTURES: Final = "struktur.xml"
VALUES: Final = "nilai.csv"
_HEAD: Final = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_ITSELF, _UNSPECIFIED, _YEARLY = "_T", "_X", "A"
_TAKEN, _NOT_TAKEN = "ya", "tidak"
_STANDINGS: Final = "kedudukan.yaml"
_UNDATED: Final = "1970-01-01"

_Row = dict[str, object]


class _Value(NamedTuple):
    """A published value: of which indicator, and which print of the same it is."""

    kode: str
    print: int
    said: Observation


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the structures, and a row for each published value of the catalog."""
    values = [*_values(catalog)]
    parts = Identifiers(one.said.bagian for one in values)
    editions = Identifiers(one.said.edisi for one in values)
    units = Identifiers(_unit(one.said.satuan, catalog) for one in values)
    codelists: Codelists = {
        "CL_FREQ": [Code(_YEARLY, said.CODES[_YEARLY])],
        "CL_INDIKATOR": [*_indicators(catalog)],
        "CL_WILAYAH": [*_regions(values)],
        "CL_BAGIAN": [Code(_ITSELF, said.CODES[_ITSELF]), *parts.codes()],
        "CL_EDISI": [Code(_UNSPECIFIED, said.CODES[_UNSPECIFIED]), *editions.codes()],
        "CL_SATUAN": [*units.codes(unit_words)],
        "CL_OBS_STATUS": [Code(key, name) for key, name in said.STATUSES.items()],
        "CL_KEDUDUKAN": [Code(key, spoken(key)) for key in get_args(Standing)],
        "CL_DIPAKAI": [Code(key, said.CODES[key]) for key in (_TAKEN, _NOT_TAKEN)],
    }
    seen = max((one.said.dilihat for one in values), default=_UNDATED)
    titles = (*_HEAD, *(one.name for one in (*DIMENSIONS, MEASURE, *ATTRIBUTES)))
    statuses = load_data(_STANDINGS, StandingFile).sdmx
    flow = f"{AGENCY}:{DATAFLOW}({catalog.version})"
    rows = [
        {
            **dict(zip(_HEAD, ("dataflow", flow, "I"), strict=True)),
            **_row(one, catalog, statuses),
            "BAGIAN": parts.of(one.said.bagian) or _ITSELF,
            "EDISI": editions.of(one.said.edisi) or _UNSPECIFIED,
            "UNIT_MEASURE": units.of(_unit(one.said.satuan, catalog)),
        }
        for one in values
    ]
    return {
        STRUCTURES: structures(codelists, catalog.version, seen),
        VALUES: csv_text(titles, rows),
    }


def _row(one: _Value, catalog: Catalog, statuses: StatusCodes) -> _Row:
    value = one.said
    return {
        "FREQ": _YEARLY,
        "REF_AREA": Identifiers.made_of(value.wilayah),
        "INDICATOR": Identifiers.made_of(one.kode),
        "CETAKAN": one.print,
        "TIME_PERIOD": value.tahun,
        "OBS_VALUE": value.nilai,
        "VERSI": _in_force(one, catalog),
        "DECIMALS": value.desimal,
        "OBS_STATUS": statuses.of(value),
        "KEDUDUKAN": value.kedudukan,
        "DIPAKAI": _TAKEN if value.dipakai else _NOT_TAKEN,
        **{
            key: getattr(value, key.lower())
            for key in ("REVISI", "PENYEBUT", "SUMBER", "TAUTAN", "TEMPAT", "DILIHAT", "DARI",
                        "CATATAN")
        },
    }  # fmt: skip


def _values(catalog: Catalog) -> Iterator[_Value]:
    """Yield the published values by code, those that the catalog takes first."""
    for kode in catalog.codes:
        prints: dict[tuple[object, ...], int] = {}
        for value in sorted(catalog.observations.values(kode), key=lambda one: not one.dipakai):
            key = (value.wilayah, value.tahun, value.bagian, value.edisi)
            prints[key] = prints.get(key, 0) + 1
            yield _Value(kode, prints[key], value)


def _in_force(one: _Value, catalog: Catalog) -> str | None:
    """Return the definition that was in force in the year of a value."""
    versions = (found for found in catalog.versions(one.kode) if one.said.tahun in found.berlaku)
    found = next(versions, None)
    return None if found is None else Identifiers.made_of(f"{found.kode}@{found.versi}")


def _unit(written: str, catalog: Catalog) -> str:
    """Return a unit by its name in the catalog where it has one, else as it was written."""
    name = written.replace(" ", "_")
    return name if name in catalog.tables.units else written


def _indicators(catalog: Catalog) -> Iterator[Code]:
    """Yield each code, by the name of its newest version, and the versions below it."""
    for kode in catalog.codes:
        versions = catalog.versions(kode)
        code = Identifiers.made_of(kode)
        yield Code(code, versions[-1].title)
        for one in versions:
            name = Identifiers.made_of(f"{kode}@{one.versi}")
            definition = Text(one.definisi, "")
            yield Code(name, one.title, definition, parent=code, notes={"sidik": one.sidik})


def _regions(values: list[_Value]) -> Iterator[Code]:
    """Yield the regions, and those of values that no register has.

    What a region belongs to is a note: the schema asks for letters where it names a parent.
    """
    regions = load_regions()
    for one in regions.values():
        notes = {"kode": one.kode, "induk": one.induk}
        yield Code(Identifiers.made_of(one.kode), Text(one.nama, ""), notes=notes)
    for kode in sorted({one.said.wilayah for one in values} - set(regions)):
        yield Code(Identifiers.made_of(kode), Text(kode, ""))
