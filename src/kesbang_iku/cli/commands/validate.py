"""``validate``: everything that is wrong with files, whatever their kind."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.cli.annotating import (
    annotation_option,
    check_annotated,
    check_annotation,
    write_annotated,
)
from kesbang_iku.cli.catalogs import open_catalog
from kesbang_iku.cli.finding_choice import (
    check_baseline,
    choice_options,
    count_lines,
    read_settings,
    set_aside,
    write_baseline,
)
from kesbang_iku.cli.finding_lines import Findings, counts, has_errors
from kesbang_iku.cli.options import Options
from kesbang_iku.cli.output import answering, choose_form, output_options
from kesbang_iku.cli.progress import progress_bar, working_on
from kesbang_iku.cli.repairing import advise_workbooks, check_options, repair
from kesbang_iku.cli.session import CannotRunError, Session
from kesbang_iku.cli.sources import Sources, expand_folders, finish, is_catalog, read_sources
from kesbang_iku.cli.table_options import known_context, mapping_options, table_options
from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import cli as texts
from kesbang_iku.findings.sentences import commands
from kesbang_iku.findings.statistics import count_codes
from kesbang_iku.publish import formats
from kesbang_iku.publish.finding_report import FindingReport
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.long_table import LongTable
from kesbang_iku.validation.baseline import match_baseline
from kesbang_iku.validation.check import Validation, validate, validate_all
from kesbang_iku.validation.configuration import weighs_enough
from kesbang_iku.validation.content import FILE_KINDS
from kesbang_iku.validation.pipeline.processes import processors
from kesbang_iku.validation.pipeline.settle import SettledFindings, settle
from kesbang_iku.validation.pipeline.sources import long_report
from kesbang_iku.validation.rules.rule import InconclusiveRule

_CSV_COLUMNS: Final = (
    "kode", "tingkat", "berkas", "baris", "kolom", "sel", "nilai", "pesan", "saran", "penunjuk",
    "rujukan",
)  # fmt: skip
_COUNT_COLUMNS: Final = ("kode", "tingkat", "jumlah", "judul")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What was found, and what of it counts."""

    sources: Sources
    names: tuple[str, ...]
    """The names of all files and folders."""
    files: int
    settled: SettledFindings
    """Which findings count."""
    baseline: str | None
    """The name of the baseline that was read or written."""
    inconclusive: tuple[InconclusiveRule, ...]
    """The rules that could not judge."""
    told: tuple[Text, ...] | None
    """How the tables were read that are not in our own format."""


def arguments(add: Options) -> None:
    """Declare the options."""
    add.option("files", metavar="BERKAS", nargs="+")
    add.option("--jenis", choices=FILE_KINDS, words=commands.validate.KINDS)
    add.option("--garis-dasar", metavar="BERKAS")
    add.target("--tulis-garis-dasar")
    add.option("--perbaiki", action="store_true")
    add.option("--ya", action="store_true")
    add.count("--proses")
    table_options(add)
    mapping_options(add)
    output_options(add, _forms())
    annotation_option(add)
    choice_options(add)


def _forms() -> tuple[str, ...]:
    return (*_FORMATS, *formats.names())


def run(options: Namespace, session: Session) -> int:
    """Write the findings of the files and catalog folders."""
    check_options(options)
    settings = read_settings(options, session)
    own = (options.output, options.garis_dasar, options.tulis_garis_dasar)
    names = expand_folders(options.files, session, but=(*own, options.catat), catalogs=True)
    check_annotation(options, names, own)
    options.format = choose_form(options, _forms(), names)
    check_baseline(options, names)
    if settings.configuration.statistics and options.format not in _FORMATS:
        raise CannotRunError(commands.validate.STATISTICS_FORM)
    folders = [name for name in names if is_catalog(name)]
    # Repairing takes a file as a whole.
    tables = {} if options.perbaiki else _long_tables(names, options)
    apart = {*folders, *tables}
    sources = read_sources([name for name in names if name not in apart], session)
    check_annotated(options, sources.opened, tables)
    repaired = not options.perbaiki or repair(sources, folders, settings, options, session)
    checked = _check(sources, tuple(tables.values()), folders, options, session)
    if options.perbaiki:
        advise_workbooks(checked.temuan, sources, session)
    settled = settle(checked.temuan, settings.configuration, settings.baseline)
    if options.tulis_garis_dasar is not None:
        write_baseline(options.tulis_garis_dasar, settled.matches, session)
        written = frozenset(one.fingerprint for one in settled.matches)
        settled = settle(checked.temuan, settings.configuration, written)
    outcome = _Outcome(
        sources=sources,
        names=(*_names(sources), *tables, *folders),
        files=sources.count + len(tables) + len(folders),
        settled=settled,
        baseline=options.garis_dasar or options.tulis_garis_dasar,
        inconclusive=checked.tidak_dinilai,
        told=checked.bacaan,
    )
    with answering(options, session) as answer:
        if options.format in _FORMATS:
            _FORMATS[options.format](outcome, answer)
        else:
            _write_for_programs(outcome, options.format, answer)
    write_annotated(options, sources.opened, settled.shown, session)
    status = finish(sources, session, 1 if has_errors(outcome.settled.new) else 0)
    return status if repaired else 2


