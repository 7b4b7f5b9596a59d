"""The standard in the forms of others: what is in them, and that nothing is lost or made up."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.publish.exports import exported, names

CATALOG = load_catalog()


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _only(files: Mapping[str, str]) -> str:
    (text,) = files.values()
    return text


def test_every_form_is_written_the_same_twice() -> None:
    for name in names():
        assert exported(name, CATALOG) == exported(name, CATALOG)


def test_the_whole_catalog_stands_in_one_json() -> None:
    content = json.loads(_only(exported("json", CATALOG)))
    assert [(one["kode"], one["versi"], one["sidik"]) for one in content["indikator"]] == [
        (one.kode, one.versi, one.sidik) for one in CATALOG.definitions
    ]
    assert content["katalog"]["sidik"] == CATALOG.digest
    assert {one["nama"] for one in content["skala"]} == set(CATALOG.tables.scales)


def test_the_form_for_indicators_has_its_columns_and_leaves_the_officers_empty() -> None:
    rows = _rows(_only(exported("msind", CATALOG)))
    assert len(rows) == len(CATALOG.definitions)
    titles = list(rows[0])
    assert (titles[1], titles[13], titles[16]) == (
        "Nama Indikator",
        "Variabel Pembangun: Kode Kegiatan (diisi petugas)",
        "Dapat Diakses Umum (1 Ya, 2 Tidak)",
    )
    for row, one in zip(rows, CATALOG.definitions, strict=True):
        composite = one.komponen is not None
        assert row[titles[13]] == ""
        assert row["Nama Indikator"] == one.nama
        assert row[titles[9]] == ("1" if composite else "2")
        # Columns 11 and 12 are of composites, 13 to 15 of all others.
        assert bool(row[titles[11]]) == composite
        assert not (composite and (row[titles[12]] or row[titles[14]]))


def test_the_form_for_variables_has_a_row_for_each() -> None:
    rows = _rows(_only(exported("msvar", CATALOG)))
    assert len(rows) == sum(len(one.variabel) for one in CATALOG.definitions)
    assert {row["Konsep"] for row in rows} == {""}
    assert not any("tidak_diketahui" in cell for row in rows for cell in row.values())


@pytest.mark.parametrize("form", ["csvw", "datapackage"])
def test_tables_have_the_columns_that_are_told_and_keys_that_name_one_row(form: str) -> None:
    files = exported(form, CATALOG)
    told = json.loads(next(text for name, text in files.items() if name.endswith(".json")))
    listed: list[dict[str, Any]] = told.get("tables") or told["resources"]
    assert len(listed) == len(files) - 1
    for table in listed:
        schema = table.get("tableSchema") or table["schema"]
        columns = [one["name"] for one in schema.get("columns") or schema["fields"]]
        rows = _rows(files[table.get("url") or table["path"]])
        assert list(rows[0]) == columns
        keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)


def test_published_digits_stay_as_they_were_printed() -> None:
    rows = _rows(exported("datapackage", CATALOG)["nilai.csv"])
    printed = [value.nilai for code in CATALOG.codes for value in CATALOG.observations.values(code)]
    assert [row["nilai"] for row in rows] == printed
    assert len(printed) > 1000


def test_each_indicator_is_a_term_with_an_address_of_its_own() -> None:
    graph = json.loads(_only(exported("dcat", CATALOG)))["@graph"]
    terms = [one for one in graph if one["@type"] == "schema:DefinedTerm"]
    assert len({one["@id"] for one in terms}) == len(terms) == len(CATALOG.definitions)
