"""National targets as people read them."""

from __future__ import annotations

from kesbang_iku.findings import Language, format_number
from kesbang_iku.formula import round_half_up
from kesbang_iku.model.definition import NationalTarget


def goal_text(goal: NationalTarget, language: Language, decimals: int) -> str:
    """Return a target for people: a number, or a range; with the decimals of its indicator."""
    ends = [goal.nilai] if goal.nilai is not None else [goal.min, goal.maks]
    texts = [
        "" if end is None else format_number(round_half_up(end, decimals), language) for end in ends
    ]
    if len(texts) == 1:
        return texts[0]
    low, high = texts
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}"
