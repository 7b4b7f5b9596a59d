"""Reading YAML, JSON and CSV with the place of every value, and numbers as Indonesians write them.

Nothing here raises for what a file holds: readers return what they could read and the findings.
This room knows no indicator and no report.
"""

from kesbang_iku.files.collector import paused_gc
from kesbang_iku.files.document import (
    Data,
    Document,
    NumberText,
    Pointer,
    Scalar,
    json_pointer,
)
from kesbang_iku.files.json_reader import read_json
from kesbang_iku.files.notation import NumberFormat, format_number
from kesbang_iku.files.numbers import (
    Bound,
    Missing,
    Number,
    Outcome,
    Range,
    Reading,
    Words,
    from_python,
    read_number,
)
from kesbang_iku.files.yaml_reader import read_yaml

__all__ = [
    "Bound",
    "Data",
    "Document",
    "Missing",
    "Number",
    "NumberFormat",
    "NumberText",
    "Outcome",
    "Pointer",
    "Range",
    "Reading",
    "Scalar",
    "Words",
    "format_number",
    "from_python",
    "json_pointer",
    "paused_gc",
    "read_json",
    "read_number",
    "read_yaml",
]
