"""The arguments of every command, and what to say when they are wrong.

Built on argparse, whose English is replaced: headings of the help by those of ``texts``, messages
by their pattern.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import Any, Final, Never

from kesbang_iku._records import dataclass
from kesbang_iku.cli import registry
from kesbang_iku.cli.options import PROGRAM, AskedForError, Options
from kesbang_iku.cli.screen import clean
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.near import near
from kesbang_iku.findings.sentences import cli as texts

_USAGE_ERRORS: Final = (
    (r"the following arguments are required: (?P<nilai>.*)", "required_missing"),
    (
        r"argument (?P<nama>\S+?): invalid choice: '?(?P<nilai>.*?)'? \(choose from (?P<ada>.*)\)",
        "invalid_choice",
    ),
    (r"argument (?P<nama>\S+?): expected (?:one|\d+) arguments?", "value_missing"),
    (r"argument (?P<nama>\S+?): expected at least one argument", "name_one"),
    (r"argument (?P<nama>\S+?): ignored explicit argument '(?P<nilai>.*)'", "takes_no_value"),
    (r"argument (?P<nama>\S+?): (?P<sebab>.*)", "other_error"),
)
"""What argparse says, by the pattern of its own message, whose fields fill our text."""


class UsageError(Exception):
    """Arguments that make no sense; the text says why, for people."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the arguments ask for: a command with its options, or a text to print and no more."""

    command: str = ""
    options: argparse.Namespace = field(default_factory=argparse.Namespace)
    answer: str | None = None


def read_arguments(arguments: Sequence[str]) -> Chosen:
    """Return what ``arguments`` ask for.

    Raises:
        UsageError: they make no sense.
    """
    parser = _program(language_of(arguments))
    parser.add_commands(parser.command_in(arguments))
    try:
        return parser.choose(arguments)
    except AskedForError as asked:
        return Chosen(answer=str(asked))


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for, which is needed before the arguments are understood."""
    language: Language = "id"
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--":
            break
        if name == "--bahasa":
            wanted = value or (arguments[number + 1] if number + 1 < len(arguments) else "")
            language = "en" if wanted == "en" else "id"
    return language


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        """Help with headings in the language of the person."""

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            spoken = texts.HEADINGS["usage: "].plain(language) if prefix is None else prefix
            super().add_usage(usage, actions, groups, spoken)

        def start_section(self, heading: str | None) -> None:
            spoken = texts.HEADINGS.get(heading or "")
            super().start_section(spoken.plain(language) if spoken else heading)

    return Formatter


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving, and speaks the person's language."""

    def __init__(self, *, language: Language, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=_formatter(language), **settings
        )
        self.language: Language = language
        self.commands: dict[str, _Parser] = {}

    def error(self, message: str) -> Never:
        raise self.wrong(self._translated(message))

    def wrong(self, message: str) -> UsageError:
        """Return the error that says ``message`` and where to find help."""
        hint = self._say(texts.SEE_HELP, program=self.prog)
        return UsageError(f"{self.prog}: {message}\n{hint}")

    def choose(self, arguments: Sequence[str]) -> Chosen:
        """Parse ``arguments`` into the command and its options."""
        options, unknown = self.parse_known_args(arguments)
        command: str | None = options.command
        if unknown:
            parser = self.commands[command] if command else self
            raise parser.wrong(parser.not_understood(unknown[0]))
        if command is None:
            raise self.wrong(self._say(texts.NO_COMMAND, ada=", ".join(registry.ordered())))
        options.katalog = [*options.katalog, *getattr(options, "katalog_perintah", ())]
        return Chosen(command, options)

    def command_in(self, arguments: Sequence[str]) -> str | None:
        """Return the argument that stands where the command does.

        An unknown option in front is refused; else its value would be taken for the command.
        """
        known = {name: action for action in self._actions for name in action.option_strings}
        waiting = iter(arguments)
        for argument in waiting:
            name, equals, _ = argument.partition("=")
            if name == "--":
                return next(waiting, None)
            if not name.startswith("-"):
                return argument
            if name not in known:
                raise self.wrong(self.not_understood(argument))
            if known[name].nargs is None and not equals:
                next(waiting, None)
        return None

    def add_commands(self, chosen: str | None) -> None:
        """Add the chosen command; where it is none, all of them by their names alone."""
        there = self.add_subparsers(
            title="commands",
            dest="command",
            metavar=self._say(texts.COMMAND),
            parser_class=_Parser,
        )
        wanted = (chosen,) if chosen in registry.names() else ()
        for name in wanted or registry.ordered():
            about = registry.texts_of(name).ABOUT.plain(self.language)
            parser: _Parser = there.add_parser(
                name,
                prog=f"{PROGRAM} {name}",
                help=about,
                description=about,
                language=self.language,
            )
            self.commands[name] = parser
        for name in wanted:
            add = Options(self.commands[name], self.language, registry.texts_of(name).OPTIONS)
            registry.command(name).arguments(add)
            add.common(first=False)

    def not_understood(self, argument: str) -> str:
        """Return what to say about an argument nothing takes."""
        shown = clean(argument)
        if not argument.startswith("-"):
            return self._say(texts.TOO_MANY_ARGUMENTS, nilai=shown)
        known = [name for action in self._actions for name in action.option_strings]
        perhaps = self._perhaps(near(argument.partition("=")[0], known))
        return self._say(texts.UNKNOWN_OPTION, nilai=shown) + perhaps

    def _translated(self, message: str) -> str:
        """Return an error message of argparse in the language of the person."""
        for pattern, name in _USAGE_ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                fields = {key: clean(value) for key, value in found.groupdict().items()}
                if self.commands and fields.get("nama") == self._say(texts.COMMAND):
                    return self._unknown_command(fields["nilai"])
                if "ada" in fields:
                    fields["ada"] = fields["ada"].replace("'", "")
                return self._say(texts.USAGE_ERRORS[name], **fields)
        return clean(message)

    def _unknown_command(self, name: str) -> str:
        names = registry.ordered()
        perhaps = self._perhaps(near(name, names))
        return self._say(texts.UNKNOWN_COMMAND, nilai=name, ada=", ".join(names)) + perhaps

    def _perhaps(self, meant: Sequence[str]) -> str:
        return self._say(texts.PERHAPS, dekat=meant[0]) if meant else ""

    def _say(self, text: Text, **fields: str) -> str:
        return text.fill(self.language, **fields)


def _program(language: Language) -> _Parser:
    epilogue = texts.EPILOGUE.fill(language, program=PROGRAM)
    parser = _Parser(
        prog=PROGRAM,
        description=texts.PROGRAM.plain(language),
        epilog=epilogue,
        language=language,
    )
    Options(parser, language).common(first=True)
    return parser
