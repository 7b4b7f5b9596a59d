"""Tables printed from hidden exact numbers: right ones, wrong ones, and such as a habit made.

``python -m tests.worlds.tables --count 10000000`` judges so many of them; ``make worlds`` does.
What must come out is decided here by itself: by the ends of intervals, not by the code under test.
One in a hundred is a table of any kind and goes through everything up to the finding; the others
are weighted totals in whole numbers, which go through the spans and sums alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Final, cast

import kesbang_iku as iku
from kesbang_iku.findings import NOWHERE
from kesbang_iku.formula import Expression, compile_exact, parse, round_half_up
from kesbang_iku.formula.linear import Linear
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.indicator.achievement import Scorer, scorer_for
from kesbang_iku.indicator.goals import goal_of
from kesbang_iku.indicator.item_input import Part
from kesbang_iku.indicator.printed import check_achievement, check_value
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.printed_worlds import ValueWorlds, span_of
from kesbang_iku.sources.numbers import Number
from kesbang_iku.worlds.reach import reach_of, sum_reach
from kesbang_iku.worlds.span import Span, exactly

AGREES, POSSIBLE, WRONG = "cocok", "mungkin", "keliru"
_CODES: Final = {"IKU500": WRONG, "IKU510": WRONG, "IKU523": POSSIBLE, "IKU525": POSSIBLE}
_HABITS: Final = {
    "IKU501": "terpotong",
    "IKU511": "terpotong",
    "IKU502": "komponen_dibulatkan",
    "IKU513": "metode_lain",
    "IKU514": "dibatasi",
}
_SCALE: Final = 100


@dataclass(frozen=True)
class Interval:
    """The numbers from ``low`` to ``high``; of two ends that meet it matters which is in."""

    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = False

    def meets(self, other: Interval) -> bool:
        below = self.low < other.high or (self.low == other.high and self.low_in and other.high_in)
        above = other.low < self.high or (other.low == self.high and other.low_in and self.high_in)
        return below and above


def rounding(value: Fraction, decimals: int) -> Interval:
    half = Fraction(1, 2 * 10**decimals)
    return Interval(value - half, value + half) if value else Interval(-half, half, low_in=False)


def cutting(value: Fraction, decimals: int) -> Interval:
    unit = Fraction(1, 10**decimals)
    return Interval(value, value + unit) if value else Interval(-unit, unit, low_in=False)


def twice(value: Fraction, decimals: int) -> Interval:
    unit = Fraction(1, 10**decimals)
    low = value - unit * 11 / 20 if value else -unit * 9 / 20
    return Interval(low, value + unit * 9 / 20, low_in=bool(value))


@dataclass
class Table:
    """A formula, what was printed of its parts, and what all that can be behind them can give."""

    tree: Expression
    parts: Mapping[str, Fraction]
    decimals: Mapping[str, int]
    """Of each measured part; a part without them is a count."""
    hidden: Fraction
    reach: Interval
    digits: int
    kind: str
    previous: Mapping[str, Fraction] = field(default_factory=dict)
    target: Fraction | None = None
    method: str = ""
    shares: tuple[tuple[Fraction, Interval], ...] = ()
    """The percentages printed of the parts of a whole, and what is behind each."""

    @property
    def shown(self) -> Fraction:
        """The value as it is printed when nothing goes wrong."""
        return rounded_fraction(self.hidden, self.digits)

    def may_print(self, printed: Fraction) -> bool:
        """Say whether a right table prints so: rounded from what is behind, or as published."""
        if self.reach.meets(rounding(printed, self.digits)):
            return True
        if self.target is None:
            return False
        # The standard publishes two decimals; whoever prints fewer of them may round those.
        published = rounded_fraction(_by(self.method, self.parts["r"], self.target), 2)
        return rounded_fraction(published, self.digits) == printed


@cache
def _formula(text: str) -> Expression:
    return parse(text)


def weighted(rng: random.Random) -> Table:
    """A weighted mean of three parts that were printed with two decimals, or fewer."""
    first, second = rng.randint(100, 500), rng.randint(100, 400)
    weights = [Fraction(one, 1000) for one in (first, second, 1000 - first - second)]
    names = ("a", "b", "c")
    digits, own = rng.choice((1, 2, 2, 2, 3)), rng.choice((1, 2, 2))
    hidden = {name: Fraction(rng.randint(200000, 990000), 10000) for name in names}
    printed = {name: rounded_fraction(value, own) for name, value in hidden.items()}
    text = " + ".join(f"{float(w):.3f} * {n}" for w, n in zip(weights, names, strict=True))
    total = sum((w * hidden[n] for w, n in zip(weights, names, strict=True)), Fraction(0))
    low = sum(
        (w * rounding(printed[n], own).low for w, n in zip(weights, names, strict=True)),
        Fraction(0),
    )
    reach = Interval(low, low + Fraction(1, 10**own))
    return Table(_formula(text), printed, dict.fromkeys(names, own), total, reach, digits, "rata")


def shared(rng: random.Random) -> Table:
    """A share of counts."""
    whole = rng.randint(2, 3000)
    part = rng.randint(1, whole)
    parts = {"a": Fraction(part), "b": Fraction(whole)}
    value = Fraction(part, whole) * _SCALE
    previous = {"b": Fraction(rng.randint(2, 3000))}
    reach = Interval(value, value, high_in=True)
    digits = rng.choice((1, 2, 2))
    return Table(_formula("a / b * 100"), parts, {}, value, reach, digits, "bagian", previous)


def totalled(rng: random.Random) -> Table:
    """A share, or an achievement, of a whole beside those of its parts, whose counts are known."""
    wholes = [rng.randint(5, 900) for _ in range(rng.randint(2, 6))]
    parts = [rng.randint(1, whole) for whole in wholes]
    value = Fraction(sum(parts), sum(wholes)) * _SCALE
    own, known = rng.choice((1, 2, 2)), rng.random() < 0.5
    shares = []
    for part, whole in zip(parts, wholes, strict=True):
        exact = Fraction(part, whole) * _SCALE
        printed = rounded_fraction(exact, own)
        behind = Interval(exact, exact, high_in=True) if known else rounding(printed, own)
        shares.append((printed, behind))
    reach = Interval(value, value, high_in=True)
    digits = rng.choice((1, 2, 2))
    a, b = Fraction(sum(parts)), Fraction(sum(wholes))
    if rng.random() < 0.5:
        return Table(
            _formula("r"), {"r": a}, {}, value, reach, digits, "jumlah capaian",
            target=b, method="maksimalkan", shares=(*shares,),
        )  # fmt: skip
    return Table(
        _formula("a / b * 100"), {"a": a, "b": b}, {}, value, reach, digits, "jumlah",
        previous={"b": Fraction(rng.randint(2, 3000))}, shares=(*shares,),
    )  # fmt: skip


def _mean(shares: Sequence[tuple[Fraction, Interval]]) -> Interval:
    """What the mean of the parts' percentages can be, from their ends."""
    behind = [one for _, one in shares]
    low, high = (sum(ends) / Fraction(len(behind)) for ends in zip(
        *((one.low, one.high) for one in behind), strict=True
    ))  # fmt: skip
    high_in = all(one.high_in for one in behind)
    return Interval(low, high, all(one.low_in for one in behind), high_in)


