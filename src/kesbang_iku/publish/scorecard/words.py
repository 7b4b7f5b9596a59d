"""What the scorecard page says, in both languages, and the states it tells apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.closed_words import spoken_period
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.publish.frame.pieces import State

STATES: Final[Mapping[str, State]] = {
    state.key: state
    for state in (
        State("tercapai", "✓", Text("Target tercapai", "Target reached")),
        State("tak_tercapai", "✗", Text("Target belum tercapai", "Target not reached")),
        State("tak_terputus", "?", Text("Target tidak dapat dinilai", "Target cannot be judged")),
        State("tanpa_target", "○", Text("Bernilai, tanpa target", "A value without target")),
        State("tanpa_nilai", "–", Text("Tanpa nilai", "No value")),
    )
}
ORIGINS: Final = scorecard.ORIGINS
PERIODS: Final = scorecard.PERIODS
WORDS: Final = scorecard.WORDS
SENTENCES: Final = scorecard.SENTENCES
COUNTED: Final = scorecard.COUNTED


def closing(language: Language) -> tuple[str, ...]:
    """Return what the page says about itself at its end."""
    return tuple(SENTENCES[key].plain(language) for key in ("kedudukan", "asal"))


def state_of(result: Result) -> State:
    """Return the state of a result: whether it has a value, and reaches its target."""
    if result.nilai is None:
        return STATES["tanpa_nilai"]
    if result.target is None:
        return STATES["tanpa_target"]
    if result.tercapai is None:
        return STATES["tak_terputus"]
    return STATES["tercapai" if result.tercapai else "tak_tercapai"]


def period_text(period: str, language: Language) -> str:
    """Return a period in words: ``triwulan 1`` for ``triwulan-1``."""
    return spoken_period(period).plain(language)
