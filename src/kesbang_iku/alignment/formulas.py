"""A region's formula beside the standard's: whether both are the same function."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Final

from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.wording.reader import WordingStatus, read_formula
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import Finding, Text
from kesbang_iku.formula import equal, evaluate

_OTHER: Final = Text(
    "Rumusnya menghitung nilai lain dari data yang sama.",
    "The formula computes another value from the same data.",
)
_SWAPPED: Final = Text(
    "Bentuk rumusnya sama, tetapi variabelnya tertukar.",
    "The formula has the same form, but its variables are swapped.",
)
_MOST_VARIABLES: Final = 4
"""With more variables no order of them is looked for: there are too many."""


@dataclass(frozen=True, slots=True)
class FormulaComparison:
    """What became of comparing two formulas.

    Attributes:
        deviation: in what they differ, or ``None`` where nothing of the kind is known.
        findings: why the region's formula could not be read with certainty.
    """

    deviation: Text | None = None
    findings: tuple[Finding, ...] = ()


def compare_formula(
    written: str, name: str, indicator: Indicator, names: KnownNames
) -> FormulaComparison:
    """Compare a formula, in words or symbols, with that of ``indicator``.

    A formula that cannot be read with certainty is not said to deviate: nothing is known about it.
    """
    standard = indicator.komponen.formula if indicator.komponen else indicator.rumus
    read = read_formula(written, nama=name)
    if read.status is not WordingStatus.READ or read.rumus is None:
        return FormulaComparison(findings=read.catatan)
    if standard is None:
        return FormulaComparison()
    renaming = equal(read.rumus, standard)
    if renaming is None:
        return FormulaComparison(_OTHER)
    labels = {variable.nama: variable.label for variable in read.variabel}
    swapped = _is_swapped(read.rumus, standard, renaming, labels, indicator, names)
    return FormulaComparison(_SWAPPED if swapped else None)


def _is_swapped(
    formula: str,
    standard: str,
    renaming: dict[str, str],
    labels: dict[str, str],
    indicator: Indicator,
    names: KnownNames,
) -> bool:
    """Say whether another order of the variables fits their labels better than the formula's."""
    if not 1 < len(renaming) <= _MOST_VARIABLES:
        return False
    read = names.reader.read
    mine = {name: read(labels[name]) for name in renaming}
    theirs = {
        variable.nama: read(f"{variable.label} {variable.nama.replace('_', ' ')}")
        for variable in indicator.variabel
    }

    def fit(pairs: dict[str, str]) -> float:
        return sum(names.likeness(mine[own], theirs[other]) for own, other in pairs.items())

    orders = (dict(zip(renaming, order, strict=True)) for order in permutations(renaming.values()))
    best = max(orders, key=fit)
    if fit(best) <= fit(renaming):
        return False
    # Where the order does not matter, as in a sum, none is wrong.
    values = {other: 2 + 3 * number for number, other in enumerate(best.values())}
    theirs_now = {own: values[other] for own, other in best.items()}
    return evaluate(formula, theirs_now) != evaluate(standard, values)
