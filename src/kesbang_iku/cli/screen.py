"""Where a command writes: answers to standard output, everything else to standard error."""

import os
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal, TextIO

from kesbang_iku._records import dataclass

Style = Literal["galat", "peringatan", "info", "faint", "strong", "added", "removed"]

_STYLES: Final[Mapping[Style, str]] = {
    "galat": "1;31",
    "peringatan": "1;33",
    "info": "1;36",
    "faint": "2",
    "strong": "1",
    "added": "32",
    "removed": "31",
}
_FALLBACK_WIDTH: Final = 100


@dataclass(frozen=True, slots=True)
class Screen:
    """The two streams of the process, and whether colours are wanted.

    Attributes:
        colour: whether they are.
        kept: takes the parts of the answer in place of standard output, to be written elsewhere.
    """

    colour: bool = False
    kept: list[str] | None = None

    def with_colour(self, *, wanted: bool) -> "Screen":
        """Return the same screen, with colours where they are wanted and ``NO_COLOR`` agrees."""
        return replace(self, colour=wanted and not os.environ.get("NO_COLOR"))

    @property
    def width(self) -> int:
        """The columns of the terminal, or of ``COLUMNS``."""
        return max(shutil.get_terminal_size((_FALLBACK_WIDTH, 24)).columns, 40)

    @property
    def watched(self) -> bool:
        """Whether somebody looks at standard error while the command runs."""
        return sys.stderr is not None and sys.stderr.isatty()

    def paints(self, *, errors: bool = False) -> bool:
        """Say whether styles show on standard output, or on standard error."""
        stream = sys.stderr if errors else sys.stdout
        if self.kept is not None and not errors:
            return False
        return self.colour and stream is not None and stream.isatty()

    def paint(self, text: str, style: Style, *, errors: bool = False) -> str:
        """Return ``text`` in a style, where the stream shows styles."""
        if not self.paints(errors=errors):
            return text
        return f"\033[{_STYLES[style]}m{text}\033[0m"

    @property
    def speaks_unicode(self) -> bool:
        """Whether the answer can hold every character."""
        if self.kept is not None:
            return True
        encoding = getattr(sys.stdout, "encoding", None) or "ascii"
        return encoding.lower().startswith("utf")

    def answer(self, text: str) -> None:
        """Write a part of the answer."""
        if self.kept is None:
            _write(sys.stdout, text)
        else:
            self.kept.append(text if text.endswith("\n") else f"{text}\n")

    def complain(self, text: str) -> None:
        """Write to standard error, behind what was answered before."""
        self.flush()
        _write(sys.stderr, text)

    def ask(self, question: str) -> str:
        """Ask on standard error, and return the line that is typed; empty at the end of input."""
        sys.stderr.write(question)
        sys.stderr.flush()
        return sys.stdin.readline()

    def show_progress(self, text: str) -> None:
        """Overwrite the line of progress on standard error; empty text removes it."""
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()

    def wrapped(self, text: str, first: str = "", later: str = "") -> list[str]:
        """Return ``text`` between words in lines as wide, each behind what it begins with."""
        return textwrap.wrap(
            clean(text),
            self.width,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def flush(self) -> None:
        """Push out what is written, so that what the stream refuses is known in time."""
        if sys.stdout is not None:
            sys.stdout.flush()


def _write(stream: TextIO | None, text: str) -> None:
    """Write ``text`` and end its last line. A stream that was closed on us takes nothing."""
    if stream is None:
        return
    if not text.endswith("\n"):
        text += "\n"
    encoding = stream.encoding or "utf-8"
    # What the stream cannot hold (a name that is no text, a dash in ASCII) must not end it all.
    stream.write(text.encode(encoding, "replace").decode(encoding))


def discard_output() -> None:
    """Send what is still unwritten nowhere, so that closing the streams fails no more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            descriptor = stream.fileno()
        except (AttributeError, OSError, ValueError):
            continue
        if stream is sys.stdout:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, descriptor)
            os.close(nowhere)


def clean(text: str) -> str:
    """Return ``text`` on one line, with what a terminal would obey or hide made visible."""
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable()
        else " "
        if character in "\t\r\n"
        else f"<U+{ord(character):04X}>"
        for character in text
    )


def display_width(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
