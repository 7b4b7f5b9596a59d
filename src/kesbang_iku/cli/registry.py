"""The commands, found in their folder: a new command is a new file there.

A module of ``commands`` has ``arguments``, which declares its options, and ``run``. What it says to
people stands in the file of its name in ``texts/commands``, or in itself: ``ORDER``, its place in
the overall help, ``ABOUT``, its line there, ``OPTIONS``, the help of its options, and perhaps
``EXAMPLES``, lines to be typed. The commands load much, so no more than the chosen one is imported;
the overall help reads the texts alone.
"""

from __future__ import annotations

import pkgutil
from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from kesbang_iku.findings import Text, sentences
from kesbang_iku.findings.texts import read_texts

if TYPE_CHECKING:
    from kesbang_iku.cli.options import Options
    from kesbang_iku.cli.session import Session


class Command(Protocol):
    """A module of ``commands``.

    Attributes:
        arguments: declares the options and arguments.
        run: does what the options ask for, and returns the exit status.
    """

    arguments: Callable[[Options], None]
    run: Callable[[Namespace, Session], int]


class CommandTexts(Protocol):
    """What a command says in the help."""

    ORDER: int
    ABOUT: Text
    OPTIONS: Mapping[str, Text]


_FOLDER: Final = f"{__package__}.commands"


@cache
def names() -> frozenset[str]:
    """Return the names of the commands; none of them is imported."""
    return frozenset(found.name for found in pkgutil.iter_modules(import_module(_FOLDER).__path__))


def ordered() -> list[str]:
    """Return the names of the commands as the help lists them."""
    return sorted(names(), key=lambda name: (texts_of(name).ORDER, name))


def command(name: str) -> Command:
    """Import the command called ``name``, and what it needs."""
    return cast("Command", import_module(f"{_FOLDER}.{name}"))


def texts_of(name: str) -> CommandTexts:
    """Return what the command called ``name`` says in the help."""
    told = name in read_texts("commands")
    found = getattr(sentences.commands, name) if told else command(name)
    return cast("CommandTexts", found)


def examples_of(name: str) -> Text:
    """Return lines that show how the command called ``name`` is typed; it may have none."""
    return getattr(texts_of(name), "EXAMPLES", Text("", ""))
