"""Strange tables to roll up, each with the answer that a person works out from the page.

A result is region, year, period, code, value, status, how many report, of how many; ``None`` in the
last two where the page does not say. ``said`` are the codes about a roll-up in all findings, in
order; ``?`` in front of one leaves open whether it is said.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from tests.bulk.by_the_page import Row

SHARE, COUNT, STOCK, DEATHS = "KBP-WAS-02", "KBP-WAS-09", "KBP-ORM-03", "KBP-WAS-04"
SURVEY, PLANS, FORUMS, PARTIES = "KBP-UMM-01", "KBP-WAS-11", "KBP-ESB-09", "KBP-POL-13"
ANSWERS: Final = "KBP-IDE-06"
DRUGS, TERROR, MONEY, INDEX = "KBP-ESB-05", "KBP-WAS-23", "KBP-POL-04", "KBP-POL-01"
YOGYA: Final = ("34.01", "34.02", "34.03", "34.04", "34.71")
QUARTERS: Final = tuple(f"triwulan-{one}" for one in range(1, 5))
YEARLY: Final = "tahunan"
PART, FULL, NONE = "belum_lengkap", "lengkap", "tidak_terdefinisi"
Result = tuple[str, int, str, str, str | None, str | None, int | None, int | None]


class Case(NamedTuple):
    """A table, what is asked, and what is right.

    Attributes:
        rows: a row an item.
        results: what is right.
        said: the codes that are said of it.
        only: the one way in which the table can be told (``rows``, ``csv``, ``frame``); else all.
    """

    rows: list[Row]
    results: list[Result]
    said: str = ""
    ke: str | None = "34"
    waktu: str | None = None
    only: str = ""


def row(region: Any, code: str, year: Any = 2024, period: str | None = YEARLY, **told: Any) -> Row:  # noqa: ANN401  # cells
    return {"wilayah": region, "tahun": year, "periode": period, "kode": code, **told}


def count(region: Any, number: Any, **more: Any) -> Row:  # noqa: ANN401  # cells
    return row(region, **{"code": COUNT, **more}, konflik=number)


def share(region: Any, done: Any, all_: Any, **more: Any) -> Row:  # noqa: ANN401  # cells
    return row(region, SHARE, **more, konflik_diselesaikan=done, konflik=all_)


def deaths(region: str, dead: int, people: int | None, **more: Any) -> Row:  # noqa: ANN401  # cells
    return row(region, DEATHS, **more, meninggal=dead, penduduk=people)


def quarters(region: str, numbers: tuple[Any, ...], code: str = COUNT) -> list[Row]:
    name = {COUNT: "konflik", STOCK: "ormas_terdaftar", PARTIES: "parpol"}[code]
    told = zip(QUARTERS, numbers, strict=False)
    return [row(region, code, period=period, **{name: one}) for period, one in told]


def halves(*numbers: int) -> list[Row]:
    return [count("34.01", one, period=f"semester-{at}") for at, one in enumerate(numbers, 1)]


def all_count(*numbers: Any) -> list[Row]:  # noqa: ANN401  # cells
    return [count(region, one) for region, one in zip(YOGYA, numbers, strict=False)]


def all_share(*pairs: tuple[Any, Any]) -> list[Row]:
    return [share(region, *one) for region, one in zip(YOGYA, pairs, strict=False)]


def of(
    value: str | None,
    status: str | None,
    there: int | None,
    wanted: int | None,
    code: str = COUNT,
    region: str = "34",
    *,
    period: str = YEARLY,
    year: int = 2024,
) -> Result:
    return region, year, period, code, value, status, there, wanted


FIVE: Final = all_share((4, 5), (3, 4), (6, 8), (2, 3), (0, 0))
"""Settled conflicts of all: together 15 of 20."""
WHOLE: Final = of("75.00", FULL, 5, 5, SHARE)

CASES: Final[dict[str, Case]] = {
    # -------------------------------------------------------------------- told twice
    "twice alike counts once": Case(
        [count("34.01", 4), count("34.01", 4), count("34.02", 1)], [of("5", PART, 2, 5)]
    ),
    "twice otherwise is left out": Case(
        [count("34.01", 4), count("34.01", 5), count("34.02", 1)], [of("1", PART, 1, 5)], "IKU470"
    ),
    "one region under two spellings counts once": Case(
        [count("34.01", 4), count("3401", 4), count("34.02", 1)], [of("5", PART, 2, 5)]
    ),
    "two spellings that contradict are left out": Case(
        [count("34.01", 4), count("3401", 5), count("34.02", 1)], [of("1", PART, 1, 5)], "IKU470"
    ),
    "a region that is called by name is no code": Case(
        [count("Kabupaten Bantul", 4), count("34.71", 3)], [of("3", PART, 1, 5)]
    ),
    "codes of indicators in small letters and with blanks": Case(
        [count("34.01", 4, code="kbp-was-09"), count("34.02", 3, code=" KBP-WAS-09 ")],
        [of("7", PART, 2, 5)],
    ),
    # -------------------------------------------------------------------- rows of higher regions
    "a province that counts the same": Case([*FIVE[:2], share("34", 15, 20), *FIVE[2:]], [WHOLE]),
    "a province in front that counts more": Case([share("34", 16, 20), *FIVE], [WHOLE], "IKU471"),
    "a province that tells one variable, another": Case(
        [*FIVE, share("34", None, 19)], [WHOLE], "IKU471"
    ),
    "a province that tells one variable, the same": Case([*FIVE, share("34", None, 20)], [WHOLE]),
    "a printed half that is rounded up": Case(
        [*all_share((1, 8), (0, 0), (0, 0), (0, 0), (0, 0)), row("34", SHARE, realisasi="13")],
        [of("12.50", FULL, 5, 5, SHARE)],
    ),
    "a printed half that is cut off": Case(
        [*all_share((1, 8), (0, 0), (0, 0), (0, 0), (0, 0)), row("34", SHARE, realisasi="12")],
        [of("12.50", FULL, 5, 5, SHARE)],
    ),
    "a printed count below that of some": Case(
        [*all_count(4, 6), row("34", COUNT, realisasi="9")], [of("10", PART, 2, 5)], "IKU472"
    ),
    "a printed count equal to that of some": Case(
        [*all_count(4, 6), row("34", COUNT, realisasi="10")], [of("10", PART, 2, 5)]
    ),
    "a nation amid its provinces that counts less": Case(
        [deaths("11", 1, 10**6), deaths("0", 3, 10**8), deaths("12", 3, 10**6)],
        [of("0.20", PART, 2, 38, DEATHS, "0")],
        "IKU472",
        ke="0",
    ),
    "a nation alone is not made of itself": Case([deaths("0", 3, 10**8)], [], "IKU474", ke="0"),
    "a province alone is not made of itself": Case([share("34", 15, 20)], [], "IKU474"),
    "a province stands for regencies of which none tells all": Case(
        [deaths("34", 2, 10**6), deaths("34.01", 1, None), deaths("33.01", 2, 10**6)],
        [of("0.20", PART, 2, 514 - 5 + 1, DEATHS, "0")],
        "?IKU470 IKU474",
        ke="0",
    ),
    "no province twice in a nation": Case(
        [*FIVE, share("34", 40, 80), share("33.01", 0, 4)],
        [of("62.50", PART, 6, 514, SHARE, "0")],
        "IKU474",
        ke="0",
    ),
    # -------------------------------------------------------------------- the year
    "a region's own year before its quarters": Case(
        [*quarters("34.01", (1, 1, 1, 1)), count("34.01", 9)],
        [of("9", FULL, None, None, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "year and quarters stay apart where no year is asked for": Case(
        [*quarters("34.01", (1, 2)), count("34.01", 9)],
        [
            of("9", PART, 1, 5),
            of("1", PART, 1, 5, period="triwulan-1"),
            of("2", PART, 1, 5, period="triwulan-2"),
        ],
    ),
    "three quarters of a count": Case(
        quarters("34.01", (1, 2, 3)),
        [of(None, PART, 3, 4, region="34.01")],
        "IKU454",
        ke=None,
        waktu=YEARLY,
    ),
    "the last quarter of a stock alone": Case(
        quarters("34.01", (1, 2, 3, 4), STOCK)[3:],
        [of("4", FULL, 1, 4, STOCK, "34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a quarter without one of its variables": Case(
        [share("34.01", 1, None if one == "triwulan-2" else 2, period=one) for one in QUARTERS],
        [of(None, PART, 3, 4, SHARE, "34.01")],
        "?IKU454 ?IKU470",
        ke=None,
        waktu=YEARLY,
    ),
    "four quarters of nothing are a count": Case(
        quarters("34.01", (0, 0, 0, 0)),
        [of("0", FULL, 4, 4, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "four quarters of nothing are no share": Case(
        [share("34.01", 0, 0, period=one) for one in QUARTERS],
        [of(None, NONE, 4, 4, SHARE, "34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a stray month beside four quarters": Case(
        [*quarters("34.01", (1, 1, 1, 1)), count("34.01", 1, period="bulan-02")],
        [of("4", FULL, 4, 4, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a total up to the end of the year": Case(
        [count("34.01", 7, period="sd-triwulan-4"), count("34.01", 5, period="sd-triwulan-2")],
        [of("7", FULL, None, None, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a total up to the end of the year in a province": Case(
        [count("34.01", 7, period="sd-triwulan-4"), count("34.02", 5)],
        [of("12", PART, 2, 5)],
        waktu=YEARLY,
    ),
    "a total up to the end of the year beside all quarters": Case(
        [*quarters("34.01", (1, 2, 3, 4)), count("34.01", 11, period="sd-bulan-12")],
        [of("11", PART, 1, 5)],
        waktu=YEARLY,
    ),
    "two totals up to the end of the year that differ": Case(
        [count("34.01", 7, period="sd-triwulan-4"), count("34.01", 8, period="sd-bulan-12")],
        [of(None, PART, None, None, region="34.01")],
        "IKU470",
        ke=None,
        waktu=YEARLY,
    ),
    "the first half in two spellings is no year": Case(
        [count("34.01", 5, period="sd-triwulan-2"), *halves(5)],
        [of(None, PART, 1, 2, region="34.01")],
        "IKU454",
        ke=None,
        waktu=YEARLY,
    ),
    "the first half in two spellings counts once": Case(
        [count("34.01", 5, period="sd-bulan-06"), *halves(5, 4)],
        [of("9", PART, 1, 5)],
        waktu=YEARLY,
    ),
    "the first half in two spellings that contradict": Case(
        [*halves(5, 4), count("34.01", 6, period="sd-semester-1"), count("34.02", 1)],
        [of("1", PART, 1, 5)],
        "IKU470",
        waktu=YEARLY,
    ),
    "a stock at the end of the last quarter beside a first half": Case(
        [
            *quarters("34.01", (1, 2, 3, 4), STOCK)[3:],
            row("34.01", STOCK, period="semester-1", ormas_terdaftar=2),
        ],
        [of("4", PART, 1, 5, STOCK)],
        waktu=YEARLY,
    ),
    "a total up to June is no year": Case(
        [count("34.01", 5, period="sd-triwulan-2")],
        [of(None, PART, None, None, region="34.01")],
        "IKU454",
        ke=None,
        waktu=YEARLY,
    ),
    "a stock that is not added over regions lasts to the end of the year": Case(
        quarters("34.01", (7, 8, 9, 10), PARTIES),
        [of("10", FULL, 4, 4, PARTIES, "34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "quarters of a survey make no year": Case(
        [row("34.71", SURVEY, period=one, realisasi="80,10") for one in QUARTERS],
        [of(None, None, None, None, SURVEY, "34.71")],
        "IKU465",
        ke=None,
        waktu=YEARLY,
    ),
    "the target of a year whose numbers come by quarters": Case(
        [
            *(share(one, 3, 4, period=each) for one in YOGYA for each in QUARTERS),
            row("34", SHARE, target=90),
        ],
        [WHOLE],
        waktu=YEARLY,
    ),
    # -------------------------------------------------------------------- nothing, what cannot be
    "all numbers are missing": Case(
        [count(one, None) for one in YOGYA], [of(None, PART, 0, 5)], "?IKU470"
    ),
    "a half of a conflict": Case(all_count(1, 2.5), [of("1", PART, 1, 5)], "IKU470"),
    "a whole number with a point": Case(all_count(1, 2.0), [of("3", PART, 2, 5)]),
    "less than nothing": Case(all_count(1, -1), [of("1", PART, 1, 5)], "IKU470"),
    "a truth is no number": Case(all_count(1, True), [of("1", PART, 1, 5)], "?IKU470", only="rows"),
    "a number that is none": Case(
        [share("34.01", 1, 2), share("34.02", 1, float("nan"))],
        [of("50.00", PART, 1, 5, SHARE)],
        "IKU470",
        only="rows",
    ),
    "an indicator that nobody knows": Case(
        [count("34.01", 4), count("34.01", 4, code="KBP-WAS-99")], [of("4", PART, 1, 5)]
    ),
    "more settled than there were": Case(
        all_share((1, 2), (3, 2)), [of("50.00", PART, 1, 5, SHARE)], "IKU470"
    ),
    # -------------------------------------------------------------------- huge, ties
    "counts beyond doubles": Case(
        all_share((10**30, 3 * 10**30), (0, 0), (0, 0), (0, 0), (0, 0)),
        [of("33.33", FULL, 5, 5, SHARE)],
        only="rows",
    ),
    "sums beyond doubles": Case(
        all_count(2**53, 1, 0, 0, 0), [of(str(2**53 + 1), FULL, 5, 5)], only="rows"
    ),
    "a half of the last digit": Case(
        all_share((1, 400), (0, 400), (0, 0), (0, 0), (0, 0)), [of("0.13", FULL, 5, 5, SHARE)]
    ),
    # -------------------------------------------------------------------- levels, years, versions
    "shares that need a released value are added without it": Case(
        [
            row("34.01", PLANS, aksi_terlaksana=3, aksi_direncanakan=4, nilai_rilis=10),
            row("34.02", PLANS, aksi_terlaksana=0, aksi_direncanakan=4),
        ],
        [of("37.50", PART, 2, 5, PLANS)],
    ),
    "a product with what is not added": Case(
        [row(one, MONEY, suara_sah=10, nilai_per_suara=1000) for one in YOGYA],
        [of(None, NONE, 5, 5, MONEY)],
        "IKU473",
    ),
    "an indicator of provinces in its province": Case(
        [row("34", FORUMS, fkub_berfungsi=4, kabupaten_kota=5)], [of("80.00", FULL, 1, 1, FORUMS)]
    ),
    "an indicator of provinces in the nation": Case(
        [
            row("34", FORUMS, fkub_berfungsi=4, kabupaten_kota=5),
            row("31", FORUMS, fkub_berfungsi=3, kabupaten_kota=5),
        ],
        [of("70.00", PART, 2, 38, FORUMS, "0")],
        ke="0",
    ),
    "an indicator of the nation alone": Case(
        [row("0", TERROR, insiden_lalu=10, insiden_kini=4)],
        [of("60.00", FULL, 1, 1, TERROR, "0")],
        ke="nasional",
    ),
    "a definition that was released and is computed now": Case(
        [
            *(row(one, DRUGS, 2018, nilai_rilis=n) for one, n in (("11", 2), ("12", 3))),
            *(
                row(one, DRUGS, 2019, penyalahguna=n, penduduk_15_64=100)
                for one, n in (("11", 2), ("12", 3))
            ),
        ],
        [
            of(None, NONE, 2, 34, DRUGS, "0", year=2018),
            of("2.50", PART, 2, 34, DRUGS, "0", year=2019),
        ],
        "IKU473",
        ke="0",
    ),
    "a regency of today in the province of its year": Case(
        [count("93.01", 4, year=2018), count("91.03", 3, year=2018)],
        [of("7", PART, 2, 29, region="91", year=2018)],
        ke="91",
    ),
    "an old code of Papua": Case(
        [count("91.01", 4, year=2018), count("91.03", 3, year=2018)],
        [of("7", PART, 2, 29, region="91", year=2018)],
        ke="Papua",
    ),
    "a city in the province it came from": Case(
        [count("96.71", 4, year=2018)],
        [of("4", PART, 1, 13, region="92", year=2018)],
        ke="provinsi",
    ),
    "a regency before its law": Case(
        [count("65.04", 4, year=2005), count("64.01", 3, year=2005)],
        [of("3", PART, 1, 13, region="64", year=2005)],
        "?IKU470",
        ke="provinsi",
    ),
    "a district is its own goal": Case(
        [count("34.01", 4), count("34.02", 3)],
        [of("4", FULL, 1, 1, region="34.01")],
        "?IKU476",
        ke="34.01",
    ),
    "nothing of the goal is there": Case([count("33.01", 4)], [], "IKU476"),
    # -------------------------------------------------------------------- seen at the first trial
    "a plan whose parts are added though its release is not": Case(
        [
            row(
                "34.01", PLANS, period=f"caturwulan-{one}", aksi_terlaksana=one, aksi_direncanakan=4
            )
            for one in (1, 2, 3)
        ],
        [of("50.00", FULL, 3, 3, PLANS, "34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "halves of a year that both lack a number": Case(
        [share("34.01", 1, None, period=f"semester-{one}") for one in (1, 2)],
        [of(None, PART, 0, 2, SHARE, "34.01")],
        "IKU454",
        ke=None,
        waktu=YEARLY,
    ),
    "a year that breaks a rule its months keep": Case(
        [deaths("34.01", 3, 5, period=one) for one in QUARTERS],
        [of(None, PART, 0, 5, DEATHS)],
        "?IKU454 ?IKU470",
        waktu=YEARLY,
    ),
    "a survey that nobody answered is reported": Case(
        [
            row("34.01", ANSWERS, responden_baik=0, responden=0),
            row("34.02", ANSWERS, responden_baik=1, responden=2),
        ],
        [of(None, NONE, 2, 5, ANSWERS)],
        "IKU473",
    ),
    "a province with a target alone stands for nobody": Case(
        [deaths("34.01", 2, 10**6), row("33", DEATHS, target=2)],
        [of("0.20", PART, 1, 514, DEATHS, "0")],
        ke="0",
    ),
    "a province with a share alone stands for nobody": Case(
        [deaths("34.01", 2, 10**6), row("33", DEATHS, realisasi="0,2")],
        [of("0.20", PART, 1, 514, DEATHS, "0")],
        "IKU470",
        ke="0",
    ),
    "the index of a province is none of regencies": Case(
        [row(one, SURVEY, realisasi="80,10") for one in ("34.01", "33")],
        [of(None, NONE, 1, 514, SURVEY, "0")],
        "IKU473 IKU474",
        ke="0",
    ),
    # -------------------------------------------------------------------- periods in longer ones
    # More in a part than in what it lies in: the code by which `validate` tells it, no other value.
    "a quarter of more than its half of the year": Case(
        [*halves(10, 10), *quarters("34.01", (12, 3, 3, 3))],
        [of("21", FULL, 4, 4, region="34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    "a quarter of more than its half tells its province": Case(
        [
            *halves(10, 10),
            *quarters("34.01", (3, 3, 3, 12)),
            *(count(one, 1) for one in YOGYA[1:]),
        ],
        [of("25", FULL, 5, 5)],
        "IKU443",
        waktu=YEARLY,
    ),
    "a target of the year leaves it made of its parts": Case(
        [
            *halves(10, 10),
            *quarters("34.01", (12, 3, 3, 3)),
            row("34.01", COUNT, target=30),
        ],
        [of("21", FULL, 4, 4, region="34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    "halves and one quarter of more than the first": Case(
        [*halves(10, 10), *quarters("34.01", (12,))],
        [of("20", FULL, 2, 2, region="34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    "a month of more than its quarter": Case(
        [
            *quarters("34.01", (5, 9, 9, 9)),
            *(
                count("34.01", 8 if one == 2 else 0, period=f"bulan-{one:02}")
                for one in range(1, 13)
            ),
        ],
        [of("8", FULL, 12, 12, region="34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    "a third of more than the half it lies in": Case(
        [
            *halves(10, 10),
            *(
                count("34.01", one, period=f"caturwulan-{at}")
                for at, one in ((1, 11), (2, 4), (3, 4))
            ),
        ],
        [of("19", FULL, 3, 3, region="34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    "a share whose quarter counts more than its half": Case(
        [
            *(share("34.01", 1, 4, period=f"semester-{one}") for one in (1, 2)),
            *(share("34.01", 1, 5, period=one) for one in QUARTERS),
        ],
        [of("20.00", FULL, 4, 4, SHARE, "34.01")],
        "IKU443",
        ke=None,
        waktu=YEARLY,
    ),
    # No part alone is more than what it lies in, and sums are not what that code says.
    "quarters as large as their halves": Case(
        [*halves(10, 10), *quarters("34.01", (5, 5, 10, 0))],
        [of("20", FULL, 4, 4, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "quarters that are together less than their halves": Case(
        [*halves(10, 10), *quarters("34.01", (1, 1, 1, 1))],
        [of("4", FULL, 4, 4, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a third that lies in no half": Case(
        [
            *halves(10, 10),
            *(
                count("34.01", one, period=f"caturwulan-{at}")
                for at, one in ((1, 1), (2, 15), (3, 1))
            ),
        ],
        [of("17", FULL, 3, 3, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a stock may shrink within its half of the year": Case(
        [
            *(row("34.01", STOCK, period=f"semester-{one}", ormas_terdaftar=5) for one in (1, 2)),
            *quarters("34.01", (9, 5, 9, 5), STOCK),
        ],
        [of("5", FULL, 4, 4, STOCK, "34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "a year that is reported is taken, whatever its parts": Case(
        [count("34.01", 20), *halves(10, 10), *quarters("34.01", (12, 3, 3, 2))],
        [of("20", FULL, 1, 1, region="34.01")],
        ke=None,
        waktu=YEARLY,
    ),
    "periods by themselves are no choice of one of them": Case(
        [*halves(10, 10), *quarters("34.01", (12, 3, 3, 3))],
        [
            of(str(number), PART, 1, 5, period=period)
            for period, number in (
                *((f"semester-{one}", 10) for one in (1, 2)),
                *zip(QUARTERS, (12, 3, 3, 3), strict=True),
            )
        ],
    ),
    # -------------------------------------------------------------------- cells of libraries
    "codes that are numbers": Case(
        [count(3401, 4), count(3402, 3)], [of("7", PART, 2, 5)], only="frame"
    ),
    "years with a point": Case(
        [count("34.01", 4, year=2024.0), count("34.02", 3, year=2024.0)],
        [of("7", PART, 2, 5)],
        only="frame",
    ),
    "a period that is not told is the year": Case(
        [count("34.01", 4, period=None), count("34.02", 3)], [of("7", PART, 2, 5)]
    ),
    "no year anywhere": Case([count("34.01", 4, year=None)], [], only="frame"),
    "no rows": Case([], [], only="csv"),
}
SPREADS: Final[dict[tuple[str, ...], tuple[str, ...]]] = {
    ("80",): ("80", "80", "80", "80", "80"),
    ("80", "81"): ("80", "80.25", "80.5", "80.75", "81"),
    ("90", "70", "80"): ("70", "75", "80", "85", "90"),
    ("75.01", "75.02", "75.02", "75.05"): ("75.01", "75.0175", "75.02", "75.0275", "75.05"),
    ("30", "30", "30", "30", "100"): ("30", "30", "30", "30", "100"),
}
"""Values of a survey, and the least, the quartiles and the most."""

RANKS: Final[dict[str, tuple[list[Row], list[tuple[str, int | None]]]]] = {
    "equal shares have one rank": (
        all_share((4, 5), (8, 10), (1, 2), (0, 0), (9, 10)),
        [("34.71", 1), ("34.01", 2), ("34.02", 2), ("34.03", 4), ("34.04", None)],
    ),
    "fewer deaths are better": (
        [deaths("34.01", 2, 10**6), deaths("34.02", 1, 10**6), deaths("34.03", 2, 10**6)],
        [("34.02", 1), ("34.01", 2), ("34.03", 2)],
    ),
    "one region alone has no rank": ([share("34.01", 1, 2)], []),
}
"""Rows, and regions with their ranks, in order."""
