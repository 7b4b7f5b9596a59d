"""A data package: definitions, variables and published values as tables, with their schema."""

from collections.abc import Mapping
from typing import Any

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings.sentences import publish as said
from kesbang_iku.publish.exports import _tables


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return the tables and the descriptor."""
    tables = {name: _tables.table_text(name, catalog) for name in _tables.COLUMNS}
    descriptor = {
        "name": "kesbang-iku",
        "title": said.EXPORT_TITLE.id,
        "description": said.COMPILED.id,
        "version": catalog.version,
        "licenses": [{"name": "CC-BY-4.0"}],
        "resources": [_resource(name) for name in tables],
    }
    return {"datapackage.json": _tables.json_text(descriptor), **tables}


def _resource(table: str) -> Mapping[str, Any]:
    keys = _tables.KEYS[table]
    schema: dict[str, Any] = {
        "fields": [
            {
                "name": column,
                "type": "integer" if column in _tables.WHOLE else "string",
                **({"constraints": {"required": True}} if column in keys else {}),
            }
            for column in _tables.COLUMNS[table]
        ],
        "primaryKey": [*keys],
    }
    if table == _tables.VARIABLES:
        reference = {"resource": "indikator", "fields": ["kode", "versi"]}
        schema["foreignKeys"] = [{"fields": ["kode", "versi"], "reference": reference}]
    return {
        "name": table.removesuffix(".csv"),
        "path": table,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
