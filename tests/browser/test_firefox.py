"""The page that checks files answers in Firefox as the command line does, also from a disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.site import BIN
from tests.tables.sheets import FOLDER, by_xlsxwriter, read_sheet
from tests.tree import ROOT
from tools.browser.brought import NODE

pytestmark = pytest.mark.site

DRIVING: Final = ROOT / "tests" / "browser" / "firefox" / "check.mjs"
DRIVER: Final = Path(sys.prefix) / "firefox"
EXAMPLES: Final = ("tabel-capaian.csv", "laporan-keliru.yaml", "rencana/kota-bandung.yaml")
SHEETS: Final = ("t-c27-target-rp-dua-baris-0", "lkjip-0")
PATIENCE: Final = 120_000


@pytest.fixture(scope="module")
def firefox() -> str:
    """Return where Firefox is; without it, or what drives it, the tests here say so and pass by."""
    names = (os.environ.get("KESBANG_IKU_FIREFOX"), "firefox-esr", "firefox")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None or not (DRIVER / "node_modules").is_dir():
        pytest.skip("no Firefox, or nothing to drive it: run tools/install_firefox.sh")
    return found


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return what is dropped on the page: examples, and two workbooks of the corpus."""
    folder = tmp_path_factory.mktemp("berkas")
    for name in EXAMPLES:
        shutil.copy(ROOT / "examples" / name, folder)
    for name in SHEETS:
        sheet = read_sheet(FOLDER / f"{name}.lembar")
        (folder / f"{name}.xlsx").write_bytes(by_xlsxwriter(sheet.rows, sheet.merges))
    return sorted(folder.iterdir())


def _seen(firefox: str, address: str, files: list[Path], folder: Path) -> dict[str, Any]:
    asked = {
        "driver": str(DRIVER),
        "firefox": firefox,
        "address": address,
        "files": [str(file) for file in files],
        "folder": str(folder),
        "patience": PATIENCE,
    }
    done = subprocess.run(
        (str(NODE), str(DRIVING)),
        input=json.dumps(asked), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def _expected(file: Path) -> str:
    words = (BIN / "kesbang-iku", "validate", file.name, "--format", "json")
    return subprocess.run(
        words, cwd=file.parent, capture_output=True, text=True, check=False
    ).stdout


def test_the_findings_in_firefox_are_those_of_the_command_line(
    firefox: str, address: str, material: list[Path], tmp_path: Path
) -> None:
    seen = _seen(firefox, f"{address}periksa/", material, tmp_path)
    assert seen["problems"] == []
    assert seen["away"] == []
    assert seen["answers"] == {str(file): _expected(file) for file in material}


def test_the_one_file_does_the_same_from_a_disk(
    firefox: str, site: Path, material: list[Path], tmp_path: Path
) -> None:
    carried = (site / "periksa" / "kesbang-iku-periksa.html").as_uri()
    seen = _seen(firefox, carried, material[:2], tmp_path)
    assert seen["problems"] == []
    assert seen["away"] == []
    assert seen["answers"] == {str(file): _expected(file) for file in material[:2]}
