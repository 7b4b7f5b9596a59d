"""What the pages of the alignment say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import alignment_page
from kesbang_iku.publish.frame.pieces import State

STATES: Final[Mapping[str, State]] = {
    state.key: state
    for state in (
        State("selaras", "✓", Text("Selaras", "In line")),
        State("menyimpang", "≠", Text("Menyimpang", "Deviating")),
        State("belum", "–", Text("Belum dipakai", "Missing")),
        State("diarahkan", "!", Text("Diarahkan, belum dipakai", "Asked for, missing")),
        State("tidak_berlaku", "·", Text("Tidak untuk tingkat ini", "Not for this level")),
        State("lokal", "◇", Text("Lokal", "Local")),
        State("tanpa_padanan", "?", Text("Tanpa padanan", "Without counterpart")),
    )
}

DEVIATIONS: Final = alignment_page.DEVIATIONS
CURES: Final = alignment_page.CURES
WAYS: Final = alignment_page.WAYS
WORDS: Final = alignment_page.WORDS
SENTENCES: Final = alignment_page.SENTENCES
HEADINGS: Final = alignment_page.HEADINGS

COUNTED: Final = alignment_page.COUNTED


def closing(language: Language) -> tuple[str, ...]:
    """Return what a page of the alignment says about itself at its end."""
    return tuple(SENTENCES[key].plain(language) for key in ("kedudukan", "asal"))
