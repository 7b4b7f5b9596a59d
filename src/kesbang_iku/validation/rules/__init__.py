"""Judged rules: what is possible and still doubtful, one small class a rule.

Whether a number can be read, fits its bounds and agrees with the formula is told by the rooms
below. The rules here look at what stands around a number: its neighbours, its own past, its
target, its evidence. They judge, so they have three outcomes: a finding, nothing, or that they
cannot judge.
"""
