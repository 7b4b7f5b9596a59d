"""The forms, read back by the field's own validators, each in an environment of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from benchmarks.environments import alone
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.publish.exports import exported

pytestmark = pytest.mark.slow
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
from rdflib.namespace import DCAT, RDF
graph = Graph().parse(sys.argv[1], format="json-ld")
terms = graph.query("SELECT ?t WHERE { ?t a <https://schema.org/DefinedTerm> }")
print(json.dumps([(None, RDF.type, DCAT.Dataset) in graph, len(terms)]))
"""


def _asked(library: str, script: str, file: Path) -> tuple[bool, int]:
    done = subprocess.run(
        [alone(library).python, "-c", script, file.name],
        cwd=file.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    valid, count = json.loads(done.stdout.splitlines()[-1])
    return valid, count


def _written(form: str, folder: Path) -> None:
    for name, content in exported(form, CATALOG).items():
        (folder / name).write_text(content, encoding="utf-8", newline="")


def _count() -> int:
    variables = sum(len(one.variabel) for one in CATALOG.definitions)
    values = sum(len(CATALOG.observations.values(code)) for code in CATALOG.codes)
    return len(CATALOG.definitions) + variables + values


def test_the_data_package_is_valid(tmp_path: Path) -> None:
    _written("datapackage", tmp_path)
    assert _asked("frictionless", FRICTIONLESS, tmp_path / "datapackage.json") == (True, _count())


def test_the_tables_of_the_web_are_valid(tmp_path: Path) -> None:
    _written("csvw", tmp_path)
    assert _asked("csvw", CSVW, tmp_path / "csv-metadata.json") == (True, _count())


def test_the_graph_is_read_as_linked_data(tmp_path: Path) -> None:
    _written("dcat", tmp_path)
    read = _asked("rdflib", RDFLIB, tmp_path / "katalog.jsonld")
    assert read == (True, len(CATALOG.definitions))
