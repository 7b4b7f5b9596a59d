"""Reading the XML of a workbook's part: by a parser, and beside it what needs none.

The rows of a sheet and its shared texts are nearly all written in one plain way. Whoever knows it
takes such pieces as text; all the rest goes through the parser, which so still sees everything
around them, and says what is no XML. A piece is only offered where the parser stands right inside
of the element that holds the pieces, so that no comment or section of data is taken for one.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final
from xml.parsers import expat

from kesbang_iku.findings import sentences
from kesbang_iku.sources.archive import Archive, broken

Attributes = dict[str, str]
PLAIN: Final = r"[^<>&\x00-\x1f\ufffe\uffff]"
"""A sign of a text that means itself in XML; ``>`` does too, but is rare and left to the parser."""

_LONGEST: Final = 1 << 20
_SOME: Final = 1 << 18
_NO_PIECES: Final = re.compile(rb"<[!?]")


class Handler:
    """Follows one part. A subclass says what it does at the start and the end of an element."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, data: str) -> None:
        """Take a piece of text."""


class Pieces:
    """What is offered as text: the elements ``name``, which are all that ``holder`` holds.

    ``take`` is given such an element without its end tag, and says whether it knew all of it.
    """

    def __init__(self, name: str, holder: str, take: Callable[[str], bool]) -> None:
        self.opening: Final = f"<{name}".encode()
        self.closing: Final = f"</{name}>"
        self.holder: Final = holder
        self.take: Final = take


class _Parser:
    """A parser of one part that knows where it stands, and takes bytes as they come."""

    def __init__(self, part: str, handler: Handler) -> None:
        self._part = part
        self._open: list[str] = []
        self._encoding: str | None = None
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        opened, take_start, take_end = self._open, handler.start, handler.end

        def start(name: str, attributes: Attributes) -> None:
            opened.append(local(name))
            take_start(opened[-1], attributes)

        def end(name: str) -> None:
            opened.pop()
            take_end(local(name))

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = self._refuse
        parser.XmlDeclHandler = self._declared

    def _refuse(self, *_: object) -> None:
        raise broken(sentences.sources.ITS_PART_DECLARES_A_DOCTYPE.filled(bagian=self._part))

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._encoding = encoding

    def within(self, holder: str) -> bool:
        """Say whether it stands right inside of an element ``holder``, in a part of UTF-8."""
        known = self._encoding is None or self._encoding.upper() == "UTF-8"
        return known and self._open[-1:] == [holder]

    def feed(self, content: bytes, *, last: bool = False) -> None:
        """Take more of the part.

        Raises:
            WorkbookError: it is no XML.
        """
        try:
            self._parser.Parse(content, last)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise broken(sentences.sources.ITS_PART_IS_BAD_XML.filled(bagian=self._part)) from error


def parse(archive: Archive, part: str, handler: Handler, pieces: Pieces | None = None) -> None:
    """Read a part; ``handler`` follows what is not taken as one of ``pieces``.

    Raises:
        WorkbookError: the part is missing or damaged.
    """
    parser = _Parser(part, handler)
    chunks = archive.chunks(part)
    if pieces is not None:
        _in_pieces(chunks, parser, pieces)
    for chunk in chunks:
        parser.feed(chunk)
    parser.feed(b"", last=True)


def _in_pieces(chunks: Iterable[bytes], parser: _Parser, pieces: Pieces) -> None:
    """Read on up to where no more pieces can be expected."""
    end = pieces.closing.encode()
    rest = b""
    for chunk in chunks:
        rest += chunk
        if len(rest) < _SOME:
            continue
        cut = rest.rfind(end) + len(end)
        if cut < len(end) or not _offered(rest[:cut], parser, pieces):
            parser.feed(rest if cut < len(end) else rest[cut:])
            return
        rest = rest[cut:]
        if len(rest) > _LONGEST:
            break
    cut = rest.rfind(end) + len(end)
    if cut >= len(end):
        _offered(rest[:cut], parser, pieces)
        rest = rest[cut:]
    parser.feed(rest)


def _offered(content: bytes, parser: _Parser, pieces: Pieces) -> bool:
    """Offer each piece in ``content``, which ends with one; say whether more may follow."""
    # A part may start with a declaration; what follows one further on may be no piece.
    if _NO_PIECES.search(content, 1):
        parser.feed(content)
        return False
    if not parser.within(pieces.holder):
        first = max(content.find(pieces.opening), 0)
        parser.feed(content[:first])
        content = content[first:]
    if not parser.within(pieces.holder):
        parser.feed(content)
        return False
    try:
        texts = content.decode().split(pieces.closing)
    except UnicodeDecodeError:
        parser.feed(content)
        return False
    for number, text in enumerate(texts[:-1]):
        if pieces.take(text):
            continue
        parser.feed(f"{text}{pieces.closing}".encode())
        if not parser.within(pieces.holder):
            parser.feed(
                "".join(f"{one}{pieces.closing}" for one in texts[number + 1 : -1]).encode()
            )
            return False
    return True


def attributes_of(written: str) -> Attributes | None:
    """Return the attributes ``written`` in a tag behind ``r``, or ``None`` if that is no XML."""
    found: list[Attributes] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _name, attributes: found.append(attributes)
    try:
        parser.Parse(f'<x r=""{written}/>', True)
    except expat.ExpatError:
        return None
    return found[0] if len(found) == 1 else None


def local(name: str) -> str:
    """Return a name without its namespace, since writers choose their own prefixes."""
    return name.rpartition(":")[2]


def attribute(attributes: Attributes, name: str) -> str | None:
    """Return an attribute whatever the prefix of its namespace."""
    for key, value in attributes.items():
        if local(key) == name:
            return value
    return None
