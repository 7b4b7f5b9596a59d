"""What can be wrong with the shape of a report file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kesbang_iku.files.document import Document, Pointer
from kesbang_iku.findings import Finding, FindingKind, Level, Repair, Text

_DECIMAL: Final = re.compile(r"[0-9]{2}\.[0-9]{2}")

NOT_A_REPORT: Final = FindingKind(
    "IKU320",
    Level.GALAT,
    Text("Bukan laporan", "Not a report"),
    Text(
        "Isi berkas ini {bentuk}, bukan laporan.",
        "This file holds {bentuk_en}, not a report.",
    ),
    Text(
        "Laporan dimulai dengan 'jenis: laporan', 'wilayah', 'tahun', dan daftar 'item'.",
        "A report starts with 'jenis: laporan', 'wilayah', 'tahun', and a list 'item'.",
    ),
    Text(
        "Hanya laporan yang dapat dihitung.",
        "Only reports can be computed.",
    ),
)
COLUMN_MISSING: Final = FindingKind(
    "IKU321",
    Level.GALAT,
    Text("Kolom wajib tidak ada", "Required column missing"),
    Text("Kolom {kolom} tidak ada dalam tabel.", "The table has no column {kolom}."),
    Text(
        "Tambahkan kolom {kolom}; kolom wajib: wilayah, tahun, kode.",
        "Add the column {kolom}; required are wilayah, tahun, kode.",
    ),
    Text(
        "Tanpa kolom wajib, baris tidak dapat ditafsirkan.",
        "Without its required columns a row cannot be interpreted.",
    ),
)
CELL_MISSING: Final = FindingKind(
    "IKU322",
    Level.GALAT,
    Text("Sel wajib kosong", "Required cell empty"),
    Text("Sel {kolom} pada baris ini kosong.", "The cell {kolom} of this row is empty."),
    Text("Isi sel {kolom}.", "Fill in the cell {kolom}."),
    Text(
        "Baris tanpa identitas tidak dapat dihitung.",
        "A row without an identity cannot be computed.",
    ),
)
CELL_CONTRADICTS: Final = FindingKind(
    "IKU323",
    Level.GALAT,
    Text("Sel bertentangan", "Cells contradict each other"),
    Text(
        "{kolom} berisi '{nilai}', sedangkan baris lain dari butir yang sama berisi '{lain}'.",
        "{kolom} holds '{nilai}', but another row of the same item holds '{lain}'.",
    ),
    Text(
        "Tulis nilai yang sama di semua baris butir itu.", "Write the same value in all its rows."
    ),
    Text(
        "Satu butir hanya mempunyai satu target dan satu realisasi.",
        "One item has one target and one realised value.",
    ),
)

TABLE_OF_NAMES: Final = FindingKind(
    "IKU324",
    Level.GALAT,
    Text("Tabel tanpa kode indikator", "Table without codes of indicators"),
    Text(
        "Tabel ini menyebut indikator dengan nama, tanpa kolom wilayah, tahun dan kode; tabel "
        "seperti itu bukan laporan yang dapat dihitung.",
        "This table calls indicators by name, without the columns wilayah, tahun and kode; it is "
        "no report that can be computed.",
    ),
    Text(
        "Periksa hitungannya dengan 'kesbang-iku validate', atau tambahkan kolom wilayah, tahun "
        "dan kode.",
        "Check its arithmetic with 'kesbang-iku validate', or add the columns wilayah, tahun and "
        "kode.",
    ),
    Text(
        "Nama saja belum menentukan rumus mana yang dihitung.",
        "A name alone does not tell which formula to compute.",
    ),
)

CODE_UNQUOTED: Final = FindingKind(
    "IKU307",
    Level.INFO,
    Text("Kode wilayah tanpa kutip", "Region code without quotes"),
    Text(
        "Kode {kode} tertulis tanpa kutip; program lain membacanya sebagai bilangan {bilangan}.",
        "The code {kode} stands without quotes; other programs read the number {bilangan}.",
    ),
    Text('Tulis "{kode}" dengan kutip.', 'Write "{kode}" with quotes.'),
    Text(
        "Di sini kodenya terbaca utuh, tetapi bagi program lain 62.10 dan 62.1 bilangan yang sama.",
        "Here the code is read whole, but to other programs 62.10 and 62.1 are the same number.",
    ),
)

KINDS: Final = (
    NOT_A_REPORT,
    COLUMN_MISSING,
    CELL_MISSING,
    CELL_CONTRADICTS,
    TABLE_OF_NAMES,
    CODE_UNQUOTED,
)


def unquoted_code(document: Document, pointer: Pointer) -> Iterator[Finding]:
    """Yield that the region code at ``pointer`` is written like a number with decimals."""
    span = document.span(pointer)
    if span is None:
        return
    written = document.text[slice(*span)]
    if _DECIMAL.fullmatch(written):
        yield CODE_UNQUOTED.at(
            document.place(pointer),
            value=written,
            kode=written,
            bilangan=Decimal(written).normalize(),
        ).repairable(Repair(written, teks=True))
