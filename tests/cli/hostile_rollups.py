"""Roll-ups as offices hand them in, and what a person who knows the pages expects of each.

A result is region, year, period, code, value, status, how many report, of how many. ``said`` are
the codes that have to be told; one behind ``?`` may be told as well, and no other one of level
error or warning may.
"""

from __future__ import annotations

from typing import Final, NamedTuple

PART, FULL, NONE, WRONG = "belum_lengkap", "lengkap", "tidak_terdefinisi", "ditolak"
LONG: Final = "wilayah,tahun,periode,kode,variabel,nilai\n"
COUNT: Final = "wilayah,tahun,periode,kode,konflik\n"
SHARE: Final = "wilayah,tahun,periode,kode,konflik_diselesaikan,konflik,realisasi,target\n"
STOCK: Final = "wilayah,tahun,periode,kode,ormas_terdaftar\n"
PLANS: Final = "wilayah,tahun,periode,kode,aksi_terlaksana,aksi_direncanakan,nilai_rilis\n"
Expected = tuple[str, int, str, str, str | None, str | None, int | None, int | None]


class Hostile(NamedTuple):
    """Files by name, the words of the command behind them, and what is right.

    ``only`` is the one form of the file that it holds for, ``csv`` or ``xlsx``: a table of an
    office may call periods and regions by their names, a file of a program writes their codes.
    """

    files: dict[str, str]
    words: str
    results: list[Expected]
    said: str = ""
    status: int = 0
    only: str = ""


NAMED: Final = "".join(
    f"34.01,2024,{one},KBP-WAS-09,1\n"
    for one in ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
                "September", "Oktober", "November", "Desember")
)  # fmt: skip


def _months(region: str, numbers: dict[int, int]) -> str:
    return "".join(f"{region},2024,bulan-{one:02},KBP-WAS-09,{n}\n" for one, n in numbers.items())


def _one(
    text: str, words: str, results: list[Expected], said: str = "", status: int = 0
) -> Hostile:
    return Hostile({"lap.csv": text}, words, results, said, status)


def _was09(
    region: str,
    value: str | None,
    status: str,
    there: int | None,
    wanted: int | None,
    year: int = 2024,
    period: str = "tahunan",
) -> Expected:
    return region, year, period, "KBP-WAS-09", value, status, there, wanted