def achieved(rng: random.Random) -> Table:
    """An achievement of a measured value, or of a count, against a target."""
    target = Fraction(rng.randint(2000, 9900), 100)
    method = rng.choice(("maksimalkan", "minimalkan", "minimalkan_rasio"))
    counted = rng.random() < 0.3
    hidden = target * Fraction(rng.randint(5000, 14900), 10000)
    own = 0 if counted else rng.choice((1, 2, 2))
    printed = rounded_fraction(hidden, own)
    if counted:
        target, hidden = Fraction(round(target) or 1), printed
    behind = Interval(printed, printed, high_in=True) if counted else rounding(printed, own)
    ends = sorted(
        (_by(method, end, target), end == behind.low) for end in (behind.low, behind.high)
    )
    turned = not ends[0][1]
    low_in, high_in = (behind.high_in, True) if turned else (True, behind.high_in)
    reach = Interval(ends[0][0], ends[1][0], low_in, high_in)
    value = _by(method, hidden, target)
    decimals = {} if counted else {"r": own}
    return Table(
        _formula("r"), {"r": printed}, decimals, value, reach, rng.choice((1, 2, 2)), "capaian",
        target=target, method=method,
    )  # fmt: skip


def _by(method: str, value: Fraction, target: Fraction) -> Fraction:
    if method == "maksimalkan":
        return value / target * _SCALE
    if method == "minimalkan":
        return (2 - value / target) * _SCALE
    return target / value * _SCALE


