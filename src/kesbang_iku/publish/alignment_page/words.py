"""What the pages of the alignment say, in both languages, and the states they tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import alignment_page, publish
from kesbang_iku.publish.alignment_page.adoption import formula_words, ready_text, targets_text
from kesbang_iku.publish.frame import pieces
from kesbang_iku.publish.pages.words import VOCABULARY
from kesbang_iku.publish.templates import Templates

_SIGNS: Final = {
    "selaras": "✓",
    "menyimpang": "≠",
    "belum": "–",
    "diarahkan": "!",
    "tidak_berlaku": "·",
    "lokal": "◇",
    "tanpa_padanan": "?",
}
STATES: Final = pieces.states(_SIGNS, alignment_page.STATES)
_CENT: Final = Decimal("0.01")


def closing() -> list[Text]:
    """Return what a page of the alignment says about itself at its end."""
    return [alignment_page.SENTENCES[key] for key in ("kedudukan", "asal")]


def _names(language: Language) -> Mapping[str, object]:
    return {
        **pieces.names(language),
        "w": alignment_page.WORDS,
        "s": alignment_page.SENTENCES,
        "h": alignment_page.HEADINGS,
        "states": STATES,
        "deviation_names": alignment_page.DEVIATIONS,
        "cures": alignment_page.CURES,
        "ways": alignment_page.WAYS,
        "themes": publish.THEMES,
        "anchor_of": anchor_of,
        "cents": lambda value: Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP),
        "formula_words": partial(formula_words, language=language),
        "levels": lambda levels: ", ".join(VOCABULARY[one].plain(language) for one in levels),
        "ready_text": ready_text,
        "state_columns": _state_columns,
        "targets": partial(targets_text, language=language),
    }


def anchor_of(code: str, *, missing: bool = True) -> str:
    """Return the anchor of an indicator that is missing, or of the item that has it."""
    return f"{'belum' if missing else 'padanan'}-{code.lower().replace('.', '-')}"


def _state_columns(keys: Iterable[str], *, number: bool = False) -> list[tuple[Text, bool]]:
    return [(STATES[key].name, number) for key in keys]


TEMPLATES: Final = Templates(_names, html=True)
