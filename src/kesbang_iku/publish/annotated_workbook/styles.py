"""The looks of cells: those there are stay; each that is needed is added as a filled copy."""

from typing import Final

from kesbang_iku.findings import Level
from kesbang_iku.publish.annotated_workbook import markup
from kesbang_iku.publish.annotated_workbook.package import Package

FILLS: Final = {Level.GALAT: "FFFFC7CE", Level.PERINGATAN: "FFFFE699", Level.INFO: "FFDDEBF7"}
"""Of different lightness, so that they differ on paper without colours, too."""
_ORDER: Final = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")
_EMPTY: Final = {
    "fonts": '<{p}font><{p}sz val="11"/><{p}name val="Calibri"/></{p}font>',
    "fills": '<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
    '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
    "borders": "<{p}border/>",
    "cellXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
}
"""What each list begins with where a workbook has none."""
_TEXT: Final = 49
"""The number of the format that keeps a text a text, also when it is edited."""


class Styles:
    """The styles of one workbook. Lives as long as one is annotated; what is asked for is added."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._part = package.related(package.main, "styles")
        content = _NONE if self._part is None else package.read(self._part)
        self._content = self._with_lists(content)
        found = markup.elements(self._content)
        self._prefix = found[0].prefix
        self._lists = {one.name: one for one in found if one.depth == 1}
        self._formats = [
            self._content[one.start : one.after]
            for one in found
            if one.name == "xf" and one.parent == "cellXfs"
        ]
        self._counts = {
            name: sum(one.parent == name and one.depth == 2 for one in found)  # noqa: PLR2004 - below a list
            for name in _EMPTY
        }
        self._added: dict[str, list[bytes]] = {name: [] for name in _EMPTY}
        self._known: dict[tuple[object, ...], int] = {}
        self._fills: dict[Level, int] = {}

    @staticmethod
    def _with_lists(content: bytes) -> bytes:
        """Return the part with every list that something is added to."""
        for name, first in _EMPTY.items():
            found = markup.elements(content)
            if any(one.depth == 1 and one.name == name for one in found):
                continue
            prefix = found[0].prefix
            count = first.count("<{p}fill>") or 1
            new = f'<{prefix}{name} count="{count}">{first.format(p=prefix)}</{prefix}{name}>'
            before = {*_ORDER[: _ORDER.index(name)]}
            ends = [one.after for one in found if one.depth == 1 and one.name in before]
            root = found[0]
            at = max(ends, default=root.inside)
            edit = (
                (at, at, new.encode())
                if not root.empty
                else markup.into(content, root, new.encode())
            )
            content = markup.edited(content, [edit])
        return content

    def _add(self, name: str, new: bytes) -> int:
        self._added[name].append(new)
        return self._counts[name] + len(self._added[name]) - 1

    def _fill(self, level: Level) -> int:
        if level not in self._fills:
            p = self._prefix
            new = (
                f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{FILLS[level]}"/>'
                f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
            )
            self._fills[level] = self._add("fills", new.encode())
        return self._fills[level]

    def filled(self, base: int, level: Level) -> int:
        """Return the number of the style ``base`` with the fill of a level."""
        key = (base, level)
        if key not in self._known:
            whole = self._formats[base] if base < len(self._formats) else self._formats[0]
            tag, bracket, rest = whole.partition(b">")
            tag = markup.with_attribute(tag + bracket, "fillId", str(self._fill(level)))
            self._known[key] = self._add(
                "cellXfs", markup.with_attribute(tag, "applyFill", "1") + rest
            )
        return self._known[key]

    def of_text(self, *, bold: bool = False, link: bool = False, level: Level | None = None) -> int:
        """Return the number of a style for our own sheets: texts that break their lines."""
        key = ("text", bold, link, level)
        if key not in self._known:
            p = self._prefix
            font = 0
            if bold or link:
                look = f"<{p}b/>" if bold else f'<{p}u/><{p}sz val="11"/><{p}color rgb="FF0563C1"/>'
                size = f'<{p}sz val="11"/>' if bold else ""
                new = f'<{p}font>{look}{size}<{p}name val="Calibri"/></{p}font>'
                font = self._add("fonts", new.encode())
            fill = 0 if level is None else self._fill(level)
            new = (
                f'<{p}xf numFmtId="{_TEXT}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'
                ' applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
                f'<{p}alignment vertical="top" wrapText="1"/></{p}xf>'
            )
            self._known[key] = self._add("cellXfs", new.encode())
        return self._known[key]

    def save(self) -> None:
        """Put the styles into the package, if any was asked for."""
        if not any(self._added.values()):
            return
        edits: list[markup.Edit] = []
        for name, added in self._added.items():
            if added:
                edits += self._extended(self._lists[name], added)
        content = markup.edited(self._content, edits)
        if self._part is None:
            usual = "xl/styles.xml"  # some programs look for no other
            taken = usual in self._package
            part = self._package.free_name("xl/styles{}.xml") if taken else usual
            self._package.relate(self._package.main, self._package.kind("styles"), part)
            self._package.declare(part, "spreadsheetml.styles+xml")
            self._part = part
        self._package.write(self._part, content)

    def _extended(self, one: markup.Element, added: list[bytes]) -> list[markup.Edit]:
        """Return the edits that add to a list and say how long it is now."""
        count = str(self._counts[one.name] + len(added))
        tag = markup.with_attribute(self._content[one.start : one.inside], "count", count)
        new = b"".join(added)
        if one.empty:
            end = f"</{one.prefix}{one.name}>".encode()
            return [(one.start, one.after, tag[:-2].rstrip() + b">" + new + end)]
        return [(one.start, one.inside, tag), (one.close, one.close, new)]


_NONE: Final = (
    markup.HEAD
    + (
        f'<styleSheet xmlns="{markup.MAIN}"><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"'
        ' fillId="0" borderId="0"/></cellStyleXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ).encode()
)
