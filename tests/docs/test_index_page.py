"""The worked example of the alignment index is computed anew from the numbers it prints."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import pytest

from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import round_half_up
from tests.docs.test_pages_run import text_of

PAGES: Final = {"indeks-keselarasan.md": "id", "en/alignment-index.md": "en"}
TERM: Final = re.compile(r"([a-z]+)? ?(\d+)/(\d+)")


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _weights(page: str, language: str) -> dict[str, Fraction]:
    """Return the weights that the page prints: of the three terms, and of each kind."""
    rows = re.findall(r"^\| [^|]+ \| (0[.,]\d) \| ([^|]+) \|$", text_of(page), re.MULTILINE)
    (adopted, _), (linked, _), (alike, kinds) = rows
    found = {"adopted": _number(adopted), "linked": _number(linked)}
    for name, weight in re.findall(r"(\w+) (0[.,]\d+)", kinds.partition(": ")[2]):
        found[name] = _number(alike) * _number(weight)
    assert sum(found.values()) == 1
    said = {
        text.plain("id" if language == "id" else "en")
        for text in commands.align.DEVIATIONS.values()
    }
    assert set(found) - {"adopted", "linked"} == said
    return found


def _rows(page: str) -> list[tuple[str, str, str, str, str]]:
    """Return the plans of the first table: name, index, adopted, linked, without deviation."""
    lines = text_of(page).partition("```console")[2].splitlines()
    rule = next(number for number, line in enumerate(lines) if line.startswith("──"))
    starts = [match.start() for match in re.finditer("─+", lines[rule])]
    ends = [*starts[1:], None]
    rows: list[list[str]] = []
    for line in lines[rule + 1 :]:
        cells = [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        if not re.match(r"\S.*\d+/\d+ ", line) and not line.startswith(" "):
            break
        if line.startswith(" "):
            rows[-1] = [
                f"{above} {below}".strip() for above, below in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows.append(cells)
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


@pytest.mark.parametrize("page", PAGES)
def test_each_printed_index_follows_from_its_row(page: str) -> None:
    weights = _weights(page, PAGES[page])
    rows = _rows(page)
    assert len(rows) == 5
    exact = []
    for _, index, adopted, linked, alike in rows:
        total = weights["adopted"] * 100 * Fraction(adopted) + weights["linked"] * 100 * Fraction(
            linked
        )
        terms = TERM.findall(alike)
        named = {name: Fraction(int(above), int(below)) for name, above, below in terms}
        others = named.pop("lain", None) or named.pop("others", None) or named.pop("", Fraction(1))
        for name, weight in weights.items():
            if name not in {"adopted", "linked"}:
                total += weight * 100 * named.get(name, others)
        exact.append(total)
        assert round_half_up(total, 2) == round_half_up(_number(index), 2)
    mean = sum(exact, Fraction(0)) / len(exact)
    printed = re.search(r"^[\w ]+ (\d+[.,]\d\d) \(", text_of(page), re.MULTILINE)
    assert printed is not None
    assert round_half_up(mean, 2) == round_half_up(_number(printed[1]), 2)
    lost = re.findall(r" \d+ +(\d+[.,]\d\d)$", text_of(page).partition("…")[0], re.MULTILINE)[:9]
    assert abs(100 - mean - sum(map(_number, lost), Fraction(0))) < Fraction(9, 200)
