"""What can be said about an input: kinds of findings, findings, and the place each one stands at.

The lowest room of the house. It knows no formula, no indicator and no file format; every room above
describes its own kinds of findings with it, so that one shape serves the library, the command line
and the JSON answers.
"""

from kesbang_iku.findings.answers import build_answer
from kesbang_iku.findings.finding import Finding, FindingKind, Level, worst_level
from kesbang_iku.findings.numerals import (
    Language,
    decimal_text,
    format_number,
    localized,
    range_text,
)
from kesbang_iku.findings.place import NOWHERE, Edit, Place, Repair
from kesbang_iku.findings.refusal import refusal
from kesbang_iku.findings.text import Text

__all__ = [
    "NOWHERE",
    "Edit",
    "Finding",
    "FindingKind",
    "Language",
    "Level",
    "Place",
    "Repair",
    "Text",
    "build_answer",
    "decimal_text",
    "format_number",
    "localized",
    "range_text",
    "refusal",
    "worst_level",
]
