"""Options, help and wrong arguments: exit status 2, one sentence, and where to find help."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kesbang_iku import __version__
from kesbang_iku.cli import registry
from kesbang_iku.cli.parser import read_arguments
from tests.cli.conftest import Run
from tests.tree import ROOT

COMMANDS = registry.ordered()
EXAMPLE = "examples/ikub.yaml"


def _spawn(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kesbang_iku", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_version_is_answered(run: Run) -> None:
    ran = run("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"kesbang-iku {__version__}\n", "")


def test_version_loads_neither_models_nor_yaml() -> None:
    code = (
        "import sys; from kesbang_iku.cli import main; main(['--version']);"
        "print(sorted({'pydantic', 'yaml', 'csv'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_commands_of_the_contract_are_there() -> None:
    assert set(COMMANDS) >= {
        *("list", "show", "compute", "explain", "validate", "formula", "schema", "vectors"),
    }


def test_help_lists_every_command_in_indonesian(run: Run) -> None:
    ran = run("--help")
    assert ran.status == 0
    assert ran.out.startswith("Pemakaian: kesbang-iku")
    assert "usage" not in ran.out
    assert "optional" not in ran.out
    for command in COMMANDS:
        assert f"\n    {command} " in ran.out


def test_help_in_english(run: Run) -> None:
    ran = run("--help", "--bahasa", "en")
    assert ran.out.startswith("Usage: kesbang-iku")
    assert "Perintah" not in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(command: str, run: Run) -> None:
    indonesian, english = run(command, "--help"), run("--bahasa=en", command, "-h")
    assert (indonesian.status, english.status) == (0, 0)
    assert indonesian.out.startswith(f"Pemakaian: kesbang-iku {command}")
    assert english.out.startswith(f"Usage: kesbang-iku {command}")
    for option in ("--katalog", "--bahasa", "--quiet", "--no-color", "--version", "--help"):
        assert option in indonesian.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tumpuk", "laporan.yaml"], "perintah 'tumpuk' tidak ada"),
        (["comput", EXAMPLE], "Barangkali maksudnya compute."),
        (
            ["compute"],
            "argumen wajib belum disebut: BERKAS. Misalnya: kesbang-iku compute laporan.yaml",
        ),
        (["check", EXAMPLE], "perintah 'check' tidak ada. Barangkali maksudnya validate."),
        (["kirim"], "perintah 'kirim' tidak ada. Perintah yang ada: list, show"),
        (["--json", "list"], "sesudah namanya, misalnya list --format json"),
        (["report", EXAMPLE], "Misalnya: kesbang-iku report laporan.yaml -o capaian.html"),
        (["compute", "--formt", "json", EXAMPLE], "pilihan tidak dikenal: --formt."),
        (["compute", "--formt", "json", EXAMPLE], "Barangkali maksudnya --format."),
        (["--katlog", "x", "list"], "pilihan tidak dikenal: --katlog."),
        (["compute", "--format", "xml", EXAMPLE], "'xml' tidak dikenal; pilih table, json, csv"),
        (["compute", EXAMPLE, "--format"], "--format: nilainya belum disebut"),
        (["explain"], "argumen wajib belum disebut: BERKAS"),
        (["list", "--tahun", "99999999999"], "'99999999999' bukan tahun"),
        (["validate", EXAMPLE, "--proses", "0"], "'0' bukan banyaknya"),
        (["validate", EXAMPLE, "--proses", "dua"], "'dua' bukan banyaknya"),
        (["rules", "IKU310", "lebih"], "argumen berlebih: lebih"),
        (["list", "--quiet=1"], "--quiet tidak menerima nilai"),
        (["list", "--bahasa", "fr"], "--bahasa: 'fr' tidak dikenal; pilih id, en"),
        (["schema", "--draft", "4"], "--draft: '4' tidak dikenal"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_arguments_are_refused(arguments: list[str], said: str, run: Run) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.err
    assert "--help'" in ran.err
    assert "argument" not in ran.err.replace("argumen ", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tumpuk"], "there is no command 'tumpuk'"),
        (["compute"], "required argument missing: FILE"),
        (["diff", "2020", "2021", "--", "--format=text"], "unexpected argument: --format=text."),
        (["list", "--formt=json"], "unknown option: --formt=json. Perhaps --format=json is meant."),
        (["list", "--tahun", "x"], "'x' is no year"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_arguments_are_refused_in_english(arguments: list[str], said: str, run: Run) -> None:
    ran = run("--bahasa", "en", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_the_commands_there_are_stand_in_the_answer_to_an_unknown_one(run: Run) -> None:
    assert f"Perintah yang ada: {', '.join(COMMANDS)}." in run("tumpuk").err


def test_common_options_count_before_and_after_the_command() -> None:
    before = read_arguments(["--quiet", "--katalog", "a", "--bahasa", "en", "list"]).options
    after = read_arguments(["list", "--quiet", "--katalog", "a", "--bahasa", "en"]).options
    assert (before.quiet, before.katalog, before.bahasa) == (True, ["a"], "en")
    assert (after.quiet, after.katalog, after.bahasa) == (True, ["a"], "en")


def test_catalog_folders_of_both_places_are_added_up() -> None:
    options = read_arguments(["--katalog", "a", "list", "--katalog", "b", "--katalog=c"]).options
    assert options.katalog == ["a", "b", "c"]


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"kesbang-iku: perintah belum disebut.\n\n{run('--help').out}"


def test_an_argument_may_look_like_an_option_after_two_dashes() -> None:
    assert read_arguments(["formula", "--", "-a+b"]).options.text == ["-a+b"]


def test_control_characters_of_arguments_do_not_reach_the_terminal(run: Run) -> None:
    ran = run("show", "\x1b[31mX")
    assert ran.status == 2
    assert "\x1b" not in ran.err


def test_a_reader_that_goes_away_ends_the_command_quietly() -> None:
    with _spawn("vectors") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_ctrl_c_ends_the_command_quietly() -> None:
    code = (
        "import sys, io\n"
        "from kesbang_iku.cli import main\n"
        "class Interrupting(io.RawIOBase):\n"
        "    def read(self, size=-1):\n"
        "        raise KeyboardInterrupt\n"
        "class Input:\n"
        "    buffer = Interrupting()\n"
        "sys.stdin = Input()\n"
        "sys.exit(main(['compute', '-']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a full device")
@pytest.mark.parametrize("command", ["list", "--version"])
def test_a_full_disk_is_said_and_no_traceback(command: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kesbang_iku", command],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("kesbang-iku: sistem menolak")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that is used stays there")
def test_a_working_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    lost = "import os, sys; os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]); "
    ask = "from kesbang_iku.cli import main; sys.exit(main(sys.argv[2:]))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", lost + ask, tmp_path, "new", "laporan", "-o", "laporan.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kesbang-iku: sistem menolak membaca atau menulis .: ")


def test_a_stream_without_unicode_gets_json_in_ascii() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kesbang_iku", "show", "KBP-WAS-02", "--format", "json"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("ascii"))["kode"] == "KBP-WAS-02"


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")
@pytest.mark.parametrize(
    "command", ["verify -", "compute -", "compute examples/idi-kalimantan-tengah.yaml --padanan -"]
)
def test_a_closed_standard_input_is_said_and_no_traceback(command: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m kesbang_iku {command} <&-"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert (done.returncode, "tertutup" in done.stderr) == (2, True)
