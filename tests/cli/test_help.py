"""Help as a new user reads it, and what is proposed to people who guess."""

from __future__ import annotations

import shlex

import pytest

from kesbang_iku import __version__
from kesbang_iku.cli import registry
from kesbang_iku.cli.parser import read_arguments, whole_program
from kesbang_iku.findings.sentences import cli as texts
from tests.cli.conftest import Run

COMMANDS = registry.ordered()
LANGUAGES = ("id", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_the_help_of_the_command(command: str, language: str, run: Run) -> None:
    asked = run("--bahasa", language, "help", command)
    assert (asked.status, asked.err) == (0, "")
    assert asked.out == run("--bahasa", language, command, "--help").out


def test_help_without_a_command_is_the_help_of_the_program(run: Run) -> None:
    assert run("help").out == run("--help").out
    assert run("help", "--bahasa", "en").out == run("--help", "--bahasa", "en").out


def test_help_may_stand_behind_the_command(run: Run) -> None:
    assert run("compute", "help").out == run("help", "compute").out
    assert run("compute", "bantuan").out == run("help", "compute").out
    assert run("entah", "help").status == 2


def test_help_of_no_command_proposes_one(run: Run) -> None:
    ran = run("help", "aling")
    assert ran.status == 2
    assert "Barangkali maksudnya align." in ran.err


def test_the_short_version_is_the_version(run: Run) -> None:
    assert run("-V").out == f"kesbang-iku {__version__}\n"
    assert run("list", "-V").out == f"kesbang-iku {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples_that_can_be_typed(command: str, run: Run) -> None:
    examples = registry.examples_of(command).id.splitlines()
    assert examples
    for example in examples:
        assert f"\n  {example}\n" in run(command, "--help").out
        program, *arguments = shlex.split(example.partition(" >")[0])
        assert program == "kesbang-iku"
        assert read_arguments(arguments).command == command


@pytest.mark.parametrize("command", COMMANDS)
def test_what_all_commands_take_is_told_once(command: str, run: Run) -> None:
    told = run(command, "--help").out
    for name in ("katalog", "quiet", "no-color"):
        about = texts.OPTIONS[name].id
        assert about in run("--help").out
        assert about not in told


def test_values_are_called_by_words_of_the_language_of_the_help() -> None:
    for language, other in (("id", "en"), ("en", "id")):
        parser = whole_program("en" if language == "en" else "id")
        strange = {getattr(text, other) for text in texts.METAVARS.values() if text.id != text.en}
        for command in parser.commands.values():
            shown = {str(action.metavar) for action in command._actions if action.metavar}
            assert shown <= {getattr(text, language) for text in texts.METAVARS.values()}
            assert not shown & strange


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("list --json", "--format json"),
        ("list --csv", "--format csv"),
        ("validate --sarif x", "--format sarif"),
        ("align x --region 62", "--wilayah"),
        ("align x --output-format json", "--format"),
        ("list --year 2024", "--tahun"),
        ("list --level kota", "--tingkat"),
        ("list --search konflik", "--cari"),
        ("validate --fix x", "--perbaiki"),
        ("validate --config x", "--konfigurasi"),
        ("explain x --kode IDI --year 2024", "--tahun"),
        ("list --lang en", "--bahasa"),
        ("list -v", "--version"),
        ("list --formt json", "--format"),
        ("check x", "validate"),
        ("lint x", "validate"),
        ("periksa x", "validate"),
        ("Hitung x", "compute"),
        ("selaras x", "align"),
        ("padankan x", "align"),
        ("ls", "list"),
        ("cari konflik", "list --cari"),
        ("version", "--version"),
        ("comput x", "compute"),
        ("list --format jsn", "json"),
    ],
)
def test_what_is_meant_is_proposed(typed: str, meant: str, run: Run) -> None:
    ran = run(*typed.split())
    assert (ran.status, ran.out) == (2, "")
    assert f"Barangkali maksudnya {meant}." in ran.err


@pytest.mark.parametrize("typed", ["formula a --region 62", "show KBP-POL-01 --csv"])
def test_what_a_command_does_not_take_is_not_proposed(typed: str, run: Run) -> None:
    assert "Barangkali" not in run(*typed.split()).err


def test_commands_that_are_proposed_are_there() -> None:
    parser = whole_program("id")
    proposed = {text.id for name, text in texts.MEANT.items() if not name.startswith("-")}
    for meant in proposed - {"--version"}:
        command, _, option = meant.partition(" ")
        assert command in COMMANDS
        known = {
            name for action in parser.commands[command]._actions for name in action.option_strings
        }
        assert not option or option in known
