"""What identifies a result in a table, and which of its columns say something."""

from __future__ import annotations

from typing import Final, Literal

Layout = Literal["long", "wide"]

KEYS: Final = ("wilayah", "tahun", "periode", "kode")
"""The columns that identify a result; without ``periode`` a table is of whole years."""
NEEDED: Final = ("wilayah", "tahun", "kode")
LONG: Final = ("variabel", "nilai")
"""The further columns of a long table: a row a variable."""
PRINTED: Final = ("realisasi", "capaian", "predikat")
"""What a region printed: the exact engine holds it against what is computed."""
YEARLY: Final = "tahunan"
PERIODS: Final = (
    YEARLY,
    *(f"semester-{number}" for number in (1, 2)),
    *(f"triwulan-{number}" for number in range(1, 5)),
    *(f"caturwulan-{number}" for number in range(1, 4)),
    *(f"bulan-{number:02}" for number in range(1, 13)),
)
