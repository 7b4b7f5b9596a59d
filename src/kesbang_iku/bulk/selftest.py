"""A look whether an engine computes as the proofs assume, before it computes anything else.

The theorems of ``formula.engines.quotient`` hold of arithmetic by IEEE 754. An engine that was
built to be fast instead (divisions turned into multiplications, extended registers) may not keep to
it, and would give other digits in silence. Rows that lie below a half by the least there is, ties,
roots and decimals tell: one digit that differs, and nothing is computed.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt
from typing import Final

from kesbang_iku.bulk.columns import FrameColumns
from kesbang_iku.bulk.libraries.library import Library
from kesbang_iku.bulk.numbers import units_of
from kesbang_iku.bulk.refusal import InexactEngineError
from kesbang_iku.findings.sentences import bulk as said
from kesbang_iku.formula.engines.arithmetic import Capacity, ColumnRange, Quotient

_DENOMINATORS: Final = (3, 49, 999, 10007, 1048573, 99999989)
_TELLING: Final = (49, 103, 107, 161, 187, 197)
"""Ties over these an engine gets wrong that multiplies by the reciprocal of a number."""
_HUNDRED: Final = 100
_DECIMALS: Final = 4
_SHARE_DECIMALS: Final = 2
_UNITS: Final = (2850, 9999, 816901, 123456789012345)
_SEEN: Final[set[str]] = set()
"""The engines that were looked at in this process."""

Case = tuple[str, float, float, float]
"""What is asked, of which two numbers, and what is right."""


def _cases(capacity: Capacity) -> Iterator[Case]:
    for below in _DENOMINATORS:
        # The last numerator below a half, about as large as the theorem allows.
        half = ((capacity.quotient - 3 * below) // below - 2) | 1
        yield "quotient", (half * below - 1) // 2, below, half // 2
        # The same of percentages.
        many = (capacity.quotient - 3 * below) // (2 * _HUNDRED * below) - 1
        above = many * below - pow(2 * _HUNDRED, -1, below)
        yield "percentage", above, below, (2 * _HUNDRED * above + below) // (2 * below)
    for below in _TELLING:
        # Just under a power of two the sum with a half rounds nothing away.
        yield "quotient", 2047 * below, 2 * below, 1024
    for below in _DENOMINATORS[:3]:
        half = isqrt((capacity.root - 38 * below) // (7 * below)) | 1
        yield "root", (half * half * below - 1) // 4, below, half // 2
    for units in _UNITS:
        yield "units", units / 10**_DECIMALS, 1, units
        yield "decimal", units, 1, units / 10**_DECIMALS
        yield "share", units, 1, units / 10**_SHARE_DECIMALS


def check(library: Library, native: object, engine: str) -> None:
    """Let an engine compute some numbers, once in a process.

    Args:
        library: the library.
        native: a table of it, whose session is used.
        engine: what the engine is called.

    Raises:
        InexactEngineError: a digit differs.
    """
    if engine in _SEEN:
        return
    cases = [*_cases(library.capacity)]
    columns = FrameColumns({"n": "n", "d": "d"}, library)
    n, d = columns.column("n"), columns.column("d")
    asked = {
        "quotient": columns.half_up(Quotient(n, d, Fraction(1), n, d)),
        "percentage": columns.half_up(Quotient(n * 100.0, d, Fraction(_HUNDRED), n, d)),
        "root": columns.root_half_up(n, d),
        "units": units_of(n, ColumnRange(_DECIMALS), library),
        "decimal": library.decimal(n, _DECIMALS, None),
        "share": library.decimal(n, _SHARE_DECIMALS, _UNITS[-1]),
    }
    given = {"n": [float(case[1]) for case in cases], "d": [float(case[2]) for case in cases]}
    found = library.made(native, given).select("n", "d", **asked)
    answers = {(row["n"], row["d"]): row for row in library.rows(found)}
    wrong = sum(1 for name, n, d, right in cases if answers[n, d][name] != right)
    if wrong:
        text = said.INEXACT_ENGINE.filled(mesin=engine, jumlah=wrong)
        raise InexactEngineError(text.en)
    _SEEN.add(engine)
