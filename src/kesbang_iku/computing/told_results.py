"""The results that files tell, each with its verification string: answers, tables, pages, texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any, Final, NamedTuple

from kesbang_iku._regex import regex
from kesbang_iku.computing.verification import is_statement
from kesbang_iku.findings import Finding
from kesbang_iku.indicator.statement import START
from kesbang_iku.sources.csv_reader import read_csv_grid
from kesbang_iku.sources.csv_text import as_meant
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.text_reader import read_bytes

KEY: Final = "verifikasi"
FACTS_OF_A_PAGE: Final = "application/json"
_RESULTS: Final = "hasil"
_PAGE: Final = regex(r"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)")
_LINE: Final = regex(rf"{START}[^\s\"'<>&|,]+")


class ToldResult(NamedTuple):
    """What a file tells of a result by the keys of one, and the line or row it stands in."""

    facts: Mapping[str, Any]
    line: int | None


def told_results(name: str) -> tuple[list[ToldResult], list[Finding]]:
    """Return the results with verification strings that a file tells, and why it cannot be read.

    Args:
        name: of a file: an answer in JSON, a table as CSV or workbook with a column
            ``verifikasi``, a page, or any text with verification strings in it.
    """
    content, found = read_bytes(name)
    if content is None:
        return [], found
    text = content.decode("utf-8", "replace")
    if _PAGE.match(text):
        return _of_page(text), []
    opened, found = open_source(content, name=name)
    if opened is None:
        told = _of_text(text)
        return told, [] if told else found
    if opened.format == "json":
        return _of_json(opened), []
    if opened.tabular:
        told = [one for grid in _grids(opened) for one in _of_grid(grid)]
        return told or _of_text(opened.text), []
    return _of_text(opened.text), []


def _of_json(opened: Opened) -> list[ToldResult]:
    try:
        answer = json.loads(opened.text)
    except (ValueError, RecursionError):
        return _of_text(opened.text)
    answers = answer if isinstance(answer, list) else [answer]
    told = [one for part in answers if isinstance(part, dict) for one in _listed(part)]
    return told or _of_text(opened.text)


def _listed(answer: Mapping[str, Any]) -> Iterator[ToldResult]:
    results = answer.get(_RESULTS)
    for result in results if isinstance(results, list) else [answer]:
        if isinstance(result, dict) and isinstance(result.get(KEY), str):
            yield ToldResult(result, None)


def _grids(opened: Opened) -> Sequence[Grid]:
    if opened.format == "xlsx":
        return opened.workbook[0]
    grid, _ = read_csv_grid(opened.text, source=opened.name)
    return () if grid is None else (grid,)


def _of_grid(grid: Grid) -> Iterator[ToldResult]:
    """Yield the rows below a header ``verifikasi``, told by the headers beside it."""
    headers: Mapping[int, str] = {}
    for row in grid.rows:
        named = {column: cell.strip() for column, cell in row.cells.items()}
        if KEY in named.values():
            headers = named
        elif headers:
            cells = {key: named.get(column) for column, key in headers.items()}
            facts = {key: as_meant(cell) if cell else None for key, cell in cells.items()}
            if is_statement(facts[KEY] or ""):
                yield ToldResult(facts, row.number)


def _of_text(text: str) -> list[ToldResult]:
    return [
        ToldResult({KEY: match.group()}, number)
        for number, line in enumerate(text.splitlines(), start=1)
        for match in _LINE.finditer(line)
    ]


def _of_page(text: str) -> list[ToldResult]:
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    told = [one for script in reader.scripts for one in _listed({_RESULTS: script})]
    return told or _of_text(reader.shown)


class _PageReader(HTMLParser):
    """Takes the facts of a page out of it, and the text that it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[Any] = []
        self._inside: str | None = None
        self._texts: list[str] = []

    @property
    def shown(self) -> str:
        return "\n".join(self._texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self._inside = (
            FACTS_OF_A_PAGE if tag == "script" and told.get("type") == FACTS_OF_A_PAGE else tag
        )

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # as the base calls it
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == FACTS_OF_A_PAGE:
            try:
                self.scripts.append(json.loads(data).get(_RESULTS))
            except (ValueError, AttributeError, RecursionError):
                return
        elif self._inside not in {"script", "style"}:
            self._texts.append(data)
