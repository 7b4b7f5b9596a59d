"""The figures of the page on reading tables: made anew from the corpus, so that they stay true.

Usage: ``python -m tests.tables.accuracy`` writes them into both pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.tables.reading import read_tables
from tests.tables import offices, sheets
from tests.tree import ROOT

PAGES: Final[dict[Language, str]] = {
    "id": "docs/membaca-tabel.md",
    "en": "docs/en/reading-tables.md",
}
_BLOCK: Final = re.compile(r"(<!-- angka -->\n).*?(<!-- /angka -->)", re.DOTALL)
_NUMBERED: Final = re.compile(r"-\d$")
_HEADS: Final[dict[Language, str]] = {
    "id": "| Susunan | Berkas | Bilangan benar | Ditolak dan dikatakan | Salah tanpa dikatakan |",
    "en": "| Layout | Files | Numbers right | Refused and told | Wrong without a word |",
}
_WAVES: Final = {"": 1, "b": 2, "c": 3, "d": 0} | {
    letter: number for number, letter in enumerate("efghijklmnopqrstuvwxyza", start=4)
}
"""The number of the wave of a layout by the first letter of its name; 0 of those added later.

Since the letters are used up, the name begins with the number itself.
"""
_OFFICES: Final[dict[Language, tuple[str, str]]] = {
    "id": ("ditulis tangan, tambahan", "ditulis tangan, gelombang {}"),
    "en": ("written by hand, added", "written by hand, wave {}"),
}


@dataclass
class Count:
    """How many files of a layout, and how many of their numbers are right, told, and wrong."""

    files: int = 0
    right: int = 0
    told: int = 0
    silent: int = 0

    def add(self, right: int, told: int, silent: int) -> None:
        """Add a file."""
        self.files += 1
        self.right += right
        self.told += told
        self.silent += silent


@cache
def counts() -> dict[str | int, Count]:
    """Return the counts of every layout by its name, and of those of offices by their wave."""
    found: dict[str | int, Count] = {}
    for path in sorted(sheets.FOLDER.glob("*.lembar")):
        sheet = sheets.read_sheet(path)
        book = sheets.by_xlsxwriter(sheet.rows, sheet.merges)
        judged = sheets.judge(sheet, dict(read_tables(book, name="tabel.xlsx").as_dict()))
        name = _NUMBERED.sub("", path.stem)
        found.setdefault(name, Count()).add(judged.right, judged.told, len(judged.silent))
    for office in offices.offices():
        read = offices.judge(office, office.read())
        start = office.name.partition("-")[0]
        wave = int(start) if start.isdecimal() else _WAVES[start if len(start) == 1 else ""]
        silent = len(read.wrong) + len(read.lost)
        found.setdefault(wave, Count()).add(read.right, len(read.told), silent)
    return found


def table(language: Language) -> str:
    """Return the table of the page, in Markdown."""
    return "\n".join([_HEADS[language], "|---|---:|---:|---:|---:|", *_rows(language)])


def _rows(language: Language) -> Iterator[str]:
    total = Count()
    for key, one in counts().items():
        name = key if isinstance(key, str) else _OFFICES[language][min(key, 1)].format(key)
        yield f"| {name} | {one.files} | {one.right} | {one.told} | {one.silent} |"
        total.files += one.files
        total.right += one.right
        total.told += one.told
        total.silent += one.silent
    word = {"id": "seluruhnya", "en": "all"}[language]
    cells = (word, total.files, total.right, total.told, total.silent)
    yield "| " + " | ".join(f"**{cell}**" for cell in cells) + " |"


def written(text: str, block: str) -> str:
    """Return a page with its figures replaced."""
    return _BLOCK.sub(lambda found: f"{found[1]}{block}\n{found[2]}", text)


def main() -> None:
    """Write the figures into both pages."""
    for language, page in PAGES.items():
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        path.write_text(written(text, table(language)), encoding="utf-8")


if __name__ == "__main__":
    main()
