"""The guard of the public interface notices what would break a program that uses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scratch import copy_of_this_repository, must_run, run

pytestmark = pytest.mark.slow

_EXTENSION = ("--extensions", "tools/light_dataclasses.py")
_CHECK = ("griffe", "check", "kesbang_iku", "--search", "src", *_EXTENSION, "--against", "v0.0.1")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_this_repository(tmp_path_factory.mktemp("repository"), "v0.0.1")


def test_an_unchanged_interface_passes(repository: Path) -> None:
    must_run(_CHECK, repository)


def test_a_parameter_taken_away_is_noticed(repository: Path) -> None:
    path = repository / "src" / "kesbang_iku" / "catalog" / "load.py"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("national: bool = True, packages: bool = True", "national: bool = True")
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    try:
        ran = run(_CHECK, repository)
        assert ran.status == 1
        assert "packages" in ran.text
    finally:
        path.write_text(text, encoding="utf-8")
