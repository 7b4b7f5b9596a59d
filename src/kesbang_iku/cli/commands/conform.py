"""``conform``: whether another program computes as the standard does, case by case."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from kesbang_iku._version import __version__
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.table import AnswerTable, columns_of
from kesbang_iku.conformance.cases import LEVELS
from kesbang_iku.conformance.program import CannotStartError
from kesbang_iku.conformance.run import Conformance, Failure, ask_all
from kesbang_iku.conformance.vectors import VectorError
from kesbang_iku.findings.sentences import commands

_SAID: Final = commands.conform
_LONGEST: Final = 2_000
"""So much of a case is shown; `--format json` has all of it."""


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("program", metavar="PERINTAH", nargs="+")
    add.option("--taraf", action="append", choices=LEVELS)
    output_options(add, _FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Ask the program every case, and write how many it answered rightly."""
    form = choose_form(options, tuple(_FORMATS))
    catalog = open_catalog(session)
    levels = tuple(options.taraf or LEVELS)
    try:
        with progress_bar(session, _SAID.ASKING) as tell:
            found = ask_all(options.program, catalog, levels, tell)
    except CannotStartError as error:
        program = options.program[0]
        raise CannotRunError(_SAID.NO_PROGRAM, program=program, sebab=error.sebab) from error
    except VectorError as error:
        raise CannotRunError(commands.vectors.WRONG_EXAMPLE, sebab=error) from error
    except FileNotFoundError as error:
        raise CannotRunError(commands.vectors.NO_VECTORS) from error
    with answering(options, session) as answer:
        _FORMATS[form](found, answer)
    if found.last_words and form != "json":
        session.remark(session.say(_SAID.LAST_WORDS) + "\n" + clean(found.last_words))
    return int(not found.passed)


def _table(found: Conformance, session: Session) -> AnswerTable:
    say = session.say
    names = ("taraf", "lulus", "kasus", "putusan")
    columns = columns_of(_SAID.COLUMNS, session, names, number={"lulus", "kasus"})
    rows = [
        (
            level,
            str(passed),
            str(count),
            say(_SAID.VERDICTS["lulus" if passed == count else "belum"]),
        )
        for level, (passed, count) in found.counts().items()
    ]
    return AnswerTable(say(_SAID.TITLE, versi=__version__), columns, rows)


def _shortest(found: Conformance) -> Iterator[Failure]:
    """Yield the shortest failure of each level that has one."""
    for level in found.counts():
        failure = found.shortest(level)
        if failure is not None:
            yield failure


def _failure_lines(found: Conformance, failure: Failure, session: Session) -> Iterator[str]:
    say, case = session.say, failure.case
    yield say(_SAID.SHORTEST, taraf=case.taraf, id=case.id)
    yield f"  {say(_SAID.ASKED)}: {_shown(case.sent)}"
    yield f"  {say(_SAID.DUE)}: {_shown(case.hasil)}"
    given = {key: value for key, value in failure.answer.items() if key != "id"}
    if failure.why is not None:
        yield f"  {say(_SAID.GIVEN)}: {clean(say(failure.why))}"
    else:
        yield f"  {say(_SAID.GIVEN)}: {_shown(given)}"
    habit = found.habit_of(failure)
    if habit is not None:
        yield f"  {say(_SAID.HABIT)}: {say(habit)}"


def _shown(content: Mapping[str, Any]) -> str:
    text = clean(json.dumps(dict(content), ensure_ascii=False))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _write_table(found: Conformance, session: Session) -> None:
    session.answer(_table(found, session).as_text(session.screen))
    for failure in _shortest(found):
        session.answer("")
        session.answer_lines(_failure_lines(found, failure, session))


def _write_markdown(found: Conformance, session: Session) -> None:
    """Write what a README may carry: a line with the levels that passed whole, and the table."""
    passed = [level for level, (good, count) in found.counts().items() if good == count]
    said = ", ".join(passed) or session.say(_SAID.NONE)
    session.answer_lines([f"**kesbang-iku {__version__}: {said}**", "", ""])
    session.answer(_table(found, session).as_markdown().rstrip())
    for failure in _shortest(found):
        head, *lines = _failure_lines(found, failure, session)
        session.answer_lines(["", head, "", "```text", *(line.strip() for line in lines), "```"])


_FORMATS: Final[Mapping[str, Callable[[Conformance, Session], None]]] = {
    "table": _write_table,
    "json": lambda found, session: session.answer_json(found.as_dict(session.language)),
    "markdown": _write_markdown,
}
