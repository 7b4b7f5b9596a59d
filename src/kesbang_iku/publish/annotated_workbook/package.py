"""The package that a workbook is: its parts, how they refer to each other, and writing it anew."""

import io
import posixpath
import zipfile
import zlib
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.publish.annotated_workbook import markup

_TYPES: Final = "[Content_Types].xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SIGNATURE: Final = "digital-signature/origin"
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError,
                  RuntimeError, NotImplementedError)  # fmt: skip
_ENDINGS: Final = {
    "sheet.main+xml": ".xlsx",
    "sheet.macroEnabled.main+xml": ".xlsm",
    "template.main+xml": ".xltx",
    "template.macroEnabled.main+xml": ".xltm",
}
"""What the name of a workbook must end in, by what it says of itself; else it is not opened."""
MAIN_PART: Final = "officeDocument"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: by which identifier, of which kind, which part."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a workbook by name. Lives as long as one is annotated; parts are replaced.

    Raises:
        NotAnnotatedError: it is damaged, or signed.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            self._names = {name.casefold(): name for name in self._archive.namelist()}
        except _DAMAGE as error:
            raise markup.NotAnnotatedError(texts.DAMAGED_PART) from error
        self._changed: dict[str, bytes] = {}
        signed = any(one.kind.endswith(_SIGNATURE) for one in self.relations(""))
        if signed or any(name.startswith("_xmlsignatures/") for name in self._names):
            raise markup.NotAnnotatedError(texts.SIGNED)
        main = next((one for one in self.relations("") if one.kind.endswith(MAIN_PART)), None)
        self.main: Final = "xl/workbook.xml" if main is None else main.target
        self.strict: Final = main is not None and main.kind.startswith(markup.STRICT)

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names or name in self._changed

    def read(self, name: str) -> bytes:
        """Return a part as UTF-8.

        Raises:
            NotAnnotatedError: it is missing or damaged.
        """
        actual = self._names.get(name.casefold(), name)
        if actual in self._changed:
            return self._changed[actual]
        return markup.as_utf8(self._stored(actual))

    def _stored(self, name: str | zipfile.ZipInfo) -> bytes:
        try:
            return self._archive.read(name)
        except _DAMAGE as error:
            raise markup.NotAnnotatedError(texts.DAMAGED_PART) from error

    def write(self, name: str, content: bytes) -> None:
        """Put a part in the place of what it was, or add it."""
        self._changed[self._names.get(name.casefold(), name)] = content

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(dict.fromkeys([*self._names.values(), *self._changed]))

    def free_name(self, pattern: str) -> str:
        """Return the first name of a pattern with a number that no part has."""
        taken = {name.casefold() for name in self.names()}
        number = 1
        while pattern.format(number).casefold() in taken:
            number += 1
        return pattern.format(number)

    # ------------------------------------------------------------------------------- what refers

    def kind(self, name: str) -> str:
        """Return the kind of relation called ``name``, as this package writes them."""
        return f"{markup.STRICT_RELATIONS if self.strict else markup.RELATIONS}/{name}"

    def relations(self, part: str) -> list[Relation]:
        """Return what a part refers to inside of the package."""
        path = _relations_of(part)
        if path not in self:
            return []
        folder = posixpath.dirname(part)
        return [
            Relation(
                one.attributes.get("Id", ""),
                one.attributes.get("Type", ""),
                _target(folder, one.attributes.get("Target", "")),
            )
            for one in markup.elements(self.read(path))
            if one.name == "Relationship" and one.attributes.get("TargetMode") != "External"
        ]

    def related(self, part: str, name: str) -> str | None:
        """Return the first part of a kind that a part refers to."""
        found = (one.target for one in self.relations(part) if one.kind.endswith(f"/{name}"))
        return next(found, None)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Let a part refer to another one; return the identifier."""
        path = _relations_of(part)
        if path not in self:
            self.write(
                path, markup.HEAD + f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
            )
        content = self.read(path)
        found = markup.elements(content)
        taken = {one.attributes.get("Id") for one in found}
        number = len(found)
        while f"rId{number}" in taken:
            number += 1
        root = found[0]
        new = (
            f'<{root.prefix}Relationship Id="rId{number}" Type="{kind}"'
            f' Target="/{markup.escaped(target)}"/>'
        )
        self.write(path, markup.edited(content, [markup.into(content, root, new.encode())]))
        return f"rId{number}"

    def declare(self, part: str, media: str) -> None:
        """Say of which type a new part is."""
        content = self.read(_TYPES)
        root = markup.elements(content)[0]
        new = (
            f'<{root.prefix}Override PartName="/{markup.escaped(part)}"'
            f' ContentType="application/vnd.openxmlformats-officedocument.{media}"/>'
        )
        self.write(_TYPES, markup.edited(content, [markup.into(content, root, new.encode())]))

    def ending(self) -> str:
        """Return what the name of the workbook must end in."""
        for one in markup.elements(self.read(_TYPES)):
            if one.attributes.get("PartName", "").lstrip("/").casefold() == self.main.casefold():
                media = one.attributes.get("ContentType", "").rpartition(".spreadsheetml.")[2]
                return _ENDINGS.get(media, _ENDINGS.get(media.rpartition("ms-excel.")[2], ".xlsx"))
        return ".xlsx"

    # ------------------------------------------------------------------------------------ writing

    def packed(self) -> bytes:
        """Return the package: untouched parts to the byte, in their order, new ones behind.

        Raises:
            NotAnnotatedError: a part is damaged.
        """
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for old in self._archive.infolist():
                info = zipfile.ZipInfo(old.filename, old.date_time)
                info.compress_type = (
                    zipfile.ZIP_STORED
                    if old.compress_type == zipfile.ZIP_STORED
                    else zipfile.ZIP_DEFLATED
                )
                info.external_attr, info.comment = old.external_attr, old.comment
                changed = self._changed.pop(old.filename, None)
                archive.writestr(info, self._stored(old) if changed is None else changed)
            for name, content in self._changed.items():
                info = zipfile.ZipInfo(name)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
        return out.getvalue()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(folder: str, written: str) -> str:
    path = written if written.startswith("/") else posixpath.join(folder, written)
    return posixpath.normpath(path.lstrip("/"))
