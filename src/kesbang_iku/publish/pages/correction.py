"""One correction of an official print, as the pages of indicators and of corrections show it."""

from __future__ import annotations

from kesbang_iku.findings import Language
from kesbang_iku.model.source import Correction
from kesbang_iku.publish.pages.markdown import bullets, esc
from kesbang_iku.publish.pages.words import WORDS


def correction_block(entry: Correction, language: Language) -> str:
    """Return one correction of an official print: where, and what about it."""
    parts = (
        ("tercetak", entry.tercetak),
        ("cacat", entry.cacat),
        ("diambil", entry.diambil),
        ("alasan", entry.alasan),
    )
    listed = bullets(f"**{WORDS[key].plain(language)}:** {esc(text)}" for key, text in parts)
    return f"**{esc(entry.letak)}**\n\n{listed}"
