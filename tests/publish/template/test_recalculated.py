"""Workbooks that LibreOffice computed, held against the exact engine."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

import kesbang_iku as iku
from kesbang_iku.computing.told_results import told_results
from kesbang_iku.computing.verification import Verifier
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.publish.template.choice import chosen
from kesbang_iku.publish.template.lines import Line
from kesbang_iku.publish.template.written import UNCERTAIN
from kesbang_iku.tables.reading import read_tables
from tests.publish.template.filled import blocks, filled, lines, recalculated, shown, template

EACH: Final = 3
"""So often every indicator is filled in, each of its periods."""
HALVES: Final = 2_400
HARDEST: Final = 200
LARGEST: Final = 8 * 10**11
"""Counts of a share that large are computed by the sheet itself."""
TARGETS: Final = (
    None, 0, 1, 90, 100, 72.5, 3.8, 250, 66.6667, -5, "≥ 80", "<= 3,5", "0,5", "81,69–85,23",
    "40-60",
)  # fmt: skip

pytestmark = pytest.mark.slow


def _number(line: Line, chance: random.Random) -> int | float | None:
    """Return a number as regions write it: mostly possible, sometimes missing or impossible."""
    variable = line.variable
    if chance.random() < 0.07:
        return None
    if variable.whole:
        most = 10 ** chance.randint(1, 11)
        some = (0, 1, 2, 3, 8, 40, 400 * chance.randint(1, 999), chance.randint(0, most))
        found = chance.choice(some)
        return found + 0.5 if chance.random() < 0.03 else found
    low = float(variable.minimum if variable.minimum is not None else -50)
    high = float(variable.maximum if variable.maximum is not None else 150)
    if chance.random() < 0.03:
        return high + 1
    return chance.choice((low, high, round(chance.uniform(low, high), chance.randint(0, 4))))


def _numbers(block: Sequence[Line], chance: random.Random) -> dict[str, int | float]:
    found = {line.variable.nama: _number(line, chance) for line in block}
    names = [*found]
    if len(names) > 1 and block[0].variable.whole and chance.random() < 0.7:
        # Parts are mostly no more than their whole.
        first, second = (found[name] or 0 for name in names[:2])
        if found[names[0]] is not None and found[names[1]] is not None:
            found[names[0]], found[names[1]] = min(first, second), max(first, second)
    return {name: value for name, value in found.items() if value is not None}


def _halves(indicator: Indicator) -> list[tuple[dict[str, int], int]]:
    """Return shares whose value, in steps, ends in exactly a half, and their neighbours."""
    part, whole = (one.nama for one in indicator.variabel)
    found = []
    for number in range(HALVES):
        scale = 10 ** (number % 6)
        below = 16 * (2 * number + 1) * scale * 25
        # 10000 a / b = m + 1/2 for a = (2 m + 1) b / 20000.
        above = (2 * number + 1) * below // 20000 + (number % 3 - 1)
        found.append(({part: max(above, 0), whole: below}, 90))
    return found


def _hardest(indicator: Indicator, chance: random.Random) -> list[tuple[dict[str, int], int]]:
    """Return shares of the largest counts whose value is as near below a half as there is."""
    part, whole = (one.nama for one in indicator.variabel)
    found: list[tuple[dict[str, int], int]] = []
    while len(found) < HARDEST:
        below = LARGEST - chance.randrange(10**11)
        if below % 2 and below % 5:
            # 10000 a = m b + (b - 1) / 2.
            above = (below - 1) // 2 * pow(10_000, -1, below) % below
            found.append(({part: above, whole: below}, 90))
    return found


def _differs(got: Mapping[str, Any], expected: Result) -> list[str]:
    """Return the columns in which a row is another result."""
    wrong = [] if got["Status"] == expected.status.value else ["Status"]
    for column, number in (("Realisasi", expected.nilai), ("Capaian", expected.capaian)):
        cell = got[column]
        same = (cell or None) is None if number is None else (
            isinstance(cell, int | float) and Fraction(str(round(cell, 6))) == Fraction(number)
        )  # fmt: skip
        wrong += [] if same else [column]
    for column, label in (("Predikat", expected.predikat), ("Golongan", expected.kategori)):
        wrong += [] if (got[column] or None) == label else [column]
    return wrong


def test_every_indicator_gives_what_the_exact_engine_gives(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    chance = random.Random(20261129)
    share = katalog["KBP-WAS-02"]
    halves = [*_halves(share), *_hardest(share, chance)]
    every = [found for found in katalog for _ in range(EACH)] + [share] * len(halves)
    one = template(katalog, every, "62", 2025)
    cells: dict[tuple[int, str], Any] = {}
    asked: list[tuple[Line, dict[str, int | float], object]] = []
    found = [*blocks(lines(one))]
    for at, block in enumerate(found):
        if block[0].value is not None:
            continue
        numbers: dict[str, Any] = _numbers(block, chance)
        target: object = chance.choice(TARGETS)
        if at >= len(found) - len(halves):
            numbers, target = halves[at - len(found) + len(halves)]
        elif block[0].scale is not None and chance.random() < 0.2:
            target = chance.choice(block[0].scale.kelas).label
        cells |= {(line.number, "Nilai"): numbers.get(line.variable.nama) for line in block}
        cells[block[0].number, "Target"] = target
        asked.append((block[0], numbers, target))
    rows = shown(recalculated(filled(one, cells, tmp_path / "isian.xlsx")))
    wrong, seen = [], Counter[str]()
    for line, numbers, target in asked:
        indicator = line.indicator
        exact = {name: Fraction(str(value)) for name, value in numbers.items()}
        level: iku.AdminLevel | None = "provinsi" if indicator.exists_at("provinsi") else None
        expected = indicator.compute(
            exact, target=None if target is None else str(target), tingkat=level
        )
        got = rows[line.number]
        seen[got["Status"]] += 1
        if "compute" in (got["Periksa"] or ""):
            assert indicator is not share or line.number < found[-len(halves)][0].number
            # Left to the exact engine: that is said, and nothing is claimed.
            seen[UNCERTAIN] += 1
            assert got["Capaian"] in (None, "")
            continue
        differs = _differs(got, expected)
        if differs:
            wrong.append((indicator.kode, numbers, target, differs, got))
    assert not wrong, wrong[:3]
    assert min(seen[status.value] for status in iku.Status if status != "tidak_berlaku") >= 3
    assert seen[UNCERTAIN] < len(asked) / 50


@pytest.mark.parametrize(("region", "year"), [("62.71", 2025), ("62", 2024)])
def test_a_filled_workbook_is_computed_alike_by_the_command_before_and_after(
    katalog: iku.Catalog, tmp_path: Path, region: str, year: int
) -> None:
    chance = random.Random(5)
    level: iku.AdminLevel = "kota" if "." in region else "provinsi"
    codes = [found.kode for found in katalog.select(level=level, year=year)]
    one = template(katalog, chosen(katalog, level, year, codes), region, year)
    cells: dict[tuple[int, str], Any] = {}
    for block in blocks(lines(one)):
        numbers = _numbers(block, chance)
        for line in block:
            if line.value is None:
                cells[line.number, "Nilai"] = numbers.get(line.variable.nama)
        cells[block[0].number, "Target"] = chance.choice((90, 72.5, "81,69–85,23"))
    path = filled(one, cells, tmp_path / "isian.xlsx")
    before, after = path, recalculated(path)
    rows = shown(after)

    def told(file: Path) -> dict[tuple[str, str], tuple[object, ...]]:
        return {
            (found.kode, found.periode): (found.status, found.nilai, found.capaian, found.predikat)
            for found in iku.compute(iku.read_reports(file))
        }

    assert told(before) == told(after)
    assert not read_tables(after).findings
    results = {(found.kode, found.periode): found for found in iku.compute(iku.read_reports(after))}
    wrong = []
    for block in blocks(lines(one)):
        line, got = block[0], rows[block[0].number]
        expected = results[line.indicator.kode, line.period]
        if "compute" in (got["Periksa"] or ""):
            continue
        differs = _differs(got, expected)
        if differs:
            wrong.append((line.indicator.kode, line.period, differs, got, expected.as_dict()))
    assert not wrong, wrong[:2]
    assert len(results) > 50


def test_numbers_are_the_same_where_a_comma_stands_before_decimals(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    chance = random.Random(62)
    one = template(katalog, [*katalog], "62", 2025)
    cells: dict[tuple[int, str], Any] = {}
    for block in blocks(lines(one)):
        numbers = _numbers(block, chance)
        for line in block:
            if line.value is None:
                cells[line.number, "Nilai"] = numbers.get(line.variable.nama)
        cells[block[0].number, "Target"] = chance.choice(TARGETS)
    path = filled(one, cells, tmp_path / "isian.xlsx")
    first, second = (shown(recalculated(path, locale)) for locale in ("en-US", "id-ID"))
    assert first == second
    assert {row["Status"] for row in second.values()} >= {"lengkap", "belum_lengkap", "ditolak"}


CERTAIN: Final = (
    *("≥ 80", ">=80", "<= 3,5", "0,5", "72,50", "81,69–85,23", "40 - 60", "80 – 90", "-5–3"),
    *("-5--3", "≥ -5", " 90 ", "12345678", "85,2350"),
)
"""Targets as text that the sheet holds a value against by itself."""
DOUBTFUL: Final = (
    *("1e3", "3,14e2", "80–", "80-", "60-40", "80-90-100", "≥ 80-90", ">=80–90", ">80<90", "≥≥80"),
    *("=>80", "80>", "8 0", "1 234,5", "90,", ",5", "1,234", "85,235", "1.500", "90 %", "9O"),
    *("2025-03-01", "Rp 90", "naik"),
)
"""Those that it leaves to the exact engine, which refuses most of them."""


@pytest.mark.parametrize("locale", ["en-US", "id-ID"])
def test_a_target_that_is_a_text_is_read_as_the_library_reads_it_or_left_to_it(
    katalog: iku.Catalog, tmp_path: Path, locale: str
) -> None:
    share, texts = katalog["KBP-WAS-02"], (*CERTAIN, *DOUBTFUL)
    one = template(katalog, [share] * len(texts), "62", 2025)
    numbers = {"konflik_diselesaikan": 17, "konflik": 20}
    found = [*blocks(lines(one))]
    cells: dict[tuple[int, str], Any] = {
        (line.number, "Nilai"): numbers[line.variable.nama] for block in found for line in block
    }
    cells |= {(block[0].number, "Target"): text for block, text in zip(found, texts, strict=True)}
    rows = shown(recalculated(filled(one, cells, tmp_path / "isian.xlsx"), locale))
    told = {text: rows[block[0].number] for block, text in zip(found, texts, strict=True)}
    assert [text for text, row in told.items() if "compute" in (row["Periksa"] or "")] == [
        *DOUBTFUL
    ]
    assert not [row for text, row in told.items() if text in DOUBTFUL and row["Capaian"]]
    assert [
        (text, row)
        for text, row in told.items()
        if text in CERTAIN and _differs(row, share.compute(numbers, target=text))
    ] == []


def test_what_a_cell_shows_otherwise_than_it_stores_is_left_to_the_library(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    one = template(katalog, [katalog["KBP-POL-16"], katalog["KBP-WAS-02"]], "62", 2025)
    (release,), (solved, happened) = blocks(lines(one))
    cells = {
        (release.number, "Nilai"): (0.85, "0%"),
        (solved.number, "Nilai"): 17,
        (happened.number, "Nilai"): 20,
        (solved.number, "Target"): (0.9, "0%"),
    }
    path = recalculated(filled(one, cells, tmp_path / "isian.xlsx"))
    rows, results = shown(path), iku.compute(iku.read_reports(path))
    assert [str(got.nilai) for got in results] == ["85.00", "85.00"]
    assert [str(got.capaian) for got in results] == ["None", "94.44"]
    told = [rows[number] for number in (release.number, solved.number)]
    assert [row["Status"] for row in told] == [UNCERTAIN, "lengkap"]
    assert not [row for row in told if row["Capaian"] or row["Verifikasi"]]
    assert all("compute" in row["Periksa"] for row in told)


def test_a_message_of_a_spreadsheet_in_a_cell_is_refused_and_goes_no_further(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    one = template(katalog, [katalog["KBP-WAS-02"]] * 2, "62", 2025)
    (first, happened), (second, whole) = blocks(lines(one))
    cells = {(first.number, "Nilai"): 17, (happened.number, "Nilai"): "=1/0",
             (second.number, "Nilai"): 17, (whole.number, "Nilai"): 20,
             (second.number, "Target"): "=1/0"}  # fmt: skip
    rows = shown(recalculated(filled(one, cells, tmp_path / "isian.xlsx")))
    one_of_them, other = rows[first.number], rows[second.number]
    assert (one_of_them["Status"], one_of_them["Realisasi"]) == ("ditolak", None)
    assert one_of_them["Periksa"]
    assert (other["Status"], other["Realisasi"], other["Capaian"]) == ("lengkap", 85, None)
    assert "compute" in other["Periksa"]


def test_a_year_lacks_nothing_where_the_library_reads_what_the_sheet_does_not(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    one = template(katalog, [katalog["KBP-WAS-11"]], "62.71", 2025)
    *thirds, year = blocks(lines(one))
    cells: dict[tuple[int, str], Any] = {
        (line.number, "Nilai"): number
        for block in thirds
        for line, number in zip(block, (10, 20), strict=False)
    }
    cells[thirds[1][0].number, "Nilai"] = "10"  # a text
    path = recalculated(filled(one, cells, tmp_path / "isian.xlsx"))
    assert shown(path)[year[0].number]["Status"] == UNCERTAIN
    (whole,) = (got for got in iku.compute(iku.read_reports(path)) if got.periode == "tahunan")
    assert str(whole.nilai) == "50.00"


class Plan(NamedTuple):
    """The thirds of a year of a plan: done, planned, released; and what its year is.

    Attributes:
        thirds: what is filled in, ``None`` for an empty cell.
        released: the release of the year itself.
        value: the value of the year, worked out by hand from the counts, or its own release.
        status: its status.
    """

    thirds: Sequence[tuple[int | None, int | None, float | None]]
    released: float | None
    value: str | None
    status: str


PLANS: Final = {
    "counts alone add up": Plan(
        [(43, 51, None), (10, 20, None), (5, 10, None)], None, "71.60", "lengkap"
    ),
    "releases alone make no year": Plan(
        [(None, None, 80), (None, None, 82), (None, None, 84.29)], None, None, "belum_lengkap"
    ),
    "the release of the last third is not the year's": Plan(
        [(43, 51, None), (10, 20, None), (5, 10, 84.29)], None, "71.60", "lengkap"
    ),
    "a third with a release alone is missing": Plan(
        [(43, 51, None), (10, 20, None), (None, None, 84.29)], None, None, "belum_lengkap"
    ),
    "a third with a release and half of its counts is missing": Plan(
        [(43, 51, None), (10, 20, None), (5, None, 84.29)], None, None, "belum_lengkap"
    ),
    "the year's own release is its value": Plan(
        [(43, 51, None), (10, 20, None), (5, 10, None)], 75.5, "75.50", "lengkap"
    ),
    "the year's own release stands without its thirds": Plan(
        [(None, None, None)] * 3, 75.5, "75.50", "lengkap"
    ),
    "nothing planned all year": Plan([(0, 0, None)] * 3, None, None, "tidak_terdefinisi"),
    "nothing planned in a third adds nothing": Plan(
        [(0, 0, None), (10, 20, None), (5, 10, None)], None, "50.00", "lengkap"
    ),
    "a third that breaks its rule is missing": Plan(
        [(9, 5, None), (10, 20, None), (5, 10, None)], None, None, "belum_lengkap"
    ),
}


def test_a_year_is_made_of_counts_beside_releases_and_never_of_a_release(
    katalog: iku.Catalog, tmp_path: Path
) -> None:
    one = template(katalog, [katalog["KBP-WAS-11"]] * len(PLANS), "62.71", 2025)
    found = [*blocks(lines(one))]
    cells: dict[tuple[int, str], Any] = {}
    years = {}
    for at, (name, plan) in enumerate(PLANS.items()):
        *thirds, year = found[4 * at : 4 * at + 4]
        for block, numbers in zip(thirds, plan.thirds, strict=True):
            for line, number in zip(block, numbers, strict=True):
                cells[line.number, "Nilai"] = number
        cells[year[-1].number, "Nilai"] = plan.released
        years[name] = year[0].number
    rows = shown(recalculated(filled(one, cells, tmp_path / "isian.xlsx")))
    told = {name: rows[number] for name, number in years.items()}
    assert {name: row["Status"] for name, row in told.items()} == {
        name: plan.status for name, plan in PLANS.items()
    }
    assert {
        name: f"{row['Realisasi']:.2f}" if row["Realisasi"] not in {None, ""} else None
        for name, row in told.items()
    } == {name: plan.value for name, plan in PLANS.items()}


@pytest.mark.parametrize("name", PLANS)
def test_the_library_makes_the_same_years(name: str) -> None:
    plan = PLANS[name]
    names = ("aksi_terlaksana", "aksi_direncanakan", "nilai_rilis")
    rows: list[dict[str, object]] = [
        {"periode": f"caturwulan-{number}", **dict(zip(names, third, strict=True))}
        for number, third in enumerate(plan.thirds, 1)
    ]
    rows.append({"periode": "tahunan", "nilai_rilis": plan.released})
    about = {"wilayah": "62.71", "tahun": 2025, "kode": "KBP-WAS-11"}
    (year,) = (
        got for got in iku.compute([{**about, **row} for row in rows]) if got.periode == "tahunan"
    )
    assert (None if year.nilai is None else str(year.nilai), year.status) == (
        plan.value,
        plan.status,
    )


@pytest.mark.parametrize("locale", ["en-US", "id-ID"])
def test_each_result_carries_a_verification_string_that_follows(
    katalog: iku.Catalog, tmp_path: Path, locale: str
) -> None:
    chance = random.Random(20261129)
    there = [found for found in katalog.in_force(2025) if found.exists_at("provinsi")]
    one = template(katalog, there, "62", 2025)
    cells: dict[tuple[int, str], Any] = {}
    expected: dict[int, str | None] = {}
    for block in blocks(lines(one)):
        if block[0].value is not None:
            continue
        numbers = _numbers(block, chance)
        target = chance.choice((None, 90, 72.5, "≥ 80", "81,69–85,23"))
        cells |= {(line.number, "Nilai"): numbers.get(line.variable.nama) for line in block}
        cells[block[0].number, "Target"] = target
        expected[block[0].number] = (
            block[0]
            .indicator.compute(
                {name: Fraction(str(value)) for name, value in numbers.items()},
                target=None if target is None else str(target),
                wilayah="62",
                tahun=2025,
                periode=block[0].period,
            )
            .verifikasi
        )
    path = recalculated(filled(one, cells, tmp_path / "isian.xlsx"), locale)
    told, _ = told_results(str(path))
    verifier = Verifier(katalog)
    wrong = [(one.line, one.facts, verdict.beda) for one in told
             if not (verdict := verifier.answer(one.facts)).follows]  # fmt: skip
    assert wrong == []
    assert len(told) > 40
    texts = {one.line: one.facts["verifikasi"] for one in told}
    assert [text for row, text in texts.items() if expected.get(row or 0, text) != text] == []
