"""The head of a letter and the signature below it: whose page it is, and who stands for it."""

from base64 import b64encode
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.model.record import Record

_KINDS: Final = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"<svg": "image/svg+xml"}
"""How pictures begin that a page may hold; whatever an SVG says, as a picture it runs nothing."""
MOST_BYTES: Final = 500_000
"""A larger picture makes a page that nobody can send."""


class LetterheadFile(Record):
    """The head of a letter, as a file tells it.

    Attributes:
        pemerintah: the government, in the first line.
        instansi: the agency.
        alamat: where it is.
        logo: the file of its picture, from the folder of this one.
    """

    instansi: str
    pemerintah: str | None = None
    alamat: str | None = None
    logo: str | None = None


class SignatoryFile(Record):
    """Who signs, as a file tells it.

    Attributes:
        nama, jabatan, pangkat, nip: of the person who signs.
        tempat, tanggal: where and when; without them there is room to write them.
    """

    nama: str
    jabatan: str
    pangkat: str | None = None
    nip: str | None = None
    tempat: str | None = None
    tanggal: str | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the title: lines, and a picture as the address that holds it."""

    lines: tuple[str, ...]
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands below the summary: place and date, office, name, and the lines below that."""

    when: str | None
    office: str
    name: str
    below: tuple[str, ...] = ()


def picture_address(content: bytes) -> str | None:
    """Return a picture as an address that holds it, ``None`` for what is no picture, or too large.

    PNG, JPEG and SVG are known by how they begin.
    """
    start = content.lstrip()
    kind = next((name for mark, name in _KINDS.items() if start.startswith(mark)), None)
    if kind is None and start.startswith(b"<?xml") and b"<svg" in start[:2000]:
        kind = "image/svg+xml"
    if kind is None or len(content) > MOST_BYTES:
        return None
    return f"data:{kind};base64,{b64encode(content).decode()}"
