"""The error of a text that is not a formula, shown with the place it is about."""

import unicodedata
from typing import Final

from kesbang_iku.findings import Finding, FindingKind, Language, Place, sentences
from kesbang_iku.formula.tree import Span

WINDOW: Final = 72
"""Characters of a line that are shown; a longer line is cut around the place in question."""

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_INDENT: Final = "    "


class FormulaError(ValueError):
    """A text that cannot be read as a formula.

    ``finding`` says what is wrong, where (``kolom`` and ``kolom_akhir`` count characters of the
    text from 1) and what to do; ``text`` is the formula. ``str(error)`` is ``render("id")``.
    """

    def __init__(self, finding: Finding, text: str) -> None:
        super().__init__(finding, text)
        self.finding = finding
        self.text = text

    @classmethod
    def at(
        cls, kind: FindingKind, text: str, start: int, end: int, **arguments: object
    ) -> "FormulaError":
        """Return the error of ``kind`` about ``text[start:end]``; ``arguments`` fill its texts."""
        place = Place(kolom=start + 1, kolom_akhir=end + 1)
        return cls(kind.at(place, value=visible(text[start:end]), **arguments), text)

    @property
    def span(self) -> Span:
        """Offsets of the part of the text that the error is about."""
        start = (self.finding.place.kolom or 1) - 1
        return Span(start, (self.finding.place.kolom_akhir or start + 1) - 1)

    def __str__(self) -> str:
        return self.render("id")

    def render(self, language: Language = "id") -> str:
        """Return code and message, the line of the formula, a line pointing into it, the hint."""
        line, pointer = excerpt(self.text, self.span)
        return "\n".join(
            (
                f"{self.finding.kode}: {self.finding.message(language)}",
                f"{_INDENT}{line}",
                f"{_INDENT}{pointer}",
                f"{sentences.formula.HINT.plain(language)}: {self.finding.hint(language)}",
            )
        )


def excerpt(text: str, span: Span) -> tuple[str, str]:
    """Return the line of ``text`` in which ``span`` starts, and a line marking the span under it.

    The mark ends in ``^`` and has ``~`` before it. What a terminal would not show as one upright
    character (controls, direction marks, zero-width characters) is replaced by a visible sign, so
    that the mark stands under its place.
    """
    start = min(span.start, len(text))
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", line_start, line_start + 10 * WINDOW + start - line_start)
    if line_end < 0:
        line_end = len(text)
    end = min(max(span.end, start + 1), max(line_end, start + 1))
    left, right = line_start, line_end
    if right - left > WINDOW:
        left = max(line_start, start - WINDOW // 2)
        right = min(line_end, left + WINDOW)
        left = max(line_start, right - WINDOW)
    end = min(end, max(right, start + 1))
    before = ("…" if left > line_start else "") + _printable(text[left:start])
    marked = _printable(text[start:end]) or " "
    after = _printable(text[end:right]) + ("…" if right < line_end else "")
    width = max(_width(marked), 1)
    return before + marked + after, " " * _width(before) + "~" * (width - 1) + "^"


def visible(text: str, limit: int = 24) -> str:
    """Return ``text`` fit for a message: shortened, and unprintable characters as ``U+0000``."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        character if character.isprintable() else f"U+{ord(character):04X}" for character in short
    )


def _printable(text: str) -> str:
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    kind = unicodedata.category(character)
    if character in "\t\n\r" or kind == "Zs":
        return " "
    if not character.isprintable() or kind.startswith("M"):
        return _REPLACEMENT
    return character


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
