"""The standard in the forms of others: what is in them, and that nothing is lost or made up."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any, Final

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.exports import exported, names
from kesbang_iku.publish.exports._sdmx_structures import (
    ATTRIBUTES,
    DIMENSIONS,
    MEASURE,
    Identifiers,
)
from tests.tree import ROOT

CATALOG = load_catalog()
STRUCTURE: Final = "{http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure}"


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


def test_a_table_marks_what_is_local() -> None:
    local = load_catalog([ROOT / "examples" / "katalog-daerah"])
    found = {row["kode"]: row for row in _rows(_only(exported("csv", local)))}
    marks = [(found[kode]["tema_lokal"], found[kode]["mendukung"])
             for kode in ("BANDUNG-ESB-02", "KBP-ESB-02")]  # fmt: skip
    assert marks == [("sosial", "KBP-ESB-02"), ("", "")]


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


def test_values_of_sdmx_keep_the_digits_that_were_printed_and_the_codes_that_are_listed() -> None:
    files = exported("sdmx", CATALOG)
    rows = _rows(files["nilai.csv"])
    printed = [value.nilai for code in CATALOG.codes for value in CATALOG.observations.values(code)]
    assert sorted(row["OBS_VALUE"] for row in rows) == sorted(printed)
    assert "71.30" in {row["OBS_VALUE"] for row in rows}
    read = ET.fromstring(files["struktur.xml"])  # noqa: S314  # our own text
    codes = {
        codelist.get("id"): {code.get("id") for code in codelist.iter(f"{STRUCTURE}Code")}
        for codelist in read.iter(f"{STRUCTURE}Codelist")
    }
    for column in (*DIMENSIONS, *ATTRIBUTES):
        if column.codelist is not None:
            assert {row[column.name] for row in rows} - {""} <= codes[column.codelist]
        if column.mandatory:
            assert all(row[column.name] for row in rows)


def test_a_value_that_the_catalog_does_not_take_is_of_low_reliability_in_sdmx() -> None:
    rows = _rows(exported("sdmx", CATALOG)["nilai.csv"])
    assert {row["OBS_STATUS"] for row in rows if row["DIPAKAI"] == "tidak"} == {"U"}
    assert {(row["KEDUDUKAN"], row["OBS_STATUS"]) for row in rows if row["DIPAKAI"] == "ya"} == {
        ("resmi", "A"),
        ("dilaporkan", "V"),
        ("turunan", "E"),
    }
    second = [row for row in rows if row["CETAKAN"] != "1"]
    assert second
    contested = ("73", "KBP-POL-02", "Pilgub_2024", "2024")
    prints = [
        (row["CETAKAN"], row["DIPAKAI"])
        for row in rows
        if (row["REF_AREA"], row["INDICATOR"], row["EDISI"], row["TIME_PERIOD"]) == contested
        and row["BAGIAN"] == "_T"
    ]
    assert prints == sorted(prints, key=lambda one: int(one[0]))
    assert [taken for _, taken in prints] == sorted((taken for _, taken in prints), reverse=True)


def test_two_texts_have_two_identifiers() -> None:
    made = Identifiers(["pernah_pakai", "pernah pakai", None, "(1–4)", "62.71"])
    assert made.of("pernah_pakai") == "pernah_pakai"
    assert made.of("62.71") == "62_71"
    assert made.of(None) is None
    other = made.of("pernah pakai")
    assert other is not None
    assert other.startswith("pernah_pakai_")
    assert [one.name for one in made.codes()] == sorted({"1_4", "62_71", "pernah_pakai", other})


@pytest.mark.parametrize("page", ["ekspor.md", "en/export.md"])
def test_the_page_tells_of_each_form_and_of_each_column_of_sdmx(page: str) -> None:
    told = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for name in (*names(), *(one.name for one in (*DIMENSIONS, MEASURE, *ATTRIBUTES))):
        assert f"`{name}`" in told, name


def test_the_json_is_read_back_to_the_same_fingerprints() -> None:
    content = json.loads(_only(exported("json", CATALOG)))
    tables = Tables(
        methods={one["nama"]: Method.model_validate(one) for one in content["metode"]},
        scales={one["nama"]: Scale.model_validate(one) for one in content["skala"]},
    ).joined(CATALOG.tables)
    for told in content["indikator"]:
        kept = {key: value for key, value in told.items() if key not in {"rumus_utuh", "sidik"}}
        assert Indicator.model_validate(kept).with_tables(tables).sidik == told["sidik"]
