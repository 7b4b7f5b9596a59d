"""What the figures are measured on: reports as regions write them, made anew for every run."""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import xlsxwriter

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions

COLUMNS: Final = (
    *("wilayah", "tahun", "periode", "kode", "variabel", "nilai"),
    *("target", "realisasi", "capaian", "predikat", "bukti"),
)
_FIRST_YEAR: Final = 2021
_YEARS: Final = 4
_NEWEST: Final = 2025
_OLDEST: Final = 1990
_TRIALS: Final = 20
_COUNTED: Final = frozenset({"cacah", "uang"})
_VARIABLES: Final = {
    "KBP-POL-01": ("kebebasan", "kesetaraan", "kapasitas"),
    "KBP-WAS-02": ("konflik_diselesaikan", "konflik"),
    "KBP-ESB-02": ("toleransi", "kesetaraan", "kerja_sama"),
    "KBP-ESB-04": ("masukan", "proses", "keluaran"),
    "KBP-ESB-10": ("rekomendasi_fkub_ditindaklanjuti", "rekomendasi_fkub"),
    "KBP-POL-15": ("unjuk_rasa_aman", "unjuk_rasa"),
}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DIFFERENT: Final = 200
_HEADERS: Final = (
    *("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan"),
    *("Target 2025", "Realisasi 2025", "Capaian 2025 (%)", "Keterangan"),
)
ITEMS: Final = 4
"""How many of them a report holds: the first ones that there are at the level of its region."""


def _share(names: tuple[str, ...], chance: random.Random) -> dict[str, str]:
    whole = chance.randint(5, 60)
    return dict(zip(names, (str(chance.randint(3, whole)), str(whole)), strict=True))


def _parts(names: tuple[str, ...], chance: random.Random) -> dict[str, str]:
    return {name: f"{chance.randint(5500, 9000) / 100:.2f}" for name in names}


@dataclass(frozen=True)
class Item:
    """One indicator of a report, as it is written."""

    kode: str
    variabel: dict[str, str]
    printed: dict[str, str]


@dataclass(frozen=True)
class Report:
    """One report, as it is written."""

    wilayah: str
    tahun: int
    items: tuple[Item, ...]


