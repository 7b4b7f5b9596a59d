"""Rows of files of mappings, as tests write them."""

from __future__ import annotations

from typing import Final

from kesbang_iku.alignment.mappings import Mappings, read_mappings
from kesbang_iku.catalog.catalog import Catalog

COLUMNS: Final = (
    "subject_label", "predicate_id", "object_id", "mapping_justification", "author_label",
    "mapping_date", "confidence", "comment", "tahun", "wilayah",
)  # fmt: skip
HEAD: Final = "\t".join(COLUMNS) + "\n"
DECIDED: Final = "semapv:ManualMappingCuration"


def row(label: str, **cells: str) -> str:
    """Return a row of a person who decided, but for ``cells``."""
    usual = {
        "predicate_id": "skos:exactMatch",
        "object_id": "iku:KBP-WAS-02",
        "mapping_justification": DECIDED,
        "author_label": "Siti",
        "mapping_date": "2025-03-01",
        "wilayah": "62.71",
    }
    told = {**usual, "subject_label": label, **cells}
    return "\t".join(told.get(column, "") for column in COLUMNS) + "\n"


def read(text: str, katalog: Catalog, name: str = "p.tsv") -> Mappings:
    """Return what a file of mappings holds."""
    return read_mappings(text.encode(), katalog, name=name)
