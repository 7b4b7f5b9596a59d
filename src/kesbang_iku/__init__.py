"""The national standard of performance indicators (IKU) for Kesbangpol, as a library.

Import it, load the standard, compute::

    import kesbang_iku as iku

    katalog = iku.load_catalog()
    hasil = katalog["KBP-WAS-02"].compute({"konflik_diselesaikan": 17, "konflik": 20}, target=90)
    print(hasil.nilai, hasil.capaian, hasil.predikat)

The names below are the whole public interface, with those of the packages ``charts`` and
``composite``. Each is loaded when it is first used, so that ``import kesbang_iku`` costs next to
nothing.
"""

# Nothing is imported here, not even from the future: an interrupt meanwhile would show these lines.
# Type checkers take this name as true.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kesbang_iku import charts as charts
    from kesbang_iku import composite as composite
    from kesbang_iku._version import __version__ as __version__
    from kesbang_iku.alignment.alignment import AlignedItem as AlignedItem
    from kesbang_iku.alignment.alignment import Alignment as Alignment
    from kesbang_iku.alignment.alignment import align as align
    from kesbang_iku.alignment.mappings import Mappings as Mappings
    from kesbang_iku.alignment.mappings import NameMapping as NameMapping
    from kesbang_iku.alignment.mappings import read_mappings as read_mappings
    from kesbang_iku.alignment.report_reader import read_reports as read_reports
    from kesbang_iku.bulk.frame import compute_frame as compute_frame
    from kesbang_iku.bulk.refusal import InexactEngineError as InexactEngineError
    from kesbang_iku.bulk.rollup import rollup as rollup
    from kesbang_iku.bulk.rollup import rollup_frame as rollup_frame
    from kesbang_iku.catalog.catalog import Catalog as Catalog
    from kesbang_iku.catalog.catalog import UnknownCodeError as UnknownCodeError
    from kesbang_iku.catalog.errors import CatalogError as CatalogError
    from kesbang_iku.catalog.load import load_catalog as load_catalog
    from kesbang_iku.computing.reports import Results as Results
    from kesbang_iku.computing.reports import compute as compute
    from kesbang_iku.computing.rollup import Rolled as Rolled
    from kesbang_iku.findings import Finding as Finding
    from kesbang_iku.findings import Language as Language
    from kesbang_iku.findings import Level as Level
    from kesbang_iku.findings import Place as Place
    from kesbang_iku.formula import FormulaError as FormulaError
    from kesbang_iku.indicator.achievement import Achievement as Achievement
    from kesbang_iku.indicator.goal import Goal as Goal
    from kesbang_iku.indicator.indicator import Indicator as Indicator
    from kesbang_iku.indicator.indicator import Result as Result
    from kesbang_iku.indicator.status import Origin as Origin
    from kesbang_iku.indicator.status import Status as Status
    from kesbang_iku.model.plan import Plan as Plan
    from kesbang_iku.model.plan import PlanItem as PlanItem
    from kesbang_iku.model.report import Report as Report
    from kesbang_iku.model.report import ReportItem as ReportItem
    from kesbang_iku.model.vocabulary import AdminLevel as AdminLevel
    from kesbang_iku.publish.schemas import schema as schema
    from kesbang_iku.publish.scorecard.page import scorecard_page as scorecard_page
    from kesbang_iku.sources.plans import LoadedPlan as LoadedPlan
    from kesbang_iku.sources.reports import Reports as Reports
    from kesbang_iku.tables.plans import read_plan as read_plan
    from kesbang_iku.validation.check import validate as validate

_NAMES = {
    "_version": "__version__",
    "alignment.alignment": "AlignedItem Alignment align",
    "alignment.mappings": "Mappings NameMapping read_mappings",
    "alignment.report_reader": "read_reports",
    "bulk.frame": "compute_frame",
    "bulk.refusal": "InexactEngineError",
    "bulk.rollup": "rollup rollup_frame",
    "catalog.catalog": "Catalog UnknownCodeError",
    "catalog.errors": "CatalogError",
    "catalog.load": "load_catalog",
    "computing.reports": "Results compute",
    "computing.rollup": "Rolled",
    "sources.plans": "LoadedPlan",
    "tables.plans": "read_plan",
    "sources.reports": "Reports",
    "findings": "Finding Language Level Place",
    "formula": "FormulaError",
    "indicator.achievement": "Achievement",
    "indicator.status": "Origin Status",
    "indicator.goal": "Goal",
    "indicator.indicator": "Indicator Result",
    "model.plan": "Plan PlanItem",
    "model.report": "Report ReportItem",
    "model.vocabulary": "AdminLevel",
    "publish.schemas": "schema",
    "publish.scorecard.page": "scorecard_page",
    "validation.check": "validate",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
_PACKAGES = ("charts", "composite")

__all__ = [
    "Achievement",
    "AdminLevel",
    "AlignedItem",
    "Alignment",
    "Catalog",
    "CatalogError",
    "Finding",
    "FormulaError",
    "Goal",
    "Indicator",
    "InexactEngineError",
    "Language",
    "Level",
    "LoadedPlan",
    "Mappings",
    "NameMapping",
    "Origin",
    "Place",
    "Plan",
    "PlanItem",
    "Report",
    "ReportItem",
    "Reports",
    "Result",
    "Results",
    "Rolled",
    "Status",
    "UnknownCodeError",
    "__version__",
    "align",
    "charts",
    "composite",
    "compute",
    "compute_frame",
    "load_catalog",
    "read_mappings",
    "read_plan",
    "read_reports",
    "rollup",
    "rollup_frame",
    "schema",
    "scorecard_page",
    "validate",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    from importlib import import_module  # noqa: PLC0415  # light: importing the package loads nothing

    if name in _PACKAGES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
