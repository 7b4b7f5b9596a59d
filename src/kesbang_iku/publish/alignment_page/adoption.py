"""An indicator of the standard in words that a plan can print and adopt."""

from __future__ import annotations

import json

from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import alignment_page
from kesbang_iku.formula import parse, to_text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.pages.targets import goal_text


def formula_words(indicator: Indicator, language: Language) -> str:
    """Return how the value comes about, in words a plan can print."""
    base = indicator.komponen.formula if indicator.komponen else indicator.rumus
    released = base is not None and _is_released(base, indicator)
    if base is None or released:
        return indicator.tanpa_rumus or alignment_page.SENTENCES["dirilis"].plain(language)
    labels = {variable.nama: variable.label for variable in indicator.variabel}
    return to_text(parse(base), labels, language)


def _is_released(name: str, indicator: Indicator) -> bool:
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
