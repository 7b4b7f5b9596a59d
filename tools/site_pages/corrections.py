"""The page of all corrections of official prints: counted by the column that was misprinted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.source import Correction
from kesbang_iku.publish.pages.indicator import page_stem
from tools.site_pages.writing import script_data, write

NAME: Final = "koreksi.md"
_COLUMNS: Final = re.compile(r", kolom (.+)$")
_EACH: Final = re.compile(r", | dan ")


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction, and whose it is: a version of an indicator, or an entry of a register.

    ``stem`` is the name of the page of the indicator.
    """

    entry: Correction
    name: str
    indicator: Indicator | None = None
    stem: str = ""

    @property
    def columns(self) -> list[str]:
        """The columns of the print that it is about; none where the print is no table."""
        found = _COLUMNS.search(self.entry.letak)
        return _EACH.split(found[1]) if found else []


def corrections_page(catalog: Catalog, language: Language = "id") -> str:
    """Return all corrections of official prints: of definitions, then of methods and scales."""
    rows = list(_rows(catalog))
    t = pages.corrections
    other = t.OTHER.plain(language)
    columns = [row.columns or [other] for row in rows]
    counts = Counter(name for some in columns for name in some).most_common()
    data = {
        "bahasa": language,
        "saringan": [
            {
                "nama": "kolom",
                "label": t.COLUMN.plain(language),
                "pilihan": {n: n for n, _ in counts},
            }
        ],
        "teks": {"jumlah": t.COUNT.plain(language), "kosong": t.NONE.plain(language)},
        "indikator": {
            str(number): {"kolom": some, "teks": " ".join((row.name, *_texts(row.entry)))}
            for number, (row, some) in enumerate(zip(rows, columns, strict=True), 1)
        },
    }
    return write("corrections", language, rows=rows, counts=counts, filter=script_data(data))


def _rows(catalog: Catalog) -> Iterator[CorrectionRow]:
    for code in catalog.codes:
        seen: set[tuple[str, ...]] = set()
        versions = catalog.versions(code)[::-1]
        for found in versions:
            stem = page_stem(found, newest=found is versions[0])
            name = f"{found.kode} {found.nama}"
            for entry in found.koreksi:
                # What several versions correct in one print stands with the newest of them.
                if _texts(entry) not in seen:
                    seen.add(_texts(entry))
                    yield CorrectionRow(entry, name, found, stem)
    registers: list[Method | Scale] = [
        *catalog.tables.methods.values(),
        *catalog.tables.scales.values(),
    ]
    for register in registers:
        yield from (CorrectionRow(entry, register.nama) for entry in register.koreksi)


def _texts(entry: Correction) -> tuple[str, ...]:
    return entry.letak, entry.tercetak, entry.cacat, entry.diambil, entry.alasan
