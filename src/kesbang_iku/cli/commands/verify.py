"""``verify``: the numbers of an answer, a table, a page or a verification string, computed anew."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_lines import Findings
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.progress import progress_bar
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import STANDARD_INPUT, each_once, expand_folders
from kesbang_iku.computing.answers import VerdictCountsAnswer, VerificationAnswer
from kesbang_iku.computing.told_results import told_results
from kesbang_iku.computing.verification import Answer, Verdict, Verifier, is_statement
from kesbang_iku.findings import build_answer
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.signs import NOTHING
from kesbang_iku.sources.text_reader import NO_NAME

_SAID: Final = commands.verify


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", metavar="BERKAS|TEKS", nargs="+")
    output_options(add, _FORMATS)


def run(options: Namespace, session: Session) -> int:
    """Write what became of each statement."""
    files = [one for one in options.files if not is_statement(one)]
    form = choose_form(options, tuple(_FORMATS), files)
    catalog = open_catalog(session)
    verdicts = list(_verdicts(options, Verifier(catalog), session))
    with answering(options, session) as answer:
        _FORMATS[form](verdicts, catalog, answer)
    return int(not all(one.follows for one in verdicts))


def _verdicts(options: Namespace, verifier: Verifier, session: Session) -> Iterator[Verdict]:
    """Yield the verdicts of all that was given, in its order.

    Raises:
        CannotRunError: a file cannot be read, or states nothing.
    """
    names = expand_folders(options.files, session, but=(options.output,))
    for name in each_once(names, session):
        if is_statement(name):
            yield verifier.text(name)
            continue
        if name != STANDARD_INPUT and not (name and Path(name).exists()):
            raise CannotRunError(_SAID.NO_SUCH_FILE, berkas=name or NO_NAME)
        told, findings = told_results(name)
        if findings:
            Findings(session).complain(findings)
        if not told:
            raise CannotRunError(_SAID.STATES_NOTHING, berkas=name)
        if told[0].page:
            session.remark(session.say(_SAID.NOT_ALL_OF_A_PAGE, berkas=clean(name)))
        with progress_bar(session, _SAID.VERIFYING) as tell:
            for number, one in enumerate(told):
                tell(name, number / len(told))
                yield verifier.answer(one.facts).at(name, one.line)


def _write_text(verdicts: Sequence[Verdict], _catalog: Catalog, session: Session) -> None:
    for one in verdicts:
        if len(verdicts) == 1 or one.jawaban is not Answer.FOLLOWS:
            session.answer_lines(_lines(one, session))
    counted = Counter(one.jawaban for one in verdicts)
    said = ", ".join(
        f"{counted[answer]} {session.say(_SAID.ANSWERS[answer])}"
        for answer in Answer
        if counted[answer]
    )
    session.answer(session.say(_SAID.COUNTED, jumlah=len(verdicts), rincian=said))
    if not session.quiet:
        session.answer(session.say(_SAID.ARITHMETIC_ALONE))


def _lines(verdict: Verdict, session: Session) -> Iterator[str]:
    place = [clean(verdict.berkas)] if verdict.berkas else []
    place += [str(verdict.baris)] if verdict.baris else []
    head = ":".join(place)
    answer = session.screen.paint(session.say(_SAID.ANSWERS[verdict.jawaban]), "strong")
    yield f"{head}: {answer}" if head else answer
    yield f"  {clean(verdict.teks)}"
    if verdict.why is not None:
        yield f"  {clean(verdict.why.plain(session.language))}"
    for key in verdict.beda:
        yield "  " + session.say(
            _SAID.WRITTEN_OTHERWISE,
            kunci=key,
            tertulis=_shown(verdict.tertulis[key]),
            terhitung=_shown(verdict.terhitung.get(key)),
        )
    for key, now in (verdict.terkini or {}).items():
        if now != verdict.terhitung.get(key, verdict.tertulis.get(key)):
            yield "  " + session.say(_SAID.TODAY, kunci=key, terkini=_shown(now))
    yield ""


def _shown(fact: Any) -> str:  # noqa: ANN401  # whatever an answer in JSON holds
    if isinstance(fact, Mapping):
        return clean("; ".join(f"{name}={one}" for name, one in fact.items())) or NOTHING
    return NOTHING if fact is None else clean(str(fact))


def _write_json(verdicts: Sequence[Verdict], catalog: Catalog, session: Session) -> None:
    counted = Counter(one.jawaban for one in verdicts)
    told = build_answer(
        VerificationAnswer,
        None,
        session.language,
        katalog=catalog.identity,
        hasil=[one.as_dict(session.language) for one in verdicts],
        ringkasan=VerdictCountsAnswer(
            sesuai=counted[Answer.FOLLOWS],
            tidak_sesuai=counted[Answer.DIFFERS],
            versi_lain=counted[Answer.OTHER_VERSION],
            tidak_dikenal=counted[Answer.UNKNOWN],
        ),
    )
    session.answer_json(told)


_FORMATS: Final[Mapping[str, Callable[[Sequence[Verdict], Catalog, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
}
