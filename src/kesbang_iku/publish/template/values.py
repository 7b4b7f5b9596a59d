"""The value of an indicator in one period: what its variables are, its state, and its steps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text
from kesbang_iku.formula import Expression, parse, variables
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Number
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Variable
from kesbang_iku.publish.packages.content import can_compute
from kesbang_iku.publish.template.written import (
    DECIMALS,
    UNCERTAIN,
    Range,
    Written,
    as_stored,
    folded,
    holder,
    number,
    placed,
    quoted,
    units_of,
)


@dataclass(frozen=True, slots=True)
class Value:
    """The formulas of a value.

    Attributes:
        state: its status, or that it needs the exact engine.
        steps: the value counted in steps of its last place; of use where the state is complete.
        why: what to mend where it is rejected; empty elsewhere.
    """

    state: str
    steps: str
    why: str


def range_of(variable: Variable) -> Range:
    """Return what is known of a variable before it is filled in."""
    decimals = 0 if variable.whole else DECIMALS
    return Range(decimals, variable.minimum, variable.maximum)


class ValueCells:
    """What the value of an indicator is, for any cells that its variables may stand in.

    ``folds`` where it is computed in the workbook; else every state is ``UNCERTAIN``.
    """

    def __init__(self, indicator: Indicator) -> None:
        """Find out how large the variables may be."""
        self._indicator: Indicator = indicator
        self._ranges = {one.nama: range_of(one) for one in indicator.variabel}
        self._names = {name: holder(name) for name in self._ranges}
        unsure = Written(f'"{UNCERTAIN}"', 10**12), Written("0", 10**12), ()
        self._written: tuple[Written, Written, Sequence[Written]] = unsure
        with suppress(NotFoldedError):
            self._written = self._fold()
        self.folds: bool = self._written is not unsure

    def units(self, variable: Variable, cell: str) -> str:
        """Return the variable in units of its last decimal: empty, a number, or what is wrong."""
        checks = [f"{cell}<{number(variable.minimum)}"] if variable.minimum is not None else []
        checks += [f"{cell}>{number(variable.maximum)}"] if variable.maximum is not None else []
        checks += [f"{cell}<>INT({cell})"] if variable.whole else []
        decimals = self._ranges[variable.nama].decimals
        text = cell if variable.whole else units_of(cell, decimals)
        largest = Fraction(self._largest, 10**decimals)
        text = f'IF(ABS({cell})>{number(largest)},"{UNCERTAIN}",{text})'
        if checks:
            text = f'IF(OR({",".join(checks)}),"{Status.REJECTED}",{text})'
        text = f'IF(AND(ISNUMBER({cell}),{as_stored(cell)}),{text},"{UNCERTAIN}")'
        return f'IFERROR(IF({cell}="","",{text}),"{Status.REJECTED}")'

    def at(self, cells: Mapping[str, str], language: Language) -> Value:
        """Return the value of the variables that stand in ``cells``, in units."""
        every = list(cells.values())
        wrong = "+".join(f'({cell}="{Status.REJECTED}")' for cell in every)
        unsure = "+".join(f'({cell}="{UNCERTAIN}")' for cell in every)
        broken = [*self._broken(cells)]
        state, steps = (placed(one.text, cells) for one in self._written[:2])
        why = '""'
        for condition, message in reversed(broken):
            state = f'IF({condition},"{Status.REJECTED}",{state})'
            why = f"IF({condition},{quoted(message.plain(language))},{why})"
        state = f'IF({wrong}>0,"{Status.REJECTED}",IF({unsure}>0,"{UNCERTAIN}",{state}))'
        return Value(state, steps, why)

    @property
    def _largest(self) -> int:
        status, steps, rules = self._written
        return min(one.largest for one in (status, steps, *rules))

    def _fold(self) -> tuple[Written, Written, Sequence[Written]]:
        tree = self._indicator.tree
        rules = [self._condition(parse(rule.ekspresi)) for rule in self._indicator.aturan]
        if tree is None:
            nothing = Written("0", 10**12)
            return Written(f'"{Status.UNDEFINED}"', 10**12), nothing, rules
        steps = self._of(tree, lambda fold: fold.published(tree, self._indicator.desimal).steps)
        return self._of(tree, self._status), steps, rules

    def _of(self, tree: Expression, write: Callable[[Fold[str]], str]) -> Written:
        names = variables(tree)
        ranges = {name: self._ranges[name] for name in names if name in self._ranges}
        if len(ranges) < len(names):
            raise NotFoldedError("a variable of another period")
        return folded(self._names, ranges, write)

    def _condition(self, tree: Expression) -> Written:
        return self._of(tree, lambda fold: fold.condition(tree).holds)

    def _status(self, fold: Fold[str]) -> str:
        """Return the status where no number is wrong: missing before undefined, then its ends."""
        tree = self._indicator.tree
        if tree is None:
            return f'"{Status.UNDEFINED}"'
        published = fold.published(tree, self._indicator.desimal)
        text = f'"{Status.COMPLETE}"'
        for beyond in self._beyond(tree):
            text = f'IF({fold.condition(beyond).holds},"{Status.REJECTED}",{text})'
        if published.undefined is not None:
            text = f'IF({published.undefined},"{Status.UNDEFINED}",{text})'
        if published.missing is not None:
            # A composite that may do without a part of its components has other weights then.
            lacking = Status.INCOMPLETE if can_compute(self._indicator) else UNCERTAIN
            text = f'IF({published.missing},"{lacking}",{text})'
        return text

    def _beyond(self, tree: Expression) -> Iterator[Expression]:
        """Yield the conditions under which the unrounded value lies outside of its range."""
        ends = self._indicator.rentang
        root = isinstance(tree, Call) and tree.function is Function.SQUARE_ROOT
        inner = tree.arguments[0] if isinstance(tree, Call) and root else tree
        for end, operator in ((ends.min, BinaryOperator.LESS), (ends.maks, BinaryOperator.GREATER)):
            if end is None or (root and end <= 0):
                continue
            limit = Number(end**2 if root else end, tree.span)
            yield Binary(operator, inner, limit, tree.span)

    def _broken(self, cells: Mapping[str, str]) -> Iterator[tuple[str, Text]]:
        """Yield whether each rule is broken, and what it says; what misses a number breaks none."""
        for rule, written in zip(self._indicator.aturan, self._written[2], strict=False):
            numbers = [f"ISNUMBER({cells[name]})" for name in variables(parse(rule.ekspresi))]
            holds = placed(written.text, cells)
            yield f"IF(AND({','.join(numbers)}),NOT({holds}),(1=0))", rule.message
