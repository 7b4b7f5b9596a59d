"""``explain``: how a value came about, step by step."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli.breakdown import Breakdown
from kesbang_iku.cli.catalogs import open_catalog, versions
from kesbang_iku.cli.computed import compute_sources, with_shown
from kesbang_iku.cli.finding_choice import FindingChoice, choice_options
from kesbang_iku.cli.mapping_files import known_names
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.rankings import Ranking, rankings
from kesbang_iku.cli.regions import region_named
from kesbang_iku.cli.screen import clean
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import expand_folders, finish, read_sources
from kesbang_iku.cli.table import AnswerTable
from kesbang_iku.cli.table_options import mapping_options, table_options
from kesbang_iku.composite.decomposition import CompositeError, structure_of
from kesbang_iku.computing.answers import ExplanationAnswer
from kesbang_iku.computing.reports import Results
from kesbang_iku.findings import Language, build_answer
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.explanation import Explanation
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of
from kesbang_iku.sources.writing import write_whole


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("file", about="laporan", metavar="BERKAS")
    add.option("indicator", metavar="KODE", nargs="?")
    add.option("--kode", metavar="KODE")
    add.option("--wilayah", metavar="WILAYAH")
    add.year()
    table_options(add, but=("wilayah", "tahun"))
    mapping_options(add)
    add.option("--rincian", action="store_true")
    add.option("--kepekaan", action="store_true")
    add.target("--gambar", metavar="FOLDER")
    add.formats(_FORMATS)
    choice_options(add)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was asked for.

    Attributes:
        results: all results of the file.
        chosen: those to be explained.
        breakdowns: each of them taken apart, if that is wanted.
        rankings: their regions ranked, if that is wanted.
        choice: which findings of all these are shown.
    """

    results: Results
    chosen: Sequence[Result]
    breakdowns: Sequence[Breakdown] | None
    rankings: Sequence[Ranking] | None
    choice: FindingChoice


def run(options: Namespace, session: Session) -> int:
    """Write the explanation of every item of the file that fits the options."""
    if options.rincian and options.kepekaan:
        raise CannotRunError(commands.explain.NOT_BOTH)
    choice = FindingChoice.asked(options, session)
    catalog = open_catalog(session)
    asked = options.kode or options.indicator
    kode = None if asked is None else versions(catalog, asked)[-1].kode
    sources = read_sources(expand_folders([options.file], session), session)
    if not sources.opened and not sources.findings:
        return finish(sources, session, 2)
    known = known_names(options, sources, catalog, session)
    results = compute_sources(sources, catalog, session, known)
    results = replace(results, temuan=choice.shown(results.temuan))
    if kode is None:
        kode = _only_code(results, options)
    chosen = [with_shown(one, choice) for one in _chosen(results, kode, options)]
    answer = _answer(chosen, results, choice, options, session)
    _FORMATS[options.format](answer, session)
    if options.gambar is not None:
        _write_charts(answer, catalog.versions(kode), options.gambar, session)
    if options.format != "json":
        choice.complain(results.temuan, sources.opened, session)
    if not chosen:
        _complain_of_none(kode, results, options, session)
        return 2
    return int(choice.failed)


def _only_code(results: Results, options: Namespace) -> str:
    """Return the code of the only indicator in the file.

    Raises:
        CannotRunError: there are several, or none.
    """
    codes = sorted({result.kode for result in results})
    if len(codes) == 1:
        return codes[0]
    if not codes:
        raise CannotRunError(commands.explain.NOTHING_TO_EXPLAIN, berkas=options.file)
    raise CannotRunError(commands.explain.WHICH_CODE, berkas=options.file, ada=", ".join(codes))


def _complain_of_none(kode: str, results: Results, options: Namespace, session: Session) -> None:
    there = sorted({f"{result.kode} ({result.wilayah} {result.tahun})" for result in results})
    said, berkas = commands.explain, options.file
    error = (
        CannotRunError(said.NO_SUCH_ITEM, kode=kode, berkas=berkas, ada=", ".join(there))
        if there
        else CannotRunError(said.NOTHING_TO_EXPLAIN, berkas=berkas)
    )
    session.screen.complain(error.render(session.language))


