"""The closed words of the catalog as people read them, in their language.

What programs read, JSON and CSV, keeps the words of the data.
"""

from __future__ import annotations

from collections.abc import Iterable

from kesbang_iku.cli.session import Session
from kesbang_iku.findings.closed_words import spoken, spoken_all


def word(value: str, session: Session) -> str:
    """Return a closed word of a definition, or ``value`` itself where it is none."""
    return spoken(value).plain(session.language)


def words(values: Iterable[str], session: Session) -> str:
    """Return closed words, one after the other."""
    return spoken_all(values).plain(session.language)
