"""XML edited as text: where its elements stand, and what is written between them."""

import re
from collections.abc import Iterable
from typing import Final
from xml.parsers import expat

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import publish as texts
from kesbang_iku.findings.signs import visible
from kesbang_iku.sources.xml_pieces import Attributes, local

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS: Final = f"{STRICT}officeDocument/relationships"
HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONGEST: Final = 32_000
"""A cell holds 32,767 characters, and so does a comment."""
_TAG: Final = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")
_ENCODING: Final = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAKEN_FOR_A_SIGN: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Spreadsheets read ``_x0041_`` as the letter A."""
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class NotAnnotatedError(Exception):
    """A workbook cannot be given back with anything in it; nothing is written."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.id)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a part: what it is, what it stands in, and its bytes.

    Attributes:
        name: without the prefix of its namespace.
        prefix: that prefix with its colon, or nothing.
        attributes: as they are written.
        depth: 0 for the root.
        start: where its start tag begins.
        inside: where its content begins; behind an empty element.
        close: where its end tag begins; the same as ``inside`` for an empty one.
        after: behind it.
        parent: the name of what it stands in.
    """

    name: str
    prefix: str
    attributes: Attributes
    depth: int
    start: int
    inside: int
    close: int
    after: int
    parent: str

    @property
    def empty(self) -> bool:
        """Say whether it is written as one tag."""
        return self.after == self.inside


Edit = tuple[int, int, bytes]
"""The bytes from one place up to another become these."""


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """Return ``content`` with edits that do not touch each other; of one place in their order."""
    pieces = []
    at = 0
    for start, end, new in sorted(edits, key=lambda one: one[:2]):
        pieces += [content[at:start], new]
        at = end
    return b"".join([*pieces, content[at:]])


def tag_end(content: bytes, start: int) -> int:
    """Return the place behind the tag that begins at ``start``."""
    found = _TAG.match(content, start)
    if found is None:
        raise NotAnnotatedError(texts.DAMAGED_PART)
    return found.end()


def is_empty_tag(content: bytes, end: int) -> bool:
    """Say whether the tag that ends before ``end`` is a whole element."""
    return content[end - 2 : end] == b"/>"


def parser_of(*, buffered: bool = False) -> expat.XMLParserType:
    """Return a parser that refuses a document type, and with it all entities."""
    parser = expat.ParserCreate()
    parser.buffer_text = buffered
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def parse_with(parser: expat.XMLParserType, content: bytes) -> None:
    """Let a parser run over a part.

    Raises:
        NotAnnotatedError: it is no XML.
    """
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotAnnotatedError(texts.DAMAGED_PART) from error


def _refuse(*_: object) -> None:
    raise NotAnnotatedError(texts.DAMAGED_PART)


def elements(content: bytes) -> list[Element]:
    """Return the elements of a part in the order of their start tags.

    Raises:
        NotAnnotatedError: it is no XML.
    """
    parser = parser_of()
    opened: list[int] = []
    found: list[Element] = []

    def start(name: str, attributes: Attributes) -> None:
        at = parser.CurrentByteIndex
        end = tag_end(content, at)
        parent = found[opened[-1]].name if opened else ""
        prefix = name[: -len(local(name))]
        opened.append(len(found))
        depth = len(opened) - 1
        found.append(Element(local(name), prefix, attributes, depth, at, end, end, end, parent))

    def end(_name: str) -> None:
        index = opened.pop()
        one = found[index]
        if not is_empty_tag(content, one.inside):
            at = parser.CurrentByteIndex
            found[index] = Element(
                *(one.name, one.prefix, one.attributes, one.depth, one.start, one.inside),
                *(at, tag_end(content, at), one.parent),
            )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse_with(parser, content)
    return found


def as_utf8(content: bytes) -> bytes:
    """Return a part in the encoding that all edits are written in; nearly every part has it."""
    declared = _ENCODING.match(content)
    name = "utf-16" if content.startswith(_UTF_16) else declared and declared[1].decode().lower()
    if not name or name in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return content
    try:
        return HEAD + _DECLARATION.sub("", content.decode(name)).encode()
    except (UnicodeDecodeError, LookupError) as error:
        raise NotAnnotatedError(texts.DAMAGED_PART) from error


def into(content: bytes, element: Element, new: bytes) -> Edit:
    """Return the edit that adds ``new`` at the end of an element."""
    if not element.empty:
        return (element.close, element.close, new)
    name = f"{element.prefix}{element.name}".encode()
    tag = content[element.start : element.after - 2].rstrip()
    return (element.start, element.after, tag + b">" + new + b"</" + name + b">")


def with_attribute(tag: bytes, name: str, value: str) -> bytes:
    """Return a start tag in which an attribute has a value."""
    written = f'{name}="{value}"'.encode()
    pattern = re.compile(rb"(?<=\s)" + name.encode() + rb"\s*=\s*(?:\"[^\"]*\"|'[^']*')")
    if pattern.search(tag):
        return pattern.sub(lambda _: written, tag, count=1)
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + b" " + written + tag[end:]


def escaped(text: str) -> str:
    """Return ``text`` for the content of an element or an attribute in double quotes."""
    return "".join(_ENTITIES.get(sign, sign) for sign in text)


def cell_text(text: str) -> str:
    """Return a text as a cell or comment holds it: inert, whole, and shown as it is."""
    shown = _UNFIT.sub("\ufffd", visible(text))
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    return escaped(_TAKEN_FOR_A_SIGN.sub("_x005F_", shown))
