"""A third reckoning: every definition as its file says it, in fractions, without the library.

What is read is the catalog's own files; what is written here are the meanings of their words. Each
case comes with its label and with what a database may do about it: answer, or leave it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import islice, product
from math import inf, isqrt
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).parents[3] / "catalog"
PERIODS: Final = (
    "tahunan",
    *(f"bulan-{month:02}" for month in range(1, 13)),
    *(f"triwulan-{part}" for part in range(1, 5)),
)
PLACES: Final = {
    "nasional": ("0",),
    "provinsi": ("62", "35", "31", "11", "73"),
    "kabupaten": ("62.03", "35.10", "11.01"),
    "kota": ("62.71", "31.71", "73.71"),
}
HUGE: Final = (2.0**52, 2.0**53, 2.0**63, 1e18, 1e37)
Row = dict[str, Any]
Key = tuple[Any, ...]
ANSWER, MAY, LEAVE = "must be answered", "may be left", "must be left"


@dataclass(frozen=True)
class Case:
    """The rows of one key, and the label.

    Attributes:
        what: what is tried.
        key: region, year, period, code.
        rows: each variable with its number, in their order; one may stand there twice.
        target: the target, on the first row.
        duty: what a database has to do.
        right: the answer, where it gives one.
    """

    what: str
    key: Key
    rows: tuple[tuple[str, float | None], ...]
    target: float | None
    duty: str
    right: Row


def exactly(number: float) -> Fraction:
    """Return the decimal that a double is written as."""
    return Fraction(Decimal(repr(number)))


def rounded(number: Fraction, decimals: int) -> Fraction:
    """Return a number rounded, a half going away from zero."""
    scaled = abs(number) * 10**decimals
    whole = int(scaled)
    whole += scaled - whole >= Fraction(1, 2)
    return Fraction(whole if number >= 0 else -whole, 10**decimals)


@dataclass(frozen=True)
class Root:
    """The square root of a number."""

    of: Fraction

    def rounded(self, decimals: int) -> Fraction:
        """Return it rounded: twice the steps first, as a whole number."""
        twice = isqrt(int(4 * self.of * 100**decimals))
        return Fraction((twice + 1) // 2, 10**decimals)


def _mean(*numbers: Fraction) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


WORDS: Final = {"rata_rata": _mean, "akar": Root}


@cache
def files() -> tuple[Mapping[str, Any], ...]:
    """Return every definition as its file has it."""
    paths = sorted((ROOT / "indikator").rglob("*.yaml"))
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths)


@cache
def _scales() -> Mapping[str, Mapping[str, Any]]:
    text = (ROOT / "predikat.yaml").read_text(encoding="utf-8")
    return {one["nama"]: one for one in yaml.safe_load(text)["skala"]}


def _years(definition: Mapping[str, Any]) -> tuple[int, int]:
    told = definition.get("berlaku") or {}
    return told.get("mulai") or 1945, told.get("selesai") or 2100


def in_force(code: str, year: int) -> Mapping[str, Any] | None:
    """Return what is in force of a code in a year."""
    found = [
        one for one in files() if one["kode"] == code and _years(one)[0] <= year <= _years(one)[1]
    ]
    return max(found, key=_years) if found else None


def level(region: str) -> str:
    """Return the level of a region by its code."""
    if region == "0":
        return "nasional"
    if len(region) == 2:
        return "provinsi"
    return "kota" if region[3] == "7" else "kabupaten"


def _whole(variable: Mapping[str, Any]) -> bool:
    return variable["jenis"] in {"cacah", "uang"}


def _ends(told: Mapping[str, Any] | None) -> tuple[Fraction | None, Fraction | None]:
    ends = ((told or {}).get(name) for name in ("min", "maks"))
    low, high = (None if end is None else Fraction(str(end)) for end in ends)
    return low, high


def _limits(variable: Mapping[str, Any]) -> tuple[Fraction | None, Fraction | None]:
    low, high = _ends(variable.get("rentang"))
    return (Fraction(0) if low is None and _whole(variable) else low), high


def formula(
    definition: Mapping[str, Any],
) -> tuple[tuple[str, ...], Callable[[Mapping[str, Any]], Any]]:
    """Return the variables of a formula in their order of appearance, and what it computes."""
    names = tuple(one["nama"] for one in definition["variabel"])
    parts = definition.get("komponen")
    if parts:
        weights = {name: Fraction(str(one)) for name, one in parts["bobot"].items()}
        total = sum(weights.values())
        return tuple(weights), lambda of: sum(w * of[n] for n, w in weights.items()) / total
    text = definition.get("rumus")
    if text is None:
        return (), lambda _: None
    read = compile(text, "rumus", "eval")
    used = tuple(dict.fromkeys(name for name in read.co_names if name in names))

    def computed(of: Mapping[str, Fraction]) -> object:
        try:
            return eval(read, {}, {**WORDS, **of})  # noqa: S307  # the catalog's own
        except ZeroDivisionError:
            return None

    return used, computed


def _holds(definition: Mapping[str, Any], of: Mapping[str, Fraction]) -> bool:
    for one in definition.get("aturan", ()):
        read = compile(one["ekspresi"].replace(" = ", " == "), "aturan", "eval")
        if set(read.co_names) <= set(of) and not eval(read, {}, dict(of)):  # noqa: S307  # the same
            return False
    return True


def reckoned(key: Key, rows: Mapping[str, float | None], target: float | None) -> Row:
    """Return what a person answers who has the files and much time."""
    region, year, _, code = key
    found = dict.fromkeys(("nilai", "status", "capaian", "predikat", "kategori"))
    found |= {"temuan": "", "kurang": ""}
    if all(one["kode"] != code for one in files()):
        return {**found, "temuan": "IKU310"}
    definition = in_force(code, year)
    if definition is None:
        return {**found, "status": "tidak_berlaku", "temuan": "IKU311"}
    if level(region) not in definition["tingkat"]["diestimasi"]:
        return {**found, "status": "tidak_berlaku", "temuan": "IKU313"}
    said = _said_of_target(definition, target)
    status, value, more = _valued(definition, rows)
    found |= {"status": status, "kurang": " ".join(more) if status == "belum_lengkap" else ""}
    said |= {"IKU401"} if status == "belum_lengkap" else set(more)
    if status == "lengkap":
        said |= _printed(definition, level(region), value, target, found)
    return {**found, "temuan": " ".join(sorted(said))}


def _said_of_target(definition: Mapping[str, Any], target: float | None) -> set[str]:
    low, high = _ends(definition.get("rentang"))
    if target is None:
        return set()
    goal = exactly(target)
    beyond = (low is not None and goal < low) or (high is not None and goal > high)
    return {"IKU451"} if beyond else set()


def _refused(variables: Sequence[Mapping[str, Any]], known: Mapping[str, Fraction]) -> set[str]:
    wrong = set()
    for variable in variables:
        number = known.get(variable["nama"])
        if number is None:
            continue
        beyond = _beyond(number, _limits(variable))
        if beyond:
            wrong.add(beyond)
        elif _whole(variable) and number.denominator != 1:
            wrong.add("IKU404")
    return wrong


def _beyond(number: Fraction, ends: tuple[Fraction | None, Fraction | None]) -> str:
    low, high = ends
    if low is not None and number < low:
        return "IKU402"
    return "IKU403" if high is not None and number > high else ""


def _valued(
    definition: Mapping[str, Any], rows: Mapping[str, float | None]
) -> tuple[str, Any, Sequence[str]]:
    known = {name: exactly(one) for name, one in rows.items() if one is not None}
    wrong = _refused(definition["variabel"], known)
    if wrong or not _holds(definition, known):
        return "ditolak", None, sorted(wrong) or ["IKU405"]
    names, computed = formula(definition)
    release = definition.get("rilis")
    absent = [name for name in names if name not in known]
    if absent and release not in known:
        return "belum_lengkap", None, absent
    value = known[release] if release in known else computed(known)
    if value is None:
        return "tidak_terdefinisi", None, ["IKU407"]
    # The one root in the standard has no ends.
    beyond = "" if isinstance(value, Root) else _beyond(value, _ends(definition.get("rentang")))
    return ("ditolak", None, [beyond]) if beyond else ("lengkap", value, [])


def _printed(
    definition: Mapping[str, Any],
    where: str,
    value: Fraction | Root,
    target: float | None,
    found: Row,
) -> set[str]:
    places = definition["desimal"]
    printed = value.rounded(places) if isinstance(value, Root) else rounded(value, places)
    found["nilai"] = _double(printed)
    scale = definition.get("kategori")
    scale = scale.get(where) if isinstance(scale, dict) else scale
    found["kategori"] = _class(scale, printed)
    if target is None:
        return set()
    achieved = achievement(definition["capaian"], printed, exactly(target))
    if achieved is None:
        return {"IKU453"}
    found["capaian"] = _double(achieved)
    found["predikat"] = _class(definition["predikat"], achieved)
    return set()


def _double(number: Fraction) -> float:
    """Return the nearest double; without end where there is none, which no database may answer."""
    try:
        return float(number)
    except OverflowError:
        return inf


def achievement(method: str, value: Fraction, goal: Fraction) -> Fraction | None:
    """Return the achievement in percent."""
    if goal < 0:
        return None
    if goal == 0:
        if method == "maksimalkan" or (method == "minimalkan" and value < 0):
            return None
        return Fraction(0 if value else 100)
    ways = {
        "maksimalkan": value / goal,
        "minimalkan": 2 - value / goal,
        "stabilkan": 1 - abs(value - goal) / goal,
    }
    return max(Fraction(0), rounded(ways[method] * 100, 2))


def _class(scale: str | None, number: Fraction) -> str | None:
    for one in _scales()[scale]["kelas"] if scale else ():
        low, high = (None if one.get(end) is None else Fraction(str(one[end])) for end in _SIDES)
        above = low is None or number > low or (number == low and one.get("dari_termasuk", True))
        below = high is None or number < high or (number == high and one.get("sampai_termasuk"))
        if above and below:
            return str(one["label"])
    return None


_SIDES: Final = ("dari", "sampai")


# ----------------------------------------------------------------------------------- the cases


def cases() -> Iterator[Case]:
    """Yield the cases of every definition, a key each."""
    for definition in files():
        yield from _cases_of(definition)
    yield from _strangers()


def _keys(definition: Mapping[str, Any]) -> Iterator[Key]:
    first, last = _years(definition)
    first = max(first, 2015) if last >= 2015 else first
    levels = definition["tingkat"]["diestimasi"]
    regions = [region for one in levels for region in PLACES[one]]
    for year, region, period in product(range(first, min(last, 2099) + 1), regions, PERIODS):
        if in_force(definition["kode"], year) is definition:
            yield region, year, period, definition["kode"]


def _cases_of(definition: Mapping[str, Any]) -> Iterator[Case]:
    chance = random.Random(f"{definition['kode']}@{definition.get('versi')}")
    keys = _keys(definition)
    # Of a version of one year there are fewer keys than cases.
    for (what, rows, target), key in zip(_tried(definition, chance), keys, strict=False):
        right = reckoned(key, dict(rows), target)
        yield Case(what, key, tuple(rows.items()), target, _duty(definition, rows, target), right)
    names = [one["nama"] for one in definition["variabel"]]
    plain = _plain(definition, chance)
    for what, more in (
        ("an extra variable", ("asing", 3.0)),
        ("a variable twice, alike", (names[0], plain[names[0]])),
        ("a variable twice, otherwise", (names[0], plain[names[0]] + 1)),
    ):
        for key in islice(keys, 1):
            yield Case(what, key, (*plain.items(), more), None, LEAVE, reckoned(key, plain, None))


def _plain(definition: Mapping[str, Any], chance: random.Random) -> dict[str, float]:
    """Return numbers that are right: what is above the line stands first, and is the smaller."""
    found = {}
    for place, variable in enumerate(definition["variabel"]):
        if variable["nama"] == definition.get("rilis"):
            continue
        low, high = _limits(variable)
        if _whole(variable):
            found[variable["nama"]] = float(chance.randrange(1, 400) + 400 * place)
        else:
            least, most = int(low or 0), int(high if high is not None else 100)
            found[variable["nama"]] = round(least + (most - least) * chance.random(), 2)
    return found


def _tried(
    definition: Mapping[str, Any], chance: random.Random
) -> Iterator[tuple[str, dict[str, float | None], float | None]]:
    variables = {one["nama"]: one for one in definition["variabel"]}
    release = definition.get("rilis")
    names = [name for name in variables if name != release]

    def plain() -> dict[str, Any]:
        return dict(_plain(definition, chance))

    for target in (None, 90.0, 0.0, 33.33, -5.0, 62.55, 1e9, 0.0001, 80.12345, 1e300):
        yield f"target {target}", plain(), target
    yield from _ties(definition, chance)
    for name in names:
        yield "one missing", {**plain(), name: None}, 90.0
        yield "all but one missing", {name: plain()[name]}, None
        yield "negative", {**plain(), name: -1.0}, 90.0
        yield "a fraction", {**plain(), name: 2.5}, None
        yield "of next to nothing", {**plain(), name: 5e-324}, None
        yield "below nothing by next to nothing", {**plain(), name: -1e-200}, None
        yield "of five decimals", {**plain(), name: 3.14159}, None
        yield "zero", {**plain(), name: 0.0}, 50.0
        yield from (("huge", {**plain(), name: number}, 90.0) for number in HUGE)
        for end in _limits(variables[name]):
            if end is not None:
                for by in (-0.01, 0.0, 0.01):
                    yield "at an end", {**plain(), name: round(float(end) + by, 2)}, None
    yield "all zero", dict.fromkeys(names, 0.0), 50.0
    for number in HUGE:
        yield "all huge", dict.fromkeys(names, number), 100.0
    yield from _at_classes(definition, names)
    if release is not None:
        right = reckoned((*next(_keys(definition)),), plain_values := plain(), None)["nilai"]
        yield "released alone", {release: 71.27}, 72.0
        yield "released alone, to be rounded", {release: 71.275}, 72.0
        yield "released, a part missing", {**plain(), names[0]: None, release: 71.2}, 72.0
        yield "released as the parts give it", {**plain_values, release: right}, 72.0
        yield "released otherwise", {**plain_values, release: right - 0.5}, 72.0


def _at_classes(
    definition: Mapping[str, Any], names: Sequence[str]
) -> Iterator[tuple[str, dict[str, float | None], float | None]]:
    told = definition.get("kategori")
    scales = set(told.values()) if isinstance(told, dict) else {told} if told else set()
    ends = {
        one[side]
        for name in scales
        for one in _scales()[name]["kelas"]
        for side in _SIDES
        if side in one
    }
    for end in sorted(float(Fraction(str(one))) for one in ends):
        for by in (-0.01, -0.005, 0.0, 0.004, 0.005, 0.01):
            number = round(end + by, 3)
            if len(names) == 9:
                # Nine answers from 1 to 4, of which the mean times 25 is printed.
                yield "at a class", dict.fromkeys(names, round(number / 25, 4)), None
            elif len(names) == 4:
                yield "at a class", dict.fromkeys(names, round(number / 4, 4)), None
            else:
                yield "at a class", dict.fromkeys(names, number), None


def _ties(
    definition: Mapping[str, Any], chance: random.Random
) -> Iterator[tuple[str, dict[str, float | None], float | None]]:
    """Yield numbers of which the value, or the achievement, ends in a half of its last place."""
    names, computed = formula(definition)
    places, found = definition["desimal"], 0
    variables = {one["nama"]: one for one in definition["variabel"]}
    for _ in range(4000):
        rows: dict[str, float | None] = {**_plain(definition, chance)}
        for place, name in enumerate(names):
            if _whole(variables[name]) and len(names) > 1:
                below = chance.choice((16, 32, 80, 160, 800, 4000, 80_000, 3_200_000))
                rows[name] = float(chance.randrange(below)) if not place else float(below)
            elif not _whole(variables[name]):
                rows[name] = round(float(rows.get(name) or 0.0), chance.choice((1, 2)))
        value = computed({name: exactly(rows.get(name) or 0.0) for name in names})
        if value is None or isinstance(value, Root):
            return
        doubled = 2 * value * 10**places
        if doubled.denominator == 1 and doubled.numerator % 2:
            yield "the value is a half", rows, 90.0
            found += 1
        if found == 6:
            break
    yield from _achieved_ties(definition, chance)


def _achieved_ties(
    definition: Mapping[str, Any], chance: random.Random
) -> Iterator[tuple[str, dict[str, float | None], float | None]]:
    names, computed = formula(definition)
    for _ in range(6):
        rows: dict[str, float | None] = {**_plain(definition, chance)}
        value = computed({name: exactly(rows.get(name) or 0.0) for name in names})
        if value is None or isinstance(value, Root):
            return
        printed = rounded(value, definition["desimal"])
        for goal in (1.6, 3.2, 6.4, 12.8, 16.0, 25.6, 32.0, 51.2, 64.0, 80.0, 128.0, 160.0, 1280.0):
            doubled = 20_000 * printed / exactly(goal)
            if doubled.denominator == 1 and doubled.numerator % 2:
                yield "the achievement is a half", rows, goal
                break


def _duty(
    definition: Mapping[str, Any], rows: Mapping[str, float | None], target: float | None
) -> str:
    """Return what a database has to do: numbers of a usual size it has to answer for."""
    numbers = [exactly(one) for one in rows.values() if one is not None]
    if any(number * 10**4 % 1 != 0 or abs(number) > 10**10 for number in numbers):
        return MAY
    if definition.get("rilis") in rows and len(rows) > 1:
        return MAY
    goal = None if target is None else exactly(target)
    if (
        goal is not None
        and (goal * 10**4 % 1 or not Fraction(1, 100) <= abs(goal) <= 10**6)
        and goal
    ):
        return MAY
    product_of_two = definition.get("rumus") == "suara_sah * nilai_per_suara"
    return MAY if product_of_two and max(map(abs, numbers), default=0) > 10**6 else ANSWER


def _strangers() -> Iterator[Case]:
    """Yield what no definition covers, or no register knows."""
    pair = {"konflik_diselesaikan": 17.0, "konflik": 20.0}
    rows = tuple(pair.items())
    for what, key in (
        ("an unknown region", ("99.99", 2025, "tahunan", "KBP-WAS-02")),
        ("a region without its dot", ("6271", 2025, "tahunan", "KBP-WAS-02")),
        ("no region", (None, 2025, "tahunan", "KBP-WAS-02")),
        ("an unknown period", ("62.71", 2090, "entah", "KBP-WAS-02")),
        ("a thirteenth month", ("62.71", 2090, "bulan-13", "KBP-WAS-02")),
        ("a year before all", ("62.71", 1900, "tahunan", "KBP-WAS-02")),
        ("a year after all", ("62.71", 2101, "tahunan", "KBP-WAS-02")),
        ("no year", ("62.71", None, "tahunan", "KBP-WAS-02")),
        ("a code in small letters", ("62.71", 2090, "tahunan", "kbp-was-02")),
    ):
        yield Case(what, key, rows, None, LEAVE, {})
    for what, key in (
        ("an unknown code", ("62.71", 2090, "tahunan", "KBP-WAS-99")),
        ("a version that has ended", ("62", 2026, "tahunan", "KBP-POL-05")),
        ("a version that has not begun", ("62", 2008, "tahunan", "KBP-POL-01")),
        ("between two versions", ("0", 2021, "tahunan", "KBP-ESB-04")),
        ("a level where nothing is measured", ("62.71", 2024, "tahunan", "KBP-POL-01")),
    ):
        yield Case(what, key, rows, 90.0, ANSWER, reckoned(key, pair, 90.0))
    for name, number in pair.items():
        # In the registers of a version that came later, or twice below nothing.
        key = ("62.71", 2091 if name == "konflik" else 2092, "tahunan", "KBP-WAS-02")
        twice = ((name, -1.0), (name, -2.0), *((n, x) for n, x in rows if n != name))
        yield Case("twice below nothing, otherwise", key, twice, None, LEAVE, {})
        assert number > 0
