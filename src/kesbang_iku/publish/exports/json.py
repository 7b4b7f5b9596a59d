"""The whole catalog as one JSON file."""  # called as what is exported

from collections.abc import Mapping
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.publish.exports._tables import json_text

SCHEMA: Final = "kesbang-iku/katalog/1"


def export(catalog: Catalog) -> Mapping[str, str]:
    """Return every definition with its formula and fingerprint, and the tables they refer to."""
    tables = catalog.tables
    content = {
        "skema": SCHEMA,
        "katalog": catalog.identity,
        "indikator": [
            {**one.model_dump(mode="json"), "rumus_utuh": one.formula, "sidik": one.sidik}
            for one in catalog.definitions
        ],
        **{
            name: [entry.model_dump(mode="json") for entry in table.values()]
            for name, table in {
                "satuan": tables.units, "metode": tables.methods, "skala": tables.scales,
                "bidang": tables.fields, "tema": tables.themes,
            }.items()
        },
    }  # fmt: skip
    return {"katalog.json": json_text(content)}
