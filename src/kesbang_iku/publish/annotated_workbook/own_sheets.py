"""The sheets that are ours in a workbook: tables of texts, with links to cells.

One of them tells the counterparts of a plan in the standard, row by row.
"""

from collections.abc import Callable, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._version import __version__
from kesbang_iku.alignment.alignment import AlignedItem, Alignment
from kesbang_iku.findings import Language, Level, Place, format_number
from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.publish.annotated_workbook import markup
from kesbang_iku.publish.annotated_workbook.cells import address
from kesbang_iku.publish.annotated_workbook.package import Package
from kesbang_iku.publish.annotated_workbook.styles import Styles
from kesbang_iku.sources.sheet_reader import COUNTERPARTS_SHEET, MARK_OF_OURS

MOST_ROWS: Final = 1_048_000
_MOST_LINKS: Final = 65_530
"""So many links a spreadsheet keeps in one sheet."""
_NARROWEST: Final = 8
_WIDEST: Final = 60
_LOOKED_AT: Final = 1_000
_HEAD_ROW: Final = 4
_VIEW: Final = (
    f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{_HEAD_ROW}"'
    f' topLeftCell="A{_HEAD_ROW + 1}" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of a sheet of ours: its texts, where a link leads from one of them, and its level."""

    cells: tuple[str, ...]
    link: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A sheet of ours.

    Attributes:
        name: what it is called, if no other is.
        mark: its first cell, by which it is known again.
        about: what it says of itself.
        columns: the headings.
        rows: below them.
        linked: the column (from 0) that a link leads from.
        leveled: the column whose cells have the fill of the row's level.
    """

    name: str
    mark: str
    about: str
    columns: tuple[str, ...]
    rows: Sequence[OwnRow]
    linked: int
    leveled: int = 0


def quoted(name: str) -> str:
    """Return the name of a sheet as formulas and links write it."""
    return "'" + name.replace("'", "''") + "'"


def add_sheet(package: Package, styles: Styles, sheet: OwnSheet) -> str:
    """Add a sheet behind all others, and return what it is called."""
    content = package.read(package.main)
    found = markup.elements(content)
    held = next(one for one in found if one.name == "sheets")
    listed = [one for one in found if one.name == "sheet" and one.parent == "sheets"]
    # How a sheet is seen is told within a view of the workbook, which it need not have.
    viewed = any(one.name == "workbookView" for one in found)
    name = _free(sheet.name, [one.attributes.get("name", "") for one in listed])
    part = package.free_name("xl/worksheets/sheet{}.xml")
    package.write(part, _part(package, styles, sheet, viewed=viewed))
    package.declare(part, "spreadsheetml.worksheet+xml")
    relation = package.relate(package.main, package.kind("worksheet"), part)
    number = max((int(one.attributes.get("sheetId", "0")) for one in listed), default=0) + 1
    kind = package.kind("").rstrip("/")
    new = (
        f'<{held.prefix}sheet xmlns:r="{kind}" name="{markup.escaped(name)}"'
        f' sheetId="{number}" r:id="{relation}"/>'
    )
    package.write(package.main, markup.edited(content, [markup.into(content, held, new.encode())]))
    return name


def _free(name: str, taken: Sequence[str]) -> str:
    """Return a name that no sheet has, with a number where it must be."""
    known = {one.casefold() for one in taken}
    names = [name, *(f"{name} {number}" for number in range(2, len(known) + 3))]
    return next(one for one in names if one.casefold() not in known)


def _part(package: Package, styles: Styles, sheet: OwnSheet, *, viewed: bool) -> bytes:
    namespace = f"{markup.STRICT}spreadsheetml/main" if package.strict else markup.MAIN
    plain, bold, link = styles.of_text(), styles.of_text(bold=True), styles.of_text(link=True)
    lines = [
        f'<row r="1">{_cell((1, 0), bold, sheet.mark)}</row>',
        f'<row r="2">{_cell((2, 0), plain, sheet.about)}</row>',
        _row(_HEAD_ROW, sheet.columns, [bold] * len(sheet.columns)),
    ]
    links: list[str] = []
    for number, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        looks = [plain] * len(row.cells)
        if row.level is not None:
            looks[sheet.leveled] = styles.of_text(level=row.level)
        if row.link is not None and len(links) < _MOST_LINKS:
            looks[sheet.linked] = link
            at = address((number, sheet.linked))
            links.append(f'<hyperlink ref="{at}" location="{markup.escaped(row.link)}"/>')
        lines.append(_row(number, row.cells, looks))
    last = address((_HEAD_ROW, len(sheet.columns) - 1))
    linked = f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else ""
    merged = "".join(f'<mergeCell ref="A{n}:{last[:-1]}{n}"/>' for n in (1, 2))
    whole = (
        f'<worksheet xmlns="{namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"{_VIEW if viewed else ''}{_widths(sheet)}<sheetData>{''.join(lines)}</sheetData>"
        f'<mergeCells count="2">{merged}</mergeCells>{linked}'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )
    return markup.HEAD + whole.encode()


def _row(number: int, cells: Sequence[str], looks: Sequence[int]) -> str:
    written = "".join(
        _cell((number, column), look, text)
        for column, (text, look) in enumerate(zip(cells, looks, strict=True))
        if text
    )
    return f'<row r="{number}">{written}</row>'


def _cell(at: tuple[int, int], look: int, text: str) -> str:
    shown = markup.cell_text(text)
    return (
        f'<c r="{address(at)}" s="{look}" t="inlineStr">'
        f'<is><t xml:space="preserve">{shown}</t></is></c>'
    )


def _widths(sheet: OwnSheet) -> str:
    written = ""
    for index, column in enumerate(sheet.columns):
        texts = [column, *(row.cells[index] for row in sheet.rows[:_LOOKED_AT])]
        width = min(max(*map(len, texts), _NARROWEST) + 2, _WIDEST)
        written += f'<col min="{index + 1}" max="{index + 1}" width="{width}" customWidth="1"/>'
    return f"<cols>{written}</cols>"


# ----------------------------------------------------------------------------------- counterparts


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
