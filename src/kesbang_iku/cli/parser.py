"""The arguments of every command, and what to say when they are wrong.

Built on argparse, whose English is replaced: headings of the help by those of ``texts``, messages
by their pattern.
"""

import argparse
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Final, Never

from kesbang_iku._records import dataclass
from kesbang_iku.cli import registry
from kesbang_iku.cli.options import PROGRAM, AskedForError, Options
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.settings import language_of
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
    arguments = _asked_the_other_way(arguments)
    parser = _program(language_of(arguments))
    parser.add_commands(parser.command_in(arguments))
    try:
        return parser.choose(arguments)
    except AskedForError as asked:
        return Chosen(answer=str(asked))


def _asked_the_other_way(arguments: Sequence[str]) -> Sequence[str]:
    """Return ``--help COMMAND``, and ``COMMAND help`` where no file is called so, as asked here."""
    name, *rest = arguments or ("",)
    if name in {"-h", "--help"} and rest and rest[0] in registry.names():
        return ["help", rest[0]]
    if rest in (["help"], ["bantuan"]) and name in registry.names() and not Path(rest[0]).exists():
        return ["help", name]
    return arguments


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

        def _split_lines(self, text: str, width: int) -> list[str]:
            return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)

        def _fill_text(self, text: str, width: int, indent: str) -> str:
            """Keep lines as they are; those of examples, which are indented, at any width."""
            fold = textwrap.TextWrapper(width, indent, indent, break_on_hyphens=False)
            return "\n".join(
                line if not line or line.startswith(" ") else fold.fill(line)
                for line in text.splitlines()
            )

    return Formatter


class CommandParser(argparse.ArgumentParser):
    """A parser that raises instead of leaving, and speaks the person's language."""

    def __init__(self, *, language: Language, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=_formatter(language), **settings
        )
        self.language: Language = language
        self.commands: dict[str, CommandParser] = {}

    def error(self, message: str) -> Never:
        """Raise what argparse says, in the person's language."""
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
            said = f"{self.prog}: {self._say(texts.NO_COMMAND)}"
            raise UsageError(f"{said}\n\n{self.format_help()}")
        options.katalog = [*options.katalog, *getattr(options, "katalog_perintah", ())]
        options.bahasa = options.bahasa or self.language
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
            parser_class=CommandParser,
        )
        wanted = (chosen,) if chosen in registry.names() else ()
        for name in wanted or registry.ordered():
            about = registry.texts_of(name).ABOUT.plain(self.language)
            parser: CommandParser = there.add_parser(
                name,
                prog=f"{PROGRAM} {name}",
                help=about,
                description=about,
                language=self.language,
            )
            self.commands[name] = parser
        for name in wanted:
            self.declare(name)

    def declare(self, command: str) -> None:
        """Import a command that was added, and give its parser the options it declares."""
        parser = self.commands[command]
        add = Options(parser, self.language, registry.texts_of(command).OPTIONS)
        registry.command(command).arguments(add)
        add.common(first=False)
        parser.epilog = self._epilogue(command)

    def _epilogue(self, command: str) -> str:
        """Return what the help of a command ends with: examples, and where the rest is told."""
        names = [action.option_strings[-1] for action in self._actions if action.option_strings]
        common = self._say(texts.COMMON_OPTIONS, ada=", ".join(names), program=PROGRAM)
        examples = registry.examples_of(command).plain(self.language)
        lines = [f"  {line}" for line in examples.splitlines()]
        head = [self._say(texts.EXAMPLES), *lines, ""] if lines else []
        return "\n".join([*head, common])

    def not_understood(self, argument: str) -> str:
        """Return what to say about an argument nothing takes."""
        shown = clean(argument)
        known = [name for action in self._actions for name in action.option_strings]
        # Behind -- an option is an argument like any other.
        if not argument.startswith("-") or argument.partition("=")[0] in known:
            return self._say(texts.TOO_MANY_ARGUMENTS, nilai=shown)
        perhaps = self._perhaps(option_meant(argument, self._actions))
        if not perhaps and self.prog == PROGRAM:
            perhaps = f" {self._say(texts.BEHIND_THE_COMMAND)}"
        return self._say(texts.UNKNOWN_OPTION, nilai=shown) + perhaps

    def _translated(self, message: str) -> str:
        """Return an error message of argparse in the language of the person."""
        for pattern, name in _USAGE_ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                fields = {key: clean(value) for key, value in found.groupdict().items()}
                if name == "invalid_choice" and fields["nama"] == self._say(texts.COMMAND):
                    return self._unknown_command(fields["nilai"])
                perhaps = ""
                if name == "required_missing":
                    perhaps = self._for_example()
                if "ada" in fields:
                    fields["ada"] = fields["ada"].replace("'", "")
                    perhaps = self._perhaps(*near(fields["nilai"], fields["ada"].split(", ")))
                return self._say(texts.USAGE_ERRORS[name], **fields) + perhaps
        return clean(message)

    def _unknown_command(self, name: str) -> str:
        names = registry.ordered()
        meant = command_meant(name, names)
        listed = "" if meant else f" {self._say(texts.COMMANDS_THERE, ada=', '.join(names))}"
        return self._say(texts.UNKNOWN_COMMAND, nilai=name) + (self._perhaps(meant) or listed)

    def _for_example(self) -> str:
        """Return how the command may be typed, where it has an example."""
        command = self.prog.rpartition(" ")[2]
        first = registry.examples_of(command).plain(self.language).partition("\n")[0]
        return f" {self._say(texts.FOR_EXAMPLE, contoh=first)}" if first else ""

    def _perhaps(self, meant: str | None = None) -> str:
        return self._say(texts.PERHAPS, dekat=meant) if meant else ""

    def _say(self, text: Text, **fields: str) -> str:
        return text.fill(self.language, **fields)


def _program(language: Language) -> CommandParser:
    epilogue = texts.EPILOGUE.fill(language, program=PROGRAM)
    parser = CommandParser(
        prog=PROGRAM, description=texts.PROGRAM.plain(language), epilog=epilogue, language=language
    )
    Options(parser, language).common(first=True)
    return parser


def whole_program(language: Language) -> CommandParser:
    """Return the parser of the program with every command and all their options."""
    parser = _program(language)
    parser.add_commands(None)
    for name in parser.commands:
        parser.declare(name)
    return parser


def option_meant(written: str, actions: Iterable[argparse.Action]) -> str | None:
    """Return the option, perhaps with its value, that ``written`` stands for in other programs.

    What these ``actions`` do not take is never proposed.
    """
    known = {name: action for action in actions for name in action.option_strings}
    name, equals, value = written.partition("=")
    meant = _by_meaning(name, known) or next(iter(near(name, known)), None)
    if meant is None or not value or " " in meant or known[meant].nargs == 0:
        return meant
    return f"{meant}{equals if meant.startswith('--') else ' '}{value}"


def command_meant(written: str, names: Sequence[str]) -> str | None:
    """Return the command, perhaps with an option, that ``written`` stands for elsewhere."""
    meant = texts.MEANT.get(written.casefold())
    if meant is not None and (meant.id.startswith("-") or meant.id.partition(" ")[0] in names):
        return meant.id
    return next(iter(near(written, names)), None)


def _by_meaning(name: str, known: Mapping[str, argparse.Action]) -> str | None:
    meant = texts.MEANT.get(name)
    if meant is None:
        return None
    option, _, value = meant.id.partition(" ")
    if option not in known:
        return None
    return meant.id if not value or value in (known[option].choices or ()) else None