def _long_tables(names: Sequence[str], options: Namespace) -> dict[str, LongTable]:
    """Return the files that are too long to be held in memory, by their names."""
    opened = {name: long_report(name, options.jenis) for name in names}
    return {name: table for name, table in opened.items() if table is not None}


def _check(
    sources: Sources,
    tables: Sequence[LongTable],
    folders: Sequence[str],
    options: Namespace,
    session: Session,
) -> Validation:
    checked = Validation((), 0)
    if sources.opened or tables:
        catalog = open_catalog(session)
        known = known_context(options)
        if options.padanan:
            from kesbang_iku.cli.mapping_files import known_names  # noqa: PLC0415  # light: by need

            known = known_names(options, sources, catalog, session)
        held = working_on(sources.opened, session, commands.validate.CHECKING)
        with progress_bar(session, patience=0) as on_progress, held:
            checked = validate_all(
                [*sources.opened, *tables],
                catalog,
                jenis=options.jenis,
                known=known,
                on_progress=on_progress,
                proses=options.proses or processors(),
            )
    findings = [*sources.findings, *checked.temuan]
    for folder in folders:
        findings += validate(folder)
    files = sources.count + len(tables) + len(folders)
    return replace(checked, temuan=tuple(findings), berkas=files)


def _names(sources: Sources) -> tuple[str, ...]:
    """Return the names of the files that could be had, each once."""
    names = [source.name for source in sources.opened]
    names += [finding.berkas for finding in sources.findings if finding.berkas is not None]
    return tuple(dict.fromkeys(names))


def _write_text(outcome: _Outcome, session: Session) -> None:
    if not outcome.files:
        return
    findings = outcome.settled.new
    if outcome.settled.configuration.statistics:
        session.answer_lines(count_lines(count_codes(findings), session))
    else:
        Findings(session, outcome.sources.opened).answer(outcome.settled.shown)
    if not session.quiet:
        levels = session.say(texts.FINDING_COUNTS, **counts(findings))
        summary = session.say(commands.validate.IN_FILES, temuan=levels, berkas=outcome.files)
        aside = [*_how_read(outcome, session), *_set_aside(outcome, session)]
        if outcome.inconclusive:
            rules = len({one.kode for one in outcome.inconclusive})
            aside.append(session.say(commands.validate.NOT_JUDGED, jumlah=rules))
        lines = "\n".join([summary, *aside])
        session.answer(f"\n{lines}" if findings else lines)


def _write_csv(outcome: _Outcome, session: Session) -> None:
    if outcome.settled.configuration.statistics:
        counted = [{**one.as_dict(session.language)} for one in count_codes(outcome.settled.new)]
        session.answer(csv_text(_COUNT_COLUMNS, counted))
    else:
        found = (*outcome.sources.not_read, *outcome.settled.shown)
        rows = [{**one.as_dict(session.language)} for one in found]
        session.answer(csv_text(_CSV_COLUMNS, rows))
    _remark(outcome, session)


def _write_json(outcome: _Outcome, session: Session) -> None:
    missing = outcome.sources.not_read
    answer = Validation(
        (*missing, *outcome.settled.new),
        outcome.files + len(missing),
        None if outcome.baseline is None else outcome.settled.accepted,
        None if outcome.settled.configuration.name is None else outcome.settled.ignored,
        outcome.inconclusive,
        outcome.settled.configuration.least,
        outcome.settled.configuration.statistics,
        outcome.told,
    )
    session.answer_json(answer.as_dict(session.language))


_FORMATS: Final[Mapping[str, Callable[[_Outcome, Session], None]]] = {
    "text": _write_text,
    "json": _write_json,
    "csv": _write_csv,
}
"""The forms of its own; those for other programs are found in ``publish.formats``."""


def _write_for_programs(outcome: _Outcome, form: str, session: Session) -> None:
    least = outcome.settled.configuration.least
    shown = tuple(one for one in outcome.settled.matches if weighs_enough(one.finding, least))
    report = FindingReport(outcome.names, shown, match_baseline(outcome.sources.not_read))
    content = formats.load(form).render(report, session.language)
    if not isinstance(content, str):
        session.answer_json(content)
    elif content:
        session.answer_whole(content)
    _remark(outcome, session)


def _remark(outcome: _Outcome, session: Session) -> None:
    for remark in (*_how_read(outcome, session), *_set_aside(outcome, session)):
        session.remark(remark)


def _how_read(outcome: _Outcome, session: Session) -> list[str]:
    """Return what to say of tables that are not in our own format."""
    if not outcome.told:
        return []
    from kesbang_iku.tables.summary import lines  # noqa: PLC0415  # light: tables alone need it

    return [one.plain(session.language) for one in lines(outcome.told)]


def _set_aside(outcome: _Outcome, session: Session) -> list[str]:
    """Return what to say about findings that do not count, so that none disappears unsaid."""
    settled = outcome.settled
    by_baseline = {
        commands.validate.ACCEPTED: settled.accepted,
        commands.validate.GONE: settled.gone,
    }
    said = [
        session.say(text, jumlah=number, berkas=outcome.baseline)
        for text, number in by_baseline.items()
        if number
    ]
    hidden = len(settled.new) - len(settled.shown)
    return [*said, *set_aside(settled.configuration, settled.ignored, hidden, session)]
