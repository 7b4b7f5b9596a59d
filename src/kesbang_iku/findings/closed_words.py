"""The closed words of the catalog as people read them, in their language.

What programs read, JSON and CSV, keeps the words of the data.
"""

from collections.abc import Iterable

from kesbang_iku.findings import sentences
from kesbang_iku.findings.text import Text


def closed_word(value: str) -> Text | None:
    """Return a closed word of a definition in both languages, ``None`` where it is none."""
    for known in (
        sentences.commands.list.POLARITIES,
        sentences.indicator.STANDINGS,
        sentences.indicator.METHODS,
        sentences.pages.words.VOCABULARY,
    ):
        if value in known:
            return known[value]
    return None


def spoken(value: str) -> Text:
    """Return a closed word of a definition in both languages; any other as it is written."""
    return closed_word(value) or Text.same(value.replace("_", " "))


def spoken_all(values: Iterable[str]) -> Text:
    """Return closed words in both languages, one after the other."""
    return Text.same(", ").join(map(spoken, values))
