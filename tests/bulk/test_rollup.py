"""Roll-ups of dataframes held to the exact one: over random tables, in every library."""

from __future__ import annotations

import random
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from tests.bulk.frames import KATALOG, KEYS, MAKERS, Row, long, rows_of

pytestmark = pytest.mark.frames

SHARE, COUNT, STOCK, DEATHS = "KBP-WAS-02", "KBP-WAS-09", "KBP-ORM-03", "KBP-WAS-04"
SURVEY, PLANS, NATIONAL, MIXED = "KBP-UMM-01", "KBP-WAS-11", "KBP-ESB-21", "KBP-POL-02"
INDEX: Final = "KBP-POL-01"
CODES: Final = (INDEX, SHARE, COUNT, STOCK, DEATHS, SURVEY, PLANS, NATIONAL, MIXED)
REGIONS: Final = (
    *("34.01", "34.02", "34.03", "34.04", "34.71", "64.01", "65.01", "65.04", "93.01", "94.01"),
    *("11.01", "31.71", "34", "12", "33", "99.99"),
)
PERIODS: Final = ("tahunan", *(f"triwulan-{n}" for n in (1, 2, 3, 4)), "semester-1", "semester-2")
SPREAD: Final = ("n", "min", "kuartil_1", "median", "kuartil_3", "maks")
SAME: Final = (
    *("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang"),
    *("melapor", "seharusnya"),
    *(f"sebaran_{name}" for name in SPREAD),
)

RESULT: Final = (*KEYS, "nilai", "status", "temuan", "melapor", "seharusnya")


def table(seed: int, *, yearly: bool, higher: bool, odd: float = 0.05) -> list[Row]:
    """Return a random table of reports, a row an item."""
    chance = random.Random(seed)
    rows: dict[tuple[Any, ...], Row] = {}
    codes = chance.sample(CODES, 3)
    for _ in range(60):
        code = chance.choice(codes)
        region = chance.choice([one for one in REGIONS if higher or "." in one])
        if code in {NATIONAL, INDEX} and "." in region:
            region = region[:2]
        year = chance.choice([2005, 2018, 2024])
        period = chance.choice(PERIODS) if yearly or chance.random() < 0.2 else "tahunan"
        indicator = next(
            (one for one in reversed(KATALOG.versions(code)) if year in one.berlaku),
            KATALOG[code],
        )
        row: Row = {"wilayah": region, "tahun": year, "periode": period, "kode": code}
        row["target"] = chance.choice([None, 80.0, 2.5]) if "." not in region else None
        least = 0
        for name in indicator.variables_by_name:
            variable = indicator.variables_by_name[name]
            least = chance.randint(least, least + 9)
            value: float | None = float(least)
            if not variable.whole:
                released = variable.jenis == "rilis" and code != INDEX
                value = None if released else round(chance.uniform(2, 4), 2)
            if chance.random() < odd:
                value = chance.choice([None, 1e13, -1.0, 2.5])
            row[name] = value
        rows[tuple(row[key] for key in KEYS)] = row
    if yearly:  # of some regions the whole year, in quarters
        for region in ("34.01", "34.02"):
            for period in PERIODS[1:5]:
                row = {"wilayah": region, "tahun": 2024, "periode": period, "kode": SHARE}
                row |= {"target": None, "konflik_diselesaikan": 1.0, "konflik": 2.0}
                rows[tuple(row[key] for key in KEYS)] = row
    return list(rows.values())


def exact(rows: list[Row], ke: str | None, waktu: str | None) -> dict[tuple[Any, ...], Row]:
    found = {}
    for one in iku.rollup(rows, KATALOG, ke=ke, waktu=waktu):
        assert one.cakupan is not None
        found[one.wilayah, one.tahun, one.periode, one.kode] = {
            "nilai": None if one.nilai is None else float(one.nilai),
            "status": str(one.status),
            "capaian": None if one.capaian is None else float(one.capaian),
            "predikat": one.predikat,
            "kategori": one.kategori,
            "temuan": " ".join(sorted({each.kode for each in one.temuan})),
            "kurang": " ".join(one.kurang),
            "melapor": one.cakupan.melapor,
            "seharusnya": one.cakupan.seharusnya,
        }
        for name in SPREAD:
            number = None if one.sebaran is None else float(getattr(one.sebaran, name))
            number = 0 if number is None and name == "n" else number
            found[one.wilayah, one.tahun, one.periode, one.kode][f"sebaran_{name}"] = number
    return found


