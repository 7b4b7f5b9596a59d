"""Small odd tables as somebody who doubts would make them, column by column with its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import nan, nextafter
from typing import Any, Final

from tests.bulk.frames import Row
from tests.bulk.typed import Column, Columns

MONTHS: Final = tuple(f"bulan-{month:02}" for month in range(1, 13))
SHARE, DEATHS, STOCK, ACTIVE = "KBP-WAS-02", "KBP-WAS-04", "KBP-ORM-03", "KBP-ORM-04"
INDEX, ROOT, SURVEY, TURNOUT = "KBP-ESB-02", "KBP-ESB-03", "KBP-UMM-01", "KBP-POL-02"
GROWTH, FALL, MONEY, DEMOCRACY = "KBP-WAS-22", "KBP-WAS-23", "KBP-POL-04", "KBP-POL-01"
DRUGS, PLANS = "KBP-ESB-05", "KBP-WAS-11"


def floats(*cells: float | None) -> Column:
    return Column("float", cells)


def ints(*cells: int | None) -> Column:
    return Column("int", cells)


def texts(*cells: str | None) -> Column:
    return Column("text", cells)


def decimals(*cells: str | None) -> Column:
    return Column("decimal", [None if cell is None else Decimal(cell) for cell in cells])


def told(kode: Any = SHARE, **columns: Any) -> Columns:  # noqa: ANN401  # a cell or cells
    """Return a table of some columns; the keys that are not told are filled in, each row's own."""
    count = max(len(one.cells) for one in columns.values() if isinstance(one, Column))
    keys: dict[str, Any] = {
        "wilayah": "62.71",
        "tahun": 2025,
        "periode": [MONTHS[number % 12] for number in range(count)],
        "kode": kode,
    }
    if count > len(MONTHS):
        keys["wilayah"] = [("62.71", "35.10", "31.71")[number // 12 % 3] for number in range(count)]
    found = {}
    for name, cells in {**keys, **columns}.items():
        if isinstance(cells, Column):
            found[name] = cells
            continue
        whole = [cells] * count if isinstance(cells, str | int) else list(cells)
        found[name] = Column("int" if name == "tahun" else "text", whole)
    return found


def rows(columns: Columns) -> list[Row]:
    """Return the rows of a table as the exact engine takes them."""
    cells = [one.cells for one in columns.values()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def nine(*sums: str) -> dict[str, Column]:
    """Return nine elements of a survey: the first takes what makes them the sum, the rest are 3."""
    found = {"u1": floats(*(float(Decimal(one) - 24) for one in sums))}
    return found | {f"u{number}": floats(*(3.0 for _ in sums)) for number in range(2, 10)}


def three(*cells: float | None) -> dict[str, Column]:
    """Return three dimensions of an index that are the same."""
    return dict.fromkeys(("toleransi", "kesetaraan", "kerja_sama"), floats(*cells))


def shares(above: Column, below: Column, **more: Any) -> Columns:  # noqa: ANN401  # likewise
    return told(konflik_diselesaikan=above, konflik=below, **more)


_17: Final = {"konflik_diselesaikan": 17, "konflik": 20}
_HUGE: Final = (2**37, 2**50, 2**53 - 1, 2**53, 2**53 + 1, 2**53 + 3, 2**60, 2**62, 2**63 - 1)


def plain(count: int, **more: Any) -> Columns:  # noqa: ANN401  # likewise
    """Return as many rows of 17 and 20."""
    return shares(floats(*[17.0] * count), floats(*[20.0] * count), **more)


def long(variabel: Sequence[str | None], nilai: Column, **more: Any) -> Columns:  # noqa: ANN401  # likewise
    """Return a long table of one key, if nothing else is told."""
    keys = {"periode": "tahunan"} | more
    return told(variabel=texts(*variabel), nilai=nilai, **keys)


_TWO: Final = ("konflik_diselesaikan", "konflik")

TABLES: Final[Mapping[str, Columns]] = {
    # ---------------------------------------------------------------- numbers
    "ties": shares(
        floats(1, 3, 5, 7, 1, 3, 2001, 4003, 1, 14),
        floats(800, 800, 800, 800, 1600, 1600, 80_000, 80_000, 8, 1250),
        target=floats(0.25, 0.04, 12.5, 0.88, None, 16.0, 2.0, 5.0, 3.2, 1.12),
    ),
    "just below a tie": shares(
        ints(4_999_999, 499_999_999, 49_999_999_999, 62_499_999_999),
        ints(10**9, 10**11, 10**13, 99_999_999_999),
    ),
    "huge counts as integers": shares(ints(*_HUGE), ints(*[2**63 - 1] * len(_HUGE))),
    "huge counts in halves": shares(
        ints(*(one // 800 for one in _HUGE)), ints(*(one // 800 * 800 for one in _HUGE))
    ),
    "huge counts as floats": shares(
        floats(2.0**53, 2.0**53 + 2, 1e18, 1e19, 1e22, 1e23, 1e30, 1e300),
        floats(2.0**54, 2.0**54, 3e18, 3e19, 3e22, 3e23, 3e30, 1.7e308),
    ),
    "huge counts alone": told(STOCK, ormas_terdaftar=ints(*_HUGE)),
    "huge counts above 2**63": told(STOCK, ormas_terdaftar=Column("uint", [2**63, 2**64 - 1, 5])),
    "huge counts as decimals": shares(
        decimals("1" + "0" * 30, "3" + "0" * 25, "17", str(2**53 + 1)),
        decimals("8" + "0" * 30, "9" + "0" * 25, "20", str(2**54)),
    ),
    "a product of huge counts": told(
        MONEY,
        suara_sah=ints(2**27, 2**40, 10**12, 3, None),
        nilai_per_suara=floats(1500.5, 0.1 + 0.2, 1e12, 1 / 3, 1000.0),
    ),
    "deaths of a large people": told(
        DEATHS,
        meninggal=ints(1, 5, 12_345, 0, 7),
        penduduk=ints(20_000_000, 16_000_000, 10**12, 280, 0),
        target=floats(0.01, 0.03, 1.0, 0.0, 0.0),
    ),
    "what no decimal is": told(
        INDEX,
        **three(
            0.1 + 0.2, 1 / 3, 0.1 * 3, nextafter(80, 0), nextafter(60, 99), 70.005, 2.675, 1.005
        ),
    ),
    "classes at their ends": told(
        INDEX,
        **three(
            40.0,
            60.0,
            80.0,
            39.995,
            59.995,
            79.995,
            40.005,
            79.9949999999999,
            40.004999,
            0.0,
            100.0,
        ),
    ),
    "a survey at the ends of its classes": told(
        SURVEY,
        **nine("27.5796", "31.7916", "23.4", "27.57779", "31.79", "31.7898", "27.5778", "23.3982"),
    ),
    "roots": told(
        ROOT,
        dektari=floats(48.6, 2.0, 0.0, 12.5, 99.99, 1e-3),
        dektara=floats(60, 1, 7, 12.5, 99.98, 1e-3),
    ),
    "roots of what no decimal is": told(
        ROOT, dektari=floats(0.1 + 0.2, 1 / 3, 50.005), dektara=floats(0.3, 3, 50.005)
    ),
    "negative values at ties": told(
        GROWTH,
        wilayah="0",
        nilai_lalu=floats(800, 800, 8, -8, 0, 1e-9),
        nilai_kini=floats(799, 801, 0, 4, 5, 1e-9),
        target=floats(-0.12, 0.12, None, 50, 3, 0),
    ),
    "falls from the year before": told(
        FALL,
        wilayah="0",
        insiden_lalu=ints(800, 1600, 3, 0, 2**53 + 1),
        insiden_kini=ints(801, 1601, 1, 0, 2**53),
    ),
    "decimals of a database": told(
        INDEX,
        toleransi=decimals("70.005", "80.00", "59.995", None, "101.5"),
        kesetaraan=decimals("70.005", "80.00", "59.995", "1.5", "1.5"),
        kerja_sama=decimals("70.005", "79.97", "59.995", "1.5", "1.5"),
        target=decimals("70.01", "79.99", "0.00", "5.50", None),
    ),
    "small integers": shares(Column("int8", [17, 0, -1, 100]), Column("int8", [20, 0, 5, 100])),
    "singles": shares(
        Column("float32", [17.0, 0.5, 3.0, None]), Column("float32", [20.0, 4.0, 8.0, 1.0])
    ),
    "negative numbers and minus zero": shares(
        floats(-1, -0.0, -0.5, 0, -3), floats(5, 5, 5, -0.0, -2)
    ),
    "halves of counts": shares(floats(2.5, 2.0, nextafter(2, 3), 1e-12), floats(5, 5.5, 4, 4)),
    "zeros": shares(floats(0, 1, 0), floats(0, 0, 5), target=floats(0, 0, 0)),
    "none registered": told(
        ACTIVE, ormas_aktif=ints(0, 0, 3, None), ormas_terdaftar=ints(0, 4, 4, 0)
    ),
    # ---------------------------------------------------------------- what is missing
    "missing in floats": shares(floats(17, None, nan, None, nan), floats(None, 20, 20, nan, nan)),
    "missing in integers": shares(ints(17, None, None), ints(None, 20, None)),
    "missing in texts": shares(
        texts("17", None, "", " ", "-"), texts("20", "20", "20", "20", "20")
    ),
    "a column of nothing": shares(Column("null", [None, None]), ints(20, 0)),
    "a target of nothing": plain(2, target=Column("null", [None, None])),
    "one row": plain(1),
    "released or computed": told(
        DEMOCRACY,
        wilayah="62",
        tahun=[2009, 2014, 2015, 2020, 2021, 2024, 2024, 2008],
        kebebasan_sipil=floats(90.09, 90.005, 50, 1, None, None, 3, 50),
        hak_politik=floats(50.46, 33.335, 50, 1, None, None, 3, 50),
        lembaga_demokrasi=floats(80.65, 71.115, 50, None, None, None, 3, 50),
        nilai_rilis=floats(None, 1, None, None, 79.81, 79.805, None, None),
        kebebasan=floats(None, None, None, None, 80.0, 80.0, 80.0, None),
    ),
    "of two versions": told(
        DRUGS,
        wilayah="62",
        tahun=[2018, 2019, 2008, 2007, 2100, 2101],
        nilai_rilis=floats(1.735, 1.735, 1.0, 1.0, 1.0, 1.0),
        penyalahguna=ints(5, 5, 5, 5, 5, 5),
        penduduk_15_64=ints(1000, 1600, 8, 8, 16, 8),
        target=floats(1.8, 0.3, 1, 1, 1, 1),
    ),
    # ---------------------------------------------------------------- how numbers are written
    "numbers as texts": shares(
        texts(
            "17", "1.234", "17,0", " 17 ", "0", "17.", "1e1", "٣", "n/a", "17 kasus", "+17", "'17"
        ),
        texts("20", "20.000", "20", "20", "000", "20", "20", "20", "20", "20", "20", "20"),
    ),
    "an index as texts": told(
        INDEX,
        toleransi=texts("80,00", "80.005", "1.234", "100", "79,9999999999999999999", "8_0"),
        kesetaraan=texts("80,00", "80,005", "1,5", "100,0", "80,0000000000000000001", "80"),
        kerja_sama=texts("79,97", "80.005", "1.5", "100.00", "80", "80"),
    ),
    "booleans": shares(Column("bool", [True, False, None]), ints(20, 20, 20)),
    "a target that is a boolean": plain(2, target=Column("bool", [True, None])),
    "texts of categories": told(
        konflik_diselesaikan=ints(17, 3),
        konflik=ints(20, 8),
        wilayah=Column("category", ["62.71", "35.10"]),
        periode=Column("category", ["tahunan", None]),
        kode=Column("category", [SHARE, SHARE]),
    ),
    "numbers of categories": shares(
        Column("category", ["17", "1.000"]), Column("category", ["20", "2.000"])
    ),
    # ---------------------------------------------------------------- targets
    "targets that are numbers": plain(
        10, target=floats(0, -5, 90, 85, 1e-9, 1e12, 0.1 + 0.2, 33.33, nan, 170)
    ),
    "targets that are integers": plain(4, target=ints(0, 90, 2**53 + 1, None)),
    "targets of every kind": plain(
        12,
        target=texts(
            "90",
            "90,5",
            "≥ 80",
            "<= 80",
            "> 85",
            "81,69–85,23",
            "86-90",
            "Tinggi",
            "Sangat Tinggi",
            "BB",
            "100%",
            "",
        ),
    ),
    "targets of what should be low": told(
        DEATHS,
        meninggal=ints(*[5] * 8),
        penduduk=ints(*[16_000] * 8),
        target=texts("≤ 31,25", "< 31,25", "≥ 30", "10–20", "40-50", "31,25-40", "0", "62,5"),
    ),
    "targets that are classes": told(
        INDEX,
        **three(80.0, 79.99, 60.0, 40.0, 59.995, 10.0),
        target=texts("sangat tinggi", "Sangat Tinggi", "Tinggi", "sedang", "tinggi", "tidak ada"),
    ),
    "achievements at the ends of classes": told(
        INDEX,
        **three(91.0, 90.995, 90.994, 76.0, 75.995, 66.0, 51.0, 50.995, 100.0),
        target=ints(*[100] * 9),
    ),
    "a target that is met by a tie": told(
        INDEX, **three(66.67, 33.335, 12.5, 1.0), target=floats(66.67, 66.67, 1e5, 8e4)
    ),
    # ---------------------------------------------------------------- keys
    "keys that repeat": plain(5, periode=["tahunan", "tahunan", None, "bulan-01", "bulan-01"]),
    "keys that repeat otherwise": shares(ints(17, 16, 17), ints(20, 20, 20), periode="tahunan"),
    "codes": plain(
        10,
        kode=[
            "KBP-ZZZ-99",
            "kbp-was-02",
            " KBP-WAS-02",
            "KBP-WAS-02@1",
            "KBP-WAS-2",
            "",
            None,
            "KBP WAS 02",
            "'--",
            "8.01",
        ],
    ),
    "regions": plain(
        14,
        periode="tahunan",
        wilayah=[
            *(
                "6271",
                "62.71",
                "62.71 ",
                "Kota Palangka Raya",
                "kota palangka raya",
                "99.99",
                "",
                None,
                "0",
                "62",
            ),
            *("91.02", "9271", "62.71.01", "Kalimantan Tengah"),
        ],
    ),
    "regions of the year": plain(
        6,
        wilayah=["93.01", "93.01", "92.71", "65.01", "91.01", "94.01"],
        tahun=[2018, 2024, 2000, 2011, 2021, 2022],
    ),
    "periods": plain(
        14,
        periode=[
            *(
                "tahunan",
                "Triwulan I",
                "TW II",
                "triwulan-3",
                "sd-triwulan-3",
                "Semester 1",
                "semester-2",
                "bulan-13",
            ),
            *("Januari", "2025", "", "Q1", "caturwulan-3", "sd-bulan-06"),
        ],
    ),
    "years as floats": plain(4, tahun=floats(2025.0, 2024.0, 1900.0, 2100.0)),
    "years as texts": plain(5, tahun=texts("2025", "2024", "dua ribu", "25", "2025.0")),
    "years of nothing": plain(3, tahun=ints(None, 2025, 0)),
    "other letters in keys": plain(
        5,
        wilayah=["62.71", 'a"b', "x\ny", "🌴", "62'71"],
        periode=["a'b", "tahunan", 'b"c', "tahunan", "x;y"],
    ),
    # ---------------------------------------------------------------- other columns
    "what was printed": plain(
        7,
        realisasi=floats(85.0, 84.99, 85.004, None, 85.0, 0.0, nan),
        target=floats(90, 90, 90, 90, 80, 90, 90),
        capaian=floats(94.44, 94.44, 94.4, None, 100, 94.45, 94),
        predikat=texts("Tinggi", "Sangat Tinggi", *[None] * 5),
    ),
    "only what was printed": told(
        realisasi=texts("85,00", "85.005", "150", "-1", None, "n/a"), target=ints(*[90] * 6)
    ),
    "several indicators": told(
        [SHARE, STOCK, DEATHS, TURNOUT, "KBP-LAIN-01", PLANS],
        konflik_diselesaikan=floats(17, None, None, None, 3, None),
        konflik=floats(20, None, None, None, 4, None),
        ormas_terdaftar=floats(None, 17, None, None, None, None),
        meninggal=floats(None, None, 1, None, None, None),
        penduduk=floats(None, None, 800, None, None, None),
        pengguna_hak_pilih=floats(None, None, None, 4, None, None),
        dpt=floats(None, None, None, 30, None, None),
        dpk=floats(None, None, None, 2, None, None),
        aksi_terlaksana=floats(None, None, None, None, None, 1),
        aksi_direncanakan=floats(None, None, None, None, None, 8),
    ),
    "numbers of another indicator": told(
        [SHARE, STOCK],
        konflik_diselesaikan=floats(17, 3),
        konflik=floats(20, 4),
        ormas_terdaftar=floats(9, 9),
    ),
    # ---------------------------------------------------------------- long tables
    "long: plain": long(_TWO, floats(17, 20), target=floats(None, 90)),
    "long: huge": long(_TWO, ints(2**53 + 1, 2**63 - 1)),
    "long: decimals": long(_TWO, decimals("17", "20"), target=decimals("90.5", None)),
    "long: texts": long(_TWO, texts("1.234", "20.000"), target=texts("≥ 5", None)),
    "long: what no decimal is": long(
        ("toleransi", "kesetaraan", "kerja_sama"), floats(0.1 + 0.2, 1 / 3, 70), kode=INDEX
    ),
    "long: told twice alike": long((*_TWO, "konflik"), floats(17, 20, 20)),
    "long: told twice otherwise": long((*_TWO, "konflik"), floats(17, 20, 21)),
    "long: two targets": long(_TWO, floats(17, 20), target=floats(80, 90)),
    "long: a name nobody knows": long((*_TWO, "konflikk"), floats(17, 20, 5)),
    "long: a name of another": long((*_TWO, "ormas_terdaftar"), floats(17, 20, 5)),
    "long: no name": long((*_TWO, None), floats(17, 20, 5)),
    "long: nothing said": long(_TWO, floats(None, nan)),
    "long: names as categories": told(
        variabel=Column("category", _TWO),
        nilai=ints(17, 20),
        periode=Column("category", ["tahunan", "tahunan"]),
    ),
    "long: keys across rows": told(
        [SHARE, STOCK, SHARE, STOCK, SHARE],
        wilayah=["62.71", "62.71", "62.71", "35.10", "35.10"],
        periode="tahunan",
        variabel=texts(
            "konflik", "ormas_terdaftar", "konflik_diselesaikan", "ormas_terdaftar", "konflik"
        ),
        nilai=floats(20, 5, 17, None, 3),
    ),
}
"""Wide tables, and long ones with ``variabel`` and ``nilai``, by what is odd in them."""

_REGIONS: Final = ("34.01", "34.02", "34.03", "34.04", "34.71")


def of_regions(above: Column, below: Column, **more: Any) -> Columns:  # noqa: ANN401  # likewise
    return shares(above, below, **({"wilayah": _REGIONS, "periode": "tahunan"} | more))


_QUARTERS: Final = tuple(f"triwulan-{number}" for number in range(1, 5))
ROLLED: Final[Mapping[str, tuple[Columns, str | None, str | None]]] = {
    "a tie of a province": (
        of_regions(ints(0, 0, 0, 0, 1), ints(100, 200, 300, 100, 100)),
        "provinsi",
        None,
    ),
    "missing": (
        of_regions(floats(1, nan, None, 4, 5), floats(10, 10, 10, None, 10)),
        "provinsi",
        None,
    ),
    "sums above 2**53": (
        of_regions(ints(*[2**51 + 1] * 5), ints(*[2**52 + 1] * 5)),
        "provinsi",
        None,
    ),
    "sums above 2**63": (
        of_regions(ints(*[2**61 + 1] * 5), ints(*[2**62 + 1] * 5)),
        "provinsi",
        None,
    ),
    "halves of counts": (
        of_regions(floats(0.5, 1, 2, 3, 4), floats(5, 5, 5, 5, 5)),
        "provinsi",
        None,
    ),
    "decimals": (
        of_regions(decimals("1", "2", "3", "4", "5"), decimals("8", "8", "8", "8", "8")),
        "provinsi",
        None,
    ),
    "texts": (
        of_regions(texts("1", "2", "3", "1.000", ""), texts("8", "8", "8", "8.000", "8")),
        "provinsi",
        None,
    ),
    "zeros": (of_regions(ints(0, 0, 0, 0, 0), ints(0, 0, 0, 0, 0)), "provinsi", None),
    "spellings": (
        of_regions(
            ints(1, 2, 3, 4, 5),
            ints(8, 8, 8, 8, 8),
            wilayah=["3401", "34.02", "Kabupaten Bantul", "34.71 ", "99.99"],
        ),
        "provinsi",
        None,
    ),
    "to the nation": (
        of_regions(
            ints(1, 2, 3, 4, 5),
            ints(8, 8, 8, 8, 8),
            wilayah=["34.01", "35.10", "62.71", "62", "34"],
        ),
        "nasional",
        None,
    ),
    "a target of the province": (
        of_regions(
            ints(1, 2, 3, 4, 5, 15),
            ints(8, 8, 8, 8, 8, 40),
            wilayah=(*_REGIONS, "34"),
            target=floats(*[None] * 5, 40),
        ),
        "provinsi",
        None,
    ),
    "quarters to the year": (
        of_regions(ints(1, 2, 3, 4), ints(8, 8, 8, 8), wilayah="34.01", periode=_QUARTERS),
        None,
        "tahunan",
    ),
    "quarters that lack one": (
        of_regions(ints(1, 2, 3), ints(8, 8, 8), wilayah="34.01", periode=_QUARTERS[:3]),
        None,
        "tahunan",
    ),
    "quarters of regions to the year of the province": (
        of_regions(
            ints(*range(20)),
            ints(*[16] * 20),
            wilayah=[*_REGIONS] * 4,
            periode=[one for one in _QUARTERS for _ in range(5)],
        ),
        "provinsi",
        "tahunan",
    ),
    "a stock over quarters": (
        told(STOCK, wilayah="34.01", periode=_QUARTERS, ormas_terdaftar=floats(1, 2, None, 4)),
        None,
        "tahunan",
    ),
    "what is not added": (
        told(INDEX, wilayah=_REGIONS, periode="tahunan", **three(0.1 + 0.2, 50, 60.005, None, 80)),
        "provinsi",
        None,
    ),
    "money with cents": (
        told(
            "KBP-POL-11",
            wilayah=_REGIONS,
            periode="tahunan",
            bantuan_disalurkan=floats(0.1, 0.2, 0.3, 1e12 + 0.1, 5),
            bantuan_hak=floats(0.3, 0.3, 0.3, 2e12 + 0.1, 5),
        ),
        "provinsi",
        None,
    ),
    "keys that repeat": (
        of_regions(
            ints(1, 1, 3, 4, 5),
            ints(8, 8, 8, 8, 8),
            wilayah=["34.01", "34.01", "34.02", "34.02", "34.03"],
        ),
        "provinsi",
        None,
    ),
    "long": (
        told(
            wilayah=["34.01", "34.01", "34.02", "34.02", "34.02"],
            periode="tahunan",
            variabel=texts(*_TWO, *_TWO, "konflik"),
            nilai=floats(1, 8, 1, 8, None),
        ),
        "provinsi",
        None,
    ),
}
"""Tables that are rolled up, and to what."""
