"""How large a formula may be.

A formula comes from a file somebody else wrote. Every limit below is far above what an indicator
needs and far below what could stall the reader; the length is looked at before anything else.
"""

from typing import Final

MAXIMUM_LENGTH: Final = 2000
"""Characters of a text. The longest official formula has under 400; reading is linear in it."""

MAXIMUM_DEPTH: Final = 32
"""Parentheses, calls, signs and ``bukan`` inside one another. Bounds the recursion of the reader;
a chain such as ``a + b + c`` is not nesting, it is bounded by the number of parts."""

MAXIMUM_NODES: Final = 400
"""Parts (numbers, names, operators, calls) of a formula. Bounds the work of everything that walks a
tree, and its height: a chain of additions is half as high as it has parts."""

MAXIMUM_DIGITS: Final = 30
"""Digits of one constant, before and after the point together. The state budget in rupiah has 16;
with it the size of any number a formula can make grows only linearly with its text."""

MAXIMUM_ROOT_DEGREE: Final = 64
"""Product of the degrees of all roots in a formula, and of those in a value: ``akar`` counts 2, a
geometric mean as many as it has operands. How far an exact decision between two such numbers may
have to look grows with this product, so it bounds that work."""

MAXIMUM_ROUND_DECIMALS: Final = 12
"""Decimals that ``bulat`` may keep."""
