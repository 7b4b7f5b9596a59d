"""The examples for PHP run, and notice a wrong answer."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import kesbang_iku as iku
from tests.publish.packages.php import written
from tests.scratch import run
from tests.tree import ROOT

pytestmark = pytest.mark.slow

_VECTORS = ROOT / "tests" / "vectors"
_PHP = ROOT / "examples" / "php"


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; tools/install_composer.sh installs PHP")
    return found


def _wrong(folder: Path, part: str, old: str, new: str) -> Path:
    """Return a copy of the vectors in which one expected outcome is wrong."""
    copy = shutil.copytree(_VECTORS, folder / "vectors")
    path = copy / part
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, katalog: iku.Catalog) -> Path:
    return written(tmp_path_factory.mktemp("php") / "paket", katalog)


def test_php_gives_the_values_of_all_vectors_and_leaves_none_out(package: Path) -> None:
    ran = run([_program("php"), "vektor.php", str(package), str(_VECTORS)], _PHP)
    assert (ran.status, ran.errors) == (0, "")
    cases = [
        case
        for path in (_VECTORS / "indikator").iterdir()
        for case in json.loads(path.read_text(encoding="utf-8"))["kasus"]
    ]
    assert ran.output == f"{len(cases)} cocok, 0 berbeda\n"
    for page in ("docs/vektor.md", "docs/en/vectors.md"):
        assert f"\n```text\n{ran.output}```\n" in (ROOT / page).read_text(encoding="utf-8")


def test_php_computes_with_the_package(package: Path) -> None:
    ran = run([_program("php"), "hitung.php", str(package)], _PHP)
    assert (ran.status, ran.errors) == (0, "")
    value, statement = ran.output.splitlines()
    assert value == "lengkap  71.27  98.99  Sangat Tinggi"
    assert run(["kesbang-iku", "verify", statement], ROOT).status == 0


def test_php_notices_a_value_that_differs(package: Path, tmp_path: Path) -> None:
    vectors = _wrong(tmp_path, "indikator/kbp-was-02-1.json", '"nilai": "3.13"', '"nilai": "3.12"')
    ran = run([_program("php"), "vektor.php", str(package), str(vectors)], _PHP)
    assert ran.status == 1
    assert "KBP-WAS-02 Pembulatan tepat di tengah: 3.13, bukan 3.12" in ran.output


def test_php_reads_the_answer_of_the_command_line() -> None:
    report = ROOT / "examples" / "idi-kalimantan-tengah.yaml"
    ran = run([_program("php"), "laporan.php", str(report)], _PHP)
    assert ran.status == 0
    assert "KBP-POL-01 2018  71.27  98.99  Sangat Tinggi" in ran.output


def test_php_passes_the_exit_status_and_the_findings_on() -> None:
    report = ROOT / "examples" / "laporan-keliru.yaml"
    ran = run([_program("php"), "laporan.php", str(report)], _PHP)
    assert ran.status == 1
    assert re.search(r"^  IKU\d{3} ", ran.output, re.MULTILINE)


def test_the_php_example_is_as_short_as_it_is_said_to_be() -> None:
    for path in _PHP.glob("*.php"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 30, path.name


@pytest.mark.parametrize("page", ["docs/vektor.md", "docs/en/vectors.md"])
def test_the_pages_show_the_examples_as_they_are_and_what_they_answer(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    shown = re.findall(r"^```php\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    files = [_PHP / "hitung.php", _PHP / "laporan.php"]
    assert shown == [path.read_text(encoding="utf-8") for path in files]
