"""Layouts of offices, whose reading was written down before they were read."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from kesbang_iku.sources.grid import column_letters
from tests.tables.offices import FILES, Key, Office, Page, judge, offices

CASES = list(offices())
DRAWS = int(os.environ.get("KESBANG_IKU_DRAWS", "2"))
"""So often chance changes a sheet in a slow test of a law; ``make layouts`` does it more often."""


@pytest.mark.parametrize("office", CASES, ids=lambda office: office.name)
def test_every_value_is_read_rightly_or_refused_with_a_word(office: Office) -> None:
    judged = judge(office, office.read())
    assert (judged.wrong, judged.lost, judged.faults) == ([], [], [])


def test_no_two_layouts_have_one_name() -> None:
    names = [office.name for office in CASES]
    told = sum(f"\n{file.read_text(encoding='utf-8')}".count("\n=== ") for file in FILES)
    assert len(set(names)) == len(names) == told


# ------------------------------------------------------------------------------------------- laws

Rows = list[list[str]]


def _empty_row(rows: Rows, chance: random.Random) -> Rows:
    at = chance.randrange(len(rows))
    return [*rows[:at], [], *rows[at:]]


def _empty_column(rows: Rows, chance: random.Random) -> Rows:
    at = chance.randrange(max(map(len, rows)))
    return [[*row[:at], "", *row[at:]] if len(row) > at else row for row in rows]


def _moved(rows: Rows, _: random.Random) -> Rows:
    return [[], [], *(["", "", *row] if row else [] for row in rows)]


def _split(rows: Rows, _: random.Random) -> Rows:
    return rows


def _shuffled(rows: Rows, chance: random.Random) -> Rows:
    """Return rows with their columns in another order, where no head stands over several."""
    width = max(map(len, rows))
    order = list(range(width))
    chance.shuffle(order)
    full = [row + [""] * (width - len(row)) if len(row) > 1 else row for row in rows]
    return [[row[at] for at in order] if len(row) > 1 else row for row in full]


CHANGES: dict[str, Callable[[Rows, random.Random], Rows]] = {
    "empty row": _empty_row,
    "empty column": _empty_column,
    "moved": _moved,
    "split": _split,
}
PLAIN = [office for office in CASES if not office.file.endswith(".csv") and len(office.pages) == 1]


def _filled(rows: Rows) -> list[int]:
    return [number for number, row in enumerate(rows, start=1) if any(map(str.strip, row))]


def _silent(office: Office, rows: Rows, merges: Sequence[str] = ()) -> list[str]:
    """Return the values of an office that are others, or lost without a word, in other rows."""
    (page,) = office.pages
    moved = dict(zip(_filled(_rows(office)), _filled(rows), strict=True))

    def to(key: Key) -> Key:
        return (key[0], moved[key[1]], *key[2:])

    other = replace(
        office,
        pages=[Page(page.name, ["|".join(row) if row else "~" for row in rows], [*merges])],
        wanted={to(key): value for key, value in office.wanted.items()},
        refusable={*map(to, office.refusable)},
        open={*map(to, office.open)},
    )
    judged = judge(other, other.read())
    return [*judged.wrong, *judged.lost]


def _rows(office: Office) -> Rows:
    return [[] if row == "~" else row.split("|") for row in office.pages[0].rows]


@pytest.mark.parametrize("office", PLAIN, ids=lambda office: office.name)
def test_a_changed_sheet_never_gives_another_number(office: Office) -> None:
    """Each sheet is changed in one way here, which its name draws; the slow test takes them all."""
    change = random.Random(office.name).choice([*CHANGES])
    rows = CHANGES[change](_rows(office), random.Random(f"{office.name} {change}"))
    assert _silent(office, rows) == []


def _is_flat(office: Office) -> bool:
    """Say whether no header stands over several columns, nor a table beside another."""
    heads = next((row for row in _rows(office) if len(row) > 1), [""])
    return not office.pages[0].merges and all(map(str.strip, heads))


FLAT = [office for office in PLAIN if _is_flat(office)]


@pytest.mark.parametrize("office", FLAT, ids=lambda office: office.name)
def test_the_order_of_columns_never_gives_another_number(office: Office) -> None:
    assert _silent(office, _shuffled(_rows(office), random.Random(office.name))) == []


@pytest.mark.slow
@pytest.mark.parametrize("office", FLAT, ids=lambda office: office.name)
def test_no_order_of_columns_gives_another_number(office: Office) -> None:
    chances = (random.Random(f"{office.name} {seed}") for seed in range(1, 2 * DRAWS + 1))
    found = [_silent(office, _shuffled(_rows(office), chance)) for chance in chances]
    assert [silent for silent in found if silent] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("office", "change"),
    [
        pytest.param(office, change, id=f"{office.name}-{change}")
        for office in PLAIN
        for change in CHANGES
    ],
)
def test_no_change_of_a_sheet_gives_another_number(office: Office, change: str) -> None:
    draws = DRAWS if change.startswith("empty") else 1
    chances = (random.Random(f"{office.name} {change} {seed}") for seed in range(1, draws + 1))
    found = [_silent(office, CHANGES[change](_rows(office), chance)) for chance in chances]
    assert [silent for silent in found if silent] == []


def _corners(merge: str) -> tuple[int, int, int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", merge)
    assert found is not None
    first, top, last, bottom = found.groups()
    return LETTERS.index(first), int(top) - 1, LETTERS.index(last), int(bottom) - 1


def _is_of_heads(office: Office) -> bool:
    """Say whether the only cells merged over columns are heads, and no table is beside another."""
    merges = [*map(_corners, office.pages[0].merges)]
    first = min((number for _, number, *_ in office.wanted), default=1) - 1
    over = [bottom < first for left, _, right, bottom in merges if left < right]
    rows = [row for row in _rows(office) if len(row) > 1]
    filled = {at for row in rows for at, text in enumerate(row) if text.strip()}
    return bool(merges and rows) and all(over) and len(filled) == max(map(len, rows))


def _apart(office: Office, chance: random.Random) -> tuple[Rows, list[str]]:
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


LETTERS = [*map(column_letters, range(100))]
HEADED = [office for office in PLAIN if _is_of_heads(office)]


@pytest.mark.parametrize("office", HEADED, ids=lambda office: office.name)
def test_heads_written_over_each_column_in_any_order_give_no_other_number(office: Office) -> None:
    assert _silent(office, *_apart(office, random.Random(office.name))) == []


@pytest.mark.slow
@pytest.mark.parametrize("office", HEADED, ids=lambda office: office.name)
def test_no_order_under_such_heads_gives_another_number(office: Office) -> None:
    chances = (random.Random(f"{office.name} {seed}") for seed in range(1, DRAWS + 1))
    found = [_silent(office, *_apart(office, chance)) for chance in chances]
    assert [silent for silent in found if silent] == []


@pytest.mark.parametrize("office", FLAT, ids=lambda office: office.name)
def test_a_header_merged_downwards_never_gives_another_number(office: Office) -> None:
    """The first header goes on over an empty row below it, as in a form with two header rows."""
    rows = _rows(office)
    at = next((n for n, row in enumerate(rows) if len(row) > 1), None)
    if at is None:
        return
    spread = [*rows[: at + 1], [""], *rows[at + 1 :]]
    letters = [chr(ord("A") + column) for column in range(len(rows[at]))]
    merges = [f"{letter}{at + 1}:{letter}{at + 2}" for letter in letters]
    assert _silent(office, spread, merges) == []
