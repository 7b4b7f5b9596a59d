"""Declaring the options of a command, with their help in the language of the person."""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku._version import __version__
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.settings import LANGUAGES
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import cli as texts

PROGRAM: Final = "kesbang-iku"
_YEAR: Final = regex(r"[1-9]\d{3}", re.ASCII)
_COUNT: Final = regex(r"[1-9]\d{0,2}", re.ASCII)


class AskedForError(Exception):
    """Somebody asked for the help or the version; never leaves the reading of arguments."""


class _Answer(argparse.Action):
    """An option that is answered with a text at once."""

    def __init__(self, *, text: Callable[[argparse.ArgumentParser], str], **settings: Any) -> None:  # noqa: ANN401 - the same
        super().__init__(nargs=0, default=argparse.SUPPRESS, **settings)
        self._text = text

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 - argparse calls it so
        values: object,  # noqa: ARG002 - the same
        option_string: str | None = None,  # noqa: ARG002 - the same
    ) -> None:
        raise AskedForError(self._text(parser))


@dataclass(frozen=True, slots=True)
class Options:
    """Adds arguments to one parser, with help in one language.

    Attributes:
        parser: what they are added to.
        language: the language of the help.
        own: the help of the command's own options; that of common ones stands in ``texts``.
    """

    parser: argparse._ActionsContainer
    language: Language
    own: Mapping[str, Text] = field(default_factory=dict)

    def common(self, *, first: bool) -> None:
        """Add what every command takes, before or after its name.

        After it, an option that is absent must not undo the one before it: it sets nothing.
        """
        absent = argparse.SUPPRESS
        add = partial(self._common, first=first)
        add(
            "--katalog",
            metavar=self._metavar("FOLDER"),
            action="append",
            dest="katalog" if first else "katalog_perintah",
            default=[] if first else absent,
        )
        add("--bahasa", choices=LANGUAGES, default=None if first else absent)
        for name in ("--tanpa-paket", "--quiet", "--no-color"):
            add(name, action="store_true", default=False if first else absent)
        version = f"{PROGRAM} {__version__}"
        add("-V", "--version", action=_Answer, text=lambda _parser: version)
        add("-h", "--help", action=_Answer, text=lambda parser: parser.format_help())

    def group(self, title: Text) -> "Options":
        """Return what adds options under a heading of their own."""
        return replace(self, parser=self.parser.add_argument_group(title.plain(self.language)))

    def _common(self, *names: str, first: bool, **settings: Any) -> None:  # noqa: ANN401 - the same
        """Add an option of every command, which the help of the program alone tells of."""
        about = self.help(names[-1].lstrip("-")) if first else argparse.SUPPRESS
        self.parser.add_argument(*names, help=about, **settings)

    def formats(self, names: Iterable[str]) -> None:
        """Add the choice between forms of the answer; the first is the default."""
        choices = tuple(names)
        self.option("--format", choices=choices, default=choices[0], default_shown=choices[0])

    def option(
        self,
        *names: str,
        about: str | None = None,
        default_shown: str = "",
        words: Mapping[str, Text] | None = None,
        **settings: Any,  # noqa: ANN401 - the same
    ) -> None:
        """Add an option or an argument.

        Args:
            names: its names.
            about: the key of its help text, if that is not its last name.
            default_shown: what the help says is taken without it.
            words: what its choices are called in both languages; so they may be written as well.
            settings: as argparse takes them.
        """
        if words is not None:
            settings["type"] = partial(_meant, words)
        key = about or names[-1].lstrip("-")
        if "metavar" in settings:
            settings["metavar"] = self._metavar(settings["metavar"])
        self.parser.add_argument(*names, help=self.help(key, default_shown), **settings)

    def _metavar(self, name: str) -> str:
        """Return what stands for a value in the person's language."""
        return texts.METAVARS[name].plain(self.language) if name in texts.METAVARS else name

    def year(self, about: str | None = None, *, name: str = "--tahun") -> None:
        """Add ``--tahun``, or another option that takes a year."""
        self.option(name, metavar="TAHUN", about=about, type=self._year)

    def level(self, levels: Sequence[str], about: str | None = None) -> None:
        """Add ``--tingkat``, which is written as people do: ``Kabupaten``, ``kab.``, ``city``."""
        self.option("--tingkat", choices=levels, about=about, type=_level)

    def target(self, *names: str, metavar: str = "BERKAS", **settings: Any) -> None:  # noqa: ANN401  # argparse's own
        """Add an option that names a file or folder to be written, and never standard output."""
        self.option(*names, metavar=metavar, type=self._named, **settings)

    def count(self, name: str) -> None:
        """Add an option that takes a number from 1 to 999."""
        self.option(name, metavar="N", type=self._count)

    def help(self, key: str, default: str = "") -> str:
        """Return the help text of an option; argparse takes ``%`` for a field."""
        found = self.own[key] if key in self.own else texts.OPTIONS[key]
        text = found.fill(self.language, default=default)
        return text.replace("%", "%%")

    def _year(self, text: str) -> int:
        from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415  # light

        if _YEAR.fullmatch(text) and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return int(text)
        message = texts.NOT_A_YEAR.fill(
            self.language, nilai=clean(text), awal=FIRST_YEAR, akhir=LAST_YEAR
        )
        raise argparse.ArgumentTypeError(message)

    def _named(self, text: str) -> str:
        if text != "-":
            return text
        raise argparse.ArgumentTypeError(texts.NEEDS_A_NAME.fill(self.language))

    def _count(self, text: str) -> int:
        if _COUNT.fullmatch(text):
            return int(text)
        message = texts.NOT_A_COUNT.fill(self.language, nilai=clean(text))
        raise argparse.ArgumentTypeError(message)


def _meant(words: Mapping[str, Text], text: str) -> str:
    """Return the choice that somebody wrote, in any case and language, or what was written."""
    written = text.casefold().strip()
    called = (name for name, said in words.items() if written in {said.id, said.en})
    return next(called, written)


def _level(text: str) -> str:
    """Return the level of government that somebody wrote, or what was written."""
    word = text.casefold().strip(" .")
    return texts.LEVELS_MEANT[word].id if word in texts.LEVELS_MEANT else word
