"""Which habit a wrong answer betrays: computed by each habit, which one gives what was answered."""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.conformance.cases import Case
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import conformance as texts
from kesbang_iku.formula import evaluate, parse, round_half_up
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.indicator.habits import habit_of_method, load_habits
from kesbang_iku.indicator.statement import is_number
from kesbang_iku.model.habit import Habit
from kesbang_iku.model.method import Method

_TEN: Final = 10


def betrayed(case: Case, answer: Mapping[str, Any], catalog: Catalog) -> tuple[Text, ...]:
    """Return the habits by each of which a program may answer a case as wrongly as it did."""
    found: dict[Text, None] = {}
    for key, due in case.hasil.items():
        given = answer.get(key)
        if given != due and isinstance(due, str | None) and isinstance(given, str | int | float):
            found |= dict.fromkeys(_habits(case, key, due, str(given), catalog))
    return tuple(found)


def _habits(case: Case, key: str, due: str | None, given: str, catalog: Catalog) -> Iterator[Text]:
    if not is_number(given):
        return
    if due is not None and is_number(due) and Fraction(due) == Fraction(given):
        yield texts.ROUNDING["tulisan"]
        return
    asked = case.tanya
    if case.jenis == "bulat":
        yield from _rounded(Fraction(asked["angka"]), asked["desimal"], given)
    elif case.jenis == "periode":
        yield from _of_year(case, given, catalog)
    elif key == "capaian":
        yield from _achieved(case, due, given, catalog)
    elif key == "nilai" and case.jenis == "indikator" and asked["rumus"] is not None:
        exact = evaluate(asked["rumus"], {n: Fraction(v) for n, v in asked["variabel"].items()})
        if isinstance(exact, Fraction):
            yield from _rounded(exact, asked["desimal"], given)
    if due is None:
        yield texts.ZERO_FOR_NOTHING


def _rounded(exact: Fraction, decimals: int, given: str) -> Iterator[Text]:
    """Yield the ways to round that give ``given`` where rounding a half up does not."""
    unit = Fraction(1, _TEN**decimals)
    ways: dict[str, Fraction | Decimal] = {
        "terpotong": math.trunc(exact / unit) * unit,
        "genap": round(exact / unit) * unit,
        "biner": Fraction(str(round(float(exact), decimals))),
        "dibulatkan_dua_kali": round_half_up(
            Fraction(round_half_up(exact, decimals + 1)), decimals
        ),
        "dibulatkan_ke_atas": math.ceil(exact / unit) * unit,
    }
    known = {habit.nama: habit.title for habit in _habits_of()}
    for name, rounded in ways.items():
        if rounded == Fraction(given):
            yield known[name] if name in known else texts.ROUNDING[name]


def _achieved(case: Case, due: str | None, given: str, catalog: Catalog) -> Iterator[Text]:
    """Yield the methods, formulas and caps of the register that give ``given``."""
    asked = case.tanya
    value, target = asked["realisasi"], asked["target"]
    if not isinstance(target, str) or not is_number(target):
        return
    numbers = {"realisasi": Fraction(value), "target": Fraction(target)}
    method = catalog.tables.methods[asked["metode"]["metode"]]
    yield from _by_other_methods(method, numbers, Decimal(given), catalog)
    yield from _by_formulas(method, numbers, Decimal(given))
    if due is not None and Fraction(given) < Fraction(due):
        yield from (one.title for one in _habits_of() if Fraction(given) in one.caps)
    exact = MethodEngine(method).achieve(numbers).exact
    if isinstance(exact, Fraction):
        yield from _rounded(exact, method.desimal, given)


def _habits_of() -> tuple[Habit, ...]:
    return load_habits().kebiasaan


def _by_other_methods(
    method: Method, numbers: Mapping[str, Fraction], given: Decimal, catalog: Catalog
) -> Iterator[Text]:
    for name, other in catalog.tables.methods.items():
        if name != method.nama and "target_min" not in other.rumus:
            habit = habit_of_method(name, method.polaritas)
            if MethodEngine(other).achieve(numbers).published == given:
                yield from (one.title for one in _habits_of() if one.nama == habit)


def _by_formulas(method: Method, numbers: Mapping[str, Fraction], given: Decimal) -> Iterator[Text]:
    for one in _habits_of():
        applies = not one.polaritas or method.polaritas in one.polaritas
        if one.rumus is None or not applies:
            continue
        if one.jika is None or evaluate(parse(one.jika), numbers) is True:
            made = evaluate(one.rumus, numbers)
            if isinstance(made, Fraction) and round_half_up(made, method.desimal) == given:
                yield one.title


def _of_year(case: Case, given: str, catalog: Catalog) -> Iterator[Text]:
    """Yield the ways to make a year of the values of its periods that give ``given``."""
    indicator = next(
        one for one in catalog.versions(case.tanya["kode"]) if one.versi == case.tanya["versi"]
    )
    values = [
        Fraction(result.nilai)
        for numbers in case.tanya["bagian"].values()
        if (result := indicator.compute(numbers)).nilai is not None
    ]
    if not values:
        return
    ways = {
        "periode_terakhir": values[-1],
        "periode_terbesar": max(values),
        "rata_rata_periode": sum(values) / len(values),
        "jumlah_periode": sum(values),
    }
    for habit in _habits_of():
        if habit.nama in ways:
            made = round_half_up(Fraction(ways[habit.nama]), indicator.desimal)
            if made == Decimal(given):
                yield habit.title
