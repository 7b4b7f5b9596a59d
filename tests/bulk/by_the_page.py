"""A third reckoning: every definition from its own file, read anew and worked out in fractions.

Nothing of the library is used, not its reader of catalogs either: a page is a mapping, a formula a
line of arithmetic that Python parses, and each number a fraction.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import isqrt
from pathlib import Path
from typing import Any, Final

import yaml

Row = dict[str, Any]
Numbers = Mapping[str, Fraction]
Page = Mapping[str, Any]
CATALOG: Final = Path(__file__).parents[2] / "catalog"
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
WHOLE: Final = ("cacah", "uang")
REGIONS: Final = {"nasional": "0", "provinsi": "62", "kabupaten": "62.01", "kota": "62.71"}
LATEST: Final = 2025
PERIODS: Final = (
    "tahunan",
    *(f"bulan-{one:02}" for one in range(1, 13)),
    *(f"triwulan-{one}" for one in range(1, 5)),
    *(f"semester-{one}" for one in range(1, 3)),
    *(f"caturwulan-{one}" for one in range(1, 4)),
    *(f"sd-bulan-{one:02}" for one in range(1, 13)),
    *(f"sd-triwulan-{one}" for one in range(1, 5)),
)


@cache
def pages() -> tuple[Page, ...]:
    """Return every definition of an indicator as its file has it."""
    found = sorted(CATALOG.glob("indikator/*/*.yaml"))
    return tuple(yaml.load(one.read_text("utf-8"), yaml.CSafeLoader) for one in found)


@cache
def _listed(file: str, key: str) -> Mapping[str, Page]:
    told = yaml.load((CATALOG / file).read_text("utf-8"), yaml.CSafeLoader)
    return {one["nama"]: one for one in told[key]}


@dataclass(frozen=True)
class Root:
    """The root of a number, which few fractions are."""

    of: Fraction


class NoValueError(Exception):
    """A value does not exist."""


def reckon(formula: str, numbers: Numbers) -> Any:  # noqa: ANN401  # a number, a root or a truth
    """Work out a line of arithmetic."""
    text = formula.replace("<=", "≤").replace("=", "==").replace("≤", "<=")
    return _reckon(ast.parse(text.replace(" dan ", " and "), mode="eval").body, numbers)


def _reckon(node: ast.expr, numbers: Numbers) -> Any:  # noqa: ANN401, C901, PLR0911  # likewise, a kind each
    match node:
        case ast.Constant(value=value):
            return Fraction(str(value))
        case ast.Name(id=name):
            return numbers[name]
        case ast.BoolOp(values=values):
            return all(_reckon(one, numbers) for one in values)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            one, other = _reckon(left, numbers), _reckon(right, numbers)
            told = {"Eq": one == other, "LtE": one <= other, "Lt": one < other, "Gt": one > other}
            return told[type(op).__name__]
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _reckon(left, numbers), _reckon(right, numbers)
            if isinstance(op, ast.Div):
                if other == 0:
                    raise NoValueError
                return one / other
            return {"Add": one + other, "Sub": one - other, "Mult": one * other}[type(op).__name__]
        case ast.Call(func=ast.Name(id="jika"), args=args):
            return _reckon(args[1 if _reckon(args[0], numbers) else 2], numbers)
        case ast.Call(func=ast.Name(id=name), args=args):
            each = [_reckon(one, numbers) for one in args]
            if name == "rata_rata":
                return sum(each, Fraction(0)) / len(each)
            return Root(each[0]) if name == "akar" else abs(each[0])
    raise AssertionError(ast.dump(node))


def rounded(number: Any, decimals: int) -> Fraction:  # noqa: ANN401  # a fraction or a root
    """Return a number rounded, a half going away from zero."""
    scale = 10**decimals
    if isinstance(number, Root):
        # sqrt(n) * s + 1/2 >= k  <=>  4 n s^2 >= (2k - 1)^2, found as a whole root.
        told = 4 * number.of * scale * scale
        return Fraction((isqrt(told.numerator // told.denominator) + 1) // 2, scale)
    steps = abs(number) * scale + Fraction(1, 2)
    return Fraction((steps.numerator // steps.denominator) * (1 if number >= 0 else -1), scale)


def of_year(kode: str, year: int) -> Page | None:
    """Return the definition that applies in a year."""
    for page in pages():
        told = page.get("berlaku", {})
        if page["kode"] == kode and told.get("mulai", 0) <= year <= told.get("selesai", 9999):
            return page
    return None


def formula_of(page: Page) -> str | None:
    """Return the formula, that of a composite written out."""
    if "komponen" not in page:
        return page.get("rumus")
    told = page["komponen"]
    assert told["metode"] == "aritmetika"
    whole = sum(Fraction(str(one)) for one in told["bobot"].values())
    return " + ".join(
        f"{name} * {Fraction(str(one)) / whole}" for name, one in told["bobot"].items()
    )


def names_of(page: Page) -> list[str]:
    return [one["nama"] for one in page["variabel"]]


def answer(row: Row) -> Row:
    """Return what a person finds who has the page, the numbers and much time."""
    found: Row = dict.fromkeys(("nilai", "status", "capaian", "predikat", "kategori"))
    page = of_year(row["kode"], row["tahun"])
    if page is None:
        return {**found, "status": "tidak_berlaku", "kurang": ""}
    formula = formula_of(page)
    told = {name: exactly(row.get(name)) for name in names_of(page)}
    numbers = {name: one for name, one in told.items() if one is not None}
    if any(impossible(one, numbers) for one in page["variabel"]):
        return {**found, "status": "ditolak", "kurang": ""}
    released = numbers.get(page["rilis"]) if "rilis" in page else None
    needed = [name for name in names_of(page) if name != page.get("rilis")]
    kurang = "" if released is not None else " ".join(one for one in needed if one not in numbers)
    rules = [one["ekspresi"] for one in page.get("aturan", ())]
    if not kurang or released is None:
        known = all(name in numbers for name in needed)
        if known and not all(reckon(rule, numbers) for rule in rules):
            return {**found, "status": "ditolak", "kurang": ""}
    if kurang:
        return {**found, "status": "belum_lengkap", "kurang": kurang}
    assert formula is not None
    try:
        value = released if released is not None else reckon(formula, numbers)
    except NoValueError:
        return {**found, "status": "tidak_terdefinisi", "kurang": ""}
    printed = rounded(value, page["desimal"])
    achieved = achievement(page["capaian"], printed, row.get("target"))
    scale = page.get("kategori")
    level = next(one for one, code in REGIONS.items() if code == row["wilayah"])
    scale = scale.get(level) if isinstance(scale, dict) else scale
    return {
        "nilai": float(printed),
        "status": "lengkap",
        "kategori": class_of(scale, printed),
        "capaian": None if achieved is None else float(achieved),
        "predikat": class_of(page.get("predikat"), achieved),
        "kurang": "",
    }


def impossible(variable: Page, numbers: Numbers) -> bool:
    number = numbers.get(variable["nama"])
    if number is None:
        return False
    counted = variable["jenis"] in WHOLE
    if counted and number.denominator != 1:
        return True
    ends = variable.get("rentang", {})
    least = ends.get("min", 0 if counted else None)
    if least is not None and number < Fraction(str(least)):
        return True
    return "maks" in ends and number > Fraction(str(ends["maks"]))


def exactly(cell: object) -> Fraction | None:
    """Return the number that a cell is written as."""
    return None if cell is None else Fraction(str(cell))


def achievement(method: str, value: Fraction, target: object) -> Fraction | None:
    """Return the achievement; a target is a number, or two with a dash between them."""
    if target is None:
        return None
    told = _listed("capaian.yaml", "metode")[method]
    if isinstance(target, str) and "–" in target:
        if "bila_rentang" not in told:
            return None
        told = _listed("capaian.yaml", "metode")[told["bila_rentang"]]
        least, most = (exactly(one.replace(",", ".")) for one in target.split("–"))
        numbers = {"realisasi": value, "target_min": least, "target_maks": most}
    else:
        numbers = {"realisasi": value, "target": exactly(target)}
    known: Any = numbers
    for policy in told.get("kebijakan", ()):
        if reckon(policy["jika"], known):
            given = policy.get("capaian")
            return None if given is None else Fraction(str(given))
    percent = rounded(reckon(told["rumus"], known), told["desimal"])
    return max(Fraction(0), percent)


def class_of(scale: str | None, number: Fraction | None) -> str | None:
    """Return the class of a number."""
    if scale is None or number is None:
        return None
    for one in _listed("predikat.yaml", "skala")[scale]["kelas"]:
        least, most = one.get("dari"), one.get("sampai")
        above = least is None or number > (end := Fraction(str(least)))
        above = above or (one.get("dari_termasuk", True) and number == end)
        below = most is None or number < (end := Fraction(str(most)))
        below = below or (one.get("sampai_termasuk", False) and number == end)
        if above and below:
            return str(one["label"])
    return None


# ------------------------------------------------------------------------------------ the rows


def rows(seed: int, each: int = 36) -> Iterator[Row]:
    """Yield rows of every definition, a key each."""
    chance = random.Random(seed)
    for page in pages():
        told = page.get("berlaku", {})
        year = told.get("selesai") or max(told.get("mulai", 0), LATEST)
        level = page["tingkat"]["diestimasi"][-1]
        if formula_of(page) is None:
            continue
        for number in range(each):
            numbers = _numbers(page, chance, number)
            made: Row = {
                "wilayah": REGIONS[level],
                "tahun": year,
                "periode": PERIODS[number],
                "kode": page["kode"],
                "target": None,
                **{name: None if one is None else float(one) for name, one in numbers.items()},
            }
            yield {**made, "target": _target(page, answer(made)["nilai"], chance)}


def _numbers(page: Page, chance: random.Random, number: int) -> dict[str, Fraction | None]:
    """Return numbers whose value is a half of its last place, next to one, or at a class."""
    made: dict[str, Fraction | None] = {}
    for _ in range(60):
        plain = {one["nama"]: _plain(one, chance) for one in page["variabel"]}
        if "rilis" in page and number % 4:
            del plain[page["rilis"]]
        aimed = _aimed(page, plain, chance)
        made = {**dict.fromkeys(names_of(page)), **plain, **(aimed or {})}
        if aimed is not None:
            break
    if number % 11 == 10:
        made[chance.choice([*made])] = None
    if number % 13 == 12:
        made[chance.choice([*made])] = Fraction(chance.choice((0, 0, 0, -1, 101, 1)))
    return made


_TIES: Final = (8, 16, 32, 80, 160, 320, 400, 800, 1600, 2000, 4000, 20_000, 80_000)


def _plain(variable: Page, chance: random.Random) -> Fraction:
    ends = variable.get("rentang", {})
    if variable["jenis"] in WHOLE:
        size = chance.choice((1, 1, 1, 3, 10**3, 2**20, 2**27, 10**9))
        return Fraction(chance.choice(_TIES) * size)
    most = Fraction(str(ends.get("maks", 100)))
    least = Fraction(str(ends.get("min", 0)))
    places = 10 ** chance.choice((0, 1, 2, 2, 3, 4))
    return least + Fraction(chance.randrange(int((most - least) * places) + 1), places)


def _aimed(page: Page, numbers: dict[str, Fraction], chance: random.Random) -> Row | None:
    """Move one number so that the value is what is aimed at, if a short decimal does it."""
    formula = formula_of(page)
    assert formula is not None
    released = numbers.get(page.get("rilis", ""))
    if released is not None or formula in numbers:
        name = page["rilis"] if released is not None else formula
        return {name: _aim(page, chance)} if _kind(page, name) not in WHOLE else {}
    names = [one for one in numbers if one != page.get("rilis")]
    name = chance.choice(names)
    try:
        ends = [reckon(formula, {**numbers, name: Fraction(one)}) for one in (1, 2, 3)]
    except NoValueError:
        return None
    if not all(isinstance(one, Fraction) for one in ends):
        return {}
    if ends[2] - ends[1] != ends[1] - ends[0] or ends[0] == ends[1]:
        return None
    slope = ends[1] - ends[0]
    wanted = 1 + (_aim(page, chance) - ends[0]) / slope
    places = 1 if _kind(page, name) in WHOLE else 10**7
    if (wanted * places).denominator != 1:
        return None
    moved = {**numbers, name: wanted + chance.choice((0, 0, 0, 1, -1)) * Fraction(1, places)}
    fits = not any(impossible(one, moved) for one in page["variabel"])
    return moved if fits and float(moved[name]) < 10**15 else None


def _kind(page: Page, name: str) -> str:
    return next(str(one["jenis"]) for one in page["variabel"] if one["nama"] == name)


def _aim(page: Page, chance: random.Random) -> Fraction:
    step = Fraction(1, 10 ** page["desimal"])
    scale = page.get("kategori")
    scale = next(iter(scale.values())) if isinstance(scale, dict) else scale
    if scale and chance.random() < 0.5:
        told = _listed("predikat.yaml", "skala")[scale]["kelas"]
        end = Fraction(str(chance.choice([one["dari"] for one in told if "dari" in one])))
        return end + chance.choice((0, -step / 2, -step, step / 2, step))
    ends = page.get("rentang", {})
    most = int(min(ends.get("maks", 100), 100) / step)
    return chance.randrange(int(max(ends.get("min", 0), 0) / step), most) * step + step / 2


_TARGETS: Final = (0.0, 16.0, 3.2, 64.0, 80.0, 160.0, 6.4, 1600.0, 0.05, 33.33, -1.0, 1e6, 0.01)


def _target(page: Page, value: float | None, chance: random.Random) -> float | None:
    """Return a target at which the achievement is at a class, or a half, or nothing."""
    kind = chance.random()
    if kind < 0.15:
        return None
    if kind < 0.65 and value:
        wanted = Fraction(chance.choice((51, 66, 76, 91, 100))) - Fraction(
            chance.choice((0, 5, 10, 4)), 1000
        )
        share = 2 - wanted / 100 if page["polaritas"] == "minimalkan" else wanted / 100
        target = Fraction(str(value)) / share
        if 0 < target < 10**12:
            return float(rounded(target, chance.choice((2, 3, 4))))
    return chance.choice(_TARGETS)


def counts(seed: int, number: int) -> Iterator[tuple[int, int, Fraction]]:
    """Yield huge pairs whose percentage is a half of its last place, or a hair beside one."""
    chance = random.Random(seed)
    sizes = (2**37, 2**52, 2**53, 2**62, 2**63, 10**18, 10**19, 10**30, 10**36)
    for _ in range(number):
        below = chance.choice(sizes) // 20_000 * 20_000 + chance.choice((0, 20_000))
        above = below // 20_000 * chance.randrange(1, 20_000, 2)
        above += chance.choice((0, 0, -1, 1))
        yield above, below, rounded(Fraction(100 * above, below), 2)


def long_rows(table: Sequence[Row]) -> list[Row]:
    """Return the same items with a row a variable, in an order that mixes items."""
    found = []
    for row in table:
        key = {name: row[name] for name in KEYS}
        names = [name for name in row if name not in (*KEYS, "target")]
        for number, name in enumerate(names):
            target = row["target"] if number == len(names) - 1 else None
            found.append({**key, "variabel": name, "nilai": row[name], "target": target})
    random.Random(5).shuffle(found)
    return found
