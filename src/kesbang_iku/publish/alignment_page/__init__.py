"""Pages of the alignment: one plan against the standard, and the plans of many regions.

A page stands for itself: its style and pictures are inside, it asks nothing of any server and runs
no script. It reads on paper and on a phone, by eye and by ear.
"""

from kesbang_iku.publish.alignment_page.regions import comparison_page
from kesbang_iku.publish.alignment_page.single import alignment_page

__all__ = ["alignment_page", "comparison_page"]