def judged(table: Table, printed: Fraction) -> str:
    """Return the verdict of the library on a print: a word, or the name of a habit."""
    number = PrintedNumber(printed, table.digits, _text(printed, table.digits), lambda: NOWHERE)
    numbers = {
        name: PrintedNumber(value, table.decimals.get(name, 0), "x", lambda: NOWHERE)
        for name, value in table.parts.items()
    }
    found = _achievement(table, number, numbers) if table.target else _value(table, number, numbers)
    findings = list(found)
    if not findings:
        return AGREES
    (finding,) = findings
    if finding.kode in {"IKU524", "IKU526", "IKU518"}:
        said = finding.pesan
        return next(name for name, title in _titles().items() if title in said)
    return _HABITS.get(finding.kode) or _CODES.get(finding.kode, finding.kode)


def _text(value: Fraction, decimals: int) -> str:
    return f"{round_half_up(value, decimals)}".replace(".", ",")


@cache
def _titles() -> dict[str, str]:
    from kesbang_iku.indicator.habits import load_habits

    titles = {name: habit.label for name, habit in load_habits().by_name.items()}
    return titles | {"komponen_dibulatkan": "dihitung dari realisasi yang dibulatkan lebih dulu"}


def _value(
    table: Table, number: PrintedNumber, numbers: Mapping[str, PrintedNumber]
) -> Iterator[iku.Finding]:
    exact = compile_exact(table.tree)(table.parts)
    assert isinstance(exact, Fraction)
    published = round_half_up(exact, table.digits)

    def behind() -> ValueWorlds | None:
        spans = {
            name: one.span if name in table.decimals else exactly(one.value)
            for name, one in numbers.items()
        }
        reach = reach_of(table.tree, spans)
        assert reach is not None
        return ValueWorlds(reach, numbers, table.previous, Fraction(_SCALE))

    return check_value(number, exact, published, None, behind, lambda: _parts(table))


def _parts(table: Table) -> Sequence[Sequence[Part]]:
    return [
        [
            Part(value, Span(one.low, one.high, one.low_in, one.high_in))
            for value, one in table.shares
        ]
    ]


@cache
def _catalog() -> iku.Catalog:
    return iku.load_catalog()


@cache
def _scorers() -> dict[str, Scorer]:
    tables = _catalog().tables
    return {
        name: scorer_for(tables, name, tables.methods[name].polaritas, None)
        for name in ("maksimalkan", "minimalkan", "minimalkan_rasio")
    }


def _achievement(
    table: Table, number: PrintedNumber, numbers: Mapping[str, PrintedNumber]
) -> Iterator[iku.Finding]:
    value = numbers["r"]
    goal = goal_of(Number(table.target or Fraction(1)), None)
    assert goal is not None
    published = round_half_up(value.value, value.decimals)
    scores = {
        name: scorer.scorer(published, value.value, goal, None)
        for name, scorer in _scorers().items()
    }
    scorer = _scorers()[table.method]
    others = [(n, s, scores[n]) for n, s in _scorers().items() if n != table.method]
    span = span_of(value, whole="r" not in table.decimals)
    return check_achievement(
        number,
        published,
        scores[table.method],
        scorer,
        others,
        lambda: [span],
        lambda: _parts(table),
    )


def fitting(table: Table, printed: Fraction) -> set[str]:
    """Return the habits that can have made a print, by their definitions."""
    found = _fitting_rounding(table, printed)
    if table.shares:
        goal, mean = rounding(printed, table.digits), _mean_of_prints(table)
        if goal.meets(_mean(table.shares)) or goal.meets(Interval(mean, mean, high_in=True)):
            found.add("rata_rata_persentase")
    if table.kind in {"bagian", "jumlah"} and printed:
        a, b = table.parts["a"], table.parts["b"]
        goal = rounding(printed, table.digits)
        for name, value in (
            ("rasio_terbalik", b / a * _SCALE),
            ("penyebut_lama", a / table.previous["b"] * _SCALE),
            ("seribu", table.hidden / 1000),
            ("seribu", table.hidden * 1000),
        ):
            if goal.meets(Interval(value, value, high_in=True)):
                found.add(name)
    if table.target is not None:
        found |= _fitting_achievement(table, printed)
    return found


