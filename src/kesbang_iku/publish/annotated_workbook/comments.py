"""Comments in the cells of a sheet: below those there are, and as new ones beside them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.publish.annotated_workbook import markup
from kesbang_iku.publish.annotated_workbook.cells import At, SheetPart, address, position
from kesbang_iku.publish.annotated_workbook.package import Package

_AUTHOR: Final = "kesbang-iku"
_THREADED: Final = "tc="
"""What the author of a comment begins with that stands for a thread of them."""
_DRAWING: Final = "drawings/vmlDrawing"
_OF_A_CLUSTER: Final = 1024
"""So many shapes have numbers that begin alike."""
_CLUSTERS: Final = re.compile(rb"(<o:idmap\b[^>]*?\bdata\s*=\s*[\"'])([0-9,\s]*)([\"'])")
_SHAPE: Final = re.compile(rb"_x0000_s([0-9]{1,9})")
_NOTE: Final = b'id="_x0000_t202"'
_NAMESPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:o="urn:schemas-microsoft-com:office:office"',
    'xmlns:x="urn:schemas-microsoft-com:office:excel"',
)
_SHAPE_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_LINE: Final = 44
_COLUMNS: Final = 5
_LAST_COLUMN: Final = 16_383
_LAST_ROW: Final = 1_048_576
_LINES_SHOWN: Final = 24


def add_comments(
    package: Package, part: str, sheet: SheetPart, said: Mapping[At, str]
) -> tuple[At, ...]:
    """Write comments into a sheet, whose edits may get one more.

    Args:
        package: what the sheet is in.
        part: the name of its part.
        sheet: the sheet as it is being edited.
        said: the texts by the cells.

    Returns:
        The cells whose thread of comments was left alone.
    """
    known = package.related(part, "comments")
    content = _none(package) if known is None else package.read(known)
    found = markup.elements(content)
    threaded = _threaded(content, found)
    old = {at: one for one in found if one.name == "comment" and (at := _at(one)) is not None}
    new = [at for at in said if at not in old]
    edits: list[markup.Edit] = [
        _below(content, found, old[at], text)
        for at, text in said.items()
        if at in old and at not in threaded
    ]
    if new:
        edits += _added(content, found, {at: said[at] for at in new})
        _add_shapes(package, part, sheet, {at: said[at] for at in new})
    if edits:
        if known is None:
            known = package.free_name("xl/comments{}.xml")
            package.relate(part, package.kind("comments"), known)
            package.declare(known, "spreadsheetml.comments+xml")
        package.write(known, markup.edited(content, edits))
    return tuple(at for at in said if at in threaded)


def _none(package: Package) -> bytes:
    namespace = f"{markup.STRICT}spreadsheetml/main" if package.strict else markup.MAIN
    return (
        markup.HEAD + f'<comments xmlns="{namespace}"><authors/><commentList/></comments>'.encode()
    )


def _at(comment: markup.Element) -> At | None:
    return position(comment.attributes.get("ref", ""))


def _the(found: Sequence[markup.Element], name: str) -> markup.Element:
    """Return the element that every part of comments has."""
    one = next((one for one in found if one.name == name), None)
    if one is None:
        raise markup.NotAnnotatedError(texts.DAMAGED_PART)
    return one


def _texts(content: bytes, found: Sequence[markup.Element], name: str) -> list[str]:
    return [
        content[one.inside : one.close].decode("utf-8", "replace")
        for one in found
        if one.name == name
    ]


def _threaded(content: bytes, found: Sequence[markup.Element]) -> frozenset[At]:
    authors = _texts(content, found, "author")
    threads = {str(number) for number, one in enumerate(authors) if one.startswith(_THREADED)}
    return frozenset(
        at
        for one in found
        if one.name == "comment"
        and one.attributes.get("authorId") in threads
        and (at := _at(one)) is not None
    )


def _below(
    content: bytes, found: Sequence[markup.Element], comment: markup.Element, text: str
) -> markup.Edit:
    """Return the edit that writes ``text`` below that of a comment, in its own looks."""
    shown = markup.cell_text(text)
    within = [one for one in found if comment.inside <= one.start < comment.close]
    spoken = [one for one in within if one.name == "rPh"]
    written = [
        one
        for one in within
        if one.name == "t" and not any(ph.start < one.start < ph.close for ph in spoken)
    ]
    if written and not written[-1].empty:
        at = written[-1].close
        # A workbook that was noted before says so once.
        known = shown.encode() in content[comment.inside : at]
        return (at, at, b"" if known else f"\n\n{shown}".encode())
    p = comment.prefix
    run = f'<{p}r><{p}t xml:space="preserve">{shown}</{p}t></{p}r>'.encode()
    if holder := next((one for one in within if one.name == "text"), None):
        return markup.into(content, holder, run)
    return markup.into(content, comment, f"<{p}text>".encode() + run + f"</{p}text>".encode())


def _added(
    content: bytes, found: Sequence[markup.Element], said: Mapping[At, str]
) -> list[markup.Edit]:
    """Return the edits that add comments, and us to those who wrote some."""
    authors, held = (_the(found, name) for name in ("authors", "commentList"))
    p = held.prefix
    names = _texts(content, found, "author")
    edits: list[markup.Edit] = []
    if _AUTHOR in names:
        number = names.index(_AUTHOR)
    else:
        number = len(names)
        edits.append(markup.into(content, authors, f"<{p}author>{_AUTHOR}</{p}author>".encode()))
    new = "".join(
        f'<{p}comment ref="{address(at)}" authorId="{number}"><{p}text><{p}r>'
        f'<{p}t xml:space="preserve">{markup.cell_text(text)}</{p}t></{p}r></{p}text></{p}comment>'
        for at, text in said.items()
    )
    return [*edits, markup.into(content, held, new.encode())]


# ------------------------------------------------------------------------------------- the boxes


def _add_shapes(package: Package, part: str, sheet: SheetPart, said: Mapping[At, str]) -> None:
    """Draw the boxes that comments are shown in."""
    targets = {one.id: one.target for one in package.relations(part)}
    drawing = None if sheet.drawing is None else targets.get(sheet.drawing, "")
    clusters = _free_clusters(package, -(-len(said) // (_OF_A_CLUSTER - 1)))
    shapes = "".join(
        _shape(clusters[number // (_OF_A_CLUSTER - 1)], number % (_OF_A_CLUSTER - 1), at, text)
        for number, (at, text) in enumerate(said.items())
    )
    listed = ",".join(map(str, clusters))
    if drawing is not None:
        content = package.read(drawing)
        # Drawings of this kind need not be XML; only what is around is looked at.
        content = _CLUSTERS.sub(
            lambda found: found[1] + found[2] + f",{listed}".encode() + found[3], content, count=1
        )
        end = content.rfind(b"</")
        kind = "" if _NOTE in content else _SHAPE_TYPE
        new = f"{kind}{shapes}"
        if not all(one.encode() in content for one in _NAMESPACES):
            new = new.replace(" id=", f" {' '.join(_NAMESPACES)} id=")
        package.write(drawing, content[:end] + new.encode() + content[end:])
        return
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{listed}"/></o:shapelayout>'
    whole = f"<xml {' '.join(_NAMESPACES)}>{layout}{_SHAPE_TYPE}{shapes}</xml>"
    drawing = package.free_name(f"xl/{_DRAWING}{{}}.vml")
    package.write(drawing, whole.encode())
    package.declare(drawing, "vmlDrawing")
    relation = package.relate(part, f"{markup.RELATIONS}/vmlDrawing", drawing)
    kind = package.kind("").rstrip("/")
    new = f'<{sheet.prefix}legacyDrawing xmlns:r="{kind}" r:id="{relation}"/>'
    sheet.edits.append((sheet.drawing_at, sheet.drawing_at, new.encode()))


def _free_clusters(package: Package, many: int) -> list[int]:
    """Return the beginnings of numbers that no shape of the workbook has yet."""
    taken = {0}
    for name in package.names():
        if name.casefold().endswith(".vml"):
            content = package.read(name)
            for found in _CLUSTERS.findall(content):
                taken |= {int(one) for one in found[1].split(b",") if one.strip()}
            taken |= {int(one) // _OF_A_CLUSTER for one in _SHAPE.findall(content)}
    first = max(taken) + 1
    return [*range(first, first + many)]


def _shape(cluster: int, number: int, at: At, text: str) -> str:
    row, column = at[0] - 1, at[1]
    lines = sum(1 + len(line) // _LINE for line in text.split("\n"))
    height = min(lines, _LINES_SHOWN) + 1
    left = column + 1 if column + 1 + _COLUMNS <= _LAST_COLUMN else column - 1 - _COLUMNS
    top = max(min(row - 1, _LAST_ROW - height - 2), 0)
    anchor = f"{left}, 15, {top}, 10, {left + _COLUMNS}, 15, {top + height}, 4"
    return (
        f'<v:shape id="_x0000_s{cluster * _OF_A_CLUSTER + number + 1}"'
        ' type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;'
        f'width:240pt;height:{15 * height}pt;z-index:{number + 1};visibility:hidden"'
        ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
