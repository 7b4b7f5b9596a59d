"""What identifies a result in a table, and which of its columns say something."""

from typing import Final, Literal, cast

from kesbang_iku.model.periods import ANNUAL, PARTS, Period
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.model.scalars import WHOLE

Layout = Literal["long", "wide"]

KEYS: Final = ("wilayah", "tahun", "periode", "kode")
"""The columns that identify a result; without ``periode`` a table is of whole years."""
NAMES: Final = {"wilayah": "nama_wilayah", "kode": "nama"}
"""The columns that say what regions and indicators are called, each behind what it names."""
NEEDED: Final = ("wilayah", "tahun", "kode")
ORDER: Final = "__row"
"""The column that keeps the order of rows."""
LONG: Final = ("variabel", "nilai")
"""The further columns of a long table: a row a variable."""
BESIDE: Final = ("realisasi", "capaian", "predikat", "sistem_kode", "format_angka")
"""What the exact engine alone looks at: what a region printed, and how it writes what it says."""
TOLD: Final = frozenset((*KEYS, *LONG, *BESIDE, "target"))
"""All columns that say something, but for variables."""
PERIODS: Final = (
    ANNUAL,
    *(
        Period(kind, number, cumulative).written
        for cumulative in (False, True)
        for kind, count in PARTS.items()
        for number in range(1, count + 1)
    ),
)


def told_keys(*, names: bool) -> tuple[str, ...]:
    """Return the columns that identify a result, with what they name where ``names`` are told."""
    behind = NAMES if names else {}
    return tuple(one for key in KEYS for one in (key, behind.get(key)) if one is not None)


def year_of(value: object) -> int | None:
    """Return the year that a cell is, ``None`` where it is none."""
    if isinstance(value, str) and WHOLE.fullmatch(value.strip()) is None:
        return None
    try:
        year = int(cast("float", value))
    except (TypeError, ValueError, OverflowError):
        return None
    whole = isinstance(value, str) or year == value
    return year if whole and FIRST_YEAR <= year <= LAST_YEAR else None
