"""``schema``: the JSON Schema of a file or of an answer."""

from argparse import Namespace
from typing import Final, get_args

from kesbang_iku.cli.options import Options
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.findings.near import near
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
        raise _unknown(options.name)
    session.answer_json(make_schema(options.name, options.draft))
    return 0


def _unknown(name: str) -> CannotRunError:
    """Return that there is no such schema: with the one that is meant, or with all."""
    written = name.casefold()
    meant = commands.schema.MEANT.get(written)
    close = [meant.id] if meant else near(written, SCHEMA_NAMES)[:1]
    if close:
        return CannotRunError(commands.schema.UNKNOWN_SCHEMA_NEAR, nama=name, dekat=close[0])
    return CannotRunError(commands.schema.UNKNOWN_SCHEMA, nama=name, ada=", ".join(SCHEMA_NAMES))
