"""The changes of the standard as a feed, so that who depends on it is told: Atom, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import kesbang_iku as iku

_ATOM: Final = "http://www.w3.org/2005/Atom"
_MOST: Final = 200


def changes(catalog: iku.Catalog) -> list[tuple[str, str, str, str]]:
    """Return date, code, name and sentence of every change on record, the newest first."""
    found = [
        (change.tanggal, one.kode, one.nama, change.perubahan)
        for one in catalog
        for change in one.riwayat
    ]
    return sorted(dict.fromkeys(found), key=lambda one: (one[0], one[1]), reverse=True)


def newest(catalog: iku.Catalog) -> str:
    """Return the day of the newest change."""
    return changes(catalog)[0][0]


def feed(catalog: iku.Catalog, address: str) -> str:
    """Return the feed.

    Args:
        catalog: the standard.
        address: where the site will stand; without it links are relative to the feed.
    """
    known = changes(catalog)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "id"})
    for name, text in _head(known):
        SubElement(root, name).text = text
    SubElement(SubElement(root, "author"), "name").text = "kesbang-iku"
    SubElement(root, "link", {"rel": "self", "href": f"{address}perubahan.atom.xml"})
    for day, code, name, text in known[:_MOST]:
        entry = SubElement(root, "entry")
        about = sha256(f"{day}\n{code}\n{text}".encode()).hexdigest()[:16]
        for tag, content in (
            ("id", f"urn:kesbang-iku:perubahan:{code.lower()}:{day}:{about}"),
            ("title", f"{code} {name}"),
            ("updated", _moment(day)),
            ("summary", text),
        ):
            SubElement(entry, tag).text = content
        SubElement(entry, "link", {"href": f"{address}indikator/{code.lower()}/"})
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _head(known: list[tuple[str, str, str, str]]) -> Iterator[tuple[str, str]]:
    yield "id", "urn:kesbang-iku:perubahan"
    yield "title", "Perubahan standar IKU Kesbangpol"
    yield "updated", _moment(known[0][0])


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
