"""What identifies a result in a table, and which of its columns say something."""

from __future__ import annotations

from typing import Final, Literal

from kesbang_iku.model.periods import ANNUAL, PARTS, Period

Layout = Literal["long", "wide"]

KEYS: Final = ("wilayah", "tahun", "periode", "kode")
"""The columns that identify a result; without ``periode`` a table is of whole years."""
NAMES: Final = {"wilayah": "nama_wilayah", "kode": "nama"}
"""The columns that say what regions and indicators are called, each behind what it names."""
NEEDED: Final = ("wilayah", "tahun", "kode")
LONG: Final = ("variabel", "nilai")
"""The further columns of a long table: a row a variable."""
PRINTED: Final = ("realisasi", "capaian", "predikat")
"""What a region printed: the exact engine holds it against what is computed."""
PERIODS: Final = (
    ANNUAL,
    *(
        Period(kind, number, cumulative).written
        for cumulative in (False, True)
        for kind, count in PARTS.items()
        for number in range(1, count + 1)
    ),
)
