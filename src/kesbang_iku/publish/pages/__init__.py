"""The pages of the documentation that are written from the standard itself, as Markdown.

Nothing on them is typed by hand: definitions, methods, scales, corrections and findings stand once,
in the catalog and beside the code, and the pages follow. Formulas are handed to a typesetter, so
that the library itself needs none.
"""

from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.publish.pages.changes import changes_page
from kesbang_iku.publish.pages.collection import Page, all_pages
from kesbang_iku.publish.pages.coverage import coverage_page
from kesbang_iku.publish.pages.findings import finding_page, kind_page, shown_examples
from kesbang_iku.publish.pages.indicator import indicator_page
from kesbang_iku.publish.pages.listing import indicator_index
from kesbang_iku.publish.pages.markdown import Typeset, plain_formula
from kesbang_iku.publish.pages.outputs import output_index
from kesbang_iku.publish.pages.registers import (
    corrections_page,
    habits_page,
    methods_page,
    scales_page,
    units_page,
)
from kesbang_iku.publish.pages.regulations import regulation_page, regulations_page
from kesbang_iku.publish.pages.targets import targets_page

__all__ = [
    "Page",
    "Typeset",
    "all_pages",
    "all_scripts",
    "changes_page",
    "corrections_page",
    "coverage_page",
    "finding_page",
    "habits_page",
    "indicator_index",
    "indicator_page",
    "kind_page",
    "methods_page",
    "output_index",
    "plain_formula",
    "regulation_page",
    "regulations_page",
    "scales_page",
    "shown_examples",
    "targets_page",
    "units_page",
]
