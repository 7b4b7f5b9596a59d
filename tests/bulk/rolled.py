"""Roll-ups worked out in fractions from the pages of definitions and the table of regions.

Nothing of the library is used: a region is a line of ``wilayah.csv``, an item a row of numbers, and
the answer is what a person finds who adds them up by hand.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, Final

from tests.bulk.by_the_page import (
    CATALOG,
    WHOLE,
    NoValueError,
    Page,
    Row,
    achievement,
    class_of,
    exactly,
    formula_of,
    impossible,
    names_of,
    of_year,
    pages,
    reckon,
    rounded,
)

Key = tuple[Any, ...]
PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "bulan": tuple(f"bulan-{one:02}" for one in range(1, 13)),
    "triwulan": tuple(f"triwulan-{one}" for one in range(1, 5)),
    "caturwulan": tuple(f"caturwulan-{one}" for one in range(1, 4)),
    "semester": tuple(f"semester-{one}" for one in range(1, 3)),
}
SMALL: Final = ("kabupaten", "kota")


# ------------------------------------------------------------------------------------ regions


@cache
def regions() -> Mapping[str, Mapping[str, str]]:
    with (CATALOG / "wilayah.csv").open(encoding="utf-8", newline="") as file:
        return {one["kode"]: one for one in csv.DictReader(file)}


def began(region: str, year: int) -> bool:
    """Say whether a region was there in a year."""
    return int(regions()[region]["berlaku_mulai"] or 0) <= year


def above(region: str, year: int) -> str:
    """Return where a region lay in a year: where its province was not there yet, in its origin."""
    province = regions()[region]["induk"]
    while not began(province, year):
        province = regions()[province]["dari"]
    return province


@cache
def within(province: str, year: int) -> tuple[str, ...]:
    found = (one for one, told in regions().items() if told["tingkat"] in SMALL)
    return tuple(one for one in found if began(one, year) and above(one, year) == province)


@cache
def provinces(year: int) -> tuple[str, ...]:
    found = (one for one, told in regions().items() if told["tingkat"] == "provinsi")
    return tuple(one for one in found if began(one, year))


def level(region: str) -> str:
    return regions()[region]["tingkat"]


# ------------------------------------------------------------------------------------ an item


def adds(page: Page) -> bool:
    """Say whether all that the formula takes is added over regions."""
    taken = [one for one in page["variabel"] if one["nama"] != page.get("rilis")]
    return all(one["agregasi"]["wilayah"] == "jumlah" for one in taken)


def taken_of(page: Page) -> list[str]:
    return [name for name in names_of(page) if name != page.get("rilis")]


def alone(page: Page) -> str | None:
    """Return the variable that is the value as it stands."""
    formula = formula_of(page)
    return formula if formula in taken_of(page) else None


def told(page: Page, row: Row) -> dict[str, Fraction]:
    """Return the numbers of an item; a printed count is the count."""
    found = {
        name: number for name in names_of(page) if (number := exactly(row.get(name))) is not None
    }
    name, printed = alone(page), row.get("realisasi")
    if name is not None and name not in found and printed is not None:
        found[name] = number_of(printed)
    return found


def number_of(text: object) -> Fraction:
    return Fraction(str(text).replace(",", "."))


def sound(page: Page, numbers: Mapping[str, Fraction]) -> bool:
    """Say whether all numbers are there and can be."""
    if any(impossible(one, numbers) for one in page["variabel"]):
        return False
    if not all(name in numbers for name in taken_of(page)):
        return False
    return all(reckon(one["ekspresi"], numbers) for one in page.get("aturan", ()))


def worth(page: Page, numbers: Mapping[str, Fraction]) -> Any:  # noqa: ANN401  # a number, a root or nothing
    formula = formula_of(page)
    assert formula is not None
    try:
        return reckon(formula, numbers)
    except NoValueError:
        return None


def value_alone(page: Page, row: Row) -> Fraction | None:
    """Return the value that one region has by itself, as it is published."""
    numbers = told(page, row)
    if any(impossible(one, numbers) for one in page["variabel"]):
        return None
    if (released := numbers.get(page.get("rilis", ""))) is not None:
        return rounded(released, page["desimal"])
    if sound(page, numbers):
        found = worth(page, numbers)
        return None if found is None else rounded(found, page["desimal"])
    return None if numbers or row.get("realisasi") is None else number_of(row["realisasi"])


# ------------------------------------------------------------------------------------ adding


class Answer(dict[str, Any]):
    """One result: value, status and so on."""


def rolled(table: Sequence[Row], ke: str | None, waktu: str | None) -> dict[Key, Answer]:
    """Roll a table up, each key of which comes once."""
    items: dict[tuple[str, int, str], dict[str, dict[str, Row]]] = defaultdict(dict)
    for row in table:
        over = "tahunan" if waktu else row["periode"]
        found = items[row["kode"], row["tahun"], over]
        found.setdefault(row["wilayah"], {})[row["periode"]] = row
    answers = {}
    for (code, year, period), parts in items.items():
        page = of_year(code, year)
        assert page is not None
        years = {region: _year(page, of, period) for region, of in parts.items()}
        for goal in _goals([*parts], ke, waktu, year):
            by_itself = ke is None
            one = (
                _own_answer(page, goal, years[goal])
                if by_itself
                else _answer(page, goal, year, years)
            )
            if one is not None:
                answers[goal, year, period, code] = one
    return answers


def _goals(there: Sequence[str], ke: str | None, waktu: str | None, year: int) -> list[str]:
    if ke == "provinsi":
        found = {
            one if level(one) == "provinsi" else above(one, year) for one in there if one != "0"
        }
        return sorted(found)
    if ke is not None:
        return [ke]
    assert waktu
    return sorted({*there})


def _year(page: Page, rows: Mapping[str, Row], period: str) -> Answer:
    """Return the numbers of one region in a period, or in the year made of its parts.

    ``row`` are the numbers, if there are any; ``parts`` the coverage where they come of parts.
    """
    if period in rows:
        own = rows[period]
        if told(page, own) or own.get("realisasi") is not None or len(rows) == 1:
            return Answer(row=own, parts=None)
    (kind,) = {one.partition("-")[0] for one in rows if one != "tahunan"}
    wanted = PARTS[kind]
    held = [one for one in wanted if one in rows and sound(page, told(page, rows[one]))]
    missing = [one for one in wanted if one not in held]
    target = rows.get("tahunan", {}).get("target")
    parts = (len(held), len(wanted), missing)
    ways = {one["nama"]: one["agregasi"]["waktu"] for one in page["variabel"]}
    taken = taken_of(page)
    lasting = {ways[name] for name in taken} == {"terakhir"}
    if not taken or "tidak" in {ways[name] for name in taken}:
        values = [value_alone(page, rows[one]) for one in wanted if one in rows]
        spread = sorted(one for one in values if one is not None)
        return Answer(
            row=None, parts=None, target=target, sebaran=_spread(spread) if spread else None
        )
    if missing and not (lasting and wanted[-1] in held):
        return Answer(row=None, parts=parts, target=target)
    each = [told(page, rows[one]) if one in rows else {} for one in wanted]
    made: Row = {
        name: each[-1][name]
        if ways[name] == "terakhir"
        else sum((one[name] for one in each if one), Fraction(0))
        for name in taken
    }
    return Answer(row={**made, "target": target}, parts=parts, target=target)


def _answer(page: Page, goal: str, year: int, years: Mapping[str, Answer]) -> Answer | None:
    own = years.get(goal)
    low = any(one in SMALL for one in page["tingkat"]["diestimasi"])
    mid = "provinsi" in page["tingkat"]["diestimasi"]
    above = low or (mid and goal == "0")
    if own is not None and (level(goal) in SMALL or not above):
        there = [goal] if _counts(page, own) else []
        cover = {"melapor": len(there), "seharusnya": 1, "kurang": [] if there else [goal]}
        found = Answer(_own_answer(page, goal, own), **cover)
        return Answer(found, sebaran=None) if adds(page) else found
    parts: list[str] = []
    all_below = [
        one for one, there in years.items() if level(one) in SMALL and _counts(page, there)
    ]
    if goal == "0" and not all_below:
        # Where no regency reports anywhere, provinces do, or else those that tell something.
        small = any(level(one) in SMALL for one in years)
        low = low and not (
            mid and (not small or any(_counts(page, years[x]) for x in years if x != "0"))
        )
    for province in [goal] if goal != "0" else provinces(year):
        if not low:
            parts.append(province)
            continue
        below = within(province, year)
        reports = any(_counts(page, years.get(one)) for one in below)
        stands = adds(page) and goal == "0" and not reports and _counts(page, years.get(province))
        parts += [province] if stands else below
    if not any(one in years for one in parts):
        return None
    held = [one for one in parts if _counts(page, years.get(one))]
    found = Answer(
        nilai=None,
        capaian=None,
        predikat=None,
        kategori=None,
        sebaran=None,
        melapor=len(held),
        seharusnya=len(parts),
        kurang=[one for one in parts if one not in held],
        kode=set(),
        tertinggal=_left_out(page, [years[one] for one in parts if one in years]),
    )
    rows = [years[one]["row"] for one in held]
    if not adds(page):
        values = sorted(one for row in rows if (one := value_alone(page, row)) is not None)
        spread = _spread(values) if values else None
        return Answer(found, status="tidak_terdefinisi", sebaran=spread, kode={"IKU473"})
    numbers = {
        name: sum((told(page, row)[name] for row in rows), Fraction(0)) for name in taken_of(page)
    }
    whole = len(held) == len(parts)
    value = worth(page, numbers) if held else None
    if own is not None and own["row"] is not None:
        found["kode"] = _beside(page, own["row"], numbers, value, whole=whole)
    if value is None:
        return Answer(found, status="tidak_terdefinisi" if whole else "belum_lengkap")
    found["kategori"], found["nilai"] = None, rounded(value, page["desimal"])
    found["kategori"] = _class(page, goal, found["nilai"])
    if not whole:
        return Answer(found, status="belum_lengkap")
    target = None if own is None else (own["row"] or own).get("target")
    return Answer(found, status="lengkap", **_reached(page, found["nilai"], target))


def _left_out(page: Page, there: Sequence[Answer]) -> bool | None:
    """Say whether a region that told something is left out; nothing where no page says so."""
    out = [one for one in there if not _counts(page, one)]
    if not out:
        return False
    rows = [one["row"] for one in out if one["parts"] is None and one["row"] is not None]
    return True if any(told(page, row) for row in rows) else None


def _counts(page: Page, one: Answer | None) -> bool:
    """Say whether a region reports all that is asked for."""
    if one is None or one["row"] is None:
        return False
    numbers = told(page, one["row"])
    if adds(page):
        return sound(page, numbers)
    # A share of nothing has no value, though everything is reported.
    return value_alone(page, one["row"]) is not None or sound(page, numbers)


def _class(page: Page, goal: str, value: Fraction) -> str | None:
    scale = page.get("kategori")
    return class_of(scale.get(level(goal)) if isinstance(scale, dict) else scale, value)


def _reached(page: Page, value: Fraction, target: object) -> Row:
    reached = achievement(page["capaian"], value, target)
    return {"capaian": reached, "predikat": class_of(page.get("predikat"), reached)}


def _own_answer(page: Page, goal: str, own: Answer) -> Answer:
    """Return the answer of a region that stays by itself."""
    row = own["row"]
    value = None if row is None else value_alone(page, row)
    spread = own.get("sebaran")
    found = Answer(nilai=value, capaian=None, predikat=None, kategori=None, sebaran=spread)
    if own["parts"] is not None:
        found["melapor"], found["seharusnya"], found["kurang"] = own["parts"]
    if value is None:
        missing = row is None and own["parts"] is not None
        whole = adds(page) and row is not None and sound(page, told(page, row))
        found["status"] = "belum_lengkap" if missing else "tidak_terdefinisi" if whole else None
        return found
    return Answer(
        found,
        status="lengkap",
        kategori=_class(page, goal, value),
        **_reached(page, value, row.get("target")),
    )


def _spread(values: Sequence[Fraction]) -> tuple[Any, ...]:
    """Return how many, the least, the quartiles and the most, as ``QUARTILE.INC`` has them."""
    found = []
    for quarter in range(5):
        place = Fraction(quarter * (len(values) - 1), 4)
        low = place.numerator // place.denominator
        high = min(low + 1, len(values) - 1)
        found.append(values[low] + (values[high] - values[low]) * (place - low))
    return (len(values), *found)


def _beside(
    page: Page,
    own: Row,
    numbers: Mapping[str, Fraction],
    value: Any,  # noqa: ANN401  # a number
    *,
    whole: bool,  # a number
) -> set[str]:
    """Return what is proven of the number of a region itself beside the sum."""
    said = {name: one for name, one in told(page, own).items() if name in numbers}
    if any(impossible(one, said) for one in page["variabel"]) or own.get(page.get("rilis", "")):
        return {"?"}  # No page says how such a number is held against a sum
    if not whole:
        return {"IKU472"} if any(said[name] < numbers[name] for name in said) else set()
    if any(said[name] != numbers[name] for name in said):
        return {"IKU471"}
    printed = own.get("realisasi")
    if printed is None or value is None:
        return set()
    places = len(str(printed).replace(",", ".").partition(".")[2])
    return set() if rounded(value, places) == number_of(printed) else {"IKU471"}


# ------------------------------------------------------------------------------------ the rows


def tables(seed: int, number: int) -> Iterator[tuple[list[Row], str | None, str | None]]:
    """Yield tables, each of three definitions that the turn has come to, and what is asked."""
    chance = random.Random(seed)
    known = [one for one in pages() if formula_of(one) is not None]
    chance.shuffle(known)
    for turn in range(number):
        ke, waktu = chance.choice(
            [("provinsi", None), ("0", None), ("34", None), ("provinsi", "tahunan"),
             ("0", "tahunan"), (None, "tahunan"), ("91", None), ("92", "tahunan")]
        )  # fmt: skip
        table: list[Row] = []
        for step in range(3):
            page = known[(3 * turn + step) % len(known)]
            table += _of_page(page, ke, waktu, chance)
        if table:
            yield table, ke, waktu


def _of_page(page: Page, ke: str | None, waktu: str | None, chance: random.Random) -> list[Row]:
    ends = page.get("berlaku", {})
    first, last = ends.get("mulai", 0), ends.get("selesai", 9999)
    years = [one for one in (2006, 2016, 2018, 2020, 2024, 2025) if first <= one <= last]
    year = chance.choice(years or [ends["mulai"]])
    low = any(one in SMALL for one in page["tingkat"]["diestimasi"])
    mid = "provinsi" in page["tingkat"]["diestimasi"]
    some = [ke] if ke not in {None, "0", "provinsi"} else ["34", "91", "92", "31", "65", "16"]
    some = [one for one in some if one and began(one, year)]
    some = chance.sample(some, min(len(some), 3))
    there = []
    for province in some if low else ():
        below = [*within(province, year)]
        share = chance.choice((1.0, 1.0, 0.8, 0.3, 0.0))
        there += [one for one in below if share == 1 or chance.random() < share]
    if mid and (not low or chance.random() < 0.6):
        # One place at a time is asked for a spread, as a province's value is none of a regency.
        many = not low and chance.random() < 0.4
        there += [] if low and ke == "0" and not adds(page) else provinces(year) if many else some
    if "nasional" in page["tingkat"]["diestimasi"] and ke in {"0", None}:
        there += ["0"] if chance.random() < 0.6 or not mid else []
    found: list[Row] = []
    for region in there:
        kind = chance.choice([*PARTS]) if waktu and chance.random() < 0.8 else None
        periods = ("tahunan",) if kind is None else PARTS[kind]
        if kind is not None and chance.random() < 0.15:
            periods = tuple(one for one in periods if one != chance.choice(periods))
        tops = region == "0" or (low and level(region) == "provinsi")
        for period in periods:
            found.append(
                {
                    "wilayah": region,
                    "tahun": year,
                    "periode": period,
                    "kode": page["kode"],
                    "target": chance.choice([None, 80.0, 2.5, 12.75]) if tops else None,
                    **_numbers(page, chance),
                }
            )
            if kind is not None:
                found[-1]["target"] = None
    return _own_right(page, found, ke, waktu, chance)


def _own_right(
    page: Page, rows: list[Row], ke: str | None, waktu: str | None, chance: random.Random
) -> list[Row]:
    """Give regions above the sum of those below, or one beside it, as often as not."""
    if waktu or not adds(page) or ke not in {"provinsi", "34", "91", "92"}:
        return rows
    for own in rows:
        if level(own["wilayah"]) != "provinsi" or chance.random() < 0.3:
            continue
        below = within(own["wilayah"], own["tahun"])
        parts = [told(page, one) for one in rows if one["wilayah"] in below]
        parts = [one for one in parts if sound(page, one)]
        for name in taken_of(page):
            own[name] = float(sum((one[name] for one in parts), Fraction(0)))
        if chance.random() < 0.3 and parts:
            name = chance.choice(taken_of(page))
            own[name] = max(0.0, own[name] + chance.choice((-1, 1)))
    return rows


def _numbers(page: Page, chance: random.Random) -> Row:
    """Return numbers that mostly can be, with ties, zeros and some that are missing."""
    size = chance.choice((4, 8, 40, 400, 10**6, 10**11))
    least = 0
    found: Row = {}
    released = page.get("rilis")
    bare = not adds(page) and released is not None and chance.random() < 0.3
    for variable in page["variabel"]:
        name = variable["nama"]
        if name == released or bare:
            most = int(variable.get("rentang", {}).get("maks", 100))
            keep = name == released and (bare or (adds(page) and chance.random() < 0.1))
            found[name] = float(chance.randint(0, most * 100)) / 100 if keep else None
        elif variable["jenis"] in WHOLE:
            least = chance.choice((0, least, least, least + chance.randint(0, size)))
            found[name] = float(least)
        else:
            ends = variable.get("rentang", {})
            low, high = float(ends.get("min", 0)), float(ends.get("maks", 100))
            found[name] = round(low + (high - low) * chance.random(), chance.choice((0, 1, 2)))
    if chance.random() < 0.06:
        found[chance.choice([*found])] = None
    if chance.random() < 0.03:
        found[chance.choice([*found])] = chance.choice((-1.0, 2.5))
    if not any(one is not None for one in found.values()):
        found[taken_of(page)[0] if taken_of(page) else released or ""] = 1.0
    return found
