"""Rows that the exact engine says the same of are asked once, and only those."""

from __future__ import annotations

from typing import Any, Final

import pytest

from kesbang_iku.bulk.exact_rows import exact_answers
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.reports import compute
from tests.bulk.frames import ANSWERS, KATALOG, KEYS, Row, expected

PLAIN: Final[Row] = {
    "wilayah": "62.71",
    "tahun": 2025,
    "periode": "tahunan",
    "kode": "KBP-WAS-02",
    "target": 90.0,
    "capaian": None,
    "konflik_diselesaikan": 17.0,
    "konflik": 20.0,
}
CITIES: Final = ("62.71", "31.71", "35.78", "73.71")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the exact engine was asked."""
    calls: list[object] = []

    def counted(rows: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # passed on
        calls.append(rows)
        return compute(rows, *given, **named)

    monkeypatch.setattr("kesbang_iku.bulk.exact_rows.compute", counted)
    return calls


def _rows(**odd: Any) -> list[Row]:  # noqa: ANN401  # cells of any kind
    return [
        {**PLAIN, "wilayah": region, "konflik_diselesaikan": float(number), **odd}
        for number, region in enumerate(CITIES)
    ]


def _answered(rows: list[Row]) -> list[Row]:
    """Return the answers, each of which is what the exact engine says of its row alone."""
    found = exact_answers(rows, [*PLAIN], KATALOG, load_regions())
    for row, answer in zip(rows, found, strict=True):
        assert {name: answer[name] for name in ANSWERS} == expected([row])
        assert {name: answer[name] for name in KEYS} == {name: row[name] for name in KEYS}
    return found


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"kode": "KBP-ZZZ-99"},
        {"kode": "kbp-was-02"},
        {"kode": "KBP-ESB-25"},
        {"kode": "KBP-WAS-01", "tahun": 2000},
        {"konflik": -1.0},
        {"konflik": 2.5},
        {"konflik": "dua puluh orang"},
        {"konflik": "1.500"},
        {"konflik": 1.0},
        {"konflik": 10**17 + 1},
        {"target": "80,125"},
        {"target": ">= 80"},
        {"tahun": 1900},
        {"tahun": "2025.0"},
        {"periode": "entah"},
        {"periode": "triwulan-1"},
        {"wilayah": "6271 "},
        {"wilayah": "Negeri Asing"},
        {"wilayah": None},
        {"capaian": 94.44},
    ],
)
def test_a_row_needs_no_report_made_of_it(odd: Row, asked: list[object]) -> None:
    rows = [
        {**row, **odd, "periode": odd.get("periode", f"bulan-{number + 1:02}")}
        for number, row in enumerate(_rows())
    ]
    for row in rows:
        _answered([row])
    assert not asked


def test_printed_numbers_of_an_unknown_code_are_held_against_each_other(
    asked: list[object],
) -> None:
    rows = _rows(kode="KBP-ZZZ-99", capaian=18.0)
    _answered(rows)
    assert len(asked) == len(rows)


def test_a_region_that_was_not_there_yet_is_told_of() -> None:
    late = next(
        one.kode
        for one in load_regions().values()
        if one.berlaku.mulai and one.berlaku.mulai > 1990
    )
    (answer,) = _answered([{**PLAIN, "kode": "KBP-ZZZ-99", "tahun": 1990, "wilayah": late}])
    assert "IKU317" in answer["temuan"]


@pytest.mark.parametrize("code", ["KBP-WAS-02", "KBP-ZZZ-99"])
@pytest.mark.parametrize(
    ("region", "system", "called"),
    [
        ("9403", "bps", "Kabupaten Jayapura"),  # of Kemendagri it is Paniai
        ("9403", None, "Kabupaten Paniai"),
        ("91.01", None, "Kabupaten Merauke"),
        ("99.99", None, None),
    ],
)
def test_a_region_is_called_what_its_code_means(
    code: str, region: str, system: str | None, called: str | None
) -> None:
    row = {**PLAIN, "kode": code, "wilayah": region, "sistem_kode": system}
    (answer,) = exact_answers([row], [*row], KATALOG, load_regions())
    assert answer["nama_wilayah"] == called


def test_what_is_said_of_a_code_spelt_otherwise_is_said_of_its_row_alone() -> None:
    """The first row was rejected, and so was each other of its level."""
    rows = _rows(kode="kbp-was-02", konflik=20.0)
    rows[0]["konflik"] = -2.0
    assert [row["status"] for row in _answered(rows)] == ["ditolak", *["lengkap"] * 3]


def _key(*rows: Row) -> Row:
    """Return the answer to rows of one key, which is what the exact engine says of them."""
    (answer,) = exact_answers(rows, [*PLAIN], KATALOG, load_regions())
    assert {name: answer[name] for name in ANSWERS} == expected(rows)
    return answer


@pytest.mark.parametrize("period", ["tahunan", "triwulan-1", "triwulan-4", "sd-triwulan-4"])
@pytest.mark.parametrize(
    "code",
    [("KBP-WAS-02", "konflik_diselesaikan", "konflik"), ("KBP-WAS-03", "daerah_rad_efektif")],
)
@pytest.mark.parametrize("second", [{}, {"konflik": 0.0}, {"konflik": -1.0}, {"konflik": None}])
def test_items_that_come_twice_are_asked_for_once_of_those_alike(
    period: str, code: tuple[str, ...], second: Row, asked: list[object]
) -> None:
    names = [one for one in PLAIN if one not in {"konflik", "konflik_diselesaikan"}]
    kode, *variables = code
    told = [*names, *variables]
    rows = [
        {**{name: row.get(name) for name in told}, **dict.fromkeys(variables, 7.0 + number)}
        for number, row in enumerate(_rows(kode=kode, periode=period))
    ]
    twice = [
        one
        for row in rows
        for one in (row, {**row, **{n: v for n, v in second.items() if n in row}})
    ]
    found = exact_answers(twice, told, KATALOG, load_regions())
    for place, answer in enumerate(found):
        pair = twice[2 * place : 2 * place + 2]
        assert {name: answer[name] for name in ANSWERS} == expected(pair)
        assert "IKU314" in answer["temuan"]
    assert len(asked) == 1


def test_of_items_that_come_often_the_first_counts_whatever_the_last_is() -> None:
    broken = {**PLAIN, "konflik": -1.0}
    for period in ("sd-triwulan-4", "triwulan-2"):
        rows = [{**row, "periode": period} for row in (PLAIN, broken, PLAIN, broken, PLAIN)]
        assert _key(*rows)["status"] == "lengkap"
        assert _key(*rows[1:])["status"] == "ditolak"


def test_a_long_item_is_put_together_as_a_report_does(asked: list[object]) -> None:
    about = {name: PLAIN[name] for name in KEYS}
    told = [*about, "variabel", "nilai", "target"]
    for cells in (
        [("konflik", 20), ("konflik_diselesaikan", 17)],
        [("konflik", 20), ("konflik_diselesaikan", 17), ("konflik", 20.0)],
        [("konflik", 20), ("konflik", 21), ("konflik_diselesaikan", 17)],
        [("konflik", None), ("konflik", 20), ("konflik_diselesaikan", "17")],
        [("asing", ""), ("konflik", 20)],
        [("", 3), (" konflik ", 20)],
    ):
        rows = [
            {**about, "variabel": name, "nilai": value, "target": 90 + place % 2}
            for place, (name, value) in enumerate(cells)
        ]
        (answer,) = exact_answers(rows, told, KATALOG, load_regions())
        assert {name: answer[name] for name in ANSWERS} == expected(rows)
    assert not asked
