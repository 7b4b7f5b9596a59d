"""The files that the page offers to start from: examples, and a plan of them as a workbook."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import xlsxwriter
import yaml

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
_PLAN: Final = EXAMPLES / "rencana" / "kabupaten-banyuwangi.yaml"
_CREATED: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""Of the same plan the same bytes are made."""

SHOWN: Final = (
    {"name": "renstra.xlsx", "label": {"id": "Renstra (Excel)", "en": "plan (Excel)"}},
    {"name": "tabel-capaian.csv", "label": {"id": "tabel capaian (CSV)", "en": "table (CSV)"}},
    {
        "name": "laporan-keliru.yaml",
        "label": {"id": "laporan yang keliru (YAML)", "en": "report with mistakes (YAML)"},
    },
)


def examples() -> dict[str, bytes]:
    """Return the files by name."""
    copied = {
        name: (EXAMPLES / name).read_bytes()
        for name in ("tabel-capaian.csv", "laporan-keliru.yaml")
    }
    return {"renstra.xlsx": _workbook(), **copied}


def _workbook() -> bytes:
    """Return the plan of the examples as the workbook that an office would have."""
    plan = yaml.safe_load(_PLAN.read_text(encoding="utf-8"))
    years = sorted({year for item in plan["item"] for year in item["target"]})
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet("Renstra")
        sheet.write_string(0, 0, "INDIKATOR KINERJA KABUPATEN BANYUWANGI TAHUN 2025-2029")
        sheet.write_row(
            2, 0, ["No", "Indikator Kinerja", "Satuan", *(f"Target {year}" for year in years)]
        )
        for number, item in enumerate(plan["item"], start=1):
            sheet.write_row(2 + number, 0, [number, item["nama"], item["satuan"]])
            for at, year in enumerate(years, start=3):
                if year in item["target"]:
                    sheet.write_number(
                        2 + number, at, float(item["target"][year].replace(",", "."))
                    )
        sheet.set_column(1, 1, 60)
    return made.getvalue()
