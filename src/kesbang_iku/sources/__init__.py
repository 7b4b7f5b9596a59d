"""Reading YAML, JSON and CSV with the place of every value, and numbers as Indonesians write them.

Nothing here raises for what a file holds: readers return what they could read and the findings.
This room knows no indicator and no report. What is named here is loaded when it is first used: most
files need but one reader.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kesbang_iku._later import later

if TYPE_CHECKING:
    from kesbang_iku.sources.collector import paused_gc as paused_gc
    from kesbang_iku.sources.csv_reader import clean_header as clean_header
    from kesbang_iku.sources.csv_reader import read_csv as read_csv
    from kesbang_iku.sources.document import Data as Data
    from kesbang_iku.sources.document import Document as Document
    from kesbang_iku.sources.document import NumberText as NumberText
    from kesbang_iku.sources.document import Pointer as Pointer
    from kesbang_iku.sources.document import Scalar as Scalar
    from kesbang_iku.sources.document import json_pointer as json_pointer
    from kesbang_iku.sources.grid import DateText as DateText
    from kesbang_iku.sources.grid import Grid as Grid
    from kesbang_iku.sources.grid import GridRow as GridRow
    from kesbang_iku.sources.grid import column_letters as column_letters
    from kesbang_iku.sources.json_reader import read_json as read_json
    from kesbang_iku.sources.named_rows import NamedRow as NamedRow
    from kesbang_iku.sources.named_rows import Table as Table
    from kesbang_iku.sources.notation import NumberFormat as NumberFormat
    from kesbang_iku.sources.numbers import Bound as Bound
    from kesbang_iku.sources.numbers import CellValue as CellValue
    from kesbang_iku.sources.numbers import Missing as Missing
    from kesbang_iku.sources.numbers import Number as Number
    from kesbang_iku.sources.numbers import Range as Range
    from kesbang_iku.sources.numbers import Reading as Reading
    from kesbang_iku.sources.numbers import Words as Words
    from kesbang_iku.sources.numbers import from_python as from_python
    from kesbang_iku.sources.numbers import read_number as read_number
    from kesbang_iku.sources.reading import Format as Format
    from kesbang_iku.sources.reading import Opened as Opened
    from kesbang_iku.sources.reading import detect_format as detect_format
    from kesbang_iku.sources.reading import open_source as open_source
    from kesbang_iku.sources.reading import read_documents as read_documents
    from kesbang_iku.sources.reading import read_grids as read_grids
    from kesbang_iku.sources.reading import read_table as read_table
    from kesbang_iku.sources.text_reader import NOT_READ as NOT_READ
    from kesbang_iku.sources.text_reader import Source as Source
    from kesbang_iku.sources.text_reader import decode as decode
    from kesbang_iku.sources.text_reader import read_bytes as read_bytes
    from kesbang_iku.sources.text_reader import source_name as source_name
    from kesbang_iku.sources.yaml_reader import read_yaml as read_yaml

_HOMES = {
    "collector": "paused_gc",
    "csv_reader": "clean_header read_csv",
    "document": "Data Document NumberText Pointer Scalar json_pointer",
    "grid": "DateText Grid GridRow column_letters",
    "json_reader": "read_json",
    "named_rows": "NamedRow Table",
    "notation": "NumberFormat",
    "numbers": "Bound CellValue Missing Number Range Reading Words from_python read_number",
    "reading": "Format Opened detect_format open_source read_documents read_grids read_table",
    "text_reader": "NOT_READ Source decode read_bytes source_name",
    "yaml_reader": "read_yaml",
}

__getattr__: Callable[[str], object] = later(__name__, _HOMES)
