"""What somebody meant by an argument that is none: by meaning first, else by letters."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence

from kesbang_iku.findings.near import near
from kesbang_iku.findings.sentences import cli as texts


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
    if meant is not None and _known(meant.id, names):
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


def _known(meant: str, names: Sequence[str]) -> bool:
    return meant.startswith("-") or meant.partition(" ")[0] in names