def framed(native: Any, ke: str | None, waktu: str | None) -> dict[tuple[Any, ...], Row]:  # noqa: ANN401  # of any library
    found = {}
    for row in rows_of(iku.rollup_frame(native, KATALOG, ke=ke, waktu=waktu)):
        key = tuple(row[name] for name in KEYS)
        assert key not in found
        found[key] = {name: None if row[name] != row[name] else row[name] for name in SAME}
    return found


KNOWN: Final = ("34.01", "34.02", "34.03", "34.04", "34.71", "11.01", "31.71", "12", "33")
WAYS: Final = (
    ("provinsi", None, False),
    ("0", None, True),
    ("34", None, False),
    (None, None, False),
    ("34.01", None, False),
    ("provinsi", "tahunan", False),
    ("nasional", "tahunan", True),
    (None, "tahunan", True),
    ("provinsi", None, True),
    ("34", "tahunan", True),
)


@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize(("ke", "waktu", "higher"), WAYS)
def test_a_table_rolls_up_as_the_exact_engine_does(
    shape: str, ke: str | None, waktu: str | None, *, higher: bool
) -> None:
    for seed in range(2):
        rows = table(seed, yearly=waktu is not None, higher=higher)
        rows = long(rows) if shape == "long" else rows
        assert framed(MAKERS["polars"](rows), ke, waktu) == exact(rows, ke, waktu), seed


@pytest.mark.parametrize("library", ["pandas", "duckdb", "pyarrow", "polars-lazy"])
@pytest.mark.parametrize(("ke", "waktu", "higher"), [WAYS[0], WAYS[6]])
def test_every_library_rolls_up_alike(
    library: str, ke: str | None, waktu: str | None, *, higher: bool
) -> None:
    # What DuckDB cannot compute exactly it refuses item by item, before anything is added.
    odd = 0.0 if library == "duckdb" else 0.05
    rows = table(3, yearly=waktu is not None, higher=higher, odd=odd)
    if library == "duckdb":
        rows = [row for row in rows if row["wilayah"] in KNOWN and row["kode"] != SURVEY]
    native = MAKERS[library](rows)
    assert framed(native, ke, waktu) == exact(rows, ke, waktu)
    assert type(iku.rollup(native, KATALOG, ke=ke, waktu=waktu)) is type(native)


OWN: Final[tuple[tuple[Row, tuple[object, ...]], ...]] = (
    ({"target": 90.0}, (92.59, "Sangat Tinggi", "")),
    ({"konflik_diselesaikan": 25.0, "konflik": 30.0, "target": 90.0}, (92.59, "Sangat Tinggi", "")),
    ({"konflik_diselesaikan": 25.0, "konflik": 31.0}, (None, None, "IKU471")),
    ({"realisasi": "85,0"}, (None, None, "IKU471")),
    ({"realisasi": "83,3"}, (None, None, "")),
)


@pytest.mark.parametrize(("own", "found"), OWN)
def test_what_a_province_reports_itself_is_judged(own: Row, found: tuple[object, ...]) -> None:
    key: Row = {"tahun": 2024, "periode": "tahunan", "kode": SHARE}
    regions = zip(("34.01", "34.02", "34.03", "34.04", "34.71"), range(3, 8), strict=True)
    rows: list[Row] = [
        {"wilayah": code, **key, "konflik_diselesaikan": float(n), "konflik": n + 1.0}
        for code, n in regions
    ]
    rows.append({"wilayah": "34", **key, **own})
    (made,) = framed(_texts(rows), "34", None).values()
    assert made["nilai"] == 83.33
    assert (made["capaian"], made["predikat"], made["temuan"]) == found


