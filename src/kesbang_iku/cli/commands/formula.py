"""``formula``: reads a formula in the catalog's language, or as people write it."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from kesbang_iku.alignment.answers import FormulaAnswer
from kesbang_iku.alignment.wording.reader import Wording, WordingStatus, read_formula
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, check_standard_input
from kesbang_iku.findings import Level, build_answer, worst_level
from kesbang_iku.findings.sentences import commands
from kesbang_iku.formula import FormulaError, is_condition, parse, to_latex, to_text
from kesbang_iku.sources.text_reader import decode, read_bytes


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("text", metavar="RUMUS", nargs="+")
    add.formats(_FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write what the formula says and how sure that is, or why it says nothing."""
    text = _text(" ".join(options.text), session)
    wording = read_formula(text)
    _FORMATS[options.format](text, wording, session)
    return int(worst_level(wording.catatan) is Level.GALAT)


def _write_json(_text: str, wording: Wording, session: Session) -> None:
    named = [variable._asdict() for variable in wording.variabel]
    session.answer_json(build_answer(FormulaAnswer, wording, session.language, variabel=named))


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
        raise CannotRunError(commands.formula.UNREADABLE_INPUT, sebab=reason)
    return text.strip()


def _write_text(text: str, wording: Wording, session: Session) -> None:
    error = _error_of(text, wording)
    if error is not None:
        session.answer(error.render(session.language))
        return
    rows = dict(_rows(wording, session))
    width = max(map(len, rows))
    session.answer_lines(f"{name.ljust(width)}  {value}" for name, value in rows.items())
    if wording.catatan:
        session.answer("")
        Findings(session).answer(wording.catatan)


def _error_of(text: str, wording: Wording) -> FormulaError | None:
    """Return the error of the catalog's language that is all there is to say, if it is."""
    try:
        parse(text)
    except FormulaError as error:
        return error if wording.catatan == (error.finding,) else None
    return None


def _rows(wording: Wording, session: Session) -> Iterator[tuple[str, str]]:
    """Yield name and content of every line about the formula."""
    in_words = wording.status is not WordingStatus.READ or any(
        variable.label != variable.nama.replace("_", " ") for variable in wording.variabel
    )
    if in_words:
        yield (
            session.say(commands.formula.STATUS),
            session.say(commands.formula.STATUSES[wording.status.value]),
        )
    if wording.rumus is None:
        return
    tree = parse(wording.rumus)
    labels = {variable.nama: clean(variable.label) for variable in wording.variabel}
    kind = commands.formula.IS_CONDITION if is_condition(tree) else commands.formula.IS_NUMBER
    yield session.say(commands.formula.FORMULA["rumus"]), wording.rumus
    yield session.say(commands.formula.FORMULA["jenis"]), session.say(kind)
    yield session.say(commands.formula.FORMULA["kalimat"]), to_text(tree, labels, session.language)
    yield session.say(commands.formula.FORMULA["latex"]), to_latex(tree, labels)
    if not in_words:
        names = ", ".join(labels) or session.say(commands.formula.NO_VARIABLES)
        yield session.say(commands.formula.FORMULA["variabel"]), names
        return
    for number, (name, label) in enumerate(labels.items(), start=1):
        yield f"{session.say(commands.formula.VARIABLES)} {number}", f"{name}: {label}"


_FORMATS: Final[Mapping[str, Callable[[str, Wording, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
}
