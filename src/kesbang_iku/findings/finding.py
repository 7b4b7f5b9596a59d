"""Findings: a coded statement about one place of an input, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings.answers import FindingAnswer, build_answer
from kesbang_iku.findings.numerals import Language
from kesbang_iku.findings.place import NOWHERE, Place, Repair
from kesbang_iku.findings.signs import visible
from kesbang_iku.findings.text import Text, in_both


class Level(StrEnum):
    """How much a finding weighs. Only ``galat`` makes a command exit with status 1."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


_LONGEST_SAID: Final = 1_000
"""So many characters of one value are said; a file may hold values of megabytes."""
_RANK: Final = {Level.INFO: 0, Level.PERINGATAN: 1, Level.GALAT: 2}


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding: its code for ever, its level, and everything it says to people.

    ``hint`` is what to do about it, phrased so that it can be done as it stands; ``reason`` is why
    the kind exists at all, for the documentation. ``announced`` is the level it will have from the
    next major version on, where that is to change: said before it bites. ``seen`` is the field of
    its sentences that is the value found, where one is.
    """

    code: str
    level: Level
    title: Text
    message: Text
    hint: Text
    reason: Text
    announced: Level | None = None
    seen: str | None = None

    def at(
        self, place: Place | None = None, *, value: str | None = None, **arguments: object
    ) -> Finding:
        """Return the finding of this kind at ``place``; ``arguments`` fill the texts' fields.

        A number is written as each language writes it, a ``Text`` in each language; anything else
        is the same in both. Without ``value`` that is the field that the kind names.
        """
        if value is None and self.seen is not None:
            found = arguments[self.seen]
            value = None if found is None else str(found)
        filled = tuple((name, in_both(argument)) for name, argument in arguments.items())
        return Finding(self, place or NOWHERE, value, filled)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what was found, where, on which value, and what to do about it."""

    kind: FindingKind
    place: Place = NOWHERE
    nilai: str | None = None
    arguments: tuple[tuple[str, Text], ...] = ()
    perbaikan: Repair | None = None

    def __reduce__(self) -> tuple[type[Finding], tuple[object, ...]]:
        """Return what makes the same finding again."""
        return Finding, (self.kind, self.place, self.nilai, self.arguments, self.perbaikan)

    def __str__(self) -> str:
        """Return the finding on one line, in Indonesian: place, code, level, what was found."""
        place = self.place
        where = [place.berkas, place.sel or place.baris, None if place.sel else place.kolom]
        told = ":".join(str(part) for part in where if part is not None) or place.penunjuk
        return f"{told}: {self.kode} {self.tingkat}: {self.pesan}".removeprefix("None: ")

    @property
    def kode(self) -> str:
        """The code, ``IKU`` and three digits."""
        return self.kind.code

    @property
    def tingkat(self) -> Level:
        """The level: ``galat``, ``peringatan`` or ``info``."""
        return self.kind.level

    @property
    def pesan(self) -> str:
        """What was found, in Indonesian."""
        return self.message("id")

    @property
    def saran(self) -> str:
        """What to do about it, in Indonesian."""
        return self.hint("id")

    @property
    def berkas(self) -> str | None:
        """The file it stands in."""
        return self.place.berkas

    @property
    def baris(self) -> int | None:
        """The line, from 1."""
        return self.place.baris

    @property
    def kolom(self) -> int | None:
        """The column, from 1."""
        return self.place.kolom

    @property
    def rujukan(self) -> str:
        """The page of the documentation that explains the code, relative to its root."""
        return f"temuan/#{self.kode.lower()}"

    def message(self, language: Language = "id") -> str:
        """Return what was found, in ``language``. Very long values are cut, hidden signs named."""
        return self.kind.message.render(language, self._said())

    def hint(self, language: Language = "id") -> str:
        """Return what to do about it, in ``language``, with values as in the message."""
        return self.kind.hint.render(language, self._said())

    def _said(self) -> Iterator[tuple[str, Text]]:
        for name, argument in self.arguments:
            yield name, Text(visible(_cut(argument.id)), visible(_cut(argument.en)))

    def moved(self, place: Place) -> Finding:
        """Return the same finding at another place."""
        return replace(self, place=place)

    def repairable(self, repair: Repair | None) -> Finding:
        """Return the same finding with a safe repair, or with none."""
        return replace(self, perbaikan=repair)

    def as_dict(self, language: Language = "id") -> FindingAnswer:
        """Return the finding as the contract's JSON object (section 4).

        Very long values are cut. A repair that is ready to be applied is in it too, under
        ``perbaikan``.
        """
        repair = self.perbaikan
        return build_answer(
            FindingAnswer,
            self,
            pesan=self.message(language),
            saran=self.hint(language),
            sel=self.place.sel,
            penunjuk=self.place.penunjuk,
            nilai=None if self.nilai is None else _cut(self.nilai),
            perbaikan=repair if repair is not None and repair.suntingan else None,
        )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SAID else f"{text[: _LONGEST_SAID - 1]}…"


def worst_level(findings: Iterable[Finding]) -> Level | None:
    """Return the weightiest level among ``findings``, or ``None`` if there is none."""
    levels = [finding.tingkat for finding in findings]
    return max(levels, key=_RANK.__getitem__) if levels else None
