"""The examples for PHP run, and notice a wrong answer."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.scratch import run
from tests.tree import ROOT

pytestmark = pytest.mark.slow

_VECTORS = ROOT / "tests" / "vectors"
_PHP = ROOT / "examples" / "php"
_MANY = 100


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; tools/install_php.sh installs PHP")
    return found


def _counts(output: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", output.splitlines()[-1])]


def _wrong(folder: Path, part: str, old: str, new: str) -> Path:
    """Return a copy of the vectors in which one expected outcome is wrong."""
    copy = shutil.copytree(_VECTORS, folder / "vectors")
    path = copy / part
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def test_php_gives_the_values_of_the_vectors() -> None:
    ran = run([_program("php"), "vektor.php", str(_VECTORS)], _PHP)
    assert (ran.status, ran.errors) == (0, "")
    same, different, _ = _counts(ran.output)
    assert same > _MANY
    assert different == 0


def test_php_notices_a_value_that_differs(tmp_path: Path) -> None:
    vectors = _wrong(tmp_path, "indikator/kbp-was-02-1.json", '"nilai": "3.13"', '"nilai": "3.12"')
    ran = run([_program("php"), "vektor.php", str(vectors)], _PHP)
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
    files = [_PHP / "rumus.php", _PHP / "laporan.php"]
    assert shown == [path.read_text(encoding="utf-8") for path in files]
    assert re.search(r"^\d+ cocok, 0 berbeda, \d+ dilewati$", text, re.MULTILINE)
