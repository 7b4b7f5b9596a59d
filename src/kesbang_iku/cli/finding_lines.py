"""Findings as people read them: place, code and message, the line in question, and the cure."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku._regex import regex
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import Session
from kesbang_iku.findings import Finding, Level, Place
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.statistics import count_codes
from kesbang_iku.formula.errors import excerpt
from kesbang_iku.formula.tree import Span
from kesbang_iku.sources.long_table import LONG_FROM
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.text_reader import decode, read_bytes

_BREAK: Final = regex(r"\r\n|\r|\n")
_OF_A_FILE: Final = 10
_OF_ALL_FILES: Final = 50


class Findings:
    """Writes findings; remembers the lines of the files they are about."""

    def __init__(self, session: Session, opened: Iterable[Opened] = ()) -> None:
        self._session = session
        self._lines: dict[str, _Lines] = {source.name: _Lines(source.text) for source in opened}

    def answer(self, findings: Iterable[Finding]) -> None:
        """Write findings as a part of the answer, file by file, the weightiest first."""
        blocks = self._blocks(findings, errors=False)
        if blocks:
            self._session.answer("\n\n".join(blocks))

    def complain(self, findings: Iterable[Finding]) -> None:
        """Write findings to standard error, likewise."""
        blocks = self._blocks(findings, errors=True)
        if blocks:
            self._session.screen.complain("\n\n".join(blocks))

    def _blocks(self, findings: Iterable[Finding], *, errors: bool) -> list[str]:
        shown, others = few_of_each(by_file(findings))
        blocks = [self._block(finding, errors=errors) for finding in shown]
        if others:
            files = len({finding.place.berkas for finding in others})
            head = self._session.say(texts.NOT_SHOWN, berkas=files)
            blocks.append("\n".join((head, *self._counted(others))))
        return blocks

    def _counted(self, findings: Iterable[Finding]) -> Iterator[str]:
        for one in count_codes(findings):
            yield self._session.say(
                texts.NOT_SHOWN_KIND,
                jumlah=one.jumlah,
                tingkat=self._session.say(texts.LEVELS[one.tingkat]),
                kode=one.kode,
                judul=one.judul.plain(self._session.language),
            )

    def _block(self, finding: Finding, *, errors: bool) -> str:
        language, paint = self._session.language, self._session.screen.paint
        level = self._session.say(texts.LEVELS[finding.tingkat])
        where = f"{position(finding.place)}:" if finding.place.berkas else ""
        parts = (
            where and paint(where, "strong", errors=errors),
            paint(level, finding.tingkat.value, errors=errors),
            finding.kode,
            clean(finding.message(language)),
        )
        head = " ".join(filter(None, parts))
        lines = self._excerpt(finding.place)
        marked = [f"    {paint(line, 'faint', errors=errors)}" for line in lines]
        return "\n".join((head, *marked, f"    → {clean(finding.hint(language))}"))

    def _excerpt(self, place: Place) -> tuple[str, ...]:
        """Return the line of the file and a line marking the place under it, or nothing."""
        if place.berkas is None or place.baris is None or place.kolom is None:
            return ()
        lines = self._lines_of(place.berkas)
        if not 1 <= place.baris <= len(lines):
            return ()
        line = lines[place.baris - 1]
        start = place.kolom - 1
        shown, mark = excerpt(line, Span(start, (place.kolom_akhir or place.kolom + 1) - 1))
        # Indentation says nothing here, and pushes the line out of narrow terminals.
        indent = min(len(shown) - len(shown.lstrip()), len(mark) - len(mark.lstrip()))
        return shown[indent:].rstrip(), mark[indent:]

    def _lines_of(self, name: str) -> "_Lines":
        if name not in self._lines:
            self._lines[name] = _read_lines(name)
        return self._lines[name]


class _Lines:
    """The lines of a text, ended as places count them, of which few are ever looked at."""

    def __init__(self, text: str | None) -> None:
        self._text = text

    @cached_property
    def _ends(self) -> "array[int]":
        """Where the lines end; none is kept as a text of its own."""
        if self._text is None:
            return array("q")
        breaks = (one.start() for one in _BREAK.finditer(self._text))
        return array("q", chain(breaks, (len(self._text),)))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> str:
        """Return a line, the first one by 0."""
        before = self._ends[number - 1] if number else 0
        return _BREAK.split((self._text or "")[before : self._ends[number]])[-1]


def _read_lines(name: str) -> _Lines:
    """Return the lines of a file of a catalog, or none where it cannot be read any more."""
    path = Path(name)
    if not path.is_file() or path.stat().st_size >= LONG_FROM:
        # Nobody holds a long table in memory to show a line of it; its cell is named.
        return _Lines(None)
    content, _ = read_bytes(name)
    text, _ = (None, []) if content is None else decode(content, name)
    return _Lines(text)


def position(place: Place) -> str:
    """Return a place as editors and terminals understand it: ``file:line:column``.

    A sheet has no columns of characters; there its cell is named, as in ``file:E3``.
    """
    return ":".join((clean(place.berkas or ""), *place.steps))


def by_file(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings file by file, the weightiest first, then in the order of their places.

    Files come as they first occur.
    """
    weights = {level: weight for weight, level in enumerate(Level)}
    files = grouped((finding.place.berkas, finding) for finding in findings)
    for found in files.values():
        yield from sorted(found, key=lambda one: (weights[one.tingkat], one.place.order))


def few_of_each(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings to show one by one, and those that are only counted.

    Of one kind no more are shown than anybody reads: ten of a file, fifty of all files.
    """
    shown, others = [], []
    seen = Counter[tuple[str, str | None] | str]()
    for finding in findings:
        of_file = (finding.kode, finding.place.berkas)
        if seen[of_file] < _OF_A_FILE and seen[finding.kode] < _OF_ALL_FILES:
            shown.append(finding)
            seen.update((of_file, finding.kode))
        else:
            others.append(finding)
    return shown, others


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Return how many findings there are of each level, the weightiest first."""
    found = Counter(finding.tingkat for finding in findings)
    return {level.value: found[level] for level in Level}


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether some finding is of level ``galat``."""
    return any(finding.tingkat is Level.GALAT for finding in findings)
