"""Charts as SVG text: what an indicator is made of, how it changed, and where it stands.

Each chart says in words what it shows (its title and description are read out by screen readers),
writes the numbers beside the shapes, and tells its parts apart by form as well as by colour.
"""

from kesbang_iku.publish.charts.bands import scale_chart
from kesbang_iku.publish.charts.bullet import bullet_chart, bullet_row, is_comparable
from kesbang_iku.publish.charts.composite import change_chart, contribution_chart
from kesbang_iku.publish.charts.ranks import rank_band_chart
from kesbang_iku.publish.charts.series import series_chart
from kesbang_iku.publish.charts.trend import trend_chart

__all__ = [
    "bullet_chart",
    "bullet_row",
    "change_chart",
    "contribution_chart",
    "is_comparable",
    "rank_band_chart",
    "scale_chart",
    "series_chart",
    "trend_chart",
]