def _fitting_rounding(table: Table, printed: Fraction) -> set[str]:
    unit = Fraction(1, 10**table.digits)
    ways = {
        "terpotong": cutting(printed, table.digits),
        "dibulatkan_dua_kali": twice(printed, table.digits),
        "dibulatkan_ke_atas": Interval(printed - unit, printed, low_in=False, high_in=True),
    }
    found = {name for name, span in ways.items() if table.reach.meets(span)}
    if any(
        (printed * 10**fewer).denominator == 1 and table.reach.meets(rounding(printed, fewer))
        for fewer in range(table.digits)
    ):
        found.add("diisi_nol")
    return found


def _mean_of_prints(table: Table) -> Fraction:
    return sum((one for one, _ in table.shares), Fraction(0)) / len(table.shares)


def _fitting_achievement(table: Table, printed: Fraction) -> set[str]:
    found = set()
    target, goal = table.target or Fraction(1), rounding(printed, table.digits)
    value = table.parts["r"]
    own = table.decimals.get("r")
    behind = Interval(value, value, high_in=True) if own is None else rounding(value, own)
    for other in ("maksimalkan", "minimalkan", "minimalkan_rasio"):
        low, high = sorted((_by(other, behind.low, target), _by(other, behind.high, target)))
        if other != table.method and goal.meets(Interval(low, high, high_in=True)):
            found.add("metode_lain")
    right = _by(table.method, value, target)
    if printed % 10 == 0 and 100 <= printed < right:
        found.add("dibatasi")
    return found


