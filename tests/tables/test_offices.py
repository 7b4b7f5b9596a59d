"""Layouts of offices, whose reading was written down before they were read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from kesbang_iku.tables.reading import read_tables
from tests.tables.offices import FILES, Key, Office, Page, judge, offices

CASES = list(offices())


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


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("office", PLAIN, ids=lambda office: office.name)
def test_a_changed_sheet_never_gives_another_number(office: Office, change: str) -> None:
    rows = CHANGES[change](_rows(office), random.Random(f"{office.name} {change}"))
    assert _silent(office, rows) == []


def _is_flat(office: Office) -> bool:
    """Say whether no header stands over several columns, nor a table beside another."""
    heads = next((row for row in _rows(office) if len(row) > 1), [""])
    return not office.pages[0].merges and all(map(str.strip, heads))


def _on_its_side(office: Office) -> bool:
    """Say whether a table of an office has a column for each row of others, as a card has."""
    reading = read_tables(office.content(), name=office.file)
    return any(table.grid.turned for table in reading.tables)


FLAT = [office for office in PLAIN if _is_flat(office)]


@pytest.mark.parametrize("office", FLAT, ids=lambda office: office.name)
def test_the_order_of_columns_never_gives_another_number(office: Office) -> None:
    rows = _shuffled(_rows(office), random.Random(office.name))
    silent = _silent(office, rows)
    if _on_its_side(office):
        # What its columns are is lost, and with it what they are of; no other number is read.
        silent = [one for one in silent if " read as None" not in one and "'-'" not in one]
    assert silent == []


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
