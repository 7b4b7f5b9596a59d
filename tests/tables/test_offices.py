"""Layouts of offices, whose reading was written down before they were read."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.tables.offices import FILES, Judgement, Office, judge, offices

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


CHANGES: dict[str, Callable[[Rows, random.Random], Rows]] = {
    "empty row": _empty_row,
    "empty column": _empty_column,
    "moved": _moved,
    "split": _split,
}
PLAIN = [office for office in CASES if not office.file.endswith(".csv") and len(office.pages) == 1]


def _changed(office: Office, change: str) -> Judgement:
    """Return how an office is judged without merged cells and with its rows changed."""
    (page,) = office.pages
    rows = [[] if row == "~" else row.split("|") for row in page.rows]
    rows = CHANGES[change](rows, random.Random(f"{office.name} {change}"))
    page = type(page)(page.name, ["|".join(row) if row else "~" for row in rows])
    other = Office(office.name, office.file, [page], {}, {}, set(), set(), {})
    wanted = {(*key[2:], value) for key, value in office.wanted.items()}
    judged = judge(other, other.read())
    values = {
        (item["nama"], role, when, value)
        for table in other.read()["tabel"]
        for item in table["item"]
        for role in ("dasar", "target", "realisasi", "capaian", "anggaran")
        for when, value in item.get(role, {}).items()
    }
    judged.wrong = [f"{one}" for one in values if one not in wanted]
    return judged


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("office", PLAIN, ids=lambda office: office.name)
def test_a_changed_sheet_never_gives_another_number(office: Office, change: str) -> None:
    assert _changed(office, change).wrong == []
