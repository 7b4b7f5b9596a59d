"""A method of achievement over whole steps, in the words of any program that can choose."""

from kesbang_iku._records import dataclass
from kesbang_iku.formula import parse, variables
from kesbang_iku.formula.engines.quotient import Fold
from kesbang_iku.model.method import Method


@dataclass(frozen=True, slots=True)
class Choices:
    """How a program chooses, with what it chooses from in braces.

    Attributes:
        chosen: the second where the first holds, else the third.
        nothing: that there is no number.
        held: that the first does not hold, but the second does.
        larger, smaller: the larger, the smaller one of a number and a limit.
    """

    chosen: str
    nothing: str
    held: str
    larger: str
    smaller: str


def in_whole_steps(method: Method) -> bool:
    """Say whether a method takes the published value, and its limits are whole steps."""
    limits = (method.batas.bawah, method.batas.atas)
    whole = all(end is None or (end * 10**method.desimal).denominator == 1 for end in limits)
    return whole and method.dasar == "nilai_terbit"


def names_of(method: Method) -> tuple[str, ...]:
    """Return what the formulas of a method name, each once."""
    texts = [method.rumus, *(policy.jika for policy in method.kebijakan)]
    texts += [policy.capaian for policy in method.kebijakan if policy.capaian is not None]
    return tuple(dict.fromkeys(name for text in texts for name in variables(parse(text))))


def steps_of(fold: Fold[str], method: Method, choices: Choices) -> str:
    """Return the achievement in steps of its last place, or nothing.

    Raises:
        NotFoldedError: it is no single quotient.
    """
    steps = _published(fold, method.rumus, method, choices)
    for policy in reversed(method.kebijakan):
        decided = choices.nothing
        if policy.capaian is not None:
            decided = _published(fold, policy.capaian, method, choices)
        condition = fold.condition(parse(policy.jika))
        holds = condition.holds
        if condition.undefined is not None:
            holds = choices.held.format(condition.undefined, holds)
        steps = choices.chosen.format(holds, decided, steps)
    return steps


def _published(fold: Fold[str], text: str, method: Method, choices: Choices) -> str:
    """Return a formula rounded, within the limits: they are whole steps, so the order is free."""
    published = fold.published(parse(text), method.desimal)
    steps = published.steps
    for end, within in ((method.batas.bawah, choices.larger), (method.batas.atas, choices.smaller)):
        if end is not None:
            # Not asked for what is undefined: programs differ in it, and it is taken out below.
            limit = fold.arithmetic.literal(int(end * 10**method.desimal))
            steps = within.format(steps, limit)
    if published.undefined is None:
        return steps
    return choices.chosen.format(published.undefined, choices.nothing, steps)
