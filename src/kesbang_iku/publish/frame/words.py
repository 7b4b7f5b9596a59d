"""What every page says around its content, in both languages."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings.sentences import frame

WORDS: Final = frame.WORDS
