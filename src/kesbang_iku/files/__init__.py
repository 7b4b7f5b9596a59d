"""Reading YAML, JSON and CSV with the place of every value, and numbers as Indonesians write them.

Nothing here raises for what a file holds: readers return what they could read and the findings.
This room knows no indicator and no report. What is named here is loaded when it is first used: most
files need but one reader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kesbang_iku.files.collector import paused_gc
    from kesbang_iku.files.csv_reader import NamedRow, Table, clean_header, read_csv
    from kesbang_iku.files.document import (
        Data,
        Document,
        NumberText,
        Pointer,
        Scalar,
        json_pointer,
    )
    from kesbang_iku.files.grid import DateText, Grid, GridRow, column_letters
    from kesbang_iku.files.json_reader import read_json
    from kesbang_iku.files.notation import NumberFormat
    from kesbang_iku.files.numbers import (
        Bound,
        CellValue,
        Missing,
        Number,
        Range,
        Reading,
        Words,
        from_python,
        read_number,
    )
    from kesbang_iku.files.reading import (
        Format,
        Opened,
        detect_format,
        open_source,
        read_documents,
        read_grids,
        read_table,
    )
    from kesbang_iku.files.text_reader import NOT_READ, Source, decode, read_bytes, source_name
    from kesbang_iku.files.yaml_reader import read_yaml

_HOMES = {
    "Bound": "numbers",
    "CellValue": "numbers",
    "Data": "document",
    "DateText": "grid",
    "Document": "document",
    "Format": "reading",
    "Grid": "grid",
    "GridRow": "grid",
    "Missing": "numbers",
    "NOT_READ": "text_reader",
    "NamedRow": "csv_reader",
    "Number": "numbers",
    "NumberFormat": "notation",
    "NumberText": "document",
    "Opened": "reading",
    "Pointer": "document",
    "Range": "numbers",
    "Reading": "numbers",
    "Scalar": "document",
    "Source": "text_reader",
    "Table": "csv_reader",
    "Words": "numbers",
    "clean_header": "csv_reader",
    "column_letters": "grid",
    "decode": "text_reader",
    "detect_format": "reading",
    "from_python": "numbers",
    "json_pointer": "document",
    "open_source": "reading",
    "paused_gc": "collector",
    "read_bytes": "text_reader",
    "read_csv": "csv_reader",
    "read_documents": "reading",
    "read_grids": "reading",
    "read_json": "json_reader",
    "read_number": "numbers",
    "read_table": "reading",
    "read_yaml": "yaml_reader",
    "source_name": "text_reader",
}

__all__ = [
    "NOT_READ",
    "Bound",
    "CellValue",
    "Data",
    "DateText",
    "Document",
    "Format",
    "Grid",
    "GridRow",
    "Missing",
    "NamedRow",
    "Number",
    "NumberFormat",
    "NumberText",
    "Opened",
    "Pointer",
    "Range",
    "Reading",
    "Scalar",
    "Source",
    "Table",
    "Words",
    "clean_header",
    "column_letters",
    "decode",
    "detect_format",
    "from_python",
    "json_pointer",
    "open_source",
    "paused_gc",
    "read_bytes",
    "read_csv",
    "read_documents",
    "read_grids",
    "read_json",
    "read_number",
    "read_table",
    "read_yaml",
    "source_name",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
