"""``schema``: the JSON Schema of a file or of an answer."""

from __future__ import annotations

from argparse import Namespace

from kesbang_iku.cli import texts
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.publish.schemas import SCHEMA_NAMES, make_schema


def run(options: Namespace, session: Session) -> int:
    """Write a schema, or the names of all."""
    if options.name is None:
        session.answer_json(list(SCHEMA_NAMES))
        return 0
    if options.name not in SCHEMA_NAMES:
        raise CannotRunError(texts.UNKNOWN_SCHEMA, nama=options.name, ada=", ".join(SCHEMA_NAMES))
    session.answer_json(make_schema(options.name, options.draft))
    return 0
