"""What is built for release holds the standard, and nothing else than the sources."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.tree import ROOT

_TRAVELS = {"catalog": "catalog", "schemas": "schemas", "tests/vectors": "vectors"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and the source archive once, into a folder of their own."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def _wheel_names(built: Path) -> set[str]:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("source", _TRAVELS)
def test_wheel_carries_every_file_of(built: Path, source: str) -> None:
    expected = {
        f"kesbang_iku/_data/{_TRAVELS[source]}/{path.relative_to(ROOT / source).as_posix()}"
        for path in (ROOT / source).rglob("*")
        if path.is_file()
    }
    assert expected
    assert expected <= _wheel_names(built)


def test_wheel_holds_the_typed_package_and_its_licence_only(built: Path) -> None:
    names = _wheel_names(built)
    assert "kesbang_iku/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kesbang_iku"}


def test_source_archive_can_build_and_test_itself(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    needed = {
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "constraints.txt",
        "examples/demo.sh",
        "pyproject.toml",
        "src/kesbang_iku/py.typed",
        "tests/test_package.py",
    }
    assert needed <= names
