"""What a release carries besides the package: every form, the same bytes each time, and a bill."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from kesbang_iku import __version__
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.publish.exports import exported, names
from tools.build_exports import SUMS, build, packed

STEM = f"kesbang-iku-{__version__}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports") / "made"
    build(folder)
    return folder


@pytest.fixture
def elsewhere() -> Iterator[None]:
    """Stand in another time zone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Asia/Jayapura")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.slow
def test_each_form_is_there_and_nothing_else(folder: Path) -> None:
    bill = f"{STEM}-exports.cdx.json"
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*(f"{STEM}-{name}.{_ending(name)}" for name in names()), bill, SUMS]
    )


def _ending(name: str) -> str:
    files = exported(name, load_catalog())
    if len(files) == 1:
        return next(iter(files)).rpartition(".")[2]
    return "tgz" if "package.json" in files else "zip"


@pytest.mark.usefixtures("elsewhere")
def test_two_builds_are_the_same_to_the_byte(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    (again / "left-over").touch()
    before = os.umask(0o077)
    try:
        build(again)
    finally:
        os.umask(before)
    assert {path.name: path.read_bytes() for path in again.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }


def test_an_archive_holds_the_files_of_its_form(folder: Path) -> None:
    with zipfile.ZipFile(folder / f"{STEM}-sdmx.zip") as archive:
        held = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert held == {name: text.encode() for name, text in exported("sdmx", load_catalog()).items()}


def test_a_package_for_npm_is_packed_as_npm_installs_it() -> None:
    name, content = packed("npm", {"package.json": b"{}", "index.js": b"export {};\n"})
    assert name == f"{STEM}-npm.tgz"
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        assert [(one.name, one.mtime, one.mode) for one in archive] == [
            ("package/index.js", 0, 0o644),
            ("package/package.json", 0, 0o644),
        ]


def test_the_bill_is_valid_and_true(folder: Path) -> None:
    text = (folder / f"{STEM}-exports.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    told = json.loads(text)
    assets = [one for one in told["components"] if "hashes" in one]
    assert len(assets) == len(names())
    for one in assets:
        content = (folder / one["name"]).read_bytes()
        assert one["hashes"][0]["content"] == hashlib.sha256(content).hexdigest()
        assert one["components"]
    (carried,) = [one for one in told["components"] if "hashes" not in one]
    assert carried["licenses"] == [{"license": {"id": "MIT"}}]
    assert not {"serialNumber", "timestamp"} & {*told, *told["metadata"]}


def test_the_sums_are_those_of_the_files(folder: Path) -> None:
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len([*folder.iterdir()]) - 1
    for line in lines:
        digest, name = line.split("  ")
        assert digest == hashlib.sha256((folder / name).read_bytes()).hexdigest()
