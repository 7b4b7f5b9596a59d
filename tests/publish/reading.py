"""Reading pages strictly, for the tests of all that stand for themselves."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Final

from kesbang_iku.findings import Language

VOID: Final = frozenset({"br", "col", "hr", "img", "input", "meta"})
_FOREIGN: Final = {"link", "iframe", "object", "embed", "base", "form"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed where it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.shown = ""
        self.scripts: list[tuple[str, str]] = []
        """Each script with its kind; what runs has none."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "script":
            self.scripts.append((dict(attrs).get("type") or "", ""))
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            kind, before = self.scripts[-1]
            self.scripts[-1] = (kind, before + data)
        elif self.open and self.open[-1] != "style":
            self.shown += data


def read(page: str) -> Reader:
    """Read a whole page; fail where an element is left open."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def assert_stands_for_itself(page: str, language: Language) -> None:
    """Fail where a page asks for something from elsewhere, or could run something."""
    reader = read(page)
    assert _FOREIGN.isdisjoint(reader.tags)
    assert not [name for name, _ in reader.attributes if name in {"srcset", "style"}]
    sources = [value or "" for name, value in reader.attributes if name == "src"]
    assert all(value.startswith("data:image/") for value in sources)
    assert not [name for name, _ in reader.attributes if name.startswith("on")]
    assert not re.search(r"@import|url\(", page)
    assert ("lang", language) in reader.attributes
    assert_runs_only_its_own(reader)


def assert_runs_only_its_own(reader: Reader) -> None:
    """Fail where a page has a script besides the one that its policy names by its digest."""
    (policy,) = (value for _, value in reader.attributes if value and "script-src" in value)
    assert "default-src 'none'" in policy
    assert {kind for kind, _ in reader.scripts} <= {"", "application/json"}
    (own,) = (text for kind, text in reader.scripts if not kind)
    digest = b64encode(sha256(own.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy


def assert_links_lead_somewhere(page: str) -> None:
    """Fail where an identifier comes twice, or a link leads to none, or is no link of the web."""
    reader = read(page)
    assert len(reader.ids) == len(set(reader.ids))
    hrefs = [value or "" for name, value in reader.attributes if name == "href"]
    inside = {href[1:] for href in hrefs if href.startswith("#")}
    assert inside
    assert inside <= set(reader.ids)
    assert all(href.startswith(("#", "https://", "http://")) for href in hrefs)
