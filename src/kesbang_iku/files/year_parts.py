"""Which year and which part of it the title of a column names: a quarter, a half, a month."""

from __future__ import annotations

import re
from typing import Final

YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)", re.ASCII)
"""A year in the title of a column."""

_WORDS: Final = "tw|trw|triwulan|tri wulan|kuartal|caturwulan|semester|smt|bulan|bln"
_PART: Final = re.compile(
    rf"(?<![^\W_])(?:{_WORDS})[\W_]*([0-9]{{1,2}}|[ivx]+)?(?![^\W_])", re.IGNORECASE
)
_UNIT: Final = re.compile(rf"\((?:{_WORDS})\)\s*$", re.IGNORECASE)


def part_of_year(title: str) -> str | None:
    """Return the part of the year that ``title`` names, or ``None``; ``(bulan)`` is a unit."""
    found = _PART.search(_UNIT.sub("", title))
    return None if found is None else " ".join(found[0].casefold().split())
