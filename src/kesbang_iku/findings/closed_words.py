"""The closed words of the catalog as people read them, in their language.

What programs read, JSON and CSV, keeps the words of the data.
"""

from __future__ import annotations

from kesbang_iku.findings import sentences
from kesbang_iku.findings.text import Text


def closed_word(value: str) -> Text | None:
    """Return a closed word of a definition in both languages, ``None`` where it is none."""
    for known in (
        sentences.commands.list.POLARITIES,
        sentences.indicator.STANDINGS,
        sentences.pages.words.VOCABULARY,
    ):
        if value in known:
            return known[value]
    return None
