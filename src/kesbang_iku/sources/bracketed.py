"""A value with what stands in brackets beside it: ``84 (Baik)``, ``A (88,31)``, ``77 (2024)``."""

import re
from typing import Final

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import CellValue, Limit, from_python
from kesbang_iku.sources.year_parts import load_parts

_GRADE_BEHIND: Final = re.compile(
    r"(?P<value>[-\d.,]+)\s*%?\s*\((?P<word>[^\W\d][^()\d]*)\)"
    r"(?P<unit>\s*(?:%|[^\W\d_]+(?: [^\W\d_]+)?))?"
)
_GRADE_BEFORE: Final = re.compile(
    r"(?P<word>[A-Z]{1,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*"
    r"\((?P<value>[<>\u2265\u2264=]*\s*[-\d.,]+)\)"
)
_YEAR_BEHIND: Final = re.compile(r".*\d.*\(\s*((?:19|20)\d{2})\s*\)\s*", re.ASCII)


def without_grade(written: str) -> str:
    """Return what is written without a grade, of which one of the two stands in brackets.

    A part of the year is no grade: ``99,59 (s.d. TW II)``.
    """
    if isinstance(written, NumberText) or "(" not in written:
        return written
    text = " ".join(written.split())
    graded = _GRADE_BEHIND.fullmatch(text) or _GRADE_BEFORE.fullmatch(text)
    if graded is None or any(load_parts().found(graded["word"].casefold())[::2]):
        return written
    return graded["value"] + (graded.groupdict().get("unit") or "")


def names_other_year(written: str, key: str) -> bool:
    """Say whether a number has another year in brackets behind it than ``key`` starts with."""
    year = _YEAR_BEHIND.fullmatch(written)
    return year is not None and not key.startswith(year[1])


def value_of_year(
    written: object,
    year: int,
    form: NumberFormat | None,
    *,
    minimum: Limit = None,
    maximum: Limit = None,
) -> CellValue | None:
    """Return what a plan writes for a year; ``None`` where that cannot be told or is of another."""
    if isinstance(written, str):
        if names_other_year(written, str(year)):
            return None
        written = without_grade(written)
    return from_python(written, format_angka=form, minimum=minimum, maximum=maximum).value