YEAR, TO34 = "--waktu tahunan", "--ke 34"
CASES: Final = {
    # ----------------------------------------------------------------- periods
    "twelve months": _one(
        COUNT + _months("34.01", dict.fromkeys(range(1, 13), 1)), YEAR,
        [_was09("34.01", "12", FULL, 12, 12)],
    ),
    "May is missing": _one(
        COUNT + _months("34.01", {one: 1 for one in range(1, 13) if one != 5}), YEAR,
        [_was09("34.01", None, PART, 11, 12)], "IKU454",
    ),
    "May is there without its number": _one(
        COUNT + _months("34.01", {one: 1 for one in range(1, 13) if one != 5})
        + "34.01,2024,bulan-05,KBP-WAS-09,\n", YEAR,
        [_was09("34.01", None, PART, 11, 12)], "IKU454 IKU401", 1,
    ),
    "a stock at the end of the year alone": _one(
        STOCK + "34.01,2024,bulan-12,KBP-ORM-03,8\n", YEAR,
        [("34.01", 2024, "tahunan", "KBP-ORM-03", "8", FULL, 1, 12)],
    ),
    "a stock without the end of the year": _one(
        STOCK + "".join(f"34.01,2024,triwulan-{one},KBP-ORM-03,8\n" for one in (1, 2, 3)), YEAR,
        [("34.01", 2024, "tahunan", "KBP-ORM-03", None, PART, 3, 4)], "IKU454",
    ),
    "each region in a way of its own": _one(
        COUNT
        + "".join(f"34.01,2024,triwulan-{one},KBP-WAS-09,1\n" for one in (1, 2, 3, 4))
        + "34.02,2024,semester-1,KBP-WAS-09,2\n34.02,2024,semester-2,KBP-WAS-09,3\n"
        + "34.03,2024,tahunan,KBP-WAS-09,6\n"
        + "".join(f"34.04,2024,caturwulan-{one},KBP-WAS-09,1\n" for one in (1, 2, 3))
        + _months("34.71", dict.fromkeys(range(1, 13), 1)),
        f"{TO34} {YEAR}", [_was09("34", "30", FULL, 5, 5)],
    ),
    "thirds and one stray month": _one(
        COUNT + "".join(f"34.01,2024,caturwulan-{one},KBP-WAS-09,3\n" for one in (1, 2, 3))
        + "34.01,2024,bulan-07,KBP-WAS-09,2\n", YEAR,
        [_was09("34.01", "9", FULL, 3, 3)],
    ),
    "quarters as people write them": _one(
        COUNT + "34.01,2024,TW I,KBP-WAS-09,1\n34.01,2024,Triwulan II,KBP-WAS-09,2\n"
        "34.01,2024,Q3,KBP-WAS-09,3\n34.01,2024,triwulan 4,KBP-WAS-09,4\n", YEAR,
        [_was09("34.01", "10", FULL, 4, 4)],
    )._replace(only="xlsx"),
    "quarters as people write them in a file": _one(
        COUNT + "34.01,2024,TW I,KBP-WAS-09,1\n34.01,2024,Triwulan II,KBP-WAS-09,2\n", YEAR, [],
        "IKU203", 1,
    )._replace(only="csv"),
    "months by their names": _one(
        COUNT + NAMED, YEAR, [_was09("34.01", "12", FULL, 12, 12)]
    )._replace(only="xlsx"),
    "months by their names in a file": _one(COUNT + NAMED, YEAR, [], "IKU203", 1)
    ._replace(only="csv"),
    # B-04 is January to April, and never the month of April: it is no period of a report.
    "reports B-04, B-08 and B-12": _one(
        PLANS + "".join(f"34.01,2024,{one},KBP-WAS-11,1,2,\n" for one in ("B-04", "B-08", "B-12")),
        YEAR, [], "IKU203", 1,
    )._replace(only="csv"),
    "running totals up to the end": _one(
        COUNT + "34.01,2024,sd-triwulan-2,KBP-WAS-09,4\n34.01,2024,sd-triwulan-4,KBP-WAS-09,9\n",
        YEAR, [_was09("34.01", "9", FULL, 1, 1)],
    ),
    "half a year counted up, and the rest": _one(
        COUNT + "34.01,2024,sd-triwulan-2,KBP-WAS-09,4\n34.01,2024,semester-2,KBP-WAS-09,5\n",
        YEAR, [_was09("34.01", "9", FULL, 2, 2)],
    ),
    "a quarter of more than its half": _one(
        COUNT + "".join(f"34.01,2024,semester-{one},KBP-WAS-09,10\n" for one in (1, 2))
        + "".join(f"34.01,2024,triwulan-{one},KBP-WAS-09,{n}\n"
                  for one, n in ((1, 12), (2, 3), (3, 3), (4, 3))), YEAR,
        [_was09("34.01", "21", FULL, 4, 4)], "IKU443",
    ),
    "shares of quarters are not averaged": _one(
        SHARE + "34.01,2024,semester-1,KBP-WAS-02,1,1,,\n34.01,2024,semester-2,KBP-WAS-02,0,3,,\n",
        YEAR, [("34.01", 2024, "tahunan", "KBP-WAS-02", "25.00", FULL, 2, 2)],
    ),
    "releases by thirds make no year": _one(
        PLANS + "".join(f"34.01,2024,caturwulan-{one},KBP-WAS-11,,,8{one}\n" for one in (1, 2, 3)),
        YEAR, [("34.01", 2024, "tahunan", "KBP-WAS-11", None, PART, 0, 3)], "IKU454",
    ),
    # ----------------------------------------------------------------- revised values
    "a revised value beside the first one": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,4\n34.01,2024,tahunan,KBP-WAS-09,5\n"
        "34.02,2024,tahunan,KBP-WAS-09,1\n", TO34,
        [_was09("34", "1", PART, 1, 5)], "IKU470 IKU314", 1,
    ),
    "the same value twice": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,4\n34.01,2024,tahunan,KBP-WAS-09,4\n", TO34,
        [_was09("34", "4", PART, 1, 5)], "IKU314", 1,
    ),
    "a revision in a file of its own": Hostile(
        {"a.csv": COUNT + "34.01,2024,triwulan-1,KBP-WAS-09,4\n",
         "b-revisi.csv": COUNT + "34.01,2024,triwulan-1,KBP-WAS-09,5\n"},
        TO34, [_was09("34", None, PART, 0, 5, period="triwulan-1")], "IKU470 IKU314", 1,
    ),
    "a revised quarter on the way to a year": _one(
        COUNT + "".join(f"34.01,2024,triwulan-{one},KBP-WAS-09,1\n" for one in (1, 2, 2, 3, 4))
        .replace("triwulan-2,KBP-WAS-09,1", "triwulan-2,KBP-WAS-09,7", 1), YEAR,
        [_was09("34.01", None, PART, 3, 4)], "IKU470 IKU314", 1,
    ),
    # ----------------------------------------------------------------- provinces that changed
    "Merauke before and after its province": _one(
        COUNT + "93.01,2018,tahunan,KBP-WAS-09,4\n93.01,2024,tahunan,KBP-WAS-09,5\n",
        "--ke provinsi", [_was09("91", "4", PART, 1, 29, 2018), _was09("93", "5", PART, 1, 4)],
    ),
    "Merauke by the code it had": _one(
        COUNT + "91.01,2018,tahunan,KBP-WAS-09,4\n", "--ke provinsi",
        [_was09("91", "4", PART, 1, 29, 2018)],
    ),
    "Merauke asked for in the province it is not in yet": _one(
        COUNT + "93.01,2018,tahunan,KBP-WAS-09,4\n", "--ke 93", [], "IKU476",
    ),
    "a code of BPS that is another region's": _one(
        COUNT + "9501,2024,tahunan,KBP-WAS-09,4\n", "--ke provinsi --sistem-kode bps",
        [_was09("93", "4", PART, 1, 4)],
    ),
    "a regency older than its province": _one(
        COUNT + "65.01,2005,tahunan,KBP-WAS-09,4\n", "--ke provinsi",
        [_was09("64", "4", PART, 1, 13, 2005)],
    ),
    # ----------------------------------------------------------------- codes of regions
    "codes and names as they come": _one(
        COUNT + "3401,2024,tahunan,KBP-WAS-09,1\n 34.02 ,2024,tahunan,KBP-WAS-09,2\n"
        "Kabupaten Gunungkidul,2024,tahunan,KBP-WAS-09,3\nKAB. SLEMAN,2024,tahunan,KBP-WAS-09,4\n"
        "Kota Yogyakarta,2024,tahunan,KBP-WAS-09,5\n", TO34,
        [_was09("34", "15", FULL, 5, 5)],
    )._replace(only="xlsx"),
    "names of regions in a file": _one(
        COUNT + "3401,2024,tahunan,KBP-WAS-09,1\nKAB. SLEMAN,2024,tahunan,KBP-WAS-09,4\n", TO34,
        [_was09("34", "1", PART, 1, 5)], "IKU305", 1,
    )._replace(only="csv"),
    "a code that a spreadsheet made a number": _one(
        COUNT + "34.1,2024,tahunan,KBP-WAS-09,4\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "2", PART, 1, 5)], "IKU302", 1,
    ),
    "a region that is none": _one(
        COUNT + "99.99,2024,tahunan,KBP-WAS-09,4\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "2", PART, 1, 5)], "IKU300", 1,
    ),
    "a region of the neighbour": _one(
        COUNT + "33.01,2024,tahunan,KBP-WAS-09,4\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "2", PART, 1, 5)], "IKU476",
    ),
    # ----------------------------------------------------------------- what cannot be added
    "an index of regencies": _one(
        "wilayah,tahun,kode,realisasi\n34.01,2024,KBP-UMM-01,80\n34.02,2024,KBP-UMM-01,90\n", TO34,
        [("34", 2024, "tahunan", "KBP-UMM-01", None, NONE, 2, 5)], "IKU473",
    ),
    "a percentage without its counts": _one(
        SHARE + "34.01,2024,tahunan,KBP-WAS-02,4,5,,\n34.02,2024,tahunan,KBP-WAS-02,,,80,\n", TO34,
        [("34", 2024, "tahunan", "KBP-WAS-02", "80.00", PART, 1, 5)], "IKU470", 1,
    ),
    "an index by quarters": _one(
        "wilayah,tahun,periode,kode,realisasi\n"
        "34.01,2024,triwulan-1,KBP-UMM-01,80\n34.01,2024,triwulan-2,KBP-UMM-01,90\n", YEAR,
        [("34.01", 2024, "tahunan", "KBP-UMM-01", None, NONE, 2, 4)], "IKU465",
    ),
    # ----------------------------------------------------------------- numbers
    "more settled than there were": _one(
        SHARE + "34.01,2024,tahunan,KBP-WAS-02,6,5,,\n34.02,2024,tahunan,KBP-WAS-02,1,2,,\n", TO34,
        [("34", 2024, "tahunan", "KBP-WAS-02", "50.00", PART, 1, 5)], "IKU405 IKU470", 1,
    ),
    "a count below nothing": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,-4\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "2", PART, 1, 5)], "IKU402 IKU470", 1,
    ),
    "no number, a dash": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,-\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "2", PART, 1, 5)], "IKU470 IKU401", 1,
    ),
    "thousands with a point": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,1.234\n34.02,2024,tahunan,KBP-WAS-09,2\n", TO34,
        [_was09("34", "1236", PART, 2, 5)], "?IKU052",
    ),
    # ----------------------------------------------------------------- the province itself
    "the province says another number": _one(
        COUNT + "".join(f"34.{one},2024,tahunan,KBP-WAS-09,1\n"
                        for one in ("01", "02", "03", "04", "71"))
        + "34,2024,tahunan,KBP-WAS-09,6\n", TO34,
        [_was09("34", "5", FULL, 5, 5)], "IKU471",
    ),
    "the province says less than is there": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,4\n34,2024,tahunan,KBP-WAS-09,3\n", TO34,
        [_was09("34", "4", PART, 1, 5)], "IKU472",
    ),
    "the province alone": _one(
        COUNT + "34,2024,tahunan,KBP-WAS-09,3\n", TO34, [], "IKU474",
    ),
    "a target of the province": _one(
        SHARE + "34,2024,tahunan,KBP-WAS-02,,,,90\n34.01,2024,tahunan,KBP-WAS-02,4,5,,\n", TO34,
        [("34", 2024, "tahunan", "KBP-WAS-02", "80.00", PART, 1, 5)],
    ),
    # ----------------------------------------------------------------- files that are none
    "a heading alone": _one(COUNT, TO34, [], "IKU042", 1),
    "a plan instead of a report": Hostile(
        {"renja.yaml": "jenis: rencana\nwilayah: '34.01'\nperiode: {mulai: 2025, selesai: 2029}\n"
                       "item:\n  - {nama: Jumlah konflik, satuan: kejadian, target: {2025: 3}}\n"},
        TO34, [], "IKU320", 1, "csv",
    ),
    "one region compared": _one(
        COUNT + "34.01,2024,tahunan,KBP-WAS-09,4\n", f"{TO34} --banding",
        [_was09("34", "4", PART, 1, 5)],
    ),
}  # fmt: skip
