"""Possible worlds: which unrounded numbers can stand behind printed ones, decided exactly.

A printed number stands for every value that rounds to it (``span``); counts and targets are single
points. What a formula can give of all such values is again a span (``reach``), with the numbers
that prove it; a print outside of it is wrong, one inside of it is possible. ``weights`` runs the
same backwards: from published parts and totals to the weights that can be behind them.
"""
