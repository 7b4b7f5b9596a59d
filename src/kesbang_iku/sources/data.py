"""Reading a data file of the catalog into the model that says what it holds."""

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from kesbang_iku.findings import Level
from kesbang_iku.model.record import Record
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.shape import check_shape
from kesbang_iku.sources.shipped import read_shipped

Model = TypeVar("Model", bound=Record)


def load_data(name: str, model: type[Model], folder: Traversable | Path | None = None) -> Model:
    """Return the file ``name`` of a catalog as ``model``.

    Args:
        name: the file, as ``satuan.yaml``.
        model: what it holds.
        folder: the catalog, by default the one of the library, whose files are read once.

    Raises:
        FileNotFoundError: the package came without its data.
        ValueError: the file cannot be read, or does not have its form.
    """
    if folder is not None:
        return _read(name, model, folder)
    found: Model = _own(name, model)
    return found


@cache
def _own(name: str, model: type[Record]) -> Any:  # noqa: ANN401 - an instance of `model`
    return _read(name, model, catalog_root())


def _read(name: str, model: type[Model], folder: Traversable | Path) -> Model:
    documents, findings = read_shipped(folder / name)
    if documents:
        content, deviations = check_shape(model, documents[0].data, documents[0].place)
        if content is not None:
            return content
        findings = [*findings, *deviations]
    broken = [finding.pesan for finding in findings if finding.tingkat is Level.GALAT]
    raise ValueError(f"{name}: {'; '.join(broken)}")
