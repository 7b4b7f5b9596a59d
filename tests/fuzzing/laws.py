"""What must hold of every answer to any bytes: findings or data, never anything else.

A finding speaks both languages, fits every form it is written in, and stands at a place that is
there. The work an answer takes is counted in calls of functions, which is the same on every
machine.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Final, cast, get_args

from kesbang_iku.findings import Edit, Finding, Language, Place
from kesbang_iku.sources.reading import Opened

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_CELL: Final = re.compile(r"(?:.+!)?[A-Z]{1,4}[1-9][0-9]*(?::[A-Z]{1,4}[1-9][0-9]*)?", re.DOTALL)
LANGUAGES: Final = cast("tuple[Language, ...]", get_args(Language))


class BreachError(AssertionError):
    """An answer breaks a law."""


class WorkError(BreachError):
    """An answer took more calls than inputs of its size are worth."""


def require(holds: object, meaning: str) -> None:
    """Raise ``BreachError`` with the words of ``law`` unless it holds."""
    if not holds:
        raise BreachError(meaning)


def hold(findings: Iterable[Finding], opened: Opened | None, name: str) -> None:
    """Hold ``findings`` about the input called ``name`` against the laws.

    ``opened`` is the input, as far as it could be read as text; a workbook has no lines.
    """
    lines = _BREAK.split(opened.text) if opened is not None and opened.text else None
    text = "" if opened is None else opened.text
    for finding in findings:
        for language in LANGUAGES:
            _hold_words(finding, language)
        if finding.place.berkas == name:
            _hold_place(finding, lines)
            for edit in finding.perbaikan.suntingan if finding.perbaikan is not None else ():
                _hold_edit(edit, text, lines or [])


def _hold_words(finding: Finding, language: Language) -> None:
    said = finding.as_dict(language)
    require(finding.message(language).strip(), f"{finding.kode} says nothing in {language}")
    require(finding.hint(language).strip(), f"{finding.kode} gives no hint in {language}")
    hold_json(said)


def hold_json(answer: object) -> None:
    """Hold an answer to be JSON that can be written as UTF-8, with no number that is none."""
    try:
        json.dumps(answer, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError) as error:
        raise BreachError(f"an answer is no JSON: {error}") from error


def _hold_place(finding: Finding, lines: list[str] | None) -> None:
    place = finding.place
    what = f"{finding.kode} stands at {place}"
    require(place.sel is None or _CELL.fullmatch(place.sel), f"{what}: no cell address")
    require(not place.penunjuk or place.penunjuk.startswith("/"), f"{what}: no JSON pointer")
    require(place.baris is not None or place.kolom is None, f"{what}: a column without a line")
    if place.kolom is not None and place.kolom_akhir is not None:
        require(place.kolom <= place.kolom_akhir, f"{what}: ends before it starts")
    if lines is not None:
        _hold_line(place, lines, what)


def _hold_line(place: Place, lines: list[str], what: str) -> None:
    if place.baris is None:
        return
    require(1 <= place.baris <= len(lines), f"{what}: of {len(lines)} lines")
    width = len(lines[place.baris - 1])
    if place.kolom is not None:
        require(1 <= place.kolom <= width + 1, f"{what}: the line has {width} characters")
    if place.kolom_akhir is not None:
        require(place.kolom_akhir <= width + 1, f"{what}: the line has {width} characters")


def _hold_edit(edit: Edit, text: str, lines: list[str]) -> None:
    what = f"an edit of line {edit.baris}, columns from {edit.kolom}"
    require(0 <= edit.awal <= edit.akhir <= len(text), f"{what}: outside the text")
    require(1 <= edit.baris <= len(lines), f"{what}: of {len(lines)} lines")
    old = text[edit.awal : edit.akhir]
    start = edit.kolom - 1
    there = lines[edit.baris - 1][start : start + len(old)]
    require(there == old, f"{what}: offsets say {old!r}, the line {there!r}")


def calls(run: Callable[[bytes], None], data: bytes) -> int:
    """Return how many calls of Python functions ``run`` makes on ``data``."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run(data)
    finally:
        sys.setprofile(before)
    return counted
