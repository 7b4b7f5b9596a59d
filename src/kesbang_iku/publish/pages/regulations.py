"""The pages of cited documents: the list, and one page for each with what it settles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.model.registers import Regulation
from kesbang_iku.model.scalars import Record
from kesbang_iku.publish.pages.writing import write

FOLDER = "peraturan"

_YEAR = re.compile(r"(?P<short>.+?) (?P<number>[^ /]+)/(?P<year>\d{4})")


def cites(text: str, regulation: Regulation) -> bool:
    """Say whether ``text`` names a document, in its short form or spelled out."""
    forms = [re.escape(regulation.nomor)]
    parts = _YEAR.fullmatch(regulation.nomor)
    if parts is not None:
        names = f"(?:{re.escape(regulation.jenis)}|{re.escape(parts['short'])})"
        forms.append(f"{names} Nomor {re.escape(parts['number'])} Tahun {parts['year']}")
    return re.search(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", text) is not None


def regulations_page(regulations: Iterable[Regulation], language: Language = "id") -> str:
    """Return the page of every cited document."""
    return write("regulations", language, found=regulations, path=page_path)


def page_path(regulation: Regulation) -> str:
    """Return the path of a document's page, beside that of the list."""
    return f"{FOLDER}/{regulation.id}.md"


def regulation_page(regulation: Regulation, catalog: Catalog, language: Language = "id") -> str:
    """Return the page of one cited document: what it settles, and what in the catalog cites it."""
    return write(
        "regulation",
        language,
        found=regulation,
        path=page_path(regulation),
        indicators=[one for one in catalog if _names(one, regulation)],
        methods=[one for one in catalog.tables.methods.values() if _names(one, regulation)],
        scales=[one for one in catalog.tables.scales.values() if _names(one, regulation)],
    )


def _names(record: Record, regulation: Regulation) -> bool:
    return any(cites(text, regulation) for text in _texts(record.model_dump(mode="json")))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from _texts(part)
    elif isinstance(content, list):
        for part in content:
            yield from _texts(part)
