"""Language and catalogs: an option outranks the environment, which outranks the configuration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kesbang_iku.cli.settings import CATALOG_VARIABLE, LANGUAGE_VARIABLE
from tests.cli.conftest import Run
from tests.tree import ROOT

LOCAL = ROOT / "examples" / "katalog-daerah"
CODE = "BANDUNG-ESB-01"


@pytest.fixture
def project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which commands run from now on."""
    del run  # it goes to the root of the repository
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _speaks_english(run: Run, *arguments: str) -> bool:
    return run(*arguments, "show", "zzzz").err.startswith("kesbang-iku: there is no")


def test_the_language_of_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _speaks_english(run)
    monkeypatch.setenv(LANGUAGE_VARIABLE, "en")
    assert _speaks_english(run)
    assert run("--help").out.startswith("Usage:")
    assert run("lst").err.startswith("kesbang-iku: there is no command")
    assert not _speaks_english(run, "--bahasa", "id")


def test_a_language_of_the_environment_that_is_none_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, "fr")
    ran = run("list")
    assert (ran.status, ran.out) == (2, "")
    assert "KESBANG_IKU_BAHASA: 'fr'" in ran.err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kesbang-iku.toml", 'bahasa = "en"\n'),
        ("pyproject.toml", '[tool.kesbang-iku]\nbahasa = "en"\n'),
    ],
)
def test_the_language_of_the_configuration(
    name: str, content: str, run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / name).write_text(content)
    assert _speaks_english(run)
    monkeypatch.setenv(LANGUAGE_VARIABLE, "id")
    assert not _speaks_english(run)
    assert _speaks_english(run, "--bahasa", "en")


def test_a_configuration_that_is_named_says_the_language(run: Run, project: Path) -> None:
    named = project / "lain.toml"
    named.write_text('bahasa = "en"\n')
    report = ROOT / "examples" / "ikub.yaml"
    assert "infos" in run("validate", report, "--konfigurasi", named).out
    (project / "kesbang-iku.toml").write_text('bahasa = "en"\n')
    assert "infos" not in run("validate", report, "--tanpa-konfigurasi").out


def test_catalogs_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run("show", CODE).status == 2
    monkeypatch.setenv(CATALOG_VARIABLE, f"{LOCAL}{os.pathsep}")
    assert run("show", CODE).status == 0
    assert run("--katalog", str(tmp_path), "show", CODE).status == 2
    monkeypatch.setenv(CATALOG_VARIABLE, str(tmp_path / "tidak-ada"))
    assert "tidak ada." in run("list").err


def test_catalogs_of_the_configuration_stand_beside_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = os.path.relpath(LOCAL, project)
    (project / "kesbang-iku.toml").write_text(f'katalog = ["{beside}"]\n')
    inner = project / "dalam"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert run("show", CODE).status == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [('katalog = "satu"\n', "IKU092"), ('bahasa = "fr"\n', "IKU092"), ("bahasa = \n", "IKU090")],
)
def test_a_wrong_configuration_is_told_where_a_catalog_is_used(
    content: str, code: str, run: Run, project: Path
) -> None:
    (project / "kesbang-iku.toml").write_text(content)
    ran = run("list")
    assert (ran.status, ran.out) == (2, "")
    assert code in ran.err
    assert run("--help").status == 0
