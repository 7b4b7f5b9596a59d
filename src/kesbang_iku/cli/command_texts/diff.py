"""What ``diff`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 8
ABOUT: Final = Text(
    "apa yang berubah antara dua tahun, atau dua folder katalog",
    "what changed between two years, or two catalog folders",
)
OPTIONS: Final[Mapping[str, Text]] = {
    "dari": Text("tahun atau folder katalog sebelumnya", "the year or catalog folder before"),
    "ke": Text("tahun atau folder katalog sesudahnya", "the year or catalog folder after"),
}

NEITHER_YEAR_NOR_FOLDER: Final = Text(
    "'{nilai}' bukan tahun dan bukan folder katalog; bandingkan dua tahun atau dua folder.",
    "'{nilai}' is neither a year nor a catalog folder; compare two years or two folders.",
)
