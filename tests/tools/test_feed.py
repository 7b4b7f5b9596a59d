"""The feed of changes: one entry a line of history, newest first, readable as Atom."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import kesbang_iku as iku
from tools.feed import changes, feed, newest

ATOM = "{http://www.w3.org/2005/Atom}"


def test_each_change_is_an_entry_with_its_day_and_sentence(katalog: iku.Catalog) -> None:
    root = ET.fromstring(feed(katalog, "https://iku.example/"))  # noqa: S314 - own text
    entries = root.findall(f"{ATOM}entry")
    known = changes(katalog)[: len(entries)]
    assert len(entries) > 50
    assert [one.findtext(f"{ATOM}summary") for one in entries] == [text for *_, text in known]
    assert newest(katalog) == max(day for day, *_ in known)
    first = entries[0].find(f"{ATOM}link")
    assert first is not None
    assert first.attrib["href"] == f"https://iku.example/indikator/{known[0][1].lower()}/"
