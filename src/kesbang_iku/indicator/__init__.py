"""One indicator: its formulas compiled, its numbers read, its value, achievement and explanation.

The engine stands at the bottom and is what the functions of the room take; the indicator is the
face on top, and knows no catalog.
"""
