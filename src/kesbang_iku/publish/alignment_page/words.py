"""What the pages of the alignment say, and the states they tell apart.

With it, an indicator of the standard in words that a plan can print and adopt.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku.alignment.alignment import AlignedItem
from kesbang_iku.alignment.overview import STATES as ITEM_STATES
from kesbang_iku.alignment.overview import nearest_codes, state_of
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.place import rows_text
from kesbang_iku.findings.sentences import alignment_page, commands, publish
from kesbang_iku.formula import parse, to_text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.frame import pieces
from kesbang_iku.publish.pages.words import VOCABULARY, goal_text
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


def formula_words(indicator: Indicator, language: Language) -> str:
    """Return how the value comes about, in words a plan can print."""
    base = indicator.komponen.formula if indicator.komponen else indicator.rumus
    released = base is not None and is_released(base, indicator)
    if base is None or released:
        return indicator.tanpa_rumus or alignment_page.SENTENCES["dirilis"].plain(language)
    labels = {variable.nama: variable.label for variable in indicator.variabel}
    return to_text(parse(base), labels, language)


def is_released(name: str, indicator: Indicator) -> bool:
    """Say whether a formula is nothing but a value that somebody else releases."""
    variable = indicator.variables_by_name.get(name)
    return variable is not None and variable.jenis == "rilis"


def ready_text(indicator: Indicator, unit: str) -> str:
    """Return an indicator as an item of a plan, in YAML."""
    words = formula_words(indicator, "id")
    lines = {
        "kode": indicator.kode,
        "nama": indicator.nama,
        "satuan": unit,
        "rumus": words,
        "polaritas": indicator.polaritas,
    }
    written = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in lines.items()]
    return "  - " + "\n    ".join([*written, "target: {}"])


def targets_text(indicator: Indicator, language: Language) -> str:
    """Return the official national targets of an indicator, year by year."""
    return "; ".join(
        f"{goal.tahun}: {goal_text(goal, language, indicator.desimal)}"
        for goal in indicator.official_targets
        if goal.dimensi is None
    )


def closing() -> list[Text]:
    """Return what a page of the alignment says about itself at its end."""
    return [alignment_page.SENTENCES[key] for key in ("kedudukan", "asal")]


def _names(language: Language) -> Mapping[str, object]:
    return {
        **pieces.names(language),
        "w": alignment_page.WORDS,
        "s": alignment_page.SENTENCES,
        "h": alignment_page.HEADINGS,
        "a": commands.align,
        "states": STATES,
        "item_options": [(key, STATES[key].name) for key in ITEM_STATES],
        "item_state": state_of,
        "nearest_codes": nearest_codes,
        "rows_of": rows_of,
        "deviation_names": alignment_page.DEVIATIONS,
        "cures": alignment_page.CURES,
        "ways": alignment_page.WAYS,
        "themes": publish.THEMES,
        "anchor_of": anchor_of,
        "cents": lambda value: Decimal(str(value)).quantize(_CENT, ROUND_HALF_UP),
        "formula_words": partial(formula_words, language=language),
        "levels": lambda levels: ", ".join(VOCABULARY[one].plain(language) for one in levels),
        "ready_text": ready_text,
        "state_columns": lambda keys, number=False: [(STATES[key].name, number) for key in keys],
        "targets": partial(targets_text, language=language),
    }


def rows_of(items: Iterable[AlignedItem]) -> str:
    """Return the rows that items stand in, as their plan numbers them."""
    sheets = grouped((one.lembar, one.place.baris) for one in items if one.place.baris is not None)
    return "; ".join(rows_text(rows) for rows in sheets.values())


def anchor_of(code: str, *, missing: bool = True) -> str:
    """Return the anchor of an indicator that is missing, or of the item that has it."""
    return f"{'belum' if missing else 'padanan'}-{code.lower().replace('.', '-')}"


TEMPLATES: Final = Templates(_names, html=True)
