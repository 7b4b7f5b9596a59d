"""The pages of findings: the list that each finding refers to, and one page for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import PurePath
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding, FindingKind, Language, Text
from kesbang_iku.findings.sentences import pages
from kesbang_iku.validation.examples import (
    BYTES_SUFFIX,
    FOLDER_SUFFIX,
    WORKBOOK_SUFFIX,
    all_examples,
)
from tools.site_pages.sheets import Picture, picture_of
from tools.site_pages.writing import write

_DESCRIBED: Final[Mapping[str, Text]] = {
    BYTES_SUFFIX: pages.findings.BYTES,
    WORKBOOK_SUFFIX: pages.findings.WORKBOOK,
    FOLDER_SUFFIX: pages.findings.CATALOG_FOLDER,
}
_RANGES = {int(first): title for first, title in pages.findings.RANGES.items()}
"""What the kinds are about from a number on, in the order of the numbers."""
_MENDERS = {int(first): who for first, who in pages.findings.MENDERS.items()}
"""Who can mend what is found, by the same numbers."""

FOLDER = "temuan"


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows a kind of finding: an input that has it, what is found there, and one without it.

    Attributes:
        name, text: the input that has it.
        findings: what is found in it, of this kind alone.
        cured: the name and text of an input of the same sort without it, if there is one.
        picture: how it looks in Excel, where it is a table.
    """

    name: str
    text: str
    findings: tuple[Finding, ...]
    cured: tuple[str, str] | None = None
    picture: Picture | None = None


def shown_examples(catalog: Catalog, more: Mapping[str, str] | None = None) -> dict[str, Shown]:
    """Return the examples by code, each checked anew.

    Args:
        catalog: what they are checked against.
        more: texts by file name: inputs without the finding (``iku410.yaml``), and inputs with it
            that hold on some days only (``iku436-keliru.yaml``), of which nothing is run.
    """
    beside = {_code(name): (name, text) for name, text in (more or {}).items() if "-" not in name}
    found = {
        code: Shown(
            one.name,
            one.text,
            tuple(said for said in one.findings(catalog) if said.kode == code),
            beside.get(code),
            picture_of(one, catalog),
        )
        for code, one in all_examples().items()
    }
    for name, text in (more or {}).items():
        if "-" in name:
            found.setdefault(_code(name), Shown(name, text, (), beside.get(_code(name))))
    return found


def _code(name: str) -> str:
    return name.partition(".")[0].partition("-")[0].upper()


def finding_page(kinds: Iterable[FindingKind], language: Language = "id") -> str:
    """Return the list of these kinds, by code; the anchor of each is its code in lower case."""
    ordered = sorted(kinds, key=lambda kind: kind.code)
    groups = [(title, list(inside)) for title, inside in groupby(ordered, key=_range_title)]
    return write("findings", language, groups=groups, path=page_path)


def page_path(kind: FindingKind) -> str:
    """Return the path of a kind's page, beside that of the list."""
    return f"{FOLDER}/{kind.code.lower()}.md"


def kind_page(kind: FindingKind, language: Language = "id", shown: Shown | None = None) -> str:
    """Return the page of one kind: reason, message, cure, and an example with what is found."""
    return write(
        "finding",
        language,
        kind=kind,
        path=page_path(kind),
        group=_range_title(kind),
        mender=_said_of(kind, _MENDERS),
        shown=shown,
        described=None if shown is None else _DESCRIBED.get(PurePath(shown.name).suffix),
    )


def _range_title(kind: FindingKind) -> Text:
    return _said_of(kind, _RANGES)


def _said_of(kind: FindingKind, ranges: Mapping[int, Text]) -> Text:
    number = int(kind.code.removeprefix("IKU"))
    return [said for first, said in ranges.items() if first <= number][-1]