def reports(count: int, items: int = ITEMS) -> Iterator[Report]:
    """Yield ``count`` reports of ``items`` indicators, region by region, four years of each.

    The numbers are drawn, always the same ones; what is printed is what they compute to.
    """
    chance = random.Random(8)  # the same numbers every time is what is wanted
    katalog = iku.load_catalog()
    years = {year: katalog.in_force(year) for year in range(_FIRST_YEAR, _FIRST_YEAR + _YEARS)}
    regions = [region for region in load_regions().values() if region.induk is not None]
    for number in range(count):
        year = _FIRST_YEAR + number % _YEARS
        region = regions[number // _YEARS % len(regions)]
        there = [
            kode
            for kode in _VARIABLES
            if kode in years[year] and years[year][kode].exists_at(region.tingkat)
        ]
        drawn = (_item(years[year][kode], chance) for kode in there[:items])
        yield Report(region.kode, year, tuple(drawn))


def _item(indicator: iku.Indicator, chance: random.Random) -> Item:
    names = _VARIABLES[indicator.kode]
    is_share = indicator.satuan == "persen"
    values = _share(names, chance) if is_share else _parts(names, chance)
    target = f"{chance.randint(6000, 8500) / 100:.2f}"
    result = indicator.compute(values, target=target)
    printed = {"target": target}
    if result.nilai is not None and result.capaian is not None:
        printed |= {"realisasi": str(result.nilai), "capaian": str(result.capaian)}
        printed["predikat"] = result.predikat or ""
    return Item(indicator.kode, values, printed)


def write_reports(folder: Path, count: int, items: int = ITEMS) -> tuple[Path, ...]:
    """Write ``count`` reports of ``items`` indicators into ``folder``, and return the files."""
    files = []
    for number, report in enumerate(reports(count, items)):
        file = folder / f"laporan-{number:04}.yaml"
        file.write_text("\n".join(_written(report)), encoding="utf-8")
        files.append(file)
    return tuple(files)


def _written(report: Report) -> Iterator[str]:
    yield "jenis: laporan"
    yield f'wilayah: "{report.wilayah}"'
    yield f"tahun: {report.tahun}"
    yield "periode: tahunan"
    yield "item:"
    for item in report.items:
        yield f"  - kode: {item.kode}"
        variables = ", ".join(f"{name}: {value}" for name, value in item.variabel.items())
        yield f"    variabel: {{{variables}}}"
        for name, value in item.printed.items():
            yield f"    {name}: {value}"
        yield f'    bukti: ["Laporan kinerja {report.tahun}, bab 3"]'
    yield ""


def write_json(file: Path, size: int) -> int:
    """Write one report of about ``size`` bytes as JSON, and return how many items it has."""
    found: list[dict[str, object]] = []
    written = 0
    for one in itertools.cycle(item for report in reports(_DIFFERENT) for item in report.items):
        values, printed = map(_as_numbers, (one.variabel, one.printed))
        told = {"kode": one.kode, "variabel": values, **printed}
        found.append({**told, "bukti": ["Laporan kinerja, bab 3"]})
        written += len(json.dumps(found[-1]))
        if written >= size:
            break
    head = {"jenis": "laporan", "wilayah": "35.10", "tahun": _NEWEST, "item": found}
    file.write_text(json.dumps(head, ensure_ascii=False), encoding="utf-8")
    return len(found)


def _as_numbers(texts: dict[str, str]) -> dict[str, object]:
    """Return texts as a program writes them: what is a number is none in quotes."""
    return {
        name: json.loads(text) if _NUMBER.fullmatch(text) else text for name, text in texts.items()
    }


def write_workbook(file: Path, rows: int) -> None:
    """Write a workbook with one performance table of so many indicators, 8 columns wide."""
    chance = random.Random(8)  # as above
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("Capaian")
    sheet.write_row(0, 0, _HEADERS)
    for number in range(1, rows + 1):
        target, value = (chance.randint(5000, 9500) / 100 for _ in range(2))
        name = f"Persentase konflik sosial yang diselesaikan di Desa {number}"
        goal = f"Meningkatnya kerukunan di wilayah {number % 7}"
        numbers = (target, value, round(value / target * 100, 2))
        sheet.write_row(number, 0, (number, goal, name, "%", *numbers, f"Bidang {number % 40}"))
    book.close()


def write_table(file: Path, size: int) -> int:
    """Write a CSV table of about ``size`` bytes, one row a variable, and return its rows.

    It holds the reports of all regions, region by region and year by year, as a national
    collection would.
    """
    chance = random.Random(8)  # as above
    regions = [region for region in load_regions().values() if region.induk is not None]
    drawn = _drawable(iku.load_catalog(), chance)
    written = rows = 0
    with file.open("w", encoding="utf-8", newline="") as stream:
        written += stream.write(",".join(COLUMNS) + "\n")
        for number, region in enumerate(regions, start=1):
            wanted = size * number // len(regions)
            for year in range(_NEWEST, _OLDEST, -1):
                for indicator in drawn:
                    there = year in indicator.berlaku and indicator.exists_at(region.tingkat)
                    if written >= wanted or not there:
                        continue
                    for row in _rows(indicator, region.kode, year, chance):
                        written += stream.write(",".join(row) + "\n")
                        rows += 1
    return rows


def write_items(file: Path, count: int) -> None:
    """Write a CSV table of so many indicators, one row a variable: region by region, by year."""
    chance = random.Random(8)  # as above
    drawn = _drawable(iku.load_catalog(), chance)
    items = (
        (indicator, region.kode, year)
        for region in load_regions().values()
        if region.induk is not None
        for year in range(_NEWEST, _OLDEST, -1)
        for indicator in drawn
        if year in indicator.berlaku and indicator.exists_at(region.tingkat)
    )
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(COLUMNS) + "\n")
        for indicator, region, year in itertools.islice(items, count):
            stream.writelines(
                ",".join(row) + "\n" for row in _rows(indicator, region, year, chance)
            )


def _rows(
    indicator: iku.Indicator, region: str, year: int, chance: random.Random
) -> Iterator[tuple[str, ...]]:
    for name, value in _draw(indicator, chance).items():
        head = (region, str(year), "tahunan", indicator.kode)
        yield (*head, name, value, "", "", "", "", f"Laporan kinerja {year}")


def _drawable(katalog: iku.Catalog, chance: random.Random) -> tuple[iku.Indicator, ...]:
    """Return the indicators that drawn numbers are possible for."""
    return tuple(
        indicator
        for indicator in katalog
        if all(
            indicator.compute(_draw(indicator, chance)).status is iku.Status.COMPLETE
            for _ in range(_TRIALS)
        )
    )


def _draw(indicator: iku.Indicator, chance: random.Random) -> dict[str, str]:
    """Return a number for each variable: counts never fall, so that parts stay below wholes."""
    values: dict[str, str] = {}
    count = chance.randint(1, 40)
    for variable in indicator.variabel:
        if variable.jenis in _COUNTED:
            count += chance.randint(0, 40)
            values[variable.nama] = str(count)
        else:
            values[variable.nama] = f"{chance.randint(5500, 9000) / 100:.2f}"
    return values
