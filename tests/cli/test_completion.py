"""Completion: bash is run, as it is there; what other shells get is held to golden scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import registry, shells
from kesbang_iku.cli.completion import CompletedCommand, Completion, Taken
from kesbang_iku.findings.register import all_kinds
from tests.cli.conftest import Run

GOLDEN: Final = Path(__file__).parent / "completion"
BASH: Final = shutil.which("bash")
needs_bash = pytest.mark.skipif(BASH is None, reason="there is no bash")

SMALL: Final = Completion(
    CompletedCommand(
        "",
        "",
        (
            Taken(("--katalog",), "folder katalog", "BERKAS", valued=True),
            Taken(("-h", "--help"), "tampilkan bantuan ini", "", valued=False),
        ),
        (),
    ),
    (
        CompletedCommand(
            "explain",
            "hitungan langkah demi langkah",
            (
                Taken(("--wilayah",), "nama 'resmi' atau kode", "WILAYAH", valued=True),
                Taken(("-o", "--output"), "tulis ke berkas ini", "BERKAS", valued=True),
                Taken(("--tahun",), "tahun ini", "", valued=True),
                Taken(("--katalog",), "folder katalog", "BERKAS", valued=True),
                Taken(("-h", "--help"), "tampilkan bantuan ini", "", valued=False),
            ),
            (Taken((), "laporan", "BERKAS", valued=True),),
        ),
        CompletedCommand(
            "show",
            "satu definisi",
            (
                Taken(("--katalog",), "folder katalog", "BERKAS", valued=True),
                Taken(("-h", "--help"), "tampilkan bantuan ini", "", valued=False),
            ),
            (Taken((), "kode", "KODE", valued=True),),
        ),
    ),
    {"KODE": ("KBP-WAS-01", "KBP-WAS-02"), "WILAYAH": ("62.71", "Kota Ma'rang")},
)


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "kesbang-iku.bash"
    command = [sys.executable, "-m", "kesbang_iku", "--tanpa-paket", "completion", "bash"]
    path.write_bytes(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return path


_SOURCED: Final = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
_PRINTED: Final = '[[ ${#COMPREPLY[@]} == 0 ]] || printf "%s\\n" "${COMPREPLY[@]}"'


def _completed(script: Path, *words: str) -> list[str]:
    """Return what bash proposes for the last of ``words``, as readline would call for it."""
    return _bash(f"{_SOURCED} _kesbang_iku; {_PRINTED}", script, *words)


def _bash(code: str, script: Path, *words: str) -> list[str]:
    done = subprocess.run(
        [str(BASH), "--norc", "-c", code, "bash", str(script), "kesbang-iku", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr
    return done.stdout.splitlines()


@needs_bash
@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (["va"], ["validate"]),
        (["--katalog", "folder", "va"], ["validate"]),
        (["list", "--ked"], ["--kedudukan"]),
        (["list", "--kedudukan", "re"], ["resmi"]),
        (["list", "--format", "=", "j"], ["json"]),
        (["list", "--bidang", "P"], ["POL"]),
        (["show", "KBP-POL-01"], ["KBP-POL-01"]),
        (["explain", "laporan.yaml", "--kode", "KBP-POL-02"], ["KBP-POL-02"]),
        (["explain", "laporan.yaml", "--wilayah", "62.7"], ["62.71"]),
        (["align", "r.csv", "--wilayah", "Kota Palangka"], ["Kota\\ Palangkaraya"]),
        (["align", "r.csv", "--wilayah", "Kota\\ Palangka"], ["Kota\\ Palangkaraya"]),
        (["align", "r.csv", "--wilayah", '"Kota Palangka'], ["Kota Palangkaraya"]),
        (["rules", "IKU40"], [kind.code for kind in all_kinds() if kind.code.startswith("IKU40")]),
        (["schema", "lap"], ["laporan"]),
        (["help", "ali"], ["align"]),
        (["completion", "fi"], ["fish"]),
        (["list", "--tahun", "20"], []),
        (["bukan", "x"], []),
    ],
)
def test_bash_completes(words: list[str], proposed: list[str], script: Path) -> None:
    assert _completed(script, *words) == proposed


@needs_bash
def test_bash_knows_every_command_code_region_and_kind(script: Path) -> None:
    assert _completed(script, "") == registry.ordered()
    assert _completed(script, "show", "") == list(load_catalog(packages=False).codes)
    regions = [region for region in load_regions().values() if region.kode != "0"]
    named = [one.replace("\\", "") for one in _completed(script, "align", "--wilayah", "")]
    assert named == [one.kode for one in regions] + [one.nama for one in regions]
    assert _completed(script, "rules", "") == [kind.code for kind in all_kinds()]


@needs_bash
def test_bash_looks_at_each_word_once_and_starts_no_process(script: Path) -> None:
    # Somebody who types waits for it: a process for each region would be noticed.
    counted = "steps=0; set -T; trap '((steps += 1))' DEBUG; _kesbang_iku; trap - DEBUG; "
    words = ("align", "r.csv", "--wilayah", "Kabupaten Banyu")
    (steps,) = _bash(_SOURCED + counted + 'echo "$steps"', script, *words)
    regions = 2 * len(load_regions())  # their codes and their names
    assert regions < int(steps) < 3 * regions
    asked = script.read_text("utf-8").partition("_kesbang_iku() {")[2]
    assert not re.search(r"\$\((?!\()|`", asked)


@needs_bash
def test_bash_gets_words_with_apostrophes_whole(tmp_path: Path) -> None:
    script = tmp_path / "small.bash"
    script.write_text(shells.load("bash").render(SMALL), encoding="utf-8")
    assert _completed(script, "explain", "--wilayah", "'Kota M") == ["Kota Ma'rang"]


@pytest.mark.parametrize("shell", shells.names())
def test_scripts_are_as_they_were_looked_at(shell: str) -> None:
    assert shells.load(shell).render(SMALL) == (GOLDEN / f"{shell}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("shell", "command"), [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish --no-execute")]
)
def test_shells_can_read_their_scripts(shell: str, command: str, run: Run, tmp_path: Path) -> None:
    program, *options = command.split()
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"there is no {program}")
    path = tmp_path / shell
    path.write_text(run("completion", shell).out, encoding="utf-8")
    subprocess.run([found, *options, str(path)], check=True)


def test_indicators_of_added_catalogs_are_completed_too(run: Run) -> None:
    added = run("--katalog", "examples/katalog-daerah", "completion", "fish").out
    assert len(added) > len(run("completion", "fish").out)
