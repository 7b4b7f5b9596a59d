"""What several forms are made of: the definitions, their variables and published values as rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.definition import Definition
from kesbang_iku.sources.csv_text import csv_text

Row = Mapping[str, object]
INDICATORS: Final = "indikator.csv"
VARIABLES: Final = "variabel.csv"
VALUES: Final = "nilai.csv"
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    INDICATORS: ("kode", "versi"),
    VARIABLES: ("kode", "versi", "nama"),
    VALUES: ("kode", "nomor"),
}
"""The columns that name a row of each table."""
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    INDICATORS: (
        "kode", "versi", "nama", "nama_en", "bidang", "konsep", "definisi", "interpretasi",
        "jenis", "tingkat", "pemilik", "akses", "ukuran", "satuan", "desimal", "polaritas",
        "frekuensi", "mulai", "selesai", "rumus", "capaian", "predikat", "status", "sidik",
        "tema_lokal", "mendukung",
    ),
    VARIABLES: (
        "kode", "versi", "nama", "label", "satuan", "jenis", "min", "maks", "sumber_data",
        "antarwilayah", "antarwaktu",
    ),
    VALUES: (
        "kode", "nomor", "wilayah", "nama_wilayah", "tahun", "bagian", "nilai", "satuan", "edisi",
        "revisi", "dipakai", "kedudukan", "sumber", "tautan", "tempat", "dilihat", "catatan",
    ),
}  # fmt: skip
WHOLE: Final = frozenset({"desimal", "mulai", "selesai", "nomor", "tahun", "revisi"})
"""The columns of whole numbers; published digits stay texts, so that no program rounds them."""


def rows(table: str, catalog: Catalog) -> list[Row]:
    """Return the rows of a table."""
    return [*_ROWS[table](catalog)]


def table_text(table: str, catalog: Catalog) -> str:
    """Return a table as CSV."""
    return csv_text(COLUMNS[table], rows(table, catalog))


def json_text(content: object) -> str:
    """Return plain data as the text of a file."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def levels(definition: Definition) -> Sequence[str]:
    """Return the levels a value of the indicator exists at."""
    return definition.tingkat.diestimasi


def _indicators(catalog: Catalog) -> Iterator[Row]:
    for one in catalog.definitions:
        yield {
            **{key: getattr(one, key, None) for key in COLUMNS[INDICATORS]},
            "tingkat": levels(one),
            "pemilik": one.pemilik,
            "mulai": one.berlaku.mulai,
            "selesai": one.berlaku.selesai,
            "rumus": one.formula,
            "sidik": one.sidik,
            "tema_lokal": one.lokal and one.lokal.tema,
            "mendukung": one.lokal and one.lokal.mendukung,
        }


def _variables(catalog: Catalog) -> Iterator[Row]:
    for one in catalog.definitions:
        for variable in one.variabel:
            yield {
                "kode": one.kode,
                "versi": one.versi,
                **{key: getattr(variable, key) for key in ("nama", "label", "satuan", "jenis")},
                "min": variable.minimum,
                "maks": variable.maximum,
                "sumber_data": variable.sumber_data,
                "antarwilayah": variable.agregasi.wilayah,
                "antarwaktu": variable.agregasi.waktu,
            }


def _values(catalog: Catalog) -> Iterator[Row]:
    regions = load_regions()
    for code in catalog.codes:
        for number, value in enumerate(catalog.observations.values(code), start=1):
            region = regions.get(value.wilayah)
            yield {
                **{key: getattr(value, key, None) for key in COLUMNS[VALUES]},
                "kode": code,
                "nomor": number,
                "nama_wilayah": None if region is None else region.nama,
            }


_ROWS: Final = {INDICATORS: _indicators, VARIABLES: _variables, VALUES: _values}
