"""What every command knows: the language, the catalogs to add, and the screen to write to."""

import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.screen import Screen, clean
from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.findings.signs import OBEYED
from kesbang_iku.findings.text import in_both

_AT_ONCE: Final = 1000
"""So many lines are written at once: all those of a long table take much memory together."""


class CannotRunError(Exception):
    """A command cannot do what it was asked to; the exit status is 2."""

    def __init__(self, text: Text, **arguments: object) -> None:
        super().__init__(text, arguments)
        self._text = text
        self._arguments = {name: _cleaned(value) for name, value in arguments.items()}

    def render(self, language: Language) -> str:
        """Return what to tell the person."""
        return f"kesbang-iku: {self._text.fill(language, **self._arguments)}"


def _cleaned(value: object) -> Text:
    return Text.each(lambda language: clean(in_both(value).plain(language)))


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program.

    Attributes:
        language: the language people are spoken to in.
        folders: catalog folders to add to the standard, as options or the environment say.
        configuration: the file that says them where those do not.
        packages: whether the catalogs of installed packages are added, too.
        quiet: whether nothing but the answer and complaints is wanted.
        screen: where to write.
    """

    language: Language
    folders: tuple[str, ...]
    configuration: Path | None
    packages: bool
    quiet: bool
    screen: Screen

    def say(self, text: Text, **arguments: object) -> str:
        """Return ``text`` in the session's language with its fields filled in."""
        return text.fill(self.language, **arguments)

    def number(self, value: Decimal | Fraction | int | None) -> str:
        """Return a number as the session's language writes it; nothing where there is none."""
        return "" if value is None else format_number(value, self.language)

    def answer(self, text: str) -> None:
        """Write a part of the answer."""
        self.screen.answer(text)

    def answer_lines(self, lines: Iterable[str]) -> None:
        """Write lines of the answer; without any, nothing."""
        waiting = iter(lines)
        some = [*islice(waiting, _AT_ONCE)]
        while some:
            more = [*islice(waiting, _AT_ONCE)]
            text = "\n".join([*some, ""] if more else some)
            if text:
                self.screen.answer(text)
            some = more

    def json_text(self, content: object) -> str:
        """Return the answer as JSON that standard output can hold, and a terminal may show."""
        plain = not self.screen.speaks_unicode
        text = json.dumps(content, ensure_ascii=plain, indent=2)
        return OBEYED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)

    def answer_whole(self, content: str) -> None:
        """Write an answer that is one text, HTML and XML such that standard output can hold it."""
        if content.startswith("<") and not self.screen.speaks_unicode:
            content = content.encode("ascii", "xmlcharrefreplace").decode("ascii")
        self.screen.answer(content)

    def answer_json(self, content: object) -> None:
        """Write the answer as JSON."""
        self.screen.answer(self.json_text(content))

    def remark(self, text: str) -> None:
        """Write to standard error what is good to know and no part of the answer."""
        if not self.quiet:
            self.screen.complain(text)
