"""Layouts of offices, whose reading was written down before they were read."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

import kesbang_iku as iku
from kesbang_iku.sources.grid import column_letters
from kesbang_iku.tables.plans import read_plan
from kesbang_iku.validation.check import validate
from tests.tables.offices import FILES, Key, Office, Page, judge, offices

CASES = list(offices())
DRAWS = int(os.environ.get("KESBANG_IKU_DRAWS", "1"))
"""So often chance changes a sheet in a slow test of a law; ``make layouts`` does it more often."""


QUICK = {office.name for office in CASES[::3]}
"""One layout in three is read at once, from every wave; the others with the slow tests."""


@pytest.mark.parametrize(
    "office",
    [
        pytest.param(one, marks=[] if one.name in QUICK else pytest.mark.slow, id=one.name)
        for one in CASES
    ],
)
def test_every_value_is_read_rightly_or_refused_with_a_word(office: Office) -> None:
    judged = judge(office, office.read())
    assert (judged.wrong, judged.lost, judged.faults) == ([], [], [])


@pytest.mark.parametrize(
    "office", [pytest.param(one, id=one.name) for one in CASES if one.name.startswith("46-")]
)
def test_planted_mistakes_alone_are_found(office: Office, katalog: iku.Catalog) -> None:
    found = validate(office.content(), katalog, name=office.file)
    told = [one for one in found if one.kode.startswith("IKU5")]
    wrong = {str(one.baris) for one in told if one.tingkat is not iku.Level.INFO}
    assert wrong == set(filter(None, office.told.get("salah", "").split(",")))


@pytest.mark.parametrize(
    "office", [pytest.param(one, id=one.name) for one in CASES if one.name.startswith("46-")]
)
def test_indicators_are_known_by_their_names(office: Office, katalog: iku.Catalog) -> None:
    plan = read_plan(office.content(), name=office.file)
    items = iku.align(plan, katalog, tingkat="kabupaten").as_dict()["item"]
    found = {f"{item['baris']}:{item['padanan']}" for item in items}
    assert set(filter(None, office.told.get("kode", "").split(","))) <= found


def test_no_two_layouts_have_one_name() -> None:
    names = [office.name for office in CASES]
    told = sum(f"\n{file.read_text(encoding='utf-8')}".count("\n=== ") for file in FILES)
    assert len(set(names)) == len(names) == told


# ------------------------------------------------------------------------------------------- laws

Rows = list[list[str]]
Sheet = tuple[Rows, list[str]]
"""The rows of a sheet, and its merged cells where a change makes some."""
LETTERS = [*map(column_letters, range(100))]


def _rows(office: Office) -> Rows:
    return [[] if row == "~" else row.split("|") for row in office.pages[0].rows]


def _empty_row(office: Office, chance: random.Random) -> Sheet:
    rows = _rows(office)
    at = chance.randrange(len(rows))
    return [*rows[:at], [], *rows[at:]], []


def _empty_column(office: Office, chance: random.Random) -> Sheet:
    rows = _rows(office)
    at = chance.randrange(max(map(len, rows)))
    return [[*row[:at], "", *row[at:]] if len(row) > at else row for row in rows], []


def _moved(office: Office, _: random.Random) -> Sheet:
    return [[], [], *(["", "", *row] if row else [] for row in _rows(office))], []


def _split(office: Office, _: random.Random) -> Sheet:
    return _rows(office), []


def _shuffled(office: Office, chance: random.Random) -> Sheet:
    """Return rows with their columns in another order, where no head stands over several."""
    rows = _rows(office)
    width = max(map(len, rows))
    order = list(range(width))
    chance.shuffle(order)
    full = [row + [""] * (width - len(row)) if len(row) > 1 else row for row in rows]
    return [[row[at] for at in order] if len(row) > 1 else row for row in full], []


def _merged_down(office: Office, _: random.Random) -> Sheet:
    """Return rows whose first header goes on over an empty one, as where there are two of them."""
    rows = _rows(office)
    at = next((n for n, row in enumerate(rows) if len(row) > 1), None)
    if at is None:
        return rows, []
    spread = [*rows[: at + 1], [""], *rows[at + 1 :]]
    letters = LETTERS[: len(rows[at])]
    return spread, [f"{letter}{at + 1}:{letter}{at + 2}" for letter in letters]


def _apart(office: Office, chance: random.Random) -> Sheet:
    """Return the columns in another order, with every head over several written over each."""
    rows = _rows(office)
    merges = [*map(_corners, office.pages[0].merges)]
    width = max(*map(len, rows), *(right + 1 for _, _, right, _ in merges))
    full = [row + [""] * (width - len(row)) if len(row) > 1 else row for row in rows]
    order = list(range(width))
    chance.shuffle(order)
    down = []
    for left, top, right, bottom in merges:
        for at in range(left, right + 1) if len(full[top]) > 1 else ():
            full[top][at] = full[top][left]
            letters = LETTERS[order.index(at)]
            down += [f"{letters}{top + 1}:{letters}{bottom + 1}"] if bottom > top else []
    return [[row[at] for at in order] if len(row) > 1 else row for row in full], down


def _corners(merge: str) -> tuple[int, int, int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", merge)
    assert found is not None
    first, top, last, bottom = found.groups()
    return LETTERS.index(first), int(top) - 1, LETTERS.index(last), int(bottom) - 1


def _is_plain(_: Office) -> bool:
    return True


def _is_flat(office: Office) -> bool:
    """Say whether no header stands over several columns, nor a table beside another."""
    heads = next((row for row in _rows(office) if len(row) > 1), [""])
    return not office.pages[0].merges and all(map(str.strip, heads))


def _is_headed(office: Office) -> bool:
    """Say whether the only cells merged over columns are heads, and no table is beside another."""
    merges = [*map(_corners, office.pages[0].merges)]
    first = min((number for _, number, *_ in office.wanted), default=1) - 1
    over = [bottom < first for left, _, right, bottom in merges if left < right]
    rows = [row for row in _rows(office) if len(row) > 1]
    filled = {at for row in rows for at, text in enumerate(row) if text.strip()}
    return bool(merges and rows) and all(over) and len(filled) == max(map(len, rows))


@dataclass(frozen=True)
class Change:
    """What is done to a sheet, to which sheets, and how often by chance where all is tried."""

    made: Callable[[Office, random.Random], Sheet]
    suits: Callable[[Office], bool] = _is_plain
    draws: int = 1


CHANGES = {
    "empty row": Change(_empty_row, draws=DRAWS),
    "empty column": Change(_empty_column, draws=DRAWS),
    "moved": Change(_moved),
    "split": Change(_split),
    "other order": Change(_shuffled, _is_flat, 2 * DRAWS),
    "heads merged downwards": Change(_merged_down, _is_flat),
    "other order, a head over each column": Change(_apart, _is_headed, DRAWS),
}
PLAIN = [office for office in CASES if not office.file.endswith(".csv") and len(office.pages) == 1]


def _filled(rows: Rows) -> list[int]:
    return [number for number, row in enumerate(rows, start=1) if any(map(str.strip, row))]


def _silent(office: Office, name: str, number: int) -> list[str]:
    """Return the values of an office that are others, or lost without a word, in a changed one."""
    rows, merges = CHANGES[name].made(office, random.Random(f"{office.name} {name} {number}"))
    (page,) = office.pages
    moved = dict(zip(_filled(_rows(office)), _filled(rows), strict=True))

    def to(key: Key) -> Key:
        return (key[0], moved[key[1]], *key[2:])

    other = replace(
        office,
        pages=[Page(page.name, ["|".join(row) if row else "~" for row in rows], merges)],
        wanted={to(key): value for key, value in office.wanted.items()},
        refusable={*map(to, office.refusable)},
        open={*map(to, office.open)},
    )
    judged = judge(other, other.read())
    return [*judged.wrong, *judged.lost]


@pytest.mark.parametrize("office", PLAIN[::9], ids=lambda office: office.name)
def test_a_changed_sheet_never_gives_another_number(office: Office) -> None:
    """One sheet in nine is changed in a way that its name draws, in the slow test all in all."""
    suited = [name for name, change in CHANGES.items() if change.suits(office)]
    assert _silent(office, random.Random(office.name).choice(suited), 0) == []


@pytest.mark.slow
@pytest.mark.parametrize("office", PLAIN, ids=lambda office: office.name)
def test_no_change_of_a_sheet_gives_another_number(office: Office) -> None:
    found = {
        f"{name} {number}": _silent(office, name, number)
        for name, change in CHANGES.items()
        if change.suits(office)
        for number in range(1, change.draws + 1)
    }
    assert {way: silent for way, silent in found.items() if silent} == {}
