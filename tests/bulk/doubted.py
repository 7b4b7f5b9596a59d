"""A second set of small odd tables, and columns of the rarer types that libraries hold them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from math import inf, nan, nextafter
from typing import Any, Final

from tests.bulk.frames import Table
from tests.bulk.small import (
    ACTIVE,
    DEATHS,
    DEMOCRACY,
    DRUGS,
    FALL,
    GROWTH,
    INDEX,
    MONEY,
    ROOT,
    SHARE,
    STOCK,
    SURVEY,
    TURNOUT,
    decimals,
    floats,
    ints,
    long,
    nine,
    plain,
    shares,
    texts,
    three,
    told,
)
from tests.bulk.typed import Column, Columns

TARGETS_WRITTEN: Final = (
    *("81-85", "81–85", "81 – 85,5", "81 s.d. 85", "81 s/d 85", "81 sampai 85", "85-81", "≥80%"),
    *("> 80", "= 80", "80,00", "80.00", "80 persen", "100 %", "0,5", ".5", "1.000", "1.000,00"),
    *("<0", "≤ -5", "-0", "−3", "minimal 80", "maksimal 3", "naik", "80/100", "80 : 100", "n/a"),
    *("Baik", "BB", "A", "sangat  tinggi", "SEDANG", "Tinggi (75)", "75 (Tinggi)", "0-0", "1e2"),
    *(
        "\u00a080",
        "80\u2009%",
        "\uff18\uff10",
        "80.",
        "'80",
        "+80",
        "80,0000000001",
        "99999999999999999999",
    ),
)
NUMBERS_WRITTEN: Final = (
    *(
        "17",
        "17,0",
        "17.00",
        "1.700",
        "1,700",
        "1.700,0",
        "1,700.0",
        "17\u00a0",
        "\u00a017",
        "\uff11\uff17",
    ),
    *("(17)", "−17", "-17", "- 17", "17-", "+17", "Rp17", "Rp 17,00", "17 %", "17%", "0,17", "½"),
    *(
        "17\t",
        "17\n",
        "\ufeff17",
        "1 7",
        "1'700",
        "1_700",
        "0x11",
        "1e1",
        "1E+1",
        "017",
        "00",
        "-0",
    ),
    *("9007199254740993", "1" + "0" * 25, "inf", "NaN", "NA", "null", "None", "nihil", "#N/A", "—"),
)
_PLACES: Final = (
    *("34.04", "3404", "34.04.", "34-04", "3404.0", "Kab. Sleman", "Kabupaten Sleman", "SLEMAN"),
    *("sleman", "Kota Yogyakarta", "Yogyakarta", "DIY", "DI Yogyakarta", "D.I. Yogyakarta"),
    *("DKI Jakarta", "Jakarta", "31", "Kota Adm. Jakarta Selatan", "Indonesia", "ID", "00", "000"),
    *(
        "Prov. Jawa Timur",
        "Jatim",
        "Provinsi Kalimantan  Tengah",
        "62\u00a0",
        "\u200b62",
        "\uff16\uff12",
        "62,0",
    ),
    *("Kab. Bandung", "Bandung", "Kota Bandung", "Papua Selatan", "93", "3404012001", "34.04.01"),
)
_PERIODS: Final = (
    *("tahunan", "TAHUNAN", "Tahun", "setahun", "triwulan 4", "TRIWULAN IV", "TW-4", "tw4", "Q4"),
    *(
        "s.d. Juni",
        "sd-bulan-6",
        "sd-bulan-006",
        "sd-semester-1",
        "sd-tahunan",
        "bulan-1",
        "bulan-0",
    ),
    *("bulan 01", "Jan", "Desember", "12", "2025-01", "semester-1", "semester-3", "Smt II", "kw-1"),
    *("triwulan-1 ", " triwulan-1", "triwulan\u20111", "triwulan-I", "TRIWULAN-1", "Triwulan-1"),
)
_CODES: Final = (
    *(
        SHARE,
        "KBP-WAS-02 ",
        "kbp-was-02",
        "KBP-WAS-02@1",
        "KBP-WAS-02@2",
        "KBP\u2011WAS\u201102",
        "KBP.WAS.02",
    ),
    *(
        "sipd:000603",
        "KBP-WAS-002",
        "KBP-WAS-02,KBP-WAS-04",
        "WAS-02",
        "\u00a0KBP-WAS-02",
        "KBP-WAS-02\t",
    ),
    *("Persentase konflik", "0", "None", "NULL", "kode", "KBP-WAS-02@", "@1"),
)


def _many(code: str, writings: Sequence[str], **columns: Any) -> Columns:  # noqa: ANN401  # cells
    """Return a row for each way in which something is written, each of a year of its own."""
    count = len(writings)
    years = [2000 + number for number in range(count)]
    return told(**{"kode": code, "tahun": years, "periode": "tahunan", **columns})


def _same(cell: float | None, count: int) -> Column:
    return floats(*[cell] * count)


def _shares_written(writings: Sequence[str], **more: Any) -> Columns:  # noqa: ANN401  # likewise
    count = len(writings)
    pair = {"konflik_diselesaikan": _same(17, count), "konflik": _same(20, count)}
    return _many(SHARE, writings, **{**pair, **more})


_COUNT: Final = len(TARGETS_WRITTEN)
_TARGETS: Final = texts(*TARGETS_WRITTEN)
_NUMBERS: Final = texts(*NUMBERS_WRITTEN)
_TINY: Final = (1e-20, 5e-324, 1e-5, -1e-20, -5e-324, -0.0)

DOUBTED: Final[Mapping[str, Columns]] = {
    # ---------------------------------------------------------------- numbers
    "ties both ways": told(
        GROWTH,
        wilayah="0",
        nilai_lalu=floats(800, 800, 1600, 1600, 80_000, 80_000, 1.6, 0.08, -800, 12.8),
        nilai_kini=floats(801, 799, 1601, 1599, 80_001, 79_999, 1.6002, 0.08001, -801, 12.81),
        target=floats(0.12, -0.12, 0.06, -0.06, 0, 0.01, 0.01, -0.0, 0.13, 0.08),
    ),
    "falls at ties": told(
        FALL,
        wilayah="0",
        insiden_lalu=ints(800, 800, 1600, 2**40, 2**53 - 1, 10**15, 999_999_999_999_999),
        insiden_kini=ints(801, 799, 1599, 2**40 - 1, 2**53 - 2, 10**15 - 1, 1),
        target=floats(-0.13, 0.13, 0.06, 0.01, 0, 0.005, 100),
    ),
    "next to nothing": told(
        INDEX, **three(*_TINY, 39.99500000000001, 39.994999999999), target=floats(*_TINY, 40, 40)
    ),
    "next to nothing in counts": shares(
        floats(1e-20, 5e-324, -0.0, 0.0, 17, 1), floats(20, 20, 20, -0.0, 1e-20, 5e-324)
    ),
    "targets next to nothing": plain(8, target=floats(*_TINY, 1e-4, 0.00001)),
    "targets next to everything": plain(
        8, target=floats(1e15, 1e16, 1e300, 1.7e308, inf, -inf, nan, 2.0**53 + 2)
    ),
    "classes by a step": told(
        INDEX,
        **three(
            *(nextafter(end, towards) for end in (40.0, 60.0, 80.0) for towards in (0.0, 99.0)),
            *(79.995, 79.99499, 59.994999999, 40.0049, 40.005, 40.0050001),
        ),
    ),
    "a survey by a step": told(
        SURVEY, **nine("23.4", "23.3999", "27.58", "27.5795", "27.5797", "31.7915", "31.7917", "36")
    ),
    "a survey out of its range": told(SURVEY, **nine("24", "25", "33", "28.0001", "27.99999")),
    "deaths at ties": told(
        DEATHS,
        meninggal=ints(1, 3, 1, 7, 2**27, 2**27 + 1, 99_999, 0),
        penduduk=ints(20_000_000, 20_000_000, 6_400_000, 640_000, 2**37, 2**37, 99_999, 1),
        target=floats(0.01, 0.02, 0.02, 1.09, 97.66, 97.65, 1e5, 0),
    ),
    "roots at ties": told(
        ROOT,
        dektari=floats(0.005, 1.005, 2.005, 12.345, 99.995, 1e-4, 3, 0, -1, -2),
        dektara=floats(0.005, 1.005, 2.005, 12.345, 99.995, 1e-4, 5, 9, -1, 2),
        target=floats(0.01, 1, 2.01, 12.35, 100, 0, 3.87, 0, None, 1),
    ),
    "money": told(
        MONEY,
        suara_sah=floats(3, 0, 7, 2**31, 2**43, 10, 1, None),
        nilai_per_suara=floats(0.5, 1500, 1500.25, 1500, 1023, 0.05, 1e14, 5),
        target=floats(2, 0, 10_502, None, 9e15, 1, 1e14, 5),
    ),
    "turnout": told(
        TURNOUT,
        pengguna_hak_pilih=ints(1, 0, 5, 2**36, None, 9),
        dpt=ints(800, 0, 4, 2**37, 9, 9),
        dpk=ints(0, 0, None, 2**37 - 1, None, 0),
        target=ints(1, 0, 77, 77, 77, 77),
    ),
    "decimals with a tail": shares(
        decimals("17.000", "17.001", "0.000", "-0.000", "17.500", "99999999999999999.000"),
        decimals("20.000", "20.000", "20.000", "20.000", "20.000", "99999999999999999.000"),
        target=decimals("90.000", "90.005", "0.000", "-0.001", "85.125", "0.001"),
    ),
    "an index of decimals": told(
        INDEX,
        toleransi=decimals("79.995", "80.001", "39.995", "-0.001", "100.001", "0"),
        kesetaraan=decimals("79.995", "79.991", "39.995", "1", "100", "0"),
        kerja_sama=decimals("79.995", "79.992", "39.995", "1", "100", "0.014"),
    ),
    "halves of huge": shares(
        ints(2**62 + 1, 2**53 + 1, 10**15 + 1, 10**15 - 1), ints(2**63 - 1, 2**54, 10**15, 10**15)
    ),
    "unsigned": shares(
        Column("uint", [17, 0, 2**63, None, 2**64 - 1]),
        Column("uint", [20, 0, 2**64 - 1, 5, 2**64 - 1]),
        target=Column("uint", [90, 0, 50, 1, 2**64 - 1]),
    ),
    "small integers that are targets": plain(4, target=Column("int8", [0, -1, 90, None])),
    "singles that are targets": plain(4, target=Column("float32", [0.5, 90.0, -0.0, None])),
    # ---------------------------------------------------------------- how numbers are written
    "counts as written": _shares_written(NUMBERS_WRITTEN, konflik_diselesaikan=_NUMBERS),
    "an index as written": _many(
        INDEX,
        NUMBERS_WRITTEN,
        toleransi=_NUMBERS,
        kesetaraan=_same(17, len(NUMBERS_WRITTEN)),
        kerja_sama=_same(17, len(NUMBERS_WRITTEN)),
    ),
    "money as written": _many(
        MONEY,
        NUMBERS_WRITTEN,
        suara_sah=_same(3, len(NUMBERS_WRITTEN)),
        nilai_per_suara=_NUMBERS,
    ),
    "what was printed as written": _shares_written(
        NUMBERS_WRITTEN, realisasi=_NUMBERS, capaian=_NUMBERS
    ),
    # ---------------------------------------------------------------- targets
    "targets of a share": _shares_written(TARGETS_WRITTEN, target=_TARGETS),
    "targets of an index": _many(
        INDEX,
        TARGETS_WRITTEN,
        **dict.fromkeys(("toleransi", "kesetaraan", "kerja_sama"), _same(81, _COUNT)),
        target=_TARGETS,
    ),
    "targets of a growth": _many(
        GROWTH,
        TARGETS_WRITTEN,
        wilayah="0",
        nilai_lalu=_same(80, _COUNT),
        nilai_kini=_same(77, _COUNT),
        target=_TARGETS,
    ),
    "targets of deaths": _many(
        DEATHS,
        TARGETS_WRITTEN,
        meninggal=_same(5, _COUNT),
        penduduk=_same(6_000, _COUNT),
        target=_TARGETS,
    ),
    "targets of a survey": _many(
        SURVEY,
        TARGETS_WRITTEN,
        **{f"u{number}": _same(3.25, _COUNT) for number in range(1, 10)},
        target=_TARGETS,
    ),
    "targets of what is not there": _many(
        SHARE,
        TARGETS_WRITTEN,
        konflik_diselesaikan=_same(None, _COUNT),
        konflik=_same(0, _COUNT),
        target=_TARGETS,
    ),
    "targets at ties of what is achieved": told(
        INDEX,
        **three(1, 3, 0.01, 33.33, 99.99, 12.5, 66.67, 7),
        target=floats(80_000, 80_000, 8, 99.99, 33.33, 100, 66.67, 3),
    ),
    "targets that are categories": plain(
        4, target=Column("category", ["90", "≥ 80", "Tinggi", None])
    ),
    "targets of nothing and of much": plain(3, target=texts(None, " ", "90")),
    # ---------------------------------------------------------------- keys
    "places": _shares_written(_PLACES, wilayah=[*_PLACES], tahun=2023),
    "places of a province": _many(
        ROOT,
        _PLACES,
        wilayah=[*_PLACES],
        tahun=2024,
        dektari=_same(48.6, len(_PLACES)),
        dektara=_same(60, len(_PLACES)),
    ),
    "times": _shares_written(_PERIODS, periode=[*_PERIODS], tahun=2023),
    "codes as written": _shares_written(_CODES, kode=[*_CODES], tahun=2023),
    "years that are no years": plain(7, tahun=floats(2025.5, inf, -inf, nan, -2025, 1e300, 2025.0)),
    "years that are decimals": plain(4, tahun=decimals("2025", "2024.5", None, "2023.000")),
    "years that are short": plain(4, tahun=Column("int8", [25, 99, 7, 0])),
    "years as written": plain(
        8,
        tahun=texts(
            "2025",
            " 2025",
            "2025/2026",
            "2_025",
            "\uff12\uff10\uff12\uff15",
            "+2025",
            "1e3",
            "02025",
        ),
    ),
    "years that are booleans": plain(2, tahun=Column("bool", [True, None])),
    "years in no order": told(
        [DRUGS] * 6 + [DEMOCRACY] * 4,
        wilayah="62",
        periode="tahunan",
        tahun=[2020, 2018, 2019, 2008, 2025, 2007, 2021, 2009, 2015, 2014],
        nilai_rilis=floats(None, 1.735, None, 1.0, 1.735, 1, 79.805, None, None, None),
        penyalahguna=ints(5, None, 5, None, None, 5, None, None, None, None),
        penduduk_15_64=ints(1600, None, 1601, None, None, 8, None, None, None, None),
        kebebasan_sipil=floats(*[None] * 7, 90.005, 50, 64.285),
        hak_politik=floats(*[None] * 7, 50.455, 33.335, 70),
        lembaga_demokrasi=floats(*[None] * 7, 80.655, 1e-3, 61),
        target=floats(1, 1.8, None, 0.5, 1.735, 0, 79.81, 70, 80, 65.79),
    ),
    "of a version that is named": told(
        [
            f"{DRUGS}@2014",
            f"{DRUGS}@1",
            f"{DRUGS}@2014",
            f"{DRUGS}@1",
            f"{INDEX}@2025",
            f"{INDEX}@1",
        ],
        wilayah="62",
        tahun=[2018, 2018, 2019, 2019, 2024, 2025],
        nilai_rilis=floats(1.735, 1.735, 1.735, 1.735, None, None),
        penyalahguna=ints(5, 5, 5, 5, None, None),
        penduduk_15_64=ints(1600, 1600, 1600, 1600, None, None),
        **three(*[None] * 4, 79.995, 79.995),
    ),
    "keys that are the same spelt otherwise": shares(
        ints(17, 16, 15, 14),
        ints(20, 20, 20, 20),
        periode="tahunan",
        wilayah=["62.71", "6271", "Kota Palangka Raya", "62.71 "],
        kode=[SHARE, SHARE, "kbp-was-02", " KBP-WAS-02"],
    ),
    "keys that repeat, one without numbers": shares(
        floats(17, None, 17, 17), floats(20, None, 20, 20), periode=["tahunan"] * 3 + [None]
    ),
    "keys that repeat with targets": plain(
        4, periode=["tahunan", None, "bulan-01", "bulan-01"], target=floats(90, 80, None, 85)
    ),
    "keys of nothing": told(
        [None, None, SHARE],
        wilayah=[None, None, None],
        periode=[None, None, None],
        tahun=ints(None, None, None),
        konflik=ints(20, 20, 20),
        konflik_diselesaikan=ints(17, 17, 17),
    ),
    "all of nothing": told(
        konflik=Column("null", [None, None]),
        konflik_diselesaikan=Column("null", [None, None]),
        target=Column("null", [None, None]),
    ),
    "none registered, with targets": told(
        ACTIVE,
        ormas_aktif=ints(0, 0, 3, 5, 4),
        ormas_terdaftar=ints(0, 4, None, 4, 4),
        target=floats(0, 0, 0, 100, 100),
    ),
    # ---------------------------------------------------------------- long tables
    "long: ties": told(
        DEATHS,
        periode=["tahunan", "tahunan", "bulan-01", "bulan-01"],
        variabel=texts("penduduk", "meninggal", "meninggal", "penduduk"),
        nilai=ints(20_000_000, 1, 3, 20_000_000),
        target=floats(0.01, None, None, 0.02),
    ),
    "long: targets as written": told(
        tahun=[2000 + number for number in range(_COUNT) for _ in range(2)],
        wilayah=["62.71"] * (2 * _COUNT),
        periode=["tahunan"] * (2 * _COUNT),
        variabel=texts(*["konflik", "konflik_diselesaikan"] * _COUNT),
        nilai=floats(*[20, 17] * _COUNT),
        target=texts(*[cell for one in TARGETS_WRITTEN for cell in (None, one)]),
    ),
    "long: numbers as written": told(
        tahun=[2000 + number for number in range(len(NUMBERS_WRITTEN)) for _ in range(2)],
        wilayah=["62.71"] * (2 * len(NUMBERS_WRITTEN)),
        periode=["tahunan"] * (2 * len(NUMBERS_WRITTEN)),
        variabel=texts(*["konflik", "konflik_diselesaikan"] * len(NUMBERS_WRITTEN)),
        nilai=texts(*[cell for one in NUMBERS_WRITTEN for cell in ("20", one)]),
    ),
    "long: names as written": long(
        ("Konflik", " konflik", "konflik ", "konflik_diselesaikan", "KONFLIK", ""),
        floats(20, 20, 20, 17, 20, None),
    ),
    "long: of versions": told(
        DRUGS,
        wilayah="62",
        periode="tahunan",
        tahun=[2019, 2018, 2019, 2018],
        variabel=texts("penyalahguna", "nilai_rilis", "penduduk_15_64", "penyalahguna"),
        nilai=floats(5, 1.735, 1600, 5),
    ),
    "long: the same target twice": long(
        ("konflik_diselesaikan", "konflik"), floats(17, 20), target=texts("90", "90,0")
    ),
    "long: huge and small": long(
        ("suara_sah", "nilai_per_suara"),
        floats(2**43, 1e-20),
        kode=MONEY,
        target=floats(None, 1e-20),
    ),
    "long: minus nothing": long(("konflik_diselesaikan", "konflik"), floats(-0.0, 20)),
    "long: nothing at all": long((None, None), floats(None, None)),
    "long: printed beside": long(
        ("konflik_diselesaikan", "konflik"), floats(17, 20), realisasi=floats(85, None)
    ),
    "long: a stock": long(("ormas_terdaftar",), ints(2**53 - 1), kode=STOCK),
}
"""Wide and long tables, by what is doubted of them."""


# ------------------------------------------------------------------------------- rarer types


def _polars_rare(columns: Columns) -> Table:
    """Return wide integers, keys that are enumerations, and columns in the other order."""
    import polars as pl

    kinds: dict[str, Any] = {
        "float": pl.Float64,
        "int": pl.Int128,
        "uint": pl.UInt64,
        "text": pl.String,
        "bool": pl.Boolean,
        "null": pl.Null,
        "float32": pl.Float32,
        "int8": pl.Int16,
        "decimal": pl.Decimal(38, 6),
        "category": pl.Categorical,
    }
    made = []
    for name, one in reversed([*columns.items()]):
        kind = kinds[one.kind]
        if one.kind == "text" and name in {"wilayah", "periode", "kode", "variabel"}:
            kind = pl.Enum(sorted({cell for cell in one.cells if cell is not None}))
        made.append(pl.Series(name, one.cells, dtype=kind))
    return pl.DataFrame(made).lazy()


def _arrow_rare(columns: Columns) -> Table:
    """Return large texts, dictionaries of them, and decimals of 256 bits."""
    import pyarrow as pa

    kinds = {
        "float": pa.float64(),
        "int": pa.decimal256(60, 0),
        "uint": pa.decimal256(60, 2),
        "text": pa.large_string(),
        "bool": pa.bool_(),
        "null": pa.null(),
        "float32": pa.float32(),
        "int8": pa.int16(),
        "decimal": pa.decimal256(60, 10),
        "category": pa.dictionary(pa.int8(), pa.large_string()),
    }
    made = {}
    for name, one in columns.items():
        kind = kinds[one.kind] if name != "tahun" or one.kind != "int" else pa.int32()
        cells = [
            Decimal(cell) if cell is not None and pa.types.is_decimal(kind) else cell
            for cell in one.cells
        ]
        made[name] = pa.array(cells, type=kind)
        if one.kind == "text" and name in {"kode", "periode"}:
            made[name] = made[name].dictionary_encode()
    return pa.table(made)


def _arrow_views(columns: Columns) -> Table:
    """Return views of texts, and decimals of few digits where they are enough."""
    import pyarrow as pa

    made = {}
    for name, one in columns.items():
        kind = {"text": pa.string_view(), "decimal": pa.decimal128(38, 4)}.get(one.kind)
        kind = kind or {"category": pa.string_view(), "uint": pa.uint64()}.get(one.kind)
        made[name] = pa.array(one.cells) if kind is None else pa.array(one.cells, type=kind)
    return pa.table(made)


def _duckdb_rare(columns: Columns) -> Table:
    """Return huge integers, decimals and enumerations of DuckDB."""
    import duckdb

    from tests.bulk.typed import LIBRARIES

    relation = duckdb.from_arrow(LIBRARIES["pyarrow"](columns))
    kinds = {"int": "HUGEINT", "decimal": "DECIMAL(38, 6)", "uint": "UHUGEINT", "float32": "FLOAT"}
    chosen = []
    for name, one in columns.items():
        kind = kinds.get(one.kind)
        if one.kind == "text" and name in {"kode", "wilayah", "periode", "variabel"}:
            listed = sorted({cell for cell in one.cells if cell is not None}) or ["-"]
            texts_of = ", ".join("'" + cell.replace("'", "''") + "'" for cell in listed)
            kind = f"ENUM ({texts_of})"
        column = f'"{name}"'
        chosen.append(f"CAST({column} AS {kind}) AS {column}" if kind else column)
    return relation.project(", ".join(chosen))


def _pandas_nullable(columns: Columns) -> Table:
    """Return the types of pandas that tell what is missing, the keys as categories."""
    import pandas as pd

    kinds = {
        "float": "Float64",
        "int": "Int64",
        "uint": "UInt64",
        "text": "string",
        "bool": "boolean",
        "null": "object",
        "float32": "Float32",
        "int8": "Int8",
        "decimal": "object",
        "category": "category",
    }
    made = pd.DataFrame(
        {name: pd.Series(list(one.cells), dtype=kinds[one.kind]) for name, one in columns.items()}
    )
    keys = [name for name in ("kode", "periode", "variabel") if columns.get(name, None)]
    return made.astype({name: "category" for name in keys if columns[name].kind == "text"})


def _pandas_arrow_rare(columns: Columns) -> Table:
    import pandas as pd

    return _arrow_rare(columns).to_pandas(types_mapper=pd.ArrowDtype)


def _turned(columns: Columns) -> Table:
    """Return the columns turned around, and an index of texts that repeats."""
    from tests.bulk.typed import LIBRARIES

    made = LIBRARIES["pandas"](columns).iloc[:, ::-1]
    made.index = ["sama"] * len(made)
    return made


RARE: Final[Mapping[str, Callable[[Columns], Table]]] = {
    "polars-rare": _polars_rare,
    "pyarrow-rare": _arrow_rare,
    "pyarrow-views": _arrow_views,
    "duckdb-rare": _duckdb_rare,
    "pandas-nullable": _pandas_nullable,
    "pandas-arrow-rare": _pandas_arrow_rare,
    "pandas-turned": _turned,
}
"""Tables of rarer types, by library."""
