"""Texts of others in Markdown: they read there as they were written, and do nothing."""

import re
from typing import Final

from kesbang_iku.findings.signs import visible

_ACTIVE: Final = re.compile(
    r"[\\`<>\[\]|~]"
    r"|(?<!\s)\*|\*(?!\s)"  # between spaces it is a sign of multiplication
    r"|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])"  # within a word it is a part of the word
    r"|&(?=#?\w+;)"
)


def literal(text: str) -> str:
    """Return ``text`` on one line, such that Markdown shows it as it stands here."""
    line = visible(" ".join(text.split()))
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", line)
