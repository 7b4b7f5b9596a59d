"""The pages of indicators that are written from the standard itself, as Markdown.

Nothing on them is typed by hand: definitions, methods, scales and corrections stand once, in the
catalog and beside the code, and the pages follow. Formulas are handed to a typesetter, so that the
library itself needs none. The other pages of the standard's own site are made in
``tools/site_pages``.
"""
