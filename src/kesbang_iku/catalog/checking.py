"""The thresholds and word lists of the judged rules, read from the catalog."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from kesbang_iku.diagnostics import Level
from kesbang_iku.files.resources import catalog_root
from kesbang_iku.files.shape import check_shape
from kesbang_iku.files.shipped import read_shipped
from kesbang_iku.model.checking import CheckingFile

_FILE: Final = "pemeriksaan.yaml"


def load_checking(folder: Traversable | Path | None = None) -> CheckingFile:
    """Return the thresholds in ``folder``, by default those that come with the library.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return _own() if folder is None else _read(folder)


@cache
def _own() -> CheckingFile:
    # It is frozen, and every validation needs it.
    return _read(catalog_root())


def _read(folder: Traversable | Path) -> CheckingFile:
    documents, findings = read_shipped(folder / _FILE)
    if documents:
        content, deviations = check_shape(CheckingFile, documents[0].data, documents[0].place)
        if content is not None:
            return content
        findings = [*findings, *deviations]
    broken = [finding.pesan for finding in findings if finding.tingkat is Level.GALAT]
    raise ValueError(f"{_FILE}: {'; '.join(broken)}")
