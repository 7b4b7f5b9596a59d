"""The arguments of every command, and what to say when they are wrong.

Built on argparse, whose English is replaced: headings of the help by those of ``texts``, messages
by their pattern.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Never, get_args

from kesbang_iku._version import __version__
from kesbang_iku.cli import texts
from kesbang_iku.cli.screen import clean
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.near import near
from kesbang_iku.model.vocabulary import AdminLevel, Standing

PROGRAM: Final = "kesbang-iku"
ALIGNMENT_FORMS: Final = ("table", "json", "csv", "html")
FILE_KINDS: Final = ("laporan", "rencana", "katalog")
REGION_LEVELS: Final = tuple(level for level in get_args(AdminLevel) if level != "nasional")
_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_YEAR: Final = re.compile(r"[1-9]\d{3}", re.ASCII)
_COUNT: Final = re.compile(r"[1-9]\d{0,2}", re.ASCII)


class UsageError(Exception):
    """Arguments that make no sense; the text says why, for people."""


class _AskedForError(Exception):
    """Somebody asked for the help or the version; never leaves this module."""


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
    try:
        return parser.choose(arguments)
    except _AskedForError as asked:
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
        self.commands: Mapping[str, _Parser] = {}

    def error(self, message: str) -> Never:
        raise self.wrong(self._translated(message))

    def wrong(self, message: str) -> UsageError:
        """Return the error that says ``message`` and where to find help."""
        hint = self._say(texts.SEE_HELP, program=self.prog)
        return UsageError(f"{self.prog}: {message}\n{hint}")

    def choose(self, arguments: Sequence[str]) -> Chosen:
        """Parse ``arguments`` into the command and its options."""
        self._refuse_options_before_command(arguments)
        options, unknown = self.parse_known_args(arguments)
        command: str | None = options.command
        if unknown:
            parser = self.commands[command] if command else self
            raise parser.wrong(parser.not_understood(unknown[0]))
        if command is None:
            raise self.wrong(self._say(texts.NO_COMMAND, ada=", ".join(self.commands)))
        options.katalog = [*options.katalog, *getattr(options, "katalog_perintah", ())]
        return Chosen(command, options)

    def _refuse_options_before_command(self, arguments: Sequence[str]) -> None:
        """Refuse an unknown option in front; else its value would be taken for the command."""
        known = {name: action for action in self._actions for name in action.option_strings}
        waiting = iter(arguments)
        for argument in waiting:
            name, equals, _ = argument.partition("=")
            if not name.startswith("-") or name == "--":
                return
            if name not in known:
                raise self.wrong(self.not_understood(argument))
            if known[name].nargs is None and not equals:
                next(waiting, None)

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
        for pattern, text in texts.USAGE_ERRORS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                fields = {name: clean(value) for name, value in found.groupdict().items()}
                if self.commands and fields.get("nama") == self._say(texts.COMMAND):
                    return self._unknown_command(fields["nilai"])
                if "ada" in fields:
                    fields["ada"] = fields["ada"].replace("'", "")
                return self._say(text, **fields)
        return clean(message)

    def _unknown_command(self, name: str) -> str:
        perhaps = self._perhaps(near(name, self.commands))
        return self._say(texts.UNKNOWN_COMMAND, nilai=name, ada=", ".join(self.commands)) + perhaps

    def _perhaps(self, meant: Sequence[str]) -> str:
        return self._say(texts.PERHAPS, dekat=meant[0]) if meant else ""

    def _say(self, text: Text, **fields: str) -> str:
        return texts.say(text, self.language, **fields)


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
        raise _AskedForError(self._text(parser))


@dataclass(frozen=True, slots=True)
class _Builder:
    """Adds arguments to one parser, with help in one language."""

    parser: _Parser
    language: Language

    def common(self, *, first: bool) -> None:
        """Add what every command takes, before or after its name.

        After it, an option that is absent must not undo the one before it: it sets nothing.
        """
        absent = argparse.SUPPRESS
        self.parser.add_argument(
            "--katalog",
            metavar="DIR",
            action="append",
            dest="katalog" if first else "katalog_perintah",
            default=[] if first else absent,
            help=self.help("katalog"),
        )
        self.parser.add_argument(
            "--bahasa",
            choices=_LANGUAGES,
            default="id" if first else absent,
            help=self.help("bahasa"),
        )
        for name in ("tanpa_paket", "quiet", "no_color"):
            self.parser.add_argument(
                f"--{name.replace('_', '-')}",
                action="store_true",
                default=False if first else absent,
                help=self.help(name),
            )
        self.parser.add_argument(
            "--version",
            action=_Answer,
            text=lambda _parser: f"{PROGRAM} {__version__}",
            help=self.help("version"),
        )
        self.parser.add_argument(
            "-h",
            "--help",
            action=_Answer,
            text=lambda parser: parser.format_help(),
            help=self.help("help"),
        )

    def formats(self, *names: str) -> None:
        """Add the choice between forms of the answer; the first is the default."""
        self.option("--format", choices=names, default=names[0], default_shown=names[0])

    def option(
        self,
        name: str,
        *,
        about: str | None = None,
        default_shown: str = "",
        **settings: Any,  # noqa: ANN401 - the same
    ) -> None:
        """Add an option or an argument; ``about`` names its help text, if not the name itself."""
        key = about or name.lstrip("-")
        self.parser.add_argument(name, help=self.help(key, default_shown), **settings)

    def year(self, *, about: str | None = None) -> None:
        """Add ``--tahun``."""
        self.option("--tahun", about=about, metavar="TAHUN", type=self._year)

    def count(self, name: str) -> None:
        """Add an option that takes a number from 1 to 999."""
        self.option(name, metavar="N", type=self._count)

    def help(self, key: str, default: str = "") -> str:
        """Return the help text of an option; argparse takes ``%`` for a field."""
        text = texts.say(texts.OPTIONS[key], self.language, default=default)
        return text.replace("%", "%%")

    def _year(self, text: str) -> int:
        if _YEAR.fullmatch(text):
            return int(text)
        message = texts.say(texts.NOT_A_YEAR, self.language, nilai=clean(text))
        raise argparse.ArgumentTypeError(message)

    def _count(self, text: str) -> int:
        if _COUNT.fullmatch(text):
            return int(text)
        message = texts.say(texts.NOT_A_COUNT, self.language, nilai=clean(text))
        raise argparse.ArgumentTypeError(message)


def _program(language: Language) -> _Parser:
    epilogue = texts.say(texts.EPILOGUE, language, program=PROGRAM)
    parser = _Parser(
        prog=PROGRAM,
        description=texts.PROGRAM.plain(language),
        epilog=epilogue,
        language=language,
    )
    _Builder(parser, language).common(first=True)
    commands = parser.add_subparsers(
        title="commands",
        dest="command",
        metavar=texts.COMMAND.plain(language),
        parser_class=_Parser,
    )
    built = {}
    for name, add in _COMMANDS.items():
        about = texts.COMMANDS[name].plain(language)
        built[name] = commands.add_parser(
            name, prog=f"{PROGRAM} {name}", help=about, description=about, language=language
        )
        builder = _Builder(built[name], language)
        add(builder)
        builder.common(first=False)
    parser.commands = built
    return parser


def _add_list(add: _Builder) -> None:
    add.option("--bidang", metavar="BIDANG")
    add.option("--tingkat", choices=get_args(AdminLevel))
    add.year()
    add.option("--status", choices=get_args(Standing))
    add.option("--cari", metavar="TEXT")
    add.formats("table", "json", "csv")


def _add_show(add: _Builder) -> None:
    add.option("kode", metavar="KODE")
    add.year()
    add.formats("text", "json", "yaml")


def _add_compute(add: _Builder) -> None:
    add.option("files", about="laporan", metavar="FILE", nargs="+")
    add.formats("table", "json", "csv")


def _add_explain(add: _Builder) -> None:
    add.option("file", about="laporan", metavar="FILE")
    add.option("--kode", about="kode_butir", metavar="KODE", required=True)
    add.option("--wilayah", metavar="KODE_WILAYAH")
    add.year(about="tahun_laporan")
    add.formats("text", "json", "markdown")


def _add_validate(add: _Builder) -> None:
    add.option("files", about="berkas", metavar="FILE", nargs="+")
    add.option("--jenis", choices=FILE_KINDS)
    add.option("--garis-dasar", metavar="FILE")
    add.option("--tulis-garis-dasar", metavar="FILE")
    add.option("--konfigurasi", metavar="FILE")
    add.option("--tanpa-konfigurasi", action="store_true")
    add.option("--perbaiki", action="store_true")
    add.option("--ya", action="store_true")
    add.count("--proses")
    add.formats("text", "json", "sarif", "junit", "github", "gitlab")


def _add_align(add: _Builder) -> None:
    add.option("plans", about="rencana", metavar="PLAN", nargs="+")
    add.option("--tingkat", about="tingkat_rencana", choices=REGION_LEVELS)
    add.option(
        "--wilayah",
        about="wilayah_rencana",
        metavar="KODE_WILAYAH",
        action="append",
        default=[],
    )
    add.option("--format", about="format_selaras", choices=ALIGNMENT_FORMS)
    add.parser.add_argument("-o", "--output", metavar="FILE", help=add.help("tulis_jawaban"))
    add.option("--usulkan", metavar="FILE")
    add.option("--timpa", action="store_true")


def _add_report(add: _Builder) -> None:
    add.option("files", about="laporan", metavar="FILE", nargs="+")
    add.parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help=add.help("tulis_halaman")
    )
    add.option("--timpa", about="timpa_halaman", action="store_true")


def _add_diff(add: _Builder) -> None:
    add.option("dari", metavar="FROM")
    add.option("ke", metavar="TO")
    add.formats("text", "json", "markdown")


def _add_formula(add: _Builder) -> None:
    add.option("text", about="rumus", metavar="TEXT")
    add.formats("text", "json")


def _add_schema(add: _Builder) -> None:
    add.option("name", about="skema", metavar="NAME", nargs="?")
    editions = ("2020-12", "7")
    add.option("--draft", choices=editions, default=editions[0], default_shown=editions[0])
    add.formats("json")


def _add_rules(add: _Builder) -> None:
    add.option("kode", about="kode_temuan", metavar="KODE", nargs="?")
    add.option("--format", about="format_temuan", choices=("table", "text", "json"))


def _add_vectors(add: _Builder) -> None:
    add.parser.add_argument("-o", "--output", metavar="DIR", help=add.help("output"))
    add.formats("json")


def _add_pages(add: _Builder) -> None:
    add.parser.add_argument(
        "-o", "--output", metavar="DIR", required=True, help=add.help("output_pages")
    )


_COMMANDS: Final[Mapping[str, Callable[[_Builder], None]]] = {
    "list": _add_list,
    "show": _add_show,
    "compute": _add_compute,
    "explain": _add_explain,
    "validate": _add_validate,
    "align": _add_align,
    "report": _add_report,
    "diff": _add_diff,
    "formula": _add_formula,
    "schema": _add_schema,
    "rules": _add_rules,
    "vectors": _add_vectors,
    "pages": _add_pages,
}
