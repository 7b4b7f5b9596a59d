"""The words and thresholds by which names are compared, read from the catalog."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeVar

from pydantic import BaseModel

from kesbang_iku.catalog.resources import catalog_root
from kesbang_iku.diagnostics import Level
from kesbang_iku.files.shape import check_shape
from kesbang_iku.files.shipped import read_shipped
from kesbang_iku.model.lexicon import LexiconFile, MatchingFile

_WORDS: Final = "kosakata.yaml"
_MATCHING: Final = "penyelarasan.yaml"

Model = TypeVar("Model", bound=BaseModel)


@cache
def load_lexicon() -> LexiconFile:
    """Return the words that come with the library.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return _read(_WORDS, LexiconFile)


@cache
def load_matching() -> MatchingFile:
    """Return the thresholds and weights that come with the library.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    return _read(_MATCHING, MatchingFile)


def _read(name: str, model: type[Model]) -> Model:
    documents, findings = read_shipped(catalog_root() / name)
    for document in documents:
        content, deviations = check_shape(model, document.data, document.place)
        if content is not None:
            return content
        findings = [*findings, *deviations]
    broken = [
        f"{finding.place.baris}: {finding.pesan}"
        for finding in findings
        if finding.tingkat is Level.GALAT
    ]
    raise ValueError(f"{name}: {'; '.join(broken)}")
