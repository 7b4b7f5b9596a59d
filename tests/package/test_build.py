"""The build: the same bytes from the same sources, and a bill of materials that is true."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

from kesbang_iku import __version__
from tests.package.conftest import Built, build

pytestmark = pytest.mark.slow


def _member(wheel: Path, ending: str) -> bytes:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(ending)]
        return archive.read(name)


@pytest.fixture(scope="module")
def bill(built: Built) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(_member(built.wheel, "/sboms/kesbang-iku.cdx.json"))
    return content


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_two_builds_from_two_copies_are_the_same_to_the_byte(
    built: Built, tree: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(tree, tmp_path / "another" / "place")
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        if path.is_file():
            path.chmod(path.stat().st_mode & 0o700)  # as for a user who shares nothing
    again = build(copy, tmp_path / "dist", TZ="Asia/Jayapura", LC_ALL="C")
    assert _digest(again.wheel) == _digest(built.wheel)
    assert _digest(again.archive) == _digest(built.archive)


def test_the_source_archive_builds_itself_and_the_wheel_anew(built: Built, tmp_path: Path) -> None:
    with tarfile.open(built.archive) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    again = build(unpacked, tmp_path / "dist")
    assert _digest(again.wheel) == _digest(built.wheel)
    assert _digest(again.archive) == _digest(built.archive)


def test_the_day_of_a_release_can_be_given_and_is_all_that_changes(
    built: Built, tree: Path, tmp_path: Path
) -> None:
    dated = build(tree, tmp_path / "dist", SOURCE_DATE_EPOCH="1795478400")
    with zipfile.ZipFile(dated.wheel) as new, zipfile.ZipFile(built.wheel) as old:
        assert {entry.date_time[:3] for entry in new.infolist()} == {(2026, 11, 24)}
        assert [(one.filename, one.CRC) for one in new.infolist()] == [
            (one.filename, one.CRC) for one in old.infolist()
        ]


def test_the_bill_of_materials_is_valid_cyclonedx(built: Built) -> None:
    text = _member(built.wheel, "/sboms/kesbang-iku.cdx.json").decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_bill_names_what_the_metadata_names(built: Built, bill: dict[str, Any]) -> None:
    metadata = message_from_bytes(_member(built.wheel, ".dist-info/METADATA"))
    required = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    asked = {one.name.lower() for one in required} - {"kesbang-iku"}
    always = {one.name.lower() for one in required if one.marker is None}
    libraries = [one for one in bill["components"] if one["type"] == "library"]
    assert {one["name"].lower() for one in libraries} == asked
    assert {one["name"].lower() for one in libraries if one["scope"] == "required"} == always
    own = bill["metadata"]["component"]
    assert (own["name"], own["version"]) == ("kesbang-iku", __version__)
    assert own["licenses"] == [{"expression": metadata["License-Expression"]}]


def test_data_of_others_in_the_wheel_is_named_with_its_digest(
    built: Built, bill: dict[str, Any]
) -> None:
    carried = [one for one in bill["components"] if one["type"] == "data"]
    assert carried
    for entry in carried:
        (file,) = [one["value"] for one in entry["properties"]]
        content = _member(built.wheel, f"_data/{file}")
        assert entry["hashes"] == [
            {"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}
        ]
        assert entry["licenses"]


def test_the_bill_depends_on_nothing_it_does_not_list(bill: dict[str, Any]) -> None:
    (own,) = bill["dependencies"]
    assert set(own["dependsOn"]) == {one["bom-ref"] for one in bill["components"]}
    assert not {"serialNumber", "timestamp"} & {*bill, *bill["metadata"]}
