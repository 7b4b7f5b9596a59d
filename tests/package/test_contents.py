"""What is built for release holds the standard, and nothing else than the sources."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.observations import ObservationFolder, Observations, packed
from kesbang_iku.model.definition import Years
from kesbang_iku.sources.reading import read_documents
from kesbang_iku.sources.shipped import FOLDER, name_of, text_of_all
from tests.package.conftest import Built

pytestmark = pytest.mark.slow

_TRAVELS = {
    "catalog": "catalog",
    "schemas": "schemas",
    "tests/vectors": "vectors",
}


def _wheel_names(built: Built) -> set[str]:
    with zipfile.ZipFile(built.wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("source", _TRAVELS)
def test_wheel_carries_every_file_of(built: Built, tree: Path, source: str) -> None:
    expected = {
        f"kesbang_iku/_data/{_TRAVELS[source]}/{path.relative_to(tree / source).as_posix()}"
        for path in (tree / source).rglob("*")
        if path.is_file()
    }
    assert expected
    assert expected <= _wheel_names(built)


def test_wheel_holds_the_typed_package_and_its_licence_only(built: Built) -> None:
    names = _wheel_names(built)
    assert "kesbang_iku/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kesbang_iku"}


def test_source_archive_holds_every_file_of_the_repository(built: Built, tree: Path) -> None:
    with tarfile.open(built.archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    files = {
        path.relative_to(tree).as_posix()
        for path in tree.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {"pyproject.toml", "tests/package/test_contents.py", "examples/demo.sh"} <= files
    assert files - names == set()


def test_wheel_carries_the_catalog_ready_to_use(built: Built, tree: Path) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        inside = f"kesbang_iku/_data/{FOLDER}/"
        made = {name for name in archive.namelist() if name.startswith(inside)}
        for source in (tree / "catalog").rglob("*.yaml"):
            documents, findings = read_documents(source)
            name = inside + name_of(source.read_text(encoding="utf-8"))
            assert json.loads(archive.read(name)) == [document.data for document in documents]
            assert findings == []
            made.remove(name)
        values = ObservationFolder(tree / "catalog")
        for code in values.codes:
            name = inside + name_of(values.text_of_series(code))
            series = Observations([tree / "catalog"]).series(code, Years())
            assert json.loads(archive.read(name)) == json.loads(json.dumps(packed(series)))
            made.remove(name)
        (name,) = made
        assert name == inside + name_of(text_of_all(tree / "catalog"))
        assert json.loads(archive.read(name)) == load_catalog(packages=False).digest


def test_wheel_carries_each_file_and_folder_of_texts_as_one_file(built: Built, tree: Path) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        inside = "kesbang_iku/_data/texts/"
        made = {name for name in archive.namelist() if name.startswith(inside)}
        for source in (tree / "texts").iterdir():
            name = f"{inside}{source.stem}.json"
            files = {path.stem: _yaml(path) for path in source.glob("*.yaml")}
            assert json.loads(archive.read(name)) == (files or _yaml(source))
            made.remove(name)
    assert made == set()


def _yaml(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
