"""What an evaluation can end in besides a number or a truth value.

Data never raises: a variable without a value and an operation without a result are values, which
pass through a formula by stated rules (see ``exact``).
"""

from dataclasses import field

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text
from kesbang_iku.formula.tree import NO_SPAN, Span


@dataclass(frozen=True, slots=True)
class Missing:
    """Values that were needed and not given.

    ``names`` are the variables, in the order in which the formula asks for them, each once. A value
    of the previous period stands as ``sebelumnya(name)``.
    """

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undefined:
    """A result that does not exist, for instance of a division by zero.

    ``span`` is the part of the formula that has no result. Two outcomes are equal when their reason
    is the same, wherever it arose.
    """

    reason: Text
    span: Span = field(default=NO_SPAN, compare=False)


Outcome = Missing | Undefined
