"""Which habit a wrong answer betrays: computed by each habit, which one gives what was answered."""

from __future__ import annotations

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

_TEN: Final = 10


def betrayed(case: Case, answer: Mapping[str, Any], catalog: Catalog) -> Text | None:
    """Return the habit by which a program answers a case wrongly, where one explains it."""
    for key, due in case.hasil.items():
        given = answer.get(key)
        if given == due:
            continue
        if isinstance(due, str | None) and isinstance(given, str | int | float):
            found = next(_habits(case, key, due, str(given), catalog), None)
            if found is not None:
                return found
    return None


def _habits(case: Case, key: str, due: str | None, given: str, catalog: Catalog) -> Iterator[Text]:
    if not is_number(given):
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
    elif is_number(due) and Fraction(due) == Fraction(given):
        yield texts.ROUNDING["tanpa_nol"]


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
    known = {habit.nama: habit.title for habit in load_habits().kebiasaan}
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
    method = catalog.tables.methods[asked["metode"]]
    for name, other in catalog.tables.methods.items():
        if name != method.nama and "target_min" not in other.rumus:
            found = MethodEngine(other).achieve(numbers)
            habit = habit_of_method(name, method.polaritas)
            if found.published == Decimal(given) and habit is not None:
                yield from (one.title for one in load_habits().kebiasaan if one.nama == habit)
    for one in load_habits().kebiasaan:
        if due is not None and Fraction(given) in one.caps and Fraction(given) < Fraction(due):
            yield one.title
        applies = not one.polaritas or method.polaritas in one.polaritas
        if one.rumus is not None and applies and _holds(one.jika, numbers):
            result = evaluate(one.rumus, numbers)
            if isinstance(result, Fraction) and round_half_up(result, method.desimal) == Decimal(
                given
            ):
                yield one.title
    exact = MethodEngine(method).achieve(numbers).exact
    if isinstance(exact, Fraction):
        yield from _rounded(exact, method.desimal, given)


def _holds(condition: str | None, numbers: Mapping[str, Fraction]) -> bool:
    return condition is None or evaluate(parse(condition), numbers) is True


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
    for habit in load_habits().kebiasaan:
        if habit.nama in ways:
            made = round_half_up(Fraction(ways[habit.nama]), indicator.desimal)
            if made == Decimal(given):
                yield habit.title
