"""Tables as clerks write them, each row with what the page of its definition says of it.

All numbers are texts, in Indonesian and English forms; nothing is written in every way there is;
targets are numbers, ranges, bounds and classes; and each code stands in the years of all its
versions, at every level that it is measured at. Nothing of the library is used.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from tests.bulk.by_the_page import (
    KEYS,
    LATEST,
    PERIODS,
    REGIONS,
    WHOLE,
    NoValueError,
    Page,
    Row,
    _listed,
    achievement,
    answer,
    class_of,
    exactly,
    formula_of,
    pages,
    reckon,
    rounded,
)

NOTHING: Final = (None, "", " ", "-", "n/a", "N/A", "Belum diisi", "belum diisi")
"""What stands where nothing does, by the page on reports."""
PLAIN: Final = (None, "")
"""What stands so in a database, too."""


class Written(NamedTuple):
    """A row, and what is right; ``kind`` is that of its target."""

    row: Row
    right: Row
    kind: str


def table(seed: int, each: int = 6, *, plain: bool = False) -> Iterator[Written]:
    """Yield rows of every version of every definition, a key each.

    Args:
        seed: of chance.
        each: how many rows there are of a version at a level.
        plain: whether only forms are taken that a database reads, too.
    """
    chance = random.Random(seed)
    seen = set()
    for page in pages():
        if formula_of(page) is None:
            continue
        told = page.get("berlaku", {})
        first = max(told.get("mulai", 0), 1990)
        last = min(told.get("selesai", 9999), LATEST)
        for level in page["tingkat"]["diestimasi"]:
            for number in range(each):
                year = chance.choice((first, last, chance.randint(first, last)))
                key = (REGIONS[level], year, PERIODS[number], page["kode"])
                if key not in seen:
                    seen.add(key)
                    yield _written(dict(zip(KEYS, key, strict=True)), page, chance, plain=plain)


def _written(key: Row, page: Page, chance: random.Random, *, plain: bool) -> Written:
    numbers = _numbers(page, chance)
    told = {name: None if one is None else _decimal(one) for name, one in numbers.items()}
    right = answer({**key, **told, "target": None})
    value = None if right["nilai"] is None else _value(page, numbers)
    kind, target, achieved = _target(page, value, chance)
    cells = {
        name: chance.choice(PLAIN if plain else NOTHING)
        if one is None
        else _spelt(one, _variable(page, name), chance, plain=plain)
        for name, one in numbers.items()
    }
    if target is None:
        target = chance.choice(PLAIN if plain else NOTHING)
    scored = {
        "capaian": None if achieved is None else float(achieved),
        "predikat": class_of(page.get("predikat"), achieved),
    }
    return Written({**key, "target": target, **cells}, {**right, **scored}, kind)


def _variable(page: Page, name: str) -> Page:
    return next(one for one in page["variabel"] if one["nama"] == name)


def _decimal(number: Fraction) -> str:
    """Return a short decimal as it is written everywhere."""
    for places in range(12):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            sign = "-" if number < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    raise AssertionError(number)


# ------------------------------------------------------------------------------------- numbers


def _numbers(page: Page, chance: random.Random) -> dict[str, Fraction | None]:
    """Return numbers that mostly can be, often a half of the last place, sometimes none."""
    below = chance.choice((8, 16, 80, 160, 400, 800, 2000, 4000, 80_000, 1_600_000, 4_000_000))
    made: dict[str, Fraction | None] = {}
    for variable in page["variabel"]:
        name, ends = variable["nama"], variable.get("rentang", {})
        if variable["jenis"] in WHOLE:
            made[name] = Fraction(chance.choice((below, chance.randrange(below + 1))))
        else:
            most = Fraction(str(ends.get("maks", 100)))
            least = Fraction(str(ends.get("min", 0)))
            places = 10 ** chance.choice((0, 1, 2, 2, 4))
            made[name] = least + Fraction(
                chance.randrange(int((most - least) * places) + 1), places
            )
    if "rilis" in page and chance.random() < 0.6 and len(made) > 1:
        made[page["rilis"]] = None
    if chance.random() < 0.12:
        made[chance.choice([*made])] = None
    if chance.random() < 0.06:
        odd = chance.choice(
            (Fraction(-1), Fraction(101), Fraction(5, 2), Fraction(0), Fraction(-1, 4))
        )
        made[chance.choice([*made])] = odd
    return made


def _value(page: Page, numbers: Mapping[str, Fraction | None]) -> Fraction:
    """Return the published value of numbers that have one."""
    known = {name: one for name, one in numbers.items() if one is not None}
    released = known.get(page.get("rilis", ""))
    formula = formula_of(page)
    assert formula is not None
    try:
        value = released if released is not None else reckon(formula, known)
    except NoValueError:
        raise AssertionError(numbers) from None
    return rounded(value, page["desimal"])


def _grouped(digits: str, mark: str) -> str:
    groups = []
    while digits:
        digits, group = digits[:-3], digits[-3:]
        groups.append(group)
    return mark.join(reversed(groups))


def _spelt(number: Fraction, variable: Page, chance: random.Random, *, plain: bool) -> str:
    """Return a number in a spelling that is read in one way."""
    text = _decimal(number)
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, places = digits.partition(".")
    forms = []
    if len(places) != 3:
        forms += [f"{whole},{places}", f"{whole}.{places}"] if places else [whole]
    else:
        forms += [f"{whole},{places}0", f"{whole}.{places}0"]
    if not places and not plain:
        forms += [f"{whole},00", f"{whole}.0", f"{whole},0"]
    if len(whole) > 6 and not plain:
        forms += [_grouped(whole, "."), _grouped(whole, ",")]
        forms += [f"{_grouped(whole, '.')},{places}"] if len(places) in {1, 2} else []
        forms += [f"{_grouped(whole, ',')}.{places}"] if len(places) in {1, 2} else []
    if len(whole) > 3 and not plain and len(places) in {1, 2}:
        forms += [f"{_grouped(whole, '.')},{places}", f"{_grouped(whole, ',')}.{places}"]
    if variable["jenis"] == "uang" and not plain:
        forms += [f"Rp {whole}", f"Rp. {_grouped(whole, '.')},-"] if not places else []
    spelt = sign + chance.choice(forms)
    return spelt if plain or chance.random() < 0.9 else f"  {spelt} "


# ------------------------------------------------------------------------------------- targets

_ENDS: Final = (51, 66, 76, 91, 100)


def _target(
    page: Page, value: Fraction | None, chance: random.Random
) -> tuple[str, str | None, Fraction | None]:
    """Return the kind of a target, how it is written, and the achievement."""
    kind = chance.choice(("none", "number", "number", "range", "bound", "class", "percent"))
    number = _goal(page, value, chance)
    places = chance.choice((_decimal(number), _decimal(number).replace(".", ",")))
    if len(places.replace(",", ".").partition(".")[2]) == 3:
        places += "0"
    if kind == "percent" and page["satuan"] != "persen":
        kind = "number"
    written = {"number": places, "percent": f"{places}%"}.get(kind)
    known = number
    if kind == "bound":
        written = f"{chance.choice(('≥ ', '>=', '≥', '> ', '≤ ', '<= ', '< '))}{places}"
    if kind == "class":
        scale = page.get("kategori")
        scale = scale if isinstance(scale, str) else None
        if scale is None:
            kind = "none"
        else:
            classes = _listed("predikat.yaml", "skala")[scale]["kelas"]
            written = str(chance.choice(classes)["label"])
            written = chance.choice((written, written.upper(), written.lower()))
    if kind == "range":
        if number < 0:
            return kind, *_ranged(page, value, Fraction(0), Fraction(10))
        wider = number + Fraction(chance.choice((0, 1, 5, 50)), chance.choice((1, 2, 100)))
        return kind, *_ranged(page, value, number, wider)
    if value is None or kind in {"none", "class"}:
        return kind, written, None
    return kind, written, achievement(page["capaian"], value, _decimal(known))


def _ranged(
    page: Page, value: Fraction | None, least: Fraction, most: Fraction
) -> tuple[str, Fraction | None]:
    ends = [_decimal(one).replace(".", ",") for one in (least, most)]
    ends = [f"{one}0" if len(one.partition(",")[2]) == 3 else one for one in ends]
    written = "–".join(ends)
    if value is None:
        return written, None
    return written, achievement(page["capaian"], value, written)


def _goal(page: Page, value: Fraction | None, chance: random.Random) -> Fraction:
    """Return a target at which the achievement is a half, or at a class; or any."""
    if value and chance.random() < 0.6:
        wanted = Fraction(chance.choice(_ENDS)) - Fraction(chance.choice((0, 5, 10)), 1000)
        share = 2 - wanted / 100 if page["polaritas"] == "minimalkan" else wanted / 100
        found = rounded(abs(value) / share, chance.choice((0, 1, 2, 4)))
        if 0 < found < 10**9:
            return found
    plain = ("0", "1", "50", "62.5", "80", "99.99", "100", "0.05", "250", "-5")
    given = exactly(chance.choice(plain))
    assert given is not None
    return given
