"""The pages of the documentation that are written from the standard itself, as Markdown.

Nothing on them is typed by hand: definitions, methods, scales, corrections and findings stand once,
in the catalog and beside the code, and the pages follow. Formulas are handed to a typesetter, so
that the library itself needs none.
"""
