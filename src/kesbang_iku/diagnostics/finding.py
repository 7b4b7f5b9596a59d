"""Findings: a coded statement about one place of an input, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kesbang_iku.diagnostics.answers import (
    EditAnswer,
    FindingAnswer,
    RepairAnswer,
    build_answer,
)
from kesbang_iku.diagnostics.numerals import Language, format_in_both
from kesbang_iku.diagnostics.signs import visible


class Level(StrEnum):
    """How much a finding weighs. Only ``galat`` makes a command exit with status 1."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


_LONGEST_SAID: Final = 1_000
"""So many characters of one value are said; a file may hold values of megabytes."""
_RANK: Final = {Level.INFO: 0, Level.PERINGATAN: 1, Level.GALAT: 2}


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages. May hold fields, filled by a finding's arguments.

    ``{name}`` is a field. ``{name:file|files}`` is a count with the word that agrees with it:
    ``1 file``, ``2 files``.
    """

    id: str
    en: str

    # What findings are made of goes from process to process by the thousand; the way that frozen
    # dataclasses have by themselves takes twice as long.
    def __reduce__(self) -> tuple[type[Text], tuple[str, str]]:
        """Return what makes the same text again."""
        return Text, (self.id, self.en)

    @classmethod
    def same(cls, text: str) -> Text:
        """Return a text that is the same in both languages."""
        return cls(text, text)

    @classmethod
    def each(cls, written: Callable[[Language], str]) -> Text:
        """Return the text that ``written`` gives for each language."""
        return cls(written("id"), written("en"))

    def plain(self, language: Language) -> str:
        """Return the text in ``language`` as it stands; braces in it mean nothing."""
        return self.id if language == "id" else self.en

    def render(self, language: Language, arguments: Iterable[tuple[str, Text]] = ()) -> str:
        """Return the text in ``language`` with its fields filled in."""
        filled = {name: _Filling(argument.plain(language)) for name, argument in arguments}
        return self.plain(language).format_map(filled)

    def fill(self, language: Language, **fields: object) -> str:
        """Return the text in ``language`` with its fields filled in.

        A number is written as the language writes it, a ``Text`` in the language; anything else
        is the same in both.
        """
        return self.render(language, ((name, _in_both(field)) for name, field in fields.items()))


class _Filling(str):
    """What stands in place of a field, with the word that agrees with it if it is a count."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        """Return the text, and behind it the first of two words for 1, else the second."""
        one, bar, many = words.partition("|")
        return f"{self!s} {one if self == '1' else many}" if bar else str(self)


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding: its code for ever, its level, and everything it says to people.

    ``hint`` is what to do about it, phrased so that it can be done as it stands; ``reason`` is why
    the kind exists at all, for the documentation. ``announced`` is the level it will have from the
    next major version on, where that is to change: said before it bites.
    """

    code: str
    level: Level
    title: Text
    message: Text
    hint: Text
    reason: Text
    announced: Level | None = None

    def at(
        self, place: Place | None = None, *, value: str | None = None, **arguments: object
    ) -> Finding:
        """Return the finding of this kind at ``place``; ``arguments`` fill the texts' fields.

        A number is written as each language writes it, a ``Text`` in each language; anything else
        is the same in both.
        """
        filled = tuple((name, _in_both(argument)) for name, argument in arguments.items())
        return Finding(self, place or NOWHERE, value, filled)


def _in_both(argument: object) -> Text:
    if isinstance(argument, Text):
        return argument
    if isinstance(argument, (str, int)):  # in front: asking for a fraction takes longer
        same = str(argument)
        return Text(same, same)
    if isinstance(argument, (Decimal, Fraction)):
        return Text(*format_in_both(argument))
    return Text.same(str(argument))


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands. Lines and columns count from 1; what is unknown is ``None``.

    ``kolom_akhir`` is the column just behind the last character; ``penunjuk`` is a JSON pointer
    (RFC 6901) into the document; ``sel`` a cell address such as ``C7`` in a sheet or CSV file.
    """

    berkas: str | None = None
    baris: int | None = None
    kolom: int | None = None
    kolom_akhir: int | None = None
    sel: str | None = None
    penunjuk: str | None = None

    def __reduce__(self) -> tuple[type[Place], tuple[str | int | None, ...]]:
        """Return what makes the same place again."""
        end, sheet = self.kolom_akhir, self.sel
        return Place, (self.berkas, self.baris, self.kolom, end, sheet, self.penunjuk)

    def within(self, berkas: str) -> Place:
        """Return the same place, in the file ``berkas``."""
        return replace(self, berkas=berkas)

    @property
    def order(self) -> tuple[str, int, int]:
        """What places of one file are ordered by: the sheet's name, the row and the column."""
        sheet, _, cell = (self.sel or "").rpartition("!")
        column = self.kolom
        if column is None:
            column = 0
            for letter in cell.rstrip("0123456789"):
                column = 26 * column + ord(letter) - ord("A") + 1
        return (sheet, self.baris or 0, column)


NOWHERE: Final = Place()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the text of a file: the characters from ``awal`` to ``akhir`` become ``teks``.

    Offsets count characters from 0, without a byte order mark; ``baris`` and ``kolom`` say the same
    from 1. An edit stays within its line.
    """

    berkas: str
    awal: int
    akhir: int
    baris: int
    kolom: int
    teks: str

    @property
    def kolom_akhir(self) -> int:
        """The column just behind the last character that is replaced, from 1."""
        return self.kolom + self.akhir - self.awal

    def as_dict(self, language: Language = "id") -> EditAnswer:
        """Return the edit as a JSON object, which is the same in each language."""
        return build_answer(EditAnswer, self, language)


@dataclass(frozen=True, slots=True)
class Repair:
    """A safe repair: what may be written at a finding's place without changing what it means.

    Attributes:
        isi: what the value is to read, or the key; not yet quoted as its file needs it.
        kunci: whether it is the key at the place that is to be written anew.
        teks: whether the value is a text that programs must not take for a number or truth value.
        suntingan: the edits that write it, once the text of the file is known. A table repeats
            what identifies a report in every row, so they may be many.
    """

    isi: str
    kunci: bool = False
    teks: bool = False
    suntingan: tuple[Edit, ...] = ()

    def as_dict(self, language: Language = "id") -> RepairAnswer:
        """Return the repair as a JSON object, which is the same in each language."""
        return build_answer(RepairAnswer, self, language)


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
