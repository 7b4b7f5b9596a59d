"""What can be wrong with the shape of a report file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kesbang_iku.files.document import Document, Pointer
from kesbang_iku.findings import Finding, Repair, kinds

_DECIMAL: Final = re.compile(r"[0-9]{2}\.[0-9]{2}")


def unquoted_code(document: Document, pointer: Pointer) -> Iterator[Finding]:
    """Yield that the region code at ``pointer`` is written like a number with decimals."""
    span = document.span(pointer)
    if span is None:
        return
    written = document.text[slice(*span)]
    if _DECIMAL.fullmatch(written):
        yield kinds.CODE_UNQUOTED.at(
            document.place(pointer),
            value=written,
            kode=written,
            bilangan=Decimal(written).normalize(),
        ).repairable(Repair(written, teks=True))
