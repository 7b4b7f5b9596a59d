"""A value with its grade beside it: ``84 (Baik)``, ``A (88,31)``, ``BB (>70)``."""

import re
from typing import Final

from kesbang_iku.sources.document import NumberText

_GRADE_BEHIND: Final = re.compile(
    r"(?P<value>[-\d.,]+)\s*%?\s*\((?P<word>[^\W\d][^()\d]*)\)"
    r"(?P<unit>\s*(?:%|[^\W\d_]+(?: [^\W\d_]+)?))?"
)
_GRADE_BEFORE: Final = re.compile(
    r"(?P<word>[A-Z]{1,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\s*"
    r"\((?P<value>[<>\u2265\u2264=]*\s*[-\d.,]+)\)"
)


def without_grade(written: str) -> str:
    """Return what is written without a grade, of which one of the two stands in brackets."""
    if isinstance(written, NumberText) or "(" not in written:
        return written
    text = " ".join(written.split())
    graded = _GRADE_BEHIND.fullmatch(text) or _GRADE_BEFORE.fullmatch(text)
    if graded is None:
        return written
    return graded["value"] + (graded.groupdict().get("unit") or "")
