"""Composites taken apart: what components contribute, and how a ranking answers to the weights.

A public package: its names are promised as those of ``kesbang_iku`` are.
"""

from kesbang_iku.composite.decomposition import (
    Change,
    CompositeError,
    Contribution,
    Decomposition,
    contributions,
    decompose_change,
)
from kesbang_iku.composite.ranking import LeftOut, RankBand, Sensitivity, sensitivity
from kesbang_iku.composite.standings import Standing, Standings, standings_of
from kesbang_iku.model.definition import Composite

__all__ = [
    "Change",
    "Composite",
    "CompositeError",
    "Contribution",
    "Decomposition",
    "LeftOut",
    "RankBand",
    "Sensitivity",
    "Standing",
    "Standings",
    "contributions",
    "decompose_change",
    "sensitivity",
    "standings_of",
]
