"""Scripts in databases held to the exact engine, cell by cell."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator
from tests.definitions import measured
from tests.publish.sql.databases import (
    MARK,
    Database,
    Setting,
    different,
    long_types,
    opened,
    script,
)
from tests.publish.sql.material import (
    ANSWERS,
    COLUMNS,
    KATALOG,
    KEYS,
    Key,
    Row,
    expected,
    key_of,
    long,
    material,
    written_material,
)

CODES: Final = {one.kode for one in KATALOG.definitions}
ALL: Final = 110
"""So many items of each version make 17,000 rows."""


def computed(
    database: Database, rows: list[tuple[Any, ...]], **settings: Setting
) -> dict[Key, Row]:
    """Return the results of a long table, of a script of the codes in it where all are known."""
    types = settings.pop("types", long_types())
    codes = {row[3] for row in rows}
    if codes <= CODES:
        settings.setdefault("codes", tuple(sorted(codes)))
    database.run("DROP VIEW IF EXISTS hasil;")
    database.run("DROP TABLE IF EXISTS laporan;")
    database.fill("laporan", types, rows)
    database.run(script(database.dialect, **settings).long())
    return database.answers("SELECT * FROM hasil")


def one(database: Database, variables: dict[str, Any], **key: Setting) -> Row:
    """Return the result of one item."""
    target, settings = key.pop("target", None), key.pop("settings", {})
    identity = {"wilayah": "62.71", "tahun": 2025, "periode": "tahunan", "kode": "KBP-WAS-02"} | key
    rows = [(*identity.values(), name, value, target) for name, value in variables.items()]
    (found,) = computed(database, rows, **settings).values()
    return found


REGULAR: Final = {"konflik_diselesaikan": 17.0, "konflik": 20.0}


# ----------------------------------------------------------------------------- the whole catalog


@cache
def some() -> tuple[list[tuple[Any, ...]], dict[Key, Row]]:
    rows = long(material(12))
    return rows, expected(rows)


def test_every_indicator_gives_what_the_exact_engine_gives(database: Database) -> None:
    rows, exact = some()
    found = computed(database, rows)
    assert found.keys() == exact.keys()
    assert different(found, exact) == []
    # Most is proven, or nothing would be shown.
    assert Counter(row["status"] for row in found.values())["lengkap"] > 300


def test_targets_and_numbers_as_regions_write_them(database: Database) -> None:
    rows = long(written_material(8))
    found = computed(database, rows, types=long_types("TEKS"), texts=("nilai", "target"))
    assert different(found, expected(rows)) == []
    kinds = {row[6] for row in rows if row[6] and found[row[:4]]["status"] == "lengkap"}
    assert kinds >= {"90", "72,5", "≥ 80", "≤ 12,5", "80,5–90", "-5"}


@pytest.mark.slow
def test_wide_tables_give_the_same(database: Database) -> None:
    items = material(5)
    names = [*dict.fromkeys(name for one in KATALOG.definitions for name in one.variables_by_name)]
    types = {**dict.fromkeys(KEYS, "TEKS"), "tahun": "INTEGER", "target": "DOUBLE PRECISION"}
    database.run("DROP VIEW IF EXISTS hasil;")
    database.run("DROP TABLE IF EXISTS laporan;")
    database.fill(
        "laporan",
        {**types, **dict.fromkeys(names, "DOUBLE PRECISION")},
        [(*key_of(one), one["target"], *map(one["variabel"].get, names)) for one in items],
    )
    written = script(database.dialect)
    database.run(";\n".join(written.wide_statements()) + ";")
    found: dict[Key, Row] = {}
    for query in written.wide_queries().values():
        found |= database.answers(query)
    exact = expected(long(items))
    assert found.keys() == exact.keys()
    assert different(found, exact) == []


def test_in_a_wide_table_no_row_is_lost_that_is_spelt_otherwise(database: Database) -> None:
    types = {**dict.fromkeys(KEYS, "TEKS"), "tahun": "INTEGER", "target": "DOUBLE PRECISION"}
    codes = ("KBP-WAS-02", "kbp-was-02", "KBP-WAS-02@1", " KBP-WAS-02", "KBP-WAS-020", "KBP-WAS-04")
    database.run("DROP VIEW IF EXISTS hasil; DROP TABLE IF EXISTS laporan;")
    database.fill(
        "laporan",
        {**types, **dict.fromkeys(REGULAR, "DOUBLE PRECISION")},
        [("62.71", 2025, None, code, None, *REGULAR.values()) for code in codes],
    )
    written = script(database.dialect, codes=("KBP-WAS-02",))
    database.run(";\n".join(written.wide_statements()) + ";")
    (query,) = written.wide_queries().values()
    found = {key[3]: row[MARK] for key, row in database.answers(query).items()}
    assert found == {codes[0]: None, **dict.fromkeys(codes[1:4], "kode")}


@pytest.mark.slow
def test_all_engines_agree_on_seventeen_thousand_rows(tmp_path: Path) -> None:
    rows = long(material(ALL))
    assert len(rows) >= 17_000
    exact = expected(rows)
    proven: dict[str, dict[Key, Row]] = {}
    tmp_path.chmod(0o755)
    for dialect in ("sqlite", "duckdb", "postgresql", "mariadb"):
        folder = tmp_path / dialect
        folder.mkdir()
        with opened(dialect, folder) as found:
            proven[dialect] = computed(found, rows)
        assert different(proven[dialect], exact) == [], dialect
    assert proven["duckdb"] == proven["postgresql"] == proven["mariadb"]
    # Whole numbers of SQLite have 64 bits, so it proves less; what it proves is the same.
    for key, row in proven["sqlite"].items():
        assert row == proven["duckdb"][key] or row[MARK] == "target", key


# ------------------------------------------------------------------------------ exact to the edge


def ties(bits: int) -> Iterator[tuple[int, int]]:
    """Yield counts whose percentage is the last one below a half of its last place, or the half."""
    for power in range(3, bits):
        for below in (1 << power, (1 << power) - 1, 10**6 * power + 1):
            for half in (2 * (below // 5) + 1, 10001, 19999, 3):
                above = (half * below - 1) // 20000
                yield from ((above, below), (above + 1, below), (half * below // 20000, below))


def test_the_last_number_before_a_half_is_rounded_down(database: Database) -> None:
    pairs = sorted({(a, b) for a, b in ties(41) if 0 <= a <= b <= 10**12})
    places = [
        (region, year) for region in ("62.71", "31.71", "35.10") for year in range(1950, 2101)
    ]
    codes = ("KBP-WAS-02", "KBP-WAS-08", "KBP-ORM-02")
    shares = [code for code in codes if code in KATALOG]
    assert "KBP-WAS-02" in shares
    keys = [(region, year, "tahunan", "KBP-WAS-02") for region, year in places]
    keys += [(*key[:2], f"bulan-{month:02}", key[3]) for key in keys for month in range(1, 13)]
    wanted = dict(zip(keys, pairs, strict=False))
    rows = [
        (*key, name, float(value), None)
        for key, pair in wanted.items()
        for name, value in zip(REGULAR, pair, strict=True)
    ]
    found = computed(database, rows)
    for key, (above, below) in wanted.items():
        steps = (2 * 10000 * above + below) // (2 * below)
        assert found[key]["nilai"] == steps / 100, (above, below)
    assert len(wanted) > 400


# --------------------------------------------------------------------- what is left to the engine


def test_what_no_double_is_is_left_to_the_exact_engine(database: Database) -> None:
    assert one(database, {**REGULAR, "konflik": 2e15})[MARK] == "angka"
    index = {"kebebasan_sipil": 70.123456, "hak_politik": 70.0, "lembaga_demokrasi": 70.0}
    assert one(database, index, kode="KBP-POL-01", tahun=2014, wilayah="62")[MARK] == "angka"
    assert one(database, REGULAR, target=80.123456)[MARK] == "target"


def test_what_no_variable_is_called_is_left_to_the_exact_engine(database: Database) -> None:
    found = one(database, {**REGULAR, "koflik": 3.0})
    assert (found[MARK], found["status"], found["nilai"], found["temuan"]) == (
        "variabel",
        None,
        None,
        None,
    )


def test_a_variable_told_twice_is_never_added_up(database: Database) -> None:
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", name, 10.0, None) for name in REGULAR]
    (found,) = computed(database, [*rows, rows[0]]).values()
    assert found[MARK] == "ganda"
    (found,) = computed(database, [rows[0], rows[0]]).values()
    assert found[MARK] == "ganda"
    # Nor is it told less of where nothing of it can be right.
    for numbers in ((-1.0, -2.0), (-1.0, 3.0), (2.5, 3.5)):
        twice = [(*rows[0][:5], number, None) for number in numbers]
        for count in (1, 40):
            (found,) = computed(database, [rows[1], *twice * count]).values()
            assert found[MARK] == "ganda"


def test_two_targets_are_no_target(database: Database) -> None:
    rows = [
        ("62.71", 2025, None, "KBP-WAS-02", name, value, target)
        for (name, value), target in zip(REGULAR.items(), (90.0, 80.0), strict=True)
    ]
    (found,) = computed(database, rows).values()
    assert found[MARK] == "target"


def test_an_unknown_code_is_said(database: Database) -> None:
    found = one(database, REGULAR, kode="KBP-WAS-99")
    assert (found["status"], found["temuan"], found[MARK]) == (None, "IKU310", None)


OTHERWISE: Final = (
    *("kbp-was-02", "KBP-WAS-02 ", "KBP-WAS-02@1", " Kbp-Was-02@1"),
    # What a database does not trim.
    *(
        "KBP-WAS-02\x0b",
        "\x0c KBP-WAS-02",
        "\u00a0KBP-WAS-02",
        "KBP-WAS-02\u2003",
        "\x1fkbp-was-02@1",
    ),
)


@pytest.mark.parametrize("codes", [(), ("KBP-WAS-02",), ("KBP-POL-01", "KBP-WAS-02")])
def test_a_code_that_is_spelt_otherwise_is_left_to_the_exact_engine_and_never_lost(
    database: Database, codes: tuple[str, ...]
) -> None:
    rows = [
        ("62.71", 2025, "tahunan", code, *pair, None)
        for code in (*OTHERWISE, "KBP-WAS-02", "KBP-WAS-020")
        for pair in REGULAR.items()
    ]
    found = {key[3]: row for key, row in computed(database, rows, codes=codes).items()}
    for code in OTHERWISE:
        assert (found[code][MARK], found[code]["temuan"]) == ("kode", None)
        # The exact engine counts it.
        (result,) = iku.compute(
            [dict(zip(COLUMNS, row, strict=True)) for row in rows if row[3] == code]
        )
        assert result.nilai == 85
    assert found["KBP-WAS-02"]["nilai"] == 85.0
    assert ("KBP-WAS-020" in found) is not bool(codes)


def test_names_of_variables_are_told_apart_to_the_letter(database: Database) -> None:
    assert one(database, {"Konflik": 20.0, "konflik_diselesaikan": 17.0})[MARK] == "variabel"


def test_without_a_period_it_is_the_year(database: Database) -> None:
    for period in (None, ""):
        rows = [("62.71", 2025, period, "KBP-WAS-02", *pair, 90.0) for pair in REGULAR.items()]
        ((key, found),) = computed(database, rows).items()
        assert key[2] == "tahunan"
        assert (found["nilai"], found["capaian"], found["predikat"]) == (
            85.0,
            94.44,
            "Sangat Tinggi",
        )


def test_a_table_without_targets(database: Database) -> None:
    rows = [("62.71", 2025, None, "KBP-WAS-02", *pair) for pair in REGULAR.items()]
    types = long_types()
    del types["target"]
    (found,) = computed(database, rows, types=types, targets=False).values()
    assert (found["nilai"], found["capaian"], found["temuan"]) == (85.0, None, "")


def test_decimals_of_many_digits_are_no_doubles(database: Database) -> None:
    if database.dialect == "sqlite":
        pytest.skip("SQLite has no decimals")
    index = {"kebebasan_sipil": "70.5", "hak_politik": "70.25", "lembaga_demokrasi": "70.125"}
    key = {"kode": "KBP-POL-01", "tahun": 2014, "wilayah": "62"}
    settings = {"types": long_types("DECIMAL(30,20)")}
    right = one(database, index, settings=settings, **key)
    assert (right["nilai"], right[MARK]) == (70.3, None)
    long_tail = {**index, "hak_politik": "70.25000000000000000001"}
    assert one(database, long_tail, settings=settings, **key)[MARK] == "angka"


@pytest.mark.parametrize("type_", ["TEKS", "VARBINARY(20)"])
def test_a_text_where_a_number_should_be_is_no_number(database: Database, type_: str) -> None:
    if type_ != "TEKS" and database.dialect != "mariadb":
        pytest.skip("it has no texts of bytes that count as numbers")
    settings = {"types": long_types(type_, "DOUBLE PRECISION")}
    for texts in (("17 kasus", "20"), ("17", "20"), ("1.500", "2.000")):
        numbers = dict(zip(REGULAR, texts, strict=True))
        if database.dialect in {"sqlite", "mariadb"}:
            found = one(database, numbers, settings=settings)
            assert (found["nilai"], found[MARK]) == (None, "angka")
        else:
            with pytest.raises(Exception, match=r"text|VARCHAR"):
                one(database, numbers, settings=settings)
            database.run("ROLLBACK;")


def test_what_is_next_to_nothing_is_looked_at_by_the_exact_engine(database: Database) -> None:
    for number in (5e-324, -1e-200, 1e-16):
        assert one(database, {**REGULAR, "konflik": number})[MARK] == "angka"
    assert one(database, {**REGULAR, "konflik": 0.0})[MARK] is None
    assert one(database, {**REGULAR, "konflik": 0.001})["temuan"] == "IKU404"


def test_more_than_a_double_holds_stops_nothing(database: Database) -> None:
    number = {"postgresql": "1" + "0" * 400, "mariadb": "1" + "0" * 60}.get(database.dialect)
    if number is None:
        pytest.skip("it has no such numbers")
    settings = {"types": long_types("DECIMAL(65)" if "maria" in database.dialect else "NUMERIC")}
    found = one(database, {"konflik_diselesaikan": "17", "konflik": number}, settings=settings)
    assert found[MARK] == "angka"


@pytest.mark.parametrize(
    ("type_", "year", "mark"),
    [
        ("DOUBLE PRECISION", 2014.5, "tahun"),
        ("DOUBLE PRECISION", 2014.0, None),
        ("DECIMAL(9,2)", 2014.5, "tahun"),
        ("DECIMAL(9,2)", 2014, None),
        ("SMALLINT", 2014, None),
        ("TEKS", "2014/2015", "tahun"),
        ("TEKS", "2014-01-01", "tahun"),
        ("TEKS", "2014.5", "tahun"),
        ("TEKS", "2014", None),
    ],
)
def test_a_year_is_whole(
    database: Database, type_: str, year: float | str, mark: str | None
) -> None:
    if type_ == "TEKS" and database.dialect not in {"sqlite", "mariadb"}:
        pytest.skip("it refuses the view: a text is compared with no number")
    types = {**long_types(), "tahun": type_}
    rows = [("62.71", year, None, "KBP-WAS-02", *pair, 90.0) for pair in REGULAR.items()]
    database.run("DROP VIEW IF EXISTS hasil; DROP TABLE IF EXISTS laporan;")
    database.fill("laporan", types, rows)
    database.run(script(database.dialect).long())
    # A text is no year that a key could be read from, so it is left out of what is asked.
    columns = ", ".join(("wilayah", "2014", "periode", "kode", *ANSWERS, MARK))
    query = f"SELECT {columns} FROM hasil"  # noqa: S608  # of the test itself
    (found,) = database.answers(query).values()
    assert (found[MARK], found["nilai"]) == (mark, None if mark else 85.0)


def test_a_mode_in_which_no_text_is_empty_takes_no_finding_away(database: Database) -> None:
    if database.dialect != "mariadb":
        pytest.skip("it has no such mode")
    rows = [("62.71", 2025, "", "KBP-WAS-02", *pair, None) for pair in REGULAR.items()]
    computed(database, rows[:1])
    mode = "SET SESSION sql_mode = 'EMPTY_STRING_IS_NULL';"
    database.run(mode + script(database.dialect).long())
    (found,) = database.answers("SELECT * FROM hasil").values()
    assert (found["temuan"], found["kurang"]) == ("IKU401", "konflik")


def test_not_a_number_is_missing(database: Database) -> None:
    if database.dialect not in {"duckdb", "postgresql"}:
        pytest.skip("it has no NaN")
    found = one(database, {**REGULAR, "konflik": "NaN"})
    assert (found["status"], found["kurang"], found["temuan"]) == (
        "belum_lengkap",
        "konflik",
        "IKU401",
    )


# ---------------------------------------------------------------------------- names and catalogs


def test_each_view_has_tables_of_its_own(database: Database) -> None:
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", *pair, None) for pair in REGULAR.items()]
    computed(database, rows)
    other = script(database.dialect, codes=("KBP-POL-04",), view="hasil_lain")
    database.run(other.long())
    assert database.answers("SELECT * FROM hasil_lain") == {}
    (found,) = database.answers("SELECT * FROM hasil").values()
    assert found["nilai"] == 85.0
    database.run("DROP VIEW hasil_lain;")


def test_names_are_quoted_whatever_stands_in_them(database: Database) -> None:
    name = "hasil \"'`;--\\ ≥"
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", *pair, None) for pair in REGULAR.items()]
    computed(database, rows)
    written = script(database.dialect, view=name)
    database.run(written.long())
    quoted = written.dialect.name(name)
    query = f"SELECT * FROM {quoted}"  # noqa: S608  # the name is what is tried
    (found,) = database.answers(query).values()
    assert found["nilai"] == 85.0
    # A second time it takes the place of the first.
    database.run(written.long())
    database.run(f"DROP VIEW {quoted};")


def test_a_name_in_quotation_marks_is_taken_to_the_letter(database: Database) -> None:
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", *pair, None) for pair in REGULAR.items()]
    computed(database, rows)
    written = script(database.dialect, source='"Order"', view='"Group"')
    named = written.dialect.name('"Order"')
    assert named[1:-1] == "Order"
    database.run(f"DROP VIEW IF EXISTS {named};")
    database.run(f"CREATE VIEW {named} AS SELECT * FROM laporan;")  # noqa: S608  # what is tried
    database.run(written.long())
    view = written.dialect.name('"Group"')
    (found,) = database.answers(f"SELECT * FROM {view}").values()  # noqa: S608  # what is tried
    assert found["nilai"] == 85.0
    database.run(f"DROP VIEW {view}; DROP VIEW {named};")


def test_tables_of_other_names_are_left_alone(database: Database) -> None:
    names = ("hasil_wilayah", "hasil_periode", "hasil_definisi", "hasil_koefisien")
    for name in names:
        database.run(f"DROP TABLE IF EXISTS {name};")
        database.fill(name, long_types(), [("62.71", 2025, None, "x", "y", 1.0, None)])
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", *pair, None) for pair in REGULAR.items()]
    computed(database, rows)
    columns = (
        f"wilayah, tahun, periode, kode, nilai, kode, nilai, kode, kode, kode, kode, kode AS {MARK}"
    )
    for name in names:
        assert len(database.answers(f"SELECT {columns} FROM {name}")) == 1  # noqa: S608  # the same
        database.run(f"DROP TABLE {name};")


HOSTILE: Final = "Ti'nggi\\'; DROP TABLE laporan; -- \"` ≥"


def catalog_of(*indicators: Indicator, **tables: Setting) -> iku.Catalog:
    """Return a catalog of these indicators, with tables replaced."""
    changed = replace(KATALOG.tables, **tables)
    versions = {one.kode: (one.model_copy().with_tables(changed),) for one in indicators}
    return replace(KATALOG, by_code=versions, tables=changed)


def test_classes_are_quoted_whatever_stands_in_them(database: Database) -> None:
    scale = KATALOG.tables.scales["permendagri-86-2017"]
    classes = [
        one.model_copy(update={"label": HOSTILE}) if one.label == "Sangat Tinggi" else one
        for one in scale.kelas
    ]
    scales = {**KATALOG.tables.scales}
    scales[scale.nama] = scale.model_copy(update={"kelas": tuple(classes)})
    catalog = catalog_of(KATALOG["KBP-WAS-02"], scales=scales)
    rows = [("62.71", 2025, "tahunan", "KBP-WAS-02", *pair, 90.0) for pair in REGULAR.items()]
    (found,) = computed(database, rows, catalog=catalog).values()
    assert found["predikat"] == HOSTILE


def variable(name: str, **changes: Setting) -> dict[str, Any]:
    """Return a variable of any size."""
    never = {"wilayah": "tidak", "waktu": "tidak"}
    plain = {"nama": name, "label": name, "satuan": "indeks", "jenis": "nilai", "agregasi": never}
    return {**plain, **changes}


POSITIVE: Final = {"rentang": {"min": 0}}
FORMULAS: Final = {
    "jika(x > 1, x, y)": False,
    "bulat(x, 1) + y": False,
    "maks(x, y)": False,
    "1 / (1 / x) + y": False,
    "x * y": True,
    "akar(x * y)": True,
    "akar(x / y)": True,
    "rata_rata_geometrik(x, y)": True,
    "akar(x) + y": False,
    "(x - y) / y * 100": True,
    "x / (x + y)": True,
    "(x + 1) / (2 * y - 3)": True,
}


@pytest.mark.parametrize(("formula", "known"), FORMULAS.items())
def test_formulas_of_local_catalogs(database: Database, formula: str, known: bool) -> None:
    variables = [variable("x", **POSITIVE), variable("y", **POSITIVE)]
    own = measured(KATALOG.tables, rumus=formula, variabel=variables)
    catalog = catalog_of(own)
    chance = random.Random(formula)
    rows = []
    for place in range(100):
        key = ("62.71", 1950 + place, "tahunan", own.kode)
        rows += [(*key, name, round(chance.uniform(0, 9), 3), 7.25) for name in "xy"]
    rows += [("62.71", 2060, "tahunan", own.kode, name, 0.0, 7.25) for name in "xy"]
    found = computed(database, rows, catalog=catalog)
    assert different(found, expected(rows, catalog)) == []
    assert {row[MARK] for row in found.values()} == ({None} if known else {"rumus"})


RULES: Final = {
    # Of the sums of the formula, each of them, and none.
    "x <= y": "x / y",
    "x < y": "x / y",
    "x = y": "x / y",
    "x != y": "x / y",
    "x + 1 <= y": "x / y * 100",
    "x >= y": "(x + 1) / (y + 2)",
    "x > 2 * y": "x / y",
    "z <= x + y": "x / y",
    "x - y <= z": "x - z",
    "2 * x <= 3 * z": "x + y",
}


def test_rules_of_local_catalogs(database: Database) -> None:
    indicators = []
    for number, (rule, formula) in enumerate(RULES.items()):
        said = [{"ekspresi": rule, "pesan": "tidak dipenuhi", "pesan_en": "is broken"}]
        # Half of them have a second one, in which a sum is compared otherwise.
        if number % 2:
            said.append({"ekspresi": "y <= 9", "pesan": "terlalu besar", "pesan_en": "too large"})
        variables = [variable(name, jenis="cacah", satuan="kasus") for name in "xyz"]
        own = measured(KATALOG.tables, rumus=formula, variabel=variables, aturan=said)
        indicators.append(own.model_copy(update={"kode": f"KBP-WAS-{60 + number}"}))
    catalog = catalog_of(*indicators)
    chance = random.Random("aturan")
    rows = []
    for own in indicators:
        for place in range(60):
            key = ("62.71", 1950 + place, "tahunan", own.kode)
            numbers: list[float | None] = [float(chance.randrange(12)) for _ in "xyz"]
            numbers[chance.randrange(3)] = chance.choice((None, numbers[0], numbers[1]))
            rows += [(*key, *pair, None) for pair in zip("xyz", numbers, strict=True)]
    found = computed(database, rows, catalog=catalog)
    assert different(found, expected(rows, catalog)) == []
    assert {row[MARK] for row in found.values()} == {None}
    assert Counter(row["temuan"] for row in found.values())["IKU405"] > 100


RELEASES: Final = {
    "x / y * 100": {"min": 0, "maks": 100},
    "x / y * 10": {"min": 0},
    "(x - y) / (x + y)": {"min": -1, "maks": 1},
    "x / (y - 3)": {"min": 0, "maks": 100},
    "x + y": {},
    "x + y + 1": {"min": 0, "maks": 100},
}


def test_released_values_of_local_catalogs(database: Database) -> None:
    indicators = []
    for number, (formula, ends) in enumerate(RELEASES.items()):
        parts = [variable(name, jenis="cacah", satuan="kasus") for name in "xy"]
        release = variable("r", jenis="rilis", rentang=ends)
        changes = {"rumus": formula, "variabel": [*parts, release], "rilis": "r"}
        own = measured(KATALOG.tables, **changes)
        indicators.append(own.model_copy(update={"kode": f"KBP-WAS-{60 + number}"}))
    catalog = catalog_of(*indicators)
    chance = random.Random("rilis")
    rows = []
    for own in indicators:
        for place in range(80):
            key = ("62.71", 1950 + place, "tahunan", own.kode)
            x, y = (float(chance.choice((0, 1, 3, 7, 50, 2**33))) for _ in "xy")
            released = chance.choice((None, None, 0.0, 0.5, 12.345, 100.0, -0.25, 100.01, x))
            numbers = {"x": chance.choice((x, None)), "y": chance.choice((y, None)), "r": released}
            rows += [(*key, *pair, 40.0) for pair in numbers.items()]
    found = computed(database, rows, catalog=catalog)
    assert different(found, expected(rows, catalog)) == []
    assert {row[MARK] for row in found.values()} <= {None, "rilis", "angka"}
    assert Counter(row["status"] for row in found.values())["lengkap"] > 100


def test_a_value_is_refused_beyond_the_ends_of_its_range_and_not_at_them(
    database: Database,
) -> None:
    own = measured(
        KATALOG.tables,
        rumus="x / y",
        variabel=[variable("x"), variable("y")],
        rentang={"min": "-1.5", "maks": 2},
    )
    pairs: list[tuple[float, float]] = [
        (2, 1),
        (20001, 10000),
        (20000, 10001),
        (-3, 2),
        (-15001, 10000),
        (-1.4999, 1),
        (3, -2),
    ]
    pairs += [(2e11, 1e11), (2e11 + 1, 1e11), (199999999999, 1e11), (-1.5e11 - 1, 1e11)]
    rows = [
        ("62.71", 1950 + place, "tahunan", own.kode, name, float(value), None)
        for place, pair in enumerate(pairs)
        for name, value in zip("xy", pair, strict=True)
    ]
    catalog = catalog_of(own)
    found = computed(database, rows, catalog=catalog)
    assert different(found, expected(rows, catalog)) == []
    assert [row["status"] for _, row in sorted(found.items())][:4] == [
        *("lengkap", "ditolak", "lengkap", "lengkap")
    ]


def test_a_composite_that_may_miss_a_part_is_left_to_the_exact_engine(database: Database) -> None:
    own = measured(
        KATALOG.tables,
        rumus=None,
        variabel=[variable("x"), variable("y")],
        komponen={
            "metode": "aritmetika",
            "anggota": ["x", "y"],
            "ambang": "0.5",
            "kedudukan": "usulan",
        },
    )
    catalog = catalog_of(own)
    key = {"kode": own.kode, "settings": {"catalog": catalog}}
    assert one(database, {"x": 70.0}, **key)[MARK] == "komponen"
    assert one(database, {"x": 70.0, "y": 71.0}, **key)["nilai"] == 70.5


@pytest.mark.parametrize(
    ("change", "mark"),
    [({"batas": {"bawah": 0, "atas": 120}}, None), ({"dasar": "nilai_eksak"}, "target")],
)
def test_methods_of_local_catalogs(database: Database, change: Setting, mark: str | None) -> None:
    method = KATALOG.tables.methods["maksimalkan"]
    changed = method.model_validate({**method.model_dump(), **change})
    methods = {**KATALOG.tables.methods, method.nama: changed}
    own = measured(KATALOG.tables)
    catalog = catalog_of(own, methods=methods)
    rows = [
        ("62.71", 2000 + place, "tahunan", own.kode, "x", 85.0, target)
        for place, target in enumerate((90.0, 50.0, 0.0, 70.83, 70.84))
    ]
    found = computed(database, rows, catalog=catalog)
    assert different(found, expected(rows, catalog)) == []
    assert {row[MARK] for row in found.values()} == {mark}


def test_a_row_without_a_code_and_a_target_without_end_stop_nothing(database: Database) -> None:
    assert one(database, REGULAR, kode=None)["temuan"] == "IKU322"
    assert one(database, REGULAR, target=1.7e308)[MARK] == "target"
