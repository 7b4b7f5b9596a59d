"""Rolling up as its users meet it: a file, what is asked, and the answer worked out by hand."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import pytest

import kesbang_iku as iku

SHARE: Final = "KBP-WAS-02"
COUNT: Final = "KBP-WAS-09"
STOCK: Final = "KBP-ORM-03"
SURVEY: Final = "KBP-UMM-01"
DEATHS: Final = "KBP-WAS-04"
YOGYA: Final = ("34.01", "34.02", "34.03", "34.04", "34.71")
DONE: Final = ("4/5", "3/4", "6/8", "2/3", "0/0")
"""Settled conflicts of all: together 15 of 20."""


class Case(NamedTuple):
    """Rows ``wilayah,tahun,periode,kode,variabel,nilai,target,realisasi``, and the answer.

    ``said`` are the codes of the findings, in order, but for what is told of the region that had no
    conflict; of a result, what is named of it.
    """

    name: str
    rows: list[str]
    results: list[dict[str, Any]]
    said: str = ""
    ke: str | None = "34"
    waktu: str | None = None


def share(region: str, done: str, year: int = 2024, period: str = "tahunan") -> list[str]:
    settled, _, whole = done.partition("/")
    return [
        f"{region},{year},{period},{SHARE},konflik_diselesaikan,{settled},,",
        f"{region},{year},{period},{SHARE},konflik,{whole},,",
    ]


def shares(regions: tuple[str, ...] = YOGYA, period: str = "tahunan") -> list[str]:
    told = zip(regions, DONE, strict=False)
    return [row for region, done in told for row in share(region, done, period=period)]


def counts(values: dict[str, object], year: int = 2024, period: str = "tahunan") -> list[str]:
    return [f"{one},{year},{period},{COUNT},konflik,{value},," for one, value in values.items()]


def printed(values: dict[str, object], kode: str, year: int = 2024) -> list[str]:
    return [f"{one},{year},tahunan,{kode},,,,{value}" for one, value in values.items()]


def covered(there: int, wanted: int, *missing: str) -> dict[str, Any]:
    return {"melapor": there, "seharusnya": wanted, "kurang": [*missing]}


WHOLE: Final = {"nilai": "75.00", "status": "lengkap", "cakupan": covered(5, 5)}
PART: Final = {"nilai": "75.00", "status": "belum_lengkap", "cakupan": covered(4, 5, "34.71")}
FOUR: Final = YOGYA[:4]
QUARTERS: Final = [f"triwulan-{number}" for number in range(1, 5)]

CASES: Final = [
    Case("all regions report, one of them none", shares(), [WHOLE]),
    Case("one region is missing", shares(FOUR), [PART]),
    Case(
        "a survey index is not added",
        printed(dict(zip(YOGYA, (90, 70, 85, 75, 80), strict=True)), SURVEY),
        [
            {
                "nilai": None,
                "status": "tidak_terdefinisi",
                "cakupan": covered(5, 5),
                "sebaran": {
                    "n": 5,
                    "min": "70",
                    "kuartil_1": "75",
                    "median": "80",
                    "kuartil_3": "85",
                    "maks": "90",
                },
            }
        ],
        "IKU473",
    ),
    Case(
        "quartiles between two values",
        printed(dict(zip(FOUR, ('"70,00"', '"75,00"', '"80,00"', '"90,00"'), strict=True)), SURVEY),
        [
            {
                "status": "tidak_terdefinisi",
                "cakupan": covered(4, 5, "34.71"),
                "sebaran": {
                    "n": 4,
                    "min": "70.00",
                    "kuartil_1": "73.75",
                    "median": "77.50",
                    "kuartil_3": "82.50",
                    "maks": "90.00",
                },
            }
        ],
        "IKU473",
    ),
    Case("the province counts the same", [*shares(), *share("34", "15/20")], [WHOLE]),
    Case("the province counts another", [*shares(), *share("34", "16/20")], [WHOLE], "IKU471"),
    Case("the province prints the same", [*shares(), *printed({"34": 75}, SHARE)], [WHOLE]),
    Case(
        "the province prints another",
        [*shares(), *printed({"34": '"74,99"'}, SHARE)],
        [WHOLE],
        "IKU471",
    ),
    Case("others may have the rest", [*shares(FOUR), *share("34", "20/30")], [PART]),
    Case("some have more than all", [*shares(FOUR), *share("34", "10/19")], [PART], "IKU472"),
    Case("a share of some proves nothing", [*shares(FOUR), *printed({"34": 10}, SHARE)], [PART]),
    Case("told twice alike", [*shares(), *printed({}, SHARE), *share("34.01", "4/5")], [WHOLE]),
    Case(
        "no region twice in the nation",
        [*shares(), *share("34", "15/20")],
        [{"wilayah": "0", "nilai": "75.00", "status": "belum_lengkap"}],
        "IKU474",
        ke="0",
    ),
    Case(
        "provinces of the nation",
        counts({"11": 3, "12": 4}),
        [{"wilayah": "0", "nilai": "7", "status": "belum_lengkap"}],
        ke="0",
    ),
    Case(
        "quarters of one region",
        [
            row
            for number, one in enumerate(QUARTERS)
            for row in share("34.01", DONE[number], period=one)
        ],
        [
            {
                "wilayah": "34.01",
                "periode": "tahunan",
                "nilai": "75.00",
                "status": "lengkap",
                "cakupan": covered(4, 4),
            }
        ],
        ke=None,
        waktu="tahunan",
    ),
    Case(
        "three quarters are no year",
        [
            row
            for number, one in enumerate(QUARTERS[:3])
            for row in share("34.01", DONE[number], period=one)
        ],
        [{"nilai": None, "status": "belum_lengkap", "cakupan": covered(3, 4, "triwulan-4")}],
        "IKU454",
        ke=None,
        waktu="tahunan",
    ),
    Case(
        "regions and quarters together",
        [
            row
            for region in YOGYA
            for one in QUARTERS
            if (region, one) != ("34.71", "triwulan-4")
            for row in counts({region: 1}, period=one)
        ],
        [{"nilai": "16", "status": "belum_lengkap", "cakupan": covered(4, 5, "34.71")}],
        "IKU454",
        waktu="tahunan",
    ),
    Case(
        "of a stock the last quarter counts",
        [
            f"{region},2024,{one},{STOCK},ormas_terdaftar,{10 * (number + 1)},,"
            for region in YOGYA
            for number, one in enumerate(QUARTERS)
        ],
        [{"nilai": "200", "status": "lengkap", "cakupan": covered(5, 5)}],
        waktu="tahunan",
    ),
    Case(
        "quarters stay apart",
        [row for one in QUARTERS for row in shares(period=one)],
        [{"periode": one, **WHOLE} for one in QUARTERS],
    ),
    Case(
        "a region that did not exist yet",
        [*counts({"64.01": 5, "65.04": 2}, year=2005)],
        [{"wilayah": "64", "nilai": "5", "status": "belum_lengkap"}],
        "IKU317",
        ke="64",
    ),
    Case(
        "a region of a province that did not exist yet",
        counts({"64.01": 5, "65.01": 2}, year=2005),
        [{"wilayah": "64", "nilai": "7", "status": "belum_lengkap"}],
        ke="64",
    ),
    Case(
        "counts that are printed are added",
        printed(dict.fromkeys(YOGYA, 2), COUNT),
        [{"nilai": "10", "status": "lengkap", "cakupan": covered(5, 5)}],
    ),
    Case(
        "shares that are printed are not",
        [*shares(FOUR), *printed({"34.71": 80}, SHARE)],
        [PART],
        "IKU470",
    ),
    Case("a code that is none", [*shares(FOUR), *share("34.99", "1/1")], [PART], "IKU300"),
    Case(
        "numbers that cannot be",
        [*shares(FOUR), *share("34.71", "4/3")],
        [PART],
        "IKU405 IKU470",
    ),
    Case(
        "a variable is missing",
        [*shares(FOUR), *share("34.71", "0/0")[:1]],
        [PART],
        "IKU401 IKU470",
    ),
    Case(
        "nothing happened anywhere",
        [row for region in YOGYA for row in share(region, "0/0")],
        [
            {
                "nilai": None,
                "status": "tidak_terdefinisi",
                "cakupan": covered(5, 5),
                "masukan": {"konflik_diselesaikan": "0", "konflik": "0"},
            }
        ],
        "IKU407",
    ),
    Case(
        "each year by its own version",
        [
            *(
                f"34.01,2019,tahunan,KBP-POL-02,{n},{v},,"
                for n, v in (("pengguna_hak_pilih", 8), ("dpt", 10))
            ),
            *(
                f"34.01,2024,tahunan,KBP-POL-02,{n},{v},,"
                for n, v in (("pengguna_hak_pilih", 8), ("dpt", 8), ("dpk", 2))
            ),
        ],
        [
            {"tahun": 2019, "versi": "2019", "nilai": "80.00"},
            {"tahun": 2024, "versi": "2024", "nilai": "80.00"},
        ],
        "IKU316",
    ),
    Case(
        "the target of the province itself",
        [*shares(), f"34,2024,tahunan,{SHARE},,,90,"],
        [{**WHOLE, "target": "90", "capaian": "83.33", "predikat": "Tinggi"}],
    ),
    Case(
        "no achievement of a part",
        [*shares(FOUR), f"34,2024,tahunan,{SHARE},,,90,"],
        [{**PART, "target": "90", "capaian": None}],
    ),
    Case(
        "deaths add up, people do not over time",
        [
            f"{region},2024,{one},{DEATHS},{name},{value},,"
            for region in YOGYA
            for one in ("semester-1", "semester-2")
            for name, value in (("meninggal", 1), ("penduduk", 100_000))
        ],
        [{"nilai": "2.00", "status": "lengkap", "cakupan": covered(5, 5)}],
        waktu="tahunan",
    ),
    Case(
        "other provinces are not asked for",
        [*shares(), *counts({"33.01": 1})],
        [WHOLE],
        "IKU476",
    ),
    Case(
        "without a goal, one level up",
        [*counts(dict.fromkeys(YOGYA, 1)), *counts({"33.01": 1})],
        [{"wilayah": "33", "nilai": "1"}, {"wilayah": "34", "nilai": "5"}],
        ke=None,
    ),
]


def read(rows: list[str], name: str = "a.csv") -> iku.Reports:
    header = "wilayah,tahun,periode,kode,variabel,nilai,target,realisasi"
    return iku.read_reports("\n".join([header, *rows, ""]).encode(), name=name)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_answer_is_the_one_worked_out_by_hand(case: Case, katalog: iku.Catalog) -> None:
    found = iku.rollup(read(case.rows), katalog, ke=case.ke, waktu=case.waktu)
    answer = found.as_dict()
    told = [
        {key: one.get(key) for key in wanted}
        for one, wanted in zip(answer["hasil"], case.results, strict=True)
    ]
    assert told == case.results
    # A share of no conflicts is undefined; of a region whose zeros are added that is not told.
    assert sorted({one.kode for one in found.semua_temuan}) == case.said.split()


def test_a_region_told_twice_otherwise_is_left_out_whichever_came_first(
    katalog: iku.Catalog,
) -> None:
    one = read(counts({"34.01": 1, "34.02": 2}))
    other = read(counts({"34.01": 3}), "b.csv")
    for reports in (one + other, other + one):
        found = iku.rollup(reports, katalog, ke="34")
        (result,) = found
        assert (str(result.nilai), result.cakupan.melapor if result.cakupan else 0) == ("2", 1)
        assert sorted({one.kode for one in found.semua_temuan}) == ["IKU314", "IKU470"]
