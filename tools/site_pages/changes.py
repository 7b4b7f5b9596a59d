"""The page of methods that changed: what is different from version to version, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import IndicatorChange, compare
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from tools.site_pages.writing import write

NAME = "perubahan.md"


def changes_page(catalog: Catalog, language: Language = "id") -> str:
    """Return the page of every change from a version to the next."""
    versions = [catalog.versions(code) for code in catalog.codes]
    changed = [(found[-1], _changes(found, catalog)) for found in versions if len(found) > 1]
    return write("changes", language, changed=changed, unchanged=len(versions) - len(changed))


def _changes(
    versions: tuple[Indicator, ...], catalog: Catalog
) -> Iterator[tuple[Indicator, Indicator, IndicatorChange]]:
    for old, new in pairwise(versions):
        states = catalog.where((old,)), catalog.where((new,))
        yield old, new, compare(*states, dari=old.versi, ke=new.versi).perubahan[0]