def planted(table: Table, rng: random.Random) -> tuple[str, Fraction] | None:
    """Return a habit and what is printed by it, from the hidden numbers."""
    hidden, digits, unit = table.hidden, table.digits, 10**table.digits
    names = ["terpotong", "dibulatkan_dua_kali"]
    if table.shares:
        names += ["rata_rata_persentase"] * 4
    if table.kind in {"bagian", "jumlah"}:
        names += ["rasio_terbalik", "penyebut_lama", "seribu"]
    if table.target is not None:
        names += ["metode_lain", "metode_lain", "dibatasi"]
    name = rng.choice(names)
    if name == "terpotong":
        return name, Fraction(hidden.numerator * unit // hidden.denominator, unit)
    if name == "dibulatkan_dua_kali":
        return name, rounded_fraction(rounded_fraction(hidden, digits + 1), digits)
    made = _made_by(name, table, rng)
    return (name, rounded_fraction(made, digits)) if made else None


def _made_by(name: str, table: Table, rng: random.Random) -> Fraction:
    """Return what a habit gives of the numbers of a table, before rounding; 0 for nothing."""
    if name == "rata_rata_persentase":
        made = _mean_of_prints(table)
    elif name == "rasio_terbalik":
        made = table.parts["b"] / table.parts["a"] * _SCALE
    elif name == "penyebut_lama":
        made = table.parts["a"] / table.previous["b"] * _SCALE
    elif name == "seribu":
        made = table.hidden / 1000
    elif name == "dibatasi":
        made = Fraction(next((cap for cap in (120, 110, 100) if table.hidden > cap), 0))
    else:
        others = [
            one for one in ("maksimalkan", "minimalkan", "minimalkan_rasio") if one != table.method
        ]
        made = _by(rng.choice(others), table.parts["r"], table.target or Fraction(1))
    return made


MAKERS: Final = (weighted, weighted, shared, achieved, achieved, totalled)


def run(count: int, seed: int = 1) -> Counter[str]:
    """Judge ``count`` tables, and say how often what came out.

    Raises:
        AssertionError: a right table was called wrong, an impossible one was not, or a print that
            one habit alone explains was named for another more than once in twenty.
    """
    rng = random.Random(seed)
    seen: Counter[str] = Counter()
    for number in range(count):
        table = MAKERS[number % len(MAKERS)](rng)
        turn = number // len(MAKERS) % 3
        if turn == 0:
            verdict = judged(table, table.shown)
            assert verdict in {AGREES, POSSIBLE}, (table, verdict)
            seen[f"benar: {verdict}"] += 1
            continue
        habit = planted(table, rng) if turn == 1 else None
        unit = Fraction(1, 10**table.digits)
        step = rng.choice((1, 1, 2, 3, 5, 10, 90, 450)) * rng.choice((-1, 1))
        printed = table.shown + step * unit if habit is None else habit[1]
        if printed <= 0:
            continue
        verdict = judged(table, printed)
        if table.may_print(printed):
            assert verdict in {AGREES, POSSIBLE}, (table, printed, verdict)
            seen["ditanam, tetapi mungkin"] += 1
            continue
        assert verdict not in {AGREES, POSSIBLE}, (table, printed, verdict)
        seen[f"tidak mungkin: {'keliru' if verdict == WRONG else 'kebiasaan'}"] += 1
        fits = fitting(table, printed)
        if habit is not None and fits == {habit[0]}:
            seen["kebiasaan tunggal"] += 1
            seen["kebiasaan tunggal dinamai"] += verdict == habit[0]
            if habit[0] == "rata_rata_persentase":
                seen["rata-rata tunggal"] += 1
                seen["rata-rata tunggal dinamai"] += verdict == habit[0]
    for said in ("kebiasaan tunggal", "rata-rata tunggal"):
        assert seen[f"{said} dinamai"] * 20 >= seen[said] * 19, seen
    return seen


_TENTHS: Final = 20
"""Whole numbers count twentieths of a last digit: halves of it, and tenths of those."""


def _whole(low: int, high: int) -> Span:
    """Return a span of whole numbers, which are compared and added as fractions are."""
    return Span(cast("Fraction", low), cast("Fraction", high), has_high=False)


def run_sums(count: int, seed: int = 1) -> Counter[str]:
    """Judge ``count`` weighted totals in whole numbers, by the same spans and sums.

    Raises:
        AssertionError: a right total was called wrong, or an impossible one possible; a total that
            was cut off or rounded twice, and fits nothing else, does not fit that.
    """
    rng = random.Random(seed)
    draw = rng.random
    seen: Counter[str] = Counter()
    weights: dict[str, int] = {}
    total, more = Linear({}), 10
    for number in range(count):
        if number % 50 == 0:
            first, second = int(100 + 400 * draw()), int(100 + 400 * draw())
            weights = {"a": first, "b": second, "c": 1000 - first - second}
            total = Linear(cast("dict[str, Fraction]", weights), cast("Fraction", 0))
            more = 10 ** int(1 + 2 * draw())
        # A hidden part has `more` parts of a last digit, of which it is printed to the nearest.
        hidden = {name: int(10**5 * (0.2 + 0.8 * draw())) for name in weights}
        value = sum(weight * hidden[name] for name, weight in weights.items())
        parts = {name: (2 * one + more) // (2 * more) for name, one in hidden.items()}
        spans = {
            name: _whole(_TENTHS * one - 10, _TENTHS * one + 10) for name, one in parts.items()
        }
        reach = sum_reach(total, spans)
        unit = 1000 * more
        right = (2 * value + unit) // (2 * unit)
        turn = number % 4
        if turn == 0:
            printed = right
        elif turn == 1:
            printed = right + int(1 + 6 * draw() ** 3) * (1 if draw() < 0.5 else -1)
        elif turn == 2:
            printed = value // unit
        else:
            printed = ((20 * value + unit) // (2 * unit) + 5) // 10
        low, high = (1000 * (_TENTHS * printed + end) for end in (-10, 10))
        possible = reach.meets(_whole(low, high))
        least = sum(w * (_TENTHS * parts[n] - 10) for n, w in weights.items())
        assert possible == (least < high and low < least + 1000 * _TENTHS)
        assert possible or turn != 0, (weights, hidden, printed)
        seen["mungkin" if possible else "keliru"] += 1
        if not possible and turn >= 2:
            start = 1000 * _TENTHS * printed
            cut = reach.meets(_whole(start, start + 1000 * _TENTHS))
            again = reach.meets(_whole(low - 1000, high - 1000))
            assert cut if turn == 2 else again, (weights, hidden, printed)
            seen["terpotong" if turn == 2 else "dibulatkan dua kali"] += 1
    return seen


_AT_A_TIME: Final = 500_000
"""After so many tables it is said how far the work is; each such lot has a seed of its own."""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.monotonic()
    found: Counter[str] = Counter()
    for number, done in enumerate(range(0, options.count, _AT_A_TIME)):
        count = min(_AT_A_TIME, options.count - done)
        whole = min(max(count // 100, 1000), count)
        seed = options.seed + number
        found += run(whole, seed) + run_sums(count - whole, seed)
        seconds = time.monotonic() - start
        sys.stderr.write(f"{done + count:,} tables in {seconds:.0f} s\n")
    for said, times in sorted(found.items()):
        print(f"{times:>12,}  {said}")  # noqa: T201  # the answer of the command
