"""What completion knows: the commands, their options, and what stands behind each.

All of it is put into the script, so that the shell answers by itself: no program is started while
somebody types.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.parser import whole_program
from kesbang_iku.cli.session import Session
from kesbang_iku.findings.register import all_kinds
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.publish.schemas import SCHEMA_NAMES

FILES: Final = "BERKAS"
"""The kind of value for which a shell proposes files and folders."""
_FILE_NAMES: Final = frozenset({FILES, "FOLDER", "RENCANA", "DARI", "KE"})
_NATION: Final = "0"


@dataclass(frozen=True, slots=True)
class Taken:
    """An option, by all its names, or the arguments of a command, which have none.

    Attributes:
        names: how it is written.
        about: what it is for.
        takes: the kind of its value: a key of the words, ``BERKAS``, or nothing.
        valued: whether it has a value at all.
    """

    names: tuple[str, ...]
    about: str
    takes: str
    valued: bool


@dataclass(frozen=True, slots=True)
class CompletedCommand:
    """A command with its options and arguments; without a name the program itself."""

    name: str
    about: str
    options: tuple[Taken, ...]
    arguments: tuple[Taken, ...]

    @property
    def takes(self) -> str:
        """The kind of value of its first argument."""
        return self.arguments[0].takes if self.arguments else ""


@dataclass(slots=True)
class Completion:
    """Everything a script holds.

    Attributes:
        program: what stands in front of a command.
        commands: the commands in their order.
        words: the values of each kind.
    """

    program: CompletedCommand
    commands: tuple[CompletedCommand, ...] = ()
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def completion_of(catalog: Catalog, session: Session) -> Completion:
    """Return what there is to complete, with the indicators of ``catalog``."""
    parser = whole_program(session.language)
    kinds = {text.plain(session.language): kind for kind, text in texts.METAVARS.items()}
    reader = _Reader(kinds, dict(_words(catalog)))
    common = reader.taken(parser)
    made = Completion(CompletedCommand("", "", tuple(_options(common)), ()))
    made.commands = tuple(
        CompletedCommand(
            name,
            command.description or "",
            (*_options(taken), *made.program.options),
            tuple(one for one in taken if not one.names),
        )
        for name, command in parser.commands.items()
        for taken in [reader.taken(command, own=True)]
    )
    made.words = reader.words
    return made


def _words(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    regions = [region for code, region in load_regions().items() if code != _NATION]
    codes = (region.kode for region in regions)
    yield "KODE", catalog.codes
    yield "WILAYAH", (*codes, *(region.nama for region in regions))
    yield "TEMUAN", tuple(kind.code for kind in all_kinds())
    yield "BIDANG", tuple(catalog.tables.fields)
    yield "NAMA", tuple(SCHEMA_NAMES)


def _options(taken: Iterable[Taken]) -> Iterator[Taken]:
    return (one for one in taken if one.names)


@dataclass(slots=True)
class _Reader:
    """Reads what parsers take. Choices become words of a kind of their own, each once."""

    kinds: Mapping[str, str]
    words: dict[str, tuple[str, ...]]

    def taken(self, parser: argparse.ArgumentParser, *, own: bool = False) -> list[Taken]:
        """Return what a parser takes; where only its own is asked for, nothing all commands do."""
        return [
            Taken(
                tuple(action.option_strings),
                " ".join((action.help or "").replace("%%", "%").split()),
                self._kind(action),
                action.nargs != 0,
            )
            for action in parser._actions  # noqa: SLF001  # argparse has no other way to ask
            if action.dest != "command" and not (own and action.help == argparse.SUPPRESS)
        ]

    def _kind(self, action: argparse.Action) -> str:
        if action.choices is not None:
            choices = tuple(map(str, action.choices))
            kind = "_".join(choices).upper().replace("-", "_")
            self.words[kind] = choices
            return kind
        kind = self.kinds.get(str(action.metavar), "")
        if kind in _FILE_NAMES:
            return FILES
        return kind if kind in self.words else ""
