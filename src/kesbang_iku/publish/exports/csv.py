"""The definitions as one table."""  # called as what is exported

from collections.abc import Mapping

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.publish.exports import _tables


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return a row for each version of each definition."""
    return {_tables.INDICATORS: _tables.table_text(_tables.INDICATORS, catalog)}
