"""Running the command line inside the test process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.cli import catalogs, main
from kesbang_iku.cli.settings import CATALOG_VARIABLE, LANGUAGE_VARIABLE
from tests.tree import ROOT


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command answers
        return json.loads(self.out)


class Run(Protocol):
    """Runs a command with its arguments and, if given, standard input."""

    def __call__(self, *arguments: str | Path, stdin: str | bytes | None = None) -> Ran: ...


@cache
def _standard() -> Catalog:
    return load_catalog()


def _load_once(extra: Sequence[str] = (), *, packages: bool = True) -> Catalog:
    """Load the standard alone but once for all tests; with added folders, as commands do."""
    return load_catalog(extra, packages=packages) if extra else _standard()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the root of the repository, 100 columns wide, without colours."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", LANGUAGE_VARIABLE, CATALOG_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(catalogs, "load_catalog", _load_once)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Ran:
        if stdin is not None:
            content = stdin if isinstance(stdin, bytes) else stdin.encode()
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        status = main([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ran(status, written.out, written.err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the folder of the test."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file
