"""The scorecard page: what reports give, held against their targets, with what led to it.

It stands for itself as every page of the frame does, and prints as the annex of a performance
report.
"""
