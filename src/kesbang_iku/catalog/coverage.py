"""Which rows of the national code list the catalog covers, and why it leaves out the others."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from kesbang_iku.catalog.resources import catalog_root
from kesbang_iku.diagnostics import Level
from kesbang_iku.files.shape import check_shape
from kesbang_iku.files.shipped import read_shipped
from kesbang_iku.model.coverage import CoverageFile

_FILE: Final = "cakupan.yaml"


def load_coverage(folder: Traversable | Path | None = None) -> CoverageFile:
    """Return the register of covered rows in ``folder``, by default the catalog of the library.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have the form of a register.
    """
    root = catalog_root() if folder is None else folder
    documents, findings = read_shipped(root / _FILE)
    if documents:
        content, deviations = check_shape(CoverageFile, documents[0].data, documents[0].place)
        if content is not None:
            return content
        findings = [*findings, *deviations]
    broken = [finding.pesan for finding in findings if finding.tingkat is Level.GALAT]
    raise ValueError(f"{_FILE}: {'; '.join(broken)}")