def _chosen(results: Results, kode: str, options: Namespace) -> list[Result]:
    asked = options.wilayah
    region = (
        None if asked is None else region_named(asked, load_regions(), options.sistem_kode).kode
    )
    return [
        result
        for result in results
        if result.kode == kode
        and (region is None or result.wilayah == region)
        and (options.tahun is None or result.tahun == options.tahun)
    ]


def _answer(
    chosen: list[Result],
    results: Results,
    choice: FindingChoice,
    options: Namespace,
    session: Session,
) -> _Answer:
    """Return the answer.

    Raises:
        CannotRunError: nothing that was chosen has components.
    """
    breakdowns = ranked = None
    if options.rincian or options.kepekaan:
        _require_components(chosen, session)
    if options.rincian:
        breakdowns = [Breakdown.of(result, indicator_of(result), results) for result in chosen]
    if options.kepekaan:
        ranked = rankings(chosen, load_regions(), session)
    return _Answer(results, chosen, breakdowns, ranked, choice)


def _require_components(chosen: Sequence[Result], session: Session) -> None:
    refused = None
    for result in chosen:
        try:
            structure_of(indicator_of(result))
        except CompositeError as error:
            refused = error
        else:
            return
    if refused is not None:
        reason = refused.render(session.language)
        raise CannotRunError(commands.explain.NOT_TAKEN_APART, sebab=reason) from refused


def _write_charts(
    answer: _Answer, known: Sequence[Indicator], folder: str, session: Session
) -> None:
    from kesbang_iku.cli import explained_charts as charts  # noqa: PLC0415  # light: seldom wanted

    regions, language = load_regions(), session.language
    if answer.rankings is not None:
        drawn = dict(charts.of_rankings(answer.rankings, language))
    elif answer.breakdowns is not None:
        pairs = zip(answer.chosen, answer.breakdowns, strict=True)
        drawn = dict(charts.of_breakdowns(pairs, regions, language))
    else:
        drawn = dict(charts.of_series(known, answer.chosen, regions, language))
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in drawn.items():
        write_whole(target / f"{name}.svg", f"{content}\n".encode())
    session.remark(session.say(texts.FILES_WRITTEN, jumlah=len(drawn), folder=folder))


def _write_json(answer: _Answer, session: Session) -> None:
    language = session.language
    explained = [result.explanation().as_dict(language) for result in answer.chosen]
    for one, breakdown in zip(explained, answer.breakdowns or (), strict=False):
        one["rincian"] = breakdown.as_dict(language)
    made = build_answer(
        ExplanationAnswer, answer.results, language, hasil=explained, kepekaan=answer.rankings
    )
    session.answer_json({**made, **answer.choice.as_dict(session)})


def _write_markdown(answer: _Answer, session: Session) -> None:
    pages = [
        "\n".join((*text, *(table.as_markdown() for table in tables)))
        for text, tables in _pages(answer, session, Explanation.as_markdown)
    ]
    if pages:
        session.answer("\n".join(pages))


def _write_text(answer: _Answer, session: Session) -> None:
    pages = [
        "\n\n".join((*map(_cleaned, text), *(table.as_text(session.screen) for table in tables)))
        for text, tables in _pages(answer, session, Explanation.as_text)
    ]
    if pages:
        session.answer(f"\n\n{'─' * min(session.screen.width, 80)}\n\n".join(pages))


def _pages(
    answer: _Answer, session: Session, write: Callable[[Explanation, Language], str]
) -> Iterator[tuple[tuple[str, ...], Iterable[AnswerTable]]]:
    """Yield the steps of each result, and the tables under them; of a ranking the tables alone."""
    if answer.rankings is not None:
        yield from (((), ranking.tables(session)) for ranking in answer.rankings)
        return
    counted = answer.choice.configuration.statistics
    for number, chosen in enumerate(answer.chosen):
        result = replace(chosen, temuan=()) if counted else chosen
        steps = write(result.explanation(), session.language)
        yield (steps,), answer.breakdowns[number].tables(session) if answer.breakdowns else ()


def _cleaned(text: str) -> str:
    return "\n".join(clean(line) for line in text.splitlines())


_FORMATS: Final[Mapping[str, Callable[[_Answer, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "markdown": _write_markdown,
}
