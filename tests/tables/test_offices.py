"""Layouts of offices, whose reading was written down before they were read."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.tables.offices import FILES, Office, Page, judge, offices

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


def _wrong(office: Office, rows: Rows, merges: Sequence[str] = ()) -> list[str]:
    """Return the values of an office that are others once its rows are ``rows``."""
    (page,) = office.pages
    page = Page(page.name, ["|".join(row) if row else "~" for row in rows], [*merges])
    other = replace(office, pages=[page])
    wanted = {(*key[2:], value) for key, value in office.wanted.items()}
    values = {
        (item["nama"], role, when, value)
        for table in other.read()["tabel"]
        for item in table["item"]
        for role in ("dasar", "target", "realisasi", "capaian", "anggaran")
        for when, value in item.get(role, {}).items()
    }
    return sorted(map(str, values - wanted))


def _rows(office: Office) -> Rows:
    return [[] if row == "~" else row.split("|") for row in office.pages[0].rows]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("office", PLAIN, ids=lambda office: office.name)
def test_a_changed_sheet_never_gives_another_number(office: Office, change: str) -> None:
    rows = CHANGES[change](_rows(office), random.Random(f"{office.name} {change}"))
    assert _wrong(office, rows) == []


def _is_flat(office: Office) -> bool:
    """Say whether no header stands over several columns, nor a table beside another."""
    heads = next((row for row in _rows(office) if len(row) > 1), [""])
    return not office.pages[0].merges and all(map(str.strip, heads))


OPEN = {
    # What is money, or of which year a share is, is told by the order of these columns alone.
    *("d-tabel-belanja-saja", "t-judul-bertahun-dua-perbandingan"),
}
"""Layouts that say by the order of their columns what these are."""
FLAT = [office for office in PLAIN if _is_flat(office) and office.name not in OPEN]


@pytest.mark.parametrize("office", FLAT, ids=lambda office: office.name)
def test_the_order_of_columns_never_gives_another_number(office: Office) -> None:
    rows = _shuffled(_rows(office), random.Random(office.name))
    # A share may take its year from the columns before it; of no year it says nothing false.
    assert [one for one in _wrong(office, rows) if "'-'" not in one] == []


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
    assert _wrong(office, spread, merges) == []