def _texts(rows: list[Row]) -> Any:  # noqa: ANN401  # a table of Polars
    import polars as pl

    return pl.DataFrame(rows, infer_schema_length=None)


def test_values_that_are_not_added_show_how_they_are_spread() -> None:
    key: Row = {"tahun": 2024, "periode": "tahunan", "kode": SURVEY, "target": None, "u1": None}
    values = {"34.01": "80,10", "34.02": "82,50", "34.03": "85,00", "34.71": "88,25"}
    rows = [{"wilayah": code, **key, "realisasi": value} for code, value in values.items()]
    (made,) = framed(_texts(rows), "34", None).values()
    assert made["nilai"] is None
    spread = [made[f"sebaran_{name}"] for name in SPREAD]
    assert spread == [4, 80.1, 81.9, 83.75, 85.8125, 88.25]


def test_what_is_told_twice_otherwise_is_left_out_of_a_wide_table() -> None:
    row: Row = {"wilayah": "34.01", "tahun": 2024, "periode": "tahunan", "kode": COUNT}
    rows = [{**row, "konflik": 1.0}, {**row, "wilayah": "34.02", "konflik": 2.0}]
    rows.append({**row, "konflik": 3.0})
    (found,) = framed(MAKERS["polars"](rows), "34", None).values()
    assert (found["nilai"], found["melapor"], found["temuan"]) == (2.0, 1, "IKU470")


@pytest.mark.parametrize("period", ["tahunan", "sd-triwulan-4"])
@pytest.mark.parametrize(("ke", "waktu"), [("34", None), ("34", "tahunan"), (None, "tahunan")])
def test_rows_of_one_variable_that_contradict_are_told(
    ke: str | None, waktu: str | None, period: str
) -> None:
    row: Row = {"wilayah": "34.01", "tahun": 2024, "periode": period, "kode": COUNT}
    rows = [{**row, "variabel": "konflik", "nilai": number} for number in (3.0, 1.0)]
    (found,) = framed(MAKERS["polars"](rows), ke, waktu).values()
    assert (found["nilai"], found["temuan"]) == (3.0, "IKU323")
    assert [one.kode for one in iku.rollup(rows, KATALOG, ke=ke, waktu=waktu).temuan] == ["IKU323"]


def test_what_gives_no_result_says_why_in_the_year_of_a_region() -> None:
    row: Row = {"wilayah": "34.01", "tahun": 2024, "periode": "tahunan", "kode": COUNT}
    rows = [{**row, "konflik": 1.0}, {**row, "wilayah": "", "konflik": 2.0}]
    rows += [{**row, "wilayah": "34.02", "periode": f"TW {one}", "konflik": 1.0} for one in "IV"]
    found = framed(MAKERS["polars"](rows), None, "tahunan").values()
    assert [(one["status"], one["temuan"]) for one in found] == [
        (None, "IKU322"), ("lengkap", ""), ("belum_lengkap", "IKU454"),
    ]  # fmt: skip
    index: Row = {"wilayah": "34", "tahun": 2018, "periode": "tahunan", "kode": "KBP-POL-01"}
    names = ("kebebasan_sipil", "hak_politik", "lembaga_demokrasi", "kapasitas")
    table = _texts([{**index, **dict.fromkeys(names, 80.0)}])
    (refused,) = framed(table, None, "tahunan").values()
    assert (refused["status"], refused["temuan"]) == ("ditolak", "IKU312")


def test_a_variable_that_is_none_of_an_indicator_keeps_its_region_out() -> None:
    row: Row = {"tahun": 2024, "periode": "tahunan", "kode": COUNT}
    rows = [{**row, "wilayah": "34.01", "konflik": 1.0, "dpt": 5.0}]
    # Half a conflict sends the whole sum to the exact engine.
    rows += [
        {**row, "wilayah": code, "konflik": some} for code, some in (("34.02", 2.0), ("34.03", 0.5))
    ]
    rows.append({**rows[1], "wilayah": "34.02"})
    (found,) = framed(_texts(rows), "34", None).values()
    assert found == exact(rows, "34", None)["34", 2024, "tahunan", COUNT]
    assert (found["nilai"], found["melapor"]) == (2.0, 1)


