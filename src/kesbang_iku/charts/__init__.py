"""Charts as SVG text: what an indicator is made of, how it changed, and where it stands.

Each chart says in words what it shows (its title and description are read out by screen readers),
writes the numbers beside the shapes, and tells its parts apart by form as well as by colour.

A public package: its names are promised as those of ``kesbang_iku`` are.
"""

from kesbang_iku.charts.bands import scale_chart
from kesbang_iku.charts.bullet import bullet_chart
from kesbang_iku.charts.composite import change_chart, contribution_chart
from kesbang_iku.charts.ranks import rank_band_chart
from kesbang_iku.charts.series import series_chart
from kesbang_iku.charts.trend import trend_chart

__all__ = [
    "bullet_chart",
    "change_chart",
    "contribution_chart",
    "rank_band_chart",
    "scale_chart",
    "series_chart",
    "trend_chart",
]
