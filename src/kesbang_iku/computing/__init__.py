"""From numbers to results: values, categories and achievements of items and reports.

The room is not called after its main function because both would be ``kesbang_iku.compute``.
"""
