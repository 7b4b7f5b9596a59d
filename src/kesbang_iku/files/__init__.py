"""Reading YAML, JSON and CSV with the place of every value, and numbers as Indonesians write them.

Nothing here raises for what a file holds: readers return what they could read and the findings.
This room knows no indicator and no report.
"""

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
