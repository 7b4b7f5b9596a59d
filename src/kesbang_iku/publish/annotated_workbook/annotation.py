"""The findings of a workbook in the workbook itself: in its cells, and on a sheet of their own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.findings import Finding, Language, Level, Place, worst_level
from kesbang_iku.findings.sentences import cli
from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.publish.annotated_workbook.cells import At, Change, address, change_cells, position
from kesbang_iku.publish.annotated_workbook.comments import add_comments
from kesbang_iku.publish.annotated_workbook.markup import NotAnnotatedError, elements
from kesbang_iku.publish.annotated_workbook.own_sheets import (
    MOST_ROWS,
    OwnRow,
    OwnSheet,
    add_sheet,
    counterparts_sheet,
    quoted,
)
from kesbang_iku.publish.annotated_workbook.package import Package
from kesbang_iku.publish.annotated_workbook.styles import Styles
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.sheet_reader import FINDINGS_SHEET, MARK_OF_OURS
from kesbang_iku.sources.xml_pieces import attribute

_MOST_IN_A_COMMENT: Final = 8
_COLUMNS: Final = ("tingkat", "kode", "lembar", "sel", "nilai", "pesan", "saran")
_LINKED: Final = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a sheet: the name of the sheet, and where in it."""

    sheet: str
    at: At


def ending_of(opened: Opened) -> str:
    """Return what the name of a workbook must end in, given back as the same kind.

    Raises:
        NotAnnotatedError: it is damaged or signed.
    """
    return Package(opened.content).ending()


def annotated(
    opened: Opened,
    findings: Iterable[Finding],
    language: Language = "id",
    aligned: Alignment | None = None,
    codes: Mapping[str, Mapping[At, str]] = MappingProxyType({}),
) -> bytes:
    """Return a workbook with the findings about it in its cells and on the sheet ``Temuan``.

    Args:
        opened: the workbook.
        findings: those about other files are passed over.
        language: of what is said.
        aligned: the plan in it, held against the standard, for the sheet ``Padanan``.
        codes: what to write into empty cells, by the names of their sheets.

    Raises:
        NotAnnotatedError: it is damaged or signed.
    """
    # In the order of their cells, the weightiest first.
    weights = {level: weight for weight, level in enumerate(Level)}
    told = [one for one in findings if one.berkas == opened.name]
    told.sort(key=lambda one: (weights[one.tingkat], one.place.order))
    package = Package(opened.content)
    styles = Styles(package)
    secrets = secrets_of([opened])
    spots = _Spots(opened, package, secrets)
    cells: dict[Spot, list[Finding]] = {}
    rows = []
    for one in told:
        spot = spots.of(one.place)
        if spot is not None:
            cells.setdefault(spot, []).append(one)
        rows.append(_row(one, spot, secrets, language))
    for sheet, part in spots.parts.items():
        here = {spot.at: said for spot, said in cells.items() if spot.sheet == sheet}
        if here or codes.get(sheet):
            _annotate(package, styles, part, here, codes.get(sheet, {}), language)
    add_sheet(package, styles, _findings_sheet(rows, language))
    if aligned is not None:
        add_sheet(package, styles, counterparts_sheet(aligned, spots.link, language))
    styles.save()
    return package.packed()


