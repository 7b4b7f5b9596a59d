"""Write the corpus of sheets: real layouts, names of the catalog, invented numbers.

What each sheet must be read as is known as it is made, and does not come from the reader. The text
of a sheet is what is committed; tests make workbooks of it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import kesbang_iku

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "tests" / "tables" / "lembar"
SEEDS: Final = 4
REGIONS: Final = (
    ("KABUPATEN BANYUWANGI", "35.10"),
    ("KOTA PALANGKA RAYA", "62.71"),
    ("PROVINSI JAWA TIMUR", "35"),
    ("KABUPATEN PULANG PISAU", "62.11"),
    ("KOTA BANDUNG", "32.73"),
    ("PROVINSI PAPUA", "91"),
)
MARKS: Final = ("", "a. ", "1) ", "(1) ", "IKU 1: ", "- ", "\u2022 ")

Cell = str | int | float | None
Value = tuple[str, str]
What = str | Value | None
"""What a column holds: a text of the item, a value by role and key, or money and remarks."""


@dataclass
class Layout:
    """Columns with the headers above each, and what stands around the table."""

    name: str
    columns: Sequence[tuple[tuple[str, ...], What]]
    kind: str
    titles: Sequence[str] = ()
    year: int | None = None
    numbering: bool = False
    stacked: Sequence[str] = ()


@dataclass
class Sheet:
    """A sheet as it is written, with what it must be read as."""

    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    expected: list[dict[str, object]] = field(default_factory=list)
    region: str | None = None
    year: int | None = None


def _plan(*heads: tuple[tuple[str, ...], What]) -> list[tuple[tuple[str, ...], What]]:
    return [
        (("No",), "no"), (("Sasaran Strategis",), "sasaran"), (("Indikator Kinerja",), "nama"),
        (("Satuan",), "satuan"), *heads,
    ]  # fmt: skip


def layouts() -> Iterator[Layout]:
    """Yield every layout of the corpus."""
    years = (2025, 2026, 2027, 2028, 2029)
    targets = [((str(year),), ("target", str(year))) for year in years]
    yield Layout("tahun-saja", _plan(*targets), "rencana")
    yield Layout(
        "target-di-atas-tahun",
        _plan(
            (("Kondisi Awal", "2024"), ("dasar", "2024")),
            *((("Target", str(year)), ("target", str(year))) for year in years),
        ),
        "rencana",
        numbering=True,
    )
    yield Layout(
        "target-bertahun",
        _plan(
            (("Baseline 2024",), ("dasar", "2024")),
            *(((f"Target {year}",), ("target", str(year))) for year in years),
        ),
        "rencana",
    )
    dresses = {
        "th": "Th. {}", "thn": "Thn {}", "ta": "TA {}", "t": "T{}", "target-th": "Target Th. {}",
        "tahun-ke": "Tahun-1 ({})", "target-tahun": "Target Tahun {}",
    }  # fmt: skip
    for name, dress in dresses.items():
        dressed = (((dress.format(year),), ("target", str(year))) for year in years)
        yield Layout(f"tajuk-{name}", _plan(*dressed), "rencana")
    funding = "Target Kinerja Program dan Kerangka Pendanaan"
    pairs = {
        "target-rp": ("Target", "Rp"), "rp-target": ("Rp", "Target"),
        "kinerja-dana": ("Kinerja", "Dana (Rp)"), "k-rp": ("K", "Rp"),
        "target-pagu": ("Target", "Pagu Indikatif (Rp)"), "pagu-target": ("Pagu", "Target"),
    }  # fmt: skip
    for name, pair in pairs.items():
        for top in ((funding,), ()):
            heads: list[tuple[tuple[str, ...], What]] = []
            for year in years[:3]:
                for text in pair:
                    money = text not in ("Target", "Kinerja", "K")
                    what = ("anggaran" if money else "target", str(year))
                    heads.append(((*top, f"Tahun {year}", text), what))
            told = f"t-c27-{name}" + ("" if top else "-dua-baris")
            yield Layout(told, _plan(*heads), "rencana", numbering=bool(top))
    yield Layout(
        "perjanjian-kinerja",
        _plan((("Target",), ("target", "2025"))),
        "perjanjian_kinerja",
        ("PERJANJIAN KINERJA TAHUN 2025",),
        2025,
    )
    parts = [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "Capaian (%)")]
    yield Layout(
        "lkjip",
        _plan(*(((text,), (role, "2024")) for role, text in parts)),
        "capaian",
        ("LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2024",),
        2024,
        numbering=True,
    )
    yield Layout(
        "lkjip-tahun-lalu",
        _plan(
            (("Realisasi 2023",), ("realisasi", "2023")),
            *((("2024", text), (role, "2024")) for role, text in parts),
        ),
        "capaian",
    )
    short = [("target", "Target"), ("realisasi", "Realisasi"), ("capaian", "%")]
    yield Layout(
        "tahun-di-atas-bagian",
        _plan(*(((str(y), text), (role, str(y))) for y in (2022, 2023) for role, text in short)),
        "capaian",
    )
    yield Layout(
        "bagian-di-atas-tahun",
        _plan(*(((text, str(y)), (role, str(y))) for role, text in parts for y in (2022, 2023))),
        "capaian",
    )
    yield Layout(
        "bertingkat",
        [
            (("No",), "no"), (("Indikator Kinerja",), "nama"), (("Uraian",), "label"),
            *(((str(year),), ("target", str(year))) for year in (2022, 2023, 2024)),
        ],
        "capaian",
        stacked=("target", "realisasi", "capaian"),
    )  # fmt: skip
    quarters = ("I", "II", "III", "IV")
    for name, word in (("tw", "TW {}"), ("triwulan", "Triwulan {}")):
        yield Layout(
            f"monev-kelompok-{name}",
            _plan(
                *(
                    ((text, word.format(quarter)), (role, f"2025/triwulan-{number}"))
                    for role, text in parts[:2]
                    for number, quarter in enumerate(quarters, start=1)
                )
            ),
            "pemantauan",
            ("MONITORING KINERJA TAHUN 2025",),
            2025,
        )
        yield Layout(
            f"monev-bagian-{name}",
            _plan(
                (("Target Tahunan",), ("target", "2025")),
                *(
                    ((word.format(quarter), text), (role, f"2025/triwulan-{number}"))
                    for number, quarter in enumerate(quarters, start=1)
                    for role, text in parts
                ),
            ),
            "pemantauan",
            ("MONITORING KINERJA TAHUN 2025",),
            2025,
        )
    yield Layout(
        "semester",
        _plan(
            *(
                ((f"Semester {numeral}", text), (role, f"2025/semester-{number}"))
                for number, numeral in enumerate(quarters[:2], start=1)
                for role, text in parts[:2]
            )
        ),
        "pemantauan",
        ("PENGUKURAN KINERJA TAHUN 2025",),
        2025,
    )
    months = ("Januari", "Februari", "Maret", "April")
    yield Layout(
        "bulanan",
        _plan(
            *(
                ((f"Realisasi {month}",), ("realisasi", f"2025/bulan-{number:02}"))
                for number, month in enumerate(months, start=1)
            )
        ),
        "pemantauan",
        ("LAPORAN BULANAN TAHUN 2025",),
        2025,
    )
    yield Layout(
        "sampai-dengan",
        _plan(
            (("Target 2025",), ("target", "2025")),
            (("Realisasi s.d. TW II 2025",), ("realisasi", "2025/sd-triwulan-2")),
        ),
        "pemantauan",
    )
    yield Layout(
        "rencana-aksi",
        _plan(
            (("Target",), ("target", "2025")),
            *(
                (("Target Triwulan", quarter), ("target", f"2025/triwulan-{number}"))
                for number, quarter in enumerate(quarters, start=1)
            ),
            (("Anggaran (Rp)",), ("anggaran", "2025")),
        ),
        "pemantauan",
        ("RENCANA AKSI TAHUN 2025",),
        2025,
    )
    yield Layout(
        "formulir-iku",
        [
            (("No",), "no"), (("Sasaran Strategis",), "sasaran"),
            (("Indikator Kinerja Utama",), "nama"), (("Satuan",), "satuan"),
            (("Penjelasan", "Alasan"), None),
            (("Penjelasan", "Formulasi/Cara Pengukuran"), "rumus"),
            (("Penjelasan", "Sumber Data"), "sumber_data"), (("Keterangan",), None),
        ],
        "rencana",
        ("INDIKATOR KINERJA UTAMA",),
    )  # fmt: skip
    yield Layout(
        "data-terbuka",
        [
            (("id",), None), (("kodefikasi",), None), (("indikator",), "nama"),
            (("definisi",), None), (("satuan",), "satuan"), (("produsen_data",), None),
            (("frekuensi",), None), (("baseline_2024",), ("dasar", "2024")),
            *(((f"target_{year}",), ("target", str(year))) for year in years),
        ],
        "rencana",
    )  # fmt: skip


def build(layout: Layout, seed: int) -> Sheet:
    """Return a sheet of a layout in one of its dresses."""
    chance = random.Random(f"{layout.name} {seed}")
    sheet = Sheet(year=layout.year)
    margin: list[Cell] = [None] * chance.choice((0, 0, 1))
    left = len(margin)
    name, code = chance.choice(REGIONS)
    if layout.titles or seed % 2:
        for title in layout.titles:
            sheet.rows.append([*margin, title])
        sheet.rows.append([*margin, f"BADAN KESATUAN BANGSA DAN POLITIK {name}"])
        sheet.rows.append([])
        sheet.region = code
    _header(sheet, layout, left, merged=seed != 2)  # noqa: PLR2004 - one dress is without merges
    if layout.numbering or seed == 1:
        sheet.rows.append([*margin, *(f"({at})" for at, _ in enumerate(layout.columns, start=1))])
    _body(sheet, layout, left, seed, chance)
    if seed in (1, 3):
        _signature(sheet, left, chance)
    return sheet


def _header(sheet: Sheet, layout: Layout, left: int, *, merged: bool) -> None:
    paths = [path for path, _ in layout.columns]
    depth = max(map(len, paths))
    top = len(sheet.rows)
    sheet.rows += [[None] * (left + len(paths)) for _ in range(depth)]
    for at, path in enumerate(paths):
        for level, text in enumerate(path):
            before = at > 0 and paths[at - 1][: level + 1] == path[: level + 1]
            if before and level < len(path) - 1:
                continue
            sheet.rows[top + level][left + at] = text
            last = level == len(path) - 1
            bottom = top + depth - 1 if last else top + level
            right = at
            while (
                not last
                and right + 1 < len(paths)
                and (paths[right + 1][: level + 1] == path[: level + 1])
            ):
                right += 1
            if merged and (bottom > top + level or right > at):
                sheet.merges.append((top + level, left + at, bottom, left + right))


def _body(sheet: Sheet, layout: Layout, left: int, seed: int, chance: random.Random) -> None:
    indicators = chance.sample(list(kesbang_iku.load_catalog()), 5)
    mark = chance.choice(MARKS)
    for number, indicator in enumerate(indicators, start=1):
        expected: dict[str, object] = {"nama": indicator.nama}
        values: dict[str, dict[str, str]] = {}
        for stacked in layout.stacked or (None,):
            row: list[Cell] = [None] * left
            first = stacked in (None, layout.stacked[0] if layout.stacked else None)
            for _, what in layout.columns:
                row.append(
                    _cell(what, number, indicator, stacked, first, mark, values, seed, chance)
                )
            if first:
                expected["baris"] = len(sheet.rows) + 1
            sheet.rows.append(row)
        if any(what == "satuan" for _, what in layout.columns):
            expected["satuan"] = _unit(indicator)
        sheet.expected.append({**expected, **values})
        if seed == 3 and number == 2:  # noqa: PLR2004 - an empty row somewhere
            sheet.rows.append([])


def _unit(indicator: kesbang_iku.Indicator) -> str:
    return str(indicator.satuan)


def _cell(  # noqa: PLR0913, PLR0917 - all that a cell depends on
    what: What,
    number: int,
    indicator: kesbang_iku.Indicator,
    stacked: str | None,
    first: bool,
    mark: str,
    values: dict[str, dict[str, str]],
    seed: int,
    chance: random.Random,
) -> Cell:
    texts: dict[str, Callable[[], Cell]] = {
        "no": lambda: number if first else None,
        "nama": lambda: mark + indicator.nama if first else None,
        "sasaran": lambda: "Terwujudnya kerukunan dan persatuan",
        "satuan": partial(_unit, indicator),
        "rumus": lambda: "Jumlah yang tercapai dibagi jumlah seluruhnya",
        "sumber_data": lambda: "Kesbangpol",
        "label": (stacked or "").capitalize,
    }
    if isinstance(what, str):
        return texts[what]()
    if what is None:
        return "-"
    role, key = what
    if role == "anggaran":
        value: Cell = chance.randrange(10, 999) * 1_000_000
        values.setdefault(role, {})[key] = str(value)
        return value
    role = stacked or role
    whole = chance.random() < 0.5  # noqa: PLR2004 - half of them
    value = chance.randrange(10, 99) if whole else chance.randrange(1001, 9999) / 100
    values.setdefault(role, {})[key] = f"{value:g}"
    return f"{value:g}".replace(".", ",") if seed % 2 and not whole else value


def _signature(sheet: Sheet, left: int, chance: random.Random) -> None:
    place: list[Cell] = [None] * (left + 3)
    sheet.rows.append([])
    if chance.random() < 0.5:  # noqa: PLR2004 - half of them
        sheet.rows.append([*place[:left], "Catatan: angka sementara"])
    for text in ("Banyuwangi, 2 Januari 2025", "KEPALA BADAN", None, "Drs. BUDI SANTOSO, M.Si",
                 "NIP. 19650101 199003 1 001"):  # fmt: skip
        sheet.rows.append([*place, text] if text else [])


def written(layout: Layout, sheet: Sheet) -> str:
    """Return a sheet as text: its merges, its rows, and what it must be read as."""
    lines = [f"# {layout.name}: susunan nyata, nama dari katalog, angka karangan"]
    lines.append("gabung: " + " ".join(",".join(map(str, merge)) for merge in sheet.merges))
    lines += [" | ".join(_shown(cell) for cell in row) if row else "~" for row in sheet.rows]
    told = {"jenis": layout.kind, "wilayah": sheet.region, "tahun": sheet.year}
    lines.append("harap:")
    lines.append(json.dumps(told, ensure_ascii=False))
    lines += [json.dumps(one, ensure_ascii=False) for one in sheet.expected]
    return "\n".join(lines) + "\n"


def _shown(cell: Cell) -> str:
    """Return a cell as text; a number has its sign in front."""
    if cell is None:
        return ""
    return (
        cell if isinstance(cell, str) else f"={cell:g}" if isinstance(cell, float) else f"={cell}"
    )


def texts() -> dict[str, str]:
    """Return the text of each sheet by the name of its file."""
    return {
        f"{layout.name}-{seed}.lembar": written(layout, build(layout, seed))
        for layout in layouts()
        for seed in range(SEEDS)
    }


def main() -> None:
    """Write the corpus."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