@pytest.mark.parametrize("library", MAKERS)
def test_names_are_told_where_they_are_asked_for(library: str) -> None:
    rows = table(3, yearly=False, higher=False)
    named, plain = (
        rows_of(iku.rollup_frame(MAKERS[library](rows), ke="provinsi", nama=one))
        for one in (True, False)
    )
    keys = ["wilayah", "nama_wilayah", "tahun", "periode", "kode", "nama"]
    assert list(named[0]) == [*keys, *list(plain[0])[len(KEYS) :]]
    for row in named:
        assert row["nama_wilayah"] == load_regions()[row["wilayah"]].nama
        applying = KATALOG.in_force(int(row["tahun"]))
        assert row["nama"] == applying[row["kode"]].nama
    assert [{name: row[name] for name in KEYS} for row in named] == [
        {name: row[name] for name in KEYS} for row in plain
    ]


def test_words_that_are_not_known_are_refused() -> None:
    rows = MAKERS["polars"]([{"wilayah": "34", "tahun": 2024, "kode": COUNT, "konflik": 1.0}])
    with pytest.raises(ValueError, match="'Atlantis' is no region"):
        iku.rollup_frame(rows, KATALOG, ke="Atlantis")
    with pytest.raises(ValueError, match="'bulanan' is not known"):
        iku.rollup_frame(rows, KATALOG, waktu="bulanan")


@pytest.mark.parametrize("library", MAKERS)
def test_codes_and_regions_that_are_spelt_otherwise_are_added(library: str) -> None:
    numbers = {"tahun": 2024, "konflik": 20.0, "konflik_diselesaikan": 17.0}
    spelt = {"6271": "KBP-WAS-02", "62.01": "KBP-WAS-02@1", "Entah": "KBP-WAS-02"}
    spelt["62.02"] = "kbp-was-02"
    told = [{"wilayah": region, "kode": code, **numbers} for region, code in spelt.items()]
    (one_by_one,) = iku.rollup(told, ke="provinsi").hasil
    (found,) = rows_of(iku.rollup(MAKERS[library](told), ke="provinsi"))
    assert one_by_one.cakupan is not None
    assert one_by_one.cakupan.melapor == 3
    assert (found["wilayah"], found["kode"], found["nilai"], found["melapor"]) == (
        "62", "KBP-WAS-02", 85.0, 3,
    )  # fmt: skip


@pytest.mark.parametrize("ke", ["provinsi", "nasional"])
def test_a_large_table_of_pyarrow_rolls_up_as_one_of_polars(ke: str) -> None:
    # Of so many rows a join of PyArrow turns the order, of fewer now and then.
    import polars as pl

    chance = random.Random(5)
    regions = [one.kode for one in load_regions().values() if 2024 in one.berlaku and one.induk]
    keys = [
        (region, year, period)
        for region in regions
        for year in range(2006, 2026)
        for period in PERIODS[1:5]
        if len(region) > 2 and chance.random() < 0.95
    ]
    below = [chance.randrange(50) for _ in keys]
    above = [chance.randrange(one + 1) for one in below]
    columns = {name: [*cells] for name, cells in zip(KEYS, zip(*keys, strict=True), strict=False)}
    columns |= {"kode": [SHARE] * len(keys), "konflik": below, "konflik_diselesaikan": above}
    frame = pl.DataFrame(columns)
    tables = (frame, frame.to_arrow())
    found = [rows_of(iku.rollup(table, KATALOG, ke=ke, waktu="tahunan")) for table in tables]
    whole, turned = (sorted(tuple(row[name] for name in RESULT) for row in rows) for rows in found)
    assert len(keys) > 1 << 15
    assert whole == turned