class _Spots:
    """Which cell of which sheet a finding is about."""

    def __init__(self, opened: Opened, package: Package, secrets: Secrets) -> None:
        targets = {one.id: one for one in package.relations(package.main)}
        self.parts: dict[str, str] = {}
        for one in elements(package.read(package.main)):
            if one.name == "sheet" and one.parent == "sheets":
                relation = targets.get(attribute(one.attributes, "id") or "")
                if relation is not None and relation.kind.endswith("/worksheet"):
                    self.parts[one.attributes.get("name", "")] = relation.target
        grids, _ = opened.workbook
        self._grids: Mapping[str, Grid] = {one.name: one for one in grids if one.name is not None}
        self._called = {secrets.hide(name): name for name in self.parts} if secrets else {}
        self._anchors: dict[str, Mapping[At, At]] = {}

    def link(self, place: Place) -> str | None:
        """Return where a link to a place leads."""
        spot = self.of(place)
        return None if spot is None else f"{quoted(spot.sheet)}!{address(spot.at)}"

    def of(self, place: Place) -> Spot | None:
        """Return the cell, where the file tells it; of joined ones, the one that is seen."""
        name, _, cell = (place.sel or "").rpartition("!")
        at = position(cell)
        if name.startswith("'"):
            name = name[1:-1].replace("''", "'")
        # Only a workbook of one sheet need not say which.
        sheet = self._called.get(name, name) or next(iter(self._grids), "")
        if at is None or sheet not in self.parts:
            return None
        if sheet not in self._anchors:
            self._anchors[sheet] = self._joined(sheet)
        return Spot(sheet, self._anchors[sheet].get(at, at))

    def _joined(self, sheet: str) -> Mapping[At, At]:
        grid = self._grids.get(sheet)
        return {
            (row, column): (one.top, one.left)
            for one in (() if grid is None else grid.merges)
            for row in range(one.top, min(one.bottom, one.top + _MOST_JOINED) + 1)
            for column in range(one.left, min(one.right, one.left + _MOST_JOINED) + 1)
        }


_MOST_JOINED: Final = 64
"""Whoever joins more cells than this to one has no finding in those that are not seen."""


def _annotate(
    package: Package,
    styles: Styles,
    part: str,
    here: Mapping[At, Sequence[Finding]],
    codes: Mapping[At, str],
    language: Language,
) -> None:
    changes = {
        at: Change(_filling(styles, here[at]) if at in here else None, codes.get(at))
        for at in here.keys() | codes.keys()
    }
    sheet = change_cells(package.read(part), changes)
    said = {at: comment_of(here[at], language) for at in sorted(here)}
    if said:
        add_comments(package, part, sheet, said)
    package.write(part, sheet.edited())


def _filling(styles: Styles, said: Sequence[Finding]) -> Callable[[int], int]:
    level = worst_level(said) or Level.INFO
    return lambda base: styles.filled(base, level)


def comment_of(said: Sequence[Finding], language: Language) -> str:
    """Return what a comment says: each finding with its cure, the weightiest first."""
    paragraphs = [
        texts.COMMENT.fill(
            language,
            tingkat=cli.LEVELS[one.tingkat],
            kode=one.kode,
            pesan=one.message(language),
            perbaikan=texts.CURE,
            saran=one.hint(language),
        )
        for one in said[:_MOST_IN_A_COMMENT]
    ]
    others = len(said) - len(paragraphs)
    if others:
        paragraphs.append(texts.MORE_ON_THE_SHEET.fill(language, jumlah=others))
    return "\n\n".join(paragraphs)


def _row(one: Finding, spot: Spot | None, secrets: Secrets, language: Language) -> OwnRow:
    told = one.as_dict(language)
    cell = "" if spot is None else address(spot.at)
    return OwnRow(
        (
            *(told["tingkat"], told["kode"], "" if spot is None else secrets.hide(spot.sheet)),
            *(cell, told["nilai"] or "", told["pesan"], told["saran"]),
        ),
        None if spot is None else f"{quoted(spot.sheet)}!{cell}",
        one.tingkat,
    )


def _findings_sheet(rows: Sequence[OwnRow], language: Language) -> OwnSheet:
    about = texts.ABOUT_FINDINGS if rows else texts.NO_FINDINGS
    others = len(rows) - MOST_ROWS
    more = texts.MORE_ROWS.fill(language, jumlah=others)
    last = [OwnRow(("", "", "", "", "", more, ""))] if others > 0 else []
    return OwnSheet(
        name=FINDINGS_SHEET,
        mark=f"{MARK_OF_OURS}{FINDINGS_SHEET}",
        about=about.fill(language, versi=__version__, jumlah=len(rows)),
        columns=_COLUMNS,
        rows=[*rows[:MOST_ROWS], *last],
        linked=_LINKED,
    )


__all__ = ["NotAnnotatedError", "annotated", "ending_of"]
