"""The closed words of the catalog as people read them, in their language.

What programs read, JSON and CSV, keeps the words of the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kesbang_iku.findings import Text
from kesbang_iku.findings.closed_words import closed_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kesbang_iku.cli.session import Session


def word(value: str, session: Session) -> str:
    """Return a closed word of a definition, or ``value`` itself where it is none."""
    return words_of(value).plain(session.language)


def words(values: Iterable[str], session: Session) -> str:
    """Return closed words, one after the other."""
    return ", ".join(word(value, session) for value in values)


def words_of(value: str) -> Text:
    """Return a closed word in both languages."""
    return closed_word(value) or Text.same(value.replace("_", " "))
