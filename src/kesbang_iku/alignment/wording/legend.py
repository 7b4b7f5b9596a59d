"""The list of symbols behind a formula: which symbol means what, and which one is a number."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.pieces import HUNDRED, is_symbol, read_figure
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known

_FIGURE: Final = re.compile(r"(?:^|[\s(=:])(?P<number>\d+(?:[.,]\d+)?)\s*(?P<percent>%?)\)?$")
_SENTENCE: Final = re.compile(r"\s*[^\W\d]{2,}\s+[^\W\d]{2,}")
_LAST_REMARK: Final = re.compile(r"\(([^()]*)\)\s*[.]?$")
_COMPUTES: Final = re.compile(r"[/÷×*+√]|\s[xX-]\s")
_OPERATION: Final = re.compile(r"[\w)%]\s*[x×*/÷+-]\s*$", re.IGNORECASE)
_LIST: Final = re.compile(r"(?:^|\s)a[.)]\s+\S.*?(?:^|\s)b[.)]\s+\S", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One symbol: what it stands for, and its number if it is one or has one behind it."""

    symbol: str
    text: str
    number: Fraction | None = None

    @property
    def is_constant(self) -> bool:
        """Whether the symbol is nothing but a number."""
        return self.number is not None and not self.text


@dataclass(frozen=True, slots=True)
class Legend:
    """A text without its legend, and the entries of the legend in order."""

    body: str
    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    key: str
    start: int
    end: int
    at_line: bool
    colon: bool


def split_legend(text: str) -> Legend:
    """Take the legend off a text, under a heading of its own or without one."""
    text = _opened(_without_list(text))
    for heading in PATTERNS.legend_heading.finditer(text):
        head, tail = text[: heading.start()], text[heading.end() :]
        found = _found(tail, colons=True)
        if head.strip() and found and not tail[: found[0].start].strip(" \n\t-•*.,;:"):
            inner = _headless(head)
            return Legend(inner.body, (*inner.entries, *_entries(tail, found)))
    return _headless(text)


def _opened(text: str) -> str:
    """Take a legend in parentheses at the end of a text out of them: ``(A: ..., B: ...)``."""
    remark = _LAST_REMARK.search(text)
    if remark is None or ("=" not in remark[1] and ":" not in remark[1]):
        return text
    entries = [part.strip() for part in re.split(r"[,;\n]", remark[1]) if part.strip()]
    if not all(_found(f"\n{part}", colons=True) for part in entries):
        return text
    return "\n".join([text[: remark.start()].rstrip(), *entries])


def _without_list(text: str) -> str:
    """Cut a list ``a. … b. …`` off that stands behind a formula."""
    listed = _LIST.search(text)
    if listed and re.search(r"[x×*]\s*1[\d.]*\s*%?\s*$", text[: listed.start()]):
        return text[: listed.start()]
    return text


def _found(text: str, *, colons: bool) -> list[_Found]:
    """Return the entries of a legend; a colon within a line makes one only where one may begin."""
    result: list[_Found] = []
    for match in PATTERNS.legend_entry.finditer(text):
        key = re.sub(r"^[?Σ%]\s?", "", match["key"])
        colon, line = match["colon"] is not None, match["line"] is not None
        before = text[: match.start()].rstrip(" ")
        begins = before.endswith((",", ";", "%")) or (result and result[-1].colon)
        if is_symbol(key) and (colons or not colon or line or begins):
            result.append(_Found(key, match.start(), match.end(), line, colon))
    return result


def _entries(text: str, found: list[_Found]) -> tuple[LegendEntry, ...]:
    ends = [*(entry.start for entry in found[1:]), len(text)]
    return tuple(
        _entry(entry.key, text[entry.end : end]) for entry, end in zip(found, ends, strict=True)
    )


def _entry(key: str, value: str) -> LegendEntry:
    text = one_line(value).strip(" .,;:-")
    last = text.rpartition(" ")[2]
    if last.casefold() in known().kata.sambung.words:
        text = text.removesuffix(last).strip(" .,;:-")
    weights = (
        PATTERNS.stated_weight.findall(text) if known().ukuran.bobot.anywhere.match(text) else []
    )
    if len(weights) == 1:
        return LegendEntry(key, "", read_figure(weights[0])[0] / HUNDRED)
    figure = _FIGURE.search(text)
    if figure is None or _OPERATION.search(text[: figure.start() + 1]):
        return LegendEntry(key, text)
    number, _ = read_figure(figure["number"])
    if figure["percent"]:
        number /= HUNDRED
    rest = text[: figure.start()].strip(" .,;:-=(")
    if known().ukuran.bobot.anywhere.search(rest) or not rest:
        return LegendEntry(key, "", number)
    return LegendEntry(key, rest, number) if figure["percent"] else LegendEntry(key, text)


def _headless(text: str) -> Legend:
    """Find entries among the lines of the text itself: symbols that are used elsewhere in it."""
    found = _found(text, colons=False)
    if not found:
        return Legend(text, ())
    ends = [*(entry.start for entry in found[1:]), len(text)]
    values = [text[entry.end : end] for entry, end in zip(found, ends, strict=True)]
    listed = [
        entry
        for entry, value in zip(found, values, strict=True)
        if entry.at_line and _FIGURE.search(one_line(value).strip(" .,;:-"))
    ]
    is_list = len(listed) == len(found) > 1
    explained = [
        is_list or _explains(entry, value, text, found)
        for entry, value in zip(found, values, strict=True)
    ]
    if found[0].start == 0 and all(explained) and not is_list:
        # Something must be what the symbols are used in.
        explained = [
            not _COMPUTES.search(value) and is_one
            for value, is_one in zip(values, explained, strict=True)
        ]
    body = text[: found[0].start]
    entries: list[LegendEntry] = []
    for entry, end, value, is_one in zip(found, ends, values, explained, strict=True):
        if is_one:
            entries.append(_entry(entry.key, value))
        else:
            body += text[entry.start : end]
    return Legend(body, tuple(entries))


def _explains(entry: _Found, value: str, text: str, found: list[_Found]) -> bool:
    """Tell whether an entry says what a symbol is that is used elsewhere in the text."""
    end = entry.end + len(value)
    elsewhere = text[: entry.start] + " " + text[end:] if entry.at_line else text[: entry.start]
    used = re.search(rf"(?<![\w]){re.escape(entry.key)}(?!\w)(?!\s*[=])", elsewhere)
    if entry.at_line and entry.colon and _SENTENCE.match(value):
        # "P = A / B", then "P : what P is".
        used = used or re.search(rf"(?<![\w]){re.escape(entry.key)}\s*=", elsewhere)
    if used and _COMPUTES.search(value):
        before = text[: entry.start].rstrip()
        apart = entry.at_line or before.endswith((",", ";", "."))
        return apart and [other.key for other in found].count(entry.key) == 1
    return bool(used)
