"""The results that files tell, each with its verification string: answers, tables, pages, texts."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import partial
from html.parser import HTMLParser
from typing import Any, Final, NamedTuple

from kesbang_iku._regex import regex
from kesbang_iku.computing.stated_items import lines_of
from kesbang_iku.computing.verification import SHOWN_LINE, is_statement
from kesbang_iku.findings import Finding
from kesbang_iku.indicator.statement import START, is_number
from kesbang_iku.sources.csv_reader import read_csv_grid
from kesbang_iku.sources.csv_text import as_meant
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.text_reader import read_bytes

KEY: Final = "verifikasi"
FACTS_OF_A_PAGE: Final = "application/json"
_RESULTS: Final = "hasil"
_STATED: Final = "data-verifikasi"
_FACT: Final = "data-fakta"
_WITHOUT_END: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
     "wbr"}
)  # fmt: skip
_FILLED_IN: Final = frozenset({"variabel", "realisasi", "golongan"})
"""Headers that only the workbook to fill in has together."""
_OF_RESULT: Final = frozenset({"kode", "versi", "status", "nilai"})
"""Headers of an answer as a table."""
_AS_THEY_STAND: Final = (
    KEY, "kode", "wilayah", "tahun", "periode", "status", "capaian", "predikat",
)  # fmt: skip
_PAGE: Final = regex(r"(?is)\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)")
_FIGURE: Final = regex(r"\d[\d.,]*")
_LINE: Final = regex(rf"{START}[^\s\"'<>&|,]*[^\s\"'<>&|,.;:!?()\[\]]")
"""A string in a text; a sign that ends the sentence around it is none of it."""


class ToldResult(NamedTuple):
    """What a file, or a page, tells of a result by its keys, and the line or row it stands in."""

    facts: Mapping[str, Any]
    line: int | None
    page: bool = False


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
        told = _stating([one for grid in _grids(opened) for one in _of_grid(grid)])
        return told or _of_text(opened.text), []
    return _of_text(opened.text), []


def _of_json(opened: Opened) -> list[ToldResult]:
    try:
        answer = json.loads(opened.text)
    except (ValueError, RecursionError):
        return _of_text(opened.text)
    answers = answer if isinstance(answer, list) else [answer]
    told = [one for part in answers if isinstance(part, dict) for one in _listed(part)]
    return _stating(told) or _of_text(opened.text)


def _stating(told: list[ToldResult]) -> list[ToldResult]:
    """Return what tells results if it states any; one with a value alone is not passed over."""
    return told if any(one.facts.get(KEY) for one in told) else []


def _listed(answer: Mapping[str, Any]) -> Iterator[ToldResult]:
    results = answer.get(_RESULTS)
    for result in results if isinstance(results, list) else [answer]:
        if isinstance(result, dict) and (result.get(KEY) or result.get("nilai") is not None):
            yield ToldResult(result, None)


def _grids(opened: Opened) -> Sequence[Grid]:
    if opened.format == "xlsx":
        return opened.workbook[0]
    grid, _ = read_csv_grid(opened.text, source=opened.name)
    return () if grid is None else (grid,)


def _of_grid(grid: Grid) -> Iterator[ToldResult]:
    """Yield the rows below a header ``verifikasi``, told by the headers beside it."""
    headers: Mapping[int, str] = {}
    numbers: dict[tuple[str | None, ...], dict[str, str]] = {}
    for row in grid.rows:
        named = {column: cell.strip() for column, cell in row.cells.items()}
        titles = {column: cell.casefold() for column, cell in named.items()}
        if KEY in titles.values():
            headers = titles
        elif headers:
            cells = ((key, named.get(column)) for column, key in headers.items())
            facts: dict[str, Any] = {key: as_meant(one) if one else None for key, one in cells}
            valued = facts.keys() >= _OF_RESULT and facts["nilai"]
            if facts.keys() >= _FILLED_IN:
                facts, valued = _filled_in(facts, numbers), None
            if is_statement(facts[KEY] or "") or (valued and not facts[KEY]):
                yield ToldResult(facts, row.number)


def _filled_in(
    facts: Mapping[str, Any], numbers: dict[tuple[str | None, ...], dict[str, str]]
) -> dict[str, Any]:
    """Return what a row of the workbook to fill in tells: its number goes in, its value is ours.

    Those of an indicator and period stand in rows below one another; ``numbers`` collects them.
    """
    inputs = numbers.setdefault((facts.get("kode"), facts.get("periode")), {})
    name, number = facts["variabel"], facts.get("nilai")
    if name and number:
        inputs[name] = str(Fraction(number)) if is_number(number) else number
    told = {key: facts[key] for key in _AS_THEY_STAND if key in facts}
    if is_number(facts.get("target") or ""):
        told["target"] = facts["target"]
    return {**told, "nilai": facts["realisasi"], "kategori": facts["golongan"], "masukan": inputs}


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
    told = [one for script in reader.scripts for one in _of_script(script, reader.english)]
    told += [ToldResult(facts, line) for facts, line in reader.stated]
    return [one._replace(page=True) for one in told] or _of_text("".join(reader.shown))


def _of_script(facts: Mapping[str, Any], english: bool) -> Iterator[ToldResult]:
    if _RESULTS in facts:
        yield from _stating([*_listed(facts)])
    for line in lines_of(facts, partial(_number_shown, english=english)):
        yield ToldResult({KEY: line}, None)


class _PageReader(HTMLParser):
    """Takes out of a page its facts, what is shown beside what it states, and the text it shows.

    An element with ``data-verifikasi`` states a result; the numbers shown in it stand in elements
    with ``data-fakta``, the key of the fact.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[Mapping[str, Any]] = []
        self.english = False
        self.shown: list[str] = []
        self.stated: list[tuple[dict[str, Any], int]] = []
        self._open: list[str] = []
        self._stating: list[int] = []
        self._fact: tuple[int, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "html":
            self.english = (told.get("lang") or "").startswith("en")
        if tag in _WITHOUT_END:
            return
        self._open.append(told.get("type") or tag if tag == "script" else tag)
        if is_statement(told.get(_STATED) or ""):
            self._stating.append(len(self._open))
            self.stated.append(({KEY: told[_STATED]}, self.getpos()[0]))
        if self._stating and told.get(_FACT):
            self._fact = (len(self._open), str(told[_FACT]))
            self.stated[-1][0][self._fact[1]] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _WITHOUT_END or not self._open:
            return
        if self._fact is not None and self._fact[0] == len(self._open):
            facts, key = self.stated[-1][0], self._fact[1]
            facts[key] = _fact_shown(key, facts[key], english=self.english)
            self._fact = None
        if self._stating and self._stating[-1] == len(self._open):
            self._stating.pop()
        self._open.pop()

    def handle_data(self, data: str) -> None:
        inside = self._open[-1] if self._open else ""
        if inside == FACTS_OF_A_PAGE:
            with suppress(ValueError, RecursionError):
                facts = json.loads(data)
                self.scripts += [facts] if isinstance(facts, dict) else []
        elif inside not in {"script", "style"}:
            self.shown.append(data)
        if self._fact is not None:
            self.stated[-1][0][self._fact[1]] += data


def _fact_shown(key: str, text: str, *, english: bool) -> str:
    """Return a fact as answers write it; a target may have words, signs and more than a number."""
    if key == SHOWN_LINE:
        return text
    if key == "target":
        return _FIGURE.sub(lambda found: _number_shown(found[0], english=english), text)
    return _number_shown(text, english=english)


def _number_shown(text: str, *, english: bool) -> str:
    """Return a number as answers write it, of one as people read it."""
    plain = "".join(sign for sign in text if sign.isdigit() or sign in ".,-−").replace("−", "-")
    group, point = (",", ".") if english else (".", ",")
    return plain.replace(group, "").replace(point, ".")
