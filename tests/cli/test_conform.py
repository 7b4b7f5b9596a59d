"""``conform``: programs that answer, that do not, and that answer wrongly."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import kesbang_iku as iku
from kesbang_iku.conformance import program
from tests.cli.conftest import Run
from tests.publish.packages import php
from tests.tree import ROOT

ADAPTERS = ROOT / "examples" / "kesesuaian"
SELF = ROOT / "tests" / "conformance" / "adapter.py"
SHORT = ("--taraf", "periode")


def _script(folder: Path, text: str) -> tuple[str, Path]:
    file = folder / "adaptor.py"
    file.write_text(text, encoding="utf-8")
    return sys.executable, file


@pytest.mark.slow
def test_the_library_itself_passes_every_level(run: Run) -> None:
    ran = run("conform", "--format", "json", "--", sys.executable, SELF)
    assert (ran.status, ran.json["gagal"]) == (0, [])
    assert all(one["lulus"] == one["kasus"] > 0 for one in ran.json["taraf"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "file"),
    [("node", "adaptor.mjs"), (sys.executable, "adaptor.py")],
)
def test_adapters_in_other_languages_pass_the_level_of_achievements(
    run: Run, command: str, file: str
) -> None:
    if shutil.which(command) is None:
        pytest.skip(f"{command} is not installed")
    ran = run("conform", "--taraf", "capaian", "--", command, ADAPTERS / file)
    assert (ran.status, ran.err) == (0, "")
    assert "capaian    291    291  lulus" in ran.out


@pytest.mark.slow
def test_the_adapter_in_php_passes_it_with_the_package(
    run: Run, katalog: iku.Catalog, tmp_path: Path
) -> None:
    package = php.written(tmp_path / "paket", katalog)
    command = (php.program("php"), ADAPTERS / "adaptor.php", package / "autoload.php")
    ran = run("conform", "--taraf", "capaian", "--", *command)
    assert (ran.status, ran.err) == (0, "")
    assert "capaian    291    291  lulus" in ran.out


def test_a_wrong_program_is_shown_its_shortest_case_and_its_habit(run: Run, tmp_path: Path) -> None:
    program_ = _script(
        tmp_path,
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    case = json.loads(line)\n"
        "    print('sibuk', file=sys.stderr)\n"
        "    print(json.dumps({'id': case['id'], 'nilai': '100.00'}), flush=True)\n",
    )
    ran = run("conform", *SHORT, "--", *program_)
    assert ran.status == 1
    assert "Kasus gagal terpendek pada taraf periode: periode/" in ran.out
    assert 'dijawab: {"nilai": "100.00"}' in ran.out
    assert "kebiasaannya: " in ran.out
    assert ran.err.startswith("Yang terakhir dikatakan program itu:\nsibuk")
    page = run("conform", *SHORT, "--format", "markdown", "--bahasa", "en", "--", *program_)
    assert page.out.startswith("**kesbang-iku 0.1.0: no level yet**\n\n## Conformance")
    assert "| periode | 0 | 8 | not yet |" in page.out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "programnya sudah berakhir"),
        ("raise SystemExit(3)", "(status 3)"),
        ("print('halo', flush=True)\nimport sys\nsys.stdin.read()", "bukan JSON: halo"),
        ("print('[]', flush=True)\nimport sys\nsys.stdin.read()", "bukan objek JSON"),
        ("print('{\"id\": 7}', flush=True)\nimport sys\nsys.stdin.read()", "untuk kasus lain (7)"),
        ("import time\ntime.sleep(60)", "tidak ada jawaban dalam"),
    ],
)
def test_a_program_that_does_not_answer_fails_with_the_reason(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    # The others may take as long as they need to start.
    monkeypatch.setattr(program, "PATIENCE", 1.0 if "sleep" in text else 5.0)
    ran = run("conform", *SHORT, "--", *_script(tmp_path, text))
    assert ran.status == 1
    assert said in ran.out


def test_what_cannot_be_started_is_a_sentence(run: Run) -> None:
    ran = run("conform", *SHORT, "--", "tidak-ada-program")
    assert (ran.status, ran.out) == (2, "")
    assert "tidak-ada-program tidak dapat dijalankan" in ran.err
