"""What ``compute`` says to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text

ORDER: Final = 3
ABOUT: Final = Text(
    "nilai, capaian dan predikat setiap butir laporan",
    "compute value, achievement and category of each item of reports",
)
OPTIONS: Final[Mapping[str, Text]] = {}
