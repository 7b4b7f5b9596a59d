"""The standard in the forms that others read: each form is a module here, found by its name.

A module has ``export``, which gives the files of a catalog by their names. One that gives a single
file writes it where the user says; several go into a folder.
"""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from kesbang_iku.catalog.catalog import Catalog


class Export(Protocol):
    """A module that writes one form."""

    export: Callable[[Catalog], Mapping[str, str]]


@cache
def names() -> tuple[str, ...]:
    """Return the names of the forms, in the order of the alphabet."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def exported(name: str, catalog: Catalog) -> Mapping[str, str]:
    """Return the files of a catalog in the form ``name``: file name to content.

    Raises:
        KeyError: there is no such form.
    """
    if name not in names():
        raise KeyError(name)
    return cast("Export", import_module(f"{__name__}.{name}")).export(catalog)
