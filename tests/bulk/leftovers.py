"""Rows that no formula reads at once: codes, periods and regions nobody has, numbers as texts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, Final

from kesbang_iku.indicator.indicator import Indicator
from tests.bulk.frames import Row

CODES: Final = (
    *("KBP-ZZZ-99", "KBP-WAS-99", "kbp-was-02", " KBP-WAS-02", "KBP WAS 02", "KBP-WAS-2", "8.01"),
    *("", None, "000587", "3273010101010001", "=1+1", "KBP-WAS-02\n", "nan", "Indeks Demokrasi"),
)
"""Codes that are none, some of them near to one, one the number of a person."""
PERIODS: Final = (
    *("tahunan", None, "triwulan-1", "sd-bulan-06", "Triwulan I", "TW I", "tw 1", "TW-1", "S1"),
    *("Bulan-1", "Januari", "januari", "bulan-13", "2025", "Semester 2", "caturwulan-4", "?"),
    *("Tahunan", " tahunan", "tahunan ", "s.d. TW II", "3273010101010001", "sd-Triwulan-3"),
)
REGIONS: Final = (
    *("62", "62.71", "11", "35.10", "91.02", "92.71", "0", "99.99", "6271", "Kab. Entah", "", None),
    *("3273010101010001", "-", "Aceh", "62.71.01", "O1"),
)
YEARS: Final = (2025, 2024, 2023, 2019, 2009, 1945, 1944, 2100, 2101, 0, -5)
TARGETS: Final = (None, 90.0, 0.0, -1.0, 101.0, 1e9, 1e12, 1e15, 1e16, 3.00001, 66.666666, 250.0)
TEXTS: Final = (
    *(
        "1.500",
        "1,500",
        "n/a",
        "-",
        "tidak ada",
        "20 orang",
        "1.5 juta",
        "Rp 1.000",
        "17/20",
        "85%",
    ),
    *("≥ 20", "10-20", "1e3", "٣", "²", " 20 ", "+20", "-1", "2,5", "2.55", "20.0", "1.000.000"),
    *("12345678901234567890", "0,1234567", "3273010101010001", "nihil", "Baik", "20,", ".5", "NaN"),
)
TARGET_TEXTS: Final = (
    *(None, "", "90", "90,5", "1.234", "101", "1.000.000", "-5", "≥ 80", "81,69–85,23", "<= 3"),
    *("Sangat Tinggi", "BB", "n/a", "100%", "85 persen", "1e3", "90,123456", "+5", "80 - 90"),
)


def rows(indicators: Sequence[Indicator], each: int, seed: int, *, texts: bool) -> list[Row]:
    """Return rows of which about half are plain in all but one thing, the rest in none."""
    chance = random.Random(seed)
    found: list[Row] = []
    for indicator in indicators:
        found += (_row(indicator, chance, texts=texts) for _ in range(each))
        found += [dict(row) for row in found[-each:] if chance.random() < 0.02]
    chance.shuffle(found)
    return found


def _row(indicator: Indicator, chance: random.Random, *, texts: bool) -> Row:
    year = indicator.berlaku.selesai or max(indicator.berlaku.mulai or 0, 2025)
    odd = {chance.choice(("kode", "periode", "wilayah", "tahun", "target", "nilai"))}
    if chance.random() < 0.4:
        odd |= {"nilai", "target", chance.choice(("kode", "periode", "wilayah", "tahun"))}
    wilayah: Any = "62.71" if indicator.exists_at("kota") else "62"
    row: Row = {
        "wilayah": chance.choice(REGIONS) if "wilayah" in odd else wilayah,
        "tahun": chance.choice(YEARS) if "tahun" in odd else year,
        "periode": chance.choice(PERIODS if "periode" in odd else PERIODS[:4]),
        "kode": chance.choice(CODES) if "kode" in odd else indicator.kode,
        "target": None if chance.random() < 0.3 else 90.0,
        **{name: _value(indicator, name, chance) for name in indicator.variables_by_name},
    }
    if texts:
        row |= {name: _written(row[name], chance) for name in (*indicator.variables_by_name,)}
        row["target"] = _written(row["target"], chance)
    if "target" in odd:
        row["target"] = chance.choice(TARGET_TEXTS if texts else TARGETS)
    if "nilai" in odd:
        name = chance.choice([*indicator.variables_by_name])
        row[name] = chance.choice(TEXTS) if texts else chance.choice((-1.0, 2.5, 1e16, 1e308))
    if chance.random() < 0.04:
        row["capaian"] = "94,44" if texts else 94.44
    return row


def _value(indicator: Indicator, name: str, chance: random.Random) -> float | None:
    variable = indicator.variables_by_name[name]
    if chance.random() < (0.7 if variable.jenis == "rilis" else 0.1):
        return None
    if variable.whole:
        return float(chance.choice((0, 1, 17, 20, 250, 2000)))
    most = float(variable.maximum) if variable.maximum is not None else 1000.0
    return chance.choice((most, most / 8, round(most * chance.random(), 2)))


def _written(value: float | None, chance: random.Random) -> str | None:
    if value is None:
        return chance.choice((None, ""))
    text = str(int(value)) if value.is_integer() else repr(value)
    return text.replace(".", ",") if chance.random() < 0.3 else text
