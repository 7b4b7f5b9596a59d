"""The list of symbols behind a formula: which symbol means what, and which one is a number."""

import re
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.cleaning import one_line
from kesbang_iku.alignment.wording.pieces import HUNDRED, is_symbol, read_figure
from kesbang_iku.alignment.wording.vocabulary import PATTERNS, known

_FIGURE: Final = re.compile(r"(?:^|[\s(=:])(?P<number>\d+(?:[.,]\d+)?)\s*(?P<percent>%?)\)?$")
_SENTENCE: Final = re.compile(r"\s*[^\W\d]{2,}\s+[^\W\d]{2,}")
_LAST_REMARK: Final = re.compile(r"\(([^()]*)\)\s*[.]?$")
_COMPUTES: Final = re.compile(r"[/÷×*+√]|\s[xX-]\s")
_OPERATION: Final = re.compile(r"[\w)%]\s*[x×*/÷+-]\s*$", re.IGNORECASE)
_NEXT_ENTRY: Final = re.compile(r";\s+(?=[A-Za-z]\w{0,3}\s*:)")
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


class _Found(NamedTuple):
    """A symbol with what stands behind it, and where: ``text[start:end]`` is the whole."""

    key: str
    value: str
    start: int
    end: int
    at_line: bool
    colon: bool


def split_legend(text: str) -> Legend:
    """Take the legend off a text, under a heading of its own or without one."""
    text = _NEXT_ENTRY.sub("\n", _opened(_without_list(text)))
    for heading in PATTERNS.legend_heading.finditer(text):
        head, tail = text[: heading.start()], text[heading.end() :]
        found = _found(tail, colons=True)
        if head.strip() and found and not tail[: found[0].start].strip(" \n\t-•*.,;:"):
            inner = _headless(head)
            return Legend(inner.body, (*inner.entries, *map(_entry, found)))
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
    places: list[tuple[str, re.Match[str]]] = []
    for match in PATTERNS.legend_entry.finditer(text):
        key = re.sub(r"^[?Σ%]\s?", "", match["key"])
        begins = text[: match.start()].rstrip(" ").endswith((",", ";", "%"))
        begins = begins or bool(places and places[-1][1]["colon"])
        inside = match["colon"] is not None and match["line"] is None
        if is_symbol(key) and (colons or not inside or begins):
            places.append((key, match))
    ends = [*(match.start() for _, match in places[1:]), len(text)]
    return [
        _Found(
            key,
            text[match.end() : end],
            match.start(),
            end,
            match["line"] is not None,
            match["colon"] is not None,
        )
        for (key, match), end in zip(places, ends, strict=False)
    ]


def _entry(found: _Found) -> LegendEntry:
    key, text = found.key, _stripped(found.value)
    last = text.rpartition(" ")[2]
    if last.casefold() in known().kata.sambung.words:
        text = _stripped(text.removesuffix(last))
    weighs = known().ukuran.bobot.anywhere
    weights = PATTERNS.stated_weight.findall(text) if weighs.match(text) else []
    if len(weights) == 1:
        return LegendEntry(key, "", read_figure(weights[0])[0] / HUNDRED)
    figure = _FIGURE.search(text)
    if figure is None or _OPERATION.search(text[: figure.start() + 1]):
        return LegendEntry(key, text)
    number = read_figure(figure["number"])[0] / (HUNDRED if figure["percent"] else 1)
    rest = text[: figure.start()].strip(" .,;:-=(")
    if weighs.search(rest) or not rest:
        return LegendEntry(key, "", number)
    return LegendEntry(key, rest, number) if figure["percent"] else LegendEntry(key, text)


def _stripped(value: str) -> str:
    return one_line(value).strip(" .,;:-")


def _headless(text: str) -> Legend:
    """Find entries among the lines of the text itself: symbols that are used elsewhere in it."""
    found = _found(text, colons=False)
    if not found:
        return Legend(text, ())
    listed = [one.at_line and _FIGURE.search(_stripped(one.value)) is not None for one in found]
    is_list = all(listed) and len(found) > 1
    explained = {one for one in found if is_list or _explains(one, text, found)}
    if found[0].start == 0 and len(explained) == len(found) and not is_list:
        # Something must be what the symbols are used in.
        explained = {one for one in explained if not _COMPUTES.search(one.value)}
    kept = [text[one.start : one.end] for one in found if one not in explained]
    entries = tuple(_entry(one) for one in found if one in explained)
    return Legend("".join((text[: found[0].start], *kept)), entries)


def _explains(entry: _Found, text: str, found: list[_Found]) -> bool:
    """Tell whether an entry says what a symbol is that is used elsewhere in the text."""
    computed = {one.key for one in found if one.start < entry.start and _COMPUTES.search(one.value)}
    if entry.key in computed and not _COMPUTES.search(entry.value):
        return True
    before, behind = text[: entry.start], text[entry.end :] if entry.at_line else ""
    named, elsewhere = rf"(?<!\w){re.escape(entry.key)}", f"{before} {behind}"
    used = re.search(rf"{named}(?!\w)(?!\s*=)", elsewhere)
    if entry.at_line and entry.colon and _SENTENCE.match(entry.value):
        # "P = A / B", then "P : what P is".
        used = used or re.search(rf"{named}\s*=", elsewhere)
    if used and _COMPUTES.search(entry.value):
        apart = entry.at_line or before.rstrip().endswith((",", ";", "."))
        return apart and [other.key for other in found].count(entry.key) == 1
    return bool(used)
