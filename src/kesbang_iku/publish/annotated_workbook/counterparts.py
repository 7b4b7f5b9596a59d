"""The sheet that tells the counterparts of a plan in the standard, row by row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kesbang_iku._version import __version__
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.findings import Language, Place, format_number
from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.publish.annotated_workbook.own_sheets import OwnRow, OwnSheet
from kesbang_iku.sources.sheet_reader import COUNTERPARTS_SHEET, MARK_OF_OURS

_COLUMNS: Final = (
    *("baris", "nama", "padanan", "versi", "nama_padanan", "cara", "keyakinan", "kandidat"),
    "penyimpangan",
)
_LINKED: Final = 1


def counterparts_sheet(
    found: Alignment, link: Callable[[Place], str | None], language: Language
) -> OwnSheet:
    """Return the sheet ``Padanan``: what each indicator of a plan is in the standard.

    Args:
        found: the plan, held against the standard.
        link: tells where a link to a place leads.
        language: of what is said.
    """
    return OwnSheet(
        name=COUNTERPARTS_SHEET,
        mark=f"{MARK_OF_OURS}{COUNTERPARTS_SHEET}",
        about=texts.ABOUT_COUNTERPARTS.fill(language, versi=__version__, jumlah=len(found)),
        columns=_COLUMNS,
        rows=[OwnRow(_cells(one, language), link(one.place)) for one in found],
        linked=_LINKED,
    )


def _cells(one: AlignedItem, language: Language) -> tuple[str, ...]:
    told = one.as_dict(language)
    return (
        str(told["baris"] or ""),
        told["nama"],
        *(told[key] or "" for key in ("padanan", "versi", "nama_padanan", "cara")),
        format_number(one.keyakinan, language),
        ", ".join(each.indicator.kode for each in one.kandidat),
        "\n".join(f"{each['jenis']}: {each['keterangan']}" for each in told["penyimpangan"]),
    )
