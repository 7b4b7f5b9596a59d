"""The data of the site: at the addresses that are promised, as the command line answers."""

from __future__ import annotations

import csv
import io
import json

import pytest

import kesbang_iku as iku
from kesbang_iku.publish.schemas import SCHEMA_NAMES
from tools.build_docs import data_files


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    made = list(data_files(iku.load_catalog()))
    found = {page.path: page.text for page in made}
    assert len(found) == len(made)
    return found


def test_each_indicator_has_its_definition_and_values(
    files: dict[str, str], katalog: iku.Catalog
) -> None:
    for code in katalog.codes:
        found = json.loads(files[f"indikator/{code.lower()}.json"])
        assert (found["kode"], found["versi"]) == (code, katalog.versions(code)[-1].versi)
        rows = list(csv.DictReader(io.StringIO(files[f"indikator/{code.lower()}.csv"])))
        assert len(rows) == len(katalog.nilai(code))
        assert {row["kode"] for row in rows} <= {code}
    old = json.loads(files["indikator/kbp-pol-01-2015.json"])
    assert {value["tahun"] for value in old["nilai_terbit"]} <= set(range(2015, 2021))


def test_the_catalog_and_the_list_name_every_indicator(
    files: dict[str, str], katalog: iku.Catalog
) -> None:
    listed = json.loads(files["katalog.json"])["indikator"]
    assert [(one["kode"], one["versi"]) for one in listed] == [
        (one.kode, one.versi) for one in katalog
    ]
    for code in katalog.codes:
        assert f"(indikator/{code.lower()}.json)" in files["llms.txt"]


def test_every_schema_is_there(files: dict[str, str]) -> None:
    for name in SCHEMA_NAMES:
        assert json.loads(files[f"schemas/{name}.json"])["$schema"]
        assert f"schemas/draft-07/{name}.json" in files
