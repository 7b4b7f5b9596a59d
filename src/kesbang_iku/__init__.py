"""The national standard of performance indicators (IKU) for Kesbangpol, as a library.

Import it, load the standard, compute::

    import kesbang_iku as iku

    katalog = iku.load_catalog()
    hasil = katalog["KBP-WAS-02"].compute({"konflik_diselesaikan": 17, "konflik": 20}, target=90)
    print(hasil.nilai, hasil.capaian, hasil.predikat)

The names below are the whole public interface. Each is loaded when it is first used, so that
``import kesbang_iku`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

from kesbang_iku._version import __version__

# Type checkers take this name as true; importing it from ``typing`` would cost more than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kesbang_iku.alignment.alignment import AlignedItem as AlignedItem
    from kesbang_iku.alignment.alignment import Alignment as Alignment
    from kesbang_iku.alignment.alignment import align as align
    from kesbang_iku.catalog.catalog import Catalog as Catalog
    from kesbang_iku.catalog.catalog import UnknownCodeError as UnknownCodeError
    from kesbang_iku.catalog.load import CatalogError as CatalogError
    from kesbang_iku.computing.achievement import Achievement as Achievement
    from kesbang_iku.computing.goal import Goal as Goal
    from kesbang_iku.computing.indicator import Indicator as Indicator
    from kesbang_iku.computing.indicator import load_catalog as load_catalog
    from kesbang_iku.computing.reports import Results as Results
    from kesbang_iku.computing.reports import compute as compute
    from kesbang_iku.computing.result import Origin as Origin
    from kesbang_iku.computing.result import Result as Result
    from kesbang_iku.computing.result import Status as Status
    from kesbang_iku.diagnostics import Finding as Finding
    from kesbang_iku.diagnostics import Level as Level
    from kesbang_iku.diagnostics import Place as Place
    from kesbang_iku.files.plans import LoadedPlan as LoadedPlan
    from kesbang_iku.files.plans import read_plan as read_plan
    from kesbang_iku.files.reports import Reports as Reports
    from kesbang_iku.files.reports import read_reports as read_reports
    from kesbang_iku.formula import FormulaError as FormulaError
    from kesbang_iku.publish.schemas import schema as schema
    from kesbang_iku.validation.check import validate as validate

_HOMES = {
    "Achievement": "computing.achievement",
    "AlignedItem": "alignment.alignment",
    "Alignment": "alignment.alignment",
    "Catalog": "catalog.catalog",
    "CatalogError": "catalog.load",
    "Finding": "diagnostics",
    "FormulaError": "formula",
    "Goal": "computing.goal",
    "Indicator": "computing.indicator",
    "Level": "diagnostics",
    "LoadedPlan": "files.plans",
    "Origin": "computing.result",
    "Place": "diagnostics",
    "Reports": "files.reports",
    "Result": "computing.result",
    "Results": "computing.reports",
    "Status": "computing.result",
    "UnknownCodeError": "catalog.catalog",
    "align": "alignment.alignment",
    "compute": "computing.reports",
    "load_catalog": "computing.indicator",
    "read_plan": "files.plans",
    "read_reports": "files.reports",
    "schema": "publish.schemas",
    "validate": "validation.check",
}

__all__ = [
    "Achievement",
    "AlignedItem",
    "Alignment",
    "Catalog",
    "CatalogError",
    "Finding",
    "FormulaError",
    "Goal",
    "Indicator",
    "Level",
    "LoadedPlan",
    "Origin",
    "Place",
    "Reports",
    "Result",
    "Results",
    "Status",
    "UnknownCodeError",
    "__version__",
    "align",
    "compute",
    "load_catalog",
    "read_plan",
    "read_reports",
    "schema",
    "validate",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
