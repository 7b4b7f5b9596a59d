"""``formula``: reads a formula written in the catalog's language."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Final

from kesbang_iku.cli import texts
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, check_standard_input
from kesbang_iku.files.text_reader import decode, read_bytes
from kesbang_iku.formula import (
    Expression,
    FormulaError,
    is_condition,
    parse,
    to_latex,
    to_source,
    to_text,
    variables,
)

ANSWER_SCHEMA: Final = "kesbang-iku/rumus/1"


def run(options: Namespace, session: Session) -> int:
    """Write what the formula says, or why it says nothing."""
    text = _text(options.text, session)
    try:
        tree = parse(text)
    except FormulaError as error:
        _refuse(error, options.format, session)
        return 1
    if options.format == "json":
        session.answer_json(
            {
                "skema": ANSWER_SCHEMA,
                "status": "terbaca",
                "rumus": to_source(tree),
                "variabel": [
                    {"nama": name, "label": label} for name, label in _labels(tree).items()
                ],
                "catatan": [],
            }
        )
    else:
        _describe(tree, session)
    return 0


def _text(argument: str, session: Session) -> str:
    """Return the formula: the argument itself, or what standard input holds.

    Raises:
        CannotRunError: standard input cannot be read.
    """
    if argument != STANDARD_INPUT:
        return argument
    check_standard_input([argument])
    content, findings = read_bytes(sys.stdin.buffer.read())
    text, more = (None, []) if content is None else decode(content, STANDARD_INPUT)
    if text is None:
        reason = (*findings, *more)[0].message(session.language)
        raise CannotRunError(texts.UNREADABLE_INPUT, sebab=reason)
    return text.strip()


def _labels(tree: Expression) -> dict[str, str]:
    return {name: name.replace("_", " ") for name in variables(tree)}


def _describe(tree: Expression, session: Session) -> None:
    labels = _labels(tree)
    kind = texts.IS_CONDITION if is_condition(tree) else texts.IS_NUMBER
    shown = {
        "rumus": to_source(tree),
        "jenis": session.say(kind),
        "kalimat": to_text(tree, labels, session.language),
        "latex": to_latex(tree, labels, session.language),
        "variabel": ", ".join(labels) or session.say(texts.NO_VARIABLES),
    }
    width = max(len(session.say(texts.FORMULA[key])) for key in shown)
    session.answer_lines(
        f"{session.say(texts.FORMULA[key]).ljust(width)}  {value}" for key, value in shown.items()
    )


def _refuse(error: FormulaError, form: str, session: Session) -> None:
    if form == "json":
        session.answer_json(
            {
                "skema": ANSWER_SCHEMA,
                "status": "tidak_terhitung",
                "rumus": None,
                "variabel": [],
                "catatan": [error.finding.as_dict(session.language)],
            }
        )
    else:
        session.answer(error.render(session.language))
