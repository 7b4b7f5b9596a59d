"""Texts in both languages: what is said to people, with fields to be filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction

from kesbang_iku._records import dataclass
from kesbang_iku.findings.numerals import Language, format_in_both


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
    def translated(cls, text: str, english: str | None) -> Text:
        """Return ``text`` in both languages, where nobody has put it into English as it is."""
        return cls(text, english or text)

    @classmethod
    def each(cls, written: Callable[[Language], str]) -> Text:
        """Return the text that ``written`` gives for each language."""
        return cls(written("id"), written("en"))

    def lower(self) -> Text:
        """Return the text in lower case."""
        return Text(self.id.lower(), self.en.lower())

    def filled(self, **fields: object) -> Text:
        """Return the text with its fields filled in, each as its language writes it."""
        return Text(self.fill("id", **fields), self.fill("en", **fields))

    def join(self, texts: Iterable[Text]) -> Text:
        """Return ``texts`` as one, with this one between them."""
        known = tuple(texts)
        return Text(self.id.join(one.id for one in known), self.en.join(one.en for one in known))

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
        return self.render(language, ((name, in_both(field)) for name, field in fields.items()))


class _Filling(str):
    """What stands in place of a field, with the word that agrees with it if it is a count."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        """Return the text, and behind it the first of two words for 1, else the second."""
        one, bar, many = words.partition("|")
        return f"{self!s} {one if self == '1' else many}" if bar else str(self)


def in_both(argument: object) -> Text:
    """Return a field as each language writes it; a text stays as it is."""
    if isinstance(argument, Text):
        return argument
    if isinstance(argument, (str, int)):  # in front: asking for a fraction takes longer
        same = str(argument)
        return Text(same, same)
    if isinstance(argument, (Decimal, Fraction)):
        return Text(*format_in_both(argument))
    return Text.same(str(argument))
