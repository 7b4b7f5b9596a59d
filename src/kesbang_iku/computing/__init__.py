"""The reports of regions, each item held against the standard of its year.

The room is not called after its main function because both would be ``kesbang_iku.compute``.
"""
