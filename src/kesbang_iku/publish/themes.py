"""What local indicators may be about, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Text
from kesbang_iku.model.vocabulary import LocalTheme

THEMES: Final[Mapping[LocalTheme, Text]] = {
    "ideologi": Text("ideologi", "ideology"),
    "politik": Text("politik", "politics"),
    "ekonomi": Text("ekonomi", "economy"),
    "sosial": Text("sosial", "society"),
    "budaya": Text("budaya", "culture"),
    "keamanan": Text("keamanan", "security"),
}
