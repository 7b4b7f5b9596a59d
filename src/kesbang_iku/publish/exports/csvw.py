"""CSV on the Web: the tables with the metadata that says what their columns are."""

from collections.abc import Mapping
from typing import Any

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.publish.exports import _tables


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the tables and the metadata of them all."""
    tables = {name: _tables.table_text(name, catalog) for name in _tables.COLUMNS}
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "dc:title": said.EXPORT_TITLE.id,
        "dc:description": said.COMPILED.id,
        "tables": [_table(name) for name in tables],
    }
    return {"csv-metadata.json": _tables.json_text(metadata), **tables}


def _table(table: str) -> Mapping[str, Any]:
    columns = [
        {
            "name": column,
            "titles": column,
            "datatype": "integer" if column in _tables.WHOLE else "string",
            "required": column in _tables.KEYS[table],
        }
        for column in _tables.COLUMNS[table]
    ]
    return {"url": table, "tableSchema": {"columns": columns, "primaryKey": [*_tables.KEYS[table]]}}
