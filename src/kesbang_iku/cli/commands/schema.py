"""``schema``: the JSON Schema of a file or of an answer."""

from __future__ import annotations

from argparse import Namespace
from typing import Final, get_args

from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.sentences import commands
from kesbang_iku.publish.schemas import SCHEMA_NAMES, Draft, make_schema

_EDITIONS: Final[tuple[Draft, ...]] = get_args(Draft)


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("name", metavar="NAMA", nargs="?")
    add.option("--draft", choices=_EDITIONS, default=_EDITIONS[0], default_shown=_EDITIONS[0])
    add.formats(("json",))


def run(options: Namespace, session: Session) -> int:
    """Write a schema, or the names of all."""
    if options.name is None:
        session.answer_json(list(SCHEMA_NAMES))
        return 0
    if options.name not in SCHEMA_NAMES:
        raise CannotRunError(
            commands.schema.UNKNOWN_SCHEMA, nama=options.name, ada=", ".join(SCHEMA_NAMES)
        )
    session.answer_json(make_schema(options.name, options.draft))
    return 0
